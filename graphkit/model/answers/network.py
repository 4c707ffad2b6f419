"""What a network shows around listed parties: communities, hubs, brokers, and what parties have in common."""

from dataclasses import dataclass

from graphkit.model.answers.parties import ListAge
from graphkit.model.vocabulary import Kind, Status


@dataclass(frozen=True, slots=True)
class Member:
    """A party of the network. listed: whether a listing that counts was in force on the day."""

    id: str
    name: str
    kind: Kind
    listed: Status


@dataclass(frozen=True, slots=True)
class Behind:
    """What a finding rests on: link ids, and the ids of the sources that state them."""

    links: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Community:
    """Parties with more links among each other than to the rest. listed and vessels: how many of them.

    types: how many links of each type hold it together. members: listed ones first, then those with most neighbours.
    """

    size: int
    listed: int
    vessels: int
    types: dict[str, int]
    members: tuple[Member, ...]
    why: str
    behind: Behind


@dataclass(frozen=True, slots=True)
class Hub:
    """A party with many neighbours, and how many links of each type it has."""

    party: Member
    neighbours: int
    listed: int
    types: dict[str, int]
    why: str
    behind: Behind


@dataclass(frozen=True, slots=True)
class Broker:
    """A party on the shortest ways between others. pairs: of how many pairs; estimated: from a sample of starts.

    parts: into how many parts the parties that hang together fall without it.
    """

    party: Member
    pairs: float
    estimated: bool
    parts: int
    why: str
    behind: Behind


@dataclass(frozen=True, slots=True)
class SharedGroup:
    """An address or a contact, or a director or a manager, that several parties have in common.

    what: address, phone, email, website, director or manager. value: as printed first in the alphabet, or the name of
    the common party. linked: False where the parties are too many to be linked for it.
    """

    what: str
    value: str
    parties: int
    listed: int
    linked: bool
    members: tuple[Member, ...]
    why: str
    behind: Behind


@dataclass(frozen=True, slots=True)
class SingleShip:
    """A company that owns one vessel and holds nothing else. shares: what it has in common with others, in words."""

    company: Member
    vessel: Member
    shares: tuple[str, ...]
    why: str
    behind: Behind


@dataclass(frozen=True, slots=True)
class Network:
    """The network around listed parties, or around one entity. parties, links: how many were looked at.

    notes: sentences on what was left out or estimated.
    """

    around: Member | None
    as_of: str
    to: str
    hops: int
    parties: int
    links: int
    truncated: bool
    notes: tuple[str, ...]
    communities: tuple[Community, ...]
    hubs: tuple[Hub, ...]
    brokers: tuple[Broker, ...]
    shared: tuple[SharedGroup, ...]
    single_ship: tuple[SingleShip, ...]
    lists: tuple[ListAge, ...] = ()
