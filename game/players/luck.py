"""Luck for playouts: a small linear congruential generator, and a mixer that makes another number of one and a key.
Both give the same plain and compiled.
"""

from game.engine.compiled import compiled


@compiled
def next_luck(luck: int) -> int:
    """The next of 31 bits; the high ones are the good ones."""
    return (luck * 1103515245 + 12345) & 0x7FFFFFFF


@compiled
def mixed(luck: int, key: int) -> int:
    """31 bits that a number and a key give together, each of them by no rule that shows (multiply, shift and xor)."""
    x = (luck ^ (key * 0x61C88647)) & 0x7FFFFFFF
    x = ((x ^ (x >> 15)) * 0x2C1B3C6D) & 0x7FFFFFFF
    x = ((x ^ (x >> 12)) * 0x297A2D39) & 0x7FFFFFFF
    return x ^ (x >> 15)
