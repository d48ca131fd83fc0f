"""Pictures in the handbook: drawn by the table's own code from a position made for showing.

A plate is one of these: some nodes of the table where they lie or side by side, or a card. Numbers in circles point at
words that the table has written, so they stay right when it is drawn another way.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pygame

from game.engine import terms as T
from game.engine.rules import start
from game.engine.state import State
from game.match.library import Volume

from .. import theme
from ..lettering import Written
from ..nodes import Node
from ..pen import Pen
from ..table import gauges, graph, header, measures, sectors, status, world
from ..table.board import GRAPH, HEADER, Board
from ..table.face import face
from ..table.page import WIDTH, Page
from ..widgets.page import page_of
from .spread import ARTS

DESIGN = (1920, 1080)  # the window in which the table is drawn for a plate
CARD = (230, 386)  # units
MARGIN = 74  # units beside a card, for the numbers


@dataclass
class Plate:
    """A picture of that many pixels."""

    width: int
    height: int
    paint: Callable[[pygame.Surface, pygame.Rect], None]


@dataclass(frozen=True)
class Recipe:
    """Nodes of the table by name; `is_row`: side by side instead of where they lie; `as_here`: as they are drawn in a
    window of this size.
    """

    parts: tuple[object, ...]
    names: tuple[str, ...]
    is_row: bool = False
    marks: tuple[tuple[str, str], ...] = ()  # (number, words it points at)
    back: tuple[str, ...] = field(default=())  # what lies under them
    as_here: bool = False


def _measures(count: int) -> tuple[str, ...]:
    return tuple(f"measure:{side}:{n}" for side in (0, 1) for n in range(count))


UPKEEP = ("upkeep:0", "upkeep:1")  # whose row it is, and what it costs
METERS = ("budget", "capital", "approval", "resilience")
RECIPES = {
    "track": Recipe((header,), ("track",)),
    "meters": Recipe((header,), tuple(f"{name}:0" for name in METERS)),
    "sector-rows": Recipe((sectors,), ("sector:1", "sector:4"), True, as_here=True),
    "sector-lit": Recipe((sectors,), ("sector:4", "sector:6", "sector:7"), True, as_here=True),
    "blocs": Recipe((world,), ("bloc:0", "bloc:3", "bloc:4", "bloc:7"), True),
    "graph": Recipe((graph,), ()),
    "measures-some": Recipe((measures,), (*UPKEEP, *_measures(4))),
    "measures": Recipe((measures,), ("measures", *UPKEEP, *_measures(T.MEASURES))),
    "gauges": Recipe((gauges,), ("tension", "decoupling")),
    "slots": Recipe((status,), ("slot:0", "slot:1")),
}
WIDE = ("graph", "measures")  # as wide as all columns together


class Plates:
    """Makes the plates of one library for one pen."""

    def __init__(self, pen: Pen, shelf: Sequence[Volume]) -> None:
        self.pen, self.shelf = pen, shelf
        self._pens: dict[float, Pen] = {}

    @property
    def shift(self) -> int:
        """Pixels left of a card: its gem stands out there."""
        return self.pen.px(12)

    def page(self, name: str, width: int, art: float = ARTS[0]) -> Plate:
        """The card "card:volume:number", to be read, as wide as a column; in a wide one everything on it is larger."""
        volume, card = (int(part) for part in name.split(":")[1:])
        return self._page(self.shelf[volume], card, width, art)

    def plate(self, name: str, width: int, height: int = 0) -> Plate | None:
        """The picture of that name, no larger than these pixels; None where the match does without its subject."""
        if name == "card":
            return self._card(width)
        if name == "why-budget":
            return self._why(width)
        return self._table(name, width, height)

    def _enlarged(self, times: float) -> Pen:
        """A pen that writes that many times as large as ours, but not smaller."""
        pen, scale = self.pen, round(max(1.0, times), 2)
        if scale not in self._pens:
            usual = min(pen.width / DESIGN[0], pen.height / DESIGN[1])
            self._pens[scale] = pen.another(scale * pen.scale / usual, pen.room_for_text)
        return self._pens[scale]

    # --- cards -----------------------------------------------------------------------------------

    def _page(self, volume: Volume, card: int, width: int, art: float) -> Plate:
        """A card of the reference, to be read."""
        shift = self.shift
        pen = self._enlarged((width - shift) / self.pen.tx(WIDTH + 40))
        page = Page(_Printing(pen, volume), card, width - shift, art=art)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.written = self.pen.written
            page.paint(target, pygame.Rect(box.x + shift, box.y + shift, page.width, page.height))

        return Plate(page.width + shift, page.height + 2 * shift, paint)

    def _card(self, width: int) -> Plate:
        """A card's face with numbers beside it."""
        pen, volume = self.pen, self.shelf[0]
        printing = _Printing(pen, volume)
        card = _example(volume)
        w, h, margin = pen.tx(CARD[0]), pen.tx(CARD[1]), pen.tx(MARGIN)
        air = pen.tx(14)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            place = pygame.Rect(box.x + margin, box.y + air, w, h)
            before = len(pen.written)
            face(printing, target, place, card)
            written = pen.written[before:]
            printed, page = volume.book.cards[card], volume.almanac.cards[card]
            kind = _found(written, pen.worded(page.kind.upper()))
            title = _found(written, pen.worded(printed.title))
            below = [piece for piece in written if piece.rect.y > title.rect.bottom]
            effect = min(below, key=lambda piece: (piece.rect.y // pen.tx(12), piece.rect.x))
            foot = max(piece.rect.centery for piece in below)
            left, right = box.x + margin - pen.tx(34), place.right + pen.tx(34)
            first, last = place.x + pen.tx(2), place.right - pen.tx(2)  # the edges: no line runs into words
            spots = (
                ("1", left, place.y + pen.tx(8), place.x),
                ("2", left, kind.rect.centery, first),
                ("3", left, effect.rect.centery, first),
                ("4", left, foot, first),
                ("5", right, foot, last),
                ("6", right, kind.rect.centery, last),
            )
            for number, x, y, to in spots:
                _number(pen, target, number, x, y, to)

        return Plate(min(width, w + 2 * margin), h + 2 * air, paint)

    # --- explanations ----------------------------------------------------------------------------

    def _why(self, width: int) -> Plate:
        """The tip of a meter: what the next market phase brings."""
        size = (round(DESIGN[0] * self.pen.scale), round(DESIGN[1] * self.pen.scale))
        board = _board(self.pen, self.shelf[0], size)
        tip = next(node.tip for node in header.nodes(board) if node.name == "budget:0")
        assert tip is not None
        inset = self.pen.tx(18)
        page = page_of(self.pen, tip(), min(self.pen.tx(420), width - 2 * inset))

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen = self.pen
            frame = pygame.Rect(box.x, box.y, page.width + 2 * inset, page.height + pen.tx(4))
            pen.box(target, frame, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 12, 1.5)
            page.paint(target, pygame.Rect(frame.x + inset, frame.y, page.width, page.height))

        return Plate(page.width + 2 * inset, page.height + self.pen.tx(6), paint)

    # --- the table -------------------------------------------------------------------------------

    def _window(self, name: str, width: int, height: int) -> tuple[int, int]:
        """The window whose table is drawn, at first, in pixels."""
        pen = self.pen
        wide, high = (round(side * pen.scale) for side in DESIGN)
        if RECIPES[name].as_here:
            wide, high = pen.width, pen.height
        if name in WIDE:
            wide = width - pen.px(20) + pen.px(432) + pen.px(424)
        if name == "graph":
            high = min(high, height - pen.px(26) + pen.px(HEADER + 20 + 320))
        return wide, high

    def _table(self, name: str, width: int, height: int) -> Plate | None:
        """Nodes of the table, whose window is made smaller until they fit."""
        pen, recipe = self.pen, RECIPES[name]
        wide, high = self._window(name, width, height)
        for _ in range(3):
            board = _board(pen, self.shelf[0], (wide, high), name == "graph")
            made = [node for part in recipe.parts for node in part.nodes(board)]  # type: ignore[attr-defined]
            chosen = [node for node in made if node.name in recipe.names] if recipe.names else made
            upon = {node.name: _upon(made, node) if recipe.names else [] for node in chosen}
            if not chosen:  # the scenario does without it
                return None
            gap, has_shadow = pen.px(14), any(node.pad for node in chosen)
            air, below = (pen.px(8), pen.px(17)) if has_shadow else (0, 0)  # no shadow falls on the caption
            bare = [_bare(board.pen, node) if recipe.is_row else 0 for node in chosen]
            if len({node.rect.x for node in chosen}) == 1:
                bare = [min(bare)] * len(bare)  # rows of one list keep their edges under one another
            places = (
                _side_by_side(chosen, bare, gap, width) if recipe.is_row else [node.rect for node in chosen]
            )
            whole = places[0].unionall(places[1:])
            if recipe.is_row:  # what is bare at the left of a node takes no room
                whole = pygame.Rect(0, whole.y, whole.right, whole.h)
            if whole.w + 2 * air <= width:
                break
            wide -= max(pen.px(40), whole.w + 2 * air - width)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            for node, place in zip(chosen, places, strict=True):
                at = place.move(box.x - whole.x + air, box.y - whole.y + air)
                for piece in (node, *upon[node.name]):
                    by = piece.rect.x - node.rect.x, piece.rect.y - node.rect.y
                    _paint_node(
                        self.pen, board.pen, target, piece, pygame.Rect(at.move(by).topleft, piece.rect.size)
                    )

        return Plate(whole.w + 2 * air, whole.h + air + below, paint)


def _upon(nodes: Sequence[Node], panel: Node) -> list[Node]:
    """The gauges that lie on a node: numbers, bars, a needle."""
    return [
        node
        for node in nodes
        if node.gauge is not None and node is not panel and panel.rect.contains(node.rect)
    ]


def _bare(pen: Pen, node: Node) -> int:
    """Pixels at a node's left on which nothing is painted."""
    surface = pygame.Surface(node.rect.size, pygame.SRCALPHA)
    node.paint(surface, surface.get_rect())
    pen.written = []
    return surface.get_bounding_rect(128).x


def _side_by_side(nodes: Sequence[Node], bare: Sequence[int], gap: int, width: int) -> list[pygame.Rect]:
    """Places in rows, as many beside one another as there is room for; rows begin with what is painted."""
    places, x, y, below = [], 0, 0, 0
    for node, left in zip(nodes, bare, strict=True):
        if x and x + node.rect.w - left > width:
            x, y = 0, below + gap
        places.append(pygame.Rect(x - left, y, *node.rect.size))
        x += node.rect.w - left + gap
        below = max(below, y + node.rect.h)
    return places


def _paint_node(pen: Pen, other: Pen, target: pygame.Surface, node: Node, at: pygame.Rect) -> None:
    """A node as the stage would paint it; what its pen wrote counts as written by ours."""
    surface = pygame.Surface(node.outer.size, pygame.SRCALPHA)
    other.written = []
    node.paint(surface, pygame.Rect(node.pad, node.pad, *node.rect.size))
    corner = at.x - node.pad, at.y - node.pad
    target.blit(surface, corner)
    pen.written += [replace(piece, rect=piece.rect.move(corner)) for piece in other.written]


def _found(written: Sequence[Written], words: str) -> Written:
    """What was written of these words, whole or its first line."""
    return next((piece for piece in written if words.startswith(piece.text)), written[0])


def _number(pen: Pen, target: pygame.Surface, number: str, x: int, y: int, to: int) -> None:
    """A number in a circle, with a line to what it means."""
    r = pen.tx(13)
    pygame.draw.line(target, pygame.Color(theme.TIP_EDGE), (x, y), (to, y), max(1, pen.px(1.5)))
    pygame.draw.circle(target, pygame.Color(theme.TIP_EDGE), (to, y), max(2, pen.px(3)))
    disc = pygame.Rect(x - r, y - r, 2 * r, 2 * r)
    pen.box(target, disc, theme.SELECTED, theme.SELECTED, theme.TIP_EDGE, 30, 1.6)
    pen.text(target, number, x, y, "number", 17, theme.TEXT, "cm")


# --- what is shown -------------------------------------------------------------------------------


class _Printing:
    """What a card's face is printed with."""

    def __init__(self, pen: Pen, volume: Volume) -> None:
        self.pen, self.book, self.almanac, self.words = pen, volume.book, volume.almanac, volume.words


def _example(volume: Volume) -> int:
    """A card that shows everything: two effects or more, a trigger, a picture."""
    cards = volume.book.cards
    return next(
        (n for n, card in enumerate(cards) if card.trigger and len(card.ops) > 1 and not card.targets), 0
    )


def _board(pen: Pen, volume: Volume, size: tuple[int, int], is_graph: bool = False) -> Board:
    """A table for a plate, in a window of that size at the pen's own scale."""
    wide, high = size
    other = Pen(wide, high, pen.scale / min(wide / DESIGN[0], high / DESIGN[1]), pen.room_for_text)
    fictional = not volume.almanac.cards[0].precedent
    board = Board(
        pen=other,
        book=volume.book,
        almanac=volume.almanac,
        words=volume.words,
        seen=position(volume),
        viewer=T.US,
        log=[],
        names=("", ""),
        history=lambda cells, title: None,
        changed_by=lambda line: None,
        emblems=("emblem-aquila", "emblem-meridian") if fictional else ("emblem-us", "emblem-china"),
    )
    board.view = GRAPH if is_graph else board.view
    return board


def position(volume: Volume) -> State:
    """A position of the middle of a match in which there is something to see everywhere."""
    book = volume.book
    s = start(book)
    s.shared[T.ROUND], s.shared[T.PHASE], s.shared[T.MOVER], s.shared[T.STARTER] = 3, T.MOVING, T.US, T.US
    s.shared[T.TENSION], s.shared[T.DECOUPLING], s.shared[T.TRACK] = 6, 2, 2
    s.control[T.CHIPS], s.control[T.UPSTREAM + T.MAGNETS], s.listing[T.DEVICES] = 2, 2, 1
    s.tariff[T.CHINA] = 1
    s.lock[T.TARIFF_MEASURE] = 4
    s.align[T.TAIWAN], s.align[T.JAPAN], s.align[T.SOUTH], s.align[T.ASEAN] = 2, 1, -2, -1
    s.progress[T.AI], s.progress[T.SECTORS + T.CHIPS], s.programme[T.SECTORS + T.CHIPS] = 3, 4, 1
    s.stock[T.MAGNETS], s.workaround[T.UPSTREAM + T.CHIPS] = 2, 1
    s.lit[T.AI], s.lit[T.CLEAN], s.lit[T.EV], s.next[T.EV], s.next[T.DEFENCE] = (
        T.LIT_PAIR,
        T.LIT_PAIR,
        0,
        1,
        1,
    )
    s.lit[T.DEVICES] = T.LIT_NAMED
    s.budget[0], s.capital[0], s.approval[0] = 7, 5, 6
    if book.tables.setting[T.CONTINGENCIES]:
        held = next((n for n, card in enumerate(book.cards) if card.trigger), T.NONE)
        s.slot_card[T.US], s.slot_up[T.US] = held + 1, 1
        s.slot_card[T.CHINA] = T.UNKNOWN
    s.moves[0], s.moves[1] = 3, 3
    return s
