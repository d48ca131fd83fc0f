"""A key that is held down opens and confirms once; what moves goes on."""

import pygame

from game.ui.app import App, Scene
from game.ui.settings import Settings


class Counting(Scene):
    runs = frozenset((pygame.K_x,))

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.heard: list[int] = []

    def key(self, event: pygame.event.Event) -> bool:
        self.heard.append(event.key)
        return True


def test_a_held_key_acts_once_until_it_is_let_go_and_arrows_go_on() -> None:
    app = App(Settings(), (1280, 720))
    scene = Counting(app)
    app.push(scene)
    down, up = pygame.KEYDOWN, pygame.KEYUP
    for kind, key in (
        *[(down, pygame.K_F4)] * 3,
        (up, pygame.K_F4),
        (down, pygame.K_F4),
        *[(down, pygame.K_DOWN)] * 2,
        *[(down, pygame.K_x)] * 2,
    ):
        pygame.event.post(pygame.event.Event(kind, key=key, mod=0, unicode=""))
    pygame.time.set_timer(pygame.QUIT, 300, loops=1)
    app.run()
    counts = {key: scene.heard.count(key) for key in (pygame.K_F4, pygame.K_DOWN, pygame.K_x)}
    assert counts == {pygame.K_F4: 2, pygame.K_DOWN: 2, pygame.K_x: 2}


def test_a_key_that_opened_the_window_anew_acts_at_its_next_press() -> None:
    app = App(Settings(), (1280, 720))
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode="")
    assert not app.held.drops(event) and app.held.drops(event)
    app.reopen()
    assert not app.held.drops(event)
