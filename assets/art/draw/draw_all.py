"""Write every picture: run `python assets/art/draw/draw_all.py` after changing one."""

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).parent
# Where the eye goes, 0 to 240 from the left: a narrow card shows what lies around it. The middle, if not named here.
FOCUS = {
    "air-cargo": 84, "car-barrier": 98, "car-carrier": 140, "cargo": 152, "connected-car": 148, "containers": 135,
    "customs": 96, "desert-fab": 135, "dimm": 135, "fab": 124, "fab-row": 130, "forklift": 130, "fusion": 110,
    "graphite": 110, "homecoming": 100, "hubs": 95, "launcher": 134, "lockers": 142, "motor": 112, "port-fees": 130,
    "reel": 130, "sealed": 130, "shadow": 105, "silo": 130, "slice": 128, "teardown": 138, "threshold": 112,
    "turbines": 125, "wall": 135,
}  # fmt: skip


def pictures() -> dict[str, str]:
    """Every picture as SVG, by its name."""
    modules = [importlib.import_module(file.stem) for file in sorted(HERE.glob("scenes_*.py"))]
    scenes = [scene for module in modules for scene in module.SCENES]
    named = {scene.__name__.rstrip("_").replace("_", "-"): scene for scene in scenes}
    return {name: scene().svg(FOCUS.get(name)) for name, scene in named.items()}


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    for name, source in pictures().items():
        (HERE.parent / f"{name}.svg").write_text(source, "utf-8")
