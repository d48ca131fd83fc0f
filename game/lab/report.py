"""The balance report as one HTML page that needs nothing else: figures, charts, tables. It prints on A4 or Letter."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from game.engine import terms as T

from .figures import SIDES
from .plots import NOBODY, Mark, Row, Scale, chart, percents

TEMPLATE = Path(__file__).with_name("report.html")

Share = dict[str, float]
Figures = dict[str, Any]


def page(report: Figures) -> str:
    """The report as HTML."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"told": told, "goal": goal, "value": value}
    template = environment.from_string(TEMPLATE.read_text("utf-8"))
    charts = {figures["scenario"]: charts_of(figures) for figures in report["scenarios"]}
    return template.render(report=report, charts=charts)


def told(share: Share) -> str:
    """A share in words."""
    return f"{share['percent']:.1f} %" if share["of"] else "none"


def number(amount: float) -> str:
    return f"{amount:.1f}".removesuffix(".0").replace("-", "−")


def value(target: Figures) -> str:
    """A target's figure with its interval."""
    if target["value"] is None:
        return "nothing to measure"
    unit = f" {target['unit']}" if target["unit"] in ("%", "points") else ""
    if target["unit"] == "outside":
        return f"{number(target['value'])} of {target['of']} outside"
    digits = 2 if not unit else 1
    low, high = (f"{target[end]:.{digits}f}" for end in ("low", "high"))
    return f"{target['value']:.{digits}f}{unit} ({low} to {high})"


def goal(target: Figures) -> str:
    least, most = target["least"], target["most"]
    if target["unit"] == "outside":
        return "none outside"
    unit = " %" if target["unit"] == "%" else ""
    if most >= 99:
        return f"at least {number(least)}{unit}"
    if least == 0:
        return f"at most {number(most)}{unit}"
    return f"{number(least)} to {number(most)}{unit}"


def charts_of(figures: Figures) -> dict[str, str]:
    """Every chart of a scenario, by name; empty where there is nothing to show."""
    return {
        "results": chart("Who wins, and how games end", _results(figures), percents()),
        "policies_us": chart("Policy rates of the US deck", _cards(figures, T.US), percents((20, 80))),
        "policies_china": chart("Policy rates of China's deck", _cards(figures, T.CHINA), percents((20, 80))),
        "instruments": chart("Instruments used", _instruments(figures), percents()),
        "agendas": chart("Agendas met", _agendas(figures), percents((35, 65))) if figures["agendas"] else "",
        "single": _single(figures),
    }


def _mark(side: int, share: Share) -> Mark:
    return Mark(side, share["percent"], share["low"], share["high"])


def _results(figures: Figures) -> list[Row]:
    us, china = figures["sides"]
    rows = [
        (f"{us} wins", T.US, figures["us_wins"]),
        (f"{china} wins", T.CHINA, figures["china_wins"]),
        ("nobody wins", NOBODY, figures["no_winner"]),
        ("the starter wins", NOBODY, figures["starter_wins"]),
        ("the leader at half-time wins", NOBODY, figures["leader_at_half_wins"]),
        *((f"ends by {name}", NOBODY, share) for name, share in figures["endings"].items()),
    ]
    return [
        Row(words, (_mark(side, share),), f"{told(share)} ({share['low']:.0f} to {share['high']:.0f})")
        for words, side, share in rows
    ]


def _cards(figures: Figures, side: int) -> list[Row]:
    """The cards of a deck by policy rate, the lowest first."""
    own = [card for name, card in figures["cards"].items() if name.startswith(SIDES[side] + " ")]
    own.sort(key=lambda card: (card["played"]["percent"], card["title"]))
    rows = []
    for card in own:
        played, won = card["played"], card["won"]
        note = f"{played['percent']:.0f} % of {played['of']}" if played["of"] else "never drawn"
        note += f", won {won['percent']:.0f} %" if won["of"] else ""
        rows.append(Row(card["title"], (_mark(side, played),) if played["of"] else (), note))
    return rows


def _instruments(figures: Figures) -> list[Row]:
    rows = []
    for name, sides in figures["instruments"].items():
        marks = tuple(_mark(side, sides[side]) for side in (T.US, T.CHINA))
        rows.append(Row(name, marks, f"{sides[0]['a_game']:.2f} and {sides[1]['a_game']:.2f} a game"))
    return rows


def _agendas(figures: Figures) -> list[Row]:
    rows = []
    for agenda in figures["agendas"].values():
        met = agenda["met"]
        rows.append(
            Row(
                agenda["title"],
                (_mark(NOBODY, met),) if met["of"] else (),
                f"kept {agenda['kept']} times, met {told(met)}",
            )
        )
    return rows


def _single(figures: Figures) -> str:
    single = figures["single_minded"].values()
    rows = [
        Row(
            row["title"],
            (_mark(T.US, row["as_us"]), _mark(T.CHINA, row["as_china"])),
            f"{told(row['won'])} of {row['won']['of']} in all",
        )
        for row in single
    ]
    scale = Scale(0, 100, (0, 20, 35, 50, 80, 100), " %", (0, 35))
    return chart("What single-minded players win", rows, scale) if rows else ""
