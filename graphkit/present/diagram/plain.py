"""Text from sources made fit to be drawn: it cannot hide, reverse or run out of its box.

A name is printed by whoever wrote the source. Control characters would break the file, bidirectional marks can turn a
name round so that another one is read, and twenty accents on one letter reach into the next box. Reach for `harmless`
before any text is drawn or put into a table; escaping for XML or HTML is done where the file is written.
"""

import unicodedata
from collections.abc import Iterator

NAME_LENGTH = 34
ELLIPSIS = "…"
NO_NAME = "(no name)"
_JOINERS = "\u200c\u200d"  # zero-width joiners belong to the spelling of Persian and Indian names
_MOST_MARKS = 3  # kept on one letter; Vietnamese needs two, pointed Hebrew and Hindi three
_UNREADABLE = "\ufffd"


def harmless(text: str) -> str:
    """One line without control characters, direction marks and other invisible signs.

    Line breaks and control characters become blanks, invisible formatting (U+200E/F, U+202A to U+202E, U+2066 to
    U+2069, tags, soft hyphens) disappears, half characters and unassigned ones become U+FFFD.
    """
    cleaned = "".join(_clean(letters) for letters in _letters(text))
    return " ".join(cleaned.split())


def _clean(letters: str) -> str:
    return "".join(_replacement(sign) for sign in letters[: 1 + _MOST_MARKS])


def _replacement(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    if category == "Cf":
        return sign if sign in _JOINERS else ""
    return _UNREADABLE if category in {"Cs", "Cn", "Co"} else sign


def _letters(text: str) -> Iterator[str]:
    """Each sign with the marks that stand on it."""
    current = ""
    for sign in text:
        if current and (unicodedata.category(sign).startswith("M") or sign in _JOINERS):
            current += sign
            continue
        if current:
            yield current
        current = sign
    if current:
        yield current


def cut_in_middle(text: str, length: int = NAME_LENGTH) -> str:
    """At most `length` letters: both ends kept, the middle replaced by one ellipsis.

    The end of a name tells sister companies and ships apart (NO. 11, NO. 12), so it is never what is cut.
    """
    letters = list(_letters(text))
    if len(letters) <= length:
        return text
    tail = (length - 1) // 2
    head = length - 1 - tail
    return "".join(letters[:head]).rstrip() + ELLIPSIS + "".join(letters[-tail:]).lstrip()


def drawn_name(name: str) -> str:
    """A name in full, fit to be shown; words for a missing one."""
    return harmless(name) or NO_NAME
