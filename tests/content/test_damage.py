"""Whatever is in a pack: problems are told, nothing ever raises, and what has no errors can be played."""

import json
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from conftest import files, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.almanac import Almanac
from game.content.check import validate
from game.content.compile import rulebook
from game.content.load import read_pack
from game.engine.rules import legal, start

WORDS = ["?", "eu", "chips", "ai", "tariff", "court", "copy", "us", "china", "control", "align", "", "../x"]
SMALL = st.one_of(
    st.none(), st.booleans(), st.integers(-12, 12), st.floats(), st.sampled_from(WORDS), st.text(max_size=4)
)
ANY = st.recursive(
    SMALL,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3),
    max_leaves=6,
)


def places(data: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for key, value in inside for found in [(*way, key), *places(value, (*way, key))]]


PLACES = places(files())


def damage(pack: Any, way: tuple[Any, ...], value: Any) -> None:
    """Put a value at a place, if an earlier damage has left it there."""
    for part in way[:-1]:
        if not (isinstance(pack, dict) and part in pack) and not (
            isinstance(pack, list) and isinstance(part, int) and part < len(pack)
        ):
            return
        pack = pack[part]
    if isinstance(pack, dict) or (isinstance(pack, list) and way[-1] < len(pack)):
        pack[way[-1]] = value


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(PLACES), ANY), min_size=1, max_size=3))
def test_values_of_any_kind_anywhere_never_raise(damages):
    pack = deepcopy(files())
    for way, value in damages:
        damage(pack, way, value)
    with tempfile.TemporaryDirectory() as folder:
        for problem in validate([write(Path(folder), pack)]):
            assert problem.message and str(problem).isprintable(), problem
        read, _ = read_pack(Path(folder))
    if read is None or any(p.severity == "error" for p in _check_again(pack)):
        return
    for scenario in read.scenarios:
        book = rulebook(read, scenario.id)
        assert legal(book, start(book))
        Almanac(read, book)


def _check_again(pack: Any) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        return validate([write(Path(folder), pack)])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(files())), st.floats(0, 1), st.binary(max_size=3))
def test_torn_files_never_raise(name, part, junk):
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files())
        whole = json.dumps(files()[name]).encode()
        at = round(part * len(whole))
        (Path(folder) / name).write_bytes(whole[:at] + junk)
        problems = validate([Path(folder)])
    assert problems or at == len(whole)
