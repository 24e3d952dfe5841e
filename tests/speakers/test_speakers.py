"""What find_speakers prints of an article: one speaker per real-world source, with names, roles and mentions."""

from __future__ import annotations

import pytest

from extractor.records import Span, Speaker
from extractor.speakers import find_speakers
from tests.speakers.speaker_notation import marked

ARTICLE = (
    "Norvik's embattled President Henrik Dahl flew to Ruvenna on Monday to see Prime Minister Laura Stone.\n\n"
    "Dahl told reporters the talks were good. He thanked Stone.\n\n"
    "Stone's spokesman Tom Holt said no date was set. A monitoring group counted 40 dead, and officials agreed.\n\n"
    "The Ruvenna strongwoman smiled."
)


@pytest.fixture(scope="module")
def speakers(model) -> dict[str, Speaker]:
    asked = ["Dahl", "He", "Stone's spokesman Tom Holt", "A monitoring group", "officials"]
    at = ARTICLE.index("Dahl told")
    spans = [Span(start=ARTICLE.index(text, at), end=ARTICLE.index(text, at) + len(text)) for text in asked]
    return {speaker.name: speaker for speaker in find_speakers(model.nlp(ARTICLE), [], spans)}


def test_one_speaker_per_source(speakers: dict[str, Speaker]) -> None:
    assert list(speakers) == ["Henrik Dahl", "Tom Holt", "A monitoring group", "officials"]


def test_a_person_has_roles_aliases_and_all_places_where_he_is_named(speakers: dict[str, Speaker]) -> None:
    dahl = speakers["Henrik Dahl"]
    assert (dahl.kind, dahl.roles, dahl.aliases) == ("person", ("Norvik's embattled President",), ("Dahl",))
    assert [(m.text, m.form) for m in dahl.mentions] == [("Henrik Dahl", "name"), ("Dahl", "name"), ("He", "pronoun")]


def test_a_role_before_the_name_is_kept_as_written(speakers: dict[str, Speaker]) -> None:
    assert speakers["Tom Holt"].roles == ("Stone's spokesman",)


@pytest.mark.parametrize("name", ["A monitoring group", "officials"])
def test_sources_without_a_name_stay_unnamed(speakers: dict[str, Speaker], name: str) -> None:
    assert (speakers[name].kind, speakers[name].roles, speakers[name].aliases) == ("unnamed", (), ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Laura Stone] said the dam was safe.", "person"),
        ("[The United Nations] said the dam was safe.", "organization"),
        ("[The army] said the dam was safe.", "organization"),
        ("[Republicans] said the dam was safe.", "group"),
        ("[The rebels] said the dam was safe.", "group"),
        ("[Laura Stone and Tom Holt] said the dam was safe.", "group"),
        ("[Laura Stone and her lawyers] said the dam was safe.", "group"),
        ("[Residents] said the dam was safe.", "unnamed"),
        ("[A rescue official] said the dam was safe.", "unnamed"),
        ("[Some] said the dam was safe.", "unnamed"),
        ("[None] said the dam was safe.", "unnamed"),
        ("[Not everyone] agreed that the dam was safe.", "unnamed"),
        ("[A 1978 resolution] said the dam was safe.", "unnamed"),
        ("[Correction]: An earlier version said the dam was safe.", "unnamed"),
        ("[The union Unity] said the dam was safe.", "organization"),
    ],
)
def test_kinds(parse, text: str, kind: str) -> None:
    example = marked(text)
    (speaker,) = find_speakers(parse(example.text), (), [example.asked])
    assert speaker.kind == kind


def test_a_person_is_never_merged_into_his_group(parse) -> None:
    text = "Tom Holt met officials on Monday. {Officials} said the dam was safe. [Holt] said it was not."
    example = marked(text)
    found = find_speakers(parse(example.text), example.statements)
    assert [(speaker.name, speaker.kind) for speaker in found] == [("Tom Holt", "person"), ("Officials", "unnamed")]


def test_a_description_under_which_somebody_speaks_is_a_role(parse) -> None:
    example = marked("Laura Stone won the race on Monday. [The 45-year-old senator] said she was happy.")
    (speaker,) = find_speakers(parse(example.text), example.statements)
    assert (speaker.name, speaker.roles) == ("Laura Stone", ("The 45-year-old senator",))


def test_paragraphs_in_front_shift_every_mention(parse) -> None:
    text = "Laura Stone met Tom Holt on Monday. She said the dam was safe."
    before = "The weather was fine all day.\n\n"
    at = text.index("She")
    (near,) = find_speakers(parse(text), (), [Span(start=at, end=at + 3)])
    far_at = at + len(before)
    (far,) = find_speakers(parse(before + text), (), [Span(start=far_at, end=far_at + 3)])
    assert [(m.start + len(before), m.text) for m in near.mentions] == [(m.start, m.text) for m in far.mentions]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("[Coast guard spokesman Lt. Aram Desh] said no.", ("Coast guard spokesman Lt.",)),
        ("[Tom Holt, a partner at Holm & Teale,] said no.", ("a partner at Holm & Teale",)),
        ("[Capt. Tom Holt] said no.", ("Capt.",)),
        ('"No," said [Tom Holt], Weller\'s chief of staff. He left.', ("Weller's chief of staff",)),
        ("[One of those who voted no, Councilman Tom Holt], said so.", ("Councilman",)),
        ('"Why?" asked Rovers coach [Tom Holt].', ("Rovers coach",)),
    ],
)
def test_a_role_is_not_cut_short(parse, text: str, roles: tuple[str, ...]) -> None:
    example = marked(text)
    (speaker,) = find_speakers(parse(example.text), example.statements)
    assert speaker.roles == roles


def test_a_title_cut_from_its_name_is_nobody(parse) -> None:
    example = marked('"No," said [mill spokesman Navy Capt. Tom Holt], who left.')
    assert [speaker.name for speaker in find_speakers(parse(example.text), example.statements)] == ["Tom Holt"]


@pytest.mark.parametrize(
    ("source", "name"),
    [("The U.N. Office for Local Rivers", "U.N. Office for Local Rivers"), ("The army", "The army")],
)
def test_a_name_goes_without_its_article(parse, source: str, name: str) -> None:
    example = marked(f"The dam was safe, [{source}] said.")
    (speaker,) = find_speakers(parse(example.text), example.statements)
    assert speaker.name == name


def test_a_spokesman_whose_name_comes_later_is_one_speaker(parse) -> None:
    example = marked('{A Weller spokesman} said no. "Never," [the spokesman, Tom Holt], said.')
    found = find_speakers(parse(example.text), example.statements)
    assert [(speaker.name, speaker.roles) for speaker in found] == [
        ("Tom Holt", ("the spokesman", "A Weller spokesman"))
    ]


@pytest.mark.parametrize(
    "between", ["He called [the spokesman for the army, Tom Holt], a liar.", "[Tom Holt, a sailor,] said no."]
)
def test_another_is_not_the_nameless_one(parse, between: str) -> None:
    example = marked(f"{{A spokesman for the navy}} said no. {between}")
    assert len(find_speakers(parse(example.text), example.statements)) == 2


def test_what_a_husband_does_is_not_his_wifes_role(parse) -> None:
    example = marked("[Laura Stone], whose husband was the coach, said no.")
    (speaker,) = find_speakers(parse(example.text), example.statements)
    assert speaker.roles == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{Norvik's foreign minister} called for talks. Speaking in Oslo, [Tom Holt] said no.", ["Tom Holt"]),
        ("{The mayor} said no. [Tom Holt] said yes.", ["The mayor", "Tom Holt"]),
        ("{A neighbor} said no. Speaking in Oslo, [Tom Holt] said yes.", ["A neighbor", "Tom Holt"]),
        ('{A spokesman for the mill} said no. "It was calm," [Tom Holt] told us.', ["Tom Holt"]),
        (
            '{A spokeswoman for the mill} said no. "It was calm," [Tom Holt] told us.',
            ["A spokeswoman for the mill", "Tom Holt"],
        ),
        ('{A worker} said no. "It was calm," [Tom Holt] told us.', ["A worker", "Tom Holt"]),
        ("{A local activist} said they lied. [Tom Holt], a neighbor, said no.", ["A local activist", "Tom Holt"]),
        ("{Local activists} said they lied. [Tom Holt] said no.", ["Local activists", "Tom Holt"]),
        ("{A local activist} said they lied.\n\n[Tom Holt] said no.", ["A local activist", "Tom Holt"]),
        ("Tom Holt left. {A local activist} said they lied. [Tom Holt] said no.", ["Tom Holt", "A local activist"]),
        ("{The woman} said they lied. [Mr. Tom Holt] said no.", ["The woman", "Tom Holt"]),
    ],
)
def test_a_bare_full_name_is_that_of_the_one_just_described(parse, text: str, names: list[str]) -> None:
    example = marked(text)
    assert [speaker.name for speaker in find_speakers(parse(example.text), example.statements)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[A witness], who gave her name only as Ms. Okoro, said she ran.", "Okoro"),
        ("[The woman], who identified herself as Ann Roe, said she ran.", "Ann Roe"),
        ("[A witness], who identified the killer as John Smith, said he ran.", "A witness"),
        ("[An officer], who gave the ball to Ann as Jo Roe watched, said it was fun.", "An officer"),
    ],
)
def test_only_his_own_name_names_a_witness(parse, text: str, name: str) -> None:
    example = marked(text)
    (speaker,) = find_speakers(parse(example.text), example.statements)
    assert speaker.name.split(",")[0] == name
