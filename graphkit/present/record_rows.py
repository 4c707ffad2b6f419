"""Two records as rows of a table: what each states of one thing, and whether that agrees, differs or is not stated.

The signs compare what is printed. They are for the eye and decide nothing; what counts is the evidence below them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.model.answers.review import RecordCard, RecordFact
from graphkit.present.chains_text import source_text
from graphkit.present.name_marks import side_by_side

AGREES, DIFFERS, OPEN = "agrees", "differs", "open"  # open: one side or both state nothing
WORDS = {
    "imo": "IMO",
    "company_imo": "company IMO",
    "mmsi": "MMSI",
    "lei": "LEI",
    "gt": "gross tonnage",
    "dwt": "deadweight",
}
_NUMBERS_FIRST = ("imo", "company_imo", "mmsi", "call_sign", "lei", "registration_number", "passport")
_FACTS_FIRST = ("flag", "country", "nationality", "birth_date", "birth_place", "address", "type", "built", "gt", "dwt")
_NOTE = "note"  # kept as printed, and never evidence
_EXPECTED = {
    "vessel": ("imo", "mmsi", "call_sign", "flag", "type", "built"),
    "company": ("company_imo", "lei", "registration_number", "country", "address"),
    "organization": ("company_imo", "lei", "registration_number", "country", "address"),
    "person": ("birth_date", "birth_place", "nationality", "passport"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing that a record states. name: a spelling to be compared letter by letter. common: on both sides."""

    text: str
    note: str = ""
    common: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row: what it is about, the sign between the sides, and lines of both; None where a side has none."""

    label: str
    sign: str
    lines: tuple[tuple[Cell | None, Cell | None], ...]


def compared_rows(left: RecordCard, right: RecordCard) -> list[ComparedRow]:
    """The rows of two records, what tells most first."""
    rows = [_names(left, right)]
    rows += _facts(left.numbers, right.numbers, _NUMBERS_FIRST)
    rows += _facts(left.facts, right.facts, _FACTS_FIRST)
    rows += [
        _row("held by", _links(left, holds=False), _links(right, holds=False), tells=False),
        _row("holds", _links(left, holds=True), _links(right, holds=True), tells=False),
        _row("listed", _plain(left.listings), _plain(right.listings), tells=False),
        *([] if _kind(left) == _kind(right) else [_row("kind", [_kind(left)], [_kind(right)])]),
        _row("source", _sources(left), _sources(right), tells=False),
    ]
    return [row for row in rows if row.lines]


def stated_by_neither(left: RecordCard, right: RecordCard) -> list[str]:
    """What would tell two parties of their kind apart, and neither record states."""
    said = {each.property for card in (left, right) for each in (*card.numbers, *card.facts)}
    kind = left.kind if left.kind in _EXPECTED else right.kind
    return [word(each) for each in _EXPECTED.get(kind, ()) if each not in said]


def word(name: str) -> str:
    """A scheme or a property as people write it."""
    return WORDS.get(name, name.replace("_", " "))


def _names(left: RecordCard, right: RecordCard) -> ComparedRow:
    kinds = [{each.name: each.kind for each in reversed(card.names)} for card in (left, right)]
    pairs = side_by_side(*([each.name for each in card.names] for card in (left, right)))
    common = {name.upper() for name in kinds[0]} & {name.upper() for name in kinds[1]}
    lines = tuple((_name(one, kinds[0], common), _name(other, kinds[1], common)) for one, other in dict.fromkeys(pairs))
    return ComparedRow("names", _sign(bool(common), bool(kinds[0]), bool(kinds[1])), lines)


def _name(text: str | None, kinds: dict[str, str], common: set[str]) -> Cell | None:
    if text is None:
        return None
    kind = kinds[text]
    return Cell(text, "" if kind == "primary" else kind.replace("_", " "), text.upper() in common, name=True)


def _facts(left: Iterable[RecordFact], right: Iterable[RecordFact], first: tuple[str, ...]) -> list[ComparedRow]:
    sides: tuple[dict[str, list[RecordFact]], ...] = (defaultdict(list), defaultdict(list))
    for side, facts in zip(sides, (left, right), strict=True):
        for fact in facts:
            side[fact.property].append(fact)
    found = sides[0].keys() | sides[1].keys()
    order = [name for name in first if name in found] + sorted(
        found - set(first), key=lambda name: (name == _NOTE, name)
    )
    return [
        _row(
            word(name),
            *([(_key(fact), _fact_cell(fact)) for fact in side.get(name, [])] for side in sides),
            tells=name != _NOTE,
        )
        for name in order
    ]


def _key(fact: RecordFact) -> str:
    return (fact.code or fact.value).upper()


def _fact_cell(fact: RecordFact) -> Cell:
    checked = {"bad_checksum": "wrong check digit, not used", "bad_format": "not of its form, not used"}
    printed = f"as {fact.code}" if fact.code and fact.valid is None and fact.code != fact.value else ""
    return Cell(fact.value, checked.get(fact.valid or "", printed))


Said = list[tuple[str, Cell]]  # what is compared, and what is shown


def _row(label: str, left: Said, right: Said, *, tells: bool = True) -> ComparedRow:
    """A row of two sides. tells: whether different values speak against one party, as two lists do not."""
    common = {key for key, _ in left} & {key for key, _ in right}
    sides = [[(key, _marked(cell, key in common)) for key, cell in dict(side).items()] for side in (left, right)]
    ordered = [[cell for key, cell in sorted(side, key=lambda each: each[0] not in common)] for side in sides]
    longest = max(map(len, ordered))
    filled = [[*cells, *[None] * (longest - len(cells))] for cells in ordered]
    sign = _sign(bool(common), bool(left), bool(right))
    return ComparedRow(label, sign if tells or sign == AGREES else OPEN, tuple(zip(*filled, strict=True)))


def _marked(cell: Cell, common: bool) -> Cell:
    return Cell(cell.text, cell.note, common, cell.name)


def _sign(common: bool, left: bool, right: bool) -> str:
    return AGREES if common else DIFFERS if left and right else OPEN


def _links(card: RecordCard, *, holds: bool) -> Said:
    return [
        (link.other_id, Cell(link.other, (link.role or link.type).replace("_", " ").lower()))
        for link in card.links
        if link.holds is holds
    ]


def _plain(texts: Iterable[str]) -> Said:
    return [(text, Cell(text)) for text in texts]


def _kind(card: RecordCard) -> tuple[str, Cell]:
    return card.kind, Cell(card.kind.replace("_", " "), "only mentioned" if card.standing == "mention" else "")


def _sources(card: RecordCard) -> Said:
    return [(source_text(ref), Cell(source_text(ref))) for ref in card.sources]
