"""What the screen can read about every card, headline, agenda, sector and bloc."""

from game.content.almanac import TRIGGER_WORDS, Almanac
from game.content.compile import rulebook
from game.content.pack import TRIGGERS


def almanac_of(pack):
    return Almanac(pack, rulebook(pack, "duel"))


def test_pages_go_by_the_numbers_of_the_rulebook(tiny, pack_of):
    almanac = almanac_of(pack_of(tiny))
    assert almanac.cards[1].title == "Court"
    assert almanac.cards[1].rules == ("Eu or Japan: 1 step toward you.",)
    assert almanac.cards[1].brief == "Align EU/JAPAN +1."
    assert almanac.cards[1].targets == ("Eu", "Japan")
    assert almanac.cards[6].title == "Squeeze-Chips"
    assert almanac.headlines[0].rules == ("All foreign offers of Tools −2 this round.",)
    assert almanac.agendas[0].rules == ("Your Approval is at least 9.",)
    assert almanac.sectors[1].rules == ("What you make yourself is at most your supply of Tools.",)
    assert almanac.blocs[3].title == "Taiwan"


def test_a_page_tells_the_precedent_with_its_sources(tiny, pack_of):
    page = almanac_of(pack_of(tiny)).cards[0]
    assert (page.precedent, page.when) == ("Something happened.", "2020")
    assert [source.title for source in page.sources] == ["Report"]
    assert page.trigger == "when the rival courts a bloc by policy"


def test_a_copy_tells_no_less_than_its_original(tiny, pack_of):
    almanac = almanac_of(pack_of(tiny))
    assert almanac.cards[2].title == "Copy"
    assert almanac.cards[2].rules == almanac.cards[0].rules


def test_without_precedents_nothing_of_the_real_world_is_told(tiny, pack_of):
    scenario = tiny["scenarios/duel.json"]["scenario"]
    scenario["precedents"] = False
    scenario["titles"] = {"blocs": {"eu": "Tool Union"}, "shorts": {"eu": "UNION"}}
    tiny["blocs.json"]["blocs"][0]["about"] = "The European Union."
    tiny["blocs.json"]["blocs"][0]["sources"] = ["report"]
    almanac = almanac_of(pack_of(tiny))
    pages = [*almanac.cards, *almanac.headlines, *almanac.sectors, *almanac.blocs]
    assert not any(page.precedent or page.when or page.about or page.sources for page in pages)
    assert almanac.cards[1].brief == "Align UNION/JAPAN +1."
    assert almanac.blocs[0].title == "Tool Union"


def test_every_trigger_has_words():
    assert set(TRIGGER_WORDS) == set(TRIGGERS.values())
