"""company_register: an extract of a register of companies, a row for each shareholder, controller or officer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from graphkit.model.records import Link, Share, Statement
from graphkit.model.vocabulary import LinkType
from graphkit.sources.plain_tables.cells import word
from graphkit.sources.plain_tables.roles import type_and_role
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.sources import Sources
from graphkit.sources.plain_tables.telling import Reader
from graphkit.sources.ship_pages.effect import Span, span
from graphkit.sources.ship_pages.holdings import links
from graphkit.sources.ship_pages.natures import Nature, nature_of, stated_share
from graphkit.sources.ship_pages.parties import party

_KINDS: Final[Mapping[str, str]] = {
    "person": "person",
    "individual": "person",
    "natural_person": "person",
    "company": "company",
    "corporate": "company",
    "corporate_entity": "company",
    "legal_person": "organization",
    "organization": "organization",
}
_COMPANY: Final = ("registration_number", "country", "company_imo", "address")
_OFFICERS: Final[Mapping[str, str]] = {"officer": "", "director": "director", "secretary": "secretary"}
_POSITIONS: Final[Mapping[str, str]] = {
    "": "official",
    "corporate_director": "director",
    "managing_director": "director",
    "nominee_director": "director",
    "corporate_nominee_director": "director",
    "corporate_secretary": "secretary",
    "company_secretary": "secretary",
    "nominee_secretary": "secretary",
    "corporate_nominee_secretary": "secretary",
}


def reader(rows: Sequence[Row]) -> Reader:  # noqa: ARG001  # the form of the others; a register dates both ends
    """Reads one row."""
    return statements


def statements(row: Row, sources: Sources) -> list[Statement]:
    """The company, the parties of the row and what each holds.

    Raises:
        Unusable: no company, or nobody who holds or directs it in a way that graphkit knows.
    """
    if not (row["company"] or row["registration_number"] or row["company_imo"]):
        raise Unusable("the row names no company")
    described = {column: row[column] for column in _COMPANY}
    held = party(row, sources, row["company"], described, column="company", kind="company")
    dates, row_of_links = span(row, "since", "until"), _with_class_of_shares(row)
    found: list[Statement] = list(held.records)
    holdings = 0
    for column, kinds in (("holder", _natures(row)), *_offices(row)):
        if not row[column]:
            continue
        who = party(row, sources, row[column], _details(row, column), column=column, kind=_kind(row, column))
        found += who.records
        for nature in kinds:
            holdings += 1
            found += _link(row_of_links, sources, nature, who.id, held.id, dates)
    if not holdings:
        raise Unusable("the row names nobody who holds or directs the company in a way that graphkit knows")
    return list(dict.fromkeys(found))


def _natures(row: Row) -> list[Nature]:
    """What the holder has: the natures of control, else a share of unknown or stated size."""
    if not row["holder"]:
        return []
    share = stated_share(row)
    if not row["nature_of_control"]:
        return [Nature(LinkType.OWNS, "shareholder", share)]
    found = []
    for text in row.values("nature_of_control"):
        nature = nature_of(text)
        if nature is None:
            row.note("the nature of control is none that graphkit knows and is not read", text)
        elif share and nature.type is LinkType.OWNS:
            found.append(replace(nature, share=share))  # a number beside a band is the exacter of the two
        else:
            found.append(nature)
    return found


def _offices(row: Row) -> Iterator[tuple[str, list[Nature]]]:
    """The officers of the row, each with what he is; one whose position is not known holds nothing here."""
    for column, role in _OFFICERS.items():
        position = role or _POSITIONS.get(word(row["position"]), row["position"])
        known = type_and_role(position)
        if row[column] and known and known[0] is LinkType.DIRECTS:
            yield column, [Nature(LinkType.DIRECTS, known[1])]
        elif row[column]:
            row.note("the position is none that graphkit knows and is not read", position)


def _details(row: Row, column: str) -> dict[str, str]:
    details = {"birth_date": row["birth_date"]}
    if column == "holder":
        details |= {
            "registration_number": row["holder_registration_number"],
            "country": row["holder_country"],
            "address": row["holder_address"],
        }
    return details


def _kind(row: Row, column: str) -> str:
    """Person or company, where the extract says so; a birth date is a person's."""
    if column == "holder" and row["holder_kind"]:
        text = word(row["holder_kind"]).removesuffix("_person_with_significant_control")
        if text in _KINDS:
            return _KINDS[text]
        row.note("the kind of the holder is none that graphkit knows and counts as not stated", row["holder_kind"])
    return "person" if row["birth_date"] and (column != "holder" or not row["officer"]) else ""


def _link(row: Row, sources: Sources, nature: Nature, who: str, held: str, dates: Span) -> list[Link]:
    return links(row, sources, (nature.type, nature.role), who, held, dates, _rounded(nature.share))


def _rounded(share: Share | None) -> Share | None:
    """A share of shares as a percentage with ten figures: 100 of 300 is 33.3333333333."""
    if share is None or share.minimum != share.maximum:
        return share
    percent = round(share.minimum, 10)
    return Share(percent, percent)


def _with_class_of_shares(row: Row) -> Row:
    if not row["share_class"]:
        return row
    wording = "; ".join(filter(None, (row["wording"], f"class of shares: {row['share_class']}")))
    return replace(row, cells={**row.cells, "wording": wording})
