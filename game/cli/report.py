"""report, as the command line shows it: a saved match as a page, a table, a quiz or a class file."""

import json
from pathlib import Path

from game.classroom.classfile import classfile, text
from game.classroom.debrief import Debrief, debrief
from game.classroom.exports import as_csv, as_gift
from game.classroom.report import page
from game.match import store
from game.players.study import core_for

from .errors import CommandError


def _classfile(found: Debrief) -> str:
    return text(classfile(found.match))


WRITERS = {".html": page, ".csv": as_csv, ".gift": as_gift, ".json": _classfile}


def match_report(file: Path, outs: list[Path], as_json: bool) -> None:
    """Write the report in the formats that the names ask for, or print its main points. Raises CommandError."""
    for out in outs:
        if out.suffix.lower() not in WRITERS:
            raise CommandError(f"{out}: the name must end in " + ", ".join(WRITERS))
    match = store.load(file)
    found = debrief(match, core_for(match.book))
    for out in outs:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(WRITERS[out.suffix.lower()](found), "utf-8")
    if as_json:
        print(json.dumps(data(found)))
        return
    for line in _lines(found):
        print(line)
    for out in outs:
        print(f"Written: {out}")


def data(found: Debrief) -> dict[str, object]:
    """The main points as JSON values."""
    return {
        "scenario": found.match.scenario.id,
        "result": found.verdict.title if found.verdict else None,
        "us_chance": [round(stand.estimate.chance, 3) for stand in found.stands],
        "turning_points": [
            {
                "round": turn.round,
                "action": turn.action,
                "before": turn.before,
                "after": turn.after,
                "log": turn.lines,
            }
            for turn in found.turns
        ],
        "bills": [
            {
                "who": bill.who,
                "side": bill.side,
                "amount": bill.amount,
                "unit": bill.unit,
                "words": bill.words,
            }
            for bill in found.bills
        ],
        "chain": list(found.chain.links) if found.chain else [],
        "questions": [question.words for question in found.questions],
    }


def _lines(found: Debrief) -> list[str]:
    words = found.words
    lines = [
        f"{found.verdict.title}. {found.verdict.why}" if found.verdict else "The match is still going on."
    ]
    lines += [
        f"Turning point, round {turn.round}: {100 * turn.before:.0f} % to {100 * turn.after:.0f} % for "
        f"{words.shorts[0]}. {turn.lines[0] if turn.lines else ''}"
        for turn in found.turns
    ]
    lines += list(found.chain.links) if found.chain else []
    lines += [f"- {question.words}" for question in found.questions]
    return lines
