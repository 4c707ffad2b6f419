"""What an answer rests on, as a short text that a person can read and a later build can be compared with.

    entity=company-1; ofac answer=yes chain=company-2,person-3 share=50..50 certainty=stated sources=1
    links=link-a,link-b listings=OFAC:X-1:asset_freeze:2022-03-01

One part for each rule of a verdict, each chain of a trace, each owner, each vessel of a fleet. Values hold no blank, no
semicolon, no comma and no equals sign: these are written as %20, %3B, %2C and %3D.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from graphkit.errors import WrongUse

_PLAIN = ":/.-_~()[]{}*+!@$&'|"  # beside letters and figures
_ENTITY = re.compile(r"entity=(\S+)( internal)?")


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing that an answer rests on. until: the day of its end, "" while nobody prints one."""

    authority: str
    reference: str
    measure: str
    since: str = ""
    until: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same listing."""
        return self.authority, self.reference, self.measure

    def __str__(self) -> str:
        return " ".join(part for part in (self.authority, self.reference, self.measure) if part)


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that an answer says. about: a rule, or the id of the listed party, owner or vessel.

    answer: yes | possible | no | not_applicable. chain: ids of the parties that it rests on; of a chain in its order.
    share: percent, least and most. certainty, sources: of the weakest step. links: their ids.
    """

    about: str
    answer: str
    chain: tuple[str, ...] = ()
    mode: str = ""
    share: tuple[float, float] | None = None
    certainty: str = ""
    sources: int | None = None
    links: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()
    flags: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = {
            "answer": self.answer,
            "chain": _joined(self.chain),
            "mode": self.mode,
            "share": f"{self.share[0]:g}..{self.share[1]:g}" if self.share else "",
            "certainty": self.certainty,
            "sources": "" if self.sources is None else str(self.sources),
            "links": _joined(self.links),
            "listings": ",".join(map(_listing_text, self.listings)),
            "flags": _joined(self.flags),
        }
        return " ".join([_safe(self.about), *(f"{name}={value}" for name, value in said.items() if value)])


@dataclass(frozen=True, slots=True)
class Account:
    """What one answer rests on: the entity that was asked about, and the grounds.

    internal: internal statements were part of the answer.
    """

    entity: str
    grounds: tuple[Ground, ...]
    internal: bool = False

    def __str__(self) -> str:
        head = f"entity={_safe(self.entity)}{' internal' if self.internal else ''}"
        return "; ".join([head, *map(str, self.grounds)])


def read_account(text: str) -> Account:
    """An account from its text.

    Raises:
        WrongUse: it is not written as `Account` writes it.
    """
    head, *parts = [part.strip() for part in text.split(";")]
    if not (found := _ENTITY.fullmatch(head)):
        raise WrongUse("The evidence does not begin with entity=ID; leave the cell empty to have it noted anew.")
    try:
        return Account(unquote(found[1]), tuple(_ground(part) for part in parts if part), bool(found[2]))
    except (ValueError, TypeError) as error:
        raise WrongUse("The evidence cannot be read; leave the cell empty to have it noted anew.") from error


def _ground(text: str) -> Ground:
    about, *rest = text.split()
    said = dict(word.split("=", 1) for word in rest)
    low, _, high = said.get("share", "").partition("..")
    return Ground(
        about=unquote(about),
        answer=said.get("answer", "yes"),
        chain=_parts(said.get("chain", "")),
        mode=said.get("mode", ""),
        share=(float(low), float(high)) if low else None,
        certainty=said.get("certainty", ""),
        sources=int(said["sources"]) if "sources" in said else None,
        links=_parts(said.get("links", "")),
        listings=tuple(_listing(part) for part in said.get("listings", "").split(",") if part),
        flags=_parts(said.get("flags", "")),
    )


def _listing_text(listing: Listing) -> str:
    parts = (listing.authority, listing.reference, listing.measure, listing.since, listing.until)
    return ":".join(quote(part, safe="/.-_~()") for part in parts).rstrip(":")


def _listing(text: str) -> Listing:
    parts = [unquote(part) for part in text.split(":")]
    return Listing(*parts, *[""] * (3 - len(parts)))


def _safe(text: str) -> str:
    return quote(text, safe=_PLAIN)


def _joined(parts: Iterable[str]) -> str:
    return ",".join(map(_safe, parts))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(unquote(part) for part in text.split(",") if part)
