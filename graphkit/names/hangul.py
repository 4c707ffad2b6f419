"""Korean names in Latin letters, in the two ways that lists print them.

Revised Romanisation is the South's since 2000 (Daedonggang, Joseon). McCune-Reischauer is the older one, here without
its breves and apostrophes, as lists print it (Taedonggang, Choson), and with the R that the North keeps where the South
says N (Rungra, Ryomyong). Sounds that meet change one another: Silla for Sin-ra. Not covered: tense sounds and
palatalised ones, which names hardly show.
"""

from itertools import pairwise

_FIRST = "ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ".split()
_LAST = (
    "_ ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split()
)

_REVISED_VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WO WE WI YU EU UI I".split()
_REVISED_FIRST = dict(zip(_FIRST, "G KK N D TT R M B PP S SS _ J JJ CH K T P H".split(), strict=True))
_MCCUNE_VOWELS = "A AE YA YAE O E YO YE O WA WAE OE YO U WO WE WI YU U UI I".split()
_MCCUNE_FIRST = dict(zip(_FIRST, "K KK N T TT R M P PP S SS _ CH TCH CH K T P H".split(), strict=True))
_MCCUNE_VOICED = {"ㄱ": "G", "ㄷ": "D", "ㅂ": "B", "ㅈ": "J"}

# What a closed syllable ends in as it is said: one of seven sounds.
_CLOSING = {
    "ㄱ": "K",
    "ㄲ": "K",
    "ㅋ": "K",
    "ㄴ": "N",
    "ㄹ": "L",
    "ㅁ": "M",
    "ㅂ": "P",
    "ㅍ": "P",
    "ㅇ": "NG",
    "ㅎ": "_",
}
_NASAL = {"K": "NG", "T": "N", "P": "M"}

_Syllable = tuple[str, int, str]


def revised(word: str) -> str:
    """A word of composed syllables by Revised Romanisation: 대동강 is DAEDONGGANG."""
    return _romanised(word, mccune=False)


def mccune_reischauer(word: str) -> str:
    """The same by McCune-Reischauer without its marks: 대동강 is TAEDONGGANG, 릉라 is RUNGRA as the North has it."""
    return _romanised(word, mccune=True)


def _syllable(sign: str) -> _Syllable:
    """First consonant, number of the vowel, last consonants: the arithmetic of chapter 3.12 of the Unicode standard."""
    first, rest = divmod(ord(sign) - ord("가"), 21 * 28)
    vowel, last = divmod(rest, 28)
    return _FIRST[first], vowel, _LAST[last]


def _romanised(word: str, *, mccune: bool) -> str:
    syllables = [_syllable(sign) for sign in word]
    vowels = _MCCUNE_VOWELS if mccune else _REVISED_VOWELS
    initials = _MCCUNE_FIRST if mccune else _REVISED_FIRST
    letters: list[str] = []
    opening = initials[syllables[0][0]] if syllables else ""
    for (_, vowel, last), (first, _, _) in pairwise([*syllables, ("", 0, "")]):
        closing, following = _meeting(last, first, mccune=mccune) if first else (_closing(last), "")
        letters += (opening, vowels[vowel], closing)
        opening = following
    return "".join(letters).replace("_", "")


def _meeting(last: str, first: str, *, mccune: bool) -> tuple[str, str]:
    """The end of one syllable and the beginning of the next, as they sound together."""
    initials = _MCCUNE_FIRST if mccune else _REVISED_FIRST
    if first == "ㅇ" and last not in {"_", "ㅇ"}:  # the consonant moves over: 압록 but 아브
        stays, moves = last[:-1], last[-1]
        opening = "_" if moves == "ㅎ" else _voiced(moves, mccune=mccune) or initials[moves]
        return (_closing(stays) if stays else "_"), opening
    closing = _closing(last)
    if {last, first} == {"ㄴ", "ㄹ"} or (last == first == "ㄹ"):
        return "L", "L"
    if first == "ㄹ" and closing in {"K", "T", "P", "M", "NG"} and not mccune:
        return _NASAL.get(closing, closing), "N"
    if first in {"ㄴ", "ㅁ"} or (first == "ㄹ" and closing in _NASAL):
        return _NASAL.get(closing, closing), initials[first]
    voiced = _voiced(first, mccune=mccune) if closing in {"_", "N", "M", "NG", "L"} else ""
    if closing == "L" and first in {"ㄷ", "ㅈ"}:
        voiced = ""  # 철도 is Cholto
    return closing, voiced or initials[first]


def _voiced(first: str, *, mccune: bool) -> str:
    return _MCCUNE_VOICED.get(first, "") if mccune else ""


def _closing(last: str) -> str:
    """Of two consonants the first is said; those without an entry close with the tongue: T."""
    if last == "_":
        return "_"
    return _CLOSING.get(last[0], "T")
