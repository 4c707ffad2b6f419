"""What joins two parties, so that a stake that passes from one to the other has not gone far."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, ordered, source_ref
from graphkit.analyse.timeline.spans import span_of
from graphkit.model.answers import LinkEvidence, SourceRef
from graphkit.model.vocabulary import OWNING, LinkType
from graphkit.names.normalise import comparison_form
from graphkit.store.base import Row, Store

_PERSONAL = {
    LinkType.FAMILY_OF: "is family of it",
    LinkType.ASSOCIATE_OF: "is an associate of it",
    LinkType.ACTS_FOR: "acts for the other, or the other for it",
    LinkType.NOMINEE_FOR: "is a nominee of the other, or the other of it",
    LinkType.DIRECTS: "directs the other, or is directed by it",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that joins two parties, and the pattern that a transfer between them makes."""

    pattern: Literal["transfer_to_relative_or_associate", "transfer_to_sister_company"]
    text: str
    links: tuple[LinkEvidence, ...]
    sources: tuple[SourceRef, ...]


class PartyTies:
    """Ties of parties, read from the store once each, whatever the dates of the links."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._evidence = Evidence(store, AsOf("any", None))
        self._ties: dict[tuple[str, str], tuple[Tie, ...]] = {}
        self._links: dict[str, list[Row]] = {}
        self._addresses: dict[str, dict[str, list[Row]]] = {}

    def between(self, party: str, other: str) -> tuple[Tie, ...]:
        """The ties of two parties: personal ones, one holder or one of them the other's, one address."""
        if (party, other) not in self._ties:
            self._ties[party, other] = tuple(self._found(party, other))
        return self._ties[party, other]

    def _found(self, party: str, other: str) -> Iterator[Tie]:
        rows = [row for row in self._of(party) if other in {row["from_id"], row["to_id"]}]
        for kind, words in _PERSONAL.items():
            if found := [row for row in rows if row["type"] == kind]:
                yield self._tie("transfer_to_relative_or_associate", f"{words} ({_told(found)})", found)
        if found := [row for row in rows if row["type"] in OWNING]:
            yield self._tie("transfer_to_sister_company", f"is joined to it by holding ({_told(found)})", found)
        if found := [row for row in rows if row["type"] in {LinkType.SHARED_ADDRESS, LinkType.SHARED_CONTACT}]:
            yield self._tie(
                "transfer_to_sister_company", f"shares an address or contact with it ({_told(found)})", found
            )
        yield from self._one_holder(party, other)
        yield from self._one_address(party, other)

    def holds_on(self, ended: Row) -> bool:
        """Whether the holder of a stake that ended has another one in the same party that has not surely ended."""
        last = span_of(ended, "end").last
        return any(
            row["from_id"] == ended["from_id"]
            and row["to_id"] == ended["to_id"]
            and row["type"] == ended["type"]
            and row["link_id"] != ended["link_id"]
            and not _over_by(row, last)
            for row in self._of(ended["from_id"])
        )

    def _one_holder(self, party: str, other: str) -> Iterator[Tie]:
        above = {row["from_id"]: row for row in self._of(party) if row["type"] in OWNING and row["to_id"] == party}
        beside = {
            row["from_id"]: row
            for row in (self._of(other) if above else ())
            if row["type"] in OWNING and row["to_id"] == other
        }
        for holder in sorted((set(above) & set(beside)) - {party, other}):
            rows = self._store.rows("entities", ids=[holder])
            if rows and not rows[0]["unknown"]:
                found = [above[holder], beside[holder]]
                yield self._tie(
                    "transfer_to_sister_company", f"has one holder with it, {rows[0]['name']} ({_told(found)})", found
                )

    def _one_address(self, party: str, other: str) -> Iterator[Tie]:
        here = self._addresses_of(party)
        there = self._addresses_of(other) if here else {}
        for form in sorted(set(here) & set(there)):
            text = (
                f"is stated at one address with it, {here[form][0]['value']}"
                " (a district's or an agent's address proves little)"
            )
            refs = ordered(source_ref(row) for row in (*here[form], *there[form]))
            yield Tie("transfer_to_sister_company", text, (), refs)

    def _tie(
        self,
        pattern: Literal["transfer_to_relative_or_associate", "transfer_to_sister_company"],
        text: str,
        rows: list[Row],
    ) -> Tie:
        links = tuple(self._evidence.all_links(rows).values())
        return Tie(pattern, text, links, ordered(ref for link in links for ref in link.sources))

    def _of(self, entity_id: str) -> list[Row]:
        if entity_id not in self._links:
            self._links[entity_id] = self._store.rows("links_of_entity", entity_id=entity_id)
        return self._links[entity_id]

    def _addresses_of(self, entity_id: str) -> dict[str, list[Row]]:
        if entity_id not in self._addresses:
            found: dict[str, list[Row]] = {}
            for row in self._store.rows("facts_of_entity", entity_id=entity_id):
                form = comparison_form(row["value"]) if row["property"] == "address" else ""
                if form:
                    found.setdefault(form, []).append(row)
            self._addresses[entity_id] = found
        return self._addresses[entity_id]


def _told(rows: list[Row]) -> str:
    return "; ".join(dict.fromkeys(_one(row) for row in rows))


def _one(row: Row) -> str:
    start, end = span_of(row, "start").text, span_of(row, "end").text
    dates = f"{start or '?'} to {end or '?'}" if start or end else "undated"
    return ", ".join(part for part in (row["type"], row["role"].replace("_", " "), dates) if part)


def _over_by(row: Row, day: int | None) -> bool:
    end = span_of(row, "end").last
    return end is not None and day is not None and end <= day
