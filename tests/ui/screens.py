"""The screens of the game, for `catalogue`: all of `screens_*`, and here those at the end of a match. A new screen is
one more function under `@screen("name")`; every test of looks, hashes, keys and clicks takes it up.

All of them as pictures: python -m tests.ui.screens FOLDER [--sizes 1280x720,1920x1080@125] [--only table].
"""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from game.content.almanac import Almanac
from game.engine import terms as T
from game.match import votes
from game.match.arranged import Inject
from game.match.words import Words
from game.ui.scenes import debrief
from tests.ui import (
    positions,
    screens_analysis,
    screens_around,
    screens_class,
    screens_desk,
    screens_making,
    screens_match,
    screens_over,
)
from tests.ui.catalogue import LARGE, SCREENS, SIZES, leave, own_folders, screen, shown, sit, tour
from tests.ui.harness import Person
from tests.ui.positions import Moment, at

__all__ = [
    "LARGE",
    "SCREENS",
    "SIZES",
    "leave",
    "screens_analysis",
    "screens_around",
    "screens_class",
    "screens_desk",
    "screens_making",
    "screens_match",
    "screens_over",
    "shown",
]

# --- the end ---------------------------------------------------------------------------------------


@screen("end by scoring")
def _scored(person: Person) -> None:
    sit(person, at(positions.scored))


@screen("end by the track")
def _automatic(person: Person) -> None:
    sit(person, at(positions.automatic))


@screen("end by Rupture")
def _rupture(person: Person) -> None:
    sit(person, at(positions.rupture))


@screen("both lose")
def _shared_loss(person: Person) -> None:
    sit(person, at(positions.shared_loss, "first-moves"))


def _debriefs(name: str, key: str) -> None:
    @screen(f"debrief: {name}")
    def show(person: Person) -> None:
        sit(person, at(positions.scored))
        person.press("d")
        person.press(key)


for number, (_, words) in enumerate(debrief.TABS, 1):
    _debriefs(words, str(number))


VOTED = (
    positions.first_move,
    positions.use_of_a_card,
    positions.deal_take,
    positions.naming,
    positions.answering,
)


def _voted(moment: Moment) -> str:
    """What the log says of a vote there."""
    match = at(moment)
    ballots = dict(zip(match.legal(), (7, 5), strict=False))
    words = Words(match.book, Almanac(match.pack, match.book))
    return votes.told(words, match.state, T.US, ballots, False)[0]


@screen("debrief: with injects")
def _debrief_injects(person: Person) -> None:
    match = at(positions.scored)
    match.injects = [
        Inject(action=9, round=1, words="The teacher chose the headline Port fees bite."),
        Inject(action=60, round=2, words="Time is up: United States passes.", kind="time"),
        *[Inject(action=90, round=3, words=_voted(moment), kind="voted") for moment in VOTED],
    ]
    sit(person, match)
    person.press("d")


# --- all of them as pictures -----------------------------------------------------------------------


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.ui.screens", description="Every screen as a picture.")
    parser.add_argument("folder", type=Path)
    usual = ",".join(f"{w}x{h}@{scale}" for (w, h), scale in [*SIZES, ((1920, 1080), "125")])
    parser.add_argument("--sizes", default=usual, help="like 1280x720,1920x1080@125")
    parser.add_argument("--only", default="", help="only screens whose names hold this")
    options = parser.parse_args()
    folder = options.folder.resolve()
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    for entry in options.sizes.split(","):
        size, _, scale = entry.partition("@")
        width, height = (int(n) for n in size.split("x"))
        target = folder / entry
        target.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as own:
            own_folders(own)
            names = [name for name in SCREENS if options.only in name]
            for name, person in tour((width, height), scale or "100", names):
                person.picture(target / f"{file_name(name)}.png")
            os.chdir(folder)
        print(f"{target}: {len(list(target.glob('*.png')))} pictures", file=sys.stderr)


def file_name(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name).strip("-")


if __name__ == "__main__":
    main()
