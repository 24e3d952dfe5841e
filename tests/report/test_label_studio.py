from dataclasses import replace
from xml.etree import ElementTree

from extractor.report.label_studio import LABELS, task
from extractor.report.selection import Selection


def regions(made):
    return [r for r in made["predictions"][0]["result"] if r["type"] == "labels"]


def relations(made):
    found = [r for r in made["predictions"][0]["result"] if r["type"] == "relation"]
    return {(r["from_id"], r["labels"][0], r["to_id"]) for r in found}


def test_offsets_slice_the_text(extraction):
    made = task(extraction, Selection())
    for region in regions(made):
        value = region["value"]
        assert made["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_everything_found_is_a_region_with_what_is_known(extraction):
    made = regions(task(extraction, Selection()))
    assert {r["id"] for r in made} >= {i.id for k in ("quotes", "claims", "dates") for i in getattr(extraction, k)}
    assert len({r["id"] for r in made}) == len(made)
    first = made[0]
    assert (first["value"]["labels"], first["score"]) == (["Quote"], 0.9)
    assert first["meta"]["text"] == ["direct", "speech", "affirmed", "test.rule"]


def test_ranges_and_sources_are_related(extraction):
    made = task(extraction, Selection())
    source = extraction.quotes[0].source
    tied = relations(made)
    assert {("q1", "goes on", "q1.2"), ("q1", "said by", f"source-{source.start}-{source.end}")} <= tied
    known = {r["id"] for r in regions(made)}
    assert {end for one, _, other in tied for end in (one, other)} <= known


def test_two_that_name_one_source_share_its_region(extraction):
    source = extraction.quotes[0].source
    claim = replace(extraction.claims[0], source=source)
    made = task(replace(extraction, claims=(claim,)), Selection())
    assert sum(r["value"]["labels"] == ["Source"] and r["value"]["start"] == source.start for r in regions(made)) == 1


def test_only_what_was_asked_for(extraction):
    made = task(extraction, Selection(kinds=frozenset({"dates"})))
    assert {r["value"]["labels"][0] for r in regions(made)} == {"Date"}


def test_the_interface_has_every_label(extraction):
    interface = ElementTree.fromstring(LABELS)
    labels = {label.get("value") for label in interface.iter("Label")}
    ties = {tie.get("value") for tie in interface.iter("Relation")}
    made = task(extraction, Selection())
    assert {r["value"]["labels"][0] for r in regions(made)} == labels
    assert {label for _, label, _ in relations(made)} <= ties
    assert interface.find("Labels").get("name") == regions(made)[0]["from_name"]
    assert interface.find("Text").get("value") == "$text"
