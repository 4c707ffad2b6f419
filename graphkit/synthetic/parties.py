"""The parties of a fleet as they are: what a source may then say of them, rightly or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphkit.model.vocabulary import Kind
from graphkit.synthetic.words import Name


@dataclass(frozen=True, slots=True)
class Identity:
    """What a party was called, and for a vessel how it was flagged, until a day."""

    name: Name
    facts: Mapping[str, str]
    until: str


@dataclass(frozen=True, slots=True)
class Party:
    """A vessel, company or person.

    facts: by column of the table entities. earlier: former identities, oldest first. clan: the number of the family of
    companies it belongs to. role: top, manager, holding or shell for a company. owner: a vessel's registered owner.
    """

    id: str
    kind: Kind
    name: Name
    facts: Mapping[str, str]
    clan: int
    role: str = ""
    earlier: tuple[Identity, ...] = ()
    owner: "Party | None" = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two parties. Shares in percent as text; `wording` says when a sum is wrong on purpose."""

    holder: str
    held: str
    type: str
    role: str = ""
    share: str = ""
    share_min: str = ""
    share_max: str = ""
    start: str = ""
    end: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Clan:
    """A family of companies around its owners: house name, home country, companies (the top first), people, vessels."""

    number: int
    country: str
    script: str
    house: Name
    companies: list[Party] = field(default_factory=list)
    people: list[Party] = field(default_factory=list)
    vessels: list[Party] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class World:
    """The parties of a group, by clan and all together."""

    clans: list[Clan]
    parties: list[Party] = field(default_factory=list)

    def add(self, party: Party) -> None:
        """Put a party into its clan."""
        clan = self.clans[party.clan]
        {Kind.VESSEL: clan.vessels, Kind.COMPANY: clan.companies, Kind.PERSON: clan.people}[party.kind].append(party)
        self.parties.append(party)

    def of(self, kind: Kind) -> list[Party]:
        """The parties of one kind."""
        return [party for party in self.parties if party.kind is kind]
