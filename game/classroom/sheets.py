"""What a teacher prints: lesson plans, notes, sheets for students and roles, questionnaire, rubric.

The texts are in `assets/handbook/class`, in the handbook's part of Markdown. On paper, `---` begins a new page, and
each `____` in a paragraph of nothing else is a line to write on.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from game.content.compile import load_base
from game.content.handbook import Block, blocks, filled
from game.places import assets_dir

from .bell import PLANS, fit, options
from .pages import render
from .questionnaire import Item, questionnaire

LINE = "____"
PEOPLE = {45: 2, 60: 2, 90: 4}  # on one side of a table, in the lesson plans


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thing to print: its pages as HTML."""

    id: str
    title: str
    body: str


@lru_cache(maxsize=1)
def sheets() -> dict[str, Sheet]:
    """All of them by id, in the order of the contents."""
    lines = _text("contents").splitlines()
    return {name: _sheet(name) for name in (line[2:].strip() for line in lines if line.startswith("- "))}


def page(sheet: Sheet) -> str:
    """A sheet as a page of its own."""
    return render("sheet.html", sheet=sheet)


def index() -> str:
    """A page that leads to all of them."""
    return render("sheets.html", sheets=sheets().values())


def _folder() -> Path:
    return assets_dir() / "handbook" / "class"


def _text(name: str) -> str:
    return (_folder() / f"{name}.md").read_text("utf-8")


def _sheet(name: str) -> Sheet:
    made = MADE.get(name)
    if made is not None:
        return made(name)
    found = blocks(filled(_text(name), _names()))
    return Sheet(name, "Role sheets" if name == "roles" else found[0].text, body(found))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, object]:
    """What the lesson plans take from the bell: `{rounds-45}` and so on."""
    pack = load_base()
    titles = {scenario.id: scenario.title for scenario in pack.scenarios}
    names: dict[str, object] = {}
    for minutes, plan in PLANS.items():
        found = fit(plan.play, PEOPLE[minutes], options(pack))
        names |= {
            f"scenario-{minutes}": titles[found.scenario],
            f"rounds-{minutes}": found.rounds,
            f"seconds-{minutes}": 5 * round(found.seconds / 5),
        }
    return names


# --- from blocks to HTML -------------------------------------------------------------------------


def body(found: list[Block]) -> str:
    """Blocks of the handbook's text as HTML."""
    made, n = [], 0
    while n < len(found):
        block = found[n]
        if block.kind == "item":
            last = n
            while (
                last < len(found)
                and found[last].kind == "item"
                and bool(found[last].mark) == bool(block.mark)
            ):
                last += 1
            tag = "ol" if block.mark else "ul"
            made.append(f"<{tag}>{''.join(f'<li>{_inline(b.text)}</li>' for b in found[n:last])}</{tag}>")
            n = last
            continue
        made.append(_block(block))
        n += 1
    return "\n".join(made)


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"<h{block.level}>{_inline(block.text)}</h{block.level}>"
    if block.kind == "table":
        head, *rows = block.rows
        cells = "".join(f"<th>{_inline(cell)}</th>" for cell in head)
        return f"<table><tr>{cells}</tr>{''.join(map(_row, rows))}</table>"
    if block.text == "---":
        return '<div class="leaf"></div>'
    if set(block.text.split()) == {LINE}:
        return '<p class="lines"></p>' * len(block.text.split())
    return f"<p>{_inline(block.text)}</p>"


def _row(cells: tuple[str, ...]) -> str:
    is_blank = not all(cells)
    inside = "".join(f"<td>{_inline(cell)}</td>" for cell in cells)
    return f'<tr class="blank">{inside}</tr>' if is_blank else f"<tr>{inside}</tr>"


def _inline(text: str) -> str:
    """Bold words, and blanks to fill in."""
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text, False))
    return re.sub(r"_{5,}", lambda found: f'<span class="gap" style="width: {len(found[0])}ch"></span>', text)


# --- the questionnaire ---------------------------------------------------------------------------


def _questionnaire(name: str) -> Sheet:
    form = questionnaire()
    asked = "".join(_item(item) for item in form.items)
    top = f"<h1>{escape(form.title)}</h1><p>{escape(form.intro)}</p>"
    who = _inline("Nickname: ____________________ ☐ before ☐ after")
    return Sheet(name, "Questionnaire", f'{top}<p>{who}</p><ol class="items">{asked}</ol>')


def _item(item: Item) -> str:
    """A question with boxes to tick; a scale of opinion stands in one row."""
    boxes = [f"☐ {escape(option, False)}" for option in item.options]
    if item.right is None:
        boxes = [" &emsp; ".join(boxes)]
    return (
        f'<li class="item"><p>{escape(item.words, False)}</p>{"".join(f"<p>{box}</p>" for box in boxes)}</li>'
    )


def _answers(name: str) -> Sheet:
    told = "".join(_answer(item) for item in questionnaire().items)
    top = (
        "<h1>Questionnaire: answers</h1><p>For the teacher. Three of the questions ask for an opinion and have no "
        "right answer: look at what moved, and ask why.</p>"
    )
    return Sheet(name, "Questionnaire: answers", f'{top}<ol class="items">{told}</ol>')


def _answer(item: Item) -> str:
    words = escape(item.words, False)
    if item.right is None:
        return f'<li class="item"><p>{words}</p><p class="quiet">An opinion.</p></li>'
    right = escape(item.options[item.right - 1], False)
    why = f'{escape(item.why, False)} <span class="quiet">({escape(item.source, False)})</span>'
    return f'<li class="item"><p>{words}</p><p><strong>{right}.</strong> {why}</p></li>'


MADE: dict[str, Callable[[str], Sheet]] = {
    "questionnaire": _questionnaire,
    "questionnaire-answers": _answers,
}
