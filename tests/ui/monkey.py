"""A monkey at the screen: it clicks, drags, scrolls and types at random, always the same for the same seed.

It knows what a person sees: most clicks go to something that offers itself, some go anywhere. Whatever it does, the
game must not fail, and there must be a way on and a way back.
"""

from collections import Counter
from random import Random

import pygame

from game.ui.app import Scene
from game.ui.scenes.menu import MenuScene
from tests.ui.harness import Person

KEYS = (
    *(pygame.K_TAB, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN) * 4,
    *(pygame.K_RETURN, pygame.K_SPACE) * 6,
    *range(pygame.K_1, pygame.K_9 + 1),
    *range(pygame.K_a, pygame.K_z + 1),
    *(pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END),
    *(pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_PLUS, pygame.K_MINUS, pygame.K_PERIOD),
    *(pygame.K_F1, pygame.K_F2, pygame.K_F3, pygame.K_F4, pygame.K_F5),
    *(pygame.K_ESCAPE,) * 3,
)
LETTERS = "aZ9 é→中−."
BURSTS = (1, 1, 2, 4, 8)  # acts between two frames
BACK = 15  # Escapes that lead to the menu from anywhere
HOME = 120  # of so many bursts one ends with the way back to the menu


class DeadEnd(AssertionError):
    """A screen on which nothing can be done, or from which Escape does not lead back."""


class Monkey:
    def __init__(self, person: Person, seed: str) -> None:
        self.person, self.rng = person, Random(seed)
        self.done: list[str] = []  # what it did, for the report
        self.acts: Counter[type[Scene]] = Counter()  # how often on which screen

    def play(self, count: int) -> None:
        """So many acts, up to eight between two frames, as a fast hand manages. Whenever it has quit the game, it
        starts it again; now and then it looks whether the way back to the menu is open.
        """
        app, acts = self.person.app, 0
        while acts < count:
            for _ in range(self.rng.choice(BURSTS)):
                self.acts[type(app.scene)] += 1
                self._act()
                acts += 1
                if not app.running or not app.scenes:
                    self._start_again()
            self.person.frames()
            self._expect_a_way_on()
            if self.rng.randrange(HOME) == 0:
                self.go_back()

    def _start_again(self) -> None:
        app = self.person.app
        while app.scenes:
            app.scenes.pop().leave()
        app.running = True
        app.push(MenuScene(app))

    def go_back(self) -> None:
        """Escape, again and again, leads to the menu, and never out of the game."""
        app, was = self.person.app, type(self.person.app.scene).__name__
        for _ in range(BACK):
            if isinstance(app.scene, MenuScene) and app.question is None and not app.tips.held:
                return
            self.person.press("escape")
            if not app.running or not app.scenes:
                raise DeadEnd(f"Escape ended the game on the way back from {was}")
        raise DeadEnd(f"{BACK} Escapes did not lead from {was} to the menu")

    def _expect_a_way_on(self) -> None:
        app = self.person.app
        if app.tips.held:
            return  # a tip without terms of its own: Escape or a click beside it closes it
        if not app.stage.focusable() and not app.scene.is_moving():
            raise DeadEnd(f"nothing can be done on {type(app.scene).__name__}")

    # --- what it does ------------------------------------------------------------------------------

    def _act(self) -> None:
        rng = self.rng
        acts = (self._click, self._point, self._key, self._type, self._wheel, self._drag)
        rng.choices(acts, (36, 12, 44, 3, 3, 2))[0]()

    def _place(self) -> tuple[int, int]:
        """Most often on something that offers itself."""
        app, rng = self.person.app, self.rng
        nodes = [node for node in app.stage.reachable() if node.can_focus]
        if nodes and rng.random() < 0.85:
            node = rng.choice(nodes)
            self.done.append(node.name)
            return node.rect.center
        width, height = app.canvas.get_size()
        return rng.randrange(width), rng.randrange(height)

    def _click(self) -> None:
        pos = self._place()
        self._event(pygame.MOUSEBUTTONDOWN, button=1, pos=pos)
        self._event(pygame.MOUSEBUTTONUP, button=1, pos=pos)

    def _point(self) -> None:
        self._event(pygame.MOUSEMOTION, pos=self._place(), rel=(0, 0), buttons=(0, 0, 0))

    def _drag(self) -> None:
        self._event(pygame.MOUSEBUTTONDOWN, button=1, pos=self._place())
        self._event(pygame.MOUSEMOTION, pos=self._place(), rel=(0, 0), buttons=(1, 0, 0))
        self._event(pygame.MOUSEBUTTONUP, button=1, pos=self._place())

    def _wheel(self) -> None:
        self._event(pygame.MOUSEWHEEL, x=0, y=self.rng.choice((-3, -1, 1, 3)))

    def _key(self) -> None:
        key = self.rng.choice(KEYS)
        mod = self.rng.choice((0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL))
        name = pygame.key.name(key)
        self._event(pygame.KEYDOWN, key=key, mod=mod, unicode=name if len(name) == 1 else "")

    def _type(self) -> None:
        self._event(pygame.TEXTINPUT, text=self.rng.choice(LETTERS))

    def _event(self, kind: int, **what: object) -> None:
        if self.person.app.running and self.person.app.scenes:
            self.done.append(f"{pygame.event.event_name(kind)} {what}")
            self.person.app.handle(pygame.event.Event(kind, **what))
