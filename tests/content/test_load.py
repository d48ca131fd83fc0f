"""Packs are found, read with care, merged, and travel inside other files."""

import json
import os
import sys

import pytest

from game.content.compile import rulebook
from game.content.files import DEEPEST, MOST_BYTES_FILE, MOST_FILES, pack_files, read_json
from game.content.load import (
    base_pack,
    find_packs,
    load_pack,
    pack_digest,
    pack_from_data,
    pack_to_data,
    read_pack,
)
from game.content.problem import ContentError


def only_problem(tmp_path, text, name="bad.json"):
    file = tmp_path / name
    if isinstance(text, bytes):
        file.write_bytes(text)
    else:
        file.write_text(text, "utf-8")
    data, problems = read_json(file, name)
    assert data is None
    assert len(problems) == 1
    return problems[0]


# --- one file ------------------------------------------------------------------------------------


def test_a_cut_off_file_is_told_with_line_and_column(tmp_path):
    problem = only_problem(tmp_path, '{\n  "cards": [\n    {"id": "a"')
    assert problem.path == "line 3, column 15"
    assert "stops before its end" in problem.message


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ('{"a": 1,}', f"line 1, column {9 if sys.version_info < (3, 13) else 8}", "comma too many"),
        ('{"a": "b\nc"}', "line 1, column 9", "not closed in its line"),
        ('{"a" 1}', "line 1, column 6", "not JSON from here"),
        ("", "line 1, column 1", "is empty"),
        ('{"a": 1, "a": 2}', "", '"a" stands twice'),
        ('{"a": NaN}', "", "NaN"),
        ('{"a": ' + "9" * 5000 + "}", "", "far too long"),
        ("[" * 100_000, "", "nested more than"),
        (b'{"a": "\xff"}', "", "byte 7"),
    ],
)
def test_what_is_no_json_says_why_and_where(tmp_path, text, path, words):
    problem = only_problem(tmp_path, text)
    assert problem.path == path
    assert words in problem.message


def test_nesting_has_a_bound_and_what_is_below_it_is_read(tmp_path):
    def nested(depth):
        file = tmp_path / "deep.json"
        file.write_text("[" * depth + "]" * depth)
        return read_json(file)

    assert nested(DEEPEST)[1] == []
    assert "nested more than" in nested(DEEPEST + 2)[1][0].message


def test_a_file_of_more_than_two_megabytes_is_refused(tmp_path):
    problem = only_problem(tmp_path, '"' + "x" * MOST_BYTES_FILE + '"')
    assert "larger than 2 MB" in problem.message


def test_a_byte_order_mark_is_read_over(tmp_path):
    (tmp_path / "bom.json").write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert read_json(tmp_path / "bom.json") == ({"a": 1}, [])


def test_folders_and_missing_files_are_no_files(tmp_path):
    assert "is not a file" in read_json(tmp_path)[1][0].message
    assert "does not exist" in read_json(tmp_path / "none.json")[1][0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    assert "is not a file" in read_json(tmp_path / "pipe.json")[1][0].message
    files, problems = pack_files(tmp_path)
    assert files == []
    assert "a link or a device" in problems[0].message


# --- a folder ------------------------------------------------------------------------------------


def test_links_are_refused(tmp_path, written, tiny):
    secret = tmp_path / "secret.json"
    secret.write_text("{}")
    folder = written(tiny)
    try:
        (folder / "linked.json").symlink_to(secret)
        (folder / "elsewhere").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links can't be made here")
    files, problems = pack_files(folder)
    assert files == [folder / name for name in sorted(tiny)]
    assert ["a link or a device" in p.message for p in problems] == [True]


def test_a_name_with_control_characters_is_refused(written, tiny):
    try:
        folder = written(tiny | {"\x1b[31mred.json": {"cards": []}})
    except OSError:
        pytest.skip("such names can't be made here")
    files, problems = pack_files(folder)
    assert files == [folder / name for name in sorted(tiny)]
    assert str(problems[0]).isprintable()


def test_hidden_files_and_files_of_other_kinds_are_read_over(written, tiny):
    folder = written(tiny | {".hidden.json": "{", "notes.txt": "hello", "._cards.json": "{"})
    assert pack_files(folder)[0] == [folder / name for name in sorted(tiny)]


def test_a_folder_of_too_many_files_is_no_pack(tmp_path):
    for n in range(MOST_FILES + 1):
        (tmp_path / f"{n}.json").touch()
    files, problems = pack_files(tmp_path)
    assert files == []
    assert f"more than {MOST_FILES}" in problems[0].message


def test_a_folder_of_too_many_bytes_is_no_pack(tmp_path):
    for n in range(11):
        with (tmp_path / f"{n}.json").open("wb") as file:
            file.truncate(MOST_BYTES_FILE)
    assert "larger than 20 MB" in pack_files(tmp_path)[1][0].message


def test_folders_too_deep_are_not_followed(tmp_path):
    (tmp_path / "a/b/c/d/e/f/g/h").mkdir(parents=True)
    assert "deep" in pack_files(tmp_path)[1][0].message


def test_an_empty_folder_holds_no_pack(tmp_path):
    pack, problems = read_pack(tmp_path)
    assert pack is None
    assert "holds no pack" in problems[0].message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "exactly one of"),
        ({"cards": [], "blocs": []}, "exactly one of"),
        ({"card": []}, 'did you mean "cards"?'),
        ({"cards": {}}, "must be a list"),
        ({"scenario": []}, "must be an object"),
        ({"pack": {"id": "other", "title": "Other", "version": "1"}}, 'more than one "pack"'),
    ],
)
def test_a_file_holds_one_known_thing(tiny, problems_of, data, words):
    told = [f"{p.message} {p.suggestion}" for p in problems_of(tiny | {"more.json": data})]
    assert any(words in text for text in told), told


def test_an_unreadable_file_does_not_make_its_parts_unknown(tiny, problems_of):
    problems = problems_of(tiny | {"cards/all.json": '{"cards": ['})
    assert [p.severity for p in problems] == ["error", "hint"]
    assert problems[0].file.endswith("all.json")


# --- several packs -------------------------------------------------------------------------------


def test_a_later_pack_adds_and_replaces_by_id_and_says_so(tiny, written):
    storm = tiny["headlines.json"]["headlines"][0] | {"title": "Hurricane"}
    more = {
        "pack.json": {"pack": {"id": "more", "title": "More", "version": "1"}},
        "headlines.json": {"headlines": [storm, storm | {"id": "calm", "title": "Calm"}]},
    }
    later = written(more, "more")
    pack, problems = read_pack(written(tiny), later)
    assert pack is not None
    assert pack.pack.id == "more"
    assert [h.title for h in pack.headlines] == ["Hurricane", "Calm"]
    told = [(p.severity, p.file, p.path) for p in problems]
    assert told == [("hint", str(later / "headlines.json"), "headlines.0")]


def test_a_pack_may_build_on_the_base_pack(tmp_path, monkeypatch, written):
    scenario = json.loads((base_pack() / "scenarios/sprint.json").read_text("utf-8"))
    scenario["scenario"] |= {"id": "long-sprint", "title": "Long Sprint", "rounds": 4}
    info = {"id": "longer", "title": "Longer", "version": "1", "builds_on": "base"}
    written({"pack.json": {"pack": info}, "one.json": scenario}, "longer")
    monkeypatch.setenv("CHOKEPOINT_PACKS", str(tmp_path))
    assert list(find_packs()) == ["base", "longer"]
    pack = load_pack("longer")
    assert pack.pack.id == "longer"
    assert rulebook(pack, "long-sprint").scenario.title == "Long Sprint"
    assert rulebook(pack, "sprint").scenario.title == "Sprint"


def test_an_unknown_pack_gets_a_suggestion(tmp_path, monkeypatch):
    monkeypatch.setenv("CHOKEPOINT_PACKS", str(tmp_path))
    with pytest.raises(ContentError, match='did you mean "base"'):
        load_pack("bsae")


def test_a_players_pack_does_not_stand_in_for_the_base_pack(tmp_path, monkeypatch, written, tiny):
    written(tiny, "base")
    monkeypatch.setenv("CHOKEPOINT_PACKS", str(tmp_path))
    assert load_pack("base").pack.id == "base"


# --- a pack inside another file ------------------------------------------------------------------


def test_a_pack_inside_another_file_is_the_same_pack(tiny, pack_of):
    pack = pack_of(tiny)
    data = json.loads(json.dumps(pack_to_data(pack)))
    again = pack_from_data(data)
    assert pack_digest(again) == pack_digest(pack)
    assert rulebook(again, "duel").tables == rulebook(pack, "duel").tables


def test_the_digest_tells_packs_apart_by_any_value(tiny, pack_of, tmp_path, written):
    before = pack_digest(pack_of(tiny))
    tiny["headlines.json"]["headlines"][0]["effects"][0]["points"] = 1
    assert pack_digest(pack_of(tiny)) != before


def test_the_digest_does_not_depend_on_what_is_left_out_or_spelt_out(tiny, pack_of):
    before = pack_digest(pack_of(tiny))
    tiny["scenarios/duel.json"]["scenario"] |= {"rupture": "resilience", "titles": {}, "for": ""}
    tiny["cards/all.json"]["cards"][0]["effects"][0].pop("steps")
    levels = tiny["scenarios/duel.json"]["scenario"]["position"]["capability"]
    levels["us"] = dict(reversed(levels["us"].items()))
    assert pack_digest(pack_of(tiny)) == before


def test_a_broken_embedded_pack_is_told_in_plain_words():
    with pytest.raises(ContentError, match=r"pack.title: must be text"):
        pack_from_data({"pack": {"id": "x", "title": 1, "version": "1"}})
