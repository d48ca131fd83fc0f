"""Start Chokepoint. On a fresh machine: make `.venv` beside this file, install what the game needs, then start.

Needs nothing but Python 3.11 or newer. `--test` installs the developers' tools too and runs the tests;
`--wheels FOLDER` installs from a folder of downloaded packages, without a network.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
NEEDED = ("pygame", "pydantic", "typer", "rich", "platformdirs")


class CannotStart(Exception):
    """What to tell the player instead of a traceback."""


def venv_python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_text(lock: Path) -> str:
    """What is written into an environment that holds everything this lock file pins."""
    return (
        hashlib.sha256(lock.read_bytes()).hexdigest()
        + f" python {sys.version_info[0]}.{sys.version_info[1]}\n"
    )


def is_ready(venv: Path, lock: Path) -> bool:
    stamp = venv / f"{lock.name}.stamp"
    try:
        return stamp.read_text() == stamp_text(lock) and venv_python(venv).exists()
    except OSError:
        return False


def make_environment(venv: Path, lock: Path, wheels: str | None) -> None:
    """Create or repair the environment and install the pinned packages. Raises CannotStart."""
    print(f"First start: preparing {venv} (about a minute; later starts are immediate)", flush=True)
    try:
        if not works(venv_python(venv)):
            create(venv)
        install(venv_python(venv), lock, wheels)
        (venv / f"{lock.name}.stamp").write_text(stamp_text(lock))
    except OSError as error:
        raise CannotStart(
            f"Can't write to {venv}: {error.strerror or error}.\n"
            "Copy the game to a folder that you may write to, and start it again."
        ) from error


def works(python: Path) -> bool:
    """Whether this interpreter starts and has pip: a half-made environment does not."""
    try:
        return subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def create(venv: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", venv], capture_output=True, text=True)
    if done.returncode == 0:
        return
    said = (done.stdout + done.stderr).strip()
    if "ensurepip" in said or "No module named venv" in said:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise CannotStart(
            "This Python can't make environments. On Debian and Ubuntu install the missing part with\n"
            f"    sudo apt install python{version}-venv\nand start the game again."
        )
    raise CannotStart(
        f"Can't make {venv}:\n{said}\nDelete that folder and start again, or try another folder."
    )


def install(python: Path, lock: Path, wheels: str | None) -> None:
    command = [
        python,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
    ]
    if wheels:
        command += ["--no-index", "--find-links", wheels]
    if subprocess.run([*command, "--progress-bar", "on", "-r", lock]).returncode:
        raise CannotStart(
            f"Installing the packages in {lock.name} failed; the lines above say why. Usual reasons:\n"
            "- No network, or a proxy in the way: connect and start again; what was downloaded is kept.\n"
            "- A school's machine without a network: on another machine of the same kind run\n"
            f"      pip download --require-hashes -r {lock.name} -d wheels\n"
            "  copy the folder here and start with\n"
            "      python3 main.py --wheels wheels"
        )


def hand_over(python: Path, arguments: list[str]) -> int:
    """Go on in the environment: in place of this process where the system can, else as a child."""
    command = [str(python), *arguments]
    if os.name == "nt":
        return subprocess.call(command, cwd=HERE)
    os.chdir(HERE)
    os.execv(command[0], command)
    return 0  # not reached


def has_packages() -> bool:
    """Whether this very interpreter can run the game (inside an environment that somebody else made)."""
    return all(importlib.util.find_spec(name) is not None for name in NEEDED)


def start(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        raise CannotStart(f"Chokepoint needs Python 3.11 or newer; this is {found}. Get one from python.org.")
    wheels = None
    if "--wheels" in arguments:
        at = arguments.index("--wheels")
        if at + 1 == len(arguments) or not Path(arguments[at + 1]).is_dir():
            raise CannotStart("--wheels needs the folder with the downloaded packages: --wheels FOLDER")
        wheels = str(Path(arguments[at + 1]).resolve())
        del arguments[at : at + 2]
    testing = arguments[:1] == ["--test"]
    lock = HERE / ("requirements-dev.lock" if testing else "requirements.lock")
    if not testing and has_packages():
        return run_here(arguments)
    if not is_ready(VENV, lock):
        make_environment(VENV, lock, wheels)
    if testing:
        return hand_over(venv_python(VENV), ["-m", "pytest", *arguments[1:]])
    return hand_over(venv_python(VENV), [str(HERE / "main.py"), *arguments])


def run_here(arguments: list[str]) -> int:
    import multiprocessing

    multiprocessing.freeze_support()
    from game.__main__ import window

    return window(arguments)


if __name__ == "__main__":
    try:
        sys.exit(start(sys.argv[1:]))
    except CannotStart as reason:
        sys.exit(f"\n{reason}")
    except KeyboardInterrupt:
        sys.exit(130)
