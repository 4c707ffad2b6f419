"""The names of a party in an EU annex: what is primary, former, an alias or in the original script.

The Official Journal prints several names in one cell and leaves it to the reader to see which is which: `Chol Ryong
(Ryong Gun Bong)` is a ship under its present and its former name, `Ocean Maritime Management Company, Limited (OMM)` a
company and its acronym, `Neil Tsang, Yun Yuan Tsang` two names of one person, `KINGLY WON INTERNATIONAL CO., LTD` one
name. What is not plainly one of the known forms stays whole.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.model.countries import country_code
from graphkit.model.records import Name
from graphkit.model.vocabulary import Kind, NameKind
from graphkit.sources.eu_annexes.cells import values
from graphkit.sources.eu_annexes.rows import Row

_BRACKETS_AT_END = re.compile(r"^(?P<before>[^()]*[^()\s])\s*(?P<brackets>(?:\([^()]+\)\s*)+)$")
_BRACKET = re.compile(r"\(([^()]+)\)")
_LAST_BRACKET = re.compile(r"^(?P<before>[^()]*[^()\s])\s*\((?P<inside>[^()]+)\)$")
_ALL_IN_BRACKETS = re.compile(r"^\(([^()]+)\)$")
_LABEL = re.compile(
    r"^(?:(?P<former>f\.k\.a\.?:?|fka:|formerly known as|formerly:?|former name:)"
    r"|(?P<alias>a\.k\.a\.?:?|aka:|also known as:?|alias(?:es)?:))\s*",
    re.IGNORECASE,
)
_FORMER_NAME = re.compile(r"\s*\((?:former name|formerly)\)$", re.IGNORECASE)
_CARE_OF = re.compile(r"^(?:care of|c/o)\s+", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9.&-]*[A-Z0-9.]")
_NO_ACRONYMS = frozenset(
    "AO JSC OJSC CJSC PJSC OAO PAO ZAO OOO NAO LLC LLP LTD PLC PTE INC SA AG GMBH FZE FZCO FZC SEZ".split()
)
_QUOTES = {"‘": "’", "“": "”", "«": "»", "'": "'", '"': '"'}
_SCRIPT_AT_END = re.compile(r"^(?P<latin>.*[A-Za-z.)])[\s/·]+(?P<original>[^A-Za-zÀ-ɏ\d]+)$")
_WRITTEN_APART = ("HANGUL", "CJK", "HIRAGANA", "KATAKANA", "ARABIC", "HEBREW", "THAI")
_COLUMNS = (("alias", NameKind.ALIAS), ("weakAlias", NameKind.WEAK), ("previousName", NameKind.FORMER))


@dataclass(frozen=True, slots=True)
class PartyNames:
    """The primary name, all others in order, and what stands among the names and is an address (`Care of …`)."""

    primary: str
    others: tuple[Name, ...] = ()
    care_of: tuple[str, ...] = ()


def names_of(row: Row, kind: Kind) -> PartyNames:
    """All names of a row. The primary one is free of what its brackets add; the cell as printed is the row's `name`."""
    first, *others = _read(row.cell("name"), NameKind.PRIMARY, kind)
    care_of = []
    for column, name_kind in _COLUMNS:
        for value in values(row.cell(column)):
            if _CARE_OF.match(value):
                care_of.append(value)
            else:
                others += [name for text in _apart(value, kind) for name in _read(text, name_kind, kind)]
    once: dict[str, Name] = {}
    for name in others:
        if name.text != first.text:
            once.setdefault(name.text, name)
    return PartyNames(first.text, tuple(once.values()), tuple(care_of))


def _apart(value: str, kind: Kind) -> list[str]:
    """A value at its commas where they part whole names of a person; `Chang, Myong Ho` is one name, surname first.

    Two parts are two names only if they share a word, as `Neil Tsang, Yun Yuan Tsang` does.
    """
    parts = [part.strip() for part in value.split(",")]
    if kind is not Kind.PERSON or any(len(part.split()) < 2 for part in parts):
        return [value]
    shared = set(parts[0].lower().split()).intersection(*(part.lower().split() for part in parts[1:]))
    return parts if len(parts) > 2 or shared else [value]


def _read(text: str, name_kind: NameKind, kind: Kind) -> Iterator[Name]:
    """A printed name as one or more names; the first of them is the one that the others were added to."""
    plain = text.removeprefix("and ").strip()
    if label := _LABEL.match(plain):
        name_kind = NameKind.FORMER if label["former"] else NameKind.ALIAS
        plain = plain[label.end() :]
    if _FORMER_NAME.search(plain):
        name_kind, plain = NameKind.FORMER, _FORMER_NAME.sub("", plain)
    before, added = _ship_brackets(plain) if kind is Kind.VESSEL else _party_bracket(plain, name_kind)
    if (written := _SCRIPT_AT_END.match(before)) and _is_written_apart(written["original"]):
        before = written["latin"].rstrip(" /·")
        added = [Name(written["original"].strip(), NameKind.ORIGINAL), *added]
    yield _name(before, name_kind, fallback=text)
    yield from added


def _ship_brackets(text: str) -> tuple[str, list[Name]]:
    """`Chong Bong (Greenlight) (Blue Nouvelle)`: the present name, then the former ones."""
    found = _BRACKETS_AT_END.match(text)
    if not found or "IMO" in found["brackets"]:
        return text, []
    former = (_LABEL.sub("", inside.strip()).removeprefix("ex ") for inside in _BRACKET.findall(found["brackets"]))
    return found["before"], [_name(name, NameKind.FORMER, fallback=name) for name in former if name.strip()]


def _party_bracket(text: str, name_kind: NameKind) -> tuple[str, list[Name]]:
    """A bracket at the end is a name only if it is labelled, an acronym, or the same name in another script."""
    found = _LAST_BRACKET.match(text)
    if not found:
        return text, []
    inside = found["inside"].strip()
    added_kind = NameKind.ALIAS if name_kind is NameKind.PRIMARY else name_kind
    if label := _LABEL.match(inside):
        added_kind = NameKind.FORMER if label["former"] else NameKind.ALIAS
        rest = inside[label.end() :]
        parts = [part.strip() for part in rest.split(",")]
        alone = [rest] if any(" " in part for part in parts) else parts
        return found["before"], [Name(part, added_kind) for part in alone if part]
    if _is_acronym(inside):
        return found["before"], [Name(inside, added_kind)]
    if _has_latin(found["before"]) and _is_other_script(inside):
        return found["before"], [Name(inside, NameKind.ORIGINAL)]
    return text, []


def _is_acronym(text: str) -> bool:
    """Capitals without a blank that are neither a legal form nor a country."""
    return bool(_ACRONYM.fullmatch(text)) and text not in _NO_ACRONYMS and country_code(text) is None


def _name(text: str, name_kind: NameKind, *, fallback: str) -> Name:
    plain = _unquoted(text.strip(" ,"))
    if not any(sign.isalnum() for sign in plain):
        plain = fallback
    if name_kind in {NameKind.ALIAS, NameKind.WEAK} and _is_other_script(plain):
        name_kind = NameKind.ORIGINAL
    return Name(_ALL_IN_BRACKETS.sub(r"\1", plain), name_kind)


def _unquoted(text: str) -> str:
    """`‘KOMID’` without its quotes; quotes around a part of a name stay."""
    if len(text) > 2 and _QUOTES.get(text[0]) == text[-1] and not set(text[1:-1]) & {text[0], text[-1]}:
        return text[1:-1].strip()
    return text


def _has_latin(text: str) -> bool:
    return any(unicodedata.name(sign, "").startswith("LATIN") for sign in text)


def _is_other_script(text: str) -> bool:
    return any(sign.isalpha() for sign in text) and not _has_latin(text)


def _is_written_apart(text: str) -> bool:
    """Korean, Chinese or Arabic letters; Cyrillic ones are mixed into Latin names by misprint too often to tell."""
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and all(unicodedata.name(sign, "").startswith(_WRITTEN_APART) for sign in letters)
