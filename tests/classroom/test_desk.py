"""The teacher's desk: what is made of a folder of class files, whatever else lies in it."""

import csv
import io
import json
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.classroom.charts import Frame
from game.classroom.class_report import COLUMNS, calibration, class_csv, class_page, deals, paths, policies
from game.classroom.classfile import classfile, text, write
from game.classroom.desk import Desk, gather
from game.classroom.paper import INK
from game.classroom.questionnaire import changes, questionnaire, right_share
from game.content.pack import Pack
from game.engine import terms as T
from game.match import store
from game.match.arranged import Inject
from game.match.match import Match
from game.match.said import Answer, Forecast
from game.match.seats import Seat

from .test_classfile import table
from .test_debrief import Checker


@pytest.fixture(scope="module")
def match(pack: Pack) -> Match:
    return table(pack, "class")


@pytest.fixture
def folder(match: Match, tmp_path: Path) -> Path:
    """Two tables: one class file and one saved match of another deal."""
    there = tmp_path / "stick"
    (there / "back row").mkdir(parents=True)
    write(match, there / "one.json")
    store.save(table(match.pack, "other", "=Heron"), there / "back row" / "two.json")
    return there


# --- the desk ------------------------------------------------------------------------------------


def test_files_and_saved_matches_in_all_folders_are_one_class(folder: Path) -> None:
    desk = gather(folder)
    assert [handed.name for handed in desk.handed] == ["back row/two.json", "one.json"]
    assert desk.flags == []


def test_bad_files_are_flagged_and_stop_nothing(folder: Path) -> None:
    whole = (folder / "one.json").read_text("utf-8")
    (folder / "cut.json").write_text(whole[:300])
    (folder / "empty.json").write_text("")
    (folder / "list.json").write_text("[1]")
    (folder / "deep.json").write_text("[" * 5000)
    (folder / "copy.json").write_text(whole)
    (folder / "edited.json").write_text(whole.replace('"tension":', '"tension":1', 1))
    (folder / "._one.json").write_bytes(b"\x00\x05")  # what some systems leave beside a file
    (folder / "photo.jpg").write_bytes(b"\xff")
    desk = gather(folder)
    assert len(desk.handed) == 2
    assert {flag.name: flag.kind for flag in desk.flags} == {
        "cut.json": "unreadable",
        "empty.json": "unreadable",
        "list.json": "unreadable",
        "deep.json": "unreadable",
        "copy.json": "duplicate",
        "edited.json": "altered",
    }
    assert all(flag.words for flag in desk.flags)


def test_of_copies_the_one_that_says_most_counts(match: Match, folder: Path) -> None:
    more = match.branch(len(match.actions))
    more.seats, more.forecasts = match.seats, match.forecasts
    more.answers = [*match.answers, Answer(who="Otter", when="after", item="leak", option=3)]
    write(more, folder / "z later.json")
    desk = gather(folder)
    assert "z later.json" in {handed.name for handed in desk.handed}
    assert [(flag.name, flag.kind) for flag in desk.flags] == [("one.json", "duplicate")]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_stops_the_desk(match: Match, tmp_path: Path, data: st.DataObject) -> None:
    """Bytes that a stick lost, and fields of another type."""
    raw = bytearray(text(classfile(match)).encode())
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "bytes.json").write_bytes(bytes(raw))
    fields = json.loads(text(classfile(match)))
    field = data.draw(st.sampled_from(sorted(fields)))
    values = [None, -1, 10**30, "", "x" * 500, [], {}, True, 1.5, "\ud800", ["us"], fields["rounds"]]
    fields[field] = data.draw(st.sampled_from(values))
    (tmp_path / "fields.json").write_text(json.dumps(fields))
    desk = gather(tmp_path)
    assert len(desk.handed) + len(desk.flags) == 2
    assert class_page(desk) and class_csv(desk)


def test_an_empty_folder_makes_a_report_too(tmp_path: Path) -> None:
    desk = gather(tmp_path)
    assert "No file in this folder counts" in class_page(desk)
    assert class_csv(desk).splitlines() == [",".join(COLUMNS)]


def test_thirty_files_are_merged_in_five_seconds(match: Match, tmp_path: Path) -> None:
    """Thirty different matches: the first picks of the same one, so that the test need not play thirty."""
    for n in range(30):
        write(match.branch(len(match.actions) - n), tmp_path / f"{n}.json")
    start = time.process_time()
    desk = gather(tmp_path)
    page = class_page(desk)
    assert time.process_time() - start < 5
    assert len(desk.handed) == 30 and page.count("unfinished") >= 29


def test_what_a_teacher_chose_is_in_the_class_file_and_the_class_report(match: Match, tmp_path: Path) -> None:
    said = "The teacher chose the headline <b>Port fees</b>."
    chosen = match.branch(len(match.actions))
    chosen.seats = match.seats
    chosen.injects = [
        Inject(action=0, round=0, words="Set in advance: who moves first.", kind="set"),
        Inject(action=5, round=1, words=said),
        Inject(action=6, round=1, words="A card.", hidden="Ann draws Chips."),
        *[Inject(action=20, round=2, words="Time is up.", kind="time")] * 2,
    ]
    write(chosen, tmp_path / "one.json")
    desk = gather(tmp_path)
    assert desk.flags == [] and desk.handed[0].file.injects == chosen.injects
    told = class_page(desk).split('<h2 id="injects">')[1].split("<h2")[0]
    assert "headline &lt;b&gt;Port fees" in told and "Ann draws Chips." in told
    assert "Set in advance: who moves first." in told and "Set-up: Set" not in told
    assert "2 moves passed because their time was up." in told
    row = next(csv.DictReader(io.StringIO(class_csv(desk))))
    assert (row["injects"], row["time_outs"]) == ("2", "2")
    raw = (tmp_path / "one.json").read_text("utf-8").replace("Port fees", "Port gifts")
    (tmp_path / "one.json").write_text(raw, "utf-8")
    assert [flag.kind for flag in gather(tmp_path).flags] == ["altered"]


# --- what is made of it --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def desk(match: Match, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    there = tmp_path_factory.mktemp("stick")
    write(match, there / "one.json")
    other = table(match.pack, "other", "=Heron")
    write(other, there / "two.json")
    # the same deal as the first table, played otherwise
    third = match.branch(40)
    third.seats = (Seat(name="<i>Lynx</i>"), Seat())
    write(third, there / "three.json")
    return gather(there)


def test_the_table_has_a_row_for_every_person_with_documented_columns(desk: Desk) -> None:
    rows = list(csv.DictReader(io.StringIO(class_csv(desk))))
    assert list(rows[0]) == list(COLUMNS)
    first = [row for row in rows if row["file"] == "one.json"]
    assert [row["person"] for row in first] == ["Falcon", "computer, clerk", "Otter"]
    assert {first[0]["result"], first[1]["result"]} in ({"won", "lost"}, {"draw"}, {"both lost"})
    assert first[2]["side"] == first[2]["result"] == ""
    assert first[0]["right_before"] == "0.000" and first[0]["right_after"] == "1.000"
    assert float(first[0]["brier"]) == pytest.approx(desk.handed[0].file.forecasts[0].score / 1000)


def test_a_team_without_a_name_is_called_what_the_screen_calls_its_side(match: Match, tmp_path: Path) -> None:
    unnamed = match.branch(len(match.actions))
    unnamed.seats = (Seat(), Seat())
    unnamed.foretell(Forecast(who="China", round=1, about="tension", direction="up", confidence=80))
    write(unnamed, tmp_path / "one.json")
    desk = gather(tmp_path)
    assert desk.handed[0].players() == ("United States", "China")
    assert [(person.name, person.side, len(person.forecasts)) for person in desk.people()] == [
        ("United States", T.US, 0),
        ("China", T.CHINA, 1),  # who forecast under that name is nobody else
    ]
    assert "person" not in class_csv(desk).partition("\n")[2] and ">person<" not in class_page(desk)


def test_a_nickname_is_never_a_formula_and_never_markup(desk: Desk) -> None:
    assert ",'=Heron," in class_csv(desk)
    page = class_page(desk)
    assert "&lt;i&gt;Lynx" in page and "<i>Lynx" not in page


def test_tables_of_one_deal_stand_together_the_best_for_the_first_side_first(desk: Desk) -> None:
    found = deals(desk)
    assert list(found) == ["sprint · 3 rounds · class"]
    tracks = [handed.file.rounds[-1].track for handed in found["sprint · 3 rounds · class"]]
    assert len(tracks) == 2 and tracks == sorted(tracks, reverse=True)


def test_policies_count_tables_and_times(desk: Desk) -> None:
    used = [
        (policy.title, policy.side, handed.name) for handed in desk.handed for policy in handed.file.policies
    ]
    found = policies(desk)
    assert sum(policy.times for policy in found) == len(used)
    assert sum(policy.tables for policy in found) == len(set(used))
    assert all(policy.won <= policy.tables <= len(desk.handed) for policy in found)


def test_calibration_compares_confidence_with_what_came(match: Match) -> None:
    kept = classfile(match).forecasts[0]
    right = kept.model_copy(update={"came": kept.direction, "confidence": 95})
    wrong = right.model_copy(update={"came": "down" if kept.direction == "up" else "up"})
    assert calibration([right, wrong, right.model_copy(update={"confidence": 40})]) == [
        ("34 to 49 %", 1, 1.0),
        ("90 to 100 %", 2, 0.5),
    ]


def test_the_page_is_whole_and_asks_nothing_of_a_network(desk: Desk) -> None:
    page = class_page(desk)
    checker = Checker()
    checker.feed(page)
    assert checker.open == []
    tags = [tag for tag, _ in checker.seen]
    assert tags.count("svg") == 3 and not {"script", "img", "link", "iframe"} & set(tags)
    for _, attributes in checker.seen:
        assert not (attributes.get("href") or "#").startswith("http") and "src" not in attributes


def _ended(decoupling: list[int]) -> Any:
    rounds = [SimpleNamespace(decoupling=n, tension=n, track=n) for n in decoupling]
    return SimpleNamespace(file=SimpleNamespace(rounds=rounds, shorts=("US", "CN")))


def test_the_middle_of_what_never_falls_does_not_fall_when_tables_end() -> None:
    desk: Any = SimpleNamespace(handed=[_ended([0, 1, 2]), _ended([0, 1, 3]), _ended([0, 0, 0, 0, 1])])
    assert paths(desk, "decoupling").middle == (0, 1, 2, 2, 2)
    assert [words for _, words in paths(desk, "track").axes.ticks] == ["CN +5", "level", "US +5"]


def test_what_the_middle_counts_of_a_table_that_is_over_is_drawn() -> None:
    """Its line runs on, dotted, to the end."""
    desk: Any = SimpleNamespace(handed=[_ended([0, 1, 2]), _ended([0, 0, 0, 0, 1])])
    drawn = paths(desk, "decoupling").draw(Frame(600, 400, left=20, top=10, right=40, bottom=30), INK).body
    assert drawn.count("stroke-dasharray") == 1


# --- the questionnaire ---------------------------------------------------------------------------


def test_items_that_test_have_a_right_answer_with_its_reason_and_source() -> None:
    items = questionnaire().items
    assert 6 <= len(items) <= 10 and len({item.id for item in items}) == len(items)
    for item in items:
        if item.right is not None:
            assert 1 <= item.right <= len(item.options) and item.why and item.source, item.id


def test_right_answers_do_not_all_stand_in_one_place() -> None:
    places = [item.right for item in questionnaire().items if item.right is not None]
    assert max(places.count(place) for place in places) <= len(places) / 2


def test_before_and_after_are_counted_by_option() -> None:
    item = next(item for item in questionnaire().items if item.id == "who-pays")
    answers = [
        Answer.model_validate({"who": who, "when": when, "item": item.id, "option": option})
        for who, when, option in (("A", "before", 1), ("B", "before", 2), ("A", "after", 2))
    ]
    (change,) = changes([*answers, answers[0].model_copy(update={"item": "not in the list"})])
    assert change.before[:2] == (1, 1) and change.after[:2] == (0, 1)
    assert (change.share(change.before), change.share(change.after)) == (0.5, 1.0)
    assert (right_share(answers[:1], "before"), right_share(answers[:1], "after")) == (0.0, None)
