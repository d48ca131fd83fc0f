"""The prompt: whose turn it is and what for, in one short title and a line."""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.state import State
from game.match.words import Words

from .. import theme

ASKS = {
    T.NAMING: ("Name the third spotlight", "It is scored this round."),
    T.ANSWERING: ("Answer the deal", "Your move comes after it."),
    T.AGENDA_CHOICE: ("Choose your agenda", "It stays secret to the end."),
}


@dataclass(frozen=True)
class Prompt:
    """`side` is whose turn it is (NOBODY: the table's own); gold stands only where the player can act."""

    title: str
    words: str = ""
    side: int = T.NOBODY
    is_mine: bool = False
    thinks: bool = False  # whether a sign says that it goes on

    @property
    def tone(self) -> str:
        if self.is_mine:
            return theme.GOLD
        return theme.BAR_RIGHT[self.side] if self.side in (T.US, T.CHINA) else theme.TEXT


def prompt(
    words: Words,
    seen: State,
    viewer: int,
    mover: int = T.NONE,
    is_busy: bool = False,
    is_waiting: bool = False,
    is_brief: bool = False,
) -> Prompt:
    """What the player is to do; `mover` is who picks where it is not the viewer."""
    if mover == T.NONE:
        return _mine(seen, viewer)
    if is_waiting:
        how = "It goes on by itself; Space: now" if is_brief else "Space, Enter or a click"
        return Prompt("Read, then go on", how)
    if is_busy:
        return Prompt("See what happens", "Space or a click: all at once")
    if mover == T.NOBODY:
        return Prompt("The match is over", "E: the result. Log, charts and cards stay open.")
    if mover in (T.US, T.CHINA):
        return Prompt(f"{words.sides[mover]} is thinking", "You may look at all that lies open.", mover, thinks=True)
    return Prompt("Cards are dealt")


def _mine(seen: State, viewer: int) -> Prompt:
    phase = seen.shared[T.PHASE]
    if phase != T.MOVING:
        return Prompt(*ASKS[phase], viewer, True)
    left = seen.moves[viewer]
    title = "Your move" if left > 1 else "Your last move"
    count = f"{left} moves left this round" if left > 1 else "Before the round may end"
    return Prompt(title, f"{count}: a card, or one of these", viewer, True)
