"""The keys of the game: tables that the scenes obey and that the key list and the tests read.

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
    also: tuple[int, ...] = ()  # other keys that do the same, or the like
    short: str = ""  # for the title, on a tile


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
    Key("pass", pygame.K_p, "P", "Pass: +1", "Budget +1; the move is spent."),
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
    Key("result", pygame.K_e, "E", "Result", "How the match ended: who won, and what decided it."),
    Key("menu", pygame.K_ESCAPE, "Esc", "Menu", "Back to the menu; the match stays saved."),
)
SCREENS = (
    Key(
        "presenter",
        pygame.K_F2,
        "F2",
        "Presenter mode",
        "One thing at a time for a whole class: 1 to 4 choose it.",
        short="Presenter",
    ),
    Key(
        "settings", pygame.K_F3, "F3", "Settings", "Size, text, speed, sound, colours, and this list of keys."
    ),
)
PLAY = MOVES + VIEWS + TOOLS + SCREENS
ASIDE = tuple(
    key for key in TOOLS if key.name in ("adviser", "report")
)  # work in the middle of a question, too
BY_CODE = {key.code: key for key in PLAY}

NUMBERS = tuple(range(pygame.K_1, pygame.K_9 + 1))
ENTER = (pygame.K_KP_ENTER, pygame.K_SPACE)
ARROWS = (pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT)

# --- keys that need no button of their own in the play scene ----------------------------------------
HAND = (
    Key("choose", pygame.K_1, "1 to 9", "Card or option", "Chooses the one with that number.", NUMBERS),
    Key(
        "finish",
        pygame.K_SPACE,
        "Space",
        "At once",
        "Completes all that still moves.",
        (pygame.K_RETURN, *ENTER),
    ),
)

# --- keys of other screens -------------------------------------------------------------------------
MENU = (
    Key("new", pygame.K_n, "N", "New match", "Choose a scenario, and who plays."),
    Key("learn", pygame.K_f, "F", "First Moves", "Learn it in eight short chapters."),
    Key("class", pygame.K_p, "P", "Play as a class", "Two teams, in time for the bell."),
    Key("continue", pygame.K_c, "C", "Continue", "The last match goes on."),
    Key("load", pygame.K_l, "L", "Saved matches", "Open or delete one."),
    Key("desk", pygame.K_t, "T", "Teacher's desk", "A class read as one report."),
    Key("editor", pygame.K_e, "E", "Scenario editor", "Make a scenario of your own."),
    Key("cards", pygame.K_b, "B", "Cards", "Both decks, and their real events."),
    Key("handbook", pygame.K_F1, "F1", "Handbook", "The rules, all terms and sources."),
    Key("settings", pygame.K_s, "S", "Settings", "Size, window, speed, sound, motion.", (pygame.K_F3,)),
    Key("quit", pygame.K_q, "Q", "Quit", "Matches are saved by themselves."),
)
CLASS = (
    Key(
        "freeze",
        pygame.K_F4,
        "F4",
        "Freeze",
        "The match stands still; lines can be drawn. The bell does not wait.",
    ),
    Key("vote", pygame.K_F5, "F5", "Vote", "The team votes on the choice before it, by numbers or on paper."),
    Key(
        "inject",
        pygame.K_F6,
        "F6",
        "Injects",
        "The teacher chooses the next headline, spotlights or cards.",
    ),
    Key("roles", pygame.K_F7, "F7", "Roles", "What each role of a team watches, proposes and aims at."),
    Key("ask", pygame.K_F8, "F8", "Questionnaire", "Before a class begins and at its end."),
    Key("moves", pygame.K_F9, "F9", "First Moves", "In the set-up of a class, to be shown to it."),
)
VOTE = (
    Key(
        "ballot",
        pygame.K_1,
        "1 to 9",
        "Ballot",
        "One ballot for that option; on paper a digit of its count.",
        (*NUMBERS, pygame.K_0),
    ),
    Key("take back", pygame.K_BACKSPACE, "Bksp", "Take back", "The last ballot, or the last digit."),
    Key("no ballots", pygame.K_DELETE, "Del", "Count anew", "Takes all ballots away."),
    Key("play it", pygame.K_F5, "F5", "Play it", "Plays the option that won."),
)
FORECAST = (
    Key("number", pygame.K_n, "N", "Another number", "What the forecast is about."),
    Key("keep", pygame.K_F5, "F5", "Keep", "Keeps the forecast."),
    Key("keep and more", pygame.K_F6, "F6", "Keep, next person", "Keeps it and asks the next person."),
)
FREEZE = (
    Key("undo", pygame.K_z, "Z", "Undo", "Takes the last line away."),
    Key("clear", pygame.K_x, "X", "Clear", "Takes all lines away.", (pygame.K_DELETE,)),
    Key("go on", pygame.K_F4, "F4", "Go on", "The match goes on.", (pygame.K_ESCAPE,)),
)
RESULT = (
    Key("menu", pygame.K_ESCAPE, "Esc", "Menu", "Back to the menu."),
    Key("table", pygame.K_t, "T", "The table", "The table as it was at the end."),
    Key("log", pygame.K_l, "L", "Log", "Everything that has happened."),
    Key("charts", pygame.K_c, "C", "Charts", "The match in curves."),
    Key("debrief", pygame.K_d, "D", "Debrief", "What decided the match, for a class."),
    Key("replay", pygame.K_p, "P", "Replay", "Go through the match again, look closely, branch off."),
    Key(
        "rematch",
        pygame.K_r,
        "R",
        "Rematch, sides swapped",
        "The same scenario, from the other side.",
    ),
)
REPLAY_STEPS = (
    Key("round back", pygame.K_q, "Q", "A round back", "To the first decision of a round: Q."),
    Key("move back", pygame.K_a, "A", "A move back", "To the move before: A."),
    Key(
        "decision back",
        pygame.K_z,
        "Z",
        "A decision back",
        "To the decision before, answers and agendas too: Z.",
    ),
    Key("decision on", pygame.K_x, "X", "A decision on", "To the next decision: X."),
    Key("move on", pygame.K_d, "D", "A move on", "To the next move: D."),
    Key("round on", pygame.K_e, "E", "A round on", "To the next round: E."),
)
REPLAY_CHANGES = (
    Key("what if", pygame.K_w, "W", "What if", "Leave this decision out, or make another in its place."),
    Key("branch", pygame.K_b, "B", "Branch", "Play on from here, as a match of its own."),
    Key(
        "learn",
        pygame.K_t,
        "T",
        "Try again",
        "The moves that cost most: try again before the answer is shown.",
    ),
)
REPLAY_VIEWS = (
    Key("hand", pygame.K_g, "G", "Hand", "The hand in the place of the curve, and back."),
    Key("log", pygame.K_l, "L", "Log", "Everything up to here."),
    Key("charts", pygame.K_c, "C", "Charts", "The match in curves, up to here."),
    Key("back", pygame.K_ESCAPE, "Esc", "Back", "Leave the analysis board."),
)
REPLAY_START = Key("scenario", pygame.K_n, "N", "Scenario", "Makes a scenario of your own that begins here.")
ANALYSIS = (*REPLAY_STEPS, *REPLAY_CHANGES, *REPLAY_VIEWS, REPLAY_START)
LEARN = (
    Key("answer", pygame.K_w, "W", "Answer", "Show the best move found, and why."),
    Key("before", pygame.K_a, "A", "Before", "The mistake before."),
    Key("next", pygame.K_d, "D", "Next", "The next mistake."),
    Key("back", pygame.K_ESCAPE, "Esc", "Back", "To the analysis board."),
)
ELSEWHERE = (
    Key(
        "page", pygame.K_1, "1 to 9", "Page", "The page or tab with that number; in the log a file.", NUMBERS
    ),
    Key("find", pygame.K_f, "F", "Find", "In the log and the handbook."),
    Key("level", pygame.K_r, "R", "Plain or full", "In the handbook: without or with sources."),
    Key("before", pygame.K_BACKSPACE, "Bksp", "Where I was", "In the handbook and in a lesson: back there."),
    Key("copy", pygame.K_c, "C", "Copy", "In the log: to the clipboard."),
    Key("zip", pygame.K_x, "X", "Zip", "In the scenario editor: one file to hand on."),
    Key("keep", pygame.K_s, "S", "Save", "The report of a debrief, or of a fault."),
    Key("quiz", pygame.K_g, "G", "Quiz", "In a debrief: its questions as a file."),
    Key("start", pygame.K_F5, "F5", "Start", "Begins the match that was set up."),
)
EVERYWHERE = (
    Key(
        "group",
        pygame.K_TAB,
        "Tab",
        "Next group",
        "The focus goes to the next group; with Shift to the one before.",
    ),
    Key("arrows", pygame.K_UP, "Arrows", "Inside a group", "The focus goes to what lies that way.", ARROWS),
    Key("act", pygame.K_RETURN, "Enter", "Do it", "Does what the focus is on; Space does too.", ENTER),
    Key("back", pygame.K_ESCAPE, "Esc", "Back", "Closes what is open."),
    Key("hold", pygame.K_h, "H", "Hold", "Keeps a tip open, so that you can go into it; a click does, too."),
    Key(
        "scroll",
        pygame.K_PAGEDOWN,
        "Page",
        "Scroll",
        "Page up and down, Home and End: through long pages.",
        (pygame.K_PAGEUP, pygame.K_HOME, pygame.K_END),
    ),
    Key("mute", pygame.K_m, "M", "Sound", "Turns all sound off and on."),
    Key("full", pygame.K_F11, "F11", "Full screen", "Changes between the full screen and a window."),
    Key("picture", pygame.K_F12, "F12", "Picture", "Saves what is on the screen as a picture."),
)
GROUPS = (
    ("Your move", HAND + MOVES),
    ("Everywhere", EVERYWHERE),
    ("On other screens", ELSEWHERE),
    ("In a match", VIEWS + TOOLS + SCREENS),
    ("In the menu", MENU),
    ("In a class", CLASS),
    ("In a vote", VOTE),
    ("In a forecast", FORECAST),
    ("On a frozen table", FREEZE),
    ("At the end of a match", RESULT),
    ("On the analysis board", ANALYSIS),
    ("When trying again", LEARN),
)


def name_of(keys: tuple[Key, ...], code: int) -> str:
    """What a key is called in a table, nothing if it is not there."""
    return next((key.name for key in keys if code == key.code or code in key.also), "")
