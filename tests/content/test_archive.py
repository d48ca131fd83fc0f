"""A stranger's pack in a zip is data only: whatever is wrong with it is refused, with the place and the fix."""

import json
import stat
import zipfile
from pathlib import Path

import pytest
from tiny_pack import files

from game.content.archive import zip_files
from game.content.check import validate
from game.content.files import MOST_BYTES_FILE, MOST_ENTRIES, MOST_FILES
from game.content.load import find_packs, load_pack, pack_digest, read_pack


def packed(path: Path, more: dict[str, bytes | str] | None = None, under: str = "", kind: int = zipfile.ZIP_DEFLATED):
    """A zip of the small pack with more entries in it."""
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, data in files().items():
            archive.writestr(under + name, json.dumps(data))
        for name, held in (more or {}).items():
            archive.writestr(name, held)
    return path


def told(path: Path) -> list[str]:
    return [str(problem) for problem in validate([path]) if problem.severity == "error"]


def test_a_zip_is_the_same_pack_as_its_folder(tmp_path, written, tiny):
    folder, _ = read_pack(written(tiny))
    pack, problems = read_pack(packed(tmp_path / "tiny.zip"))
    assert problems == []
    assert folder is not None
    assert pack is not None
    assert pack_digest(pack) == pack_digest(folder)


def test_a_zip_in_the_folder_of_packs_is_found_and_loaded(tmp_path, monkeypatch):
    packed(tmp_path / "gift.zip", under="My pack/")
    monkeypatch.setenv("CHOKEPOINT_PACKS", str(tmp_path))
    assert list(find_packs()) == ["base", "gift"]
    assert load_pack("gift").pack.id == "tiny"


def test_a_zip_may_build_on_the_base_pack(tmp_path):
    info = {"pack": {"id": "more", "title": "More", "version": "1", "builds_on": "base"}}
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("more/pack.json", json.dumps(info))
    assert told(tmp_path / "more.zip") == []


def test_what_systems_leave_in_a_zip_is_read_over(tmp_path):
    left = {"__MACOSX/._pack.json": b"\x00\x05", ".DS_Store": b"x", "art/notes.txt": "hello"}
    assert told(packed(tmp_path / "mac.zip", left)) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../evil.json", "leads out of the pack"),
        ("cards/../../evil.json", "leads out of the pack"),
        ("/etc/evil.json", "leads out of the pack"),
        ("C:/evil.json", "leads out of the pack"),
        ("..\\evil.json", "leads out of the pack"),
        ("cards\\evil.json", "backslash"),
        ("\x1b[31mred.json", "control characters"),
        ("a/b/c/d/e/f/g/deep.json", "folders deep"),
        ("PACK.JSON", "stands twice"),
    ],
)
def test_names_that_lead_elsewhere_are_refused_with_place_and_fix(tmp_path, name, words):
    before = sorted(tmp_path.parent.iterdir())
    problems = told(packed(tmp_path / "bad.zip", {name: "{}"}))
    assert any(words in problem and "bad.zip/" in problem and problem.endswith(")") for problem in problems), problems
    assert all(problem.isprintable() for problem in problems)
    assert sorted(tmp_path.parent.iterdir()) == before


def test_a_link_is_refused(tmp_path):
    link = zipfile.ZipInfo("linked.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed(tmp_path / "bad.zip")
    with zipfile.ZipFile(tmp_path / "bad.zip", "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert any("linked.json: is a link" in problem for problem in told(tmp_path / "bad.zip"))


def test_a_bomb_of_one_file_is_refused_by_its_size(tmp_path):
    problems = told(packed(tmp_path / "bomb.zip", {"bomb.json": b"0" * (MOST_BYTES_FILE + 1)}))
    assert any("bomb.json: is larger than 2 MB" in problem for problem in problems)


def test_a_bomb_of_many_files_is_refused_by_their_sum(tmp_path):
    many = {f"{n}.json": b"0" * MOST_BYTES_FILE for n in range(11)}
    assert any("larger than 20 MB when unpacked" in problem for problem in told(packed(tmp_path / "bomb.zip", many)))


def test_a_bomb_that_lies_about_its_size_is_not_believed(tmp_path):
    file = packed(tmp_path / "bomb.zip", {"bomb.json": b"0" * (MOST_BYTES_FILE * 2)})
    raw = file.read_bytes().replace((MOST_BYTES_FILE * 2).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    file.write_bytes(raw)
    members, problems = zip_files(file)
    assert all(len(held) <= MOST_BYTES_FILE for _, held in members)
    assert problems


def test_too_many_files_and_entries_are_no_pack(tmp_path):
    many = {f"cards/{n}.json": "{}" for n in range(MOST_FILES + 1)}
    assert any(f"more than {MOST_FILES}" in problem for problem in told(packed(tmp_path / "many.zip", many)))
    more = {f"{n}.txt": "" for n in range(MOST_ENTRIES)}
    assert any(f"more than {MOST_ENTRIES}" in problem for problem in told(packed(tmp_path / "more.zip", more)))


def test_a_zip_that_would_need_much_memory_to_unpack_is_refused(tmp_path):
    problems = told(packed(tmp_path / "lzma.zip", kind=zipfile.ZIP_LZMA))
    assert any("unusual way" in problem for problem in problems)


def test_a_locked_zip_says_so(tmp_path):
    file = packed(tmp_path / "locked.zip")
    raw = bytearray(file.read_bytes())
    at = 0
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        raw[at + 8] |= 1
        at += 4
    file.write_bytes(raw)
    assert any("locked with a password" in problem for problem in told(file))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_is_told(tmp_path, content):
    (tmp_path / "bad.zip").write_bytes(content)
    assert any("is not a zip file, or is damaged" in problem for problem in told(tmp_path / "bad.zip"))


def test_torn_zips_never_raise(tmp_path):
    whole = packed(tmp_path / "whole.zip").read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        (tmp_path / "torn.zip").write_bytes(whole[:at] + b"\xff\xfe" + whole[at + 2 :])
        assert isinstance(validate([tmp_path / "torn.zip"]), list)


def test_broken_text_wrong_types_and_wild_numbers_are_told_with_their_place(tmp_path):
    storm = files()["headlines.json"]["headlines"][0]

    def squeeze(name: str) -> str:
        effects = [{"op": "squeeze", "points": 7}]
        return json.dumps({"headlines": [{"id": name, "title": "X", "effects": effects}]})

    bad = {
        "latin.json": '{"cards": "ü"}'.encode("latin-1"),
        "nan.json": '{"headlines": NaN}',
        "huge.json": squeeze("huge").replace("7", "9" * 300),
        "endless.json": squeeze("endless").replace("7", "1e999"),
        "twice.json": json.dumps({"headlines": [storm]}),
        "type.json": json.dumps({"cards": "none"}),
        "deep.json": "[" * 1000 + "]" * 1000,
    }  # fmt: skip
    problems = told(packed(tmp_path / "bad.zip", bad))
    wanted = {
        "latin.json": "not text in UTF-8",
        "nan.json": "NaN",
        "huge.json: headlines.0.effects.0.points": "at most",
        "endless.json: headlines.0.effects.0.points": "whole number",
        "twice.json: headlines.0": "stands twice",
        "type.json: cards": "must be a list",
        "deep.json": "nested more than",
    }
    for place, words in wanted.items():
        assert any(place in problem and words in problem for problem in problems), (place, problems)


def test_a_zip_is_read_without_being_unpacked(tmp_path):
    packed(tmp_path / "tiny.zip")
    read_pack(tmp_path / "tiny.zip")
    assert [file.name for file in tmp_path.iterdir()] == ["tiny.zip"]
