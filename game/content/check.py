"""What types can't see, all at once: names that don't exist, costs nobody can pay, claims without a source.

An error keeps a pack from being played, a warning tells of something its author will want to change, a hint
of something to think about.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from game.engine import terms as T

from .agendas import check_agendas
from .archive import is_zip
from .check_cards import check_cards
from .check_scenarios import check_scenarios
from .found import KINDS, Found
from .load import gather
from .pack import Pack
from .problem import Problem, Severity

_ORDER: tuple[Severity, ...] = ("error", "warning", "hint")


def validate(paths: Iterable[Path]) -> list[Problem]:
    """Every problem of these packs, errors first. A path is a pack's folder or zip, or a file in a folder."""
    problems: list[Problem] = []
    for path in paths:
        is_pack = path.is_dir() or is_zip(path)
        folder = path if is_pack else _folder_of(path)
        if folder is None:
            message = "belongs to no pack: no pack.json lies above it" if path.exists() else "does not exist"
            problems.append(Problem("error", str(path), "", message, "name the folder or the zip of a pack"))
            continue
        found = examine(folder)
        if is_pack:
            problems += found
        else:
            problems += [p for p in found if Path(p.file).resolve() == path.resolve()]
    return sorted(problems, key=lambda p: _ORDER.index(p.severity))


def _folder_of(file: Path) -> Path | None:
    """The pack that a file belongs to."""
    if not file.is_file():
        return None
    return next((folder for folder in file.resolve().parents if (folder / "pack.json").is_file()), None)


def examine(folder: Path) -> list[Problem]:
    """Every problem of one pack's folder or zip."""
    found = gather(folder)
    if not found.places:
        return found.problems
    return [*found.problems, *problems_of(found)]


def check(pack: Pack) -> list[Problem]:
    """The problems of a pack that is already read."""
    found = Found.of(pack)
    return [*found.problems, *problems_of(found)]


def problems_of(found: Found) -> Iterator[Problem]:
    """What is wrong with parts that were read."""
    if found.is_blind:
        message = "names are checked once every file can be read and every part has its id"
        yield Problem("hint", "the pack", "", message)
    else:
        yield from _counts(found)
        yield from _graph(found)
    yield from _blocs(found)
    yield from check_cards(found)
    yield from check_agendas(found)
    yield from check_scenarios(found)
    yield from _dates(found)
    yield from _sources(found)


def _counts(found: Found) -> Iterator[Problem]:
    file = f'pack "{found.info.id}"' if found.info else "the pack"
    advice = 'a pack that adds to the base pack says "builds_on": "base" in its pack.json'
    sectors, blocs = len(found.order["sectors"]), len(found.order["blocs"])
    if sectors != T.SECTORS:
        message = f"there must be {T.SECTORS} sectors, and there are {sectors}"
        yield Problem("error", file, "sectors", message, advice)
    if blocs != T.BLOCS:
        yield Problem("error", file, "blocs", f"there must be {T.BLOCS} blocs, and there are {blocs}", advice)
    if not found.order["scenarios"]:
        yield Problem("error", file, "scenarios", "there is no scenario, so nothing can be played")
    for name in {*found.order["sectors"]} & {*found.order["blocs"]}:
        yield found.problem("error", "blocs", name, "id", "a sector has the same id")
    for kind in ("sectors", "blocs"):
        for name in {*found.order[kind]} & {"tariff", "rally"}:
            message = f'"{name}" is a word of the rules; take another id'
            yield found.problem("error", kind, name, "id", message)


def _graph(found: Found) -> Iterator[Problem]:
    """Inputs are upstream sectors before what they feed, so that supplies can be computed in order."""
    order, upstream = found.order["sectors"], found.upstream
    for name, sector in found.parts["sectors"].items():
        if (sector.stage == "upstream") != (name in upstream):
            message = f"is {sector.stage}, but the first {T.UPSTREAM} sectors are upstream and the others not"
            yield found.problem("error", "sectors", name, "stage", message)
        for at, i in [*_numbered("solid", sector.solid), *_numbered("dashed", sector.dashed)]:
            yield from found.unknown("sectors", name, at, i, order, "sector")
            if i not in order:
                continue
            if i not in upstream:
                yield found.problem("error", "sectors", name, at, f'"{i}" is not upstream, so it is no input')
            elif order.index(i) >= order.index(name):
                yield found.problem("error", "sectors", name, at, *_circle(found, name, i))
        for i in {i for i in sector.solid + sector.dashed if (sector.solid + sector.dashed).count(i) > 1}:
            yield found.problem("error", "sectors", name, "solid", f'"{i}" is an input twice')


def _numbered(field: str, names: list[str]) -> Iterator[tuple[str, str]]:
    return ((f"{field}.{n}", name) for n, name in enumerate(names))


def _circle(found: Found, name: str, i: str) -> tuple[str, str]:
    """What to say of an input that does not come first: it may need, in the end, what it feeds."""
    needed, frontier = {i}, [i]
    while frontier:
        sector = found.parts["sectors"].get(frontier.pop())
        new = {*sector.solid, *sector.dashed} - needed if sector else set()
        needed |= new
        frontier += new
    if name in needed:
        return f'"{i}" and "{name}" need each other, in a circle', ""
    return f'its input "{i}" must come before it in the list of sectors', "change their order"


def _blocs(found: Found) -> Iterator[Problem]:
    for name, bloc in found.parts["blocs"].items():
        for i in bloc.supplies:
            yield from found.unknown("blocs", name, f"supplies.{i}", i, found.upstream, "upstream sector")
        if bloc.buys is not None:
            yield from found.unknown("blocs", name, "buys", bloc.buys, found.downstream, "downstream sector")


def _dates(found: Found) -> Iterator[Problem]:
    for kind in KINDS:
        for name, part in found.parts[kind].items():
            text = getattr(part, "date", None)
            if text is not None and not _is_date(text):
                yield found.problem("error", kind, name, "date", f"{text} is not in the calendar")


def _is_date(text: str) -> bool:
    year, month, day = (int(n) for n in (text + "-01-01").split("-")[:3])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _sources(found: Found) -> Iterator[Problem]:
    """Cited sources exist, and each source is cited."""
    used: set[str] = set()
    for kind in KINDS:
        for name, part in found.parts[kind].items():
            for field in ("sources", "contested_sources"):
                for at, source in _numbered(field, getattr(part, field, [])):
                    used.add(source)
                    yield from found.unknown(kind, name, at, source, found.order["sources"], "source")
    for name in found.order["sources"]:
        if name not in used and found.all_read(*KINDS):
            yield found.problem("hint", "sources", name, "", "nothing refers to it")
