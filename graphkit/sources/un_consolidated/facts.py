"""Addresses, birth, posts, documents and notes of an entry, each as its element prints them.

Nothing is dropped: what has no fact of its own, such as the expiry of a passport or the birth date that goes with an
alias, is kept as a note that names its element. Only the list's own housekeeping (DATAID, VERSIONNUM, LIST_TYPE,
LAST_DAY_UPDATED, SORT_KEY) is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from graphkit.errors import DateError
from graphkit.model.countries import country_code
from graphkit.model.dates import When, parse_when
from graphkit.model.identifiers import Identifier, identifier
from graphkit.model.records import Fact
from graphkit.sources.un_consolidated import comments
from graphkit.sources.un_consolidated.entries import Element

Note = Callable[[int, str, str], None]
"""Tells the load report of something odd: line, reason, text."""

_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_HOUSEKEEPING = frozenset({"DATAID", "VERSIONNUM", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD"})
_READ = frozenset(
    "FIRST_NAME SECOND_NAME THIRD_NAME FOURTH_NAME NAME_ORIGINAL_SCRIPT ALIAS UN_LIST_TYPE REFERENCE_NUMBER LISTED_ON "
    "TITLE DESIGNATION NATIONALITY GENDER ADDRESS DATE_OF_BIRTH PLACE_OF_BIRTH DOCUMENT COMMENTS1".split()
)
_READ_OF_DOCUMENT = {"TYPE_OF_DOCUMENT", "NUMBER", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE"}
_READ_OF_BIRTH = {"TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR"}
_SIMPLE = (("title", "TITLE"), ("position", "DESIGNATION"), ("gender", "GENDER"))
_PASSPORT = re.compile(r"passe?port|pasaporte", re.IGNORECASE)
_SERIES = re.compile(r"[A-Z][A-Z-]{0,3}")


def facts_of(entry: Element, note: Note) -> Iterator[Fact]:
    """All facts but the regime, in the order of the list's layout; the comment comes last."""
    for address in entry.all(f"{entry.tag}_ADDRESS"):
        yield from _place("address", address, note)
    for birth in entry.all("INDIVIDUAL_DATE_OF_BIRTH"):
        yield from _birth_date(birth, note)
    for place in entry.all("INDIVIDUAL_PLACE_OF_BIRTH"):
        yield from _place("birth_place", place, note)
    for nationality in entry.values("NATIONALITY"):
        yield Fact("nationality", nationality, _code(nationality, entry.line, note))
    for prop, tag in _SIMPLE:
        yield from (Fact(prop, value) for value in entry.values(tag))
    for document in entry.all("INDIVIDUAL_DOCUMENT"):
        yield from _rest(document, _READ_OF_DOCUMENT, document.first("NUMBER"))
    for alias in entry.all(f"{entry.tag}_ALIAS"):
        yield from _rest(alias, {"QUALITY", "ALIAS_NAME"}, alias.first("ALIAS_NAME"))
    for other in entry.children:
        if other.tag.removeprefix(f"{entry.tag}_") not in _READ | _HOUSEKEEPING and other.words():
            yield Fact("note", f"{other.tag}: {other.words()}")
    comment = entry.first("COMMENTS1")
    yield from comments.contacts(comment)
    if comment:
        yield Fact("note", comment)


def documents_of(entry: Element) -> tuple[Identifier, ...]:
    """Passport and identity card numbers, each once, with the state that issued them."""
    return tuple(dict.fromkeys(_documents(entry.all("INDIVIDUAL_DOCUMENT"))))


def _documents(documents: Iterable[Element]) -> Iterator[Identifier]:
    for document in documents:
        kind = document.first("TYPE_OF_DOCUMENT")
        printed = document.first("NUMBER") or document.first("TYPE_OF_DOCUMENT2")
        if re.search(r"\d", printed):
            scheme = "passport" if _PASSPORT.search(kind) else "national_id"
            country = country_code(document.first("ISSUING_COUNTRY") or document.first("COUNTRY_OF_ISSUE")) or ""
            yield replace(identifier(scheme, _bare_number(printed), country=country), raw=printed)


def _bare_number(printed: str) -> str:
    """The number without the words around it: "CAR diplomatic passport no. D00000898" is D00000898.

    Capitals before the digits belong to the number ("PS 472330208"), brackets and what follows a comma do not.
    """
    words = re.sub(r"\([^()]*\)", " ", printed).partition(",")[0].split()
    first = next((at for at, word in enumerate(words) if re.search(r"\d", word)), 0)
    if first and _SERIES.fullmatch(words[first - 1]):
        first -= 1
    return " ".join(words[first:])


def _place(prop: str, element: Element, note: Note) -> Iterator[Fact]:
    """An address or a birth place. A country alone is no address: it would join all who live in it."""
    parts = [text for tag in _PLACE if (text := element.first(tag))]
    country = element.first("COUNTRY")
    code = _code(country, element.line, note)
    if parts:
        yield Fact("country" if prop == "address" and parts == [country] else prop, ", ".join(parts), code)
    if prop == "address":
        yield from comments.contacts(element.first("NOTE"))
    yield from _rest(element, set(_PLACE), ", ".join(parts))


def _birth_date(birth: Element, note: Note) -> Iterator[Fact]:
    """A birth date with its bounds; a date that stands in the note alone is taken from there."""
    from_year, to_year, remark = birth.first("FROM_YEAR"), birth.first("TO_YEAR"), birth.first("NOTE")
    roughly = "~" if "APPROXIMATELY" in {birth.first("TYPE_OF_DATE").upper(), remark.upper()} else ""
    text = birth.first("DATE") or birth.first("YEAR")
    if from_year or to_year:
        text = "..".join(f"{roughly}{year}" if year else "" for year in (from_year, to_year))
    elif text:
        text = roughly + text
    if text:
        yield Fact("birth_date", text, when=when(text, birth.line, note))
        yield from _rest(birth, _READ_OF_BIRTH, text)
    elif remark:
        yield Fact("birth_date", remark, when=when(remark, birth.line, note))


def when(text: str, line: int, note: Note) -> When | None:
    """The bounds of a date, its time zone dropped; None, with a word in the report, when it cannot be read."""
    try:
        return parse_when(re.sub(r"^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$", r"\1", text))
    except DateError as error:
        note(line, str(error), text)
        return None


def _code(country: str, line: int, note: Note) -> str:
    code = country_code(country) if country else ""
    if code is None:
        note(line, "no country of this name is known; its words are kept", country)
    return code or ""


def _rest(element: Element, known: set[str], about: str) -> Iterator[Fact]:
    """One note of all that was not read from an element: `INDIVIDUAL_ALIAS Lydia: NOTE When he was part of APR.`"""
    unread = [f"{child.tag} {child.words()}" for child in element.children if child.tag not in known and child.words()]
    if unread:
        yield Fact("note", f"{element.tag} {about}".strip() + ": " + "; ".join(unread))
