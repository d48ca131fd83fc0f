"""The schema that packs name is the one the models give."""

import json

from game.content.load import base_pack
from game.content.pack import LISTS, SINGLES
from game.content.schema import schema_file, schema_text


def test_the_schema_file_is_current():
    """If this fails: python -m game schema > assets/packs/pack.schema.json"""
    assert schema_file().read_text("utf-8") == schema_text()


def test_the_schema_knows_every_kind_of_file_and_every_effect():
    schema = json.loads(schema_text())
    kinds = [set(choice["properties"]) - {"$schema"} for choice in schema["anyOf"]]
    assert kinds == [{key} for key in (*SINGLES, *LISTS)]
    assert len(schema["$defs"]["Card"]["properties"]["effects"]["items"]["oneOf"]) == 19
    assert all(choice["additionalProperties"] is False for choice in schema["anyOf"])


def test_every_file_of_the_base_pack_names_the_schema():
    for file in base_pack().rglob("*.json"):
        named = json.loads(file.read_text("utf-8"))["$schema"]
        assert (file.parent / named).resolve() == schema_file().resolve(), file
