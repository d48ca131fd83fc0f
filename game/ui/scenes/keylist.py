"""The page of the settings that lists every key of the game, from the tables in `keys`."""

from functools import lru_cache, partial

import pygame

from .. import theme
from ..keys import ANALYSIS, ELSEWHERE, EVERYWHERE, GROUPS, LEARN, MENU, RESULT, Key
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..widgets import panel

ROW, HEAD, LINE, GAP = (
    42,
    33,
    36,
    36,
)  # units: of a key, a heading, a line of keys without words; between columns
CAP, TITLE, SIZE = 92, 126, 13.5  # units for the cap of a key and for its title; size of the words
# Groups without words: those of BRIEF always, for their screens say what the keys do; the others one after the other
# where larger text needs the room. The table's own buttons say what their keys do, too.
BRIEF = (MENU, RESULT, ANALYSIS, LEARN)
FIRST = (ELSEWHERE, *[keys for title, keys in GROUPS if title == "In a match"], GROUPS[0][1])
LAST = EVERYWHERE  # what these do is written nowhere else
SHORTENED = (*FIRST, *[keys for _, keys in GROUPS if keys not in (*FIRST, *BRIEF, LAST)], LAST)
Keys = tuple[Key, ...]
Group = tuple[str, Keys]


def nodes(pen: Pen, area: pygame.Rect) -> list[Node]:
    """All groups in two columns."""
    inner = pygame.Rect(area.x + pen.px(24), area.y + pen.px(48), area.w - pen.px(48), area.h - pen.px(56))
    places = columns(inner, 2, pen.px(GAP))
    found = _fitting(pen, places[0].size)
    made = [panel(pen, "keys", area, "keys", "Every key")]
    for n, (place, groups) in enumerate(zip(places, (GROUPS[: found.cut], GROUPS[found.cut :]), strict=True)):
        paint = partial(found.paint, groups)
        made.append(Node(f"keys:{n}", place, paint, key=(found.row, found.cut, found.brief), live=False))
    return made


@lru_cache(maxsize=1)
def _fitting(pen: Pen, size: tuple[int, int]) -> "Setting":
    """The cut into two columns with the highest rows; with fewer words where they do not fit, then with less air. The
    last one is kept: to try all of them takes longer than the rest of a frame. What was measured with the pen of
    another window goes, and that pen with it.
    """
    _needs.cache_clear()
    _lines.cache_clear()
    steps = [(count, False) for count in range(len(SHORTENED) + 1)]
    for count, is_tight in [*steps, (len(SHORTENED), True)]:
        brief = (*BRIEF, *SHORTENED[:count])
        settings = (Setting(pen, size, cut, brief, is_tight) for cut in range(1, len(GROUPS)))
        found = max(settings, key=lambda one: (one.row, one.spare))
        if found.row > 1:
            break
    return found


class Setting:
    """How the list is set: where it is cut, which groups go without words, and the height of a row."""

    def __init__(
        self, pen: Pen, size: tuple[int, int], cut: int, brief: tuple[Keys, ...], is_tight: bool = False
    ) -> None:
        self.pen, self.cut, self.brief = pen, cut, brief
        self.wide, self.high = size
        self.head = pen.px(HEAD - 6 * is_tight)
        self.line = min(pen.px(LINE), pen.line(14.5) + pen.px(1 if is_tight else 8))
        halves = (GROUPS[:cut], GROUPS[cut:])
        self.spare = min(self._room(groups) for groups in halves)
        self.row = min(self._row_height(groups) for groups in halves)

    def _room(self, groups: tuple[Group, ...]) -> int:
        """Pixels that headings and lines of keys without words leave to the others."""
        lines = sum(len(_lines(self.pen, self.wide, group)) for _, group in groups if group in self.brief)
        return self.high - len(groups) * self.head - lines * self.line

    def _row_height(self, groups: tuple[Group, ...]) -> int:
        """The height of a row of one line with which these groups fit; 1 if they don't."""
        keys = [key for _, group in groups if group not in self.brief for key in group]
        row, needs, room = self.pen.px(ROW), [_needs(self.pen, self.wide, key) for key in keys], self._room(groups)
        while row > 1 and sum(max(row, need) for need in needs) > room:
            row -= 1
        return row

    # --- painting --------------------------------------------------------------------------------

    def paint(self, groups: tuple[Group, ...], target: pygame.Surface, box: pygame.Rect) -> None:
        pen, y = self.pen, box.y
        for title, keys in groups:
            pen.text(target, title.upper(), box.x, y + self.head // 2, "head", 14, theme.TEXT_3, "lm", 1.2)
            y += self.head
            if keys in self.brief:
                y += self._paint_brief(target, box.x, y, keys)
                continue
            for key in keys:
                high = max(self.row, _needs(pen, self.wide, key))
                self._paint_row(target, pygame.Rect(box.x, y, box.w, high), key)
                y += high

    def _paint_brief(self, target: pygame.Surface, x: int, y: int, keys: Keys) -> int:
        """Keys and titles alone. Returns the height."""
        pen, lines = self.pen, _lines(self.pen, self.wide, keys)
        for n, line in enumerate(lines):
            middle = y + n * self.line + self.line // 2
            for key, at in line:
                left = x + at + pen.key_width(key.cap)
                pen.key(target, key.cap, left, middle)
                pen.text(target, key.title, left + pen.px(10), middle, "bold", 14.5, theme.TEXT, "lm")
        return len(lines) * self.line

    def _paint_row(self, target: pygame.Surface, row: pygame.Rect, key: Key) -> None:
        pen, at, left = self.pen, _words_at(self.pen, key), row.x + self.pen.px(CAP)
        pen.key(target, key.cap, left - pen.px(14), row.centery)
        pen.text(target, key.title, left, row.centery, "bold", 14.5, theme.TEXT, "lm")
        high = pen.paragraph_height(key.words, row.w - at, SIZE)
        top = row.centery - high / 2 + (pen.line(SIZE) - pen.cap("body", SIZE)) / 2
        pen.paragraph(target, key.words, row.x + at, top, row.w - at, SIZE, theme.TEXT_2)


# --- measuring: every setting that is tried asks for the same ---------------------------------------


@lru_cache(maxsize=128)
def _needs(pen: Pen, wide: int, key: Key) -> int:
    """Pixels that a key's words need in a column."""
    return pen.paragraph_height(key.words, wide - _words_at(pen, key), SIZE) + pen.px(4)


def _words_at(pen: Pen, key: Key) -> int:
    """Where a key's words begin: after the longest title of its group, so that they stand below each other."""
    group = next(group for _, group in GROUPS if key in group)
    longest = max(pen.text_width(one.title, "bold", 14.5) for one in group)
    return pen.px(CAP) + max(pen.px(TITLE), longest + pen.px(14))


@lru_cache(maxsize=16)
def _lines(pen: Pen, wide: int, keys: Keys) -> list[list[tuple[Key, int]]]:
    """Keys with their titles beside each other in a column, and where each begins."""
    x = 0
    lines: list[list[tuple[Key, int]]] = [[]]
    for key in keys:
        needs = pen.key_width(key.cap) + pen.px(10) + pen.text_width(key.title, "bold", 14.5)
        if x + needs > wide and lines[-1]:
            lines.append([])
            x = 0
        lines[-1].append((key, x))
        x += needs + pen.px(26)
    return lines
