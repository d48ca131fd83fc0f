"""The handbook: contents and search at the left, an open book at the right; terms open their tips and pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.classroom import class_report, exports
from game.classroom.codex import mechanism_section
from game.content.compile import load_base
from game.content.handbook import filled
from game.content.pack import Scenario
from game.match.library import Hit, Library, Volume, volumes

from .. import theme
from ..app import App, Scene
from ..handbook.leaves import Leaf
from ..handbook.links import term
from ..handbook.pages import Press
from ..keys import PLAY
from ..nodes import Node, Paint, nothing
from ..pen import Pen
from ..settings import save_settings
from ..widgets import Entry, Scroll, button, heading, label, panel, segments
from .scenario import facts

EDGE, TOP, FOOT, LIST = 48, 96, 96, 350  # units
PAD = 24  # units between the panel's edge and the columns
FIRST = "chapter:short-rules"
WHERE = 13  # size of type: the section in which a hit stands
LEVELS = 380  # units: the switch between the two ways to read
READING = (("plain", "Plain words"), ("full", "With sources"))
TIPS = (
    "What it does and the real event behind it, in a few words.",
    "With sources, dates and what is disputed, from both sides.",
)


@dataclass(frozen=True)
class Place:
    """Where the reader is."""

    section: str
    leaf: int = 0


class HandbookScene(Scene):
    def __init__(self, app: App, shelf: Sequence[Volume] = (), anchor: str = "") -> None:
        """`shelf`: the match's own rulebook; without one, all cards of the game's pack. `anchor`: where it opens."""
        super().__init__(app)
        pack = load_base()
        tables = {
            "keys": _keys(),
            "scenarios": _scenarios(pack.scenarios),
            "move-columns": (("column", "what it says"), *exports.COLUMNS.items()),
            "person-columns": (("column", "what it says"), *class_report.COLUMNS.items()),
        }
        self.library = Library(shelf or volumes(pack), tables, [mechanism_section()])
        self.search = Entry("search", most=40)
        self.contents = Scroll("contents")
        self.at = Place(FIRST)
        self.before: list[Place] = []
        self.marked: tuple[str, int] | None = None  # the section and block that a link led to
        self.followed = ""  # the section to which the contents were scrolled
        self._press: Press | None = None
        self._wanted = anchor

    # --- where the reader is ---------------------------------------------------------------------

    def entered(self) -> None:
        if self._wanted:
            self.open(self._wanted)
            self._wanted, self.before = "", []

    def press(self) -> Press:
        """Made anew with each size of the window."""
        pen = self.app.pen
        is_plain = self.app.settings.plain_handbook
        if self._press is None or self._press.pen is not pen or self._press.is_plain != is_plain:
            left = EDGE + LIST + 16 + PAD
            area = pen.rect(left, TOP + 22, pen.wide - EDGE - PAD - left, pen.high - TOP - FOOT - 40)
            self._press = Press(pen, self.library, area, is_plain)
        return self._press

    def leaves(self) -> list[Leaf]:
        return self.press().leaves(self.library.section(self.at.section))

    @property
    def leaf(self) -> int:
        """The leaf that is open; after a change of the window there may be fewer."""
        return min(self.at.leaf, len(self.leaves()) - 1)

    def open(self, anchor: str) -> None:
        """Go to what a link names."""
        if anchor in self.library.places:
            self.show(*self.library.places[anchor])

    def show(self, section: str, block: int = 0) -> None:
        """Go to a block of a section, and mark it there unless it is the first."""
        self.marked = (section, block) if block else None
        leaves = self.press().leaves(self.library.section(section))
        found = next((n for n, leaf in enumerate(leaves) if leaf.holds(block)), 0)
        if self.at != Place(section, found):
            self.before.append(self.at)
            self.at = Place(section, found)

    def back(self) -> None:
        """To the page before the last link."""
        if self.before:
            self.at = self.before.pop()

    def turn(self, by: int) -> None:
        """The next leaf, or the next section after the last."""
        names = [section.id for section in self.library.sections]
        n, leaf = names.index(self.at.section), self.leaf + by
        if not 0 <= leaf < len(self.leaves()):
            n += by
            if not 0 <= n < len(names):
                return
            count = len(self.press().leaves(self.library.section(names[n])))
            leaf = 0 if by > 0 else count - 1
        self.at = Place(names[n], leaf)

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        section = self.library.section(self.at.section)
        left = EDGE + LIST + 16
        book = pen.rect(left, TOP, pen.wide - EDGE - left, pen.high - TOP - FOOT)
        words = f"{section.title} · {self.leaf + 1} of {len(self.leaves())}"
        made = [heading(pen, "Handbook", words, right=LEVELS + 24), panel(pen, "book", book)]
        made += self._contents(pen.rect(EDGE, TOP, LIST, pen.high - TOP - FOOT))
        made += segments(pen, "level", pen.rect(pen.wide - EDGE - LEVELS, 24, LEVELS, 50), READING,
                         READING[not self.app.settings.plain_handbook][0], self.read, "w", tips=TIPS)
        return made + self._leaf() + self._buttons()  # fmt: skip

    def _leaf(self) -> list[Node]:
        """The open leaf: its slabs, and a node for every link."""
        press, made = self.press(), []
        number, marked = 0, self.marked
        for n, (slab, column, y) in enumerate(self.leaves()[self.leaf].placed):
            place = press.place(self.library.section(self.at.section), slab, column, y)
            name = f"slab:{self.at.section}:{self.leaf}:{n}"
            if marked == (self.at.section, slab.block):
                made.append(_mark(self.app.pen, place))
                marked = None  # of what has several pieces, the first: a card without its sources
            made.append(Node(name, place, slab.paint, key=slab.key, live=False, pad=2))
            for link, box in slab.links:
                rect = box.move(place.topleft)
                made.append(self._link(f"link:{number}", link, rect))
                number += 1
        return made

    def _link(self, name: str, link: str, rect: pygame.Rect) -> Node:
        return Node(
            name,
            rect,
            nothing,
            key=link,
            act=partial(self.open, link),
            tip=partial(_tip, self.library, link),
            group="c-links",
            lit=partial(_lit, self.app.pen),
            radius=4,
        )

    def read(self, level: str) -> None:
        """Plain or full; the reader stays at what was open."""
        if (level == "plain") == self.app.settings.plain_handbook:
            return
        first = self.leaves()[self.leaf].placed[0][0].block
        self.app.settings.plain_handbook = level == "plain"
        save_settings(self.app.settings)
        leaves = self.leaves()
        self.at = Place(self.at.section, next((n for n, leaf in enumerate(leaves) if leaf.holds(first)), 0))

    # --- contents and search ---------------------------------------------------------------------

    def hits(self) -> list[Hit]:
        return self.library.search(self.search.text.strip())

    def _contents(self, area: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        made = [panel(pen, "contents", area, "book", "Contents")]
        field = pygame.Rect(area.x + pen.px(14), area.y + pen.px(52), area.w - pen.px(28), pen.px(44))
        is_writing = self.app.stage.focus == "search"
        made.append(self.search.node(pen, field, "Search", is_writing, "a-search", "F"))
        inner = pygame.Rect(field.x, field.bottom + pen.px(10), field.w, 0)
        inner.h = area.bottom - pen.px(10) - inner.y
        rows = self._rows()
        if not rows:
            return [*made, label(pen, "none", inner, "Nothing found.", 16)]
        room = inner.w - self.contents.bar_width(inner) - pen.px(26)
        heights = [
            max(pen.px(36), pen.paragraph_height(title, room, 15.5, "medium") + pen.px(12))
            + (pen.line(WHERE) if where else 0)
            for title, where, _ in rows
        ]
        self.contents.flow(inner, heights)
        self._follow()
        places = self.contents.flow(inner, heights)
        made += self.contents.nodes(pen, inner, self.app.rebuild)
        for n, place in places:
            title, where, (section, block) = rows[n]
            is_here = section == self.at.section and not self.search.text.strip()
            made.append(_row(pen, f"go:{n}", place, title, where, is_here, partial(self.show, section, block)))
        return made

    def _follow(self) -> None:
        """Scroll the contents to the section that is read, once, however the reader came to it."""
        section = "" if self.search.text.strip() else self.at.section
        if section and section != self.followed:
            self.contents.show([one.id for one in self.library.sections].index(section))
        self.followed = section

    def _rows(self) -> list[tuple[str, str, tuple[str, int]]]:
        """Titles, what they stand in, and where they lead: all sections, or what was found."""
        if self.search.text.strip():
            return [(hit.title, hit.where, (hit.section, hit.block)) for hit in self.hits()]
        return [(section.title, "", (section.id, 0)) for section in self.library.sections]

    # --- buttons and keys ------------------------------------------------------------------------

    def _buttons(self) -> list[Node]:
        pen, y = self.app.pen, self.app.pen.high - 76
        last = self.library.sections[-1]
        is_first = self.at.section == self.library.sections[0].id and self.leaf == 0
        is_last = self.at.section == last.id and self.leaf == len(self.leaves()) - 1
        right = pen.wide - EDGE
        return [
            button(pen, "button:back", pen.rect(EDGE, y, 220, 54), "Back", self.app.pop, "undo", "Esc", group="z"),
            button(pen, "button:return", pen.rect(EDGE + LIST + 16, y, 320, 54), "Where I was",
                   self.back if self.before else None, "back", "Backspace", group="y"),
            button(pen, "button:previous", pen.rect(right - 516, y, 250, 54), "Previous page",
                   None if is_first else partial(self.turn, -1), "", "PgUp", group="x"),
            button(pen, "button:next", pen.rect(right - 250, y, 250, 54), "Next page",
                   None if is_last else partial(self.turn, 1), "", "PgDn", group="x"),
        ]  # fmt: skip

    def wheel(self, steps: int) -> None:
        self.turn(-1 if steps > 0 else 1)

    def key(self, event: pygame.event.Event) -> bool:
        key = event.key
        if key in (pygame.K_ESCAPE, pygame.K_F1):
            self.app.pop()
        elif key == pygame.K_r:
            self.read("full" if self.app.settings.plain_handbook else "plain")
        elif key == pygame.K_f:
            self.app.stage.focus_on("search")
        elif key == pygame.K_BACKSPACE:
            self.back()
        elif key in (pygame.K_PAGEDOWN, pygame.K_PAGEUP):
            self.turn(1 if key == pygame.K_PAGEDOWN else -1)
        else:
            return self.contents.key(key, self.app.stage, "go:", range(len(self._rows())), self.nodes)
        return True


def _row(
    pen: Pen, name: str, place: pygame.Rect, title: str, where: str, is_here: bool, act: partial[None]
) -> Node:
    """One line of the contents, or a hit above the section it stands in."""

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            if is_here or is_lit:
                edge = theme.CHOSEN if is_here else theme.LINE_STRONG
                pen.box(target, box, theme.SELECTED, theme.PANEL_TOP, edge, 8, 1.6 if is_here else 1.25)
            tone = theme.TEXT if is_here or is_lit else theme.TEXT_2
            width = box.w - pen.px(20)
            high = pen.paragraph_height(title, width, 15.5, "medium")
            top = box.y + (box.h - high - (pen.line(WHERE) if where else 0)) / 2
            y = top + (pen.line(15.5) - pen.cap("medium", 15.5)) / 2
            pen.paragraph(target, title, box.x + pen.px(12), y, width, 15.5, tone, "medium")
            if where:
                y = top + high + pen.line(WHERE) / 2
                pen.text(target, where, box.x + pen.px(12), y, "body", WHERE, theme.TEXT_2, "lm", width=width)

        return paint

    key = (title, where, is_here)
    return Node(
        name, place, painter(False), key=key, act=act, group="b-contents", lit=painter(True), radius=8
    )


def _mark(pen: Pen, place: pygame.Rect) -> Node:
    """Behind what a link led to."""
    rect = place.inflate(2 * pen.px(12), -pen.px(4))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.SELECTED, theme.SELECTED, theme.SPOT, 8, 1.6)

    return Node("marked", rect, paint, live=False)


def _lit(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    """A link that is pointed at."""
    target.fill((*pygame.Color(theme.TIP_EDGE)[:3], 60), box)


def _tip(library: Library, link: str) -> list[str]:
    """What a link leads to: a term's meaning, else the title."""
    found = term(link.removeprefix("term:")) if link.startswith("term:") else None
    if found is not None:
        return [found.title, filled(found.text, library.names)]
    section, block = library.places[link]
    return [library.section(section).blocks[block].text]


# --- tables of the window ------------------------------------------------------------------------


def _keys() -> tuple[tuple[str, ...], ...]:
    rows = [("key", "what it does")]
    rows += [(key.cap, f"**{key.title}.** {key.words}") for key in PLAY]
    rows += [
        ("1 to 9", "Choose a card of the hand, or an option."),
        ("H", "Hold a tip: then its terms open."),
        ("M", "Sound off and on."),
    ]
    return tuple(rows)


def _scenarios(scenarios: Sequence[Scenario]) -> tuple[tuple[str, ...], ...]:
    rows = [("scenario", "what it is")]
    for scenario in scenarios:
        told = ", ".join(facts(scenario))
        rows.append((scenario.title, f"{told[:1].upper()}{told[1:]}."))
    return tuple(rows)
