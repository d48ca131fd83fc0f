"""The mechanisms behind the instruments, as a section of the handbook."""

from game.content.handbook import Block
from game.match.library import Section

from .mechanisms import Mechanism, mechanisms

ABOUT = (
    "What economists say of the instruments, in short. Each idea comes with two studies or voices that do not agree, "
    "a question for a class, and what the game leaves out."
)


def mechanism_section() -> Section:
    """Every idea with its question; voices and what is left out are for those who read in full."""
    blocks = [Block("heading", "Mechanisms", 1), Block("paragraph", ABOUT)]
    for mechanism in mechanisms().values():
        blocks += _blocks(mechanism)
    return Section("mechanisms", "Mechanisms", "why", tuple(blocks))


def _blocks(one: Mechanism) -> list[Block]:
    said = (("paragraph", f"**{one.idea}**"), ("paragraph", f"Ask: {one.question}"))
    found = [
        Block("entry", one.title, anchor=f"mechanism:{one.id}"),
        Block("scene", name=one.art, rows=said),
    ]
    for view in one.views:
        found += [Block("detail", view.words), Block("note", view.source)]
    return [*found, Block("detail", f"**Left out.** {one.left_out}")]
