"""What was found in some pack folders: the parts that could be read, where each stands, and what is wrong.

Parts that could not be read still count as known by their ids, so that one slip of the pen is one problem and
not a dozen.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from game.engine import terms as T

from .pack import LISTS, Pack, PackInfo
from .problem import Problem, Severity, did_you_mean

KINDS = (*LISTS, "scenarios")  # lists of a Pack
ONE_OF = {kind: kind.removesuffix("s") for kind in KINDS}  # what one of them is called


class Place(NamedTuple):
    file: str
    path: str  # inside the file


@dataclass
class Found:
    info: PackInfo | None = None
    parts: dict[str, dict[str, Any]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    order: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_blind: bool = False  # a file could not be read, or a part has no id: what is unknown may stand there

    @classmethod
    def of(cls, pack: Pack) -> "Found":
        """A pack that is not read from files."""
        found = cls(pack.pack)
        for kind in KINDS:
            for n, part in enumerate(getattr(pack, kind)):
                place = Place(f'pack "{pack.pack.id}"', f"{kind}.{n}")
                if part.id in found.parts[kind]:
                    found.problems.append(twice(kind, part.id, place, ""))
                found.add(kind, part.id, part, place)
        return found

    def copy(self) -> "Found":
        """To read more into; the parts are frozen and serve both."""
        return Found(
            self.info,
            {kind: dict(parts) for kind, parts in self.parts.items()},
            {kind: list(names) for kind, names in self.order.items()},
            dict(self.places),
            list(self.problems),
            self.is_blind,
        )

    def add(self, kind: str, name: str, part: Any, place: Place) -> None:
        """Take a part in; None stands for one that could not be read. A part of the same id is replaced."""
        if (kind, name) not in self.places:
            self.order[kind].append(name)
        self.places[kind, name] = place
        if part is None:
            self.parts[kind].pop(name, None)
        else:
            self.parts[kind][name] = part

    def pack(self) -> Pack:
        """All that could be read, as a pack."""
        info = self.info or PackInfo(id="nameless", title="Nameless", version="0")
        parts = {kind: [p[n] for n in self.order[kind] if n in p] for kind, p in self.parts.items()}
        return Pack.model_validate({"pack": info, **parts})

    # --- names ---

    @property
    def upstream(self) -> list[str]:
        return self.order["sectors"][: T.UPSTREAM]

    @property
    def downstream(self) -> list[str]:
        return self.order["sectors"][T.UPSTREAM :]

    def all_read(self, *kinds: str) -> bool:
        """Whether every part of these kinds could be read; if not, a bad one may hold what seems missing."""
        return not self.is_blind and all(len(self.parts[kind]) == len(self.order[kind]) for kind in kinds)

    # --- problems ---

    def problem(
        self, severity: Severity, kind: str, name: str, path: str, message: str, advice: str = ""
    ) -> Problem:
        """A problem of one part; `path` leads on from the part."""
        place = self.places.get((kind, name), Place("the pack", kind))
        inside = ".".join(part for part in (place.path, path) if part)
        return Problem(severity, place.file, inside, f'{ONE_OF[kind]} "{name}": {message}', advice)

    def unknown(
        self, kind: str, owner: str, path: str, name: str, known: Collection[str], what: str
    ) -> Iterator[Problem]:
        """An error if a name is not among the known ones."""
        if name not in known and not self.is_blind:
            advice = did_you_mean(name, known)
            yield self.problem("error", kind, owner, path, f'there is no {what} "{name}"', advice)


def twice(kind: str, name: str, place: Place, first: str) -> Problem:
    """Two parts of one pack have the same id."""
    where = f"; the other stands in {first}" if first else ""
    message = f'{ONE_OF[kind]} "{name}" stands twice in this pack{where}'
    return Problem("error", *place, message)
