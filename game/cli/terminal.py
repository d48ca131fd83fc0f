"""play --text: the whole game in a terminal, with the same words and the same saves as the window."""

import secrets
from pathlib import Path

from game.content.almanac import almanac_of
from game.content.shelf import scenario_named
from game.engine import terms as T
from game.engine.explain import why_output
from game.engine.notation import notate
from game.engine.rules import outcome
from game.match import store
from game.match.ledger import story
from game.match.log import Line, log, with_injects, with_reasons
from game.match.match import CannotTakeBack, Match
from game.match.seats import LEVELS, Seat
from game.match.words import ENDINGS, Words
from game.players.decider import Decider, Request
from game.players.levels import is_searching
from game.players.worker import SECONDS

from .errors import CommandError

HELP = "A number chooses. b: board, h: hand, l: log, z: take back, s: save, q: leave (the match stays saved)."


def play_in_terminal(scenario: str, levels: tuple[str, str], seed: str, load: Path | None) -> None:
    match = store.load(load) if load else _new(scenario, levels, seed)
    Terminal(match, load or store.autosave_path(match)).run()


def _new(scenario: str, levels: tuple[str, str], seed: str) -> Match:
    for level in levels:
        if level not in LEVELS:
            raise CommandError(f'there is no player "{level}"; there are: {", ".join(LEVELS)}')
    seats = (Seat.model_validate({"level": levels[0]}), Seat.model_validate({"level": levels[1]}))
    pack, one = scenario_named(scenario)
    return Match(pack, one.id, seats, seed or secrets.token_hex(3))


class Terminal:
    """One match in a terminal. Between two people the screen is cleared and handed over."""

    def __init__(self, match: Match, path: Path) -> None:
        self.match, self.path = match, path
        self.words = Words(match.book, almanac_of(match.pack, match.book))
        self.viewer = T.PUBLIC
        self.told = 0
        self._computer = Decider(match.book)

    def run(self) -> None:
        print(f"{self.match.scenario.title}, seed {self.match.seed}, saved in {self.path}\n{HELP}")
        try:
            while not self.match.is_over:
                self._step()
        except (EOFError, KeyboardInterrupt):
            print("\nThe match is saved; go on with: python -m game play --text --load", self.path)
            return
        self._finish()

    def _step(self) -> None:
        match = self.match
        if match.mover == T.NATURE:
            match.run_nature()
            self._save()
            return
        if not match.seats[match.mover].is_person:
            self._let_think(match.mover)
            self._save()
            return
        self._hand_over(match.mover)
        self._tell()
        self._ask()

    def _let_think(self, side: int) -> None:
        """Make the pick of the computer that sits there: compiled if that is ready, else by plain Python."""
        match, seat = self.match, self.match.seats[side]
        if is_searching(seat.level):
            self._computer.quicken()
        number = len(match.actions)
        cells = bytes(match.observe(side).seen.cells)
        request = Request(number, side, cells, seat.level, seat.persona, f"{match.seed}/{number}", SECONDS)
        reply = self._computer.decide(request)
        match.submit(reply.action)
        match.explain(side, reply.thoughts.report if reply.thoughts else "")

    def _hand_over(self, side: int) -> None:
        """With two people and hidden hands nothing of one side stays on the screen for the other."""
        if side == self.viewer:
            return
        people = sum(seat.is_person for seat in self.match.seats)
        if people == 2 and not self.match.book.tables.setting[T.OPEN_HANDS]:
            print("\033[2J\033[3J\033[H", end="")
            input(f"{self.words.sides[side]}: the other side looks away; press Enter when ready. ")
            self.told = 0
        self.viewer = side
        self._board()

    def _tell(self) -> None:
        """What has happened since the last line that was printed."""
        lines = self._log()
        for line in lines[self.told :]:
            print(f"  R{line.round} {line.spoken.replace('**', '')}")
        self.told = len(lines)

    def _log(self) -> list[Line]:
        """What the viewer may know, with what luck or the players alone did not decide; hidden cards stay hidden."""
        match = self.match
        happened = [inject for inject in match.injects if inject.has_happened(len(match.actions))]
        lines = with_injects(log(self.words, story(match, self.viewer)), happened, False)
        return with_reasons(lines, match.notes)

    def _board(self) -> None:
        s, words = self.match.observe(self.viewer).seen, self.words
        print(
            f"\nRound {s.shared[T.ROUND]}   track {words.track(s.shared[T.TRACK])}   Tension {s.shared[T.TENSION]}",
            end="",
        )
        print(f"   Decoupling {s.shared[T.DECOUPLING]}")
        for side in (T.US, T.CHINA):
            print(
                f"{words.sides[side]:15} Budget {s.budget[side]}, Capital {s.capital[side]}, "
                f"Approval {s.approval[side]},",
                end="",
            )
            print(
                f" moves {s.moves[side]}, cards {s.hand_size[side]}"
                + (", a contingency is set" if s.slot_card[side] else "")
            )
        for k, sector in enumerate(self.match.book.sectors):
            lit = ("", "lit", "lit", "named")[s.lit[k]] or ("next" if s.next[k] else "")
            levels = f"{s.capability[k]:3} {s.capability[T.SECTORS + k]:3}"
            made = ""
            if k >= T.UPSTREAM:
                outs = [why_output(self.match.book, s, side, k).value for side in (T.US, T.CHINA)]
                made = f"   outputs {outs[0]:2} {outs[1]:2}"
            print(f"  {sector.title:24} levels {levels}{made}   {lit}")
        leans = ", ".join(
            f"{bloc.title} {words.lean(s.align[n])}" for n, bloc in enumerate(self.match.book.blocs)
        )
        print(f"  Blocs: {leans}")
        measures = [
            f"{words.shorts[side]} {words.measure(m)}" + (f" {level}" if level > 1 else "")
            for side in (T.US, T.CHINA)
            for m, level in self._measures(side)
        ]
        print("  Measures: " + (", ".join(measures) or "none"))

    def _measures(self, side: int) -> list[tuple[int, int]]:
        from game.engine.ops import measure_cell

        levels = [(m, int(self.match.state.cells[measure_cell(side, m)])) for m in range(T.MEASURES)]
        return [(m, level) for m, level in levels if level]

    def _hand(self) -> None:
        s = self.match.observe(self.viewer).seen
        for n, card in enumerate(self.match.book.cards):
            if s.place[n] == T.IN_HAND and self.match.book.card_side(n) == self.viewer:
                page = self.words.almanac.cards[n]
                print(
                    f"  {page.title} ({page.kind}, {card.points} points, {self.words.cost(n)}): {' '.join(page.rules)}"
                )

    def _ask(self) -> None:
        match = self.match
        options = match.legal()
        for n, action in enumerate(options, start=1):
            title, detail = self.words.pick(match.state, action)
            print(f"{n:3} {title}" + (f": {detail}" if detail else ""))
        answer = input("> ").strip().lower()
        if answer.isdigit() and 1 <= int(answer) <= len(options):
            match.submit(options[int(answer) - 1])
            self._save()
        elif answer == "q":
            raise EOFError
        elif answer == "z":
            self._take_back()
        elif answer == "b":
            self._board()
        elif answer == "h":
            self._hand()
        elif answer == "l":
            self.told = 0
        elif answer == "s":
            path = store.named_path(f"{match.scenario.title} round {match.state.shared[T.ROUND]}")
            store.save(match, path)
            print(f"Saved: {path}")
        elif answer in (texts := [notate(match.book, match.state, a) for a in options]):
            match.submit(options[texts.index(answer)])
            self._save()
        else:
            print(f'"{answer}" is none of these. {HELP}')

    def _take_back(self) -> None:
        try:
            self.match.take_back(self.viewer)
            self.told = min(self.told, len(self._log()))
            self._save()
        except CannotTakeBack as reason:
            print(reason)

    def _save(self) -> None:
        store.save(self.match, self.path)

    def _finish(self) -> None:
        self._save()
        self._tell()
        opened = [inject.hidden for inject in self.match.injects if inject.hidden]
        if opened:
            print("\nNow that all lies open:", *opened, sep="\n  ")
        result = outcome(self.match.book, self.match.state)
        assert result is not None
        who = "Nobody wins" if result.winner >= T.PUBLIC else f"{self.words.sides[result.winner]} wins"
        print(f"\n{who} by {ENDINGS[result.ending]}.")
        if result.terms:
            from game.engine.explain import why_score

            for term in why_score(self.match.book, self.match.state).terms:
                print(f"  {term.words}: {term.value:+d}")
