"""Write every card picture: run `python assets/art/draw/draw_all.py` after changing one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import scenes_chips
import scenes_industry
import scenes_world

if __name__ == "__main__":
    for module in (scenes_chips, scenes_industry, scenes_world):
        for scene in module.SCENES:
            path = Path(__file__).parent.parent / f"{scene.__name__}.svg"
            path.write_text(scene().svg(), "utf-8")
