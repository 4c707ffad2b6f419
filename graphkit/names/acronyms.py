"""Acronyms that a company may go by: IATC for IRAN ADVANCED TECHNOLOGIES COMPANY.

Evidence for a person to look at, never a name by itself: many companies share three letters.
"""

from collections.abc import Sequence

from graphkit.names.forms import NameForm
from graphkit.names.legal_forms import letters

_SHORTEST = 3
_SMALL_WORDS = frozenset("AND OF THE FOR DE DEL LA LAS LOS EL DU DES DA DO DI Y E".split())


def acronyms(form: NameForm) -> tuple[str, ...]:
    """The acronyms of a company's form, of three letters or more: with and without AND or OF, and the legal form."""
    full = "".join([word[0] for word in form.core])
    told = full if _SMALL_WORDS.isdisjoint(form.core) else "".join([w[0] for w in form.core if w not in _SMALL_WORDS])
    endings = ("", *letters(form.legal_form))
    initials = (full,) if told == full else (told, full)
    found = [each + ending for each in initials if len(each) > 1 for ending in endings]
    return tuple(dict.fromkeys([acronym for acronym in found if len(acronym) >= _SHORTEST]))


def is_acronym_of(acronym: str, words: Sequence[str]) -> bool:
    """Whether the letters are initials of the words in their order, the first one's among them; others may miss.

    IRISL is one of ISLAMIC REPUBLIC OF IRAN SHIPPING LINES, NICO of NAFTIRAN INTERTRADE CO. Of fewer than three
    letters, or of less than half of the words, it is none.
    """
    telling = [word for word in words if word not in _SMALL_WORDS]
    if len(acronym) < _SHORTEST or not telling or telling[0][0] != acronym[0] or len(acronym) * 2 <= len(telling):
        return False
    return _in_order(acronym, words) or (acronym.endswith("CO") and _in_order(acronym[:-1], words))


def _in_order(acronym: str, words: Sequence[str]) -> bool:
    initials = iter([word[0] for word in words])
    return all(letter in initials for letter in acronym)
