from __future__ import annotations

import pytest

from extractor.speakers.cast import Actor, Cast
from extractor.speakers.page import Page
from extractor.speakers.repair import find_names
from tests.speakers.parsed import parsed


def cast_of(text: str, **entities: str) -> list[Actor]:
    """Who each name of a text stands for, in text order."""
    doc = parsed(text, **entities)
    page = Page(doc)
    found = find_names(page, doc)
    cast = Cast(page, found)
    return [cast.at[named.first] for named in found]


def names(text: str, **entities: str) -> list[str]:
    return [actor.name for actor in cast_of(text, **entities)]


def test_a_surname_is_the_full_name_wherever_it_stands() -> None:
    assert names("Stone left . Laura Stone met Stone .", Laura_Stone="PERSON", Stone="PERSON") == ["Laura Stone"] * 3


def test_one_name_with_two_labels_is_one_person() -> None:
    text = "Laura Stone left . Stone spoke . Stone sang ."
    assert names(text, Laura_Stone="PERSON", Stone="ORG") == ["Laura Stone"] * 3


def test_a_full_name_that_the_model_takes_for_a_title_gives_the_surname_to_its_person() -> None:
    text = "Laura Stone left . Stone spoke . Stone sang ."
    assert names(text, Laura_Stone="WORK_OF_ART", Stone="PRODUCT") == ["Laura Stone"] * 3


def test_a_lone_first_name_is_the_persons_where_it_is_no_place() -> None:
    text = "Odo Brandtsen left . Odo spoke ."
    assert [a.kind for a in cast_of(text, Odo_Brandtsen="PERSON", Odo="ORG")] == ["person", "person"]
    text = "Odo Brandtsen left . They met in Odo ."
    assert [a.kind for a in cast_of(text, Odo_Brandtsen="PERSON", Odo="GPE")] == ["person", "organization"]


@pytest.mark.parametrize(
    "text",
    [
        "Odo Brandtsen ,/, who/WP left/VBD , spoke .",
        "Odo Brandtsen , 46 , spoke .",
        "Odo Brandtsen/NNP/dep/1 , the captain/NN/appos/1 , spoke .",
        "Odo Brandtsen spoke . Ms. Brandtsen left .",
        "Odo Brandtsen spoke . Brandtsen , 46 , left .",
        "Odo Brandtsen spoke . Her/PRP$/poss/5 husband/NN/nsubj/9 ,/,/punct/5 Odo/NNP/appos/5 ,/,/punct/5 left/VBD/ROOT/9",
    ],
)
def test_who_has_an_age_an_office_or_a_title_is_no_body(text: str) -> None:
    found = cast_of(text, Odo_Brandtsen="ORG", Brandtsen="PERSON", Odo="ORG")
    assert {actor.kind for actor in found} == {"person"}


def test_a_company_that_leads_is_no_person() -> None:
    found = cast_of("Odo Brandtsen/NNP/dep/1 , the leader/NN/appos/1 , grew .", Odo_Brandtsen="ORG")
    assert [actor.kind for actor in found] == ["organization"]


def test_a_surname_gets_the_first_name_before_it_that_the_model_missed() -> None:
    text = "They met Odo/NNP/compound/3 Brandtsen/NNP/dobj/1 ."
    assert names(text, Brandtsen="PERSON") == ["Odo Brandtsen"]
    assert names("They met Capt./NNP/compound/3 Brandtsen/NNP/dobj/1 .", Brandtsen="PERSON") == ["Brandtsen"]


def test_a_figure_is_no_part_of_a_name() -> None:
    text = "It gave Brandtsen 44/CD/nummod/4 percent and Channel 4/CD/nummod/6 News the rest ."
    assert names(text, Brandtsen_44_percent="ORG", Channel_4_News="ORG") == ["Brandtsen", "Channel 4 News"]


@pytest.mark.parametrize(("dash", "named"), [("-", []), ("_", []), ("said", ["Norpress"])])
def test_the_agency_of_a_dateline_is_nobody_in_the_story(dash: str, named: list[str]) -> None:
    assert names(f"Ruvenna ( Norpress ) {dash} Prices rose .", Norpress="ORG") == named


def test_an_agency_deep_in_a_paragraph_is_somebody() -> None:
    assert names("It rained . " * 6 + "( Norpress ) - Prices rose .", Norpress="ORG") == ["Norpress"]


def test_the_trade_in_a_name_makes_it_a_company() -> None:
    (found,) = cast_of("Brandtsen Robotics grew .", Brandtsen_Robotics="PERSON")
    assert found.kind == "organization"


@pytest.mark.parametrize(("sources", "found"), [([(4, 4)], ["Rex Early", "Early"]), ([(2, 2)], ["Rex Early"])])
def test_a_surname_that_speaks_is_one_whatever_its_tag(sources: list[tuple[int, int]], found: list[str]) -> None:
    doc = parsed("Rex Early left early Early/RB/advmod/5 spoke/VBD", Rex_Early="PERSON")
    assert [named.name.text for named in find_names(Page(doc), doc, sources)] == found


def test_an_airport_is_nobody() -> None:
    assert [a.kind for a in cast_of("Don Brandtsen Airport closed .", Don_Brandtsen_Airport="FAC")] == ["organization"]


def test_a_surname_in_capitals_that_the_model_missed() -> None:
    assert names("Laura Stone left . STONE : No .", Laura_Stone="PERSON") == ["Laura Stone"] * 2


def test_a_shared_surname_is_the_main_bearers_until_another_is_introduced() -> None:
    text = "Paul/NNP/compound/1 Weller/NNP/nsubj/2 left/VBD/ROOT/2 | Weller/NNP/nsubj/5 sang/VBD/ROOT/5 | "
    text += "Anna/NNP/compound/8 Weller/NNP/nsubj/9 spoke/VBD/ROOT/9 | Weller/NNP/nsubj/12 wept/VBD/ROOT/12"
    found = names(text, Paul_Weller="PERSON", Anna_Weller="PERSON", Weller="PERSON")
    assert found == ["Paul Weller", "Paul Weller", "Anna Weller", "Anna Weller"]


@pytest.mark.parametrize(("title", "name"), [("Mr.", "Paul Weller"), ("Mrs.", "Anna Weller")])
def test_a_title_tells_which_bearer(title: str, name: str) -> None:
    text = f"Anna Weller met Paul Weller . {title} Weller left ."
    assert names(text, Paul_Weller="PERSON", Anna_Weller="PERSON", Weller="PERSON")[2] == name


def test_a_titled_surname_before_anybody_is_introduced_is_somebody_else() -> None:
    text = "President Okoro left . Okoro waved . Ngozi Okoro , his wife , stayed ."
    found = cast_of(text, Ngozi_Okoro="PERSON", Okoro="PERSON")
    assert found[0] is not found[-1]
    assert found[0].gender is None
    assert found[-1].gender == "female"


def test_a_king_is_nobody_with_his_name_as_surname() -> None:
    found = names("Omar Talal left . King Talal stayed .", Omar_Talal="PERSON", Talal="PERSON")
    assert found == ["Omar Talal", "Talal"]


def test_the_fullest_name_wins_over_headline_words() -> None:
    text = "Crooked Laura Stone left . Laura Stone spoke . Laura Stone sang . Laura J. Stone wept ."
    found = names(text, Crooked_Laura_Stone="PERSON", Laura_Stone="PERSON", **{"Laura_J._Stone": "PERSON"})
    assert set(found) == {"Laura J. Stone"}


def test_words_glued_on_in_a_headline_are_no_name() -> None:
    text = "Stone Speech Stirs Ruvenna | Laura Stone left . the speech was long ."
    assert names(text, Stone_Speech="PERSON", Laura_Stone="PERSON", Ruvenna="GPE")[0] == "Laura Stone"


def test_possessives_titles_and_marks_are_no_part_of_a_name() -> None:
    doc = parsed("Sen. Laura Stone 's/POS dog -- barked", **{"Sen._Laura_Stone_'s": "PERSON"})
    (named,) = find_names(Page(doc), doc)
    assert (named.name.text, named.name.titles) == ("Laura Stone", ("sen",))


def test_an_acronym_is_its_organization_on_either_side() -> None:
    text = "FRS spoke . The Federal River Service left . FRS stayed ."
    assert names(text, FRS="ORG", Federal_River_Service="ORG") == ["Federal River Service"] * 3


def test_a_companys_short_name_is_no_person() -> None:
    found = cast_of("Stone Motors fell . Stone rose .", Stone_Motors="ORG", Stone="PERSON")
    assert [actor.kind for actor in found] == ["organization", "organization"]
    assert len({id(actor) for actor in found}) == 1


def test_places_are_no_newspapers() -> None:
    found = names("Ruvenna slept . Ruvenna Times wrote .", Ruvenna="GPE", Ruvenna_Times="ORG")
    assert found == ["Ruvenna", "Ruvenna Times"]


def test_a_bodys_name_goes_on_over_of_and_for() -> None:
    text = "the Office for the Care of Rivers left ."
    assert names(text, Office="ORG") == ["Office for the Care of Rivers"]


def test_an_unseen_name_with_a_known_first_name() -> None:
    assert names("yesterday Laura Brandt left .") == ["Laura Brandt"]


def test_gender_comes_from_titles_before_first_names() -> None:
    found = cast_of("Mr. Laura left . Ilse Tarn spoke .", Laura="PERSON", Ilse_Tarn="PERSON")
    assert [actor.gender for actor in found] == ["male", "female"]


def test_a_body_known_by_one_word_is_no_person() -> None:
    (facebook,) = cast_of("Facebook said no .", Facebook="PERSON")
    assert facebook.kind == "organization"


def test_a_place_run_into_a_name_is_cut_off() -> None:
    assert names("the envoy in Oslo Henrik Dahl left .", Oslo_Henrik_Dahl="ORG") == ["Henrik Dahl"]


def test_a_place_with_a_first_name_stays_a_place() -> None:
    (beach,) = cast_of("they met in Virginia Beach .", Virginia_Beach="GPE")
    assert (beach.kind, beach.place) == ("organization", True)


def test_a_name_beside_in_and_people_of_is_a_place() -> None:
    text = "in Dunmore , the people of Dunmore slept . Dunmore woke ."
    assert [actor.place for actor in cast_of(text, Dunmore="PERSON")] == [True] * 3


@pytest.mark.parametrize(
    "text", ["confidence in Dunmore fell .", "in Dunmore 's view .", "the speech of Dunmore ended ."]
)
def test_a_name_that_one_believes_in_is_no_place(text: str) -> None:
    assert [actor.place for actor in cast_of(text, Dunmore="PERSON")] == [False]


def test_a_place_preposition_does_not_unname_a_person() -> None:
    text = "Laura Dunmore left . voters saw hope in Dunmore ."
    assert names(text, Laura_Dunmore="PERSON", Dunmore="PERSON") == ["Laura Dunmore"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "the/DT/det/1 mayor/NN/nsubj/6 ,/,/punct/1 Ilona/NNP/compound/4 Brisk/NNP/appos/1 ,/,/punct/1 left/VBD/ROOT/6",
        "Ilona Brisk , 46 , left .",
    ],
)
def test_an_office_or_an_age_shows_a_person(text: str) -> None:
    assert [actor.kind for actor in cast_of(text, Ilona_Brisk="ORG")] == ["person"]


def test_a_relative_whom_the_model_did_not_see_is_somebody_else() -> None:
    text = "Tomas Erdt left . his daughter , Carys/NNP/compound/8 Erdt/NNP/nsubj/9 wept/VBD/ROOT/9 ."
    assert names(text, Tomas_Erdt="PERSON") == ["Tomas Erdt", "Carys Erdt"]


@pytest.mark.parametrize(("role", "gender"), [("daughter", "female"), ("widower", "male"), ("cousin", None)])
def test_a_relatives_noun_tells_a_gender(role: str, gender: str | None) -> None:
    text = f"Erdt 's/POS/case/0 {role}/NN/nsubj/6 ,/,/punct/2 Felka/NNP/compound/5 Erdt/NNP/appos/2 left/VBD/ROOT/6"
    (found,) = {actor for actor in cast_of(text, Felka_Erdt="PERSON") if actor.name == "Felka Erdt"}
    assert found.gender == gender


def test_who_bore_a_surname_alone_keeps_it_against_one_always_named_in_full() -> None:
    text = "Paul Weller left . Weller sang . Anna/NNP/compound/8 Weller/NNP/nsubj/9 spoke/VBD/ROOT/9 . "
    text += "Anna/NNP/compound/12 Weller/NNP/nsubj/13 wept/VBD/ROOT/13 . Weller slept ."
    found = names(text, Paul_Weller="PERSON", Anna_Weller="PERSON", Weller="PERSON")
    assert found == ["Paul Weller", "Paul Weller", "Anna Weller", "Anna Weller", "Paul Weller"]


def test_a_nickname_alone_is_its_only_bearer() -> None:
    assert names("Stephen Holt left . Steve slept .", Stephen_Holt="PERSON", Steve="PERSON") == ["Stephen Holt"] * 2
    text = "Stephen Holt met Steven Tarn . Steve slept ."
    assert names(text, Stephen_Holt="PERSON", Steven_Tarn="PERSON", Steve="PERSON")[2] == "Steve"


def test_a_capital_at_the_head_of_a_line_makes_no_name() -> None:
    assert names("Surgeon spoke . the surgeon left .", Surgeon="ORG") == []


def test_a_known_surname_that_is_tagged_as_another_word_behind_a_quotation() -> None:
    text = "Odo Waverly left . No , ''/'' Waverly/RB/advmod/8 said/VBD/ROOT/8 ."
    assert names(text, Odo_Waverly="PERSON") == ["Odo Waverly"] * 2


def test_a_super_pac_is_no_name() -> None:
    assert names("A super PAC met Laura Stone .", PAC="ORG", Laura_Stone="PERSON") == ["Laura Stone"]


def test_what_stands_behind_a_first_name_is_no_body() -> None:
    text = "There Ilya/NNP/compound/2 Morozko/NNP/nsubj/3 spoke/VBD/ROOT/3 ."
    assert [(a.name, a.kind) for a in cast_of(text, Morozko="ORG")] == [("Ilya Morozko", "person")]
    text = "There Ilya/NNP/compound/2 Bank/NNP/nsubj/3 spoke/VBD/ROOT/3 ."
    assert [a.kind for a in cast_of(text, Bank="ORG")] == ["organization"]
