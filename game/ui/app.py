"""The loop and the stack of scenes; full screen, screenshots, questions, messages, and a screen of last
resort.

A scene offers `nodes()` (what is on it), `key(event)` and `update(seconds)`; everything else is the stage's.
"""

import json
import time
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pygame

from game.match.library import Volume
from game.places import saves_dir

from .backdrop import backdrop
from .dawning import Dawning
from .hands import Hands
from .held import Held
from .input import Input
from .last_resort import give_up, kept_by
from .messages import Messages
from .movers import Mover
from .nodes import Node
from .pen import Pen
from .settings import Settings, save_settings
from .sound import Sounds
from .stage import Stage
from .tips import Tips
from .widgets.modal import Question
from .widgets.tooltip import tooltip
from .window import Window, is_slow, use_plain_surface

__all__ = ["App", "Question", "Scene", "is_slow", "use_plain_surface"]

BUSY, IDLE = (
    60,
    10,
)  # frames a second while something moves, and at rest: a look for events takes 0.1 ms on X11
ACTING = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL, pygame.KEYDOWN, pygame.TEXTINPUT)
WORDS = ("terms", "c-links")  # groups of nodes that are words in a line
AWAKE = 0.5  # seconds after the last input in which the loop stays busy


class Scene:
    """One screen. Scenes are stacked: the top one is shown."""

    title = ""
    is_match = False  # whether a match is played in it
    runs: frozenset[int] = frozenset()  # keys of its own that go on while they are held down
    is_full = False  # whether it has no room to spare, so that small windows can't grant it larger text

    def __init__(self, app: "App") -> None:
        self.app = app

    @property
    def pen(self) -> Pen:
        """What tips, questions and messages over this scene are written with."""
        return self.app.reading_pen

    def nodes(self) -> list[Node]:
        """What is on the screen now."""
        return []

    def key(self, event: pygame.event.Event) -> bool:
        """A key that no node took. True if the scene used it."""
        return False

    def update(self, seconds: float) -> bool:
        """Time has passed. True if the scene changed and must be rebuilt."""
        return False

    def lapse(self) -> None:
        """Time has passed while another scene lies over this one."""

    def is_moving(self) -> bool:
        """Whether something on the screen moves: then the loop runs at full speed."""
        return False

    def movers(self) -> Sequence[Mover]:
        """What moves now, above the nodes."""
        return ()

    def click(self) -> bool:
        """The mouse was pressed, before any node hears of it. True if that was all it did."""
        return False

    def wheel(self, steps: int) -> None:
        """The wheel, where no node took it; up is positive."""

    def leave(self) -> None:
        """The scene is taken off the stack."""

    def entered(self) -> None:
        """The scene is on top (again)."""

    def shelf(self) -> list[Volume]:
        """The rules and cards that the handbook tells of here; none for those of the game's own pack."""
        return []

    def anchor_of(self, name: str) -> str:
        """The page of the handbook that tells of a node, or nothing."""
        return ""

    def kept_in(self) -> Path | None:
        """The file that holds what the player would not want to lose, if there is one."""
        return None


class App(Window):
    """Holds the window and runs the loop."""

    def __init__(
        self, settings: Settings, size: tuple[int, int] = (1600, 900), trace: Path | None = None
    ) -> None:
        self.trace_file = trace
        self.running, self.has_failed = True, False
        self.scenes: list[Scene] = []
        self.messages = Messages(self._said)
        self.input, self.held = Input(self), Held()
        self.tips = Tips(self.open_handbook, self._tells_of_world)
        self.dawning = Dawning()
        self._changed = self._whole = True
        self.sounds = Sounds(settings)
        super().__init__(settings, size)

    def reopen(self) -> None:
        """Also forget which keys are down: a window that was closed is not told when they are let go."""
        super().reopen()
        self.held = Held()

    def fit(self) -> None:
        """Make everything anew for the window's size and the user's scale."""
        super().fit()
        width, height = self.canvas.get_size()
        factor = self.settings.factor(width, height)
        self.reading_pen = Pen(width, height, factor, self.settings.smallest_text)
        self.full_pen = self.reading_pen
        if self.reading_pen.room_for_text < self.reading_pen.smallest_text:
            self.full_pen = self.reading_pen.another(factor, self.reading_pen.room_for_text)
        self.stage = Stage(self.pen, backdrop(self.pen))
        self.hands = Hands(self.stage, self.trace, self._click)
        self.tips.clear()
        self.rebuild(whole=True)

    @property
    def pen(self) -> Pen:
        """What the scene on top is drawn with."""
        return self.full_pen if self.scenes and self.scene.is_full else self.reading_pen

    def resize(self) -> None:
        """The user's scale changed."""
        focus = self.stage.focus
        self.fit()
        self.stage.focus = focus

    def rebuild(self, whole: bool = False) -> None:
        """The scene changed: ask it for its nodes before the next frame."""
        self._changed = True
        self._whole = self._whole or whole

    # --- scenes ----------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]

    def push(self, scene: Scene) -> None:
        self.scenes.append(scene)
        self._enter()

    def turn_to(self, scene: Scene) -> None:
        """Push a scene; one of its kind that is open already goes first, with all above it. So screens that lead to
        each other never pile up, and Escape is never far from the menu.
        """
        kinds = [type(open_scene) for open_scene in self.scenes]
        if type(scene) in kinds:
            for _ in kinds[kinds.index(type(scene)) :]:
                self.scenes.pop().leave()
        self.push(scene)

    def pop(self) -> None:
        """Back to the scene below; from the last one, out of the game."""
        self.scenes.pop().leave()
        if self.scenes:
            self._enter()
        else:
            self.running = False

    def replace(self, scene: Scene) -> None:
        self.scenes.pop().leave()
        self.push(scene)

    def pop_to_first(self) -> None:
        """Back to the menu."""
        while len(self.scenes) > 1:
            self.scenes.pop().leave()
        self._enter()

    def _enter(self) -> None:
        self.stage.focus = self.stage.hover = None
        self.tips.clear()
        self.messages.forget_question()
        self.trace("scene", type(self.scene).__name__)
        self.scene.entered()
        self.rebuild()

    def open_handbook(self, anchor: str = "") -> None:
        """The handbook over everything, of the match that is being played if there is one. Without an anchor it
        opens at what is pointed at.
        """
        from .scenes.handbook import HandbookScene

        anchor = anchor or self._pointed_anchor()
        self.turn_to(HandbookScene(self, self._shelf(), anchor))

    def _shelf(self) -> Sequence[Volume]:
        return next((scene.shelf() for scene in reversed(self.scenes) if scene.shelf()), [])

    def _tells_of_world(self) -> bool:
        shelf = self._shelf()
        return not shelf or shelf[0].almanac.tells_of_world

    def _pointed_anchor(self) -> str:
        pointed = self.stage.pointed()
        if self.tips.held:
            return self.tips.anchor(self.stage)
        return self.scene.anchor_of(pointed.name) if pointed is not None else ""

    # --- messages --------------------------------------------------------------------------------

    def say(self, text: str, seconds: float = 4.0) -> None:
        """A line at the bottom of the screen for a while."""
        self.messages.say(text, seconds)

    def ask(self, question: Question | None) -> None:
        """Put a question over the scene; None takes it away."""
        self.messages.ask(question)

    @property
    def question(self) -> Question | None:
        return self.messages.question

    def _said(self, how: str, what: str) -> None:
        self.trace(how, what)
        self.rebuild()

    def trace(self, *what: object) -> None:
        """Write what happened to the trace file, for tests that drive a real window."""
        if self.trace_file is not None:
            with self.trace_file.open("a", encoding="utf-8") as file:
                file.write(json.dumps([round(time.time(), 3), *map(str, what)]) + "\n")

    def screenshot(self) -> None:
        """Save what is on the screen beside the saved matches, and say where."""
        path = saves_dir() / f"Chokepoint {datetime.now():%Y-%m-%d %H.%M.%S}.png"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(self.canvas, path)
            self.say(f"Picture saved: {path}")
        except (OSError, pygame.error) as error:
            self.say(f"The picture can't be saved: {error}")

    def mute(self) -> None:
        """Sound off, or on again, from any screen."""
        self.settings.muted = not self.settings.muted
        problem = save_settings(self.settings)
        if not self.settings.muted and self.sounds.is_silent:
            problem = problem or "No sound: this computer offers no device to play it."
        self.say(problem or ("Sound off: M turns it on" if self.settings.muted else "Sound on"))
        self.sounds.play("click")

    def _click(self) -> None:
        self.sounds.play("click")

    # --- events ----------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        """One event of the window. Afterwards the scene is asked for its nodes, if anything changed."""
        if self._changed and event.type in ACTING:
            self._put_nodes()  # the second of two quick clicks must not find what the first has taken away
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            if self.has_new_size:
                self.fit()
        elif self.input.handle(event):
            self.rebuild()

    # --- the loop --------------------------------------------------------------------------------

    def frame(self, seconds: float) -> None:
        """One turn: let the scene move, rebuild if need be, draw what changed. `seconds` have passed."""
        moved, opened = self.scene.update(seconds), self.hands.rest(seconds)
        for scene in self.scenes[:-1]:
            scene.lapse()
        if moved or opened:
            self.rebuild()
        if self.messages.update(seconds):
            self.rebuild()
        self.dawning.update(seconds)
        if not self._changed:
            self.stage.movers = [*self.scene.movers(), *self.dawning.movers]
            self._bring(self.stage.animate(self.canvas))
            return
        whole, self._changed, self._whole = self._whole, False, False
        self._put_nodes()
        self.stage.put(self.stage.nodes + self._overlays())
        self.dawning.look(self.stage, self.settings.reduced_motion)
        self.stage.movers = [*self.scene.movers(), *self.dawning.movers]
        self._bring(self.stage.draw(self.canvas, whole))

    def _bring(self, changed: list[pygame.Rect]) -> None:
        """To the screen; a window that had to be opened anew wants drawing again."""
        if changed and self.show(changed):
            self.rebuild(whole=True)

    def _put_nodes(self) -> None:
        held = self.tips.nodes(self.scene.pen, self.stage)
        self.stage.put(self.scene.nodes() + self.messages.asked(self.scene.pen) + held)
        self.tips.settle(self.stage)
        self.stage.focus = self.messages.focus() or self.stage.focus

    def _overlays(self) -> list[Node]:
        nodes: list[Node] = []
        pointed = self.hands.tipped()
        lines = pointed.tip() if pointed is not None and pointed.tip is not None else []
        if pointed is not None and lines:
            around = self.tips.frame(self.stage) if pointed.group == "terms" else None
            is_word = pointed.group in WORDS
            nodes.append(tooltip(self.scene.pen, pointed.rect, lines, is_word, around))
        return nodes + self.messages.said(self.scene.pen)

    def run(self) -> None:
        """Until the window is closed."""
        clock = pygame.time.Clock()
        awake = AWAKE
        self.trace("ready")
        while self.running:
            try:
                seconds = clock.tick(BUSY if awake > 0 or self.scene.is_moving() else IDLE) / 1000
                awake -= seconds
                for event in pygame.event.get():
                    awake = AWAKE
                    if not self.held.drops(event, self.scene.runs):
                        self.handle(event)
                    if not self.running or not self.scenes:
                        return
                self.frame(seconds)
            except Exception:  # the last resort: say so, keep the match, let the player go on
                self.crash(traceback.format_exc())

    def crash(self, details: str) -> None:
        """Show the screen of last resort over the scene that failed; if that fails too, say so and stop."""
        from .scenes.crash import CrashScene

        self.trace("crash", details)
        path = kept_by([scene.kept_in for scene in reversed(self.scenes)])
        was_playing = any(scene.is_match for scene in self.scenes)
        try:
            if isinstance(self.scene, CrashScene):
                details = f"{self.scene.details}\n{details}"  # what failed first explains the rest
                raise RuntimeError("the screen of last resort failed")
            self.push(CrashScene(self, details, path, was_playing))
        except Exception:
            self.running, self.has_failed = False, True
            give_up(details, path)
