import pytest

from graphkit.model.identifiers import Identifier
from graphkit.model.records import Fact
from graphkit.model.vocabulary import Validity
from graphkit.sources.un_consolidated.comments import company_numbers, contacts


@pytest.mark.parametrize(
    ("comment", "number"),
    [
        ("Transfers for oil. IMO number: 5676084", "5676084"),
        ("IMO Number: 5342883. The company tried to import arms.", "5342883"),
        ("A transfer. Company Number IMO 5434358.", "5434358"),
        ("A resolution. International Maritime Organization (IMO) Number: 1790183.", "1790183"),
    ],
)
def test_the_company_imo_number_is_found_in_each_form_of_the_list(comment: str, number: str) -> None:
    assert list(company_numbers(comment)) == [Identifier("company_imo", number, number, Validity.OK)]


def test_an_imo_number_in_the_middle_of_a_sentence_may_be_a_ships_and_is_not_taken() -> None:
    assert list(company_numbers("Owner of the tanker AN SAN 1, IMO number: 7303803.")) == []


@pytest.mark.parametrize(
    ("comment", "numbers"),
    [
        ("SWIFT: DCBKKPPY. A bank.", [("swift", "DCBKKPPY", "")]),
        ("A bank. SWIFT/BIC: KUDBKPPY", [("swift", "KUDBKPPY", "")]),
        ("Hong Kong company registration number 1177053.", [("registration_number", "1177053", "HK")]),
        ("Registered company number: 02150590. Last known directors", [("registration_number", "02150590", "")]),
        ("Business Registration Number LL06889 (Malaysia))", [("registration_number", "LL06889", "MY")]),
        ("A number of subordinate organizations. SWIFT action was taken.", []),
        ("Pardon No. 225/2023. Review pursuant to resolution 1822 (2008).", []),
    ],
)
def test_a_number_is_taken_only_beside_its_label(comment: str, numbers: list[tuple[str, str, str]]) -> None:
    assert [(number.scheme, number.value, number.country) for number in company_numbers(comment)] == numbers


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Telephone number: +850-2-18111(ext. 8327). Facsimile number: +850-2-3814685 and +850-2-3813372.",
            [
                Fact("phone", "+850-2-18111(ext. 8327)"),
                Fact("phone", "+850-2-3814685"),
                Fact("phone", "+850-2-3813372"),
            ],
        ),
        (
            "Telephone numbers: 850-2-18111; 850-2-18111-8642; and 850 2 18111-3818642. Fax: +850-2-381-4410/4416.",
            [
                Fact("phone", "850-2-18111"),
                Fact("phone", "850-2-18111-8642"),
                Fact("phone", "850 2 18111-3818642"),
                Fact("phone", "+850-2-381-4410/4416"),
            ],
        ),
        (
            "Email addresses: ryonha@silibank.com; and mhs-ip@star-co.net.kp.",
            [Fact("email", "ryonha@silibank.com"), Fact("email", "mhs-ip@star-co.net.kp")],
        ),
        ("Website: http://www.behinehco.ir) [Old Reference", [Fact("website", "http://www.behinehco.ir")]),
        ("Special Notice web link:https://www.interpol.int/en/Notices", []),
        ("Born in 1973. Passport no. 488555, identification number 6910275240086.", []),
    ],
)
def test_contacts_are_taken_as_printed(text: str, facts: list[Fact]) -> None:
    assert list(contacts(text)) == facts
