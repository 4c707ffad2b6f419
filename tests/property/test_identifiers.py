"""Check digits: what passes is found again, and a wrong figure is found wherever the scheme guarantees it.

A weight that has a factor in common with the modulus lets some wrong figures pass. Of a ship's number the first, the
fifth and the check digit are safe (weights 7, 3 and 1 against 10); of a company's number all are, unless the check
digit is 1, which two remainders share.
"""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import IdentifierError
from graphkit.model.identifiers import (
    Identifier,
    flag_of_mmsi,
    identifier,
    parse_company_imo,
    parse_mmsi,
    parse_ship_imo,
)
from graphkit.model.register_numbers import parse_brn, parse_inn, parse_lei, parse_ogrn, parse_uscc
from graphkit.model.vocabulary import Validity

FIGURES = "0123456789"
USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SCHEMES = ("imo", "company_imo", "mmsi", "call_sign", "lei", "ru_inn", "ru_ogrn", "cn_uscc", "kr_brn", "duns", "vat")
PARSERS = (parse_ship_imo, parse_company_imo, parse_mmsi, parse_lei, parse_inn, parse_ogrn, parse_uscc, parse_brn)
six_digits = st.text(FIGURES, min_size=6, max_size=6)


def ship_number(six: str) -> str:
    """The seven digits of the ship whose first six are given."""
    return six + str(sum(weight * int(digit) for weight, digit in zip(range(7, 1, -1), six, strict=True)) % 10)


def company_number(six: str) -> str:
    """The same by the companies' rule."""
    remainder = sum(weight * int(digit) for weight, digit in zip((8, 6, 4, 2, 9, 7), six, strict=True)) % 11
    return six + str({0: 1, 1: 0}.get(remainder, 11 - remainder))


def lei(eighteen: str) -> str:
    """The LEI of a legal entity: what is missing to 98, after letters have become 10 to 35."""
    value = int("".join(str(int(sign, 36)) for sign in eighteen + "00"))
    return f"{eighteen}{98 - value % 97:02}"


def replaced(text: str, place: int, sign: str) -> str:
    return text[:place] + sign + text[place + 1 :]


def passes(scheme: str, text: str) -> bool:
    return identifier(scheme, text).valid is Validity.OK


@given(six_digits.filter(lambda six: six != "000000"), st.sampled_from(["", "IMO ", "imo", "IMO No. "]))
def test_a_ship_number_is_read_back_from_what_is_printed(six: str, label: str) -> None:
    number = ship_number(six)
    assert parse_ship_imo(label + number) == parse_ship_imo(parse_ship_imo(number)) == number
    assert identifier("imo", label + number) == Identifier("imo", label + number, number, Validity.OK)


@given(six_digits)
def test_a_company_number_is_read_back_from_what_is_printed(six: str) -> None:
    assert parse_company_imo(f"IMO {company_number(six)}") == company_number(six)


@given(six_digits, st.sampled_from([0, 4, 6]), st.sampled_from(FIGURES))
def test_a_wrong_figure_in_a_safe_place_of_a_ship_number_is_found(six: str, place: int, figure: str) -> None:
    number = ship_number(six)
    wrong = replaced(number, place, figure)
    assert passes("imo", wrong) == (wrong == number and number != "0000000")


@given(six_digits, st.integers(0, 6), st.sampled_from(FIGURES))
def test_a_wrong_figure_of_a_company_number_is_found_unless_its_check_digit_is_one(
    six: str, place: int, figure: str
) -> None:
    number = company_number(six)
    wrong = replaced(number, place, figure)
    if number.endswith("1") and place < 6:
        assert passes("company_imo", wrong) >= (wrong == number)
    else:
        assert passes("company_imo", wrong) == (wrong == number)


@given(st.text(FIGURES + "ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=18, max_size=18), st.integers(0, 19), st.data())
def test_a_lei_is_read_back_and_one_wrong_sign_of_its_kind_is_found(
    start: str, place: int, data: st.DataObject
) -> None:
    number = lei(start)
    assert parse_lei(f" {number[:4]}-{number[4:].lower()} ") == number
    alphabet = FIGURES if number[place].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    wrong = replaced(number, place, data.draw(st.sampled_from(alphabet)))
    assert passes("lei", wrong) == (wrong == number)


@given(st.text(FIGURES, min_size=8, max_size=8), st.text(USCC_SIGNS, min_size=9, max_size=9), st.data())
def test_of_all_check_signs_of_a_chinese_code_exactly_one_fits(head: str, tail: str, data: st.DataObject) -> None:
    (sign,) = [sign for sign in USCC_SIGNS if passes("cn_uscc", head + tail + sign)]
    number = head + tail + sign
    assert parse_uscc(number.lower()) == number
    place = data.draw(st.integers(8, 17))
    wrong = replaced(number, place, data.draw(st.sampled_from(USCC_SIGNS)))
    assert passes("cn_uscc", wrong) == (wrong == number)


@given(st.from_regex(r"[1-9][0-9]{11}", fullmatch=True), st.from_regex(r"[34][0-9]{13}", fullmatch=True))
def test_every_russian_registration_number_has_exactly_one_check_digit(company: str, trader: str) -> None:
    assert [digit for digit in FIGURES if passes("ru_ogrn", company + digit)] == [str(int(company) % 11 % 10)]
    assert [digit for digit in FIGURES if passes("ru_ogrn", trader + digit)] == [str(int(trader) % 13 % 10)]
    assert parse_ogrn(f"{trader} {int(trader) % 13 % 10}").startswith(trader)


@given(st.text(FIGURES, min_size=9, max_size=9))
def test_every_russian_tax_number_has_exactly_one_check_digit(nine: str) -> None:
    (digit,) = [digit for digit in FIGURES if passes("ru_inn", nine + digit)]
    assert parse_inn(nine + digit) == nine + digit


@given(st.from_regex(r"[2-9][0-9]{2}[1-9]{2}[1-9]{4}", fullmatch=True))
def test_every_korean_number_has_exactly_one_check_digit(nine: str) -> None:
    (digit,) = [digit for digit in FIGURES if passes("kr_brn", nine + digit)]
    assert parse_brn(f"{nine[:3]}-{nine[3:5]}-{nine[5:]}{digit}") == nine + digit


@given(st.integers(200_000_000, 799_999_999).filter(lambda number: len(set(str(number))) > 1))
def test_an_mmsi_is_read_back_and_only_its_first_three_digits_claim_a_flag(number: int) -> None:
    digits = str(number)
    if digits != "123456789":
        assert parse_mmsi(f"MMSI {digits[:3]} {digits[3:]}") == digits
    assert flag_of_mmsi(digits) == flag_of_mmsi(digits[:3] + "000000")


@given(st.sampled_from(SCHEMES), st.text() | st.text(FIGURES + "IMO -.,()", max_size=24))
def test_any_text_at_all_is_an_identifier_with_an_honest_validity(scheme: str, text: str) -> None:
    found = identifier(scheme, text)
    assert found.raw == " ".join(text.split())
    assert bool(found.value) == (found.valid in {Validity.OK, Validity.UNCHECKED})
    if found.value:
        assert identifier(scheme, found.value).value == found.value


@given(st.text(), st.sampled_from(PARSERS))
def test_what_cannot_be_parsed_says_so_in_graphkits_own_words(text: str, parse: Callable[[str], str]) -> None:
    try:
        said = parse(text)
    except IdentifierError as error:
        said = str(error)
    assert said
