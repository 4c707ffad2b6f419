"""When two addresses or contacts are one: only what names a building, and only a whole number."""

import pytest

from graphkit.resolve.shared_forms import building_form, shared_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ul Tigorovaya 20A, Vladivostok 690091, Russia", "20A, ul. Tigorovaya, Vladivostok, Russia"),
        ("01 ul Tigorovaya 20A, Vladivostok 690091, Russia", "ul Tigorovaya 20A, Vladivostok, Russia"),
        ("43 Moskovska Str., Sofia, Stolichna 1000, Bulgaria", "43 Moskovska Street, Oborishte, Sofia, Stolichna, BG"),
        ("27 Vilharjeva Cesta, Ljubljana 1000, Slovenia", "Vilharjeva Cesta 27, Ljubljana, Slovenia"),
        ("P.O. Box 15875, Km 5 Karaj Road, Tehran, Iran", "Km 5 Karaj Road, Tehran, Iran"),
        ("c/o Limmt Ltd, No. 82 Xinkai Road, Dalian, China", "82 Xinkai Road, Dalian 116011, China"),
        ("No. 39, Alvand St., Tehran, Iran", "39 Alvand Street, Tehran, Iran"),
        ("Calle Mexico #733, Zapopan, Jalisco, Mexico", "Calle Mexico No. 733, Zapopan, Jalisco 45000, Mexico"),
    ],
)
def test_one_building_has_one_form_however_it_is_written(one: str, other: str) -> None:
    assert building_form(one) == building_form(other)
    assert building_form(one)[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tehran, Iran",
        "Pyongchon 1-dong, Pyongyang",
        "Jongbaek 1-dong, Rakrang-guyok, Pyongyang, DPRK",
        "P.O. Box 1318, Amman, Jordan",
        "01 BP 6269, Cotonou, Benin",
        "Apartado Postal 1018, San Pedro Sula, Honduras",
        "Surat Thani 84320, Thailand",
        "Sinaloa, Sinaloa 81960, Mexico",
        "105066 Moscow, Moscow Region, Russia",
        "Unesco Center, 4th Floor, Office No. 19, Verdun, Beirut, Lebanon",
        "c/o INMOBILIARIA ESTADO 29 S.A., Tijuana, Mexico",
        "22 Main Street",
    ],
)
def test_what_names_no_building_in_a_town_has_no_form(text: str) -> None:
    assert building_form(text) == ("", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Calle 10 No. 5-20, Cali, Valle, Colombia", "Calle 10 No. 5-20, Cartago, Valle, Colombia"),
        ("11201 NW 2 Street, Plantation, FL 33325, United States", "11251 NW 2 Street, Plantation, FL, United States"),
        ("12 High Street, Hamilton, Bermuda", "12 High Street, Hamilton, Canada"),
    ],
)
def test_another_town_number_or_country_is_another_building(one: str, other: str) -> None:
    assert building_form(one)[0] != building_form(other)[0]


def test_the_room_is_told_apart_from_the_building() -> None:
    one = building_form("Rm 3605, 36FL, Wu Chung House, 213 Queen's Road East, Wan Chai, Hong Kong")
    other = building_form("Room 3605, 36/F, Wu Chung House, 213 Queens Road East, Wan Chai, Hong Kong")
    assert one == other == ("213 EAST QUEENS ROAD | WAN CHAI | HK", "3605 F36")
    assert building_form("10 Anson Road, #05-01, Singapore")[1] != building_form("10 Anson Road, #22-06, Singapore")[1]


@pytest.mark.parametrize(
    ("prop", "value", "form"),
    [
        ("phone", "(357)(22660766)", "35722660766"),
        ("fax", "00357 22660766", "35722660766"),
        ("phone", "710043", ""),
        # The exchange of Pyongyang is everybody's; an extension is one party's.
        ("phone", "+850-2-18111", ""),
        ("phone", "+850-2-18111(ext. 8327)", "8502181118327"),
        ("email", " General@Sovfracht.ru", "general@sovfracht.ru"),
        ("email", "silibank.net.kp", ""),
        ("website", "http://www.NITCshipping.com/", "nitcshipping.com"),
        ("website", "none", ""),
    ],
)
def test_a_contact_is_compared_whole(prop: str, value: str, form: str) -> None:
    assert shared_form(prop, value) == (form, "")
