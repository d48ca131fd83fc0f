"""A player for tests: drives the window in process by posted events, names in place of pixels."""

import time
from pathlib import Path

import pygame

from game.engine import terms as T
from game.match.match import Match
from game.ui.app import App
from game.ui.scenes.play import PlayScene
from game.ui.settings import Settings


class Player:
    def __init__(self, size: tuple[int, int] = (1280, 720), scale: str = "100") -> None:
        settings = Settings.model_validate({"scale": scale, "reduced_motion": True, "speed": 3})
        self.app = App(settings, size)

    def frames(self, n: int = 1) -> None:
        for _ in range(n):
            self.app.frame(0.05)

    def names(self, prefix: str = "") -> list[str]:
        """What can be clicked now, by name."""
        self.frames()
        reachable = self.app.stage.reachable()
        return [node.name for node in reachable if node.act is not None and node.name.startswith(prefix)]

    def click(self, name: str) -> None:
        """Click the middle of a node, which must not lie under another."""
        self.frames()
        node = self.app.stage.get(name)
        assert node is not None, f"{name} is not on the screen: {[n.name for n in self.app.stage.nodes]}"
        pos = node.rect.center
        under = self.app.stage.at(pos)
        assert under is node, f"{name} lies under {under.name if under else 'nothing'}"
        self.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=pos))
        self.app.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=pos))
        self.frames()

    def point(self, name: str) -> None:
        """Point at a node until its tip opens."""
        self.frames()
        node = self.app.stage.get(name)
        assert node is not None, name
        event = pygame.event.Event(pygame.MOUSEMOTION, pos=node.rect.center, rel=(0, 0), buttons=(0, 0, 0))
        self.app.handle(event)
        self.frames(12)

    def key(self, key: int, text: str = "") -> None:
        self.app.handle(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=text, mod=0))
        self.frames()

    def picture(self, path: Path | str) -> None:
        self.frames(2)
        pygame.image.save(self.app.canvas, str(path))

    def pixels(self) -> bytes:
        self.frames(2)
        return pygame.image.tobytes(self.app.canvas, "RGB")

    # --- a match ---------------------------------------------------------------------------------

    def sit_down(self, match: Match) -> PlayScene:
        scene = PlayScene(self.app, match)
        self.app.push(scene)
        self.frames(2)
        return scene

    def wait_for_turn(self, scene: PlayScene) -> None:
        """Let the computer and Nature go on until a person has to pick or the match is over."""
        until = time.monotonic() + 60
        while not scene.match.is_over and not (self.app.scene is scene and scene.is_my_pick()):
            if self.app.scene is not scene:
                return  # a curtain
            self.frames()
            time.sleep(0.002)
            assert time.monotonic() < until, "nobody moves"
        scene.showing.director.check()

    def options(self) -> list[str]:
        return self.names("option:")

    def is_moving(self, scene: PlayScene) -> bool:
        return bool(scene.match.state.shared[T.PHASE] == T.MOVING)
