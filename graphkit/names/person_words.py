"""One word of a person's name: whether it is a title, how it is usually spelt, and how alike two of them are.

MOHAMMED is MUHAMMAD, SERGEI is SERGEY, PARK is PAK. Two words that are listed as two names are two names, however near
their letters: HASSAN and HUSSEIN.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from rapidfuzz.distance import Levenshtein

from graphkit.names.skeleton import skeleton

_INITIAL: Final = 0.75  # V. for Vladimir, or for Viktor
_OTHER_SPELLING: Final = 0.98  # FAREED and FARID
_OTHER_VOICE: Final = 0.95  # JIN and CHIN
_VOWELS_UNWRITTEN: Final = 0.9  # BKHT read from Arabic letters, and BAKHT
_TWO_NAMES: Final = 0.5

# ABDELRAHMAN, and ABDURRAHMAN as it is said.
_SERVANT_OF: Final = re.compile(r"^ABD[AEOU]{1,2}(?:L(?=[^L])|([RSZDNT])(?=\1))(?=..)")
_OF_GOD: Final = re.compile("(?<=..)(?:[AEOU]LLAH|[OU]LLA)$")
_OF_FAITH: Final = re.compile("(?<=..)[AEIOU]DD(?:INE?|EEN|YN)$")

_VOWEL_PAIRS: Final = {"EO": "O", "EU": "U", "OO": "U", "OU": "U", "EE": "I", "IE": "E"}
_FOLDING: Final = re.compile("|".join(_VOWEL_PAIRS))
_DOUBLE: Final = re.compile(r"(.)\1+")
_CONSONANT: Final = re.compile("[^AEIOU]")


@cache
def person_words(of: str) -> frozenset[str]:
    """The words listed under titles, honorifics or particles."""
    return frozenset(_tables()[of])


def usual_spelling(word: str) -> str:
    """The spelling under which a name is listed; names of God and faith with one ending: ABDULRAHMAN, SAIFUDDIN."""
    if word in _spellings():
        return _spellings()[word]
    if servant := _SERVANT_OF.match(word):
        return "ABDUL" + usual_spelling(word[servant.end() :])
    return _OF_GOD.sub("ULLAH", _OF_FAITH.sub("UDDIN", word))


def word_similarity(left: str, right: str) -> float:
    """How alike two names of one word are, 0 to 1, the same both ways. An initial half fits what begins with it."""
    return _similarity(left, right) if left <= right else _similarity(right, left)


@lru_cache(maxsize=200_000)
def _similarity(left: str, right: str) -> float:
    """A different consonant weighs more than a vowel, and any letter more in a short name: SONG and SANG are two."""
    if left == right:
        return 1.0
    if min(len(left), len(right)) == 1:
        return _INITIAL if left[0] == right[0] else 0.0
    listed = left in _spellings() and right in _spellings()
    alike = _as_spelt(left, right)
    return min(alike, _TWO_NAMES) if listed else alike


def _as_spelt(left: str, right: str) -> float:
    one, other = _folded(left), _folded(right)
    if one == other:
        return _OTHER_SPELLING
    alike = Levenshtein.normalized_similarity(one, other)
    same_consonants = skeleton(left) == skeleton(right)
    vowels = _CONSONANT.sub("", one), _CONSONANT.sub("", other)
    if same_consonants and "" in vowels:
        return _VOWELS_UNWRITTEN
    if same_consonants and vowels[0] == vowels[1]:
        return _OTHER_VOICE
    if max(len(one), len(other)) <= 4:
        return alike**3
    return (1 + alike) / 2 if same_consonants else alike**2


def _folded(word: str) -> str:
    """Vowels by their plainest spelling, doubled letters once."""
    return _DOUBLE.sub(r"\1", _FOLDING.sub(lambda found: _VOWEL_PAIRS[found[0]], word).replace("Y", "I"))


@cache
def _spellings() -> dict[str, str]:
    heads: dict[str, list[str]] = _tables()["spellings"]
    return {spelling: head for head, spellings in heads.items() for spelling in (head, *spellings)}


@cache
def _tables() -> dict[str, Any]:
    text = resources.files("graphkit.names").joinpath("data", "person_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
