"""Persons' names as lists print them: in any order and script, with titles, initials and patronymics or without.

Enough for owners and directors. A similarity says how well the spellings fit, never that two persons are one: many
people are called Kim Chol Sam. Not covered: double surnames (each half counts as a name), nicknames, married names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Final, NamedTuple

from graphkit.names.person_words import person_words, usual_spelling, word_similarity
from graphkit.names.scripts import readings

_COMMAS: Final = re.compile("[,，،、]")
_HANGUL_NAME: Final = re.compile("[가-힣]{2,5}")
_HAN_NAME: Final = re.compile("(欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|皇甫|.)([一-鿿]{1,2})")
_PATRONYMIC: Final = re.compile(r".{2,}(?:[OE]V[IY]T?CH|[OEI]VNA|ICHNA|OGL[UYI]|KYZY)$|(?:IL|KUZM|LUK)[IY]+CH$")
_SERVANT: Final = re.compile("ABD(?:[AEOU]{1,2}[LRSZDNT]?)?$")
_ARTICLES: Final = frozenset("AL EL UL AD ED UD".split())
_GOD: Final = frozenset("ALLAH ULLAH OLLAH ULLA".split())
_FAITH: Final = frozenset("DIN DEEN DINE DDIN UDDIN EDDINE".split())
_MOST_PARTS: Final = 12

_CONTRADICTED: Final = 0.6  # two full names that fit worse than this are two names
_AFTER_CONTRADICTION: Final = 0.92
_OTHER_FAMILY: Final = 0.85
_ONE_NAME_ALONE: Final = 0.5
_EXTRA_PATRONYMIC, _EXTRA_INITIAL, _EXTRA_NAME = 0.03, 0.05, 0.15


@dataclass(frozen=True, slots=True)
class PersonForm:
    """One reading of a person's name.

    parts: all names in alphabetical order, spelt the usual way, initials as one letter. family: what stands before a
    comma, else empty. patronymic: the one among the parts that may be absent elsewhere, else empty.
    """

    parts: tuple[str, ...]
    family: str = ""
    patronymic: str = ""

    @property
    def key(self) -> str:
        """Equal for two orders and usual spellings of one name."""
        return "".join(self.parts)


@lru_cache(maxsize=50_000)
def person_forms(name: str) -> tuple[PersonForm, ...]:
    """A form for each reading of a name, the usual one first; none for a name without letters.

    Titles, honorifics and particles (bin, al-, von) are dropped. Hyphens part, so that Chol-sam is Chol Sam. Of a text
    of more than twelve names the first twelve count.
    """
    pieces = [_latin(piece) for piece in _COMMAS.split(name)]
    count = max(len(piece) for piece in pieces)
    forms = (_form([piece[min(at, len(piece) - 1)].split() for piece in pieces]) for at in range(count))
    return tuple(dict.fromkeys(form for form in forms if form.parts))


def person_similarity(left: str, right: str) -> float:
    """How well two persons' names fit, 0 to 1, by the readings and the order of names that fit best.

    Usual spellings of one name stay above 0.9; one given name of three that differs brings them below 0.8.
    """
    return max((_fit(a, b) for a in person_forms(left) for b in person_forms(right)), default=0.0)


# --- Forms ------------------------------------------------------------------------------------------------------------


def _latin(piece: str) -> tuple[str, ...]:
    """Readings of the part before or after a comma. Korean and Chinese names have no blanks: 김철삼 is three words."""
    piece = _HANGUL_NAME.sub(lambda found: " ".join(found[0]), piece)
    if found := _HAN_NAME.fullmatch(piece.strip()):
        piece = f"{found[1]} {found[2]}"
    return readings(piece.replace(".", " "))


def _form(pieces: list[list[str]]) -> PersonForm:
    """From the words before the comma, if there is one, and after it."""
    pieces = [piece for piece in pieces if piece]
    of_rank = person_words("titles") | person_words("honorifics")
    kept = [list(_names(piece)) for at, piece in enumerate(pieces) if at == 0 or not of_rank.issuperset(piece)]
    words = [word for piece in kept for word in piece][:_MOST_PARTS]
    family = " ".join(kept[0]) if len(kept) > 1 else ""
    fathers = (word for word in words[1:] if _PATRONYMIC.match(word) and word != family)
    patronymic = next(fathers, "") if len(words) > 2 else ""
    return PersonForm(tuple(sorted(words)), family, patronymic)


def _names(words: list[str]) -> Iterator[str]:
    """The words that are names, spelt the usual way. Titles go in front, honorifics anywhere, but never all words."""
    words = _compounds(words)
    started = False
    for at, word in enumerate(words):
        followed = any(len(later) > 1 for later in words[at + 1 :])
        if word in person_words("honorifics") and (followed or started):
            continue
        if followed and (word in person_words("particles") or (word in person_words("titles") and not started)):
            continue
        started = True
        yield usual_spelling(word)


def _compounds(words: list[str]) -> list[str]:
    """ABD AL RAHMAN, HABIB ALLAH and SAIF AL DIN as the one name that each is, which lists also print in one word."""
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        if _SERVANT.match(before) and len(word) > 1:
            joined[-1] = "ABD" if word in _ARTICLES else "ABDALLAH" if word in _GOD else f"ABDUL{word}"
        elif word in _GOD and len(before) > 2:
            joined[-1] += "ULLAH"
        elif word in _FAITH and len(joined) > 1 and before in _ARTICLES:
            joined[-2:] = [f"{joined[-2]}UDDIN"]
        else:
            joined.append(word)
    return joined


# --- Similarity -------------------------------------------------------------------------------------------------------


class _Pair(NamedTuple):
    fits: float
    one: str
    other: str

    @property
    def contradicts(self) -> bool:
        return self.fits < _CONTRADICTED and min(len(self.one), len(self.other)) > 1


def _fit(left: PersonForm, right: PersonForm) -> float:
    fewer, more = sorted((left, right), key=lambda form: len(form.parts))
    fit = 1.0 if left.parts == right.parts else _aligned(fewer, more)
    if left.family and right.family and word_similarity(left.family, right.family) < _CONTRADICTED:
        fit *= _OTHER_FAMILY
    return fit


def _aligned(fewer: PersonForm, more: PersonForm) -> float:
    """The mean of the best pairs, lowered by names that contradict and by names without a partner."""
    pairs, extras = _best_pairs(fewer.parts, _joined(fewer.parts, more.parts))
    fit = sum(pair.fits for pair in pairs) / len(pairs)
    if any(pair.contradicts for pair in pairs):
        fit *= _AFTER_CONTRADICTION
    fit -= sum(_cost(extra, more.patronymic) for extra in extras)
    # One name alone fits everybody who bears it.
    return max(0.0, min(fit, _ONE_NAME_ALONE) if len(pairs) == 1 and extras else fit)


def _cost(extra: str, patronymic: str) -> float:
    """Of a name that only one side has."""
    if extra == patronymic:
        return _EXTRA_PATRONYMIC
    return _EXTRA_INITIAL if len(extra) == 1 else _EXTRA_NAME


def _joined(fewer: tuple[str, ...], parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of the longer name, with two of them joined where the shorter writes them so: CHOL SAM and CHOLSAM."""
    alone = [part for part in fewer if len(part) > 3 and part not in parts]
    if len(parts) <= len(fewer) or not alone:
        return parts
    for first, second in permutations([part for part in parts if len(part) > 1], 2):
        together = first + second
        if any(abs(len(part) - len(together)) <= 2 and word_similarity(together, part) >= 0.9 for part in alone):
            rest = list(parts)
            rest.remove(first)
            rest.remove(second)
            return _joined(fewer, (together, *rest))
    return parts


def _best_pairs(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[list[_Pair], list[str]]:
    """Partners, the best first, and the parts of the longer side that have none."""
    ranked = sorted(
        (-word_similarity(one, other), min(one, other), max(one, other), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    for negative, one, other, i, j in ranked:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append(_Pair(-negative, one, other))
    return pairs, [part for j, part in enumerate(right) if j not in taken_right]
