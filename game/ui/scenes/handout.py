"""Files that are written for people outside the game: where one lies is said, or why it could not be written."""

from pathlib import Path

from game.match import store

from ..app import App


def hand_out(app: App, file: Path, text: str) -> bool:
    """Write a text file, whole or not at all. False if it could not be written."""
    try:
        store.write_text(file, text)
    except OSError as error:
        app.say(f"{file.name} can't be saved in {file.parent}: {error.strerror}", 8)
        return False
    app.say(f"Saved: {file}", 6)
    return True
