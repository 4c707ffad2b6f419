"""Text that is safe where it is shown: no control or direction marks on a terminal, no formula in a spreadsheet.

Names come from sanctioned parties and from files of unknown hands. JSON keeps every sign; what people look at does not.
"""

import unicodedata

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def for_terminal(text: object) -> str:
    """One line of text in which signs that cannot be seen are written out as their code."""
    line = str(text)
    return line if line.isprintable() else "".join(_shown(sign) for sign in line)


def _shown(sign: str) -> str:
    if sign in "\n\r\t":
        return " "
    return f"\\u{ord(sign):04x}" if unicodedata.category(sign) in _UNSEEN else sign


def for_spreadsheet(value: object) -> str:
    """A cell that a spreadsheet program shows and does not calculate; a number below zero stays a number."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA_STARTS) else text
