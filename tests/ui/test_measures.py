"""The bargaining table on the screen: levels, locks, what each measure does now, and its upkeep."""

import pytest

from game.engine import terms as T
from game.engine.terms import CHINA, CHIPS, DEFENCE, DEVICES, EU, KOREA, MAGNETS, TAIWAN, TOOLS, US
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.screens import leave
from tests.ui.seated import look, picture, seated, words


def test_both_rows_show_every_measure_by_its_name() -> None:
    person, scene, t = seated()
    look(person, scene)
    names = [sector.short for sector in scene.match.book.sectors] + ["TARIFF"]
    for side in (US, CHINA):
        assert [words(person, f"measure:{side}:{m}") for m in range(T.MEASURES)] == [[n] for n in names]
    leave(person)


def test_a_measure_of_one_side_stands_over_the_same_measure_of_the_other() -> None:
    person, scene, _ = seated()
    look(person, scene)
    for measure in range(T.MEASURES):
        ours, theirs = (person.app.stage.get(f"measure:{side}:{measure}") for side in (US, CHINA))
        assert ours is not None and theirs is not None
        assert ours.rect.x == theirs.rect.x and ours.rect.bottom <= theirs.rect.y
    leave(person)


def test_a_control_says_that_it_bites_or_leaks_or_is_idle() -> None:
    person, scene, t = seated()
    t.control(CHINA, MAGNETS, 2)  # at 3 there is room for the icons of what it bites alone
    t.control(US, CHIPS, 1)  # Taiwan, neutral, still sells all that China needs
    t.control(CHINA, TOOLS, 1)  # the US makes its own
    look(person, scene)
    assert "bites" in words(person, f"measure:{CHINA}:{MAGNETS}")
    assert "leaks" in words(person, f"measure:{US}:{CHIPS}")
    assert "idle" in words(person, f"measure:{CHINA}:{TOOLS}")
    t.align(TAIWAN, 2).align(KOREA, 2).control(US, CHIPS, 3)
    look(person, scene)
    assert "bites" in words(person, f"measure:{US}:{CHIPS}")
    leave(person)


def test_the_tip_names_what_a_measure_bites_and_how_much_it_takes_off() -> None:
    person, scene, t = seated()
    t.control(CHINA, MAGNETS, 2).listing(US, DEVICES)
    look(person, scene)
    person.point(f"measure:{CHINA}:{MAGNETS}")
    said = " ".join(" ".join(words(person, "tooltip")).split())
    assert "Defence" in said and "own offer −4, neutral blocs −2, joined blocs −4" in said
    person.point(f"measure:{US}:{DEVICES}")
    assert "Takes 1 off" in " ".join(words(person, "tooltip"))
    leave(person)


def test_the_level_shows_as_pips_and_changes_the_picture() -> None:
    person, scene, t = seated()
    seen = []
    for level in (0, 1, 2, 3):
        t.control(US, CHIPS, level)
        look(person, scene)
        seen.append(picture(person, f"measure:{US}:{CHIPS}"))
    assert len(set(seen)) == 4
    leave(person)


def test_a_lock_shows_the_round_in_which_it_ends() -> None:
    person, scene, t = seated()
    t.control(US, TOOLS, 1).put(T.LOCK + US * T.MEASURES + TOOLS, 2)
    t.put(T.LOCK + CHINA * T.MEASURES + MAGNETS, 2)
    look(person, scene)
    assert "2" in words(person, f"measure:{US}:{TOOLS}")
    assert "2" in words(person, f"measure:{CHINA}:{MAGNETS}")  # not in force, but may not be raised
    person.point(f"measure:{CHINA}:{MAGNETS}")
    assert "up to the end of round 2" in " ".join(words(person, "tooltip"))
    leave(person)


def test_each_row_says_what_it_costs_a_round() -> None:
    person, scene, t = seated()
    t.control(US, CHIPS, 3).listing(US, DEVICES).tariff(US, 2)
    look(person, scene)
    assert words(person, f"upkeep:{US}") == ["−1"]
    assert words(person, f"upkeep:{CHINA}") == ["0"]
    leave(person)


def test_measures_are_reached_by_keys() -> None:
    person, scene, _ = seated()
    look(person, scene)
    for name in (f"upkeep:{US}", f"measure:{US}:0", f"measure:{CHINA}:{T.TARIFF_MEASURE}"):
        person.app.stage.focus = None
        person.reach(name)
        assert person.app.stage.get("tooltip") is not None
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_measures_are_readable_at_every_size_with_all_of_them_in_force(
    size: tuple[int, int], scale: str
) -> None:
    person, scene, t = seated(size, scale)
    look(person, scene)
    assert mine(person) == []
    for side in (US, CHINA):
        for i in range(T.UPSTREAM):
            t.control(side, i, 3)
        for j in range(T.UPSTREAM, T.SECTORS):
            t.listing(side, j)
        t.tariff(side, 3)
        for measure in range(T.MEASURES):
            t.put(T.LOCK + side * T.MEASURES + measure, 8)
    t.align(EU, 3).listing(CHINA, DEFENCE)
    look(person, scene)
    assert mine(person) == []
    leave(person)


def mine(person: Person) -> list[str]:
    return [flaw for flaw in person.flaws() if flaw.startswith(("measure", "upkeep"))]
