"""What ids are called: their numbers for the rules, their titles for people.

There is one Names with long titles for sentences and one with the short ones for the faces of cards.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.engine import terms as T


@dataclass(frozen=True)
class Names:
    sectors: Mapping[str, str]  # id -> title, in order
    blocs: Mapping[str, str]
    chosen: str = "the chosen one"  # what "?" reads as
    numbers: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        numbers = {name: n for n, name in enumerate(self.sectors)} | {b: n for n, b in enumerate(self.blocs)}
        object.__setattr__(self, "numbers", numbers | {"?": T.TARGET, "tariff": T.TARIFF_MEASURE})

    def number(self, name: str) -> int:
        """Of a sector, a bloc, "tariff", or "?"."""
        return self.numbers[name]

    def title(self, name: str) -> str:
        if name == "?":
            return self.chosen
        return self.sectors[name] if name in self.sectors else self.blocs[name]

    def choosing(self, chosen: str) -> "Names":
        """The same with another text for "?"."""
        return replace(self, chosen=chosen)
