"""The words in which registers and reports say how a party holds a ship, as link types and roles.

A table may give the type of the model (`OWNS`) or such a word (`Registered Owner`), which says type and role at once.
The word names the party in `from`; where the model's link runs the other way (a ship is INSURED_BY its insurer), the
ends change places. RO is left out: it is the registered owner to some and the recognised organisation to others.
"""

from collections.abc import Mapping
from typing import Final

from graphkit.model.vocabulary import LinkType
from graphkit.sources.plain_tables.cells import word

_SPELLINGS: Final[Mapping[LinkType, Mapping[str, str]]] = {
    LinkType.OWNS: {
        "registered_owner": "legal_owner",
        "beneficial_owner": "group_owner group_beneficial_owner gbo ubo ultimate_beneficial_owner",
        "nominal_owner": "",
        "owner": "",
        "shareholder": "",
        "parent": "parent_company",
    },
    LinkType.MANAGES: {
        "ship_manager": "management manager ship_manager_commercial_manager",
        "commercial_manager": "",
        "technical_manager": "",
        "ism_manager": "doc_company doc_holder document_of_compliance_holder "
        "ship_safety_management_manager safety_manager",
        "crewing": "crewing_manager crew_manager",
    },
    LinkType.OPERATES: {
        "operator": "third_party_operator",
        "commercial_controller": "charterer",
        "time_charterer": "",
        "bareboat_charterer": "bareboat demise_charterer",
        "disponent_owner": "",
    },
    LinkType.DIRECTS: {
        "director": "",
        "secretary": "",
        "chair": "chairman chairwoman chairperson",
        "ceo": "chief_executive",
        "official": "",
    },
    LinkType.NOMINEE_FOR: {"nominee": ""},
    LinkType.INSURED_BY: {"insurer": "p&i_club p&i"},
    LinkType.CLASSED_BY: {"class_society": "classification_society"},
    LinkType.BROKERED_BY: {"broker": ""},
    LinkType.AGENT_FOR: {"crewing_agent": "", "port_agent": ""},
    LinkType.CARGO_OWNER_OF: {"cargo_owner": "", "consignee": ""},
}
_ROLE_WORDS: Final[Mapping[str, tuple[LinkType, str]]] = {
    spelling: (kind, role)
    for kind, roles in _SPELLINGS.items()
    for role, others in roles.items()
    for spelling in (role, *others.split())
}
REVERSED: Final = frozenset({LinkType.INSURED_BY, LinkType.CLASSED_BY, LinkType.BROKERED_BY})
"""Types that run from the ship to the party, so that a role word in `type` turns the row around."""


def link_type(text: str) -> LinkType | None:
    """A relationship type of the model, whatever its capitals and blanks."""
    try:
        return LinkType(word(text).upper())
    except ValueError:
        return None


def type_and_role(text: str) -> tuple[LinkType, str] | None:
    """What a role word says; None when it is none."""
    return _ROLE_WORDS.get(word(text))
