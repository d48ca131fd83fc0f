"""Every scenario at hand: those of the game, and those that packs of a player's own add."""

from .check import check
from .compile import load_base
from .load import find_packs, load_pack
from .pack import Pack, Scenario
from .problem import ContentError, errors_of


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
