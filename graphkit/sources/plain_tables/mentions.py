"""Cells that name a party: an id of the same build, an IMO number or a name.

Every such cell is a mention, even where the id stands in the same file; who it is, only `resolve` decides. A
placeholder such as UNKNOWN mentions nobody: each link that prints one gets an unknown party of its own.
"""

import re

from graphkit.model.identifiers import Identifier, identifier
from graphkit.model.placeholders import is_placeholder
from graphkit.model.records import Provenance, Record
from graphkit.model.vocabulary import Kind, Scope, Standing, Validity
from graphkit.sources.plain_tables.cells import number
from graphkit.sources.plain_tables.keys import PREFIX, fingerprint, id_text, slug_with_fingerprint, text_key
from graphkit.sources.plain_tables.rows import Row

_IMO = re.compile(r"(?P<label>imo[\s:.]*(?:no\.?|number)?[\s:.]*)?[0-9]{7}", re.IGNORECASE)


def mention(row: Row, text: str, provenance: Provenance) -> Record:
    """A party named by one cell. Seven digits that pass both checks carry both numbers, and resolve chooses."""
    if ";" in text:
        row.note("this cell holds one party; what follows the semicolon is read as part of its name", text)
    own = id_text(text)
    numbers = (Identifier("own_id", own, own, Validity.UNCHECKED), *_imo_numbers(row, own))
    return _record(f"{PREFIX}ref/{text_key(text)}", text, provenance, numbers=numbers)


def vessel_mention(row: Row, column: str, provenance: Provenance) -> Record | None:
    """The vessel of an event: its own cell, else what the columns for its number, name and MMSI say together.

    None when nothing is printed or a placeholder: an unknown vessel takes part in no event by name.
    """
    if named := _printed(row[column]):
        return mention(row, named, provenance)
    imo, name, mmsi = (_printed(row[f"{column}_{detail}"]) for detail in ("imo", "name", "mmsi"))
    leading = imo or name or mmsi
    if not leading:
        return None
    numbers = [Identifier("own_id", id_text(leading), id_text(leading), Validity.UNCHECKED)]
    numbers += [number(row, scheme, value) for scheme, value in (("imo", imo), ("mmsi", mmsi)) if value]
    key = slug_with_fingerprint(name or leading, "imo", imo, "mmsi", mmsi)
    return _record(f"{PREFIX}ref/{key}", name or leading, provenance, numbers=tuple(numbers))


def unknown_party(row: Row, column: str, provenance: Provenance) -> Record:
    """A party of its own for a placeholder: two rows share it only when they say the same in every cell."""
    key = fingerprint(column, *row.content)
    return Record(f"{PREFIX}unknown/{key}", Kind.NOT_STATED, row[column], provenance, standing=Standing.MENTION)


def _record(record_id: str, name: str, provenance: Provenance, *, numbers: tuple[Identifier, ...]) -> Record:
    return Record(
        record_id,
        Kind.NOT_STATED,
        name,
        provenance,
        standing=Standing.MENTION,
        scope=Scope.BUILD,
        identifiers=numbers,
    )


def _imo_numbers(row: Row, text: str) -> tuple[Identifier, ...]:
    """The numbers that seven digits may be; with the label IMO also one that fails both checks, which is then noted."""
    found = _IMO.fullmatch(text)
    if not found:
        return ()
    both = (identifier("imo", text), identifier("company_imo", text))
    passed = tuple(candidate for candidate in both if candidate.valid is Validity.OK)
    return passed or ((number(row, "imo", text),) if found["label"] else ())


def _printed(cell: str) -> str:
    return "" if is_placeholder(cell) else cell
