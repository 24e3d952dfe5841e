import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.articles.datelines import Dateline, read_dateline


@pytest.mark.parametrize(
    ("paragraph", "text", "agency", "day"),
    [
        ("RUVENNA, May 6 (Meridian Press) — A dam burst", "RUVENNA, May 6", "Meridian Press", None),
        ("RUVENNA, May 6, 2024 (Meridian Press) — A dam burst", "RUVENNA, May 6, 2024", "Meridian Press", "2024-05-06"),
        ("Ruvenna, 6 May 2024 -- A dam burst", "Ruvenna, 6 May 2024", None, "2024-05-06"),
        ("PORT SORVAN, Orlan (MP) _ A dam burst", "PORT SORVAN, Orlan", "MP", None),
        ("PORT SORVAN, Orlan (MP) _", "PORT SORVAN, Orlan", "MP", None),
        ("RUVENNA — A dam burst", "RUVENNA", None, None),
        ("Ruvenna (MP) - A dam burst", "Ruvenna", "MP", None),
        ("(MP) -- A dam burst", None, "MP", None),
        ("(MP)A dam burst", None, "MP", None),
        ("ST. OLAV, Norland, Aug. 3 (MP) –", "ST. OLAV, Norland, Aug. 3", "MP", None),
    ],
)
def test_datelines(paragraph, text, agency, day):
    assert read_dateline(paragraph) == Dateline(text=text, agency=agency, day=day)


@pytest.mark.parametrize(
    "paragraph",
    [
        "A dam burst above Ruvenna on Sunday - the second this year.",
        "Ruvenna - a town of bridges",
        "EXCLUSIVE — Minister resigns",
        "UPDATED - Minister resigns",
        "The minister (Unity Party) - who resigned - left.",
        "(This is a note) and prose goes on",
        "In May (2024) — as before",
        "",
    ],
)
def test_prose_is_no_dateline(paragraph):
    assert read_dateline(paragraph) is None


@given(st.text(alphabet="AB a.,-—(_)6May"))
def test_no_text_raises(text):
    read_dateline(text)
