"""Another decision put together in the place of one that was made, pick by pick, from what the rules allow."""

from game.engine.notation import notate
from game.match.match import Match
from game.players.plans import is_unfinished

from .whatif import Decision


class Instead:
    """What is chosen so far, and how it can go on."""

    def __init__(self, match: Match, decision: Decision) -> None:
        self._match, self.decision = match, decision
        self.start_over()

    def start_over(self) -> None:
        self._here = self._match.branch(self.decision.action)
        self.picks: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        return bool(self.picks) and not is_unfinished(self._here.state, self.decision.side)

    def options(self) -> list[str]:
        """How it can go on, in notation; nothing once it is complete."""
        if self.is_complete:
            return []
        book, s = self._here.book, self._here.state
        return [notate(book, s, pick) for pick in self._here.legal()]

    def take(self, text: str) -> None:
        self._here.submit_text(text)
        self.picks = (*self.picks, text)
