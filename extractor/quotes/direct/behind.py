"""A quotation and the attribution behind it: "...," X said; "...," said X; "...," according to X."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.quotes import cues
from extractor.quotes.direct.according import according
from extractor.quotes.direct.persons import (
    FINITE,
    SKIPPED,
    addressee,
    as_cue,
    can_speak,
    is_name,
    is_told,
    phrase,
    phrase_at,
    speech_lemma,
    subject_of,
)
from extractor.quotes.direct.scene import UTTERANCE_ENDS, Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.quotes.direct.words import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token


CLAUSES = frozenset(("aux", "auxpass", "relcl", "acl"))
DASHES = frozenset(("--", "–", "—"))
MARKS = frozenset((",", "-", "--", "–", "—", ":", "...", "…", '"', "“", "”", "''", "``", "'", "’", "‘", ")", "]"))
#: Tags of words behind which "states" is a verb, and "state".
SINGULAR, PLURAL = frozenset(("NN", "NNP")), frozenset(("NNS", "NNPS", "CD"))
#: Beyond so many words the verb belongs to something else.
FARTHEST_VERB = 30


def behind(scene: Scene, unit: Unit) -> Attribution | None:
    """Read the attribution right behind a unit; None where there is none."""
    low, high = unit.end, scene.sentence_behind(unit)
    start = _past_marks(scene, low, high)
    if start >= high or scene.word(start).lower() in WORDS.turns:
        return None
    whole = scene.last_character(unit) in ".!?"
    by_phrase = according(scene, start, high)
    if by_phrase:
        return by_phrase
    aside: Attribution | None = None
    for position in range(start, min(high, start + FARTHEST_VERB)):
        verb = scene.doc[position]
        lemma = speech_lemma(verb)
        if lemma is None:
            if verb.dep_ == "ROOT" and verb.tag_ in FINITE and position == start and not is_name(verb):
                return None
            continue
        head = _speaker(scene, verb, start, high)
        if head is None or not can_speak(head) or (whole and _says_more(verb, lemma, high)):
            continue
        found = _attribution(verb, lemma, head, start, high)
        if verb.dep_ not in ("relcl", "acl"):
            return found
        aside = aside or found  # "an aide, who asked not to be named, said"
    return aside or (_taken_for_noun(scene, start, high) if scene.last_character(unit) == "," else None)


def _taken_for_noun(scene: Scene, start: int, high: int) -> Attribution | None:
    """The attribution whose verb the tagger took for a noun: "...," the two write; "...," a voice in the film states.

    A clause right behind what waits for its speaker has a verb before any relative clause.
    """
    for token in scene.tokens(start, min(high, start + FARTHEST_VERB)):
        if token.tag_ in FINITE or token.tag_ == "MD":
            return None
        if token.i == start:
            continue
        entry = cues.forms()["verb"].get(token.lower_) if token.tag_ in ("NN", "NNS") else None
        agrees = SINGULAR if token.lower_.endswith("s") else PLURAL
        if entry is None or not entry.introduces_speech or token.nbor(-1).tag_ not in agrees:
            continue
        head = phrase_at(scene.doc, start, token.i) or token.nbor(-1)
        return _attribution(token, entry.lemma, head, start, high) if can_speak(head) else None
    return None


def behind_any_verb(scene: Scene, unit: Unit) -> Attribution | None:
    """As `behind`, whatever the verb: what ends with a comma waits for who says it ("...," she shrugged)."""
    high = scene.sentence_behind(unit)
    start = _past_marks(scene, unit.end, high)
    if start >= high or scene.word(start).lower() in WORDS.turns:
        return None
    for position in range(start, min(high, start + FARTHEST_VERB)):
        verb = scene.doc[position]
        if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("aux", "auxpass", "relcl", "acl"):
            continue
        if verb.lower_ in WORDS.never_speech or (position == start and verb.tag_ == "VBP"):
            return None
        head = _speaker(scene, verb, start, high)
        if head is None or not can_speak(head):
            return None
        known = cues.entry(verb)
        found = _attribution(verb, known.lemma if known else verb.lower_, head, start, high)
        return replace(found, confidence=0.85)
    return None


def _past_marks(scene: Scene, start: int, end: int) -> int:
    while start < end and (scene.word(start) in MARKS or scene.doc[start].is_space):
        start += 1
    return start


def _speaker(scene: Scene, verb: Token, start: int, end: int) -> Token | None:
    """The speaker of a verb in the range behind a quotation: "X said" or "said X"."""
    if is_name(verb):
        return None
    between = [t for t in scene.tokens(start, verb.i) if is_name(t) or (t.tag_ not in SKIPPED and t.lower_ != "as")]
    subject = subject_of(verb)
    if subject is not None and not start <= subject.i < end:
        subject = None
    if not between:
        if verb.tag_ == "VBG":
            return None
        if subject is not None and subject.i > verb.i:
            return subject
        after = verb.i + 1
        while after < end and scene.doc[after].tag_ in SKIPPED and not is_name(scene.doc[after]):
            after += 1
        return phrase_at(scene.doc, after, end)
    if subject is not None and subject.i < verb.i:
        return subject if _begins(subject, start) else None
    if any(t.tag_ in FINITE and not is_name(t) and speech_lemma(t) is None and t.dep_ not in CLAUSES for t in between):
        return None
    return phrase_at(scene.doc, start, verb.i)


def _begins(subject: Token, start: int) -> bool:
    """Whether the subject's phrase is where the narration begins, but for an adverb or a short phrase."""
    return all(
        t.tag_ not in FINITE or is_name(t) or t.dep_ in ("relcl", "acl", "aux", "auxpass") or subject.is_ancestor(t)
        for t in subject.doc[start : max(start, subject.i)]
    )


def _says_more(verb: Token, lemma: str, high: int) -> bool:
    """Whether the verb has a content of its own behind it, so that the quotation before it is not what it reports."""
    told = ("ccomp",) if is_told(lemma) else ("ccomp", "dobj")
    return any(verb.i < c.i < high and c.dep_ in told and c.tag_ != "PRP" for c in verb.children)


def _attribution(verb: Token, lemma: str, head: Token, low: int, high: int) -> Attribution:
    before = head.i < verb.i
    return Attribution(
        source=phrase(head, low if before else verb.i + 1, verb.i if before else high),
        cue=as_cue(verb, lemma),
        addressee=addressee(verb, lemma, low, high),
        confidence=0.97,
    )


def _find_behind(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    mine: set[int] = set()
    for unit in scene.units:
        if unit.index in solved or not _ends_utterance(scene, unit):
            continue
        if not scene.opens(unit) and not _is_led_in(scene, unit):
            continue
        found = behind(scene, unit)
        if found and not _of_next_sentence(scene, unit, found, mine):
            mine.add(unit.index)
            yield unit.index, found


def _is_led_in(scene: Scene, unit: Unit) -> bool:
    """Whether the unit waits for its attribution, though a clause leads it in ("Burr was angry: '...,' he wrote")."""
    last = unit.first - 1
    if scene.last_character(unit) not in ",?!" or scene.words(unit) < 2 or last < unit.before:
        return False
    pause = scene.word(last)
    return (pause == ":" and scene.first_character(unit).isupper()) or (
        pause in DASHES and scene.previous(unit) is None
    )


def _of_next_sentence(scene: Scene, unit: Unit, found: Attribution, said: set[int]) -> bool:
    """Whether the cue is another sentence's own: the quotation is one itself, its full stop inside the marks.

    It is where a quotation of its own follows it ("..." The mayor called the plan "mad."), and where what is `said`
    before goes on in this one, unless the sentence does nothing but name who speaks ("..." Burr said.).
    """
    start, high = _past_marks(scene, unit.end, unit.after), scene.sentence_behind(unit)
    if scene.last_character(unit) != "." or not scene.word(start)[:1].isupper() or found.cue is None:
        return False
    following = scene.following(unit)
    if following is not None and following.first == high and not scene.is_stop(high - 1):
        return True
    previous = scene.previous(unit)
    spoken = previous is not None and previous.index in said
    return spoken and scene.has_words(scene.position(max(found.cue.end, found.source.end if found.source else 0)), high)


def _ends_utterance(scene: Scene, unit: Unit) -> bool:
    return scene.last_character(unit) in UTTERANCE_ENDS or scene.words(unit) > 2


def _find_any_verb(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved or not scene.opens(unit) or scene.last_character(unit) not in ",?!":
            continue
        found = behind_any_verb(scene, unit)
        if found:
            yield unit.index, found


BEHIND = Sieve(
    name="direct.attribution-behind",
    find=_find_behind,
    examples={
        '"We had no warning," Ilse Tarn said.': "Ilse Tarn | said | We had no",
        '"We had no warning," said Ilse Tarn, the governor of Ruvenna.': "Ilse Tarn | said | We had no",
        '"Who will pay?" the mayor of Odrun asked reporters.': "the mayor of Odrun | asked | Who will pay?",
        '"The bridge is safe," an aide to the mayor, who asked not to be named, said by phone.': (
            "an aide to the mayor | said | The bridge is"
        ),
        '"The bridge is safe," according to the ministry.': "the ministry | according to | The bridge is",
        '"If she spoke like that once a week," Waverly said, "we could stop sending emails."': (
            "Waverly | said | If she spoke"
        ),
        '"She is still our sister," said Noble. "But she can go."': "Noble | said | She is still",
        '"Who will pay?" asked Rovers coach Tom Burr. "Nobody."': "Rovers coach Tom Burr | asked | Who will pay?",
        'Tarn seemed tired: "It is a public road. Just close it," she wrote.': "she | wrote | It is a",
        '"You picked a new rule out of thin air," the two write.': "the two | write | You picked a",
        'The ministry denies it — "why would we?" asked Burr, its head.': "Burr | asked | why would we?",
    },
    counter_examples=(
        '"The bridge is safe" is what nobody believes.',
        '"The bridge is safe." The mayor called the report "a lie from first to last."',
        '"The Rain of the North," a 1990 report on floods.',
        'The song — "Rain, Again" — that Burr asked for is old.',
    ),
)
ANY_VERB = Sieve(
    name="direct.any-verb-behind",
    find=_find_any_verb,
    examples={'"I will not pay," Jo Burr shrugged.': "Jo Burr | shrugged | I will not"},
    counter_examples=('"The Long Rain," his third book, sold well.',),
)
