"""Icons: everything in the rules has one, drawn in one style."""

import re
from pathlib import Path

import pytest

from game.content.pack import Pack
from game.engine import terms as T
from game.places import assets_dir
from game.ui import icons

FILES = sorted((assets_dir() / "icons").glob("*.svg"))
NAMES = {file.stem for file in FILES}


def numbers(prefix: str) -> set[int]:
    """The values of all terms that begin so."""
    return {value for name, value in vars(T).items() if name.startswith(prefix)}


def test_every_sector_and_bloc_has_an_icon_of_its_own(pack: Pack) -> None:
    of_sectors = [icons.sector_icon(sector.id) for sector in pack.sectors]
    of_blocs = [icons.bloc_icon(bloc.id) for bloc in pack.blocs]
    assert len(set(of_sectors)) == T.SECTORS and len(set(of_blocs)) == T.BLOCS
    assert {*of_sectors, *of_blocs} <= NAMES - {"tile", "map"}


def test_a_sector_or_bloc_of_another_pack_shows_a_plain_icon() -> None:
    assert (icons.sector_icon("quantum"), icons.bloc_icon("mars")) == ("tile", "map")
    assert {"tile", "map"} <= NAMES


def test_only_one_place_says_which_icon_a_sector_or_bloc_has() -> None:
    """Elsewhere the name of a file would be missed as soon as a pack has other sectors."""
    folder = Path(icons.__file__).parent
    built = re.compile(r'f"(?:sector|bloc)-\{')
    code = {file.name: file.read_text("utf-8") for file in folder.rglob("*.py")}
    assert [name for name, text in code.items() if built.search(text)] == ["icons.py"]


def test_every_op_class_and_agenda_has_an_icon_and_no_two_the_same() -> None:
    for table, prefix in ((icons.OP, "OP_"), (icons.KIND, "KIND_")):
        assert set(table) == numbers(prefix)
        assert len(set(table.values())) == len(table)
        assert set(table.values()) <= NAMES
    assert set(icons.AGENDA) == set(range(10)) and set(icons.AGENDA.values()) <= NAMES


def test_every_measure_resource_and_phase_has_an_icon() -> None:
    assert {icons.measure_icon(measure) for measure in range(T.MEASURES)} == set(icons.MEASURES)
    assert {*icons.MEASURES, *icons.RESOURCES, *icons.PHASES} <= NAMES
    assert set(icons.PHASE) == set(range(T.COIN_TOSS, T.OVER + 1)) and set(icons.PHASE.values()) <= NAMES


def test_both_sides_have_emblems_in_every_scenario(pack: Pack) -> None:
    pairs = {icons.emblems(scenario) for scenario in pack.scenarios}
    assert len(pairs) == 2 and {name for pair in pairs for name in pair} <= NAMES


@pytest.mark.parametrize("file", [f for f in FILES if not f.stem.startswith("emblem-")], ids=lambda f: f.stem)
def test_every_icon_is_drawn_in_the_one_style(file: Path) -> None:
    source = file.read_text("utf-8")
    assert 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8"' in source
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', source))
    assert colours <= {"none", "currentColor"}
