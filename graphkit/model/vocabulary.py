"""The closed lists of words: kinds, link types, roles, measures, certainty and the three modes of a chain.

Every other module takes these words from here, and so do the JSON answers, the Neo4j labels and the diagrams.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a record is about. ORGANIZATION is a legal person that no source calls a company."""

    VESSEL = "vessel"
    COMPANY = "company"
    ORGANIZATION = "organization"
    PERSON = "person"
    ADDRESS = "address"
    AIRCRAFT = "aircraft"
    NOT_STATED = "not_stated"


LEGAL_KINDS = frozenset({Kind.COMPANY, Kind.ORGANIZATION})
PROPERTY_KINDS = frozenset({Kind.VESSEL, Kind.AIRCRAFT})
"""What is owned and owns nothing itself."""


class Standing(StrEnum):
    """ENTRY: the source has a row about it. MENTION: it is only named, as in "Linked To: X"."""

    ENTRY = "entry"
    MENTION = "mention"


class Scope(StrEnum):
    """Where the party that a mention names is to be looked for."""

    LIST = "list"  # among the entries of the same list, as OFAC's "Linked To" guarantees
    BUILD = "build"  # anywhere in the build: a cell of one's own table holds an id, a number or a name
    PROSE = "prose"  # a name in running text: joined only with evidence beside the name


class NameKind(StrEnum):
    """How a name belongs to its record."""

    PRIMARY = "primary"
    ALIAS = "alias"
    WEAK = "weak"  # the source itself warns that it is of little use for recognising the party
    FORMER = "former"
    ORIGINAL = "original_script"
    SPELLING = "spelling"  # how a mention may also have been meant, such as with one more full stop


class Validity(StrEnum):
    """What the check of an identifier said. Only OK numbers are used to decide who is who."""

    OK = "ok"
    BAD_CHECKSUM = "bad_checksum"
    BAD_FORMAT = "bad_format"
    UNCHECKED = "unchecked"


class LinkType(StrEnum):
    """Relationship types, verbs in the present; `from` is the party with power, `to` the thing held.

    ACTS_FOR, NOMINEE_FOR and MEMBER_OF read the other way round: the agent, nominee or member is `from`.
    """

    OWNS = "OWNS"
    CONTROLS = "CONTROLS"
    MANAGES = "MANAGES"
    OPERATES = "OPERATES"
    DIRECTS = "DIRECTS"
    ACTS_FOR = "ACTS_FOR"
    NOMINEE_FOR = "NOMINEE_FOR"
    LINKED_TO = "LINKED_TO"
    FAMILY_OF = "FAMILY_OF"
    ASSOCIATE_OF = "ASSOCIATE_OF"
    MEMBER_OF = "MEMBER_OF"
    SHARED_ADDRESS = "SHARED_ADDRESS"  # derived by graphkit, never stated
    SHARED_CONTACT = "SHARED_CONTACT"  # derived by graphkit, never stated
    SHARED_DIRECTOR = "SHARED_DIRECTOR"  # derived by graphkit, never stated
    SHARED_MANAGER = "SHARED_MANAGER"  # derived by graphkit, never stated
    SUCCEEDED_BY = "SUCCEEDED_BY"
    INSURED_BY = "INSURED_BY"
    CLASSED_BY = "CLASSED_BY"
    BROKERED_BY = "BROKERED_BY"
    AGENT_FOR = "AGENT_FOR"
    CARGO_OWNER_OF = "CARGO_OWNER_OF"


class Mode(StrEnum):
    """How much a chain claims; each mode admits all that the one before it admits."""

    OWNERSHIP = "ownership"
    CONTROL = "control"
    ASSOCIATION = "association"


MODES = (Mode.OWNERSHIP, Mode.CONTROL, Mode.ASSOCIATION)

MODE_OF_TYPE: dict[LinkType, Mode] = {
    LinkType.OWNS: Mode.OWNERSHIP,
    LinkType.CONTROLS: Mode.OWNERSHIP,
    LinkType.MANAGES: Mode.CONTROL,
    LinkType.OPERATES: Mode.CONTROL,
    LinkType.DIRECTS: Mode.CONTROL,
    LinkType.ACTS_FOR: Mode.CONTROL,
    LinkType.NOMINEE_FOR: Mode.CONTROL,
    LinkType.LINKED_TO: Mode.ASSOCIATION,
    LinkType.FAMILY_OF: Mode.ASSOCIATION,
    LinkType.ASSOCIATE_OF: Mode.ASSOCIATION,
    LinkType.MEMBER_OF: Mode.ASSOCIATION,
    LinkType.SHARED_ADDRESS: Mode.ASSOCIATION,
    LinkType.SHARED_CONTACT: Mode.ASSOCIATION,
    LinkType.SHARED_DIRECTOR: Mode.ASSOCIATION,
    LinkType.SHARED_MANAGER: Mode.ASSOCIATION,
}
"""The narrowest mode that admits a link. Types that are absent are kept and shown, and never make a chain."""

OWNING = frozenset({LinkType.OWNS, LinkType.CONTROLS})
HOLDING = frozenset(type_ for type_, mode in MODE_OF_TYPE.items() if mode is not Mode.ASSOCIATION)
"""Types by which one party stands above another, owning among them."""

POWER_AT_END = frozenset({LinkType.ACTS_FOR, LinkType.NOMINEE_FOR, LinkType.MEMBER_OF})
"""Types whose `to` is the party with power, so that going up a chain runs along the arrow."""

DERIVED = frozenset(
    {LinkType.SHARED_ADDRESS, LinkType.SHARED_CONTACT, LinkType.SHARED_DIRECTOR, LinkType.SHARED_MANAGER}
)
"""Types that no source states: graphkit derives them at build from what two parties have in common."""

UNDIRECTED = DERIVED | {LinkType.FAMILY_OF, LinkType.ASSOCIATE_OF}
"""Types without a side of power; a chain holds at most one such step."""


class Rank(StrEnum):
    """By what chains are chosen and ordered: all shortest ones, or the best by their steps' certainty or share."""

    LENGTH = "length"
    CERTAINTY = "certainty"
    SHARE = "share"


class Measure(StrEnum):
    """What a listing forbids."""

    ASSET_FREEZE = "asset_freeze"
    PORT_BAN = "port_ban"
    DEFLAG = "deflag"
    TRANSPORT_BAN = "transport_ban"
    TRAVEL_BAN = "travel_ban"
    FINANCIAL_RESTRICTION = "financial_restriction"
    EXPORT_CONTROL = "export_control"
    SERVICES_BAN = "services_ban"
    INVESTMENT_BAN = "investment_ban"
    SECTORAL = "sectoral"
    ADVISORY = "advisory"


SANCTIONING_MEASURES = frozenset(
    {Measure.ASSET_FREEZE, Measure.PORT_BAN, Measure.DEFLAG, Measure.TRANSPORT_BAN, Measure.TRAVEL_BAN}
)
"""Measures that make a listed party "sanctioned"; the others are listings that count with `--measure any` only."""


class Status(StrEnum):
    """Whether something was so on a day. UNKNOWN is an answer of its own and is never turned into a yes."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure the source itself is, one scale for every source's words, surest first."""

    CONFIRMED = "confirmed"
    STATED = "stated"
    EVIDENCE_THAT = "evidence_that"
    ASSESSED = "assessed"
    LIKELY = "likely"
    ALLEGED = "alleged"
    SUSPECTED = "suspected"
    UNKNOWN = "unknown"


CERTAINTY_WEIGHT: dict[Certainty, float] = {
    Certainty.CONFIRMED: 1.0,
    Certainty.STATED: 0.95,
    Certainty.EVIDENCE_THAT: 0.85,
    Certainty.ASSESSED: 0.75,
    Certainty.LIKELY: 0.6,
    Certainty.ALLEGED: 0.5,
    Certainty.SUSPECTED: 0.4,
    Certainty.UNKNOWN: 0.3,
}
"""Weights that order rows and do nothing else; people are shown the word."""


class Visibility(StrEnum):
    """INTERNAL statements stay out of every output unless `--internal` is given."""

    PUBLIC = "public"
    INTERNAL = "internal"
