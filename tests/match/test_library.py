"""The handbook as one thing: whatever a scenario holds can be looked up, and what is searched is found."""

import re

import pytest

from game.content.pack import Pack
from game.match.library import SIDES, Library, volumes

TABLES = {name: (("a", "b"), ("1", "2")) for name in ("keys", "scenarios", "move-columns", "person-columns")}
SCENARIOS = ("tech-war", "magnet-gambit", "mirror-match", "sprint", "first-moves")


@pytest.fixture(scope="module")
def library(pack: Pack) -> Library:
    """The one that the menu opens."""
    return Library(volumes(pack), TABLES)


def told(library: Library, anchor: str) -> str:
    """Everything under an anchor, up to the next."""
    section, at = library.places[anchor]
    blocks = library.section(section).blocks
    found = []
    for n in range(at, len(blocks)):
        if n > at and blocks[n].anchor:
            break
        found += [blocks[n].text, blocks[n].mark, *[cell for row in blocks[n].rows for cell in row]]
    return " ".join(found)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_all_that_a_scenario_holds_can_be_looked_up(pack: Pack, scenario: str) -> None:
    library = Library(volumes(pack, scenario), TABLES)
    book, almanac = library.first.book, library.first.almanac
    for n, card in enumerate(book.cards):
        text = told(library, f"card:{SIDES[book.card_side(n)]}:{card.id}")
        assert card.title in text and all(rule in text for rule in almanac.cards[n].rules)
    for kind, entries, pages in (
        ("headline", book.headlines, almanac.headlines),
        ("agenda", book.agendas, almanac.agendas),
        ("sector", book.sectors, almanac.sectors),
        ("bloc", book.blocs, almanac.blocs),
    ):
        for entry, page in zip(entries, pages, strict=True):
            text = told(library, f"{kind}:{entry.id}")
            assert page.title in text and all(rule in text for rule in page.rules), entry.id


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_match_with_invented_names_has_no_chapter_on_real_events(pack: Pack, scenario: str) -> None:
    sections = {section.id for section in Library(volumes(pack, scenario), TABLES).sections}
    assert ("chapter:model-card" in sections) == (scenario != "mirror-match")


def test_every_card_of_the_pack_is_in_the_menus_handbook(pack: Pack, library: Library) -> None:
    found = {anchor.split(":")[2] for anchor in library.places if anchor.startswith("card:")}
    dealt = {card for scenario in pack.scenarios for deck in scenario.decks.values() for card in deck}
    assert found == dealt


def test_every_real_card_and_headline_has_its_precedent_date_and_sources(library: Library) -> None:
    volume = library.first
    for n, card in enumerate(volume.book.cards):
        page = volume.almanac.cards[n]
        text = told(library, f"card:{SIDES[volume.book.card_side(n)]}:{card.id}")
        assert page.precedent in text and page.when in text
        assert page.sources and all(source.title in text for source in page.sources)
        assert not page.contested or page.contested in text
    for n, headline in enumerate(volume.book.headlines):
        page = volume.almanac.headlines[n]
        text = told(library, f"headline:{headline.id}")
        assert page.precedent in text and all(source.title in text for source in page.sources)


def test_invented_sides_are_called_by_their_own_names_everywhere(pack: Pack) -> None:
    library = Library(volumes(pack, "mirror-match"), TABLES)
    text = " ".join(told(library, section.blocks[0].anchor) for section in library.sections if section.blocks[0].anchor)
    text += " ".join(told(library, anchor) for anchor in library.places)
    assert "Aquila" in text and "Meridian" in text
    for name in ("United States", "China", "Taiwan", "Huawei"):
        assert name not in text, name


def test_the_numbers_are_those_of_the_match(pack: Pack) -> None:
    text = told(Library(volumes(pack, "magnet-gambit"), TABLES), "chapter:end")
    assert "China at +6" in text
    assert "both sides lose" in told(Library(volumes(pack, "sprint"), TABLES), "chapter:tension")


def test_searching_finds_titles_first_and_all_words_together(library: Library) -> None:
    hits = library.search("tension")
    assert hits[0].title.startswith("Tension")
    (best, *_) = library.search("chips act")
    assert best.title.startswith("CHIPS and Science Act")
    section = library.section(best.section)
    assert section.blocks[best.block].text == "CHIPS and Science Act"
    assert library.search("") == [] and library.search("no such words") == []


def test_the_sources_can_be_searched(library: Library) -> None:
    source = library.first.almanac.cards[0].sources[0]
    assert any(hit.title.startswith(library.first.book.cards[0].title) for hit in library.search(source.title))


def test_anchors_are_unique_and_lead_to_their_blocks(library: Library) -> None:
    anchors = [block.anchor for section in library.sections for block in section.blocks if block.anchor]
    assert len(anchors) == len(set(anchors)) == len(library.places)


def test_a_source_names_no_second_year_and_stands_once_with_a_card(library: Library) -> None:
    for section in library.sections:
        for block in section.blocks:
            notes = [block.text] if block.kind == "note" else [row[1] for row in block.rows if row[0] == "note"]
            assert len(notes) == len(set(notes)), block.text
            for note in notes:
                assert not re.search(r"(19|20)\d\d.*\. (19|20)\d\d(,|$)", note.partition("https")[0]), note


@pytest.mark.parametrize(("date", "told"), [("2024", "Robots 2023. IFR, 2024"), ("2023", "Robots 2023. IFR")])
def test_a_source_keeps_its_year_unless_its_title_names_that_one(pack: Pack, date: str, told: str) -> None:
    cited = next(item.sources[0] for item in pack.cards if item.sources)
    robots = {"title": "Robots 2023", "publisher": "IFR", "date": date, "url": ""}
    sources = [one.model_copy(update=robots) if one.id == cited else one for one in pack.sources]
    library = Library(volumes(pack.model_copy(update={"sources": sources})), TABLES)
    notes = {row[1] for section in library.sections for block in section.blocks for row in block.rows}
    assert told in notes
