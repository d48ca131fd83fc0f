"""Charts are pure: the same numbers give the same picture, places are where the numbers say, words keep apart."""

import re
from dataclasses import replace

import pytest

from game.classroom.bars import diverging, dumbbells
from game.classroom.charts import BOTH, Axes, Band, Bar, Chart, Dumbbell, Frame, Ink, Line, steps
from game.classroom.curves import bands, column, crosses, lines
from game.engine import terms as T

INK = Ink(("#0000ff", "#ff0000"), "#330000", "#ffffff", "#eeeeee", "#888888", "#222222", "#000000")
FRAME = Frame(200, 120, left=20, top=10, right=40, bottom=30)
AXES = Axes(0, 10, ((0, "0"), (10, "10")), ("Start", "1", "2", "3", "4"))


def numbers(text: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+\.?\d*", text)]


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 10, 6, (0, 2, 4, 6, 8, 10)),
        (0, 10, 11, tuple(range(11))),
        (-10, 6, 9, (-10, -8, -6, -4, -2, 0, 2, 4, 6)),
        (20, 60, 6, (20, 30, 40, 50, 60)),
        (0, 300, 4, (0, 100, 200, 300)),
        (3, 3, 5, (3,)),
    ],
)
def test_ticks_are_round_numbers_and_not_too_many(
    low: int, high: int, most: int, expected: tuple[int, ...]
) -> None:
    assert steps(low, high, most) == expected


def test_values_stand_where_the_scale_says() -> None:
    chart = lines(FRAME, INK, AXES, [Line(T.US, (0, 5, 10))])
    assert chart.spots == (((20.0, 90.0), (55.0, 50.0), (90.0, 10.0)),)
    assert column(FRAME, 4, 5) == 160


def test_the_same_numbers_give_the_same_chart() -> None:
    curves = [Line(T.US, (5, 6, 4), "US 4"), Line(T.CHINA, (5, 7, 9), "CN 9", True)]
    assert lines(FRAME, INK, AXES, curves) == lines(FRAME, INK, AXES, curves)


def test_a_curve_chart_is_exactly_this() -> None:
    chart = lines(
        Frame(60, 40, left=10, right=10, bottom=10), INK, replace(AXES, names=("a", "b")), [Line(0, (0, 10))]
    )
    assert chart.body == (
        '<path d="M10 30.0H50M10 0.0H50" stroke="#222222" stroke-width="1.0"/>'
        '<path d="M10.0 30.0L50.0 0.0L50.0 30L10.0 30Z" fill="url(#f0)"/>'
        '<path d="M10.0 30.0L50.0 0.0" fill="none" stroke="#0000ff" stroke-width="3.0" stroke-linejoin="round" />'
        '<circle cx="10.0" cy="30.0" r="4.6" fill="#0000ff" stroke="#000000" stroke-width="1.2"/>'
        '<circle cx="50.0" cy="0.0" r="4.6" fill="#0000ff" stroke="#000000" stroke-width="1.2"/>'
    )
    assert [(label.text, label.x, label.y) for label in chart.labels] == [
        ("0", -2, 30),
        ("10", -2, 0),
        ("a", 10, 50),
        ("b", 50, 50),
    ]


def test_the_sides_differ_by_shape_and_line_and_not_by_colour_alone() -> None:
    grey = replace(INK, sides=("#777777", "#777777"))
    us, china = (lines(FRAME, grey, AXES, [Line(side, (1, 2, 3))]).body for side in (T.US, T.CHINA))
    assert us.count("<circle") == 3 and "stroke-dasharray" not in us
    assert china.count("<circle") == 0 and "stroke-dasharray" in china
    ours, theirs = (diverging(FRAME, grey, [Bar("a", "", 5, side, "")], 5).body for side in (T.US, T.CHINA))
    assert INK.hatch in theirs and INK.hatch not in ours
    first, second = (
        dumbbells(FRAME, grey, AXES, [Dumbbell("a", (1, 1), (2, 2), "", BOTH)], "Lead").body for _ in "ab"
    )
    assert first == second and first.count("<circle") == 2


def test_values_that_are_equal_are_both_seen() -> None:
    chart = lines(FRAME, INK, AXES, [Line(T.US, (5, 5)), Line(T.CHINA, (5, 5))])
    circles = [numbers(part)[0] for part in re.findall(r'cx="[^"]*"', chart.body)]
    assert circles == [16.0, 51.0]
    assert chart.spots[0] == chart.spots[1]


def test_ends_that_would_lie_over_each_other_are_pushed_apart() -> None:
    chart = lines(FRAME, INK, AXES, [Line(T.US, (5,), "US 5"), Line(T.CHINA, (5,), "CN 5")])
    ends = [label for label in chart.labels if label.is_strong]
    assert [label.text for label in ends] == ["US 5", "CN 5"]
    assert ends[1].y - ends[0].y == pytest.approx(22)


def test_an_open_value_has_an_open_marker() -> None:
    done, open_ = (lines(FRAME, INK, AXES, [Line(T.US, (5,), "", is_open)]).body for is_open in (False, True))
    assert f'fill="{INK.ground}"' in open_ and f'fill="{INK.ground}"' not in done


def test_a_curve_around_zero_belongs_to_whoever_leads() -> None:
    axes = Axes(-10, 6, ((0, "0"),), ("Start", "1", "2"))
    chart = lines(FRAME, INK, axes, [Line(BOTH, (2, -4, 0), "level")])
    assert chart.body.count("<circle") == 1  # the US's lead
    assert 'fill="url(#f00)"' in chart.body and 'fill="url(#f01)"' in chart.body
    assert chart.body.count('stroke-opacity="0.4"') == 1  # China's part is hatched
    crossing = 10 + 80 * 6 / 16
    assert f"{20 + 70 * 2 / 6:.1f} {crossing:.1f}" in chart.body


def test_zones_cover_the_whole_scale_without_gaps() -> None:
    zones = (Band(0, 4, "#111111"), Band(4, 10, "#222222"))
    parts = re.findall(r'y="([\d.]+)" height="([\d.]+)"', bands(FRAME, AXES, zones))
    assert parts[::2] == [("58.0", "32.0"), ("10.0", "48.0")]


def test_notes_keep_inside_the_plot() -> None:
    line = Line(BOTH, (0, 10, 0, 10, 0), notes=((1, "a"), (2, "b"), (4, "c")))
    notes = [label for label in lines(FRAME, INK, AXES, [line]).labels if label.is_pill]
    assert [label.text for label in notes] == ["a", "b"]  # no room for the last one
    assert all(FRAME.top < label.y < FRAME.y1 for label in notes)


def test_bars_go_to_the_side_they_belong_to() -> None:
    bars = [Bar("a", "note", 4, T.US, "US +4"), Bar("b", "", -2, T.CHINA, "CN +2")]
    chart = diverging(FRAME, INK, bars, 4)
    rects = [numbers(part)[0:3:2] for part in re.findall(r"<rect [^>]*>", chart.body)]
    assert rects == [[20.0, 70.0], [90.0, 35.0]]
    assert [label.text for label in chart.labels] == ["a", "note", "US +4", "b", "CN +2"]


def test_a_dumbbell_goes_from_the_open_to_the_full_marker() -> None:
    chart = dumbbells(FRAME, INK, AXES, [Dumbbell("a", (2, 8), (6, 8), "CN +2", T.CHINA)], "Lead")
    circles = re.findall(r'<circle cx="([\d.]+)"[^>]*fill="(#\w+)"', chart.body)
    assert circles == [("48.0", INK.ground), ("104.0", INK.sides[0])]


def test_nothing_is_drawn_outside_the_box() -> None:
    charts: list[Chart] = [
        lines(FRAME, INK, AXES, [Line(T.US, (0, 10, 99, -99))]),
        diverging(FRAME, INK, [Bar("a", "", 99, T.CHINA, "")], 4),
    ]
    for chart in charts:
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", chart.body):
            assert 0 <= float(x) <= FRAME.width and 0 <= float(y) <= FRAME.height


def test_a_note_beside_the_last_value_does_not_lie_on_it() -> None:
    frame = Frame(400, 200, 1.0, 1.0, 30, 10, 40, 30)
    axes = Axes(0, 10, (), tuple("0123456"))
    notes = ((5, "Nvidia Antitrust Probe"),)
    chart = lines(frame, INK, axes, [Line(BOTH, (1, 1, 1, 1, 1, 6, 8), "8", notes=notes)])
    (note,) = [label for label in chart.labels if label.is_pill]
    assert note.anchor == "rm" and note.x < chart.spots[0][-1][0] - 6


@pytest.mark.parametrize(
    ("values", "turn"), [((0, 2, 5, 8, 9), 2), ((9, 8, 5, 2, 0), 2), ((4, 9, 4, 4, 4), 1), ((5, 5, 9, 5, 5), 2)]
)
def test_a_note_lies_beside_its_curve_and_not_on_the_line_of_an_end(values: tuple[int, ...], turn: int) -> None:
    frame = Frame(600, 400, left=20, top=10, right=40, bottom=30)
    axes = replace(AXES, limits=((10, "#ff00ff"),))
    chart = lines(frame, INK, axes, [Line(BOTH, values, notes=((turn, "A note of words"),))])
    (note,) = [label for label in chart.labels if label.is_pill]
    wide = 7 * len(note.text)
    left = note.x - {"l": 0, "c": wide / 2, "r": wide}[note.anchor[0]]
    assert not crosses(chart.spots[0], (left, note.y - 10, left + wide, note.y + 10))
    assert note.y - 10 > frame.top and note.y + 10 < frame.y1


def test_a_curve_crosses_a_box_only_where_it_runs_through_it() -> None:
    slope = ((0.0, 0.0), (100.0, 100.0))
    assert crosses(slope, (40, 40, 60, 60)) and crosses(slope, (0, 0, 200, 10))
    assert not crosses(slope, (40, 70, 60, 90)) and not crosses(slope, (110, 0, 120, 200))
