"""The title screen: two armies on a board before the world, the name of the game, and what can be done."""

from collections.abc import Callable

import pygame

from game import __version__
from game.classroom.progress import load_progress
from game.content.almanac import almanac_of
from game.content.compile import load_base, rulebook
from game.engine import terms as T
from game.match.store import Saved, listing
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..keys import MENU, name_of
from ..layout import columns
from ..nodes import Node, Paint
from ..pen import Pen
from ..svg import ART, gradient
from ..worldmap import CHINA_LAND, ELSEWHERE, US_LAND, Land, WorldMap
from .savefile import facts_of

LEFT, TITLE, FOOT = 120, 316, 60  # units: margin, room above the entries and below them
WIDE = 470  # units: an entry, or two small ones
ONE_LINE = 0.78  # the height of a row of small ones, of that of an entry with a subtitle
SMALL = ("desk", "editor", "cards", "handbook", "settings", "quit")
TITLE_SHARE = 0.41  # of the window's width: there the crown of the first king begins
ICONS = {
    "new": "moves",
    "learn": "play",
    "class": "class",
    "continue": "history",
    "load": "folder",
    "desk": "import",
    "editor": "edit",
    "cards": "deck",
    "handbook": "book",
    "settings": "settings",
    "quit": "quit",
}
Entry = tuple[str, str, str, Callable[[], None] | None, str, str]  # name, title, subtitle, act, icon, key
PLACES = {"eu": (8, 50), "japan": (138, 36), "taiwan": (121, 23.5), "south": (24, -10), "asean": (107, -3)}
HOMES = ((-98, 40), (103, 35))
ROUTES = (("eu", 0), ("japan", 0), ("taiwan", 0), ("taiwan", 1), ("south", 1), ("asean", 1), ("eu", 1))


def _in_rows(entries: list[Entry]) -> list[list[Entry]]:
    """What serves every match has a line of its own; the rest stands two by two, without a subtitle."""
    small = [(*entry[:2], "", *entry[3:]) for entry in entries if entry[0] in SMALL]
    pairs = [small[n : n + 2] for n in range(0, len(small), 2)]
    return [[entry] for entry in entries if entry[0] not in SMALL] + pairs


def land_colours() -> dict[Land, str]:
    """The world before the first move."""
    land: dict[Land, str] = {US_LAND: theme.MAP_SIDE[0], CHINA_LAND: theme.MAP_SIDE[1], ELSEWHERE: "#1A2942"}
    leaning = {T.EU: 0.25, T.JAPAN: 0.45, T.KOREA: 0.35, T.TAIWAN: 0.4, T.SOUTH: -0.25, T.ASEAN: 0.0}
    for bloc in range(T.BLOCS):
        lean = leaning.get(bloc, 0.0)
        land[bloc] = theme.mix(theme.MAP_NEUTRAL, theme.MAP_SIDE[0 if lean > 0 else 1], abs(lean))
    return land


class MenuScene(Scene):
    is_full = True

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.saves: list[Saved] = []
        self.latest: Saved | None = None
        self.next = "new"  # the golden entry: who has played and learnt nothing yet is led to the lessons
        self._world: WorldMap | None = None
        self._was_ready = False

    def entered(self) -> None:
        """Look for a match to continue: the newest that can be opened and is not over."""
        self.saves = listing()
        self.latest = next((s for s in self.saves if s.record is not None and not s.record.result), None)
        is_new = not self.saves and not load_progress("first-moves").done
        self.next = "continue" if self.latest else "learn" if is_new else "new"

    def update(self, seconds: float) -> bool:
        if self._world is None or self._was_ready or not self._world.is_ready:
            return False
        self._was_ready = True
        return True

    def is_moving(self) -> bool:
        return not self._was_ready

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        world = self._map()
        entries = self._entries()
        rows = _in_rows(entries)
        shares = [1.0 if len(row) == 1 else ONE_LINE for row in rows]
        step = min(92.0, (pen.high - FOOT - TITLE) / sum(shares))
        top = min(470.0, pen.high - FOOT - step * sum(shares))
        made = [self._backdrop(world), _title(pen, pen.rect(LEFT, top - TITLE, 900, 290))]
        for n, row in enumerate(rows):
            y, high = top + step * sum(shares[:n]), step * shares[n] - 12
            places = columns(pen.rect(LEFT, y, WIDE, high), len(row), pen.px(12))
            for entry, place in zip(row, places, strict=True):
                made.append(_entry(pen, place, entry, entry[0] == self.next))
        return [*made, _foot(pen)]

    def _map(self) -> WorldMap:
        pen = self.app.pen
        width = round(min(pen.width * 1.02, pen.height * 1.9))
        height = round(width / 2.15)
        if self._world is None or (self._world.width, self._world.height) != (width, height):
            self._world = WorldMap(pen, width, height)
            self._was_ready = self._world.is_ready
            self._world.begin()
        return self._world

    def _backdrop(self, world: WorldMap) -> Node:
        pen, stage = self.app.pen, self.app.stage
        is_ready = self._was_ready

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            target.blit(stage.backdrop, (0, 0))
            if is_ready:
                x, y = (
                    round(pen.width * 1.06 - world.width),
                    round((pen.height - world.height) / 2 - pen.px(86)),
                )
                world.draw(target, (x, y), land_colours())
                _paint_routes(pen, target, world, x, y)
            _paint_dusk(pen, target)
            _paint_board(pen, target)
            _paint_shade(pen, target)

        return Node(
            "backdrop", pygame.Rect(0, 0, pen.width, pen.height), paint, key=is_ready, live=False, layer=-2
        )

    def _entries(self) -> list[Entry]:
        if self.latest is None:
            latest = "All matches are over" if self.saves else "No match has been begun yet"
        else:
            latest = facts_of(self.latest).in_short
        count = len(self.saves)
        files = f"Open or delete: {count} file" + ("s" if count > 1 else "") if count else "None yet"
        told = {"continue": latest, "load": files}
        acts: dict[str, Callable[[], None] | None] = {**self._acts()}
        if self.latest is None:
            acts["continue"] = None
        return [
            (key.name, key.title, told.get(key.name, key.words.rstrip(".")), acts[key.name], ICONS[key.name], key.cap)
            for key in MENU
        ]

    # --- what the entries do ---------------------------------------------------------------------

    def new(self) -> None:
        from .setup import SetupScene

        self.app.push(SetupScene(self.app))

    def learn(self) -> None:
        from .lessons import LessonsScene

        self.app.push(LessonsScene(self.app))

    def teach(self) -> None:
        from .classsetup import ClassSetupScene

        self.app.push(ClassSetupScene(self.app))

    def resume(self) -> None:
        from .saves import open_match

        if self.latest is not None:
            open_match(self.app, self.latest.path)

    def load(self) -> None:
        from .saves import SavesScene

        self.app.push(SavesScene(self.app))

    def desk(self) -> None:
        from .desk import DeskScene

        self.app.push(DeskScene(self.app))

    def editor(self) -> None:
        from .drafts import DraftsScene

        self.app.push(DraftsScene(self.app))

    def cards(self) -> None:
        from .browser import BrowserScene

        pack = load_base()
        longest = max(pack.scenarios, key=lambda scenario: (scenario.precedents, scenario.rounds))
        book = rulebook(pack, longest.id)
        self.app.push(BrowserScene(self.app, Words(book, almanac_of(pack, book))))

    def settings(self) -> None:
        from .settings import SettingsScene

        self.app.push(SettingsScene(self.app))

    def quit(self) -> None:
        self.app.running = False

    def key(self, event: pygame.event.Event) -> bool:
        entry = self._acts().get(name_of(MENU, event.key))
        if entry is None:
            return False
        entry()
        return True

    def _acts(self) -> dict[str, Callable[[], None]]:
        """What the keys of the menu do, by name."""
        return {
            "new": self.new,
            "learn": self.learn,
            "class": self.teach,
            "continue": self.resume,
            "load": self.load,
            "desk": self.desk,
            "editor": self.editor,
            "cards": self.cards,
            "handbook": self.app.open_handbook,
            "settings": self.settings,
            "quit": self.quit,
        }


def _entry(pen: Pen, rect: pygame.Rect, entry: Entry, is_gold: bool) -> Node:
    name, title, subtitle, act, icon, hint = entry

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            _entry_box(pen, target, box, is_gold, is_lit, act is not None)
            tone = theme.INK if is_gold else theme.TEXT if act else theme.TEXT_3
            left, size = (38, 30) if subtitle else (26, 22)
            pen.icon(target, icon, box.x + pen.px(left), box.centery, size, tone)
            right = box.right - pen.px(18)
            right -= pen.key(target, hint, right, box.centery, is_gold) + pen.px(10)
            if not subtitle:
                x = box.x + pen.px(48)
                pen.text(target, title, x, box.centery, "head", 19, tone, "lm", 0.2, right - x)
                return
            x = box.x + pen.px(72)
            gap = (pen.cap("number", 25) + pen.cap("medium", 14)) / 2 + pen.px(9)
            middle = box.centery - gap * 0.46
            pen.text(target, title, x, middle, "number", 25, tone, "lm", 0.4)
            pale = "#4A3510" if is_gold else theme.TEXT_2 if act else theme.TEXT_3
            pen.text(target, subtitle, x, middle + gap, "medium", 14, pale, "lm", width=right - x)

        return paint

    lit = painter(True) if act else None
    key = (title, subtitle, is_gold, act is None)
    return Node(
        f"button:{name}",
        rect,
        painter(False),
        key=key,
        act=act,
        group="a",
        lit=lit,
        pad=pen.px(26),
        radius=12,
    )


def _entry_box(
    pen: Pen, target: pygame.Surface, box: pygame.Rect, is_gold: bool, is_lit: bool, is_on: bool
) -> None:
    if is_gold:
        pen.shadow(target, box, 12, 11 if is_lit else 9, 0.65 if is_lit else 0.4, theme.GOLD)
        white = 0.3 if is_lit else 0.0
        top, bottom = (
            theme.mix(theme.BUTTON_TOP, "#FFFFFF", white),
            theme.mix(theme.BUTTON_BOTTOM, "#FFFFFF", white / 2),
        )
        pen.box(target, box, top, bottom, theme.BUTTON_EDGE, 12, 1.5, theme.GOLD_DARK)
        return
    pen.shadow(target, box, 12, 7, 0.5, "#000000", pen.px(4))
    top = theme.mix(theme.PANEL_TOP, theme.TIP_EDGE, 0.25 if is_lit else 0.0)
    edge = theme.TIP_EDGE if is_lit else theme.LINE_STRONG if is_on else theme.LINE
    pen.box(target, box, top, theme.PANEL_BOTTOM, edge, 12, 1.5, edge if is_lit else theme.LINE)


# --- the picture ---------------------------------------------------------------------------------


def _paint_dusk(pen: Pen, target: pygame.Surface) -> None:
    """The world fades toward the board that stands before it."""
    w, h = pen.width, pen.height
    defs = gradient("d", 0, h * 0.3, 0, h * 0.62, theme.DEEPEST, theme.DEEPEST, (0, 0.9))
    _paint_quarter(pen, target, f'<rect width="{w}" height="{h}" fill="url(#d)"/>', defs)


def _paint_board(pen: Pen, target: pygame.Surface) -> None:
    """The board fills the window's height at its right edge."""
    height = pen.height
    picture = pen.art("title", round(height * ART[0] / ART[1]), height, radius=0)
    target.blit(picture, (pen.width - picture.get_width(), 0))


def _paint_shade(pen: Pen, target: pygame.Surface) -> None:
    """Darkness behind the words at the left, and at the upper and lower edge."""
    w, h = pen.width, pen.height
    defs = gradient("l", 0, 0, w * 0.56, 0, theme.DEEPEST, theme.DEEPEST, (0.97, 0))
    defs += gradient("t", 0, 0, 0, h * 0.22, theme.DEEPEST, theme.DEEPEST, (0.75, 0))
    defs += gradient("b", 0, h * 0.97, 0, h * 0.84, theme.DEEPEST, theme.DEEPEST, (0.94, 0))
    body = "".join(f'<rect width="{w}" height="{h}" fill="url(#{name})"/>' for name in "ltb")
    _paint_quarter(pen, target, body, defs)


def _paint_quarter(pen: Pen, target: pygame.Surface, body: str, defs: str) -> None:
    """A soft picture over the whole window, rendered small: nobody can tell."""
    w, h = pen.width, pen.height
    small = pen.svg(body, w / 4, h / 4, f"0 0 {w} {h}", defs)
    target.blit(pygame.transform.smoothscale(small, (w, h)), (0, 0))


def _paint_routes(pen: Pen, target: pygame.Surface, world: WorldMap, left: int, top: int) -> None:
    """Who supplies whom: arcs with a wide halo, and a light at each end."""
    s, body = pen.scale, ""
    for place, side in ROUTES:
        (x1, y1), (x2, y2) = world.at(*PLACES[place]), world.at(*HOMES[side])
        lift = min(abs(x2 - x1) * 0.24 + 30 * s, 150 * s)
        path = f"M{x1:.0f} {y1:.0f}Q{(x1 + x2) / 2:.0f} {(y1 + y2) / 2 - lift:.0f} {x2:.0f} {y2:.0f}"
        for width, share in ((8, 0.10), (4, 0.2), (1.6, 0.9)):
            body += (
                f'<path d="{path}" fill="none" stroke="{theme.BRIGHT[side]}" stroke-opacity="{share}" '
                f'stroke-width="{width * s:.1f}" stroke-linecap="round"/>'
            )
    ends = [(world.at(*place), "#DCE8FF", 3.4) for place in PLACES.values()]
    ends += [(world.at(*HOMES[side]), theme.BRIGHT[side], 6.5) for side in (0, 1)]
    for (x, y), colour, radius in ends:
        for r, share in ((3.2, 0.10), (2.0, 0.25), (1, 1)):
            circle = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius * r * s:.1f}"'
            body += f'<circle {circle} fill="{colour}" fill-opacity="{share}"/>'
    target.blit(pen.svg(body, world.width, world.height), (left, top))


def _title(pen: Pen, rect: pygame.Rect) -> Node:
    words = "Technological chess between the United States and China"
    size, room = 138.0, round(pen.width * TITLE_SHARE) - rect.x
    while size > 90 and pen.text_width("CHOKEPOINT", "number", size, 3) > room:
        size -= 2

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        name_y = box.y + pen.px(116)
        width = pen.text(target, "CHOKEPOINT", box.x, name_y, "number", size, theme.TEXT, "lm", 3)
        _paint_strait(pen, target, pygame.Rect(box.x, box.y + pen.px(190), width, pen.px(44)))
        pen.text(
            target,
            words,
            box.x + pen.px(2),
            box.y + pen.px(266),
            "medium",
            23,
            theme.TEXT_2,
            "lm",
            width=width,
        )

    return Node("title", rect, paint, live=False)


def _paint_strait(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    """Two wide streams, one from each side, that narrow to a single gold point."""
    w, h = 1000, 1000 * box.h / box.w
    defs = gradient("u", 60, 0, 480, 0, theme.BRIGHT[0], theme.BRIGHT[0], (0.95, 0.35))
    defs += gradient("c", 520, 0, 940, 0, theme.BRIGHT[1], theme.BRIGHT[1], (0.35, 0.95))
    y, wide, thin = h / 2, h * 0.26, 1.6
    up, down, above, below = y - wide, y + wide, y - thin, y + thin
    left = f"M52 {up}C300 {up} 340 {above} 492 {above}V{below}C340 {below} 300 {down} 52 {down}Z"
    right = f"M948 {up}C700 {up} 660 {above} 508 {above}V{below}C660 {below} 700 {down} 948 {down}Z"
    point = f"M500 {y - 17}L517 {y}L500 {y + 17}L483 {y}Z"
    body = (
        f'<path d="{left}" fill="url(#u)"/><path d="{right}" fill="url(#c)"/>'
        f'<path d="{point}" fill="{theme.GOLD}" stroke="{theme.BUTTON_EDGE}" stroke-width="2.5"/>'
    )
    target.blit(pen.svg(body, box.w, box.h, f"0 0 {w} {h:.2f}", defs), box)
    size = 44
    pen.icon(target, "emblem-us", box.x + box.h / 2, box.centery, size, theme.TEXT)
    pen.icon(target, "emblem-china", box.right - box.h / 2, box.centery, size, theme.TEXT)


def _foot(pen: Pen) -> Node:
    rect = pygame.Rect(pen.px(LEFT), pen.height - pen.px(44), pen.width - pen.px(2 * LEFT), pen.px(30))
    keys = "Arrows choose · Enter opens · F11 full screen · F12 picture"
    about = f"Version {__version__} · Illustrative map, Natural Earth"

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.text(target, keys, box.x, box.centery, "medium", 13, theme.TEXT_3, "lm")
        pen.text(target, about, box.right, box.centery, "medium", 13, theme.TEXT_3, "rm")

    return Node("foot", rect, paint, live=False)
