"""What a listing of each UN regime means: the list's name, the country it is about, and the measures.

Every listed entity has its assets frozen. For people it depends on the regime: most order an asset freeze and a
travel ban, Iraq the freeze alone (resolution 1483 (2003), paragraph 23), Guinea-Bissau the travel ban alone (2048
(2012), paragraph 4). Libya differs from person to person and prints it, and what an entry prints wins. People of a
regime that is not known here get the asset freeze alone.

The Houthis (YEe.001) are listed for a targeted arms embargo alone, which freezes nothing: an export control, the
nearest of the measures. An arms embargo that comes with a freeze is not told apart.
"""

import re
from dataclasses import dataclass

from graphkit.errors import DateError
from graphkit.model.dates import When, parse_when
from graphkit.model.vocabulary import Kind, Measure

_FREEZE = (Measure.ASSET_FREEZE,)
_BAN = (Measure.TRAVEL_BAN,)
_BOTH = _FREEZE + _BAN


@dataclass(frozen=True, slots=True)
class Regime:
    """One value of UN_LIST_TYPE. country: ISO 3166 letters; empty when the regime is about no single country."""

    list: str
    country: str
    for_people: tuple[Measure, ...]


# The values of UN_LIST_TYPE of 27 February 2026, with the paragraphs that order a freeze and a travel ban.
_REGIMES = {
    "DPRK": Regime("UN 1718", "KP", _BOTH),  # 1718 (2006), 8 (d) and (e)
    "Iran": Regime("UN Iran", "IR", _BOTH),  # 1737 (2006), 12; 1929 (2010), 10
    "Iraq": Regime("UN Iraq", "IQ", _FREEZE),
    "GB": Regime("UN GB", "GW", _BAN),  # Guinea-Bissau, not the United Kingdom
    "Al-Qaida": Regime("UN Al-Qaida", "", _BOTH),  # 2368 (2017), 1
    "Taliban": Regime("UN Taliban", "", _BOTH),  # 1988 (2011), 1
    "CAR": Regime("UN CAR", "CF", _BOTH),  # 2134 (2014), 30 and 32
    "DRC": Regime("UN DRC", "CD", _BOTH),  # 1596 (2005), 13 and 15
    "Haiti": Regime("UN Haiti", "HT", _BOTH),  # 2653 (2022), 3 and 6
    "Libya": Regime("UN Libya", "LY", _BOTH),  # 1970 (2011), 15 and 17
    "Somalia": Regime("UN Somalia", "SO", _BOTH),  # 1844 (2008), 1 and 3
    "SouthSudan": Regime("UN SouthSudan", "SS", _BOTH),  # 2206 (2015), 9 and 12
    "Sudan": Regime("UN Sudan", "SD", _BOTH),  # 1591 (2005), 3 (d) and (e)
    "Yemen": Regime("UN Yemen", "YE", _BOTH),  # 2140 (2014), 11 and 15
}
_PRINTED = re.compile(
    r"(?:Listed on (?P<day>\d{1,2} [A-Z][a-z]+ \d{4}) )?"
    r"pursuant to paragraphs? [^()]{0,200}\((?P<measures>[^()]{0,60})\)"
)
_WORDS = {Measure.TRAVEL_BAN: "travel ban", Measure.ASSET_FREEZE: "asset freeze"}
_EMBARGO = re.compile(r"\((?:targeted )?arms embargo\)", re.IGNORECASE)


def regime_of(list_type: str) -> Regime:
    """The regime of a UN_LIST_TYPE; one that is not known here is named by its own word."""
    return _REGIMES.get(list_type) or Regime(f"UN {list_type}".strip(), "", _FREEZE)


def is_known(list_type: str) -> bool:
    """Whether the measures of this UN_LIST_TYPE were looked up."""
    return list_type in _REGIMES


def measures(kind: Kind, regime: Regime, comment: str, listed: When | None) -> list[tuple[Measure, When | None]]:
    """Each measure with the day it was listed for: as the comment prints them, else as the regime orders them."""
    if printed := _printed(comment, listed):
        return printed
    if speaks_of_embargo_only(comment):
        return [(Measure.EXPORT_CONTROL, listed)]
    return [(measure, listed) for measure in (regime.for_people if kind is Kind.PERSON else _FREEZE)]


def _printed(comment: str, listed: When | None) -> list[tuple[Measure, When | None]]:
    found: dict[Measure, When | None] = {}
    for statement in _PRINTED.finditer(comment):
        for measure, words in _WORDS.items():
            if words in statement["measures"].lower():
                found.setdefault(measure, _day(statement["day"]) or listed)
    return sorted(found.items())


def _day(text: str | None) -> When | None:
    try:
        return parse_when(text)
    except DateError:  # a day that does not exist: the list's own date stands
        return None


def speaks_of_embargo_only(comment: str) -> bool:
    """Whether the comment gives an arms embargo as the measure, and neither a freeze nor a travel ban."""
    return bool(_EMBARGO.search(comment)) and not _printed(comment, None)
