"""A match as one HTML page that needs nothing else: it opens in any browser without a network, and prints well."""

from game import __version__
from game.engine import terms as T
from game.match.ledger import story
from game.match.log import log

from .accounts import GROUPS
from .debrief import PHASES, Debrief
from .pages import render
from .paper import all_of


def page(found: Debrief) -> str:
    """The report as HTML."""
    match, words = found.match, found.words
    return render(
        "report.html",
        found=found,
        match=match,
        words=words,
        version=__version__,
        players=[_player(found, side) for side in (T.US, T.CHINA)],
        charts=all_of(found.course, found.stands, words),
        outputs=[words.book.sectors[j].title for j in range(T.UPSTREAM, T.SECTORS)],
        bills={name: [bill for bill in found.bills if bill.who == name] for name in GROUPS},
        groups=GROUPS,
        phases=PHASES,
        log=log(words, story(match, T.ALL)),
        is_searched=any(stand.estimate.margin for stand in found.stands),
    )


def _player(found: Debrief, side: int) -> str:
    seat = found.match.seats[side]
    return seat.name or ("Person" if seat.is_person else f"Computer, {seat.level}")
