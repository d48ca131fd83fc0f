"""The roles in a team and their private aims: what the role sheets ask for, looked up at the end of a match.

The words are those of the role sheets (`assets/handbook/class/roles.md`), so that paper and program can't disagree.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.content.handbook import Block, blocks
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.state import State
from game.engine.supply import resilience, toward
from game.places import assets_dir

from .rounds import Moment

AIM = "Your private aim"


@dataclass(frozen=True, slots=True)
class RoleAim:
    """One role's private aim, and whether each side met it."""

    role: str
    words: str
    is_met: tuple[bool, bool]


def role_aims(book: Rulebook, course: Sequence[Moment]) -> list[RoleAim]:
    """All roles' aims, by how things stand at the end of the course."""
    return [
        RoleAim(role, words, (TESTS[role](book, course, T.US), TESTS[role](book, course, T.CHINA)))
        for role, words in aims().items()
    ]


def aims() -> dict[str, str]:
    """The private aims as the role sheets word them, by role."""
    text = (assets_dir() / "handbook" / "class" / "roles.md").read_text("utf-8")
    found, role = {}, ""
    told = blocks(text)
    for block, following in zip(told, told[1:], strict=False):
        if block.text.startswith("Role: "):
            role = block.text.removeprefix("Role: ")
        elif block.text == AIM:
            found[role] = following.text.partition(". ")[0] + "."
    return found


def role_sheets() -> dict[str, list[Block]]:
    """What the sheets say before the lines to write on, by role: the role, its aim."""
    text = (assets_dir() / "handbook" / "class" / "roles.md").read_text("utf-8")
    found: dict[str, list[Block]] = {}
    is_read = False
    for block in blocks(text):
        if block.text.startswith("Role: "):
            told = found[block.text.removeprefix("Role: ")] = []
            is_read = True
        elif block.text == "Your notes":
            is_read = False
        elif is_read:
            told.append(block)
    return found


# --- what they ask for ---------------------------------------------------------------------------


def _leader(book: Rulebook, course: Sequence[Moment], side: int) -> bool:
    end = course[-1].seen
    return end.shared[T.ENDING] not in (T.RUPTURE, T.SHARED_LOSS) and end.approval[side] >= 6


def _industry(book: Rulebook, course: Sequence[Moment], side: int) -> bool:
    cells = range(side * T.SECTORS + T.UPSTREAM, (side + 1) * T.SECTORS)
    return sum(course[-1].outputs[cell] > course[0].outputs[cell] for cell in cells) >= 2


def _trade(book: Rulebook, course: Sequence[Moment], side: int) -> bool:
    end = course[-1].seen
    return end.tariff[side] <= 1 and end.shared[T.DECOUPLING] <= 2


def _security(book: Rulebook, course: Sequence[Moment], side: int) -> bool:
    first, end = course[0].seen, course[-1].seen
    has_grown = resilience(book.tables, end, side) > resilience(book.tables, first, side)
    return has_grown and _measures(end, side) > 0


def _measures(s: State, side: int) -> int:
    """Controls and listings that lie on the table."""
    controls = s.control[side * T.UPSTREAM : (side + 1) * T.UPSTREAM]
    listings = s.listing[side * T.SECTORS : (side + 1) * T.SECTORS]
    return sum(level > 0 for level in (*controls, *listings))


def _diplomacy(book: Rulebook, course: Sequence[Moment], side: int) -> bool:
    leans = [toward(course[-1].seen, side, bloc) for bloc in range(T.BLOCS)]
    has_more = sum(lean > 0 for lean in leans) > sum(lean < 0 for lean in leans)
    return has_more and any(event.what == T.NOTE_ACCEPT for moment in course for event in moment.told)


TESTS: dict[str, Callable[[Rulebook, Sequence[Moment], int], bool]] = {
    "leader": _leader,
    "industry": _industry,
    "trade": _trade,
    "security": _security,
    "diplomacy": _diplomacy,
}
