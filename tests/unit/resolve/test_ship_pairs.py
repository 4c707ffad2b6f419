"""Which ships are one: never by name and flag, never against a number, on names that public tools join wrongly."""

import pytest

from graphkit.model.records import Record
from tests.case_tables import listing, pair, vessel

DPRK = {"flag": "KP", "regime": "KP"}

SISTERS = [
    ("WAN HENG 11", "WAN HENG 12"),
    ("BICENTENARIO III", "BICENTENARIO XIII"),
    ("BICENTENARIO IV", "BICENTENARIO XIV"),
    ("KUM SONG 7", "KUM SONG III"),
    ("MI RIM", "MI RIM 2"),
    ("SARINA", "SABRINA"),
    ("SABRINA", "SALINA"),
    ("DOVE", "DOVER"),
    ("AN SAN 1", "AN SAN 2"),
]


@pytest.mark.parametrize(("left", "right"), SISTERS)
def test_sister_ships_are_never_joined_by_name_flag_and_radio(left: str, right: str) -> None:
    same = {"flag": "KP", "regime": "KP", "mmsi": "445123456", "call_sign": "HMZF2"}
    assert pair(vessel("a", left, said=same), vessel("b", right, said=same))[0] != "merge"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("WAN HENG 11", "WANHENG NO. 11"),
        ("JI SONG 8", "M/V JISONG8"),
        ("KUM SONG III", "KUM SONG 3"),
        ("KUM JIN GANG 3", "KUMJINGANG3"),
    ],
)
def test_spellings_of_one_ships_name_join_with_its_regime_beside_them(left: str, right: str) -> None:
    assert pair(vessel("a", left, regime="KP"), vessel("b", right, regime="KP")) == ("merge", "evidence adds up")


def test_a_ships_name_and_flag_do_not_prove_a_hull() -> None:
    # Of the ships called ZEUS, FREEDOM, SABRINA and GARDENIA one list has two each.
    assert pair(vessel("a", "AN SAN 1", flag="KP"), vessel("b", "AN SAN 1", flag="KP")) == (
        "review",
        "a ship's name and flag do not prove a hull",
    )


def test_one_valid_number_joins_ships_of_any_name_and_two_never_join() -> None:
    assert pair(vessel("a", "WAN HENG 11", imo="8791667"), vessel("b", "KUMJINGANG3", imo="8791667")) == (
        "merge",
        "the same checked number or list entry",
    )
    assert pair(
        vessel("a", "AN SAN 1", imo="7303803", said=DPRK), vessel("b", "AN SAN 1", imo="9003550", said=DPRK)
    ) == (
        "apart",
        "",
    )


def test_a_number_with_a_wrong_check_digit_joins_nobody() -> None:
    assert pair(vessel("a", "AN SAN 1", imo="7303804"), vessel("b", "HOPE SEA", imo="7303804")) == ("apart", "")


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        # HORSE is what JANUS was called before; another ship may be HORSE today.
        (
            vessel("a", "JANUS GOOD", former=["HORSE BLACK"], said=DPRK),
            vessel("b", "HORSE BLACK", said=DPRK, mmsi="445123456"),
            "a former name may have passed to another ship",
        ),
        (
            vessel("a", "JANUS GOOD", aliases=["HORSE BLACK"], said=DPRK),
            vessel("b", "HORSE BLACK", said=DPRK),
            "a further name of a ship is often a former one",
        ),
        (
            vessel("a", "WAN HENG 11", aliases=["WAN HENG 12"], mmsi="445123456", said=DPRK),
            vessel("b", "WAN HENG 12", mmsi="445123456", said=DPRK),
            "would make one of the names with the numbers 11 and 12",
        ),
        (
            vessel("a", "WAN HENG", mmsi="445123456", call_sign="5IM590", said=DPRK),
            vessel("b", "WAN HENG 12", mmsi="445123456", said=DPRK, call_sign="5IM591"),
            "another number in the ship's name",
        ),
        (
            vessel("a", "SABRINA", call_sign="5IM590", mmsi="677049000", flag="TZ"),
            vessel("b", "SALINA", call_sign="5IM590", mmsi="677049000", flag="TZ"),
            "an MMSI or a call sign does not prove a hull",
        ),
    ],
)
def test_ships_that_may_be_one_are_put_up_for_review(left: Record, right: Record, reason: str) -> None:
    assert pair(left, right) == ("review", reason)


def test_a_further_name_joins_with_the_radios_number_beside_it() -> None:
    left = vessel("a", "JANUS GOOD", aliases=["HORSE BLACK"], mmsi="445123456")
    assert pair(left, vessel("b", "HORSE BLACK", mmsi="445123456")) == ("merge", "evidence adds up")


def test_two_entries_of_one_list_for_one_hull_are_one_ship() -> None:
    ships = [vessel(each, "AN SAN 1", imo="7303803") for each in "ab"]
    two = [listing("a", "OFAC", "23730"), listing("b", "OFAC", "17068")]
    assert pair(*ships, *two) == ("merge", "the same checked number or list entry")
