"""How far a learner has come: chapters that are done, and where one was left. A small file beside the settings."""

import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.places import config_dir

from .lesson import Stopped


class Progress(BaseModel):
    """Of one lesson."""

    model_config = ConfigDict(extra="ignore")

    done: list[str] = Field(default_factory=list)  # ids of chapters
    stopped: dict[str, Stopped] = Field(default_factory=dict)  # chapter -> where it was left

    def finish(self, chapter: str) -> None:
        if chapter not in self.done:
            self.done.append(chapter)
        self.stopped.pop(chapter, None)

    def next_of(self, chapters: list[str]) -> str:
        """The chapter to go on with: the first that is not done, else the first."""
        return next((chapter for chapter in chapters if chapter not in self.done), chapters[0])


def progress_file(lesson: str) -> Path:
    return config_dir() / f"lesson-{lesson}.json"


def load_progress(lesson: str) -> Progress:
    """What is saved. What can't be read counts as nothing: a lesson can be learnt again, and a match can't."""
    try:
        return Progress.model_validate_json(progress_file(lesson).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError):
        return Progress()


def save_progress(lesson: str, progress: Progress) -> str:
    """Write it. Returns a line that says why it could not be, or nothing."""
    file = progress_file(lesson)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(progress.model_dump_json(indent=1), "utf-8")
        os.replace(part, file)
    except OSError as error:
        return f"Progress can't be saved in {file.parent}: {error.strerror}"
    return ""
