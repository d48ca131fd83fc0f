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
VIEWS = (Key("view", pygame.K_v, "V", "Map or supply chains", "Show the other in the middle of the table."),)
TOOLS = (
    Key("undo", pygame.K_z, "Z", "Undo", "Take back your last move, as long as nobody has answered it."),
    Key("why", pygame.K_w, "W", "Why", "How what you point at came to be; else why the leader leads."),
    Key("log", pygame.K_l, "L", "Log", "Everything that has happened, with causes."),
    Key(
        "charts",
        pygame.K_c,
        "C",
        "Charts",
        "The match in curves, round by round, with the cause of every change.",
    ),
    Key("report", pygame.K_r, "R", "Report", "The last market phase, with the why of every line."),
    Key("cards", pygame.K_b, "B", "Cards", "Both decks and the piles: what is in them, and the real events."),
    Key("handbook", pygame.K_F1, "F1", "Handbook", "The rules, every term, card and source."),
    Key(
        "save",
        pygame.K_s,
        "S",
        "Save",
        "Keep a copy under a name; the match is saved by itself after each decision.",
    ),
    Key(
        "adviser", pygame.K_a, "A", "Adviser", "Where to look, an idea, the move: one step with every press."
    ),
    Key("menu", pygame.K_ESCAPE, "Esc", "Menu", "Back to the menu; the match stays saved."),
)
SCREENS = (
    Key(
        "presenter",
        pygame.K_F2,
        "F2",
        "Presenter mode",
        "One thing at a time for a whole class: 1 to 4 choose it.",
    ),
    Key(
        "settings", pygame.K_F3, "F3", "Settings", "Size, text, speed, sound, colours, and this list of keys."
    ),
)
PLAY = MOVES + VIEWS + TOOLS + SCREENS
ASIDE = tuple(key for key in TOOLS if key.name in ("adviser", "report"))  # work in the middle of a question, too
BY_CODE = {key.code: key for key in PLAY}

# --- keys that need no row of their own in the play scene ------------------------------------------
HAND = (
    Key("choose", pygame.K_1, "1 to 9", "Card or option", "Chooses the card or option with that number."),
    Key("finish", pygame.K_SPACE, "Space", "At once", "Completes everything that still moves."),
)
EVERYWHERE = (
    Key(
        "group",
        pygame.K_TAB,
        "Tab",
        "Next group",
        "The focus goes to the next group; with Shift to the one before.",
    ),
    Key("arrows", pygame.K_UP, "Arrows", "Inside a group", "The focus goes to what lies that way."),
    Key("act", pygame.K_RETURN, "Enter", "Do it", "Does what the focus is on; Space does too."),
    Key("back", pygame.K_ESCAPE, "Esc", "Back", "Closes what is open."),
    Key("mute", pygame.K_m, "M", "Sound", "Turns all sound off and on."),
    Key("full", pygame.K_F11, "F11", "Full screen", "Changes between the full screen and a window."),
    Key("picture", pygame.K_F12, "F12", "Picture", "Saves what is on the screen as a picture."),
)
GROUPS = (
    ("Your move", HAND + MOVES),
    ("Everywhere", EVERYWHERE),
    ("In a match", VIEWS + TOOLS + SCREENS),
)
