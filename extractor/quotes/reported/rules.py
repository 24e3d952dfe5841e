"""The patterns of reported speech by name, each with its examples.

An example maps a sentence to what the pattern makes of it there: "source | cue | content".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.reported.candidate import Pattern
from extractor.quotes.reported.complements import complement, infinitive
from extractor.quotes.reported.fronted import according, as_said, fronted, hearsay, in_words_of
from extractor.quotes.reported.headlines import headline
from extractor.quotes.reported.nominal import adjective, noun
from extractor.quotes.reported.objects import bare_object, passive, prepositional

if TYPE_CHECKING:
    from extractor.quotes.cues import Part

VERB: frozenset[Part] = frozenset(("verb",))
NOUN: frozenset[Part] = frozenset(("noun",))
ADJECTIVE: frozenset[Part] = frozenset(("adjective",))
ADVERB: frozenset[Part] = frozenset(("adverb",))

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        name="reported.clause",
        parts=VERB,
        find=complement,
        examples={
            "The minister said that taxes would rise.": "The minister | said | taxes would rise",
            "Odrun's mayor said the bridge was safe.": "Odrun's mayor | said | the bridge was safe",
            "The paper quoted the envoy as saying the deal was dead.": "the envoy | saying | the deal was dead",
            "She told reporters on Friday that nobody was hurt.": "She | told | nobody was hurt",
            "The ministry declined to say whether the talks had failed.": (
                "The ministry | declined to say | whether the talks had failed"
            ),
            "The governor denied that he had met the envoy.": "The governor | denied | he had met the envoy",
            "Its spokesman, Rob Tully, declined to say whether she would leave.": (
                "Its spokesman, Rob Tully | declined to say | whether she would leave"
            ),
            "But Gov. Orlo Vash (R-Odrun) said he would pay.": "Gov. Orlo Vash (R-Odrun) | said | he would pay",
            "Tarn said the plan, which cost millions, had failed and that he would resign.": (
                "Tarn | said | the plan, which cost millions, had failed and that he would resign"
            ),
        },
        counter_examples=("The storm made the river rise.", "The dam that burst was old."),
    ),
    Pattern(
        name="reported.relative",
        parts=VERB,
        find=complement,
        examples={
            "The army fired rockets, which the rebels said had killed ten people.": (
                "the rebels | said | which / had killed ten people"
            ),
        },
        counter_examples=("The rockets, which killed ten people, hit a market.",),
    ),
    Pattern(
        name="reported.fronted",
        parts=VERB,
        find=fronted,
        examples={
            "The bridge will stay closed until June, the mayor said.": (
                "the mayor | said | The bridge will stay closed until June"
            ),
            "The fire, police said, began in the kitchen.": "police | said | The fire / began in the kitchen",
            "The dam, said Ines Tarrow, the mayor, was never safe.": (
                "Ines Tarrow, the mayor | said | The dam / was never safe"
            ),
            "The vote on the treaty signals a turn for the harbor, said Ilse Tarn, the governor.": (
                "Ilse Tarn, the governor | said | The vote on the treaty signals a turn for the harbor"
            ),
            "But the talks have failed, said Ilse Tarn, the governor.": (
                "Ilse Tarn, the governor | said | the talks have failed"
            ),
        },
        counter_examples=(
            "The mayor left, and the council voted.",
            "Ten men were held for a week, most of whom were never charged.",
            "The log, kept in pencil in nine black notebooks, says 27.",
        ),
    ),
    Pattern(
        name="reported.according-to",
        parts=VERB,
        words=frozenset(("according",)),
        find=according,
        examples={
            "Ten people died in the fire, according to the police.": (
                "the police | according to | Ten people died in the fire"
            ),
            "According to the ministry, exports fell by a third.": (
                "the ministry | According to | exports fell by a third"
            ),
        },
        counter_examples=("They were paid in accord with the rules.",),
    ),
    Pattern(
        name="reported.as-said",
        parts=VERB,
        find=as_said,
        examples={
            "The road will reopen on Monday, as the mayor announced.": (
                "the mayor | announced | The road will reopen on Monday"
            ),
        },
        counter_examples=("The crowd fell silent as the mayor entered.",),
    ),
    Pattern(
        name="reported.hearsay",
        parts=ADVERB,
        words=frozenset(("reportedly", "purportedly")),
        find=hearsay,
        examples={
            "The rebels have reportedly seized the airport.": ("- | reportedly | The rebels have / seized the airport"),
        },
        counter_examples=("The rebels have quickly seized the airport.",),
    ),
    Pattern(
        name="reported.in-words-of",
        parts=NOUN,
        words=frozenset(("words",)),
        find=in_words_of,
        examples={
            "The plan is, in the words of the mayor, a waste of money.": (
                "the mayor | in the words of | The plan is / a waste of money"
            ),
        },
        counter_examples=("The words of the song were lost.",),
    ),
    Pattern(
        name="reported.headline",
        parts=NOUN,
        words=frozenset((":",)),
        find=headline,
        examples={
            "Study: Children sleep less than they did\n\nOdrun, May 3. Children sleep less.": (
                "Study | : | Children sleep less than they did"
            ),
            "Ten people die in hotel fire: police\n\nOdrun, May 3. A fire broke out.": (
                "police | : | Ten people die in hotel fire"
            ),
        },
        counter_examples=("Ingredients: two eggs and a cup of flour",),
    ),
    Pattern(
        name="reported.infinitive",
        parts=VERB,
        find=infinitive,
        examples={
            "The president pledged to continue the campaign.": ("The president | pledged | to continue the campaign"),
            "The union urged its members to reject the offer.": ("The union | urged | its members to reject the offer"),
            "The two sides agreed to stop the fighting.": "The two sides | agreed | to stop the fighting",
        },
        counter_examples=("He opened the door to let the dog out.",),
    ),
    Pattern(
        name="reported.passive-infinitive",
        parts=VERB,
        find=infinitive,
        examples={
            "The strikes are reported to have killed ten people.": (
                "- | are reported | The strikes / to have killed ten people"
            ),
            "The company is expected to announce its results on Monday.": (
                "- | is expected | The company / to announce its results on Monday"
            ),
        },
        counter_examples=("The road was widened to carry more cars.",),
    ),
    Pattern(
        name="reported.object",
        parts=VERB,
        find=bare_object,
        examples={
            "The treasurer put the cost at three million dollars.": (
                "The treasurer | put | the cost at three million dollars"
            ),
            "The envoy denounced the attack.": "The envoy | denounced | the attack",
            "The opposition accused the governor of lying to parliament.": (
                "The opposition | accused | the governor of lying to parliament"
            ),
            "The spokesman described the visit as a success.": ("The spokesman | described | the visit as a success"),
            'The minister called the accusation "indecent."': 'The minister | called | the accusation "indecent',
        },
        counter_examples=(
            "The boy kicked the ball.",
            "The flood destroyed the bridge.",
            "The mayor put lives at risk.",
        ),
    ),
    Pattern(
        name="reported.prepositional",
        parts=VERB,
        find=prepositional,
        examples={
            "The bishops called for an end to the violence.": ("The bishops | called for | an end to the violence"),
            "The senator complained about the delay.": "The senator | complained about | the delay",
        },
        counter_examples=("The boat sailed for the island.",),
    ),
    Pattern(
        name="reported.passive",
        parts=VERB,
        find=passive,
        examples={
            "The deal was denounced by the opposition.": "the opposition | was denounced | The deal",
        },
        counter_examples=("The bridge was built by engineers.",),
    ),
    Pattern(
        name="reported.noun-clause",
        parts=NOUN,
        find=noun,
        examples={
            "His admission that he had lied shocked the court.": "His | admission | he had lied",
        },
        counter_examples=("The house that stood there was sold.",),
    ),
    Pattern(
        name="reported.noun",
        parts=NOUN,
        find=noun,
        examples={
            "The mayor's criticism of the police angered many.": "The mayor | criticism of | the police",
        },
        counter_examples=("The roof of the house leaked.",),
    ),
    Pattern(
        name="reported.noun-is",
        parts=NOUN,
        find=noun,
        examples={
            "Her message is that the city will recover.": "Her | message is | the city will recover",
        },
        counter_examples=("The house is that red one.",),
    ),
    Pattern(
        name="reported.adjective",
        parts=ADJECTIVE,
        find=adjective,
        examples={
            "The coach is confident that his team will win.": ("The coach | is confident | his team will win"),
            "The farmers are worried about the drought.": "The farmers | are worried about | the drought",
        },
        counter_examples=("The soup is too hot to eat.",),
    ),
)
