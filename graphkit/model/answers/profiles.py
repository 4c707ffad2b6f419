"""What a search finds, and everything that is stated about one entity."""

from dataclasses import dataclass

from graphkit.model.answers.parties import Entity, LinkEvidence, ListAge, Listed, SourceRef
from graphkit.model.vocabulary import Certainty, NameKind


@dataclass(frozen=True, slots=True)
class Found:
    """One answer to a search. kind is `claim` for a name only broadcast or painted, with its date and source."""

    id: str
    kind: str
    name: str
    identifiers: dict[str, str]
    score: float
    matched: str
    matched_as: str
    date: str | None = None
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found, best first."""

    query: str
    entities: tuple[Found, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name an entity bears, or bore."""

    name: str
    kind: NameKind
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A number, flag, address or other statement about an entity, with the check of a number in `valid`."""

    property: str
    value: str
    sources: tuple[SourceRef, ...]
    valid: str | None = None
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """One link of an entity seen from it: the other party and the evidence."""

    entity: Entity
    link: LinkEvidence


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event an entity took part in. claim: the name, number or flag it pretended to."""

    id: str
    type: str
    start: str | None
    end: str | None
    area: str
    role: str
    others: tuple[Entity, ...]
    claim: dict[str, str]
    certainty: Certainty
    note: str
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that is stated about one entity, each with its sources.

    beside: parties linked to it without a side of power: family, or a shared address, contact, director or manager.
    """

    entity: Entity
    as_of: str
    names: tuple[KnownName, ...]
    facts: tuple[KnownFact, ...]
    listings: tuple[Listed, ...]
    holders: tuple[Held, ...]
    holdings: tuple[Held, ...]
    events: tuple[KnownEvent, ...]
    beside: tuple[Held, ...] = ()
    lists: tuple[ListAge, ...] = ()
