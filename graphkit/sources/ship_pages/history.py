"""ship_history: the names, flags and class of a ship over time, a row for each with its date of effect.

A ship has one name and one flag at a time: what a surely later row replaces is a former one. A date of effect is the
day of a change, so that each row with one is an event too. When a class ended nobody states.
"""

from collections.abc import Sequence
from dataclasses import replace

from graphkit.model.records import Event, Fact, Name, Statement
from graphkit.model.vocabulary import LinkType, NameKind
from graphkit.sources.plain_tables.cells import country
from graphkit.sources.plain_tables.keys import PREFIX, fingerprint
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.sources import Sources
from graphkit.sources.plain_tables.telling import Reader
from graphkit.sources.ship_pages.effect import Later, Span, open_end, span
from graphkit.sources.ship_pages.holdings import links
from graphkit.sources.ship_pages.parties import Party, party, ship

_EVENTS = {"ship_name": "name_change", "flag": "flag_change"}


def reader(rows: Sequence[Row]) -> Reader:
    """Reads one row, knowing the others: which name and which flag are the newest."""
    later = {column: _later(rows, column) for column in ("ship_name", "flag", "class_society")}

    def statements(row: Row, sources: Sources) -> list[Statement]:
        if not (row["ship_name"] or row["flag"] or row["class_society"]):
            raise Unusable("the row has neither name nor flag nor class")
        dates = span(row, "since", "until")
        over = {
            column: bool(dates[1] and dates[1].latest) or known.follows((row["imo"],), row[column], dates[0])
            for column, known in later.items()
        }
        about = "flag" if row["flag"] else "class_society" if row["class_society"] else "ship_name"
        held = _ship(row, sources, over, about, dates)
        found: list[Statement] = list(held.records)
        if about in _EVENTS and dates[0]:
            found += _changes(row, sources, held.id, about, dates)
        if row["class_society"]:
            found += _class(row, sources, held.id, dates, over=over["class_society"])
        return list(dict.fromkeys(found))

    return statements


def _later(rows: Sequence[Row], column: str) -> Later:
    return Later.of([row for row in rows if row[column]], lambda row: ((row["imo"],), row[column]))


def _ship(row: Row, sources: Sources, over: dict[str, bool], about: str, dates: Span) -> Party:
    """The ship with its name or flag. A name beside a flag only says which ship it is."""
    former = about == "ship_name" and over["ship_name"]
    flag = row["flag"] if about == "flag" else ""
    held = ship(row, sources, {"imo": row["imo"], "name": "" if former else row["ship_name"]})
    code = country(row, "flag", flag) if flag else ""
    facts = (Fact("former_flag" if over["flag"] else "flag", flag, code, dates[0]),) if flag else ()
    names = (Name(row["ship_name"], NameKind.FORMER),) if former else ()
    records = (replace(record, names=(*record.names, *names), facts=(*record.facts, *facts)) for record in held.records)
    return Party(held.id, tuple(records))


def _changes(row: Row, sources: Sources, ship_id: str, about: str, dates: Span) -> list[Event]:
    """The change that began what the row prints."""
    text = row[about]
    key = fingerprint(ship_id, about, text, row["since"])
    return [
        Event(
            f"{PREFIX}event/{_EVENTS[about]}-{key}",
            _EVENTS[about],
            ((ship_id, "subject"),),
            where,
            start=dates[0],
            note=f"{'name' if about == 'ship_name' else 'flag'} from then on: {text}",
        )
        for where in sources.provenances(row)
    ]


def _class(row: Row, sources: Sources, ship_id: str, dates: Span, *, over: bool) -> list[Statement]:
    start, end = dates
    if end is None and start and over:
        end = open_end(start)
    society = party(row, sources, row["class_society"], {}, column="class_society")
    found = links(row, sources, (LinkType.CLASSED_BY, "class_society"), society.id, ship_id, (start, end))
    return [*society.records, *found]
