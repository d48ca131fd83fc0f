"""What the game says and asks over any scene: a line at the bottom for a while, and one question at a time."""

from collections.abc import Callable

from .nodes import Node
from .pen import Pen
from .widgets.modal import Question, modal
from .widgets.toast import toast


class Messages:
    def __init__(self, changed: Callable[[str, str], None]) -> None:
        self._changed = changed  # hears what is said and asked
        self.question: Question | None = None
        self._is_asking = False
        self._said, self._left = "", 0.0

    def say(self, text: str, seconds: float) -> None:
        """A line at the bottom of the screen for a while."""
        self._said, self._left = text, seconds
        self._changed("say", text)

    def ask(self, question: Question | None) -> None:
        """Put a question over the scene; None takes it away."""
        self.question, self._is_asking = question, question is not None
        self._changed("ask", question.title if question else "")

    def forget_question(self) -> None:
        """Another scene is on top: what the last one asked is asked no more."""
        self.question, self._is_asking = None, False

    def update(self, seconds: float) -> bool:
        """Time passes. True at the moment when what was said goes."""
        if not self._said:
            return False
        self._left -= seconds
        if self._left > 0:
            return False
        self._said = ""
        return True

    def focus(self) -> str:
        """Where the focus goes when a question was just asked: to the harmless answer, the one that Enter gives."""
        was, self._is_asking = self._is_asking, False
        return "answer:0" if was else ""

    def asked(self, pen: Pen) -> list[Node]:
        return modal(pen, self.question, self.ask) if self.question is not None else []

    def said(self, pen: Pen) -> list[Node]:
        return [toast(pen, self._said)] if self._said else []
