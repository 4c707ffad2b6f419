from datetime import date

import pytest

from graphkit.model.dates import When
from graphkit.model.identifiers import Identifier
from graphkit.model.records import Fact
from graphkit.model.vocabulary import Validity
from graphkit.sources.un_consolidated.entries import Element
from graphkit.sources.un_consolidated.facts import documents_of, facts_of


def person(part: str, **cells: str) -> Element:
    """An entry with one part, such as INDIVIDUAL_DATE_OF_BIRTH, that begins in line 7."""
    children = [Element(tag, 7, pieces=[text]) for tag, text in cells.items()]
    return Element("INDIVIDUAL", 1, [Element(part, 7, children)])


def read(entry: Element) -> tuple[list[Fact], list[tuple[int, str, str]]]:
    odd: list[tuple[int, str, str]] = []
    return list(facts_of(entry, lambda line, reason, text: odd.append((line, reason, text)))), odd


def days(text: str, first: date, last: date) -> Fact:
    return Fact("birth_date", text, when=When(text, first, last))


@pytest.mark.parametrize(
    ("cells", "fact"),
    [
        ({"TYPE_OF_DATE": "EXACT", "DATE": "1944-04-04"}, days("1944-04-04", date(1944, 4, 4), date(1944, 4, 4))),
        ({"TYPE_OF_DATE": "EXACT", "YEAR": "1971"}, days("1971", date(1971, 1, 1), date(1971, 12, 31))),
        ({"TYPE_OF_DATE": "APPROXIMATELY", "YEAR": "1951"}, days("~1951", date(1950, 1, 1), date(1952, 12, 31))),
        (
            {"TYPE_OF_DATE": "BETWEEN", "FROM_YEAR": "1967", "TO_YEAR": "1969"},
            days("1967..1969", date(1967, 1, 1), date(1969, 12, 31)),
        ),
        ({"TYPE_OF_DATE": "EXACT", "NOTE": "Nov. 1973"}, days("Nov. 1973", date(1973, 11, 1), date(1973, 11, 30))),
    ],
)
def test_a_birth_date_has_the_bounds_that_its_type_gives(cells: dict[str, str], fact: Fact) -> None:
    assert read(person("INDIVIDUAL_DATE_OF_BIRTH", **cells)) == ([fact], [])


def test_years_that_are_only_approximate_reach_a_year_further() -> None:
    cells = {"TYPE_OF_DATE": "BETWEEN", "FROM_YEAR": "1955", "TO_YEAR": "1958", "NOTE": "Approximately"}
    facts, _ = read(person("INDIVIDUAL_DATE_OF_BIRTH", **cells))
    assert facts[0] == days("~1955..~1958", date(1954, 1, 1), date(1959, 12, 31))


def test_a_birth_date_that_cannot_be_read_is_kept_and_noted_with_its_line() -> None:
    facts, odd = read(person("INDIVIDUAL_DATE_OF_BIRTH", TYPE_OF_DATE="EXACT", NOTE="24/06/1402 (Hijri Calendar)"))
    assert facts == [Fact("birth_date", "24/06/1402 (Hijri Calendar)")]
    assert [(line, text) for line, _, text in odd] == [(7, "24/06/1402 (Hijri Calendar)")]


def test_an_empty_date_or_document_is_no_fact() -> None:
    assert read(person("INDIVIDUAL_DATE_OF_BIRTH", TYPE_OF_DATE="")) == ([], [])
    assert read(person("INDIVIDUAL_DOCUMENT")) == ([], [])


@pytest.mark.parametrize(
    ("cells", "facts"),
    [
        # A country alone would join all who live in it.
        ({"COUNTRY": "Rwanda"}, [Fact("country", "Rwanda", "RW")]),
        ({"CITY": "Goma", "COUNTRY": "Rwanda"}, [Fact("address", "Goma, Rwanda", "RW")]),
        ({"NOTE": "Kenya/Somalia border"}, [Fact("note", "INDIVIDUAL_ADDRESS: NOTE Kenya/Somalia border")]),
        (
            {"CITY": "Bria", "NOTE": "Tel. +236 75507560"},
            [
                Fact("address", "Bria"),
                Fact("phone", "+236 75507560"),
                Fact("note", "INDIVIDUAL_ADDRESS Bria: NOTE Tel. +236 75507560"),
            ],
        ),
        ({}, []),
    ],
)
def test_an_address_needs_more_than_a_country(cells: dict[str, str], facts: list[Fact]) -> None:
    assert read(person("INDIVIDUAL_ADDRESS", **cells)) == (facts, [])


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("PS 472330208", "PS472330208"),
        ("CAR diplomatic passport no. D00000898", "D00000898"),
        ("Libya 428720", "428720"),
        ("381110042 (Expired 25 Jan. 2016)", "381110042"),
        ("R00012098, South Sudan", "R00012098"),
        ("TR-P 614 166", "TRP614166"),
    ],
)
def test_a_passport_number_is_compared_without_the_words_around_it(printed: str, number: str) -> None:
    entry = person("INDIVIDUAL_DOCUMENT", TYPE_OF_DOCUMENT="Passport", NUMBER=printed, COUNTRY_OF_ISSUE="Iran")
    assert documents_of(entry) == (Identifier("passport", printed, number, Validity.UNCHECKED, "IR"),)


@pytest.mark.parametrize(
    ("cells", "scheme"),
    [
        ({"TYPE_OF_DOCUMENT": "Número de pasaporte", "NUMBER": "381420754"}, "passport"),
        ({"TYPE_OF_DOCUMENT": "Numéro de passeport", "NUMBER": "381420754"}, "passport"),
        ({"TYPE_OF_DOCUMENT": "National Identification Number", "NUMBER": "381420754"}, "national_id"),
        (
            {"TYPE_OF_DOCUMENT": "National Identification Number", "TYPE_OF_DOCUMENT2": "tazkira 381420754"},
            "national_id",
        ),
    ],
)
def test_the_type_of_a_document_is_read_in_every_language_of_the_list(cells: dict[str, str], scheme: str) -> None:
    assert [(found.scheme, found.value) for found in documents_of(person("INDIVIDUAL_DOCUMENT", **cells))] == [
        (scheme, "381420754")
    ]


def test_a_document_without_a_number_is_no_identifier() -> None:
    assert documents_of(person("INDIVIDUAL_DOCUMENT", TYPE_OF_DOCUMENT="Passport", NUMBER="unknown")) == ()
