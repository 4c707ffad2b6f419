"""Numbers of synthetic vessels and companies: right check digits, none twice, none of a real hull's range."""

from random import Random

from graphkit.model.identifiers import flag_of_mmsi, identifier, parse_company_imo, parse_ship_imo
from graphkit.model.vocabulary import Validity
from graphkit.synthetic.numbers import company_imo, ship_imo, spoilt, station


def test_the_first_numbers_are_as_worked_out_by_hand() -> None:
    # 200000 + 110017 = 310017: 3*7 + 1*6 + 0 + 0 + 1*3 + 7*2 = 44, so that 4 is the check digit.
    assert ship_imo(0) == "3100174"
    # 700000 + 110017 = 810017: 8*8 + 1*6 + 0 + 0 + 1*9 + 7*7 = 128, 128 mod 11 = 7, 11 - 7 = 4.
    assert company_imo(0) == "8100174"


def test_numbers_pass_their_checks_and_begin_outside_the_ranges_in_use() -> None:
    for index in (0, 1, 17, 4_321, 150_000, 299_999):
        assert parse_ship_imo(ship_imo(index))[0] in "234"
        assert parse_company_imo(company_imo(index))[0] in "789"


def test_no_number_is_given_out_twice() -> None:
    assert len({ship_imo(index) for index in range(300_000)}) == 300_000
    stations = [station(index, identity, "KM") for index in range(20_000) for identity in (0, 1)]
    assert len({mmsi for mmsi, _ in stations}) == len({sign for _, sign in stations}) == 40_000


def test_a_company_past_the_last_number_has_none() -> None:
    assert company_imo(300_000) == ""


def test_a_station_has_the_digits_and_the_prefix_of_its_flag() -> None:
    mmsi, call_sign = station(5, 0, "KM")
    assert (flag_of_mmsi(mmsi), call_sign[:2], len(mmsi), len(call_sign)) == ("KM", "D6", 9, 7)


def test_a_spoilt_number_fails_its_check() -> None:
    for seed in range(50):
        random = Random(seed)
        assert identifier("imo", spoilt(ship_imo(seed), random)).valid is Validity.BAD_CHECKSUM
        assert identifier("company_imo", spoilt(company_imo(seed), random)).valid is Validity.BAD_CHECKSUM
