"""Every screen in every size: text whole, apart, large and strong enough, also when it is a third longer; and every
component as it was recorded.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from tests.ui import ink, looks, screens
from tests.ui.catalogue import own_folders, tour
from tests.ui.hasty import only_set
from tests.ui.looks import ALL, Look
from tests.ui.stretch import stretch

pytestmark = pytest.mark.long
assert screens.SCREENS  # the catalogue is full
NAMES = [f"{w}x{h} at {scale}" for (w, h), scale in ALL]
IN_EVERY_SIZE = pytest.mark.parametrize(
    ("size", "scale"),
    # one worker tours a size once for all tests that ask for it
    [
        pytest.param(*entry, marks=pytest.mark.xdist_group(name))
        for entry, name in zip(ALL, NAMES, strict=True)
    ],
    ids=NAMES,
)
MEASURED = [((1280, 720), "100"), ((1920, 1080), "125")]  # sizes in which contrast is measured


@dataclass(frozen=True)
class Survey:
    """What a tour found, by screen."""

    flaws: dict[str, list[str]]
    pale: dict[str, list[str]]
    looks: dict[str, Look]


@lru_cache(maxsize=8)
def survey(size: tuple[int, int], scale: str) -> Survey:
    found = Survey({}, {}, {})
    for name, person in tour(size, scale):
        found.flaws[name] = person.flaws()
        found.looks[name] = looks.look(person)
        found.pale[name] = ink.unreadable(person) if (size, scale) in MEASURED else []
    return found


@pytest.fixture(autouse=True)
def named_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saves lie in a folder whose name is always the same, because some screens show it."""
    monkeypatch.chdir(tmp_path)
    for name in ("saves", "config", "packs"):
        monkeypatch.setenv(f"CHOKEPOINT_{name.upper()}", name)
    own_folders(str(tmp_path))


def expect_none(found: dict[str, list[str]]) -> None:
    lines = [f"{name}: {flaw}" for name, flaws in found.items() for flaw in flaws]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


@IN_EVERY_SIZE
def test_all_text_is_whole_apart_and_large_enough(size: tuple[int, int], scale: str) -> None:
    expect_none(survey(size, scale).flaws)


@IN_EVERY_SIZE
def test_all_text_is_whole_apart_and_large_enough_when_it_is_a_third_longer(
    size: tuple[int, int], scale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stretch(monkeypatch)
    only_set(monkeypatch)
    expect_none({name: person.flaws() for name, person in tour(size, scale)})


@pytest.mark.parametrize(
    ("size", "scale"),
    [pytest.param(*entry, marks=pytest.mark.xdist_group(NAMES[ALL.index(entry)])) for entry in MEASURED],
)
def test_all_text_stands_out_from_what_lies_behind_it(size: tuple[int, int], scale: str) -> None:
    expect_none(survey(size, scale).pale)


@IN_EVERY_SIZE
def test_every_component_looks_as_recorded(size: tuple[int, int], scale: str) -> None:
    was = looks.recorded(size, scale)
    made_with = was.pop("made with", None)
    if made_with is None:
        pytest.skip(f"no looks are recorded yet: {looks.ANEW}")
    if made_with != looks.made_with():
        pytest.skip(f"looks were recorded with {made_with}, this is {looks.made_with()}")
    if changed := looks.differences(was, survey(size, scale).looks):
        wanted = f"If this is wanted, record it anew: {looks.ANEW} {looks.file_of(size, scale).stem}"
        pytest.fail("\n".join([*changed, wanted]), pytrace=False)
