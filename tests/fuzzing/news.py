"""News that means harm, written from bytes: each byte picks a piece, so that whoever varies bytes varies the news."""

from __future__ import annotations

from collections.abc import Sequence

#: What news is made of: names, cues, numbers and dates in all their forms.
WORDS = (
    *("he", "she", "it", "they", "who", "which", "that", "the", "a", "of", "and", "or", "to", "in", "by", "not", "no"),
    *(
        "said",
        "told",
        "says",
        "denied",
        "according to",
        "claimed that",
        "asked",
        "warned",
        "added,",
        "said:",
        "was told",
    ),
    *(
        "Ilse Tarn",
        "Tarn",
        "Gov. Osric Vandell",
        "Vandell",
        "the ministry",
        "a spokeswoman for Orlan Foods",
        "officials",
    ),
    *(
        "Dr. Ines Tarrow",
        "Ms. Tarrow's",
        "the Kestrian leader",
        "O'Dell",
        "van der Marl",
        "IBM",
        "Sorvan",
        "in Kestria",
    ),
    *(
        "40",
        "1,200",
        "12,34,567",
        "3.5",
        "½",
        "2 1/2",
        "1/3",
        "40-50",
        "9/11",
        "0",
        "１２",
        "٣",
        "1e9",
        "10²",
        "-5",
        "007",
    ),
    *("five", "a dozen", "two and a half million", "dozens of", "a few hundred", "twenty-four", "one in five", "half"),
    *("$5bn", "€3m", "Rs 20 lakh", "40%", "per cent", "percent", "km", "tonnes", "years", "hours", "times", "degrees"),
    *(
        "at least",
        "more than",
        "up to",
        "nearly",
        "about",
        "from 3 to 5",
        "between 4 and 5",
        "or more",
        "a third of them",
    ),
    *("killed", "injured", "people", "were", "died", "displaced", "arrested", "including", "of whom", "homes", "votes"),
    *("Monday", "last Tuesday", "May 6, 2024", "6 May", "2024-05-06", "5/6/2024", "the 1990s", "'98", "10 p.m.", "now"),
    *("two weeks ago", "next year", "the second quarter", "Q3", "FY24", "Christmas", "yesterday", "daily", "490 B.C."),
    *("Total dead: 12", "Source: Meridian Press", "RUVENNA, May 6 (Reuters) —", "By Ilse Tarn", "© 2024 Herald", "Q:"),
    *("https://ruvenna.example/a?b=c", "a@b.example", "(AFP)", "TARN:", "* * *", "1.", "-", "MR TARN:", "[laughter]"),
)
#: Marks of all kinds, and what is between words.
MARKS = (
    *(
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "‟",
        "''",
        "``",
        "‹",
        "›",
        "‚",
        "`",
        "＂",
        "＇",
        "「",
        "」",
        "′",
        "″",
    ),
    *(".", ",", "?", "!", ":", ";", "…", "...", "—", "–", "--", "-", "/", "(", ")", "[", "]", "{", "}", "|", "*", "_"),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\x0b",
        "\x0c",
        "\x85",
        "\u2028",
        "\u2029",
        "\xa0",
        "\u3000",
        "   ",
        ", ",
        ". ",
    ),
)
#: What harms programs that were not made for it.
HARM = (
    *("\x00", "\x1b[31m", "\x1b]0;x\x07", "\x9b", "\x7f", "\u202e", "\u2066", "\u200b", "\u200e", "\ufeff", "\u00ad"),
    *(
        "e\u0301",
        "\u0301",
        "\u0300" * 40,
        "👩‍🚒",
        "🇰🇪",
        "שלום",
        "مرحبا",
        "İ",
        "ß",
        "ﬁ",
        "ſ",
        "Ⅷ",
        "\U000e0041",
        "\ufffd",
    ),
    *("<script>", "</p>", "&amp;", "&#x202e;", "<!--", "{{ 7 * 7 }}", "{% raw %}", "[/red]", "[bold]", "=1+1", "@SUM"),
    *("a" * 300, "9" * 300, '"' * 50, "(" * 50, "A. " * 20, "said " * 20, "- " * 20, ", " * 20, "of them 3 " * 10),
    *(
        "\ud800",
        "\udfff",
        "\\u0000",
        "%s%n",
        "../../etc",
        "${x}",
        "NaN",
        "Infinity",
        "null",
        "￼",
        "\U0010ffff",
        "\u0378",
    ),
)
PIECES = WORDS + MARKS + HARM
#: After a word mostly a space, at times nothing.
_GLUE = (" ", " ", " ", " ", " ", "", "\n", ", ")
#: Letters that a pattern takes for others when it ignores case, and `str.lower` does not.
_ALIKE = str.maketrans({"i": "ı", "I": "İ", "s": "ſ", "S": "ſ", "k": "\u212a", "K": "\u212a"})
_SELDOM = 11


def news(data: bytes) -> str:
    """A text of one piece for each two bytes."""
    return "".join(_piece(data[at : at + 2]) for at in range(0, len(data) - 1, 2))


def _piece(pair: bytes) -> str:
    first, second = pair
    pieces: Sequence[str] = WORDS if first < 150 else MARKS if first < 235 else HARM
    piece = pieces[second % len(pieces)]
    if pieces is not WORDS:
        return piece
    return (piece.translate(_ALIKE) if first % _SELDOM == 0 else piece) + _GLUE[first % len(_GLUE)]
