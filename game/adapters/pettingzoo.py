"""The game as a PettingZoo AEC environment: two agents, "us" and "china"; Nature is stepped inside `step`.

from game.adapters.pettingzoo import env
game = env("tech-war")
game.reset(seed=7)
for agent in game.agent_iter():
    observation, reward, termination, truncation, _ = game.last()
    action = None if termination else game.action_space(agent).sample(observation["action_mask"])
    game.step(action)
"""

from typing import Any

import numpy as np
from gymnasium import spaces
from pettingzoo import AECEnv
from pettingzoo.utils import wrappers

from game.content.compile import load_base, rulebook
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.notation import SIDES
from game.engine.rules import apply, legal, mover, outcome, start
from game.engine.view import observe

from .tensor import mask, size, tensor


class ChokepointEnv(AECEnv):  # type: ignore[misc]
    """Without wrappers: an illegal action raises ValueError. Rewards come at the end: 1, -1 or 0."""

    metadata = {"name": "chokepoint_v0", "render_modes": ["ansi"], "is_parallelizable": False}

    def __init__(
        self, scenario: str = "tech-war", pack: Pack | None = None, render_mode: str | None = None
    ) -> None:
        super().__init__()
        self.book = rulebook(pack or load_base(), scenario)
        self.render_mode = render_mode
        self.possible_agents = list(SIDES)
        numbers = spaces.Box(-1, 1, (size(self.book),), np.float32)
        masks = spaces.Box(0, 1, (self.book.n_actions,), np.int8)
        self.observation_spaces = {
            agent: spaces.Dict({"observation": numbers, "action_mask": masks})
            for agent in self.possible_agents
        }
        self.action_spaces = {agent: spaces.Discrete(self.book.n_actions) for agent in self.possible_agents}
        self._luck = np.random.default_rng()

    def observation_space(self, agent: str) -> spaces.Space[Any]:
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> spaces.Space[Any]:
        return self.action_spaces[agent]

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """A new game. The seed decides Nature's picks of this game and of those after it."""
        if seed is not None:
            self._luck = np.random.default_rng(seed)
        self.agents = list(self.possible_agents)
        self.rewards = dict.fromkeys(self.agents, 0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos: dict[str, dict[str, Any]] = {agent: {} for agent in self.agents}
        self.state_now = start(self.book)
        self._run_nature()

    def _run_nature(self) -> None:
        """Make Nature's picks; then it is an agent's turn, or the game is over."""
        while mover(self.state_now) == T.NATURE:
            options = legal(self.book, self.state_now)
            apply(self.book, self.state_now, options[int(self._luck.integers(len(options)))])
        result = outcome(self.book, self.state_now)
        if result is None:
            self.agent_selection = SIDES[mover(self.state_now)]
            return
        self.rewards = dict(zip(SIDES, result.returns, strict=True))
        self.terminations = dict.fromkeys(self.agents, True)
        self.agent_selection = SIDES[T.US]

    def observe(self, agent: str) -> dict[str, Any]:
        """What this agent may know; its mask is all zeros while it is not its turn."""
        side = SIDES.index(agent)
        options = legal(self.book, self.state_now) if mover(self.state_now) == side else []
        seen = tensor(self.book, observe(self.book, self.state_now, side))
        return {"observation": seen, "action_mask": mask(self.book, options)}

    def step(self, action: int | None) -> None:
        """Take the selected agent's action. Raises ValueError if it is not legal."""
        if self.terminations[self.agent_selection]:
            self._was_dead_step(action)
            return
        if action not in legal(self.book, self.state_now):
            raise ValueError(
                f"action {action} is not legal for {self.agent_selection} now: see its action_mask"
            )
        self._clear_rewards()
        self._cumulative_rewards[self.agent_selection] = 0
        apply(self.book, self.state_now, int(action))
        self._run_nature()
        self._accumulate_rewards()

    def render(self) -> str | None:
        """The public position, a line for each meter, if the render mode is "ansi"."""
        if self.render_mode != "ansi":
            return None
        shared = observe(self.book, self.state_now, T.PUBLIC).seen.shared
        return (
            f"round {shared[T.ROUND]}, track {shared[T.TRACK]:+d}, "
            f"Tension {shared[T.TENSION]}, Decoupling {shared[T.DECOUPLING]}"
        )

    def close(self) -> None:
        """Nothing is held open."""


def env(scenario: str = "tech-war", pack: Pack | None = None, render_mode: str | None = None) -> AECEnv:
    """The environment with PettingZoo's usual checks: an illegal move ends the game for the one who made it."""
    raw = ChokepointEnv(scenario, pack, render_mode)
    checked = wrappers.TerminateIllegalWrapper(raw, illegal_reward=-1)
    return wrappers.OrderEnforcingWrapper(wrappers.AssertOutOfBoundsWrapper(checked))
