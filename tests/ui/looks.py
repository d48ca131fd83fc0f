"""How every component of every screen looks: a hash of its pixels, kept in `recorded/`, a file for each size.

After a wanted change write them anew and read which components changed: python -m tests.ui.looks [SIZE ...], with sizes
like 1280x720@100. Pixels depend on the version of pygame-ce (it brings the renderers of text and SVG) and on the
processor, so the hashes say what they were made with.
"""

import hashlib
import json
import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from tests.ui import screens
from tests.ui.catalogue import LARGE, SIZES, own_folders, tour
from tests.ui.harness import Person

HERE = Path(__file__).parent / "recorded"
ANEW = "python -m tests.ui.looks"
ALL = [*SIZES, *LARGE]

assert screens.SCREENS  # the catalogue is full
Look = dict[str, str]  # kind of component -> hash


def made_with() -> Look:
    """What the pixels depend on."""
    return {
        "pygame-ce": pygame.version.ver,
        "system": platform.system(),
        "processor": f"{platform.machine()}{' with AVX2' if has_avx2() else ''}",
    }


def has_avx2() -> bool:
    """Whether pygame blends with other instructions, which round otherwise."""
    return bool(pygame.system.get_cpu_instruction_sets().get("AVX2"))


def look(person: Person) -> Look:
    """The hash of each kind of component: what comes before the colon in a node's name."""
    person.frames()
    stage = person.app.stage
    hashes: dict[str, hashlib.blake2b] = {}
    for node in stage.nodes:
        found = hashes.setdefault(node.name.partition(":")[0], hashlib.blake2b(digest_size=4))
        found.update(f"{node.name} {node.outer} {node.layer}".encode())
        found.update(stage.picture(node, node is stage.pointed()).surface.get_buffer())
    return {kind: found.hexdigest() for kind, found in sorted(hashes.items())}


def file_of(size: tuple[int, int], scale: str) -> Path:
    return HERE / f"{size[0]}x{size[1]}@{scale}.json"


def recorded(size: tuple[int, int], scale: str) -> dict[str, Look]:
    """The looks of all screens in a size, and under "made with" what they were made with; empty without a file."""
    file = file_of(size, scale)
    found: dict[str, Look] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return found


def differences(was: dict[str, Look], now: dict[str, Look]) -> list[str]:
    """Components that look otherwise, screen by screen."""
    found = [f"{name}: no longer a screen" for name in was if name not in now]
    for name, parts in now.items():
        old = was.get(name)
        if old is None:
            found.append(f"{name}: a new screen")
        elif old != parts:
            changed = [kind for kind in {**old, **parts} if old.get(kind) != parts.get(kind)]
            found.append(f"{name}: {', '.join(changed)}")
    return found


def record(size: tuple[int, int], scale: str, now: dict[str, Look]) -> None:
    """Write the looks of a size: a line for each screen, so that a change shows where it was made."""
    lines = [
        f"{json.dumps(name)}:{json.dumps(parts, separators=(',', ':'))}"
        for name, parts in {"made with": made_with(), **now}.items()
    ]
    file_of(size, scale).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def main() -> None:
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    HERE.mkdir(exist_ok=True)
    asked = sys.argv[1:]
    for size, scale in ALL:
        if asked and file_of(size, scale).stem not in asked:
            continue
        with TemporaryDirectory() as own:
            own_folders(own)
            now = {name: look(person) for name, person in tour(size, scale)}
            os.chdir(HERE)
        was = recorded(size, scale)
        was.pop("made with", None)
        record(size, scale, now)
        print(f"{file_of(size, scale).name}:", *differences(was, now), sep="\n  ", file=sys.stderr)


if __name__ == "__main__":
    main()
