"""How a figure is put, and whose it is by its own clause."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Returns gave the Bloc 36 percent of the vote.", "Returns"),
        ("Results published on Monday gave the Bloc 36 percent of the vote.", "Results published on Monday"),
        ("The manifest listed 63 passengers.", "The manifest"),
        ("The ministry gave the farmers 63 goats.", None),
        ("The bank cut its forecast for growth to 2 percent.", "The bank"),
        ("The results would give the Bloc 36 percent of the vote.", None),
        ("The bank cut its staff to 200.", None),
        ("A poll of 1,004 voters gave the Bloc a lead.", None),
    ],
)
def test_what_gives_a_figure_vouches_for_it(parse, text, source):
    (figure, *_) = find_quantities(parse(text), ())
    assert (figure.source.of(text) if figure.source else None) == source


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("The bomb went off 10 metres from the gate.", [False]),
        ("They stopped near Lorn, 10 miles from the coast.", [True]),
        ("The fire ruined 180 hectares (445 acres) of rice.", [False, True]),
    ],
)
def test_what_the_paper_puts_in(parse, text, aside):
    assert [q.aside for q in find_quantities(parse(text), ())] == aside


def test_what_goes_on_beside_a_denial_is_not_denied(parse):
    dismissed, sold = find_quantities(parse("The firm dismissed 40 clerks and sold nine mills."), ())
    assert (dismissed.polarity, sold.polarity) == ("affirmed", "affirmed")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Twelve jurors did not believe him.", "affirmed"),
        ("The storm did not kill twelve jurors.", "negated"),
    ],
)
def test_those_who_do_not_are_counted_all_the_same(parse, text, polarity):
    (figure,) = find_quantities(parse(text), ())
    assert figure.polarity == polarity
