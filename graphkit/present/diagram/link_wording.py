"""How a link is drawn and what is written on it: share or role, dates, doubts.

An unknown share is said in words and never shown as a number, and the words of a source about a date are kept.
"""

import re
from dataclasses import dataclass

from graphkit.errors import DateError
from graphkit.model.answers import LinkEvidence
from graphkit.model.dates import When, parse_when
from graphkit.model.vocabulary import UNDIRECTED, LinkType
from graphkit.present.diagram.grammar import (
    BORDER,
    CERTAINTY_WORDS,
    CONTROL_TYPES,
    ENDED,
    LINE,
    LINK_WORDS,
    SURE,
    Head,
    Pattern,
)
from graphkit.present.diagram.plain import cut_in_middle, harmless

SEPARATOR = " · "
_ISO = re.compile(r"(\d{4})(?:-\d{2}){0,2}")
_AUTHORITIES = {"ofac": "OFAC", "un": "UN", "eu": "EU", "uk": "UK", "ch": "CH"}


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How one link is drawn. width in pixels before the chain that matters is made heavier."""

    label: str
    pattern: Pattern
    colour: str
    width: float
    head: Head


def line_style(link: LinkEvidence, as_of: str) -> LineStyle:
    """Pattern, colour, width, arrowhead and label of one link."""
    pattern = Pattern.DOTTED if link.type in CONTROL_TYPES else Pattern.SOLID
    strong = link.type is LinkType.OWNS or link.type in CONTROL_TYPES
    head = Head.FILLED if strong else Head.OPEN
    return LineStyle(
        label=link_label(link),
        pattern=pattern if link.certainty in SURE else Pattern.DASHED,
        colour=ENDED if has_ended(link, as_of) else LINE,
        width=BORDER if strong else 1.0,
        head=Head.NONE if link.type in UNDIRECTED else head,
    )


def link_label(link: LinkEvidence) -> str:
    """`51% · 2015`, `linked to · OFAC`, `manager · undated · alleged`: the certainty word stands when below stated."""
    parts = [link_words(link), *([dates_label(link)] if dates_label(link) else [])]
    if link.holds == "possible":
        parts.append("may hold")
    if link.certainty not in SURE:
        parts.append(CERTAINTY_WORDS[link.certainty])
    return SEPARATOR.join(parts)


def link_words(link: LinkEvidence) -> str:
    """What a link says without its dates: a share, a role, or the word of its type with who says so."""
    role = cut_in_middle(role_words(link))
    if link.type is LinkType.OWNS:
        return _ownership_words(link, role)
    if link.type is LinkType.LINKED_TO:
        return SEPARATOR.join((LINK_WORDS[link.type], *stated_by(link)))
    if link.type in CONTROL_TYPES and link.type not in {LinkType.ACTS_FOR, LinkType.NOMINEE_FOR}:
        return role or LINK_WORDS[link.type]
    return LINK_WORDS[link.type] + (f" ({role})" if role else "")


def role_words(link: LinkEvidence) -> str:
    """The role as words: `registered_owner` is "registered owner"."""
    return harmless(link.role.replace("_", " "))


def _ownership_words(link: LinkEvidence, role: str) -> str:
    share = share_text(link)
    if role in {"", "owner", "shareholder"}:
        return share or "share unknown"
    if not share and role == "registered owner":  # a register names the owner of a hull and no percentage
        return role
    return SEPARATOR.join((role, share or "share unknown"))


def share_text(link: LinkEvidence) -> str:
    """`51%`, `25-50%`, `up to 25%`; empty when no source states a share. 0 to 100 says nothing and is empty too."""
    low, high = (link.share, link.share) if link.share is not None else (link.share_min, link.share_max)
    if low is not None and low == high:
        return f"{_percent(low)}%"
    at_least, at_most = low or None, None if high == 100 and not low else high
    if at_least is None and at_most is None:
        return ""
    if at_least is None:
        return f"up to {_percent(at_most)}%"
    return f"{_percent(at_least)}% or more" if at_most is None else f"{_percent(at_least)}-{_percent(at_most)}%"


def _percent(value: float | None) -> str:
    return "" if value is None else format(value, ".10g")


def stated_by(link: LinkEvidence) -> tuple[str, ...]:
    """Who states a link: authorities for the lists, source ids for the rest; above two, their number."""
    names = sorted({_AUTHORITIES.get(ref.source.split("-")[0], harmless(ref.source)) for ref in link.sources})
    return (f"{len(names)} sources",) if len(names) > 2 else tuple(names)


def dates_label(link: LinkEvidence) -> str:
    """`2016`, `2010-2014`, `until 2014`, else the words of the source; `undated` for undated ownership and control."""
    start, end = harmless(link.start or ""), harmless(link.end or "")
    if start and end:
        return _span(start, end)
    if start or end:
        return _year(start) if start else f"until {_year(end)}"
    return "undated" if link.type is LinkType.OWNS or link.type in CONTROL_TYPES else ""


def _span(start: str, end: str) -> str:
    if _ISO.fullmatch(start) and _ISO.fullmatch(end) and start[:4] != end[:4]:
        return f"{start[:4]}-{end[:4]}"
    return f"{start} to {end}"


def _year(text: str) -> str:
    return text[:4] if _ISO.fullmatch(text) else text


def has_ended(link: LinkEvidence, as_of: str) -> bool:
    """Whether the link was over on the day drawn, on every admissible day; for `any` day, whether an end is stated."""
    end, day = parsed(link.end), parsed(as_of)
    if day is None or day.earliest is None:
        return link.end is not None
    return end is not None and end.latest is not None and end.latest <= day.earliest


def parsed(text: str | None) -> When | None:
    """The bounds of a date; None when there is none or it is in no known form."""
    try:
        return parse_when(text)
    except DateError:
        return None
