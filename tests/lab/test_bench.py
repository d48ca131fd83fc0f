"""The benchmark says of every goal whether it is met."""

import pytest

from game.lab.bench import is_met


@pytest.mark.parametrize(
    ("value", "goal", "expected"),
    [
        (4.0, "<= 4", True),
        (4.1, "<= 4", False),
        (30_000, ">= 30,000", True),
        (29_999, ">= 30,000", False),
        (0.5, "<= 0.5", True),
        (1.4, ">= 1.5", False),
    ],
)
def test_a_goal_is_met_or_missed(value: float, goal: str, expected: bool) -> None:
    assert is_met(value, goal) is expected
