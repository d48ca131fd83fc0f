"""Transcripts of every card, headline and agenda, five and more whole games, and perft counts."""

from pathlib import Path

import pytest

from game.content.compile import load_base
from game.engine.notation import parse
from game.engine.rules import apply, legal, outcome, start
from game.engine.state import digest
from game.lab.perft import POSITIONS, count, position
from tests.table import scenario
from tests.transcripts.scenes import (
    BOOK,
    GAMES,
    HERE,
    agenda_transcript,
    card_transcript,
    headline_transcript,
)


def stored(folder: str, name: str) -> str:
    path = HERE / folder / f"{name}.txt"
    assert path.exists(), f"{name} has no transcript: python -m tests.transcripts writes one"
    return path.read_text("utf-8")


@pytest.mark.parametrize("number", range(len(BOOK.cards)), ids=[card.id for card in BOOK.cards])
def test_card_does_what_its_transcript_says(number: int) -> None:
    assert card_transcript(number) == stored("cards", BOOK.cards[number].id)


@pytest.mark.parametrize("number", range(len(BOOK.headlines)), ids=[h.id for h in BOOK.headlines])
def test_headline_does_what_its_transcript_says(number: int) -> None:
    assert headline_transcript(number) == stored("headlines", BOOK.headlines[number].id)


@pytest.mark.parametrize("number", range(len(BOOK.agendas)), ids=[a.id for a in BOOK.agendas])
def test_agenda_is_met_and_just_not_met_as_its_transcript_says(number: int) -> None:
    text = agenda_transcript(number)
    assert text == stored("agendas", BOOK.agendas[number].id)
    assert "met: True" in text and "short of it: False" in text


@pytest.mark.parametrize(("name", "seed"), GAMES)
def test_recorded_game_folds_to_the_same_digests(name: str, seed: int) -> None:
    book = scenario(name)
    s = start(book)
    for line in stored("games", f"{name}-{seed}").splitlines()[1:]:
        if line.startswith("digest "):
            assert digest(s) == line.split()[1]
            continue
        action = parse(book, s, line)
        assert action in legal(book, s)
        apply(book, s, action)
    assert outcome(book, s) is not None


@pytest.mark.parametrize("name", POSITIONS)
def test_perft_counts_are_those_of_the_table(name: str) -> None:
    counts = [int(line) for line in (HERE.parent / "perft" / f"{name}.txt").read_text().split()]
    book, s = position(name)
    assert [count(book, s, depth + 1) for depth in range(len(counts))] == counts


def test_every_card_headline_and_agenda_of_the_pack_has_a_transcript() -> None:
    pack = load_base()
    played = [card.id for card in pack.cards if card.copy_of is None]
    for folder, ids in (
        ("cards", played),
        ("headlines", [h.id for h in pack.headlines]),
        ("agendas", [a.id for a in pack.agendas]),
    ):
        files = {path.stem for path in Path(HERE / folder).glob("*.txt")}
        assert files == set(ids)
