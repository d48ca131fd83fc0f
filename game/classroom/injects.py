"""What luck or the players alone did not decide at a table: what was chosen word by word, the rest counted."""

from collections import Counter
from collections.abc import Sequence

from game.match.arranged import Inject


def told(injects: Sequence[Inject]) -> list[str]:
    """The lines for one table; none where nobody stepped in.

    >>> told([Inject(action=3, round=1, words="Time is up.", kind="time")])
    ['1 move passed because its time was up.']
    """
    lines = []
    for inject in injects:
        if inject.kind in ("set", "chosen", "bell"):
            lines.append(f"Round {inject.round}: {inject.told}" if inject.round else inject.told)
    count = Counter(inject.kind for inject in injects)
    if number := count["time"]:
        lines.append(f"{number} move{'s' if number != 1 else ''} passed because {_its(number)} time was up.")
    if number := count["voted"]:
        lines.append(f"{number} choice{'s' if number != 1 else ''} made by vote.")
    return lines


def _its(number: int) -> str:
    return "its" if number == 1 else "their"
