"""What sources say of a party: one to four records, each in its source's own words and with its own gaps and errors.

A record that can be told from nothing but its name is given a flag or a country, and one under a former name a number:
a pair that no evidence could ever decide measures nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from graphkit.model.vocabulary import Kind
from graphkit.synthetic.numbers import spoilt
from graphkit.synthetic.parties import Party
from graphkit.synthetic.spelling import spell
from graphkit.synthetic.vocabulary import Habits, data, habits

SOURCES: Final = {
    Kind.VESSEL: ("registry", "list", "press", "sightings"),
    Kind.COMPANY: ("registry", "list", "press", "filings"),
    Kind.PERSON: ("registry", "list", "press", "filings"),
}
_WEIGHTS: Final = (4, 2, 3, 3)
_NUMBERS: Final = ("imo", "company_imo", "mmsi")
_RECOGNISED_BY: Final = frozenset({"imo", "mmsi", "call_sign", "company_imo", "registration_number", "birth_date"})


@dataclass(frozen=True, slots=True)
class Told:
    """A record: the party it is truly about, its source, and its cells by column."""

    party: Party
    source: str
    cells: dict[str, str]


def tell(party: Party, count: int, level: str, random: Random) -> list[Told]:
    """`count` records of a party, each by another source; count 1 to 4."""
    return [_told(party, source, habits(source, level), random) for source in _sources(party.kind, count, random)]


def _sources(kind: Kind, count: int, random: Random) -> Sequence[str]:
    left = dict(zip(SOURCES[kind], _WEIGHTS, strict=True))
    chosen = []
    for _ in range(count):
        source = random.choices(tuple(left), tuple(left.values()))[0]
        del left[source]
        chosen.append(source)
    return chosen


def _told(party: Party, source: str, custom: Habits, random: Random) -> Told:
    chances, states, draw = custom.chances, custom.states, random.random
    name, facts, damage = party.name, dict(party.facts), []
    must = ""
    if party.earlier and draw() < chances["stale"]:
        then = random.choice(party.earlier)
        facts |= then.facts
        if then.name.text != name.text:
            name, must = then.name, "imo" if party.kind is Kind.VESSEL else "registration_number"
            damage.append("former name")
        if then.facts.items() - party.facts.items():
            damage.append("former flag")
    spelling = spell(name, chances, random, is_vessel=party.kind is Kind.VESSEL)
    damage += spelling.damage
    cells = {"kind": str(party.kind), "name": spelling.text}
    for column, value in facts.items():
        if value and draw() < states.get(column, 0.0):
            if draw() < chances["blank"] and column != must:
                damage.append(f"no {column}")
            else:
                cells[column] = _fact(column, value, source, random)
    if must:
        cells[must] = facts[must]
    if not _RECOGNISED_BY & cells.keys():
        column = "flag" if party.kind is Kind.VESSEL else "country"
        if column not in cells:
            cells[column] = facts[column]
            damage = [done for done in damage if done != f"no {column}"]
    for column in _NUMBERS:
        if column in cells and draw() < chances["wrong"] and column != must:
            cells[column] = spoilt(cells[column], random)
            damage.append(f"wrong {column}")
    if party.owner and draw() < states["owner"]:
        cells["owner"] = spell(party.owner.name, chances, random).text
    _add_other_names(cells, party, name.text, custom, random)
    cells["damage"] = "; ".join(damage)
    return Told(party, source, cells)


def _fact(column: str, value: str, source: str, random: Random) -> str:
    """A fact in the source's words: registers are exact, others round, shorten and call types their own way."""
    if source == "registry":
        return value
    if column == "type":
        return random.choice(_type_words(value))
    if column == "dwt":
        return str(round(int(value), random.choice((0, 0, -2))))
    if column == "birth_date" and source in {"filings", "press"}:
        return value[:4]
    if column == "address":
        for word, short in data("places")["streets"]["short"].items():
            value = value.replace(f" {word},", f" {short},")
    return value


def _type_words(value: str) -> list[str]:
    found = next(row for row in data("vessel_names")["types"] if row["name"] == value)
    return [value, *found["also"]]


def _add_other_names(cells: dict[str, str], party: Party, used: str, custom: Habits, random: Random) -> None:
    """Aliases (the other script) and names at other times, where the source gives such things."""
    if (native := party.name.native) and native != cells["name"] and random.random() < custom.states["aliases"]:
        cells["aliases"] = native
    others = [then.name.text for then in party.earlier if then.name.text not in {used, party.name.text}]
    if others and random.random() < custom.states.get("former_names", 0.0):
        cells["former_names"] = "; ".join(others)
