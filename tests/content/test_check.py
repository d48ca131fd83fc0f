"""Every kind of problem is found, with its severity, its place and its advice."""

from typing import Any

import pytest

from game.content.check import validate

CARDS, SCENARIO = "cards/all.json", "scenarios/duel.json"
GONE = "(left out)"


def change(files: dict[str, Any], file: str, path: str, value: Any) -> None:
    """Set (or with GONE, remove) the value at a dotted path."""
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    at = files[file]
    for part in way:
        at = at[part]
    if value is GONE:
        del at[last]
    elif isinstance(at, list) and last == len(at):
        at.append(value)
    else:
        at[last] = value


def test_the_small_pack_has_no_problems(tiny, problems_of):
    assert problems_of(tiny) == []


CONTROL, ALIGN = {"op": "control", "sector": "?"}, {"op": "align", "bloc": "?", "steps": 1}
OTHER_VIEW = {"contested": "Not so.", "sources": ["white-house"], "contested_sources": ["white-house"]}

# what is changed to what | the problem: severity, place in the file, words in it
ERRORS = [
    # form
    (CARDS, "cards.0.title", GONE, "cards.0.title", "is missing"),
    (CARDS, "cards.0.title", "x" * 35, "cards.0.title", "longer than 34 characters"),
    (CARDS, "cards.0.title", "", "cards.0.title", "must not be empty"),
    (CARDS, "cards.0.title", "two\nlines", "cards.0.title", "control characters"),
    (CARDS, "cards.0.title", 7, "cards.0.title", "must be text"),
    (CARDS, "cards.0.points", "2", "cards.0.points", "must be a whole number"),
    (CARDS, "cards.0.points", 7, "cards.0.points", "at most 6"),
    (CARDS, "cards.0.target", ["eu"], "cards.0.target", 'did you mean "targets"?'),
    (CARDS, "cards.0.id", "Big Card", "cards.0.id", "small letters and digits"),
    (CARDS, "cards.0.kind", "contrl", "cards.0.kind", 'did you mean "control"?'),
    (CARDS, "cards.0.art", "../../secret", "cards.0.art", "the name of a picture"),
    (CARDS, "cards.0.date", "2022-13-40", "cards.0.date", "not in the calendar"),
    (CARDS, "cards.0.date", "7 October", "cards.0.date", "must be a date like"),
    ("sources.json", "sources.0.url", "javascript:alert(1)", "sources.0.url", "web address"),
    ("sources.json", "sources.0", "report", "sources.0", "must be an object"),
    # effects
    (CARDS, "cards.0.effects.0.op", "contrl", "cards.0.effects.0", 'did you mean "control"?'),
    (CARDS, "cards.0.effects.0.op", GONE, "cards.0.effects.0", 'needs an "op"'),
    (CARDS, "cards.0.effects.0.op", "shock", "cards.0.effects.0", "an effect of headlines"),
    ("headlines.json", "headlines.0.effects.0.op", "progress", "headlines.0.effects.0", "an effect of cards"),
    (CARDS, "cards.0.effects.0.sector", GONE, "cards.0.effects.0.sector", "is missing"),
    (CARDS, "cards.0.effects.0.sector", "chisp", "cards.0.effects.0.sector", 'did you mean "chips"?'),
    (CARDS, "cards.0.effects.0.sector", "ai", "cards.0.effects.0.sector", 'no upstream sector "ai"'),
    (CARDS, "cards.0.effects.0.steps", 4, "cards.0.effects.0.steps", "at most 3"),
    (CARDS, "cards.0.effects", [], "cards.0.effects", "at least one effect"),
    ("headlines.json", "headlines.0.effects.0.sector", "?", "headlines.0.effects.0.sector", "nobody chooses"),
    (
        "headlines.json", "headlines.0.effects.0", {"op": "budget", "who": "self", "points": 1},
        "headlines.0.effects.0.who", "belongs to no side",
    ),
    (
        "headlines.json", "headlines.0.effects", [{"op": "spotlight", "sector": j} for j in ("ai", "ev", "auto")],
        "headlines.0.effects", "more than 2 sectors",
    ),
    # targets
    (CARDS, "cards.1.targets", GONE, "cards.1.targets", "no targets are given"),
    (CARDS, "cards.0.targets", ["eu"], "cards.0.targets", 'no effect has "?"'),
    (CARDS, "cards.1.effects", [CONTROL, ALIGN], "cards.1.effects", 'two kinds of "?"'),
    (CARDS, "cards.1.targets", ["eu", "jpan"], "cards.1.targets.1", 'did you mean "japan"?'),
    (CARDS, "cards.1.targets", ["eu", "chips"], "cards.1.targets.1", '"chips" is no bloc'),
    (CARDS, "cards.1.targets", ["eu", "eu"], "cards.1.targets.1", "twice"),
    # cards
    (CARDS, "cards.0.cost.capital", 11, "cards.0.cost.capital", "can never be paid"),
    (CARDS, "cards.0.icons", ["tools", "eu"], "cards.0.icons", "3 icons, and this one has 2"),
    (CARDS, "cards.0.icons.2", "crate:ai", "cards.0.icons.2", 'no icon "crate:ai"'),
    (CARDS, "cards.0.kind", GONE, "cards.0.kind", "is missing"),
    (CARDS, "cards.2.copy_of", "squeeze-chip", "cards.2.copy_of", 'did you mean "squeeze-chips"?'),
    (CARDS, "cards.2.copy_of", "copy", "cards.2.copy_of", "a copy of itself"),
    (CARDS, "cards.3", {"id": "a", "title": "A", "copy_of": "copy"}, "cards.3.copy_of", "itself a copy"),
    (CARDS, "cards.2.points", 2, "cards.2.points", "must be left out"),
    (CARDS, "cards.3.id", "b", "cards.4", "stands twice in this pack"),
    # sectors and blocs
    ("sectors.json", "sectors.9", GONE, "sectors", "there must be 10 sectors, and there are 9"),
    ("blocs.json", "blocs.7", GONE, "blocs", "there must be 8 blocs, and there are 7"),
    ("blocs.json", "blocs.0.id", "ai", "blocs.0.id", "a sector has the same id"),
    ("sectors.json", "sectors.3.stage", "downstream", "sectors.3.stage", "the first 4 sectors are upstream"),
    ("sectors.json", "sectors.4.solid", ["devices"], "sectors.4.solid.0", "not upstream"),
    ("sectors.json", "sectors.0.solid", ["chips"], "sectors.0.solid.0", "in a circle"),
    ("sectors.json", "sectors.0.solid", ["tools"], "sectors.0.solid.0", "in a circle"),
    ("sectors.json", "sectors.0.solid", ["magnets"], "sectors.0.solid.0", "must come before it"),
    ("sectors.json", "sectors.4.dashed", ["chips"], "sectors.4.solid", "an input twice"),
    ("sectors.json", "sectors.4.solid", ["chipz"], "sectors.4.solid.0", 'did you mean "chips"?'),
    ("blocs.json", "blocs.0.supplies", {"ai": 5}, "blocs.0.supplies.ai", 'no upstream sector "ai"'),
    ("blocs.json", "blocs.0.supplies", {"chips": 11}, "blocs.0.supplies.chips", "at most 10"),
    ("blocs.json", "blocs.0.buys", "chips", "blocs.0.buys", 'no downstream sector "chips"'),
    # scenarios
    (SCENARIO, "scenario.decks.us.0", "squeeze", "scenario.decks.us.0", 'did you mean "squeeze-chips"?'),
    (SCENARIO, "scenario.decks.us.1", "copy", "scenario.decks.us.2", "stands in this list twice"),
    (SCENARIO, "scenario.decks.china", GONE, "scenario.decks", 'the deck of "china" is missing'),
    (SCENARIO, "scenario.sides.us", GONE, "scenario.sides", 'the name of "us" is missing'),
    (SCENARIO, "scenario.agendas", ["one", "two", "three"], "scenario.agendas", "four agendas are dealt"),
    (SCENARIO, "scenario.headlines", ["strom"], "scenario.headlines.0", 'did you mean "storm"?'),
    (SCENARIO, "scenario.minutes", [10, 5], "scenario.minutes", "the shorter time comes first"),
    (SCENARIO, "scenario.position.track", 6, "scenario.position.track", "where the game is over"),
    (SCENARIO, "scenario.position.track", -10, "scenario.position.track", "where the game is over"),
    (SCENARIO, "scenario.position.tension", 10, "scenario.position.tension", "the Rupture"),
    (SCENARIO, "scenario.position.budget", {"us": 11}, "scenario.position.budget.us", "at most 10"),
    (SCENARIO, "scenario.position.align", {"eu": -4}, "scenario.position.align.eu", "at least -3"),
    (SCENARIO, "scenario.position.align", {"ue": 1}, "scenario.position.align.ue", 'no bloc "ue"'),
    (SCENARIO, "scenario.position.control", {"us": {"ai": 1}}, "scenario.position.control.us.ai", "no upstr"),
    (SCENARIO, "scenario.position.control", {"su": {}}, "scenario.position.control.su", "known: us, china"),
    (SCENARIO, "scenario.position.listing", {"us": ["ai", "ai"]}, "scenario.position.listing.us.1", "twice"),
    (SCENARIO, "scenario.position.capability.us.ai", GONE, "scenario.position.capability.us", "for ai"),
    (SCENARIO, "scenario.titles", {"shorts": {"ue": "X"}}, "scenario.titles.shorts.ue", 'no bloc "ue"'),
    (SCENARIO, "scenario.sources", ["white-hose"], "scenario.sources.0", 'did you mean "white-house"?'),
]  # fmt: skip

MILDER = [
    ("warning", CARDS, "cards.7", "lonely", "cards.7", "no scenario deals it"),
    ("warning", CARDS, "cards.0.sources", [], "cards.0.sources", "no source"),
    ("warning", CARDS, "cards.0.precedent", "", "cards.0.precedent", "no real event"),
    ("warning", CARDS, "cards.0.when", "", "cards.0.when", "does not say when"),
    ("warning", CARDS, "cards.0.contested", "Not so.", "cards.0.contested_sources", "no source for it"),
    ("warning", CARDS, "cards.0", OTHER_VIEW, "cards.0.contested_sources", 'of one side ("us")'),
    ("warning", CARDS, "cards.0.contested_sources", ["report"], "cards.0.contested", "does not tell it"),
    ("warning", CARDS, "cards.3.effects.0.points", 0, "cards.3.effects.0", "0 changes nothing"),
    ("warning", CARDS, "cards.0.icons", ["ai", "ai", "eu"], "cards.0.icons.1", "twice"),
    ("warning", SCENARIO, "scenario.decks.us", ["a"], "scenario.decks.us", "fewer than a hand"),
    ("warning", SCENARIO, "scenario.titles", {"blocs": {"eu": "Union"}}, "scenario.titles.blocs", "short"),
    ("hint", SCENARIO, "scenario.rounds", 2, "scenario.headlines", "headlines for 1 of them"),
    ("hint", CARDS, "cards.0.trigger", "tariff", "scenario.decks.us", 'contingencies for "tariff"'),
    ("hint", CARDS, "cards.0.trigger", GONE, "scenario.decks.us", 'against policies of the class "alliance"'),
    ("hint", SCENARIO, "scenario.sources", [], "sources.1", "nothing refers to it"),
]


def found(problems, severity, path, words):
    return [
        p
        for p in problems
        if p.severity == severity and p.path == path and words in f"{p.message} {p.suggestion}"
    ]


@pytest.mark.parametrize(("file", "at", "value", "path", "words"), ERRORS, ids=lambda v: str(v)[:40])
def test_an_error_is_told_with_its_place_and_advice(tiny, problems_of, file, at, value, path, words):
    change(tiny, file, at, value)
    problems = problems_of(tiny)
    told = found(problems, "error", path, words)
    assert told, [str(p) for p in problems]
    assert told[0].file.endswith((file, 'pack "tiny"'))


@pytest.mark.parametrize(("severity", "file", "at", "value", "path", "words"), MILDER)
def test_what_can_be_played_is_only_warned_of(tiny, problems_of, severity, file, at, value, path, words):
    if value == "lonely":
        value = tiny[CARDS]["cards"][0] | {"id": "lonely"}
    if at == "cards.0":
        value = tiny[CARDS]["cards"][0] | value
    change(tiny, file, at, value)
    problems = problems_of(tiny)
    assert found(problems, severity, path, words), [str(p) for p in problems]
    assert not [p for p in problems if p.severity == "error"]


def test_all_problems_are_told_at_once_errors_first(tiny, problems_of):
    for file, at, value in (
        (CARDS, "cards.0.effects.0.sector", "chisp"),
        (CARDS, "cards.1.cost.capital", 11),
        (CARDS, "cards.3.sources", []),
        ("headlines.json", "headlines.0.effects.0.points", "two"),
        (SCENARIO, "scenario.position.tension", 10),
    ):
        change(tiny, file, at, value)
    problems = problems_of(tiny)
    assert [p.severity for p in problems] == ["error"] * 4 + ["warning"]


def test_one_slip_is_one_problem_and_not_one_for_each_mention(tiny, problems_of):
    change(tiny, CARDS, "cards.0.points", "two")
    change(tiny, "sectors.json", "sectors.0.short", "far too long")
    assert [p.path for p in problems_of(tiny)] == ["cards.0.points", "sectors.0.short"]


def test_a_contested_claim_with_a_third_party_or_both_sides_is_fine(tiny, problems_of):
    for sources in (["white-house", "report"], ["joint"]):
        tiny["sources.json"]["sources"][2:] = [{"id": "joint", "title": "Both", "side": "both"}]
        change(tiny, CARDS, "cards.0", tiny[CARDS]["cards"][0] | OTHER_VIEW | {"contested_sources": sources})
        assert not [p for p in problems_of(tiny) if p.severity != "hint"]


def test_rules_that_do_not_fit_on_a_card_are_hinted_at(tiny, problems_of):
    long = [{"op": "showcase", "sector": name} for name in ("ai", "ev")]
    change(tiny, CARDS, "cards.0.effects", long)
    change(tiny, CARDS, "cards.1.trigger", "tariff")
    assert found(problems_of(tiny), "hint", "cards.0.effects", "75 fit on a card")


def test_a_single_file_is_checked_within_its_pack(tiny, written):
    change(tiny, CARDS, "cards.0.effects.0.sector", "chisp")
    change(tiny, SCENARIO, "scenario.position.tension", 10)
    folder = written(tiny)
    assert [p.path for p in validate([folder / CARDS])] == ["cards.0.effects.0.sector"]


def test_a_file_without_a_pack_around_it_says_so(tmp_path):
    (tmp_path / "alone.json").write_text("{}")
    assert "belongs to no pack" in validate([tmp_path / "alone.json"])[0].message
    assert "does not exist" in validate([tmp_path / "nothing"])[0].message
