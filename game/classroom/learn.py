"""Learn from your mistakes: the moves that gave most away, each tried once more before the answer is shown."""

from dataclasses import dataclass, field

from .review import SLIGHT, Choice, Reviewed

TRIES = 2


@dataclass
class Trial:
    """One move to be made again. The choices stand in an order that tells nothing."""

    review: Reviewed
    tried: list[int] = field(
        default_factory=list
    )  # numbers of choices, in the order in which they were taken
    is_open: bool = False  # whether the answer is shown

    def __post_init__(self) -> None:
        self.choices: list[Choice] = sorted(self.review.choices, key=lambda choice: choice.picks)

    @property
    def best(self) -> int:
        return self.choices.index(self.review.choices[0])

    @property
    def made(self) -> int:
        """What was played."""
        return self.choices.index(self.review.choices[self.review.made])

    @property
    def is_found(self) -> bool:
        """Whether the best was chosen, or one that the search holds for as good."""
        return any(self.cost(number) < SLIGHT for number in self.tried)

    def take(self, number: int) -> None:
        """Choose; the answer is shown once it is found, or after so many tries."""
        if not self.is_open and number not in self.tried:
            self.tried.append(number)
            self.is_open = self.is_found or len(self.tried) >= TRIES

    def give_up(self) -> None:
        self.is_open = True

    def cost(self, number: int) -> float:
        """How much less a choice is worth than the best, as a chance from 0 to 1."""
        return max(0.0, self.choices[self.best].chance - self.choices[number].chance)
