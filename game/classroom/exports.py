"""A match for other programs: one row a move as CSV, and a quiz about it in Moodle's GIFT format."""

import csv
import io
from collections.abc import Sequence

from game.engine import terms as T
from game.engine.rules import legal
from game.engine.state import digest
from game.match.match import Match

from .debrief import Debrief
from .swings import Stand

# Columns of the CSV, each with what it says
COLUMNS = {
    "match": "digest of the last position: equal matches have equal digests",
    "move": "number of the move, from 1",
    "round": "round of the match",
    "side": "us or china",
    "player": "name or level of the player",
    "picks": "the picks of the move in notation, with semicolons between them",
    "options": "how many first picks were legal",
    "us_chance": "chance of the first side to win before the move, 0 to 1, all cards open",
    "track": "Leadership track before the move, + for the first side",
    "tension": "Tension before the move",
    "decoupling": "Decoupling before the move",
    "us_budget": "Budget before the move",
    "china_budget": "Budget before the move",
    "us_capital": "Political Capital before the move",
    "china_capital": "Political Capital before the move",
    "us_approval": "Approval before the move",
    "china_approval": "Approval before the move",
}
SIDES = ("us", "china")


def as_csv(found: Debrief) -> str:
    """Every move of a match, one row each, with a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in _rows(found.match, found.stands):
        writer.writerow(row)
    return out.getvalue()


def _rows(match: Match, stood: Sequence[Stand]) -> list[dict[str, object]]:
    name, replay, rows = digest(match.state), match.branch(0), []
    moves = [stand for stand in stood if stand.side in (T.US, T.CHINA)]
    ends = [*[stand.action for stand in moves[1:]], len(match.actions)][: len(moves)]
    for n, (stand, end) in enumerate(zip(moves, ends, strict=True), 1):
        replay.fold(match.actions[len(replay.actions) : stand.action])
        rows.append(
            {
                "match": name,
                "move": n,
                "round": stand.round,
                "side": SIDES[stand.side],
                "player": match.seats[stand.side].name or match.seats[stand.side].level,
                "picks": "; ".join(_own(replay, match.actions[stand.action : end])),
                "options": len(legal(match.book, replay.state)),
                "us_chance": f"{stand.estimate.chance:.3f}",
                **_meters(replay),
            }
        )
    return rows


def _own(replay: Match, actions: Sequence[str]) -> list[str]:
    """The picks of the side that moves, until somebody else picks."""
    ahead, side, own = replay.branch(len(replay.actions)), replay.mover, []
    for text in actions:
        if ahead.mover != side:
            break
        own.append(text)
        ahead.submit_text(text)
    return own


def _meters(replay: Match) -> dict[str, object]:
    s = replay.state
    row: dict[str, object] = {
        "track": s.shared[T.TRACK],
        "tension": s.shared[T.TENSION],
        "decoupling": s.shared[T.DECOUPLING],
    }
    for side, name in enumerate(SIDES):
        row |= {
            f"{name}_budget": s.budget[side],
            f"{name}_capital": s.capital[side],
            f"{name}_approval": s.approval[side],
        }
    return row


# --- a quiz --------------------------------------------------------------------------------------


def as_gift(found: Debrief) -> str:
    """Questions with one right answer about this match."""
    words, s = found.words, found.match.state
    entries = []
    if found.verdict is not None:
        entries.append(
            _choice(
                "Result", "Who won the match?", _winner(found), [*words.sides, "Nobody: a draw", "Both lost"]
            )
        )
    peak = max(moment.seen.shared[T.TENSION] for moment in found.course)
    entries.append(_number("Tension", "How high did Tension rise, at the end of a round?", peak))
    entries.append(_number("Decoupling", "Where did Decoupling stand at the end?", s.shared[T.DECOUPLING]))
    if found.chain is not None:
        used = {words.measure(m) for m in range(T.MEASURES)} - {words.measure(found.chain.measure)}
        right = words.measure(found.chain.measure)
        entries.append(
            _choice("Measure", "Which measure lay on the table most?", right, [right, *sorted(used)[:3]])
        )
    for aim in found.aims:
        question = f"{words.sides[aim.side]} met its agenda {aim.title}."
        entries.append(f"::{_safe(aim.title)}:: {_safe(question)} {{{'T' if aim.is_met else 'F'}}}")
    for idea in found.mechanisms:
        entries.append(f"::{_safe(idea.title)}:: {_safe(idea.question)} {{}}")
    return "\n\n".join(entries) + "\n"


def _winner(found: Debrief) -> str:
    shared = found.match.state.shared
    if shared[T.ENDING] == T.SHARED_LOSS:
        return "Both lost"
    winner = shared[T.WINNER]
    return found.words.sides[winner] if winner in (T.US, T.CHINA) else "Nobody: a draw"


def _choice(name: str, question: str, right: str, options: Sequence[str]) -> str:
    lines = [f"  {'=' if option == right else '~'}{_safe(option)}" for option in options]
    return f"::{_safe(name)}:: {_safe(question)} {{\n" + "\n".join(lines) + "\n}"


def _number(name: str, question: str, right: int) -> str:
    return f"::{_safe(name)}:: {_safe(question)} {{#{right}}}"


def _safe(text: str) -> str:
    """With GIFT's own signs escaped."""
    return "".join(f"\\{c}" if c in "~=#{}:" else c for c in text)
