"""Addresses at their precision: a building, or only a place. Countries are compared apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graphkit.model.countries import country_code
from graphkit.model.placeholders import is_placeholder
from graphkit.names.normalise import comparison_form

_PARTS = re.compile(r"[,;\n]+")
_NOISE = {"NO", "ROOM", "RM", "FLOOR", "FL", "SUITE", "STE", "FLAT", "UNIT", "BLDG", "BUILDING", "THE", "P", "O", "C"}
_WRITTEN_OUT = {
    **{"ST": "STREET", "STR": "STREET", "RD": "ROAD", "AVE": "AVENUE"},
    **{"BLVD": "BOULEVARD", "SQ": "SQUARE", "DIST": "DISTRICT"},
}
_SHORTEST_PLACE = 3


@dataclass(frozen=True, slots=True)
class Address:
    """building: figures and words of a house, "" where there is none; places: districts, towns, regions."""

    building: str
    places: tuple[str, ...]


@lru_cache(maxsize=100_000)
def read_address(text: str) -> Address:
    """The building when a part has a figure, and each place named.

    The building's text holds the figures and words of all parts with a figure, in alphabetical order, so that order and
    commas do not matter. A country is no place here.
    """
    building: set[str] = set()
    places: list[str] = []
    for part in _PARTS.split(text):
        words = [written_out(word) for word in comparison_form(part).split()]
        words = [word for word in words if word not in _NOISE]
        if any(any(sign.isdigit() for sign in word) for word in words):
            building.update(words)
        elif words and not country_code(part) and not is_placeholder(part.strip()):
            places.append(" ".join(words))
    named = tuple(place for place in dict.fromkeys(places) if len(place) >= _SHORTEST_PLACE)
    return Address(" ".join(sorted(building)) if len(building) > 1 else "", named)


def written_out(word: str) -> str:
    """A word of an address without its abbreviation: ST is STREET."""
    return _WRITTEN_OUT.get(word, word)
