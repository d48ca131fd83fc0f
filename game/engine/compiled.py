"""One source, two speeds: functions marked `@compiled` run as they are, or compiled by numba.

The mark only takes note of a function, so a plain Python process imports neither numba nor numpy. A process that
wants speed calls `state.enable()` once; from then on functions made by `entry` run compiled together with all they
call, while calls from ordinary Python stay plain. Compiled code gets `FlatState` and `FlatTables`: the attribute
names of State and Tables, but a handful of arrays in memory, because numba passes every array of a tuple by value
(30 windows and 25 tables made calls 15 times slower and compiling take 175 s).
"""

from collections.abc import Callable, Mapping, Sequence
from types import FunctionType
from typing import Any, NamedTuple, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])

_kernel: list[FunctionType] = []
_enabled = 0


class FlatState(NamedTuple):
    """A State for compiled code: int16 arrays."""

    cells: Any
    log: Any
    scratch: Any


class FlatTables(NamedTuple):
    """Tables for compiled code: where each table starts, one more for the end, then all of them."""

    ints: Any


def compiled(function: F) -> F:
    """Mark a function of ints and windows as part of the compiled core."""
    assert isinstance(function, FunctionType)
    _kernel.append(function)
    return function


def enable(windows: Mapping[str, slice], tables: Sequence[str]) -> None:
    """Tell numba about every marked function, the windows and the tables. Raises ImportError without numba."""
    global _enabled
    from numba.extending import register_jitable

    if not _enabled:
        for name, where in windows.items():
            _attach_window(name, where.start, where.stop)
        for k, name in enumerate(tables):
            _attach_table(name, k)
    for function in _kernel[_enabled:]:
        register_jitable(function)
    _enabled = len(_kernel)


def _attach_window(name: str, start: int, stop: int | None) -> None:
    """A window is a pointer into the cells: a slice would count references and clip its bounds (15 % slower)."""
    from numba import types
    from numba.extending import intrinsic, overload_attribute

    def into(typing: Any, cells: Any) -> Any:
        return cells(cells), lambda *made: _point_into(made, start, stop)

    window: Any = intrinsic(into)

    overload_attribute(types.NamedUniTuple, name)(
        lambda state: (lambda state: window(state.cells)) if state.instance_class is FlatState else None
    )


def _point_into(made: Any, start: int, stop: int | None) -> Any:
    """Machine code for the part of an array of int16 from `start` to `stop` or its end."""
    from llvmlite.ir import Constant
    from numba import types
    from numba.core import cgutils
    from numba.np import arrayobj

    array_of: Any = cgutils.pack_array
    populate: Any = arrayobj.populate_array
    context, builder, signature, arguments = made
    array = context.make_array(signature.args[0])
    whole, part = array(context, builder, arguments[0]), array(context, builder)
    number = context.get_value_type(types.intp)
    first, item = Constant(number, start), Constant(number, 2)
    length = Constant(number, (stop or 0) - start)
    if stop is None:
        length = builder.sub(builder.extract_value(whole.shape, 0), first)
    data = builder.gep(whole.data, [first])
    populate(part, data, array_of(builder, [length]), array_of(builder, [item]), item, None)
    return part._getvalue()


def _attach_table(name: str, k: int) -> None:
    from numba import types
    from numba.extending import overload_attribute

    overload_attribute(types.NamedUniTuple, name)(
        lambda tables: (
            (lambda tables: tables.ints[tables.ints[k] : tables.ints[k + 1]])
            if tables.instance_class is FlatTables
            else None
        )
    )


def flatten(tables: Sequence[Sequence[int]]) -> FlatTables:
    """The tables of a Rulebook in one array."""
    import numpy

    starts, flat = [len(tables) + 1], list[int]()
    for table in tables:
        flat.extend(table)
        starts.append(len(tables) + 1 + len(flat))
    return FlatTables(numpy.array(starts + flat, dtype=numpy.int16))


def flat_state(cells: Any, log_size: int, scratch_size: int) -> FlatState:
    """A FlatState on a copy of these cells (bytes or a window of int16)."""
    import numpy

    own = numpy.frombuffer(bytes(cells), dtype=numpy.int16).copy()
    return FlatState(own, numpy.zeros(log_size, numpy.int16), numpy.zeros(scratch_size, numpy.int16))


def entry(function: F) -> F:
    """The compiled twin of a function, kept in numba's cache folder between runs. Call `enable` first."""
    from numba import njit

    return cast(F, njit(cache=True)(function))
