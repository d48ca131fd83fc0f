"""Short sounds, played by name: `app.sounds.play("card")`. Without a sound device the game is silent.

Nothing is told by sound alone. What is heard of a match is an event that the log tells in words: `heard`
says which sound an event makes, and every event that makes one has its words (`match.words`). The two that
are left answer the player's own hand: `click` the button that was pressed, `undo` the line that leaves the
log.
"""

from enum import Enum

import pygame

from game.engine import terms as T
from game.engine.event import Event, place_of
from game.engine.rulebook import Rulebook
from game.places import assets_dir

from .settings import Settings

OWN_HAND = ("click", "undo")
# a note of the log, and a cell whose value rises (alignment: changes)
OF_NOTE = {
    T.NOTE_ROUND: "draw",
    T.NOTE_POLICY: "card",
    T.NOTE_STATECRAFT: "card",
    T.NOTE_FUND: "card",
    T.NOTE_SET: "card",
    T.NOTE_FIRED: "card",
    T.NOTE_ACCEPT: "deal",
    T.NOTE_NAMED: "spotlight",
}
OF_CELL = {"control": "control", "listing": "control", "tariff": "control", "align": "ally"}
SOUNDS = {*OWN_HAND, *OF_NOTE.values(), *OF_CELL.values(), "tension", "market", "win", "rupture"}
BUFFER = 2048  # samples, 46 ms: half as many wake the mixing thread twice as often, also in silence
AT_ONCE = 2  # times that one sound may overlap itself: a row of equal events is no roar


class Device(Enum):
    UNTRIED, READY, NONE = range(3)


class Sounds:
    """Plays the sounds of the game at the volume of the settings. The device is opened by the first sound."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._device = Device.UNTRIED
        self._loaded: dict[str, pygame.mixer.Sound] = {}

    @property
    def is_silent(self) -> bool:
        """Whether this machine can play no sound at all."""
        return not self._is_open()

    def play(self, name: str) -> None:
        """Play a sound of SOUNDS; nothing while muted or without a device."""
        if self._settings.muted or not self._settings.volume or not self._is_open():
            return
        try:
            sound = self._sound(name)
            if sound.get_num_channels() < AT_ONCE:
                sound.set_volume(self._settings.volume / 100)
                sound.play()
        except pygame.error:  # the device was unplugged
            self._device = Device.NONE

    def _sound(self, name: str) -> pygame.mixer.Sound:
        if name not in self._loaded:
            self._loaded[name] = pygame.mixer.Sound(assets_dir() / "sounds" / f"{name}.ogg")
        return self._loaded[name]

    def _is_open(self) -> bool:
        if self._device is Device.UNTRIED:
            try:
                pygame.mixer.init(44_100, -16, 2, BUFFER)
                self._device = Device.READY
            except pygame.error:
                self._device = Device.NONE
        return self._device is Device.READY


def heard(book: Rulebook, event: Event) -> str:
    """The sound of an event, or nothing."""
    if event.what >= T.NOTE:
        if event.what == T.NOTE_END:
            return "rupture" if event.old in (T.RUPTURE, T.SHARED_LOSS) else "win"
        if event.what == T.NOTE_MARKET:
            return "market" if event.old == 1 else ""  # its first step opens it
        return OF_NOTE.get(event.what, "")
    place = place_of(book, event.what)
    if place.window == "shared":
        return "tension" if place.index == T.TENSION and event.new > event.old else ""
    is_heard = event.new != event.old if place.window == "align" else event.new > event.old
    return OF_CELL.get(place.window, "") if is_heard else ""
