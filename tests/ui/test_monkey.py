"""Two hundred thousand random clicks and keys over all screens: no failure, always a way on, always a way back.

So many with MONKEY=whole in the environment (a quarter of an hour and more); else a tenth of them.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pygame
import pytest

from game.engine.rulebook import Rulebook
from game.engine.view import Observation
from game.ui.scenes import turns
from game.ui.stage import Stage
from tests.ui import catalogue, screens
from tests.ui.catalogue import SCREENS, own_folders, tour
from tests.ui.monkey import Monkey
from tests.ui.positions import Here

assert screens.SCREENS  # the catalogue is full
SEEDS, EPISODES = 20, 20
ACTS = 500 if os.environ.get("MONKEY") == "whole" else 50  # in an episode: together 200,000 or 20,000
DRAWN = 4  # every so many frames is drawn; nodes are built for each


class Hasty(Here):
    """A computer player in this process that moves at random."""

    def __init__(self, book: Rulebook, *rest: object) -> None:
        super().__init__(book)

    def start(self) -> None:
        pass

    def ask(self, observation: Observation, level: str, seed: str, persona: str = "neutral") -> None:
        super().ask(observation, "clerk", seed, persona)


def seldom(draw: Callable[..., list[pygame.Rect]]) -> Callable[..., list[pygame.Rect]]:
    """Drawing that is done only now and then: it looks at what was drawn last, so it catches up."""
    frames = 0

    def drawn(stage: Stage, target: pygame.Surface, whole: bool = False) -> list[pygame.Rect]:
        nonlocal frames
        frames += 1
        return draw(stage, target, whole) if whole or frames % DRAWN == 0 else []

    return drawn


@pytest.fixture(autouse=True)
def hurry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_folders(str(tmp_path))
    monkeypatch.setattr(turns, "Client", Hasty)
    monkeypatch.setattr(catalogue, "Here", Hasty)
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    monkeypatch.setattr(Stage, "draw", seldom(Stage.draw))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_is_clicked_and_typed_the_game_goes_on(seed: int) -> None:
    names = Random(seed).sample(list(SCREENS), EPISODES)
    for name, person in tour((1280, 720), "100", names):
        monkey = Monkey(person, f"{seed} {name}")
        try:
            monkey.play(ACTS)
            monkey.go_back()
        except Exception as error:
            raise AssertionError(f'{error!r} after "{name}" and {monkey.done[-8:]}') from error
