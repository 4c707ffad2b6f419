"""Names of countries as lists, registers and tables print them."""

import csv
from importlib import resources

import pytest

from graphkit.model.countries import country_code


def rows() -> list[dict[str, str]]:
    table = resources.files("graphkit.model").joinpath("data", "countries.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines()))


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("DPRK; Democratic People's Republic of Korea; Korea, North; North Korea; dprk; D.P.R.K.; PRK; kp", "KP"),
        ("Democratic People’s Republic of Korea", "KP"),
        ("Korea, South; Republic of Korea; ROK", "KR"),
        ("Russian Federation; Russia; RUS", "RU"),
        ("Hong Kong (China); China (Hong Kong); Hong Kong, China; Hong Kong SAR", "HK"),
        ("China, Hong Kong Special Administrative Region", "HK"),
        ("China, Macao Special Administrative Region; Macau", "MO"),
        ("Taiwan, Province of China; Chinese Taipei", "TW"),
        ("Saint Kitts & Nevis; St. Kitts and Nevis; St Kitts & Nevis; St Kitts-Nevis", "KN"),
        ("St. Vincent; St. Vincent & the Grenadines; Saint Vincent and the Grenadines", "VC"),
        ("St. Lucia", "LC"),
        ("Tanzania (Zanzibar); Tanzania, United Republic of", "TZ"),
        ("Comoros Islands; Union of the Comoros", "KM"),
        ("Marshall Isl.; Republic of the Marshall Islands", "MH"),
        ("State of Palestine; the State of Palestine; Palestine, State of; West Bank", "PS"),
        ("Iran (Islamic Republic of); Iran, Islamic Republic of", "IR"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Netherlands (Kingdom of the); The Netherlands", "NL"),
        ("Congo, Democratic Republic of the; The Democratic Republic of the Congo", "CD"),
        ("Congo, Republic of the; Congo", "CG"),
        ("Virgin Islands, British; BVI", "VG"),
        ("United States Virgin Islands; Virgin Islands, U.S.", "VI"),
        ("Türkiye; Turkey; TURKIYE", "TR"),
        ("Côte d’Ivoire; Cote d'Ivoire; Ivory Coast", "CI"),
        ("Trinidad & Tobago", "TT"),
        (" panama ; PANAMA", "PA"),
    ],
)
def test_every_spelling_of_a_country_has_its_two_letters(names: str, code: str) -> None:
    assert {name: country_code(name) for name in names.split(";")} == dict.fromkeys(names.split(";"), code)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "None Identified",
        "Unknown",
        "False",
        "Stateless",
        "Region: Crimea",
        "undetermined",
        "former Soviet Union",  # whose successor is meant, nobody says
        "Netherlands Antilles",
        "N/A",
        "Россия",  # the table is in Latin letters
        "42",
        "Panama City",
        "x" * 100_000,
    ],
)
def test_what_names_no_country_has_no_code(text: str) -> None:
    assert country_code(text) is None


def test_the_table_has_every_code_once_in_order() -> None:
    codes = [row["iso2"] for row in rows()]
    assert codes == sorted(set(codes))
    # ISO 3166-1 has 249; Kosovo's XK is in general use beside it.
    assert len(codes) == 250
    assert len({row["iso3"] for row in rows()}) == 250


def test_no_printed_name_stands_for_two_countries() -> None:
    for row in rows():
        for name in (row["name"], row["iso2"], row["iso3"], *row["also"].split(";")):
            assert not name or (name, country_code(name)) == (name, row["iso2"])


def test_every_flag_of_the_mid_table_is_a_country_of_the_other_table() -> None:
    table = resources.files("graphkit.model").joinpath("data", "mid.csv").read_text(encoding="utf-8")
    mids = list(csv.DictReader(table.splitlines()))
    assert len({row["mid"] for row in mids}) == len(mids) == 292
    assert {row["iso2"] for row in mids} <= {row["iso2"] for row in rows()}
