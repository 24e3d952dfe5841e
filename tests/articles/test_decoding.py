import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.articles.decoding import BinaryError, decode

CURLY = "“We’re ready,” she said – twice…\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_curly_marks_and_newlines_survive_every_encoding(encoding):
    decoded = decode(CURLY.encode(encoding))
    assert decoded.text == CURLY
    assert decoded.notices == ()


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\x00\x00\xfe\xff", "utf-32-be")])
def test_the_mark_says_the_byte_order(mark, encoding):
    assert decode(mark + CURLY.encode(encoding)).text == CURLY


def test_bytes_that_windows_1252_leaves_undefined_stand_for_themselves():
    assert decode(b"caf\xe9 \x81\x8d\x8f\x90\x9d").text == "café \x81\x8d\x8f\x90\x9d"


def test_accents_before_curly_marks_are_not_taken_for_utf8():
    assert decode("“Café”—“Señor”—“déjà vu”".encode("cp1252")).text == "“Café”—“Señor”—“déjà vu”"


def test_a_file_cut_off_inside_a_character_keeps_the_rest():
    decoded = decode("“Yes,” he said. “No”".encode()[:-1])
    assert decoded.text == "“Yes,” he said. “No\ufffd"
    assert [n.code for n in decoded.notices] == ["repaired_encoding"]


def test_one_stray_byte_in_utf8_does_not_garble_the_rest():
    decoded = decode("“Yes,” he said. ".encode() + b"\x93No\x94")
    assert decoded.text == "“Yes,” he said. “No”"
    assert [n.code for n in decoded.notices] == ["repaired_encoding"]


def test_broken_utf16_is_read_and_said():
    decoded = decode(b"\xff\xfea\x00b\x00c")
    assert decoded.text == "ab\ufffd"
    assert [n.code for n in decoded.notices] == ["repaired_encoding"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"text\x00\x00\x00\x00", "binary"),
        (bytes(range(256)), "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, name):
    with pytest.raises(BinaryError, match=name):
        decode(data)


def test_a_single_stray_control_character_is_still_text():
    assert decode(b"Page one\x01 and more").text == "Page one\x01 and more"


@given(st.text())
def test_utf8_is_decoded_character_for_character(text):
    data = text.encode()
    try:
        decoded = decode(data)
    except BinaryError:
        return
    assert decoded.text == text.removeprefix("\ufeff")


@given(st.binary())
@example(b"\xe2\x80")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xc3\xa9\xff")
def test_every_byte_decodes_unless_it_is_binary(data):
    try:
        decoded = decode(data)
    except BinaryError:
        return
    decoded.text.encode("utf-8")
