"""What the window remembers: scale, full screen, motion, sound, and whether this machine flips slowly."""

import json
import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.places import config_dir

from .layout import Units

AUTO = 1.12  # the user scale of windows large enough for it: body text nearer to what is comfortable to read
Scale = Literal["auto", "100", "112", "125"]
TextFloor = Literal[11, 13, 15]


class Settings(BaseModel):
    model_config = ConfigDict(extra="ignore")

    scale: Scale = "auto"
    smallest_text: TextFloor = 11  # pixels; nothing is written smaller
    full_screen: bool = False
    reduced_motion: bool = False
    slow_flip: bool = False
    speed: Annotated[int, Field(ge=0, le=3)] = 1  # slow, normal, fast, at once
    plain_handbook: bool = False  # without sources and disputes
    reasons: bool = True  # the computer says why it made a move
    volume: Annotated[int, Field(ge=0, le=100)] = 60
    muted: bool = False

    def factor(self, width: int, height: int) -> float:
        """The user scale for a window of this size in pixels."""
        if self.scale != "auto":
            return int(self.scale) / 100
        larger = Units(width, height, AUTO)
        fits = not (larger.is_compact or larger.is_peeking or larger.is_narrow)
        return AUTO if fits else 1.0


def settings_file() -> Path:
    return config_dir() / "settings.json"


def load_settings() -> tuple[Settings, str]:
    """The saved settings and, if they could not be read, a line that says so. The old file is kept aside."""
    file = settings_file()
    try:
        return Settings.model_validate_json(file.read_text("utf-8")), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, UnicodeDecodeError, ValidationError):
        aside = file.with_suffix(".damaged.json")
        try:
            os.replace(file, aside)
        except OSError:
            return Settings(), f"The settings in {file} can't be read; the usual ones are used."
        return (
            Settings(),
            f"The settings could not be read and were put aside as {aside.name}; the usual ones are used.",
        )


def save_settings(settings: Settings) -> str:
    """Write the settings. Returns a line that says why they could not be, or nothing."""
    file = settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(settings.model_dump(), indent=1), "utf-8")
        os.replace(part, file)
    except OSError as error:
        return f"Settings can't be saved in {file.parent}: {error.strerror}"
    return ""
