"""The rules that say what a figure counts and what happened, in the order they are asked, with their examples.

An example maps a text to what the rule makes of it: `value noun event` a claim, "-" for no noun, "; " between claims.
"""

from __future__ import annotations

from extractor.claims import happening as h
from extractor.claims import tolls
from extractor.claims.happening import EventRule
from extractor.claims.votes import tally
from extractor.rule import Rule

RULES: tuple[EventRule, ...] = (
    EventRule(
        name="claims.elided-participle",
        find=h.elided_participle,
        confidence=0.94,
        examples={
            "At least 40 people were killed and 1,200 wounded there.": "1200 - injured",
            "A bomb tore through the market of Dorran, leaving 12 dead.": "12 - killed",
        },
        counter_examples=("The army sent 200 soldiers.",),
    ),
    EventRule(
        name="claims.tally",
        find=tally,
        confidence=0.9,
        examples={
            "The assembly voted 71-48 for the treaty.": "71 - votes; 48 - votes",
            "Parliament passed the bill 201 to 44 after a long debate.": "201 - votes; 44 - votes",
        },
        counter_examples=("The home side won 71-48 on Sunday.",),
    ),
    EventRule(
        name="claims.event-noun",
        find=h.event_noun,
        confidence=0.93,
        examples={
            "The province reported 39 deaths last year.": "39 deaths killed",
            "The air force flew 60 raids on the valley.": "60 raids attacks",
        },
        counter_examples=("The bakery sold 60 cakes.",),
    ),
    EventRule(
        name="claims.coordinated",
        find=h.coordinated,
        confidence=0.9,
        examples={
            "More than 90 people have been killed and more than 700 others wounded in the blasts.": "700 others injured"
        },
        counter_examples=("More than 90 people and 700 others sang.",),
    ),
    EventRule(
        name="claims.passive-subject",
        find=h.passive_subject,
        confidence=0.96,
        examples={
            "In Ruvenna 40 people were killed by the flood.": "40 people killed",
            "At least 51 villagers were reported killed in the hills.": "51 villagers killed",
        },
        counter_examples=("In Ruvenna 40 houses were painted.",),
    ),
    EventRule(
        name="claims.object",
        find=h.verb_object,
        confidence=0.95,
        examples={
            "A strike that killed 12 people shook the town.": "12 people killed",
            "The company will lay off 300 workers.": "300 workers jobs_cut",
        },
        counter_examples=("The company will hire 300 workers.",),
    ),
    EventRule(
        name="claims.subject",
        find=h.verb_subject,
        confidence=0.94,
        examples={
            "Eleven people died in the fire.": "11 people killed",
            "Thousands of villagers fled the fighting.": "- villagers displaced",
        },
        counter_examples=("Eleven people sang in the choir.",),
    ),
    EventRule(
        name="claims.gapped",
        find=h.gapped,
        confidence=0.88,
        examples={"35 people died in Lorn and nine in Brall.": "9 - killed"},
        counter_examples=("35 people sang in Lorn and nine in Brall.",),
    ),
    EventRule(
        name="claims.toll",
        find=tolls.toll,
        confidence=0.93,
        examples={
            "The death toll rose to 52 on Friday.": "52 - killed",
            "That brought the toll to 259.": "259 - killed",
        },
        counter_examples=("The temperature rose to 52 on Friday.",),
    ),
    EventRule(
        name="claims.level",
        find=tolls.level,
        confidence=0.85,
        examples={"The number of visitors rose from 4,000 to 9,000.": "4000 visitors other; 9000 visitors other"},
        counter_examples=("The bus drove visitors to 9 villages.",),
    ),
    EventRule(
        name="claims.noun-of",
        find=h.noun_of,
        confidence=0.9,
        examples={
            "He was blamed for the deaths of 17 miners.": "17 miners killed",
            "The kidnapping of two engineers shocked the town.": "2 engineers kidnapped",
        },
        counter_examples=("He was praised for the songs of 17 miners.",),
    ),
    EventRule(
        name="claims.among",
        find=h.among_those,
        confidence=0.88,
        examples={
            "Among the hostages are seven nurses.": "7 nurses kidnapped",
            "Among the dead were three sailors.": "3 sailors killed",
        },
        counter_examples=("Among the trees are seven nurses.",),
    ),
    EventRule(
        name="claims.own-modifier",
        find=h.own_modifier,
        confidence=0.88,
        examples={
            "The group has 900 men under arms.": "900 men deployed",
            "They replace two officers charged with fraud.": "2 officers legal",
        },
        counter_examples=("The group has 900 men in its choir.",),
    ),
    EventRule(
        name="claims.victim-noun",
        find=h.victim_noun,
        confidence=0.8,
        examples={
            "The guerrillas still have 12 hostages.": "12 hostages kidnapped",
            "Some of the roads were blocked by 300 demonstrators.": "300 demonstrators protest",
        },
        counter_examples=("The roads were lined by 300 trees.",),
    ),
)

#: Where no rule of the ontology applies, the verb is kept as the mention.
OTHER = EventRule(
    name="claims.other",
    find=h.other_verb,
    confidence=0.8,
    examples={"She owns eight boats.": "8 boats other"},
    counter_examples=("Eight sailors drowned.",),
)

#: Names that are given where the amount itself, a table or another figure tells what happened.
AMOUNTS: tuple[Rule, ...] = (
    Rule(
        name="claims.money",
        examples={"The firm reported sales of $59 million.": "5.9e+07 sales money"},
        counter_examples=("Sales fell by $59 million.", "She owns eight boats."),
    ),
    Rule(
        name="claims.change",
        examples={"Sales fell by 12 percent.": "12 Sales change", "The stock rose 62 cents.": "0.62 stock change"},
        counter_examples=("Sales are 12 percent of the total.",),
    ),
    Rule(
        name="claims.share",
        examples={"She owns 30 percent of the mill.": "30 mill share"},
        counter_examples=("Sales fell by 12 percent.",),
    ),
    Rule(
        name="claims.votes",
        examples={"He won 61 percent of the vote.": "61 vote votes"},
        counter_examples=("He won 61 percent of the land.",),
    ),
    Rule(
        name="claims.unemployed",
        examples={"The unemployment rate was 8 percent.": "8 rate unemployed"},
        counter_examples=("The interest rate was 8 percent.",),
    ),
    Rule(
        name="claims.measure",
        examples={"The wall is 9 meters high.": "9 - measure"},
        counter_examples=("The wall has 9 gates.",),
    ),
    Rule(
        name="claims.part",
        examples={"The raid killed 40 people, including 12 children.": "12 children killed"},
        counter_examples=("The raid killed 40 people.",),
    ),
    Rule(
        name="claims.table-row",
        examples={"Total dead: 192\nTeachers: 12\n": "192 - killed; 12 Teachers killed"},
        counter_examples=("Note: 12 teachers came.",),
    ),
    Rule(
        name="claims.story",
        examples={"The epidemic has reached Torm. The hospital has 40 new cases.": "40 cases infected"},
        counter_examples=("The court has 40 new cases.",),
    ),
    Rule(
        name="claims.bare",
        examples={"The towns lie in seven valleys.": "7 valleys other"},
        counter_examples=("Seven miners died.",),
    ),
    Rule(
        name="claims.duration",
        examples={"They waited for 3 hours.": "3 - other"},
        counter_examples=("They bought 3 boats.",),
    ),
    Rule(
        name="claims.age",
        examples={"Ilse Tarn, 37, lives here.": "37 - other"},
        counter_examples=("They bought 37 boats.",),
    ),
)
