"""What the table asks the person at the screen: which sheet is open, with which answers.

Every answer's forecast comes from trying it on what the viewer knows.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.ops import measure_cell
from game.match.changes import Forecast, Teller
from game.match.preview import answer
from game.match.uses import Use, uses

from .. import theme
from ..column import Column
from ..nodes import Node
from ..sheets import agenda, deal, naming
from ..sheets.asker import Asker
from ..sheets.frame import back, cover, frame
from ..sheets.rows import Option, looked_at, pane, rows
from ..table.board import Board
from ..table.face import Look
from ..table.forecast import line, sections
from ..table.page import WIDTH, Page
from ..table.zoom import Told, use_icon

NOTHING = "The next choice decides what happens."


class Questions:
    """The open question and the forecasts, which are kept as long as the viewer sees the same position."""

    def __init__(self, scene: Asker) -> None:
        self.scene = scene
        self._seen = b""  # the position that the forecasts are good for
        self._teller: Teller | None = None
        self._forecasts: dict[tuple[int, ...], Forecast] = {}

    # --- forecasts -------------------------------------------------------------------------------

    def teller(self) -> Teller:
        observation = self.scene.match.observe(self.scene.viewer)
        seen = bytes(observation.seen.cells)
        if self._teller is None or (self._seen, self._teller.viewer) != (seen, observation.viewer):
            self._seen, self._teller = seen, Teller(self.scene.words, observation)
            self._forecasts.clear()
        return self._teller

    def forecast(self, *picks: int) -> Forecast:
        """What picks in a row would do."""
        teller = self.teller()
        if picks not in self._forecasts:
            self._forecasts[picks] = teller.forecast(list(picks))
        return self._forecasts[picks]

    def ends(self, action: int) -> bool:
        """Whether a pick would end the game, as far as can be known."""
        return bool(self.forecast(action).ending)

    def told(self, card: int) -> list[Told]:
        """Every use of a card of the hand with what it would do, for each target."""
        return [
            (use, self._uses(use)) for use in uses(self.scene.words, self.teller().observation.seen, card)
        ]

    def _uses(self, use: Use) -> list[tuple[str, Forecast]]:
        if use.obstacle:
            return []
        if use.use == T.USE_SET:
            return [("", self._set(use.card))]
        printed = self.scene.match.book.cards[use.card]
        targets = [self.scene.words.target(use.card, target) for target in use.targets] or [""]
        begun = self.teller().observation.seen.pick[T.STEP] != T.STEP_MOVE
        picks = use.picks(printed.target == T.TARGET_BLOC)
        return [
            (target, self.forecast(*row[1 if begun else 0 :]))
            for target, row in zip(targets, picks, strict=True)
        ]

    def _set(self, card: int) -> Forecast:
        """A contingency changes nothing yet; what is told is its answer, if it were to come now."""
        teller = self.teller()
        targets = self.scene.match.book.cards[card].targets or (T.NONE,)
        changed = teller.certain(answer(teller.book, teller.observation, card, targets[0]))
        page = self.scene.words.almanac.cards[card]
        said = (f"Free of cost and Tension; fires {page.trigger}.",)
        return Forecast(changed if len(targets) == 1 else (), (), said)

    # --- which question --------------------------------------------------------------------------

    def nodes(self, board: Board, pointed: str) -> list[Node]:
        """The open question, empty while the table itself is the question. `pointed`: the node looked at."""
        s = self.scene.match.state
        phase, step = s.shared[T.PHASE], s.pick[T.STEP]
        legal = self.scene.match.legal()
        if phase == T.AGENDA_CHOICE:
            return agenda.nodes(board, self.scene.viewer, legal, self.scene.pick)
        if phase == T.NAMING:
            return naming.nodes(board, self, legal)
        if phase == T.ANSWERING or self.scene.mode == "deal" or step in (T.STEP_TAKE, T.STEP_SWEETENER):
            return deal.nodes(board, self, legal, pointed)
        if self.scene.mode == "lift":
            return self._lift(board, [a for a in legal if T.LIFT <= a < T.OFFER], pointed)
        if step == T.STEP_USE:
            return self._card(board, self._use_options(board), "How do you use it?", pointed)
        if step == T.STEP_TARGET:
            return self._card(board, self._target_options(board, legal), "Choose the target", pointed)
        if self.scene.confirm >= 0:
            return self._confirm(board, pointed)
        return []

    def _card(self, board: Board, options: list[Option], text: str, pointed: str) -> list[Node]:
        """The card at the left, its uses or targets in the middle, the forecast at the right."""
        pen, card = board.pen, self.scene.match.state.pick[T.PICK_CARD]
        at = frame(pen, tall=max(720, min(840, 190 + 109 * len(options))))
        page = Page(board, card, pen.tx(WIDTH), Look(is_active=True), is_whole=True)
        if page.height > at.body.h:
            page = Page(board, card, pen.tx(WIDTH), Look(is_active=True))
        face = pygame.Rect(at.body.x + pen.tx(6), at.body.y + pen.tx(4), page.width, page.height)
        left = face.right + pen.tx(30)
        middle = pygame.Rect(left, at.body.y, (at.body.right - left) * 52 // 100, at.body.h)
        right = pygame.Rect(middle.right + pen.tx(22), at.body.y, 0, at.body.h)
        right.w = at.body.right - right.x
        printed = self.scene.match.book.cards[card]
        made = cover(at, text, f"{printed.title}, {printed.points} points")
        made.append(Node("sheet:card", face, page.paint, key=page.key, pad=pen.px(26), layer=22, live=False))
        made += rows(pen, middle, options)
        made.append(pane(pen, right, looked_at(options, pointed), NOTHING))
        return [*made, back(at, self.scene.cancel)]

    def _plain(
        self, board: Board, title: str, text: str, icon: str, options: list[Option], pointed: str
    ) -> list[Node]:
        """Answers at the left, the forecast at the right."""
        pen = board.pen
        at = frame(pen, 1220, max(520, min(840, 190 + 112 * len(options))))
        left = pygame.Rect(at.body.x, at.body.y, at.body.w * 54 // 100, at.body.h)
        right = pygame.Rect(left.right + pen.tx(22), at.body.y, 0, at.body.h)
        right.w = at.body.right - right.x
        made = cover(at, title, text, icon)
        made += rows(pen, left, options)
        made.append(pane(pen, right, looked_at(options, pointed), NOTHING))
        return [*made, back(at, self.scene.cancel)]

    # --- answers ---------------------------------------------------------------------------------

    def _option(
        self, action: int, title: str, words: str, icon: str, cost: tuple[int, int] | None = None
    ) -> Option:
        """An answer with its own forecast; one that ends the game is asked again in gold."""
        name, act = f"option:{action}", partial(self.scene.pick, action)
        fill = partial(self._fill, [("", self.forecast(action))])
        if action != self.scene.confirm:
            return Option(name, title, words, icon, act, cost, fill)
        ending = f"{self.forecast(action).ending} Choose it again to do it."
        return Option(name, f"Really: {title}", ending, "warning", act, cost, fill, gold=True)

    def _use_options(self, board: Board) -> list[Option]:
        card = self.scene.match.state.pick[T.PICK_CARD]
        made = []
        for use, forecasts in self.told(card):
            icon, action = use_icon(board, card, use.use), T.USE + use.use
            if use.obstacle:
                made.append(Option(f"closed:{use.use}", use.title, use.obstacle, icon, cost=use.cost))
                continue
            words = self._use_line(use, forecasts)
            if action == self.scene.confirm or len(forecasts) == 1 and forecasts[0][1].ending:
                made.append(self._option(action, use.title, words, icon, use.cost))
                continue
            act, fill = partial(self.scene.pick, action), partial(self._fill, forecasts)
            made.append(Option(f"option:{action}", use.title, words, icon, act, use.cost, fill))
        return made

    def _use_line(self, use: Use, forecasts: Sequence[tuple[str, Forecast]]) -> str:
        if use.use == T.USE_SET:
            return forecasts[0][1].hidden[0]
        if len(forecasts) > 1:
            titles = [target for target, _ in forecasts]
            return f"{', '.join(titles[:-1])} or {titles[-1]}: choose next."
        target, forecast = forecasts[0]
        words = line(forecast.certain) or "Changes nothing now."
        return f"On {target}: {words}" if target else words

    def _target_options(self, board: Board, legal: list[int]) -> list[Option]:
        book, s = board.book, board.seen
        made = []
        for action in legal:
            if action >= T.AT_BLOC:
                bloc = action - T.AT_BLOC
                icon, now = f"bloc-{book.blocs[bloc].id}", f"leans {board.words.lean(s.align[bloc])}"
            else:
                icon, now = (
                    f"sector-{book.sectors[action - T.AT_SECTOR].id}",
                    self._sector_now(action - T.AT_SECTOR),
                )
            title, _ = board.words.pick(self.scene.match.state, action)
            words = line(change for change in self.forecast(action).certain if not _is_price(change.window))
            made.append(self._option(action, f"{title}, {now}", words, icon))
        return made

    def _sector_now(self, sector: int) -> str:
        """A sector's level on both sides, and the measures on it."""
        s, words = self.teller().observation.seen, self.scene.words
        levels = [s.capability[side * T.SECTORS + sector] for side in (0, 1)]
        parts = [f"{words.shorts[0]} {levels[0]} · {words.shorts[1]} {levels[1]}"]
        for side in (0, 1):
            level = s.cells[measure_cell(side, sector)]
            kind = "control" if sector < T.UPSTREAM else "listing"
            parts += [f"{words.shorts[side]} {kind} {level}"] if level else []
        return " · ".join(parts)

    def _lift(self, board: Board, lifts: list[int], pointed: str) -> list[Node]:
        options = []
        for action in lifts:
            measure = action - T.LIFT
            words = line(self.forecast(action).certain)
            name = board.words.measure(measure)
            options.append(
                self._option(action, name[:1].upper() + name[1:], words, deal.measure_icon(board, measure))
            )
        text = "One level of your own comes off: Tension −1, Capital +1. It needs no card."
        return self._plain(board, "Lift a measure", text, "lift", options, pointed)

    def _confirm(self, board: Board, pointed: str) -> list[Node]:
        action = self.scene.confirm
        title, words = board.words.pick(self.scene.match.state, action)
        options = [self._option(action, title, words, "warning")]
        return self._plain(board, "This ends the game", "Do you mean it?", "warning", options, pointed)

    # --- forecasts in words ----------------------------------------------------------------------

    def _fill(self, forecasts: Sequence[tuple[str, Forecast]], column: Column, most: int) -> None:
        """The pane: three sections, or a paragraph for each target."""
        if len(forecasts) == 1:
            sections(column, self.scene.match.book, forecasts[0][1], most)
            if forecasts[0][1].is_empty and not forecasts[0][1].hidden:
                column.words(NOTHING, 14.5, theme.TEXT_3)
            return
        for target, forecast in forecasts:
            if most >= 6:
                column.words(f"On {target}", 17, theme.TEXT, "head")
                column.gap(4)
                sections(column, self.scene.match.book, replace(forecast, hidden=()), most)
            else:
                self._brief(column, target, forecast, most)
        for words in dict.fromkeys(said for _, forecast in forecasts for said in forecast.hidden):
            column.item("contingency", words, theme.TEXT_2)

    def _brief(self, column: Column, target: str, forecast: Forecast, most: int) -> None:
        """One target's forecast where there is no room for sections."""
        words = f"**{target}:** {line(forecast.certain, most)}"
        column.item("check", words, theme.TEXT_2, 15, theme.TEXT_3)
        if forecast.market:
            column.item("market", line(forecast.market, most), theme.TEXT_3, 14.5)
        if forecast.ending:
            column.item("warning", forecast.ending, theme.GOLD)
        column.gap(14)

    def preview_lines(self, action: int) -> list[str]:
        """What a pick would do as plain lines."""
        found = self.forecast(action)
        lines = [found.ending] if found.ending else []
        for title, changes in (("Certain:", found.certain), ("In the market phase:", found.market)):
            lines += [title, *[str(change) for change in changes]] if changes else []
        return [*lines, *found.hidden] or [NOTHING]


def _is_price(window: str) -> bool:
    return window in ("budget", "capital")
