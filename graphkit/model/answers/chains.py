"""Chains, fleets and connections: parties joined by steps, and the part of the graph that a picture shows."""

from dataclasses import dataclass, field

from graphkit.model.answers.parties import Entity, Holds, LinkEvidence, ListAge, SourceRef, json_key
from graphkit.model.vocabulary import Certainty, Mode, Status


@dataclass(frozen=True, slots=True)
class Step:
    """Two parties of a chain and the parallel links between them; `from` is the party with power, one step further
    up.
    """

    from_id: str = field(metadata=json_key("from"))
    to_id: str = field(metadata=json_key("to"))
    links: tuple[LinkEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Weakest:
    """The step that a chain breaks at first: its number from 0, its certainty, how many sources state it."""

    step: int
    certainty: Certainty
    independent_sources: int


@dataclass(frozen=True, slots=True)
class Chain:
    """From the entity asked about (first) up to a listed party (last): n entities and n - 1 steps.

    mode: the narrowest that admits every step. confidence orders rows and means nothing else. effective_share: percent,
    when every share on the way is stated exactly.
    """

    mode: Mode
    entities: tuple[Entity, ...]
    steps: tuple[Step, ...]
    weakest: Weakest | None
    confidence: float
    effective_share: float | None = None

    def __str__(self) -> str:
        """One line: the parties from the one asked about, what joins them, and who lists the last one."""
        told = [self.entities[0].name]
        for step, party in zip(self.steps, self.entities[1:], strict=True):
            types = dict.fromkeys(str(link.type) for link in step.links)
            told.append(f"<-{', '.join(types)}- {party.name}")
        authorities = sorted({listed.authority for listed in self.entities[-1].listed})
        listed = f", listed by {', '.join(authorities)}" if authorities else ""
        return f"{' '.join(told)} ({self.mode}{listed})" if self.steps else f"{told[0]}{listed}"


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """A doubtful pair that a person may settle: another entity and the match weight in bits."""

    id: str
    name: str
    match_weight: float


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """Where the knowledge stops on the way up: a party without a known holder, or a placeholder."""

    id: str
    name: str
    reason: str
    possible_matches: tuple[PossibleMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """Chains from an entity to listed parties on a day; the first chain, without steps, is its own listings.

    as_of: an ISO date, or "any". truncated: more chains or longer ones exist than were asked for. reached: how many
    other listed parties the chains lead to, also beyond this page.
    """

    from_entity: Entity = field(metadata=json_key("from"))
    as_of: str
    to: str
    truncated: bool
    chains: tuple[Chain, ...]
    open_ends: tuple[OpenEnd, ...]
    reached: int = 0
    further_open_ends: int = 0
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class FleetVessel:
    """A vessel of a party. basis: the roles or link types that join them; chain: entity ids from the party down to the
    ship.
    """

    id: str
    name: str
    imo: str | None
    basis: str
    mode: Mode
    chain: tuple[str, ...]
    holds: Holds
    certainty: Certainty
    sources: tuple[SourceRef, ...]
    sanctioned: Status = Status.NO


@dataclass(frozen=True, slots=True)
class Fleet:
    """The vessels that a party owns, manages, operates or, marked association, is only linked to."""

    entity: Entity
    as_of: str
    vessels: tuple[FleetVessel, ...]
    truncated: bool = False
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step between two parties, in either direction: a link or an event both took part in.

    sources: every statement of the step (`statements` in JSON, where `sources` holds the ids alone).
    """

    from_id: str = field(metadata=json_key("from"))
    to_id: str = field(metadata=json_key("to"))
    type: str
    role: str
    date: str | None
    certainty: Certainty
    sources: tuple[SourceRef, ...] = field(metadata=json_key("statements"))
    source_ids: tuple[str, ...] = field(default=(), metadata=json_key("sources"))


@dataclass(frozen=True, slots=True)
class Connection:
    """One way in which two entities are connected.

    entities: the parties on the way (`parties` in JSON, where `entities` holds the ids alone).
    """

    entities: tuple[Entity, ...] = field(metadata=json_key("parties"))
    steps: tuple[PathStep, ...]
    ids: tuple[str, ...] = field(default=(), metadata=json_key("entities"))


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest connections of two entities; not a finding about ownership."""

    from_entity: Entity = field(metadata=json_key("from"))
    to_entity: Entity = field(metadata=json_key("to"))
    as_of: str
    truncated: bool
    paths: tuple[Connection, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Everything one picture shows; drawing it never asks the store again.

    steps: each drawn pair of parties once, with all its links. highlighted: (from, to) pairs of the chain that matters.
    left_out: sentences on what the picture does not show.
    """

    title: str
    caption: str
    as_of: str
    subject: str
    entities: tuple[Entity, ...]
    steps: tuple[Step, ...]
    highlighted: frozenset[tuple[str, str]]
    lists: tuple[ListAge, ...]
    left_out: tuple[str, ...] = ()
