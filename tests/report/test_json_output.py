import json
import re
from dataclasses import replace

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import Failure
from extractor.report.json_output import as_data, failure_to_json, to_json
from extractor.report.schema import schema

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["a", "b", "end"]), inner),
    max_leaves=20,
)


def test_an_extraction_is_what_the_schema_says_and_reads_back(extraction):
    text = to_json(extraction)
    jsonschema.validate(json.loads(text), schema(), cls=jsonschema.Draft202012Validator)
    assert json.loads(text) == as_data(extraction) == json.loads(to_json(extraction, indent=2))


def test_the_schema_is_one_and_wants_every_key(extraction):
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    validator = jsonschema.Draft202012Validator(made)
    data = as_data(extraction)
    for record in (data, data["article"], data["quotes"][0], data["claims"][0], data["dates"][0], data["speakers"][0]):
        for key in list(record):
            value = record.pop(key)
            assert not validator.is_valid(data), key
            record[key] = value
    assert validator.is_valid(data)


def test_records_and_lists_keep_their_order_and_empty_ones_are_short(extraction):
    text = to_json(extraction, indent=2)
    assert list(json.loads(text)) == [
        "schema_version",
        "extractor_version",
        "model",
        "article",
        "speakers",
        "quotes",
        "dates",
        "claims",
        "claim_groups",
        "warnings",
    ]
    assert '"aliases": []' in text


def test_jsonl_is_one_line_for_every_reader(with_text):
    assert len(to_json(with_text("a\nb\r\u2028c\u2029d\x85e\x0bf")).splitlines()) == 1


def test_nothing_in_it_acts_on_a_terminal_and_all_of_it_reads_back():
    text = "a\x7f\x9b31m \u202eb\u2066 \u200e\u061c \x1b “é”"
    assert to_json(text) == '"a\\u007f\\u009b31m \\u202eb\\u2066 \\u200e\\u061c \\u001b “é”"'
    assert json.loads(to_json({"a": text})) == {"a": text}
    assert to_json("\x7f") == '"\\u007f"'


@given(PLAIN)
def test_plain_data_reads_back(data):
    assert json.loads(to_json(data)) == data
    assert json.loads(to_json(data, indent=2)) == data


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_always_have_a_decimal_point(number):
    assert re.fullmatch(r"-?\d+\.\d+", to_json(number))
    assert float(to_json(number)) == number


def test_what_is_no_number_is_null():
    assert to_json([float("nan"), float("inf")]) == "[null, null]"


def test_the_same_form_as_the_standard_library(extraction):
    data = as_data(replace(extraction, claims=(), claim_groups=()))
    assert to_json(data) == json.dumps(data, ensure_ascii=False)
    assert to_json(data, indent=2) == json.dumps(data, ensure_ascii=False, indent=2)


def test_a_failure_is_a_line():
    failure = Failure(id="a", path="in/a.txt", code="missing", message="gone")
    assert json.loads(failure_to_json(failure)) == {
        "article": {"id": "a", "path": "in/a.txt"},
        "error": {"code": "missing", "message": "gone"},
    }
