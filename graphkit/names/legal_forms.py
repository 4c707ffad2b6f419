"""The legal form of a company, apart from the words that make it this company: `CO LTD`, `OOO` and `GMBH` as codes.

Two spellings of one form agree, a missing form is not a contradiction, and CO alone contradicts nothing.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LEAST_TELLING = "CO"


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("graphkit.names").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def _spellings() -> dict[tuple[str, ...], str]:
    forms: dict[str, list[str]] = _table("legal_forms.toml")["forms"]
    return {tuple(spelling.split()): code for code, spellings in forms.items() for spelling in spellings}


@cache
def _longest() -> int:
    return max(len(spelling) for spelling in _spellings())


@cache
def _glued() -> tuple[str, ...]:
    return tuple(_table("legal_forms.toml")["glued"])


@cache
def generic_words() -> frozenset[str]:
    """Words that say what a company does; near no weight when two names are compared."""
    return frozenset(_table("trade_words.toml")["generic"])


@cache
def _abbreviations() -> dict[str, str]:
    return dict(_table("trade_words.toml")["abbreviations"])


def split_legal_form(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The core words, abbreviations written out, and the code of the legal form; "" when there is none.

    A form stands at the end (`KOTI CORP`), in front (`OOO GUDZON`) or on both sides, where the more telling one counts.
    The longest spelling wins, and a name that is nothing but a legal form keeps its words.
    """
    words = _unglued(words)
    at_end = _form_at(words, end=True)
    core = words[: -len(at_end)] if at_end else words
    in_front = _form_at(core, end=False)
    core = core[len(in_front) :]
    codes = [_spellings()[spelling] for spelling in (at_end, in_front) if spelling]
    telling = [code for code in codes if code != LEAST_TELLING]
    return tuple(_abbreviations().get(word, word) for word in core), (telling or codes or [""])[0]


def _unglued(words: tuple[str, ...]) -> tuple[str, ...]:
    """Chinese, Korean and Japanese print the legal form without a blank: ANSHANYOUXIANGONGSI is two words."""
    for form in _glued():
        if words and words[-1].endswith(form) and words[-1] != form:
            return (*words[:-1], words[-1].removesuffix(form), form)
        if words and words[0].startswith(form) and words[0] != form:
            return (form, words[0].removeprefix(form), *words[1:])
    return words


def _form_at(words: tuple[str, ...], *, end: bool) -> tuple[str, ...]:
    """The longest legal form at one end of a name that leaves at least one word."""
    for size in range(min(_longest(), len(words) - 1), 0, -1):
        part = words[-size:] if end else words[:size]
        if part in _spellings():
            return part
    return ()


def forms_contradict(left: str, right: str) -> bool:
    """Whether two codes cannot belong to one company as the sources print it."""
    return left != right and LEAST_TELLING not in {left, right} and "" not in {left, right}
