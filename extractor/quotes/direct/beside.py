"""Quotation and attribution side by side: "...," X said; "...," said X; X said: "..."; according to X, "..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.parse import text_span
from extractor.quotes import cues
from extractor.quotes.direct.persons import (
    NOMINAL,
    addressee,
    as_cue,
    can_speak,
    is_name,
    is_person,
    is_told,
    phrase,
    phrase_at,
    speech_lemma,
    subject_of,
)
from extractor.quotes.direct.scene import UTTERANCE_ENDS, Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.quotes.direct.words import PHRASES, WORDS
from extractor.records import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN", "VB"))
CLAUSES = frozenset(("aux", "auxpass", "relcl", "acl"))
SKIPPED = frozenset(("RB", "RBR", "UH"))
#: Behind these, and a comma, a clause of its own begins.
CONTRASTS = frozenset(("but", "while", "though", "although"))
MARKS = frozenset((",", "-", "--", "–", "—", ":", "...", "…", '"', "“", "”", "''", "``", "'", "’", "‘", ")", "]"))
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
    return aside


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
        while after < end and scene.doc[after].tag_ in SKIPPED:
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


def according(scene: Scene, start: int, end: int) -> Attribution | None:
    """Read "according to X" or "in the words of X" at the beginning of a range."""
    words = next((p for p in PHRASES if _reads(scene, start, end, p)), None)
    if words is None:
        return None
    after = start + len(words)
    head = phrase_at(scene.doc, after, end)
    if head is None or not can_speak(head):
        return None
    cue = text_span(scene.doc, start, after - 1)
    return Attribution(
        source=phrase(head, after, end),
        cue=Cue(start=cue.start, end=cue.end, text=cue.text, lemma=" ".join(words)),
        confidence=0.95,
    )


def _reads(scene: Scene, start: int, end: int, words: tuple[str, ...]) -> bool:
    return start + len(words) < end and all(scene.word(start + n).lower() == word for n, word in enumerate(words))


def ahead(scene: Scene, unit: Unit) -> Attribution | None:
    """Read the attribution right before a unit, in its own sentence; None where there is none."""
    low, end = scene.sentence_before(unit), unit.first
    while end > low and scene.doc[end - 1].is_space:
        end -= 1
    if end <= low:
        return None
    pause = scene.word(end - 1)
    if pause in (",", ":", "—", "–", "--", "-"):
        end -= 1
    else:
        pause = ""
    for position in range(end - 1, max(low, end - FARTHEST_VERB) - 1, -1):
        verb = scene.doc[position]
        lemma = speech_lemma(verb)
        if lemma is None:
            if not pause and verb.tag_ in FINITE:
                return None
            if pause == ":" and _is_main(verb, low):
                return _from_main(scene, verb, low, end)
            continue
        if not _reaches(scene, verb, end, pause):
            return None
        return _from_verb(scene, verb, lemma, low, end)
    return according(scene, low, end) if pause == "," else None


def _is_main(verb: Token, low: int) -> bool:
    """Whether the verb is the sentence's own, with a subject in front of it."""
    return (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        and verb.dep_ in ("ROOT", "conj")
        and any(c.dep_ == "nsubj" and low <= c.i < verb.i for c in verb.children)
    )


def _from_main(scene: Scene, verb: Token, low: int, end: int) -> Attribution | None:
    """A person who does something with a colon behind it ("Burr fired back: ")."""
    head = subject_of(verb)
    if head is None or not is_person(head) or verb.lower_ in WORDS.never_speech:
        return None
    entry = cues.entry(verb)
    found = _from_verb(scene, verb, entry.lemma if entry else verb.lower_, low, end)
    return replace(found, confidence=0.8) if found else None


def _from_verb(scene: Scene, verb: Token, lemma: str, low: int, end: int) -> Attribution | None:
    """The attribution that a verb before a quotation makes; its subject may stand anywhere before it."""
    head = _of_last_clause(scene, verb, low) or subject_of(verb)
    if head is not None and head.i > verb.i and not low <= head.i < end:
        head = None
    if head is None and verb.tag_ != "VBG" and not _is_told(verb):
        head = _nearest_before(scene, verb.i, low) or phrase_at(scene.doc, verb.i + 1, end)
    if head is None or not can_speak(head) or scene.is_quoted(head.i):
        return None
    limit = verb.i if head.i < verb.i else end
    return Attribution(
        source=phrase(head, low if low <= head.i else head.left_edge.i, limit),
        cue=as_cue(verb, lemma),
        addressee=addressee(verb, lemma, low, end),
        confidence=0.95,
    )


def _is_told(verb: Token) -> bool:
    """Whether its subject is whom it was said to, as in "X was asked"; of "X's asked" the parser cannot know."""
    dependents = {child.dep_: child for child in verb.children}
    return "nsubjpass" in dependents and "auxpass" in dependents and dependents["auxpass"].lower_ not in ("'s", "’s")


def _of_last_clause(scene: Scene, verb: Token, low: int) -> Token | None:
    """The noun phrase right behind ", but": the subject of a verb that the parser has left without one of its own."""
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return None
    for position in range(verb.i - 1, low, -1):
        if scene.doc[position].tag_ in FINITE:
            return None
        if scene.word(position) in CONTRASTS and scene.word(position - 1) == ",":
            head = phrase_at(scene.doc, position + 1, verb.i)
            return head if head is not None and can_speak(head) else None
    return None


def _reaches(scene: Scene, verb: Token, end: int, pause: str) -> bool:
    """Whether nothing but circumstances of the saying stands between the verb and the quotation."""
    if pause == ":":
        return True
    for token in scene.tokens(verb.i + 1, end):
        if token.tag_ in FINITE and token.dep_ not in ("relcl", "acl", "pcomp", "advcl", "aux", "auxpass"):
            return False
    if not pause:
        return all(
            t.tag_ in NOMINAL or t.tag_ in ("RB", "DT", "PRP$", "JJ", "TO", "IN", "POS")
            for t in scene.tokens(verb.i + 1, end)
        )
    return True


def _nearest_before(scene: Scene, verb: int, low: int) -> Token | None:
    """The last noun phrase that ends right before a verb, where the parse has lost its subject."""
    position = verb - 1
    while position >= low and (
        scene.doc[position].tag_ in SKIPPED or scene.doc[position].dep_ in ("aux", "auxpass", "neg")
    ):
        position -= 1
    token = scene.doc[position] if position >= low else None
    return token if token is not None and token.tag_ in NOMINAL else None


def _find_behind(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    mine: set[int] = set()
    for unit in scene.units:
        if unit.index in solved or not scene.opens(unit) or not _ends_utterance(scene, unit):
            continue
        found = behind(scene, unit)
        if found and not _of_next_sentence(scene, unit, found, mine):
            mine.add(unit.index)
            yield unit.index, found


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


def _find_ahead(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved or not _is_utterance(scene, unit):
            continue
        found = ahead(scene, unit)
        if found and not _is_cue_of_previous(scene, unit, found, solved):
            yield unit.index, found


def _is_utterance(scene: Scene, unit: Unit) -> bool:
    """Whether what is inside the marks can stand alone: it begins with a capital and ends as a sentence does."""
    return scene.first_character(unit).isupper() and scene.words(unit) > 1


def _is_cue_of_previous(scene: Scene, unit: Unit, found: Attribution, solved: Solved) -> bool:
    previous = scene.previous(unit)
    known = solved.get(previous.index) if previous else None
    return known is not None and known.cue is not None and known.cue == found.cue


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
    },
    counter_examples=(
        '"The bridge is safe" is what nobody believes.',
        '"The bridge is safe." The mayor called the report "a lie from first to last."',
    ),
)
ANY_VERB = Sieve(
    name="direct.any-verb-behind",
    find=_find_any_verb,
    examples={'"I will not pay," Jo Burr shrugged.': "Jo Burr | shrugged | I will not"},
    counter_examples=('"The Long Rain," his third book, sold well.',),
)
AHEAD = Sieve(
    name="direct.attribution-ahead",
    find=_find_ahead,
    examples={
        'Ilse Tarn said: "We had no warning."': "Ilse Tarn | said | We had no",
        'In the words of Jo Burr, "Nobody will pay for it."': "Jo Burr | In the words of | Nobody will pay",
        'As Jo Burr put it, "Nobody will pay for it."': "Jo Burr | put it | Nobody will pay",
        'He told reporters on Tuesday, "We will find out why."': "He | told | We will find",
        'The governor blamed the army, adding: "They came too late."': "The governor | adding | They came too",
        'The ministry would not comment, but one lawmaker close to her said: "She was late."': (
            "one lawmaker close to her | said | She was late."
        ),
        'State media quoted Burr as saying: "We hold nobody here."': "Burr | saying | We hold nobody",
        'Councilor Tom Burr, who opposed the plan, tweeted Sunday: "I told you so."': (
            "Councilor Tom Burr | tweeted | I told you"
        ),
    },
    counter_examples=('The song called "Rain Again" is old.',),
)
