"""What every scene is made of: functions that return nodes, and small objects that hold what a node can't.

`button`, `toggle`, `segments`, `slider`, `label`, `panel`, `veil` return nodes; `Entry` (a line of text) and
`Scroll` (a list longer than its place) keep their state in the scene; `Question` is a sheet with answers for
`app.ask`.
"""

from .basic import button, button_width, heading, label, panel, paragraph, veil
from .choice import segments, slider, toggle
from .entry import Entry
from .modal import Answer, Question
from .scroll import Scroll
from .waiting import waiting

__all__ = [
    "Answer",
    "Entry",
    "Question",
    "Scroll",
    "button",
    "button_width",
    "heading",
    "label",
    "panel",
    "paragraph",
    "segments",
    "slider",
    "toggle",
    "veil",
    "waiting",
]
