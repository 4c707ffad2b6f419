"""Single cells of one's own tables: ids, dates, numbers, countries, words of certainty.

What cannot be read is noted and left out, never guessed.
"""

import re

from graphkit.errors import DateError
from graphkit.model.countries import country_code
from graphkit.model.dates import When, parse_when
from graphkit.model.identifiers import Identifier, identifier
from graphkit.model.placeholders import is_placeholder
from graphkit.model.vocabulary import Certainty, Validity
from graphkit.sources.plain_tables.keys import id_text
from graphkit.sources.plain_tables.rows import Row

_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,9}(?:[.,][0-9]{0,20})?|[.,][0-9]{1,20})")
_LONGEST_DATE = 80
_LONGEST_COUNTRY = 100
_CERTAINTY_WORDS = {"": Certainty.STATED, "reported": Certainty.ALLEGED}
_PROBLEMS = {Validity.BAD_CHECKSUM: "a wrong check digit", Validity.BAD_FORMAT: "a wrong form"}


def word(text: str) -> str:
    """A cell as a word of a closed list: `Registered Owner` and `registered-owner` are `registered_owner`."""
    return re.sub(r"(?:[^\w&]|_)+", "_", text.casefold()).strip("_")


def given_id(row: Row) -> str:
    """The id that a row gives itself; empty for none and, with a note, for a placeholder: it would join strangers."""
    if is_placeholder(row["id"]):
        row.note("the id is a placeholder and counts as none", row["id"])
        return ""
    return id_text(row["id"])


def day(row: Row, column: str) -> When | None:
    """The bounds of a cell's date; None when it is empty or, with a note, when it cannot be read."""
    return date_value(row, column, row[column])


def date_value(row: Row, column: str, text: str) -> When | None:
    """The same for one value of a cell that holds several."""
    try:
        if len(text) > _LONGEST_DATE:
            raise DateError("too long for a date")
        return parse_when(text)
    except (DateError, OverflowError):  # the calendar of Python ends on 31 December 9999
        row.note(f"{column} is not a date graphkit knows", text)
        return None


def span(row: Row) -> tuple[When | None, When | None]:
    """Start and end; an end that lies wholly before the start is noted and kept."""
    start, end = day(row, "start"), day(row, "end")
    if start and end and start.earliest and end.latest and end.latest < start.earliest:
        row.note("the end lies before the start", f"{start.text} - {end.text}")
    return start, end


def decimal(text: str) -> float | None:
    """A number with a decimal point or comma; None when it is none."""
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None


def certainty(row: Row) -> Certainty:
    """How sure the source is: stated unless the cell says otherwise, unknown for a word that is not on the scale."""
    text = word(row["certainty"])
    if text in _CERTAINTY_WORDS:
        return _CERTAINTY_WORDS[text]
    try:
        return Certainty(text)
    except ValueError:
        row.note("certainty is no word of the scale and counts as unknown", row["certainty"])
        return Certainty.UNKNOWN


def country(row: Row, column: str, value: str) -> str:
    """ISO 3166 letters of a country; empty, with a note, when nobody knows it."""
    code = country_code(value) if len(value) <= _LONGEST_COUNTRY else None
    if code is None:
        row.note(f"{column} names no country graphkit knows", value)
    return code or ""


def number(row: Row, scheme: str, value: str, *, country: str = "") -> Identifier:
    """A number with the result of its check; one that fails it is kept, noted and never used."""
    found = identifier(scheme, value, country=country)
    if problem := _PROBLEMS.get(found.valid):
        row.note(f"{scheme} number with {problem}, kept and not used", value)
    return found
