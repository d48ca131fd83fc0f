"""The pack that comes with the game: complete, without problems, and short enough for its cards."""

from collections import Counter

import pytest

from game.content.almanac import Almanac, almanac_of
from game.content.check import validate
from game.content.check_cards import LONGEST_FACE
from game.content.compile import load_base, rulebook
from game.content.load import base_pack, pack_digest, pack_from_data, pack_to_data
from game.engine import terms as T
from game.engine.rules import start
from game.engine.supply import output, resilience

PACK = load_base()
SCENARIOS = ("first-moves", "sprint", "magnet-gambit", "tech-war", "mirror-match")
REAL_NAMES = (
    "china", "chinese", "beijing", "america", "washington", "taiwan", "japan", "korea", "asean", "europe",
    "india", "gulf",
)  # fmt: skip
DOWNSTREAM = range(T.UPSTREAM, T.SECTORS)


def outputs(scenario, side):
    book = rulebook(PACK, scenario)
    return [output(book.tables, start(book), side, j) for j in DOWNSTREAM]


def test_it_has_no_problems_not_even_hints():
    assert [str(problem) for problem in validate([base_pack()])] == []


def test_it_holds_what_the_rulebook_lists():
    originals = [card for card in PACK.cards if card.copy_of is None]
    assert len(originals) == 80
    assert len(PACK.cards) == 120
    assert (len(PACK.headlines), len(PACK.agendas)) == (20, 10)
    assert sorted(s.id for s in PACK.scenarios) == sorted(SCENARIOS)
    assert len({agenda.condition for agenda in PACK.agendas}) == 10


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_scenario_compiles_with_forty_cards_a_side(scenario):
    book = rulebook(PACK, scenario)
    assert (len(book.cards), book.tables.setting[T.N_US_CARDS]) == (80, 40)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_page_has_words_that_fit(scenario):
    book = rulebook(PACK, scenario)
    almanac = Almanac(PACK, book)
    for page in (*almanac.cards, *almanac.headlines, *almanac.agendas):
        assert page.rules and all(rule.endswith(".") for rule in page.rules), page.title
        assert 0 < len(page.brief) <= LONGEST_FACE, page.title
        assert "{" not in page.brief + "".join(page.rules), page.title
        assert "?" not in page.brief, page.title


def test_every_card_and_headline_has_a_picture_a_date_and_a_source():
    for item in (*(c for c in PACK.cards if c.copy_of is None), *PACK.headlines):
        assert item.art and item.when and item.date and item.sources and item.precedent, item.id


def test_every_agenda_sector_and_scenario_of_the_real_world_has_a_source():
    for item in (*PACK.agendas, *PACK.sectors, *PACK.blocs):
        assert item.about and item.sources, item.id
    for scenario in PACK.scenarios:
        assert scenario.values_note and scenario.summary
        assert bool(scenario.sources) == scenario.precedents, scenario.id


def test_the_main_start_gives_the_outputs_of_the_rulebook():
    assert outputs("tech-war", T.US) == [8, 7, 6, 5, 6, 9]
    assert outputs("tech-war", T.CHINA) == [6, 7, 8, 8, 6, 5]


def test_the_mirror_match_starts_even():
    book = rulebook(PACK, "mirror-match")
    for side in (T.US, T.CHINA):
        assert outputs("mirror-match", side) == [7, 7, 6, 6, 7, 6]
        assert resilience(book.tables, start(book), side) == 27
    half = len(book.cards) // 2
    assert [c.id for c in book.cards[:half]] == [c.id for c in book.cards[half:]]


def test_the_mirror_match_names_nothing_real():
    book = rulebook(PACK, "mirror-match")
    almanac = Almanac(PACK, book)
    pages = [*almanac.cards, *almanac.headlines, *almanac.sectors, *almanac.blocs]
    shown = " ".join(f"{p.title} {p.brief} {' '.join(p.rules)} {p.about}" for p in pages).lower()
    shown += " ".join(b.short for b in book.blocs).lower()
    for word in REAL_NAMES:
        assert word not in shown, word
    assert not any(page.precedent or page.sources for page in pages)


def test_the_classes_are_those_of_the_rulebook():
    kinds = Counter(card.kind for card in PACK.cards if card.copy_of is None)
    assert set(kinds) == {
        "control", "list", "tariff", "industry", "alliance", "reserve", "diplomacy", "showcase", "talent"
    }  # fmt: skip


def test_it_survives_being_embedded_in_a_save():
    again = pack_from_data(pack_to_data(PACK))
    assert pack_digest(again) == pack_digest(PACK)


def test_what_is_made_of_a_pack_is_kept_for_that_pack_alone() -> None:
    book = rulebook(PACK, "sprint")
    assert rulebook(PACK, "sprint") is book and almanac_of(PACK, book) is almanac_of(PACK, book)
    cards = [card.model_copy(update={"title": "Another title"}) for card in PACK.cards]
    changed = PACK.model_copy(update={"cards": cards})
    other = rulebook(changed, "sprint")
    assert other.cards[0].title == "Another title" != book.cards[0].title
    assert almanac_of(changed, other).cards[0].title == "Another title"
