"""What is shown of a match: a director for each viewer, the stagehands of this window, the sounds.

Motions take the time that the settings give them; where nobody looks, or at the speed "at once", all is there at once.
"""

from collections.abc import Sequence

from game.engine.state import State
from game.match.bulletin import Bulletin
from game.match.log import Line
from game.match.match import Match
from game.match.words import Words

from .app import App
from .director import AT_ONCE, INSTANT, PACES, Beat, Director
from .movers import Mover
from .nodes import Node
from .sound import heard
from .stagehands import LOOKED_AT, THINKING, Stagehands
from .telling import READING, Telling


class Showing:
    def __init__(self, app: App, match: Match, words: Words, viewers: Sequence[int], viewer: int) -> None:
        self.app, self.match, self.viewer = app, match, viewer
        self.directors = {one: Director(match, one, words) for one in viewers}
        self.crew = Stagehands(app.stage, match.book)
        self._landed: list[Beat] = []  # beats that the next nodes show for the first time
        self._began = False  # whether the next nodes are the first that tell something
        self.log: list[Line] = []
        self._refresh()

    @property
    def director(self) -> Director:
        return self.directors[self.viewer]

    @property
    def seen(self) -> State:
        """What the viewer has been shown."""
        return self.director.shown.seen

    @property
    def is_busy(self) -> bool:
        return self.director.is_busy

    @property
    def is_waiting(self) -> bool:
        """Whether nothing moves and something is there to be read."""
        return self.director.is_waiting

    @property
    def is_reading(self) -> bool:
        """Whether a bulletin is there to be read."""
        return self.is_waiting and isinstance(self.told, Bulletin)

    @property
    def goes_on(self) -> bool:
        """Whether what is told gives way by itself once there was time to read it."""
        return not isinstance(self.told, Bulletin) and self.app.settings.speed in READING

    @property
    def is_moving(self) -> bool:
        return self.is_busy and not self.is_waiting or any(not mover.is_slow for mover in self.crew.movers)

    @property
    def is_at_once(self) -> bool:
        """Whether nothing takes time."""
        settings = self.app.settings
        return settings.speed == AT_ONCE or settings.reduced_motion

    @property
    def told(self) -> Telling | None:
        return self.director.telling

    @property
    def movers(self) -> Sequence[Mover]:
        return self.crew.movers

    # --- time ------------------------------------------------------------------------------------

    def update(self, seconds: float, is_seen: bool = True) -> bool:
        """Hear what the match did and move what moves. True if the viewer has been shown something new."""
        if self.crew.stage is not self.app.stage:  # the window has another size
            self.crew = Stagehands(self.app.stage, self.match.book)
        for director in self.directors.values():
            director.listen()
        settings = self.app.settings
        if not is_seen and isinstance(self.told, Bulletin):
            return False  # it waits until somebody comes back to read it
        if not is_seen or settings.speed == AT_ONCE:
            return self.director.is_busy and self.finish()
        pace = INSTANT if settings.reduced_motion else PACES[settings.speed]
        self.crew.update(seconds, pace)
        if not self.director.is_busy:
            return False
        moments = self.director.update(seconds, pace, settings.speed)
        for beat in moments.begun if pace != INSTANT else ():
            self.crew.begin(beat)
        self._landed += moments.landed
        self._began = self._began or moments.is_told
        self._sound(moments.landed)
        return self._refresh() if moments or not self.director.is_busy else False

    def _sound(self, beats: list[Beat]) -> None:
        """Each sound of what has landed, once."""
        sounds = [heard(self.match.book, entry.event) for beat in beats for entry in beat.entries]
        for sound in dict.fromkeys(sounds):
            if sound:
                self.app.sounds.play(sound)

    def finish(self) -> bool:
        """Show all that is left at once."""
        before = len(self.director.story.entries)
        self.director.finish()
        book, told = self.match.book, self.director.story.entries[before:]
        sounds = [heard(book, entry.event) for entry in told]
        for sound in [name for name in dict.fromkeys(sounds) if name][-1:]:
            self.app.sounds.play(sound)
        return self._still()

    def skip(self) -> bool:
        """Show at once what moves; from what is told go on to what comes next."""
        self.director.skip()
        return self._still()

    def _still(self) -> bool:
        """Nothing is on its way any more."""
        self.crew.clear()
        self._landed.clear()
        return self._refresh()

    def _refresh(self) -> bool:
        self.log = self.director.story.lines()
        return True

    # --- other positions, other viewers ----------------------------------------------------------

    def reset(self) -> None:
        """The position is another: show it as it is, and nothing of how it came to be."""
        for director in self.directors.values():
            director.reset()
        self._still()

    def went_back(self) -> None:
        """The match is at an earlier position: forget what was shown of later ones."""
        for director in self.directors.values():
            director.rewind(len(self.match.actions))
        self._still()

    def look(self, viewer: int) -> None:
        """Another viewer looks, and is shown what has happened since it last did."""
        self.viewer = viewer
        self._still()

    def explain(self, reason: str) -> None:
        """Why the computer made the pick that comes next, for those who want to know."""
        if not self.app.settings.reasons:
            return
        for director in self.directors.values():
            director.reasons[len(self.match.actions) + 1] = reason

    # --- nodes -----------------------------------------------------------------------------------

    def land(self, nodes: list[Node]) -> None:
        """The table has been drawn anew: set going what brought it there."""
        if self.app.settings.reduced_motion:
            self._landed.clear()
            return
        if self._landed:
            self.crew.land(self._landed, nodes)
            self._landed = []
        if self._began:
            self.crew.tell(nodes)
            self._began = False

    def attend(self, nodes: Sequence[Node]) -> None:
        """What moves though nothing happens: a card that is looked at rises, a sign says that the computer thinks."""
        found = {node.name: node for node in nodes if node.name in (LOOKED_AT, THINKING)}
        if self.is_at_once:
            found.clear()
        self.crew.think(found.get(THINKING))
        self.crew.lift(found.get(LOOKED_AT))
