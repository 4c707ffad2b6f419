"""Why a finding is told, in words that say no more than the links do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from graphkit.model.vocabulary import DERIVED, LinkType
from graphkit.store.base import Row

_FROM: Final = {
    LinkType.OWNS: "owns",
    LinkType.CONTROLS: "controls",
    LinkType.MANAGES: "manages",
    LinkType.OPERATES: "operates",
    LinkType.DIRECTS: "directs",
    LinkType.ACTS_FOR: "acts for",
    LinkType.NOMINEE_FOR: "is nominee for",
    LinkType.MEMBER_OF: "is member of",
    LinkType.LINKED_TO: "has linked to it",
}
_TO: Final = {
    LinkType.OWNS: "is owned by",
    LinkType.CONTROLS: "is controlled by",
    LinkType.MANAGES: "is managed by",
    LinkType.OPERATES: "is operated by",
    LinkType.DIRECTS: "is directed by",
    LinkType.ACTS_FOR: "has as agent",
    LinkType.NOMINEE_FOR: "has as nominee",
    LinkType.MEMBER_OF: "has as member",
    LinkType.LINKED_TO: "is linked to",
}
_WITH: Final = {
    LinkType.SHARED_ADDRESS: "shares an address with",
    LinkType.SHARED_CONTACT: "shares a contact with",
    LinkType.SHARED_DIRECTOR: "shares a director with",
    LinkType.SHARED_MANAGER: "shares a manager with",
    LinkType.FAMILY_OF: "is family of",
    LinkType.ASSOCIATE_OF: "is associate of",
}


def types_of(rows: Iterable[Row]) -> dict[str, int]:
    """How many links of each type, most first."""
    counted = Counter(str(row["type"]) for row in rows)
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def neighbours_in_words(entity_id: str, rows: Sequence[Row]) -> str:
    """`owns 3, is managed by 1, shares an address with 4`: other parties, not links, counted by what joins them."""
    others: dict[str, set[str]] = {}
    for row in rows:
        forward = row["from_id"] == entity_id
        others.setdefault(_phrase(LinkType(row["type"]), forward), set()).add(row["to_id" if forward else "from_id"])
    told = sorted(((len(each), phrase) for phrase, each in others.items()), key=lambda each: (-each[0], each[1]))
    return ", ".join(f"{phrase} {count}" for count, phrase in told)


def _phrase(type_: LinkType, forward: bool) -> str:
    words = str(type_).lower().replace("_", " ")
    return _WITH.get(type_) or (_FROM.get(type_, f"{words}, to") if forward else _TO.get(type_, f"{words}, from"))


def joined_by(types: dict[str, int]) -> str:
    """`8 LINKED_TO, 3 OWNS, 2 SHARED_ADDRESS (derived)`."""
    return ", ".join(f"{count} {type_}{' (derived)' if type_ in DERIVED else ''}" for type_, count in types.items())


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun: `1 vessel`, `3 vessels`, `no vessel`."""
    return f"{count:,} {one if count == 1 else many}" if count else f"no {one}"


def listed_count(count: int) -> str:
    """`3 listed`, `none listed`."""
    return f"{count:,} listed" if count else "none listed"
