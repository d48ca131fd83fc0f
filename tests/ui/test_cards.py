"""Cards in the hand and the questions about them: read at a glance, zoomed, foretold, and never cut off."""

from types import SimpleNamespace

import pygame
import pytest

from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.view import observe
from game.match.changes import Change, Forecast, Teller
from game.match.match import Match
from game.match.words import Words
from game.ui.pen import Pen
from game.ui.scenes.play import PlayScene
from game.ui.table.cardback import cardback
from game.ui.table.cards import places
from game.ui.table.face import Look, face
from game.ui.table.forecast import apart
from game.ui.table.glance import choices, marks
from game.ui.table.page import WIDTH, Page
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import at
from tests.ui.screens import leave, shown, sit
from tests.ui.seated import look, seated

ASKING = [
    "choose an agenda", "card: what use?", "card: which target?", "name the third spotlight", "lift a measure",
    "deal: what to give?", "deal: what to ask for?", "deal: sweetener?", "deal: accept?",
    "this ends the game: really?",
]  # fmt: skip
PARTS = ("card", "zoom", "forecast", "sheet", "option", "closed", "deal")


def board(pack: Pack, book: Rulebook, size: tuple[int, int], scale: str = "100") -> SimpleNamespace:
    """What a face is printed with, without a match."""
    pygame.display.set_mode((8, 8))
    pygame.font.init()
    almanac = Almanac(pack, book)
    pen = Pen(*size, int(scale) / 100)
    return SimpleNamespace(
        pen=pen, book=book, almanac=almanac, words=Words(book, almanac), wide=pen.wide, bottom=0
    )


def own_flaws(person: Person) -> list[str]:
    """Flaws of what this file tests; the rest of the table has tests of its own."""
    return [flaw for flaw in person.flaws() if flaw.startswith(PARTS)]


# --- faces ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("scenario", ["tech-war", "mirror-match"])
def test_every_card_can_be_read_in_the_hand_and_in_the_zoom(
    pack: Pack, size: tuple[int, int], scale: str, scenario: str
) -> None:
    from game.content.compile import rulebook

    printing = board(pack, rulebook(pack, scenario), size, scale)
    pen = printing.pen
    printing.rect = lambda x, y, w, h: pygame.Rect(pen.px(x), pen.px(y), pen.px(w), pen.px(h))
    slot = places(printing, 6)[0]
    target = pygame.Surface(size)
    for card in range(len(printing.book.cards)):
        for obstacle in ("", "No target left. DEVICES is listed already."):
            pen.written = []
            box = pygame.Rect(40, 40, *slot.size)
            face(printing, target, box, card, Look(obstacle=obstacle, hint="6"))
            room = box.inflate(2 * pen.px(12), 2 * pen.px(14))
            bad = [w for w in pen.written if w.is_shortened or not room.contains(w.rect)]
            assert not bad, (printing.book.cards[card].title, bad)
        pen.written = []
        page = Page(printing, card, pen.tx(WIDTH))
        assert page.height <= pen.height - pen.px(34), printing.book.cards[card].title
        page.paint(target, pygame.Rect(40, 20, page.width, page.height))
        assert not [w for w in pen.written if w.is_shortened]
        assert max(w.rect.bottom for w in pen.written) <= 20 + page.height


def test_every_effect_has_a_mark_and_every_choice_an_icon(pack: Pack, book: Rulebook) -> None:
    printing = board(pack, book, (1920, 1080))
    for card, printed in enumerate(book.cards):
        found = marks(book, card)
        assert len(found) == len(printed.ops)
        for mark in found:
            assert mark.words and mark.icons
            for icon in mark.icons:
                printing.pen.icon_picture(icon, 20, "#FFFFFF")
        asks = any("one " in mark.words.lower() for mark in found)
        assert asks == bool(printed.targets) == bool(choices(book, card)), printed.title


def test_a_hand_lies_side_by_side_between_the_panels(pack: Pack, book: Rulebook) -> None:
    for size, scale in SIZES:
        printing = board(pack, book, size, scale)
        pen = printing.pen
        printing.rect = lambda x, y, w, h, pen=pen: pygame.Rect(pen.px(x), pen.px(y), pen.px(w), pen.px(h))
        for count in range(1, 7):
            slots = places(printing, count)
            assert all(not a.colliderect(b) for a, b in zip(slots, slots[1:], strict=False))
            assert slots[0].x >= pen.px(432) - 1 and slots[-1].right <= pen.width - pen.px(424) + 1


def test_the_cards_of_a_hand_are_all_set_alike() -> None:
    person = Person((1920, 1080), "125")
    scene = sit(person, at(positions.many_measures))
    s = scene.match.state
    names = ("replicator-initiative", "defense-production-act", "chips-and-science-act", "secure-enclave")
    held = [scene.match.book.card_number[T.US, name] for name in names]  # the second has no room for words
    for card in range(len(scene.match.book.cards)):
        if card in held or s.place[card] == T.IN_HAND:
            s.place[card] = T.IN_HAND if card in held else T.IN_DECK
    look(person, scene)
    looks = [node.key for node in person.app.stage.nodes if node.name.startswith("card:")]
    assert len(looks) == 4 and looks[0].is_small
    assert len({(found.is_small, found.art) for found in looks}) == 1
    leave(person)


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)], ids=str)
def test_the_words_of_a_hand_stand_in_one_size(size: tuple[int, int]) -> None:
    person = shown("table as China", size)
    effects = {mark.words for card in range(len(rules(person).cards)) for mark in marks(rules(person), card)}
    written = [piece for node, piece in person.app.stage.written() if node.name.startswith("card:")]
    sizes = {piece.size for piece in written if piece.text in effects}
    assert len(sizes) == 1, sizes
    leave(person)


def rules(person: Person) -> Rulebook:
    scene = person.app.scene
    assert isinstance(scene, PlayScene)
    return scene.match.book


def test_a_target_on_which_nothing_lies_says_so() -> None:
    person, scene, t = seated()
    t.hand(T.US, "us-geneva-truce").put(T.CONTROL + T.CHINA * T.UPSTREAM + T.MAGNETS, 1)
    look(person, scene)
    scene.pick(T.CARD + t.book.card_number[T.US, "us-geneva-truce"])
    scene.pick(T.USE + T.USE_POLICY)
    person.frames(2)
    told = {n: " ".join(w.text for node, w in person.app.stage.written() if node.name == f"option:{T.AT_SECTOR + n}")
            for n in (T.CHIPS, T.MAGNETS)}  # fmt: skip
    assert "It does nothing there" in told[T.CHIPS] and "It does nothing there" not in told[T.MAGNETS]
    leave(person)


# --- the zoom ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_every_card_of_the_hand_shows_its_zoom_and_forecast_whole(size: tuple[int, int], scale: str) -> None:
    person = Person(size, scale)
    sit(person, at(positions.first_move))
    screen = person.app.canvas.get_rect()
    for name in person.names("card:"):
        person.point(name)
        for part in ("zoom", "forecast"):
            node = person.app.stage.get(part)
            assert node is not None and screen.contains(node.rect), (name, part, node)
        assert own_flaws(person) == [], name
        assert person.app.stage.get("tooltip") is None
    leave(person)


def test_the_zoom_comes_with_the_focus_too_and_goes_with_it() -> None:
    person = Person((1280, 720))
    sit(person, at(positions.first_move))
    assert person.app.stage.get("zoom") is None
    card = person.names("card:")[2]
    person.reach(card)
    assert person.app.stage.get("zoom") is not None
    assert person.is_same_when_drawn_anew()
    person.press("tab")
    assert person.app.stage.get("zoom") is None
    assert person.is_same_when_drawn_anew()
    leave(person)


def test_a_card_is_zoomed_without_forecast_while_the_rival_moves() -> None:
    person = shown("table while the rival thinks")
    card = next(n.name for n in person.app.stage.nodes if n.name.startswith("card:"))
    person.point(card)
    assert person.app.stage.get("zoom") is not None and person.app.stage.get("forecast") is None
    leave(person)


def test_a_card_that_can_not_be_played_says_why_on_its_face() -> None:
    person = Person((1920, 1080))
    match = at(positions.first_move)
    scene = sit(person, match)
    match.state.budget[T.US] = match.state.capital[T.US] = 0
    scene.changed()
    person.app.rebuild()
    assert person.says("Needs 1 Capital, you have 0.")
    leave(person)


# --- questions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("name", ASKING)
def test_every_question_fits_whatever_answer_is_looked_at(
    name: str, size: tuple[int, int], scale: str
) -> None:
    person = shown(name, size, scale)
    screen = person.app.canvas.get_rect()
    for option in person.options():
        person.point(option)
        assert own_flaws(person) == [], option
        outside = [n.name for n in person.app.stage.reachable() if not screen.contains(n.rect)]
        assert outside == []
    leave(person)


@pytest.mark.parametrize("name", ASKING)
def test_every_answer_is_reached_by_arrows_and_given_by_its_number(name: str) -> None:
    person = shown(name)
    options = person.options()
    assert options
    for option in options:
        person.reach(option)
    scene = person.app.scene
    assert isinstance(scene, PlayScene)
    before = len(scene.match.actions)
    person.press(str(len(options)))
    assert len(scene.match.actions) > before or scene.confirm >= 0 or scene.mode == ""
    leave(person)


def test_a_use_that_is_closed_is_shown_with_its_reason_and_can_not_be_clicked() -> None:
    person = Person((1920, 1080))
    match = at(positions.use_of_a_card)
    scene = sit(person, match)
    match.state.budget[T.US] = match.state.capital[T.US] = 0
    scene.changed()
    person.app.rebuild()
    person.frames()
    closed = [n for n in person.app.stage.nodes if n.name.startswith("closed:")]
    assert closed and all(not n.live for n in closed)
    assert person.says("you have 0.")
    assert set(person.options()) == {f"option:{a}" for a in match.legal()}
    leave(person)


def test_a_printed_target_that_is_closed_is_shown_with_its_reason() -> None:
    person = Person((1920, 1080))
    match = at(positions.target_of_a_card)
    scene = sit(person, match)
    s, card = match.state, match.state.pick[T.PICK_CARD]
    target = match.book.cards[card].targets[0]
    assert match.book.cards[card].target == T.TARGET_SECTOR and len(person.options()) > 1
    s.listing[T.US * T.SECTORS + target] = 1
    scene.changed()
    person.app.rebuild()
    person.frames()
    assert f"closed:{T.AT_SECTOR + target}" in [n.name for n in person.app.stage.nodes]
    assert person.says(f"{match.book.sectors[target].short} is listed already.")
    leave(person)


@pytest.mark.parametrize("name", ASKING)
def test_every_answer_says_what_it_would_do(name: str) -> None:
    person = shown(name)
    scene = person.app.scene
    assert isinstance(scene, PlayScene)
    for option in person.options():
        assert all(scene.questions.preview_lines(int(option.split(":")[1])))
    leave(person)


def test_what_a_deal_would_bring_comes_true_when_it_is_accepted(pack: Pack) -> None:
    match = at(positions.deal_sweetener)
    words = Words(match.book, Almanac(pack, match.book))
    teller = Teller(words, match.observe(T.US))
    promised = teller.forecast([T.SWEETEN, T.ACCEPT]).certain
    before = match.observe(T.US).seen
    match.submit(T.SWEETEN)
    match.submit(T.ACCEPT)
    after = match.observe(T.US).seen
    changed = [
        (cell, old, new)
        for cell, (old, new) in enumerate(zip(before.cells, after.cells, strict=True))
        if old != new and (cell < T.MOVES or T.SHARED <= cell <= T.SHARED + T.TRACK)
    ]
    assert promised == teller.certain(changed) and promised


def test_a_forecast_of_the_hand_does_not_depend_on_what_the_rival_hides(pack: Pack) -> None:
    """Swapping the rival's hidden cards changes no word of it."""
    from random import Random

    from game.engine.view import determinize

    match: Match = at(positions.many_measures)
    words, rng = Words(match.book, Almanac(pack, match.book)), Random(3)
    true = match.state
    picks = [[a, T.USE + T.USE_FUND] for a in match.legal() if a >= T.CARD]

    def told() -> list[object]:
        teller = Teller(words, observe(match.book, match.state, T.US))
        return [teller.forecast(row) for row in picks]

    first = told()
    for _ in range(5):
        match.state = determinize(match.book, observe(match.book, true, T.US), rng.randrange)
        assert told() == first
    match.state = true


def test_what_all_targets_change_alike_is_said_once() -> None:
    def told(*changes: Change) -> Forecast:
        return Forecast(changes, (), ())

    tension, listed = Change("shared", -1, 0, "Tension", "7", "8"), Change("listing", 0, 4, "listing", "", "in place")
    alike, own, idle = apart([("Chips", told(tension)), ("AI", told(tension, listed)), ("EV", told(tension))])
    assert alike == [tension] and own == [("AI", told(listed))]
    assert idle == "Nothing else changes on Chips or EV."
    assert apart([("", told(tension))]) == ([], [("", told(tension))], "")


def test_backs_are_told_apart_without_their_colour() -> None:
    pen = Person((1280, 720), "100").app.pen
    box = pygame.Rect(20, 20, 113, 192)
    greys = []
    for side in (T.US, T.CHINA):
        target = pygame.Surface((153, 232))
        cardback(pen, target, box, side, "emblem-us")  # the same emblem: the field alone has to do
        greys.append([sum(target.get_at((x, 60))[:3]) for x in range(box.x + 12, box.right - 12)])
    shapes = [[b > a for a, b in zip(row, row[1:], strict=False)] for row in greys]
    assert sum(a != b for a, b in zip(*shapes, strict=True)) > len(shapes[0]) // 4
