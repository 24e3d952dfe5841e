import re
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.report.chart import HEIGHT, WIDTH, chart_of, short
from extractor.report.html_page import html_page
from extractor.told import ToldClaim, ToldFact


def told(published, value=None, low=None, high=None, **fields):
    values = {
        "article": "ruvenna",
        "claim": "c1",
        "start": 0,
        "end": 2,
        "text": "40",
        "speaker": None,
        "agency": None,
        "source": "The Ruvenna Herald",
        "date": None,
    }
    return ToldClaim(published=published, value=value, low=low, high=high, **values | fields)


def fact(*claims, agreement="revised", **fields):
    values = {
        "id": "g1",
        "event": "killed",
        "noun": "people",
        "scope": "Ruvenna",
        "low": 40.0,
        "high": 52.0,
        "independent_sources": 2,
    }
    return ToldFact(claims=claims, agreement=agreement, **values | fields)


def exactly(day, value):
    return told(day, value, value, value)


def test_days_go_right_and_numbers_go_up_from_zero():
    chart = chart_of(fact(exactly("2024-05-06", 20.0), exactly("2024-05-08", 40.0), exactly("2024-05-10", 10.0)))
    first, second, third = chart.dots
    assert third.x - second.x == pytest.approx(second.x - first.x)
    assert second.y < first.y < third.y < chart.zero
    assert (chart.zero - second.y) == pytest.approx(2 * (chart.zero - first.y))
    assert (chart.top, chart.middle, chart.bottom) == ("40", "20", "0")
    assert (chart.first, chart.last) == ("2024-05-06", "2024-05-10")
    assert chart.line.count(",") == 3


def test_open_and_ranged_numbers():
    least = told("2024-05-06", 40.0, 40.0, None)
    most = told("2024-05-07", 90.0, None, 90.0)
    dozens = told("2024-05-08", None, 24.0, 99.0)
    up, down, ranged = chart_of(fact(least, most, dozens)).dots
    assert (up.open, down.open, ranged.open) == ("up", "down", "")
    assert up.high < up.low
    assert down.low > down.high
    assert ranged.y is None
    assert ranged.low > ranged.high


def test_claims_of_one_day_stand_apart_and_in_order():
    days = ["2024-05-06"] * 5 + ["2024-05-07"] * 5
    places = [dot.x for dot in chart_of(fact(*(exactly(day, 3.0) for day in days))).dots]
    assert places == sorted(places)
    assert len(set(places)) == 10


def test_no_chart_where_no_time_passes():
    assert chart_of(fact(exactly("2024-05-06", 3.0), exactly("2024-05-06", 4.0))) is None
    assert chart_of(fact(exactly("2024-05-06", 3.0), exactly(None, 4.0))) is None
    assert chart_of(fact(exactly("2024-05-06", 3.0), told("2024-05-07"))) is None
    assert chart_of(fact()) is None


def test_a_conflict_is_no_course_of_events():
    claims = (exactly("2024-05-06", 3.0), exactly("2024-05-07", 9.0))
    assert chart_of(fact(*claims, agreement="conflicting")).line == ""


@example([("2024-05-06", 0.0, "e"), ("2024-05-07", 5e-324, "e")])
@example([("2024-05-06", 0.0, "e"), ("2024-05-07", -5e-324, "l")])
@given(
    st.lists(
        st.tuples(st.dates().map(str), st.floats(allow_nan=False, allow_infinity=False), st.sampled_from("evlh")),
        max_size=20,
    )
)
def test_everything_stays_in_the_drawing(found):
    kinds = {
        "e": lambda n: (n, n, n),
        "v": lambda n: (n, None, None),
        "l": lambda n: (n, n, None),
        "h": lambda n: (n, None, n),
    }
    chart = chart_of(fact(*(told(day, *kinds[kind](n)) for day, n, kind in sorted(found))))
    for dot in chart.dots if chart else ():
        assert 0 <= dot.x <= WIDTH
        assert 0 <= dot.high <= dot.low <= HEIGHT
        assert dot.y is None or 0 <= dot.y <= HEIGHT


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0"), (1320.0, "1,320"), (2.5e9, "2.5 bn"), (3e6, "3 m"), (-4e12, "-4 tn"), (3.14159, "3.14")],
)
def test_numbers_on_an_axis(value, shown):
    assert short(value) == shown


def test_compared_claims_stand_in_the_page_with_their_chart(extraction):
    claims = (
        told("2024-05-06", 40.0, 40.0, None, text="At least 40", start=extraction.claims[0].start),
        told("2024-05-07", 52.0, 52.0, 52.0, text="52", claim="c9", article="elsewhere", speaker="<b>Ministry"),
        told(None, 50.0, 50.0, 50.0, text="50"),
    )
    source = html_page([extraction, extraction], facts=[fact(*claims)])
    drawn = re.search(r"<svg.*?</svg>", source, re.DOTALL)[0]
    drawing = ElementTree.fromstring(drawn)
    titles = [title.text for title in drawing.iter("title")]
    assert titles == [
        "2024-05-06: At least 40, The Ruvenna Herald",
        "2024-05-07: 52, <b>Ministry (The Ruvenna Herald)",
    ]
    assert [a.get("href") for a in drawing.iter("a")] == ["#a1-c1"]
    assert '<td><a href="#a1-c1">At least 40</a></td>' in source
    assert "<td>52</td><td>&lt;b&gt;Ministry (The Ruvenna Herald) <small>elsewhere</small></td>" in source
    assert "Not drawn: 1 without a day of publication." in source
    assert "killed \u00b7 people \u00b7 Ruvenna" in source
    assert "<svg" not in html_page([extraction, extraction])
