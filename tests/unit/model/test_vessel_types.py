"""The words of lists and registers for what a ship is built for, in a few groups."""

import pytest

from graphkit.model.vessel_types import type_group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Crude/Oil Products Tanker", "tanker"),
        ("Chemical tanker", "tanker"),
        ("LPG", "tanker"),
        ("Container Ship", "container"),
        ("BULK CARRIER", "bulk"),
        ("Cement Carrier", "bulk"),
        ("Stern Trawler", "fishing"),
        ("Fish carrier", "fishing"),
        ("Offshore Tug/Supply Ship", "tug"),
        ("Passenger/Ro-Ro Ship", "passenger"),
        ("General Cargo", "general_cargo"),
        ("Refrigerated Cargo Ship", "general_cargo"),
        ("Ro-Ro Cargo", "general_cargo"),
        ("Unknown", ""),
        ("Other", ""),
        ("", ""),
    ],
)
def test_a_type_belongs_to_one_group_or_tells_none(text: str, group: str) -> None:
    assert type_group(text) == type_group(text.lower()) == group


def test_a_bulk_tanker_is_a_tanker_whatever_else_it_says() -> None:
    assert type_group("Tanker (bulk liquids)") == "tanker"
