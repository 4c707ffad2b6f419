"""Cells of a workbook as a person reads them.

A workbook stores 7303803.0 for a number and 43101 for a day; only the format of the cell says that 0.5 is 50 % and that
of 1 June 2018 no more than the month was meant. What the format hides is not stated, and what it adds is.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

_PRINTED_ONLY = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')  # texts, colours, signs that stand for themselves
_ZEROS = re.compile(r"0{2,}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FIGURES = 15  # what Excel itself keeps of a number
_PERCENT_FIGURES = 12


def number_text(value: int | float, number_format: str = "General") -> str:
    """A number without exponent and without the noise of its last bits; `50%` and `0012` where the format says so.

    Raises:
        ValueError: not a finite number.
    """
    if number_format == "General" and isinstance(value, int):
        return str(value)
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(value)
    form = _PRINTED_ONLY.sub("", number_format).partition(";")[0].strip()
    if "%" in form:
        return f"{_plain(Decimal(_rounded(value, _PERCENT_FIGURES)) * 100)}%"
    text = _plain(Decimal(value if isinstance(value, int) else _rounded(value, _FIGURES)))
    return text.zfill(len(form)) if _ZEROS.fullmatch(form) and text.isdigit() else text


def _rounded(value: float, figures: int) -> str:
    return f"{value:.{figures}g}"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def moment_text(value: date | time | timedelta, number_format: str = "") -> str:
    """A day in ISO form, without the day or the month where the format shows none; a time behind it unless midnight."""
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, datetime) and (value.time() != time() or value.tzinfo):
        return value.isoformat(" ")
    form = _PRINTED_ONLY.sub("", number_format).partition(";")[0].lower()
    if "y" in form and not set("dhs") & set(form):
        return f"{value:%Y-%m}" if "m" in form else f"{value:%Y}"
    return value.isoformat()[:10]


def written_text(text: str) -> str:
    """A text with the control characters that a workbook writes as `_x000D_`."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)
