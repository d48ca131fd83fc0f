"""A pack in one zip file: read in memory and never unpacked, so that no name in it can lead anywhere.

What a stranger may have put in is refused by what the list says and again by what is really read: bombs, links,
names that climb out, passwords, too many, too large, too deep.
"""

import stat
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from .files import MOST_BYTES_FILE, MOST_BYTES_PACK, MOST_ENTRIES, MOST_FILES, MOST_FOLDERS_DEEP, TooMuch
from .problem import Problem, shown

AGAIN = "make the zip anew from the folder of the pack"
Members = list[tuple[str, bytes]]  # the name inside the zip, and what the file holds


def is_zip(path: Path) -> bool:
    return path.suffix.lower() == ".zip" and path.is_file()


def zip_files(file: Path) -> tuple[Members, list[Problem]]:
    """The .json files in a zip by name, without hidden ones; and what is wrong with it."""
    problems: list[Problem] = []
    try:
        if file.stat().st_size > MOST_BYTES_PACK:
            raise TooMuch(f"is larger than {MOST_BYTES_PACK // 1_000_000} MB")
        with ZipFile(file) as archive:
            listed = _listed(archive, file, problems)
            members = _read(archive, listed, file, problems)
    except TooMuch as reason:
        return [], [Problem("error", str(file), "", str(reason), "is this the zip of one pack?")]
    except OSError as error:
        return [], [Problem("error", str(file), "", f"can't be read: {error.strerror or error}")]
    except (BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        return [], [Problem("error", str(file), "", "is not a zip file, or is damaged", "fetch it again, or " + AGAIN)]
    return sorted(members), problems


def _listed(archive: ZipFile, file: Path, problems: list[Problem]) -> list[ZipInfo]:
    """The entries that may be read."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise TooMuch(f"holds more than {MOST_ENTRIES} files and folders")
    found, seen = [], set[str]()
    for entry in entries:
        name = entry.filename
        if entry.is_dir() and ".." not in name or _is_hidden(name):
            continue
        reason, advice = _refused(entry, seen)
        seen.add(name.casefold())
        if reason:
            problems.append(Problem("error", f"{file}/{shown(name)}", "", reason, advice))
        elif name.lower().endswith(".json"):
            found.append(entry)
    if len(found) > MOST_FILES:
        raise TooMuch(f"holds more than {MOST_FILES} .json files")
    if sum(entry.file_size for entry in found) > MOST_BYTES_PACK:
        raise TooMuch(f"is larger than {MOST_BYTES_PACK // 1_000_000} MB when unpacked")
    return found


def _is_hidden(name: str) -> bool:
    """What systems leave in a zip by themselves."""
    return any(part == "__MACOSX" or part.startswith(".") and not part.startswith("..") for part in name.split("/"))


def _refused(entry: ZipInfo, seen: set[str]) -> tuple[str, str]:
    """Why an entry may not be read, and what to do; nothing if it may."""
    name = entry.filename
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or ":" in name:
        return "has a name that leads out of the pack", AGAIN
    if "\\" in name:
        return "has a backslash in its name", AGAIN
    if not name.isprintable():
        return "has a name with control characters", "rename it"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link; a pack must hold its own files", "put a copy in its place"
    if len(parts) - 1 > MOST_FOLDERS_DEEP:
        return f"lies more than {MOST_FOLDERS_DEEP} folders deep", "move it up"
    if name.casefold() in seen:
        return "stands twice in the zip", "take one of them out"
    if entry.flag_bits & 1:
        return "is locked with a password", "make the zip without a password"
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # others may ask for gigabytes to unpack
        return "is packed in an unusual way", "make a plain zip (stored or deflated)"
    if name.lower().endswith(".json") and entry.file_size > MOST_BYTES_FILE:
        return f"is larger than {MOST_BYTES_FILE // 1_000_000} MB", "split it, or take out what is no data"
    return "", ""


def _read(archive: ZipFile, entries: list[ZipInfo], file: Path, problems: list[Problem]) -> Members:
    """What the files hold. The list of a bomb lies about sizes, so what really comes out is counted."""
    members: Members = []
    total = 0
    for entry in entries:
        try:
            with archive.open(entry) as stream:
                content = stream.read(MOST_BYTES_FILE + 1)
        except (BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            where = f"{file}/{shown(entry.filename)}"
            message = f"can't be unpacked: {str(error).split(' for ')[0][:80]}"
            problems.append(Problem("error", where, "", message, AGAIN))
            continue
        total += len(content)
        if len(content) > MOST_BYTES_FILE or total > MOST_BYTES_PACK:
            raise TooMuch(f"is larger than {MOST_BYTES_PACK // 1_000_000} MB when unpacked")
        members.append((entry.filename, content))
    return members
