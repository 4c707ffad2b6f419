"""Names and codes of countries as sources write them, to ISO 3166 letters.

`Korea, North`, `DPRK` and `Democratic People's Republic of Korea` are KP. What is no country (`None Identified`,
`Stateless`, `Region: Crimea`) has no code and keeps its words, so that an unknown flag stays unknown.
"""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("&", " and "))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.sub(r"[^a-z]+", " ", letters.lower()).strip()
    return re.sub(r"^st ", "saint ", words.removeprefix("the "))


@cache
def _codes() -> dict[str, str]:
    table = resources.files("graphkit.model").joinpath("data", "countries.csv").read_text(encoding="utf-8")
    codes: dict[str, str] = {}
    for row in csv.DictReader(table.splitlines()):
        for name in (row["name"], row["iso3"], *row["also"].split(";")):
            if name:
                codes.setdefault(_key(name), row["iso2"])
        codes[_key(row["iso2"])] = row["iso2"]
    return codes


@lru_cache(maxsize=10_000)
def country_code(name: str) -> str | None:
    """ISO 3166 letters of a country's name or code; None when it names none."""
    return _codes().get(_key(name))
