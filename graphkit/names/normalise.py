"""Forms of a name that compare equal when two names are spelt alike but for case, accents, script and punctuation.

The comparison form keeps words apart, the joined form does not: `Kum Jin Gang 3` and `KUMJINGANG3` have one joined
form. Other scripts are transliterated letter by letter, which is enough to compare a name with itself in another list
and no more.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_APOSTROPHES = re.compile(r"['`´’‘ʼʻ]")
_NOT_WORD = re.compile(r"[^A-Z0-9&]+")
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\b\.?|\b(?:[A-Z]\.){2,}")
_LETTER_DIGIT = re.compile(r"(?<=[A-Z])(?=\d)|(?<=\d)(?=[A-Z])")


def visible(text: str) -> str:
    """The text without control, direction and zero-width characters, blanks collapsed."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    shown = "".join(
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text if not _hidden(sign)
    )
    return " ".join(shown.split())


def _hidden(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"


@lru_cache(maxsize=50_000)
def comparison_form(name: str) -> str:
    """Capitals and figures in words: `Kum-Jin Gang 3` gives `KUM JIN GANG 3`; empty when nothing is left.

    Apostrophes go without a gap (`Ch'ongguk`), initials lose their stops (`S.A.` and `S.A` are `SA`), `&` is the word
    AND.
    """
    if name.isascii() and name.replace(" ", "").isalnum():
        return " ".join(name.upper().split())  # most names: there is nothing to be read otherwise
    # Before NFKC, which makes a blank of the accent that some keyboards print for an apostrophe (Ch´ongguk).
    plain = visible(unicodedata.normalize("NFKC", _APOSTROPHES.sub("", name)))
    latin = plain if plain.isascii() else anyascii(plain)
    capitals = _APOSTROPHES.sub("", latin).upper()
    capitals = _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", capitals)
    return " ".join(_NOT_WORD.sub(" ", capitals).replace("&", " AND ").split())


def joined_form(name: str) -> str:
    """The comparison form without blanks."""
    return comparison_form(name).replace(" ", "")


def words(name: str) -> tuple[str, ...]:
    """The words of the comparison form, letters split from figures: `WANHENG11` gives WANHENG and 11."""
    return tuple(_LETTER_DIGIT.sub(" ", comparison_form(name)).split())
