"""The log as a file: its three shapes, compared with files that people have read.

`python -m tests.match.test_export` writes them anew after a change; read the difference.
"""

import json
from pathlib import Path
from random import Random

import pytest

from game import __version__
from game.content.almanac import Almanac
from game.content.compile import load_base
from game.content.pack import Pack
from game.engine import terms as T
from game.match.export import WRITERS, Extract, data
from game.match.ledger import story
from game.match.log import Filter, log
from game.match.match import Match
from game.match.seats import Seat
from game.match.words import Words

HERE = Path(__file__).parent / "exports"


def short_match(pack: Pack) -> Match:
    """One round of Sprint in which a deal is proposed whenever it can be."""
    match, rng = Match(pack, "sprint", (Seat(name="Ann"), Seat(level="greedy")), "export"), Random(7)
    match.run_nature()
    while match.state.shared[T.ROUND] < 2:
        legal = match.legal()
        offers = [a for a in legal if T.OFFER <= a < T.ASK]
        match.submit(offers[0] if offers else rng.choice(legal))
        match.run_nature()
    return match


def extract(pack: Pack) -> Extract:
    match = short_match(pack)
    words = Words(match.book, Almanac(match.pack, match.book))
    return Extract(match, log(words, story(match, T.US)), T.US)


@pytest.mark.parametrize("name", list(WRITERS))
def test_the_export_is_the_one_that_was_read(pack: Pack, name: str) -> None:
    written = WRITERS[name](extract(pack)).replace(f'"{__version__}"', '"VERSION"')
    assert written == (HERE / f"log.{name}").read_text("utf-8")


def test_the_json_says_who_what_and_why(pack: Pack) -> None:
    found = json.loads(WRITERS["json"](extract(pack)))
    assert (found["format"], found["scenario"]["id"], found["viewer"]) == (1, "sprint", "us")
    assert [side["seat"] for side in found["sides"]] == ["Ann", "Computer, greedy"]
    kinds = {line["kind"] for line in found["lines"]}
    assert {"round", "market", "statecraft"} <= kinds
    changes = [change for line in found["lines"] for change in line["changes"]]
    assert {"us.budget", "china.budget"} <= {change["number"] for change in changes}
    assert all(change["cause"] and change["words"] for change in changes)


def test_every_change_of_a_whole_match_has_a_name_for_programs(pack: Pack) -> None:
    match, rng = Match(pack, "tech-war", (Seat(), Seat()), "names"), Random(5)
    match.run_nature()
    while not match.is_over:
        legal = match.legal()
        match.submit(rng.choice(legal))
        match.run_nature()
    words = Words(match.book, Almanac(match.pack, match.book))
    found = data(Extract(match, log(words, story(match, T.ALL)), T.ALL))
    names = {change["number"] for line in found["lines"] for change in line["changes"]}
    assert names and all("other" not in name for name in names)
    assert found["result"] is not None and found["result"]["ending"]


def test_what_was_left_out_is_said(pack: Pack) -> None:
    whole = extract(pack)
    chosen = Filter(kinds=frozenset({"market"}))
    part = Extract(whole.match, chosen.of(whole.lines), T.US, chosen.told(whole.match.book.scenario.sides))
    for write in WRITERS.values():
        assert "market" in write(part)
    assert json.loads(WRITERS["json"](part))["filter"] == "market"
    assert "Only: market" in WRITERS["txt"](part)


if __name__ == "__main__":
    for kind, write in WRITERS.items():
        text = write(extract(load_base())).replace(f'"{__version__}"', '"VERSION"')
        (HERE / f"log.{kind}").write_text(text, "utf-8")
