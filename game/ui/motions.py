"""How things move: eight kinds of motion, and which of them shows which kind of event.

A motion is a pure function of time: `at(t)` gives what to draw t seconds after it began. It knows nothing of the
screen; `movers` draws. Durations are those of the normal speed.
"""

from dataclasses import dataclass
from typing import Any

from game.engine import terms as T
from game.engine.event import Event, place_of
from game.engine.rulebook import Rulebook

Place = tuple[float, float]
DRAW, STAGGER = 0.22, 0.06  # seconds of a card from the deck to the hand, and between two of them
PLAY, SETTLE = 0.32, 0.18  # from the hand to the table, and lying there
OPEN, TURN = 0.18, 0.3  # a panel comes up; a card is turned over
LIFT = 0.14  # a card that is looked at rises
TIP_FADE = 0.09  # a tip that the pointer opens comes up
STEP = 0.5  # between two steps of the sign that the computer thinks
ARC, TIP = 0.6, 0.15  # a line is drawn; what lies at its end changes
GHOST = 1.2  # seconds that the old value of a bar stays to be seen


def ease(share: float) -> float:
    """0 to 1, fast at first and slow at the end."""
    return 1 - (1 - min(1.0, max(0.0, share))) ** 3


@dataclass(frozen=True, slots=True)
class Motion:
    """Something that takes `seconds`, after a `delay`."""

    seconds: float
    delay: float = 0.0

    @property
    def end(self) -> float:
        return self.delay + self.seconds

    def share(self, t: float) -> float:
        """How much of it is done, 0 to 1, eased."""
        return ease((t - self.delay) / self.seconds) if self.seconds > 0 else 1.0

    def at(self, t: float) -> Any:
        """What to draw at that time."""
        return self.share(t)


@dataclass(frozen=True, slots=True)
class Fly(Motion):
    """From one place to another."""

    start: Place = (0, 0)
    goal: Place = (0, 0)

    def at(self, t: float) -> Place:
        done = self.share(t)
        (x0, y0), (x1, y1) = self.start, self.goal
        return x0 + (x1 - x0) * done, y0 + (y1 - y0) * done


@dataclass(frozen=True, slots=True)
class Flip(Motion):
    """A card is turned: the share of its width that shows (0-1), and whether its face does."""

    def at(self, t: float) -> tuple[float, bool]:
        done = self.share(t)
        return abs(1 - 2 * done), done >= 0.5


@dataclass(frozen=True, slots=True)
class Slide(Motion):
    """A bar, a needle or a marker goes from one value to another."""

    old: float = 0
    new: float = 0

    def at(self, t: float) -> float:
        return self.old + (self.new - self.old) * self.share(t)


@dataclass(frozen=True, slots=True)
class Count(Slide):
    """A number counts from one value to another, in whole steps."""

    def at(self, t: float) -> float:
        return round(self.old + (self.new - self.old) * self.share(t))


@dataclass(frozen=True, slots=True)
class Pulse(Motion):
    """A light that comes and goes: its strength, 0 to 1."""

    def at(self, t: float) -> float:
        done = min(1.0, max(0.0, (t - self.delay) / self.seconds))
        return min(1.0, done * 5) * (1 - ease((done - 0.2) / 0.8))


@dataclass(frozen=True, slots=True)
class Shake(Motion):
    """It drops onto the table and trembles: how far above its place it is, in shares of the drop."""

    def at(self, t: float) -> float:
        done = min(1.0, max(0.0, (t - self.delay) / self.seconds))
        if done < 0.4:
            return 1 - ease(done / 0.4)
        bounce = (done - 0.4) / 0.6
        return 0.22 * (1 - bounce) ** 2 * (1 if int(bounce * 6) % 2 else -1) * (bounce > 0)


@dataclass(frozen=True, slots=True)
class Fade(Motion):
    """It comes or goes: its opacity, 0 to 1."""

    old: float = 1
    new: float = 0

    def at(self, t: float) -> float:
        return self.old + (self.new - self.old) * self.share(t)


@dataclass(frozen=True, slots=True)
class Pause(Motion):
    """Nothing moves; the eye gets time."""


# --- which motion shows which event --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of event is shown. Neighbours of one `family` are shown together."""

    motion: type[Motion] | None
    seconds: float = 0.0
    family: str = ""


NONE = Kind(None)  # taken in at once: it says whose turn it is, or goes with something else that moves

KINDS: dict[str, Kind] = {
    # cells
    "capability": Kind(Slide, 0.4, "learning"),
    "progress": Kind(Slide, 0.4, "learning"),
    "programme": Kind(Pulse, 0.4, "learning"),
    "control": Kind(Shake, 0.45, "measure"),
    "listing": Kind(Shake, 0.45, "measure"),
    "tariff": Kind(Shake, 0.45, "measure"),
    "lock": Kind(Pulse, 0.3, "measure"),
    "stock": Kind(Pulse, 0.4, "store"),
    "workaround": Kind(Pulse, 0.4, "store"),
    "align": Kind(Pulse, 0.5, "bloc"),
    "source": Kind(Pulse, 0.5, "bloc"),
    "shock": Kind(Pulse, 0.5, "shock"),
    "budget": Kind(Count, 0.4, "meter"),
    "capital": Kind(Count, 0.4, "meter"),
    "approval": Kind(Count, 0.4, "meter"),
    "slot_card": Kind(Flip, 0.3, "slot"),
    "slot_up": Kind(Flip, 0.3, "slot"),
    "slot_target": NONE,
    "place": Kind(Fly, DRAW, "card"),
    "hand_size": NONE,
    "agenda_kept": NONE,
    "agenda": NONE,
    "moves": NONE,
    "proposed": NONE,
    "pick": NONE,
    "lit": Kind(Pulse, 0.5, "light"),
    "next": Kind(Pulse, 0.3, "light"),
    "bag": NONE,
    "headline": NONE,
    # the shared cells
    "tension": Kind(Slide, 0.5, "tension"),
    "decoupling": Kind(Count, 0.5, "decoupling"),
    "track": Kind(Slide, 0.5, "track"),
    "round": NONE,
    "starter": NONE,
    "named": NONE,
    "phase": NONE,
    "mover": NONE,
    "agendas_dealt": NONE,
    "tiles_due": NONE,
    "offer_give": NONE,
    "offer_take": NONE,
    "offer_sweetener": NONE,
    "ending": NONE,
    "winner": NONE,
    "culprit": NONE,
    "drawer": NONE,
    # notes
    "note round": Kind(Pause, 0.2, "round"),
    "note headline": Kind(Fade, 0.25, "headline"),
    "note policy": Kind(Fly, PLAY + SETTLE, "deed"),
    "note statecraft": Kind(Fly, PLAY + SETTLE, "deed"),
    "note fund": Kind(Fly, PLAY + SETTLE, "deed"),
    "note set": Kind(Fly, PLAY + SETTLE, "deed"),
    "note announce": Kind(Flip, 0.3, "deed"),
    "note fired": Kind(Flip, 0.3, "deed"),
    "note lift": Kind(Pause, 0.2, "deed"),
    "note pass": Kind(Pause, 0.2, "deed"),
    "note offer": Kind(Pause, 0.2, "deed"),
    "note accept": Kind(Pause, 0.2, "deed"),
    "note refuse": Kind(Pause, 0.2, "deed"),
    "note named": Kind(Pause, 0.2, "deed"),
    "note skipped": NONE,
    "note lead": Kind(Pulse, 0.35, "track"),
    "note output": NONE,
    "note loss": NONE,
    "note spent": Kind(Pulse, 0.3, "store"),
    "note score": NONE,
    "note end": Kind(Pause, 0.4, "end"),
    "note reshuffle": Kind(Shake, 0.4, "card"),
    "note market": Kind(Pause, 0.15, "market"),
}

_SHARED = {
    getattr(T, name.upper()): name
    for name in (
        *("tension", "decoupling", "track", "round", "starter", "named", "phase", "mover", "agendas_dealt"),
        *(
            "tiles_due",
            "offer_give",
            "offer_take",
            "offer_sweetener",
            "ending",
            "winner",
            "culprit",
            "drawer",
        ),
    )
}
_NOTES = {
    value: name.lower().replace("_", " ")
    for name, value in vars(T).items()
    if name.startswith("NOTE_") and isinstance(value, int)
}


def kind_of(book: Rulebook, event: Event) -> str:
    """The name of an event's kind, as in KINDS."""
    if event.what >= T.NOTE:
        return _NOTES[event.what]
    place = place_of(book, event.what)
    return _SHARED[place.index] if place.window == "shared" else place.window


def node_of(book: Rulebook, event: Event) -> str:
    """The name of the node in which an event is seen, empty where there is none."""
    if event.what >= T.NOTE:
        return f"sector:{event.old}" if event.what == T.NOTE_LEAD else ""
    place = place_of(book, event.what)
    window, side, index = place.window, place.side, place.index
    if window in ("capability", "progress", "programme", "stock", "workaround", "shock", "lit", "next"):
        return f"sector:{index}"
    if window in ("control", "listing", "lock"):
        return f"measure:{side}:{index}"
    if window == "shared":
        return _SHARED[index] if index in (T.TENSION, T.DECOUPLING, T.TRACK) else ""
    return {
        "tariff": f"measure:{side}:{T.TARIFF_MEASURE}",
        "align": f"bloc:{index}",
        "source": f"bloc:{index}",
        "budget": f"budget:{side}",
        "capital": f"capital:{side}",
        "approval": f"approval:{side}",
        "slot_card": f"slot:{side}",
        "slot_up": f"slot:{side}",
        "place": f"card:{index}",
    }.get(window, "")
