"""Whatever is in a pack: problems are told, nothing ever raises, and what has no errors can be played."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny_pack import files, write

from game.content.almanac import Almanac
from game.content.check import validate
from game.content.compile import rulebook
from game.content.load import read_pack
from game.engine.rules import legal, start

WORDS = ["?", "eu", "chips", "ai", "tariff", "court", "copy", "us", "china", "control", "align", "", "../x"]
SMALL = st.one_of(
    st.none(), st.booleans(), st.integers(-12, 12), st.floats(), st.sampled_from(WORDS), st.text(max_size=4)
)
KEYS = st.sampled_from(WORDS) | st.text(max_size=3)
ANY = st.recursive(
    SMALL,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


def places(data: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for key, value in inside for found in [(*way, key), *places(value, (*way, key))]]


PLACES = places(files())


def damage(pack: Any, way: tuple[Any, ...], value: Any) -> None:
    """Put a value at a place, if an earlier damage has left it there."""
    try:
        for part in way[:-1]:
            pack = pack[part]
        pack[way[-1]] = value
    except (KeyError, IndexError, TypeError):
        return


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(PLACES), ANY), min_size=1, max_size=3))
def test_values_of_any_kind_anywhere_never_raise(damages):
    pack = files()
    for way, value in damages:
        damage(pack, way, value)
    with tempfile.TemporaryDirectory() as folder:
        problems = validate([write(Path(folder), pack)])
        read, _ = read_pack(Path(folder))
    assert all(p.message and str(p).isprintable() for p in problems), problems
    if read is None or any(p.severity == "error" for p in problems):
        return
    for scenario in read.scenarios:
        book = rulebook(read, scenario.id)
        assert legal(book, start(book))
        Almanac(read, book)


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
