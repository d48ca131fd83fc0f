"""Start Chokepoint. On a fresh machine: make `.venv` beside this file, install what the game needs, then start.

Needs nothing but Python 3.11 or newer. `--test` installs the developers' tools too and runs the tests;
`--wheels FOLDER` installs from a folder of downloaded packages, without a network.
"""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

# Stands before everything that an older Python can't run; what follows must still be syntax that 3.6 can read.
if sys.version_info < (3, 11):
    sys.exit(
        "Chokepoint needs Python 3.11 or newer; this is {}.{}.{}. Get one from python.org, or start the game with\n"
        "the newer one's own name, like python3.12 main.py".format(*sys.version_info[:3])
    )

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PLAY, TEST = "requirements.lock", "requirements-dev.lock"  # TEST holds all that PLAY does, and the tools
PACKAGE = re.compile(r"(?:Collecting|Requirement already satisfied:) (\S+)|Processing .*?([^/\\ ]+\.whl)")
HANDED_OVER = "CHOKEPOINT_HANDED_OVER"  # set for the process that goes on in the environment

# What another environment must have so that the game starts in it: the oldest versions that pyproject.toml allows.
NEEDED = {
    "pygame-ce": (2, 5, 8),
    "pydantic": (2, 7),
    "typer": (0, 12),
    "rich": (13,),
    "platformdirs": (4,),
    "jinja2": (3, 1),
    "fontpkg-barlow": (1, 408),
    "fontpkg-barlow-condensed": (1, 408),
}
FOLDERS = (
    "pygame",
    "pydantic",
    "typer",
    "rich",
    "platformdirs",
    "jinja2",
    "fontpkg_barlow",
    "fontpkg_barlow_condensed",
)
# They only make the lab fast, and some machines have no wheels of them: Macs with Intel chips, very new Pythons.
OPTIONAL = ("llvmlite", "numba", "numpy")

HELP = """main.py makes the game's environment when there is none. Options of its own, before all others:
  --test [...]       install the developers' tools too and run the tests; the rest goes to pytest
  --wheels FOLDER    install from a folder of downloaded packages instead of the network
"""
INSTALL_FAILED = """
Installing the packages of {lock} failed. pip said:
{said}
All it said is in {log}. Usual reasons:
- No network, or a proxy in the way: connect and start again; what was downloaded is kept.
- A machine without a network: on another one with the same system and Python run
      python3 -m pip download --require-hashes -r {lock} -d wheels
  copy the folder "wheels" here and start with
      python3 main.py --wheels wheels"""


class CannotStart(Exception):
    """What to tell the player instead of a traceback."""


def venv_python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_file(venv: Path, lock: Path) -> Path:
    return venv / f"{lock.name}.stamp"


def stamp_text(lock: Path) -> str:
    """What is written into an environment that holds everything this lock file pins."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{digest} python {sys.version_info[0]}.{sys.version_info[1]}\n"


def is_stamped(venv: Path, lock: Path) -> bool:
    try:
        return stamp_file(venv, lock).read_text() == stamp_text(lock)
    except OSError:
        return False


def is_whole(venv: Path) -> bool:
    """Whether the interpreter and the packages are still where an installation put them."""
    homes = [*venv.glob("lib/python3.*/site-packages"), *venv.glob("Lib/site-packages")]
    return venv_python(venv).exists() and any(
        all((home / name).is_dir() for name in FOLDERS) for home in homes
    )


def is_ready(venv: Path, lock: Path) -> bool:
    return is_stamped(venv, lock) and is_whole(venv)


def make_environment(venv: Path, lock: Path, wheels: "str | None") -> None:
    """Create, complete or repair the environment and install the pinned packages. Raises CannotStart."""
    print(f"Preparing {venv} (about a minute; later starts are immediate)", flush=True)
    if not os.access(venv if venv.exists() else venv.parent, os.W_OK):
        raise CannotStart(
            f"The game keeps its packages in {venv}, but this folder may not be written to.\n"
            f"Copy {HERE.name} to a folder of your own, and start it there."
        )
    try:
        ask_for_environment(venv, damaged=is_stamped(venv, lock))
        install(venv_python(venv), lock, wheels, venv / "install.log")
        for name in {lock.name, PLAY}:
            stamp_file(venv, lock.with_name(name)).write_text(stamp_text(lock.with_name(name)))
    except OSError as error:
        raise CannotStart(
            f"Can't make {venv}: {error.strerror or error}.\n"
            "Is the disk full, or the folder closed to you? Then copy the game to another folder and start it there."
        ) from error


def ask_for_environment(venv: Path, damaged: bool) -> None:
    """After this there is one with pip. What somebody else put there is used if it can be used."""
    python = venv_python(venv)
    if not damaged and (
        runs(python, "import pip") or runs(python, "import ensurepip; ensurepip.bootstrap()")
    ):
        return
    if (
        venv.exists()
        and not (venv / "pyvenv.cfg").exists()
        and any(p.is_file() for p in (venv, *venv.rglob("*")))
    ):
        raise CannotStart(
            f"{venv} is in the way: the game's packages belong there, but it holds something else.\n"
            "Rename it or move it, and start again."
        )
    create(venv)


def runs(python: Path, code: str) -> bool:
    """Whether this interpreter starts, is new enough, and can do what `code` says."""
    check = f"import sys; sys.version_info >= (3, 11) or sys.exit(1); {code}"
    try:
        return subprocess.run([str(python), "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def create(venv: Path) -> None:
    # an interpreter inside an environment can't clear that environment: ask the one it was made from
    maker = getattr(sys, "_base_executable", "") or sys.executable
    done = subprocess.run([maker, "-m", "venv", "--clear", str(venv)], capture_output=True, text=True)
    if done.returncode == 0:
        return
    said = (done.stdout + done.stderr).strip()
    if "ensurepip" in said or "No module named venv" in said:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise CannotStart(
            "This Python can't make environments. On Debian and Ubuntu install the missing part with\n"
            f"    sudo apt install python{version}-venv\nand start the game again. "
            "Elsewhere, install Python from python.org."
        )
    raise CannotStart(
        f"Can't make {venv}:\n{said}\nDelete that folder and start again, or copy the game to another folder."
    )


def install(python: Path, lock: Path, wheels: "str | None", log: Path) -> None:
    """Install what the lock file pins; on machines that can't have the compiler, without it. Raises CannotStart."""
    options = ["--require-hashes", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    options += ["--only-binary", ",".join(OPTIONAL)]  # building these would take an hour, and fail
    if wheels:
        options += ["--no-index", "--find-links", wheels]
    command = [str(python), "-m", "pip", "install", *options]
    pins = lock.read_text(encoding="utf-8")
    code, said = follow([*command, "-r", str(lock)], pins)
    if code and any(f"No matching distribution found for {name}=" in said for name in OPTIONAL):
        print("  There is no compiler for the lab on this machine; the game plays without it.", flush=True)
        pins = without(pins, OPTIONAL)
        fewer = log.with_name("without-compiler.lock")
        fewer.write_text(pins, encoding="utf-8")
        code, said = follow([*command, "-r", str(fewer)], pins)
    log.write_text(said, encoding="utf-8")
    if code:
        lines = [line for line in said.splitlines() if line.startswith("ERROR")] or said.splitlines()[-5:]
        raise CannotStart(
            INSTALL_FAILED.format(lock=lock.name, said="\n".join(f"  {s}" for s in lines), log=log)
        )


def without(pins: str, names: "tuple[str, ...]") -> str:
    """The text of a lock file without these packages."""
    blocks = re.split(r"^(?=[a-z])", pins, flags=re.M)
    return "".join(block for block in blocks if block.split("==")[0] not in names)


def follow(command: "list[str]", pins: str) -> "tuple[int, str]":
    """Run pip and print a line for each package. Returns its exit code and all it said."""
    total, done, said = len(re.findall(r"^[a-z].*==", pins, re.M)), 0, []
    environment = {**os.environ, "PYTHONUTF8": "1", "PIP_USER": "0", "PYTHONUNBUFFERED": "1"}
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    assert pip.stdout is not None
    with pip:
        for raw in pip.stdout:
            line = raw.decode("utf-8", "replace").rstrip()
            said.append(line)
            total -= line.startswith("Ignoring ")  # a package for other systems
            package = PACKAGE.match(line)
            done += package is not None
            news = f"  [{done:2}/{total}] {package[1] or package[2]}" if package else told(line)
            if news:
                print(news.replace("==", " "), flush=True)
    return pip.returncode, "\n".join(said) + "\n"


def told(line: str) -> str:
    """What a line of pip's means to a player, if anything."""
    size = re.match(r" +Downloading \S+ \((.* MB)\)", line)
    if size:
        return f"          {size[1]} to download"
    if "Retrying" in line:
        return "  The network does not answer; trying again"
    return "  Unpacking" if line.startswith("Installing collected") else ""


def hand_over(python: Path, arguments: "list[str]", **environment: str) -> int:
    """Go on in the environment: in place of this process where the system can, else as a child."""
    command = [str(python), *arguments]
    if os.name == "nt":
        return subprocess.call(command, env={**os.environ, **environment})
    os.execve(command[0], command, {**os.environ, **environment})
    return 0  # not reached


def has_packages() -> bool:
    """Whether this very interpreter can run the game (inside an environment that somebody else made)."""
    from importlib import metadata

    try:
        found = {name: re.findall(r"\d+", metadata.version(name)) for name in NEEDED}
    except metadata.PackageNotFoundError:
        return False
    return all(tuple(map(int, found[name])) >= least for name, least in NEEDED.items())


def take_wheels(arguments: "list[str]") -> "tuple[str | None, list[str]]":
    """The folder after --wheels, and the other arguments. Raises CannotStart."""
    if "--wheels" not in arguments:
        return None, arguments
    at = arguments.index("--wheels")
    if at + 1 == len(arguments) or not Path(arguments[at + 1]).is_dir():
        raise CannotStart("--wheels needs the folder with the downloaded packages: --wheels FOLDER")
    return str(Path(arguments[at + 1]).resolve()), arguments[:at] + arguments[at + 2 :]


def start(arguments: "list[str]") -> int:
    wheels, arguments = take_wheels(arguments)
    testing = arguments[:1] == ["--test"]
    handed_over = os.environ.pop(HANDED_OVER, "") and not testing
    if arguments in (["--help"], ["-h"]) and not handed_over:
        print(HELP)
    lock = HERE / (TEST if testing else PLAY)
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if not testing and (inside and is_ready(VENV, lock) or has_packages()):
        return run_here(arguments)
    if handed_over:  # a second round would go on for ever
        raise CannotStart(f"The packages in {VENV} are not usable. Delete that folder and start again.")
    if not is_ready(VENV, lock):
        make_environment(VENV, lock, wheels)
    if testing:
        os.chdir(HERE)
        return hand_over(venv_python(VENV), ["-m", "pytest", *arguments[1:]])
    return hand_over(venv_python(VENV), [str(HERE / "main.py"), *arguments], **{HANDED_OVER: "1"})


def run_here(arguments: "list[str]") -> int:
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
