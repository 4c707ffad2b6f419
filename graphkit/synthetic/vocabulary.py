"""The words of data/*.toml, read once: syllables in two scripts, words of names, places, and the habits of sources.

They are written for this package from general knowledge. Nothing is shared with the word lists of `names`.
"""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from graphkit.synthetic.words import Role, Word

SCRIPTS = ("han", "hangul", "cyrillic", "arabic", "greek")


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form: where it exists, its spellings (the register's first), and what it is in another script."""

    countries: tuple[str, ...]
    spellings: tuple[str, ...]
    before: bool
    natives: Mapping[str, str]

    def word(self, script: str) -> Word:
        """The form as a word of a name."""
        return Word(self.spellings[0], Role.LEGAL, self.natives.get(script, ""), self.spellings[1:])


@dataclass(frozen=True, slots=True)
class Habits:
    """How a source writes: chances by kind of damage, and how often it states a fact, by column."""

    chances: Mapping[str, float]
    states: Mapping[str, float]


@cache
def data(name: str) -> dict[str, Any]:
    """A file of data/."""
    text = resources.files("graphkit.synthetic").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def syllables(script: str) -> tuple[Word, ...]:
    """The syllables of a script; those of `latin` have no second script."""
    return word_lines(data("syllables")[script], Role.CORE)


def word_lines(text: str, role: Role) -> tuple[Word, ...]:
    """Words printed one a line: Latin letters, the other script or -, further spellings."""
    return tuple(_word(line.split(), role) for line in text.strip().splitlines())


def _word(parts: list[str], role: Role) -> Word:
    latin, native, also = parts[0], "".join(parts[1:2]).replace("-", ""), parts[2:]
    return Word(latin.upper(), role, native.upper(), tuple(spelling.upper() for spelling in also))


@cache
def words_of(table: str, script: str) -> tuple[Word, ...]:
    """The words of business, or of position in a group, as a script writes them."""
    role = Role.BUSINESS if table == "business" else Role.POSITION
    return tuple(
        Word(row["text"], role, str(row.get(script, "")).upper(), tuple(row["also"]))
        for row in data("companies")[table]
    )


def position(text: str, script: str) -> Word:
    """One word of position, such as HOLDINGS."""
    return next(word for word in words_of("position", script) if word.text == text)


@cache
def legal_forms(country: str) -> tuple[LegalForm, ...]:
    """The legal forms of a country."""
    forms = [
        LegalForm(
            tuple(row["countries"].split()),
            tuple(row["spellings"]),
            row.get("before", False),
            {script: row[script] for script in SCRIPTS if script in row},
        )
        for row in data("companies")["form"]
    ]
    return tuple(form for form in forms if country in form.countries)


@cache
def script_of(country: str) -> str:
    """The script of a home country; Latin elsewhere."""
    home = data("places")["homes"].get(country)
    return str(home["script"]) if home else "latin"


@cache
def weighted(table: str, name: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Keys and weights of a table of places, for a weighted choice."""
    rows = data(table)[name]
    return tuple(rows), tuple(row["weight"] for row in rows.values())


@cache
def mids(flag: str) -> tuple[str, ...]:
    """The maritime identification digits of a flag."""
    table = resources.files("graphkit.model").joinpath("data", "mid.csv").read_text(encoding="utf-8")
    found: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(table.splitlines()):
        found[row["iso2"]].append(row["mid"])
    return tuple(found[flag])


@cache
def habits(source: str, level: str) -> Habits:
    """How a kind of source writes at a level of damage. No chance rises above nine in ten."""
    told = data("damage")["told"][source]
    factor = data("damage")["levels"][level]
    chances = {kind: min(0.9, chance * factor) for kind, chance in told.items() if kind != "states"}
    return Habits(chances, told["states"])
