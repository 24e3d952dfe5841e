"""The hard cases of quotation in news, in our own words: which quotation, whose mention, told once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.quotes import find_statements
from extractor.records import Statement

Parse = Callable[[str], Doc]


def quoted(parse: Parse, text: str, *, scare: bool = False) -> list[tuple[list[str], str | None]]:
    """(marked words, who is given) of each outermost statement with marks in it, in text order."""
    doc = parse(text)
    statements, _ = find_statements(doc, scare=scare)
    assert doc.text == text
    return [([span.of(text) for span in s.quoted], who(text, s)) for s in outermost(statements) if s.quoted]


def outermost(statements: tuple[Statement, ...]) -> list[Statement]:
    kept: list[Statement] = []
    for statement in statements:
        inside = any(
            all(
                any(o.contains(c) for o in k.content)
                for c in (*statement.content, *([statement.cue] if statement.cue else []))
            )
            for k in kept
        )
        if not inside or statement.kind == "scare":
            kept.append(statement)
    return kept


def who(text: str, statement: Statement) -> str | None:
    """The name given as source, without what describes it behind a comma; an earlier mention with "< " before it."""
    if statement.source:
        return statement.source.of(text).split(", ")[0]
    return "< " + statement.speaker_mention.of(text) if statement.speaker_mention else None


def test_a_title_between_the_halves_is_no_quotation(parse: Parse) -> None:
    text = (
        '"We will rebuild," Tarn said on Meridian Radio\'s "Morning in Ruvenna With Jo." '
        '"Because there is no other way to live here."'
    )
    assert quoted(parse, text) == [(["We will rebuild,", "Because there is no other way to live here."], "Tarn")]


def test_reopened_paragraphs_are_one_statement(parse: Parse) -> None:
    text = (
        'Jo Burr wrote to the minister: "The dam is old.\n\n"It was “safe” once, they told us.\n\n"Nobody checked it since."\n\n'
        "The minister has not replied."
    )
    assert quoted(parse, text) == [
        (["The dam is old.", "It was “safe” once, they told us.", "Nobody checked it since."], "Jo Burr")
    ]


def test_a_transcript(parse: Parse) -> None:
    text = (
        "RAMO: Governor, did you know about the dam?\n\nTARN: I knew nothing about it, and nobody told me.\n\n"
        "RAMO: Nothing at all?\n\nTARN: Nothing.\n\nRamo then thanked Tarn."
    )
    statements, _ = find_statements(parse(text))
    turns = [
        (s.source.of(text), s.content[0].of(text)) for s in statements if s.found_by == "direct.transcript" and s.source
    ]
    assert turns == [
        ("RAMO", "Governor, did you know about the dam?"),
        ("TARN", "I knew nothing about it, and nobody told me."),
        ("RAMO", "Nothing at all?"),
        ("TARN", "Nothing."),
    ]
    assert all(not s.quoted for s in statements if s.found_by == "direct.transcript")


def test_a_transcript_inside_reopened_marks(parse: Parse) -> None:
    text = (
        'Part of the interview:\n\n"RAMO: Did you know about the dam?\n\n"TARN: I knew nothing about it.\n\n"(CROSSTALK)\n\n'
        '"TARN: And nobody told me.\n\n"RAMO: Thank you, Governor."\n\nRamo and Tarn met on Monday.'
    )
    assert quoted(parse, text) == [
        (["Did you know about the dam?"], "RAMO"),
        (["I knew nothing about it."], "TARN"),
        (["And nobody told me."], "TARN"),
        (["Thank you, Governor."], "RAMO"),
    ]


def test_questions_and_answers_of_an_interview(parse: Parse) -> None:
    text = "We met Ilse Tarn, governor of Ruvenna.\n\nQ: Who will pay?\n\nA: Nobody will pay.\n\nQ: Why?\n\nA: There is no money."
    statements, _ = find_statements(parse(text))
    answers = [(s.content[0].of(text), who(text, s)) for s in statements if s.found_by == "direct.answer"]
    assert answers == [("Nobody will pay.", "< Ilse Tarn"), ("There is no money.", "< Ilse Tarn")]
    assert not any("Why" in s.content[0].of(text) for s in statements)


def test_an_exchange_of_question_and_answer(parse: Parse) -> None:
    text = '"Who will pay for it?" asked Jo Burr.\n\n"Not me," said Ilse Tarn.\n\n"Who then?"\n\n"Nobody will."'
    assert quoted(parse, text) == [
        (["Who will pay for it?"], "Jo Burr"),
        (["Not me,"], "Ilse Tarn"),
        (["Who then?"], "< Jo Burr"),
        (["Nobody will."], "< Ilse Tarn"),
    ]


@pytest.mark.parametrize("dash", ["-", "--", "–", "—", "―"])
def test_the_speaker_behind_a_dash(parse: Parse, dash: str) -> None:
    text = f'"The rich of this town have never paid for a single boat." {dash} Ilse Tarn\n\n"Boats are for fishing." {dash} Jo Burr, 56'
    assert quoted(parse, text) == [
        (["The rich of this town have never paid for a single boat."], "Ilse Tarn"),
        (["Boats are for fishing."], "Jo Burr"),
    ]


def test_an_inch_mark(parse: Parse) -> None:
    text = '"He is about 6\'4"," Burr said. "I am not."'
    assert quoted(parse, text) == [(["He is about 6'4\",", "I am not."], "Burr")]


def test_a_relative_pronoun_stands_for_its_noun(parse: Parse) -> None:
    text = 'The report was sent to Jo Burr, the director of the harbor, who said: "It will not hold for another year."'
    assert quoted(parse, text) == [(["It will not hold for another year."], "Jo Burr")]


def test_a_description_behind_a_fronted_participle(parse: Parse) -> None:
    text = 'Citing "obligations at home in Ruvenna," the former governor\'s spokeswoman told the Meridian Press that he would not come.'
    assert (["obligations at home in Ruvenna,"], "the former governor's spokeswoman") in quoted(parse, text)


def test_a_follow_on_quotation_is_the_speaker_before(parse: Parse) -> None:
    text = '"The dam will hold," the river chief said.\n\n"And in the end nobody will have to move."'
    assert quoted(parse, text) == [
        (["The dam will hold,"], "the river chief"),
        (["And in the end nobody will have to move."], "< the river chief"),
    ]


def test_the_reporter_and_his_paper_are_not_the_speaker(parse: Parse) -> None:
    text = '"The dam will hold," Ilse Tarn told Jo Burr of the Meridian Press. "Nobody will have to move."'
    doc = parse(text)
    (statement,) = (s for s in find_statements(doc)[0] if s.quoted)
    assert statement.source and statement.source.of(text) == "Ilse Tarn"
    assert statement.addressee and statement.addressee.of(text).startswith("Jo Burr")
    assert len(statement.quoted) == 2


@pytest.mark.parametrize("asked", ["On Monday Ilse Tarn was asked", "Ilse Tarn was asked on Monday"])
def test_whoever_is_asked_does_not_say_the_question(asked: str, parse: Parse) -> None:
    text = f'{asked}, "Who will pay for all of this?" She laughed.'
    assert all(source != "Ilse Tarn" for _, source in quoted(parse, text))


def test_titles_nicknames_and_scare_quotes_are_no_speech(parse: Parse) -> None:
    text = (
        'Anna "Ace" Moreau sang "A Very Long Rain" at the harbor on Monday. The "temporary" bridge is now ten years old. '
        "Nobody lives there."
    )
    assert quoted(parse, text) == []
    assert quoted(parse, text, scare=True) == [(["temporary"], None)]


def test_a_scare_quote_in_a_denial_is_not_its_source_s(parse: Parse) -> None:
    text = 'Burr declined to say whether the "lengthy" talks with the minister had brought any result.'
    assert quoted(parse, text) == []
    assert (["lengthy"], None) in quoted(parse, text, scare=True)


def test_split_in_one_sentence_and_behind_the_full_stop(parse: Parse) -> None:
    text = '"If the dam breaks," she said, "nobody will be safe." She left.\n\n"I know it," he said. "We all do."'
    assert quoted(parse, text) == [
        (["If the dam breaks,", "nobody will be safe."], "she"),
        (["I know it,", "We all do."], "he"),
    ]


def test_two_speakers_in_one_paragraph(parse: Parse) -> None:
    text = '"The dam will hold," Tarn said. "It will not," Burr answered.'
    assert quoted(parse, text) == [(["The dam will hold,"], "Tarn"), (["It will not,"], "Burr")]


def test_a_colon_in_the_paragraph_before(parse: Parse) -> None:
    text = 'The ministry put out a statement on Monday:\n\n"The dam is safe and will remain so."\n\nNobody believed it.'
    assert quoted(parse, text) == [(["The dam is safe and will remain so."], "The ministry")]


def test_british_marks(parse: Parse) -> None:
    text = "'The dam will hold,' Ilse Tarn said. 'The so-called \"experts\" know nothing.'"
    assert quoted(parse, text) == [(["The dam will hold,", 'The so-called "experts" know nothing.'], "Ilse Tarn")]


def test_a_quotation_within_a_quotation(parse: Parse) -> None:
    text = "\"The mayor told me, 'Go home and wait for the boats,' and I did,\" Burr said."
    statements = [s for s in find_statements(parse(text))[0] if s.quoted]
    assert [(s.quoted[0].of(text), who(text, s)) for s in statements] == [
        ("The mayor told me, 'Go home and wait for the boats,' and I did,", "Burr"),
        ("Go home and wait for the boats,", "The mayor"),
    ]


def test_a_lost_mark_leaves_the_next_paragraph_alone(parse: Parse) -> None:
    text = '"We never knew, Burr said.\n\n"The dam will hold," Ilse Tarn said.'
    doc = parse(text)
    _, notices = find_statements(doc)
    assert [n.code for n in notices] == ["unbalanced_quotation_marks"]
    assert quoted(parse, text) == [(["We never knew,"], "Burr"), (["The dam will hold,"], "Ilse Tarn")]


def test_a_fragment_is_told_by_exactly_one_outermost_statement(parse: Parse) -> None:
    text = 'Tarn said the army had promised "every boat it has in the north".'
    assert quoted(parse, text) == [(["every boat it has in the north"], "Tarn")]


def test_a_megabyte_of_dialogue_is_no_trouble(parse: Parse) -> None:
    unit = '"No," he said. '
    statements, _ = find_statements(parse(unit * 400))
    assert len(statements) == 400


def test_a_quotation_goes_on_behind_a_pause_with_a_colon(parse: Parse) -> None:
    text = '"Of course we will," she said, and then, after a while: "But nobody will thank us for it."'
    assert quoted(parse, text) == [(["Of course we will,", "But nobody will thank us for it."], "she")]


def test_who_is_asked_says_only_the_answer(parse: Parse) -> None:
    text = 'Tarn spoke on Monday. Asked about the remark, he laughed. "I said what I said."'
    (told,) = [s for s in find_statements(parse(text))[0] if s.quoted]
    assert (told.source and told.source.of(text), told.cue) == ("he", None)


def test_a_figure_in_marks_belongs_to_whoever_puts_it(parse: Parse) -> None:
    text = 'She declined to say what it would cost, but treasurer Orlo Pent put it at "a little over $3 million."'
    assert quoted(parse, text) == [(["a little over $3 million."], "treasurer Orlo Pent")]


def test_a_missing_space_hides_no_cue(parse: Parse) -> None:
    text = 'The mayor said,“Look at it.” Burr said:"We had no warning."Then he left. “It was late,”she said.'
    assert quoted(parse, text) == [
        (["Look at it."], "The mayor"),
        (["We had no warning."], "Burr"),
        (["It was late,"], "she"),
    ]


def test_a_note_of_correction_tells_nothing(parse: Parse) -> None:
    text = 'The dam broke.\n\nCorrection: An earlier version of this story said "the dam is safe," according to Burr.'
    assert find_statements(parse(text))[0] == ()


def test_a_contracted_has_is_no_passive(parse: Parse) -> None:
    text = "\"She's often said at the harbor gate, 'I will not wear that old hat,'\" Burr noted."
    statements, _ = find_statements(parse(text))
    assert [s.source.of(text) for s in statements if s.source and "I will" in s.content[0].of(text)[:10]] == ["She"]


def test_a_quotation_goes_on_before_a_sentence_with_a_cue_of_its_own(parse: Parse) -> None:
    text = (
        '"They cut the budget in half," said Ines Tarrow, who leads the Center Party. "Now 41 families are paying for it." '
        'The minister called the accusation "indecent and false."'
    )
    assert quoted(parse, text) == [
        (["They cut the budget in half,", "Now 41 families are paying for it."], "Ines Tarrow"),
        (["indecent and false."], "The minister"),
    ]


def test_a_sentence_that_only_names_the_speaker_is_the_quotations(parse: Parse) -> None:
    text = '"The dam is old," said Ines Tarrow. "It is not." Burr said.'
    assert quoted(parse, text) == [(["The dam is old,"], "Ines Tarrow"), (["It is not."], "Burr")]


def test_a_warning_goes_with_the_saying_not_with_what_was_said(parse: Parse) -> None:
    text = 'He said that the offer would stay on the table and warned that "after that, there will be no table."'
    assert (["after that, there will be no table."], "He") in quoted(parse, text)


def test_what_stands_before_the_cue_is_no_part_of_a_whole_quotation(parse: Parse) -> None:
    text = 'In a text message, he wrote, "We did what we had to do."'
    statements, _ = find_statements(parse(text))
    assert [(s.kind, [c.of(text) for c in s.content]) for s in statements] == [
        ("direct", ["We did what we had to do."])
    ]


def test_what_somebody_was_asked_are_not_his_words(parse: Parse) -> None:
    text = 'Burr said: "We will go home now." Burr was asked: "Why did you do that?"'
    assert quoted(parse, text) == [(["We will go home now."], "Burr"), (["Why did you do that?"], None)]


def test_a_verb_behind_a_participle_goes_with_the_saying(parse: Parse) -> None:
    text = (
        'Ilse Tarn said the dam had cost the town 400 houses and called Jo Burr "a man who builds for the newspapers."'
    )
    assert quoted(parse, text) == [(["a man who builds for the newspapers."], "Ilse Tarn")]


def test_a_pause_before_a_colon_leaves_the_speaker(parse: Parse) -> None:
    text = '"It is a waste of oil," Ilse Tarn says. Then, after a long moment: "But I\'ll watch."'
    assert quoted(parse, text)[-1] in [(["But I'll watch."], who) for who in ("Ilse Tarn", "< Ilse Tarn")]


@pytest.mark.parametrize("gesture", ["Burr shrugs.", "Jo Burr laughs.", "Burr shook his head."])
def test_whoever_moves_before_a_quotation_speaks_it(parse: Parse, gesture: str) -> None:
    text = f'"We had no warning," said Ilse Tarn.\n\n{gesture} "Nobody will ever know who cut it."'
    assert quoted(parse, text)[-1] == (
        ["Nobody will ever know who cut it."],
        gesture.split(" sh", maxsplit=1)[0].split(" la", maxsplit=1)[0],
    )


def test_whom_the_paper_asks_about_is_not_who_answers(parse: Parse) -> None:
    text = '"My sister reads the polls," Jo Burr said. Is she worried? "Not yet, and not in May."'
    assert quoted(parse, text)[-1] == (["Not yet, and not in May."], "< Jo Burr")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army attacked the garrison.", []),
        ("Rebels attacked Ruvenna on Monday.", []),
        ("Ilse Tarn attacked the plan.", ["the plan"]),
        ("The attack on the convoy angered Burr.", []),
    ],
)
def test_a_blow_is_nothing_said(parse: Parse, text: str, told: list[str]) -> None:
    statements, _ = find_statements(parse(text))
    assert [span.of(text) for statement in statements for span in statement.content] == told


@pytest.mark.parametrize(("to", "addressee"), [("applause", None), ("loud cheers", None), ("reporters", "reporters")])
def test_nobody_is_spoken_to_with_applause(parse: Parse, to: str, addressee: str | None) -> None:
    for text in (f'"We will not pay," Burr said to {to}.', f"Burr said to {to} that he would not pay."):
        (statement,) = find_statements(parse(text))[0]
        assert (statement.addressee and statement.addressee.of(text)) == addressee


def test_no_sentence_ends_with_a_title(parse: Parse) -> None:
    text = '"We disagree," said retired Army Lt. Col. Vera Lunt. "The wall is weak." The harbor closed.'
    assert quoted(parse, text) == [(["We disagree,", "The wall is weak."], "retired Army Lt. Col. Vera Lunt")]


def test_a_pronoun_behind_an_attributed_quotation_only_says_it_again(parse: Parse) -> None:
    text = 'Vash opened the new lock, telling a radio station on Monday, "The river is ours again," he said.'
    assert quoted(parse, text) == [(["The river is ours again,"], "Vash")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A spokesman for the mill, who declined to be named, said it would close.", "A spokesman for the mill"),
        ("Officials of the mill, which closed in May, put the cost at two million.", "Officials of the mill"),
        ("Officials who left the mill in May put the cost at two million.", "Officials who left the mill in May"),
    ],
)
def test_an_aside_on_the_last_noun_is_no_part_of_the_source(parse: Parse, text: str, source: str) -> None:
    found = [s for s in find_statements(parse(text))[0] if s.cue and s.cue.lemma in ("say", "put")]
    assert [s.source and s.source.of(text) for s in found] == [source]


@pytest.mark.parametrize("marked", ["rotten to the very core of it", "a gift to nobody but us"])
def test_what_stands_in_marks_behind_an_object_goes_with_it(parse: Parse, marked: str) -> None:
    text = f'The senator called the harbor council "{marked}" on Monday.'
    (found,) = find_statements(parse(text))[0]
    assert found.content[0].of(text).startswith(f'the harbor council "{marked}"')


def test_a_note_that_explains_something_introduces_nothing(parse: Parse) -> None:
    text = 'Jo Burr wrote in a letter to farmers explaining the new toll, "We cannot mend the bridge for nothing."'
    assert quoted(parse, text) == [(["We cannot mend the bridge for nothing."], "Jo Burr")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Burr ignored a written warning about the dam.", None),
        ("Burr ignored the engineer's warning about the dam.", "the engineer's"),
        ("Burr issued a written warning about the dam.", "Burr"),
    ],
)
def test_who_is_warned_does_not_warn(parse: Parse, text: str, source: str | None) -> None:
    found = [s for s in find_statements(parse(text))[0] if s.found_by == "reported.noun"]
    assert [s.source and s.source.of(text).removesuffix("'s") for s in found] == [source and source.removesuffix("'s")]
