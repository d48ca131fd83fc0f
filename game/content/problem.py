"""Problems: what is wrong with a pack, where, and what to do about it."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from pydantic import ValidationError

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Problem:
    severity: Severity
    file: str
    path: str  # place inside the file, like cards.3.effects.0.sector
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        place = f"{self.file}: {self.path}" if self.path else self.file
        return f"{self.severity}: {place}: {self.message}" + (
            f" ({self.suggestion})" if self.suggestion else ""
        )


class ContentError(Exception):
    """A pack that can't be played. `problems` holds every one found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def did_you_mean(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f'did you mean "{close[0]}"?' if close else ""


_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not a field here",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "union_tag_not_found": 'needs an "op"',
}


def from_pydantic(file: str, error: ValidationError, path: str = "") -> list[Problem]:
    """pydantic's findings in plain words."""
    problems = []
    for item in error.errors(include_url=False):
        place = ".".join(str(part) for part in (path, *item["loc"]) if part != "")
        context = item.get("ctx") or {}
        suggestion = ""
        if item["type"] == "union_tag_invalid":
            known = [tag.strip(" '") for tag in str(context["expected_tags"]).split(",")]
            message = f'unknown effect "{context["tag"]}"'
            suggestion = did_you_mean(str(context["tag"]), known) or "known: " + ", ".join(known)
        elif item["type"] == "literal_error":
            known = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            message = f"{item['input']!r} is not one of the words allowed here"
            suggestion = did_you_mean(str(item["input"]), known) or "allowed: " + ", ".join(known)
        else:
            message = _PLAIN.get(item["type"]) or item["msg"].removeprefix("Value error, ")
            message = message[:1].lower() + message[1:]
        problems.append(Problem("error", file, place, message, suggestion))
    return problems
