"""The visual grammar: every colour, shape, line and size that a picture of an ownership network uses.

One table, read by all renderers. Shape and word carry each meaning without colour: red means sanctions and nothing
else, dotted means control and not ownership, dashed means that the source itself is not sure. What is written on
parties and lines is in `wording`.
"""

from dataclasses import dataclass
from enum import StrEnum

from graphkit.model.vocabulary import CERTAINTY_WEIGHT, Certainty, Kind, LinkType

TEXT = "#111111"
PAPER = "#FFFFFF"
LINE = "#444444"
ENDED = "#9A9A9A"
LISTED = "#B00020"
LISTING_FILL = "#FBE3E4"
UNKNOWN_BORDER = "#666666"

TITLE_SIZE, CAPTION_SIZE, NAME_SIZE, SMALL_SIZE, MARK_SIZE = 20.0, 14.0, 13.0, 12.0, 18.0
"""Pixels. Nothing is drawn below 12 px, which is 9 pt in print."""

BORDER, SUBJECT_BORDER, LISTED_BORDER, DOUBT_BORDER = 1.5, 3.0, 3.5, 2.0
PICTURE_PARTIES = 40
PARALLEL_LINES = 3
LISTINGS_DRAWN = 4
DASHES = "7 4"


class Shape(StrEnum):
    """Outlines. HULL: flat top and narrower base."""

    HULL = "hull"
    RECTANGLE = "rectangle"
    PILL = "pill"
    FOLDED = "folded corner"
    OCTAGON = "octagon"


@dataclass(frozen=True, slots=True)
class PartyStyle:
    """How a kind of party is drawn, and the word for it in the legend and in its accessible name."""

    shape: Shape
    fill: str
    border: str
    word: str


_COMPANY = ("#E8EEF7", "#2F5D8C")
PARTY_STYLES: dict[Kind, PartyStyle] = {
    Kind.VESSEL: PartyStyle(Shape.HULL, "#D7F0EC", "#00695C", "Vessel"),
    Kind.COMPANY: PartyStyle(Shape.RECTANGLE, *_COMPANY, "Company"),
    Kind.ORGANIZATION: PartyStyle(Shape.RECTANGLE, *_COMPANY, "Organization"),
    Kind.PERSON: PartyStyle(Shape.PILL, "#FFF1D6", "#9A6700", "Person"),
    Kind.ADDRESS: PartyStyle(Shape.FOLDED, "#EEEEEE", UNKNOWN_BORDER, "Address"),
    Kind.AIRCRAFT: PartyStyle(Shape.RECTANGLE, PAPER, UNKNOWN_BORDER, "Aircraft"),
    Kind.NOT_STATED: PartyStyle(Shape.RECTANGLE, PAPER, UNKNOWN_BORDER, "Party of unstated kind"),
}


class Pattern(StrEnum):
    """The three line patterns; no picture may have more."""

    SOLID = "solid"
    DOTTED = "dotted"
    DASHED = "dashed"


class Head(StrEnum):
    """Arrowheads. NONE is for links without a side of power."""

    FILLED = "filled"
    OPEN = "open"
    NONE = "none"


CONTROL_TYPES = frozenset(
    {
        LinkType.CONTROLS,
        LinkType.MANAGES,
        LinkType.OPERATES,
        LinkType.DIRECTS,
        LinkType.ACTS_FOR,
        LinkType.NOMINEE_FOR,
    }
)
"""Drawn dotted: power over a party that is not ownership of it."""

LINK_WORDS: dict[LinkType, str] = {
    LinkType.OWNS: "owns",
    LinkType.CONTROLS: "controls",
    LinkType.MANAGES: "manager",
    LinkType.OPERATES: "operator",
    LinkType.DIRECTS: "director",
    LinkType.ACTS_FOR: "represented by",
    LinkType.NOMINEE_FOR: "has as nominee",
    LinkType.LINKED_TO: "linked to",
    LinkType.FAMILY_OF: "family",
    LinkType.ASSOCIATE_OF: "associate",
    LinkType.MEMBER_OF: "has as member",
    LinkType.SHARED_ADDRESS: "same address",
    LinkType.SHARED_CONTACT: "same contact",
    LinkType.SHARED_DIRECTOR: "same director",
    LinkType.SHARED_MANAGER: "same manager",
    LinkType.SUCCEEDED_BY: "succeeded by",
    LinkType.INSURED_BY: "insured by",
    LinkType.CLASSED_BY: "classed by",
    LinkType.BROKERED_BY: "brokered by",
    LinkType.AGENT_FOR: "agent for",
    LinkType.CARGO_OWNER_OF: "cargo owner",
}
"""Words along the arrow, which always starts at the party with power: a principal is "represented by" its agent."""

LINK_VERBS: dict[LinkType, str] = {
    **LINK_WORDS,
    LinkType.MANAGES: "manages",
    LinkType.OPERATES: "operates",
    LinkType.DIRECTS: "directs",
    LinkType.FAMILY_OF: "family of",
    LinkType.ASSOCIATE_OF: "associate of",
    LinkType.CARGO_OWNER_OF: "owns cargo of",
}
"""Words between the two parties in a table."""

SURE = frozenset({Certainty.CONFIRMED, Certainty.STATED})
CERTAINTY_WORDS: dict[Certainty, str] = {
    **{certainty: certainty.value for certainty in CERTAINTY_WEIGHT},
    Certainty.EVIDENCE_THAT: "evidence",
    Certainty.UNKNOWN: "certainty unknown",
}

SANCTIONED_WORD = "SANCTIONED"
UNDATED_LISTING_WORDS = "listing date unknown"
UNKNOWN_MARK = "?"
LEADS = "Dashed links are leads, not findings."
READING_HELP = "Arrows run from the party with power down to what it owns or runs; % is the share as declared."
