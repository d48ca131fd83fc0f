"""Open the window: what `main.py` and `chokepoint` start."""

import argparse
import os
import sys
from pathlib import Path

from game import __version__


def main(arguments: list[str]) -> int:
    """Returns the exit code: 0, 1 after a failure, or 2 with a message when the window can't be opened."""
    parser = argparse.ArgumentParser(prog="chokepoint", description="Chokepoint, a strategy game.")
    parser.add_argument("--size", default="", metavar="WxH", help="size of the window, like 1600x900")
    parser.add_argument("--load", type=Path, metavar="FILE", help="open a saved match")
    parser.add_argument(
        "--trace", type=Path, metavar="FILE", help="write what happens to a file, line by line"
    )
    parser.add_argument("--version", action="version", version=f"Chokepoint {__version__}")
    options = parser.parse_args(arguments)
    try:
        width, height = (int(n) for n in options.size.lower().split("x")) if options.size else (0, 0)
    except ValueError:
        parser.error(f"--size {options.size}: give width x height in pixels, like 1600x900")
    return open_window((width, height) if options.size else None, options.load, options.trace)


def open_window(size: tuple[int, int] | None, load: Path | None, trace: Path | None) -> int:
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "chokepoint")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    import pygame

    if not getattr(pygame, "IS_CE", False):
        return _refuse(
            "This needs pygame-ce, but plain pygame is in its place: pip uninstall pygame; pip install pygame-ce"
        )
    from game.content.problem import ContentError

    from .fonts import MissingFont

    try:
        return _run(size, load, trace)
    except MissingFont as error:
        return _refuse(str(error))
    except pygame.error as error:
        return _refuse(
            f"The window can't be opened: {error}. To play in a terminal: python -m game play --text"
        )
    except ContentError as error:
        return _refuse(f"The game's own pack is damaged:\n{error}")
    finally:
        pygame.quit()


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 2


def _run(size: tuple[int, int] | None, load: Path | None, trace: Path | None) -> int:
    """The window with the menu, and over it the match to load, until it is closed."""
    from game.players.worker import prepare

    from .app import App, use_plain_surface
    from .fonts import font_file
    from .memory import give_back
    from .scenes.menu import MenuScene
    from .settings import load_settings
    from .window import first_size

    give_back()
    settings, problem = load_settings()
    if settings.slow_flip:
        use_plain_surface()
    font_file("body")
    app = App(settings, size or first_size(), trace)
    app.push(MenuScene(app))
    if prepare() is not None:
        app.say("Once on this computer: the strongest players are made ready. It takes a minute or two.", 10)
    if problem:
        app.say(problem, 8)
    if load is not None:
        from .scenes.saves import open_match

        open_match(app, load)
    app.run()
    return 1 if app.has_failed else 0
