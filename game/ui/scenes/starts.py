"""Where a match of a class begins: what fits the minutes, any scenario at hand, or where a saved match stands."""

from collections.abc import Callable
from functools import partial

from game.classroom.draft import Draft
from game.content.pack import Pack, Scenario
from game.content.shelf import scenarios_at_hand
from game.match.store import Saved, listing, load

from ..app import App
from .drafts import MOMENTS, DraftsScene, Shown, first_sentence
from .savefile import facts_of

Start = tuple[Pack, Scenario]


class StartsScene(DraftsScene):
    heading = ("Start position", f"Where the match of the class begins. {MOMENTS}, and save it")
    icon = "class"

    def __init__(self, app: App, chosen: Callable[[Start | None], None], now: Start | None = None) -> None:
        """`chosen` gets the pack and the scenario, or None for what fits; `now` is the start that is set."""
        super().__init__(app)
        self.now = now
        self.chosen = chosen
        self.starts: list[Callable[[], Start | None]] = []

    def entered(self) -> None:
        found, left_out = scenarios_at_hand()
        saves = [saved for saved in listing() if saved.record is not None]
        rows = [("clock", "What fits", "The scenario that fits the minutes and the people in a team.")]
        rows += [("scenario", scenario.title, first_sentence(scenario)) for _, scenario in found]
        about = "A saved match: the class begins where it stands."
        rows += [("folder", facts_of(saved).in_short, about) for saved in saves]
        self.rows = rows
        self.starts = [lambda: None, *[partial(_same, start) for start in found]]
        self.starts += [partial(self._of_match, saved) for saved in saves]
        same = [n for n, (_, scenario) in enumerate(found, 1) if self.now and scenario == self.now[1]]
        self.chosen_row = 0 if self.now is None else same[0] if same else -1
        for words in left_out[:1]:
            self.app.say(words, 10)

    def shown(self) -> list[Shown]:
        return self.rows

    def _of_match(self, saved: Saved) -> Start | None:
        """The position as a scenario of its own. Raises ValueError if it can't be played from."""
        draft = Draft.of_match(load(saved.path))
        pack, (scenario, problems) = draft.whole(), draft.read()
        if pack is None or scenario is None:
            raise ValueError(f"This can't be played from: {problems[0].message}.")
        return pack, scenario

    def begin(self, n: int) -> None:
        if n >= len(self.starts):
            return
        try:
            start = self.starts[n]()
        except ValueError as error:
            self.app.say(str(error), 8)
            return
        self.app.pop()
        self.chosen(start)


def _same(start: Start) -> Start:
    return start
