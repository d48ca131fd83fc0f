"""What each key and button of the table does now."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

import pygame

from game.engine import terms as T

from ..app import App
from ..keys import ASIDE, BY_CODE, SCREENS
from .doors import Doors
from .saving import Saving
from .sight import Seen

GO_ON = (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER)
Act = Callable[[], None]


class Steered(Seen, Protocol):
    """The play scene, as far as it is steered."""

    app: App
    mode: str
    doors: Doors
    saving: Saving

    def choose(self, mode: str) -> None: ...

    def cancel(self) -> None: ...

    def undo(self) -> None: ...

    def advise(self) -> None: ...

    def close_advice(self) -> None: ...


class Controls:
    def __init__(self, scene: Steered) -> None:
        self.scene, self.app = scene, scene.app

    def acts(self) -> dict[str, Act | None]:
        """By the name of a key what it does, None where it can't be done."""
        scene, doors = self.scene, self.scene.doors
        found: dict[str, Act | None] = {
            **self._moves(),
            "undo": None if scene.stands else scene.undo,
            "why": doors.why,
            "log": doors.log,
            "charts": doors.charts,
            "cards": doors.cards,
            "handbook": self.app.open_handbook,
            "save": scene.saving.save,
            "report": doors.report,
            "presenter": doors.presenter,
            "settings": doors.settings,
            "menu": self.app.pop,
        }
        if scene.match.is_over:
            found["result"] = None if scene.showing.is_busy else doors.end
        elif scene.adviser.is_allowed:
            found["adviser"] = scene.advise if scene.is_my_pick() else None
        return found

    def _moves(self) -> dict[str, Act | None]:
        """The moves that need no card."""
        scene = self.scene
        is_free = scene.can_move and scene.seen.pick[T.STEP] == T.STEP_MOVE
        legal = scene.match.legal() if is_free else []
        lifts = any(T.LIFT <= a < T.OFFER for a in legal)
        offers = any(T.OFFER <= a < T.ASK for a in legal)
        return {
            "lift": partial(scene.choose, "lift") if lifts else None,
            "deal": partial(scene.choose, "deal") if offers else None,
            "announce": partial(scene.pick, T.ANNOUNCE) if T.ANNOUNCE in legal else None,
            "pass": partial(scene.pick, T.PASS) if T.PASS in legal else None,
        }

    def key(self, event: pygame.event.Event) -> bool:
        """A key of the table. True if it was used."""
        if event.key in GO_ON and self.scene.showing.is_busy and not self._is_asking(event.key):
            self.scene.skip()
            return True
        if event.key == pygame.K_ESCAPE:
            self._escape()
            return True
        if pygame.K_1 <= event.key <= pygame.K_9:
            self._number(event.key - pygame.K_1)
            return True
        found = BY_CODE.get(event.key)
        if found in SCREENS or found in ASIDE:  # what is asked on the table waits
            act = self.acts().get(found.name)
            return act is not None and act() is None
        node = self.app.stage.get(f"do:{found.name}") if found else None
        if node is None or node not in self.app.stage.reachable():
            return False
        if node.act is not None:
            node.act()
        return True

    def _is_asking(self, key: int) -> bool:
        """Whether a key acts under a bulletin, as a click does. Space goes on, but on the bulletin's own lines."""
        by_keys = self.app.stage.keyboard and self.scene.showing.is_reading
        node = self.app.hands.focused() if by_keys else None
        if node is None or node.act is None:
            return False
        return key != pygame.K_SPACE or node.name.startswith("bulletin:")

    def _escape(self) -> None:
        """One step back: out of advice, out of a question, out of the match."""
        scene = self.scene
        if scene.adviser.is_open and scene.is_my_pick():
            scene.close_advice()
        elif scene.mode or scene.match.state.pick[T.STEP] != T.STEP_MOVE and scene.is_my_pick():
            scene.cancel()
        else:
            self.app.pop()

    def _number(self, n: int) -> None:
        """1-9: the n-th option of a sheet, else the n-th card of the hand."""
        reachable = self.app.stage.reachable()
        options = [node for node in reachable if node.name.startswith("option:")]
        if not options:
            options = [node for node in reachable if node.name.startswith("card:")]
        act = options[n].act if n < len(options) else None
        if act is not None:
            act()
