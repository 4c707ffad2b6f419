"""How alike two names are, 0 to 1, and the forms by which two names of one kind count as the same.

A form is what must agree for two names to be the same name; that never makes two parties one by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from graphkit.names.legal_forms import split_legal_form
from graphkit.names.normalise import comparison_form, words
from graphkit.names.numerals import split_numerals

_VESSEL_PREFIXES = {"MV", "MT", "SS", "MS", "FV", "TB", "TS", "LPG", "LNG"}


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name taken apart. core: its words without prefix, legal form and numbers; numerals: its numbers in order."""

    core: tuple[str, ...]
    numerals: tuple[str, ...]
    legal_form: str = ""

    @property
    def key(self) -> str:
        """Equal for two spellings of one name: joined core, then the numbers. Empty when nothing is left."""
        return "".join(self.core) + "".join(f"#{number}" for number in self.numerals)


def vessel_form(name: str) -> NameForm:
    """A ship's name without M/V, MT or SS in front; the number at the end may be Roman: KUM SONG III is KUM SONG 3."""
    parts = words(name)
    if len(parts) > 2 and parts[0] in {"M", "F", "S", "T"} and parts[1] in {"V", "T", "S", "B"}:
        parts = parts[2:]
    elif len(parts) > 1 and parts[0] in _VESSEL_PREFIXES:
        parts = parts[1:]
    core, numerals = split_numerals(parts, roman_last=True)
    return NameForm(core, numerals)


def company_form(name: str) -> NameForm:
    """A company's name without its legal form, trade abbreviations written out, numbers apart."""
    core, legal_form = split_legal_form(words(name))
    rest, numerals = split_numerals(core, roman_last=False)
    return NameForm(rest, numerals, legal_form)


def person_form(name: str) -> NameForm:
    """A person's names in alphabetical order, so that `KIM, Chol Sam` and `Kim Chol Sam` are one."""
    return NameForm(tuple(sorted(words(name.replace(",", " ")))), ())


def similarity(left: str, right: str) -> float:
    """How alike two names are as text, 0 to 1: Jaro-Winkler of the comparison forms and of the joined forms, the
    better.
    """
    a, b = comparison_form(left), comparison_form(right)
    if not a or not b:
        return 0.0
    return max(JaroWinkler.similarity(a, b), JaroWinkler.similarity(a.replace(" ", ""), b.replace(" ", "")))


def closest(text: str, forms: Sequence[str], *, limit: int = 5, at_least: float = 0.8) -> tuple[str, ...]:
    """The comparison forms nearest to a text, as suggestions for a person; nothing is ever taken from them."""
    wanted = comparison_form(text)
    if not wanted:
        return ()
    found = process.extract(wanted, forms, scorer=JaroWinkler.similarity, limit=limit, score_cutoff=at_least)
    return tuple(form for form, _, _ in found)
