"""A match as one HTML page that needs nothing else: it opens in any browser without a network, and prints well."""

from functools import partial

from game import __version__
from game.engine import terms as T
from game.match.ledger import story
from game.match.log import log, with_injects, with_reasons

from .accounts import GROUPS
from .comparison import Comparison, charts, compare
from .debrief import PHASES, Debrief
from .forecasts import BLIND, scores, title
from .pages import render
from .paper import all_of
from .roles import role_aims
from .whatif import what_if


def page(found: Debrief) -> str:
    """The report as HTML."""
    match, words, other = found.match, found.words, _other(found)
    return render(
        "report.html",
        found=found,
        match=match,
        words=words,
        version=__version__,
        players=[_player(found, side) for side in (T.US, T.CHINA)],
        charts=all_of(found.course, found.stands, words),
        outputs=[words.book.sectors[j].title for j in range(T.UPSTREAM, T.SECTORS)],
        roles=role_aims(words.book, found.course) if match.is_over else [],
        other=other,
        lines=charts(other) if other else {},
        scores=scores(found.judged),
        blind=BLIND,
        about=partial(title, words),
        bills={name: [bill for bill in found.bills if bill.who == name] for name in GROUPS},
        groups=GROUPS,
        phases=PHASES,
        log=with_reasons(with_injects(log(words, story(match, T.ALL)), match.injects, True), match.notes),
        is_searched=any(stand.estimate.margin for stand in found.stands),
    )


def _other(found: Debrief) -> Comparison | None:
    """What if the largest turning point's move had not been made."""
    if not found.turns:
        return None
    turn = max(found.turns, key=lambda turn: abs(turn.swing))
    return compare(what_if(found.match, turn.action))


def _player(found: Debrief, side: int) -> str:
    seat = found.match.seats[side]
    return seat.name or ("Person" if seat.is_person else f"Computer, {seat.level}")
