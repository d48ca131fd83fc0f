"""The panel at the lower right: the moves that need no card, and the tiles of tools with their keys."""

import pytest

from game.engine import terms as T
from game.ui.keys import MOVES, SCREENS, TOOLS
from game.ui.table.board import HEADER
from game.ui.table.tile import inside
from tests.ui import positions
from tests.ui.catalogue import LARGE, SIZES
from tests.ui.harness import Person
from tests.ui.positions import Never, at
from tests.ui.screens import leave, shown, sit
from tests.ui.seated import words
from tests.ui.stretch import longer, stretch

TOOLS_NOW = tuple(key for key in TOOLS if key.name != "result")  # that one comes when the match is over


@pytest.mark.parametrize(("size", "scale"), SIZES[:3] + LARGE[:3], ids=str)
def test_icon_and_key_of_every_tool_lie_inside_its_tile(size: tuple[int, int], scale: str) -> None:
    person = Person(size, scale)
    board = sit(person, at(positions.first_move)).board()
    tiles = []
    for key in TOOLS_NOW:
        node = person.app.stage.get(f"do:{key.name}")
        assert node is not None, key.name
        assert key.cap in words(person, node.name)
        assert inside(board.pen, key) <= node.rect.w - 2 * board.pen.px(4), key.name
        tiles.append(node.rect)
    panel = person.app.stage.get("actions")
    assert panel is not None
    assert all(panel.rect.contains(tile) for tile in tiles)
    assert not any(a.colliderect(b) for n, a in enumerate(tiles) for b in tiles[n + 1 :])
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES + LARGE, ids=str)
def test_every_tool_says_its_name_in_every_size(size: tuple[int, int], scale: str) -> None:
    person = Person(size, scale)
    sit(person, at(positions.first_move))
    for key in TOOLS_NOW + SCREENS:
        assert (key.short or key.title) in words(person, f"do:{key.name}"), key.name
    leave(person)


def test_names_that_have_no_room_are_left_out_and_icons_and_keys_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    stretch(monkeypatch)
    person = Person((1280, 720))
    sit(person, at(positions.first_move))
    for key in TOOLS_NOW + SCREENS:
        assert words(person, f"do:{key.name}") == [longer(key.cap)], key.name
    leave(person)


@pytest.mark.parametrize("key", TOOLS_NOW + MOVES, ids=lambda key: str(key.name))
def test_a_tip_names_what_the_tile_does(key: object) -> None:
    person = Person()
    sit(person, at(positions.can_lift_and_deal))
    person.point(f"do:{key.name}")  # type: ignore[attr-defined]
    assert person.says(key.title)  # type: ignore[attr-defined]
    assert person.says(key.words.split()[0])  # type: ignore[attr-defined]
    leave(person)


@pytest.mark.parametrize("name", ["why", "log", "charts", "cards", "handbook"])
def test_a_tile_opens_what_its_key_opens(name: str) -> None:
    key = next(key for key in TOOLS if key.name == name)
    person = Person()
    sit(person, at(positions.many_measures))
    person.app.stage.hover = None
    person.key(key.code)
    pressed = type(person.app.scene)
    person.press("escape")
    person.click(f"do:{name}")
    assert type(person.app.scene) is pressed
    assert pressed.__name__ != "PlayScene"
    leave(person)


def test_on_the_rivals_turn_no_move_can_be_chosen_but_every_tool_can() -> None:
    person = Person()
    sit(person, at(positions.rival_moves), Never)
    offered = person.names("do:")
    assert not {f"do:{key.name}" for key in MOVES} & set(offered)
    assert {f"do:{key.name}" for key in TOOLS_NOW if key.name != "adviser"} <= set(offered)
    leave(person)


def test_a_move_that_is_grey_says_why_in_its_tip() -> None:
    person = Person()
    sit(person, at(positions.first_move))
    for name, reason in (
        ("lift", "no measure on the table"),
        ("deal", "to give"),
        ("announce", "set no contingency"),
    ):
        node = person.app.stage.get(f"do:{name}")
        assert node is not None and node.act is None and node.tip is not None
        assert any(line.startswith("**Not now:**") and reason in line for line in node.tip()), name
    leave(person)


def test_undo_is_grey_and_says_why_while_nothing_can_be_taken_back() -> None:
    person = Person()
    scene = sit(person, at(positions.first_move), Never)
    node = person.app.stage.get("do:undo")
    assert node is not None and node.act is None and node.tip is not None
    assert any(line.startswith("**Not now:**") for line in node.tip())
    before = list(scene.match.actions)
    scene.pick(T.PASS)
    person.frames(2)
    node = person.app.stage.get("do:undo")
    assert node is not None and node.act is not None and node.tip is not None
    assert not any("Not now" in line for line in node.tip())
    person.press("z")
    assert scene.match.actions == before
    leave(person)


def test_of_a_header_that_a_sheet_would_cut_nothing_is_seen() -> None:
    person = shown("deal: accept?", (1920, 1080), "125")
    sheet, canvas = person.app.stage.get("sheet"), person.app.canvas
    assert sheet is not None and 0 < sheet.rect.y < person.app.pen.px(HEADER)
    strip = [sum(canvas.get_at((x, sheet.rect.y // 2))[:3]) for x in range(canvas.get_width())]
    assert max(strip) - min(strip) < 12
    leave(person)
