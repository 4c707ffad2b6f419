"""Which party holds which role on which ship, as the comments of the UN's list state it in running text.

The list has no elements for ships; sentences such as "Registered owner of DPRK tanker AN SAN 1" are all it says. Five
forms of sentence are read, those whose holder is beyond doubt the entry itself. Everything else stays wording: a
possessive ("through its vessel, the Chong Chon Gang") states no role, a former or supposed owner is none, and "owned
or controlled by, or acts on behalf of" states nothing that is one link. What is said of companies ("is the parent
company of") is not read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_MEANING = {
    "registered owner": ("registered_owner",),
    "beneficial owner": ("beneficial_owner",),
    "owner": ("owner",),
    "ship and commercial manager": ("ship_manager", "commercial_manager"),
    "ship manager": ("ship_manager",),
    "commercial manager": ("commercial_manager",),
    "technical manager": ("technical_manager",),
    "operator/manager": ("operator", "ship_manager"),
    "operator": ("operator",),
}
_VERBS = {"owns": "owner", "owned": "owner", "operates": "operator", "operated": "operator"}
# Ships alone have these managers, and hardly anything else a registered owner; other roles need the word beside them.
_OF_SHIPS = frozenset({"registered_owner", "ship_manager", "commercial_manager", "technical_manager"})

_ONE_ROLE = "|".join(sorted(_MEANING, key=len, reverse=True))
_ROLES = rf"(?P<roles>(?i:{_ONE_ROLE})(?:(?:,? and |, )(?i:{_ONE_ROLE}))*)"
_CARGO = r"(?:(?:oil|products?|merchant|cargo|coal|bulk|motor|chemical|crude|container|fishing|general) )*"
_SHIP = rf"{_CARGO}(?:vessel|tanker|ship|carrier|freighter)"
_COUNTRY = r"(?:[A-Z]{2,5}|(?:St\.? )?[A-Z][a-z’']+(?:[ -](?:(?:and|of|the) )*[A-Z][a-z’']+){0,5})"
_NAME = r"(?!(?:DPRK|IMO|MMSI|UN)\b)[A-Z][A-Z0-9'/-]+(?: [A-Z0-9][A-Z0-9'/-]*){0,6}(?![A-Za-z-])(?! [A-Z]{2}| \d)"
_PLAIN_NAME = r"[A-Z][a-z]+(?: (?:[A-Z][a-z]+|[IVX]+|\d+))*\b"
_QUOTED = r"[“\"]?(?:{})[”\"]?"
_NAMES = "{0}(?:(?:, and | and |, ){0})*".format(_QUOTED.format(_NAME))
_VESSELS = (
    rf"(?:the )?(?:(?P<flag>{_COUNTRY}-flagged) |(?P<country>{_COUNTRY}) (?={_SHIP}))?"
    rf"(?:(?P<ship>{_SHIP})(?P<several>s?) |(?P<mv>M/V ))?(?:the )?"
    rf"(?P<names>{_NAMES}|(?(ship){_QUOTED.format(_PLAIN_NAME)}|(?!)))"  # plain letters only after the word for a ship
    rf"(?:, (?:an? )?(?P<flag_after>{_COUNTRY}-flagged)\b)?"
)
_HOLDER = r"(?P<holder>[A-Z][^;]*?)"
_IMPLIED = re.compile(rf"(?:The )?{_ROLES} of {_VESSELS}")
_NAMED = re.compile(rf"{_HOLDER} is (?:also )?(?:the )?{_ROLES} of {_VESSELS}")
_CONTINUED = re.compile(rf", and (?:also )?(?:the )?{_ROLES} of {_VESSELS}")
_ACTIVE = re.compile(rf"{_HOLDER} (?:also )?(?P<verb>owns|operates) {_VESSELS}")
_PASSIVE = re.compile(
    rf"(?:(?:An?|The) )?(?:(?P<flag>{_COUNTRY}-flagged) |(?P<country>{_COUNTRY}) )?(?P<ship>{_SHIP}),? "
    rf"(?P<names>{_QUOTED.format(_NAME)}),? (?:(?:which )?is )?"
    r"(?P<verb>owned and operated|owned|operated) by (?P<holder>[A-Z][^,;.]*)"
)
_FLAGGED = (
    re.compile(rf"\b(?P<flag>{_COUNTRY}-flagged) (?:{_SHIP})?,? ?(?P<name>{_NAME})"),
    re.compile(rf"\b(?P<name>{_NAME}), (?:an? )?(?P<flag>{_COUNTRY}-flagged)\b"),
)
_SENTENCE = re.compile(r"(?<=[.;])(?<!\bNo\.)(?<!\bCo\.)(?<!\bLtd\.)\s+(?=[A-Z“\"(])")
_ENDED = re.compile(r"\buntil\b|\bfrom (?:\w+ )*\d{4} to\b")
_SHIPPING = re.compile(r"\b(?:vessel|tanker|ship|ship-to-ship)s?\b", re.IGNORECASE)
_FORMS = frozenset("co company corp corporation ltd limited inc llc jv pte sa gmbh the".split())


@dataclass(frozen=True, slots=True)
class ShipRole:
    """One role on one ship. wording: the sentence that states it.

    flag_text: "Panama-flagged" where the comment says so, "DPRK" where it says "DPRK tanker", which is looser; or "".
    """

    role: str
    vessel: str
    flag_text: str
    wording: str


def ship_roles(comment: str, *, names: Iterable[str] = ()) -> list[ShipRole]:
    """The roles that a comment states of its own entry, in the order of the text, each once.

    names: what the entry is called; a sentence that names the holder counts only when it is one of these. Without names
    the holder of such a sentence is taken to be the entry.
    """
    text = " ".join(comment.split())
    parties = {_core(name) for name in names}
    of_ships = _SHIPPING.search(text) is not None
    flags = {flagged["name"]: flagged["flag"] for form in _FLAGGED for flagged in form.finditer(text)}
    found: dict[tuple[str, str], ShipRole] = {}
    for sentence in _SENTENCE.split(text):
        for role in _of_sentence(sentence, parties, of_ships=of_ships):
            flag = flags.get(role.vessel, role.flag_text)  # "DPRK-flagged CHON MA SAN" may stand in another sentence
            found.setdefault((role.role, role.vessel), replace(role, flag_text=flag))
    return list(found.values())


def _of_sentence(sentence: str, parties: set[tuple[str, ...]], *, of_ships: bool) -> Iterator[ShipRole]:
    forms = (_IMPLIED, _NAMED, _ACTIVE, _PASSIVE)
    opening = next((found for form in forms if (found := form.match(sentence))), None)
    if opening and _is_entry(opening.groupdict().get("holder"), parties):
        for found in (opening, *_CONTINUED.finditer(sentence, opening.end())):
            clause = found[0] + sentence[found.end() :].partition(",")[0]
            if not _ENDED.search(clause):
                yield from _of_match(found, sentence, of_ships=of_ships)


def _of_match(found: re.Match[str], sentence: str, *, of_ships: bool) -> Iterator[ShipRole]:
    """of_ships: whether the comment speaks of ships at all, without which a bare name is not taken for one."""
    parts = found.groupdict()
    said = re.findall(_ONE_ROLE, (parts.get("roles") or "").lower())
    roles = [role for words in said for role in _MEANING[words]]
    roles += [_VERBS[verb] for verb in (parts.get("verb") or "").split() if verb in _VERBS]
    vessels = [name.strip('“”"') for name in re.split(r", and | and |, ", found["names"])]
    called_ship = parts["ship"] or parts.get("mv")
    if called_ship and not parts.get("several"):
        vessels = vessels[:1]  # "the vessel A and B": B may be anything
    flag = parts.get("flag_after") or parts.get("flag") or parts.get("country") or ""
    for vessel in vessels:
        for role in roles:
            if called_ship or (of_ships and role in _OF_SHIPS and not _is_company(vessel)):
                yield ShipRole(role, vessel, flag, sentence)


def _is_company(name: str) -> bool:
    return name.split()[-1].lower() in _FORMS


def _is_entry(holder: str | None, parties: set[tuple[str, ...]]) -> bool:
    """Whether the holder a sentence names is the entry; a sentence without one speaks of the entry."""
    return holder is None or holder in {"It", "The company"} or not parties or _core(holder) in parties


def _core(name: str) -> tuple[str, ...]:
    """The words of a company's name without brackets and legal forms."""
    words = re.findall(r"\w+", re.sub(r"\([^()]*\)", " ", name).lower())
    return tuple(word for word in words if word not in _FORMS)
