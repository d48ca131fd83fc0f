"""A card's small face, as it lies in the hand, flies over the table and fills the browser.

Wide faces tell the effects in words; narrow ones, and all in small windows, show them as chips. What can't be
played as a policy now has its picture and words dimmed and says why; its icons stay bright, for they may still serve.
"""

from dataclasses import dataclass
from typing import Protocol

import pygame

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.match.words import Words

from .. import theme
from ..layout import TYPE_FLOOR
from ..pen import Pen
from .gem import gem
from .glance import CHOSEN, Mark, choices, icon_marks, marks

INSET = 6
LARGEST, SMALLEST = 15.0, 12.0  # type of an effect's words
VALUE = 2.0  # how much larger the type of its number is
CARD_TOP, CARD_BOTTOM = "#22375A", "#121F36"
TONES = {1: theme.GAIN, -1: theme.LOSS, 0: theme.TEXT}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a face is set in its box."""

    is_small: bool  # effects as chips
    size: float  # of the title's type
    lines: list[str]  # of the title
    chips: list[list[Mark]]
    step: int  # from one row of effects to the next
    foot: int  # height of the row of icons
    art: int  # height of the picture


class Printing(Protocol):
    """What a face is printed with; a Board has it all."""

    pen: Pen
    book: Rulebook
    almanac: Almanac
    words: Words


@dataclass(frozen=True, slots=True)
class Look:
    """How a card is shown. `obstacle`: why its policy can't be played now; `hint`: its key."""

    is_active: bool = False
    obstacle: str = ""
    hint: str = ""
    is_chosen: bool = False  # whether it is the one that is shown large
    whose: int = T.NONE  # the side whose card it is, where that has to be said
    note: str = ""  # a word over the picture: the pile it is in
    art: int = 0  # the most pixels that its picture is high, so that a row of cards stands on one line
    is_small: bool = False  # chips even where words have room, as on the other cards of a hand
    is_brief: bool = False  # the class in one word even where both have room, as on those others
    size: float = LARGEST  # of the effects' words, the same on all of those


PLAIN = Look()


def face(board: Printing, target: pygame.Surface, box: pygame.Rect, card: int, look: Look = PLAIN) -> None:
    """One card's face in the box, whatever its size."""
    pen = board.pen
    frame(board, target, box, card, look)
    made = setting(board, box, card, look.is_small)
    left, width = box.x + pen.px(INSET + 5), box.w - 2 * pen.px(INSET + 5)
    y = picture(board, target, box, card, min(made.art, look.art or made.art), look)
    y = kind_line(board, target, left, y + pen.px(4), width, card, look)
    for line in made.lines:
        tone = theme.TEXT_2 if look.obstacle else theme.TEXT
        pen.text(target, line, left, y + pen.line(made.size * 0.82) / 2, "head", made.size, tone, "lm")
        y += pen.line(made.size * 0.82)
    y += pen.tx(5)
    if made.is_small:
        for row in made.chips:
            _paint_chips(pen, target, left, y, row, bool(look.obstacle))
            y += made.step
    else:
        _paint_rows(board, target, left, y, width, card, look)
    foot = pygame.Rect(box.x + pen.px(7), _bottom(pen, box, made.foot), box.w - pen.px(14), made.foot)
    _foot(board, target, foot, card, made.is_small)
    gems(board, target, box, card, look)


def _bottom(pen: Pen, box: pygame.Rect, foot: int) -> int:
    """Where the row of icons begins."""
    return box.bottom - pen.px(8) - foot


def setting(board: Printing, box: pygame.Rect, card: int, is_small: bool = False) -> Setting:
    """Words or chips, the title's lines, and as high a picture as they leave room for."""
    pen = board.pen
    is_small = is_small or pen.scale < TYPE_FLOOR or box.w < pen.tx(150) or not _has_room(board, card, box)
    step = pen.tx(21) if is_small else pen.line(15)
    width = box.w - 2 * pen.px(INSET + 5)
    foot = pen.tx(26) if is_small else pen.px(30)
    size, lines = title_lines(pen, board.book.cards[card].title, width, 17.5 if is_small else 20, 2)
    chips = _chip_rows(board, card, width) if is_small else []
    rows = len(chips) if is_small else len(marks(board.book, card)) + bool(board.book.cards[card].targets)
    text = pen.tx(17) + len(lines) * pen.line(size * 0.82) + pen.tx(14) + rows * step
    share = 0.54 if not is_small else 0.76 if box.w > pen.tx(120) else 1.1
    room = _bottom(pen, box, foot) - text - box.y - pen.px(INSET + 3)
    art = min(round(box.w * share), room)
    if is_small:  # a tall card has more picture where it would be empty
        art = max(art, min(round(box.w * 0.95), art + 7 * (room - art - pen.tx(24)) // 10))
    return Setting(is_small, size, lines, chips, step, foot, max(art, pen.tx(30)))


def _has_room(board: Printing, card: int, box: pygame.Rect) -> bool:
    """Whether every effect can be told in words on a card of that size, under a picture that is worth its name."""
    pen = board.pen
    rows = len(marks(board.book, card)) + bool(board.book.cards[card].targets)
    high = pen.tx(17 + 14 + 44) + 2 * pen.line(20 * 0.82) + rows * pen.line(15) + pen.px(INSET + 3 + 38)
    if high > box.h:
        return False
    room = box.w - 2 * pen.px(INSET + 5) - pen.tx(17 + 5)
    return all(
        pen.text_width(mark.words, "head", SMALLEST) + pen.text_width(mark.value, "number", SMALLEST) + pen.tx(4)
        <= room
        for mark in marks(board.book, card)
    )


def frame(board: Printing, target: pygame.Surface, box: pygame.Rect, card: int, look: Look) -> None:
    """The body of a card, its edge in the colour of its class, gold where the player looks at it."""
    pen, tone = board.pen, theme.KIND[board.book.cards[card].kind]
    if look.is_active:
        pen.shadow(target, box, theme.CARD_RADIUS, 10, 0.55, theme.GOLD)
    else:
        pen.shadow(target, box, theme.CARD_RADIUS, 5, 0.55, "#000000", pen.px(3))
    if look.obstacle and not look.is_active:
        tone = theme.mix(tone, theme.PANEL_BOTTOM, 0.45)
    edge, line = (theme.GOLD, 2.6) if look.is_active else (theme.CHOSEN, 2.6) if look.is_chosen else (tone, 1.8)
    pen.box(target, box, CARD_TOP, CARD_BOTTOM, edge, theme.CARD_RADIUS, line)


def picture(
    board: Printing, target: pygame.Surface, box: pygame.Rect, card: int, height: int, look: Look
) -> int:
    """The illustration and the rule under it; returns the y below."""
    pen, tone = board.pen, theme.KIND[board.book.cards[card].kind]
    inset = pen.px(INSET)
    place = pygame.Rect(box.x + inset, box.y + inset, box.w - 2 * inset, height)
    target.blit(pen.art(board.almanac.cards[card].art, place.w, place.h, tone=tone), place)
    words = look.obstacle or look.note
    if look.obstacle:
        target.blit(_veil(pen, place.w, place.h, 0.45), place)
    if words:
        band(pen, target, place, words, theme.LOSS if look.obstacle else theme.TEXT)
    line = max(2, pen.px(2.5))
    target.fill(pygame.Color(tone), (place.x, place.bottom, place.w, line))
    return place.bottom + line


def _veil(pen: Pen, w: int, h: int, share: float) -> pygame.Surface:
    """Darkness with the round corners of an illustration."""
    r = pen.px(9)
    path = f"M0 {h}V{r}A{r} {r} 0 0 1 {r} 0H{w - r}A{r} {r} 0 0 1 {w} {r}V{h}Z"
    return pen.svg(f'<path d="{path}" fill="{theme.DEEPEST}" fill-opacity="{share}"/>', w, h)


def band(pen: Pen, target: pygame.Surface, art: pygame.Rect, words: str, tone: str) -> None:
    """A dark band with a sentence at the foot of the picture."""
    width, step = art.w - pen.px(12), pen.line(12.5)
    lines = pen.wrap(words, "medium", 12.5, width)
    lines = lines[: max(1, (art.h - pen.tx(16)) // step)]  # the cost stays free
    height = min(art.h, len(lines) * step + pen.px(6))
    rect = pygame.Rect(art.x, art.bottom - height, art.w, height)
    body = f'<rect width="{rect.w}" height="{rect.h}" fill="{theme.DEEPEST}" fill-opacity=".86"/>'
    target.blit(pen.svg(body, rect.w, rect.h), rect)
    y = rect.y + (height - len(lines) * step) / 2 + step / 2
    for line in lines:
        pen.text(target, line, rect.x + pen.px(6), y, "medium", 12.5, tone, "lm")
        y += step


def kind_line(
    board: Printing, target: pygame.Surface, x: int, y: int, width: int, card: int, look: Look
) -> int:
    """The class in its colour, the mark of a trigger, and the shape of the side; returns the y below."""
    pen = board.pen
    middle = y + pen.tx(17) / 2
    tone = theme.KIND[board.book.cards[card].kind]
    room = _kind_room(board, width, card, look.whose)
    if board.book.cards[card].trigger:
        side = pen.tx(15)
        pen.blit_icon(target, "contingency", x + width - side / 2, middle, side, theme.TEXT_2)
    if look.whose != T.NONE:
        pen.marker(target, look.whose, x + room + pen.tx(9), middle, 13 * pen.tx(100) / pen.px(100))
    kind = board.almanac.cards[card].kind.upper()
    if look.is_brief or pen.text_width(kind, "head", 12.5) > room:
        kind = kind.split()[-1]  # "listing" says it too
    tracking = 1.0 if pen.text_width(kind, "head", 12.5, 1.0) <= room else 0.0
    pen.text(target, kind, x, middle, "head", 12.5, tone, "lm", tracking, room)
    return y + pen.tx(17)


def _kind_room(board: Printing, width: int, card: int, whose: int) -> int:
    """What the marks at the right end leave of the line of the class."""
    pen = board.pen
    mark = pen.tx(15) + pen.tx(2) if board.book.cards[card].trigger else 0
    return width - mark - (pen.tx(16) if whose != T.NONE else 0)


def kind_fits(board: Printing, box: pygame.Rect, card: int, whose: int = T.NONE) -> bool:
    """Whether the whole name of the class stands on a card of that size."""
    room = _kind_room(board, box.w - 2 * board.pen.px(INSET + 5), card, whose)
    return board.pen.text_width(board.almanac.cards[card].kind.upper(), "head", 12.5) <= room


def title_lines(pen: Pen, title: str, width: float, size: float, most: int) -> tuple[float, list[str]]:
    """The title in the largest type (down from `size`) in which it takes no more than `most` lines."""
    while True:
        lines = wrap_title(pen, title, size, width)
        fits = len(lines) <= most and max(pen.text_width(line, "head", size) for line in lines) <= width
        if fits or size <= 12:
            return size, lines
        size -= 0.5


def wrap_title(pen: Pen, title: str, size: float, width: float) -> list[str]:
    """Lines of a title; a word too long for a line may break after its hyphen."""
    words: list[str] = []
    for word in title.split(" "):
        is_long = pen.text_width(word, "head", size) > width
        words += word.replace("-", "- ").split(" ") if is_long else [word]
    lines = [""]
    for word in words:
        joint = "" if not lines[-1] or lines[-1].endswith("-") else " "
        longer = f"{lines[-1]}{joint}{word}"
        if lines[-1] and pen.text_width(longer, "head", size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


# --- effects -------------------------------------------------------------------------------------


def words_size(board: Printing, box: pygame.Rect, card: int) -> float:
    """The largest type in which all effects have room for their words and numbers on a card of that size."""
    pen, size = board.pen, LARGEST
    room = box.w - 2 * pen.px(INSET + 5) - pen.tx(17 + 5)
    while size > SMALLEST and any(_wide(pen, mark, size) > room for mark in marks(board.book, card)):
        size -= 0.5
    return size


def _wide(pen: Pen, mark: Mark, size: float) -> int:
    value = pen.text_width(mark.value, "number", size + VALUE) + pen.tx(4) if mark.value else 0
    return pen.text_width(mark.words, "head", size) + value


def _paint_rows(
    board: Printing, target: pygame.Surface, x: int, y: int, width: int, card: int, look: Look
) -> None:
    """The effects, one a line: icon, words, number; below them what may be chosen."""
    pen, step, side, is_dim = board.pen, board.pen.line(LARGEST), board.pen.tx(17), bool(look.obstacle)
    found = marks(board.book, card)
    # What may be chosen stands under the last effect that it is chosen for
    chosen = max((n for n, mark in enumerate(found) if CHOSEN in mark.icons), default=-1)
    for n, mark in enumerate(found):
        middle = y + step / 2
        pen.blit_icon(target, mark.icons[0], x + side / 2, middle, side, theme.TEXT_3)
        room = width - side - pen.tx(5)
        if mark.value:
            tone = theme.TEXT_3 if is_dim else TONES[mark.good]
            size, least = look.size + VALUE, pen.text_width(mark.words, "head", SMALLEST) + pen.tx(4)
            while size > SMALLEST and least + pen.text_width(mark.value, "number", size) > room:
                size -= 0.5
            room -= pen.text(target, mark.value, x + width, middle, "number", size, tone, "rm") + pen.tx(4)
        tone, size = theme.TEXT_3 if is_dim else theme.TEXT_2, look.size
        while size > SMALLEST and pen.text_width(mark.words, "head", size) > room:
            size -= 0.5
        pen.text(target, mark.words, x + side + pen.tx(5), middle, "head", size, tone, "lm", 0, room)
        y += step
        if n == chosen and board.book.cards[card].targets:
            _paint_choices(board, target, x, y, width, card)
            y += step


def _paint_choices(board: Printing, target: pygame.Surface, x: int, y: int, width: int, card: int) -> None:
    """The icons of what may be chosen, with their names where there is room."""
    pen, side = board.pen, board.pen.tx(17)
    middle = y + pen.line(15) / 2
    pen.text(target, "of", x + side / 2, middle, "head", 12.5, theme.TEXT_3, "cm")
    found = choices(board.book, card)
    step = (width - side - pen.tx(6)) // len(found)
    is_named = all(pen.text_width(short, "head", 12.5) + side + pen.tx(5) <= step for _, short in found)
    left = x + side + pen.tx(6)
    for icon, short in found:
        pen.blit_icon(target, icon, left + side / 2, middle, side, theme.TEXT)
        if is_named:
            pen.text(target, short, left + side + pen.tx(3), middle, "head", 12.5, theme.TEXT_2, "lm")
        left += step if is_named else min(step, pen.tx(28))


def _chip_width(pen: Pen, mark: Mark) -> int:
    icons = len(mark.icons) * pen.tx(15) + (len(mark.icons) - 1) * pen.tx(1)
    return icons + (pen.tx(3) + pen.text_width(mark.value, "number", 15) if mark.value else 0) + pen.tx(8)


def _chip_rows(board: Printing, card: int, width: int) -> list[list[Mark]]:
    """The effects as chips in as many rows as they need."""
    pen = board.pen
    rows: list[list[Mark]] = [[]]
    used = 0
    for mark in marks(board.book, card):
        wide = _chip_width(pen, mark) + pen.tx(3)
        if rows[-1] and used + wide > width + pen.tx(3):
            rows.append([])
            used = 0
        rows[-1].append(mark)
        used += wide
    return rows


def _paint_chips(pen: Pen, target: pygame.Surface, x: int, y: int, row: list[Mark], is_dim: bool) -> None:
    h, side = pen.tx(19), pen.tx(15)
    for mark in row:
        chip = pygame.Rect(x, y, _chip_width(pen, mark), h)
        tone = theme.TEXT_3 if is_dim else TONES[mark.good]
        edge = theme.LINE_STRONG if is_dim or not mark.good else theme.mix(tone, theme.PANEL_BOTTOM, 0.45)
        pen.box(target, chip, theme.PANEL_BOTTOM, theme.DEEPEST, edge, 5, 1.2)
        left = chip.x + pen.tx(4)
        for icon in mark.icons:
            pen.blit_icon(
                target, icon, left + side / 2, chip.centery, side, theme.TEXT_3 if is_dim else theme.TEXT
            )
            left += side + pen.tx(1)
        if mark.value:
            pen.text(target, mark.value, chip.right - pen.tx(4), chip.centery, "number", 15, tone, "rm")
        x = chip.right + pen.tx(3)


# --- cost, points, icons -------------------------------------------------------------------------


def _foot(board: Printing, target: pygame.Surface, row: pygame.Rect, card: int, is_small: bool) -> None:
    """The other way to use a card: its points on one of its icons."""
    pen, printed = board.pen, board.book.cards[card]
    pen.box(target, row, theme.TROUGH, theme.DEEPEST, theme.LINE, 8)
    words = str(printed.points) if is_small else f"{printed.points} pts"
    cap = pen.text_width(words, "number", 15) + pen.tx(9)
    pen.text(target, words, row.x + cap / 2 + pen.px(2), row.centery, "number", 15, theme.TEXT, "cm")
    line = max(1, pen.px(1))
    left = row.x + cap + pen.px(2)
    target.fill(pygame.Color(theme.LINE_STRONG), (left, row.y + pen.px(6), line, row.h - 2 * pen.px(6)))
    pictures = [icon_marks(board.book, card, n) for n in range(len(printed.icons))]
    step = (row.right - left - pen.px(4)) / sum(1 + 0.5 * (len(icons) - 1) for icons in pictures)
    x: float = left + pen.px(2)
    for icons in pictures:
        room = step * (1 + 0.5 * (len(icons) - 1))
        side = min(pen.tx(20) if len(icons) == 1 else pen.tx(16), round(room / len(icons)))
        middle = x + room / 2 - side * (len(icons) - 1) / 2
        for icon in icons:
            pen.blit_icon(target, icon, middle, row.centery, side, theme.TEXT)
            middle += side
        x += room


def gems(
    board: Printing, target: pygame.Surface, box: pygame.Rect, card: int, look: Look, units: float = 1.0
) -> None:
    """The cost at the top left corner, coins or columns; the key at the top right."""
    pen, printed = board.pen, board.book.cards[card]
    costs = [("budget", printed.budget)] if printed.budget else []
    costs += [("capital", printed.capital)] if printed.capital else []
    x, y = box.x - pen.px(7), box.y - pen.px(9)
    for kind, cost in costs or [("free", 0)]:
        x += gem(pen, target, x, y, kind, cost, bool(look.obstacle), units) + pen.px(2)
    if look.hint:
        pen.key(target, look.hint, box.right + pen.px(5), box.y + pen.px(5))
