"""The teacher's desk: a folder of class files read as one class, shown page by page, written as a page, deleted.

The files are read by a process of its own, so that a slow stick never holds up the window.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game.classroom.errand import Errand
from game.classroom.overview import Overview, Progress, delete, merge
from game.places import class_dir, removable_dirs, saves_dir

from .. import theme
from ..app import App, Question, Scene
from ..charts import plot
from ..desk import grid, pages, start
from ..layout import columns, rows
from ..nodes import Node
from ..replay import blocks
from ..widgets import Answer, Entry, Scroll, button, heading, label, panel, segments
from .debrief import open_page
from .handout import hand_out

TABS = (
    ("results", "Results"),
    ("paths", "Paths"),
    ("policies", "Policies"),
    ("forecasts", "Forecasts"),
    ("answers", "Answers"),
    ("deals", "Same cards"),
    ("injects", "Injects"),
    ("flags", "Not counted"),
)
COLUMNS = {"answers": pages.answers, "deals": pages.deals, "injects": pages.injects}
MARGIN, GAP, EDGE = 48, 16, 96  # units; EDGE above and below the choice of a folder
TOP, FOOT = 88, 90  # units above and below a report, whose tabs stand over it


class DeskScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.entry = Entry("folder", most=400)
        self.errand: Errand[Progress | Overview] | None = None
        self.folder = ""
        self.progress = Progress(0, 0)
        self.found: Overview | None = None
        self.problem = ""
        self.tab = TABS[0][0]
        self.scroll = Scroll("rows")
        self.places: list[tuple[str, Path]] = []

    def entered(self) -> None:
        """Look again which sticks are in."""
        here = (("Class files of this computer", class_dir()), ("Saved matches", saves_dir()))
        self.places = [(f"{words} · {_count(path)}", path) for words, path in here]
        self.places += [(f"Drive {path.name or path}", path) for path in removable_dirs()]

    # --- reading -------------------------------------------------------------------------------------

    def read(self, folder: str) -> None:
        """Begin to read a folder."""
        self.leave()
        self.folder, self.problem, self.found = folder.strip(), "", None
        if not self.folder:
            self.problem = "Write the folder's name first, or take one of the list."
            return
        self.entry.text, self.entry.caret = self.folder, -1
        self.progress = Progress(0, 0)
        self.errand = Errand(merge, self.folder)

    def update(self, seconds: float) -> bool:
        if self.errand is None:
            return False
        news = self.errand.poll()
        for found in news:
            if isinstance(found, Progress):
                self.progress = found
            else:
                self.found = found
        if self.errand.is_done:
            self.problem = self.errand.problem
            self.errand = None
            return True
        return bool(news)

    def leave(self) -> None:
        if self.errand is not None:
            self.errand.close()
            self.errand = None

    def close(self) -> None:
        """Back to the choice of a folder, or out."""
        if self.errand is not None or self.found is not None:
            self.leave()
            self.found = None
            self.scroll.first = 0
        else:
            self.app.pop()

    # --- the choice of a folder ----------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        if self.found is not None:
            return self._report(pen.rect(MARGIN, TOP, pen.wide - 2 * MARGIN, pen.high - TOP - FOOT), self.found)
        area = pen.rect(MARGIN, EDGE, pen.wide - 2 * MARGIN, pen.high - 2 * EDGE)
        back = pen.rect(MARGIN, pen.high - 76, 220, 54)
        made = [
            heading(pen, "Teacher's desk", "One folder holds the class files of one class"),
            button(pen, "button:back", back, "Back", self.close, "undo", "Esc"),
        ]
        if self.errand is not None:
            return [*made, *start.reading(pen, area, self.folder, self.progress.read, self.progress.files)]
        left, right = columns(area, 2, pen.px(GAP))
        return [*made, *self._folders(left), *start.about(pen, right, self.open_questionnaire)]

    def _folders(self, rect: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        made = [panel(pen, "folders", rect, "folder", "Which folder?")]
        inner = pygame.Rect(rect.x, rect.y + pen.px(56), rect.w, rect.h - pen.px(66)).inflate(-pen.px(36), 0)
        high = pen.px(54)
        read = pygame.Rect(inner.right - pen.px(200), inner.y, pen.px(200), high)
        field = pygame.Rect(inner.x, inner.y, read.x - pen.px(10) - inner.x, high)
        has_focus = self.app.stage.focus == self.entry.name
        act = self._read_written if self.entry.text.strip() else None
        made += [
            self.entry.node(pen, field, "A folder, such as E:\\class", has_focus, "a"),
            button(pen, "button:read", read, "Read", act, "import", "R", gold=True, group="b"),
        ]
        y = inner.y + high + pen.px(12)
        if self.problem:
            words = pen.paragraph_height(self.problem, inner.w, 17)
            place = pygame.Rect(inner.x, y, inner.w, words)
            made.append(label(pen, "problem", place, self.problem, 17, theme.LOSS))
            y += words + pen.px(12)
        room = pygame.Rect(inner.x, y, inner.w, inner.bottom - y)
        for n, place in self.scroll.fit(room, pen.px(72), len(self.places)):
            made.append(self._place(n, pygame.Rect(place.x, place.y, place.w, place.h - pen.px(10))))
        return [*made, *self.scroll.nodes(pen, room, self.app.rebuild)]

    def _place(self, n: int, rect: pygame.Rect) -> Node:
        words, path = self.places[n]
        hint = str(n + 1) if n < 9 else ""
        act = partial(self.read, str(path))
        return button(
            self.app.pen,
            f"place:{n}",
            rect,
            words,
            act,
            "folder",
            hint,
            group="c",
            tip=lambda: [words, str(path)],
        )

    def open_questionnaire(self) -> None:
        from .questionnaire import QuestionnaireScene

        self.app.push(QuestionnaireScene(self.app))

    def _read_written(self) -> None:
        self.read(self.entry.text)

    # --- the class -----------------------------------------------------------------------------------

    def _report(self, area: pygame.Rect, found: Overview) -> list[Node]:
        pen = self.app.pen
        bar = pygame.Rect(area.x, area.y, area.w, pen.px(50))
        tabs = [(name, f"{n}  {words}") for n, (name, words) in enumerate(TABS, 1)]
        room = pygame.Rect(area.x, bar.bottom + pen.px(GAP), area.w, 0)
        room.h = area.bottom - room.y
        return [
            heading(pen, "Class report", self._sums(found)),
            *segments(pen, "tab", bar, tabs, self.tab, self.choose, "a-tabs", size=20),
            *self._page(room, found),
            *self._buttons(found),
        ]

    def _sums(self, found: Overview) -> str:
        count = len(found.tables)
        parts = [f"{count} match{'es' if count != 1 else ''}"]
        names = {"us": f"won by {found.shorts[0]}", "china": f"won by {found.shorts[1]}"}
        names |= {name: name for name in ("draw", "both lost", "unfinished")}
        parts += [f"{found.won[name]} {words}" for name, words in names.items() if found.won.get(name)]
        return " · ".join(parts)

    def _page(self, area: pygame.Rect, found: Overview) -> list[Node]:
        pen, changed = self.app.pen, self.app.rebuild
        if not found.tables and self.tab != "flags":
            text = "No file in this folder counts." + (" Page 8 says why." if found.flags else "")
            return [label(pen, "none", area, text, 22, centred=True)]
        if self.tab == "paths":
            return self._paths(area, found)
        if self.tab in COLUMNS:
            made = COLUMNS[self.tab]
            return blocks.nodes(pen, self.scroll, area, lambda w, size: made(pen, found, w, size), changed)
        if self.tab == "forecasts":
            return self._forecasts(area, found)
        if self.tab == "flags" and not found.flags:
            return [label(pen, "none", area, "Every file counts.", 22, centred=True)]
        shown = {"results": pages.results, "policies": pages.policies, "flags": pages.flags}[self.tab](found)
        drop = self._ask_for_table if self.tab == "results" else None
        return grid.nodes(pen, self.scroll, area, shown, changed, drop)

    def _paths(self, area: pygame.Rect, found: Overview) -> list[Node]:
        pen, gap = self.app.pen, self.app.pen.px(GAP)
        legend, area = self._above(area, "legend", pages.LEGEND, 20)
        left, right = columns(area, 2, gap)
        made = [legend]
        for n, (paths, place) in enumerate(zip(found.paths, (left, *rows(right, 2, gap)), strict=True)):
            figure = pages.path_figure(paths)
            chart = figure.draw(pen, *plot.chart_box(pen, place).size)
            made += plot.nodes(pen, figure, chart, place, None, f"b-{n}")
        return made

    def _forecasts(self, area: pygame.Rect, found: Overview) -> list[Node]:
        said, area = self._above(area, "sureness", pages.sureness(found), 22)
        if not found.forecasters:
            return [said]
        return [said, *grid.nodes(self.app.pen, self.scroll, area, pages.forecasts(found), self.app.rebuild)]

    def _above(self, area: pygame.Rect, name: str, words: str, size: float) -> tuple[Node, pygame.Rect]:
        """Sentences over a page, and what they leave of its area."""
        pen = self.app.pen
        high = pen.paragraph_height(words, area.w, size)
        made = label(pen, name, pygame.Rect(area.x, area.y, area.w, high), words, size, theme.TEXT)
        used = high + pen.px(12)
        return made, pygame.Rect(area.x, area.y + used, area.w, area.h - used)

    def _buttons(self, found: Overview) -> list[Node]:
        pen = self.app.pen
        y, acts = pen.high - 72, self._acts()
        made = [button(pen, "button:back", pen.rect(MARGIN, y, 220, 54), "Back", self.close, "undo", "Esc")]
        x = pen.wide - MARGIN
        for name, words, icon, cap, wide in (
            ("page", "Save page (HTML)", "export", "S", 330),
            ("table", "Save table (CSV)", "export", "T", 320),
            ("delete", "Delete files", "delete", "D", 270),
        ):
            x -= wide
            made.append(button(pen, f"button:{name}", pen.rect(x, y, wide, 54), words, acts[name], icon, cap))
            x -= 16
        return made

    # --- what can be done ----------------------------------------------------------------------------

    def _acts(self) -> dict[str, Callable[[], None] | None]:
        found = self.found
        is_there = found is not None
        return {
            "page": self.save_page if is_there else None,
            "table": self.save_table if is_there else None,
            "delete": self.ask if found is not None and found.class_files else None,
        }

    def choose(self, tab: str) -> None:
        self.tab, self.scroll.first = tab, 0

    def save_page(self) -> None:
        assert self.found is not None
        if hand_out(self.app, self._beside("class report.html"), self.found.page):
            open_page(self._beside("class report.html"))

    def save_table(self) -> None:
        assert self.found is not None
        hand_out(self.app, self._beside("class report.csv"), self.found.csv)

    def _beside(self, name: str) -> Path:
        """Beside the files that were read."""
        return Path(self.folder).expanduser() / name

    def ask(self) -> None:
        """Whether all class files shall go."""
        assert self.found is not None
        files = self.found.class_files
        count = "The one class file" if len(files) == 1 else f"All {len(files)} class files"
        text = (
            f"{count} in {self.folder} and the folders below it, with the nicknames, forecasts and answers in them, "
            "are removed for good. Saved matches and reports stay."
        )
        self._question("Delete the files of the class?", text, files)

    def _ask_for_table(self, n: int) -> None:
        assert self.found is not None
        table = self.found.tables[n]
        if table.file not in self.found.class_files:
            self.app.say(f"{table.file} is a saved match: it can be deleted under Saved matches.", 6)
            return
        text = f"{table.file}: {' against '.join(table.players)}. The file is removed for good."
        self._question("Delete this table's file?", text, (table.file,))

    def _question(self, title: str, text: str, files: tuple[str, ...]) -> None:
        keep = Answer("Keep", gold=True)
        self.app.ask(Question(title, text, [keep, Answer("Delete", partial(self._delete, files), "delete")]))

    def _delete(self, files: tuple[str, ...]) -> None:
        left = delete(self.folder, files)
        if left:
            self.app.say(f"{len(left)} could not be deleted: {left[0]}", 8)
        else:
            self.app.say("Deleted: 1 file" if len(files) == 1 else f"Deleted: {len(files)} files", 5)
        self.read(self.folder)

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.close()
        elif event.key == pygame.K_F1:
            self.app.open_handbook("chapter:class-mode")
        elif self.found is not None:
            return self._key_of_report(event.key)
        elif event.key == pygame.K_r or event.key == pygame.K_RETURN and self._is_writing:
            self._read_written()
        elif event.key == pygame.K_a:
            self.open_questionnaire()
        elif pygame.K_1 <= event.key <= pygame.K_9 and event.key - pygame.K_1 < len(self.places):
            self.read(str(self.places[event.key - pygame.K_1][1]))
        else:
            rows = range(self.scroll.count)
            return self.scroll.key(event.key, self.app.stage, "place:", rows, self.nodes)
        return True

    @property
    def _is_writing(self) -> bool:
        return self.app.stage.focus == self.entry.name

    def _key_of_report(self, key: int) -> bool:
        acts = self._acts()
        names = {pygame.K_s: "page", pygame.K_t: "table", pygame.K_d: "delete"}
        if pygame.K_1 <= key < pygame.K_1 + len(TABS):
            self.choose(TABS[key - pygame.K_1][0])
        elif key in names:
            act = acts[names[key]]
            if act is not None:
                act()
        else:
            rows = range(self.scroll.count)
            return self.scroll.key(key, self.app.stage, "drop:", rows, self.nodes) or self._scrolls(key)
        return True

    def _scrolls(self, key: int) -> bool:
        """Arrows move a page without buttons in its rows."""
        by = {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(key, 0)
        if not by or (self.app.stage.focus or "").startswith(("drop:", "tab:", "button:")):
            return False
        self.scroll.move(by)
        return True


def _count(folder: Path) -> str:
    """How many files lie there to be read."""
    count = sum(1 for path in folder.glob("*.json") if not path.name.startswith("."))
    return {0: "none yet", 1: "1 file"}.get(count, f"{count} files")
