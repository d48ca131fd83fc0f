"""What if: one move of a match is left out or replaced, and the match goes on with the same luck and intentions.

The same luck: cards, headlines and tiles come in the order in which they came, each as soon as it can. The same
intentions: in every round each side makes the moves that it made, in their order, and answers the same offers alike.
What the rules forbid by then, and what nobody had to decide before, a stated computer player decides.
"""

from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from game.engine import terms as T
from game.engine.notation import NotationError, notate, parse
from game.engine.rules import apply, legal
from game.engine.state import State, copy
from game.match.match import Match
from game.players.levels import make_player
from game.players.plans import is_unfinished

BOT = "greedy"  # the player that stands in: the best move one step ahead
SIDES = ("us", "china")


class WhatIfError(ValueError):
    """Why there is nothing to change there."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What one side decided at one time: a whole move, an answer, a naming, an agenda."""

    action: int  # picks made before it
    side: int
    round: int
    kind: tuple[int, ...]  # what was to be decided
    about: tuple[str, ...]  # of an answer: the offer
    picks: tuple[str, ...]
    is_move: bool
    is_free: bool  # it did not spend a move: an announcement, or an offer that was refused

    @property
    def words(self) -> str:
        return "; ".join(self.picks)


@dataclass(frozen=True, slots=True)
class Changed:
    """A later decision that could not be made again, and what the stand-in did."""

    round: int
    side: int
    meant: str  # empty where nothing was meant: the match went on longer, or had more to decide
    done: str


@dataclass(frozen=True)
class WhatIf:
    """Both lines."""

    match: Match  # as it was
    other: Match  # as it would have been
    decision: Decision
    instead: tuple[str, ...]  # empty: it was left out
    kept: int  # later decisions that were made again
    changed: list[Changed]


def decisions(match: Match) -> list[Decision]:
    """Everything that the two sides decided, in order."""
    return _Reader(match).found


def what_if(match: Match, at: int, instead: Sequence[str] | None = None) -> WhatIf:
    """The match with the decision after `at` picks left out or replaced. Raises WhatIfError and IllegalAction."""
    course = played(match, at, instead)
    while True:
        try:
            next(course)
        except StopIteration as end:
            return cast(WhatIf, end.value)


def played(match: Match, at: int, instead: Sequence[str] | None = None) -> Generator[int, None, WhatIf]:
    """The same, with the round of the other line before each of its decisions."""
    found = decisions(match)
    decision = next((one for one in found if one.action == at), None)
    if decision is None:
        raise WhatIfError(f"no decision begins after {at} picks; {_near(found, at)}")
    if instead is None and not decision.is_move:
        raise WhatIfError(f'"{decision.words}" can be replaced, but not left out: something must be decided')
    line = _Line(match, found, decision, instead is not None and tuple(instead) == decision.picks)
    line.begin(_stand_in(decision) if instead is None else tuple(instead))
    yield from line.go_on()
    done = () if instead is None else tuple(instead)
    return WhatIf(match, line.other, decision, done, line.kept, line.changed)


def _near(found: Sequence[Decision], at: int) -> str:
    near = sorted(found, key=lambda one: abs(one.action - at))[:3]
    return "the nearest: " + ", ".join(str(one.action) for one in sorted(near, key=lambda o: o.action))


def _stand_in(decision: Decision) -> tuple[str, ...]:
    """What is done in place of a move that is left out: a pass, or nothing if it was free."""
    return () if decision.is_free else ("pass",)


# --- what was decided ----------------------------------------------------------------------------


class _Reader:
    """Reads a match's decisions, and the luck it had."""

    def __init__(self, match: Match) -> None:
        self.found: list[Decision] = []
        self.luck: dict[tuple[int, int], list[str]] = defaultdict(list)
        self._match, self._replay = match, match.branch(0)
        while len(self._replay.actions) < len(match.actions):
            self._read()

    def _read(self) -> None:
        s, side, start = self._replay.state, self._replay.mover, len(self._replay.actions)
        if side == T.NATURE:
            self.luck[_lot(s)].append(self._take())
            return
        kind, about, number = _kind(s), _offer(self.found, s), s.shared[T.ROUND]
        picks = [self._take()]
        while len(self._replay.actions) < len(self._match.actions) and is_unfinished(s, side):
            picks.append(self._take())
        is_move, is_free = kind[0] == T.MOVING, self._is_free(picks)
        self.found.append(Decision(start, side, number, kind, about, tuple(picks), is_move, is_free))

    def _is_free(self, picks: Sequence[str]) -> bool:
        at = len(self._replay.actions)
        answer = self._match.actions[at] if at < len(self._match.actions) else ""
        return picks[0] == "announce" or picks[0].startswith("offer ") and answer == "refuse"

    def _take(self) -> str:
        text = self._match.actions[len(self._replay.actions)]
        self._replay.submit_text(text)
        return text


def _lot(s: State) -> tuple[int, int]:
    """What kind of luck is due: lots of a kind come in their order."""
    return s.shared[T.PHASE], s.shared[T.DRAWER]


def _kind(s: State) -> tuple[int, ...]:
    return s.shared[T.PHASE], s.pick[T.STEP] if s.shared[T.PHASE] == T.MOVING else 0


def _offer(found: Sequence[Decision], s: State) -> tuple[str, ...]:
    return found[-1].picks if s.shared[T.PHASE] == T.ANSWERING else ()


# --- the other line ------------------------------------------------------------------------------


class _Line:
    """The match as it would have been."""

    def __init__(
        self, match: Match, found: Sequence[Decision], changed: Decision, is_same: bool = False
    ) -> None:
        self.other = match.branch(changed.action)
        self.other.script = {}  # scripted luck is in the list of what came
        self.kept = 0
        self.changed: list[Changed] = []
        self._is_open = not match.is_over  # then it goes on no further than what was decided
        self._made: list[Decision] = [one for one in found if one.action < changed.action]
        self._meant: dict[tuple[object, ...], list[Decision]] = defaultdict(list)
        for one in found:
            if one.action > changed.action and (is_same or not _answers(found, changed, one)):
                self._meant[self._key(one)].append(one)
        self._luck = _Reader(match).luck
        for key, spent in _Reader(self.other).luck.items():
            del self._luck[key][: len(spent)]
        self._bots = [make_player(BOT, f"what if {side}") for side in SIDES]

    def _key(self, one: Decision) -> tuple[object, ...]:
        return one.round, one.side, one.kind, one.about

    def begin(self, picks: Sequence[str]) -> None:
        """Make the change. Raises WhatIfError or IllegalAction."""
        if not picks:
            return
        side, here = self.other.mover, self._due()
        for text in picks:
            if len(self.other.actions) > here.action and not is_unfinished(self.other.state, side):
                raise WhatIfError(f'the move is complete before "{text}"')
            self.other.submit_text(text)
        if is_unfinished(self.other.state, side):
            options = ", ".join(
                notate(self.other.book, self.other.state, pick) for pick in self.other.legal()
            )
            raise WhatIfError(f"the move is not complete; it goes on with one of: {options}")
        self._note(here, tuple(picks))

    def go_on(self) -> Iterator[int]:
        """To the end, or as far as the match went; tells its round before each decision."""
        while not self.other.is_over:
            if self.other.mover == T.NATURE:
                self._draw()
            elif self._is_open and not any(self._meant.values()):
                return
            else:
                yield self.other.state.shared[T.ROUND]
                self._decide()

    def _draw(self) -> None:
        """The first lot of this kind that came in the match, has not come yet, and is possible now."""
        match = self.other
        options = {notate(match.book, match.state, option) for option in match.legal()}
        due = self._luck[_lot(match.state)]
        text = next((text for text in due if text in options), None)
        if text is None:
            match.draw_lot()
            return
        due.remove(text)
        match.submit_text(text)

    def _decide(self) -> None:
        here = self._due()
        meant = self._meant[self._key(here)]
        failed = ""
        while meant:
            one = meant.pop(0)
            if self._can(one):
                self.other.fold(one.picks)
                self._note(here, one.picks)
                self.kept += 1
                return
            if not one.is_free:
                failed = one.words
                break
        picks = self._let_decide(here.side)
        self._note(here, picks)
        self.changed.append(Changed(here.round, here.side, failed, "; ".join(picks)))

    def _due(self) -> Decision:
        """What has to be decided now, still without picks."""
        s = self.other.state
        side, about = self.other.mover, _offer(self._made, s)
        return Decision(len(self.other.actions), side, s.shared[T.ROUND], _kind(s), about, (), False, False)

    def _note(self, here: Decision, picks: tuple[str, ...]) -> None:
        self._made.append(
            Decision(here.action, here.side, here.round, here.kind, here.about, picks, False, False)
        )

    def _can(self, one: Decision) -> bool:
        """Whether all its picks are legal, and make a whole decision."""
        book, s = self.other.book, copy(self.other.state)
        for n, text in enumerate(one.picks):
            if n and not is_unfinished(s, one.side):
                return False
            try:
                pick = parse(book, s, text)
            except NotationError:
                return False
            if pick not in legal(book, s):
                return False
            apply(book, s, pick)
        return not is_unfinished(s, one.side)

    def _let_decide(self, side: int) -> tuple[str, ...]:
        match, start = self.other, len(self.other.actions)
        while True:
            match.submit(self._bots[side].pick(match.book, match.observe(side)))
            if not is_unfinished(match.state, side):
                return tuple(match.actions[start:])


def _answers(found: Sequence[Decision], offer: Decision, one: Decision) -> bool:
    """Whether one decision is the answer to another that is an offer: it goes with it."""
    following = next((other for other in found if other.action > offer.action), None)
    return one is following and one.kind[0] == T.ANSWERING
