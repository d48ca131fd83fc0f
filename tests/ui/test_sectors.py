"""The list of sectors on the screen: two groups, what is lit, what holds whom down, and what is bought from whom."""

from dataclasses import replace

import pygame
import pytest

from game.engine import terms as T
from game.engine.explain import outputs_due
from game.engine.terms import (
    AI,
    CHINA,
    CHIPS,
    DEFENCE,
    DEVICES,
    EV,
    KOREA,
    LEGACY,
    MAGNETS,
    TAIWAN,
    TOOLS,
    US,
)
from game.ui import theme
from game.ui.pen import Pen
from game.ui.scenes.presenter import PresenterScene
from game.ui.table import sectors
from game.ui.table.bars import Row, bar
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.screens import leave
from tests.ui.seated import has_colour, look, picture, seated, words


def test_inputs_and_sectors_that_score_are_two_groups() -> None:
    person, scene, _ = seated()
    look(person, scene)
    assert {"INPUTS", "SECTORS", "score when lit"} <= set(words(person, "sectors"))
    rects = [person.app.stage.get(f"sector:{n}") for n in range(T.SECTORS)]
    steps = [b.rect.y - a.rect.bottom for a, b in zip(rects, rects[1:], strict=False) if a and b]
    assert steps[T.UPSTREAM - 1] > 4 * max(steps[: T.UPSTREAM - 1] + steps[T.UPSTREAM :])
    leave(person)


def test_lit_named_and_next_sectors_say_so_and_show_what_they_would_give() -> None:
    person, scene, t = seated()
    for j in range(T.SECTORS):
        t.s.lit[j] = t.s.next[j] = 0
    t.lit(AI)
    t.s.lit[DEFENCE], t.s.next[EV] = T.LIT_NAMED, 1
    look(person, scene)
    assert {"LIT", "US +1"} <= set(words(person, f"sector:{AI}"))
    assert {"NAMED", "US +2"} <= set(words(person, f"sector:{DEFENCE}"))
    assert "NEXT" in words(person, f"sector:{EV}")
    assert not {"LIT", "NAMED", "NEXT"} & set(words(person, f"sector:{DEVICES}"))
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("view", ["map", "graph"])
def test_a_sector_that_is_lit_now_and_in_the_next_round_says_both(
    size: tuple[int, int], scale: str, view: str
) -> None:
    person, scene, t = seated(size, scale)
    t.lit(AI)
    t.s.lit[DEFENCE] = T.LIT_NAMED
    t.s.next[AI] = t.s.next[DEFENCE] = 1
    look(person, scene, view)
    for j, now in ((AI, "LIT"), (DEFENCE, "NAMED")):
        name = f"sector:{j}" if view == "map" else f"output:{j}"
        told = set(" ".join(words(person, name)).replace(",", "").split())
        assert now in told and ("NEXT" in told or (view, size) == ("graph", (1280, 720)))  # there the tip alone does
        person.point(name)
        assert person.says("Lit next round, too.")
    for j in range(T.UPSTREAM, T.SECTORS):
        t.listing(CHINA, j).programme(US, j)
        t.s.lit[j], t.s.next[j] = T.LIT_NAMED, 1
    look(person, scene, view)
    assert person.flaws() == []
    leave(person)


def test_a_row_shows_the_output_with_the_tokens_that_will_be_spent_and_is_drawn_anew_for_them() -> None:
    person, scene, t = seated()
    t.control(CHINA, MAGNETS, 3)
    look(person, scene)
    held = next(j for j in range(T.UPSTREAM, T.SECTORS) if scene.board().chains[US].made[j] < t.s.capability[j])
    made, before = scene.board().chains[US].made[held], picture(person, f"sector:{held}")
    t.stock(US, MAGNETS, 2)
    look(person, scene)
    due = scene.board().due[US][held]
    assert due > made and str(due) in words(person, f"sector:{held}")
    assert picture(person, f"sector:{held}") != before
    person.point(f"sector:{held}")
    assert person.says("With what its stockpiles will spend in the market phase")
    leave(person)


def test_while_the_market_phase_is_told_a_lead_counts_the_token_that_it_spent() -> None:
    person, scene, t = seated()
    t.control(CHINA, MAGNETS, 3).stock(US, MAGNETS, 1)
    look(person, scene)
    board = scene.board()
    held = next(j for j in range(T.UPSTREAM, T.SECTORS) if board.due[US][j] > board.chains[US].made[j])
    t.put(T.CAPABILITY + CHINA * T.SECTORS + held, board.due[US][held]).lit(held)
    t.s.moves[US], t.s.moves[CHINA] = 1, 0
    look(person, scene)
    lead, person.app.settings.speed = scene.board().lead(held), 0
    scene.pick(T.PASS)
    for _ in range(600):
        person.frames()
        if scene.showing.is_reading:
            break
    assert scene.showing.is_reading and not scene.seen.stock[US * T.UPSTREAM + MAGNETS]
    assert scene.board().lead(held) == lead
    scene.open_presenter()
    podium = person.app.scene
    assert isinstance(podium, PresenterScene)  # which shows the position as it is
    assert podium.board().due == outputs_due(scene.match.book, podium.board().seen)
    leave(person)


def test_a_lit_sector_in_which_nobody_leads_says_so() -> None:
    for size, scale in (((1280, 720), "100"), ((1920, 1080), "125")):
        person, scene, t = seated(size, scale)
        for j in range(T.SECTORS):
            t.s.lit[j] = t.s.next[j] = 0
        t.lit(DEVICES)
        t.capability(US, DEVICES, 7).capability(CHINA, DEVICES, 7)
        look(person, scene)
        assert {"LIT", "level"} <= set(words(person, f"sector:{DEVICES}"))
        assert "level" not in words(person, f"sector:{AI}")
        leave(person)


def test_what_holds_a_sector_down_is_named_in_amber() -> None:
    person, scene, t = seated()
    look(person, scene)
    assert "needs CHIPS" not in words(person, f"sector:{AI}")
    t.control(US, CHIPS, 3).align(TAIWAN, 2).align(KOREA, 2)
    look(person, scene)
    assert {"of 6", "needs CHIPS"} <= set(words(person, f"sector:{AI}"))
    assert words(person, f"made:{CHINA}:{AI}") == ["4"]
    assert has_colour(person, f"sector:{AI}", theme.LOSS)
    leave(person)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)], ids=str)
def test_every_input_that_holds_a_sector_down_has_its_icon(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    person, scene, t = seated(size)
    t.control(CHINA, LEGACY, 3).control(CHINA, MAGNETS, 3).capability(US, EV, 10).capability(US, LEGACY, 3)
    t.programme(US, EV)
    shown: list[tuple[int, int]] = []
    draw = sectors._needs

    def watched(*given: object) -> int:
        width = draw(*given)  # type: ignore[arg-type]
        shown.append((int(given[-1]), width))  # type: ignore[call-overload]
        return width

    monkeypatch.setattr(sectors, "_needs", watched)
    look(person, scene)
    person.app.stage.get(f"sector:{EV}")
    assert {LEGACY, MAGNETS} <= {i for i, _ in shown} and all(width for _, width in shown)
    leave(person)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)], ids=str)
def test_the_name_of_what_is_needed_leaves_room_for_the_marks_of_the_row(size: tuple[int, int]) -> None:
    person, scene, t = seated(size)
    for j in range(T.SECTORS):
        t.s.lit[j] = t.s.next[j] = 0
    t.control(CHINA, MAGNETS, 3).capability(US, DEFENCE, 10)
    look(person, scene)
    bare = picture(person, f"sector:{DEFENCE}")
    t.programme(US, DEFENCE)
    look(person, scene)
    assert picture(person, f"sector:{DEFENCE}") != bare
    assert any("MAGNETS" in text for text in words(person, f"sector:{DEFENCE}"))
    leave(person)


def test_an_input_says_where_it_comes_from() -> None:
    person, scene, t = seated()
    look(person, scene)
    assert words(person, f"sector:{MAGNETS}") == ["Rare earths & magnets", "CN", "own"]
    assert words(person, f"made:{US}:{MAGNETS}") == words(person, f"made:{CHINA}:{MAGNETS}") == ["9"]
    assert "TAIWAN" in words(person, f"sector:{CHIPS}")
    leave(person)


def test_measures_tokens_and_progress_change_a_row() -> None:
    person, scene, t = seated()
    look(person, scene)
    parts = (f"sector:{TOOLS}", f"made:{US}:{TOOLS}", f"made:{CHINA}:{TOOLS}")
    seen = {tuple(picture(person, part) for part in parts)}
    for change in (
        lambda: t.control(US, TOOLS, 1),
        lambda: t.programme(CHINA, TOOLS),
        lambda: t.stock(CHINA, TOOLS, 2),
        lambda: t.workaround(CHINA, TOOLS),
        lambda: t.progress(CHINA, TOOLS, 3),
    ):
        change()
        look(person, scene)
        seen.add(tuple(picture(person, part) for part in parts))
    assert len(seen) == 6
    leave(person)


@pytest.fixture
def pen() -> Pen:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))
    return Pen(1920, 1080)


def at(pen: Pen, row: Row, value: float) -> tuple[int, ...]:
    """The colour of a bar at a value of 0 to 10."""
    surface = pygame.Surface((200, 12))
    bar(pen, surface, surface.get_rect(), row)
    return tuple(surface.get_at((round(value * 20), 6)))[:3]


def test_a_bar_shows_what_is_made_what_could_be_and_what_is_bought(pen: Pen) -> None:
    free = Row(side=US, level=8, made=8, own=8, source=-1, progress=0, ghost=8)
    held = replace(free, made=4, own=4, ghost=4)
    bought = replace(free, level=2, made=9, own=2, source=-2, ghost=9)
    from_a_bloc = replace(bought, source=T.TAIWAN)
    assert at(pen, free, 6) != at(pen, held, 6) != at(pen, held, 9.5)
    red, _, blue = at(pen, bought, 6)
    assert red > blue  # China sells
    assert at(pen, from_a_bloc, 6) not in (at(pen, bought, 6), at(pen, free, 6))


def test_a_fallen_value_leaves_an_amber_ghost_and_a_risen_one_a_green_edge(pen: Pen) -> None:
    row = Row(side=US, level=8, made=5, own=5, source=-1, progress=0, ghost=5)
    assert at(pen, replace(row, ghost=8), 7) == tuple(pygame.Color(theme.LOSS))[:3]
    assert at(pen, replace(row, ghost=3), 4) != at(pen, row, 4)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_rows_are_readable_at_every_size_with_everything_on_them(size: tuple[int, int], scale: str) -> None:
    person, scene, t = seated(size, scale)
    look(person, scene)
    assert mine(person) == []
    t.control(US, CHIPS, 3).align(TAIWAN, 2).align(KOREA, 2).control(CHINA, MAGNETS, 3).control(US, TOOLS, 3)
    for side in (US, CHINA):
        t.control(side, LEGACY, 2)
        for sector in range(T.SECTORS):
            t.programme(side, sector)
        for i in range(T.UPSTREAM):
            t.stock(side, i, 4).workaround(side, i)
        for j in range(T.UPSTREAM, T.SECTORS):
            t.listing(side, j)
            t.s.lit[j] = T.LIT_NAMED
    look(person, scene)
    assert mine(person) == []
    leave(person)


def mine(person: Person) -> list[str]:
    return [flaw for flaw in person.flaws() if flaw.startswith(("sector", "made"))]
