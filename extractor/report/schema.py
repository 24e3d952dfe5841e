"""The JSON Schema of one extraction, made from the records themselves."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from extractor.records import Extraction


def schema() -> dict[str, Any]:
    """The schema, in JSON Schema draft 2020-12, of what `--format json` prints for one article."""
    made = TypeAdapter(Extraction).json_schema(mode="serialization")
    for record in (made, *made["$defs"].values()):
        if "properties" in record:
            record["required"] = list(record["properties"])
            for described in record["properties"].values():
                described.pop("default", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
