"""An observation as numbers between -1 and 1, in named parts.

Meters are divided by their range; what is a name (a phase, a place of a card) is one-hot, with all zeros for "none"
and for a blank.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.state import WINDOWS
from game.engine.view import Observation

Floats = npt.NDArray[np.float32]


class Scaled(NamedTuple):
    """Cells of these numbers, each divided by `top`."""

    cells: tuple[int, ...]
    top: int


class OneHot(NamedTuple):
    """For each cell as many numbers as there are values: 1 where the cell has that value."""

    cells: tuple[int, ...]
    values: tuple[int, ...]


Part = Scaled | OneHot

# Window -> the largest value that its cells can have
TOPS = {
    "capability": T.TOP,
    "progress": T.TOP,
    "control": T.MAX_CONTROL,
    "listing": 1,
    "tariff": T.MAX_TARIFF,
    "programme": 1,
    "stock": T.MAX_STOCK,
    "workaround": 1,
    "align": T.MAX_ALIGN,
    "source": T.MAX_SOURCE,
    "shock": 2,
    "budget": T.TOP,
    "capital": T.TOP,
    "approval": T.TOP,
    "moves": T.MOVES_PER_ROUND,
    "proposed": 1,
    "hand_size": T.HAND,
    "slot_up": 1,
    "agenda_kept": 1,
    "next": 1,
    "bag": 1,
    "headline": 1,
}
# Shared cell -> the largest value, or the values that it can have
SHARED_TOPS = {"tension": (T.TENSION, T.TOP), "decoupling": (T.DECOUPLING, T.MAX_DECOUPLING)}
SHARED_TOPS |= {"track": (T.TRACK, 16), "sweetener": (T.OFFER_SWEETENER, T.MAX_SWEETENER)}
SHARED_NAMES = {
    "starter": (T.STARTER, range(2)),
    "named": (T.NAMED, range(T.UPSTREAM, T.SECTORS)),
    "phase": (T.PHASE, range(T.OVER + 1)),
    "mover": (T.MOVER, range(T.NOBODY + 1)),
    "offer_give": (T.OFFER_GIVE, range(T.MEASURES)),
    "offer_take": (T.OFFER_TAKE, range(T.MEASURES)),
}


@lru_cache(maxsize=8)
def parts(book: Rulebook) -> dict[str, Part]:
    """What the tensor of a rulebook's observations is made of, in order, but for "viewer" and "locks"."""
    setting = book.tables.setting
    made: dict[str, Part] = {
        name: Scaled(tuple(range(*WINDOWS[name].indices(T.PLACE))), top) for name, top in TOPS.items()
    }
    for name, (cell, top) in SHARED_TOPS.items():
        made[name] = Scaled((T.SHARED + cell,), top)
    made["round"] = Scaled((T.SHARED + T.ROUND,), setting[T.ROUNDS])
    for name, (cell, values) in SHARED_NAMES.items():
        made[name] = OneHot((T.SHARED + cell,), tuple(values))
    made["step"] = OneHot((T.PICK + T.STEP,), tuple(range(T.STEP_SWEETENER + 1)))
    made["picked_use"] = OneHot((T.PICK + T.PICK_USE,), tuple(range(T.USES)))
    made["picked_give"] = OneHot((T.PICK + T.PICK_GIVE,), tuple(range(T.MEASURES)))
    made["picked_take"] = OneHot((T.PICK + T.PICK_TAKE,), tuple(range(T.MEASURES)))
    made["picked_card"] = OneHot((T.PICK + T.PICK_CARD,), tuple(range(setting[T.N_CARDS])))
    lights = (T.LIT_PAIR, T.LIT_HEADLINE, T.LIT_NAMED)
    made["lit"] = OneHot(tuple(range(T.LIT + T.UPSTREAM, T.LIT + T.SECTORS)), lights)
    agendas = tuple(range(T.AGENDA, T.AGENDA + setting[T.N_AGENDAS]))
    made["agenda"] = OneHot(agendas, tuple(range(T.DEALT, T.RETURNED + 2)))
    cards = tuple(range(T.PLACE, T.PLACE + setting[T.N_CARDS]))
    made["place"] = OneHot(cards, (T.IN_DECK, T.IN_HAND, T.IN_DISCARD, T.IN_SLOT))
    made["slot"] = OneHot((T.SLOT_CARD, T.SLOT_CARD + 1), (0, T.UNKNOWN))
    made["slot_target"] = OneHot(
        (T.SLOT_TARGET, T.SLOT_TARGET + 1), tuple(range(T.SECTORS))
    )  # sector or bloc
    return made


@lru_cache(maxsize=8)
def layout(book: Rulebook) -> dict[str, slice]:
    """Where each named part of the tensor lies."""
    found = {"viewer": slice(0, 2), "locks": slice(2, 2 + 2 * T.MEASURES)}
    at = 2 + 2 * T.MEASURES
    for name, part in parts(book).items():
        size = len(part.cells) * (len(part.values) if isinstance(part, OneHot) else 1)
        found[name] = slice(at, at + size)
        at += size
    return found


def size(book: Rulebook) -> int:
    """How many numbers an observation has."""
    return int(max(where.stop for where in layout(book).values()))


@lru_cache(maxsize=8)
def _gathered(
    book: Rulebook,
) -> tuple[npt.NDArray[np.intp], Floats, npt.NDArray[np.intp], npt.NDArray[np.int16]]:
    """(cells to scale, their factors, cells to compare, values to compare them with), each in the parts' order."""
    scaled = [
        (cell, 1 / part.top)
        for part in parts(book).values()
        if isinstance(part, Scaled)
        for cell in part.cells
    ]
    named = [
        (cell, value)
        for part in parts(book).values()
        if isinstance(part, OneHot)
        for cell in part.cells
        for value in part.values
    ]
    return (
        np.array([cell for cell, _ in scaled]),
        np.array([factor for _, factor in scaled], np.float32),
        np.array([cell for cell, _ in named]),
        np.array([value for _, value in named], np.int16),
    )


def tensor(book: Rulebook, observation: Observation) -> Floats:
    """The observation as numbers, in the order of `layout`.

    >>> from game.content.compile import load_base, rulebook
    >>> from game.engine.rules import start
    >>> from game.engine.view import observe
    >>> book = rulebook(load_base(), "tech-war")
    >>> numbers = tensor(book, observe(book, start(book), T.US))
    >>> numbers[layout(book)["capability"]][:4].round(1).tolist()
    [0.800000011920929, 0.699999988079071, 0.6000000238418579, 0.20000000298023224]
    """
    s = observation.seen
    cells = np.frombuffer(s.cells, np.int16)
    scaled, factors, named, values = _gathered(book)
    made = np.zeros(size(book), np.float32)
    if observation.viewer < T.PUBLIC:
        made[observation.viewer] = 1
    locked = (
        cells[T.LOCK : T.LOCK + 2 * T.MEASURES] - s.shared[T.ROUND] + 1
    )  # rounds that it still lasts, now included
    made[2 : 2 + 2 * T.MEASURES] = np.clip(locked, 0, 2) / 2 if s.shared[T.ROUND] else 0
    at = 2 + 2 * T.MEASURES
    made[at : at + len(scaled)] = np.clip(cells[scaled] * factors, -1, 1)
    made[at + len(scaled) :] = cells[named] == values
    return made


def mask(book: Rulebook, legal: Sequence[int]) -> npt.NDArray[np.int8]:
    """1 for every legal action, 0 for the others."""
    made = np.zeros(book.n_actions, np.int8)
    made[list(legal)] = 1
    return made
