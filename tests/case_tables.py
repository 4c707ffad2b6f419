"""Statement tables of a handful of records, links and listings, as a build gathers them.

A name is worth the more the fewer of the names at hand have its words. `crowd` adds strangers, among whom any two words
make a rare name, as in a list of real length.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Final

import pandas as pd

from graphkit.case.statements import Dataset, StatementRows
from graphkit.model.dates import parse_when
from graphkit.model.identifiers import Identifier, identifier
from graphkit.model.records import Fact, Link, Listing, Name, Provenance, Record, Statement
from graphkit.model.resolution import Resolution
from graphkit.model.vocabulary import (
    Certainty,
    Kind,
    LinkType,
    Measure,
    NameKind,
    Scope,
    Standing,
    Validity,
    Visibility,
)
from graphkit.resolve.judgements import Judgement
from graphkit.resolve.pipeline import resolve

Tables = dict[str, pd.DataFrame]
READ_DAY: Final = 20_000
_NUMBERS: Final = ("imo", "company_imo", "mmsi", "call_sign", "lei", "registration_number", "passport")
_CODES: Final = ("flag", "country", "regime")


def place(source: str = "list", line: int = 1, *, visibility: Visibility = Visibility.PUBLIC) -> Provenance:
    """Where a statement stands."""
    return Provenance(source, f"{source}.csv", line, visibility=visibility)


def record(
    record_id: str,
    name: str,
    *,
    kind: Kind,
    aliases: Sequence[str] = (),
    former: Sequence[str] = (),
    weak: Sequence[str] = (),
    where: Provenance | None = None,
    standing: Standing = Standing.ENTRY,
    scope: Scope | None = None,
    said: Mapping[str, str] | None = None,
    **stated: str,
) -> Record:
    """A record. said, stated: numbers by their scheme and facts by their property, several separated by "; "."""
    names = {NameKind.ALIAS: aliases, NameKind.FORMER: former, NameKind.WEAK: weak}
    all_said = [(what, text) for what, texts in {**(said or {}), **stated}.items() for text in texts.split("; ")]
    return Record(
        record_id,
        kind,
        name,
        where or place(),
        standing,
        scope,
        names=tuple(Name(text, name_kind) for name_kind, texts in names.items() for text in texts),
        identifiers=tuple(identifier(what, text) for what, text in all_said if what in _NUMBERS),
        facts=tuple(_fact(what, text) for what, text in all_said if what not in _NUMBERS),
    )


def _fact(what: str, text: str) -> Fact:
    when = parse_when(text) if what == "birth_date" else None
    return Fact(what, text, text if what in _CODES else "", when)


vessel = partial(record, kind=Kind.VESSEL)
company = partial(record, kind=Kind.COMPANY)
person = partial(record, kind=Kind.PERSON)
mention = partial(record, kind=Kind.NOT_STATED, standing=Standing.MENTION, scope=Scope.LIST)


def cell(text: str, *, where: Provenance | None = None) -> Record:
    """What a cell of one's own table names: an id of the same build, a number or a name."""
    numbers = [identifier("imo", text), identifier("company_imo", text)]
    return Record(
        f"own:ref/{text}",
        Kind.NOT_STATED,
        text,
        where or place("own"),
        Standing.MENTION,
        Scope.BUILD,
        identifiers=(
            Identifier("own_id", text, text, Validity.UNCHECKED),
            *(number for number in numbers if number.valid is Validity.OK),
        ),
    )


def listing(
    record_id: str,
    authority: str,
    reference: str = "",
    listed: str = "",
    *,
    delisted: str = "",
    on: str = "",
    where: Provenance | None = None,
) -> Listing:
    """An asset freeze by an authority. on: which of its lists."""
    return Listing(
        record_id,
        authority,
        on,
        Measure.ASSET_FREEZE,
        where or place(),
        listed=parse_when(listed),
        delisted=parse_when(delisted),
        reference=reference,
    )


def link(
    kind: LinkType,
    holder: str,
    held: str,
    *,
    where: Provenance | None = None,
    start: str = "",
    end: str = "",
    certainty: Certainty = Certainty.STATED,
) -> Link:
    """A link without share and role."""
    return Link(kind, holder, held, where or place(), start=parse_when(start), end=parse_when(end), certainty=certainty)


def crowd(kind: Kind = Kind.COMPANY, size: int = 100) -> list[Record]:
    """Strangers, no two of whom have a word in common."""
    letters = "ABCDEFGHIJ"
    words = [f"Q{letters[n // 10 % 10]}{letters[n % 10]}" for n in range(size)]
    return [record(f"crowd:{kind}:{word}", f"{word}IX {word}OR", kind=kind) for word in words]


def tables(*statements: Statement) -> Tables:
    """The tables of one list."""
    return tables_of({"list": statements})


def tables_of(sources: Mapping[str, Iterable[Statement]]) -> Tables:
    """The tables of several sources by name."""
    rows = StatementRows()
    for name, statements in sources.items():
        for statement in statements:
            rows.add(statement, Dataset(name, "", None, READ_DAY))
    return {name: table.to_pandas() for name, table in rows.tables().items()}


def resolved(*statements: Statement, judgements: Sequence[Judgement] = ()) -> Resolution:
    """What resolve decides on one list."""
    return resolve(tables(*statements), list(judgements))


def entity_of(resolution: Resolution) -> dict[str, str]:
    """Record id to entity id."""
    table = resolution.record_entities
    return dict(zip(table["record_id"], table["entity_id"], strict=True))


def partition(resolution: Resolution) -> set[frozenset[str]]:
    """The records of each entity, the crowd left out."""
    groups: dict[str, set[str]] = {}
    for record_id, entity_id in entity_of(resolution).items():
        if not record_id.startswith("crowd:"):
            groups.setdefault(entity_id, set()).add(record_id)
    return {frozenset(group) for group in groups.values()}


def verdicts(resolution: Resolution) -> set[tuple[str, str, str, str]]:
    """Left, right, verdict and reason of each judged pair that is kept."""
    return set(resolution.pairs[["left", "right", "verdict", "reason"]].itertuples(index=False, name=None))


def evidence(resolution: Resolution) -> set[tuple[str, str, float, str]]:
    """Evidence, state, weight and detail of every judged pair that is kept."""
    return set(resolution.pair_evidence[["evidence", "state", "weight", "detail"]].itertuples(index=False, name=None))


def unresolved(resolution: Resolution) -> set[tuple[str, str]]:
    """Mentions that stayed open, and why."""
    return set(resolution.unresolved[["record_id", "reason"]].itertuples(index=False, name=None))


def pair(left: Record, right: Record, *more: Statement) -> tuple[str, str]:
    """Verdict and reason of two records among strangers; apart when the pair is not even kept."""
    kinds = {left.kind, right.kind} - {Kind.NOT_STATED}
    strangers = [each for kind in kinds or {Kind.COMPANY} for each in crowd(kind)]
    found = verdicts(resolved(left, right, *more, *strangers))
    return next(((verdict, reason) for a, b, verdict, reason in found if (a, b) == (left.id, right.id)), ("apart", ""))
