"""A person at the table in a position that the test sets up, and questions about what single nodes show."""

import pygame

from game.engine import terms as T
from game.ui.scenes.ledger import LedgerScene
from game.ui.scenes.play import PlayScene
from tests.table import Table, table
from tests.ui import positions
from tests.ui.harness import Person
from tests.ui.screens import sit


def seated(size: tuple[int, int] = (1920, 1080), scale: str = "100") -> tuple[Person, PlayScene, Table]:
    """A person at the start of a match, and the position to change: no measures, no headline at work."""
    person = Person(size, scale)
    scene = sit(person, positions.at(positions.first_move))
    t = table()
    for first, end in ((T.CONTROL, T.PROGRAMME), (T.SHOCK, T.LOCK)):
        scene.match.state.cells[first:end] = t.s.cells[first:end]
    t.s = scene.match.state
    return person, scene, t


def look(person: Person, scene: PlayScene, view: str = "map") -> None:
    """See the changed position."""
    scene.changed()
    scene.switch(view)
    person.app.rebuild()
    person.frames(2)


def words(person: Person, name: str) -> list[str]:
    """What is written on a node."""
    person.frames()
    return [written.text for node, written in person.app.stage.written() if node.name == name]


def picture(person: Person, name: str) -> bytes:
    return pygame.image.tobytes(surface(person, name), "RGBA")


def surface(person: Person, name: str) -> pygame.Surface:
    person.frames()
    node = person.app.stage.get(name)
    assert node is not None, name
    return person.app.stage.picture(node).surface


def has_colour(person: Person, name: str, colour: str) -> bool:
    """Whether a node shows a colour somewhere."""
    shown, wanted = surface(person, name), pygame.Color(colour)[:3]
    places = ((x, y) for x in range(shown.get_width()) for y in range(shown.get_height()))
    return any(shown.get_at(place)[:3] == wanted for place in places)


def go_by_keys(person: Person, *names: str) -> None:
    """To each node by Tab and arrows, where it tells its why; Enter on the last opens its history."""
    for name in names:
        person.app.stage.focus = None
        person.reach(name)
        assert person.app.stage.get("tooltip") is not None
    person.press("enter")
    assert isinstance(person.app.scene, LedgerScene)
