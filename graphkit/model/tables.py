"""The declared columns of every table that a build keeps, and their types.

Statement tables hold one row per statement: who says it, where, in which words, from when, how public. Graph tables are
derived from them and point back by `statement_id`. Days are whole days since 1970; an empty share is unknown, never 0.
"""

from collections.abc import Mapping
from typing import Final

Columns = Mapping[str, str]

PROVENANCE: Final[Columns] = {
    "source_id": "string",
    "file": "string",
    "line": "int32",
    "place": "string",
    "source_reference": "string",
    "wording": "string",
    "visibility": "string",
}
_BOUNDS: Final[Columns] = {
    "start": "string",
    "start_min": "int32",
    "start_max": "int32",
    "end": "string",
    "end_min": "int32",
    "end_max": "int32",
}
_SHARE: Final[Columns] = {
    "share_min": "float64",
    "share_max": "float64",
    "share_min_exclusive": "bool",
    "share_max_exclusive": "bool",
}
_LISTED: Final[Columns] = {
    "authority": "string",
    "list": "string",
    "programs": "string",  # separated by "; "
    "measure": "string",
    "reference": "string",
    "listed": "string",
    "listed_min": "int32",
    "listed_max": "int32",
    "delisted": "string",
    "delisted_min": "int32",
    "delisted_max": "int32",
}

STATEMENT_TABLES: Final[Mapping[str, Columns]] = {
    "sources": {
        "id": "string",
        "title": "string",
        "publisher": "string",
        "url": "string",
        "archive_url": "string",
        "published": "string",
        "published_day": "int32",
        "retrieved": "string",
        "kind": "string",
        "reliability": "string",
        "file": "string",
        "sha256": "string",
        "visibility": "string",
        "dataset": "string",
        "known_day": "int32",  # the first day on which a statement without a date is known to have stood there
    },
    "records": {
        "record_id": "string",
        "dataset": "string",  # the source of the case that it was read from
        "kind": "string",
        "name": "string",
        "standing": "string",
        "scope": "string",
        **PROVENANCE,
    },
    "record_names": {"record_id": "string", "name": "string", "name_kind": "string", **PROVENANCE},
    "record_identifiers": {
        "record_id": "string",
        "scheme": "string",
        "raw": "string",
        "value": "string",
        "valid": "string",
        "country": "string",
        **PROVENANCE,
    },
    "record_facts": {
        "record_id": "string",
        "property": "string",
        "value": "string",
        "code": "string",
        **_BOUNDS,
        **PROVENANCE,
    },
    "link_statements": {
        "statement_id": "string",
        "type": "string",
        "from_record": "string",
        "to_record": "string",
        "role": "string",
        "joint": "string",
        "certainty": "string",
        **_SHARE,
        **_BOUNDS,
        **PROVENANCE,
    },
    "listing_statements": {
        "statement_id": "string",
        "record_id": "string",
        "known_day": "int32",  # the first day on which the source is known to have said so
        **_LISTED,
        **PROVENANCE,
    },
    "event_statements": {
        "statement_id": "string",
        "event_id": "string",
        "type": "string",
        "area": "string",
        "latitude": "float64",
        "longitude": "float64",
        "claimed_name": "string",
        "claimed_imo": "string",
        "claimed_flag": "string",
        "draught_before_m": "float64",
        "draught_after_m": "float64",
        "certainty": "string",
        "note": "string",
        **_BOUNDS,
        **PROVENANCE,
    },
    "event_participants": {"event_id": "string", "record_id": "string", "role": "string"},
    "expectations": {
        "report": "string",
        "category": "string",
        "expected": "int32",
        "record_id": "string",
        "paragraph": "string",
        **PROVENANCE,
    },
    "remarks": {
        "dataset": "string",
        "file": "string",
        "line": "int32",
        "reason": "string",
        "text": "string",
        "set_aside": "bool",
    },
}

RESOLUTION_TABLES: Final[Mapping[str, Columns]] = {
    "record_entities": {"record_id": "string", "entity_id": "string"},
    "pairs": {
        "left": "string",
        "right": "string",
        "match_weight": "float64",
        "verdict": "string",  # merge | review | apart
        "decided_by": "string",  # rule | weights | judgement
        "reason": "string",
    },
    "pair_evidence": {
        "left": "string",
        "right": "string",
        "evidence": "string",
        "state": "string",  # agrees | contradicts
        "weight": "float64",
        "detail": "string",
    },
    # What was compared, with the verdict before clusters were made, and what each record said then: a later build takes
    # over the pairs of records whose marks are the same.
    "compared_pairs": {
        "left": "string",
        "right": "string",
        "match_weight": "float64",
        "verdict": "string",
        "decided_by": "string",
        "reason": "string",
    },
    "record_marks": {"record_id": "string", "mark": "string"},
    "unresolved": {"record_id": "string", "name": "string", "dataset": "string", "line": "int32", "reason": "string"},
}

GRAPH_TABLES: Final[Mapping[str, Columns]] = {
    "entities": {
        "entity_id": "string",
        "kind": "string",
        "name": "string",
        "imo": "string",
        "company_imo": "string",
        "mmsi": "string",
        "call_sign": "string",
        "lei": "string",
        "flag": "string",
        "countries": "string",  # codes separated by "; "
        "type": "string",
        "unknown": "bool",  # a placeholder owner: never merged, never walked through
        "dissolved": "string",
        "dissolved_min": "int32",
        "dissolved_max": "int32",
        # What the authorities' tests say on the day of the build: yes | no | possible, empty where they do not apply.
        "blocked_ofac": "string",
        "blocked_eu": "string",
        "blocked_uk": "string",
        "blocked_review": "string",  # authorities whose result rests on mutual holdings, separated by "; "
        "blocked_because": "string",  # ids of the holders whose stakes met a test, separated by "; "
        "blocked_as_of": "string",
        "effective_listed_share_min": "float64",  # percent, of all parties under an asset freeze together
        "effective_listed_share_max": "float64",
        "records": "int32",
        "visibility": "string",
    },
    "entity_names": {
        "entity_id": "string",
        "name": "string",
        "name_kind": "string",
        "search_key": "string",  # the comparison form; blanks removed, it is the joined form
        **PROVENANCE,
    },
    "entity_facts": {
        "entity_id": "string",
        "property": "string",  # a scheme of numbers, or a property of Fact
        "value": "string",
        "code": "string",  # a number as compared, a country's letters
        "valid": "string",  # of a number
        "start": "string",
        **PROVENANCE,
    },
    "links": {
        "link_id": "string",
        "type": "string",
        "from_id": "string",
        "to_id": "string",
        "role": "string",
        "joint": "string",
        "certainty": "string",  # the surest of its statements
        "visibility": "string",  # public when any statement is
        **_SHARE,
        **_BOUNDS,
    },
    # One row for each row of `links`, in its order: see graph.link_numbers.
    "link_numbers": {
        "type": "int8",
        "from_number": "int32",
        "to_number": "int32",
        "certainty": "int8",
        "joint": "int32",
        "control": "int8",
        "low": "int64",
        "high": "int64",
        "low_open": "bool",
        "high_open": "bool",
        "stated": "bool",
        "start_min": "int32",
        "start_max": "int32",
        "end_min": "int32",
        "end_max": "int32",
        "begun": "bool",
        "dated": "bool",
        "public": "bool",
    },
    "link_sources": {
        "link_id": "string",
        "statement_id": "string",
        "certainty": "string",
        **PROVENANCE,
    },
    # Parties that have an address or a contact in common, one row per statement of it; also where they are too many to
    # be joined by links.
    "shared_facts": {
        "group_id": "string",
        "property": "string",  # address, phone, fax, email or website
        "value": "string",  # as stated
        "entity_id": "string",
        **PROVENANCE,
    },
    "listings": {
        "listing_id": "string",
        "entity_id": "string",
        "known_day": "int32",
        "visibility": "string",
        **_LISTED,
    },
    "listing_sources": {"listing_id": "string", "statement_id": "string", **PROVENANCE},
    "events": {
        "event_id": "string",
        "type": "string",
        "area": "string",
        "latitude": "float64",
        "longitude": "float64",
        "claimed_name": "string",
        "claimed_imo": "string",
        "claimed_flag": "string",
        "draught_before_m": "float64",
        "draught_after_m": "float64",
        "certainty": "string",
        "note": "string",
        **_BOUNDS,
        **PROVENANCE,
    },
    "event_entities": {"event_id": "string", "entity_id": "string", "role": "string"},
    "old_ids": {"old_id": "string", "entity_id": "string"},
}
