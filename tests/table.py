"""The test language: a position set up in a line or two, and questions about it."""

from functools import lru_cache

from game.content.compile import load_base, rulebook
from game.engine import terms as T
from game.engine.market import market
from game.engine.notation import notate, parse
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, apply_events, legal, start
from game.engine.scoring import resilience
from game.engine.state import State
from game.engine.supply import output, supply


@lru_cache(maxsize=8)
def scenario(name: str) -> Rulebook:
    return rulebook(load_base(), name)


class Table:
    """A position in the middle of round 1, with empty hands, in which things are put by name."""

    def __init__(self, rules: str | Rulebook = "tech-war", mover: int = T.US) -> None:
        self.book = scenario(rules) if isinstance(rules, str) else rules
        self.s: State = start(self.book)
        self.s.shared[T.PHASE], self.s.shared[T.MOVER] = T.MOVING, mover
        self.s.shared[T.ROUND], self.s.shared[T.STARTER] = 1, mover
        self.s.moves[0] = self.s.moves[1] = T.MOVES_PER_ROUND

    # --- setting up ------------------------------------------------------------------------------

    def put(self, cell: int, value: int) -> "Table":
        self.s.cells[cell] = value
        return self

    def capability(self, side: int, sector: int, level: int) -> "Table":
        return self.put(T.CAPABILITY + side * T.SECTORS + sector, level)

    def progress(self, side: int, sector: int, points: int) -> "Table":
        return self.put(T.PROGRESS + side * T.SECTORS + sector, points)

    def control(self, side: int, i: int, level: int) -> "Table":
        return self.put(T.CONTROL + side * T.UPSTREAM + i, level)

    def listing(self, side: int, j: int) -> "Table":
        return self.put(T.LISTING + side * T.SECTORS + j, 1)

    def tariff(self, side: int, level: int) -> "Table":
        return self.put(T.TARIFF + side, level)

    def programme(self, side: int, sector: int) -> "Table":
        return self.put(T.PROGRAMME + side * T.SECTORS + sector, 1)

    def stock(self, side: int, i: int, tokens: int) -> "Table":
        return self.put(T.STOCK + side * T.UPSTREAM + i, tokens)

    def workaround(self, side: int, i: int) -> "Table":
        return self.put(T.WORKAROUND + side * T.UPSTREAM + i, 1)

    def align(self, bloc: int, value: int) -> "Table":
        return self.put(T.ALIGN + bloc, value)

    def meters(self, side: int, budget: int, capital: int, approval: int) -> "Table":
        self.put(T.BUDGET + side, budget)
        self.put(T.CAPITAL + side, capital)
        return self.put(T.APPROVAL + side, approval)

    def shared(self, what: int, value: int) -> "Table":
        return self.put(T.SHARED + what, value)

    def lit(self, *sectors: int) -> "Table":
        for j in sectors:
            self.s.lit[j] = T.LIT_PAIR
        return self

    def hand(self, side: int, *cards: str) -> "Table":
        for name in cards:
            self.s.place[self.book.card_number[side, name]] = T.IN_HAND
            self.s.hand_size[side] += 1
        return self

    def slot(self, side: int, card: str, target: int = T.NONE) -> "Table":
        number = self.book.card_number[side, card]
        self.s.place[number] = T.IN_SLOT
        self.s.slot_card[side], self.s.slot_target[side] = number + 1, target
        return self

    # --- playing ---------------------------------------------------------------------------------

    def play(self, *texts: str) -> "Table":
        for text in texts:
            action = parse(self.book, self.s, text)
            options = [notate(self.book, self.s, a) for a in legal(self.book, self.s)]
            assert action in legal(self.book, self.s), f"{text}: legal are {options}"
            apply(self.book, self.s, action)
        return self

    def legal(self) -> list[str]:
        return [notate(self.book, self.s, a) for a in legal(self.book, self.s)]

    def events(self, text: str):  # type: ignore[no-untyped-def]
        return apply_events(self.book, self.s, parse(self.book, self.s, text))

    def market(self) -> "Table":
        market(self.book.tables, self.s)
        return self

    # --- asking ----------------------------------------------------------------------------------

    def supply(self, side: int, i: int) -> int:
        return supply(self.book.tables, self.s, side, i)

    def output(self, side: int, j: int) -> int:
        return output(self.book.tables, self.s, side, j)

    def outputs(self, side: int) -> list[int]:
        return [self.output(side, j) for j in range(T.UPSTREAM, T.SECTORS)]

    def resilience(self, side: int) -> int:
        return resilience(self.book.tables, self.s, side)

    def level(self, side: int, sector: int) -> int:
        return int(self.s.capability[side * T.SECTORS + sector])

    def __getattr__(self, name: str):  # type: ignore[no-untyped-def]
        return getattr(self.s, name)


def table(rules: str | Rulebook = "tech-war", mover: int = T.US) -> Table:
    return Table(rules, mover)
