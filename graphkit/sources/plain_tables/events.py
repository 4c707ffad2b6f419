"""The events table: what a ship did, alone or with another, and what it claimed to be meanwhile.

A name, number or flag that was broadcast or painted stays a claim of that ship on that day. An empty counterpart is an
unknown one and takes no part under any name.
"""

from typing import Final

from graphkit.errors import IdentifierError
from graphkit.model.identifiers import parse_ship_imo
from graphkit.model.records import Event, IdentityClaim, Record
from graphkit.sources.plain_tables.cells import certainty, country, decimal, given_id, span, word
from graphkit.sources.plain_tables.keys import PREFIX, fingerprint
from graphkit.sources.plain_tables.mentions import vessel_mention
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.sources import Sources, leading

TYPES: Final = frozenset(
    {
        "ais_gap",
        "ais_spoofing",
        "identity_claim",
        "encounter",
        "sts_transfer",
        "port_call",
        "loitering",
        "draught_change",
        "name_change",
        "flag_change",
        "owner_change",
        "manager_change",
        "mmsi_change",
        "physical_alteration",
        "inspection",
        "detention",
        "seizure",
        "sighting",
    }
)
_TYPE_WORDS: Final = {
    "sts": "sts_transfer",
    "ship_to_ship_transfer": "sts_transfer",
    "port_visit": "port_call",
    "gap": "ais_gap",
}
_SAYS_WHO: Final = frozenset({"source", "certainty", "note", "wording", "visibility"})
_DEEPEST_DRAUGHT_M = 40.0


def statements(row: Row, sources: Sources) -> list[Record | Event]:
    """The vessels of the row and one event for each of its sources, all with one id.

    Raises:
        Unusable: the type of the event is none of TYPES.
    """
    event_type = _TYPE_WORDS.get(word(row["type"]), word(row["type"]))
    if event_type not in TYPES:
        raise Unusable("the type of the event is none that graphkit knows")
    provenances = sources.provenances(row)
    vessel, counterpart = (vessel_mention(row, column, leading(provenances)) for column in ("vessel", "counterpart"))
    if vessel is None:
        row.note("the row names no vessel", event_type)
    participants = [(vessel, "subject"), (counterpart, "counterpart")]
    (start, end), position, claim = span(row), _position(row), _claim(row)
    before, after, sureness = _draught(row, "draught_before"), _draught(row, "draught_after"), certainty(row)
    further = (f"{column}: {cell}" for column, cell in row.further)
    events = [
        Event(
            _event_id(row, event_type),
            event_type,
            tuple((party.id, role) for party, role in participants if party),
            provenance,
            start=start,
            end=end,
            position=position,
            area=row["area"],
            claim=claim,
            draught_before_m=before,
            draught_after_m=after,
            certainty=sureness,
            note="; ".join(filter(None, (row["note"], *further))),
        )
        for provenance in provenances
    ]
    return [*(party for party in (vessel, counterpart) if party), *events]


def _event_id(row: Row, event_type: str) -> str:
    """The id of the row, else what happened without who says so: rows that differ in the source alone are one event."""
    if given := given_id(row):
        return f"{PREFIX}event/{given}"
    cells = {**row.cells, "type": event_type}
    happened = sorted(f"{column}={text}" for column, text in cells.items() if column not in _SAYS_WHO)
    return f"{PREFIX}event/{event_type}-{fingerprint(*happened)}"


def _position(row: Row) -> tuple[float, float] | None:
    if not (row["lat"] or row["lon"]):
        return None
    latitude, longitude = decimal(row["lat"]), decimal(row["lon"])
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        row.note("lat and lon are no position in degrees and are left out", f"{row['lat']} {row['lon']}")
        return None
    return latitude, longitude


def _claim(row: Row) -> IdentityClaim | None:
    name, imo, flag = row["claimed_name"], row["claimed_imo"], row["claimed_flag"]
    if not (name or imo or flag):
        return None
    return IdentityClaim(name, _claimed_imo(row, imo), (country(row, "claimed_flag", flag) or flag) if flag else "")


def _claimed_imo(row: Row, printed: str) -> str:
    """The digits of a valid number, else what was printed: a number that no ship can have is telling too."""
    if not printed:
        return ""
    try:
        return parse_ship_imo(printed)
    except IdentifierError:
        row.note("claimed_imo is no ship's IMO number and is kept as claimed", printed)
        return printed


def _draught(row: Row, column: str) -> float | None:
    """A draught in metres. 0 is what AIS sends when there is none."""
    text = row[column].casefold().removesuffix("m").strip()
    if not text:
        return None
    metres = decimal(text)
    if metres is None or not 0 < metres <= _DEEPEST_DRAUGHT_M:
        row.note(f"{column} is no draught in metres and is left out", row[column])
        return None
    return metres
