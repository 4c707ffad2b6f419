"""What is written on parties and listings, as the visual grammar asks.

A name may be cut in the middle, an identifier never is. What is written on lines is in `link_wording`.
"""

from dataclasses import dataclass
from textwrap import wrap

from graphkit.model.answers import Entity, Listed, Subgraph
from graphkit.model.vocabulary import Kind, Status
from graphkit.present.diagram.grammar import (
    MARK_SIZE,
    NAME_SIZE,
    PARTY_STYLES,
    SANCTIONED_WORD,
    SMALL_SIZE,
    UNDATED_LISTING_WORDS,
    UNKNOWN_MARK,
)
from graphkit.present.diagram.link_wording import SEPARATOR
from graphkit.present.diagram.plain import cut_in_middle, drawn_name, harmless

_NUMBER_WORDS = {"imo": "IMO", "company_imo": "IMO co.", "lei": "LEI", "registration_number": "reg.", "mmsi": "MMSI"}
_COUNTRIES_SHOWN = 3
_LINE_LENGTH = 46


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a label, size in pixels."""

    text: str
    size: float = SMALL_SIZE
    bold: bool = False


def party_name(entity: Entity) -> str:
    """A party's full name as drawn: vessels in capitals."""
    name = drawn_name(entity.name)
    return name.upper() if entity.kind is Kind.VESSEL else name


def party_lines(entity: Entity) -> tuple[TextLine, ...]:
    """The label of a party: name, identifier and country, status word; above them `?` for one that nobody names."""
    lines = [TextLine(cut_in_middle(party_name(entity)), NAME_SIZE, bold=True)]
    if entity.unknown:
        lines.insert(0, TextLine(UNKNOWN_MARK, MARK_SIZE, bold=True))
    lines.extend(TextLine(line) for line in _number_and_country(_identifier(entity), _countries(entity)))
    if status := status_words(entity.sanctioned):
        lines.append(TextLine(status, bold=entity.sanctioned is Status.YES))
    return tuple(lines)


def _number_and_country(identifier: str, country: str) -> list[str]:
    """One line, or as many as a very long identifier needs: it may be broken and is never cut."""
    together = SEPARATOR.join(filter(None, (identifier, country)))
    if 0 < len(together) <= _LINE_LENGTH:
        return [together]
    return [*wrap(identifier, _LINE_LENGTH), *filter(None, [country])]


def _identifier(entity: Entity) -> str:
    for scheme, word in _NUMBER_WORDS.items():
        if value := harmless(entity.identifiers.get(scheme, "")):
            return f"{word} {value}"
    return ""


def _countries(entity: Entity) -> str:
    if entity.kind is Kind.VESSEL and entity.flag:
        return f"flag {harmless(entity.flag.replace('; ', ' or '))}"
    shown = [harmless(country) for country in entity.countries[:_COUNTRIES_SHOWN]]
    return ", ".join(shown) + (", …" if len(entity.countries) > _COUNTRIES_SHOWN else "")


def status_words(sanctioned: Status) -> str:
    """The word on a sanctioned party, and the words on one whose listing nothing proves for the day asked for."""
    return {Status.YES: SANCTIONED_WORD, Status.UNKNOWN: UNDATED_LISTING_WORDS, Status.NO: ""}[sanctioned]


def accessible_name(entity: Entity) -> str:
    """What a screen reader says: "Vessel STAR HORIZON 11, sanctioned"."""
    kind = PARTY_STYLES[entity.kind].word
    unknown = "unknown party" if entity.unknown else ""
    return ", ".join(filter(None, (f"{kind} {party_name(entity)}", unknown, status_words(entity.sanctioned).lower())))


def listing_lines(listed: Listed) -> tuple[TextLine, ...]:
    """The label of a listing: `UN KPe.062`, its measure, and why it is not in force when it is not."""
    title = harmless(f"{listed.authority} {listed.reference}") or harmless(listed.list)
    lines = [TextLine(title, bold=True), TextLine(listed.measure.value.replace("_", " "))]
    if listed.status is Status.NO:
        lines.append(TextLine(f"delisted {harmless(listed.delisted)}" if listed.delisted else "not in force"))
    return tuple(lines)


def listing_date(listed: Listed) -> str:
    """The date on the red line to a listing."""
    return harmless(listed.listed or "") or "no date"


def count(number: int, noun: str) -> str:
    """`1 party`, `19 parties`, `20 links`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"


def counts(subgraph: Subgraph) -> str:
    """`19 parties, 20 links` of what is drawn."""
    links = sum(len(step.links) for step in subgraph.steps)
    return f"{count(len(subgraph.entities), 'party')}, {count(links, 'link')}"
