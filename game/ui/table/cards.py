"""Cards: the face in the hand, the back, and the large one with precedent and sources."""

from collections.abc import Callable

import pygame

from game.engine import terms as T

from .. import theme
from ..stage import Node
from .board import Board


def hand(board: Board, side: int, act: Callable[[int], None], can_act: bool, picked: int) -> list[Node]:
    """The side's hand as a row of cards, as far as the viewer may see it."""
    cards = [c for c in range(len(board.book.cards)) if board.book.card_side(c) == side]
    mine = [c for c in cards if board.seen.place[c] == T.IN_HAND]
    if not mine and board.seen.cells[T.HAND_SIZE + side]:
        return _backs(board, side, board.seen.cells[T.HAND_SIZE + side])
    return [_card(board, card, n, len(mine), act, can_act, card == picked) for n, card in enumerate(mine)]


def _slot(board: Board, n: int, count: int) -> pygame.Rect:
    """The n-th place of a row of cards between the side panels."""
    left, right = 434.0, board.wide - 426
    pitch = min(theme.CARD_W + 12, (right - left - theme.CARD_W) / max(1, count - 1))
    start = (left + right - pitch * (count - 1) - theme.CARD_W) / 2
    return board.rect(start + pitch * n, board.bottom + 14, theme.CARD_W, theme.CARD_H)


def _backs(board: Board, side: int, count: int) -> list[Node]:
    pen = board.pen

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.DEEP[side], theme.PANEL_BOTTOM, theme.MID[side], theme.CARD_RADIUS, 1.8)
        pen.icon(target, board.emblems[side], box.centerx, box.centery, 76, theme.TEXT)

    return [
        Node(f"back:{n}", _slot(board, n, count), paint, key=(side, board.emblems), live=False)
        for n in range(count)
    ]


def _card(
    board: Board, card: int, n: int, count: int, act: Callable[[int], None], can_act: bool, picked: bool
) -> Node:
    pen, s = board.pen, board.seen
    printed = board.book.cards[card]
    side = board.book.card_side(card)
    affordable = s.budget[side] >= printed.budget and s.capital[side] >= printed.capital
    rect = _slot(board, n, count)
    if picked:
        rect = rect.move(0, -pen.px(12))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        face(board, target, box, card, can_act, affordable, picked)

    return Node(
        f"card:{card}",
        rect,
        paint,
        key=(can_act, affordable, picked, n),
        act=(lambda: act(card)) if can_act else None,
        tip=lambda: card_lines(board, card),
        pad=pen.px(18),
        group="f-hand",
        layer=2,
    )


def face(
    board: Board,
    target: pygame.Surface,
    box: pygame.Rect,
    card: int,
    bright: bool = True,
    affordable: bool = True,
    picked: bool = False,
) -> None:
    """One card's face in the box, whatever its size."""
    pen = board.pen
    printed, page = board.book.cards[card], board.almanac.cards[card]
    tone = theme.KIND[printed.kind]
    grow = box.w / pen.px(theme.CARD_W)
    if picked:
        pen.shadow(target, box, theme.CARD_RADIUS, 10, 0.55, theme.GOLD)
    pen.box(
        target,
        box,
        "#22375A",
        "#121F36",
        theme.GOLD if picked else tone,
        theme.CARD_RADIUS,
        2.6 if picked else 1.8,
    )
    inset = pen.px(6)
    picture = pen.art(page.art, box.w - 2 * inset, round(pen.px(88) * grow))
    target.blit(picture, (box.x + inset, box.y + inset))
    y = box.y + inset + picture.get_height()
    pygame.draw.rect(target, tone, (box.x + inset, y, picture.get_width(), max(2, pen.px(2.5))))
    x, width = box.x + pen.px(12), box.w - pen.px(24)
    y += pen.px(15)
    pen.text(target, page.kind.upper(), x, y, "head", 12.5, tone, "lm", 1.0)
    y += pen.px(12)
    for line in pen.wrap(page.title, "head", 19, width)[:2]:
        pen.text(target, line, x, y + pen.px(8), "head", 19, theme.TEXT, "lm")
        y += pen.line(16)
    y += pen.px(5)
    chips = box.bottom - pen.px(38)
    size = 13.0 if not pen.is_compact else 12.0
    step = pen.line(size)
    rules = pen.wrap(page.brief, "body", size, width)
    room = max(0, int((chips - pen.px(4) - y) // step))
    for n, line in enumerate(rules[:room]):
        more = n == room - 1 and len(rules) > room
        pen.text(
            target, line[:-1] + "…" if more else line, x, y, "body", size, theme.TEXT_2, "lt", width=width
        )
        y += step
    _chips(board, target, pygame.Rect(box.x + pen.px(8), chips, box.w - pen.px(16), pen.px(28)), card)
    gem(board, target, box, card, affordable)
    if not bright:
        veil = pygame.Surface(box.size, pygame.SRCALPHA)
        pen.box(veil, veil.get_rect(), theme.DEEPEST, theme.DEEPEST, theme.DEEPEST, theme.CARD_RADIUS, 0)
        veil.set_alpha(110)
        target.blit(veil, box)


def gem(board: Board, target: pygame.Surface, box: pygame.Rect, card: int, affordable: bool) -> None:
    """Cost at the top left (Budget in gold, Capital in white), points at the top right."""
    pen, printed = board.pen, board.book.cards[card]
    costs = [(printed.budget, theme.GOLD, "B")] if printed.budget else []
    costs += [(printed.capital, "#DCE8FF", "C")] if printed.capital else []
    costs = costs or [(0, theme.GAIN, "")]
    for n, (cost, tone, letter) in enumerate(costs):
        r = pen.px(20)
        cx, cy = box.x + pen.px(13) + n * pen.px(44), box.y + pen.px(12)
        fill = tone if affordable else theme.mix(tone, theme.APP, 0.55)
        hexagon = "M20 1L37 10.5V29.5L20 39L3 29.5V10.5Z"
        body = f'<path d="{hexagon}" fill="{fill}" stroke="{theme.INK}" stroke-width="2"/>'
        target.blit(pen.svg(body, 2 * r, 2 * r, "0 0 40 40"), (cx - r, cy - r))
        pen.text(target, f"{cost}{letter}", cx, cy, "number", 19, theme.INK, "cm")
    points = pygame.Rect(box.right - pen.px(34), box.y - pen.px(6), pen.px(38), pen.px(26))
    pen.box(target, points, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 8)
    pen.text(target, f"{printed.points}p", points.centerx, points.centery, "number", 17, theme.TEXT, "cm")


def icon_name(board: Board, icon: int, what: int) -> str:
    if icon == T.ICON_RALLY:
        return "rally"
    if icon == T.ICON_CRATE:
        return "stockpile"
    return f"sector-{board.book.sectors[what].id}"


def _chips(board: Board, target: pygame.Surface, row: pygame.Rect, card: int) -> None:
    """The three statecraft icons, and the mark of a trigger."""
    pen = board.pen
    printed = board.book.cards[card]
    step = (row.w + pen.px(3)) // 3
    for n, (icon, what) in enumerate(printed.icons):
        chip = pygame.Rect(row.x + n * step, row.y, step - pen.px(3), row.h)
        pen.box(target, chip, theme.PANEL_BOTTOM, theme.DEEPEST, theme.LINE_STRONG, 7)
        if icon == T.ICON_BLOC:
            short = board.book.blocs[what].short
            pen.text(
                target, short, chip.centerx, chip.centery, "head", 12.5, theme.TEXT, "cm", width=chip.w - 2
            )
            continue
        shift = pen.px(10) if icon == T.ICON_CRATE else 0
        pen.icon(target, icon_name(board, icon, what), chip.centerx - shift, chip.centery, 19, theme.TEXT)
        if icon == T.ICON_CRATE:
            name = f"sector-{board.book.sectors[what].id}"
            pen.icon(target, name, chip.centerx + shift, chip.centery, 17, theme.TEXT_2)
    if printed.trigger:
        pen.icon(target, "contingency", row.right - pen.px(7), row.y - pen.px(10), 17, theme.GOLD)


def card_lines(board: Board, card: int) -> list[str]:
    """Everything about a card as lines for a tooltip or a sheet."""
    page, printed = board.almanac.cards[card], board.book.cards[card]
    lines = [
        f"{page.title} | {printed.points} points",
        f"{page.kind}; as a policy: {board.words.cost(card)}.",
    ]
    lines += page.rules
    if page.targets:
        lines.append("Chosen target: " + " or ".join(page.targets) + ".")
    if page.trigger:
        lines.append(f"As a contingency: fires {page.trigger}.")
    if page.precedent:
        lines.append(f"{page.precedent} ({page.when})")
    if page.contested:
        lines.append(f"Contested: {page.contested}")
    if page.sources:
        lines.append("Sources: " + "; ".join(_short(source.title) for source in page.sources))
    return lines


def _short(title: str) -> str:
    return title if len(title) <= 90 else title[:89].rstrip() + "…"
