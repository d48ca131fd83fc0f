"""What the table asks the person at the screen, as sheets: uses of a card, targets, measures, deals, agendas.

Every option's preview comes from trying it on what the viewer knows.
"""

from functools import partial
from typing import Protocol

import pygame

from game.engine import terms as T
from game.engine.explain import why_lead
from game.match.match import Match
from game.match.preview import Preview, preview
from game.match.words import ENDINGS, Words

from ..sheet import Option, Sheet
from ..table.board import Board
from ..table.cards import card_lines, face


class Asker(Protocol):
    """The play scene, as far as questions need it."""

    match: Match
    words: Words
    viewer: int
    mode: str
    confirm: int

    def pick(self, action: int) -> None: ...

    def cancel(self) -> None: ...


class Questions:
    def __init__(self, scene: Asker) -> None:
        self.scene = scene
        self._previews: dict[tuple[int, int, int], Preview] = {}

    def preview(self, action: int) -> Preview:
        match, viewer = self.scene.match, self.scene.viewer
        key = (len(match.actions), viewer, action)
        if key not in self._previews:
            if len(self._previews) > 400:
                self._previews.clear()
            self._previews[key] = preview(match.book, match.observe(viewer), [action])
        return self._previews[key]

    def ends(self, action: int) -> bool:
        """Whether a pick would end the game, as far as can be known."""
        return self.preview(action).ending != T.RUNNING

    def sheet(self, board: Board) -> Sheet | None:
        """The open question, None while the table itself is the question."""
        s = self.scene.match.state
        phase, step = s.shared[T.PHASE], s.pick[T.STEP]
        legal = self.scene.match.legal()
        if phase == T.AGENDA_CHOICE:
            return self._plain(
                "Choose your secret agenda",
                "Keep one, return the other unseen. It is worth 3 at the end.",
                legal,
            )
        if phase == T.NAMING:
            return self._naming(board, legal)
        if phase == T.ANSWERING:
            return self._answer(board, legal)
        if self.scene.mode == "lift":
            lifts = [a for a in legal if T.LIFT <= a < T.OFFER]
            return self._plain(
                "Lift a measure", "One level of your own comes off: Tension −1, Capital +1.", lifts, True
            )
        if self.scene.mode == "deal":
            offers = [a for a in legal if T.OFFER <= a < T.ASK]
            return self._plain(
                "Propose a deal", "What do you give? One level of a measure of yours.", offers, True
            )
        if step == T.STEP_TAKE:
            return self._plain(
                "Propose a deal", "What do you ask for? One level of a measure of theirs.", legal, True
            )
        if step == T.STEP_SWEETENER:
            return self._plain("Propose a deal", "Add Budget to make it easier to accept?", legal, True)
        if step in (T.STEP_USE, T.STEP_TARGET):
            return self._card(board, legal, step)
        if self.scene.confirm >= 0:
            return self._plain("This ends the game", "Do you mean it?", [self.scene.confirm], True)
        return None

    def _options(self, legal: list[int]) -> list[Option]:
        match, words = self.scene.match, self.scene.words
        made = []
        for action in legal:
            title, detail = words.pick(match.state, action)
            asked = action == self.scene.confirm
            if asked:
                title, detail = f"Really: {title}", self._ending_words(action)
            made.append(
                Option(
                    f"option:{action}",
                    title,
                    detail,
                    partial(self.scene.pick, action),
                    partial(self.preview_lines, action),
                    asked,
                )
            )
        return made

    def _plain(self, title: str, text: str, legal: list[int], can_cancel: bool = False) -> Sheet:
        cancel = self.scene.cancel if can_cancel else None
        return Sheet(title, text, self._options(legal), cancel)

    def _naming(self, board: Board, legal: list[int]) -> Sheet:
        """The third spotlight, with what each would give now."""
        sheet = self._plain(
            "Name the third spotlight", "Which field do you drag them into? It is scored this round.", legal
        )
        for option, action in zip(sheet.options, legal, strict=True):
            explained = why_lead(board.book, board.seen, action - T.AT_SECTOR)
            option.detail = f"Outputs now {explained.words}"
            option.preview = None
        return sheet

    def _answer(self, board: Board, legal: list[int]) -> Sheet:
        s, words = board.seen, self.scene.words
        give, take = s.shared[T.OFFER_GIVE], s.shared[T.OFFER_TAKE]
        sweetener = s.shared[T.OFFER_SWEETENER]
        rival = words.sides[1 - self.scene.viewer]
        text = (
            f"They drop one level of their {words.measure(give)}; you drop one of your {words.measure(take)}"
        )
        text += f", and get {sweetener} Budget." if sweetener else "."
        return Sheet(f"{rival} proposes a deal", text, self._options(legal))

    def _card(self, board: Board, legal: list[int], step: int) -> Sheet:
        card = self.scene.match.state.pick[T.PICK_CARD]
        lines = card_lines(board, card)
        text = "How do you use it?" if step == T.STEP_USE else "Choose the target."

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            face(board, target, box, card)

        notes = [line for line in lines[1:] if line not in board.almanac.cards[card].rules]
        title = board.almanac.cards[card].title
        return Sheet(title, text, self._options(legal), self.scene.cancel, paint, card, notes)

    # --- previews in words -----------------------------------------------------------------------

    def _ending_words(self, action: int) -> str:
        found = self.preview(action)
        who = "nobody" if found.winner >= T.PUBLIC else self.scene.words.sides[found.winner]
        return f"It ends the game by {ENDINGS[found.ending]}; {who} would win. Choose it again to do it."

    def preview_lines(self, action: int) -> list[str]:
        """What the pick would do: certain, in the market phase, depends."""
        words, found = self.scene.words, self.preview(action)
        if found.ending != T.RUNNING:
            return ["This ends the game:", self._ending_words(action)]
        lines: list[str] = []
        certain = [text for text in (words.change(*change) for change in found.certain) if text]
        if certain:
            lines += ["Certain:", *certain]
        market = [text for text in (self._market_line(*change) for change in found.market) if text]
        if market:
            lines += ["In the market phase, if nothing else happens:", *market[:9]]
        if found.hidden and action >= T.USE and (certain or market):
            lines += ["Depends on hidden cards:", *found.hidden]
        return lines or ["The next choice decides what happens."]

    def _market_line(self, key: int, old: int, new: int) -> str:
        book, words = self.scene.match.book, self.scene.words
        note, subject = divmod(key, 1000)
        if note == T.NOTE_OUTPUT:
            side, sector = divmod(subject, T.SECTORS)
            return f"{words.shorts[side]} output of {book.sectors[sector].title} {old} → {new}"
        if note == T.NOTE_LEAD:
            return f"Spotlight {book.sectors[subject].title}: {words.track(old)} → {words.track(new)}"
        if key == T.SHARED + T.TRACK:
            return f"Track moves {words.track(new)} instead of {words.track(old)}"
        return words.change(key, old, new)
