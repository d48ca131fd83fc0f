"""The JSON schema of pack files, so that any editor completes and checks while an author types."""

import json

from pydantic import BaseModel, create_model

from .pack import LISTS, SINGLES


def schema_text() -> str:
    """One schema for every file of a pack: each holds exactly one of the known keys."""
    kinds: list[type[BaseModel]] = []
    for key, model in SINGLES.items():
        kinds.append(create_model(f"File_{key}", **{key: (model, ...)}))  # type: ignore[call-overload]
    for key, model in LISTS.items():
        kinds.append(create_model(f"File_{key}", **{key: (list[model], ...)}))  # type: ignore
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
