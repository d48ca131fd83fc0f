"""One source, two speeds: functions marked `@compiled` run as they are, or compiled by numba.

The mark only takes note of a function, so a plain Python process never imports numba. A process that wants speed
calls `enable()` once; from then on functions made by `entry` run compiled together with everything they call,
while calls from ordinary Python stay plain.
"""

from collections.abc import Callable
from types import FunctionType
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

_kernel: list[FunctionType] = []
_enabled = 0


def compiled(function: F) -> F:
    """Mark a function of ints and windows as part of the compiled core."""
    assert isinstance(function, FunctionType)
    _kernel.append(function)
    return function


def enable() -> None:
    """Tell numba about every marked function. Raises ImportError where numba can't be had."""
    global _enabled
    from numba.extending import register_jitable

    for function in _kernel[_enabled:]:
        register_jitable(function)
    _enabled = len(_kernel)


def entry(function: F) -> F:
    """The compiled twin of a function, kept in numba's cache folder between runs. Call `enable` first."""
    from numba import njit

    twin: F = njit(cache=True)(function)
    return twin
