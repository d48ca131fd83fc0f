"""The right column: Tension, Decoupling, this round's headline and order of play."""

import math
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.market import measure_levels
from game.engine.scoring import coalition
from game.engine.supply import resilience
from game.match.bulletin import ENOUGH

from .. import theme
from ..nodes import gauge
from ..pen import Pen
from ..stage import Node
from .board import HEADER, Board

MOODS = (*("calm",) * 3, *("uneasy",) * 2, *("strained",) * 2, "dangerous", *("brink",) * 2, "")  # by Tension
HEADLINES = ("This scenario is played without them.", "One opens every round.")  # without, with


def nodes(board: Board) -> list[Node]:
    return [_tension(board), _needle(board), _decoupling(board), _decoupling_number(board), _headline(board)]


def _tension(board: Board) -> Node:
    pen, value = board.pen, board.seen.shared[T.TENSION]
    rect = board.rect(board.right_x, HEADER + 10, 194, 168)
    ending = "10: both lose" if board.book.tables.setting[T.RUPTURE_MODE] == T.BOTH_LOSE else "10: Rupture"
    said = pen.text_width("TENSION", "head", 17, 1.2) + pen.text_width(ending, "medium", 13)
    room = rect.w - said - pen.px(42 + 16 + 10)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "tension", "Tension", ending if room > 0 else "")
        cx, cy, _ = _dial(board, box)
        _paint_scale(board, target, box, value)
        tone, wide = theme.mix(theme.tension_colour(value), theme.TEXT, 0.15), box.w - pen.px(16)
        pen.text(target, MOODS[value].upper(), cx, cy + pen.px(12), "head", 15, tone, "cm", 1.2, wide)

    return Node(
        "tension",
        rect,
        paint,
        key=value,
        tip=partial(_tension_tip, board),
        act=partial(board.history, (T.SHARED + T.TENSION,), "Tension"),
        pad=pen.px(24),
        group="e-gauges",
    )


def _paint_scale(board: Board, target: pygame.Surface, box: pygame.Rect, value: int) -> None:
    """Ten segments in an arc, bright up to the value."""
    pen, body = board.pen, ""
    cx, cy, r = _dial(board, box)
    for n in range(T.TOP):
        a0, a1 = (math.pi * (1 - (n + d) / T.TOP) for d in (0.06, 0.94))
        x0, y0 = cx + r * math.cos(a0), cy - r * math.sin(a0)
        x1, y1 = cx + r * math.cos(a1), cy - r * math.sin(a1)
        body += (
            f'<path d="M{x0:.1f} {y0:.1f}A{r} {r} 0 0 1 {x1:.1f} {y1:.1f}" fill="none" '
            f'stroke="{theme.tension_colour(n + 1)}" stroke-opacity="{1 if n < value else 0.22}" '
            f'stroke-width="{13 * pen.scale:.1f}"/>'
        )
    target.blit(pen.svg(body, target.get_width(), target.get_height()), (0, 0))


def _tension_tip(board: Board) -> list[str]:
    s, t = board.seen, board.book.tables
    lines = [
        f"Tension | {s.shared[T.TENSION]}",
        "New measures add 1, lifts and deals take 1, every round ends with −1.",
    ]
    if t.setting[T.RUPTURE_MODE] == T.BOTH_LOSE:
        return [*lines, "At 10 both sides lose."]
    handicap = t.setting[T.HANDICAP]
    lines.append(f"At 10 the higher Resilience wins; the side that caused it counts −{handicap}.")
    for side in (0, 1):
        lines.append(f"{board.words.sides[side]}: Resilience | {resilience(t, s, side)}")
    return lines


def _dial(board: Board, box: pygame.Rect) -> tuple[int, int, int]:
    """Middle and radius of the dial in its panel, in pixels."""
    pen = board.pen
    return box.centerx, box.bottom - pen.px(30), pen.px(84)


def _paint_needle(pen: Pen, target: pygame.Surface, middle: tuple[int, int], r: int, angle: float) -> None:
    """A slim wedge that ends on the scale; drawn in every frame while it moves, so without SVG."""
    (cx, cy), (dx, dy) = middle, (math.cos(angle), -math.sin(angle))
    wide = 3.2 * pen.scale
    foot, tip = (cx + r * 0.6 * dx, cy + r * 0.6 * dy), (cx + r * 1.02 * dx, cy + r * 1.02 * dy)
    corners = [(foot[0] - wide * dy, foot[1] + wide * dx), tip, (foot[0] + wide * dy, foot[1] - wide * dx)]
    pygame.draw.polygon(target, theme.TEXT, corners)
    pygame.draw.aalines(target, theme.TEXT, True, corners)


def _needle(board: Board) -> Node:
    """The needle of the dial and the number in its middle."""
    pen = board.pen
    panel = board.rect(board.right_x, HEADER + 10, 194, 168)
    rect = panel.inflate(-pen.px(24), 0)
    rect.y, rect.h = panel.y + pen.px(46), panel.h - pen.px(46) - pen.px(27)

    def paint(target: pygame.Surface, box: pygame.Rect, value: float, was: float) -> None:
        cx, cy, r = _dial(board, panel.move(box.x - rect.x, box.y - rect.y))
        angle = math.pi * (1 - value / T.TOP)
        _paint_needle(pen, target, (cx, cy), r, angle)
        low = cy + pen.px(12) - pen.cap("head", 15) / 2 - pen.tx(6)  # over the word
        pen.text(target, str(round(value)), cx, low, "number", 40, theme.TEXT, "cb")

    return gauge("tension needle", rect, board.seen.shared[T.TENSION], paint, seconds=0.5)


def _decoupling(board: Board) -> Node:
    pen, value = board.pen, board.seen.shared[T.DECOUPLING]
    levels = measure_levels(board.seen)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "decoupling", "Decoupling")
        _paint_effects(board, target, box, value)
        size, gap = pen.px(17), pen.px(6)
        x = box.centerx - (T.MAX_DECOUPLING * size + (T.MAX_DECOUPLING - 1) * gap) // 2
        for n in range(T.MAX_DECOUPLING):
            spot = pygame.Rect(x + n * (size + gap), box.y + pen.px(113), size, size)
            tone = theme.TENSION[4] if n < value else theme.TROUGH
            pen.box(target, spot, tone, tone, theme.LINE_STRONG, 4)
        is_top = value == T.MAX_DECOUPLING
        rises = levels >= ENOUGH and not is_top
        count = f"{levels} level{'s' if levels != 1 else ''}"
        text = "at the top" if is_top else f"{count} · rises from {ENOUGH}"
        y, tone = box.bottom - pen.px(19), theme.LOSS if rises else theme.TEXT_2
        room = box.w - pen.px(12)
        face = "medium" if pen.text_width(text, "medium", 13.5) <= room else "head"
        pen.text(target, text, box.centerx, y, face, 13.5, tone, "cm", width=room)

    return Node(
        "decoupling",
        _decoupling_rect(board),
        paint,
        key=(value, levels),
        tip=partial(_decoupling_tip, board),
        act=partial(board.history, (T.SHARED + T.DECOUPLING,), "Decoupling"),
        pad=pen.px(24),
        group="e-gauges",
    )


def _decoupling_rect(board: Board) -> pygame.Rect:
    return board.rect(board.right_x + 202, HEADER + 10, 194, 168)


def _paint_effects(board: Board, target: pygame.Surface, box: pygame.Rect, value: int) -> None:
    """What Decoupling does, right of its number."""
    pen, effects = board.pen, _decoupled(value)
    left, y = box.x + pen.px(68), box.y + pen.px(78)
    tone = theme.LOSS if value > 1 else theme.TEXT_2
    for n, words in enumerate(effects):
        at = y + (n - (len(effects) - 1) / 2) * pen.line(13)
        room = box.right - pen.px(8) - left
        face = "medium" if pen.text_width(words, "medium", 13) <= room else "head"
        pen.text(target, words, left, at, face, 13, tone, "lm", width=room)


def _decoupling_number(board: Board) -> Node:
    """It counts when Decoupling rises."""
    pen, panel = board.pen, _decoupling_rect(board)
    rect = pygame.Rect(0, 0, pen.px(50), pen.px(46))
    rect.center = panel.x + pen.px(38), panel.y + pen.px(78)

    def paint(target: pygame.Surface, box: pygame.Rect, value: float, was: float) -> None:
        pen.text(target, str(round(value)), box.centerx, box.centery, "number", 46, theme.TEXT, "cm")

    return gauge("decoupling number", rect, board.seen.shared[T.DECOUPLING], paint, seconds=0.5)


def _decoupling_tip(board: Board) -> list[str]:
    value = board.seen.shared[T.DECOUPLING]
    lines = [
        f"Decoupling | {value}",
        f"Never falls. +1 after a round with {ENOUGH} or more levels of measures on the table.",
        f"Levels on the table now | {measure_levels(board.seen)}",
        "The rival as a supplier: −1 at 3, −2 at 6. Trade income: −1 at 2, −2 at 4, −3 at 6.",
        f"At the end higher Resilience is worth | {2 + value // 2}",
    ]
    for side in (0, 1):
        lines.append(f"{board.words.sides[side]}: blocs that joined | {coalition(board.seen, side)}")
    return lines


def _decoupled(value: int) -> list[str]:
    """What Decoupling does at this value, briefly."""
    found = [f"trade −{value // 2}"] if value > 1 else []
    found += [f"rival sells −{value // 3}"] if value > 2 else []
    return found or ["no effect", "below 2"]


def _headline(board: Board) -> Node:
    """What the news of the round is, remembered from the log."""
    pen = board.pen
    text = next((line.text for line in reversed(board.log) if line.text.startswith("Headline")), "")
    shocks = tuple(board.seen.shock)
    is_on = bool(board.book.headlines and board.book.tables.setting[T.HEADLINES_ON])
    title = text.split("**")[1] if text else ("No headline yet" if is_on else "No headlines")
    page = next((p for p in board.almanac.headlines if p.title == title), None)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        inset = pen.px(6)
        place = pygame.Rect(box.x + inset, box.y + inset, pen.px(88), box.h - 2 * inset)
        if page is not None:
            target.blit(pen.art(page.art, place.w, place.h, 8), place)
        else:
            pen.icon(target, "headline", place.centerx, place.centery, 32, theme.TEXT_3)
        left, right = place.right + pen.px(12), box.right - pen.px(12)
        rules = " ".join(page.rules) if page else HEADLINES[is_on]
        lines = pen.paragraph_height(rules, right - left, 13.5) // pen.line(13.5)
        y = float(box.y + pen.tx(20 if lines == 1 else 15))
        pen.text(
            target, title, left, y, "head", 18 if lines == 1 else 16.5, theme.TEXT, "lm", width=right - left
        )
        y += pen.tx(24 if lines == 1 else 16) - pen.cap("body", 13.5) / 2
        face = pen.narrower(rules, right - left, 13.5, 2)
        pen.paragraph(target, rules, left, y, right - left, 13.5, theme.TEXT_2, face, most=2)

    def tip() -> list[str]:
        if page is None:
            return [title or "Headlines"]
        sources = "Sources: " + "; ".join(source.title for source in page.sources) + "." if page.sources else ""
        return [page.title, *page.rules, f"{page.precedent} ({page.when})" if page.precedent else "", sources]

    return Node(
        "headline", board.headline_rect, paint, key=(title, shocks), tip=tip, pad=pen.px(24), group="e-gauges"
    )
