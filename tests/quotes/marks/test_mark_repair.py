"""Quotations over several paragraphs, marks that were lost, and marks that are none: text -> what is quoted."""

from __future__ import annotations

import pytest

from extractor.quotes.marks import Segment, find_segments, paragraphs


def quoted(text: str) -> list[str]:
    """Each segment with "/" between its paragraphs; "~" before a repaired one, "'" before one in single marks."""
    return [
        "~" * s.repaired + "'" * s.single + ">" * s.depth + " / ".join(span.of(text) for span in s.inner)
        for s in find_segments(text).segments
    ]


def complaints(text: str) -> list[str]:
    return [notice.message for notice in find_segments(text).notices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Re-opened paragraphs; the last closes.
        ("“One.\n\n“Two.\n\n“Three,” he said.", ["One. / Two. / Three,"]),
        ("  “One.\n\n  “Two,” he said.", ["One. / Two,"]),
        ("'One.\n\n'Two,' he said.", ["'One. / Two,"]),
        ('"One.\n\nNo marks.\n\n"Two," he said.', ["~One.", "Two,"]),
        ('"One.\n\n"Two," he said, "and three.\n\n"Four."', ["One. / Two,", "and three. / Four."]),
        ('"One.\n\nHe said: "Two."', ["~One.", "Two."]),
        # Not re-opened.
        ('"One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive," he said.', ["One. / Two. / Three. / Four. / Five,"]),
        ('"One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix," he said.', ["~One.", "~Six,"]),
        ('"One.\n\n“Two.”\n\nThree," he said.', ["~One.", "Two.", "~Three,"]),
        ("\"One.\n\n'Two.'\n\nThree,\" he said.", ["One. / 'Two.' / Three,", "'>Two."]),
        ('"One.\n\nTwo." "Three."', ["~One.", "~Two.", "Three."]),
        ("'One.\n\nTwo,' he said.", ["'One. / Two,"]),
        ("He said 'One.\n\nTwo,' he said.", []),
        # The last line inside the marks is the speaker's name.
        ('"We never.\nJo Burr, fisherman."\n\nNext.', ["We never."]),
        ('"We never.\nJo Burr, fisherman." She left.', ["We never. / Jo Burr, fisherman."]),
        ('"We never.\n\nJo Burr, fisherman."', ["We never. / Jo Burr, fisherman."]),
        ('"We never.\nA b c d e f g h i j."', ["We never."]),
        ('"We never.\nA b c d e f g h i j k."', ["We never. / A b c d e f g h i j k."]),
    ],
)
def test_quotations_over_paragraphs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "places"),
    [
        ('He said: "Go', ["~Go"], [9]),
        ('He said: "Go. Then left', ["~Go. Then left"], [9]),
        ('"Go! he said. "Stay," she said.', ["~Go! he said.", "Stay,"], [0]),
        ('"Go he said "Stay," she said.', ["~Go he said", "Stay,"], [0]),
        ('"Who? She left "Stay," she said.', ["~Who?", "Stay,"], [0]),
        ('Go," he said.', ["~Go,"], [3]),
        ('Go. Stop," he said.', ["~Go. Stop,"], [9]),
        ('"Go," he said. Why now?" she said.', ["Go,", "~Why now?"], [23]),
        ('"Go," he said Stop!" she said.', ["Go,"], [19]),
        ('"Go," he said. Then stop" she said.', ["Go,"], [24]),
        ("“Go,” he said. Stop „now.” she said.", ["Go,", "now."], []),
        ('a" b" c"', [], [1, 4, 7]),
        ('"Go he said "Stay', ["~Go he said", "~Stay"], [0, 12]),
        ('He left. "Go he said "Stay," she said.', ["~Go he said", "Stay,"], [9]),
        ('"Go. Now. he said "Stay," she said.', ["~Go. Now.", "Stay,"], [0]),
        ('"A. B." Why? No," she said.', ["A. B.", "~No,"], [16]),
        # What lies between has marks of another kind, so where it began is anybody's guess; single ones may be apostrophes.
        ('"Go," he said. He «never» left." she said.', ["Go,", "never"], [31]),
        ('"Go," he said. He \'never\' left." she said.', ["Go,", "~He 'never' left.", "'>never"], [31]),
        ('"Go," he said. Now? Why? He left." she said.', ["Go,", "~Now? Why? He left."], [33]),
        ("''Go,'' he said. ''Stop", ["Go,", "~Stop"], [17]),
        ("Stop', he said.", [], []),
        ("'Stop. He left.", [], []),
        ("«Go, he said. «Stop», she said.", ["~Go, he said.", "Stop"], [0]),
    ],
)
def test_marks_without_a_partner(text: str, expected: list[str], places: list[int]) -> None:
    assert quoted(text) == expected
    shown = ", ".join(map(str, places))
    assert [message.endswith(f"(character {shown})") for message in complaints(text)] == [True] * bool(places)


def test_the_notice_counts_and_names_the_first_places() -> None:
    assert complaints('a" b') == ["a quotation mark has no partner and the quotation was repaired there (character 1)"]
    assert complaints('a" b" c') == [
        "2 quotation marks have no partner and the quotation was repaired there (character 1, 4)"
    ]
    five, six = "a” b\n\n" * 5, "a” b\n\n" * 6
    assert complaints(five)[0].endswith("(character 1, 7, 13, 19, 25)")
    assert complaints(six)[0].startswith("6 quotation marks have no partner")
    assert complaints(six)[0].endswith("(character 1, 7, 13, 19, 25 and 1 more)")
    (notice,) = find_segments(six).notices
    assert notice.code == "unbalanced_quotation_marks"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A “b” c,” he said.", ["A “b” c,", ">b"]),
        ("“A «b» c,” he said.", ["A «b» c,", ">b"]),
        ("“A ‘b “c” d’ e,” he said.", ["A ‘b “c” d’ e,", "'>b “c” d", ">>c"]),
        ("\"a 'b\" c' d", ["a 'b"]),
        ("“A ‘b’,” he said, “c ‘d’.”", ["A ‘b’,", "'>b", "c ‘d’.", "'>d"]),
        ("«A “b» c”", ["A “b"]),
        ('"They cried "shame" twice," she said.', ['They cried "shame" twice,', ">shame"]),
        ('"They cried "shame," she said.', ["~They cried", "shame,"]),
        ('"They cried—"shame"—twice," she said.', ['They cried—"shame"—twice,', ">shame"]),
        ('"They cried "$5" twice," she said.', ['They cried "$5" twice,', ">$5"]),
        ('"A ("B") c," he said.', ['A ("B") c,', ">B"]),
        ("“A x„B“ c” d", ["A x„B“ c", ">B"]),
        ("“A x“B” c” d", ["A x“B” c", ">B"]),
        ("«A x«B» c» d", ["A x«B» c", ">B"]),
        ("a”b “C” d", ["C"]),
        ("a»b «C» d", ["C"]),
        ("“A x‟B” c” d", ["A x‟B” c", ">B"]),
        ("“A x‘‘B’’ c” d", ["A x‘‘B’’ c", ">B"]),
        ("``A x``B'' c'' d", ["A x``B'' c", ">B"]),
        ('"a \'b" c\' d "e"', ["a 'b", "e"]),
    ],
)
def test_marks_within_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('\u200b"Go"\u200b', ["Go"]),
        ('"\u200b Go \ufeff"', ["Go"]),
        ('" \u200b "', []),
        ('" Go"', ["Go"]),
        ('He said "A"—"B" twice', ["A", "B"]),
        ('He said:"Go"and left.', ["Go"]),
        ('a"b"c', ["b"]),
        ('"—"', []),
        ('<a id="x">"Go."</a>', ["Go."]),
        ('"""""" "Go."', ["Go."]),
        ('"""""a"""""', ["a"]),
        ("(“Go”)", ["Go"]),
        ("[“Go”]", ["Go"]),
        ("“A.”—“B.”", ["A.", "B."]),
        ('"A."-"B."', ["A.", "B."]),
        ('He paid "$5" for "@x" and "#y".', ["$5", "@x", "#y"]),
        ("‘‘Go,’’ he said.", ["Go,"]),
        ("``Go,'' he said.", ["Go,"]),
        ("‟Go,” he said.", ["Go,"]),
        ("”Go,” he said.", ["Go,"]),
        ("“Go,“ he said.", ["Go,"]),
        ("»Go,« he said.", ["Go,"]),
        ("«Go», he said.", ["Go"]),
        ("‚Go,’ he said.", ["'Go,"]),
        ("‹Go›, he said.", ["'Go"]),
        ("‹Go', he said.", []),
        ("‘Go,' he said.", []),
        ("'Go,’ he said.", []),
        ("`Go,` he said.", []),
    ],
)
def test_glyphs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'Go,' he said.", ["'Go,"]),
        ("'Go' and 'stay'", ["'Go", "'stay"]),
        ("('Go')", ["'Go"]),
        ("It was 'open'.", ["'open"]),
        ("It was 'closed' then.", ["'closed"]),
        ("the boss' 'dogs' barked", ["'dogs"]),
        ("'It's the dogs' dinner,' he said.", ["'It's the dogs' dinner,"]),
        ("'the dogs' barked and 'the cats,' he said.", ["'the dogs", "'the cats,"]),
        ("'90s boys' and 'girls.'", ["'girls."]),
        ("'tis 'twas 'yes.'", ["'yes."]),
        ("rock 'n' roll, 'yes,' she said", ["'yes,"]),
        ("It is 5' 6' high.", []),
        ("'It is 5' high,' he said.", ["'It is 5' high,"]),
        ("'\"Go,\" she said,' he said.", ['\'"Go," she said,', ">Go,"]),
        ("'…and go,' he said.", ["'…and go,"]),
        ("'(go),' he said.", ["'(go),"]),
        ("'£5,' he said.", ["'£5,"]),
        ("' go ' he said.", []),
        ("'Go ' he said.", []),
        ("‘Go‘ he said.", []),
        # A mark that surely closes wins over one that may be an apostrophe, and ends what it closes.
        ("'Feed the dogs', Burr said of the cat' nearby", ["'Feed the dogs"]),
        ("'Go' he said of the cat' here", ["'Go"]),
        ("'rockin' around,' he said", ["'rockin' around,"]),
        ("'THE DOGS' DINNER,' HE SAID", ["'THE DOGS' DINNER,"]),
        ("'We go 'now,' he said.", ["'We go 'now,"]),
    ],
)
def test_single_marks_and_apostrophes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert complaints(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The 12" and 14" pipes', []),
        ('"It is 12"', ["It is 12"]),
        ('"It is 12" wide," he said.', ['It is 12" wide,']),
        ('"In 2012" and "in 2016"', ["In 2012", "in 2016"]),
        ('He is 6\'2" tall, "tall" he said.', ["tall"]),
        ('"He is 6\'2"." "No."', ["He is 6'2\".", "No."]),
        ('"He is 6\'2", maybe," he said.', ["He is 6'2\", maybe,"]),
        ("«He is 12» and", ["He is 12"]),
        ("6’10” he said", []),
    ],
)
def test_inches(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert complaints(text) == []


def test_a_segment_knows_its_marks() -> None:
    text = 'Tarn said: "All ‘is’ well," and left.'
    outer, nested = find_segments(text).segments
    assert text[outer.start : outer.end] == '"All ‘is’ well,"'
    assert text[nested.start : nested.end] == "‘is’"
    assert (outer.depth, outer.repaired, outer.single) == (0, False, False)
    assert (nested.depth, nested.repaired, nested.single) == (1, False, True)
    assert nested == Segment(start=nested.start, end=nested.end, inner=nested.inner, depth=1, single=True)


LONG = "The mayor of the town spoke at length about the flood"  # 53 characters: a wrapped text's width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n \n", []),
        ("One.", ["One."]),
        ("\n\nOne.\n\n\nTwo.\n", ["One.", "Two."]),
        ("One.\n \nTwo.", ["One.", "Two."]),
        ("One\n two", ["One\n two"]),
        ("One\n Two", ["One", " Two"]),
        ("one\n\ntwo", ["one", "two"]),
        ("One\n \ntwo", ["One", "two"]),
        # Wrapped at 53: a word that would have fitted on the line before begins a paragraph.
        (f"{LONG}\n{LONG[:48]}\nA fine town.", [f"{LONG}\n{LONG[:48]}", "A fine town."]),
        (f"{LONG}\nWednesday.", [f"{LONG}\nWednesday."]),
        (f"{LONG}\nA town.", [f"{LONG}\nA town."]),
        (f"{LONG}\n{LONG[:44]}\nTuesday.", [f"{LONG}\n{LONG[:44]}", "Tuesday."]),
        (f"{LONG}\n{LONG[:45]}\nTuesday.", [f"{LONG}\n{LONG[:45]}\nTuesday."]),
        # Lines too short or too long to be wrapped ones.
        (f"{LONG[:44]}\nWednesday.", [LONG[:44], "Wednesday."]),
        (f"{LONG[:45]}\nWednesday.", [f"{LONG[:45]}\nWednesday."]),
        (f"{'x' * 100}\nWednesday.", [f"{'x' * 100}\nWednesday."]),
        (f"{'x' * 101}\nWednesday.", ["x" * 101, "Wednesday."]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected
