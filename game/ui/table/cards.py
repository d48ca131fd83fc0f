"""The hand: a row of cards, the one looked at large above them; backs where the viewer may not see."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pygame

from game.engine import terms as T
from game.match.uses import policy_obstacle

from .. import theme
from ..stage import Node
from .board import Board
from .cardback import cardback
from .face import LARGEST, Look, face, kind_fits, setting, words_size
from .zoom import Told, zoom

__all__ = ["card_lines", "face", "hand", "places"]

GAP, FREE = 9, 26  # units between two cards of a full hand, and of a smaller one: their corners lie apart
NARROW = 150  # units: below this fewer cards are wider
FEW, WIDEST = 3, 240  # cards of a small hand, and units that each may be wide
LEFT, RIGHT = 432.0, 424.0  # the side panels, in units from the window's edges


def hand(
    board: Board,
    side: int,
    act: Callable[[int], None],
    can_act: bool,
    picked: int,
    pointed: str = "",
    told: Callable[[int], Sequence[Told]] | None = None,
) -> list[Node]:
    """The side's hand, as far as the viewer may see it. `pointed` is the node looked at, `told` the forecasts."""
    held = [c for c in range(len(board.book.cards)) if board.book.card_side(c) == side]
    mine = [c for c in held if board.seen.place[c] == T.IN_HAND]
    if not mine and board.seen.cells[T.HAND_SIZE + side]:
        return _backs(board, side, board.seen.cells[T.HAND_SIZE + side])
    slots = places(board, len(mine))
    alike = _alike(board, mine, slots)
    made = []
    for n, (card, slot) in enumerate(zip(mine, slots, strict=True)):
        is_picked = card == picked
        obstacle = policy_obstacle(board.words, board.seen, card) if can_act and not is_picked else ""
        look = replace(alike, is_active=is_picked, obstacle=obstacle, hint=str(n + 1) if can_act else "")
        made.append(_card(board, card, slot, look, act if can_act else None))
    for card, slot in zip(mine, slots, strict=True):
        if pointed == f"card:{card}":
            obstacle = policy_obstacle(board.words, board.seen, card) if can_act else ""
            pages = zoom(board, card, slot, obstacle, partial(told, card) if told else _nothing)
            next(node for node in made if node.name == pointed).ring = pages[0].rect
            made += pages
    return made


def _nothing() -> Sequence[Told]:
    return ()


def _alike(board: Board, mine: Sequence[int], slots: Sequence[pygame.Rect]) -> Look:
    """What all of a hand share: chips and the class in one word where one of them has no room for more, how high the
    pictures and how large the words are.
    """
    both = list(zip(mine, slots, strict=True))
    is_small = any(setting(board, slot, card).is_small for card, slot in both)
    art = [setting(board, slot, card, is_small).art for card, slot in both]
    is_brief = not all(kind_fits(board, slot, card) for card, slot in both)
    size = min((words_size(board, slot, card) for card, slot in both), default=LARGEST)
    return Look(art=min(art, default=0), is_small=is_small, is_brief=is_brief, size=size)


def places(board: Board, count: int) -> list[pygame.Rect]:
    """Where the cards of a hand lie: side by side, as wide as six of them may be where that is wide enough, and a few
    of them as wide as three may be. They change their size seldom: each is painted anew then.
    """
    room = board.wide - LEFT - RIGHT
    width = min(theme.CARD_W, (room - GAP * (T.HAND - 1)) / T.HAND)
    if count <= FEW:
        width = max(width, min(WIDEST, (room - FREE * (FEW - 1)) / FEW))
    elif width < NARROW:
        width = min(NARROW, (room - GAP * (count - 1)) / count)
    pitch = min(width + (GAP if count >= T.HAND else FREE), (room - width) / max(1, count - 1))
    start = LEFT + (room - pitch * (count - 1) - width) / 2
    return [board.rect(start + pitch * n, board.bottom + 14, width, theme.CARD_H) for n in range(count)]


def _backs(board: Board, side: int, count: int) -> list[Node]:

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        cardback(board.pen, target, box, side, board.emblems[side])

    return [
        Node(f"back:{n}", slot, paint, key=(side, board.emblems), pad=board.pen.px(12), live=False)
        for n, slot in enumerate(places(board, count))
    ]


def _card(board: Board, card: int, slot: pygame.Rect, look: Look, act: Callable[[int], None] | None) -> Node:
    pen = board.pen
    return Node(
        f"card:{card}",
        slot.move(0, -pen.px(12)) if look.is_active else slot,
        lambda target, box: face(board, target, box, card, look),
        key=look,
        act=partial(act, card) if act is not None else None,
        tip=lambda: card_lines(board, card),
        has_page=True,
        pad=pen.px(22),
        group="f-hand",
        layer=2,
        radius=theme.CARD_RADIUS,
    )


def card_lines(board: Board, card: int) -> list[str]:
    """Everything about a card as lines for a tooltip."""
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
