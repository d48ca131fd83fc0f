"""Write every picture: run `python assets/art/draw/draw_all.py` after changing one."""

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).parent


def pictures() -> dict[str, str]:
    """Every picture as SVG, by its name."""
    modules = [importlib.import_module(file.stem) for file in sorted(HERE.glob("scenes_*.py"))]
    scenes = [scene for module in modules for scene in module.SCENES]
    return {scene.__name__.rstrip("_").replace("_", "-"): scene().svg() for scene in scenes}


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    for name, source in pictures().items():
        (HERE.parent / f"{name}.svg").write_text(source, "utf-8")
