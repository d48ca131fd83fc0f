"""The positions in which every card, headline and agenda is played, and how that is written down.

Rewrite all transcripts with `python -m tests.transcripts`, and read the difference before committing it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from game.content.almanac import Almanac
from game.content.compile import load_base
from game.engine import terms as T
from game.engine.event import Event, place_of
from game.engine.notation import notate
from game.engine.rules import apply_events, legal, mover, start
from game.engine.scoring import agenda_met
from game.engine.state import digest
from game.engine.terms import CHINA, US
from game.match.words import Words
from tests.table import Table, scenario, table

HERE = Path(__file__).parent
BOOK = scenario("tech-war")
WORDS = Words(BOOK, Almanac(load_base(), BOOK))
GAMES = (
    ("tech-war", 1),
    ("tech-war", 2),
    ("magnet-gambit", 3),
    ("sprint", 4),
    ("mirror-match", 5),
    ("first-moves", 6),
)


def busy_table(side: int) -> Table:
    """Both sides have measures, progress, workarounds and room in every meter."""
    t = table("tech-war", side).shared(T.TENSION, 3)
    for who in (US, CHINA):
        t.meters(who, 6, 6, 5).tariff(who, 1)
        for sector in range(T.SECTORS):
            t.progress(who, sector, 2)
        t.workaround(who, T.TOOLS if who == CHINA else T.MAGNETS)
    t.control(US, T.CHIPS, 1).control(US, T.TOOLS, 1).listing(US, T.DEVICES)
    return t.control(CHINA, T.MAGNETS, 1).control(CHINA, T.LEGACY, 1).listing(CHINA, T.DEFENCE)


def line_of(event: Event) -> str:
    """One event as a line: names, old and new value, cause. Empty for what only says whose pick is next."""
    if event.what >= T.NOTE:
        return f"note {event.what} {event.old} {event.new}"
    place = place_of(BOOK, event.what)
    if place.window == "pick" or (place.window == "shared" and place.index in (T.PHASE, T.MOVER)):
        return ""
    who = f" {('us', 'china')[place.side]}" if place.side >= 0 else ""
    return f"{place.window}{who} {place.index}: {event.old} -> {event.new}  ({WORDS.cause(event)})"


def told(events: list[Event]) -> Iterator[str]:
    for event in events:
        line = line_of(event)
        if line:
            yield f"    {line}"


def play(t: Table, *texts: str) -> Iterator[str]:
    """Play picks and write down what changes."""
    for text in texts:
        assert text in t.legal(), f"{text} is not legal: {t.legal()}"
        yield f"> {text}"
        yield from told(t.events(text))
    yield f"digest {digest(t.s)}"


def card_transcript(number: int) -> str:
    """A card as a policy on each of its targets, through each icon, and as a contingency."""
    card, side = BOOK.cards[number], BOOK.card_side(number)
    lines = [f"card {card.id} ({('us', 'china')[side]})"]
    kind = "bloc" if card.target == T.TARGET_BLOC else "sector"
    named = BOOK.blocs if card.target == T.TARGET_BLOC else BOOK.sectors
    targets = [[f"{kind} {named[k].id}"] for k in card.targets] or [[]]
    for target in targets:
        t = busy_table(side).hand(side, card.id)
        if any(op[0] == T.OP_EXPOSE for op in card.ops):
            t.slot(1 - side, _trigger_card(1 - side, T.ON_CONTROL).id)
        picks = [f"play {card.id}", "use policy", *target]
        lines += ["", "as a policy", *_try(t, picks)]
    for n in (1, 2, 3):
        t = busy_table(side).hand(side, card.id)
        lines += ["", f"icon {n}", *_try(t, [f"play {card.id}", f"use icon {n}"])]
    if card.trigger:
        lines += ["", "as a contingency", *_fired(number, targets[0])]
    return "\n".join(lines) + "\n"


def _try(t: Table, picks: list[str]) -> Iterator[str]:
    """Play picks up to one that the rules refuse."""
    for text in picks:
        if text not in t.legal():
            yield f"{text}: not legal here"
            return
        yield f"> {text}"
        yield from told(t.events(text))
    yield f"digest {digest(t.s)}"


def _trigger_card(side: int, trigger: int):  # type: ignore[no-untyped-def]
    return next(c for k, c in enumerate(BOOK.cards) if BOOK.card_side(k) == side and c.trigger == trigger)


def _fired(number: int, target: list[str]) -> Iterator[str]:
    """The card lies set; the rival plays a policy of its trigger."""
    card, side = BOOK.cards[number], BOOK.card_side(number)
    classes = {T.ON_RESTRICTION: T.ON_LISTING}
    wanted = classes.get(card.trigger, card.trigger)
    provoking = next(
        k
        for k, c in enumerate(BOOK.cards)
        if BOOK.card_side(k) != side and BOOK.tables.card_class[k] == wanted and not c.targets
    )
    t = busy_table(1 - side).hand(side, card.id).hand(1 - side, BOOK.cards[provoking].id)
    t.play("pass")
    yield from play(t, f"play {card.id}", "use contingency", *target)
    yield from play(t, f"play {BOOK.cards[provoking].id}", "use policy")


def headline_transcript(number: int) -> str:
    """A headline in the busy position with a set contingency and friendly blocs."""
    t = busy_table(US).align(T.TAIWAN, 2).align(T.SOUTH, -3).lit(T.AUTO, T.EV)
    t.slot(CHINA, _trigger_card(CHINA, T.ON_CONTROL).id)
    t.shared(T.PHASE, T.HEADLINE_DRAW).shared(T.MOVER, T.NATURE)
    t.control(US, T.LEGACY, 1)
    headline = BOOK.headlines[number]
    return "\n".join([f"headline {headline.id}", *play(t, f"headline {headline.id}")]) + "\n"


Setup = Callable[[Table], object]
# agenda -> (a position that meets it for the US, one step short of it)
AGENDAS: dict[str, tuple[Setup, Setup]] = {
    "fortress": (lambda t: t.capability(US, T.MAGNETS, 3), lambda t: t.capability(US, T.LEGACY, 7)),
    "swing-markets": (
        lambda t: t.align(T.EU, 1).align(T.GULF, 1).align(T.INDIA, 1),
        lambda t: t.align(T.EU, 3).align(T.GULF, 3).align(T.INDIA, 0),
    ),
    "open-door": (lambda t: t, lambda t: t.tariff(US, 1)),
    "chokehold": (
        lambda t: t.control(US, T.CHIPS, 2).control(US, T.TOOLS, 1),
        lambda t: t.control(US, T.CHIPS, 2).listing(US, T.AI),
    ),
    "champion": (lambda t: t.capability(CHINA, T.DEFENCE, 7), lambda t: t.capability(CHINA, T.DEFENCE, 8)),
    "indigenous-innovation": (
        lambda t: t.capability(US, T.MAGNETS, 5),
        lambda t: t.capability(US, T.MAGNETS, 4),
    ),
    "war-chest": (lambda t: t.meters(US, 10, 10, 5), lambda t: t.meters(US, 9, 10, 5)),
    "peacemaker": (lambda t: t.shared(T.TENSION, 1), lambda t: t.shared(T.TENSION, 2)),
    "brinkman": (lambda t: t.shared(T.TENSION, 4), lambda t: t.shared(T.TENSION, 3)),
    "mandate": (lambda t: t.meters(US, 0, 0, 10), lambda t: t.meters(US, 0, 0, 9)),
}


def agenda_transcript(number: int) -> str:
    agenda = BOOK.agendas[number]
    lines = [f"agenda {agenda.id}"]
    for name, setup in zip(("met", "short of it"), AGENDAS[agenda.id], strict=True):
        t = table()
        setup(t)
        lines.append(
            f"{name}: {bool(agenda_met(BOOK.tables, t.s, US, number))}  digest {digest(t.s)}"
        )
    return "\n".join(lines) + "\n"


def game_transcript(name: str, seed: int) -> str:
    """A whole random game: every pick in notation, a digest every 16 picks and at the end."""
    book, rng = scenario(name), Random(seed)
    s, lines, picks = start(book), [f"game {name} {seed}"], 0
    while mover(s) != T.NOBODY:
        action = rng.choice(legal(book, s))
        lines.append(notate(book, s, action))
        apply_events(book, s, action)
        picks += 1
        if picks % 16 == 0:
            lines.append(f"digest {digest(s)}")
    lines.append(f"digest {digest(s)}")
    return "\n".join(lines) + "\n"


def all_transcripts() -> dict[Path, str]:
    """Every file and what should stand in it (but for games, which are read, not written anew, by the test)."""
    found = {HERE / "cards" / f"{card.id}.txt": card_transcript(n) for n, card in enumerate(BOOK.cards)}
    found |= {
        HERE / "headlines" / f"{h.id}.txt": headline_transcript(n) for n, h in enumerate(BOOK.headlines)
    }
    found |= {HERE / "agendas" / f"{a.id}.txt": agenda_transcript(n) for n, a in enumerate(BOOK.agendas)}
    return found
