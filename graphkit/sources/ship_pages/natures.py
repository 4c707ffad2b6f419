"""Shares and natures of control as registers of companies print them.

The United Kingdom's register of persons with significant control prints bands and not shares, in words ("More than 25%
but not more than 50%") or in codes ("ownership-of-shares-25-to-50-percent"). Such a holding may be direct or indirect.

Source: Companies Act 2006, schedule 1A; the codes are those of Companies House.
"""

import re
from dataclasses import dataclass
from typing import Final

from graphkit.model.records import Share
from graphkit.model.vocabulary import LinkType
from graphkit.sources.plain_tables.rows import Row
from graphkit.sources.plain_tables.shares import share_of
from graphkit.sources.ship_pages.parties import derived

_BANDS: Final = (
    (
        re.compile(r"25 ?to ?50|more than 25 but not more than 50|over 25 up to 50"),
        Share(25.0, 50.0, minimum_open=True),
    ),
    (
        re.compile(r"50 ?to ?75|more than 50 but (?:less than|not more than) 75|over 50 (?:and|but) less than 75"),
        Share(50.0, 75.0, minimum_open=True, maximum_open=True),
    ),
    (re.compile(r"75 ?to ?100|75 or more|at least 75"), Share(75.0, 100.0)),
    (re.compile(r"more than 25"), Share(25.0, 100.0, minimum_open=True)),
    (re.compile(r"more than 50"), Share(50.0, 100.0, minimum_open=True)),
)
_COUNT: Final = re.compile(r"[0-9]{1,3}(?:[ ,.'\u00a0\u202f][0-9]{3})+|[0-9]{1,15}")

_LONGEST: Final = 30


@dataclass(frozen=True, slots=True)
class Nature:
    """One way of holding or controlling a company."""

    type: LinkType
    role: str
    share: Share | None = None


def nature_of(text: str) -> Nature | None:
    """What a nature of control says; None when it is none that graphkit knows."""
    words = _words(text)
    if "share" in words and ("ownership" in words or "holds" in words) and "surplus" not in words:
        return Nature(LinkType.OWNS, "beneficial_owner", band(text))
    if "voting" in words:
        return Nature(LinkType.CONTROLS, "voting_rights", band(text))
    if "appoint" in words and ("director" in words or "board" in words or "members" in words):
        return Nature(LinkType.CONTROLS, "appoints_board")
    if "significant influence" in words:
        return Nature(LinkType.CONTROLS, "significant_influence")
    return None


def band(text: str) -> Share | None:
    """The bounds of a band in words or in a code."""
    words = _words(text)
    return next((share for pattern, share in _BANDS if pattern.search(words)), None)


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("per cent", " ").replace("percent", " ")).strip()


def stated_share(row: Row) -> Share | None:
    """The share of a row: a band in words, a number of shares out of all, or whatever the links table reads."""
    printed = row["share"]
    if printed and re.search(r"[a-z]{3}", printed, re.IGNORECASE) and (found := band(printed)):
        return found
    if printed:
        return share_of(derived(row, {"share": re.sub(r"(?i)\s*per\s?cent", "%", printed)}))
    if not (row["shares_held"] and row["total_shares"]):
        return None
    held, total = count(row["shares_held"]), count(row["total_shares"])
    if held is None or not total or held > total:
        row.note("the number of shares is no part of the total, and the share is left unknown", _both(row))
        return None
    percent = 100.0 * held / total
    return Share(percent, percent)


def _both(row: Row) -> str:
    return f"{row['shares_held']} of {row['total_shares']}"


def count(text: str) -> int | None:
    """A whole number with or without signs between its thousands; None when it is none."""
    return int(re.sub(r"[^0-9]", "", text)) if len(text) <= _LONGEST and _COUNT.fullmatch(text.strip()) else None
