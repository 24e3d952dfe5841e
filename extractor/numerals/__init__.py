"""Written numbers to values, without a language model.

    parse_numeral("more than 1.7 million")  -> value 1700000, low 1700000, high None, modifier more_than
    number_of("twenty-four")                -> 24.0
    find_numerals("killed 40 and hurt dozens") -> two numerals with their offsets

Digits, number words, scales (bn, lakh, crore), fractions, ranges and fuzzy words are read; ordinals, "few" and
"several" are no numbers. What a number must not be (a date, a label) is for those to say who see its surroundings.
"""

from extractor.numerals.bounds import bound_after, bound_before, bounded
from extractor.numerals.lexicon import Bound, either
from extractor.numerals.numeral import Numeral, find_numerals, number_of, parse_numeral

__all__ = [
    "Bound",
    "Numeral",
    "bound_after",
    "bound_before",
    "bounded",
    "either",
    "find_numerals",
    "number_of",
    "parse_numeral",
]
