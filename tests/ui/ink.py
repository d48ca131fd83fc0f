"""Whether what is written can be read: measured on the pixels, not in a table of colours.

The screen is drawn twice, with its text and without. Where they differ, there is ink: its colour is what the letters
really have (under a veil they are paler than they were meant to be), and what lies behind each letter is in the second
picture. Letters that should be there and make no difference are covered by something.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.lettering import Lettering, Written
from game.ui.nodes import Node
from tests.ui.harness import Person, is_fan

READABLE = 4.5
SOLID, FULL = (
    140,
    200,
)  # how much of a pixel (0-255) a letter fills: to count as ink, and to show its true colour
SEEN = 10  # a difference of pixels (0-255) that somebody sees
COVERED = 0.3  # the share of its ink that a text may lose: a line that strikes it through takes a quarter

Pixels = NDArray[np.uint8]
Colours = NDArray[np.float64]
Letters = NDArray[np.uint8]


@dataclass(frozen=True)
class Ink:
    """One written piece: the letters' coverage (0-255) and where they lie in the window."""

    node: Node
    written: Written
    letters: Letters
    place: tuple[int, int]


def unreadable(person: Person) -> list[str]:
    """Text that is paler than 4.5 to 1 or covered, with its contrast."""
    person.frames()
    found = inks(person)
    with_text, without = _pixels(person.app.canvas), _pixels(drawn_without_text(person))
    nodes = person.app.stage.nodes
    flaws = []
    for ink in found:
        cut = _visible(ink, with_text.shape[:2])
        if cut is None or _is_under(ink, nodes):
            continue
        letters, area = cut
        flaw = judge(with_text[area].astype(float), without[area].astype(float), letters)
        if flaw:
            flaws.append(f'{ink.node.name}: "{ink.written.text}" {flaw}')
    return flaws


def judge(seen: Colours, behind: Colours, letters: Letters) -> str:
    """What is wrong with one piece of text, or nothing. `letters` is how much of each pixel they fill."""
    solid = letters >= SOLID
    if solid.sum() < 4:
        return ""
    differs = np.abs(seen - behind).max(axis=2) > SEEN
    lost = 1 - (differs & solid).sum() / solid.sum()
    if lost > COVERED:
        return f"is covered or has the colour of its ground ({lost:.0%} can't be seen)"
    core = solid & differs & (letters >= min(FULL, int(letters[solid].max())))
    share = (letters[core] / 255)[:, None]
    colour = (behind[core] + (seen[core] - behind[core]) / share).clip(0, 255).mean(axis=0)
    lowest = min(_contrast(colour, ground) for ground in _grounds(behind, solid & differs))
    return f"has a contrast of {lowest:.1f}" if lowest < READABLE else ""


def _grounds(behind: Colours, solid: NDArray[np.bool_]) -> Iterator[Colours]:
    """The mean colour behind each stretch of the text about as wide as a letter or two, and behind all of it: a full
    stop may have no stretch that is large enough.
    """
    yield behind[solid].mean(axis=0)
    step = max(6, solid.shape[1] // 2)
    for x in range(0, solid.shape[0], step):
        here = solid[x : x + step]
        if here.sum() >= 4:
            yield behind[x : x + step][here].mean(axis=0)


def _luminance(colour: Colours) -> float:
    share = colour / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _contrast(a: Colours, b: Colours) -> float:
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


# --- what is written, and the screen without it ----------------------------------------------------


def inks(person: Person) -> list[Ink]:
    """Everything written on what can be reached, as it is painted now."""
    stage = person.app.stage
    pointed = stage.pointed()
    found = []
    for node in stage.reachable():
        picture = pygame.Surface(node.outer.size, pygame.SRCALPHA)
        paint = node.lit if node is pointed and node.lit is not None else node.paint
        stage.pen.written.clear()
        with _recorded() as marks:
            paint(picture, pygame.Rect(node.pad, node.pad, *node.rect.size))
        for written, (target, letters, (x, y)) in zip(stage.pen.written, marks, strict=True):
            if target is picture:
                place = (node.outer.x + x, node.outer.y + y)
                found.append(Ink(node, written, pygame.surfarray.array_alpha(letters), place))
    return found


def drawn_without_text(person: Person) -> pygame.Surface:
    """The screen as it would be if nothing were written."""
    surface = pygame.Surface(person.app.canvas.get_size())
    with _patched(lambda self, target, letters, place: None):
        _draw_anew(person, surface)
    _forget(person)
    person.app.rebuild(whole=True)
    return surface


def _draw_anew(person: Person, surface: pygame.Surface) -> None:
    """Paint every picture again."""
    _forget(person)
    person.app.stage.draw(surface, whole=True)


def _forget(person: Person) -> None:
    person.app.stage._pictures.clear()
    person.app.stage._laid.clear()


@contextmanager
def _patched(ink: Callable[..., None]) -> Iterator[None]:
    usual = Lettering._ink
    Lettering._ink = ink  # type: ignore[method-assign]
    try:
        yield
    finally:
        Lettering._ink = usual  # type: ignore[method-assign]


Marks = list[tuple[pygame.Surface, pygame.Surface, tuple[int, int]]]


@contextmanager
def _recorded() -> Iterator[Marks]:
    """What is inked meanwhile: (target, letters, place)."""
    marks: Marks = []
    usual = Lettering._ink

    def ink(self: Lettering, target: pygame.Surface, letters: pygame.Surface, place: tuple[int, int]) -> None:
        marks.append((target, letters, place))
        usual(self, target, letters, place)

    with _patched(ink):
        yield marks


# --- places ----------------------------------------------------------------------------------------


def _pixels(surface: pygame.Surface) -> Pixels:
    return pygame.surfarray.array3d(surface)


def _visible(ink: Ink, screen: tuple[int, int]) -> tuple[Letters, tuple[slice, slice]] | None:
    """The letters inside the window and where they are, as (x, y)."""
    rect = pygame.Rect(ink.place, ink.letters.shape).clip((0, 0), screen)
    if not rect.w or not rect.h:
        return None
    x, y = rect.x - ink.place[0], rect.y - ink.place[1]
    letters = ink.letters[x : x + rect.w, y : y + rect.h]
    return letters, (slice(rect.x, rect.right), slice(rect.y, rect.bottom))


def _is_under(ink: Ink, nodes: list[Node]) -> bool:
    """Whether something that may lies over the text: a tip, a raised card, the next card of the hand."""
    place = pygame.Rect(ink.place, ink.letters.shape)
    return any(
        (node.layer > ink.node.layer or is_fan(node, ink.node)) and node.outer.colliderect(place)
        for node in nodes
    )
