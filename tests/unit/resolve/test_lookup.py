"""The ways in which a mention names an entry, surest first."""

from graphkit.model.records import Record
from graphkit.model.vocabulary import Scope
from graphkit.resolve.lookup import Lookup
from graphkit.resolve.prepare import prepare
from tests.case_tables import Tables, cell, company, mention, tables, tables_of, vessel


def steps(said: Tables, record_id: str, scope: Scope) -> list[tuple[str, set[str]]]:
    """The ways that find anybody."""
    lookup = Lookup(prepare(said), said["record_identifiers"])
    return [(reason, found) for reason, found in lookup.steps(record_id, scope) if found]


def of_cell(text: str, *records: Record) -> list[tuple[str, set[str]]]:
    return steps(tables(*records, cell(text)), f"own:ref/{text}", Scope.BUILD)


PRIMARY = "primary name of an entry of the same list, as printed"
FURTHER = "further name of an entry of the same list, as printed"
BEARER = "name, the only party that bears it"


def test_a_list_names_its_own_entries_as_printed_and_primary_names_come_before_further_ones() -> None:
    said = tables_of(
        {
            "ofac": [
                company("ofac:1", "ROSTEC", aliases=["Rosneft"]),
                company("ofac:2", "ROSNEFT", weak=["RN"]),
                mention("ofac:3/linked-1", "ROSNEFT"),
                mention("ofac:3/linked-2", "RN"),
                mention("ofac:3/linked-3", "ROS-NEFT"),
            ],
            "eu": [company("eu:1", "ROSNEFT")],
        }
    )
    assert steps(said, "ofac:3/linked-1", Scope.LIST) == [(PRIMARY, {"ofac:2"}), (FURTHER, {"ofac:1"})]
    assert steps(said, "ofac:3/linked-2", Scope.LIST) == [(FURTHER, {"ofac:2"})]
    assert steps(said, "ofac:3/linked-3", Scope.LIST) == []


def test_a_spelling_that_only_helps_to_read_a_mention_is_looked_up_too() -> None:
    # The remark of an entry drops the last full stop; the entry's name has it.
    said = tables(company("1", "SMILE TRAVEL LTD."), mention("2", "SMILE TRAVEL LTD", aliases=["SMILE TRAVEL LTD."]))
    assert steps(said, "2", Scope.LIST) == [(PRIMARY, {"1"})]


def test_a_cell_is_an_id_before_it_is_a_number_or_a_name() -> None:
    records = [
        company("own:7303803", "ALPHA"),
        vessel("eu:ship", "AN SAN 1", imo="7303803"),
        vessel("own:zeus", "7303803"),
    ]
    assert of_cell("7303803", *records) == [
        ("id of the row", {"own:7303803"}),
        ("imo number", {"eu:ship"}),
        (BEARER, {"own:zeus"}),
    ]


def test_a_cell_may_be_the_record_id_of_a_list() -> None:
    assert of_cell("ofac-sdn:23730", vessel("ofac-sdn:23730", "AN SAN 1")) == [("record id", {"ofac-sdn:23730"})]


def test_seven_digits_are_tried_as_a_ships_number_first_and_then_as_a_companys() -> None:
    # Both checks pass: 9*7 + 5*2 = 73; 9*8 + 5*7 = 107 = 9*11 + 8, and 11 - 8 = 3.
    both = "9000053"
    ship, firm = vessel("a", "AN SAN 1", imo=both), company("b", "KOREA ANSAN", company_imo=both)
    assert of_cell(both, ship, firm) == [("imo number", {"a"}), ("company_imo number", {"b"})]


def test_a_name_is_found_by_its_comparison_form_also_as_alias_or_former_name() -> None:
    records = [
        vessel("a", "Kum-Jin Gang 3"),
        vessel("b", "WAN HENG 11", former=["KUM JIN GANG 3"]),
        vessel("c", "ZEUS", aliases=["KUM JIN GANG, 3"]),
    ]
    assert of_cell("KUM JIN GANG 3", *records) == [(BEARER, {"a", "b", "c"})]


def test_the_name_of_a_cell_comes_before_what_else_it_may_mean() -> None:
    said = [mention("c", "ZEUS", scope=Scope.BUILD, aliases=["HOPE SEA"]), vessel("a", "ZEUS"), vessel("b", "HOPE SEA")]
    for order in (said, said[::-1]):
        frames = {name: table.iloc[::-1] for name, table in tables(*order).items()}
        for each in (frames, tables(*order)):
            assert steps(each, "c", Scope.BUILD) == [(BEARER, {"a"}), (BEARER, {"b"})]


def test_a_weak_alias_is_of_no_use_for_finding_a_party() -> None:
    assert of_cell("RN", company("a", "ROSNEFT", weak=["RN"])) == []


def test_a_placeholder_row_is_found_by_its_id_and_by_nothing_else() -> None:
    owner = company("own:x", "UNKNOWN")
    assert of_cell("x", owner) == [("id of the row", {"own:x"})]
    assert of_cell("Unknown", owner) == []


def test_a_mention_is_found_in_no_other_mention() -> None:
    assert of_cell("ROSTEC", mention("ofac:1/linked-1", "ROSTEC")) == []


def test_running_text_and_unknown_parties_are_looked_up_in_no_such_way() -> None:
    said = tables(company("a", "ROSTEC"), mention("b", "ROSTEC", scope=None), mention("c", "ROSTEC", scope=Scope.PROSE))
    assert steps(said, "c", Scope.PROSE) == []
