"""What can be compared: checked numbers, codes, forms of names and how rare they are."""

from dataclasses import replace

from graphkit.model.identifiers import Identifier
from graphkit.model.vocabulary import Kind, Scope, Standing, Validity
from graphkit.resolve.prepare import Prepared, entries, plain_rows, prepare, values_of
from tests.case_tables import cell, company, listing, mention, person, record, tables, tables_of, vessel


def values(prepared: Prepared, feature: str) -> set[tuple[str, str]]:
    return set(plain_rows(prepared.features[feature], "record_id", "value"))


def test_numbers_that_fail_their_check_and_0000000_are_not_compared() -> None:
    prepared = prepare(
        tables(
            vessel("a", "AN SAN 1", imo="7303803"),
            vessel("b", "BONU 5", imo="15411"),
            vessel("c", "HOPE SEA", imo="7303804", mmsi="000000000"),
            vessel("d", "NOBODY", imo="0000000"),
        )
    )
    assert (values(prepared, "imo"), values(prepared, "mmsi")) == ({("a", "7303803")}, set())


def test_a_number_that_failed_is_not_compared_even_where_a_reader_kept_its_digits() -> None:
    misread = Identifier("imo", "7303804", "7303804", Validity.BAD_CHECKSUM)
    prepared = prepare(tables(replace(vessel("a", "AN SAN 1"), identifiers=(misread,))))
    assert values(prepared, "imo") == set()


def test_a_number_is_a_ships_or_a_companys_by_its_scheme_and_a_short_national_number_is_none() -> None:
    prepared = prepare(tables(company("a", "ALPHA", company_imo="5676084", registration_number="784702; 12345")))
    assert values(prepared, "imo") == set()
    assert values(prepared, "company_imo") == {("a", "5676084")}
    assert values(prepared, "company_number") == {("a", "784702")}


def test_a_day_of_birth_is_compared_only_when_it_is_a_day_and_a_year_when_few_are_meant() -> None:
    prepared = prepare(
        tables(
            person("a", "KIM", birth_date="1965-08-07"),
            person("b", "LEE", birth_date="~1965"),
            person("c", "PAK", birth_date="1960..1970"),
            person("d", "RI", birth_date="before 1970"),
            person("e", "AN", birth_date="0001; 9999-12-31"),
        )
    )
    assert values(prepared, "birth_day") == {("a", "1965-08-07"), ("e", "9999-12-31")}
    assert values(prepared, "birth_year") == {
        ("a", "1965"),
        ("b", "1964"),
        ("b", "1965"),
        ("b", "1966"),
        ("e", "1"),
        ("e", "9999"),
    }


def test_only_ofac_and_the_un_guarantee_their_entry_numbers() -> None:
    references = [("OFAC", "23730"), ("OFAC", "A-1"), ("UN", "KPe.062"), ("UN", "62"), ("EU", "62"), ("UK", "DPR0123")]
    prepared = prepare(tables(company("a", "ALPHA"), *(listing("a", *each) for each in references)))
    assert values(prepared, "entry") == {("a", "OFAC 23730"), ("a", "UN KPe.062")}


def test_a_cell_of_ones_own_listings_says_the_entry_number_of_the_row_that_it_names() -> None:
    prepared = prepare(
        tables(
            company("own:firm", "KOREA ANSAN"),
            vessel("own:ship", "AN SAN 1"),
            *(cell(text) for text in ("firm", "ship", "SOMEBODY")),
            *(listing(f"own:ref/{text}", "UN", "KPe.062") for text in ("firm", "ship", "SOMEBODY")),
            listing("own:ref/ship", "OFAC", "23730"),
        )
    )
    # The UN gives numbers to owners and not to their ships.
    assert values(prepared, "entry") == {
        ("own:firm", "UN KPe.062"),
        ("own:ref/SOMEBODY", "UN KPe.062"),
        ("own:ship", "OFAC 23730"),
    }


def test_weak_aliases_placeholders_and_names_of_mentions_without_letters_have_no_form() -> None:
    prepared = prepare(
        tables(
            vessel("a", "M/V WAN HENG 11", aliases=["UNKNOWN", "N/A"], weak=["HENG"]),
            vessel("b", "KUM SONG III", former=["ZEUS"]),
            company("c", "OOO GUDZON", aliases=["--"]),
        )
    )
    assert set(plain_rows(prepared.forms, "record_id", "value", "name_kind")) == {
        ("a", "vessel:WANHENG#11", "primary"),
        ("b", "vessel:KUMSONG#3", "primary"),
        ("b", "vessel:ZEUS", "former"),
        ("c", "legal:GUDZON", "primary"),
    }


def test_a_form_is_worth_the_sum_of_its_rare_words_and_a_generic_word_one_bit() -> None:
    # Eight names: ANSAN stands in one of them (3 bits), KOREA in four (1 bit), SHIPPING is generic (1 bit).
    names = ["KOREA ANSAN SHIPPING", *(f"KOREA {word}" for word in ("AA", "BB", "CC")), "DD", "EE", "FF", "GG"]
    prepared = prepare(tables(*(company(name, name) for name in names)))
    bits = dict(plain_rows(prepared.forms, "name", "bits"))
    assert (bits["KOREA ANSAN SHIPPING"], bits["KOREA AA"], bits["DD"]) == (5.0, 4.0, 3.0)


def test_a_form_is_worth_at_most_twelve_bits() -> None:
    prepared = prepare(tables(*(company(f"{n}", f"X{n}A Y{n}B Z{n}C") for n in range(100, 200))))
    assert set(prepared.forms["bits"]) == {12.0}


def test_a_record_has_one_row_with_the_kind_that_some_statement_knows_whatever_the_order() -> None:
    said = [record("a", "ZEUS", kind=Kind.NOT_STATED), vessel("a", "ZEUS"), vessel("b", "FREEDOM")]
    for order in (said, said[::-1]):
        for source in ("one", "two"):
            records = prepare(tables_of({source: order, "three": said[:1]})).records
            assert records["kind"].to_dict() == {"a": "vessel", "b": "vessel"}
            assert records["dataset"].to_dict() == {"a": source, "b": source}


def test_without_a_stated_kind_the_marks_of_a_ship_make_a_record_comparable_as_a_ship() -> None:
    prepared = prepare(
        tables(
            record("a", "ZEUS", kind=Kind.NOT_STATED, flag="KP"),
            record("b", "ZEUS", kind=Kind.NOT_STATED, mmsi="445123456"),
            record("c", "ZEUS", kind=Kind.NOT_STATED, call_sign="HMZF2"),
            record("d", "ZEUS", kind=Kind.NOT_STATED, country="KP"),
            company("e", "ZEUS", flag="KP"),
        )
    )
    assert prepared.records["name_class"].to_dict() == {
        "a": "vessel",
        "b": "vessel",
        "c": "vessel",
        "d": "any",
        "e": "legal",
    }


def test_a_placeholder_is_nobody_unless_a_decisive_number_says_who_it_is() -> None:
    prepared = prepare(
        tables(
            vessel("a", "UNKNOWN"),
            vessel("b", "UNKNOWN", imo="7303803"),
            company("c", "REPORTED SOLD UNDISCLOSED INTEREST", registration_number="784702"),
            company("d", "UNKNOWN SHIPPING CO"),
            vessel("e", "", imo="9003550"),
            mention("f", "ZEUS", scope=Scope.LIST),
        )
    )
    assert set(prepared.records.index[prepared.records["placeholder"]]) == {"a", "c"}
    assert list(entries(prepared).index) == ["b", "d", "e"]
    assert set(prepared.records["standing"]) == {Standing.ENTRY, Standing.MENTION}


def test_the_values_of_a_record_are_a_set_and_a_record_without_any_is_absent() -> None:
    prepared = prepare(tables(vessel("a", "ZEUS", flag="PA; KP; PA"), vessel("b", "ZEUS")))
    assert values_of(prepared.features["flag"]) == {"a": {"KP", "PA"}}


def test_tables_without_a_row_are_prepared_too() -> None:
    prepared = prepare(tables())
    assert (len(prepared.records), len(prepared.forms), len(prepared.spellings)) == (0, 0, 0)
