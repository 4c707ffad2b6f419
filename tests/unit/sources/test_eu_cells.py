"""Values, dates and countries in the cells of EU annexes, and the slugs and facts made of them."""

from datetime import date

import pytest

from graphkit.model.dates import When, parse_when
from graphkit.model.records import Fact
from graphkit.model.vocabulary import Kind
from graphkit.sources.eu_annexes.cells import country_named, country_of, dates, values
from graphkit.sources.eu_annexes.facts import facts_of, regime, unreadable
from graphkit.sources.eu_annexes.rows import Row, slug


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", ()),
        (" ; ;", ()),
        ("Foo; Bar;Foo", ("Foo", "Bar")),
        ('"Foo; Bar"; Baz', ("Foo; Bar", "Baz")),
        ('"JSC ""Plant"""; X', ('JSC "Plant"', "X")),
        ('"Foo; Bar', ('"Foo', "Bar")),  # never closed: it hides nothing
        ('JSC "Plant"; X', ('JSC "Plant"', "X")),
        ("a) 1964 b) 28.8.1962", ("1964", "28.8.1962")),
        ('"(a) Kuwait (2001); (b) Mali"', ("Kuwait (2001)", "Mali")),
        ("Article 3s(2), point (b)", ("Article 3s(2), point (b)",)),
    ],
)
def test_a_cell_holds_values_between_semicolons(cell: str, expected: tuple[str, ...]) -> None:
    assert values(cell) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13.10.1944", (("13.10.1944", parse_when("1944-10-13")),)),
        ("May 18, 2018", (("May 18, 2018", parse_when("2018-05-18")),)),
        ("1937 or 1938.", (("1937", parse_when("1937")), ("1938", parse_when("1938")))),
        ("15.4.1957, 22.2.1958", (("15.4.1957", parse_when("1957-04-15")), ("22.2.1958", parse_when("1958-02-22")))),
        ("7.8.1965 / 20.2.1972", (("7.8.1965", parse_when("1965-08-07")), ("20.2.1972", parse_when("1972-02-20")))),
        ("3.3.1979 (from false passport)", (("3.3.1979 (from false passport)", parse_when("1979-03-03")),)),
        ("1965 or thereabouts", (("1965 or thereabouts", None),)),
        ("24.6.1402 (Hijri Calendar)", (("24.6.1402 (Hijri Calendar)", None),)),  # no day of our year 1402
    ],
)
def test_alternatives_are_several_dates_and_the_unreadable_stays_printed(
    text: str, expected: tuple[tuple[str, When | None], ...]
) -> None:
    bounds = [(printed, when and (when.earliest, when.latest)) for printed, when in dates(text)]
    assert bounds == [(printed, when and (when.earliest, when.latest)) for printed, when in expected]


def test_a_span_of_years_is_one_date_that_is_not_known_better() -> None:
    for printed in ("1967-1969.", "1967 – 1969", "between 1967 and 1969"):
        ((text, when),) = dates(printed)
        assert (text, when and when.earliest, when and when.latest) == (printed, date(1967, 1, 1), date(1969, 12, 31))


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("Rakrang-guyok, Pyongyang, DPRK.", "KP"),
        ("Changwang Street, Pyongyang DPRK", "KP"),
        ("Wanchai, Hong Kong, China.", "HK"),
        ("80 Raffles Place, Singapore 048624", "SG"),
        ("Yangon, Myanmar/Burma", "MM"),
        ("Dubai, U.A.E., P.O. Box 17585", "AE"),
        ("Democratic Republic of the Congo (DRC)", "CD"),
        ("Tehran, Iran (Islamic Republic of)", "IR"),
        ("Hanoi, Socialist Republic of Vietnam", "VN"),
        ("DPRK, People’s Republic of China", ""),  # two countries are no address
        ("Hulunbuir, Inner Mongolia", ""),
        ("Newark, DE", ""),
        ("Gyongheung St", ""),
        ("P.O. Box 416", ""),
        ("", ""),
    ],
)
def test_an_address_lies_in_the_country_that_it_ends_with(address: str, country: str) -> None:
    assert country_of(address) == country


def test_a_nationality_may_be_a_country_or_a_people() -> None:
    assert [country_named(text) for text in ("DPRK.", "Russian", "North Korean", "Stateless")] == ["KP", "RU", "KP", ""]


def test_a_regime_is_about_the_country_in_its_letters_but_for_ukraine() -> None:
    assert [regime(key).code for key in ("EU-PRK", "EU-IRN", "EU-UKR", "EU-TAQA-EUAQ", "")] == ["KP", "IR", "", "", ""]


def test_a_slug_is_readable_and_two_names_in_another_script_never_share_one() -> None:
    assert slug("Küçükbakkalköy & Co., Ltd (OMM)") == "kucukbakkalkoy-co-ltd-omm"
    assert slug("금강산") != slug("백두산")
    assert slug("KIM Su Il 김수일").startswith("kim-su-il-")
    assert slug("KIM Su Il 김수일") != slug("KIM Su Il 김수길")
    assert len(slug("A" * 500)) == 89
    assert slug("!?") != slug("?!")


def test_quoted_addresses_are_parted_only_where_each_has_its_country() -> None:
    whole = Row(2, {"address": '"Pyongyang, DPRK; Rakwon-dong,"'})
    parted = Row(2, {"address": '"Hamhung, DPRK; Alternate Address: Dalian, China"'})
    assert facts_of(whole, Kind.ORGANIZATION) == (Fact("address", "Pyongyang, DPRK; Rakwon-dong,"),)
    assert facts_of(parted, Kind.ORGANIZATION) == (
        Fact("address", "Hamhung, DPRK", "KP"),
        Fact("address", "Dalian, China", "CN"),
    )


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("+850-2-381-4685 and +850-2-381-3372", ["+850-2-381-4685", "+850-2-381-3372"]),
        ("+850-2-18111(ext. 8327).; +850-2-381", ["+850-2-18111(ext. 8327)", "+850-2-381"]),
        ("+850-2-18111-8208. Fax: +850-2-381-4432", ["+850-2-18111-8208", "+850-2-381-4432"]),
        ("+850-2-18111, 18222 (ext. 8573)", ["+850-2-18111, 18222 (ext. 8573)"]),
        ("+7 (499) 267-43-93, +7 (499) 263-94-01", ["+7 (499) 267-43-93", "+7 (499) 263-94-01"]),
        ('"8502-18111; and 850 2 18111"; 8502-381', ["8502-18111", "850 2 18111", "8502-381"]),
    ],
)
def test_telephone_numbers_are_parted_from_each_other(cell: str, expected: list[str]) -> None:
    assert facts_of(Row(2, {"phone": cell}), Kind.ORGANIZATION) == tuple(Fact("phone", one) for one in expected)


def test_nothing_of_a_row_is_dropped() -> None:
    row = Row(2, {"schema": "Asset", "ticker": "A7A5", "imoNumber": "9074729", "brand new": "x", "email": "none"})
    assert facts_of(row, Kind.NOT_STATED) == (
        Fact("type", "Asset"),
        Fact("email", "none"),
        Fact("note", "ticker: A7A5"),
        Fact("note", "imoNumber: 9074729"),
        Fact("note", "brand new: x"),
    )


def test_dates_and_countries_that_cannot_be_read_are_pointed_out() -> None:
    facts = facts_of(Row(2, {"flag": "Ruritania", "incorporationDate": "long ago"}), Kind.VESSEL)
    assert unreadable(facts) == [Fact("incorporated", "long ago"), Fact("flag", "Ruritania")]
