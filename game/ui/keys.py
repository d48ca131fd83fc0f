"""The keys of the play scene: one table that the action panel, the key list and the tests read.

A key stands here only when what it opens is there.
"""

from dataclasses import dataclass

import pygame


@dataclass(frozen=True)
class Key:
    """A key and what it does. `name` is also the name of its icon, where it has one."""

    name: str
    code: int
    cap: str  # as printed on the key
    title: str  # on its button
    words: str  # one sentence for tips and the key list


MOVES = (
    Key("lift", pygame.K_t, "T", "Lift", "Take one level off a measure of your own: Tension −1, Capital +1."),
    Key(
        "deal",
        pygame.K_d,
        "D",
        "Deal",
        "Once a round: one level of your measure for one of theirs, both locked.",
    ),
    Key(
        "announce",
        pygame.K_u,
        "U",
        "Announce",
        "Turn your face-down contingency up: Capital +1, and you keep the move.",
    ),
    Key("pass", pygame.K_p, "P", "Pass +1 B", "Budget +1; the move is spent."),
)
VIEWS = (
    Key("view", pygame.K_v, "V", "Map or supply chains", "Show the other in the middle of the table."),
)
TOOLS = (
    Key("undo", pygame.K_z, "Z", "Undo", "Take back your last move, as long as nobody has answered it."),
    Key("log", pygame.K_l, "L", "Log", "Everything that has happened, with causes."),
    Key("charts", pygame.K_c, "C", "Charts", "The match in curves, round by round, with the cause of every change."),
    Key("cards", pygame.K_b, "B", "Cards", "Both decks and the piles: what is in them, and the real events."),
    Key("rules", pygame.K_F1, "F1", "Rules", "How the game is played."),
    Key(
        "save",
        pygame.K_s,
        "S",
        "Save",
        "Keep a copy under a name; the match is saved by itself after each decision.",
    ),
    Key("menu", pygame.K_ESCAPE, "Esc", "Menu", "Back to the menu; the match stays saved."),
)
PLAY = MOVES + VIEWS + TOOLS
BY_CODE = {key.code: key for key in PLAY}
