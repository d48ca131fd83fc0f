"""Text: every character can be written, marks, wrapping, shortening, the register."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.places import assets_dir
from game.ui import fonts, theme
from game.ui.fonts import MissingFont, can_write, font_file, is_writable, runs
from game.ui.pen import Pen
from game.ui.text import plain, words_of

UI = Path(fonts.__file__).parent


@pytest.fixture
def pen() -> Iterator[Pen]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1920, 1080))
    yield Pen(1920, 1080)


@pytest.fixture
def paper() -> pygame.Surface:
    return pygame.Surface((1200, 600), pygame.SRCALPHA)


@pytest.mark.parametrize("face", list(fonts.FACES))
def test_every_face_is_a_file_of_an_installed_package(face: str) -> None:
    assert font_file(face).is_file()


def test_a_missing_package_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fonts.FACES, "none", ("fontpkg_not_there", "Regular"))
    with pytest.raises(MissingFont, match="pip install fontpkg-not-there"):
        font_file("none")


def test_every_character_of_the_game_can_be_written() -> None:
    files = [*assets_dir().glob("packs/**/*.json"), *UI.rglob("*.py"), *UI.parent.glob("match/*.py")]
    used = {c for file in files for c in file.read_text("utf-8") if c.isprintable()}
    body = str(font_file("body"))
    unknown = {c for c in used if c not in fonts.SYMBOLS and not can_write(body, c)}
    assert unknown == set()


def test_a_character_without_a_glyph_is_found_out() -> None:
    assert not can_write(str(font_file("body")), "→")
    assert can_write(str(font_file("body")), "A")


def test_arrows_are_drawn_by_us_and_cyrillic_by_a_stand_in() -> None:
    assert [piece for _, piece in runs("2018→2025", "head")] == ["2018", "→", "2025"]
    assert runs("2018→2025", "head")[1][0] == fonts.SYMBOL
    (file, piece), *rest = runs("Жанна", "head")
    assert piece == "Жанна" and not rest and can_write(file, "Ж")
    assert is_writable("Ж") and not is_writable("\U000f0000")


def test_every_run_leaves_ink(pen: Pen, paper: pygame.Surface) -> None:
    for text in ("plain", "2018→2025", "Жанна", "→"):
        paper.fill((0, 0, 0, 0))
        pen.text(paper, text, 20, 100, "head", 30)
        box = pen.written[-1].rect
        assert paper.get_bounding_rect().w > box.w * 0.7
        assert box.inflate(6, 8).contains(paper.get_bounding_rect()), text


@pytest.mark.parametrize("anchor", ["lt", "cm", "rb"])
def test_the_anchor_is_measured_on_capitals(pen: Pen, paper: pygame.Surface, anchor: str) -> None:
    pen.text(paper, "HEN", 400, 200, "number", 60, anchor=anchor)
    ink = paper.get_bounding_rect()
    expected = {"t": ink.top, "m": ink.centery, "b": ink.bottom}[anchor[1]]
    assert abs(expected - 200) <= 1
    expected = {"l": ink.left, "c": ink.centerx, "r": ink.right}[anchor[0]]
    assert abs(expected - 400) <= 5


def test_letters_are_set_apart_evenly(pen: Pen, paper: pygame.Surface) -> None:
    near = pen.text_width("UNEASY", "head", 15)
    assert pen.text_width("UNEASY", "head", 15, 1.2) == near + 5
    assert pen.text(paper, "UNEASY", 0, 50, "head", 15, tracking=1.2) == near + 5


def test_marks_become_bold_and_coloured_spans() -> None:
    words = words_of("You play **Big Fund**. Chips {gain:+2} now")
    assert [[span.text for span in word] for word in words] == [
        ["You"], ["play"], ["Big"], ["Fund", "."], ["Chips"], ["+2"], ["now"],
    ]  # fmt: skip
    assert words[2][0].is_bold and words[2][0].colour == theme.TEXT
    assert words[5][0].colour == theme.GAIN
    assert not words[6][0].is_bold
    assert plain("You play **Big Fund**. Chips {gain:+2}") == "You play Big Fund. Chips +2"


@pytest.mark.parametrize("width", [80, 150, 333])
def test_wrapped_lines_fit_and_lose_nothing(pen: Pen, width: int) -> None:
    text = "From the first tariffs to the **magnet crisis** in {loss:eight} rounds.\nA new paragraph."
    lines = pen.lines(text, "body", 15, width)
    for line in lines:
        end = max(x + pen.text_width(s.text, "bold" if s.is_bold else "body", 15) for s, x in line)
        assert end <= width or len(line) == 1
    words = " ".join("".join(s.text for s in word) for p in text.split("\n") for word in words_of(p))
    assert "".join(s.text for line in lines for s, _ in line) == words.replace(" ", "")
    assert pen.paragraph_height(text, width) == len(lines) * pen.line(15)


def test_a_paragraph_ends_where_it_says(pen: Pen, paper: pygame.Surface) -> None:
    text = "word " * 40
    end = pen.paragraph(paper, text, 10, 10, 300, 16)
    assert end == 10 + pen.paragraph_height(text, 300, 16)
    assert max(w.rect.bottom for w in pen.written) <= end


def test_too_many_lines_end_in_an_ellipsis(pen: Pen, paper: pygame.Surface) -> None:
    pen.paragraph(paper, "word " * 40, 10, 10, 300, 16, most=2)
    assert len({w.rect.y for w in pen.written}) == 2
    assert pen.written[-1].text.endswith("…")
    assert all(w.rect.right <= 310 for w in pen.written)


def test_shortened_text_fits_and_is_noted(pen: Pen, paper: pygame.Surface) -> None:
    pen.text(paper, "A title that is too long", 0, 50, "head", 20, width=100)
    written = pen.written[-1]
    assert written.is_shortened and written.text.endswith("…") and written.rect.w <= 100
    pen.text(paper, "Short", 0, 90, "head", 20, width=100)
    assert not pen.written[-1].is_shortened


def test_the_same_text_is_rendered_once(pen: Pen, paper: pygame.Surface) -> None:
    pen.text(paper, "Chips", 0, 20)
    kept = len(pen._texts)
    pen.text(paper, "Chips", 50, 90)
    assert len(pen._texts) == kept
