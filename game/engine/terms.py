"""The glossary: every number of the rules core that has a name, with a line of meaning each.

Plain module-level ints, so that the same functions run in Python and compiled by numba.
"""

# --- who -----------------------------------------------------------------------------------------
US = 0  # first in every fixed order; track and alignment count + for this side
CHINA = 1  # second in every fixed order; track and alignment count - for this side
NATURE = 2  # draws, headlines, spotlight tiles and the coin
NOBODY = 3  # the mover when the game is over; the winner of a draw
PUBLIC = 2  # viewer: what the whole room may see
ALL = 3  # viewer: everything, for the debrief

# --- sectors (rulebook 1.1) ----------------------------------------------------------------------
TOOLS, CHIPS, LEGACY, MAGNETS = 0, 1, 2, 3
AI, DEVICES, EV, CLEAN, AUTO, DEFENCE = 4, 5, 6, 7, 8, 9
SECTORS = 10
UPSTREAM = 4  # sectors below this number are inputs; the others score

# --- blocs (rulebook 1.2) ------------------------------------------------------------------------
EU, JAPAN, KOREA, TAIWAN, ASEAN, INDIA, GULF, SOUTH = 0, 1, 2, 3, 4, 5, 6, 7
BLOCS = 8

# --- measures: 0-3 control on that upstream sector, 4-9 listing of that downstream sector, 10 tari
TARIFF_MEASURE = 10
MEASURES = 11

# --- limits --------------------------------------------------------------------------------------
TOP = 10  # capability, Budget, Political Capital, Approval and Tension
MAX_CONTROL = 3
MAX_TARIFF = 3
MAX_STOCK = 4
MAX_ALIGN = 3
MAX_SOURCE = 3
MAX_DECOUPLING = 6
HAND = 6  # a hand is filled up to this
MOVES_PER_ROUND = 4
MAX_SWEETENER = 2
HEADLINE_TENSION = 9  # headlines never push Tension above this

# --- cells: where each window of a State starts --------------------------------------------------
CAPABILITY = 0  # [side, sector] 0-10
PROGRESS = CAPABILITY + 2 * SECTORS  # [side, sector] toward the next level
CONTROL = PROGRESS + 2 * SECTORS  # [side, upstream] own export control against the rival, 0-3
LISTING = CONTROL + 2 * UPSTREAM  # [side, sector] own entity listing against the rival, 0/1 (downstream only)
TARIFF = LISTING + 2 * SECTORS  # [side] own tariff level, 0-3
PROGRAMME = TARIFF + 2  # [side, sector] national programme, 0/1
STOCK = PROGRAMME + 2 * SECTORS  # [side, upstream] stockpile tokens, 0-4
WORKAROUND = STOCK + 2 * UPSTREAM  # [side, upstream] evasion channel of that side, 0/1
ALIGN = WORKAROUND + 2 * UPSTREAM  # [bloc] -3..+3, + toward US
SOURCE = ALIGN + BLOCS  # [bloc] 0-3 extra supply opened there
SHOCK = SOURCE + BLOCS  # [upstream] this round's headline shock
LOCK = SHOCK + UPSTREAM  # [side, measure] last round in which the own measure may not be raised, 0 = free
BUDGET = LOCK + 2 * MEASURES  # [side] 0-10
CAPITAL = BUDGET + 2  # [side] Political Capital 0-10
APPROVAL = CAPITAL + 2  # [side] 0-10
MOVES = APPROVAL + 2  # [side] moves left this round
PROPOSED = MOVES + 2  # [side] 1 = this round's proposal is spent
HAND_SIZE = PROPOSED + 2  # [side] cards in hand, public
SLOT_CARD = HAND_SIZE + 2  # [side] card set as contingency + 1, 0 = empty slot
SLOT_TARGET = SLOT_CARD + 2  # [side] its "?" (sector or bloc number), NONE without one
SLOT_UP = SLOT_TARGET + 2  # [side] 1 = the set card lies face-up
AGENDA_KEPT = SLOT_UP + 2  # [side] 1 = has chosen its agenda
SHARED = AGENDA_KEPT + 2  # [one of the names below]
TENSION = 0  # 0-10, 10 = Rupture
DECOUPLING = 1  # 0-6, never falls
TRACK = 2  # Leadership, + US
ROUND = 3  # 1.. (0 during set-up)
STARTER = 4  # the side that moves first in round 1, NONE before the coin
NAMED = 5  # the sector last named as third spotlight, NONE at first
PHASE = 6  # one of the phases below
MOVER = 7  # US, CHINA, NATURE or NOBODY
AGENDAS_DEALT = 8  # 0-4
TILES_DUE = 9  # spotlight tiles still to be drawn now
OFFER_GIVE = 10  # open proposal: the proposer's measure, NONE without a proposal
OFFER_TAKE = 11  # open proposal: the rival's measure
OFFER_SWEETENER = 12  # open proposal: Budget to the accepter, 0-2
ENDING = 13  # how the game ended, one of the endings below
WINNER = 14  # US, CHINA, NOBODY (draw or shared loss), NONE while it runs
CULPRIT = 15  # the side that caused the Rupture, else NONE
DRAWER = 16  # the side that is drawing cards, NONE outside the draw
SHARED_SIZE = 17
PICK = SHARED + SHARED_SIZE  # what the mover has picked of an unfinished move: known to the mover alone
STEP = 0  # which pick is next, one of the steps below
PICK_CARD = 1  # card number, NONE
PICK_USE = 2  # one of the uses below, NONE
PICK_GIVE = 3  # own measure offered, NONE
PICK_TAKE = 4  # rival measure asked for, NONE
PICK_SIZE = 5
LIT = PICK + PICK_SIZE  # [sector] lit now: one of the lights below
NEXT = LIT + SECTORS  # [sector] 1 = in the next round's pair
BAG = NEXT + SECTORS  # [sector] 1 = tile still in the spotlight bag
HEADLINES = BAG + SECTORS  # [headline] 1 = already revealed
MOST_HEADLINES = 32
AGENDA = HEADLINES + MOST_HEADLINES  # [agenda] one of the places below
MOST_AGENDAS = 16
PLACE = AGENDA + MOST_AGENDAS  # [card] one of the places below; as many as the decks have cards

NONE = -1  # no sector, no card, nobody yet
UNKNOWN = -2  # a blank in an Observation

# --- phases --------------------------------------------------------------------------------------
COIN_TOSS = 0
AGENDA_DEAL = 1
TILES = 2
AGENDA_CHOICE = 3
HEADLINE_DRAW = 4
CARD_DRAW = 5
NAMING = 6
MOVING = 7
ANSWERING = 8
OVER = 9

# --- steps of an unfinished move -----------------------------------------------------------------
STEP_MOVE = 0  # card, lift, offer, announce or pass
STEP_USE = 1  # what the picked card is used for
STEP_TARGET = 2  # its "?"
STEP_TAKE = 3  # the rival's measure of an offer
STEP_SWEETENER = 4

# --- lights --------------------------------------------------------------------------------------
LIT_PAIR, LIT_HEADLINE, LIT_NAMED = 1, 2, 3

# --- places of a card ----------------------------------------------------------------------------
IN_DECK, IN_HAND, IN_DISCARD, IN_SLOT = 0, 1, 2, 3

# --- places of an agenda -------------------------------------------------------------------------
IN_BOX = 0
DEALT = 1  # + side: one of the two to choose from
KEPT = 3  # + side
RETURNED = 5  # + side: out of the game, known to the side that returned it

# --- endings -------------------------------------------------------------------------------------
RUNNING, AUTOMATIC, RUPTURE, SHARED_LOSS, SCORED = 0, 1, 2, 3, 4

# --- instrument classes of cards -----------------------------------------------------------------
KIND_CONTROL, KIND_LIST, KIND_TARIFF, KIND_INDUSTRY, KIND_ALLIANCE = 0, 1, 2, 3, 4
KIND_RESERVE, KIND_DIPLOMACY, KIND_SHOWCASE, KIND_TALENT = 5, 6, 7, 8

# --- triggers of contingencies, and the class of a policy (rulebook 5) ---------------------------
NO_TRIGGER, ON_CONTROL, ON_LISTING, ON_TARIFF, ON_ALLIANCE, ON_RESTRICTION = 0, 1, 2, 3, 4, 5

# --- icons (statecraft) --------------------------------------------------------------------------
ICON_SECTOR, ICON_BLOC, ICON_CRATE, ICON_RALLY = 0, 1, 2, 3
ICONS = 3  # a card has three

# --- what a "?" may be ---------------------------------------------------------------------------
TARGET_NONE, TARGET_SECTOR, TARGET_BLOC = 0, 1, 2

# --- ops (rulebook 10, then the headline effects of 9) -------------------------------------------
# An op is four ints (op, a, b, c); a = TARGET stands for the chosen "?".
TARGET = -1
OP_CONTROL = 0  # a upstream sector, b steps
OP_LIST = 1  # a downstream sector
OP_TARIFF = 2  # b steps
OP_EASE = 3  # a upstream sector
OP_ERODE = 4  # a upstream sector or TARIFF_MEASURE
OP_ALIGN = 5  # a bloc, b steps toward the actor (negative: away)
OP_NEW_SOURCE = 6  # a bloc, b steps
OP_PROGRESS = 7  # a sector, b points
OP_INDIGENISE = 8  # a sector, b points + the rival's control level or listing there
OP_SETBACK = 9  # a sector, b points off the rival's progress
OP_PROGRAMME = 10  # a sector
OP_STOCKPILE = 11  # a upstream sector, b tokens
OP_WORKAROUND = 12  # a upstream sector
OP_ENFORCE = 13  # a upstream sector
OP_APPROVAL = 14  # b points, c who
OP_BUDGET = 15  # b points, c who
OP_TENSION = 16  # b points
OP_SHOWCASE = 17  # a downstream sector
OP_EXPOSE = 18
OP_CAPITAL = 19  # b points, c who
OP_SHOCK = 20  # a upstream sector, b points
OP_SPOTLIGHT = 21  # a downstream sector
OP_SQUEEZE = 22  # b points
OP_DRIFT = 23  # b steps
OP_LOBBY = 24  # b points
OP_REVEAL = 25
OP_UPLIFT = 26  # b points
OP_AUDIT = 27  # b tokens
SELF, RIVAL, BOTH = 0, 1, 2  # c of an op

# --- agenda conditions (rulebook 8.1) ------------------------------------------------------------
FORTRESS, SWING_MARKETS, OPEN_DOOR, CHOKEHOLD, CHAMPION = 0, 1, 2, 3, 4
INDIGENOUS_INNOVATION, WAR_CHEST, PEACEMAKER, BRINKMAN, MANDATE = 5, 6, 7, 8, 9
AGENDA_POINTS = 3

# --- settings of a scenario (rulebook 15): index into Tables.setting -----------------------------
ROUNDS = 0
END_US = 1  # automatic victory at track >= this
END_CHINA = 2  # automatic victory at track <= minus this
HANDICAP = 3  # what the side that caused the Rupture loses in the comparison
RUPTURE_MODE = 4  # BY_RESILIENCE or BOTH_LOSE
BACKFIRE = 5  # learning per loss of 1-3; twice that for 4 and more: 0 none, 1 medium, 2 strong
DEALS = 6
CONTINGENCIES = 7
AGENDAS = 8
HEADLINES_ON = 9
STOCKPILES = 10
OPEN_HANDS = 11
N_CARDS = 12  # both decks together; US cards come first
N_US_CARDS = 13
N_HEADLINES = 14
N_AGENDAS = 15
SETTINGS = 16
BY_RESILIENCE, BOTH_LOSE = 0, 1

# --- actions: every decision is one of these ints ------------------------------------------------
PASS = 0
ANNOUNCE = 1
ACCEPT = 2
REFUSE = 3
USE = 4  # + use
USE_POLICY, USE_ICON, USE_FUND, USE_SET = 0, 1, 4, 5  # the icons are 1, 2, 3
USES = 6
SWEETEN = USE + USES  # + Budget 0-2
AT_SECTOR = SWEETEN + MAX_SWEETENER + 1  # + sector: a "?", a named spotlight, or Nature's tile
AT_BLOC = AT_SECTOR + SECTORS  # + bloc: a "?"
LIFT = AT_BLOC + BLOCS  # + own measure
OFFER = LIFT + MEASURES  # + own measure
ASK = OFFER + MEASURES  # + rival's measure
COIN = ASK + MEASURES  # + side that moves first in round 1
CARD = COIN + 2  # + card: played by a side, dealt by Nature; then + headline; then + agenda

# --- events --------------------------------------------------------------------------------------
# A log entry is (what, old, new, audience, cause kind, cause). `what` is a cell of the State, or one of these notes.
NOTE = 2000
NOTE_ROUND = 2000  # new: the round that starts
NOTE_HEADLINE = 2001  # old: headline
NOTE_POLICY = 2002  # old: card, new: its target or NONE
NOTE_STATECRAFT = 2003  # old: card, new: icon 0-2
NOTE_FUND = 2004  # old: card
NOTE_SET = 2005  # old: side; a contingency was laid face-down
NOTE_ANNOUNCE = 2006  # old: side, new: card
NOTE_FIRED = 2007  # old: card, new: its target or NONE
NOTE_LIFT = 2008  # old: side, new: measure
NOTE_PASS = 2009  # old: side
NOTE_OFFER = 2010  # old: side; the offer itself is in the OFFER_ cells
NOTE_ACCEPT = 2011  # old: side that accepts
NOTE_REFUSE = 2012  # old: side that refuses
NOTE_NAMED = 2013  # old: side, new: sector
NOTE_SKIPPED = 2014  # old: op, new: its a; an effect that could not apply
NOTE_LEAD = 2015  # old: sector, new: lead points (+ US, - China), one per lit sector
NOTE_OUTPUT = 2016  # old: side * SECTORS + sector, new: output in step 1 of the market phase
NOTE_LOSS = 2017  # old: side * UPSTREAM + input, new: supply lost to controls
NOTE_SPENT = 2018  # old: side * UPSTREAM + input; a stockpile token was spent
NOTE_SCORE = 2019  # old: term (see scoring.TERMS), new: points (+ US)
NOTE_END = 2020  # old: ending, new: winner
NOTE_RESHUFFLE = 2021  # old: side
NOTE_MARKET = 2022  # old: step 1-9 of the market phase begins

# --- audiences of a log entry: US or CHINA alone see it; VEILED: all see the cell, the owner alone
EVERYBODY = 2
VEILED = 3  # + owner

# --- cause kinds ---------------------------------------------------------------------------------
BY_RULE = 0  # cause: section * 100 + step, e.g. 602 = rulebook section 6 step 2
BY_CARD = 1  # a policy; cause: card
BY_STATECRAFT = 2  # cause: card
BY_FUND = 3  # cause: card
BY_CONTINGENCY = 4  # cause: card
BY_HEADLINE = 5  # cause: headline
BY_LIFT = 6  # cause: measure
BY_DEAL = 7  # cause: the proposer
BY_SHORTAGE = 8  # cause: number of shortages
BY_TARIFF = 9  # own tariff; cause: its level
BY_DRIFT = 10  # Approval returns to the middle
BY_CONTRACT = 11  # cause: bloc
BY_LICENCE = 12  # cause: upstream sector
BY_TRADE = 13  # cause: 0
BY_DUTIES = 14  # cause: tariff level
BY_BACKFIRE = 15  # cause: upstream sector that is controlled
BY_PROGRAMME = 16  # cause: sector
BY_SPOTLIGHT = 17  # cause: sector, or NONE for the round's Approval
BY_APPROVAL = 18  # Political Capital from Approval
BY_UPKEEP = 19  # cause: measure count
BY_LEVEL = 20  # a capability rose by progress; cause: sector
BY_SCORE = 21  # cause: term
