"""One of several: a switch, a row of segments, a slider with stops."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TypeVar

import pygame

from .. import theme
from ..layout import by_need, columns
from ..nodes import Node
from ..pen import Pen

T = TypeVar("T", bound=Hashable)


def segments(
    pen: Pen,
    name: str,
    rect: pygame.Rect,
    options: Sequence[tuple[T, str]],
    chosen: T,
    choose: Callable[[T], None],
    group: str = "",
    layer: int = 0,
    size: float = 17,
    tips: Sequence[str] = (),
    icons: Sequence[str] = (),
) -> list[Node]:
    """Options side by side, one of them chosen. Their nodes are called name:value."""
    gap = pen.px(3)
    trough = Node(f"{name}:trough", rect, partial(_trough, pen), layer=layer, live=False)
    aside = pen.px(36 if icons else 4) + pen.px(4)
    needs = [pen.text_width(words, "head", size, 0.2) + aside for _, words in options]
    inner = rect.inflate(-2 * gap, -2 * gap)
    places = columns(inner, len(options), gap)
    if any(need > place.w for need, place in zip(needs, places, strict=True)):
        places = by_need(inner, needs, gap)
    made = [trough]
    for n, (place, (value, words)) in enumerate(zip(places, options, strict=True)):
        is_on, icon = value == chosen, icons[n] if icons else ""
        made.append(
            Node(
                f"{name}:{value}",
                place,
                partial(_segment, pen, words, icon, is_on, False, size),
                key=(words, is_on),
                act=partial(choose, value),
                tip=partial(_tip, words, tips[n]) if tips else None,
                layer=layer,
                group=group or name,
                lit=partial(_segment, pen, words, icon, is_on, True, size),
                radius=theme.BUTTON_RADIUS - 2,
            )
        )
    return made


def _tip(title: str, words: str) -> list[str]:
    return [title, words]


def _trough(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    pen.box(target, box, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, theme.BUTTON_RADIUS)


def _segment(
    pen: Pen,
    words: str,
    icon: str,
    is_on: bool,
    is_lit: bool,
    size: float,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    if is_on:
        pen.box(target, box, "#2A4775", theme.SELECTED, theme.CHOSEN, theme.BUTTON_RADIUS - 2, 1.8)
    elif is_lit:
        pen.box(target, box, theme.PANEL_TOP, theme.PANEL_TOP, theme.LINE_STRONG, theme.BUTTON_RADIUS - 2)
    tone = theme.TEXT if is_on or is_lit else theme.TEXT_2
    middle, room = box.centerx, box.w - pen.px(4)
    if icon:
        room -= pen.px(32)
        wide = min(room, pen.text_width(words, "head", size, 0.2))
        pen.icon(target, icon, middle - wide / 2 - pen.px(4), box.centery, 22, tone)
        middle += pen.px(14)
    pen.text(target, words, middle, box.centery, "head", size, tone, "cm", 0.2, room)


def toggle(
    pen: Pen,
    name: str,
    rect: pygame.Rect,
    words: str,
    is_on: bool,
    act: Callable[[], None],
    group: str = "",
    tip: Callable[[], list[str]] | None = None,
) -> Node:
    """A switch with its words at the left. On is light and says so."""
    plain, lit = (partial(_paint_toggle, pen, words, is_on, is_lit) for is_lit in (False, True))
    return Node(name, rect, plain, key=(words, is_on), act=act, tip=tip, group=group, lit=lit)


def _paint_toggle(
    pen: Pen, words: str, is_on: bool, is_lit: bool, target: pygame.Surface, box: pygame.Rect
) -> None:
    right = paint_switch(pen, "On" if is_on else "Off", is_on, is_lit, target, box)
    pen.text(target, words, box.x, box.centery, "medium", 16, theme.TEXT, "lm", width=right - box.x)


def paint_switch(
    pen: Pen, state: str, is_on: bool, is_lit: bool, target: pygame.Surface, box: pygame.Rect
) -> int:
    """A switch at the right end of a place, and before it in a word how it stands. Returns where its room begins."""
    h = max(pen.px(28), round(pen.type_px(13) * 1.6))
    switch = pygame.Rect(box.right - round(h * 2.1), box.centery - h // 2, round(h * 2.1), h)
    fill, edge = (theme.CHOSEN, theme.TEXT) if is_on else (theme.TROUGH, theme.LINE_STRONG)
    low = theme.TIP_EDGE if is_on else fill
    pen.box(target, switch, fill, low, "#FFFFFF" if is_lit else edge, 20)
    knob = switch.inflate(-h // 4, -h // 4)
    knob.w = knob.h
    if is_on:
        knob.right = switch.right - h // 8
    tone = theme.INK if is_on else theme.TEXT_2
    pen.box(target, knob, tone, tone, tone, 20)
    right = switch.x - pen.px(12)
    tone = theme.TEXT if is_on else theme.TEXT_2
    return right - pen.text(target, state, right, box.centery, "head", 17, tone, "rm") - pen.px(12)


def slider(
    pen: Pen,
    name: str,
    rect: pygame.Rect,
    stops: Sequence[str],
    value: int,
    choose: Callable[[int], None],
    group: str = "",
) -> Node:
    """A knob on a line with named stops: drag it, click a stop, or use the arrow keys."""
    count = len(stops)

    def drag(pos: tuple[int, int]) -> None:
        choose(min(range(count), key=lambda n: abs(_stop(n, count, rect) - pos[0])))

    def keys(event: pygame.event.Event) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(getattr(event, "key", 0), 0)
        if step:
            choose(max(0, min(count - 1, value + step)))
        return bool(step)

    plain, lit = (partial(_paint_slider, pen, stops, value, is_lit) for is_lit in (False, True))
    key = (tuple(stops), value)
    return Node(name, rect, plain, key=key, keys=keys, drag=drag, group=group or name, lit=lit)


def _stop(n: int, count: int, box: pygame.Rect) -> int:
    """Where the n-th stop of a slider is."""
    inset = box.h // 5  # room for the knob at both ends
    return box.x + inset + round((box.w - 2 * inset) * n / (count - 1))


def _paint_slider(
    pen: Pen, stops: Sequence[str], value: int, is_lit: bool, target: pygame.Surface, box: pygame.Rect
) -> None:
    at = [_stop(n, len(stops), box) for n in range(len(stops))]
    y, r = round(box.y + box.h * 0.32), max(8, pen.px(11))
    line = pygame.Rect(at[0], 0, at[-1] - at[0], max(4, pen.px(6)))
    line.centery = y
    pen.box(target, line, theme.TROUGH, theme.TROUGH, theme.LINE_STRONG, 4)
    if value:
        done = pygame.Rect(line.x, line.y, at[value] - line.x, line.h)
        pen.box(target, done, theme.TIP_EDGE, theme.TIP_EDGE, theme.CHOSEN, 4)
    low, room = box.y + box.h * 0.76, box.w // len(stops) - pen.px(6)
    for n, words in enumerate(stops):
        spot = pygame.Rect(0, 0, pen.px(8), pen.px(8))
        spot.center = (at[n], y)
        pen.box(target, spot, theme.LINE_STRONG, theme.LINE_STRONG, theme.TEXT_3, 8)
        tone = theme.TEXT if n == value else theme.TEXT_2
        x, anchor = (box.x, "lm") if n == 0 else (box.right, "rm") if n == len(stops) - 1 else (at[n], "cm")
        pen.text(target, words, x, low, "medium", 15, tone, anchor, width=room)
    knob = pygame.Rect(0, 0, 2 * r, 2 * r)
    knob.center = (at[value], y)
    edge = "#FFFFFF" if is_lit else theme.TIP_EDGE
    pen.box(target, knob, theme.TEXT, theme.CHOSEN, edge, 30)
