"""A scenario becomes a Rulebook: numbers for names, cells for start values, its own titles."""

import pytest

from game.content.check_scenarios import check_scenarios
from game.content.compile import rulebook
from game.content.found import Found
from game.content.problem import ContentError
from game.engine import terms as T
from game.engine.rules import legal, start


def scenario_of(tiny):
    return tiny["scenarios/duel.json"]["scenario"]


def test_a_scenario_compiles_and_starts(tiny, pack_of):
    book = rulebook(pack_of(tiny), "duel")
    assert legal(book, start(book))
    assert [card.id for card in book.cards[:3]] == ["squeeze-chips", "court", "copy"]
    assert book.card_number[T.CHINA, "squeeze-chips"] == 6


def test_start_values_stand_in_their_cells(tiny, pack_of):
    scenario_of(tiny)["position"] |= {
        "align": {"japan": -2},
        "source": {"south": 3},
        "budget": {"us": 6},
        "capital": {"china": 4},
        "approval": {"us": 5, "china": 7},
        "control": {"china": {"magnets": 2}},
        "listing": {"us": ["devices"]},
        "tariff": {"china": 1},
        "programme": {"us": ["ai"]},
        "stock": {"us": {"magnets": 4}, "china": {"tools": 1}},
        "workaround": {"china": ["chips"]},
        "decoupling": 2,
        "track": -3,
    }
    state = start(rulebook(pack_of(tiny), "duel"))
    assert state.align[T.JAPAN] == -2
    assert state.source[T.SOUTH] == 3
    assert list(state.budget) == [6, 0]
    assert list(state.capital) == [0, 4]
    assert list(state.approval) == [5, 7]
    assert state.control[T.UPSTREAM + T.MAGNETS] == 2
    assert state.listing[T.DEVICES] == 1
    assert list(state.tariff) == [0, 1]
    assert state.programme[T.AI] == 1
    assert list(state.stock) == [0, 0, 0, 4, 1, 0, 0, 0]
    assert state.workaround[T.UPSTREAM + T.CHIPS] == 1
    assert state.capability[T.SECTORS + T.DEFENCE] == 5
    assert [state.shared[cell] for cell in (T.TENSION, T.DECOUPLING, T.TRACK)] == [4, 2, -3]


def test_settings_follow_the_scenario(tiny, pack_of):
    scenario_of(tiny).update(
        rounds=3,
        rupture="shared_loss",
        rupture_handicap=2,
        backfire="strong",
        switches={"deals": False, "open_hands": True},
    )
    setting = rulebook(pack_of(tiny), "duel").tables.setting
    assert setting[T.ROUNDS] == 3
    assert (setting[T.END_US], setting[T.END_CHINA]) == (6, 10)
    assert setting[T.RUPTURE_MODE] == T.BOTH_LOSE
    assert setting[T.HANDICAP] == 2
    assert setting[T.BACKFIRE] == 2
    assert [setting[s] for s in (T.DEALS, T.CONTINGENCIES, T.AGENDAS, T.OPEN_HANDS)] == [0, 1, 1, 1]


def test_a_copy_has_the_rules_of_its_original_under_its_own_title(tiny, pack_of):
    cards = rulebook(pack_of(tiny), "duel").cards
    original, copy = cards[0], cards[2]
    assert (copy.id, copy.title) == ("copy", "Copy")
    assert (copy.ops, copy.kind, copy.trigger) == (original.ops, original.kind, original.trigger)


def test_icons_and_targets_become_numbers(tiny, pack_of):
    tiny["cards/all.json"]["cards"][1]["icons"] = ["ai", "japan", "crate:chips"]
    court = rulebook(pack_of(tiny), "duel").cards[1]
    assert court.icons == ((T.ICON_SECTOR, T.AI), (T.ICON_BLOC, T.JAPAN), (T.ICON_CRATE, T.CHIPS))
    assert (court.target, court.targets) == (T.TARGET_BLOC, (T.EU, T.JAPAN))


def test_a_scenario_may_rename_blocs_headlines_and_sides(tiny, pack_of):
    scenario_of(tiny)["titles"] = {
        "blocs": {"eu": "Tool Union"},
        "shorts": {"eu": "UNION"},
        "headlines": {"storm": "Gale"},
    }
    scenario_of(tiny)["sides"]["us"] = {"title": "Aquila", "short": "AQ"}
    book = rulebook(pack_of(tiny), "duel")
    assert (book.blocs[0].title, book.blocs[0].short, book.blocs[1].title) == ("Tool Union", "UNION", "Japan")
    assert book.headlines[0].title == "Gale"
    assert (book.scenario.sides, book.scenario.side_shorts) == (("Aquila", "China"), ("AQ", "CN"))


def test_a_pack_with_errors_is_not_compiled_and_tells_them_all(tiny, pack_of):
    tiny["cards/all.json"]["cards"][0]["effects"][0]["sector"] = "chisp"
    tiny["cards/all.json"]["cards"][1]["cost"] = {"budget": 11}
    with pytest.raises(ContentError) as told:
        rulebook(pack_of(tiny), "duel")
    assert [p.path for p in told.value.problems] == ["cards.0.effects.0.sector", "cards.1.cost.budget"]


def test_an_unknown_scenario_gets_a_suggestion(tiny, pack_of):
    with pytest.raises(ContentError, match='did you mean "duel"'):
        rulebook(pack_of(tiny), "deul")


def test_luck_in_advance_names_what_can_be_drawn(tiny, pack_of):
    scenario_of(tiny)["luck"] = {"hands": {"us": ["no-such"]}, "spotlights": ["chips"]}
    with pytest.raises(ContentError) as error:
        rulebook(pack_of(tiny), "duel")
    assert {problem.path for problem in error.value.problems} == {
        "scenarios.0.luck.hands.us.0",
        "scenarios.0.luck.spotlights.0",
    }


def test_agendas_in_advance_are_at_most_two_of_the_pile_for_each_side_and_each_once(tiny, pack_of):
    scenario_of(tiny)["luck"] = {"agendas": {"us": ["one", "two", "three"], "china": ["four", "two", "no-such"]}}
    with pytest.raises(ContentError) as error:
        rulebook(pack_of(tiny), "duel")
    assert sorted(problem.path for problem in error.value.problems) == [
        "scenarios.0.luck.agendas.china",
        "scenarios.0.luck.agendas.china.1",
        "scenarios.0.luck.agendas.china.2",
        "scenarios.0.luck.agendas.us",
    ]


def test_the_first_bag_holds_pairs_of_downstream_sectors_and_nothing_else_is_drawn(tiny, pack_of):
    scenario_of(tiny)["position"]["bag"] = ["ai", "ev"]
    s = start(rulebook(pack_of(tiny), "duel"))
    assert [n for n in range(T.SECTORS) if s.bag[n]] == [T.UPSTREAM, T.UPSTREAM + 2]
    scenario_of(tiny)["position"]["bag"] = ["ai", "ev", "chips"]
    with pytest.raises(ContentError) as error:
        rulebook(pack_of(tiny), "duel")
    paths = sorted(problem.path for problem in error.value.problems)
    assert paths == ["scenarios.0.position.bag", "scenarios.0.position.bag.2"]


def test_a_spotlight_in_advance_that_is_not_in_the_bag_by_then_is_warned_of(tiny, pack_of):
    scenario_of(tiny)["position"]["bag"] = ["ai", "ev"]
    for spotlights, warned in ((["ai", "ev", "ev", "ai"], []), (["ai", "auto"], ["scenarios.0.luck.spotlights.1"])):
        scenario_of(tiny)["luck"] = {"spotlights": spotlights}
        problems = list(check_scenarios(Found.of(pack_of(tiny))))
        assert [problem.path for problem in problems if "bag" in problem.message] == warned


def test_agendas_in_advance_where_none_are_dealt_are_warned_of(tiny, pack_of):
    scenario_of(tiny)["luck"] = {"agendas": {"us": ["one"]}}
    scenario_of(tiny)["switches"] = {"agendas": False}
    problems = list(check_scenarios(Found.of(pack_of(tiny))))
    assert [problem.path for problem in problems if problem.severity == "warning"] == ["scenarios.0.luck.agendas"]
