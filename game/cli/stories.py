"""replay and explain: a match or a position told in the terminal."""

import json
from pathlib import Path
from typing import Any

from game.content.almanac import almanac_of
from game.content.compile import load_base, rulebook
from game.content.load import read_json
from game.engine import terms as T
from game.engine.event import read_log
from game.engine.explain import Explanation, offers, why_income, why_output, why_resilience, why_supply
from game.engine.market import market as run_market
from game.engine.position import PositionError, position_from_data, position_to_data
from game.engine.rulebook import Rulebook
from game.engine.rules import outcome, start
from game.engine.state import State, digest, listening
from game.match import store
from game.match.export import WRITERS, Extract
from game.match.ledger import story
from game.match.log import Line, log, with_injects, with_reasons
from game.match.match import Match
from game.match.words import ENDINGS, Words

from .errors import CommandError


def replay_story(file: Path, to: int | None, as_json: bool, export: Path | None = None) -> None:
    """Print the log of a match; everything is shown, as for a debrief."""
    match = store.load(file, to)
    words = Words(match.book, almanac_of(match.pack, match.book))
    happened = [inject for inject in match.injects if inject.has_happened(len(match.actions))]
    lines = with_reasons(with_injects(log(words, story(match, T.ALL)), happened, True), match.notes)
    if export is not None:
        export_log(match, lines, export)
    result = outcome(match.book, match.state)
    ending = ENDINGS[result.ending] if result else "running"
    if as_json:
        print(
            json.dumps(
                {
                    "actions": match.actions,
                    "digest": digest(match.state),
                    "ending": ending,
                    "winner": None if result is None else result.winner,
                    "position": position_to_data(match.book, match.state),
                    "log": [line.spoken for line in lines],
                }
            )
        )
        return
    for line in lines:
        print(f"R{line.round}  {line.spoken.replace('**', '')}")
    print(f"{len(match.actions)} picks, {ending}, digest {digest(match.state)}")


def export_log(match: Match, lines: list[Line], file: Path) -> None:
    """Write the log in the format that the file's name asks for. Raises CommandError."""
    write = WRITERS.get(file.suffix.removeprefix(".").lower())
    if write is None:
        raise CommandError(f"{file}: the name must end in " + ", ".join(f".{name}" for name in WRITERS))
    store.write_text(file, write(Extract(match, lines, T.ALL)))


def template_text() -> str:
    """The main scenario's start, in the middle of round 1, as a position file."""
    book = rulebook(load_base(), "tech-war")
    s = start(book)
    s.shared[T.PHASE], s.shared[T.MOVER], s.shared[T.ROUND], s.shared[T.STARTER] = T.MOVING, T.US, 1, T.US
    data = position_to_data(book, s)
    for field in ("cards", "headlines", "agendas", "next", "lit"):
        data.pop(field, None)
    return json.dumps(data, indent=1)


def _read(file: Path) -> tuple[Rulebook, State]:
    data, problems = read_json(file)
    if problems:
        raise CommandError("\n".join(str(problem) for problem in problems))
    if not isinstance(data, dict):
        raise CommandError(f"{file}: must hold an object; python -m game explain --template prints one")
    book = rulebook(load_base(), str(data.get("scenario", "tech-war")))
    try:
        return book, position_from_data(book, data)
    except PositionError as error:
        raise CommandError("\n".join(f"{file}: {line}" for line in str(error).splitlines())) from error


def explain_position(file: Path, with_market: bool, as_json: bool) -> None:
    book, s = _read(file)
    told: dict[str, Any] = {"scenario": book.scenario.id, "sides": {}}
    for side, who in enumerate(("us", "china")):
        told["sides"][who] = _side(book, s, side)
    if with_market:
        told["market"] = _market(book, s)
    if as_json:
        print(json.dumps(told))
    else:
        _print(told)


def _plain(explained: Explanation) -> dict[str, Any]:
    terms = [{"words": term.words, "value": term.value} for term in explained.terms]
    return {"value": explained.value, "terms": terms, "words": explained.words}


def _side(book: Rulebook, s: State, side: int) -> dict[str, Any]:
    """Supplies with all offers, outputs, Resilience and income of a side."""
    supplies: dict[str, Any] = {}
    for i in range(T.UPSTREAM):
        ranked = offers(book, s, side, i)
        supplies[book.sectors[i].id] = _plain(why_supply(book, s, side, i)) | {
            "offers": [{"supplier": o.supplier, "value": o.value, "words": str(o)} for o in ranked]
        }
    outputs = {book.sectors[j].id: _plain(why_output(book, s, side, j)) for j in range(T.UPSTREAM, T.SECTORS)}
    return {
        "supply": supplies,
        "output": outputs,
        "resilience": _plain(why_resilience(book, s, side)),
        "income": _plain(why_income(book, s, side)),
    }


def _market(book: Rulebook, s: State) -> dict[str, Any]:
    """One market phase from here: its events in words, and the position after it."""
    words = Words(book, almanac_of(load_base(), book))
    heard = listening(s)
    run_market(book.tables, heard)
    events = []
    for event in read_log(heard):
        if event.what == T.NOTE_OUTPUT:
            side, sector = divmod(event.old, T.SECTORS)
            events.append(
                {"what": f"{words.shorts[side]} output of {book.sectors[sector].title}: {event.new}"}
            )
        elif event.what == T.NOTE_LEAD:
            events.append({"what": f"spotlight {book.sectors[event.old].title}: {words.track(event.new)}"})
        elif event.what < T.NOTE:
            events.append({"what": words.change(event.what, event.old, event.new), "why": words.cause(event)})
    return {"events": events, "position": position_to_data(book, heard)}


def _print(told: dict[str, Any]) -> None:
    for who, side in told["sides"].items():
        print(f"== {who} ==")
        for name, supply in side["supply"].items():
            print(f"supply {name}: {supply['value']}")
            for offer in supply["offers"]:
                print(f"    {offer['words']} = {offer['value']}")
        for name, output in side["output"].items():
            print(f"output {name}: {output['value']}   {output['words']}")
        for name in ("resilience", "income"):
            terms = ", ".join(f"{term['words']} {term['value']}" for term in side[name]["terms"])
            print(f"{name}: {side[name]['value']}   {terms}")
    if "market" in told:
        print("== market phase ==")
        for event in told["market"]["events"]:
            print(f"{event['what']}" + (f"   ({event['why']})" if "why" in event else ""))
        print(json.dumps(told["market"]["position"], indent=1))
