"""Verdicts on figures (shared with the groups of one article)."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.linking.agreement import MANY_FIGURES, Figure, Verdict, verdict


def figure(low, high=None, day="2025-03-03", voice="", replaces=False) -> Figure:
    return Figure(low=low, high=low if high is None else high, day=day, voice=voice, replaces=replaces)


def agreed(*figures: Figure) -> tuple[str, float | None, float | None]:
    found = verdict(figures)
    return found.agreement, found.low, found.high


def test_one_number_is_the_same() -> None:
    assert agreed(figure(40), figure(40)) == ("same", 40, 40)


def test_bounds_that_one_number_satisfies_are_compatible() -> None:
    more_than_81, dozens = figure(81, inf), figure(24, 99)
    assert agreed(more_than_81, figure(257)) == ("compatible", 257, 257)
    assert agreed(more_than_81, dozens) == ("compatible", 81, 99)
    assert agreed(more_than_81, figure(90, inf)) == ("compatible", 90, None)


def test_two_voices_on_one_day_conflict() -> None:
    assert agreed(figure(40, voice="a"), figure(75, voice="b")) == ("conflicting", 40, 75)
    assert agreed(figure(40), figure(75, inf)) == ("conflicting", 40, 75)


def test_a_later_day_revises_upwards_and_downwards() -> None:
    assert agreed(figure(40), figure(75, day="2025-03-04")) == ("revised", 75, 75)
    assert agreed(figure(44), figure(41, day="2025-03-10")) == ("revised", 41, 41)


def test_one_voice_that_gives_two_figures_revises_itself() -> None:
    assert agreed(figure(40, voice="a"), figure(75, voice="a"))[0] == "revised"


def test_a_text_that_says_so_revises_on_the_same_day() -> None:
    assert agreed(figure(10, voice="a"), figure(12, voice="b", replaces=True)) == ("revised", 12, 12)


def test_a_figure_that_its_voice_repeats_is_held_between() -> None:
    steady = [figure(40, day="2025-03-03", voice="a"), figure(40, day="2025-03-06", voice="a")]
    assert agreed(*steady, figure(75, day="2025-03-04", voice="b"))[0] == "conflicting"
    assert agreed(*steady, figure(75, day="2025-03-07", voice="b"))[0] == "revised"


def test_no_figure_is_an_error() -> None:
    with pytest.raises(ValueError):
        verdict([])


figures = st.builds(
    lambda low, width, day, voice, replaces: Figure(
        low=float(low), high=float(low + width), day=f"2025-03-0{day}", voice=voice, replaces=replaces
    ),
    st.integers(0, 50),
    st.sampled_from([0, 0, 5, 40]),
    st.integers(1, 4),
    st.sampled_from(["", "a", "b", "c"]),
    st.booleans(),
)


@given(st.lists(figures, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_verdict_does_not_depend_on_order(given_figures, random) -> None:
    shuffled = list(given_figures)
    random.shuffle(shuffled)
    assert verdict(shuffled) == verdict(given_figures)


@given(st.lists(figures, min_size=1, max_size=8))
def test_what_agrees_has_a_number_that_satisfies_all(given_figures) -> None:
    found = verdict(given_figures)
    if found.agreement in ("same", "compatible"):
        assert all(f.low <= found.low <= f.high for f in given_figures)
    else:
        assert max(f.low for f in given_figures) > min(f.high for f in given_figures)


def test_thousands_of_figures_take_no_time() -> None:
    many = [figure(float(n), voice=str(n), day=f"2025-{1 + n % 12:02}-01") for n in range(MANY_FIGURES * 50)]
    assert verdict(many) == Verdict(agreement="conflicting", low=0.0, high=float(MANY_FIGURES * 50 - 1))
