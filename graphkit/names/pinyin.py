"""Words that are Chinese in pinyin, by syllable: DONGFENG is DONG FENG and another name than DONGFANG.

One letter makes another syllable and another syllable another word, where in an Arabic or Korean name it is often only
another spelling. Tones are not written, and a word that only looks like pinyin (SINA, TANGO) is taken for it too.
"""

import re
from functools import lru_cache
from typing import Final

# Initials with the finals that they take in the standard table of Hanyu Pinyin; the longest syllable is tried first.
_FINALS: Final = {
    "": "A AI AN ANG AO E EI EN ENG ER O OU",
    "B": "A AI AN ANG AO EI EN ENG I IAN IAO IE IN ING O U",
    "P": "A AI AN ANG AO EI EN ENG I IAN IAO IE IN ING O OU U",
    "M": "A AI AN ANG AO E EI EN ENG I IAN IAO IE IN ING IU O OU U",
    "F": "A AN ANG EI EN ENG O OU U",
    "D": "A AI AN ANG AO E EI EN ENG I IA IAN IAO IE ING IU ONG OU U UAN UI UN UO",
    "T": "A AI AN ANG AO E ENG I IAN IAO IE ING ONG OU U UAN UI UN UO",
    "N": "A AI AN ANG AO E EI EN ENG I IAN IANG IAO IE IN ING IU ONG OU U UAN UE UO V",
    "L": "A AI AN ANG AO E EI ENG I IA IAN IANG IAO IE IN ING IU ONG OU U UAN UE UN UO V",
    "G": "A AI AN ANG AO E EI EN ENG ONG OU U UA UAI UAN UANG UI UN UO",
    "K": "A AI AN ANG AO E EN ENG ONG OU U UA UAI UAN UANG UI UN UO",
    "H": "A AI AN ANG AO E EI EN ENG ONG OU U UA UAI UAN UANG UI UN UO",
    "J": "I IA IAN IANG IAO IE IN ING IONG IU U UAN UE UN",
    "Q": "I IA IAN IANG IAO IE IN ING IONG IU U UAN UE UN",
    "X": "I IA IAN IANG IAO IE IN ING IONG IU U UAN UE UN",
    "ZH": "A AI AN ANG AO E EI EN ENG I ONG OU U UA UAI UAN UANG UI UN UO",
    "CH": "A AI AN ANG AO E EN ENG I ONG OU U UA UAI UAN UANG UI UN UO",
    "SH": "A AI AN ANG AO E EI EN ENG I OU U UA UAI UAN UANG UI UN UO",
    "R": "AN ANG AO E EN ENG I ONG OU U UAN UI UN UO",
    "Z": "A AI AN ANG AO E EI EN ENG I ONG OU U UAN UI UN UO",
    "C": "A AI AN ANG AO E EN ENG I ONG OU U UAN UI UN UO",
    "S": "A AI AN ANG AO E EN ENG I ONG OU U UAN UI UN UO",
    "Y": "A AN ANG AO E I IN ING ONG OU U UAN UE UN",
    "W": "A AI AN ANG EI EN ENG O U",
}
_SYLLABLES: Final = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
_LONGEST: Final = max(map(len, _SYLLABLES))
_ALL_SYLLABLES: Final = re.compile(f"(?:{'|'.join(sorted(_SYLLABLES, key=lambda each: (-len(each), each)))})+")
_LAST: Final = frozenset("AEIOUVNGR")  # what a syllable can end in
_SHORTEST, _LONGEST_WORD = 5, 30  # letters of a word that is looked at


def is_pinyin(word: str) -> bool:
    """Whether a word of five letters or more is pinyin of two syllables at least."""
    return (
        _SHORTEST <= len(word) <= _LONGEST_WORD
        and word[-1] in _LAST
        and word not in _SYLLABLES
        and _ALL_SYLLABLES.fullmatch(word) is not None
    )


@lru_cache(maxsize=100_000)
def syllables(word: str) -> tuple[str, ...]:
    """The syllables of a capital word of five letters or more; () when it is not pinyin of two syllables at least."""
    if not is_pinyin(word):
        return ()
    return _split(word)


def _split(word: str) -> tuple[str, ...]:
    """The division with the longest syllables from the left that leaves no rest; () when there is none."""
    for letters in range(min(_LONGEST, len(word)), 0, -1):
        syllable = word[:letters]
        if syllable in _SYLLABLES:
            if letters == len(word):
                return (syllable,)
            if found := _split(word[letters:]):
                return (syllable, *found)
    return ()


def differ(left: str, right: str) -> bool:
    """Whether both are pinyin words of as many syllables that do not all agree."""
    one, other = syllables(left), syllables(right)
    return bool(one) and len(one) == len(other) and one != other
