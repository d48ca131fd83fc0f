"""What tests of the window ask for beside `driver.Player`: keys by name, typing, all text on the screen, its flaws."""

import pygame

from game.ui.layout import SMALLEST_TEXT
from game.ui.nodes import Node
from game.ui.stage import Stage
from game.ui.text import Written
from tests.ui.driver import Player

SIZES = [
    ((1280, 720), "100"),
    ((1366, 768), "100"),
    ((1920, 1080), "100"),
    ((3840, 2160), "100"),
    ((1920, 1080), "125"),
    ((1280, 720), "125"),
    ((2560, 1080), "112"),
]
SIZE_NAMES = [f"{w}x{h} at {scale}" for (w, h), scale in SIZES]
KEYS = {
    "tab": pygame.K_TAB,
    "enter": pygame.K_RETURN,
    "space": pygame.K_SPACE,
    "escape": pygame.K_ESCAPE,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "pagedown": pygame.K_PAGEDOWN,
    "pageup": pygame.K_PAGEUP,
}


class Person(Player):
    """Drives the window in process, as a person would."""

    def __init__(self, size: tuple[int, int] = (1280, 720), scale: str = "100") -> None:
        super().__init__(size, scale)
        self.first_size, self.first_settings = size, self.app.settings.model_copy()

    def start_over(self) -> None:
        """An empty stage, the first settings and the first window; the pen keeps what it has rendered."""
        app = self.app
        was = app.settings.model_copy()
        for name, value in self.first_settings:
            setattr(app.settings, name, value)
        if app.screen.get_size() != self.first_size:  # full screen was tried
            app._size = self.first_size
            app.reopen()
        elif was.scale != app.settings.scale or was.smallest_text != app.settings.smallest_text:
            app.resize()
        app.ask(None)
        app.say("", 0)
        app.stage._pictures.clear()  # a screen of 3840x2160 leaves 100 MB, for which nobody may look for long
        app.stage = Stage(app.pen, app.stage.backdrop)
        app.hands.release()
        app.hands.stage = app.stage
        app.rebuild(whole=True)

    def press(self, name: str, shift: bool = False) -> None:
        """A key by its name: "tab", "enter", or a letter."""
        key = KEYS.get(name) or pygame.key.key_code(name)
        mod = pygame.KMOD_SHIFT if shift else 0
        text = name if len(name) == 1 else ""
        self.app.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=text))
        self.frames()

    def type(self, text: str) -> None:
        """Write, as the system reports it: a key and the text it makes."""
        for character in text:
            code = ord(character) if character.isascii() else 0
            self.app.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=character))
            self.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=character))
        self.frames()

    def focus(self) -> str:
        return self.app.stage.focus or ""

    def reach(self, name: str) -> None:
        """Bring the focus to a node by Tab and arrows alone."""
        self.frames()
        node = self.app.stage.get(name)
        assert node is not None, f"{name} is not on the screen"
        for _ in range(40):
            if self.focus() == name:
                return
            self.press("tab")
            here = self.app.stage.get(self.focus())
            if here is not None and node.group and here.group == node.group:
                break  # from here by arrows
        for _ in range(60):
            here = self.app.stage.get(self.focus())
            if self.focus() == name or here is None:
                break
            self.press(arrow_towards(here.rect, node.rect))
        assert self.focus() == name, f"{name} can't be reached by keys; the focus is on {self.focus()}"

    def wheel(self, name: str, steps: int) -> None:
        node = self.app.stage.get(name)
        assert node is not None, name
        self.move(node.rect.center)
        self.app.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=steps, x=0))
        self.frames()

    def move(self, pos: tuple[int, int]) -> None:
        self.app.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
        self.frames()

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=start))
        self.move(end)
        self.app.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=end))
        self.frames()

    def texts(self) -> list[str]:
        """All text that can be seen."""
        self.frames()
        return [written.text for _, written in self.app.stage.written()]

    def says(self, part: str) -> bool:
        return part in " ".join(self.texts())

    def flaws(self) -> list[str]:
        """What is wrong with the text on the screen: too small, cut off, outside its place, over other text."""
        self.frames()
        written = self.app.stage.written()
        screen = self.app.canvas.get_rect()
        found = [flaw for node, piece in written for flaw in alone(node, piece, screen)]
        places = [piece.rect.inflate(-2, -2) for _, piece in written]
        for n, (node, a) in enumerate(written):
            for k in places[n].collidelistall(places[n + 1 :]):
                other, b = written[n + 1 + k]
                if node.layer == other.layer and not is_fan(node, other):
                    found.append(f'{node.name}: "{a.text}" lies over "{b.text}" of {other.name}')
        return found

    def is_same_when_drawn_anew(self) -> bool:
        """Whether drawing everything again gives exactly the picture that partial drawing left."""
        self.frames()
        before = pygame.image.tobytes(self.app.canvas, "RGB")
        anew = pygame.Surface(self.app.canvas.get_size())
        self.app.stage.draw(anew, whole=True)
        return pygame.image.tobytes(anew, "RGB") == before


def is_fan(node: Node, other: Node) -> bool:
    """Two cards of a hand: one may lie on the other, as cards do."""
    return node is not other and node.name.startswith("card:") and other.name.startswith("card:")


def arrow_towards(here: pygame.Rect, there: pygame.Rect) -> str:
    """The arrow that a person would press to get from one place to another."""
    dx, dy = there.centerx - here.centerx, there.centery - here.centery
    if abs(dx) > abs(dy):
        return "right" if dx > 0 else "left"
    return "down" if dy > 0 else "up"


def alone(node: Node, piece: Written, screen: pygame.Rect) -> list[str]:
    """Flaws of one piece of text."""
    found = []
    if piece.size < SMALLEST_TEXT:
        found.append(f'{node.name}: "{piece.text}" is {piece.size} pixels small')
    if piece.is_shortened:
        found.append(f'{node.name}: "{piece.text}" was shortened')
    if not node.rect.inflate(4, 4).contains(piece.rect):
        found.append(f'{node.name}: "{piece.text}" at {piece.rect} leaves its place {node.rect}')
    elif not node.outer.contains(piece.rect):
        found.append(f'{node.name}: "{piece.text}" at {piece.rect} is cut by the edge of its picture {node.outer}')
    if not screen.contains(piece.rect):
        found.append(f'{node.name}: "{piece.text}" leaves the window')
    return found
