"""Rows of a store turned into the parts of answers: entities with their listings, links with their sources."""

from collections import defaultdict
from collections.abc import Iterable

from graphkit.analyse.day import AsOf, any_status, is_dated, link_holds, listing_status
from graphkit.errors import WrongUse
from graphkit.model.answers import Entity, Holds, LinkEvidence, ListAge, Listed, SourceRef
from graphkit.model.vocabulary import (
    CERTAINTY_WEIGHT,
    SANCTIONING_MEASURES,
    Certainty,
    Kind,
    LinkType,
    Measure,
    Status,
)
from graphkit.store.base import Row, Store

_NUMBERS = ("imo", "company_imo", "mmsi", "call_sign", "lei")
ANY_MEASURE = "any"


def measures_named(name: str | None) -> frozenset[Measure]:
    """The measures that count: those that make a party sanctioned, all of them for `any`, or one by name.

    Raises:
        WrongUse: no measure has this name.
    """
    if name is None:
        return SANCTIONING_MEASURES
    if name == ANY_MEASURE:
        return frozenset(Measure)
    if name not in set(Measure):
        raise WrongUse(f"There is no measure {name!r}; the measures are any, {', '.join(Measure)}.")
    return frozenset({Measure(name)})


def source_ref(row: Row) -> SourceRef:
    """Where a statement was read."""
    return SourceRef(
        source=row["source_id"],
        place=row["place"] or "",
        reference=row["source_reference"] or "",
        wording=row["wording"] or "",
        file=row["file"] or "",
        line=row["line"] or 0,
    )


def ordered(refs: Iterable[SourceRef]) -> tuple[SourceRef, ...]:
    """Each source once, in an order that does not depend on the files and lines in which the statements stand."""
    return tuple(
        sorted(set(refs), key=lambda ref: (ref.source, ref.place, ref.reference, ref.wording, ref.file, ref.line))
    )


def list_ages(store: Store) -> tuple[ListAge, ...]:
    """How old the lists of the case are."""
    return tuple(ListAge(row["source"], row["published"], row["read"]) for row in store.lists())


class Evidence:
    """Entities and links of one question on one day, read from the store in few questions.

    measures: the listings that count. to: an authority when only its listings count.
    """

    def __init__(self, store: Store, on: AsOf, measures: frozenset[Measure] = SANCTIONING_MEASURES) -> None:
        self._store = store
        self._on = on
        self._measures = measures

    def entities(self, ids: Iterable[str], *, authority: str | None = None) -> dict[str, Entity]:
        """Entities by id, each with the listings that count and whether one was in force."""
        wanted = sorted(set(ids))
        listed = self._listed(wanted, authority)
        rows = self._store.rows("entities", ids=wanted)
        return {row["entity_id"]: _entity(row, listed[row["entity_id"]]) for row in rows}

    def all_listings(self, entity_id: str) -> tuple[Listed, ...]:
        """Every listing of an entity, whatever its measure, on the day."""
        return tuple(self._listings([entity_id], frozenset(Measure), None)[entity_id])

    def links(self, rows: Iterable[Row]) -> dict[str, LinkEvidence]:
        """Links by id, with every source that states them; links that do not hold on the day are left out."""
        return self.all_links(row for row in rows if link_holds(row, self._on.day))

    def all_links(self, rows: Iterable[Row]) -> dict[str, LinkEvidence]:
        """Links by id whatever their dates; `holds` says no for those that do not hold on the day."""
        rows = list(rows)
        sources = self._sources("link_sources", "link_ids", "link_id", [row["link_id"] for row in rows])
        return {
            row["link_id"]: _link(row, link_holds(row, self._on.day) or "no", sources[row["link_id"]]) for row in rows
        }

    def _listed(self, ids: list[str], authority: str | None) -> dict[str, list[Listed]]:
        counted = self._listings(ids, self._measures, authority)
        return defaultdict(
            list, {each: [one for one in listed if one.status is not Status.NO] for each, listed in counted.items()}
        )

    def _listings(self, ids: list[str], measures: frozenset[Measure], authority: str | None) -> dict[str, list[Listed]]:
        found: dict[str, list[Listed]] = defaultdict(list)
        rows = [row for row in self._store.rows("listings", entity_ids=ids) if _counts(row, measures, authority)]
        sources = self._sources("listing_sources", "listing_ids", "listing_id", [row["listing_id"] for row in rows])
        for row in sorted(
            rows, key=lambda row: (row["authority"], row["listed_min"] or 0, row["reference"], row["measure"])
        ):
            found[row["entity_id"]].append(_listing(row, listing_status(row, self._on.day), sources[row["listing_id"]]))
        return found

    def _sources(self, question: str, parameter: str, key: str, ids: list[str]) -> dict[str, tuple[SourceRef, ...]]:
        found: dict[str, list[SourceRef]] = defaultdict(list)
        for row in self._store.rows(question, **{parameter: sorted(set(ids))}):
            found[row[key]].append(source_ref(row))
        return defaultdict(tuple, {each: ordered(refs) for each, refs in found.items()})


def _counts(row: Row, measures: frozenset[Measure], authority: str | None) -> bool:
    return Measure(row["measure"]) in measures and (authority is None or row["authority"] == authority)


def _entity(row: Row, listed: list[Listed]) -> Entity:
    return Entity(
        id=row["entity_id"],
        kind=Kind(row["kind"]),
        name=row["name"],
        identifiers={scheme: row[scheme] for scheme in _NUMBERS if row[scheme]},
        flag=row["flag"] or None,
        countries=tuple(row["countries"].split("; ")) if row["countries"] else (),
        unknown=bool(row["unknown"]),
        sanctioned=any_status([each.status for each in listed]),
        listed=tuple(listed),
    )


def _listing(row: Row, status: Status, sources: tuple[SourceRef, ...]) -> Listed:
    return Listed(
        authority=row["authority"],
        list=row["list"],
        measure=Measure(row["measure"]),
        reference=row["reference"],
        listed=row["listed"] or None,
        delisted=row["delisted"] or None,
        programs=tuple(row["programs"].split("; ")) if row["programs"] else (),
        status=status,
        sources=sources,
    )


def _link(row: Row, holds: Holds, sources: tuple[SourceRef, ...]) -> LinkEvidence:
    low, high = row["share_min"], row["share_max"]
    exact = low is not None and low == high
    return LinkEvidence(
        id=row["link_id"],
        type=LinkType(row["type"]),
        role=row["role"],
        share=low if exact else None,
        share_min=low,
        share_max=high,
        start=row["start"] or None,
        end=row["end"] or None,
        dated=is_dated(row),
        holds=holds,
        certainty=Certainty(row["certainty"]),
        sources=sources,
        from_id=row["from_id"],
        to_id=row["to_id"],
    )


def surest(links: Iterable[LinkEvidence]) -> Certainty:
    """The surest certainty among parallel links: they are evidence of one step."""
    return max((link.certainty for link in links), key=lambda certainty: CERTAINTY_WEIGHT[certainty])
