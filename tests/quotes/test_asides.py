"""Subjects that the parser loses, read from parses as it makes them: hand-built, so that no model is needed."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from extractor.quotes.asides import (
    before_participle,
    capital_before,
    capital_behind,
    is_set_off,
    out_of_brackets,
    past_aside,
)
from extractor.quotes.coordination import governor
from extractor.quotes.reported.extent import noun_phrase, verb_group
from extractor.quotes.reported.nominal import noun_source
from extractor.quotes.reported.site import is_asked, own_subject, subject_of
from tests.parses import built

#: "Tarn, meanwhile, who holds no office, said he left."
MEANWHILE = built(
    "Tarn NNP advmod 5",
    ", , punct 5",
    "meanwhile RB advmod 5",
    ", , punct 5",
    "who WP nsubj 5",
    "holds VBZ ccomp 9",
    "no DT det 7",
    "office NN dobj 5",
    ", , punct 9",
    "said VBD ROOT 9",
    "he PRP nsubj 11",
    "left VBD ccomp 9",
)
#: "Burr, who lost his party's vote, called ..."
PARTY = built(
    "Burr NNP ROOT 0",
    ", , punct 0",
    "who WP nsubj 3",
    "lost VBD relcl 0",
    "his PRP$ poss 5",
    "vote NN dobj 3",
    ", , punct 7",
    "called VBD acl 5",
)
#: "But Sen. Orlo Vash (R-Odrun) refused"
BRACKET = built(
    "But CC cc 3",
    "Sen. NNP compound 3",
    "Orlo NNP compound 3",
    "Vash NNP ROOT 3",
    "( -LRB- punct 3",
    "R NNP appos 3",
    "- HYPH punct 5",
    "Odrun NNP nsubj 9",
    ") -RRB- punct 7",
    "refused VBD ROOT 9",
)


def test_the_verb_behind_an_aside_is_the_noun_s_before_it() -> None:
    found = past_aside(MEANWHILE[9], None)
    assert found is not None and found.text == "Tarn"


def test_a_noun_inside_the_aside_gives_way() -> None:
    found = past_aside(PARTY[7], PARTY[5])
    assert found is not None and found.text == "Burr"


@pytest.mark.parametrize("kept", [0, 2])
def test_the_noun_before_the_aside_and_its_pronoun_stand(kept: int) -> None:
    assert past_aside(PARTY[7], PARTY[kept]) == PARTY[kept]


def test_without_a_comma_before_the_verb_there_is_no_aside() -> None:
    assert past_aside(MEANWHILE[5], MEANWHILE[4]) == MEANWHILE[4]
    assert past_aside(MEANWHILE[0], None) is None


def test_an_aside_ends_with_its_sentence() -> None:
    doc = built(
        "Tarn NNP ROOT 0",
        ", , punct 0",
        "who WP nsubj 3",
        "left VBD relcl 0",
        ". . punct 0",
        ", , punct 6",
        "said VBD ROOT 6",
    )
    assert past_aside(doc[6], None) is None


def test_the_director_of_the_mill_is_meant_and_not_the_mill() -> None:
    doc = built(
        "director NN ROOT 0",
        "of IN prep 0",
        "Mill NNP pobj 1",
        ", , punct 0",
        "who WP nsubj 5",
        "left VBD relcl 0",
        ", , punct 0",
        "said VBD ROOT 7",
    )
    found = past_aside(doc[7], None)
    assert found is not None and found.text == "director"


def test_a_party_in_brackets_is_no_subject() -> None:
    assert out_of_brackets(BRACKET[7]).text == "Vash"
    assert out_of_brackets(BRACKET[3]).text == "Vash"
    assert BRACKET[slice(*noun_phrase(BRACKET[3]))].text == "Sen. Orlo Vash ( R - Odrun )"


def test_who_speaks_inside_a_bracket_speaks() -> None:
    doc = built(
        "vote NN ROOT 0", "( -LRB- punct 0", "they PRP nsubj 3", "say VBP relcl 0", "no UH dobj 3", ") -RRB- punct 0"
    )
    assert out_of_brackets(doc[2]).text == "they"


def test_a_phrase_begins_behind_what_opens_its_clause() -> None:
    doc = built(
        "But CC cc 4",
        "last JJ amod 2",
        "month NN npadvmod 4",
        "Mr. NNP compound 4",
        "Burr NNP nsubj 5",
        "left VBD ROOT 5",
    )
    assert doc[slice(*noun_phrase(doc[4]))].text == "Mr. Burr"


def test_a_surname_taken_for_an_adverb_is_the_subject_and_no_part_of_the_cue() -> None:
    doc = built("Asked VBN advcl 3", ", , punct 3", "Early RB advmod 3", "described VBD ROOT 3", "it PRP dobj 3")
    assert capital_before(doc[3]) == doc[2] == own_subject(doc[3])
    assert verb_group(doc[3]) == (3, 4)


@pytest.mark.parametrize("word", ["early", "Early"])
def test_an_adverb_stays_one(word: str) -> None:
    doc = built("She PRP nsubj 2", f"{word} RB advmod 2", "described VBD ROOT 2", "it PRP dobj 2")
    assert capital_before(doc[2]) is None
    assert verb_group(doc[2]) == (1, 3)


def test_of_two_subjects_the_nearer_one_speaks() -> None:
    doc = built("Tarn NNP nsubj 4", ", , punct 4", "an DT det 3", "aide NN nsubj 4", "said VBD ROOT 4", ", , punct 4")
    assert own_subject(doc[4]) == doc[3]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "family NN nsubj 5",
            ", , punct 5",
            "farmers NNS nsubj 5",
            "and CC cc 2",
            "smiths NNS conj 2",
            "said VBD ROOT 5",
        ),
        (
            "quarter NN nsubj 5",
            "– : punct 5",
            "28 CD nummod 3",
            "members NNS nsubj 5",
            "– : punct 5",
            "said VBD ROOT 5",
        ),
        ("ex NN nsubj 5", "- HYPH punct 5", "wife NN nsubj 5", "has VBZ aux 5", "now RB advmod 5", "said VBN ROOT 5"),
    ],
)
def test_of_a_list_a_restatement_or_a_compound_the_first_word_stands(rows: tuple[str, ...]) -> None:
    assert own_subject(built(*rows)[5]).i == 0  # type: ignore[union-attr]


def test_a_suit_alleges_what_it_was_filed_alleging() -> None:
    doc = built(
        "suit NN nsubjpass 2", "was VBD auxpass 2", "filed VBN ROOT 2", "alleging VBG advcl 2", "fraud NN dobj 3"
    )
    assert subject_of(doc[3]) == doc[0]
    assert subject_of(doc[2]) is None


SAID_TWICE = (
    "Burr NNP nsubj 1",
    "said VBD ROOT 1",
    "move NN {} 4",
    "was VBD auxpass 4",
    "made VBN ccomp 1",
    "and CC cc 4",
    "{} VBD conj 4",
)


@pytest.mark.parametrize(
    ("label", "verb", "head"),
    [("nsubjpass", "warned", "said"), ("nsubj", "said", "said"), ("nsubj", "warned", "made")],
)
def test_who_said_something_says_the_next_thing_where_a_passive_cannot(label: str, verb: str, head: str) -> None:
    rows = [row.format(label) if n == 2 else row.format(verb) for n, row in enumerate(SAID_TWICE)]
    assert governor(built(*rows)[6]).text == head


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (("Asked VBN advcl 2", ", , punct 2", "left VBD ROOT 2"), 0),
        (("left VBD ROOT 0", "when WRB advmod 2", "asked VBN advcl 0"), 2),
        (("Tarn NNP nsubj 3", ", , punct 0", "asked VBN acl 0", "left VBD ROOT 3"), 2),
    ],
)
def test_what_somebody_is_asked_is_not_his(rows: tuple[str, ...], asked: int) -> None:
    verb = built(*rows)[asked]
    assert is_asked(verb)
    assert subject_of(verb) is None


@pytest.mark.parametrize(
    "rows",
    [
        ("left VBD ROOT 0", ", , punct 0", "told VBN advcl 0"),
        ("left VBD ROOT 0", "when WRB advmod 2", "seen VBN advcl 0"),
        ("farmers NNS ROOT 0", "were VBD auxpass 2", "asked VBN relcl 0"),
    ],
)
def test_another_participle_asks_nothing(rows: tuple[str, ...]) -> None:
    assert not is_asked(built(*rows)[2])


def test_a_comma_alone_parts_whom_is_asked_from_the_verb() -> None:
    parted = built("Burr NNP nsubj 2", ", , punct 0", "asked VBD ROOT 2", "why WRB advmod 2")
    assert subject_of(parted[2]) is None
    closed = built("Burr NNP nsubj 4", ", , punct 0", "mayor NN appos 0", ", , punct 0", "asked VBD ROOT 4")
    assert subject_of(closed[4]) == closed[0]


def test_when_is_no_part_of_the_cue() -> None:
    doc = built("left VBD ROOT 0", "when WRB advmod 3", "first RB advmod 3", "asked VBN advcl 0")
    assert verb_group(doc[3]) == (2, 4)


ATTEMPT = built(
    "Burr NNP nsubj 1",
    "made VBD ROOT 1",
    "an DT det 3",
    "attempt NN dobj 1",
    ", , punct 3",
    "again RB advmod 6",
    "saying VBG acl 3",
    "no UH dobj 6",
)


def test_a_participle_behind_a_comma_goes_with_the_clause() -> None:
    assert is_set_off(ATTEMPT[6])
    assert subject_of(ATTEMPT[6]) == ATTEMPT[0]


def test_a_participle_beside_its_noun_goes_with_the_noun() -> None:
    doc = built("Burr NNP nsubj 1", "read VBD ROOT 1", "notes NNS dobj 1", "saying VBG acl 2", "no UH dobj 3")
    assert not is_set_off(doc[3])
    assert subject_of(doc[3]) == doc[2]


def test_a_participle_behind_a_person_s_name_tells_of_the_person() -> None:
    doc = built("met VBD ROOT 0", "Burr NNP dobj 0", ", , punct 1", "saying VBG acl 1", "no UH dobj 3")
    assert not is_set_off(doc[3])


@pytest.mark.parametrize(
    ("rows", "who"),
    [
        (("said VBD ROOT 0", "Tarn NNP nsubj 0", ", , punct 0", "adding VBG dep 3"), "Tarn"),
        (("she PRP nsubj 1", "said VBD ROOT 1", ", , punct 1", "adding VBG dep 3"), "she"),
        (("she PRP nsubj 1", "said VBD ROOT 1", ", , punct 1", "also RB advmod 4", "adding VBG dep 4"), "she"),
    ],
)
def test_who_spoke_right_before_a_participle_goes_on(rows: tuple[str, ...], who: str) -> None:
    found = before_participle(built(*rows)[len(rows) - 1])
    assert found is not None and found.text == who


def test_nobody_spoke_before_a_participle_without_a_comma() -> None:
    assert before_participle(built("she PRP nsubj 1", "kept VBD ROOT 1", "adding VBG xcomp 1")[2]) is None


def test_the_verb_of_a_sentence_is_no_participle() -> None:
    rows = ["Burr NNP ROOT 0", ", , punct 0", "mayor NN appos 0", ", , punct 0", "called VBN acl 0", "it PRP dobj 4"]
    assert subject_of(built(*rows)[4]).i == 0  # type: ignore[union-attr]
    rows[5] = "mad JJ oprd 4"
    assert subject_of(built(*rows)[4]) is None


def test_a_person_with_a_description_speaks_where_the_parser_gives_nobody() -> None:
    doc = built(
        "Kestria NNP pobj 0",
        ", , punct 0",
        "Jo NNP compound 3",
        "Burr NNP conj 0",
        ", , punct 3",
        "mayor NN appos 3",
        ", , punct 7",
        "said VBD ROOT 7",
    )
    doc.ents = [Span(doc, 2, 4, label="PERSON")]
    assert past_aside(doc[7], None) == doc[3]
    assert past_aside(doc[7], doc[0]) == doc[0]


def test_a_surname_behind_its_verb_may_be_taken_for_an_adverb() -> None:
    doc = built("said VBD ROOT 0", "Early RB advmod 0", ", , punct 0", "adding VBG dep 0")
    assert capital_behind(doc[0]) == doc[1] == own_subject(doc[0])
    assert before_participle(doc[3]) == doc[1]


@pytest.mark.parametrize(
    "rows", [("said VBD ROOT 0", "early RB advmod 0", ". . punct 0"), ("said VBD ROOT 0", "Early RB advmod 0")]
)
def test_behind_a_verb_an_adverb_stays_one(rows: tuple[str, ...]) -> None:
    assert capital_behind(built(*rows)[0]) is None


@pytest.mark.parametrize("first", ["spokesman NN", "Tennis NNP"])
def test_a_description_and_a_name_without_a_comma_are_one(first: str) -> None:
    doc = built(f"{first} nsubj 3", "Jo NNP compound 2", "Burr NNP nsubj 3", "said VBD ROOT 3")
    doc.ents = [Span(doc, 1, 3, label="PERSON")]
    assert own_subject(doc[3]) == doc[0]


def test_two_names_of_a_headline_are_a_list() -> None:
    doc = built("Tarn NNP nsubj 3", ", , punct 3", "Burr NNP nsubj 3", "agree VBP ROOT 3")
    doc.ents = [Span(doc, 0, 1, label="PERSON"), Span(doc, 2, 3, label="PERSON")]
    assert own_subject(doc[3]) == doc[0]


def test_an_adverb_may_stand_behind_an_aside() -> None:
    doc = built(
        "Burr NNP ROOT 0",
        ", , punct 0",
        "who WP nsubj 3",
        "left VBD relcl 0",
        ", , punct 0",
        "also RB advmod 6",
        "said VBD acl 0",
    )
    assert past_aside(doc[6], None) == doc[0]


@pytest.mark.parametrize(("owner", "source"), [("his PRP$", "Farmers"), ("Burr NNP", "Burr")])
def test_who_takes_a_stand_on_somebody_s_word_is_its_source(owner: str, source: str) -> None:
    doc = built("Farmers NNS nsubj 1", "praise VBP ROOT 1", f"{owner} poss 3", "refusal NN dobj 1")
    found = noun_source(doc[3])
    assert found is not None and found.text == source
