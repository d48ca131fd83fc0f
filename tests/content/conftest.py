"""The small pack as fixtures: to break, to write, to read, and to hear what is said of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_pack import Files, files, write

from game.content.check import validate
from game.content.load import read_pack
from game.content.pack import Pack
from game.content.problem import Problem


@pytest.fixture
def tiny() -> Files:
    """File name -> what it holds, of a pack without problems."""
    return files()


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a pack into a folder of the given name."""

    def at(pack: Files, name: str = "tiny") -> Path:
        return write(tmp_path / name, pack)

    return at


@pytest.fixture
def problems_of(written: Callable[..., Path]) -> Callable[[Files], list[Problem]]:
    """All that is said of a pack."""

    def problems(pack: Files) -> list[Problem]:
        return validate([written(pack)])

    return problems


@pytest.fixture
def pack_of(written: Callable[..., Path]) -> Callable[[Files], Pack]:
    """A pack read from its files."""

    def read(files: Files) -> Pack:
        pack, problems = read_pack(written(files))
        assert pack is not None, problems
        return pack

    return read
