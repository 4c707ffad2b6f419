"""Which pairs are compared: those that share a number, a name or a part of one, and never all with all."""

import pytest

from graphkit.model.records import Record, Statement
from graphkit.model.vocabulary import LinkType, Scope
from graphkit.resolve.blocking import candidate_pairs
from graphkit.resolve.prepare import prepare
from tests.case_tables import company, link, listing, mention, person, tables, vessel


def pairs(*statements: Statement) -> set[tuple[str, str]]:
    build = prepare(tables(*statements))
    ids = build.prepared.ids
    left, right = candidate_pairs(build.prepared, build.taking_part)
    return {(ids[one], ids[other]) for one, other in zip(left, right, strict=True)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (vessel("a", "WAN HENG 11", imo="8791667"), vessel("b", "ZEUS", imo="8791667")),
        (vessel("a", "WAN HENG 11", mmsi="445123456"), vessel("b", "ZEUS", mmsi="445123456")),
        (vessel("a", "WAN HENG 11", call_sign="HMZF2"), vessel("b", "ZEUS", call_sign="HM-ZF2")),
        (company("a", "ALPHA", company_imo="5676084"), company("b", "BETA", company_imo="5676084")),
        (company("a", "ALPHA", registration_number="784702"), company("b", "BETA", registration_number="784702")),
        (person("a", "KIM", passport="836420186"), person("b", "RI", passport="836420186")),
        (vessel("a", "KUMJINGANG3"), vessel("b", "KUM JIN GANG III")),  # one form
        (vessel("a", "JANUS", former=["HORSE"]), vessel("b", "HORSE")),
        (company("a", "RYNRADO"), company("b", "RYNRADO GENERAL TRADING")),  # a rare word
        (vessel("a", "ZOMOROD"), vessel("b", "ZOMORROUD")),  # one sound
        (company("a", "IATC"), company("b", "IRAN ADVANCED TECHNOLOGIES COMPANY")),  # an acronym
        (vessel("a", "SARINA"), vessel("b", "SABRINA")),  # one letter more
        (vessel("a", "MORNING STAR"), vessel("b", "MORNING STWR")),  # another letter
        (company("a", "IGMI TRADING LTD"), company("b", "GIMI SHIPPING")),  # two letters exchanged, beside trade words
        (person("a", "ZHU Meidong"), person("b", "MEIDOMG ZHU")),  # another letter, in another order
        (company("a", "ПАО Совкомфлот"), company("b", "SOVCOMFLOT")),  # two scripts
        (person("a", "KIM, Chol Sam"), person("b", "Chol-Sam KIM")),  # no order
    ],
)
def test_what_brings_two_records_together(left: Record, right: Record) -> None:
    assert pairs(left, right) == {("a", "b")}


def test_one_entry_number_and_one_link_partner_make_a_pair_whatever_the_names() -> None:
    firms = [company("a", "ALPHA"), company("b", "BETA"), company("c", "GUDZON")]
    assert pairs(*firms, listing("a", "UN", "KPe.062"), listing("b", "UN", "KPe.062")) == {("a", "b")}
    assert pairs(*firms, link(LinkType.OWNS, "c", "a"), link(LinkType.OWNS, "c", "b")) == {("a", "b")}


def test_sister_ships_by_their_number_are_found_by_their_name_and_not_by_what_is_near_it() -> None:
    assert pairs(vessel("a", "WAN HENG 11"), vessel("b", "WAN HENG 12")) == {("a", "b")}
    assert pairs(vessel("a", "WAN HENG 11"), vessel("b", "WAN HEHG 12")) == set()
    assert pairs(vessel("a", "WAN HENG 11"), vessel("b", "WAN HEHG 11")) == {("a", "b")}


def test_a_rare_word_alone_is_no_reason_to_compare_and_beside_an_address_it_is_one() -> None:
    names = ("RYNRADO WINDHOEK", "BALTIKUM RYNRADO")
    assert pairs(*(company(key, name) for key, name in zip("ab", names, strict=True))) == set()
    street = "75 New Street, Road Town, Tortola"
    assert pairs(*(company(key, name, address=street) for key, name in zip("ab", names, strict=True))) == {("a", "b")}


def test_strangers_are_not_compared() -> None:
    assert pairs(vessel("a", "KOTI"), vessel("b", "GARDENIA"), vessel("c", "WAN HENG 12")) == set()
    assert pairs(company("a", "RYNRADO GENERAL TRADING"), company("b", "AMROGGANG GENERAL SHIPPING")) == set()


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


def test_pairs_are_sorted_and_without_repetition() -> None:
    build = prepare(tables(*(vessel(name, "ZEUS", imo="7303803", flag="PA") for name in "cab")))
    left, right = candidate_pairs(build.prepared)
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]


def test_nothing_to_compare_is_no_pair() -> None:
    assert pairs() == pairs(vessel("a", "KOTI")) == pairs(vessel("a", ""), vessel("b", "")) == set()
