"""Games of OpenSpiel measured beside this one."""

from random import Random

import pytest

pytest.importorskip("pyspiel", reason="the research extra is not installed")

import pyspiel

from game.adapters import peers
from game.lab import bench


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "SECONDS", 0.02)
    monkeypatch.setattr(peers, "COUNTED", 3)


@pytest.mark.parametrize("name", [*peers.COMPILED_PEERS, peers.PLAIN_PEER])
def test_a_playout_of_a_peer_goes_from_the_first_decision_to_the_end(name: str) -> None:
    state = peers.first_decision(pyspiel.load_game(name), Random(1))
    assert not state.is_chance_node() and not state.is_terminal()
    assert peers.play_out(state, Random(1)) > 3 and state.is_terminal()


def test_every_peer_is_printed_as_a_figure(capsys: pytest.CaptureFixture[str]) -> None:
    peers.main()
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 4 and all(float(value) > 1000 for _, value, _, _ in rows)
    assert {unit for _, _, unit, _ in rows} == {peers.UNIT}


def test_ratios_are_taken_against_the_fastest_of_each_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [("OpenSpiel a, C++", 10.0), ("OpenSpiel b, C++", 20.0), ("OpenSpiel c, Python", 4.0)]
    monkeypatch.setattr(
        bench, "figures_of", lambda module, what: [(name, value, "decisions/s", "") for name, value in found]
    )
    own = [
        ("random playouts, plain Python", 8.0, "decisions/s", ""),
        ("random playouts, compiled", 50.0, "decisions/s", ""),
    ]
    assert [value for _, value, unit, _ in bench.peer_figures(own) if unit == "times"] == [2.5, 2.0]


def test_a_process_that_fails_is_told_with_its_reason() -> None:
    (figure,) = bench.figures_of("game.no_such_module", "peers")
    assert figure[0].startswith("peers: ") and "no_such_module" in figure[0]
