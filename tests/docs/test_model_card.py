"""The figures of the model card that the project itself can measure, and those that stand in the README too."""

from __future__ import annotations

import re
from collections import Counter

from extractor.articles.plain import article_of
from extractor.pipeline import extract_all
from extractor.quality.reference import answers, article, read_rows
from tests.docs import pages

PAGE = pages.page("model-card")
README = (pages.ROOT / "README.md").read_text(encoding="utf-8")
ANNOTATED = pages.ROOT / "fixtures" / "annotated"


def by_event(model, name):
    """By event how many claims are wanted, given and right, in value and event, in stories of our own."""
    rows = read_rows(ANNOTATED / name)
    wanted, given, right = Counter(), Counter(), Counter()
    for row, found in zip(rows, extract_all(map(article, rows), model), strict=True):
        wanted.update(claim["event"] for claim in row["claims"] if not claim["optional"])
        for answer in answers(row, found):
            if answer.kind == "claim":
                event = answer.key.rpartition(" ")[2]
                given[event] += 1
                right[event] += answer.right
    return wanted, given, right


def table_by_event():
    rows = re.search(r"\| event \| 25 agency stories \| our 18 stories \|\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE)[1]
    return {cells[1].strip(): cells[3].strip() for line in rows.splitlines() if (cells := line.split("|"))}


def after(wanted, given, right):
    """The row of the table of sets that says how good it is now."""
    f1 = 200 * right.total() / (wanted.total() + given.total())
    return f"| – after | {wanted.total()} | | {f1:.1f} |"


def test_claims_by_event_are_as_stated(model):
    wanted, given, right = by_event(model, "stories.jsonl")
    stated = table_by_event()
    measured = {event: f"{right[event]} of {wanted[event]} ({given[event]})" for event in wanted}
    assert {event: cell for event, cell in stated.items() if cell} == measured
    assert after(wanted, given, right) in PAGE


def test_claims_of_the_stories_of_others_are_as_stated(model):
    assert after(*by_event(model, "wire.jsonl")) in PAGE


def test_figures_that_the_readme_states_are_the_same():
    for figure in (
        "99.0",
        "94.5",
        "95.1",
        "75.4",
        "79.5",
        "69.4",
        "98.5",
        "81.1",
        "95.2",
        "82.4",
        "88.7",
        "92.6",
        "0.027",
        "0.032",
        "0.043",
    ):
        assert figure in README, figure
        assert figure in PAGE, figure


def test_the_version_and_model_are_the_current_ones(model):
    (found,) = extract_all([article_of("Nobody spoke.", id="x").article], model)
    assert f"Version {found.extractor_version}." in PAGE
    assert "`{}` {}".format(*found.model.split()) in PAGE
