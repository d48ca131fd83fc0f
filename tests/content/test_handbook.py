"""The handbook's text: read rightly, complete, and every link leads somewhere."""

import re
import typing

import pytest

from game.content import effects
from game.content.handbook import Block, blocks, filled, read, slug, terms
from game.content.pack import CONDITIONS, KINDS, TRIGGERS, Scenario
from game.engine import terms as T
from game.places import assets_dir

FOLDER = assets_dir() / "handbook"
NOT_CHAPTERS = {"balance", "contents", "glossary", "research", "rulings"}
# Names of the rules core -> the entry of the glossary that explains them
WORDS = {
    "CAPABILITY": "capability", "PROGRESS": "progress", "CONTROL": "export-control", "LISTING": "entity-listing",
    "TARIFF": "tariff", "PROGRAMME": "national-programme", "STOCK": "stockpile", "WORKAROUND": "workaround",
    "ALIGN": "alignment", "SOURCE": "new-source", "SHOCK": "shock", "LOCK": "lock", "BUDGET": "budget",
    "CAPITAL": "political-capital", "APPROVAL": "approval", "MOVES": "move", "PROPOSED": "deal", "HAND_SIZE": "hand",
    "SLOT_CARD": "slot", "SLOT_TARGET": "target", "SLOT_UP": "face-up", "AGENDA_KEPT": "agenda", "LIT": "lit",
    "NEXT": "pair", "BAG": "spotlight-bag", "HEADLINES": "headline", "AGENDA": "agenda", "PLACE": "card",
    "TENSION": "tension", "DECOUPLING": "decoupling", "TRACK": "leadership-track", "ROUND": "round",
    "STARTER": "first-player", "NAMED": "naming", "OFFER_SWEETENER": "sweetener", "CULPRIT": "handicap",
    "AUTOMATIC": "automatic-victory", "RUPTURE": "rupture", "SHARED_LOSS": "shared-loss", "SCORED": "final-scoring",
    "USE_POLICY": "policy", "USE_ICON": "statecraft", "USE_FUND": "fund", "USE_SET": "contingency",
    "PASS": "pass", "ANNOUNCE": "announce", "LIFT": "lift", "OFFER": "deal", "IN_DECK": "deck", "IN_HAND": "hand",
    "IN_DISCARD": "discards", "IN_SLOT": "slot", "ICON_SECTOR": "invest", "ICON_BLOC": "court",
    "ICON_CRATE": "stockpile", "ICON_RALLY": "rally", "OPEN_HANDS": "open-hands", "BACKFIRE": "backfire",
    "HANDICAP": "handicap", "UPSTREAM": "input", "BY_CONTRACT": "contract", "BY_LICENCE": "licence",
    "BY_TRADE": "trade", "BY_DUTIES": "duties", "BY_BACKFIRE": "learning", "BY_SHORTAGE": "shortage",
    "BY_DRIFT": "drift", "BY_UPKEEP": "upkeep", "BY_SPOTLIGHT": "spotlight", "KIND_CONTROL": "export-control",
    "KIND_LIST": "entity-listing", "KIND_TARIFF": "tariff", "ON_RESTRICTION": "restriction",
    "OP_CONTROL": "export-control", "OP_LIST": "entity-listing", "OP_PROGRAMME": "national-programme",
    "OP_CAPITAL": "political-capital", "OP_ALIGN": "alignment",
}  # fmt: skip
# What is no term of the game: limits, numbering, places of cells, notes and causes that are told in other words
INNER = re.compile(
    r"(US|CHINA|NATURE|NOBODY|PUBLIC|ALL|NONE|UNKNOWN|TOP|NOTE.*|MAX_.*|MOST_.*|N_.*|BY_.*|PICK.*|STEP.*|TARGET.*|ON_.*|"
    r"SECTORS|BLOCS|MEASURES|TARIFF_MEASURE|HAND|MOVES_PER_ROUND|HEADLINE_TENSION|SHARED.*|PHASE|MOVER|DRAWER|ENDING|"
    r"WINNER|AGENDAS.*|TILES.*|OFFER_.*|COIN.*|.*_DEAL|.*_CHOICE|.*_DRAW|NAMING|MOVING|ANSWERING|OVER|LIT_.*|IN_BOX|"
    r"DEALT|KEPT|RETURNED|RUNNING|ICONS|NO_TRIGGER|SELF|RIVAL|BOTH|BOTH_LOSE|SETTINGS|DEALS|CONTINGENCIES|STOCKPILES|"
    r"HEADLINES_ON|ROUNDS|END_.*|RUPTURE_MODE|AGENDA_POINTS|ACCEPT|REFUSE|USES?|SWEETEN|AT_.*|ASK|CARD|"
    r"EVERYBODY|VEILED)"
)


def ids() -> set[str]:
    return {term.id for term in read().terms}


def public_names() -> list[str]:
    return [name for name, value in vars(T).items() if name.isupper() and isinstance(value, int)]


# --- reading -------------------------------------------------------------------------------------


def test_markdown_becomes_blocks() -> None:
    found = blocks(
        "# Title\n\nOne paragraph\non two lines.\n\n- first\n  and more\n- second\n\n1. step\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n![A card.](picture:card)\n![](table:blocs)\n"
    )
    assert found == [
        Block("heading", "Title", 1),
        Block("paragraph", "One paragraph on two lines."),
        Block("item", "first and more"),
        Block("item", "second"),
        Block("item", "step", mark="1."),
        Block("table", rows=(("a", "b"), ("1", "2"))),
        Block("picture", "A card.", name="card"),
        Block("made", "", name="blocs"),
    ]


def test_an_entry_has_other_forms_a_meaning_and_a_chapter() -> None:
    (term,) = terms("# G\n\n## Export control\nalso: controls, control\nCuts off.\nAnd teaches.\nin: measures\n")
    assert (term.id, term.words) == ("export-control", ("Export control", "controls", "control"))
    assert (term.text, term.chapter, term.is_linked) == ("Cuts off. And teaches.", "measures", True)


def test_names_in_braces_are_those_of_the_match() -> None:
    assert filled("{us} leads by {n}.", {"us": "Aquila", "n": 2}) == "Aquila leads by 2."
    with pytest.raises(KeyError):
        filled("{nobody}", {})


# --- complete ------------------------------------------------------------------------------------


def test_every_file_is_in_the_contents() -> None:
    files = {file.stem for file in FOLDER.glob("*.md")} - NOT_CHAPTERS
    assert files == {chapter.id for chapter in read().chapters}


def test_every_term_of_the_rules_core_is_in_the_glossary() -> None:
    known, missing = ids(), []
    for name in public_names():
        word = WORDS.get(name)
        if word is None and name.startswith(("OP_", "KIND_")):
            word = slug(name.partition("_")[2])
        if word is None and INNER.fullmatch(name):
            continue
        if word not in known and not is_in_the_pack(name):
            missing.append(name)
    assert missing == []


def is_in_the_pack(name: str) -> bool:
    """Sectors, blocs and agendas are told in sections of their own."""
    conditions = {condition.replace("-", "_").upper() for condition in CONDITIONS}
    between = public_names()
    sectors = between[between.index("TOOLS") : between.index("SECTORS")]
    blocs = between[between.index("EU") : between.index("BLOCS")]
    return name in conditions or name in sectors or name in blocs or name == "BY_RESILIENCE"


def test_no_term_stands_twice_and_no_form_belongs_to_two() -> None:
    words = [word.casefold() for term in read().terms for word in term.words]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("op", [
    op
    for union in (effects.CardEffect, effects.HeadlineEffect)
    for model in typing.get_args(typing.get_args(union)[0])
    for op in typing.get_args(model.model_fields["op"].annotation)
])  # fmt: skip
def test_every_effect_is_explained(op: str) -> None:
    text = (FOLDER / "effects.md").read_text("utf-8").casefold()
    assert f"**{op.replace('_', ' ')}**" in text


@pytest.mark.parametrize(
    "move", ["policy", "statecraft", "fund", "contingency", "lift", "deal", "pass", "announce"]
)
def test_every_move_is_in_the_chapter_on_moves(move: str) -> None:
    assert f"**{move}**" in (FOLDER / "moves.md").read_text("utf-8").casefold()


def test_every_class_trigger_and_mode_is_told() -> None:
    glossary, modes = ids(), (FOLDER / "modes.md").read_text("utf-8").casefold()
    for kind in KINDS:
        assert kind in glossary or kind in ("control", "list")
    triggers = (FOLDER / "contingencies.md").read_text("utf-8").casefold()
    for trigger in TRIGGERS:
        assert trigger is None or f"| {trigger} |" in triggers
    switches = Scenario.model_fields["switches"].annotation
    assert switches is not None
    for name in switches.model_fields:  # type: ignore[attr-defined]
        assert name.replace("_", " ") in modes, name
    for words in ("both lose", "medium", "strong", "none"):
        assert words in modes


@pytest.mark.parametrize("number", range(1, 10))
def test_the_market_phase_is_told_step_by_step(number: int) -> None:
    chapter = next(c for c in read().chapters if c.id == "market-phase")
    assert any(block.mark == f"{number}." for block in chapter.blocks)


# --- links ---------------------------------------------------------------------------------------


def test_every_link_between_chapters_and_every_chapter_of_a_term_exists() -> None:
    text, names = read(), {chapter.id for chapter in read().chapters}
    for chapter in text.chapters:
        for block in chapter.blocks:
            for told in (block.text, *[cell for row in block.rows for cell in row]):
                for kind, name in re.findall(r"\]\((\w+):([\w-]+)\)", told):
                    assert kind == "chapter" and name in names, (chapter.id, name)
    assert {term.chapter for term in text.terms} <= names
