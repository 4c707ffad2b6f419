"""What can be compared: checked numbers, codes, forms of names."""

from dataclasses import replace

from graphkit.model.identifiers import Identifier
from graphkit.model.vocabulary import Kind, LinkType, Scope, Standing, Validity
from graphkit.resolve.classes import LEGAL, MERGING_NAMES, VESSEL
from graphkit.resolve.prepare import PreparedBuild, prepare
from tests.case_tables import cell, company, link, listing, mention, person, record, tables, tables_of, vessel


def values(build: PreparedBuild, feature: str) -> set[tuple[str, str]]:
    said = build.prepared.features[feature].sets(build.prepared.ids)
    return {(record_id, value) for record_id, found in said.items() for value in found}


def forms(build: PreparedBuild, name_class: str) -> set[tuple[str, str, str]]:
    """Record, key of the form and kind of name of everything that may decide."""
    names = build.prepared.names[name_class]
    return {
        (
            record_id,
            names.spelling.table.forms[names.form[entry]].key,
            str(MERGING_NAMES[names.kind[entry]]),
        )
        for row, record_id in enumerate(build.prepared.ids)
        for entry in range(names.entries.start[row], names.entries.start[row + 1])
    }


def test_numbers_that_fail_their_check_and_0000000_are_not_compared() -> None:
    build = prepare(
        tables(
            vessel("a", "AN SAN 1", imo="7303803"),
            vessel("b", "BONU 5", imo="15411"),
            vessel("c", "HOPE SEA", imo="7303804", mmsi="000000000"),
            vessel("d", "NOBODY", imo="0000000"),
        )
    )
    assert (values(build, "imo"), values(build, "mmsi")) == ({("a", "7303803")}, set())


def test_a_number_that_failed_is_not_compared_even_where_a_reader_kept_its_digits() -> None:
    misread = Identifier("imo", "7303804", "7303804", Validity.BAD_CHECKSUM)
    build = prepare(tables(replace(vessel("a", "AN SAN 1"), identifiers=(misread,))))
    assert values(build, "imo") == set()


def test_a_number_is_a_ships_or_a_companys_by_its_scheme_and_a_short_national_number_is_none() -> None:
    build = prepare(tables(company("a", "ALPHA", company_imo="5676084", registration_number="784702; 12345")))
    assert values(build, "imo") == set()
    assert values(build, "company_imo") == {("a", "5676084")}
    assert values(build, "company_number") == {("a", "784702")}


def test_a_day_of_birth_is_compared_only_when_it_is_a_day_and_a_year_when_few_are_meant() -> None:
    build = prepare(
        tables(
            person("a", "KIM", birth_date="1965-08-07"),
            person("b", "LEE", birth_date="~1965"),
            person("c", "PAK", birth_date="1960..1970"),
            person("d", "RI", birth_date="before 1970"),
            person("e", "AN", birth_date="0001; 9999-12-31"),
        )
    )
    assert values(build, "birth_day") == {("a", "1965-08-07"), ("e", "9999-12-31")}
    assert values(build, "birth_year") == {
        ("a", "1965"),
        *(("b", year) for year in ("1964", "1965", "1966")),
        *(("e", year) for year in ("1", "9999")),
    }


def test_only_ofac_and_the_un_guarantee_their_entry_numbers() -> None:
    references = [("OFAC", "23730"), ("OFAC", "A-1"), ("UN", "KPe.062"), ("UN", "62"), ("EU", "62"), ("UK", "DPR0123")]
    build = prepare(tables(company("a", "ALPHA"), *(listing("a", *each) for each in references)))
    assert values(build, "entry OFAC") == {("a", "23730")}
    assert values(build, "entry UN") == {("a", "KPe.062")}


def test_a_cell_of_ones_own_listings_says_the_entry_number_of_the_row_that_it_names() -> None:
    build = prepare(
        tables(
            company("own:firm", "KOREA ANSAN"),
            vessel("own:ship", "AN SAN 1"),
            *(cell(text) for text in ("firm", "ship", "SOMEBODY")),
            *(listing(f"own:ref/{text}", "UN", "KPe.062") for text in ("firm", "ship", "SOMEBODY")),
            listing("own:ref/ship", "OFAC", "23730"),
        )
    )
    # The UN gives numbers to owners and not to their ships.
    assert values(build, "entry UN") == {("own:firm", "KPe.062"), ("own:ref/SOMEBODY", "KPe.062")}
    assert values(build, "entry OFAC") == {("own:ship", "23730")}


def test_weak_aliases_placeholders_and_names_of_no_letters_have_no_form() -> None:
    build = prepare(
        tables(
            vessel("a", "M/V WAN HENG 11", aliases=["UNKNOWN", "N/A"], weak=["HENG"]),
            vessel("b", "KUM SONG III", former=["ZEUS"]),
            company("c", "OOO GUDZON", aliases=["--"]),
        )
    )
    assert forms(build, VESSEL) == {
        ("a", "WANHENG#11", "primary"),
        ("b", "KUMSONG#3", "primary"),
        ("b", "ZEUS", "former"),
    }
    assert forms(build, LEGAL) == {("c", "GUDZON", "primary")}


def test_a_form_that_two_kinds_of_names_have_counts_as_the_surer_kind() -> None:
    build = prepare(tables(vessel("a", "KUM SONG 3", aliases=["KUM SONG III"], former=["M/V KUM-SONG NO. 3"])))
    assert forms(build, VESSEL) == {("a", "KUMSONG#3", "primary")}


def test_types_addresses_and_figures_are_compared_in_groups_keys_and_numbers() -> None:
    build = prepare(
        tables(
            vessel("a", "ZEUS", type="Crude Oil Tanker", dwt="298,731", built="1989"),
            vessel("b", "KOTI", type="Unknown", dwt="n/a", gt="0"),
            company("c", "ALPHA", address="Room 4, 12 Harbour St, Majuro, Marshall Islands"),
        )
    )
    assert values(build, "type") == {("a", "tanker")}
    assert values(build, "address") == {("c", "12 4 HARBOUR STREET")}
    assert values(build, "place") == {("c", "MAJURO")}
    measures = {piece: measure.values.tolist()[:1] for piece, measure in build.prepared.measures.items()}
    assert (measures["dwt"], measures["built"]) == ([298731.0], [1989.0])
    assert str(build.prepared.measures["dwt"].values[1]) == str(build.prepared.measures["gt"].values[1]) == "nan"


def test_whom_links_name_is_compared_by_the_form_of_the_name_and_the_way_of_the_link() -> None:
    build = prepare(
        tables(
            company("a", "ALPHA"),
            company("b", "BETA SHPG CO., LTD"),
            link(LinkType.OWNS, "b", "a"),
        )
    )
    assert values(build, "partner") == {("a", "OWNS<BETASHIPPING"), ("b", "OWNS>ALPHA")}


def test_a_record_has_one_row_with_the_kind_that_some_statement_knows_whatever_the_order() -> None:
    said = [record("a", "ZEUS", kind=Kind.NOT_STATED), vessel("a", "ZEUS"), vessel("b", "FREEDOM")]
    for order in (said, said[::-1]):
        for source in ("one", "two"):
            records = prepare(tables_of({source: order, "three": said[:1]})).records
            assert records["kind"].to_dict() == {"a": "vessel", "b": "vessel"}
            assert records["dataset"].to_dict() == {"a": source, "b": source}


def test_without_a_stated_kind_the_marks_of_a_ship_make_a_record_comparable_as_a_ship() -> None:
    build = prepare(
        tables(
            record("a", "ZEUS", kind=Kind.NOT_STATED, flag="KP"),
            record("b", "ZEUS", kind=Kind.NOT_STATED, mmsi="445123456"),
            record("c", "ZEUS", kind=Kind.NOT_STATED, call_sign="HMZF2"),
            record("d", "ZEUS", kind=Kind.NOT_STATED, country="KP"),
            company("e", "ZEUS", flag="KP"),
        )
    )
    assert build.prepared.ids.tolist() == list("abcde")
    assert build.prepared.name_class.tolist() == ["vessel", "vessel", "vessel", "any", "legal"]


def test_a_placeholder_is_nobody_unless_a_decisive_number_says_who_it_is() -> None:
    build = prepare(
        tables(
            vessel("a", "UNKNOWN"),
            vessel("b", "UNKNOWN", imo="7303803"),
            company("c", "REPORTED SOLD UNDISCLOSED INTEREST", registration_number="784702"),
            company("d", "UNKNOWN SHIPPING CO"),
            vessel("e", "", imo="9003550"),
            mention("f", "ZEUS", scope=Scope.LIST),
        )
    )
    assert set(build.records.index[build.records["placeholder"]]) == {"a", "c"}
    assert build.records.index[build.taking_part].tolist() == ["b", "d", "e"]
    assert set(build.records["standing"]) == {Standing.ENTRY, Standing.MENTION}


def test_tables_without_a_row_are_prepared_too() -> None:
    build = prepare(tables())
    assert (len(build.records), len(build.spellings), len(build.prepared.ids)) == (0, 0, 0)
    assert build.taking_part.tolist() == []
