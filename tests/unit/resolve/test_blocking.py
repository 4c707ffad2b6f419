"""Which pairs are compared: those that share a number, a name or a rare word, and never all with all."""

from graphkit.model.records import Record
from graphkit.model.vocabulary import Scope
from graphkit.resolve.blocking import candidate_pairs
from graphkit.resolve.prepare import prepare
from tests.case_tables import company, listing, mention, person, tables, vessel


def pairs(*records: Record) -> set[tuple[str, str]]:
    return set(candidate_pairs(prepare(tables(*records))).itertuples(index=False, name=None))


def test_a_common_number_or_form_of_a_name_makes_a_pair() -> None:
    assert pairs(
        vessel("a", "WAN HENG 11", imo="8791667"),
        vessel("b", "KUMJINGANG3", imo="8791667"),
        vessel("c", "M/V WANHENG NO. 11"),
        vessel("d", "KUM JIN GANG 3", call_sign="HMZF2"),
        vessel("e", "ZEUS", call_sign="HM-ZF2"),
        vessel("f", "WAN HENG 12"),
    ) == {("a", "b"), ("a", "c"), ("b", "d"), ("d", "e")}


def test_one_entry_number_makes_a_pair_whatever_the_names() -> None:
    prepared = prepare(
        tables(
            company("a", "ALPHA"), company("b", "BETA"), listing("a", "UN", "KPe.062"), listing("b", "UN", "KPe.062")
        )
    )
    assert list(candidate_pairs(prepared).itertuples(index=False, name=None)) == [("a", "b")]


def test_a_rare_word_finds_companies_spelt_otherwise_and_a_generic_one_does_not() -> None:
    assert pairs(
        company("a", "RYNRADO"),
        company("b", "RYNRADO GENERAL TRADING"),
        company("c", "AMROGGANG GENERAL TRADING"),
    ) == {("a", "b")}


def test_a_word_that_five_companies_bear_is_not_rare() -> None:
    five = [
        company(f"{n}", f"GAZPROM TRANSGAZ {place}") for n, place in enumerate("KAZAN UFA UKHTA TOMSK SAMARA".split())
    ]
    assert pairs(*five) == set()
    assert len(pairs(*five[:4])) == 6


def test_things_of_two_kinds_mentions_and_placeholders_are_not_compared() -> None:
    assert (
        pairs(
            vessel("a", "KOTI"),
            company("b", "KOTI"),
            person("c", "KOTI"),
            mention("d", "KOTI", scope=Scope.LIST),
            company("e", "UNKNOWN"),
            company("f", "UNKNOWN"),
        )
        == set()
    )


def test_in_a_block_too_large_to_compare_in_full_records_of_one_country_still_meet() -> None:
    # 300 records of one name would be 44,850 pairs. Those of the one Panamanian company stand next to each other.
    elsewhere = [company(f"{n:03}", "OCEAN STAR", country=f"{chr(65 + n % 15)}{chr(65 + n % 13)}") for n in range(298)]
    found = pairs(*elsewhere, company("x", "OCEAN STAR", country="ZZ"), company("000x", "OCEAN STAR", country="ZZ"))
    assert ("000x", "x") in found
    assert len(found) == 20 * 300 - 20 * 21 // 2  # each with the 20 that follow it, the last 20 with fewer


def test_pairs_are_sorted_and_without_repetition() -> None:
    prepared = prepare(tables(*(vessel(name, "ZEUS", imo="7303803", flag="PA") for name in "cab")))
    assert list(candidate_pairs(prepared).itertuples(index=False, name=None)) == [("a", "b"), ("a", "c"), ("b", "c")]
