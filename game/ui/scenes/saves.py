"""Saved matches: open one, delete one; a damaged file says what is wrong with it."""

from pathlib import Path

import pygame

from game.match.record import RecordError
from game.match.store import Saved, listing, load

from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..widgets import button, label, panel


def open_match(app: App, path: Path) -> None:
    """Go on with a saved match, or say why not."""
    from .play import PlayScene

    try:
        match = load(path)
    except RecordError as error:
        app.say(str(error), 12)
        return
    app.push(PlayScene(app, match, path))


class SavesScene(Scene):
    PER_PAGE = 7

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.saves: list[Saved] = []
        self.first = 0
        self.asking: Path | None = None

    def entered(self) -> None:
        self.saves = listing()

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pygame.Rect(pen.px(200), pen.px(110), pen.width - pen.px(400), pen.height - pen.px(220))
        title = pygame.Rect(area.x, pen.px(40), area.w, pen.px(60))
        made = [
            label(pen, "heading", title, "Saved matches", 40, theme.TEXT, "number"),
            panel(pen, "saves", area, "save", "Newest first", f"{len(self.saves)} files"),
        ]
        if not self.saves:
            empty = area.inflate(-pen.px(60), -pen.px(140))
            made.append(
                label(
                    pen,
                    "none",
                    empty,
                    "Nothing here yet. Every match is saved by itself after each decision.",
                    18,
                )
            )
        height = (area.h - pen.px(60)) // self.PER_PAGE
        for n, saved in enumerate(self.saves[self.first : self.first + self.PER_PAGE]):
            y = area.y + pen.px(52) + n * height
            made += self._row(
                saved, pygame.Rect(area.x + pen.px(14), y, area.w - pen.px(28), height - pen.px(8))
            )
        back = pygame.Rect(area.x, pen.height - pen.px(86), pen.px(240), pen.px(56))
        made.append(button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc"))
        if len(self.saves) > self.PER_PAGE:
            up = pygame.Rect(area.right - pen.px(420), back.y, pen.px(200), pen.px(56))
            down = up.move(pen.px(220), 0)
            more = self.first + self.PER_PAGE < len(self.saves)
            made.append(
                button(pen, "button:up", up, "Newer", (lambda: self.wheel(1)) if self.first else None)
            )
            made.append(button(pen, "button:down", down, "Older", (lambda: self.wheel(-1)) if more else None))
        return made

    def _row(self, saved: Saved, rect: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        record = saved.record
        asking = self.asking == saved.path
        main = pygame.Rect(rect.x, rect.y, rect.w - pen.px(190), rect.h)
        if record is None:
            title, facts = saved.path.name, saved.problem.split(": ", 1)[-1]
        else:
            names = [seat.name or seat.level for seat in record.seats]
            title = f"{saved.path.stem}"
            state = "finished" if record.result else f"{len(record.actions)} picks"
            facts = f"{record.scenario} · {names[0]} against {names[1]} · {state} · {record.saved} · seed {record.seed}"

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.box(target, box, edge=theme.LINE_STRONG if record else theme.LOSS, radius=10)
            pen.text(
                target,
                title,
                box.x + pen.px(18),
                box.y + box.h * 0.32,
                "head",
                19,
                theme.TEXT,
                "lm",
                width=box.w - pen.px(36),
            )
            tone = theme.TEXT_2 if record else theme.LOSS
            pen.text(
                target,
                facts,
                box.x + pen.px(18),
                box.y + box.h * 0.7,
                "body",
                14,
                tone,
                "lm",
                width=box.w - pen.px(36),
            )

        def open_it() -> None:
            if record is not None:
                open_match(self.app, saved.path)
            else:
                self.app.say(saved.problem, 10)

        def delete() -> None:
            if not asking:
                self.asking = saved.path
                return
            try:
                saved.path.unlink()
            except OSError as error:
                self.app.say(f"{saved.path.name} can't be deleted: {error.strerror}")
            self.asking = None
            self.saves = listing()

        drop = pygame.Rect(main.right + pen.px(10), rect.y, pen.px(180), rect.h)
        words = "Really delete?" if asking else "Delete"
        return [
            Node(f"save:{saved.path.name}", main, paint, key=(title, facts), act=open_it, group="a"),
            button(pen, f"delete:{saved.path.name}", drop, words, delete, "cross", group="b", chosen=asking),
        ]

    def wheel(self, steps: int) -> None:
        last = max(0, len(self.saves) - self.PER_PAGE)
        self.first = min(last, max(0, self.first - steps))

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        if event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self.wheel(self.PER_PAGE if event.key == pygame.K_PAGEUP else -self.PER_PAGE)
            return True
        return False
