"""whatif, as the command line shows it: a match with one decision changed."""

import json
from pathlib import Path

from game.classroom.comparison import Comparison, compare, page
from game.classroom.spoken import spoken
from game.classroom.whatif import WhatIfError, decisions, what_if
from game.content.almanac import almanac_of
from game.match import store
from game.match.match import Match
from game.match.words import Words

from .errors import CommandError


def match_what_if(file: Path, at: int | None, instead: str, out: Path | None, as_json: bool) -> None:
    """Change one decision and compare, or list all decisions. Raises CommandError."""
    match = store.load(file)
    if at is None:
        if instead or out is not None:
            raise CommandError("say with --at which decision to change; without it all are listed")
        _list(match, as_json)
        return
    picks = [pick.strip() for pick in instead.split(";") if pick.strip()]
    try:
        found = compare(what_if(match, at, picks or None))
    except WhatIfError as error:
        raise CommandError(str(error)) from error
    if out is not None:
        store.write_text(out, page(found))
    if as_json:
        print(json.dumps(data(found)))
        return
    for line in (found.title, *found.told):
        print(line)
    for row in found.rows:
        if row.is_changed:
            who = "" if row.side is None else f"{found.words.shorts[row.side]} "
            print(f"{who}{row.title}: {row.before} -> {row.after}")
    if out is not None:
        print(f"Written: {out}")


def _list(match: Match, as_json: bool) -> None:
    words = Words(match.book, almanac_of(match.pack, match.book))
    found = decisions(match)
    if as_json:
        rows = [{"at": d.action, "round": d.round, "side": d.side, "picks": d.picks} for d in found]
        print(json.dumps({"decisions": rows}))
        return
    for one in found:
        told = spoken(words, one.side, one.picks)
        print(f"--at {one.action:<4} round {one.round}  {words.shorts[one.side]}  {told}   [{one.words}]")


def data(found: Comparison) -> dict[str, object]:
    """The comparison as JSON values."""
    return {
        "at": found.found.decision.action,
        "was": found.found.decision.picks,
        "instead": found.found.instead,
        "told": found.told,
        "numbers": [
            {"title": row.title, "side": row.side, "before": row.before, "after": row.after}
            for row in found.rows
        ],
        "kept": found.found.kept,
        "changed": [
            {"round": one.round, "side": one.side, "meant": one.meant, "done": one.done}
            for one, _, _ in found.changed
        ],
        "actions": found.found.other.actions,
    }
