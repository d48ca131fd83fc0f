"""Luck for playouts: a small linear congruential generator that gives the same numbers plain and compiled."""

from game.engine.compiled import compiled


@compiled
def next_luck(luck: int) -> int:
    """The next of 31 bits; the high ones are the good ones (see `pick`)."""
    return (luck * 1103515245 + 12345) & 0x7FFFFFFF


@compiled
def pick(luck: int, n: int) -> int:
    """0..n-1, all alike."""
    return (luck >> 12) % n
