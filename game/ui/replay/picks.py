"""A list of picks to choose from, each with its picture, its words and its number key."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.classroom.spoken import spoken
from game.match.words import Words

from .. import icons, theme
from ..nodes import Node
from ..pen import Pen
from ..widgets import Scroll

ROW, ABOUT = 52, 70  # units of a row, and of one with a second line
ICONS = {
    "pass": "pass",
    "lift": "lift",
    "offer": "deal",
    "for": "deal",
    "sweeten": "budget",
    "announce": "announce",
    "spotlight": "spotlight",
    "keep": "agenda",
    "accept": "check",
    "refuse": "cross",
}
USES = {"policy": "policy", "fund": "fund", "contingency": "contingency"}


def said(words: Words, side: int, picks: Sequence[str]) -> str:
    """Picks as a sentence; what adds nothing is said, too."""
    text = spoken(words, side, picks)
    if picks and picks[-1] == "sweeten 0":
        text += ", with nothing added"
    return text[:1].upper() + text[1:]


def nodes(
    pen: Pen,
    scroll: Scroll,
    area: pygame.Rect,
    rows: Sequence[tuple[str, str]],
    choose: Callable[[int], None],
    changed: Callable[[], None],
    size: float = 18,
    abouts: Sequence[str] = (),
    chosen: int = -1,
) -> list[Node]:
    """Rows of (icon, words) in letters of a size; `choose` gets the number of the one that is taken. `abouts` are
    second lines, where a list has them; `chosen` is the row that holds now.
    """
    places = scroll.fit(area, pen.tx((ABOUT if abouts else ROW) * size / 18), len(rows))
    made = scroll.nodes(pen, area, changed)
    for n, place in places:
        place = pygame.Rect(place.x, place.y, place.w, place.h - pen.px(8))
        icon, words = rows[n]
        cap, about = str(n + 1) if n < 9 else "", abouts[n] if abouts else ""
        face = (icon, words, about, cap, size, n == chosen)
        plain, lit = (partial(_paint, pen, *face, is_lit) for is_lit in (False, True))
        made.append(
            Node(
                f"pick:{n}",
                place,
                plain,
                key=face,
                act=partial(choose, n),
                group="c-picks",
                lit=lit,
            )
        )
    return made


def _paint(
    pen: Pen,
    icon: str,
    words: str,
    about: str,
    cap: str,
    size: float,
    is_chosen: bool,
    is_lit: bool,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    top = theme.mix(theme.SELECTED, theme.TIP_EDGE, 0.2 * is_lit)
    edge = theme.CHOSEN if is_chosen else theme.TIP_EDGE if is_lit else theme.LINE_STRONG
    pen.box(target, box, top, theme.BUTTON_LOW, edge, theme.BUTTON_RADIUS, 2 if is_chosen else 1.25)
    pen.icon(target, icon, box.x + pen.tx(26), box.centery, 24, theme.TEXT_2)
    right = box.right - pen.tx(12)
    if cap:
        right -= pen.key(target, cap, right, box.centery) + pen.tx(10)
    x, small = box.x + pen.tx(52), size * 15 / 18
    while size > 13 and pen.text_width(words, "medium", size) > right - x:
        size -= 1
    lines = pen.wrap(about, "body", small, right - x)[:1] if about else []
    y = box.centery - pen.tx(small * 11 / 15) * len(lines)
    pen.text(target, words, x, y, "medium", size, theme.TEXT, "lm", width=right - x)
    for line in lines:
        below = box.centery + pen.tx(small * 13 / 15)
        pen.text(target, line, x, below, "body", small, theme.TEXT_2, "lm", width=right - x)


def icon_of(words: Words, side: int, text: str) -> str:
    """The picture of one pick."""
    verb, _, name = text.partition(" ")
    if verb == "play":
        return icons.KIND.get(words.book.cards[words.book.card_number[side, name]].kind, "policy")
    if verb == "sector":
        return icons.sector_icon(name)
    if verb == "bloc":
        return icons.bloc_icon(name)
    if verb == "use":
        return USES.get(name, "tile")
    return ICONS.get(verb, "forward")
