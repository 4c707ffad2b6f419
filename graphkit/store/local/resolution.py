"""Which records an entity is made of and why, what reports expect, and what the case was built from."""

import pyarrow as pa
import pyarrow.compute as pc

from graphkit.store.base import Row
from graphkit.store.local.tables import BuildTables, plain_rows


def records_of_entity(build: BuildTables, entity_id: str) -> list[Row]:
    """The records that were joined into an entity."""
    ids = [row["record_id"] for row in build.ids("record_entities", "entity_id", entity_id, "record_id")]
    return build.where("records", "record_id", ids)


def records(build: BuildTables, record_ids: list[str]) -> list[Row]:
    """Records by id, one row per statement."""
    return build.where("records", "record_id", record_ids)


def pairs_of_records(build: BuildTables, record_ids: list[str]) -> list[Row]:
    """Judged pairs in which one of these records takes part."""
    pairs = build.table("pairs")
    values = pa.array(record_ids, pa.string())
    mask = pc.or_(pc.is_in(pairs["left"], values), pc.is_in(pairs["right"], values))
    return plain_rows(pairs.filter(mask))


def possible_matches(build: BuildTables, entity_ids: list[str]) -> list[Row]:
    """Doubtful pairs between one of these entities and another one, most alike first."""
    of_record = {row["record_id"]: row["entity_id"] for row in build.table("record_entities").to_pylist()}
    names = {row["entity_id"]: row["name"] for row in build.table("entities").to_pylist()}
    wanted = set(entity_ids)
    pairs = build.table("pairs")
    doubtful = pairs.filter(pc.equal(pairs["verdict"], "review")).sort_by([("match_weight", "descending")])
    found: dict[tuple[str, str], float] = {}
    for row in doubtful.to_pylist():
        left, right = of_record[row["left"]], of_record[row["right"]]
        for one, other in ((left, right), (right, left)):
            if one in wanted and one != other and other in names:
                found.setdefault((one, other), row["match_weight"])
    return [
        {"entity_id": one, "other_id": other, "other_name": names[other], "match_weight": weight}
        for (one, other), weight in sorted(found.items(), key=lambda each: (-each[1], each[0]))
    ]


def evidence_of_records(build: BuildTables, record_ids: list[str]) -> list[Row]:
    """The evidence of judged pairs in which one of these records takes part."""
    evidence = build.table("pair_evidence")
    values = pa.array(record_ids, pa.string())
    mask = pc.or_(pc.is_in(evidence["left"], values), pc.is_in(evidence["right"], values))
    return plain_rows(evidence.filter(mask))


def entities_of_records(build: BuildTables, record_ids: list[str]) -> list[Row]:
    """Which entity each of these records belongs to."""
    return build.where("record_entities", "record_id", record_ids)


def expectations(build: BuildTables, report: str) -> list[Row]:
    """What a report names and counts, with the entity of each named party."""
    rows = build.where("expectations", "report", [report])
    of_record = {row["record_id"]: row["entity_id"] for row in build.table("record_entities").to_pylist()}
    return [{**row, "entity_id": of_record.get(row["record_id"], "")} for row in rows]


def reports(build: BuildTables) -> list[Row]:
    """The reports of the case."""
    return [{"report": name} for name in sorted(pc.unique(build.table("expectations")["report"]).to_pylist())]


def sources_of_case(build: BuildTables) -> list[Row]:
    """The sources of the case with their files, dates and load reports."""
    return [
        {
            "source": source.name,
            "format": source.format,
            "files": [file.label for file in source.files],
            "sha256": [file.sha256 for file in source.files],
            "published": source.published or None,
            "read": source.read,
            "rows": source.rows,
            "kept": source.kept,
            "set_aside": source.set_aside,
            "notes": source.notes,
            "unresolved": source.unresolved,
        }
        for source in build.manifest.sources
    ]


def remarks(build: BuildTables) -> list[Row]:
    """Every row or cell that could not be used as printed."""
    return plain_rows(build.table("remarks"))
