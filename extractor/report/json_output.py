"""An extraction as plain data and as JSON. Every key is there every time; offsets and text as they are."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from extractor.records import Extraction


def as_data(record: object) -> Any:
    """Records into dicts, tuples into lists, everything else as it is; keys in the order of the fields."""
    if is_dataclass(record) and not isinstance(record, type):
        return {f.name: as_data(getattr(record, f.name)) for f in fields(record)}
    if isinstance(record, tuple):
        return [as_data(item) for item in record]
    return record


def to_json(extraction: Extraction, *, indent: int | None = None) -> str:
    """One extraction as JSON text; `indent` None gives one line."""
    return json.dumps(as_data(extraction), ensure_ascii=False, indent=indent)
