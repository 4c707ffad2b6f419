"""Words that stand where a name should be: UNKNOWN, N/A, REPORTED SOLD UNDISCLOSED INTEREST.

Such a word is nobody's name. One party called UNKNOWN would join whole fleets, so each place that prints one is an
unknown party of its own, never merged with another and never walked through. A name that merely holds such a word is a
name: UNKNOWN SHIPPING CO is a company.
"""

import re
import unicodedata

_PARTY = (
    r"(?:OWNERS?|HOLDERS?|MANAGERS?|OPERATORS?|INTERESTS?|BUYERS?|PART(?:Y|IES)|PRINCIPALS?"
    r"|COMPANY|PERSONS?|VESSEL|SHIP|FLAG)"
)
_WHOLE_NAMES = re.compile(
    "|".join(
        (
            # Nobody knows: UNKNOWN, OWNER UNKNOWN, UNKNOWN OWNER, NATIONALITY UNKNOWN (Equasis).
            rf"(?:{_PARTY} |NATIONALITY )?(?:UNKNOWN|UNIDENTIFIED|UNNAMED|NOT KNOWN)",
            rf"(?:UNKNOWN|UNIDENTIFIED|UNNAMED) {_PARTY}",
            # Somebody knows and does not say: UNDISCLOSED, UNDISCLOSED CHINESE INTERESTS (registers of ships).
            rf"(?:{_PARTY} )?(?:UNDISCLOSED|NOT DISCLOSED)",
            rf"UNDISCLOSED (?:\w+ ){{0,3}}{_PARTY}",
            # Sold, but to whom is not registered: REPORTED SOLD, REPORTED SOLD UNDISCLOSED INTEREST.
            r"REPORTED SOLD(?: .*)?",
            # Left blank in a table: N/A, N.A., NA, NONE, NIL, NOT AVAILABLE, NOT STATED.
            r"N ?/ ?A|N\.? ?A\.?|NONE|NIL",
            r"NOT (?:AVAILABLE|APPLICABLE|STATED|REPORTED)|NO (?:NAME|OWNER|DATA|INFORMATION)",
            # Yet to come: TBN, TBA, TO BE NAMED.
            r"T\.?B\.?[NACD]\.?|TO BE (?:NAMED|NOMINATED|ADVISED|CONFIRMED|DETERMINED)",
        )
    )
)
_LONGEST = 120
_AROUND = "()[]<>{}\"'*-–—.,:;?! "


def is_placeholder(name: str) -> bool:
    """Whether a text says that a name is missing. The whole text decides, never a word in it.

    `-`, `?` and whatever else has neither letter nor figure is a placeholder. An empty text is none.
    """
    text = " ".join((name if name.isascii() else unicodedata.normalize("NFKC", name)).upper().split())
    if not text or len(text) > _LONGEST:
        return False
    if not text[0].isalnum() and not any(sign.isalnum() for sign in text):
        return True
    if _WHOLE_NAMES.fullmatch(text):
        return True
    bare = text.strip(_AROUND)
    return bare != text and bool(_WHOLE_NAMES.fullmatch(bare))
