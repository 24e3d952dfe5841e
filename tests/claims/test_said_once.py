"""What is said once for several figures."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Some 6,000 members walked off the job at three factories. Police put the number at 2,500.",
            ["Some 6,000 members protest", "three factories other", "2,500 - protest"],
        ),
        (
            "Turnout was 61 percent, down from 68 percent in 2016.",
            ["61 percent Turnout votes", "68 percent Turnout votes"],
        ),
        (
            "Tarn shares closed down $2.15, or 6.4 percent, at $31.40 on the exchange.",
            ["$2.15 shares change", "6.4 percent shares change", "$31.40 shares money"],
        ),
        (
            "The company raised its profit forecast by 10 cents to $1.45 to $1.50 a share.",
            ["10 cents forecast change", "$1.45 to $1.50 a share forecast money"],
        ),
        ("The poll gave Marek 49 percent and Dorn 47.", ["49 percent - share", "47 - share"]),
        (
            "The Bloc won 84 seats, the Greens 30 and the Liberals 12.",
            ["84 seats votes", "30 - votes", "12 - votes"],
        ),
        ("The Bloc lost 23 seats and will hold 84.", ["23 seats votes", "84 - votes"]),
        ("The Bloc lost 23 voters and will hold 84.", ["23 voters other", "84 - other"]),
        ("They seized 19 tons this year, up from 12 in May.", ["19 tons - measure", "12 - measure"]),
        (
            "Gangs killed 240 people in May, 15 of them policemen, against 190 in April.",
            ["240 people killed", "15 policemen killed", "190 people killed"],
        ),
        (
            "The number of accidents rose to 63 last year from 34.",
            ["63 accidents other", "34 accidents other"],
        ),
        (
            "The count gave the Bloc 36 percent of the vote against 31 percent for the Union.",
            ["36 percent vote votes", "31 percent vote votes"],
        ),
        (
            "Turnout was 58 percent. In May it was 71 percent.",
            ["58 percent Turnout votes", "71 percent Turnout votes"],
        ),
        (
            "Turnout was 58 percent. The tax was 71 percent.",
            ["58 percent Turnout votes", "71 percent tax share"],
        ),
        (
            "Donors promised $290 million, well below the 460 million that the bloc needs.",
            ["$290 million - money", "460 million - money"],
        ),
        (
            "The state spent $3 million on boats. It gave 20 billion to the banks.",
            ["$3 million boats money", "20 billion - money"],
        ),
        (
            "The state spent $3 million on boats. It fed 20 million.",
            ["$3 million boats money", "20 million - other"],
        ),
        (
            "The state asked for 9 billion rupees ($195 million) in aid.",
            ["9 billion rupees aid money", "$195 million aid money"],
        ),
        ("The dollar bought 118 yen, down from 119.", ["118 yen - money", "119 - money"]),
        ("The dollar bought 118 yen, down from 40,000.", ["118 yen - money", "40,000 - other"]),
        (
            "The index lost 112 points, or 1.4 percent, to 7,904.",
            ["112 points index change", "1.4 percent index change", "7,904 index other"],
        ),
        ("He faces three counts of arson and 14 of fraud.", ["three counts legal", "14 - legal"]),
        ("He knew three counts of Lorn and 14 of them.", ["three counts legal", "14 - other"]),
        ("Forty people died. They say the true figure is closer to 200.", ["Forty people killed", "200 - killed"]),
        ("Forty people died. They say the next village is closer to 200.", ["Forty people killed", "200 - other"]),
        (
            "In the election the Bloc won 41 percent. The Greens scraped in with 5 percent.",
            ["41 percent - votes", "5 percent - votes"],
        ),
        ("The rating fell to 31 percent from 44.", ["31 percent rating share", "44 rating share"]),
    ],
)
def test_said_once_for_several(told, text, wanted):
    assert told(text) == wanted


def test_a_share_that_a_name_alone_sets_off_is_in_percent(parse):
    found = find_quantities(parse("The poll gave Marek 49 percent and Dorn 47."), ())
    assert [(q.value, q.unit) for q in found] == [(49, "percent"), (47, "percent")]


def test_a_part_of_a_sum_is_in_its_currency(parse):
    text = "Sorvan pledged 2.5 million euros, including 800,000 for seed. It sent nine nurses, including 4 for Kestria."
    found = {q.text: (q.kind, q.unit) for q in find_quantities(parse(text), ())}
    assert (found["800,000"], found["4"]) == (("money", "EUR"), ("count", "people"))
