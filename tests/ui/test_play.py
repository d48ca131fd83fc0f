"""Whole matches through the window, by mouse, by keys, and by two people at one screen."""

from pathlib import Path
from random import Random

import pygame
import pytest

from game.content.pack import Pack
from game.engine import terms as T
from game.engine.state import digest
from game.engine.view import determinize, observe
from game.match import store
from game.match.match import Match
from game.match.seats import Seat
from game.ui.nodes import Node
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.end import EndScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from tests.ui.driver import Player
from tests.ui.screens import leave, shown

PERSON, GREEDY, RANDOM = Seat(), Seat(level="greedy"), Seat(level="random")


def choose(player: Player, scene: PlayScene, rng: Random) -> None:
    """One pick of a person who clicks at random on whatever offers itself."""
    options = player.options()
    if options:
        player.click(rng.choice(options))
        return
    buttons = [n for n in ("do:lift", "do:deal", "do:announce", "do:pass") if n in player.names("do:")]
    player.click(rng.choice(player.names("card:") * 3 + buttons))


def play_to_the_end(player: Player, scene: PlayScene, seed: int) -> None:
    rng = Random(seed)
    for _ in range(1500):
        player.wait_for_turn(scene)
        if scene.match.is_over:
            break
        if isinstance(player.app.scene, CurtainScene):
            player.click("button:ready")
            continue
        choose(player, scene, rng)
        assert scene.seen.cells == scene.match.observe(scene.viewer).seen.cells
    assert scene.match.is_over
    player.frames(3)
    assert isinstance(player.app.scene, EndScene)


@pytest.mark.parametrize(
    ("scenario", "seats", "seed"),
    [
        ("tech-war", (PERSON, GREEDY), 1),
        ("tech-war", (RANDOM, PERSON), 2),
        ("magnet-gambit", (PERSON, PERSON), 3),
        ("first-moves", (PERSON, PERSON), 4),
        ("mirror-match", (PERSON, RANDOM), 5),
        ("sprint", (GREEDY, RANDOM), 6),
    ],
)
def test_a_whole_match_by_mouse_ends_on_the_end_screen(
    pack: Pack, scenario: str, seats: tuple[Seat, Seat], seed: int
) -> None:
    player = Player()
    player.app.push(MenuScene(player.app))
    scene = player.sit_down(Match(pack, scenario, seats, f"ui{seed}"))
    play_to_the_end(player, scene, seed)
    assert player.app.scene.verdict.title  # type: ignore[attr-defined]
    player.click("end:menu")
    assert isinstance(player.app.scene, MenuScene)


def test_a_whole_match_by_keys_alone(pack: Pack) -> None:
    """Numbers choose cards and options; P passes when nothing else is offered."""
    player, rng = Player(), Random(8)
    player.app.push(MenuScene(player.app))
    scene = player.sit_down(Match(pack, "sprint", (PERSON, RANDOM), "keys"))
    for _ in range(600):
        player.wait_for_turn(scene)
        if scene.match.is_over:
            break
        if player.options() or (player.names("card:") and rng.random() < 0.9):
            count = len(player.options() or player.names("card:"))
            player.key(pygame.K_1 + rng.randrange(min(9, count)))
        else:
            player.key(pygame.K_p)
    assert scene.match.is_over


def test_arrows_tab_and_enter_reach_and_choose_everything(pack: Pack) -> None:
    player = Player()
    scene = player.sit_down(Match(pack, "tech-war", (PERSON, GREEDY), "focus"))
    player.wait_for_turn(scene)
    player.key(pygame.K_1)  # the agenda
    player.wait_for_turn(scene)
    if player.options():
        player.key(pygame.K_1)
        player.wait_for_turn(scene)
    seen: set[str] = set()
    arrows = (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP)
    for key in (pygame.K_TAB,) * 20 + arrows * 20 + (pygame.K_TAB,) * 20:
        player.key(key)
        seen.add(player.app.stage.focus or "")
    groups = {node.group for node in player.app.stage.nodes if node.can_focus}
    reached = {node.group for node in player.app.stage.nodes if node.name in seen}
    assert reached == groups
    card = next(n for n in player.names("card:"))
    player.app.stage.focus_on(card)
    player.key(pygame.K_RETURN)
    assert scene.match.state.pick[T.STEP] == T.STEP_USE


def test_escape_steps_back_out_of_an_unfinished_move(pack: Pack) -> None:
    player = Player()
    scene = player.sit_down(Match(pack, "first-moves", (PERSON, PERSON), "esc"))
    player.wait_for_turn(scene)
    while player.options():
        player.click(player.options()[0])
        player.wait_for_turn(scene)
    before = digest(scene.match.state)
    player.click(player.names("card:")[0])
    assert player.options()
    player.key(pygame.K_ESCAPE)
    assert digest(scene.match.state) == before and not player.options()


def test_a_match_is_saved_by_itself_and_resumed_after_a_kill(pack: Pack) -> None:
    player = Player()
    scene = player.sit_down(Match(pack, "sprint", (PERSON, RANDOM), "kill"))
    rng = Random(3)
    for _ in range(12):
        player.wait_for_turn(scene)
        choose(player, scene, rng)
    player.wait_for_turn(scene)
    while scene.match.state.pick[T.STEP]:
        player.key(pygame.K_ESCAPE)
    saved = store.load(scene.saving.path)
    assert digest(saved.state) == digest(scene.match.state)
    again = Player()
    menu = MenuScene(again.app)
    again.app.push(menu)
    again.click("button:continue")
    assert isinstance(again.app.scene, PlayScene)
    assert again.app.scene.match.actions == saved.actions


def test_every_number_has_its_why_and_every_option_its_preview(pack: Pack) -> None:
    player = Player((1920, 1080))
    scene = player.sit_down(Match(pack, "magnet-gambit", (PERSON, GREEDY), "why"))
    player.wait_for_turn(scene)
    for _ in range(3):
        if player.options():
            player.click(player.options()[0])
            player.wait_for_turn(scene)
    for name in [n.name for n in player.app.stage.nodes if n.live and n.tip is not None]:
        node = player.app.stage.get(name)
        assert node is not None and node.tip is not None
        assert any(node.tip()), f"{name} says nothing"
    for name in ("sector:4", "bloc:3", "measure:0:1", "track", "tension", "budget:0", "resilience:1"):
        player.point(name)
        assert player.app.stage.get("tooltip") is not None, name
    player.click(player.names("card:")[0])
    for name in player.options():
        action = int(name.split(":")[1])
        assert scene.questions.preview_lines(action)


def test_a_move_that_ends_the_game_asks_twice(pack: Pack) -> None:
    player = Player()
    scene = player.sit_down(Match(pack, "sprint", (PERSON, PERSON), "twice"))
    player.wait_for_turn(scene)
    for _ in range(6):
        if isinstance(player.app.scene, CurtainScene):
            player.click("button:ready")
        elif player.options():
            player.click(player.options()[0])
        player.wait_for_turn(scene)
    s, side = scene.match.state, scene.viewer
    s.shared[T.TENSION] = 9
    card = next(
        n
        for n, c in enumerate(scene.match.book.cards)
        if scene.match.book.card_side(n) == side and c.ops[0][0] == T.OP_TARIFF and not c.targets
    )
    if s.place[card] != T.IN_HAND:
        s.place[card] = T.IN_HAND
        s.hand_size[side] += 1
    s.capital[side] = s.budget[side] = 9
    scene.changed()
    player.app.rebuild()
    player.click(f"card:{card}")
    policy = f"option:{T.USE + T.USE_POLICY}"
    player.click(policy)
    assert not scene.match.is_over and scene.confirm == T.USE + T.USE_POLICY
    player.click(policy)
    assert scene.match.is_over


def test_no_frame_shows_what_the_other_side_hides(pack: Pack) -> None:
    """Frames of a viewer are the same whatever the rival's hidden cards, agenda and face-down card are."""
    player, rng = Player(), Random(11)
    match = Match(pack, "tech-war", (PERSON, PERSON), "secret")
    scene = player.sit_down(match)
    compared = 0
    for _ in range(140):
        player.wait_for_turn(scene)
        if match.is_over:
            break
        if isinstance(player.app.scene, CurtainScene):
            hidden = player.pixels()
            _swap(match, 1 - player.app.scene.side, rng)
            scene.changed()
            player.app.rebuild(whole=True)
            assert player.pixels() == hidden
            player.click("button:ready")
            continue
        if _ % 9 == 0:
            shown, true = player.pixels(), match.state
            guess = determinize(match.book, observe(match.book, true, scene.viewer), rng.randrange)
            match.state = guess
            scene.changed()
            player.app.rebuild(whole=True)
            assert player.pixels() == shown
            match.state = true
            compared += 1
        choose(player, scene, rng)
    assert compared > 4


def _swap(match: Match, viewer: int, rng: Random) -> None:
    """Exchange everything this viewer can't see."""
    match.state = determinize(match.book, observe(match.book, match.state, viewer), rng.randrange)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080), (3840, 2160)])
def test_the_table_fits_the_window(pack: Pack, size: tuple[int, int], tmp_path: Path) -> None:
    """Nothing that can be clicked lies outside the window or under something else."""
    player = Player(size)
    scene = player.sit_down(Match(pack, "magnet-gambit", (PERSON, RANDOM), "fit"))
    screen = pygame.Rect(0, 0, *size)
    for _ in range(8):
        player.wait_for_turn(scene)
        for name in player.names():
            node = player.app.stage.get(name)
            assert node is not None and screen.contains(node.rect), name
            assert player.app.stage.at(node.rect.center) is node, f"{name} is covered"
        if player.options():
            player.click(player.options()[0])
    player.picture(tmp_path / "table.png")


def test_a_resized_window_shows_the_same_match(pack: Pack) -> None:
    player = Player((1280, 720))
    scene = player.sit_down(Match(pack, "sprint", (PERSON, RANDOM), "resize"))
    player.wait_for_turn(scene)
    pygame.display.set_mode((1600, 900), pygame.RESIZABLE)
    player.app.handle(pygame.event.Event(pygame.VIDEORESIZE, size=(1600, 900), w=1600, h=900))
    player.frames(2)
    assert player.app.canvas.get_size() == (1600, 900)
    assert player.names()


@pytest.mark.parametrize(
    "name",
    ["deal: what to give?", "deal: what to ask for?", "deal: sweetener?", "deal: accept?", "adviser in a question"],
)
def test_the_option_that_the_pane_tells_of_is_marked(name: str) -> None:
    someone = shown(name)
    stage = someone.app.stage
    options = someone.names("option:")

    def pixels(node: Node, is_pointed: bool) -> bytes:
        return stage.picture(node, is_pointed).surface.get_buffer().raw

    def marked() -> list[str]:
        """Those that look as if they were pointed at."""
        nodes = [node for node in stage.nodes if node.name in options]
        return [node.name for node in nodes if pixels(node, False) == pixels(node, True)]

    assert marked() == options[:1]
    someone.point(options[1])
    someone.frames(1)
    assert marked() == options[1:2]
    leave(someone)


def test_no_tile_of_the_table_is_cut_by_a_sheet_that_ends_among_the_last_of_them() -> None:
    for scale, is_hidden in (("100", False), ("125", True)):
        person = shown("deal: what to give?", (1920, 1080), scale)
        canvas, among = person.app.canvas, person.app.pen.height - person.app.pen.px(40)
        tones = {tuple(canvas.get_at((x, among)))[:3] for x in range(canvas.get_width())}
        assert (len(tones) < 8) == is_hidden  # the sheet's shadow is the only thing there
        leave(person)
