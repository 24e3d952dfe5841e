"""Weekdays and months by the tense around them, on real parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.dates import find_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Thursday.", "2024-05-02"),
        ("The council will meet on Thursday.", "2024-05-09"),
        ("The court is scheduled to rule on Friday.", "2024-05-10"),
        ("The deadline was extended until Wednesday.", "2024-05-08"),
        ("Rescuers had reached the village by Saturday.", "2024-05-04"),
        ("The talks resumed on Monday.", "2024-05-06"),
        ("The bridge was closed in December.", "2023-12"),
        ("The bridge will close in December.", "2024-12"),
        ("A dividend is payable Jan. 15 to holders.", "2025-01-15"),
        ("She was elected on Nov. 7.", "2023-11-07"),
        ("Residents planned a march on Saturday.", "2024-05-11"),
        ("The permit had been due to expire on Friday.", "2024-05-03"),
        ("The festival opens Friday in the old harbour.", "2024-05-10"),
        ("A third convoy would arrive by Wednesday morning, the agency said.", "2024-05-08TMO"),
        ("The court said it would rule on Thursday on the appeal.", "2024-05-09"),
        ("The company said Thursday it would cut 400 jobs.", "2024-05-02"),
        ("He would not comment on Friday's attack.", "2024-05-03"),
        ("Snow is expected by Friday night.", "2024-05-10TNI"),
        ("A committee vote is expected Thursday.", "2024-05-09"),
        ("The court ordered him to pay by Friday.", "2024-05-10"),
        ("The ship reached port by Friday.", "2024-05-03"),
        ("It will pay a premium of 27 percent over the brewer's close on Tuesday.", "2024-04-30"),
        ("The takeover is scheduled to close Wednesday.", "2024-05-08"),
        ("Ministers meet in Halden on Thursday.", "2024-05-09"),
        ("Rain is forecast for Thursday.", "2024-05-09"),
        ("The deputy is travelling to Halden on Thursday.", "2024-05-09"),
        ("The party failed to meet on Thursday.", "2024-05-02"),
        ("It has been shut since June 3.", "2023-06-03"),
        ("It was to open June 3.", "2024-06-03"),
        ("It has been shut since June.", "2023-06"),
        ("It has been shut since Memorial Day.", "2023-05-29"),
        ("It opens on Memorial Day.", "2024-05-27"),
        ("He faces charges over Friday's raid.", "2024-05-03"),
        ("The final is on Sunday.", "2024-05-12"),
        ("The deadline is Friday.", "2024-05-10"),
        ("The mayor is in hospital after a fall on Friday.", "2024-05-03"),
        ("The trial continues on Wednesday.", "2024-05-08"),
        ("The gates open at noon Thursday.", "2024-05-09T12:00"),
        ("The weather service issued a warning for heavy snow on Thursday.", "2024-05-09"),
        ("Until Thursday, they had kept silent.", "2024-05-02"),
        ("Police are investigating a robbery on Sunday.", "2024-05-05"),
        ("The choir is singing on Sunday.", "2024-05-12"),
        ("Snow could fall on Friday.", "2024-05-10"),
        ("She could not be reached on Friday.", "2024-05-03"),
        ("Smoke could be seen on Friday.", "2024-05-03"),
        ("The study, to be published on Friday, blames the dam.", "2024-05-10"),
        ("Traders were waiting for Friday's figures.", "2024-05-10"),
        ("Saturday's march has been cancelled.", "2024-05-11"),
        ("Saturday's march was cancelled.", "2024-05-04"),
        ("The crew hopes to sail on Thursday.", "2024-05-09"),
        ("The mayor spoke at a rally this weekend.", "2024-W18-WE"),
        ("The mayor will speak at a rally this weekend.", "2024-W19-WE"),
        ("Until August, she had never flown.", "2023-08"),
        ("She was due in court on Friday.", "2024-05-10"),
    ],
)
def test_direction(parse: Callable[[str], Doc], text: str, value: str) -> None:
    assert [timex.value for timex in find_dates(parse(text), published="2024-05-06")] == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rain is forecast for Thursday and Friday.", ["2024-05-09", "2024-05-10"]),
        ("The shop may not open until Thursday or Friday.", ["2024-05-09", "2024-05-10"]),
        ("The ban is in force from noon on Thursday until 6am on Friday.", ["2024-05-09T12:00", "2024-05-10T06:00"]),
        ("The ban was in force from Friday morning until Sunday night.", ["2024-05-03TMO", "2024-05-05TNI"]),
        ("The walkout ran from Thursday to Sunday.", ["2024-05-02", "2024-05-05"]),
        ("The mill will open next year. Hiring will begin in July.", ["2025", "2025-07"]),
        ("The mill will open next year. It is old. It burned. Hiring will begin in July.", ["2025", "2024-07"]),
        ("She takes office next January. Voting will begin in July.", ["2025-01", "2024-07"]),
        ("The mill will open next year. Hiring began in March.", ["2025", "2024-03"]),
        ("Hiring will begin in March.", ["2025-03"]),
        ("He will be tried for a robbery committed in March.", ["2024-03"]),
        ("The choir will be home for Christmas.", ["2024-12-25"]),
        ("The choir came home for Christmas.", ["2023-12-25"]),
        ("It will be colder overnight.", ["2024-05-06TNI"]),
        ("Rain will fall on Thursday and turn to snow overnight.", ["2024-05-09", "2024-05-09TNI"]),
        ("It was colder overnight.", ["2024-05-05TNI"]),
        ("Shops were closed on Thursday. On Wednesday they had been full.", ["2024-05-02", "2024-05-01"]),
        ("It was colder on Sunday and Saturday.", ["2024-05-05", "2024-05-04"]),
    ],
)
def test_a_date_goes_by_the_one_before_and_by_its_verb(
    parse: Callable[[str], Doc], text: str, found: list[str]
) -> None:
    assert [timex.value for timex in find_dates(parse(text), published="2024-05-06")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police questioned two night watchmen.", []),
        ("The city hired 12 night nurses and 30 weekend guards.", []),
        ("The plan closes three day care centres.", []),
        ("The union held two hour-long meetings.", ["PT1H"]),
        ("He ended a four day strike.", ["P4D"]),
        ("The 18 month project ended.", ["P18M"]),
        ("The two-day talks ended.", ["P2D"]),
        ("They walked for two nights with guards.", ["P2D"]),
    ],
)
def test_a_unit_that_describes_a_noun_is_not_counted(parse: Callable[[str], Doc], text: str, found: list[str]) -> None:
    assert [timex.value for timex in find_dates(parse(text), published="2024-05-06")] == found


def test_open_without_publication(parse: Callable[[str], Doc]) -> None:
    (timex,) = find_dates(parse("The council will meet on Tuesday."), published=None)
    assert (timex.value, timex.earliest, timex.latest, timex.anchor) == ("XXXX-WXX-2", None, None, None)


def test_an_empty_text_has_no_dates(parse: Callable[[str], Doc]) -> None:
    assert find_dates(parse(""), published="2024-05-06") == ()


def test_the_same_day_is_the_day_of_the_event(parse: Callable[[str], Doc]) -> None:
    text = (
        "Envoys arrived on Thursday, the palace said as it announced the visit on Sunday. The same day a bridge fell."
    )
    values = {timex.text: timex.value for timex in find_dates(parse(text), published="2024-05-06")}
    assert values == {"Thursday": "2024-05-02", "Sunday": "2024-05-05", "The same day": "2024-05-02"}


def test_super_tuesday_and_sunday_papers_are_names(parse: Callable[[str], Doc]) -> None:
    assert find_dates(parse("The Sunday Times called Super Tuesday a draw."), published="2024-05-06") == ()
