"""Numbers of ships and companies: check digits worked out by hand, and what is no number at all."""

import pytest

from graphkit.errors import IdentifierError
from graphkit.model.identifiers import (
    Identifier,
    flag_of_mmsi,
    identifier,
    parse_call_sign,
    parse_company_imo,
    parse_mmsi,
    parse_ship_imo,
)
from graphkit.model.register_numbers import parse_lei
from graphkit.model.vocabulary import Validity

OK, BAD_CHECKSUM, BAD_FORMAT = Validity.OK, Validity.BAD_CHECKSUM, Validity.BAD_FORMAT


@pytest.mark.parametrize(
    "number",
    [
        "7303803",  # An San 1: 49+18+0+12+24+0 = 103
        "9003550",  # Patriot: 63+0+0+12+15+10 = 100
        "8791667",  # Wan Heng 11: 56+42+45+4+18+12 = 177
        "9074729",  # 63+0+35+16+21+4 = 139
    ],
)
def test_ship_numbers_pass_their_check(number: str) -> None:
    assert parse_ship_imo(number) == number


@pytest.mark.parametrize(
    "number",
    [
        "5676084",  # Korea Ansan Shipping: 40+36+28+12+0+56 = 172, 172 mod 11 = 7, 11 - 7 = 4
        "5993381",  # Primorye Maritime Logistics: 219 mod 11 = 10, 11 - 10 = 1
        "5753988",  # Gudzon Shipping: 245 mod 11 = 3, 11 - 3 = 8
        "1790183",  # Ocean Maritime Management: 151 mod 11 = 8, 11 - 8 = 3
        "5434300",  # 40+24+12+8+27+0 = 111, 111 mod 11 = 1, 11 - 1 = 10, its last figure 0
    ],
)
def test_company_numbers_pass_their_check(number: str) -> None:
    assert parse_company_imo(number) == number


@pytest.mark.parametrize(
    "text", ["IMO 7303803", "imo7303803", "IMO No. 7303803", " 7303803\t", "７３０３８０３", "٧٣٠٣٨٠٣"]
)
def test_a_ship_number_is_read_in_the_ways_it_is_printed(text: str) -> None:
    assert parse_ship_imo(text) == "7303803"


@pytest.mark.parametrize(
    "text", ["15411", "IMO 15411", "", "Does not exist", "73038030", "7303803 9003550", "730-3803"]
)
def test_what_has_not_seven_digits_is_no_ship_number(text: str) -> None:
    with pytest.raises(IdentifierError, match="is not seven digits"):
        parse_ship_imo(text)


def test_the_number_of_seven_zeros_passes_the_sum_and_is_none() -> None:
    assert identifier("imo", "IMO 0000000") == Identifier("imo", "IMO 0000000", "", BAD_FORMAT)
    with pytest.raises(IdentifierError, match="is no number"):
        parse_ship_imo("0000000")


def test_the_scheme_and_not_the_digits_says_whether_a_number_is_of_a_ship() -> None:
    assert identifier("imo", "7303803").valid is OK
    assert identifier("company_imo", "7303803").valid is BAD_CHECKSUM  # 56+18+0+6+72+0 = 152, mod 11 = 9, 2 and not 3
    assert identifier("company_imo", "5676084").valid is OK
    assert identifier("imo", "5676084").valid is BAD_CHECKSUM  # 35+36+35+24+0+16 = 146, 6 and not 4
    # One number in ten fits both: 7+4 = 11 ends in 1, and 8+14 = 22, 22 mod 11 = 0, 11 mod 10 = 1.
    assert (identifier("imo", "1000021").valid, identifier("company_imo", "1000021").valid) == (OK, OK)


@pytest.mark.parametrize(
    ("scheme", "text", "expected"),
    [
        ("imo", "7303804", BAD_CHECKSUM),
        ("imo", "730 3803", BAD_FORMAT),
        ("company_imo", "543400", BAD_FORMAT),  # Hwasong Shipping, a figure short
        ("company_imo", "5676085", BAD_CHECKSUM),
        ("lei", "213800KUD8LAJWSQ9D15", OK),
        ("lei", "213800KUD8LAJWSQ9D16", BAD_CHECKSUM),
        ("lei", "213800KUD8LAJWSQ9D1", BAD_FORMAT),
        ("ru_inn", "7707083893", OK),
        ("ru_inn", "7707083894", BAD_CHECKSUM),
        ("ru_inn", "770708389", BAD_FORMAT),
        ("ru_ogrn", "1027700132195", OK),
        ("ru_ogrn", "1027700132196", BAD_CHECKSUM),
        ("ru_ogrn", "304500116000061", OK),  # a sole trader: 30450011600006 mod 13 = 11, its last figure 1
        ("ru_ogrn", "304500116000062", BAD_CHECKSUM),
        ("cn_uscc", "91110000600037341L", OK),
        ("cn_uscc", "91110000600037341M", BAD_CHECKSUM),
        ("cn_uscc", "91110000600037341I", BAD_FORMAT),  # I is no letter of the scheme
        ("kr_brn", "116-82-00276", OK),  # 1+3+42+8+6+0+0+6+35 = 101, and 3 for the tens of 35; 6 makes 110
        ("kr_brn", "116-82-00277", BAD_CHECKSUM),
        ("call_sign", "5IM 592", OK),
        ("call_sign", "NOT KNOWN", BAD_FORMAT),
        ("mmsi", "677049000", OK),
        ("mmsi", "67704900", BAD_FORMAT),
        ("mmsi", "123456789", BAD_FORMAT),  # there is no check digit that could be wrong
    ],
)
def test_a_wrong_sum_and_a_wrong_form_are_told_apart(scheme: str, text: str, expected: Validity) -> None:
    assert identifier(scheme, text).valid is expected


def test_a_number_that_fails_is_kept_as_printed_and_has_no_value_to_compare() -> None:
    assert identifier("imo", " IMO  7303804 ") == Identifier("imo", "IMO 7303804", "", BAD_CHECKSUM)


@pytest.mark.parametrize("text", ["1", "98", "6A", "000097"])
def test_a_short_text_that_passes_the_sum_of_the_lei_is_no_lei(text: str) -> None:
    # 98 mod 97 = 1: one short text in 97 fits the sum by chance.
    with pytest.raises(IdentifierError):
        parse_lei(text)


def test_a_lei_is_read_with_blanks_and_in_small_letters() -> None:
    assert parse_lei("2138 00ku d8la jwsq 9d15") == "213800KUD8LAJWSQ9D15"


@pytest.mark.parametrize(("text", "digits"), [("677049000", "677049000"), ("MMSI: 677 049 000", "677049000")])
def test_an_mmsi_is_nine_digits(text: str, digits: str) -> None:
    assert parse_mmsi(text) == digits


@pytest.mark.parametrize("text", ["", "67704900", "6770490000", "67A7049000", "000000000", "999999999", "123456789"])
def test_a_filler_or_a_broken_number_is_no_mmsi(text: str) -> None:
    with pytest.raises(IdentifierError):
        parse_mmsi(text)


@pytest.mark.parametrize("text", ["5IM 592", "5IM-592", "5im592"])
def test_a_call_sign_is_one_however_it_is_spaced(text: str) -> None:
    assert parse_call_sign(text) == "5IM592"


@pytest.mark.parametrize("text", ["", "AB", "TOOLONG1", "HM?1", "@@@@@@@"])
def test_a_call_sign_has_three_to_seven_letters_and_digits(text: str) -> None:
    with pytest.raises(IdentifierError):
        parse_call_sign(text)


def test_a_number_of_an_unchecked_scheme_keeps_letters_and_digits() -> None:
    expected = Identifier("duns", "30-012-3456", "300123456", Validity.UNCHECKED, "US")
    assert identifier("duns", "30-012-3456", country="US") == expected
    assert identifier("registration_number", "he 372583").value == "HE372583"
    assert identifier("registration_number", " - ").valid is BAD_FORMAT


@pytest.mark.parametrize(
    ("mmsi", "flag"),
    [
        ("677049000", "TZ"),
        ("445123000", "KP"),
        ("273316840", "RU"),
        ("477000000", "HK"),  # territories keep their own letters
        ("255000000", "PT"),  # Madeira
        ("501000000", "TF"),
        ("550000000", "TL"),
        ("335000000", None),  # not allotted
        ("002731234", None),  # a coast station
        ("970012345", None),  # a rescue transmitter
        ("", None),
    ],
)
def test_the_first_three_digits_of_a_ships_mmsi_claim_a_flag(mmsi: str, flag: str | None) -> None:
    assert flag_of_mmsi(mmsi) == flag
