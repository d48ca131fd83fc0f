"""Class files: what a table hands in says what was played, and whoever alters it is found out."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from game.classroom.bell import shortened
from game.classroom.classfile import (
    FORMAT,
    ClassFile,
    ClassFileError,
    class_path,
    classfile,
    read_classfile,
    replayed,
    text,
    write,
)
from game.classroom.desk import gather
from game.content.pack import Pack
from game.engine import terms as T
from game.match.arranged import Inject
from game.match.match import Match
from game.match.said import Answer, Forecast
from game.match.seats import Seat

from .test_debrief import played


def table(pack: Pack, seed: str, name: str = "Falcon", most: int = 400) -> Match:
    match = played(pack, "sprint", seed, most)
    match.seats = (Seat(name=name), Seat(level="clerk"))
    match.foretell(Forecast(who=name, round=1, about="tension", direction="up", confidence=80))
    match.foretell(Forecast(who="Otter", round=2, about="track", direction="same", confidence=60))
    for when, option in (("before", 1), ("after", 2)):
        answer = {"who": name, "when": when, "item": "who-pays", "option": option}
        match.answers.append(Answer.model_validate(answer))
    return match


@pytest.fixture(scope="module")
def match(pack: Pack) -> Match:
    return table(pack, "class")


def test_a_class_file_is_small_and_comes_back_as_it_was(match: Match, tmp_path: Path) -> None:
    write(match, tmp_path / "t.json")
    assert (tmp_path / "t.json").stat().st_size < 20_000
    again = read_classfile(json.loads((tmp_path / "t.json").read_text("utf-8")), "t.json")
    assert again == classfile(match) and again.is_whole


@pytest.mark.skipif(os.name != "posix", reason="rights of files as POSIX has them")
def test_what_is_handed_on_can_be_read_by_others(match: Match, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write(match, tmp_path / "t.json")
    finally:
        os.umask(before)
    assert (tmp_path / "t.json").stat().st_mode & 0o777 == 0o644
    assert [file.name for file in tmp_path.iterdir()] == ["t.json"]


def test_it_tells_the_match_by_rounds(match: Match) -> None:
    file, shared = classfile(match), match.state.shared
    assert [moment.round for moment in file.rounds] == list(range(len(file.rounds)))
    last = file.rounds[-1]
    now = (shared[T.TRACK], shared[T.TENSION], shared[T.DECOUPLING])
    assert (last.track, last.tension, last.decoupling) == now
    assert file.result is not None
    told = {T.US: "us", T.CHINA: "china"}.get(shared[T.WINNER])
    assert file.result.winner == told and file.policies


def test_a_match_that_is_still_going_on_has_no_result(pack: Pack) -> None:
    file = classfile(table(pack, "open", most=30))
    assert file.result is None and file.is_whole


def test_equal_matches_have_equal_digests_whoever_played_them(match: Match, pack: Pack) -> None:
    assert classfile(match).match == classfile(table(pack, "class", "Somebody else")).match
    assert classfile(match).match != classfile(table(pack, "other")).match


@pytest.mark.parametrize("field", ["seed", "rounds", "forecasts", "seats", "result"])
def test_whoever_edits_a_field_is_found_out(match: Match, field: str) -> None:
    data = json.loads(text(classfile(match)))
    data[field] = {
        "seed": "x",
        "rounds": data["rounds"][:-1],
        "forecasts": [],
        "seats": data["seats"][::-1],
        "result": None,
    }[field]
    assert not read_classfile(data, "t.json").is_whole


def test_numbers_that_do_not_follow_from_the_moves_are_found_out_even_with_a_new_digest(
    match: Match,
) -> None:
    file = classfile(match)
    assert replayed(file, match.pack) == file
    better = file.rounds[-1].model_copy(update={"track": 9})
    for changed in (
        {"rounds": [*file.rounds[:-1], better]},
        {"actions": file.actions[:-1]},
        {"actions": ["pass", *file.actions]},
        {"forecasts": [file.forecasts[0].model_copy(update={"score": 0, "confidence": 100})]},
    ):
        assert replayed(file.model_copy(update=changed), match.pack) is None, list(changed)


def test_a_match_that_was_cut_to_fit_the_bell_is_played_again_too(pack: Pack) -> None:
    file = classfile(played(shortened(pack, "tech-war", 2), "tech-war", "cut", 400))
    assert file.length == 2 and replayed(file, pack) == file
    last = file.rounds[-1].model_copy(update={"tension": 0, "decoupling": 9})
    assert replayed(file.model_copy(update={"rounds": [*file.rounds[:-1], last]}), pack) is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "another"}, "not a class file"),
        ({"format": 99, "version": "9.0"}, r"newer version of the game \(9.0"),
        ({"rounds": "many"}, "rounds: must be a list"),
        ({"nickname": "x"}, "nickname: is not a field"),
        ({"rounds": [{"round": 1}]}, "rounds.0.track: is missing"),
    ],
)
def test_bad_files_get_a_message_with_the_place(match: Match, change: dict[str, object], says: str) -> None:
    with pytest.raises(ClassFileError, match=says):
        read_classfile(json.loads(text(classfile(match))) | change, "t.json")


def test_two_matches_never_share_a_file(match: Match, pack: Pack) -> None:
    assert class_path(match) != class_path(table(pack, "other"))
    assert class_path(match).parent.name == "class"


def test_every_field_of_a_class_file_is_open_after_a_match() -> None:
    """Nicknames only: nothing of a machine, an account or a date."""
    assert not {"date", "saved", "machine", "user", "mail"} & set(ClassFile.model_fields)


# --- other formats -------------------------------------------------------------------------------


def test_a_class_file_of_the_format_before_injects_counts(match: Match, tmp_path: Path) -> None:
    """The check of an old file says nothing of injects."""
    old = classfile(match).model_copy(update={"format": 1, "injects": [], "sides": None, "check": ""})
    data = old.model_dump(mode="json", exclude={"injects", "sides", "check"})
    packed = json.dumps(data, sort_keys=True, ensure_ascii=True)
    data["check"] = sha256(packed.encode()).hexdigest()[:24]
    (tmp_path / "old.json").write_text(json.dumps(data))
    assert [handed.name for handed in gather(tmp_path).handed] == ["old.json"]
    data["injects"] = [Inject(action=1, round=1, words="A headline was chosen.").model_dump(mode="json")]
    (tmp_path / "old.json").write_text(json.dumps(data))
    assert [flag.kind for flag in gather(tmp_path).flags] == ["altered"]


def test_a_class_file_of_the_format_before_luck_in_advance_counts(match: Match, tmp_path: Path) -> None:
    injects = [Inject(action=5, round=1, words="A headline.")]
    old = classfile(match).model_copy(update={"format": 2, "injects": injects, "sides": None, "check": ""})
    data = old.model_dump(mode="json", exclude={"sides", "check"})
    data["check"] = sha256(json.dumps(data, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:24]
    (tmp_path / "old.json").write_text(json.dumps(data))
    desk = gather(tmp_path)
    assert desk.flags == [] and [len(handed.file.injects) for handed in desk.handed] == [1]


def test_a_class_file_of_a_newer_format_is_refused_by_its_number(match: Match, tmp_path: Path) -> None:
    assert classfile(match).format == FORMAT == 3  # a game that knows 2 refuses it for that
    (tmp_path / "new.json").write_text(json.dumps(json.loads(text(classfile(match))) | {"format": 4, "more": 1}))
    (flag,) = gather(tmp_path).flags
    assert flag.kind == "unreadable" and "format 4;" in flag.words and "format 3)" in flag.words
