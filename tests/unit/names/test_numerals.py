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
        ("KUM SONG XXXIX", "KUM SONG", "39"),
        ("KUM SONG XL", "KUM SONG XL", ""),  # no usual number of a ship
        ("ANSAN II A", "ANSAN A", "2"),  # before a letter
        ("ANSAN I A", "ANSAN I A", ""),
        ("WAN HENG NUMBER SEVEN", "WAN HENG", "7"),
        ("KUM SONG 3 HO", "KUM SONG", "3"),  # the Korean counter
        ("HO SONG 3", "HO SONG", "3"),
        ("TWENTY FIRST STAR", "STAR", "21"),
        ("TWENTY STAR ONE", "STAR", "20 1"),
        ("ESTRELLA SIETE", "ESTRELLA", "7"),
        ("AN SAN", "AN SAN", ""),  # no pinyin numeral
        ("MAR DOS RIOS", "MAR DOS RIOS", ""),
        ("KUM SONG MI", "KUM SONG MI", ""),  # a syllable, though 1,001 in Rome
        ("KUM SONG LI", "KUM SONG LI", ""),
        ("KUM SONG MIX", "KUM SONG MIX", ""),
        ("HONDA CIVIC", "HONDA CIVIC", ""),
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


def test_a_single_roman_letter_of_a_company_needs_two_words_before_it() -> None:
    assert split_numerals(("FLEET", "V"), roman_last=False) == (("FLEET", "V"), ())
    assert split_numerals(("GOLD", "FLEET", "V"), roman_last=False) == (("GOLD", "FLEET"), ("5",))
    assert split_numerals(("FLEET", "IV"), roman_last=False) == (("FLEET",), ("4",))
    assert split_numerals(("FLEET", "FIVE"), roman_last=False) == (("FLEET",), ("5",))


def test_a_number_of_ten_thousand_figures_is_read_as_it_stands() -> None:
    # Python refuses to turn so long a text into an integer.
    assert split_numerals(("STAR", "0" + "7" * 10_000), roman_last=True) == (("STAR",), ("7" * 10_000,))
