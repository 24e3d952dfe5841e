"""Quotation marks: plain strings, no model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.quotes.marks import Segment, find_segments, paragraphs
from tests.growth import grows_as_the_input

MARKS = "\"“”„‟‘’‚'«»‹›`´″′"


def inner(text: str, *, depth: int = 0) -> list[list[str]]:
    return [[span.of(text) for span in s.inner] for s in find_segments(text).segments if s.depth == depth]


def flat(text: str, *, depth: int = 0) -> list[str]:
    return [" / ".join(parts) for parts in inner(text, depth=depth)]


def repaired(text: str) -> list[str]:
    return [" / ".join(span.of(text) for span in s.inner) for s in find_segments(text).segments if s.repaired]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We left," he said. "It was late."', ["We left,", "It was late."]),
        ("“We left,” he said. “It was late.”", ["We left,", "It was late."]),
        ("''We left,'' he said. ''It was late.''", ["We left,", "It was late."]),
        ("``We left,'' he said.", ["We left,"]),
        ("«We left», he said.", ["We left"]),
        ("»We left«, he said.", ["We left"]),
        ("„We left“, he said.", ["We left"]),
        ("„We left”, he said.", ["We left"]),
        ("'We left,' he said. 'It was late.'", ["We left,", "It was late."]),
        ("‘We left,’ he said. ‘It was late.’", ["We left,", "It was late."]),
        ("‹We left›, he said.", ["We left"]),
        ('She wrote:"We left."', ["We left."]),
        ('"—and then we left," he said.', ["—and then we left,"]),
        ('He called it ("a farce").', ["a farce"]),
    ],
)
def test_every_glyph_pairs(text: str, expected: list[str]) -> None:
    assert flat(text) == expected
    assert find_segments(text).notices == ()


@pytest.mark.parametrize(
    "text",
    [
        "It’s the dogs’ dinner and the ’90s won’t come back, y’all.",
        "Rock 'n' roll and the workers' rights of the '80s; 'tis nothin'.",
        'He is 6\'2" tall and the pipe is 12" wide.',
        "The angle was 30° 15' 20\" and the height 5′ 11″.",
        "Don't. Won't. Can't. O'Hara's.",
        "the ministers' plan and the boys' club",
    ],
)
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert flat(text) == []
    assert find_segments(text).notices == ()


def test_inches_inside_a_quotation() -> None:
    text = '"He is about 6\'4"," Jo Burr said. "I am not."'
    assert flat(text) == ["He is about 6'4\",", "I am not."]
    assert flat('"It takes a 12" pipe," she said.') == ['It takes a 12" pipe,']
    assert flat('"They won in 2012" was all he said, "and in 2016."') == ["They won in 2012", "and in 2016."]


def test_nested_marks_are_deeper() -> None:
    text = "“She told me, ‘Go home,’ and I went,” he said."
    assert flat(text) == ["She told me, ‘Go home,’ and I went,"]
    assert flat(text, depth=1) == ["Go home,"]
    british = "'She told me \"go home\" and I went,' he said."
    assert flat(british) == ['She told me "go home" and I went,']
    assert flat(british, depth=1) == ["go home"]
    straight = '"They shouted "shame" at us," she said.'
    assert flat(straight) == ['They shouted "shame" at us,']
    assert flat(straight, depth=1) == ["shame"]


def test_curly_inside_straight() -> None:
    text = 'He said: "The “old guard” is gone." She agreed.'
    assert flat(text) == ["The “old guard” is gone."]
    assert flat(text, depth=1) == ["old guard"]


def test_mixed_families_are_one_where_that_leaves_fewer_over() -> None:
    text = '“Roads are bad," she said. "Bridges are worse.”'
    assert flat(text) == ["Roads are bad,", "Bridges are worse."]
    assert find_segments(text).notices == ()


def test_reopened_paragraphs_are_one_quotation() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” he said.\n\n“Four.”"
    assert inner(text) == [["One.", "Two.", "Three,"], ["Four."]]
    assert find_segments(text).notices == ()


def test_paragraphs_not_reopened() -> None:
    text = '"One.\n\nTwo.\n\nThree," he said.'
    assert inner(text) == [["One.", "Two.", "Three,"]]


def test_a_name_below_inside_the_marks_is_no_speech() -> None:
    text = '"We never wanted this.\nJo Burr, fisherman."\n\nNext.'
    assert inner(text) == [["We never wanted this."]]
    (segment,) = find_segments(text).segments
    assert text[segment.end - 1] == '"'


def test_a_lost_closing_mark_shifts_nobody() -> None:
    text = '"We lost, he said.\n\nShe left.\n\n"They won," she said. "Twice."'
    assert flat(text)[1:] == ["They won,", "Twice."]
    assert repaired(text) == ["We lost, he said."]
    (notice,) = find_segments(text).notices
    assert notice.code == "unbalanced_quotation_marks"
    assert "character 0" in notice.message


def test_a_lost_opening_mark_shifts_nobody() -> None:
    text = 'We lost," he said. "They won," she said.\n\n"Twice."'
    assert flat(text) == ["We lost,", "They won,", "Twice."]
    assert repaired(text) == ["We lost,"]
    assert len(find_segments(text).notices) == 1


def test_a_lost_mark_between_two_quotations() -> None:
    text = '"We lost, he said. "They won," she said.'
    assert "They won," in flat(text)
    assert repaired(text) == ["We lost, he said."]


def test_stray_single_mark_is_an_apostrophe() -> None:
    text = "“The wolves’ den,” he said. The wolves’ den. “Yes.”"
    assert flat(text) == ["The wolves’ den,", "Yes."]


def test_markup_is_no_quotation() -> None:
    assert flat('<tweet author="@joburr" id="12345"> "Yes we can," he wrote.') == ["Yes we can,"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The governor of the province spoke at length on Tuesday about the flood and\n"
        'its causes. "We had no warning at all from the army, none whatever, and that\n'
        'Is what we will find out about," she said to the people on the square there.'
    )
    (parts,) = inner(text)
    assert len(parts) == 1
    assert len(paragraphs(text)) == 1
    assert len(paragraphs("One line.\nAnother line.")) == 2
    assert len(paragraphs("One line\nwent on.")) == 1


def test_empty_marks_are_nothing() -> None:
    for text in ('""', '" "', "“”", "«»", "''''", '"..."', ""):
        assert find_segments(text).segments == ()


def covers(text: str, segments: tuple[Segment, ...]) -> None:
    last = 0
    for segment in segments:
        for span in segment.inner:
            assert segment.start <= span.start < span.end <= segment.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        if not segment.depth:
            assert segment.start >= last
            last = segment.end


@given(st.text(alphabet=MARKS + " aS.,5\n—", max_size=60))
def test_any_marks_give_spans_of_the_text(text: str) -> None:
    covers(text, find_segments(text).segments)


@given(st.text(max_size=200))
def test_any_string_gives_spans_of_the_text(text: str) -> None:
    covers(text, find_segments(text).segments)


@given(st.text(alphabet=MARKS + " aS.,5\n—", max_size=40))
def test_marks_of_one_paragraph_never_shift_another(noise: str) -> None:
    before = 'Tarn said: "All is well."\n\nNobody spoke.\n\n'
    text = before + noise.replace("\n", " ") + "\n\nNobody spoke again.\n\nBurr said: «Not here.»"
    found = flat(text)
    assert found[0] == "All is well."
    assert any("Not here." in part for part in found)


@given(st.text(alphabet='"“” aS.,\n', max_size=40))
def test_a_paragraph_in_front_shifts_every_span(text: str) -> None:
    front = "Nothing was said.\n\n"
    there = [(s.start, s.end, s.depth) for s in find_segments(text).segments]
    shifted = [(s.start - len(front), s.end - len(front), s.depth) for s in find_segments(front + text).segments]
    assert shifted == there


@pytest.mark.parametrize(
    "unit",
    ['"', "“", "'", '" ', "“ ", "''", '"a ', ' "a ', '“"', "‘’", '"\n', '\n\n"a', " a.' ", 'a." ', "“a", "\n\n“a."],
)
def test_linear_on_tens_of_thousands_of_marks(unit: str) -> None:
    assert grows_as_the_input(find_segments, unit * (20_000 // len(unit)), unit * (80_000 // len(unit)))
