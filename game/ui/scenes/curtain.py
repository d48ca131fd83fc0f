"""Between two people at one screen: nothing is shown until the next one says ready."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

import pygame

from game.engine import terms as T
from game.match.match import Match
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..icons import emblems
from ..pen import Pen
from ..stage import Node
from ..svg import glow
from ..widgets import button

WIDE, HIGH = 860, 460  # units: the board in the middle of the curtain
EMBLEM = 230  # units: of a side, on its half of the curtain


class Seated(Protocol):
    match: Match
    words: Words

    def take_seat(self, side: int) -> None: ...

    def name(self, side: int) -> str: ...


class CurtainScene(Scene):
    def __init__(self, app: App, play: Seated, side: int) -> None:
        super().__init__(app)
        self.play, self.side = play, side

    def nodes(self) -> list[Node]:
        pen, side, match = self.app.pen, self.side, self.play.match
        sides, names = self.play.words.sides, [seat.name for seat in match.seats]
        call = f"{names[side]}: the screen is yours." if names[side] else "The screen is yours."
        other = names[1 - side] or sides[1 - side]
        number = match.state.shared[T.ROUND]
        where = (
            f"{match.scenario.title} · round {number} of {match.scenario.rounds}"
            if number
            else match.scenario.title
        )
        words = (sides[side], f"{call} {other} looks away.", where)
        board = pen.centred(WIDE, HIGH, 10)
        paint = partial(_paint_board, pen, side, words)
        whole = pygame.Rect(0, 0, pen.width, pen.height)
        folds = partial(_paint_folds, pen, side, emblems(match.scenario), board)
        go = pygame.Rect(0, 0, pen.px(360), pen.px(64))
        go.midbottom = (board.centerx, board.bottom - pen.px(34))
        menu = pen.rect(48, pen.high - 76, 220, 54)
        return [
            Node("folds", whole, folds, key=(side, emblems(match.scenario)), live=False, layer=-1),
            Node("curtain", board, paint, key=(side, words), pad=pen.px(34), live=False),
            button(
                pen, "button:ready", go, "Ready", self.ready, "check", "Enter", gold=True, size=26, group="a"
            ),
            button(pen, "button:menu", menu, "Menu", self.menu, "menu", "Esc", group="z"),
        ]

    def ready(self) -> None:
        self.play.take_seat(self.side)
        self.app.pop()

    def menu(self) -> None:
        """Leave the match, with all that lies over it; it is saved."""
        scenes: Sequence[object] = self.app.scenes
        while self.play in scenes:
            self.app.pop()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.menu()
            return True
        is_enter = event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
        if is_enter and self.app.stage.focus is None:
            self.ready()
            return True
        return False


def _paint_folds(
    pen: Pen,
    side: int,
    signs: tuple[str, str],
    board: pygame.Rect,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    """The curtain with the emblem of each side on its half: that of the one who may look in the light."""
    target.blit(pen.art("curtain", box.w, box.h, radius=0), box)
    size = pen.px(EMBLEM)
    for n, x in enumerate((board.x // 2, (board.right + box.w) // 2)):
        if n == side:
            r = round(0.95 * size)
            light = f'<circle cx="{r}" cy="{r}" r="{r}" fill="url(#l)"/>'
            target.blit(
                pen.svg(light, 2 * r, 2 * r, defs=glow("l", r, r, r, theme.SPOT, 0.55)),
                (x - r, board.centery - r),
            )
        picture = pen.icon_picture(signs[n], size, theme.TEXT).copy()
        picture.set_alpha(255 if n == side else 70)
        target.blit(picture, picture.get_rect(center=(x, board.centery)))


def _paint_board(
    pen: Pen, side: int, words: tuple[str, str, str], target: pygame.Surface, box: pygame.Rect
) -> None:
    """Whose turn it is to look, on a board in that side's colour."""
    pen.shadow(target, box, 18, 14, 0.8, "#000000", pen.px(6))
    top = theme.mix(theme.PANEL_TOP, theme.DEEP[side], 0.7)
    pen.box(target, box, top, theme.PANEL_BOTTOM, theme.BRIGHT[side], 18, 2, theme.MID[side])
    title, text, where = words
    y, room = box.y + pen.px(146), box.w - pen.px(60)
    pen.text(target, "HAND THE SCREEN TO", box.centerx, box.y + pen.px(60), "head", 26, theme.TEXT_2, "cm", 1.6)
    pen.text(target, title.upper(), box.centerx, y, "number", 84, theme.TEXT, "cm", 1.5, room)
    pen.text(target, text, box.centerx, y + pen.px(90), "medium", 28, theme.TEXT, "cm", width=room)
    pen.text(target, where, box.centerx, y + pen.px(136), "medium", 24, theme.TEXT_2, "cm", width=room)
