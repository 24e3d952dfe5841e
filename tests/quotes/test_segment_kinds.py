"""What stands in quotation marks: words, titles, nicknames, echoes. Plain strings, no model."""

from __future__ import annotations

import pytest

from extractor.quotes.kinds import in_title_case, kind_of, sort_segments
from extractor.quotes.marks import find_segments


def kinds(text: str) -> dict[str, str]:
    return {s.inner[0].of(text): kind_of(text, s) for s in find_segments(text).segments if not s.depth}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He sang "The Long Rain of May" twice.', "title"),
        ('Tarn spoke on "Morning in Ruvenna With Jo."', "title"),
        ('On "Meet the Governor," she was calm.', "title"),
        ('Anna "Ace" Moreau won.', "nickname"),
        ('Their hats read "Make Rivers Clean Again" in red.', "title"),
        ('"Stop The Dam," Burr said.', "words"),
        ('He said: "Thank You, Ruvenna!"', "words"),
        ('He called it "a long rain".', "words"),
        ('He called it "Terrible" then.', "words"),
        ('She said "The bridge is safe" twice.', "words"),
        ('The "Iron Governor" left.', "title"),
        ('"We were poor," she wrote in her memoir, "Salt."', ["words", "title"]),
        ('He read from his novel, "The Long Rain."', "title"),
        ('She wrote in her memoir, "Salt is all we had."', "words"),
        ('He told the crowd, "Salt."', "words"),
    ],
)
def test_kind(text: str, expected: str | list[str]) -> None:
    assert list(kinds(text).values()) == (expected if isinstance(expected, list) else [expected])


def test_single_marks_of_a_headline_are_an_echo_where_the_text_quotes_in_double_ones() -> None:
    text = 'Tarn: \'We had no warning\'\n\n"We had no warning," Tarn said. "None."'
    found = sort_segments(text, find_segments(text).segments)
    assert [s.inner[0].of(text) for s in found["echo"]] == ["We had no warning"]
    assert len(found["words"]) == 2
    british = "Tarn: 'We had no warning'\n\n'We had no warning,' Tarn said."
    assert not sort_segments(british, find_segments(british).segments)["echo"]


def test_title_case() -> None:
    assert in_title_case(["The", "Long", "Rain", "of", "May"])
    assert not in_title_case(["The", "long", "rain"])
    assert not in_title_case(["Rain"])
    assert not in_title_case(["long", "Rain"])


@pytest.mark.parametrize(
    ("single", "kind"),
    [
        ("‘It is a matter of rain,’ says Orlo Pent. ‘It is not a matter of money.’ He sat down.", "words"),
        ("Orlo Pent said: ‘It is the farmers’ rain. I don’t mind.’", "words"),
        ("‘It is a matter of rain’, said Orlo Pent, the mayor.", "words"),
        ("‘We had no warning’: the town below its dam", "echo"),
        ("‘We had no warning,’ says mayor", "echo"),
        ("The ‘experts’ said the dam was safe.", "echo"),
        ("His film, ‘Rain is coming,’ won a prize.", "echo"),
        ("They call it ‘a bad joke’, said Orlo Pent.", "echo"),
    ],
)
def test_single_marks_hold_words_in_a_text_of_double_ones_where_somebody_says_them(single: str, kind: str) -> None:
    text = single + "\n\n“We left,” Tarn said. “It rained.” “Never,” Burr said. “No.”"
    found = sort_segments(text, find_segments(text).segments)
    assert {name for name in ("words", "echo") if any(s.single for s in found[name])} == {kind}
