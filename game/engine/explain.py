"""Why is this number what it is: the terms of the sum, the winning offer and the runner-up, in words.

Works on any State, also on one with blanks, because nothing here is hidden. Section numbers are the rulebook's.
"""

from dataclasses import dataclass

from . import terms as T
from .market import (
    backfire,
    contract,
    lead_points,
    licence,
    measure_levels,
    opinion,
    produce,
    programmes,
    shortages,
    spotlights,
    trade,
    upkeep,
)
from .rulebook import Rulebook
from .scoring import (
    COALITION_POINTS,
    SCORE_AGENDA_CHINA,
    SCORE_AGENDA_US,
    TERMS,
    agenda_of,
    coalition,
    measure_count,
    score_term,
)
from .state import State, copy
from .supply import (
    OUTPUT,
    bar,
    bloc_bar,
    built,
    fill_supplies,
    listed,
    output,
    own_offer,
    resilience,
    supply,
    toward,
)

OWN, RIVAL = -1, -2  # who makes an offer; a bloc by its number
# What a supplier does about the rival's control of the input: the rival keeps to its own
BARS, JOINED, LEAKS, DEFIES = "bars", "joined", "leaks", "defies"

SCORE_WORDS = ("track", "Resilience", "coalition", "US agenda", "China's agenda")


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a sum. `value` is what it adds."""

    words: str
    value: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A number and where it comes from. The terms add up to the value unless `words` says which bound holds."""

    title: str
    value: int
    terms: tuple[Term, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What one supplier offers of an input: its quality and what is taken off."""

    supplier: str
    value: int
    terms: tuple[Term, ...]
    source: int = OWN  # OWN, RIVAL or a bloc
    way: str = ""  # what it does about a control, where one bites
    barred: int = 0  # what that control takes off

    def __str__(self) -> str:
        parts = [f"{self.supplier} {self.terms[0].value}"]
        parts += [f"{_signed(t.value)} ({t.words})" for t in self.terms[1:]]
        return " ".join(parts)

    @property
    def summed(self) -> str:
        """With what it comes to, where something is added or taken off."""
        return f"{self} = {self.value}" if len(self.terms) > 1 else str(self)


def _signed(n: int) -> str:
    return f"+ {n}" if n >= 0 else f"− {-n}"


def _title(book: Rulebook, side: int) -> str:
    return book.scenario.sides[side]


def offers(book: Rulebook, s: State, side: int, i: int) -> list[Offer]:
    """Every offer of input i to a side, the best first (ties: own, rival, then blocs in order)."""
    found = [_own(book, s, side, i), _rival(book, s, side, i)]
    t = book.tables
    for k in range(t.supplier_start[i], t.supplier_start[i + 1]):
        found.append(_bloc(book, s, side, i, t.supplier[k], t.quality[k]))
    return sorted(found, key=lambda offer: -offer.value)


def _own(book: Rulebook, s: State, side: int, i: int) -> Offer:
    level = s.capability[side * T.SECTORS + i]
    fill_supplies(book.tables, s, side)
    value = own_offer(book.tables, s, side, i, side * T.UPSTREAM)
    terms = [Term("capability", level)]
    if value < level:
        name = book.sectors[book.sectors[i].solid[0]].title
        terms.append(Term(f"no more {name} to make them with", value - level))
    return Offer("own production", value, tuple(terms))


def _cut(words: str, n: int) -> list[Term]:
    return [Term(words, -n)] if n else []


def _eased(s: State, side: int, i: int) -> str:
    return ", eased by a workaround" if s.workaround[side * T.UPSTREAM + i] else ""


def _rival(book: Rulebook, s: State, side: int, i: int) -> Offer:
    rival = 1 - side
    level = s.control[rival * T.UPSTREAM + i]
    terms = [Term("capability", s.capability[rival * T.SECTORS + i])]
    terms += _cut(f"level-{level} control{_eased(s, side, i)}", bar(s, side, i))
    terms += _cut("headline", s.shock[i])
    terms += _cut("Decoupling", s.shared[T.DECOUPLING] // 3)
    full = bar(s, side, i)
    value = sum(t.value for t in terms)
    return Offer(_title(book, rival), value, tuple(terms), RIVAL, BARS if full else "", full)


def _bloc(book: Rulebook, s: State, side: int, i: int, bloc: int, quality: int) -> Offer:
    full = bar(s, side, i)
    cut = bloc_bar(s, side, bloc, full)
    level = s.control[(1 - side) * T.UPSTREAM + i]
    whose = book.scenario.side_shorts[1 - side]
    way = "joined" if cut == full else "leak of"
    terms = [Term("quality", quality)]
    if s.source[bloc]:
        terms.append(Term("new sources", s.source[bloc]))
    terms += _cut("headline", s.shock[i])
    terms += _cut(f"{way} a level-{level} {whose} control{_eased(s, side, i)}", cut)
    kind = "" if not full else JOINED if cut == full else DEFIES if cut == 0 else LEAKS
    return Offer(book.blocs[bloc].title, sum(t.value for t in terms), tuple(terms), bloc, kind, cut)


def why_supply(book: Rulebook, s: State, side: int, i: int) -> Explanation:
    """Supply of input i: the winning offer and the runner-up (1.3)."""
    ranked = offers(book, s, side, i)
    best, next_best = ranked[0], ranked[1]
    value = supply(book.tables, s, side, i)
    words = f"{book.sectors[i].title} {value} = {best}; next best: {next_best.summed}"
    return Explanation(f"{_title(book, side)}: supply of {book.sectors[i].title}", value, best.terms, words)


def why_output(book: Rulebook, s: State, side: int, j: int) -> Explanation:
    """Output of sector j: capability, the input that binds it, the rival's listing (1.3)."""
    t = book.tables
    level = s.capability[side * T.SECTORS + j]
    fill_supplies(t, s, side)
    before = built(t, s, side, j)
    value = listed(s, side, j, before)
    terms = [Term("capability", level)]
    words = f"Output {value}: capability {level}"
    binding = _binding(book, s, side, j, before)
    if before < level:
        slack = " + 3" if binding[1] else ""
        terms.append(Term(f"held down by {book.sectors[binding[0]].title}{slack}", before - level))
        words += f", held to {before} by the supply of {book.sectors[binding[0]].title}{slack}"
        words += f". {why_supply(book, s, side, binding[0]).words}"
    else:
        words += ", and the inputs suffice"
    if value < before:
        terms.append(Term("rival's entity listing", value - before))
        words += "; the rival's entity listing takes 1 off"
    return Explanation(
        f"{_title(book, side)}: output of {book.sectors[j].title}", value, tuple(terms), words + "."
    )


def _binding(book: Rulebook, s: State, side: int, j: int, value: int) -> tuple[int, int]:
    """The first input whose supply (with its slack) equals the output, and that slack; sector j itself if none."""
    t = book.tables
    for k in range(t.input_start[j], t.input_start[j + 1]):
        if supply(t, s, side, t.input_of[k]) + t.input_slack[k] <= value:
            return t.input_of[k], t.input_slack[k]
    return j, 0


def binding_input(book: Rulebook, s: State, side: int, j: int) -> int:
    """The input that holds output of j below capability, NONE if nothing does."""
    fill_supplies(book.tables, s, side)
    before = built(book.tables, s, side, j)
    if before >= s.capability[side * T.SECTORS + j]:
        return T.NONE
    return _binding(book, s, side, j, before)[0]


def why_resilience(book: Rulebook, s: State, side: int) -> Explanation:
    """Resilience: what the side could build with every border closed (1.3)."""
    t = book.tables
    value = resilience(t, s, side)  # leaves the own offers in scratch, where `built` finds them
    terms = tuple(Term(book.sectors[j].title, built(t, s, side, j)) for j in range(T.UPSTREAM, T.SECTORS))
    words = "The six downstream sectors from own inputs alone: no rival, no blocs, no stockpiles."
    return Explanation(f"{_title(book, side)}: Resilience", value, terms, words)


def _produced(book: Rulebook, s: State) -> State:
    """A copy after step 1 of a market phase from here, which leaves its outputs in scratch."""
    after = copy(s)
    for side in (T.US, T.CHINA):
        produce(book.tables, after, side)
    return after


def why_income(book: Rulebook, s: State, side: int) -> Explanation:
    """Budget income of a market phase from here: contracts, licences, trade, duties (6, step 6)."""
    t, after = book.tables, _produced(book, s)
    backfire(t, after)  # licences go by the levels after learning
    programmes(after)
    terms = []
    for bloc in range(T.BLOCS):
        if contract(t, after, side, bloc):
            terms.append(
                Term(f"contract for {book.sectors[t.buys[bloc]].title}: {book.blocs[bloc].title}", 1)
            )
    for i in range(T.UPSTREAM):
        if licence(after, side, i):
            terms.append(Term(f"licences for {book.sectors[i].title}", 1))
    terms.append(Term("trade with the rival", trade(s, side)))
    if s.tariff[side]:
        terms.append(Term("own tariff duties", s.tariff[side]))
    value = sum(term.value for term in terms)
    words = f"Budget income {value} in the market phase; what passes 10 is lost."
    return Explanation(f"{_title(book, side)}: income", value, tuple(terms), words)


def why_approval(book: Rulebook, s: State, side: int) -> Explanation:
    """How Approval would change in a market phase from here, tokens and spotlights counted (6, steps 2 and 5)."""
    after = _produced(book, s)
    short = shortages(after, side)
    terms = []
    if short:
        terms.append(Term("shortages: " + ", ".join(_short_of(book, after, side)), -2 if short >= 3 else -1))
    if s.tariff[side] >= 2:
        terms.append(Term("own tariff of 2 or more", -1))
    if not terms and s.approval[side] < 5:
        terms.append(Term("calm: back toward 5", 1))
    elif not terms and s.approval[side] > 7:
        terms.append(Term("calm: back toward 7", -1))
    opinion(after, side)
    before = after.approval[side]
    spotlights(book.tables, after)
    if after.approval[side] > before:
        terms.append(Term("more spotlights won than the rival", 1))
    value = after.approval[side] - s.approval[side]
    bound = "" if value == sum(term.value for term in terms) else ", for it never falls below 0"
    words = f"Approval {_signed(value)} in the market phase{bound}." if terms else "Approval stays as it is."
    return Explanation(f"{_title(book, side)}: Approval", value, tuple(terms), words)


def _short_of(book: Rulebook, s: State, side: int) -> list[str]:
    """The sectors of which there is a shortage, by the outputs in scratch."""
    cells = [side * T.SECTORS + j for j in range(T.UPSTREAM, T.SECTORS)]
    short = [cell % T.SECTORS for cell in cells if s.scratch[OUTPUT + cell] <= s.capability[cell] - 2]
    return [book.sectors[j].title for j in short]


def why_capital(book: Rulebook, s: State, side: int) -> Explanation:
    """Political Capital in step 7 of a market phase from here: a third of Approval then, less upkeep."""
    after = _produced(book, s)
    opinion(after, side)
    spotlights(book.tables, after)
    gain = after.approval[side] // 3
    upkeep(after, side)
    paid = measure_count(after, side) // 2
    dropped = measure_levels(s) - measure_levels(after)
    value = after.capital[side] - s.capital[side]
    terms = (
        Term(f"a third of Approval, then {after.approval[side]}", gain),
        Term("upkeep of measures", -paid),
    )
    words = f"Political Capital: +{gain} from Approval, −{paid} upkeep in the market phase"
    if value != gain - paid:
        words += "; what passes 10 is lost"
    if dropped:
        words += f"; {dropped} level{'s' if dropped > 1 else ''} of measures can't be paid for and fall"
    return Explanation(f"{_title(book, side)}: Political Capital", value, terms, words + ".")


def outputs_due(book: Rulebook, s: State) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Each side's outputs if the market phase came now, by sector: with the tokens that it spends itself (6, step 1),
    so they can be above what stands on the table. Inputs are 0.
    """
    tried = copy(s)
    for side in range(2):
        produce(book.tables, tried, side)
    ours, theirs = (
        tuple(int(tried.scratch[OUTPUT + side * T.SECTORS + j]) if j >= T.UPSTREAM else 0 for j in range(T.SECTORS))
        for side in range(2)
    )
    return ours, theirs


def why_lead(book: Rulebook, s: State, j: int) -> Explanation:
    """Lead points of a spotlight if the market phase came now: 1 for a lead of 1 or 2, 2 for more (+ US)."""
    ours, theirs = (outputs[j] for outputs in outputs_due(book, s))
    points = lead_points(ours, theirs)
    is_helped = (ours, theirs) != (output(book.tables, s, T.US, j), output(book.tables, s, T.CHINA, j))
    shorts = book.scenario.side_shorts
    terms = (Term(f"{shorts[0]} output", ours), Term(f"{shorts[1]} output", theirs))
    leader = _title(book, T.US if points > 0 else T.CHINA)
    gained = f"{abs(points)} toward {leader}" if points else "nobody leads"
    helped = ", with stockpile tokens" if is_helped else ""
    words = f"{ours} against {theirs}{helped}: {gained}."
    return Explanation(f"Spotlight: {book.sectors[j].title}", points, terms, words)


def why_score(book: Rulebook, s: State) -> Explanation:
    """The final score if the game were scored now, + for the US (8). Hidden agendas count 0."""
    names = list(SCORE_WORDS)
    for term, side in ((SCORE_AGENDA_US, T.US), (SCORE_AGENDA_CHINA, T.CHINA)):
        agenda = agenda_of(book.tables, s, side)
        name = book.agendas[agenda].title if agenda != T.NONE else "none or unknown"
        names[term] = f"agenda of {_title(book, side)}: {name}"
    us, china = resilience(book.tables, s, T.US), resilience(book.tables, s, T.CHINA)
    names[1] = f"Resilience {us} to {china}, worth {2 + s.shared[T.DECOUPLING] // 2}"
    names[2] = f"coalition {coalition(s, T.US)} to {coalition(s, T.CHINA)}, worth {COALITION_POINTS}"
    terms = tuple(Term(names[k], score_term(book.tables, s, k)) for k in range(TERMS))
    value = sum(term.value for term in terms)
    return Explanation("Final score", value, terms, f"In all {_decided(book, s, value)}.")


def _decided(book: Rulebook, s: State, value: int) -> str:
    """Who wins with this score, by the tie-breaks where it is 0 (8)."""
    if value:
        winner = T.US if value > 0 else T.CHINA
        return f"{book.scenario.side_shorts[winner]} +{abs(value)}: {_title(book, winner)} would win"
    ours, theirs = ((resilience(book.tables, s, side), s.approval[side]) for side in (T.US, T.CHINA))
    if ours == theirs:
        return "level: a draw, Resilience and Approval being equal"
    what = "Approval" if ours[0] == theirs[0] else "Resilience"
    return f"level: {_title(book, T.US if ours > theirs else T.CHINA)} would win by higher {what}"


def leaning(book: Rulebook, s: State, bloc: int) -> str:
    """Where a bloc stands, in words."""
    lean = toward(s, T.US, bloc)
    if lean == 0:
        return "neutral: obeys half of any control"
    side = T.US if lean > 0 else T.CHINA
    joined = (
        "joins its controls, defies the rival's" if abs(lean) >= 2 else "leans, obeys half of any control"
    )
    return f"{abs(lean)} toward {_title(book, side)}: {joined}"
