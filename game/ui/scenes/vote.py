"""A vote of a team on the choice before it, in letters for the back row: the options with numbers, a ballot with each
press of a number, or counts from paper; the winner is proposed, and played when somebody confirms it.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol

import pygame

from game.content.almanac import Almanac
from game.engine import terms as T
from game.match import votes
from game.match.arranged import Kind
from game.match.match import Match
from game.match.words import Words

from .. import theme
from ..app import App, Question, Scene
from ..layout import DESIGN, columns
from ..nodes import Node
from ..pen import Pen
from ..widgets import Answer, button, segments
from .ballot import face_of, paint_option
from .presenter import LARGE, SMALLEST

PAGE = 8  # options on a page
MOST = 99  # ballots for one option
EDGE, HEAD, FOOT = 16, 64, 56  # units
MODES = (("ballots", "Ballots"), ("paper", "Paper"))
SUBJECTS = {
    T.AGENDA_CHOICE: "our secret agenda",
    T.NAMING: "the third spotlight",
    T.ANSWERING: "the deal they offer",
}
DIGITS = range(pygame.K_0, pygame.K_9 + 1)


class Voted(Protocol):
    match: Match
    words: Words
    almanac: Almanac
    viewer: int

    def is_my_pick(self) -> bool: ...

    def pick(self, action: int) -> None: ...

    def log_inject(self, kind: Kind, number: int, words: str, hidden: str = "") -> None: ...

    def clock_words(self) -> str: ...

    def update(self, seconds: float) -> bool: ...


class VoteScene(Scene):
    def __init__(self, app: App, play: Voted) -> None:
        super().__init__(app)
        self.play, self.side = play, play.viewer
        self.mode, self.page, self.row = "ballots", 0, 0
        # whether the room may read the hand; agendas are nobody else's even where hands lie open
        self.is_open = bool(play.match.book.tables.setting[T.OPEN_HANDS]) and not self._are_agendas
        self._pen: tuple[Pen, Pen] | None = None
        self._begin()

    def _begin(self) -> None:
        """A new choice: no ballots yet."""
        match = self.play.match
        cards = range(T.CARD, T.CARD + len(match.book.cards))  # first, with the numbers they have in the hand
        self.actions = sorted(match.legal(), key=lambda action: action not in cards)
        self.titles = [self.play.words.pick(match.state, action)[0] for action in self.actions]
        self.briefs = [self._brief(action) for action in self.actions]
        self.cast: list[int] = []  # the options voted for, in order
        self.counts = [0] * len(self.actions)
        self.page = self.row = 0
        self._at = len(match.actions)
        self._clock = ""

    def entered(self) -> None:
        self.ask()

    @property
    def _has_cards(self) -> bool:
        """Whether there are cards here that may be only numbers."""
        return any(map(self._is_own, self.actions)) and self.play.viewer < T.PUBLIC

    @property
    def _is_hidden(self) -> bool:
        """Whether there are cards here that are only numbers."""
        return self._has_cards and not self.is_open

    @property
    def _may_hide(self) -> bool:
        """Whether the cards that are shown can be numbers again."""
        return self._has_cards and self.is_open and (
            self._are_agendas or not self.play.match.book.tables.setting[T.OPEN_HANDS]
        )

    def turn_hand(self) -> None:
        """Hide a hand that is shown; ask before one is shown."""
        if self._may_hide:
            self.is_open = False
        else:
            self.ask()

    def ask(self) -> None:
        """Whether the room may read the cards."""
        if self._is_hidden and self.app.question is None:
            what, these = ("agendas", "these agendas") if self._are_agendas else ("cards", "this hand")
            text = f"Everybody who sees this screen will see the {what}. Hidden, {what} are only numbers here."
            answers = [Answer("Numbers only", gold=True), Answer(self._turned, self._show)]
            self.app.ask(Question(f"Show {these} to the class?", text, answers, "reveal"))

    def _show(self) -> None:
        self.is_open = True

    def update(self, seconds: float) -> bool:
        """The match goes on under the vote; when the choice is gone, so is the vote. When another side picks it goes
        first: the curtain comes over the table, and no team sees the cards of the other.
        """
        if not self.side == self.play.viewer == self.play.match.mover:
            self.app.pop()
            return True
        self.play.update(seconds)
        if self.app.scene is self and not self.play.is_my_pick():
            self.app.pop()
            return True
        if self._at != len(self.play.match.actions):
            self._begin()
            return True
        was, self._clock = self._clock, self.play.clock_words()
        return was != self._clock

    @property
    def pen(self) -> Pen:
        if self._pen is None or self._pen[0] is not self.app.pen:
            small = self.app.pen
            fit = min(small.width / DESIGN[0], small.height / DESIGN[1])
            self._pen = small, small.another(LARGE, round(SMALLEST * fit))
        return self._pen[1]

    def does(self, n: int) -> tuple[str, ...]:
        """What an option does, in full and shorter, where the room may read it: of a card and its uses only once the
        hand is shown.
        """
        of_card = self._is_own(self.actions[n]) or self.play.match.state.pick[T.STEP] == T.STEP_USE
        return () if of_card and not self.is_open else self.briefs[n]

    def called(self, n: int) -> str:
        """What an option is called; a hidden card has only the number that its team knows it by."""
        is_hidden = self._is_own(self.actions[n]) and not self.is_open
        return f"{'Agenda' if self._are_agendas else 'Card'} {n + 1}" if is_hidden else self.titles[n]

    @property
    def _are_agendas(self) -> bool:
        return self.play.match.state.shared[T.PHASE] == T.AGENDA_CHOICE

    @property
    def _turned(self) -> str:
        """What the key that shows and hides them does next."""
        what = "agendas" if self._are_agendas else "hand"
        return f"{'Show' if self._is_hidden else 'Hide'} the {what}"

    def _is_own(self, action: int) -> bool:
        """Whether an option is a thing that only its team sees."""
        return self._is_card(action) or self._are_agendas

    def _is_card(self, action: int) -> bool:
        return T.CARD <= action < T.CARD + len(self.play.match.book.cards)

    @property
    def is_secret(self) -> bool:
        """Whether the options tell what this team alone may know: its agendas, its hand, what a card is used for."""
        match = self.play.match
        if self._are_agendas:
            return True
        of_card = match.state.pick[T.STEP] in (T.STEP_USE, T.STEP_TARGET) or any(map(self._is_card, self.actions))
        return of_card and not match.book.tables.setting[T.OPEN_HANDS]

    def subject(self) -> str:
        """What is voted on, where the options alone don't tell; of a move nothing."""
        s, phase = self.play.match.state, self.play.match.state.shared[T.PHASE]
        step, measure = s.pick[T.STEP], self.play.words.measure
        if step in (T.STEP_USE, T.STEP_TARGET):
            hidden = "the use of the card" if step == T.STEP_USE else "the target of the card"
            return self.play.almanac.cards[s.pick[T.PICK_CARD]].title if self.is_open else hidden
        if step == T.STEP_TAKE:
            return f"our {measure(s.pick[T.PICK_GIVE])}"
        if step == T.STEP_SWEETENER:
            return f"our {measure(s.pick[T.PICK_GIVE])} for their {measure(s.pick[T.PICK_TAKE])}"
        return SUBJECTS.get(phase, "")

    def _brief(self, action: int) -> tuple[str, ...]:
        """What an option does: a card in sentences, and in its own signs where these are too long."""
        if self._is_card(action):
            page = self.play.almanac.cards[action - T.CARD]
            return " ".join(page.rules), page.brief
        words, s = self.play.words, self.play.match.state
        does = words.pick(s, action)[1]
        if action != T.ACCEPT:
            return (does,) if does else ()
        theirs, ours = (words.measure(s.shared[n]) for n in (T.OFFER_GIVE, T.OFFER_TAKE))
        paid = s.shared[T.OFFER_SWEETENER]
        return (f"Their {theirs}{f' and {paid} Budget' if paid else ''} for our {ours}. {does}",)

    # --- the count -------------------------------------------------------------------------------

    def winner(self) -> int | None:
        """The option with the most votes; none while nobody voted, or while two have the most."""
        most = max(self.counts)
        return self.counts.index(most) if most and self.counts.count(most) == 1 else None

    def result(self) -> str:
        total, most = sum(self.counts), max(self.counts)
        if not total:
            how = {
                "ballots": "Each press of a number is one ballot.",
                "paper": "Choose an option, write its count.",
            }
            return how[self.mode]
        found = self.winner()
        if found is None:
            return f"A tie at {most}: vote again, or one more ballot by the leader decides."
        return f"{self.called(found)}: {most} of {total} votes"

    def vote(self, n: int) -> None:
        """One ballot for an option of the page."""
        n += self.page * PAGE
        if n >= len(self.actions):
            self.app.say(f"There is no option {n + 1}: this choice has {len(self.actions)}.")
        elif self.counts[n] >= MOST:
            self.app.say(f"No more than {MOST} votes for one option.")
        else:
            self.counts[n] += 1
            self.cast.append(n)
            self.row = n

    def write(self, digit: int) -> None:
        """One more digit of the count from paper for the chosen option."""
        count = 10 * self.counts[self.row] + digit
        if count > MOST:
            self.app.say(f"No more than {MOST} votes for one option. Backspace takes a digit away.")
        else:
            self.counts[self.row] = count

    def take_back(self) -> None:
        """The last ballot, or the last digit."""
        if self.mode == "paper":
            self.counts[self.row] //= 10
        elif self.cast:
            self.counts[self.cast.pop()] -= 1

    def clear(self) -> None:
        self.cast.clear()
        self.counts = [0] * len(self.actions)

    def confirm(self) -> None:
        """Play what won."""
        found = self.winner()
        if found is None:
            self.app.say(self.result())
            return
        s, ballots = self.play.match.state, dict(zip(self.actions, self.counts, strict=True))
        number = s.shared[T.ROUND]
        known, whole = votes.told(self.play.words, s, self.side, ballots, self.is_secret)
        before = len(self.play.match.actions)
        self.play.pick(self.actions[found])
        if len(self.play.match.actions) == before:
            self.app.say("This ends the match. Confirm once more.")
            return
        self.clear()  # a second press plays nothing more
        self.play.log_inject("voted", number, known, whole)

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.pen
        wide, high = pen.wide - 2 * EDGE, pen.high
        side = self.play.words.sides[self.play.viewer] if self.play.viewer < T.PUBLIC else "The class"
        told = f"{side} votes: {self.subject()}".removesuffix(": ")
        time = self.play.clock_words()
        head, clock = pen.rect(EDGE, 8, wide, HEAD - 12), pen.rect(EDGE, 8, wide, HEAD - 12)
        clock.w = pen.text_width(time, "number", 22)
        clock.right, head.w = head.right, head.w - clock.w - pen.px(20)
        area = pen.rect(EDGE, HEAD, wide, high - HEAD - FOOT - 44)
        said = pen.rect(EDGE, high - FOOT - 42, wide, 36)
        bar = pen.rect(EDGE, high - FOOT, wide, FOOT - 10)
        return [
            _text(pen, "vote:title", head, told, "number", 30, theme.TEXT, "lm"),
            _text(pen, "vote:clock", clock, time, "number", 22, theme.TEXT_2, "rm"),
            *self._options(area),
            _text(pen, "vote:result", said, self.result(), "head", 22, theme.TEXT, "lm"),
            *self._bar(bar),
        ]

    def _options(self, area: pygame.Rect) -> list[Node]:
        """Numbered options with their counts, in two columns where there are many."""
        pen, first, made = self.pen, self.page * PAGE, []
        most, cast = max(1, *self.counts), max(1, sum(self.counts))
        gap = pen.px(8)
        high = (area.h - 3 * gap) // 4
        across = columns(area, 1 if len(self.actions) <= PAGE // 2 else 2, gap)
        page = range(first, min(first + PAGE, len(self.actions)))
        room = pygame.Rect(0, 0, across[0].w, high)
        letters = face_of(pen, [(self.called(n), self.does(n)) for n in page], room)
        for k, n in enumerate(page):
            column = across[k // 4]
            rect = pygame.Rect(column.x, area.y + (k % 4) * (high + gap), column.w, high)
            face = (
                str(k + 1),
                self.called(n),
                self.does(n),
                self.counts[n],
                self.counts[n] / cast,
                self.counts[n] == most,
                n == self.row,
            )
            is_chosen = self.mode == "paper" and n == self.row
            plain, lit = (
                partial(paint_option, pen, *face[:6], is_chosen, letters, is_lit) for is_lit in (False, True)
            )
            act = partial(self.vote, k) if self.mode == "ballots" else partial(self._choose, n)
            made.append(Node(f"vote:{k + 1}", rect, plain, (*face, is_chosen, letters), act, group="b", lit=lit))
        return made

    def _choose(self, n: int) -> None:
        self.row = n

    def _bar(self, bar: pygame.Rect) -> list[Node]:
        pen = self.pen
        gap = pen.px(8)
        modes, undo, turn, back, go = columns(bar, 5, gap)
        made = segments(pen, "mode", modes, MODES, self.mode, self._count_by, "c", size=17)
        is_on = self.winner() is not None
        words = "Take back"
        made.append(button(pen, "vote:undo", undo, words, self.take_back, "", "Bksp", group="d", size=17))
        pages = -(-len(self.actions) // PAGE)
        if pages > 1:
            title = f"Page {self.page + 1} of {pages}"
            made.append(button(pen, "vote:page", turn, title, self._turn, "", "PgDn", group="d", size=17))
        elif self._is_hidden or self._may_hide:
            made.append(button(pen, "vote:show", turn, self._turned, self.turn_hand, "", "H", group="d", size=17))
        made.append(button(pen, "vote:back", back, "Back", self.app.pop, "", "Esc", group="e", size=17))
        act = self.confirm if is_on else None
        made.append(button(pen, "vote:play", go, "Play it", act, "", "F5", True, group="f", size=17))
        return made

    def _count_by(self, mode: str) -> None:
        self.mode = mode

    def _turn(self, by: int = 1) -> None:
        self.page = (self.page + by) % -(-len(self.actions) // PAGE)
        self.row = self.page * PAGE

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in DIGITS:
            digit = event.key - pygame.K_0
            if self.mode == "paper":
                self.write(digit)
            elif digit:
                self.vote(digit - 1)
            return True
        acts: dict[int, Callable[[], None]] = {
            pygame.K_ESCAPE: self.app.pop,
            pygame.K_F5: self.confirm,
            pygame.K_h: self.turn_hand,
            pygame.K_BACKSPACE: self.take_back,
            pygame.K_DELETE: self.clear,
            pygame.K_PAGEDOWN: self._turn,
            pygame.K_PAGEUP: partial(self._turn, -1),
        }
        if event.key in acts:
            acts[event.key]()
        return event.key in acts


def _text(
    pen: Pen, name: str, rect: pygame.Rect, words: str, face: str, size: float, tone: str, anchor: str
) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        x = box.x if anchor == "lm" else box.right
        pen.text(target, words, x, box.centery, face, size, tone, anchor, width=box.w)

    return Node(name, rect, paint, key=(words, tone), live=False)
