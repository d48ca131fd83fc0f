"""A small whole pack without problems, as the files it is written to."""

import json
from pathlib import Path
from typing import Any

Files = dict[str, Any]

UPSTREAM = ("tools", "chips", "legacy", "magnets")
DOWNSTREAM = ("ai", "devices", "ev", "clean", "auto", "defence")
BLOCS = ("eu", "japan", "korea", "taiwan", "asean", "india", "gulf", "south")
AGENDAS = ("one", "two", "three", "four")
SOLID = {"chips": ["tools"], "legacy": ["tools"], "ai": ["chips"]}


def card(name: str, effects: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A card with all it needs."""
    rules = {"kind": "control", "points": 2, "cost": {"capital": 1}, "icons": ["tools", "eu", "rally"]}
    told = {"precedent": "Something happened.", "when": "2020", "sources": ["report"]}
    return {"id": name, "title": name.title(), "effects": effects, **rules, **told, **more}


def sector(name: str) -> dict[str, Any]:
    stage = "upstream" if name in UPSTREAM else "downstream"
    words = {"title": name.title(), "short": name.upper()}
    return {"id": name, **words, "stage": stage, "solid": list(SOLID.get(name, []))}


def scenario() -> dict[str, Any]:
    levels = {name: 5 for name in (*UPSTREAM, *DOWNSTREAM)}
    us, china = {"title": "United States", "short": "US"}, {"title": "China", "short": "CN"}
    return {
        "id": "duel",
        "title": "Duel",
        "minutes": [5, 10],
        "rounds": 1,
        "sides": {"us": us, "china": china},
        "position": {"capability": {"us": levels, "china": dict(levels)}, "tension": 4},
        "ends": {"us": 6, "china": 10},
        "decks": {
            "us": ["squeeze-chips", "court", "copy", *"abc"],
            "china": ["squeeze-chips", "court", *"abcd"],
        },
        "headlines": ["storm"],
        "agendas": list(AGENDAS),
    }


def files() -> Files:
    chips = {"op": "control", "sector": "chips", "steps": 1}
    court = {"op": "align", "bloc": "?", "steps": 1}
    storm = {
        "id": "storm",
        "title": "Storm",
        "effects": [{"op": "shock", "sector": "tools", "points": 2}],
        "precedent": "It stormed.",
        "when": "2021",
        "sources": ["report"],
    }
    simple = [card(name, [{"op": "tension", "points": -1}], trigger="restriction") for name in "abcd"]
    return {
        "pack.json": {"pack": {"id": "tiny", "title": "Tiny", "version": "1.0"}},
        "sectors.json": {"sectors": [sector(name) for name in (*UPSTREAM, *DOWNSTREAM)]},
        "blocs.json": {"blocs": [{"id": b, "title": b.title(), "short": b.upper()} for b in BLOCS]},
        "cards/all.json": {
            "cards": [
                card("squeeze-chips", [chips], trigger="alliance"),
                card("court", [court], targets=["eu", "japan"]),
                {"id": "copy", "title": "Copy", "copy_of": "squeeze-chips"},
                *simple,
            ]
        },
        "headlines.json": {"headlines": [storm]},
        "agendas.json": {"agendas": [{"id": n, "title": n, "condition": "mandate"} for n in AGENDAS]},
        "sources.json": {
            "sources": [
                {"id": "report", "title": "Report", "side": "third"},
                {"id": "white-house", "title": "A statement", "side": "us"},
            ]
        },
        "scenarios/duel.json": {"scenario": scenario() | {"sources": ["white-house"]}},
    }


def write(folder: Path, pack: Files) -> Path:
    for name, data in pack.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
    return folder
