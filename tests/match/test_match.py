"""The match: luck from the seed, taking back, branching, saving, and refusing what is not so."""

import json
from pathlib import Path
from random import Random

import pytest

from game.content.pack import Pack
from game.engine import terms as T
from game.engine.notation import parse
from game.engine.state import digest
from game.engine.view import observe
from game.match import store
from game.match.arranged import Arranged, Inject
from game.match.ledger import history, story
from game.match.match import CannotTakeBack, IllegalAction, Match
from game.match.preview import preview
from game.match.record import FORMAT, RecordError, match_of, read_record, record_of
from game.match.seats import Seat
from tests.table import table

PEOPLE = (Seat(), Seat())


def is_move_due(match: Match) -> bool:
    """Whether a side is about to begin a move."""
    return bool(match.state.shared[T.PHASE] == T.MOVING and match.state.pick[T.STEP] == T.STEP_MOVE)


def played(pack: Pack, picks: int, seed: str = "a", scenario: str = "tech-war") -> Match:
    """A match in which random picks were made until a side is to move."""
    match, rng = Match(pack, scenario, PEOPLE, seed), Random(seed)
    match.run_nature()
    while (len(match.actions) < picks or not is_move_due(match)) and not match.is_over:
        match.submit(rng.choice(match.legal()))
        match.run_nature()
    return match


def test_the_same_seed_gives_the_same_luck(pack: Pack) -> None:
    one, two, other = (Match(pack, "tech-war", PEOPLE, seed) for seed in ("x", "x", "y"))
    for match in (one, two, other):
        match.run_nature()
    assert one.actions == two.actions != other.actions


def test_a_script_overrides_luck(pack: Pack) -> None:
    match = Match(pack, "tech-war", PEOPLE, "x", {0: "coin china"})
    match.run_nature()
    assert match.actions[0] == "coin china"


def test_an_illegal_pick_is_refused_with_what_is_legal(pack: Pack) -> None:
    match = played(pack, 40)
    with pytest.raises(IllegalAction, match="legal: pass"):
        match.submit(T.ACCEPT)
    with pytest.raises(IllegalAction):
        match.submit(999)


def test_taking_back_undoes_the_whole_move_and_keeps_the_luck(pack: Pack) -> None:
    match = played(pack, 40)
    before, luck = digest(match.state), match.lots
    card, side = next(a for a in match.legal() if a >= T.CARD), match.mover
    match.submit(card)
    match.submit(T.USE + T.USE_FUND)
    if match.mover != T.NATURE:
        assert match.take_back(side) == 2
        assert digest(match.state) == before and match.lots == luck


def test_what_nature_has_answered_can_not_be_taken_back(pack: Pack) -> None:
    match = Match(pack, "tech-war", PEOPLE, "x")
    match.run_nature()
    side = match.mover
    match.submit(match.legal()[0])
    match.submit(match.legal()[0])
    match.run_nature()
    with pytest.raises(CannotTakeBack):
        match.take_back(side)


def test_what_the_rival_has_answered_can_not_be_taken_back_nor_can_its_answer(pack: Pack) -> None:
    match = played(pack, 40)
    while match.mover == T.NATURE or match.state.moves[T.US] + match.state.moves[T.CHINA] < 5:
        match.run_nature() if match.mover == T.NATURE else match.submit(match.legal()[0])
    side = match.mover
    match.submit(T.PASS)
    assert match.mover == 1 - side
    match.submit(T.PASS)
    before = list(match.actions)
    with pytest.raises(CannotTakeBack, match="rival has moved"):
        match.take_back(side)
    assert match.actions == before
    assert match.take_back(1 - side) == 1


def test_a_fired_contingency_can_not_be_taken_back(pack: Pack) -> None:
    fired = 0
    for seed in range(12):
        match, rng = Match(pack, "tech-war", PEOPLE, str(seed)), Random(seed)
        match.run_nature()
        while not match.is_over and fired < 3:
            side = match.mover
            match.submit(rng.choice(match.legal()))
            told = [event for number, event in match.events if number == len(match.actions)]
            if match.mover != T.NATURE and any(event.what == T.NOTE_FIRED for event in told):
                fired += 1
                with pytest.raises(CannotTakeBack, match="hidden card"):
                    match.take_back(side)
            match.run_nature()
    assert fired


def test_a_policy_that_a_hidden_card_did_not_answer_can_not_be_taken_back(pack: Pack) -> None:
    silent = 0
    for seed in range(12):
        match, rng = Match(pack, "tech-war", PEOPLE, str(seed)), Random(seed)
        match.run_nature()
        while not match.is_over and silent < 3:
            side = match.mover
            match.submit(rng.choice(match.legal()))
            told = [event for number, event in match.events if number == len(match.actions)]
            classes = [match.book.tables.card_class[e.old] for e in told if e.what == T.NOTE_POLICY]
            is_set = match.state.slot_card[1 - side] and not match.state.slot_up[1 - side]
            if match.mover == 1 - side and any(classes) and is_set:
                silent += 1
                with pytest.raises(CannotTakeBack, match="has not answered"):
                    match.take_back(side)
            match.run_nature()
    assert silent


def test_a_branch_goes_its_own_way_and_removing_nothing_gives_the_same_match(pack: Pack) -> None:
    match = played(pack, 90)
    twin = match.branch(len(match.actions))
    assert digest(twin.state) == digest(match.state)
    branch = match.branch(60)
    assert branch.actions == match.actions[:60]
    branch.run_nature()
    branch.submit(branch.legal()[0])
    assert len(match.actions) >= 90


def test_a_reason_is_kept_with_the_last_pick_of_its_move(pack: Pack) -> None:
    match = played(pack, 60)
    side = match.mover
    for text in ("play", "use"):
        match.submit(next(o for o in match.legal() if match._name(o).startswith(f'"{text}')))
        match.explain(side, "For the lead.")
        if match.mover != side or is_move_due(match):
            break
        assert match.notes == {}
    while not is_move_due(match) and match.mover == side:
        match.submit(match.legal()[0])
    match.explain(side, "For the lead.")
    done = len(match.actions)
    assert match.notes == {done: "For the lead."}
    assert match_of(read_record(json.loads(record_of(match).model_dump_json()), "x"), "x").notes == match.notes
    assert match.branch(done).notes == match.notes and match.branch(done - 1).notes == {}
    match.rewind(done - 1)
    assert match.notes == {}


def test_a_saved_reason_that_is_too_long_is_refused_with_its_place(pack: Pack) -> None:
    data = json.loads(record_of(played(pack, 60)).model_dump_json()) | {"notes": {"60": "x" * 1001}}
    with pytest.raises(RecordError, match="notes.60"):
        read_record(data, "long")


def test_a_saved_match_comes_back_and_goes_on_with_the_same_luck(pack: Pack, tmp_path: Path) -> None:
    match = played(pack, 70)
    store.save(match, tmp_path / "m.json")
    again = store.load(tmp_path / "m.json")
    assert digest(again.state) == digest(match.state) and again.events == match.events
    for m in (match, again):
        m.submit(m.legal()[0])
        m.run_nature()
    assert digest(again.state) == digest(match.state)


def test_the_ledger_explains_every_step_from_the_start_to_now(pack: Pack) -> None:
    match = played(pack, 200, scenario="sprint")
    for cell in (T.BUDGET, T.APPROVAL + 1, T.SHARED + T.TENSION, T.SHARED + T.TRACK):
        value = match.book.tables.start[cell]
        for entry in history(match.book, story(match, T.ALL), cell):
            assert entry.event.old == value
            value = entry.event.new
        assert value == match.state.cells[cell]


def test_a_preview_of_what_is_certain_comes_true(pack: Pack) -> None:
    match = played(pack, 45)
    side = match.mover
    for action in match.legal():
        if action in (T.PASS, T.ANNOUNCE) or T.LIFT <= action < T.OFFER:
            found = preview(match.book, match.observe(side), [action])
            branch = match.branch(len(match.actions))
            branch.submit(action)
            for cell, _old, new in found.certain:
                if branch.state.moves[1 - side]:
                    assert branch.state.cells[cell] == new


@pytest.mark.parametrize(
    ("card", "use", "says"),
    [
        ("uflpa-import-rule", "use policy", "may answer"),
        ("secure-enclave", "use policy", None),  # a policy without a class
        ("uflpa-import-rule", "use fund", None),
        ("joint-security-advisory", "use policy", "is shown and discarded"),
    ],
)
def test_a_preview_warns_of_the_hidden_card_only_where_it_matters(
    card: str, use: str, says: str | None
) -> None:
    t = table().slot(T.CHINA, "7-nanometre-chip").hand(T.US, card).play(f"play {card}")
    picks = [parse(t.book, t.s, use)]
    if card == "joint-security-advisory":
        picks.append(T.AT_SECTOR + T.TOOLS)
    hidden = preview(t.book, observe(t.book, t.s, T.US), picks).hidden
    assert [says in line for line in hidden] == [True] if says else hidden == ()


# --- files that are not what they should be ------------------------------------------------------


def data_of(pack: Pack) -> dict:  # type: ignore[type-arg]
    data: dict = json.loads(record_of(played(pack, 50)).model_dump_json())  # type: ignore[type-arg]
    return data


def test_an_altered_card_is_caught(pack: Pack, tmp_path: Path) -> None:
    data = data_of(pack)
    data["pack"]["data"]["cards"][0]["points"] = 6
    (tmp_path / "m.json").write_text(json.dumps(data))
    with pytest.raises(RecordError, match="altered"):
        store.load(tmp_path / "m.json")


def test_a_wrong_digest_says_how_far_the_match_can_be_watched(pack: Pack, tmp_path: Path) -> None:
    data = data_of(pack)
    data["checks"][1][1] = "00000000"
    (tmp_path / "m.json").write_text(json.dumps(data))
    with pytest.raises(RecordError, match="after action 32.*\n.*up to action 16"):
        store.load(tmp_path / "m.json")
    assert len(store.load(tmp_path / "m.json", 16).actions) == 16


def test_an_impossible_action_is_named(pack: Pack, tmp_path: Path) -> None:
    data = data_of(pack)
    data["actions"][-1] = "use policy on the moon"
    (tmp_path / "m.json").write_text(json.dumps(data))
    with pytest.raises(RecordError, match=r"m.json: actions.\d+"):
        store.load(tmp_path / "m.json")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ('{"format": 1, "rules"', "stops before its end"),
        ("[]", "not a saved match"),
        ('{"format": "one"}', "not a saved match"),
        ('{"format": 99, "version": "9.0"}', "newer version"),
        ('{"format": 1}', "is missing"),
    ],
)
def test_damaged_files_get_a_message_and_stay_as_they_are(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(text)
    with pytest.raises(RecordError, match=says):
        store.load(path)
    assert path.read_text() == text


def test_the_list_of_saves_survives_a_damaged_one(pack: Pack) -> None:
    store.save(played(pack, 30), store.named_path("good"))
    store.named_path("bad").write_text("{")
    found = {saved.path.stem: saved for saved in store.listing()}
    assert found["good"].record is not None and found["bad"].record is None and found["bad"].problem


def test_a_failed_write_leaves_the_old_file(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.json"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space"):
        store.save(played(pack, 20), path)
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


def test_a_name_never_overwrites_another_save(pack: Pack) -> None:
    store.save(played(pack, 20), store.named_path("My match!"))
    assert store.named_path("My match!").name == "my-match-2.json"


def test_a_save_of_format_3_has_its_class_and_injects_and_is_brought_up_to_date(pack: Pack) -> None:
    match = played(pack, 30)
    match.arranged = Arranged(minutes=45)
    match.injects = [Inject(action=0, round=0, words="A headline.", hidden="Which.")]
    old = json.loads(record_of(match).model_dump_json()) | {"format": 3}
    record = read_record(old, "old")
    assert record.format == FORMAT
    again = match_of(record, "old")
    assert (again.arranged, again.injects) == (match.arranged, match.injects)
    assert digest(again.state) == digest(match.state)


def test_a_save_with_luck_set_in_advance_is_of_a_format_that_older_games_refuse(pack: Pack) -> None:
    match = played(pack, 30)
    match.injects = [Inject(action=0, round=0, words="Set in advance.", kind="set")]
    assert record_of(match).format > 3
    newer = json.loads(record_of(match).model_dump_json()) | {"format": FORMAT + 1, "more": 1}
    with pytest.raises(RecordError, match=f"newer version.*format {FORMAT + 1};.*, format {FORMAT}\\)"):
        read_record(newer, "new")


def test_a_save_of_format_4_keeps_the_agendas_it_was_played_by(pack: Pack) -> None:
    """Its pack says no numbers, so the rulebook's count, whatever the base pack asks for today."""
    plain = pack.model_copy(update={"agendas": [a.model_copy(update={"needs": None}) for a in pack.agendas]})
    old = json.loads(record_of(played(plain, 30)).model_dump_json()) | {"format": 4}
    assert not any("needs" in agenda for agenda in old["pack"]["data"]["agendas"])
    again = match_of(read_record(old, "old"), "old")
    assert again.book.tables.agenda_needs == (3, 3, 0, 3, 3, 3, 17, 1, 6, 9)


def test_the_format_is_the_one_that_is_read(pack: Pack) -> None:
    assert read_record(data_of(pack), "x").format == FORMAT
