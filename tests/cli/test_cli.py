"""The command line as a person types it: what it prints, and what it says to bad input."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.classroom.draft import Draft
from game.cli.app import app
from game.cli.terminal import Terminal
from game.content.authoring import write_zip
from game.content.compile import find_scenario, load_base
from game.content.load import base_pack
from game.content.pack import Luck, Pack
from game.engine import terms as T
from game.lab.arena import given
from game.lab.series import SeriesError, play_series
from game.match import store
from game.match.arranged import Inject
from game.match.match import Match
from game.match.seats import Seat
from game.players.decider import Decider

ROOT = Path(__file__).parent.parent.parent
cli = CliRunner()


def run(*arguments: str, answer: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "game", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=dict(os.environ), input=answer
    )


def said(*arguments: str, answer: str = "") -> tuple[int, str, str]:
    result = cli.invoke(app, list(arguments), input=answer)
    return result.exit_code, result.stdout, result.stderr


def test_help_is_there_for_everything() -> None:
    code, text, _ = said("--help")
    assert code == 0
    for command in (
        "play",
        "simulate",
        "balance",
        "replay",
        "perft",
        "validate",
        "schema",
        "bench",
        "explain",
        "report",
        "whatif",
        "desk",
        "print",
        "bell",
    ):
        assert command in text
        assert said(command, "--help")[0] == 0


def test_simulate_prints_one_json_object() -> None:
    code, text, _ = said(
        "simulate", "--scenario", "sprint", "--us", "random", "--china", "random", "--games", "20", "--json"
    )
    figures = json.loads(text)
    assert code == 0 and figures["games"] == 20
    assert (
        0 <= figures["us_wins"]["low"] <= figures["us_wins"]["percent"] <= figures["us_wins"]["high"] <= 100
    )


def test_simulate_gives_the_same_figures_with_more_workers() -> None:
    arguments = (
        "simulate",
        "--scenario",
        "sprint",
        "--us",
        "random",
        "--china",
        "random",
        "--games",
        "12",
        "--json",
    )
    assert json.loads(run(*arguments).stdout) == json.loads(run(*arguments, "--workers", "2").stdout)


def test_balance_writes_a_page_and_goes_on_from_kept_games(tmp_path: Path) -> None:
    html, kept = tmp_path / "new" / "report.html", tmp_path / "games"
    arguments = ("--scenario", "first-moves", "--level", "greedy", "--single", "0", "--keep", str(kept))
    code, text, _ = said("balance", *arguments, "--games", "3", "--html", str(html))
    assert code == 0 and "starter effect" in text and str(html) in text.replace("\n", "")
    assert html.read_text("utf-8").startswith("<!doctype html>")
    code, text, _ = said("balance", *arguments, "--games", "4", "--json")
    assert code == 0 and json.loads(text)["scenarios"][0]["games"] == 4
    (file,) = kept.iterdir()
    assert len(file.read_text("utf-8").splitlines()) == 5
    file.write_text("hello\n", "utf-8")
    code, _, error = said("balance", *arguments, "--games", "4")
    assert code == 2 and "no file of games" in error
    code, _, error = said("balance", *arguments, "--html", str(file / "report.html"))
    assert code == 2 and "Traceback" not in error


@pytest.fixture
def own_pack(request: pytest.FixtureRequest) -> Path:
    """The folder of a player's pack with one scenario of the same id: one round, and China begins."""
    draft = Draft.of(load_base(), find_scenario(load_base(), "sprint"))
    draft.rename("Own " + re.sub("[^a-z]+", " ", request.node.name)[-20:])
    draft.data["rounds"] = 1
    draft.data["luck"]["starter"] = "china"
    return draft.save(False)


def test_balance_and_simulate_take_a_scenario_of_a_pack_by_name_folder_and_zip(own_pack: Path, tmp_path: Path) -> None:
    name, zipped = own_pack.name, tmp_path / "zipped.zip"
    files = own_pack.rglob("*.json")
    write_zip(zipped, {file.relative_to(own_pack).as_posix(): file.read_text("utf-8") for file in files})
    wanted = [f"{name}/{name}", f"{zipped}/{name}", "sprint"]
    options = [part for one in wanted for part in ("--scenario", one)]
    fast = ("--level", "greedy", "--single", "0", "--games", "2", "--json", "--keep", str(tmp_path / "kept"))
    code, text, err = said("balance", *options, *fast, "--html", str(tmp_path / "b.html"))
    assert code == 0, err
    told = json.loads(text)["scenarios"]
    assert [(one["scenario"], one["rounds"]) for one in told] == list(zip(wanted, (1, 1, 3), strict=True))
    assert len(list((tmp_path / "kept").iterdir())) == 3
    code, text, err = said("balance", "--scenario", f"{own_pack}/all", *fast)
    assert code == 0 and [one["title"] for one in json.loads(text)["scenarios"]] == [told[0]["title"]], err
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "pack.json").write_text((own_pack / "pack.json").read_text("utf-8").replace(name, "bare"), "utf-8")
    code, _, err = said("balance", "--scenario", "sprint", "--scenario", f"{bare}/all", *fast)
    assert code == 2 and f'{bare}/all": this pack adds no scenario' in err.replace("\n", "")
    code, text, err = said("simulate", "--scenario", f"{own_pack}/{name}", "--games", "2", "--json")
    assert code == 0 and json.loads(text)["games"] == 2, err


def test_the_lab_plays_a_scenario_of_a_pack_with_its_luck(own_pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "games.jsonl"
    options = ("--scenario", f"{own_pack}/{own_pack.name}", "--us", "random", "--china", "random", "--games", "6")
    assert said("export", str(out), *options)[0] == 0
    head, *games = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert head["pack"] == own_pack.name and {game["picks"][0] for game in games} == {"coin china"}


def test_kept_games_of_a_pack_that_was_changed_since_are_not_added_to(own_pack: Path, tmp_path: Path) -> None:
    kept, name = tmp_path / "kept.jsonl", f"{own_pack}/{own_pack.name}"
    first = play_series(name, ("random", "random"), 1, "a", kept=kept)
    assert play_series(name, ("random", "random"), 1, "a", kept=kept) == first
    file = next(file for file in own_pack.glob("**/*.json") if "rounds" in file.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace('"rounds": 1', '"rounds": 2'), "utf-8")
    given.cache_clear()
    with pytest.raises(SeriesError, match="another series"):
        play_series(name, ("random", "random"), 2, "a", kept=kept)


def test_a_scenario_of_a_pack_that_can_not_be_played_gets_one_message(own_pack: Path) -> None:
    name = own_pack.name
    for scenario, says in (
        (f"{name}/sprnt", 'did you mean "sprint"'),
        (f"{name[:-1]}/{name}", f'did you mean "{name}"'),
        (f"nowhere/at/all/{name}", "name its folder"),
        (f"/{name}", 'no pack ""'),
        (f"{Path(__file__).parent}/{name}", "holds no pack"),
    ):
        for command in (("balance", "--level", "greedy", "--single", "0"), ("simulate",), ("export", "x.jsonl")):
            code, out, err = said(*command, "--games", "1", "--scenario", scenario)
            assert code == 2 and says in err and "Traceback" not in out + err, (scenario, err)
    code, _, err = said("simulate", "--scenario", f"{name}/{name}", "--cluster", "dask://here:1")
    assert code == 2 and "leave --cluster out" in err
    file = next(file for file in own_pack.glob("**/*.json") if "rounds" in file.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace('"rounds": 1', '"rounds": 99'), "utf-8")
    code, _, err = said("simulate", "--scenario", f"{own_pack}/{name}")
    assert code == 2 and "rounds: must be at most 12" in err


def test_explain_reads_its_own_template_and_runs_a_market_phase(tmp_path: Path) -> None:
    file = tmp_path / "position.json"
    file.write_text(said("explain", "--template")[1])
    code, text, _ = said("explain", str(file), "--market", "--json")
    told = json.loads(text)
    assert code == 0
    assert told["sides"]["us"]["output"]["defence"]["value"] == 9
    assert told["sides"]["china"]["supply"]["chips"]["offers"][0]["supplier"] == "Taiwan"
    start = json.loads(file.read_text())["tension"]
    assert told["market"]["position"]["tension"] == start - 1


def test_a_match_in_the_terminal_can_be_left_resumed_and_replayed(tmp_path: Path) -> None:
    done = run("play", "--text", "--scenario", "sprint", "--seed", "t", answer="1\n" * 12 + "q\n")
    assert done.returncode == 0 and "saved" in done.stdout, done.stderr
    save = next(Path(os.environ["CHOKEPOINT_SAVES"]).glob("*.json"))
    done = run("play", "--text", "--load", str(save), answer="1\n" * 400)
    assert done.returncode == 0 and "by " in done.stdout, done.stderr
    done = run("replay", str(save), "--json")
    told = json.loads(done.stdout)
    assert told["ending"] != "running" and told["log"]
    assert len(json.loads(run("replay", str(save), "--to", "20", "--json").stdout)["actions"]) == 20


@pytest.mark.parametrize(("level", "is_quick"), [("minister", True), ("clerk", False)])
def test_a_computer_that_searches_thinks_in_the_compiled_core_when_it_is_ready(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, level: str, is_quick: bool
) -> None:
    quickened: list[bool] = []
    monkeypatch.setattr(Decider, "quicken", lambda decider: quickened.append(True))
    monkeypatch.setattr("game.cli.terminal.SECONDS", 0.0)  # the first idea will do
    match = Match(pack, "sprint", (Seat.model_validate({"level": level}), Seat()), "quick")
    terminal = Terminal(match, tmp_path / "match.json")
    while match.mover != T.US:
        match.run_nature()
        if match.mover == T.CHINA:
            match.submit(match.legal()[0])
    before = len(match.actions)
    terminal._step()
    assert len(match.actions) > before and bool(quickened) is is_quick


def test_what_was_set_in_advance_is_told_in_the_terminal_and_what_exactly_at_the_end(
    pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sprint = find_scenario(pack, "sprint")
    hand = sprint.decks["china"][:1]
    quick = sprint.model_copy(update={"rounds": 1, "luck": Luck(starter="us", hands={"china": hand})})
    match = Match(pack.model_copy(update={"scenarios": [quick]}), "sprint", (Seat(), Seat(level="random")), "x")
    title = match.book.cards[match.book.card_number[T.CHINA, hand[0]]].title
    answers = iter(["l", "pass", *["1"] * 300])
    monkeypatch.setattr("builtins.input", lambda _="": next(answers))
    terminal = Terminal(match, tmp_path / "m.json")
    match.run_nature()
    terminal._hand_over(T.US)
    terminal._tell()
    before = capsys.readouterr().out
    assert before.count("R0 Set in advance: the first cards of China (1).") == 1 and title not in before
    assert "R0 Set in advance: who moves first." in before
    terminal.run()
    after = capsys.readouterr().out.partition("Now that all lies open:")[2]
    assert f"Set in advance, the first cards of China (1): {title}." in after


def test_a_saved_vote_and_a_card_a_teacher_chose_are_told_in_the_terminal(
    pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    match = Match(pack, "sprint", (Seat(), Seat(level="random")), "x")
    match.run_nature()
    match.submit(match.legal()[0])
    made = len(match.actions)
    match.injects = [
        Inject(action=made, round=1, words="United States voted.", kind="voted"),
        Inject(action=made, round=1, words="A lot to come.", kind="chosen"),
        Inject(action=1, round=0, words="A card.", hidden="Which card.", kind="chosen"),
    ]
    Terminal(match, tmp_path / "m.json")._tell()
    out = capsys.readouterr().out
    assert "United States voted." in out and "A card." in out
    assert "A lot to come." not in out and "Which card." not in out


def test_hidden_hands_are_respected_in_the_terminal() -> None:
    """With two people the screen is cleared and the next one is asked to take over before anything is shown."""
    done = run("play", "--text", "--china", "person", "--seed", "two", answer="\n1\n\n1\nq\n")
    assert "the other side looks away" in done.stdout and "\033[2J" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("simulate", "--scenario", "tech-wra"), 'did you mean "tech-war"'),
        (("simulate", "--us", "deepthought"), 'no player "deepthought"'),
        (("simulate", "--us", "adviser:only-luck"), "only-controls"),
        (("balance", "--scenario", "tech-wra"), 'did you mean "tech-war"'),
        (("balance", "--level", "deepthought"), 'no player "deepthought"'),
        (("balance", "--level", "clerk"), "add --single 0"),
        (("balance", "--cluster", "mars://x", "--games", "1"), "names no cluster"),
        (("replay", "missing.json"), "missing.json"),
        (("report", "missing.json"), "missing.json"),
        (("report", "missing.json", "--out", "a.doc"), ".html, .csv, .gift"),
        (("perft", "moon"), 'no position "moon"'),
        (("explain",), "--template"),
        (("explain", "missing.json"), "missing.json"),
        (("play", "--text", "--us", "nobody"), 'no player "nobody"'),
        (("play", "--text", "--load", "missing.json"), "missing.json"),
    ],
)
def test_bad_input_gets_one_message_and_exit_code_2(arguments: tuple[str, ...], says: str) -> None:
    code, out, err = said(*arguments)
    assert code == 2 and says in err and "Traceback" not in out + err


def test_a_cut_off_save_and_a_wrong_position_are_told_with_their_place(tmp_path: Path) -> None:
    save = tmp_path / "cut.json"
    save.write_text('{"format": 1, "actions": [')
    code, _, err = said("replay", str(save))
    assert code == 2 and "cut.json" in err and "line 1" in err
    position = tmp_path / "position.json"
    position.write_text('{"capability": {"us": {"chps": 3}}, "tension": 44}')
    code, _, err = said("explain", str(position))
    assert code == 2 and 'did you mean "chips"' in err and "0 to 10" in err


def test_a_folder_that_can_not_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("CHOKEPOINT_SAVES", str(blocked / "saves"))
    code, _, err = said("play", "--text", "--seed", "x", answer="1\n")
    assert code == 2 and "saves" in err and "Traceback" not in err


def test_validate_is_content_with_the_base_pack_and_names_what_is_wrong(tmp_path: Path) -> None:
    assert said("validate", str(base_pack()))[0] == 0
    (tmp_path / "pack.json").write_text('{"pack": {"id": "mine", "title": "Mine"}}')
    code, text, _ = said("validate", str(tmp_path))
    assert code == 1 and "version" in text
    assert said("validate", str(tmp_path / "nowhere"))[0] == 2  # the command line is at fault, no pack


def test_schema_is_json() -> None:
    assert json.loads(said("schema")[1])["anyOf"]


def test_the_log_of_a_saved_match_is_written_to_a_file(pack: Pack, tmp_path: Path) -> None:
    match = Match(pack, "sprint", (Seat(), Seat()), "export")
    match.run_nature()
    saved = tmp_path / "match.json"
    store.save(match, saved)
    for name, start in (("log.md", "# Sprint"), ("log.TXT", "Sprint: "), ("log.json", "{")):
        code, text, _ = said("replay", str(saved), "--export", str(tmp_path / name))
        assert code == 0 and "Round 1." in text
        assert (tmp_path / name).read_text("utf-8").startswith(start)
    code, _, error = said("replay", str(saved), "--export", str(tmp_path / "log.doc"))
    assert code == 2 and ".txt, .md, .json" in error
    code, _, error = said("replay", str(saved), "--export", str(saved / "log.md"))
    assert code == 2 and "match.json" in error


def test_the_last_vote_of_a_saved_match_is_replayed(pack: Pack, tmp_path: Path) -> None:
    match = Match(pack, "sprint", (Seat(), Seat()), "vote")
    match.run_nature()
    match.submit(match.legal()[0])
    made = len(match.actions)
    match.injects = [
        Inject(action=made, round=1, words="China voted.", kind="voted"),
        Inject(action=made, round=1, words="A lot to come.", kind="chosen"),
    ]
    saved = tmp_path / "match.json"
    store.save(match, saved)
    assert said("replay", str(saved))[1].count("China voted.") == 1
    assert "China voted." not in said("replay", str(saved), "--to", str(made - 1))[1]
    assert "A lot to come." not in said("replay", str(saved))[1]


def test_a_saved_match_is_debriefed_as_page_table_and_quiz(pack: Pack, tmp_path: Path) -> None:
    match = Match(pack, "sprint", (Seat(), Seat()), "report")
    match.run_nature()
    while match.state.shared[T.ROUND] < 2:
        match.run_nature() if match.mover == T.NATURE else match.submit(match.legal()[0])
    saved = tmp_path / "match.json"
    store.save(match, saved)
    outs = [tmp_path / name for name in ("new/a.html", "a.csv", "a.GIFT")]
    code, text, _ = said("report", str(saved), *[part for out in outs for part in ("--out", str(out))])
    assert code == 0 and "Turning point, round 1" in text
    starts = ("<!doctype html>", "match,move,round", "::")
    assert all(out.read_text("utf-8").startswith(start) for out, start in zip(outs, starts, strict=True))
    code, text, _ = said("report", str(saved), "--json")
    assert code == 0 and len(json.loads(text)["turning_points"]) >= 1
    code, _, error = said("report", str(saved), "--out", str(saved / "a.html"))
    assert code == 2 and "match.json" in error


def test_cards_go_to_a_spreadsheet_and_back(tmp_path: Path) -> None:
    folder, sheet = tmp_path / "mine", tmp_path / "cards.csv"
    folder.mkdir()
    info = {"id": "mine", "title": "Mine", "version": "1", "builds_on": "base"}
    (folder / "pack.json").write_text(json.dumps({"pack": info}))
    assert said("packs", "export-cards", "base", str(sheet))[0] == 0
    assert sheet.read_bytes().startswith(b"\xef\xbb\xbfid,file,title")
    code, out, _ = said("packs", "import-cards", str(folder), str(sheet))
    assert code == 0 and " new, 0 changed, 0 as they were." in out
    lines = sheet.read_text("utf-8-sig").splitlines(keepends=True)
    sheet.write_text("".join(lines[:-1]), "utf-8-sig")
    last = lines[-1].split(",")[0].lstrip("'")
    code, out, _ = said("packs", "import-cards", str(folder), str(sheet))
    assert code == 0 and f"Not in the table, and kept: {last}. With --remove" in out
    code, out, _ = said("packs", "import-cards", str(folder), str(sheet), "--remove")
    assert code == 0 and f"1 card removed: {last}." in out
    code, _, error = said("packs", "import-cards", "base", str(sheet))
    assert code == 2 and "builds_on" in error
    code, _, error = said("packs", "export-cards", "bsae", str(sheet))
    assert code == 2 and 'did you mean "base"?' in error
