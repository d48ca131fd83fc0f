"""Every scenario at hand: those of the game, and those that packs of a player's own add."""

from .check import check
from .compile import find_scenario, load_base
from .load import find_packs, load_pack
from .pack import Pack, Scenario
from .problem import ContentError, errors_of


def scenario_named(name: str) -> tuple[Pack, Scenario]:
    """A scenario of the game by its id, or one of a pack as PACK/ID, where PACK is a name, a folder or a zip. Raises
    ContentError.
    """
    pack_name, _, scenario_id = name.rpartition("/")
    pack = load_pack(pack_name) if "/" in name else load_base()
    return pack, find_scenario(pack, scenario_id)


def scenarios_of(name: str) -> list[str]:
    """The names of all scenarios that a pack adds to those of the game. Raises ContentError."""
    base = load_base()
    return [f"{name}/{one.id}" for one in load_pack(name).scenarios if one not in base.scenarios]


def scenarios_at_hand() -> tuple[list[tuple[Pack, Scenario]], list[str]]:
    """Scenarios with their packs, and a sentence for each pack that has to be left out."""
    base = load_base()
    found = [(base, scenario) for scenario in base.scenarios]
    left_out = []
    for name in find_packs():
        if name == "base":
            continue
        try:
            pack = load_pack(name)
            if errors := errors_of(check(pack)):
                raise ContentError(errors)
        except ContentError as error:
            first, more = error.problems[0], len(error.problems) - 1
            others = f" And {more} more: python -m game validate shows them." if more else ""
            advice = f" ({first.suggestion})" if first.suggestion else ""
            left_out.append(f"The pack “{name}” is left out: {first.path} {first.message}{advice}.{others}")
            continue
        found += [(pack, scenario) for scenario in pack.scenarios if scenario not in base.scenarios]
    return found, left_out
