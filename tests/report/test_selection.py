from dataclasses import replace

import jsonschema

from extractor.report.json_output import as_data
from extractor.report.schema import schema
from extractor.report.selection import LISTS, Selection, chosen, confident


def ids(items):
    return [item.id for item in items]


def test_everything_is_the_default(extraction):
    assert chosen(extraction, Selection()) == extraction
    assert confident(extraction, 0.0) == extraction


def test_only_empties_the_other_lists(extraction):
    only = chosen(extraction, Selection(kinds=frozenset({"quotes", "claims"})))
    assert [name for name in LISTS if getattr(only, name)] == ["quotes", "claims"]
    assert only.warnings == extraction.warnings


def test_scare_alone_leaves_only_scare_quotes(extraction):
    scare = replace(extraction.quotes[0], kind="scare", id="q7")
    both = replace(extraction, quotes=(*extraction.quotes, scare))
    assert ids(chosen(both, Selection(kinds=frozenset({"scare"}))).quotes) == ["q7"]
    assert ids(chosen(both, Selection(kinds=frozenset({"scare", "quotes"}))).quotes) == ids(both.quotes)


def test_no_text(extraction):
    left = chosen(extraction, Selection(text=False))
    assert left.article.text is None
    assert left.article.body == extraction.article.body


def test_what_is_unsure_goes_and_nothing_points_to_it(extraction):
    sure = confident(extraction, 0.5)
    assert ids(sure.quotes) == ["q1", "q2", "q4", "q6"]
    assert ids(sure.claims) == ["c1", "c2"]
    nested, second = sure.quotes[2], sure.claims[1]
    assert (nested.within, nested.according_to) == (None, None)
    assert second.quote is None
    assert ids(sure.claim_groups) == ["g1"]
    jsonschema.validate(as_data(sure), schema())


def test_a_group_of_one_is_no_group(extraction):
    claims = (extraction.claims[0], replace(extraction.claims[1], confidence=0.1))
    sure = confident(replace(extraction, claims=claims), 0.5)
    assert sure.claim_groups == ()
    assert sure.claims[0].group is None
