"""The JSON schema of pack files, so that any editor completes and checks while an author types."""

import json
from pathlib import Path

from pydantic import create_model

from game.places import assets_dir

from .pack import LISTS, SINGLES


def schema_file() -> Path:
    """Where the schema lies that packs name in "$schema"."""
    return assets_dir() / "packs" / "pack.schema.json"


def schema_text() -> str:
    """One schema for every file of a pack: each holds exactly one of the known keys."""
    kinds = [create_model(f"{key} file", **{key: (model, ...)}) for key, model in SINGLES.items()]  # type: ignore[call-overload]
    kinds += [create_model(f"{key} file", **{key: (list[model], ...)}) for key, model in LISTS.items()]  # type: ignore
    definitions: dict[str, object] = {}
    choices = []
    for kind in kinds:
        schema = kind.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        schema["properties"]["$schema"] = {"type": "string"}
        schema["additionalProperties"] = False
        choices.append(schema)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a Chokepoint pack",
        "anyOf": choices,
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def write_schema() -> Path:
    """Bring the schema file up to date."""
    file = schema_file()
    file.write_text(schema_text(), "utf-8", newline="\n")
    return file
