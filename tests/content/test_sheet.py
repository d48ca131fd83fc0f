"""The cards of a pack go into a spreadsheet and come back without loss; what is wrong is told by row and column."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from game.content.authoring import export_cards, import_cards
from game.content.load import base_pack, pack_digest, read_pack
from game.content.problem import ContentError
from game.content.sheet import COLUMNS, NEW_FILE, cards_from_csv


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(base_pack(), tmp_path / "base"))


def held(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*.json")}


def rows_of(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_cards(folder))))


def table(rows: list[dict[str, str]], mark: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(COLUMNS), delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def refusal(folder: Path, content: bytes) -> str:
    before = held(folder)
    with pytest.raises(ContentError) as refused:
        import_cards(folder, content, "cards.csv")
    assert held(folder) == before
    return str(refused.value)


def test_the_cards_of_the_base_pack_come_back_to_the_byte(base):
    before = held(base)
    done = import_cards(base, export_cards(base).encode("utf-8-sig"), "cards.csv")
    assert (done.added, done.changed) == ([], [])
    assert done.unchanged > 50
    assert held(base) == before


def test_cards_made_from_nothing_but_the_table_are_the_same_cards(base):
    before, _ = read_pack(base)
    content = export_cards(base).encode()
    rows, problems = cards_from_csv(content, "cards.csv")
    assert before is not None
    assert problems == []
    for file in {row.file for row in rows}:
        cards = [row.card.model_dump(mode="json", exclude_defaults=True) for row in rows if row.file == file]
        (base / file).write_text(json.dumps({"cards": cards}))
    after, _ = read_pack(base)
    assert after is not None
    assert pack_digest(after) == pack_digest(before)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_changed_cell_changes_one_card_whatever_the_mark_between_cells(base, mark):
    rows = rows_of(base)
    rows[3]["title"] = "A new name; with marks, too"
    done = import_cards(base, table(rows, mark), "cards.csv")
    assert done.changed == [rows[3]["id"]]
    pack, problems = read_pack(base)
    assert pack is not None, problems
    assert next(c.title for c in pack.cards if c.id == rows[3]["id"]) == "A new name; with marks, too"


def test_a_new_row_is_a_new_card_and_rows_left_out_stay(base):
    rows = rows_of(base)
    added = rows[0] | {"id": "brand-new", "title": "Brand new", "file": ""}
    done = import_cards(base, table([added]), "cards.csv")
    assert done.added == ["brand-new"]
    assert (base / NEW_FILE).is_file()
    assert len(rows_of(base)) == len(rows) + 1


def test_cards_that_are_not_in_the_table_are_named_and_go_only_when_asked(base):
    rows = rows_of(base)
    extra = [rows[0] | {"id": f"extra-{n}", "title": f"Extra {n}", "file": ""} for n in range(3)]
    import_cards(base, table([*rows, *extra]), "cards.csv")
    before = held(base)
    done = import_cards(base, table([*rows, extra[1]]), "cards.csv")
    assert done.missing == ["extra-0", "extra-2"] and held(base) == before
    done = import_cards(base, table([*rows, extra[1]]), "cards.csv", removes=True)
    assert done.missing == ["extra-0", "extra-2"]
    assert [row["id"] for row in rows_of(base) if row["id"].startswith("extra")] == ["extra-1"]


def test_a_card_that_a_scenario_deals_is_not_taken_out(base):
    before = held(base)
    with pytest.raises(ContentError) as refused:
        import_cards(base, table(rows_of(base)[1:]), "cards.csv", removes=True)
    assert rows_of(base)[0]["id"] in str(refused.value) and held(base) == before


def test_what_a_spreadsheet_would_take_for_a_date_or_run_has_an_apostrophe(base):
    rows = rows_of(base)
    rows[0]["title"], rows[1]["title"] = "'=HYPERLINK(A1)", "'May 2025"
    import_cards(base, table(rows), "cards.csv")
    again = rows_of(base)
    assert again[0]["title"] == "'=HYPERLINK(A1)"
    assert all(not cell.startswith(("=", "+", "@", "-")) for row in again for cell in row.values())
    assert all(row["date"].startswith("'") for row in again if row["date"])
    pack, _ = read_pack(base)
    assert pack is not None
    assert {"=HYPERLINK(A1)", "May 2025"} <= {card.title for card in pack.cards}


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("points", "many", '"many" is no whole number'),
        ("points", "9", "at most 6"),
        ("budget", "1.5", '"1.5" is no whole number'),
        ("date", "10/7/2022", "a date like 2022-10-07"),
        ("kind", "contrl", "control"),
        ("effects", "algin bloc=eu", "align"),
        ("effects", "align bloc=euu steps=1", 'did you mean "eu"?'),
        ("icons", "Chips", "must be a sector"),
        ("sources", "s999999", "s999999"),
        ("id", "Not An Id", "must be an id"),
        ("title", "", "title"),
        ("file", "../../evil.json", "no file of a pack"),
        ("file", "/etc/evil.json", "no file of a pack"),
    ],
)
def test_a_wrong_cell_is_told_by_row_and_column_with_the_fix_and_nothing_is_written(base, column, cell, words):
    rows = rows_of(base)
    rows[5] = rows[5] | {column: cell, "trigger": ""}
    told = refusal(base, table(rows))
    assert any(f"row 7, column {column}" in line and words in line for line in told.splitlines()), told


def test_an_id_that_stands_twice_names_both_rows(base):
    rows = rows_of(base)
    told = refusal(base, table([rows[0], rows[0]]))
    assert "row 3, column id" in told
    assert "row 2" in told


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        ("id,title\nx,ü".encode("latin-1"), "CSV UTF-8"),
        (b"\xff\xfei\x00d\x00", "CSV UTF-8"),
        (b"id,titel\nx,y", 'did you mean "title"?'),
        (b"id,id\nx,y", "stands there twice"),
        (b"title\nx", 'column "id" is missing'),
        (b'id,title\nx,"y', "can't be read from line"),
        (b"id,title\nx,y,z", "row 2"),
        (b"id\n" + b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_what_is_no_table_of_cards_says_why(base, content, words):
    assert words in refusal(base, content)
