"""The end: who won, how, and the final score term by term."""

from typing import Protocol

import pygame

from game.engine import terms as T
from game.engine.explain import why_resilience, why_score
from game.engine.rules import outcome
from game.match.match import Match
from game.match.words import ENDINGS, Words, signed

from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..widgets import button


class Played(Protocol):
    match: Match
    words: Words

    def open_log(self) -> None: ...

    def open_charts(self) -> None: ...


class EndScene(Scene):
    def __init__(self, app: App, play: Played) -> None:
        super().__init__(app)
        self.play = play

    def verdict(self) -> tuple[str, str]:
        """The headline and the sentence under it."""
        result = outcome(self.play.match.book, self.play.match.state)
        words = self.play.words
        assert result is not None
        if result.ending == T.SHARED_LOSS:
            return "Both lose", f"Tension reached 10; {words.sides[result.culprit]} took the last step."
        if result.winner >= T.PUBLIC:
            return "A draw", "Level on score, Resilience and Approval."
        title = f"{words.sides[result.winner]} wins"
        if result.ending == T.AUTOMATIC:
            return (
                title,
                f"The Leadership track reached its end: {words.track(self.play.match.state.shared[T.TRACK])}.",
            )
        if result.ending == T.RUPTURE:
            handicap = self.play.match.book.tables.setting[T.HANDICAP]
            culprit = f"Rupture, caused by {words.sides[result.culprit]} (counted −{handicap})"
            return title, f"{culprit}: the more self-reliant side wins."
        return title, f"By {ENDINGS[result.ending]}: {words.track(sum(result.terms))}."

    def rows(self) -> list[tuple[str, str]]:
        """The terms of the final score, or of the comparison that decided."""
        match = self.play.match
        if match.state.shared[T.ENDING] == T.SCORED:
            explained = why_score(match.book, match.state)
            rows = [(term.words, signed(term.value)) for term in explained.terms]
            return [*rows, ("Total (+ " + self.play.words.shorts[0] + ")", signed(explained.value))]
        made = []
        for side in (0, 1):
            why = why_resilience(match.book, match.state, side)
            made.append((why.title, str(why.value)))
        return [("Leadership track", self.play.words.track(match.state.shared[T.TRACK])), *made]

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pygame.Rect(0, 0, pen.px(1000), pen.px(760))
        area.center = (pen.width // 2, pen.height // 2)
        title, text = self.verdict()
        rows = self.rows()
        winner = self.play.match.state.shared[T.WINNER]
        tone = theme.BRIGHT[winner] if winner in (0, 1) else theme.GOLD

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.panel(target, box)
            if winner in (0, 1):
                pen.marker(target, winner, box.centerx, box.y + pen.px(66), 64)
            pen.text(
                target,
                title.upper(),
                box.centerx,
                box.y + pen.px(144),
                "number",
                60,
                tone,
                "cm",
                1.2,
                box.w - pen.px(60),
            )
            y = box.y + pen.px(190)
            for line in pen.wrap(text, "medium", 19, box.w - pen.px(120)):
                pen.text(target, line, box.centerx, y, "medium", 19, theme.TEXT_2, "cm")
                y += pen.line(19)
            y += pen.px(24)
            for n, (words, value) in enumerate(rows):
                last = n == len(rows) - 1 and words.startswith("Total")
                if last:
                    pygame.draw.line(
                        target,
                        theme.LINE_STRONG,
                        (box.x + pen.px(120), y - pen.px(22)),
                        (box.right - pen.px(120), y - pen.px(22)),
                    )
                face, size = ("bold", 22.0) if last else ("body", 19.0)
                pen.text(
                    target,
                    words,
                    box.x + pen.px(120),
                    y,
                    face,
                    size,
                    theme.TEXT,
                    "lm",
                    width=box.w - pen.px(340),
                )
                pen.text(
                    target,
                    value,
                    box.right - pen.px(120),
                    y,
                    "number",
                    26,
                    theme.GAIN
                    if value.startswith("+")
                    else theme.LOSS
                    if value.startswith("−")
                    else theme.TEXT,
                    "rm",
                )
                y += pen.px(50)

        y = area.bottom - pen.px(84)
        width = pen.px(215)
        buttons = [
            ("table", "The table", self.app.pop, "map", "T"),
            ("charts", "Charts", self.play.open_charts, "chart", "C"),
            ("log", "Log", self.play.open_log, "log", "L"),
            ("menu", "Menu", self.menu, "menu", "Esc"),
        ]
        made = [Node("end", area, paint, key=(title, text, tuple(rows)), pad=pen.px(30), live=False)]
        for n, (name, words, act, icon, hint) in enumerate(buttons):
            rect = pygame.Rect(area.x + pen.px(40) + n * (width + pen.px(20)), y, width, pen.px(56))
            made.append(button(pen, f"end:{name}", rect, words, act, icon, hint, gold=name == "menu"))
        return made

    def menu(self) -> None:
        self.app.pop()
        self.app.pop()

    def key(self, event: pygame.event.Event) -> bool:
        acts = {
            pygame.K_ESCAPE: self.menu,
            pygame.K_t: self.app.pop,
            pygame.K_c: self.play.open_charts,
            pygame.K_l: self.play.open_log,
        }
        act = acts.get(event.key)
        if act is not None:
            act()
        return act is not None
