"""The game in OpenSpiel, as "chokepoint": importing this module registers it.

import pyspiel
import game.adapters.openspiel
state = pyspiel.load_game("chokepoint(scenario=magnet-gambit)").new_initial_state()

Nature's picks are explicit chance nodes, all outcomes equally likely. A player's information state is the list of its
own picks and of all events it received.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import pyspiel

from game.content.compile import load_base, rulebook
from game.engine import terms as T
from game.engine.event import place_of
from game.engine.notation import notate
from game.engine.position import position_to_data
from game.engine.rulebook import Rulebook
from game.engine.rules import apply_events, legal, mover, outcome, start
from game.engine.state import State, copy, digest, from_cells
from game.engine.view import Observation, censor, determinize, observe

from .tensor import layout, size, tensor

DEFAULT = "tech-war"
PICKS_A_ROUND = (
    60  # more than the sides can make: 8 moves of at most 4 picks, answers, announcements, a naming
)
LOTS_A_ROUND = 16  # more than Nature makes: a headline, two tiles, twelve cards


def game_type(is_zero_sum: bool) -> Any:
    """What OpenSpiel wants to know of the game; where Rupture makes both lose it is not zero-sum."""
    utility = pyspiel.GameType.Utility
    return pyspiel.GameType(
        short_name="chokepoint",
        long_name="Chokepoint",
        dynamics=pyspiel.GameType.Dynamics.SEQUENTIAL,
        chance_mode=pyspiel.GameType.ChanceMode.EXPLICIT_STOCHASTIC,
        information=pyspiel.GameType.Information.IMPERFECT_INFORMATION,
        utility=utility.ZERO_SUM if is_zero_sum else utility.GENERAL_SUM,
        reward_model=pyspiel.GameType.RewardModel.TERMINAL,
        max_num_players=2,
        min_num_players=2,
        provides_information_state_string=True,
        provides_information_state_tensor=True,
        provides_observation_string=True,
        provides_observation_tensor=True,
        parameter_specification={"scenario": DEFAULT},
    )


@lru_cache(maxsize=8)
def book_of(scenario: str) -> Rulebook:
    return rulebook(load_base(), scenario)


@lru_cache(maxsize=8)
def labels(book: Rulebook) -> list[str]:
    """A short name for every cell: "budget us", "align 3"."""
    names = []
    for cell in range(len(book.tables.start)):
        place = place_of(book, cell)
        side = ("us", "china")[place.side] if place.side in (T.US, T.CHINA) else ""
        names.append(" ".join(part for part in (place.window, side, str(place.index)) if part))
    return names


class Held:
    """A position and what each player has been told; copied fast wherever OpenSpiel copies a state deeply."""

    __slots__ = ("position", "told")

    def __init__(self, position: State, told: tuple[list[str], list[str]]) -> None:
        self.position, self.told = position, told

    def __deepcopy__(self, memo: dict[int, object]) -> "Held":
        return Held(copy(self.position), (self.told[0].copy(), self.told[1].copy()))

    def __reduce__(self) -> tuple[Any, ...]:
        return restored, (bytes(self.position.cells), self.told)


def restored(cells: bytes, told: tuple[list[str], list[str]]) -> Held:
    """What was pickled."""
    return Held(from_cells(cells), told)


class ChokepointGame(pyspiel.Game):  # type: ignore[misc]
    """One scenario of the base pack."""

    def __init__(self, params: dict[str, Any] | None = None) -> None:
        scenario = (params or {}).get("scenario", DEFAULT)
        self.book = book_of(scenario)
        setting = self.book.tables.setting
        is_zero_sum = setting[T.RUPTURE_MODE] == T.BY_RESILIENCE
        widest = max(setting[T.N_CARDS], setting[T.N_HEADLINES], setting[T.N_AGENDAS])
        info = pyspiel.GameInfo(
            num_distinct_actions=self.book.n_actions,
            max_chance_outcomes=max(self.book.n_actions, widest),
            num_players=2,
            min_utility=-1.0,
            max_utility=1.0,
            utility_sum=0.0 if is_zero_sum else None,
            max_game_length=setting[T.ROUNDS] * PICKS_A_ROUND + 2,
        )
        super().__init__(game_type(is_zero_sum), info, params or {"scenario": scenario})

    def new_initial_state(self) -> "ChokepointState":
        return ChokepointState(self)

    def make_py_observer(self, kind: Any = None, params: Any = None) -> "ChokepointObserver":
        kind = kind or pyspiel.IIGObservationType(perfect_recall=False)
        return ChokepointObserver(self.book, kind)

    def max_chance_nodes_in_history(self) -> int:
        return int(self.book.tables.setting[T.ROUNDS]) * LOTS_A_ROUND + 5


class ChokepointState(pyspiel.State):  # type: ignore[misc]
    """A game being played. `held` is everything it is."""

    def __init__(self, game: ChokepointGame) -> None:
        super().__init__(game)
        self.held = Held(start(game.book), ([], []))

    @property
    def book(self) -> Rulebook:
        book: Rulebook = self.get_game().book
        return book

    # --- whose turn, and what may be done --------------------------------------------------------

    def current_player(self) -> int:
        who = mover(self.held.position)
        if who == T.NOBODY:
            return int(pyspiel.PlayerId.TERMINAL)
        return int(pyspiel.PlayerId.CHANCE) if who == T.NATURE else who

    def is_terminal(self) -> bool:
        return mover(self.held.position) == T.NOBODY

    def _legal_actions(self, player: int) -> list[int]:
        """In ascending order, as OpenSpiel wants them."""
        return sorted(legal(self.book, self.held.position)) if player == mover(self.held.position) else []

    def chance_outcomes(self) -> list[tuple[int, float]]:
        options = sorted(legal(self.book, self.held.position))
        return [(action, 1 / len(options)) for action in options]

    def _apply_action(self, action: int) -> None:
        s, book = self.held.position, self.book
        who = mover(s)
        if who < T.NATURE:
            self.held.told[who].append(notate(book, s, action))
        names = labels(book)
        for event in apply_events(book, s, action):
            for side in (T.US, T.CHINA):
                seen = censor(event, side)
                if seen is not None:
                    what = names[seen.what] if seen.what < T.NOTE else f"note {seen.what} {seen.old}"
                    self.held.told[side].append(f"{what}={seen.new}")

    def returns(self) -> list[float]:
        result = outcome(self.book, self.held.position)
        return [0.0, 0.0] if result is None else [float(value) for value in result.returns]

    # --- words -----------------------------------------------------------------------------------

    def _action_to_string(self, player: int, action: int) -> str:
        s, book = self.held.position, self.book
        options = legal(book, s)
        return notate(book, s, action) if action in options else f"action {action}"

    def __str__(self) -> str:
        s = self.held.position
        return f"{digest(s)} {position_to_data(self.book, s)}"

    # --- what a player may know ------------------------------------------------------------------

    def observation(self, player: int) -> Observation:
        return observe(self.book, self.held.position, player)

    def resample_from_infostate(self, player: int, sampler: Callable[[], float]) -> "ChokepointState":
        """A state that this player could be in, all blanks filled anew; `sampler()` gives 0 to 1.

        What the player was told stays; what the rival was told of its own is replaced by what it would see now.
        """
        book = self.book
        position = determinize(book, self.observation(player), lambda n: min(n - 1, int(sampler() * n)))
        other: ChokepointState = self.get_game().new_initial_state()
        told: tuple[list[str], list[str]] = ([], [])
        told[player].extend(self.held.told[player])
        told[1 - player].append(seen_text(observe(book, position, 1 - player)))
        other.held = Held(position, told)
        return other


def seen_text(observation: Observation) -> str:
    """An observation as text: its cells, which the names of `labels` explain."""
    return " ".join(map(str, observation.seen.cells.tolist()))


class ChokepointObserver:
    """OpenSpiel's observer: `tensor`, its named parts in `dict`, and the text.

    With perfect recall the text is the whole information state; the numbers are those of the present observation.
    """

    def __init__(self, book: Rulebook, kind: Any) -> None:
        self.book, self.has_recall = book, kind.perfect_recall
        self.tensor = np.zeros(size(book), np.float32)
        self.dict = {name: self.tensor[where] for name, where in layout(book).items()}

    def set_from(self, state: ChokepointState, player: int) -> None:
        self.tensor[:] = tensor(self.book, state.observation(player))

    def string_from(self, state: ChokepointState, player: int) -> str:
        if self.has_recall:
            return f"p{player}\n" + "\n".join(state.held.told[player])
        return f"p{player} {seen_text(state.observation(player))}"


pyspiel.register_game(game_type(True), ChokepointGame)
