"""Under which scheme a number of an EU annex is kept, and with which country."""

import pytest

from graphkit.model.identifiers import Identifier
from graphkit.model.vocabulary import Kind, Validity
from graphkit.sources.eu_annexes.numbers import numbers_of
from graphkit.sources.eu_annexes.rows import Row

OK, UNCHECKED, BAD_FORMAT = Validity.OK, Validity.UNCHECKED, Validity.BAD_FORMAT


def numbers(kind: Kind, **cells: str) -> tuple[Identifier, ...]:
    return numbers_of(Row(2, cells), kind)


def registered(printed: str, *, program: str = "EU-RUS", address: str = "") -> tuple[Identifier, ...]:
    return numbers(Kind.ORGANIZATION, registrationNumber=printed, programKey=program, address=address)


def test_seven_digits_that_pass_are_a_company_imo_in_the_north_korea_regulation_alone() -> None:
    # Korea Ansan Shipping: 172 mod 11 = 7, 11 - 7 = 4.
    address = "Pyongchon-guyok, Pyongyang, DPRK"
    assert registered("5676084", program="EU-PRK", address=address) == (
        Identifier("company_imo", "5676084", "5676084", OK),
    )
    assert registered("5676084", address=address) == (
        Identifier("registration_number", "5676084", "5676084", UNCHECKED, "KP"),
    )
    assert registered("5676085", program="EU-PRK", address=address) == (
        Identifier("registration_number", "5676085", "5676085", UNCHECKED, "KP"),
    )


def test_words_around_a_company_imo_are_kept_as_printed() -> None:
    # 5478431: 40 + 24 + 28 + 16 + 36 + 21 = 165 = 15 * 11, and 11 - 0 = 11 ends with 1.
    assert registered("5478431, issued March 2009; IMO 5676084", program="EU-PRK") == (
        Identifier("company_imo", "5478431, issued March 2009", "5478431", OK),
        Identifier("company_imo", "IMO 5676084", "5676084", OK),
    )


def test_a_number_labelled_imo_is_one_under_every_regulation_even_if_it_fails() -> None:
    assert registered("IMO5676084; IMO No. 5676085; 543400 (IMO)") == (
        Identifier("company_imo", "IMO5676084", "5676084", OK),
        Identifier("company_imo", "IMO No. 5676085", "", Validity.BAD_CHECKSUM),
        Identifier("company_imo", "543400 (IMO)", "", BAD_FORMAT),
    )


@pytest.mark.parametrize(
    ("printed", "address", "expected"),
    [
        (
            "7704730655 (Tax ID/INN)",
            "Moscow, Russian Federation",
            (Identifier("ru_inn", "7704730655 (Tax ID/INN)", "7704730655", OK),),
        ),
        ("7707083893", "Moscow, Russia", (Identifier("ru_inn", "7707083893", "7707083893", OK),)),
        (
            "7707083894 (INN)",
            "Moscow, Russia",
            (Identifier("ru_inn", "7707083894 (INN)", "", Validity.BAD_CHECKSUM),),
        ),
        (
            "1027700132195 (Russia, Registration Number (OGRN)), 7707083893 (TIN)",
            "Moscow, Russia",
            (
                Identifier("ru_ogrn", "1027700132195 (Russia, Registration Number (OGRN))", "1027700132195", OK),
                Identifier("ru_inn", "7707083893 (TIN)", "7707083893", OK),
            ),
        ),
        (
            "309644860 (Tax ID/INN)",  # Uzbek numbers go by the same label
            "Tashkent, Uzbekistan",
            (Identifier("tax_id", "309644860 (Tax ID/INN)", "309644860", UNCHECKED, "UZ"),),
        ),
        (
            "USCC no. 91110000600037341L",
            "Beijing, China",
            (Identifier("cn_uscc", "USCC no. 91110000600037341L", "91110000600037341L", OK),),
        ),
        ("91110000600037341L", "", (Identifier("cn_uscc", "91110000600037341L", "91110000600037341L", OK),)),
        (
            "72201626 (BRN); CR. No. 2974922",
            "Futian, Shenzhen, China; Kowloon, Hong Kong",
            (
                Identifier("registration_number", "72201626 (BRN)", "72201626", UNCHECKED, "HK"),
                Identifier("registration_number", "CR. No. 2974922", "2974922", UNCHECKED, "HK"),
            ),
        ),
        (
            "HE 372583",  # the letters of a Cypriot number belong to it
            "Nicosia, Cyprus",
            (Identifier("registration_number", "HE 372583", "HE372583", UNCHECKED, "CY"),),
        ),
        (
            "160825-5",
            "Istanbul, Türkiye; Dubai, U.A.E.",  # whose register it is, nobody says
            (Identifier("registration_number", "160825-5", "1608255", UNCHECKED),),
        ),
    ],
)
def test_the_label_decides_and_then_the_check_digit(
    printed: str, address: str, expected: tuple[Identifier, ...]
) -> None:
    assert registered(printed, address=address) == expected


def test_what_an_imo_number_is_follows_from_the_kind_of_party() -> None:
    # 9074729 is a ship's number, 5676084 a company's; each fails under the other scheme.
    assert numbers(Kind.VESSEL, imoNumber="IMO 9074729") == (Identifier("imo", "IMO 9074729", "9074729", OK),)
    assert numbers(Kind.COMPANY, imoNumber="5676084") == (Identifier("company_imo", "5676084", "5676084", OK),)
    assert numbers(Kind.NOT_STATED, imoNumber="5676084") == ()


@pytest.mark.parametrize(
    ("printed", "value", "country"),
    [
        ("PS- 563410163", "PS563410163", ""),
        ("745420176, expires on 19.10.2020", "745420176", ""),
        ("381120660 expires 25.3.2016.", "381120660", ""),
        ("A0002987, issued in Iran", "A0002987", "IR"),
        ("108120258 (issued by the DPRK on 14.2.2018; expiration date 14.2.2023)", "108120258", "KP"),
    ],
)
def test_a_passport_is_its_number_without_the_remarks(printed: str, value: str, country: str) -> None:
    raw = printed.rstrip(".")
    cell = f'"{printed}"' if ";" in printed else printed
    assert numbers(Kind.PERSON, passportNumber=cell) == (Identifier("passport", raw, value, UNCHECKED, country),)


@pytest.mark.parametrize("cell", ['"563210059; 654410104"', "563210059 / 654410104", "563210059; 654410104"])
def test_two_passports_in_one_cell_are_two(cell: str) -> None:
    assert [number.value for number in numbers(Kind.PERSON, passportNumber=cell)] == ["563210059", "654410104"]


def test_further_columns_have_schemes_of_their_own() -> None:
    found = numbers(
        Kind.PERSON,
        idNumber="Iran (Islamic Republic of) 0035-11785, issued in Iran",
        innCode="500100732259",
        nationality="Iran (Islamic Republic of)",
        taxNumber="12-34",
    )
    assert found == (
        Identifier("ru_inn", "500100732259", "500100732259", OK),
        Identifier("tax_id", "12-34", "1234", UNCHECKED, "IR"),
        Identifier(
            "national_id", "Iran (Islamic Republic of) 0035-11785, issued in Iran", "003511785", UNCHECKED, "IR"
        ),
    )
    assert numbers(Kind.ORGANIZATION, leiCode="213800KUD8LAJWSQ9D15", swiftBic="DCBKKPPY", okpoCode="00032537") == (
        Identifier("ru_okpo", "00032537", "00032537", UNCHECKED),
        Identifier("lei", "213800KUD8LAJWSQ9D15", "213800KUD8LAJWSQ9D15", OK),
        Identifier("swift", "DCBKKPPY", "DCBKKPPY", UNCHECKED),
    )
