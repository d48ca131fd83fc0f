"""Stagehands: they set the movers going, by comparing the table before and after a beat.

They know nodes by their names and nothing of the rules. A node that is not on the screen just does not move.
"""

from collections.abc import Iterable, Mapping

import pygame

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.view import is_blank
from game.match.words import signed

from . import theme
from .director import Beat, is_drawn
from .motions import (
    ARC,
    DRAW,
    KINDS,
    LIFT,
    OPEN,
    PLAY,
    SETTLE,
    STAGGER,
    STEP,
    TIP,
    TURN,
    Fade,
    Flip,
    Fly,
    Pause,
    Pulse,
    Shake,
    Slide,
    kind_of,
    node_of,
)
from .movers import Drawing, Dropping, Flying, Glowing, Mover, Rising, Sliding, Ticking, Turning, narrowed
from .nodes import Node
from .stage import Stage

CHIPS = ("meter", "tension", "decoupling", "bloc", "store")  # families whose change is written beside them
LOOKED_AT = "zoom"  # a card that is looked at, large
THINKING = "thinking"


class Stagehands:
    """What moves on one stage."""

    def __init__(self, stage: Stage, book: Rulebook) -> None:
        self.stage, self.book, self.pen = stage, book, stage.pen
        self._movers: dict[str, Mover] = {}
        self.played: set[str] = set()  # nodes of cards that have left the hand before the rules say so

    @property
    def movers(self) -> list[Mover]:
        return list(self._movers.values())

    def update(self, seconds: float, pace: float) -> None:
        for mover in self.movers:
            mover.advance(seconds, pace)
            if mover.is_over:
                del self._movers[mover.name]

    def clear(self) -> None:
        """Nothing moves any more."""
        self._movers.clear()
        self.played.clear()

    def _go(self, mover: Mover) -> None:
        self._movers[mover.name] = mover

    # --- before the impact -----------------------------------------------------------------------

    def begin(self, beat: Beat) -> None:
        """A card of the hand goes to the table."""
        card = beat.entries[0].event.old if beat.name != "note set" else self._set_card(beat)
        node = self.stage.get(f"card:{card}")
        if node is None:
            return
        self.played.add(node.name)
        table = self.stage.get("map") or self.stage.get("graph")
        spot = table.rect.center if table else (self.pen.width // 2, self.pen.height // 3)
        fly = Fly(PLAY, 0, node.rect.center, spot)
        picture = self.stage.picture(node).surface
        self._go(Flying("played", fly, linger=SETTLE, picture=picture))

    def _set_card(self, beat: Beat) -> int:
        """The card that is laid face-down, as far as the viewer knows it."""
        for entry in beat.entries:
            if T.PLACE <= entry.event.what < T.NOTE and entry.event.new == T.IN_SLOT:
                return entry.event.what - T.PLACE
        return T.NONE

    # --- at the impact ---------------------------------------------------------------------------

    def land(self, beats: Iterable[Beat], after: list[Node]) -> None:
        """The table has been drawn anew: show how it got from what it was to what it is."""
        before = {node.name: node for node in self.stage.nodes}
        now = {node.name: node for node in after}
        for beat in beats:
            self._leave_the_table(beat, now)
            self._draw_cards(beat, now)
            self._mark(beat, before, now)
        self._slide_gauges(before, now)
        self._draw_lines(before, now)

    def _draw_lines(self, before: Mapping[str, Node], now: Mapping[str, Node]) -> None:
        """Lines that open are drawn toward their goal, lines that close back from it."""
        was, on = ({node.name: node for node in there.values() if node.course} for there in (before, now))
        lasting = {_family(name) for name in was} & {
            _family(name) for name in on
        }  # others come with another view
        for name in sorted(was.keys() | on.keys()):
            old, new = was.get(name), on.get(name)
            if _family(name) in lasting and (old is None or new is None or old.value != new.value):
                self._draw_line(old, new, now)

    def _draw_line(self, old: Node | None, new: Node | None, now: Mapping[str, Node]) -> None:
        line = new or old
        assert line is not None and line.course is not None
        course, opens = line.course, new is not None and (old is None or new.value > old.value)
        fade = Fade(TIP if course.delay else ARC, course.delay, 0, 1)
        old_one, new_one = ((self.stage.picture(n).surface, n.outer) if n else None for n in (old, new))
        way = (course.dx, course.dy) if opens else (-course.dx, -course.dy)
        lifts = (line.name,) if new else ()
        self._go(Drawing(line.name, fade, line.layer, lifts, old=old_one, new=new_one, course=way))
        goal = now.get(course.goal)
        if opens and goal is not None:
            self._glow(goal, 0.4, fade.end)

    def _slide_gauges(self, before: Mapping[str, Node], now: Mapping[str, Node]) -> None:
        for name, node in now.items():
            old = before.get(name)
            was = node.start if old is None else old.value
            if node.gauge is None or was is None or was == node.value:
                continue
            moving = self._movers.get(name)
            start = moving.motion.at(moving.t) if isinstance(moving, Sliding) else was
            motion = Slide(node.seconds, 0, start, node.value)
            self._go(Sliding(name, motion, node.layer, (name,), node=node, was=was))

    def _mark(self, beat: Beat, before: Mapping[str, Node], now: Mapping[str, Node]) -> None:
        """Each thing that changed glows, drops or turns; numbers rise from it."""
        changes: dict[str, int] = {}
        for entry in beat.entries:
            event = entry.event
            kind = KINDS[kind_of(self.book, event)]
            name = node_of(self.book, event)
            node = now.get(name)
            if node is None or kind.motion is None:
                continue
            if kind.family in CHIPS and event.what < T.NOTE and not is_blank(event):
                changes[name] = changes.get(name, 0) + event.new - event.old
            if kind.motion is Shake:
                self._drop(node, kind.seconds, before.get(name))
            elif kind.motion is Flip and name in before and before[name].key != node.key:
                self._turn(before[name], node, kind.seconds)
            elif kind.motion is Pulse:
                self._glow(node, kind.seconds)
        for name, change in changes.items():
            if change:
                self._rise(now[name], change)

    def _glow(self, node: Node, seconds: float, delay: float = 0) -> None:
        rect = node.rect
        key = f"glow {node.name}"
        picture = self.pen.box_picture(
            rect.w, rect.h, "#DCE8FF", "#DCE8FF", "#FFFFFF", node.radius, 2.4, share=0.22
        )
        self._go(Glowing(key, Pulse(seconds + 0.25, delay), picture=picture.copy(), place=rect))

    def _drop(self, node: Node, seconds: float, before: Node | None) -> None:
        if before is not None and before.key == node.key:
            return
        picture = self.stage.picture(node).surface
        motion = Shake(seconds)
        self._go(
            Dropping(
                f"drop {node.name}",
                motion,
                lifts=(node.name,),
                picture=picture,
                place=node.outer,
                drop=self.pen.px(44),
            )
        )

    def _turn(self, before: Node, node: Node, seconds: float) -> None:
        backs, faces = (narrowed(self.stage.picture(n).surface) for n in (before, node))
        self._go(
            Turning(
                f"turn {node.name}",
                Flip(seconds),
                lifts=(node.name,),
                backs=backs,
                faces=faces,
                centre=node.rect.center,
            )
        )

    def _rise(self, node: Node, change: int) -> None:
        pen, words = self.pen, signed(change)
        w, h = pen.text_width(words, "number", 20) + pen.px(22), pen.px(32)
        picture = pygame.Surface((w, h), pygame.SRCALPHA)
        tone = theme.GAIN if change > 0 else theme.LOSS
        pen.box(picture, picture.get_rect(), theme.DEEPEST, theme.DEEPEST, tone, 16, 1.6)
        pen.text(picture, words, w / 2, h / 2, "number", 20, tone, "cm")
        climb = pen.px(14)
        place = picture.get_rect(midbottom=(node.rect.right - w // 2, node.rect.y + pen.px(10)))
        place.clamp_ip(pygame.Rect(0, climb, pen.width, pen.height))
        self._go(Rising(f"change {node.name}", Fade(1.0), layer=7, picture=picture, place=place, climb=climb))

    def tell(self, now: Iterable[Node]) -> None:
        """A banner comes up; its card is turned over on it."""
        by_name = {node.name: node for node in now}
        panel, face, back = (by_name.get(name) for name in ("banner", "banner card", "banner back"))
        if panel is None or face is None:
            return
        below = (panel.rect.centerx, panel.rect.centery + self.pen.px(40))
        self._rise_up(panel, below)
        self._rise_up(face, (face.rect.centerx, face.rect.centery + self.pen.px(40)))
        if back is None:
            return
        start = by_name.get(f"side:{int(back.value)}", back)  # it comes from its owner's end of the header
        picture = self.stage.picture(back).surface
        fly = Fly(PLAY, 0, start.rect.center, back.rect.center)
        self._go(Flying("dealt", fly, back.layer, ("banner back", "banner card"), picture=picture))
        backs, faces = narrowed(picture), narrowed(self.stage.picture(face).surface)
        turn = Flip(TURN, PLAY)
        lifts, centre = (back.name, face.name), face.rect.center
        self._go(Turning(face.name, turn, back.layer, lifts, backs=backs, faces=faces, centre=centre))

    def _rise_up(self, node: Node, start: tuple[int, int], seconds: float = OPEN) -> None:
        fly = Fly(seconds, 0, start, node.rect.center)
        picture = self.stage.picture(node).surface
        self._go(Flying(node.name, fly, node.layer, (node.name,), picture=picture))

    def lift(self, card: Node | None) -> None:
        """The card that is looked at rises; one that is looked at no longer is gone."""
        before = self.stage.get(LOOKED_AT)
        if card is None:
            self._movers.pop(LOOKED_AT, None)
        elif before is None or before.rect != card.rect:
            below = (card.rect.centerx, card.rect.centery + self.pen.px(26))
            self._rise_up(card, below, LIFT)

    def think(self, sign: Node | None) -> None:
        """The sign that the computer thinks steps on as long as it is there."""
        ticking = self._movers.get(THINKING)
        if sign is None:
            self._movers.pop(THINKING, None)
        elif not isinstance(ticking, Ticking) or ticking.rect != sign.rect:
            self._go(Ticking(THINKING, Pause(STEP), sign.layer, (sign.name,), node=sign))

    # --- cards -----------------------------------------------------------------------------------

    def _draw_cards(self, beat: Beat, now: Mapping[str, Node]) -> None:
        """New cards of the hand come from the deck, one after the other."""
        if beat.name != "place":
            return
        names = [node_of(self.book, entry.event) for entry in beat.entries if is_drawn(entry)]
        for n, name in enumerate(name for name in names if name in now):
            node = now[name]
            deck = now.get(f"pile:{self.book.card_side(int(name.split(':')[1]))}")
            if deck is None:
                continue
            fly = Fly(DRAW, n * STAGGER, deck.rect.center, node.rect.center)
            picture = self.stage.picture(node).surface
            self._go(Flying(f"draw {name}", fly, lifts=(name,), picture=picture))

    def _leave_the_table(self, beat: Beat, now: Mapping[str, Node]) -> None:
        """The card that was played goes on to its pile or slot, once it has been seen."""
        played = self._movers.get("played")
        if not isinstance(played, Flying) or beat.kind.family != "deed" or played.picture is None:
            return
        side = beat.entries[0].event.old
        if beat.name != "note set":
            side = self.book.card_side(side)
        goal = now.get(f"slot:{side}" if beat.name == "note set" else f"pile:{side}")
        if goal is None:
            return
        fly = Fly(0.3, SETTLE, played.motion.goal, goal.rect.center)
        self._go(Flying("played", fly, picture=played.picture, waits=True, fades=True))


def _family(name: str) -> str:
    return name.partition(":")[0]
