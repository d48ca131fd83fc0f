"""What picks would do, tried on what the viewer knows; kept as long as the viewer sees the same position."""

from game.engine import terms as T
from game.match.changes import Forecast, Teller
from game.match.preview import answer
from game.match.uses import Use, uses

from ..table.zoom import Told
from .asker import Asker


class Foresight:
    def __init__(self, scene: Asker) -> None:
        self.scene = scene
        self._seen = b""  # the position that the forecasts are good for
        self._teller: Teller | None = None
        self._forecasts: dict[tuple[int, ...], Forecast] = {}

    def teller(self) -> Teller:
        observation = self.scene.match.observe(self.scene.viewer)
        seen = bytes(observation.seen.cells)
        if self._teller is None or (self._seen, self._teller.viewer) != (seen, observation.viewer):
            self._seen, self._teller = seen, Teller(self.scene.words, observation)
            self._forecasts.clear()
        return self._teller

    def forecast(self, *picks: int) -> Forecast:
        """What picks in a row would do."""
        teller = self.teller()
        if picks not in self._forecasts:
            self._forecasts[picks] = teller.forecast(list(picks))
        return self._forecasts[picks]

    def ends(self, action: int) -> bool:
        """Whether a pick would end the game, as far as can be known."""
        return bool(self.forecast(action).ending)

    def told(self, card: int) -> list[Told]:
        """Every use of a card of the hand with what it would do, for each target."""
        seen = self.teller().observation.seen
        return [(use, self._of(use)) for use in uses(self.scene.words, seen, card)]

    def _of(self, use: Use) -> list[tuple[str, Forecast]]:
        if use.obstacle:
            return []
        if use.use == T.USE_SET:
            return [("", self._set(use.card))]
        printed = self.scene.match.book.cards[use.card]
        targets = [self.scene.words.target(use.card, target) for target in use.targets] or [""]
        begun = self.teller().observation.seen.pick[T.STEP] != T.STEP_MOVE
        picks = use.picks(printed.target == T.TARGET_BLOC)
        return [
            (target, self.forecast(*row[1 if begun else 0 :]))
            for target, row in zip(targets, picks, strict=True)
        ]

    def _set(self, card: int) -> Forecast:
        """A contingency changes nothing yet; what is told is its answer, if it were to come now."""
        teller = self.teller()
        targets = self.scene.match.book.cards[card].targets or (T.NONE,)
        changed = teller.certain(answer(teller.book, teller.observation, card, targets[0]))
        page = self.scene.words.almanac.cards[card]
        said = (f"Free of cost and Tension; fires {page.trigger}.",)
        return Forecast(changed if len(targets) == 1 else (), (), said)
