"""How a number came to be: every change with its cause, and the outputs of past market phases."""

from random import Random

from game.content.pack import Pack
from game.engine import terms as T
from game.match.match import Match
from game.match.seats import Seat
from game.ui.scenes.history import HistoryScene
from game.ui.scenes.play import PlayScene
from tests.ui.driver import Player


def test_a_sectors_history_tells_outputs_and_levels_and_a_meters_its_causes(pack: Pack) -> None:
    match, rng = Match(pack, "sprint", (Seat(), Seat()), "history"), Random(2)
    match.run_nature()
    while match.state.shared[T.ROUND] < 3 or match.state.shared[T.PHASE] != T.MOVING:
        match.submit(rng.choice(match.legal()))
        match.run_nature()
    player = Player()
    scene = PlayScene(player.app, match)
    outputs = HistoryScene(player.app, scene, (T.CAPABILITY + T.EV, T.CAPABILITY + T.SECTORS + T.EV), "Electric cars")
    text = " ".join(line for _, _, line in outputs.lines)
    assert "US output" in text and "CN output" in text
    budget = HistoryScene(player.app, scene, (T.BUDGET,), "Budget")
    text = " ".join(line for _, _, line in budget.lines)
    assert "trade with the rival" in text and "now" in text
    scene.leave()
