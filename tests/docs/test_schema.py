"""Every key, value, column and code that can come out stands on the page of the schema, and none that cannot."""

from __future__ import annotations

import ast
import re

import pytest
from pydantic import TypeAdapter

from extractor import records, told
from extractor.batch import errors
from extractor.claims.ontology import EVENTS
from extractor.records import SCHEMA_VERSION, Checked, Extraction
from extractor.report.flat import COLUMNS
from extractor.report.schema import schema
from tests.docs import pages

PAGE = pages.page("schema")
#: What no extraction holds, but `compare` or `check` prints.
OTHERS = (told.ToldFact, told.ToldClaim, told.KnownSpeaker, told.Utterance, Checked, records.Finding, records.Unread)
NAMESPACE = vars(records) | vars(told)


def documented(name):
    return {row[0]: row[1:] for row in pages.table(PAGE, f"keys: {name}")}


def properties():
    """The properties of every record by its name, as JSON Schema has them."""
    made = schema()
    known = {"Extraction": made["properties"]} | {n: r["properties"] for n, r in made["$defs"].items()}
    for record in OTHERS:
        adapter = TypeAdapter(record)
        adapter.rebuild(force=True, _types_namespace=NAMESPACE)
        known[record.__name__] = adapter.json_schema(mode="serialization")["properties"]
    return known


RECORDS = properties()


def choices(described):
    """The types a property can have."""
    return described.get("anyOf", [described])


def written(described):
    """The type of a property as the page writes it."""
    (kind,) = [choice for choice in choices(described) if choice.get("type") != "null"]
    if "$ref" in kind:
        return kind["$ref"].rpartition("/")[2]
    return f"list of {written(kind['items'])}" if kind["type"] == "array" else kind["type"]


def test_every_record_has_its_table_and_no_other():
    assert set(re.findall(r"<!-- keys: (\w+) -->", PAGE)) == set(RECORDS)
    assert Extraction.__name__ in RECORDS


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_has_the_keys_of_its_table_in_order(name):
    assert list(documented(name)) == list(RECORDS[name])


@pytest.mark.parametrize("name", RECORDS)
def test_types_and_what_can_be_null_are_as_the_page_says(name):
    for key, (kind, meaning, null) in documented(name).items():
        described = RECORDS[name][key]
        assert (key, kind) == (key, written(described))
        assert meaning
        can_be = any(choice.get("type") == "null" for choice in choices(described))
        assert (key, null != "never") == (key, can_be)


@pytest.mark.parametrize("name", [name for name in RECORDS if name not in {r.__name__ for r in OTHERS}])
def test_every_value_of_a_key_with_few_values_is_named(name):
    for key, (_, meaning, _) in documented(name).items():
        values = [value for choice in choices(RECORDS[name][key]) for value in choice.get("enum", ())]
        assert [value for value in values if f"`{value}`" not in meaning] == []


def test_events_are_those_of_the_word_list():
    assert [row[0] for row in pages.table(PAGE, "events")] == list(EVENTS)


def test_columns_are_those_of_the_tables():
    stated = {row[0]: re.findall(r"\w+", row[1]) for row in pages.table(PAGE, "columns")}
    assert stated == {kind: list(columns) for kind, columns in COLUMNS.items()}
    assert ", ".join(f"`{column}`" for column in errors.COLUMNS) in " ".join(PAGE.split())


def codes():
    """Codes that stand in the program: given as `code=`, bound to `code`, or first argument of a `failure`."""
    found = set()
    for file in (pages.ROOT / "extractor").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            given = []
            if isinstance(node, ast.Call):
                given = [k.value for k in node.keywords if k.arg == "code"]
                if isinstance(node.func, ast.Attribute) and node.func.attr == "failure":
                    given += node.args[:1]
            elif isinstance(node, ast.Assign) and [ast.unparse(t) for t in node.targets] == ["code"]:
                given = [node.value]
            elif isinstance(node, ast.arg) or not isinstance(node, ast.FunctionDef):
                continue
            else:
                named = dict(zip((a.arg for a in node.args.kwonlyargs), node.args.kw_defaults, strict=True))
                given = [named["code"]] if named.get("code") else []
            found |= {c.value for v in given for c in ast.walk(v) if isinstance(c, ast.Constant) and c.value}
    return found


def test_every_code_of_a_warning_or_failure_is_explained():
    stated = [row[0] for part in ("Notice", "Failure") for row in pages.table(PAGE, f"codes: {part}")]
    assert sorted(stated) == sorted(codes())


def test_the_version_is_the_current_one():
    assert f"`schema_version` is {SCHEMA_VERSION}." in PAGE
