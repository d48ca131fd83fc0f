"""What pointer and keys do, in this order: what the focused node wants, held tips, a question, the scene, then what
works everywhere.
"""

from typing import Protocol

import pygame

from .hands import Hands
from .messages import Messages
from .stage import Stage
from .tips import Tips


class Reached(Protocol):
    """A scene, as far as pointer and keys reach it."""

    def key(self, event: pygame.event.Event) -> bool: ...

    def click(self) -> bool: ...

    def wheel(self, steps: int) -> None: ...


class Host(Protocol):
    """The app, as far as input needs it."""

    stage: Stage
    hands: Hands
    tips: Tips
    messages: Messages

    @property
    def scene(self) -> Reached: ...

    def to_canvas(self, pos: tuple[int, int]) -> tuple[int, int]: ...

    def toggle_full_screen(self) -> None: ...

    def screenshot(self) -> None: ...

    def mute(self) -> None: ...

    def open_handbook(self) -> None: ...

    def trace(self, *what: object) -> None: ...


class Input:
    def __init__(self, app: Host) -> None:
        self.app = app
        self._spent = ""  # the letter of a key that did something else than write

    def handle(self, event: pygame.event.Event) -> bool:
        """One event. True if the scene may have changed."""
        app = self.app
        if event.type == pygame.MOUSEMOTION:
            return app.hands.move(app.to_canvas(event.pos))
        if event.type == pygame.MOUSEBUTTONDOWN and event.button in (1, 3):
            return self._press(app.to_canvas(event.pos), event.button == 3)
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            app.hands.release()
        elif event.type == pygame.MOUSEWHEEL:
            if not app.hands.wheel(event.y) and app.messages.question is None:
                app.scene.wheel(event.y)
            return True
        elif event.type == pygame.KEYDOWN:
            self._key(event)
            return True
        elif event.type == pygame.TEXTINPUT:
            is_news = event.text != self._spent and app.messages.question is None
            return is_news and app.hands.own_key(event)
        return False

    def _press(self, pos: tuple[int, int], is_right: bool) -> bool:
        """A click: the right button holds a tip, the left one too where there is nothing else to do."""
        app = self.app
        if app.tips.held and app.stage.at(pos) is None:
            app.tips.close_all(app.stage)
            return True
        if is_right:
            app.hands.move(pos)
            return app.tips.hold_pointed(app.stage)
        if not app.tips.held and app.messages.question is None and app.scene.click():
            return True
        changed = app.hands.press(pos)
        node = app.stage.at(pos)
        if node is not None and node.act is None and node.drag is None and node.keys is None:
            changed = app.tips.hold_pointed(app.stage) or changed
        return changed

    def _tip_key(self, event: pygame.event.Event) -> bool:
        """Keys of held tips, and the one that holds. True if it was used."""
        app = self.app
        if not app.tips.held:
            return (
                event.key == pygame.K_h and app.messages.question is None and app.tips.hold_pointed(app.stage)
            )
        if event.key == pygame.K_F1:
            app.open_handbook()
        elif not app.tips.key(event.key, app.stage):
            app.hands.key(event)
        return True

    def _key(self, event: pygame.event.Event) -> None:
        app = self.app
        app.trace("key", pygame.key.name(event.key))
        self._spent = ""
        if event.key == pygame.K_F11:
            app.toggle_full_screen()
        elif event.key == pygame.K_F12:
            app.screenshot()
        elif app.hands.own_key(event):
            return
        else:
            self._spent = event.unicode
            self._command(event)

    def _command(self, event: pygame.event.Event) -> None:
        """A key that no field takes: F goes to the search, and the letter F that follows is not written there."""
        app = self.app
        if event.key == pygame.K_m:
            app.mute()
        elif self._tip_key(event):
            return
        elif app.messages.question is not None:
            if event.key == pygame.K_ESCAPE:
                app.messages.ask(None)
            else:
                app.hands.key(event)
        elif not app.scene.key(event):
            if event.key == pygame.K_F1:
                app.open_handbook()
            app.hands.key(event)
