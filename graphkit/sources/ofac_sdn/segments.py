"""Remarks cut into segments, a label and a value each, at the semicolons that stand in no quoted name."""

import re

_OPENS_QUOTE = re.compile(r"\s*(?:alt\. )?[afn]\.k\.a\. '")


def segments(text: str) -> list[str]:
    """The pieces between semicolons. A semicolon in a quoted name ends none, unless the quote is left open."""
    pieces, found, at = text.split(";"), [], 0
    while at < len(pieces):
        end = at + 1
        if _OPENS_QUOTE.match(pieces[at]) and not _closes_quote(pieces[at].replace("'", "", 1)):
            end = _end_of_quote(pieces, at)
        found.append(" ".join(";".join(pieces[at:end]).split()))
        at = end
    return [segment for segment in found if segment and segment != "."]


def _end_of_quote(pieces: list[str], opened: int) -> int:
    """Behind the piece that closes a quote; behind the opening piece when the next quote opens or the text ends."""
    for at in range(opened + 1, len(pieces)):
        if _OPENS_QUOTE.match(pieces[at]):
            break
        if _closes_quote(pieces[at]):
            return at + 1
    return opened + 1


def _closes_quote(piece: str) -> bool:
    return piece.rstrip().removesuffix(".").endswith("'")
