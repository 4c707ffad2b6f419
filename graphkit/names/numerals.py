"""Numbers inside names, so that they are compared as numbers: `11`, `XI`, `NO. 11`, `ELEVENTH` and `ELEVEN` are 11.

The number at the end of a ship's name tells sisters apart: WAN HENG 11 and WAN HENG 12 are two ships. A Roman numeral
counts only as the last word (or before a single letter: ANSAN II A) and only when it is a usual one, since `MI` or `LI`
are syllables.
"""

from dataclasses import dataclass
from functools import cache

from graphkit.names.affixes import table

_ROMAN_UNITS = ["", *"I II III IV V VI VII VIII IX".split()]
NUMBER_OF_ROMAN = {"X" * tens + unit: str(10 * tens + n) for tens in range(4) for n, unit in enumerate(_ROMAN_UNITS)}
del NUMBER_OF_ROMAN[""]


@dataclass(frozen=True, slots=True)
class _Words:
    """units, teens, tens: number words and their figures; values: all of them. signs stand before, counters behind."""

    units: dict[str, str]
    tens: dict[str, str]
    values: dict[str, str]
    signs: frozenset[str]
    counters: frozenset[str]


@cache
def _words() -> _Words:
    listed = table("number_words.toml")
    units, teens, tens = (
        {word: figures for figures, words in listed[size].items() for word in words}
        for size in ("units", "teens", "tens")
    )
    signs, counters = frozenset(listed["signs"]), frozenset(listed["counters"])
    return _Words(units, tens, units | teens | tens, signs, counters)


def split_numerals(words: tuple[str, ...], *, roman_last: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words without their numbers, and the numbers in order, leading zeros dropped.

    roman_last: read I, V and X in the last place behind one word, as ships' names use them; else only behind two. A
    name that is one number word keeps it.
    """
    listed = _words()
    if not words or _plain(words, listed):
        return words, ()
    numbers = _numbers(words, listed, single_after=1 if roman_last else 2)
    if not numbers:
        return words, ()
    last = len(words) - 1
    beside = {index - 1 for index in numbers if index and words[index - 1] in listed.signs}
    if last - 1 in numbers and words[last] in listed.counters:
        beside.add(last)
    rest = tuple([word for index, word in enumerate(words) if index not in numbers and index not in beside])
    return rest, tuple(number for index, number in sorted(numbers.items()) if number)


def _plain(words: tuple[str, ...], listed: _Words) -> bool:
    """Whether no word is a number by itself, nor may the last one or the one before a letter at the end be Roman."""
    last = words[-1]
    roman = len(last) == 1 or last in NUMBER_OF_ROMAN
    return not roman and listed.values.keys().isdisjoint(words) and not any(map(str.isdigit, words))


def _numbers(words: tuple[str, ...], listed: _Words, *, single_after: int) -> dict[int, str]:
    """The number at each place that holds one; "" at the second place of TWENTY FIRST."""
    last = len(words) - 1
    if last == 0:
        return {0: words[0].lstrip("0") or "0"} if words[0].isdigit() else {}
    numbers: dict[int, str] = {}
    for index, word in enumerate(words):
        if word.isdigit():
            numbers[index] = word.lstrip("0") or "0"
        elif word in listed.values:
            if word in listed.units and index and words[index - 1] in listed.tens:
                numbers[index - 1], numbers[index] = listed.tens[words[index - 1]][0] + listed.units[word], ""
            else:
                numbers[index] = listed.values[word]
    place = last - 1 if last > 1 and len(words[last]) == 1 and words[last - 1] in NUMBER_OF_ROMAN else last
    roman = NUMBER_OF_ROMAN.get(words[place], "") if place > 0 else ""
    if roman and (len(words[place]) > 1 or (place == last and place >= single_after)):
        numbers[place] = roman
    return numbers
