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


_TERRITORIES = {
    "AU": "CC CX NF",
    "CN": "HK MO",
    "DK": "FO GL",
    "FI": "AX",
    "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
    "GB": "AI BM FK GG GI IM IO JE KY MS PN SH TC VG",
    "NL": "AW BQ CW SX",
    "NO": "SJ",
    "NZ": "CK NU TK",
    "US": "AS GU MP PR VI",
}
_STATE_OF = {territory: state for state, territories in _TERRITORIES.items() for territory in territories.split()}


def state_of(code: str) -> str:
    """The state that a territory with a code of its own belongs to: one list writes Hong Kong where another has China.

    Source: ISO 3166-1, the dependent areas of each state. Other codes as they are.
    """
    return _STATE_OF.get(code, code)
