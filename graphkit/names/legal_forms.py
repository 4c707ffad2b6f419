"""The legal form of a company, apart from the words that make it this company: `CO LTD`, `OOO` and `GMBH` as codes.

Two spellings of one form agree, a missing form is not a contradiction, and CO alone contradicts nothing. Sources
translate forms freely: what one prints as LLC another prints as LTD, so that near forms do not contradict each other.
"""

from dataclasses import dataclass
from functools import cache

from graphkit.names.affixes import Affixes, spelt_out, table
from graphkit.names.trade_words import generic_words, written_out

__all__ = ["LEAST_TELLING", "forms_contradict", "generic_words", "letters", "near", "split_legal_form"]

LEAST_TELLING = "CO"


@dataclass(frozen=True, slots=True)
class _Forms:
    """behind, in_front: legal forms by spelling; kept_*: those whose word stays in the core (FOUNDATION).

    glued: forms printed without a blank; inside: forms that are taken out in the middle of a name as well.
    """

    behind: Affixes
    in_front: Affixes
    kept_behind: Affixes
    kept_in_front: Affixes
    glued: tuple[str, ...]
    inside: frozenset[str]


@cache
def _forms() -> _Forms:
    listed = table("legal_forms.toml")

    def affixes(place: str, *, kept: bool) -> Affixes:
        meanings = {
            words: code
            for code, form in listed["forms"].items()
            if form.get("kept", False) is kept
            for spelling in (*form.get("spellings", ()), *form.get(place, ()))
            for words in spelt_out(spelling)
        }
        return Affixes.of(meanings, at_end=place == "last")

    return _Forms(
        affixes("last", kept=False),
        affixes("first", kept=False),
        affixes("last", kept=True),
        affixes("first", kept=True),
        tuple(listed["glued"]),
        frozenset(listed["inside"]),
    )


def split_legal_form(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The core words, trade words written out, and the code of the legal form; "" when there is none.

    A form stands at the end (`KOTI CORP`), in front (`OOO GUDZON`), on both sides or before a place (`KOTI LTD DUBAI
    BRANCH`); the most telling one counts. A name that is nothing but a legal form keeps its words.
    """
    forms = _forms()
    core, codes = _stripped(_unglued(words, forms), forms)
    while not forms.inside.isdisjoint(core[1:]):
        core, inner = _without_inner(core, forms)
        codes.append(inner)
    if not any(codes):
        codes += (forms.kept_behind.split(core)[1], forms.kept_in_front.split(core)[1])
    return written_out(core), _most_telling(codes)


def _most_telling(codes: list[str]) -> str:
    for code in codes:
        if code and code != LEAST_TELLING:
            return code
    return LEAST_TELLING if LEAST_TELLING in codes else ""


def _stripped(words: tuple[str, ...], forms: _Forms) -> tuple[tuple[str, ...], list[str]]:
    """The words between the legal forms, and the codes of these: outermost first, the end before the front."""
    codes: list[str] = []
    for side in (forms.behind, forms.in_front):
        while True:
            words, code = side.split(words)
            if not code:
                break
            codes.append(code)
    return words, codes


def _without_inner(core: tuple[str, ...], forms: _Forms) -> tuple[tuple[str, ...], str]:
    place = next(index for index in range(1, len(core)) if core[index] in forms.inside)
    before, code = forms.behind.split(core[: place + 1])
    return before + core[place + 1 :], code


def _unglued(words: tuple[str, ...], forms: _Forms) -> tuple[str, ...]:
    """Chinese, Korean and Japanese print the legal form without a blank: ANSHANYOUXIANGONGSI is two words."""
    if words and words[-1].endswith(forms.glued) and words[-1] not in forms.glued:
        form = next(form for form in forms.glued if words[-1].endswith(form))
        return (*words[:-1], words[-1].removesuffix(form), form)
    if words and words[0].startswith(forms.glued) and words[0] not in forms.glued:
        form = next(form for form in forms.glued if words[0].startswith(form))
        return (form, words[0].removeprefix(form), *words[1:])
    return words


def near(left: str, right: str) -> bool:
    """Whether translations put one of two different codes in the place of the other: LTD and LLC, CORP and INC."""
    listed = table("legal_forms.toml")["forms"]
    return right in listed.get(left, {}).get("near", ()) or left in listed.get(right, {}).get("near", ())


def forms_contradict(left: str, right: str) -> bool:
    """Whether two codes cannot belong to one company as the sources print it."""
    return left != right and LEAST_TELLING not in {left, right} and "" not in {left, right} and not near(left, right)


@cache
def letters(code: str) -> tuple[str, ...]:
    """What an acronym may take from a legal form: the C of COMPANY, the SA of S.A.; nothing for no form."""
    return tuple(table("legal_forms.toml")["forms"].get(code, {}).get("letters", ()))
