"""What the author of a scenario wrote in the margin: a note or a question for the class at a named moment."""

from game.content.pack import Moment
from game.engine import terms as T
from game.match.match import Match

from ..app import App
from ..widgets import Answer, Question


def moment_of(match: Match) -> Moment:
    """Where a match is, as notes name it."""
    if match.is_over:
        return "end"
    round_ = int(match.state.shared[T.ROUND])
    return "start" if round_ <= 1 else f"round-{round_}"


class Margin:
    def __init__(self, app: App, match: Match) -> None:
        self.app, self.match = app, match
        self.told: set[Moment] = set()
        self._asked: Question | None = None

    def holds(self) -> bool:
        """Whether a note is being read: the match waits. Each is shown once."""
        moment = moment_of(self.match)
        text = self.match.scenario.notes.get(moment, "")
        if text and moment not in self.told:
            self.told.add(moment)
            is_question = text.rstrip().endswith("?")
            title, icon = ("A question", "why") if is_question else ("A note", "info")
            self._asked = Question(title, text, [Answer("Go on", gold=True)], icon)
            self.app.ask(self._asked)
        return self._asked is not None and self.app.question is self._asked
