"""Words of letters and figures mixed: `WANHENG11` is a name and a number, `K0TI` is a name typed with a nought.

Names broadcast by hand put 0 for O, 1 for I or L and 5 for S. Between letters such a figure is a letter; behind them
only a nought is surely one (MAXIM0), and SUN1 is read as SUN 1, with SUNI as a second reading.
"""

import re
from functools import lru_cache

_ORDINAL = re.compile(r"(\d+)(?:ST|ND|RD|TH)")
_NUMBER_SIGN = re.compile(r"N[OR]\d")
_NOUGHTS = re.compile(r"(?<=[A-Z])0+(?=[A-Z]|$)|^0+(?=[A-Z])")
_INSIDE = re.compile(r"(?<=[A-Z])[15](?=[A-Z])")
_BEHIND_OR_BEFORE = re.compile(r"(?<=[A-Z]{3})[15]$|^[15](?=[A-Z]{3})")
_PARTS = re.compile(r"\d+|\D+")
_VOWELS = "AEIOUY"
_FEWEST_LETTERS = 3  # B1B and A1 are signs with numbers


def parts(word: str) -> tuple[str, ...]:
    """Letters and figures apart, as printed; 21ST is the number 21."""
    ordinal = _ORDINAL.fullmatch(word)
    return (ordinal[1],) if ordinal else tuple(_PARTS.findall(word))


@lru_cache(maxsize=100_000)
def typed_readings(word: str) -> tuple[tuple[str, ...], ...]:
    """How a mixed word may be meant, the likeliest first, each as its parts: SUN1 gives SUN 1 and SUNI."""
    if _ORDINAL.fullmatch(word) or _NUMBER_SIGN.match(word):
        return (parts(word),)
    plain = _NOUGHTS.sub(lambda found: "O" * len(found[0]), word)
    if sum(map(str.isalpha, plain)) >= _FEWEST_LETTERS:
        plain, doubtful = _INSIDE.sub(_as_letter, plain), _INSIDE.sub(_as_l, plain)
    else:
        doubtful = plain
    doubtful = _BEHIND_OR_BEFORE.sub(_as_letter, doubtful)
    return tuple(dict.fromkeys((parts(plain), parts(doubtful))))


def _as_letter(found: re.Match[str]) -> str:
    """S for 5; I for 1, but L at the end behind a vowel: MAR1E, ANGE1."""
    before, is_last = found.string[: found.start()], found.end() == len(found.string)
    if found[0] == "5":
        return "S"
    return "L" if is_last and before[-1] in _VOWELS else "I"


def _as_l(found: re.Match[str]) -> str:
    return "S" if found[0] == "5" else "L"
