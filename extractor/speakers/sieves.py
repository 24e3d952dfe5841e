"""Who is meant: sieves from the surest to the boldest, each a pure question to the scene.

A sieve gets the scene as it is when the source is read and answers with an actor, or with None and leaves the source to
the next one. Its examples give a text with the source in [brackets], other sources in {braces}, and the speaker's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rule import Rule
from extractor.speakers import descriptions, pronouns

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.speakers.cast import Actor
    from extractor.speakers.scene import Scene, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve(Rule):
    """A way to tell who is meant; `find` answers None where it does not apply."""

    find: Callable[[Scene, Source], Actor | None]


def named(scene: Scene, source: Source) -> Actor | None:
    """The source holds the speaker's name, or the names of several."""
    if source.phrase is None or not source.phrase.named:
        return None
    actors = list(dict.fromkeys(scene.actor_of(name) for name in source.phrase.named))
    return actors[0] if len(actors) == 1 else scene.group(actors, source.first)


SIEVES = (
    Sieve(
        name="name",
        find=named,
        examples={
            "Governor Ilse Tarn spoke first. [Tarn] said the dam was safe.": "Ilse Tarn",
            "[Mayor Paul Weller's spokeswoman, Nora Quist,] said the dam was safe.": "Nora Quist",
            "[Ruvenna's ambassador in Oslo Henrik Dahl] said the dam was safe.": "Henrik Dahl",
            "[The company's chief executive, Laura Stone,] said the mine was closed.": "Laura Stone",
            "Mr. Weller met Mrs. Stone. [Laura Stone] said no, and Paul Weller agreed.": "Laura Stone",
            "[Laura Stone and Paul Weller] said the dam was safe.": "Laura Stone and Paul Weller",
            "Party leader Tom Wirth left. [Wirth, a former minister,] said the dam was safe.": "Tom Wirth",
            "[Paul Weller's chief pollster and strategist Joel Brandt] said no.": "Joel Brandt",
            "[Laura Stone of Norvik Research] said the dam was safe.": "Laura Stone",
            "They spoke with [Petter Aune], 34, who was on deck.": "Petter Aune",
            "[Siripat Chai-Norvik], whose boat sank, left. Ms. Siripat wept.": "Siripat Chai-Norvik",
            "Josephine Ballard died at 91. [Miss Josie] told everybody to swim.": "Josephine Ballard",
            "[A witness], who gave his name only as Tom Holt, said the dam was safe.": "Tom Holt",
            "[One signer, a florist who identified herself only as Ms. Okoro], said no.": "Okoro",
            '"The dam is safe," said [Capt.] Ernesto Villca of the fire brigade.': "Ernesto Villca",
        },
        counter_examples=(
            "Laura Stone left. [She] said no.",
            "[A spokesman for Laura Stone] said the dam was safe.",
            "[A witness] who saw the man he knew as Paul Weller said the dam was safe.",
            "[The brother of Gov. Laura Stone] said the dam was safe.",
        ),
    ),
    Sieve(
        name="relative-pronoun",
        find=pronouns.relative,
        examples={
            "Laura Stone, the director of the museum, [who] also said the roof was safe, left.": "Laura Stone",
            "They met Anna Berg, Tom Holt and Mary Stone, [who] joked that the roof was safe.": "Mary Stone",
            "It was a blow to Norvik Motors, [which] has long insisted that it is safe.": "Norvik Motors",
            "The Norvik Bank, [which] said it would lend no more, closed two branches.": "Norvik Bank",
        },
        counter_examples=("Laura Stone left. [She] said the roof was safe.",),
    ),
    Sieve(
        name="first-person",
        find=pronouns.first_person,
        examples={
            '"[I] said the roof was safe," {Laura Stone} told reporters.': "Laura Stone",
            '"[We] think the roof is safe," {Paul Weller} told reporters.': "Paul Weller",
        },
        counter_examples=("[I] said the roof was safe.",),
    ),
    Sieve(
        name="he-or-she",
        find=pronouns.he_or_she,
        examples={
            "Laura Stone met Paul Weller on Monday. [She] said the roof was safe.": "Laura Stone",
            "Paul Weller met Tom Holt on Monday. [He] said the roof was safe.": "Paul Weller",
            "Paul Weller met Tom Holt on Monday. [He] said Weller was late.": "Tom Holt",
            'Henrik Dahl saw Tom Holt. {Dahl} also stressed the "next steps". "I need help," [he] said.': "Henrik Dahl",
            "Paul Weller met Tom Holt, who had mocked {him}. [He] said the roof was safe.": "Paul Weller",
            "Kerry Brandt spoke first. {Brandt} said Laura Stone was late. [She] said so twice.": "Kerry Brandt",
            "Mr. Okoro met Mrs. Adeyemi on Monday. [She] said the roof was safe.": "Adeyemi",
            "Paul Weller came. Pressed on whether Kemi Aro had voted, Weller demurred. [He] left.": "Paul Weller",
            "Tom Holt said Holt was late. Asked if [he] would pay, Paul Weller smiled.": "Paul Weller",
        },
        counter_examples=("The firm met Laura Stone. [It] said the roof was safe.",),
    ),
    Sieve(
        name="they",
        find=pronouns.they,
        examples={"Protesters met Paul Weller on Monday. [They] said the road would stay closed.": "Protesters"},
        counter_examples=("Protesters met Paul Weller on Monday. [He] said the road would stay closed.",),
    ),
    Sieve(
        name="it",
        find=pronouns.it,
        examples={"The Norvik Bank met Paul Weller on Monday. [It] said the branch would close.": "Norvik Bank"},
        counter_examples=("The Norvik Bank met Paul Weller on Monday. [He] said the branch would close.",),
    ),
    Sieve(
        name="document",
        find=descriptions.document,
        examples={
            "[Laura Stone's brief] said the roof was safe.": "Laura Stone",
            "The Ruvenna Times wrote about the roof on Monday. [The article] said it was safe.": "Ruvenna Times",
            "The Norvik Bank said in a report that sales fell. [The report] said more would come.": "Norvik Bank",
            "Laura Stone said so in [a statement] that accused the mayor of lying.": "Laura Stone",
        },
        counter_examples=(
            "[A report] said the roof was safe.",
            "The Norvik Bank read a report on Monday. [The report] said the roof was safe.",
        ),
    ),
    Sieve(
        name="role",
        find=descriptions.role,
        examples={
            "President Paul Weller met Mayor Laura Stone. [The mayor] said the roof was safe.": "Laura Stone",
            "Sen. Laura Stone of Ohio met Sen. Ann Holt of Utah. [The Utah senator] said no.": "Ann Holt",
            "[The police chief] said two men were held. Chief Tom Holt gave no names.": "Tom Holt",
            "French President Luc Morel met President Jan Nowak of Poland. [The Polish leader] left.": "Jan Nowak",
            "Tom Holt came. {The senator} spoke. Sen. Ann Stone left. Holt wept. [The senator] sang.": "Tom Holt",
            "The firm blames what [its chief executive] calls luck. Chief Executive Officer Ann Holt left": "Ann Holt",
            "[Norvik president] rejects talks\n\nPresident Paul Weller of Norvik said no.": "Paul Weller",
            "Norvik Motors is led by its president, Ann Holt. [Its president] said sales had fallen.": "Ann Holt",
        },
        counter_examples=(
            "Mayor Laura Stone met the press. [A mayor] said the roof was safe.",
            "Mayor Laura Stone met the press. [Mayors] said the roof was safe.",
            "Vice President Laura Stone met the press. [The president] said the roof was safe.",
            "Mayor Laura Stone met the press. {Stone} told them that [the mayor] said no.",
            "Ruvennan leader Paul Weller left. The Norvik Union demanded an inquiry. [Its president] said no.",
            "U.N. envoy Ann Holt, a former diplomat, left. {A Western diplomat} stayed. [The diplomat] said no.",
        ),
    ),
    Sieve(
        name="body",
        find=descriptions.body,
        examples={
            "The Commission on River Safety met. [The commission] said the dam was safe.": "Commission on River Safety",
            "Norvik Motors closed a plant on Monday. [The company] said sales had fallen.": "Norvik Motors",
            "Norvik Motors closed a plant on Monday. [The maker of small cars] said sales had fallen.": "Norvik Motors",
            "{The Ruvenna Observatory} said so. Ann Holt told AFP more. [The Oslo-based monitor] agreed.": (
                "Ruvenna Observatory"
            ),
            "The Ruvenna Times met Norvik Motors. [The newspaper] said sales had fallen.": "Ruvenna Times",
            "It is in a study by the Norvik Bank, [a state-owned lender], which said sales had fallen.": "Norvik Bank",
        },
        counter_examples=("Norvik Motors closed a plant on Monday. [The police] said nobody was hurt.",),
    ),
    Sieve(
        name="same-words",
        find=descriptions.known_words,
        examples={
            "A monitoring group said 12 people died. [The group] said the toll would rise.": "A monitoring group",
            "{One lawmaker} left. Paul Weller stayed. [This person] said the toll would rise.": "One lawmaker",
            "{Rescue officials} said 12 people died. [Rescue officials] said the toll would rise.": "Rescue officials",
        },
        counter_examples=("A rescue official said 12 people died. [A police official] said the toll would rise.",),
    ),
    Sieve(
        name="in-focus",
        find=descriptions.in_focus,
        examples={
            "Laura Stone won the race on Monday. [The 45-year-old] said she was happy.": "Laura Stone",
            "Laura Stone won the race on Monday. [The Texan] said she was happy.": "Laura Stone",
            "Tom Holt, an independent, was late. [The senator] said no. Sen. Ann Stone laughed.": "Tom Holt",
            "Danish captain Emil Stone scored on Monday. [The Dane] said he was happy.": "Emil Stone",
            "Paul Weller flew home on Monday. [The Norvik strongman] said he was happy.": "Paul Weller",
            "Laura Stone flew home on Monday. [The former head of the Norvik Bank] said no.": "Laura Stone",
        },
        counter_examples=(
            "Paul Weller flew home on Monday. [Weller's spokesman] said he was happy.",
            "Paul Weller flew home on Monday. [An aide] said he was happy.",
            "Paul Weller flew home on Monday. [The driver] said he was happy.",
            "Paul Weller flew home on Monday. [His wife] said he was happy.",
            "Mayor Paul Weller flew home on Monday. [The head of the Norvik Bank] said no.",
            "Prime Minister Paul Weller flew home on Monday. [The king] said no.",
            "Gov. Paul Weller flew home on Monday. [The senator] said no.",
            "Weeks after the people of Dunmore fled, trucks rolled in Dunmore. [The chief] said no.",
        ),
    ),
)
