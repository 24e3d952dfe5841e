import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.articles.asked import Asked
from extractor.articles.reading import read_all
from extractor.records import Failure, Reading

TEXT = "RUVENNA, May 6, 2024 — A dam burst.\r\n\r\n“We had no warning,” she said.\r\n"


def read(*arguments, stdin=b"", **asked):
    return list(read_all([str(a) for a in arguments], standard_input=BytesIO(stdin), asked=Asked(**asked)))


def codes(items):
    return [item.code if isinstance(item, Failure) else item.article.id for item in items]


def notices(reading):
    return [n.code for n in reading.notices]


def test_a_text_file_is_its_characters(tmp_path):
    file = tmp_path / "ruvenna.dam.txt"
    file.write_bytes(TEXT.encode("utf-8-sig"))
    (reading,) = read(file)
    article = reading.article
    assert article.text == TEXT
    assert (article.id, article.path) == ("ruvenna.dam", file.as_posix())
    assert article.sha256 == sha256(TEXT.encode()).hexdigest()
    assert (article.published, article.published_from) == ("2024-05-06", "dateline")
    assert not reading.among_others


def test_the_option_wins_over_field_and_field_over_dateline(tmp_path):
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"text": TEXT, "published": "2023-01-02T10:00:00Z"}))
    (by_field,) = read(file)
    (by_option,) = read(file, published="2022-02-03")
    assert (by_field.article.published, by_field.article.published_from) == ("2023-01-02", "field")
    assert (by_option.article.published, by_option.article.published_from) == ("2022-02-03", "option")


def test_a_field_that_is_no_date_is_passed_over_with_a_warning():
    (reading,) = read("-", stdin=json.dumps({"text": TEXT, "published": "last week"}).encode())
    assert (reading.article.published, reading.article.published_from) == ("2024-05-06", "dateline")
    assert notices(reading) == ["invalid_publication_date"]


def test_standard_input_is_an_article():
    (reading,) = read("-", stdin=TEXT.encode())
    assert (reading.article.id, reading.article.path, reading.article.text) == ("stdin", None, TEXT)


def test_fields_of_a_json_object():
    row = {
        "id": 17,
        "text": TEXT,
        "title": "Dam bursts",
        "url": "https://a.example",
        "source": "Herald",
        "byline": ["I. Tarn", "J. Vaal"],
        "other": 1,
    }
    (reading,) = read("-", stdin=json.dumps(row).encode())
    article = reading.article
    assert (article.id, article.title, article.source) == ("17", "Dam bursts", "Herald")
    assert (article.url, article.byline) == ("https://a.example", "I. Tarn, J. Vaal")
    assert not reading.among_others


def test_json_lines_are_articles_in_order_and_a_broken_line_costs_only_itself(tmp_path):
    file = tmp_path / "wire.jsonl"
    rows = ['{"id": "a", "text": "One."}', "", '{"text": "Two."}', '{"text"', "[1]", '{"id": "e"}', '{"text": " "}']
    file.write_text("\n".join(rows))
    items = read(file)
    assert codes(items) == ["a", "wire:3", "invalid_json", "invalid_json", "no_text", "empty"]
    assert [i.id for i in items[2:]] == ["wire:4", "wire:5", "e", "wire:7"]
    assert all("line" in i.message for i in items[2:])
    assert items[0].among_others


def test_json_lines_are_known_by_content(tmp_path):
    file = tmp_path / "rows"
    file.write_text('{"text": "One."}\n{"text": "Two."}\n')
    assert codes(read(file)) == ["rows:1", "rows:2"]


@pytest.mark.parametrize("between", [b"\n\n", b"\n \r\n\n"])
def test_empty_lines_between_json_lines_cost_nothing(between):
    lines = [b'{"text": "One."}', b'{"text": "Two."}', b"{", b'{"id": "c", "text": "Three."}']
    items = read("-", stdin=b"\n" + between.join(lines))
    gap = between.count(b"\n")
    assert codes(items) == ["stdin:2", f"stdin:{2 + gap}", "invalid_json", "c"]
    assert items[2].message.startswith(f"line {2 + 2 * gap} is not valid JSON (")
    assert "column 3)" in items[2].message
    assert items[2].message.count("line") == 2  # the other is "one JSON object a line is wanted"
    (alone,) = read("-", stdin=b"\n" + lines[0] + between)
    assert (alone.article.text, alone.article.id) == ("One.", "stdin")


def test_json_lines_in_utf16(tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text('{"text": "“One.”"}\n{"text": "Two."}\n', encoding="utf-16")
    assert [item.article.text for item in read(file)] == ["“One.”", "Two."]


def test_a_json_array_is_a_collection():
    items = read("-", stdin=b'[{"text": "One."}, {"id": "b", "text": "Two."}, 3]')
    assert codes(items) == ["stdin:1", "b", "invalid_json"]
    assert items[0].among_others


@pytest.mark.parametrize("text", ["[Updated] A dam burst.", "{sic} he wrote", "[1] and [2] burst."])
def test_prose_that_begins_with_a_bracket_is_prose(text):
    (reading,) = read("-", stdin=text.encode())
    assert reading.article.text == text


@pytest.mark.parametrize("data", [b'{"text": "One', b"[" * 100_000, b'{"text": 5}', b'{"text": null}'])
def test_broken_json_is_one_clear_error(data, tmp_path):
    file = tmp_path / "a.json"
    file.write_bytes(data)
    (failure,) = read(file)
    assert isinstance(failure, Failure)
    assert failure.code in {"invalid_json", "no_text"}


def test_half_a_character_in_json_is_replaced_in_place():
    (reading,) = read("-", stdin=b'{"text": "a\\ud800b"}')
    assert reading.article.text == "a\ufffdb"
    assert notices(reading) == ["repaired_encoding"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"\x00\x01\x02\x03", "binary"),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path, data, code):
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    (failure,) = read(file)
    assert (failure.code, failure.path) == (code, file.as_posix())


def test_missing_files():
    assert codes(read("/nowhere/a.txt", "\0")) == ["missing", "missing"]


def test_an_empty_name_is_not_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("It rained.")
    assert codes(read("", "a.txt")) == ["missing", "a"]


def test_a_file_that_the_system_keeps_back(tmp_path, monkeypatch):
    (tmp_path / "closed.txt").write_text("x")

    def refuse(self, mode):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (failure,) = read(tmp_path / "closed.txt")
    assert (failure.code, failure.message) == ("unreadable", "not allowed to read it; change its permissions")


def test_a_folder_gives_its_known_files_sorted_and_hidden_ones_left_out(tmp_path):
    names = ["b.txt", "a/c.txt", "a/B.TXT", ".hidden.txt", ".git/x.txt", "notes.xyz", "z.jsonl"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "One."}' if name.endswith("jsonl") else "One.")
    assert codes(read(tmp_path)) == ["a/B", "a/c", "b", "z:1"]


def test_a_folder_without_articles_says_what_is_read(tmp_path):
    (failure,) = read(tmp_path)
    assert failure.code == "empty_folder"
    assert ".txt" in failure.message


def test_ids_are_unique_in_a_run(tmp_path):
    for name in ("a.txt", "a.text", "b.jsonl"):
        (tmp_path / name).write_text('{"id": "a", "text": "One."}' if name == "b.jsonl" else "One.")
    items = read(tmp_path)
    assert codes(items) == ["a", "a~2", "a~3"]
    assert [notices(i) for i in items] == [[], ["duplicate_id"], ["duplicate_id"]]


def test_a_number_that_was_given_is_not_given_again():
    rows = "\n".join(json.dumps({"id": i, "text": "One."}) for i in ("a", "a~2", "a", "a"))
    ids = codes(read("-", stdin=rows.encode()))
    assert len(set(ids)) == 4
    assert ids[:2] == ["a", "a~2"]


def test_readings_come_as_they_are_asked_for(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("One.")
    todo = read_all([str(file), str(tmp_path / "later.txt")], standard_input=BytesIO())
    assert isinstance(next(todo), Reading)
    (tmp_path / "later.txt").write_text("Two.")
    assert isinstance(next(todo), Reading)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_json_text_is_never_altered(text):
    (item,) = read("-", stdin=json.dumps({"text": text}).encode())
    if isinstance(item, Failure):
        assert not text.strip()
    else:
        assert item.article.text == text


@given(st.binary())
@settings(deadline=None)
def test_no_bytes_make_reading_fail(data):
    for item in read("-", stdin=data):
        assert isinstance(item, (Reading, Failure))


SCRAPED = {"uid": 7, "body": TEXT, "when": "2024-06-01T08:00:00Z", "title": "Dam bursts"}


def test_fields_of_scrapers_go_by_their_own_names(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(SCRAPED) + "\n" + json.dumps(SCRAPED | {"uid": None, "when": None}))
    first, second = read(rows, text_field="body", id_field="uid", date_field="when")
    assert (first.article.text, first.article.id, first.article.published) == (TEXT, "7", "2024-06-01")
    assert first.article.published_from == "field"
    assert (second.article.id, second.article.published_from) == ("rows:2", "dateline")


@pytest.mark.parametrize(
    ("asked", "code", "missing"),
    [
        ({}, "no_text", '"text"'),
        ({"text_field": "content"}, "no_text", '"content"'),
        ({"text_field": "body", "id_field": "guid"}, "no_field", '"guid"'),
        ({"text_field": "body", "date_field": "day"}, "no_field", '"day"'),
        ({"text_field": "uid"}, "no_text", '"uid"'),
    ],
)
def test_a_missing_field_is_an_error_that_names_the_fields_there_are(asked, code, missing):
    (failure,) = read("-", stdin=json.dumps(SCRAPED).encode(), **asked)
    assert failure.code == code
    assert missing in failure.message
    assert '"uid", "body", "when", "title"' in failure.message


def test_fields_that_are_many_or_long_do_not_flood_the_error():
    (failure,) = read("-", stdin=json.dumps({f"{n}" * 1000: n for n in range(1000)}).encode())
    assert len(failure.message) < 1000
