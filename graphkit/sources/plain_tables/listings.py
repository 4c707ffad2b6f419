"""The listings table: which authority lists whom, on which list and with which measure."""

from typing import Final

from graphkit.model.placeholders import is_placeholder
from graphkit.model.records import Listing, Record
from graphkit.model.vocabulary import Measure
from graphkit.sources.plain_tables.cells import day, word
from graphkit.sources.plain_tables.mentions import mention
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.sources import Sources, leading

_MEASURE_WORDS: Final = {"port_entry_ban": Measure.PORT_BAN, "deflagging": Measure.DEFLAG}


def statements(row: Row, sources: Sources) -> list[Record | Listing]:
    """The party of the row and a listing for each measure and source.

    Raises:
        Unusable: no party is named, or a measure is no word of the contract.
    """
    if not row["entity"] or is_placeholder(row["entity"]):
        raise Unusable("the row names no listed party")
    measures = [_measure(text) for text in row.values("measure") or ("asset_freeze",)]
    if not row["authority"]:
        row.note("the row names no authority, so that no verdict rests on it", row["list"])
    provenances = sources.provenances(row, reference=row["reference"])
    party = mention(row, row["entity"], leading(provenances))
    listed, delisted = day(row, "listed"), day(row, "delisted")
    listings = [
        Listing(
            party.id,
            row["authority"],
            row["list"],
            measure,
            provenance,
            programs=row.values("program"),
            listed=listed,
            delisted=delisted,
            reference=row["reference"],
        )
        for measure in dict.fromkeys(measures)
        for provenance in provenances
    ]
    return [party, *listings]


def _measure(text: str) -> Measure:
    name = word(text)
    if name in _MEASURE_WORDS:
        return _MEASURE_WORDS[name]
    try:
        return Measure(name)
    except ValueError:
        raise Unusable("measure is no word of the contract") from None
