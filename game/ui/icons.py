"""Which icon stands for what: every sector, bloc, measure, op, resource, phase, card class and agenda has one.

A pack may bring sectors or blocs of its own; those show a plain tile or globe.
"""

from game.content.pack import Scenario
from game.engine import terms as T

from .svg import svg_file

MEASURES = ("control", "listing", "tariff")
RESOURCES = ("budget", "capital", "approval", "tension", "decoupling", "track", "resilience")
PHASES = ("headline", "draw", "naming", "moves", "market", "scoring")
PHASE = {
    T.COIN_TOSS: "seed",
    T.AGENDA_DEAL: "agenda",
    T.TILES: "spotlight",
    T.AGENDA_CHOICE: "agenda",
    T.HEADLINE_DRAW: "headline",
    T.CARD_DRAW: "draw",
    T.NAMING: "naming",
    T.MOVING: "moves",
    T.ANSWERING: "deal",
    T.OVER: "scoring",
}
OP = {
    T.OP_CONTROL: "control",
    T.OP_LIST: "listing",
    T.OP_TARIFF: "tariff",
    T.OP_EASE: "ease",
    T.OP_ERODE: "erode",
    T.OP_ALIGN: "align",
    T.OP_NEW_SOURCE: "source",
    T.OP_PROGRESS: "progress",
    T.OP_INDIGENISE: "indigenise",
    T.OP_SETBACK: "setback",
    T.OP_PROGRAMME: "programme",
    T.OP_STOCKPILE: "stockpile",
    T.OP_WORKAROUND: "workaround",
    T.OP_ENFORCE: "enforce",
    T.OP_APPROVAL: "approval",
    T.OP_BUDGET: "budget",
    T.OP_TENSION: "tension",
    T.OP_SHOWCASE: "showcase",
    T.OP_EXPOSE: "expose",
    T.OP_CAPITAL: "capital",
    T.OP_SHOCK: "shock",
    T.OP_SPOTLIGHT: "spotlight",
    T.OP_SQUEEZE: "squeeze",
    T.OP_DRIFT: "drift",
    T.OP_LOBBY: "lobby",
    T.OP_REVEAL: "reveal",
    T.OP_UPLIFT: "uplift",
    T.OP_AUDIT: "audit",
}
KIND = {
    T.KIND_CONTROL: "control",
    T.KIND_LIST: "listing",
    T.KIND_TARIFF: "tariff",
    T.KIND_INDUSTRY: "industry",
    T.KIND_ALLIANCE: "alliance",
    T.KIND_RESERVE: "reserve",
    T.KIND_DIPLOMACY: "diplomacy",
    T.KIND_SHOWCASE: "showcase",
    T.KIND_TALENT: "talent",
}
AGENDA = {
    T.FORTRESS: "agenda-fortress",
    T.SWING_MARKETS: "agenda-swing-markets",
    T.OPEN_DOOR: "agenda-open-door",
    T.CHOKEHOLD: "agenda-chokehold",
    T.CHAMPION: "agenda-champion",
    T.INDIGENOUS_INNOVATION: "agenda-indigenous-innovation",
    T.WAR_CHEST: "agenda-war-chest",
    T.PEACEMAKER: "agenda-peacemaker",
    T.BRINKMAN: "agenda-brinkman",
    T.MANDATE: "agenda-mandate",
}


def sector_icon(name: str) -> str:
    """The icon of the sector with this id."""
    return _of_its_own(f"sector-{name}", "tile")


def bloc_icon(name: str) -> str:
    """The icon of the bloc with this id."""
    return _of_its_own(f"bloc-{name}", "map")


def measure_icon(measure: int) -> str:
    """Which kind of measure it is; what it is on has the icon of its sector."""
    return MEASURES[2 if measure == T.TARIFF_MEASURE else 0 if measure < T.UPSTREAM else 1]


def emblems(scenario: Scenario) -> tuple[str, str]:
    """The emblems of both sides; invented ones where a scenario tells nothing of the real world."""
    return ("emblem-us", "emblem-china") if scenario.precedents else ("emblem-aquila", "emblem-meridian")


def _of_its_own(name: str, otherwise: str) -> str:
    return name if svg_file("icons", name) is not None else otherwise
