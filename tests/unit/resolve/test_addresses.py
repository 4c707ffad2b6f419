"""Addresses at their precision: a building, or only places."""

import pytest

from graphkit.resolve.addresses import Address, read_address


@pytest.mark.parametrize(
    ("text", "building", "places"),
    [
        ("80 Broad Street, Monrovia, Liberia", "80 BROAD STREET", ("MONROVIA",)),
        ("Monrovia; 80, Broad St", "", ("MONROVIA", "BROAD STREET")),  # a figure alone is no building
        ("Majuro, Marshall Islands", "", ("MAJURO",)),
        ("Suite 1204, No. 5 Gulou Rd, Dalian", "1204 5 GULOU ROAD", ("DALIAN",)),
        ("Dalian, 5 Gulou Road, Rm 1204", "1204 5 GULOU ROAD", ("DALIAN",)),
        ("Panama", "", ()),  # the country is compared apart
        ("", "", ()),
        (", ; ,\n", "", ()),
    ],
)
def test_an_address_is_a_building_and_places(text: str, building: str, places: tuple[str, ...]) -> None:
    assert read_address(text) == Address(building, places)


def test_order_and_punctuation_of_a_building_do_not_matter() -> None:
    assert read_address("12-4 Harbour Street") == read_address("4, Harbour St. 12")


@pytest.mark.parametrize("text", ["n/a", "N/A, N/A", "UNKNOWN", "not available"])
def test_what_stands_for_no_address_is_none(text: str) -> None:
    assert read_address(text) == Address("", ())
