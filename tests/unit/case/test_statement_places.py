"""Each row of the statement tables names the place where it was read, also inside one record."""

from graphkit.case.statements import Dataset, StatementRows
from graphkit.model.records import Fact, Name, Provenance, Record
from graphkit.model.vocabulary import Kind

ENTRY = Provenance("ofac-sdn", "sdn.csv", 7, place="101", reference="101")
ALIAS = Provenance("ofac-sdn", "alt.csv", 3, place="101", reference="101")
ADDRESS = Provenance("ofac-sdn", "add.csv", 5, place="101", reference="101")


def test_a_name_and_a_fact_from_elsewhere_keep_their_own_line() -> None:
    rows = StatementRows()
    record = Record(
        "ofac-sdn:101",
        Kind.ORGANIZATION,
        "EXAMPLE CO",
        ENTRY,
        names=(Name("EXAMPLE", where=ALIAS), Name("EX")),
        facts=(Fact("address", "Havana, Cuba", "CU", where=ADDRESS), Fact("website", "www.example.org")),
    )
    rows.add(record, Dataset("ofac-sdn", "", None, 17711))
    tables = rows.tables()
    places = {
        name: {(row[what], row["file"], row["line"]) for row in tables[name].to_pylist()}
        for name, what in (("record_names", "name"), ("record_facts", "value"))
    }
    assert places == {
        "record_names": {("EXAMPLE CO", "sdn.csv", 7), ("EXAMPLE", "alt.csv", 3), ("EX", "sdn.csv", 7)},
        "record_facts": {("Havana, Cuba", "add.csv", 5), ("www.example.org", "sdn.csv", 7)},
    }
