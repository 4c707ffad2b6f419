"""Which entity a person means: by id, number, list reference, exact name, or all words; never a fuzzy guess.

The first way that gives one entity wins. Several are told as candidates, and close names are offered as suggestions
only.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphkit.analyse.claims import claims_found
from graphkit.analyse.patterns import as_expression, is_pattern
from graphkit.errors import Ambiguous, NotFound, WrongUse
from graphkit.model.answers import Found
from graphkit.model.countries import country_code
from graphkit.model.vocabulary import Kind, NameKind
from graphkit.names.normalise import comparison_form, joined_form
from graphkit.names.similarity import closest, similarity
from graphkit.store.base import Row, Store

_LABELLED = re.compile(
    r"^(company[ _]imo|imo company|imo|mmsi|lei|call[ _]?sign)(?: ?no\b\.?)?[ .:#]*([A-Z0-9 -]{3,24})$", re.IGNORECASE
)
_HALF_SIGNS = re.compile("[\ud800-\udfff]")
_SCHEMES = {
    "imo company": "company_imo",
    "company imo": "company_imo",
    "callsign": "call_sign",
    "call sign": "call_sign",
}
_KINDS = (*Kind, "claim")
_NAME_KINDS = tuple(NameKind)
_NUMBERS = ("imo", "company_imo", "mmsi", "call_sign", "lei")


def one_entity(store: Store, text: str) -> str:
    """The id of the one entity that the text names.

    Raises:
        NotFound: nothing has this name or number; carries names that come close.
        Ambiguous: several have; carries them.
        WrongUse: the text is empty.
    """
    wanted = _readable(text)
    if not wanted:
        raise WrongUse("Name an entity: an id, an IMO number, a list reference or a name.")
    for look in _WAYS:
        for rows in look(store, wanted):
            ids = sorted({row["entity_id"] for row in rows})
            if len(ids) == 1:
                return str(ids[0])
            if ids:
                raise Ambiguous(
                    f"{len(ids)} entities answer to {wanted!r}; name one of them by its id.",
                    candidates=_briefly(store, ids),
                )
    suggestions = closest(wanted, [row["search_key"] for row in store.rows("search_keys")])
    hint = f" Close names: {', '.join(suggestions)}." if suggestions else ""
    raise NotFound(f"Nothing in the case answers to {wanted!r}.{hint}", suggestions=suggestions)


def _by_id(store: Store, text: str) -> Iterator[list[Row]]:
    yield store.rows("entities_by_id", text=text)
    yield store.rows("entities_by_id", text=f"own:{text}")  # an id in one's own tables


def _by_number(store: Store, text: str) -> Iterator[list[Row]]:
    """A labelled number, or bare digits: seven are a ship's IMO first, a company's if no ship has it; nine an MMSI."""
    if found := _LABELLED.match(text):
        label = found[1].lower().replace("_", " ")
        number = re.sub(r"[^A-Z0-9]", "", found[2].upper())
        yield store.rows("entities_by_number", scheme=_SCHEMES.get(label, label), number=number)
        if label == "imo":
            yield store.rows("entities_by_number", scheme="company_imo", number=number)
    elif re.fullmatch(r"\d{7}", text):
        yield store.rows("entities_by_number", scheme="imo", number=text)
        yield store.rows("entities_by_number", scheme="company_imo", number=text)
    elif re.fullmatch(r"\d{9}", text):
        yield store.rows("entities_by_number", scheme="mmsi", number=text)
    elif re.fullmatch(r"[A-Z0-9]{18}\d{2}", text.upper()):
        yield store.rows("entities_by_number", scheme="lei", number=text.upper())


def _by_reference(store: Store, text: str) -> Iterator[list[Row]]:
    yield store.rows("entities_by_reference", reference=text)


def _by_name(store: Store, text: str) -> Iterator[list[Row]]:
    if joined := joined_form(text):
        yield store.rows("entities_by_name", joined=joined)


def _by_words(store: Store, text: str) -> Iterator[list[Row]]:
    """Names that hold all the words, as whole words."""
    wanted = comparison_form(text).split()
    if wanted:
        rows = store.rows("names_with_words", words=wanted)
        yield [row for row in rows if set(wanted) <= set(row["search_key"].split())]


_WAYS: tuple[Callable[[Store, str], Iterator[list[Row]]], ...] = (
    _by_id,
    _by_number,
    _by_reference,
    _by_name,
    _by_words,
)


def _briefly(store: Store, ids: list[str]) -> list[dict[str, object]]:
    return [
        {
            "id": row["entity_id"],
            "kind": row["kind"],
            "name": row["name"],
            "identifiers": _identifiers(row),
            "flag": row["flag"],
        }
        for row in store.rows("entities", ids=ids)
    ]


def found_by_id(store: Store, entity_id: str, text: str) -> Found:
    """One entity as a search result."""
    row = store.rows("entities", ids=[entity_id])[0]
    return Found(entity_id, row["kind"], row["name"], _identifiers(row), 1.0, text, "exact")


def find(
    store: Store,
    text: str,
    *,
    kind: str | None = None,
    flag: str | None = None,
    type_: str | None = None,
    limit: int = 20,
) -> tuple[Found, ...]:
    """Entities by name, former name, alias or number, best first, and names that were only broadcast or painted.

    `*` and `?` stand for any letters and any one letter. A claimed name is found as kind `claim`; its id is the ship's
    that claimed it, since nobody has shown that another ship of that name exists.

    flag: a country's name or letters. type_: a word of the ship's type.

    Raises:
        WrongUse: the text is empty, there is no such kind, or the flag is of no country.
    """
    text = _readable(text)
    if not text:
        raise WrongUse("Say what to find: a name, part of one, a number, or a pattern such as 'H?PE S*'.")
    wanted = _Wanted(_kind(kind), _country(flag), type_)
    found = _entities_found(store, text, wanted)
    claims = claims_found(store, text) if wanted.admits_claims else []
    return tuple(sorted([*found, *claims], key=_rank)[:limit])


def _rank(found: Found) -> tuple[float, bool, str, str, str, str]:
    """Best first, names before claims; what is alike comes in an order of its own, not in that of the rows."""
    return (-found.score, found.kind == "claim", found.name, found.id, found.date or "", found.matched_as)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What else is asked of an entity beside its name."""

    kind: str | None
    flag: str | None
    type: str | None

    @property
    def admits_claims(self) -> bool:
        """A claimed name has neither flag nor type of its own."""
        return self.kind in {None, "claim"} and not (self.flag or self.type)

    def admits(self, row: Row) -> bool:
        """Whether an entity is of the kind, flag and type asked for."""
        return (
            self.kind in {None, row["kind"]}
            and (self.flag is None or self.flag in (row["flag"] or "").split("; "))
            and (not self.type or self.type.lower() in (row["type"] or "").lower())
        )


def _kind(text: str | None) -> str | None:
    if text is not None and text not in _KINDS:
        raise WrongUse(f"There is no kind {text!r}; the kinds are {', '.join(_KINDS)}.")
    return text


def _country(text: str | None) -> str | None:
    if text is None:
        return None
    if code := country_code(text):
        return code
    raise WrongUse(f"{text!r} is the flag of no country; write its two letters, such as KP.")


def _entities_found(store: Store, text: str, wanted: _Wanted) -> list[Found]:
    """Every entity that a number, an id or a name fits, told by the name that fits best."""
    fitting: dict[str, list[tuple[float, int, str, str]]] = defaultdict(list)
    for look in (_by_id, _by_number, _by_reference):
        for rows in look(store, text):
            for row in rows:
                fitting[row["entity_id"]].append((-1.0, -1, text, "number or id"))
    for row in _named(store, text):
        score = 1.0 if is_pattern(text) else round(similarity(text, row["name"]), 4)
        place = _NAME_KINDS.index(NameKind(row["name_kind"]))
        fitting[row["entity_id"]].append((-score, place, row["name"], row["name_kind"]))
    found = []
    for row in store.rows("entities", ids=sorted(fitting)):
        if wanted.admits(row):
            score, _, matched, matched_as = min(fitting[row["entity_id"]])
            found.append(
                Found(row["entity_id"], row["kind"], row["name"], _identifiers(row), -score, matched, matched_as)
            )
    return found


def _named(store: Store, text: str) -> list[Row]:
    if is_pattern(text):
        return store.rows("names_matching", pattern=as_expression(text))
    words = comparison_form(text).split()
    rows = store.rows("names_with_words", words=words) if words else []
    ids = {row["entity_id"] for row in store.rows("entities_by_name", joined="".join(words))} if words else set()
    for entity_id in sorted(ids - {row["entity_id"] for row in rows}):
        rows += store.rows("names_of_entity", entity_id=entity_id)
    return rows


def _readable(text: str) -> str:
    """What was asked for, without blanks around it and without the half signs that a broken encoding leaves."""
    return _HALF_SIGNS.sub(" ", text).strip()


def _identifiers(row: Row) -> dict[str, str]:
    return {scheme: row[scheme] for scheme in _NUMBERS if row[scheme]}
