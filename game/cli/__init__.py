"""The command line: `python -m game …`. Bad input gives one clear message and exit code 2, never a traceback."""

from .app import run

__all__ = ["run"]
