"""The closed lists of words: each is complete, and no word counts twice."""

from graphkit.model.tables import GRAPH_TABLES, RESOLUTION_TABLES, STATEMENT_TABLES
from graphkit.model.vocabulary import (
    CERTAINTY_WEIGHT,
    MODE_OF_TYPE,
    MODES,
    POWER_AT_END,
    SANCTIONING_MEASURES,
    UNDIRECTED,
    Certainty,
    LinkType,
    Measure,
    Mode,
)


def types_of(mode: Mode) -> set[str]:
    return {str(link_type) for link_type, narrowest in MODE_OF_TYPE.items() if narrowest is mode}


def test_the_modes_hold_the_link_types_of_the_contract() -> None:
    assert [str(mode) for mode in MODES] == ["ownership", "control", "association"]
    assert types_of(Mode.OWNERSHIP) == {"OWNS", "CONTROLS"}
    assert types_of(Mode.CONTROL) == {"MANAGES", "OPERATES", "DIRECTS", "ACTS_FOR", "NOMINEE_FOR"}
    assert types_of(Mode.ASSOCIATION) == {
        "LINKED_TO",
        "FAMILY_OF",
        "ASSOCIATE_OF",
        "MEMBER_OF",
        "SHARED_ADDRESS",
        "SHARED_CONTACT",
        "SHARED_DIRECTOR",
        "SHARED_MANAGER",
    }


def test_a_service_to_a_ship_makes_no_chain() -> None:
    services = {LinkType.INSURED_BY, LinkType.CLASSED_BY, LinkType.BROKERED_BY, LinkType.AGENT_FOR}
    assert not services & set(MODE_OF_TYPE)


def test_a_step_has_power_at_its_end_or_on_no_side_but_not_both() -> None:
    assert {"ACTS_FOR", "NOMINEE_FOR", "MEMBER_OF"} == POWER_AT_END
    assert not POWER_AT_END & UNDIRECTED
    assert set(MODE_OF_TYPE) >= POWER_AT_END | UNDIRECTED


def test_the_measures_that_make_a_party_sanctioned_are_those_of_the_contract() -> None:
    assert {"asset_freeze", "port_ban", "deflag", "transport_ban", "travel_ban"} == SANCTIONING_MEASURES
    assert {str(measure) for measure in set(Measure) - SANCTIONING_MEASURES} == {
        "financial_restriction",
        "export_control",
        "services_ban",
        "investment_ban",
        "sectoral",
        "advisory",
    }


def test_certainty_falls_from_word_to_word() -> None:
    weights = [CERTAINTY_WEIGHT[word] for word in Certainty]
    assert weights == sorted(set(weights), reverse=True)
    assert (weights[0], weights[-1]) == (1.0, 0.3)


def test_every_column_has_a_type_that_the_tables_know() -> None:
    tables = {**STATEMENT_TABLES, **RESOLUTION_TABLES, **GRAPH_TABLES}
    assert {kind for columns in tables.values() for kind in columns.values()} == {
        "string",
        "int8",
        "int32",
        "int64",
        "float64",
        "bool",
    }
    assert len(tables) == len(STATEMENT_TABLES) + len(RESOLUTION_TABLES) + len(GRAPH_TABLES)


def test_every_statement_says_where_it_was_read() -> None:
    without = {name for name, columns in STATEMENT_TABLES.items() if not {"source_id", "file", "line"} <= set(columns)}
    # A source is its own place, participants belong to an event, remarks name their file.
    assert without == {"sources", "event_participants", "remarks"}
