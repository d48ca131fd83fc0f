"""Where on the screen the things stand that a lesson names: `sector ai`, `bloc taiwan`, `measures us`, `tension`."""

from collections.abc import Sequence

import pygame

from game.engine.notation import SIDES
from game.engine.rulebook import Rulebook

from ..nodes import Node


def rects(nodes: Sequence[Node], book: Rulebook, names: Sequence[str]) -> list[pygame.Rect]:
    """The places of those that are there, each once."""
    found: list[pygame.Rect] = []
    for name in names:
        prefix, is_many = _node_name(book, name)
        there = [n.rect for n in nodes if n.name == prefix or is_many and n.name.startswith(prefix)]
        place = there[0].unionall(there[1:]) if there else None
        if place is not None and place not in found:
            found.append(place)
    return found


def _node_name(book: Rulebook, name: str) -> tuple[str, bool]:
    """The name of its node, and whether it only begins so."""
    kind, _, what = name.partition(" ")
    if kind == "node":
        return what, False
    if kind == "sector":
        return f"sector:{[sector.id for sector in book.sectors].index(what)}", False
    if kind == "bloc":
        return f"bloc:{[bloc.id for bloc in book.blocs].index(what)}", False
    if kind == "card":
        return f"card:{[card.id for card in book.cards].index(what)}", False
    if kind == "measures":
        return f"measure:{SIDES.index(what)}:", True
    if kind in ("lift", "deal", "pass", "report"):
        return f"do:{kind}", False
    return f"{kind}:{SIDES.index(what)}" if what else kind, False
