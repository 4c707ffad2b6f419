"""Slips of the hand and of the machine: a neighbouring key, a letter lost, doubled or exchanged, a misread shape.

Figures are left alone: a slip in the number of a ship is another ship.
"""

from functools import cache
from random import Random

from graphkit.synthetic.vocabulary import data


@cache
def _neighbours() -> dict[str, str]:
    """For each letter the keys beside it in its row and the ones next to it in the row above."""
    rows = data("damage")["slips"]["keyboard"]
    found: dict[str, str] = {}
    for at, row in enumerate(rows):
        above = rows[at - 1] if at else ""
        for place, letter in enumerate(row):
            found[letter] = row[max(0, place - 1) : place] + row[place + 1 : place + 2] + above[place : place + 2]
    return found


@cache
def _shapes() -> dict[str, tuple[str, ...]]:
    pairs = [pair.split() for pair in data("damage")["slips"]["scan"]]
    return {seen: tuple(read for other, read in pairs if other == seen) for seen, _ in pairs}


def mistyped(word: str, random: Random) -> str:
    """The word with one slip of the keyboard; as it is when it has fewer than two letters."""
    places = [at for at, sign in enumerate(word) if sign in _neighbours()]
    if len(places) < 2:
        return word
    at = random.choice(places)
    slip = random.choice(("neighbour", "neighbour", "lost", "doubled", "exchanged"))
    if slip == "neighbour":
        return word[:at] + random.choice(_neighbours()[word[at]]) + word[at + 1 :]
    if slip == "lost":
        return word[:at] + word[at + 1 :]
    if slip == "doubled" or at + 1 >= len(word):
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def misread(word: str, random: Random) -> str:
    """The word with one letter taken for another of like shape; as it is when it has no such letter."""
    places = [at for at, sign in enumerate(word) if sign in _shapes()]
    if not places:
        return word
    at = random.choice(places)
    return word[:at] + random.choice(_shapes()[word[at]]) + word[at + 1 :]
