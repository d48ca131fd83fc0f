"""Problems: what is wrong with a pack, where, and what to do about it; pydantic's findings in plain words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import ValidationError

from .fields import PATTERN_WORDS

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Problem:
    severity: Severity
    file: str
    path: str  # place inside the file, like cards.3.effects.0.sector, or a line and column
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        place = f"{self.file}: {self.path}" if self.path else self.file
        advice = f" ({self.suggestion})" if self.suggestion else ""
        return f"{self.severity}: {place}: {self.message}{advice}"


class ContentError(Exception):
    """A pack that can't be played. `problems` holds every one found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    return [p for p in problems if p.severity == "error"]


def did_you_mean(word: str, known: Collection[str]) -> str:
    """`did you mean "chips"?`, or nothing when no known word is near."""
    close = get_close_matches(word, known, n=1)
    return f'did you mean "{close[0]}"?' if close else ""


def one_of(word: str, known: Collection[str]) -> str:
    """The nearest known word, or all of them."""
    return did_you_mean(word, known) or "known: " + ", ".join(known)


# --- pydantic's findings -------------------------------------------------------------------------

_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not a field here",
    "string_type": "must be text",
    "string_unicode": "holds half a character (a lone surrogate)",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "is far too large",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be an object {{ }}",
    "model_type": "must be an object {{ }}",
    "model_attributes_type": "must be an object {{ }}",
    "union_tag_not_found": 'needs an "op" that says what it does',
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "string_too_long": "is longer than {max_length} characters",
    "string_too_short": "must not be empty",
    "too_long": "has more than {max_length} entries",
    "too_short": "has fewer than {min_length} entries",
}


def from_pydantic(
    file: str,
    error: ValidationError,
    path: str = "",
    data: Any = None,
    fields: Collection[str] = (),
    elsewhere: Mapping[str, str] | None = None,
) -> list[Problem]:
    """pydantic's findings in plain words.

    `data` is what was validated, to leave out of a place what pydantic adds to it; `fields` are names of
    fields for suggestions; `elsewhere` says of words that are wrong here where they belong.
    """
    problems = []
    for item in error.errors(include_url=False):
        place = ".".join(part for part in (path, *_steps(item["loc"], data)) if part)
        message, suggestion = _plain(item, fields, elsewhere or {})
        problems.append(Problem("error", file, place, message, suggestion))
    return problems


def _steps(location: tuple[int | str, ...], data: Any) -> list[str]:
    """The parts of a location that stand in the data; pydantic puts the kind of an effect in between."""
    steps = []
    for n, part in enumerate(location):
        if part == "[key]":
            continue
        inside = isinstance(data, dict) and part in data
        inside = inside or (isinstance(data, list) and isinstance(part, int) and part < len(data))
        if inside:
            data = data[part]
        if inside or data is None or (n == len(location) - 1 and isinstance(data, dict)):
            steps.append(shown(str(part)))
    return steps


def _plain(item: Any, fields: Collection[str], elsewhere: Mapping[str, str]) -> tuple[str, str]:
    """Message and suggestion for one finding."""
    kind, context, last = item["type"], item.get("ctx") or {}, str(item["loc"][-1]) if item["loc"] else ""
    if kind == "union_tag_invalid":
        tag, known = str(context["tag"]), _listed(context["expected_tags"])
        return f'there is no effect "{shown(tag)}" here', elsewhere.get(tag) or one_of(tag, known)
    if kind == "literal_error":
        word, known = str(item["input"]), _listed(context["expected"])
        return f'"{shown(word)}" is not one of the words that fit here', one_of(word, known)
    if kind == "extra_forbidden":
        return _PLAIN[kind], did_you_mean(last, fields)
    if kind == "string_pattern_mismatch":
        message = PATTERN_WORDS.get(context["pattern"], f"does not have the form {context['pattern']}")
        return message, f'it is "{shown(str(item["input"]))}"'
    if kind in _PLAIN:
        return _PLAIN[kind].format(**context), ""
    message = item["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:], ""


def _listed(expected: Any) -> list[str]:
    """pydantic's `'a', 'b' or 'c'` as a list."""
    return [word.strip(" '") for word in str(expected).replace("' or '", "', '").split(",")]


def shown(text: str) -> str:
    """At most 40 characters of a stranger's text, without line breaks or control characters.

    >>> shown("two" + chr(10) + "lines")
    'two\\\\nlines'
    """
    plain = text if text.isprintable() else ascii(text)[1:-1]
    return plain if len(plain) <= 40 else plain[:39] + "…"
