"""Parties and links as every answer shows them: an entity with its listings, a link with its sources, a list's age."""

from dataclasses import dataclass, field
from typing import Literal

from graphkit.model.vocabulary import Certainty, Kind, LinkType, Measure, Status

Holds = Literal["certain", "possible", "no"]  # "no" only where links are told whatever their dates, as in a profile


def json_key(name: str) -> dict[str, str]:
    """Metadata of a field whose key in JSON is not its name in Python."""
    return {"json": name}


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where one statement was read. line counts from 1 in `file`; 0 when the statement has no line."""

    source: str
    place: str = ""
    reference: str = ""
    wording: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One listing of a party. status: whether it was in force on the day asked for; unknown when nothing proves it."""

    authority: str
    list: str
    measure: Measure
    reference: str
    listed: str | None
    delisted: str | None
    programs: tuple[str, ...]
    status: Status
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A ship, company or person as resolved from its records.

    flag: letters of its flag, several separated by `; ` where sources differ. unknown: a placeholder owner that stands
    for somebody nobody names. listed: its listings that count in the question asked. sanctioned: whether any of them
    was in force on that day.
    """

    id: str
    kind: Kind
    name: str
    identifiers: dict[str, str] = field(default_factory=dict)
    flag: str | None = None
    countries: tuple[str, ...] = ()
    unknown: bool = False
    sanctioned: Status = Status.NO
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """One link of a step, with every source that states it.

    from and to: as stated, so that an agent (`from`) acts for its client (`to`) although the client stands above.
    holds: on the day asked for, on every admissible day (certain), on some of them (possible) or on none (no).
    dated: False when no source gives a date, and the link is counted all the same."""

    id: str
    type: LinkType
    role: str
    share: float | None
    share_min: float | None
    share_max: float | None
    start: str | None
    end: str | None
    dated: bool
    holds: Holds
    certainty: Certainty
    sources: tuple[SourceRef, ...]
    from_id: str = field(default="", metadata=json_key("from"))
    to_id: str = field(default="", metadata=json_key("to"))


@dataclass(frozen=True, slots=True)
class ListAge:
    """How old a list is: the day it was published, when it says so, and the day it was read."""

    source: str
    published: str | None
    read: str | None
