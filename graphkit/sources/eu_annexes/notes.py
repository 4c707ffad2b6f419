"""The one statement in the notes of a listed ship that is read as data: under what name and flag it sails now.

`Wan Heng 11, formerly a Belize-flagged vessel, is now operating as a DPRK-flagged vessel named the KUMJINGANG3 or Kum
Jin Gang 3.` Everything else in the notes (who met whom at sea, who is said to own the ship) stays wording.
"""

import re
from collections.abc import Iterable

from graphkit.model.countries import country_code
from graphkit.model.records import Fact, Name

_FLAGGED = r"an? (?P<{}>[A-Z][\w .'-]*?)-flagged vessel"
_NOW = re.compile(
    r"^(?P<ship>[^.;,]+), formerly "
    + _FLAGGED.format("former")
    + r", is now operating as "
    + _FLAGGED.format("present")
    + r" named (?:the )?(?P<names>[^.;,]+?)\.?$"
)


def present_identity(ship: str, notes: Iterable[str]) -> tuple[tuple[Name, ...], tuple[Fact, ...]]:
    """The names and flags that the notes give to the ship of this name; nothing when a note speaks of another ship.

    Both countries must be known: half of such a sentence is not evidence.
    """
    for note in notes:
        found = _NOW.match(note)
        if not found or _letters(found["ship"]) != _letters(ship):
            continue
        former, present = country_code(found["former"]), country_code(found["present"])
        if former and present:
            names = tuple(Name(name.strip()) for name in found["names"].split(" or "))
            return names, (Fact("flag", found["present"], present), Fact("former_flag", found["former"], former))
    return (), ()


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()
