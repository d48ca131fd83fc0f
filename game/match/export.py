"""The log as a file: plain text, Markdown, or JSON. Pure: the caller decides where it goes.

The JSON is one object:

    {"format": 1, "game": "Chokepoint", "version": "0.1.0",
     "scenario": {"id": "tech-war", "title": "..."}, "seed": "...",
     "sides": [{"id": "us", "title": "United States", "seat": "Ann"}, {"id": "china", ...}],
     "viewer": "us" | "china" | "public" | "all",        whose knowledge the lines hold
     "filter": "",                                       what was left out, in words; empty for the whole log
     "result": {"ending": "scored", "winner": "us" | "china" | null} | null,     null while it runs
     "lines": [{"round": 1, "side": "us" | "china" | null, "kind": "policy", "action": 57, "text": "...",
                "changes": [{"number": "us.budget", "words": "US Budget −3", "old": 6, "new": 3, "cause": "..."}],
                "reason": "..."}]}                          what a computer said of its move; only where it did

`kind` is policy, statecraft, deal, contingency, headline, market or round; `side` is null where a line concerns both;
`action` is the number of the pick in the saved match. Lines are in the order in which things happened. A later format
may add fields; it raises `format` only when it changes one of these.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from game import __version__
from game.engine import terms as T
from game.engine.event import place_of
from game.engine.rules import outcome

from .ledger import OUTPUT
from .log import Change, Line
from .match import Match
from .words import ENDINGS

FORMAT = 1
SIDES = ("us", "china")
VIEWERS = ("us", "china", "public", "all")
ENDING_IDS = {
    T.AUTOMATIC: "automatic",
    T.RUPTURE: "rupture",
    T.SHARED_LOSS: "shared-loss",
    T.SCORED: "scored",
}


@dataclass(frozen=True, slots=True)
class Extract:
    """What is exported: lines of a match as one viewer knows them, and in words what was left out."""

    match: Match
    lines: Sequence[Line]
    viewer: int
    left_out: str = ""

    def seat(self, side: int) -> str:
        seat = self.match.seats[side]
        return seat.name or ("Person" if seat.is_person else f"Computer, {seat.level}")

    @property
    def heading(self) -> str:
        sides = self.match.book.scenario.sides
        players = " against ".join(f"{sides[side]} ({self.seat(side)})" for side in (T.US, T.CHINA))
        return f"{self.match.scenario.title}: {players}"

    @property
    def ending(self) -> str:
        """How it ended, or where it stands."""
        result = outcome(self.match.book, self.match.state)
        if result is None:
            number = self.match.state.shared[T.ROUND]
            return f"Running, round {number}" if number else "Not begun yet"
        sides = self.match.book.scenario.sides
        who = f"{sides[result.winner]} wins" if result.winner < T.PUBLIC else "Nobody wins"
        return f"{who} by {ENDINGS[result.ending]}"


def rounds(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """The lines by round, each with its title."""
    found: dict[int, list[Line]] = {}
    for line in lines:
        found.setdefault(line.round, []).append(line)
    return [(f"Round {number}" if number else "Set-up", there) for number, there in found.items()]


def as_text(extract: Extract) -> str:
    """Plain text, a line each."""
    head = [extract.heading, f"Seed {extract.match.seed}. {extract.ending}."]
    if extract.left_out:
        head.append(f"Only: {extract.left_out}")
    for title, lines in rounds(extract.lines):
        head += ["", title, *[f"  {line.body.replace('**', '')}" for line in lines if line.body]]
    return "\n".join(head) + "\n"


def as_markdown(extract: Extract) -> str:
    """Markdown: a heading for each round, a list of what happened."""
    head = [f"# {extract.heading}", "", f"Seed {extract.match.seed}. {extract.ending}."]
    if extract.left_out:
        head += ["", f"Only: {extract.left_out}"]
    for title, lines in rounds(extract.lines):
        head += ["", f"## {title}", "", *[f"- {line.body}" for line in lines if line.body]]
    return "\n".join(head) + "\n"


def as_json(extract: Extract) -> str:
    """One JSON object, described above."""
    return json.dumps(data(extract), ensure_ascii=False, indent=1) + "\n"


def data(extract: Extract) -> dict[str, Any]:
    match, sides = extract.match, extract.match.book.scenario.sides
    result = outcome(match.book, match.state)
    return {
        "format": FORMAT,
        "game": "Chokepoint",
        "version": __version__,
        "scenario": {"id": match.scenario.id, "title": match.scenario.title},
        "seed": match.seed,
        "sides": [{"id": SIDES[s], "title": sides[s], "seat": extract.seat(s)} for s in (T.US, T.CHINA)],
        "viewer": VIEWERS[extract.viewer],
        "filter": extract.left_out,
        "result": None
        if result is None
        else {
            "ending": ENDING_IDS[result.ending],
            "winner": SIDES[result.winner] if result.winner < T.PUBLIC else None,
        },
        "lines": [_line(match, line) for line in extract.lines],
    }


def _line(match: Match, line: Line) -> dict[str, Any]:
    return {
        "round": line.round,
        "side": SIDES[line.who] if line.who < T.NATURE else None,
        "kind": line.kind,
        "action": line.action,
        "text": line.plain,
        "changes": [
            {
                "number": number_id(match, change),
                "words": change.words,
                "old": change.old,
                "new": change.new,
                "cause": change.cause,
            }
            for change in line.changes
        ],
        **({"reason": line.reason} if line.reason else {}),
    }


def number_id(match: Match, change: Change) -> str:
    """A name that a program can group by: "us.budget", "china.output.ev", "align.taiwan", "tension"."""
    book = match.book
    if change.cell >= OUTPUT:
        side, sector = divmod(change.cell - OUTPUT, T.SECTORS)
        return f"{SIDES[side]}.output.{book.sectors[sector].id}"
    place = place_of(book, change.cell)
    if place.window == "shared":
        return {T.TENSION: "tension", T.DECOUPLING: "decoupling", T.TRACK: "track"}.get(place.index, "other")
    parts = [SIDES[place.side]] if place.side in (T.US, T.CHINA) else []
    parts.append(place.window)
    if place.window in ("align", "source"):
        parts.append(book.blocs[place.index].id)
    elif place.window not in ("budget", "capital", "approval", "tariff"):
        parts.append(book.sectors[place.index].id)
    return ".".join(parts)


WRITERS: dict[str, Callable[[Extract], str]] = {"txt": as_text, "md": as_markdown, "json": as_json}
