"""Text: every character can be written, marks, wrapping, shortening, the register."""

import ast
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

import pygame
import pytest

from game.places import assets_dir
from game.ui import fonts, theme
from game.ui.fonts import MissingFont, can_write, font_file, is_writable, runs
from game.ui.layout import SMALLEST_TEXT
from game.ui.pen import Pen
from game.ui.spans import kept_together
from game.ui.text import plain, words_of
from tests.ui.stretch import longer, stretch

KEPT = "\u00a0"
UI = Path(fonts.__file__).parent


@pytest.mark.parametrize("value", ["6 → 7", "Budget −2", "CN 2", "60 %", "US +3"])
def test_a_value_is_not_broken(value: str) -> None:
    assert kept_together(f"from {value} on") == f"from {value.replace(' ', KEPT)} on"


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


def code_strings(file: Path) -> set[str]:
    """The characters of the strings in a file of code, without its comments and docstrings."""
    tree = ast.parse(file.read_text("utf-8"))
    return {c for node in ast.walk(tree) if isinstance(node, ast.Constant) for c in str(node.value)}


@pytest.mark.parametrize("face", list(fonts.FACES))
def test_every_character_of_the_game_can_be_written_in_every_face(face: str) -> None:
    files = [*assets_dir().glob("packs/**/*.json"), *assets_dir().glob("handbook/**/*.*")]
    files = [
        file for file in files if file.suffix in (".json", ".md", ".txt") and file.parent.name != "class"
    ]
    used = {c for file in files for c in file.read_text("utf-8")}
    for code in UI.parent.rglob("*.py"):
        if code.name == "sheets.py":  # like the folder "class" for pages that a browser prints
            continue
        used |= code_strings(code)
    used = {c for c in used if c.isprintable()} - set(fonts.SYMBOLS)
    assert len(used) > 90
    assert {c for c in used if not can_write(str(font_file(face)), c)} == set()


def test_a_character_without_a_glyph_is_found_out() -> None:
    assert not can_write(str(font_file("body")), "→")
    assert can_write(str(font_file("body")), "A")


def shut_down_and_write_again(path: str) -> None:
    assert can_write(path, "x")
    pygame.quit()
    can_write.cache_clear()
    pygame.init()
    assert can_write(path, "x")


def test_fonts_are_opened_again_after_pygame_was_shut_down() -> None:
    """In a process of its own: no font that another test keeps would outlive it."""
    process = get_context("spawn").Process(target=shut_down_and_write_again, args=(str(font_file("body")),))
    process.start()
    process.join(60)
    assert process.exitcode == 0


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


@pytest.mark.parametrize("face", [face for face in fonts.FACES if face != "number"])
@pytest.mark.parametrize("size", [11, 12, 13, 14, 15, 16])
def test_small_type_is_spaced_like_large_type(pen: Pen, face: str, size: int) -> None:
    """Letters on whole pixels would make a word wider or narrower, and the gap after it."""
    for word in ["Each", "point", "of", "lead", "counts", "twice:", "the", "chip", "maker", "who", "builds", "in"]:
        ideal = pen.text_width(word, face, size * 10) / 10
        assert ideal - 0.5 <= pen.text_width(word, face, size) <= ideal + 1.2, word


def test_small_type_is_as_high_and_as_bright_as_the_face_says(pen: Pen, paper: pygame.Surface) -> None:
    for size in (11, 12, 14, 16):
        paper.fill((0, 0, 0, 0))
        pen.text(paper, "xxHxx", 20, 100, "medium", size, "#FFFFFF", "lb")
        ink = paper.get_bounding_rect(min_alpha=90)
        assert ink.bottom == 100 and abs(ink.h - pen.cap("medium", size)) <= 1
        assert max(paper.get_at((x, 98)).a for x in range(ink.x, ink.right)) > 150


def test_a_line_of_a_paragraph_looks_like_the_same_line_alone(pen: Pen, paper: pygame.Surface) -> None:
    line = "Each point of lead counts twice"
    pen.paragraph(paper, line, 20, 20, 900, 12, "#FFFFFF")
    alone = pygame.Surface(paper.get_size(), pygame.SRCALPHA)
    pen.text(alone, line, 20, 20, "body", 12, "#FFFFFF", "lt")
    assert pygame.image.tobytes(paper, "RGBA") == pygame.image.tobytes(alone, "RGBA")


@pytest.mark.parametrize("size", [11, 12, 13, 15])
def test_a_bold_number_stands_as_far_from_the_word_before_it_wherever_that_ends(
    pen: Pen, paper: pygame.Surface, size: int
) -> None:
    """On whole pixels the gap was two of them here and four there."""
    gaps = []
    for before in ("H", "HiH", "HilH", "HinH", "HitH", "HirkH", "HiiiH"):
        paper.fill((0, 0, 0, 0))
        pen.paragraph(paper, f"{before} **+3**", 20, 20, 900, size, "#FF0000")
        number = pen.written[-1].rect
        ink = {(x, y): paper.get_at((x, y)) for x in range(*_ends(number)) for y in range(*_ends(number, 1))}
        middle = sum(x * tone.a for (x, _), tone in ink.items()) / sum(tone.a for tone in ink.values())
        gaps.append(middle - pen.text_width(f"{before} ", "body", size * 4) / 4)
    assert max(gaps) - min(gaps) < 0.4, gaps


def _ends(rect: pygame.Rect, axis: int = 0) -> tuple[int, int]:
    return rect.topleft[axis], rect.bottomright[axis]


@pytest.mark.parametrize("word", ["Tension", "Budget", "Leadership", "Output", "bloc", "tile"])
def test_the_line_below_a_term_ends_with_it(pen: Pen, paper: pygame.Surface, word: str) -> None:
    text = f"a [{word}](term:tension) by 2"
    pen.paragraph(paper, text, 20, 20, 900, 12, "#FFFFFF")
    end = 20 + pen.text_width("a ", "body", 48) / 4 + pen.text_width(word, "body", 48) / 4
    term = pygame.Color(theme.TIP_EDGE)
    dots = pygame.mask.from_threshold(paper, term, (1, 1, 1, 255)).get_bounding_rects()
    assert end - 2.5 < max(rect.right for rect in dots) <= end + 0.5


def test_letters_are_set_apart_evenly(pen: Pen, paper: pygame.Surface) -> None:
    near = pen.text_width("UNEASY", "head", 15)
    assert pen.text_width("UNEASY", "head", 15, 1.2) == near + 5
    assert pen.text(paper, "UNEASY", 0, 50, "head", 15, tracking=1.2) == near + 5


@pytest.mark.parametrize("face", fonts.FACES)
def test_two_hyphens_of_a_command_stay_two(pen: Pen, paper: pygame.Surface, face: str) -> None:
    pen.text(paper, "--", 20, 100, face, 60)
    ink = paper.get_bounding_rect()
    row = [paper.get_at((x, ink.centery)).a for x in range(ink.x, ink.right)]
    assert min(row) < 30 and pen.written[-1].text == "--"


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


def test_plain_lines_break_where_marked_lines_do(pen: Pen) -> None:
    text = "United States plays **Minerals Security Partnership**. US Budget {loss:−1}, **Global South** {gain:+1}."
    for width in range(90, 400, 7):
        plain_lines = pen.wrap(text, "body", 15, width)
        assert len(plain_lines) == len(pen.lines(text, "body", 15, width))
        assert " ".join(plain_lines) == plain(text)


@pytest.mark.parametrize("top", [20, 20.5, 21.5, 20.3])
def test_the_lines_of_a_paragraph_stand_evenly(pen: Pen, paper: pygame.Surface, top: float) -> None:
    pen.written.clear()
    pen.paragraph(paper, "Hhh\nHhh\nHhh\nHhh\nHhh", 20, top, 900, 15)
    tops = [piece.rect.y for piece in pen.written]
    assert {low - high for high, low in zip(tops, tops[1:], strict=False)} == {pen.line(15)}


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


def test_text_that_does_not_fit_is_written_smaller(pen: Pen, paper: pygame.Surface) -> None:
    pen.text(paper, "A title that is too long", 0, 50, "head", 20, width=100)
    written = pen.written[-1]
    assert written.text == "A title that is too long" and not written.is_shortened
    assert SMALLEST_TEXT <= written.size < 20 and written.rect.w <= 100


def test_text_that_does_not_fit_in_the_smallest_type_ends_in_an_ellipsis_and_is_noted(
    pen: Pen, paper: pygame.Surface
) -> None:
    pen.text(paper, "A title that is much too long for this", 0, 50, "head", 20, width=100)
    written = pen.written[-1]
    assert written.is_shortened and written.text.endswith("…") and written.rect.w <= 100
    assert written.size == SMALLEST_TEXT
    pen.text(paper, "Short", 0, 90, "head", 20, width=100)
    assert not pen.written[-1].is_shortened and pen.written[-1].size == 20


def test_a_paragraph_that_is_cut_off_is_noted(pen: Pen, paper: pygame.Surface) -> None:
    pen.paragraph(paper, "word " * 40, 10, 10, 300, 16, most=2)
    assert [written.is_shortened for written in pen.written].count(True) == 1


def test_the_condensed_face_saves_a_line(pen: Pen) -> None:
    text = "Your Budget and Political Capital add up to at least 17 in hand"
    width = next(w for w in range(50, 900) if len(pen.lines(text, "head", 14, w)) == 2)
    assert len(pen.lines(text, "body", 14, width)) > 2
    assert pen.narrower(text, width, 14, 2) == "head"
    assert pen.narrower(text, 2 * width, 14, 2) == "body"


def test_a_word_longer_than_its_line_is_broken(pen: Pen, paper: pygame.Surface) -> None:
    word = "/home/somebody/Documents/Chokepoint/saves/autosave-tech-war-0123456789.json"
    for lines in (
        pen.wrap(f"see {word} there", "body", 15, 150),
        [
            "".join(span.text for span, _ in line)
            for line in pen.lines(f"see **{word}** there", "body", 15, 150)
        ],
    ):
        assert "".join(lines).replace(" ", "") == f"see{word}there"
        assert all(pen.text_width(line, "bold", 15) <= 156 for line in lines)
    pen.paragraph(paper, word, 10, 10, 150)
    assert max(written.rect.right for written in pen.written) <= 160


def test_letters_set_apart_may_hold_arrows(pen: Pen, paper: pygame.Surface) -> None:
    width = pen.text(paper, "2018→2025", 20, 100, "head", 30, tracking=2)
    assert width == pen.text_width("2018→2025", "head", 30, 2)
    assert paper.get_bounding_rect().right <= 20 + width + 1


def test_longer_text_is_longer_only_once_and_keeps_marks_and_numbers() -> None:
    text = "You play **Big Fund** for 3B: {gain:+2} and {dim:Tension} R12 …"
    assert longer(text) == "Youō playō **Bigō Fundō** forō 3B: {gain:+2} andō {dim:Tensionōō} R12 …"
    assert longer(longer(text)) == longer(text)
    assert longer("CAPITAL") == "CAPITALŌŌ"
    prose = "From the first tariffs to the magnet crisis in eight rounds. Washington holds advanced chips."
    assert len(longer(prose)) == pytest.approx(len(prose) * 1.35, rel=0.05)


def test_longer_text_is_measured_wrapped_and_written_alike(
    pen: Pen, paper: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pen.text_width("Electric cars", "head", 20)
    stretch(monkeypatch)
    assert pen.text_width("Electric cars", "head", 20) > before * 1.25
    assert pen.text(paper, "Electric cars", 0, 50, "head", 20) == pen.text_width("Electric cars", "head", 20)
    for line in pen.wrap("Electric cars and their batteries", "body", 15, 120):
        assert pen.text(paper, line, 0, 50, "body", 15) <= 120


def test_the_same_text_is_rendered_once(pen: Pen, paper: pygame.Surface) -> None:
    pen.text(paper, "Chips", 0, 20)
    kept = len(pen._texts)
    pen.text(paper, "Chips", 50, 90)
    assert len(pen._texts) == kept


@pytest.mark.parametrize(
    "text", ["Capital 4 → 3 and Budget −2 so", "Capital 4 → {gain:3} and **Budget** {loss:−2} so"]
)
def test_a_value_never_stands_in_two_lines(pen: Pen, text: str) -> None:
    for width in range(80, 300, 3):
        for line in pen.wrap(text, "body", 15, width):
            assert not line.startswith(("→", "−", "3")) and not line.endswith(("→", "Budget", " 4")), line


@pytest.mark.parametrize(
    "text", ["Union 8 − 2 (leak of a control) = 6; next best", "Union **8** − {loss:2} (leak) = **6**; next"]
)
def test_a_sum_never_breaks_at_a_sign(pen: Pen, text: str) -> None:
    for width in range(90, 300, 3):
        for line in pen.wrap(text, "body", 15, width):
            assert not line.startswith(("−", "=", "2", "6")) and not line.endswith(("−", "=", " 8")), line


def test_a_side_and_its_value_stand_in_one_line(pen: Pen) -> None:
    for width in range(80, 300, 3):
        for line in pen.wrap("Taiwan {us:US} 2 → {us:US} 3 and more", "body", 15, width):
            assert not line.endswith("US") and not line.startswith(("2", "3")), line


@pytest.mark.parametrize("text", ["Budget · Capital · Approval", "**Budget** · Capital · {gain:Approval}"])
def test_a_dot_between_parts_neither_begins_nor_ends_a_line(pen: Pen, text: str) -> None:
    for width in range(60, 300, 3):
        lines = pen.wrap(text, "body", 15, width)
        assert not any(line.startswith("·") or line.endswith("·") for line in lines), lines


def test_bold_words_stand_on_the_line_of_the_others(pen: Pen) -> None:
    target = pygame.Surface((400, 60))
    for size in range(11, 30):
        pen.written.clear()
        pen.paragraph(target, "Two **bold** words", 0, 0, 390, size)
        assert len({written.rect.bottom for written in pen.written if written.text != "Two"}) == 1


def test_a_character_that_no_font_takes_is_left_out(pen: Pen, paper: pygame.Surface) -> None:
    pen.text(paper, "a\0b", 0, 0, "body", 14, theme.TEXT)
    assert pen.text_width("a\0b", "body", 14) == pen.text_width("ab", "body", 14)
    assert pen.wrap("a\0b c", "body", 14, 500) == ["ab c"]
