"""Entity ids: the strongest checked number, else a short hash of the first entry's record id.

An id depends on the records alone, not on their order or on the files they came in. A number that two entities bear
gives an id to neither. Ids of earlier builds stay known through the table of old ids.
"""

import hashlib
from collections import Counter

import pandas as pd

from graphkit.model.vocabulary import Kind, Standing
from graphkit.names.company_names import company_form
from graphkit.resolve.classes import ANY, LEGAL
from graphkit.resolve.prepare import PreparedBuild

_KIND_ORDER = (Kind.VESSEL, Kind.PERSON, Kind.AIRCRAFT, Kind.COMPANY, Kind.ORGANIZATION, Kind.ADDRESS)
_ID_WORD = {Kind.NOT_STATED: "party"}
_NUMBERS = {"vessel": ("imo",), "company": ("company_imo", "lei"), "organization": ("company_imo", "lei")}


def name_entities(build: PreparedBuild, clusters: list[list[str]]) -> pd.DataFrame:
    """record_id, entity_id and kind for every record."""
    prepared, records = build.prepared, build.records
    features = {name: prepared.features[name].sets(prepared.ids) for name in ("imo", "company_imo", "lei")}
    with_form = {name for name in records["name"].unique() if company_form(name).legal_form}
    ashore = records["name_class"].isin([LEGAL, ANY])
    companies = set(records.index[records["name"].isin(with_form) & ashore]) | set(features["company_imo"])
    stated = dict(zip(records.index, map(Kind, records["kind"]), strict=True))
    entries = set(records.index[records["standing"].eq(Standing.ENTRY)])
    kinds = [_kind(members, stated, companies) for members in clusters]
    borne = [_numbers(members, kind, features) for members, kind in zip(clusters, kinds, strict=True)]
    firsts = [_first(members, entries) for members in clusters]
    bearers = Counter(number for numbers in borne for number in set(numbers))
    alike = Counter(_hash(first) for first in firsts)
    rows = []
    for members, kind, numbers, first in zip(clusters, kinds, borne, firsts, strict=True):
        own = [number for number in numbers if bearers[number] == 1]
        short = _hash(first) if alike[_hash(first)] == 1 else _hash(first, size=16)
        entity_id = own[0] if own else f"{_ID_WORD.get(kind, str(kind))}-{short}"
        rows += [(record_id, entity_id, str(kind)) for record_id in members]
    table = pd.DataFrame(rows, columns=["record_id", "entity_id", "kind"], dtype="str")
    return table.sort_values("record_id", ignore_index=True)


def _kind(members: list[str], stated: dict[str, Kind], companies: set[str]) -> Kind:
    """What the members say it is; a legal person is a company when a number, a legal form or a source says so."""
    kinds = {stated[record_id] for record_id in members}
    kind = next((kind for kind in _KIND_ORDER if kind in kinds), Kind.NOT_STATED)
    return Kind.COMPANY if kind is Kind.ORGANIZATION and not companies.isdisjoint(members) else kind


def _numbers(members: list[str], kind: Kind, features: dict[str, dict[str, set[str]]]) -> list[str]:
    """Ids made of the numbers of an entity, strongest first; a ship with two IMO numbers has none to be called by."""
    found: list[str] = []
    for scheme in _NUMBERS.get(str(kind), ()):
        values = sorted({value for record_id in members for value in features[scheme].get(record_id, ())})
        if kind is Kind.VESSEL and len(values) > 1:
            continue
        word = "imo" if scheme.endswith("imo") else scheme
        found += [f"{kind}-{word}-{value.lower()}" for value in values]
    return found


def _first(members: list[str], entries: set[str]) -> str:
    return min(members, key=lambda record_id: (record_id not in entries, record_id))


def _hash(text: str, *, size: int = 5) -> str:
    return hashlib.blake2b(text.encode(), digest_size=size).hexdigest()
