"""The names of an entry: its own, its aliases by quality, and those in the original script.

An alias cell may hold several names (`Azim Adhajani; Azim Agha-Jani`), or one name in two scripts with a bracket
around one of them. Both are taken apart; a cell whose brackets hold anything else stays whole.
"""

import re

from graphkit.model.records import Name
from graphkit.model.vocabulary import NameKind
from graphkit.sources.un_consolidated.entries import Element

_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_QUALITIES = {
    "": NameKind.ALIAS,
    "good": NameKind.ALIAS,
    "aka": NameKind.ALIAS,
    "low": NameKind.WEAK,
    "fka": NameKind.FORMER,
}
_BETWEEN = re.compile(r";|\s[b-h]\)\s")
_BRACKETS = re.compile(r"[;()]")
_LIST_IN_BRACKETS = re.compile(r"\([^()]*;")
_SCRIPT_LABEL = re.compile(r"^(?:original script:?|in Arabic(?: script)?:)\s*", re.IGNORECASE)
_SCRIPT_NOTE = re.compile(r"(?:original script|in Arabic(?: script)?):\s*([^A-Za-z;()]+)", re.IGNORECASE)
_QUOTES = (('"', '"'), ("“", "”"))


def primary_name(entry: Element) -> str:
    """FIRST_NAME to FOURTH_NAME in one; an entity has its whole name in the first."""
    return " ".join(filter(None, map(entry.first, _PARTS)))


def further_names(entry: Element) -> tuple[Name, ...]:
    """Aliases and original scripts, in the order of the list, each once; the primary name is not repeated."""
    names = [Name(text, NameKind.ORIGINAL) for text in entry.values("NAME_ORIGINAL_SCRIPT")]
    for alias in entry.all(f"{entry.tag}_ALIAS"):
        kind = quality(alias) or NameKind.ALIAS
        names.extend(Name(text, kind) for text in names_in(alias.first("ALIAS_NAME")))
        names.extend(Name(text.strip(" .,"), kind) for text in _SCRIPT_NOTE.findall(alias.first("NOTE")))
    primary = primary_name(entry)
    return tuple(dict.fromkeys(name for name in names if name.text not in {"", primary}))


def quality(alias: Element) -> NameKind | None:
    """What the QUALITY of an alias means; None when it is a word that the list did not use before."""
    return _QUALITIES.get(alias.first("QUALITY").lower().replace(".", ""))


def names_in(cell: str) -> list[str]:
    """The names that one alias cell holds.

    "Haj Qasem; Haji Qassem" is two names, and so is a name with its other script in brackets. Quotation marks around a
    whole name are dropped.
    """
    apart = _LIST_IN_BRACKETS.search(cell) or ("(" in cell and _has_latin(cell) and _has_other_script(cell))
    pieces = _BRACKETS.split(cell) if apart else _BETWEEN.split(cell)
    return [name for piece in pieces if (name := _bare(piece))]


def _bare(piece: str) -> str:
    text = _SCRIPT_LABEL.sub("", piece.strip(" ,")).removeprefix(")").strip(" ,")
    for begin, end in _QUOTES:
        if len(text) > 1 and text.startswith(begin) and text.endswith(end):
            return text[1:-1].strip()
    return text


def _has_latin(text: str) -> bool:
    return re.search(r"[A-Za-z]", text) is not None


def _has_other_script(text: str) -> bool:
    """Letters beyond the Latin blocks: Greek, Cyrillic, Arabic, Han. Accents and the ‘ of Arabic names are Latin."""
    return any(sign.isalpha() and ord(sign) >= 0x370 and not 0x1E00 <= ord(sign) < 0x1F00 for sign in text)
