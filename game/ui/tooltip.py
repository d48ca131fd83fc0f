"""The little page beside what the player points at: a title, then lines; "a | b" puts b at the right edge."""

import pygame

from . import theme
from .pen import Pen
from .stage import Node

WIDTH = 400  # units


def tooltip(pen: Pen, beside: pygame.Rect, lines: list[str]) -> Node:
    """A tooltip that stays on the screen, right of what it explains if there is room, else left or above."""
    width = pen.px(WIDTH) if not pen.is_compact else max(pen.px(WIDTH), 360)
    inner = width - 2 * pen.px(16)
    rows = _rows(pen, lines, inner)
    height = sum(row[2] for row in rows) + pen.px(28)
    rect = _place(pen, beside, width, height)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 12, 12, 0.7, "#000000", pen.px(5))
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 12)
        x, y = box.x + pen.px(16), box.y + pen.px(14)
        for text, right, step, is_title in rows:
            size, face, tone = (20.0, "head", theme.TEXT) if is_title else (14.5, "body", theme.TEXT_2)
            pen.text(target, text, x, y, "bold" if right and not is_title else face, size, tone, "lt")
            if right:
                pen.text(target, right, box.right - pen.px(16), y, "bold", size, _tone(right), "rt")
            y += step

    return Node("tooltip", rect, paint, key=tuple(lines), layer=90, pad=pen.px(30), live=False)


def _tone(value: str) -> str:
    if value.startswith("+"):
        return theme.GAIN
    return theme.LOSS if value.startswith("−") else theme.TEXT


def _rows(pen: Pen, lines: list[str], inner: int) -> list[tuple[str, str, int, bool]]:
    """(text, text at the right, height, is it the title)"""
    rows = []
    for n, line in enumerate(lines):
        is_title = n == 0
        size, face = (20.0, "head") if is_title else (14.5, "body")
        text, _, right = line.partition(" | ")
        room = inner - (pen.text_width(right, "bold", size) + pen.px(12) if right else 0)
        if right:
            face = "bold"
        wrapped = pen.wrap(text, face, size, room)
        for k, part in enumerate(wrapped):
            last = k == len(wrapped) - 1
            gap = pen.px(6) if last else 0
            rows.append((part, right if last else "", pen.line(size) + gap, is_title))
    return rows


def _place(pen: Pen, beside: pygame.Rect, width: int, height: int) -> pygame.Rect:
    gap = pen.px(12)
    spots = [
        pygame.Rect(beside.right + gap, beside.y, width, height),
        pygame.Rect(beside.x - width - gap, beside.y, width, height),
        pygame.Rect(beside.centerx - width // 2, beside.y - height - gap, width, height),
        pygame.Rect(beside.centerx - width // 2, beside.bottom + gap, width, height),
    ]
    screen = pygame.Rect(0, 0, pen.width, pen.height).inflate(-2 * pen.px(8), -2 * pen.px(8))
    for spot in spots:
        moved = spot.clamp(screen)
        if screen.contains(moved) and not moved.colliderect(beside):
            return moved
    return spots[0].clamp(screen)
