"""`python -m game` is the command line; `main.py` and `chokepoint` open the window."""

import sys


def window(arguments: list[str] | None = None) -> int:
    """Open the window. Returns the exit code."""
    from game.ui.start import main

    return main(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    from game.cli import run

    run(window)
