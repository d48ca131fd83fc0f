"""Saved matches: open one, delete one after a question; a damaged file says what is wrong with it, and is
left alone.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game.engine import terms as T
from game.match.record import RecordError
from game.match.store import Saved, listing, load
from game.places import saves_dir

from .. import theme
from ..app import App, Question, Scene
from ..nodes import Node
from ..pen import Pen
from ..svg import ART
from ..widgets import Answer, Scroll, button, heading, label, panel
from .savefile import Facts, facts_of

EDGE, TOP, ROW = 48, 96, 96  # units
SIDE, RESULT = 430, 170  # units: for who plays a side, for how a match stands; the same in all rows


def open_match(app: App, path: Path) -> None:
    """Go on with a saved match, or say why not."""
    from .classmatch import ClassScene
    from .play import PlayScene

    try:
        match = load(path)
    except RecordError as error:
        app.say(str(error), 12)
        return
    app.push((ClassScene if match.arranged is not None else PlayScene)(app, match, path))


def replay_match(app: App, path: Path) -> None:
    """Go through a match that is over, or say why not."""
    from .replay import ReplayScene

    try:
        match = load(path)
    except RecordError as error:
        app.say(str(error), 12)
        return
    app.push(ReplayScene(app, match))


class SavesScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.saves: list[Saved] = []
        self.scroll = Scroll("saves")

    def entered(self) -> None:
        self.saves = listing()

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pen.rect(EDGE, TOP, pen.wide - 2 * EDGE, pen.high - 96 - TOP)
        count = len(self.saves)
        files = "1 file" if count == 1 else f"{count} files"
        made = [
            heading(pen, "Saved matches", "Every match is saved by itself after each decision"),
            panel(pen, "saves", area, "folder", "Newest first", files),
        ]
        inner = pygame.Rect(area.x + pen.px(14), area.y + pen.px(52), area.w - pen.px(28), 0)
        inner.h = area.bottom - pen.px(6) - inner.y
        made += self._rows(inner) if self.saves else self._nothing(inner)
        back = pen.rect(EDGE, pen.high - 76, 220, 54)
        made.append(button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z"))
        where = pen.rect(EDGE + 250, pen.high - 76, pen.wide - 2 * EDGE - 250, 54)
        return [*made, _folder(pen, where)]

    def _nothing(self, inner: pygame.Rect) -> list[Node]:
        """A picture, what will be here, and a way to begin."""
        pen = self.app.pen
        wide = min(pen.px(520), inner.w - pen.px(80))
        place = pygame.Rect(0, 0, wide, round(wide * ART[1] / ART[0]))
        place.midbottom = (inner.centerx, inner.centery + pen.px(30))
        words = pygame.Rect(inner.x + pen.px(40), place.bottom + pen.px(26), inner.w - pen.px(80), pen.px(64))
        begin = pygame.Rect(0, words.bottom + pen.px(6), pen.px(300), pen.px(60))
        begin.centerx = inner.centerx

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            target.blit(pen.art("first-moves", box.w, box.h, radius=12, frame="all"), box)

        text = "Nothing here yet. Begin a match, and it will be kept here after each decision."
        return [
            Node("picture", place, paint, live=False),
            label(pen, "none", words, text, 20, theme.TEXT_2, centred=True),
            button(pen, "button:new", begin, "New match", self._new, "moves", "N", gold=True, group="a"),
        ]

    def _new(self) -> None:
        from .setup import SetupScene

        self.app.replace(SetupScene(self.app))

    def _rows(self, inner: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        rows = self.scroll.fit(inner, pen.px(ROW), len(self.saves))
        made = self.scroll.nodes(pen, inner, self.app.rebuild)
        spare = pen.px(170) if any(_is_over(saved) for saved in self.saves) else 0  # all rows have the same columns
        stamps = [pen.text_width(_stamp(facts_of(self.saves[n])), "medium", 14) for n, _ in rows]
        for n, place in rows:
            saved = self.saves[n]
            facts = facts_of(saved)
            place.h -= pen.px(8)
            drop = pygame.Rect(place.right - pen.px(150), place.y, pen.px(150), place.h)
            main = pygame.Rect(place.x, place.y, place.w - pen.px(160) - spare, place.h)
            if _is_over(saved):
                again = pygame.Rect(main.right + pen.px(10), place.y, pen.px(160), place.h)
                look = partial(replay_match, self.app, saved.path)
                made.append(
                    button(pen, f"replay:{saved.path.name}", again, "Replay", look, "history", group="b")
                )
            name = saved.path.name
            act = partial(open_match, self.app, saved.path) if not facts.problem else None
            made.append(_row(pen, f"save:{name}", main, facts, act, round(max(stamps))))
            ask = partial(self._ask, saved, facts)
            made.append(button(pen, f"delete:{name}", drop, "Delete", ask, "delete", group="b"))
        return made

    # --- what can be done ------------------------------------------------------------------------

    def _ask(self, saved: Saved, facts: Facts) -> None:
        what = (
            f"{facts.title}, {facts.round}, saved {facts.when}"
            if not facts.problem
            else "A file that can't be opened"
        )
        delete = Answer("Delete it", partial(self._delete, saved.path), "delete")
        keep = Answer("Keep it", gold=True)
        text = f"{what}.\nThe file {saved.path.name} is removed for good."
        self.app.ask(Question("Delete this match?", text, [keep, delete]))

    def _delete(self, path: Path) -> None:
        try:
            path.unlink()
        except OSError as error:
            self.app.say(f"{path.name} can't be deleted: {error.strerror}", 8)
        self.saves = listing()

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        if event.key == pygame.K_n and not self.saves:
            self._new()
            return True
        if event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self.scroll.move(self.scroll.shown * (1 if event.key == pygame.K_PAGEDOWN else -1))
            return True
        return self._scrolls(event.key)

    def _scrolls(self, key: int) -> bool:
        """An arrow at the first or last row that is shown brings the next one."""
        step = {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(key, 0)
        kind, _, name = (self.app.stage.focus or "").partition(":")
        names = [saved.path.name for saved in self.saves]
        if not step or kind not in ("save", "delete", "replay") or name not in names:
            return False
        row = names.index(name) + step
        is_shown = self.scroll.first <= row < self.scroll.first + self.scroll.shown
        if is_shown or not 0 <= row < len(names):
            return False
        self.scroll.show(row)
        self.app.stage.put(self.nodes())
        kind = kind if self.app.stage.get(f"{kind}:{names[row]}") else "delete"
        self.app.stage.focus_on(f"{kind}:{names[row]}")
        return True


def _is_over(saved: Saved) -> bool:
    """Whether there is a whole match to go through."""
    return saved.record is not None and bool(saved.record.result)


# --- pictures ------------------------------------------------------------------------------------


def _row(
    pen: Pen, name: str, rect: pygame.Rect, facts: Facts, act: Callable[[], None] | None, stamp: int
) -> Node:
    """`stamp`: how wide the widest of the stamps is, so that the sides stand in columns."""
    paint, lit = (partial(_paint_row, pen, facts, stamp, act is not None, is_lit) for is_lit in (False, True))
    tip = partial(_problem_tip, facts) if facts.problem else None
    key = (facts, stamp, act is None)
    return Node(name, rect, paint, key=key, act=act, tip=tip, group="a", lit=lit if act else None)


def _paint_row(
    pen: Pen, facts: Facts, stamp: int, is_on: bool, is_lit: bool, target: pygame.Surface, box: pygame.Rect
) -> None:
    top = theme.mix(theme.SELECTED, theme.TIP_EDGE, 0.2 * is_lit) if is_on else theme.PANEL_TOP
    edge = "#7A5630" if facts.problem else theme.TIP_EDGE if is_lit else theme.LINE_STRONG
    pen.box(target, box, top, theme.PANEL_BOTTOM, edge, 10, 1.4, edge if facts.problem else theme.LINE)
    inset = pen.px(7)
    high = box.h - 2 * inset
    place = pygame.Rect(box.x + inset, box.y + inset, round(high * ART[0] / ART[1]), high)
    if facts.problem:
        pen.box(target, place, theme.TROUGH, theme.TROUGH, theme.LINE, 7)
        pen.icon(target, "warning", *place.center, 32, theme.LOSS)
    else:
        target.blit(pen.art(facts.art, place.w, place.h, radius=7, frame="all"), place)
    rest = pygame.Rect(place.right, box.y, box.right - place.right, box.h)
    if facts.problem:
        _paint_problem(pen, target, rest, facts)
    else:
        _paint_facts(pen, target, rest, facts, stamp)


def _problem_tip(facts: Facts) -> list[str]:
    return [facts.title, *facts.problem.split("\n"), "The file is left as it is."]


def _stamp(facts: Facts) -> str:
    return f"{facts.note} · {facts.when}"


def _paint_facts(pen: Pen, target: pygame.Surface, box: pygame.Rect, facts: Facts, stamp: int) -> None:
    """What it is and where it stands above, who plays and when it was saved below."""
    x, right = box.x + pen.px(20), box.right - pen.px(20)
    upper, lower = box.y + box.h * 0.32, box.y + box.h * 0.7
    tone = theme.BRIGHT[facts.winner] if facts.winner in (T.US, T.CHINA) else theme.TEXT
    room = pen.text(target, facts.round, right, upper, "head", 18, tone, "rm") + pen.px(16)
    room = max(room, pen.px(RESULT))
    bar = pygame.Rect(right - room - pen.px(150), 0, pen.px(150), max(5, pen.px(7)))
    bar.centery = round(upper)
    pen.box(target, bar, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
    if facts.share:
        filled = pygame.Rect(bar.x, bar.y, max(bar.h, round(bar.w * facts.share)), bar.h)
        pen.box(target, filled, theme.TEXT_2, theme.TEXT_3, theme.TEXT_3, 6)
    pen.text(target, facts.title, x, upper, "head", 22, theme.TEXT, "lm", width=bar.x - pen.px(20) - x)
    pen.text(target, _stamp(facts), right, lower, "medium", 14, theme.TEXT_3, "rm")
    half = min(pen.px(SIDE), (right - stamp - pen.px(24) - x) // 2)
    for side, who in enumerate(facts.sides):
        at = x + side * half
        pen.marker(target, side, at + pen.px(7), lower, 13)
        wide = half - pen.px(34)
        pen.text(target, who, at + pen.px(20), lower, "medium", 15, theme.TEXT_2, "lm", width=wide)


def _paint_problem(pen: Pen, target: pygame.Surface, box: pygame.Rect, facts: Facts) -> None:
    x, width = box.x + pen.px(20), box.w - pen.px(40)
    pen.text(target, facts.title, x, box.y + box.h * 0.3, "head", 20, theme.TEXT, "lm", width=width)
    reason = " ".join(facts.problem.split())
    pen.text(target, reason, x, box.y + box.h * 0.68, "medium", 15, theme.LOSS, "lm", width=width)


def _folder(pen: Pen, rect: pygame.Rect) -> Node:
    """Where the files are; a long path is cut at its beginning."""
    path = str(saves_dir())
    while pen.text_width(f"Folder: {path}", "medium", 14) > rect.w and len(path) > 8:
        path = "…" + path[2:]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.text(target, f"Folder: {path}", box.right, box.centery, "medium", 14, theme.TEXT_3, "rm")

    return Node("folder", rect, paint, key=path, live=False)
