"""Numbers inside names: what tells sister ships apart, however it is printed."""

import pytest

from graphkit.names.numerals import split_numerals


@pytest.mark.parametrize(
    ("name", "rest", "numbers"),
    [
        ("WAN HENG 11", "WAN HENG", "11"),
        ("WAN HENG XI", "WAN HENG", "11"),
        ("WAN HENG NO 11", "WAN HENG", "11"),
        ("WAN HENG NO XI", "WAN HENG", "11"),
        ("WAN HENG ELEVEN", "WAN HENG", "11"),
        ("WAN HENG ELEVENTH", "WAN HENG", "11"),
        ("WAN HENG 011", "WAN HENG", "11"),
        ("WAN HENG 0", "WAN HENG", "0"),
        ("WAN HENG 000", "WAN HENG", "0"),
        ("FIRST STAR 2", "STAR", "1 2"),
        ("KUM SONG I", "KUM SONG", "1"),
        ("KUM SONG XX", "KUM SONG", "20"),
        ("KUM SONG XXI", "KUM SONG XXI", ""),  # no usual number of a ship
        ("KUM SONG MI", "KUM SONG MI", ""),  # a syllable, though 1,001 in Rome
        ("VI KUM SONG", "VI KUM SONG", ""),  # a numeral stands at the end
        ("NO SONG", "NO SONG", ""),
        ("SONG NO", "SONG NO", ""),
        ("XI", "XI", ""),  # the whole name
        ("ELEVEN", "ELEVEN", ""),
        ("11", "", "11"),
        ("", "", ""),
    ],
)
def test_a_ships_numbers_are_read_in_every_spelling(name: str, rest: str, numbers: str) -> None:
    assert split_numerals(tuple(name.split()), roman_last=True) == (tuple(rest.split()), tuple(numbers.split()))


def test_a_company_has_no_roman_numerals() -> None:
    assert split_numerals(("FLEET", "V"), roman_last=False) == (("FLEET", "V"), ())
    assert split_numerals(("FLEET", "FIVE"), roman_last=False) == (("FLEET",), ("5",))


def test_a_number_of_ten_thousand_figures_is_read_as_it_stands() -> None:
    # Python refuses to turn so long a text into an integer.
    assert split_numerals(("STAR", "0" + "7" * 10_000), roman_last=True) == (("STAR",), ("7" * 10_000,))
