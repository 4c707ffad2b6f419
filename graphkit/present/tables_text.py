"""The other answers for people: searches, profiles, fleets, paths, coverage; and their rows for CSV."""

from collections.abc import Callable, Iterable
from typing import Any

from graphkit.model.answers import (
    Fleet,
    Held,
    Intake,
    KnownEvent,
    KnownFact,
    Paths,
    Profile,
    ReportCoverage,
    Search,
    SourceRef,
)
from graphkit.present.chains_text import entity_line, link_text, listed_text, source_text, sources_text
from graphkit.present.changes_text import (
    diff_lines,
    diff_rows,
    recheck_lines,
    recheck_rows,
    watch_lines,
    watch_rows,
)
from graphkit.present.columns import table
from graphkit.present.explanation_text import explanation_lines, explanation_rows
from graphkit.present.network_text import network_lines, network_rows
from graphkit.present.ownership_text import owners_lines, owners_rows, verdict_lines, verdict_rows
from graphkit.present.review_text import queue_lines, queue_rows
from graphkit.present.timeline_text import timeline_lines, timeline_rows


def _search_text(answer: Search) -> list[str]:
    if not answer.entities:
        return [f"Nothing answers to {answer.query!r}."]
    header = ("score", "kind", "name", "found as", "id", "claimed", "source")
    rows = [
        (
            f"{each.score:.2f}",
            each.kind,
            each.name,
            f"{each.matched} ({each.matched_as.replace('_', ' ')})",
            each.id,
            each.date,
            sources_text(each.sources),
        )
        for each in answer.entities
    ]
    shown = len(header) if any(each.kind == "claim" for each in answer.entities) else 5
    return table(header[:shown], [row[:shown] for row in rows])


def _search_rows(answer: Search) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "kind": each.kind,
            "name": each.name,
            **{scheme: each.identifiers.get(scheme) for scheme in ("imo", "company_imo", "mmsi", "call_sign", "lei")},
            "score": each.score,
            "matched": each.matched,
            "matched_as": each.matched_as,
            "date": each.date,
            "sources": sources_text(each.sources),
        }
        for each in answer.entities
    ]


def _fleet_text(answer: Fleet) -> list[str]:
    count = "1 vessel" if len(answer.vessels) == 1 else f"{len(answer.vessels)} vessels"
    head = [entity_line(answer.entity), f"As of {answer.as_of}: {count}", ""]
    rows = [
        (
            each.name,
            each.imo,
            each.basis,
            each.mode,
            each.certainty,
            each.holds,
            each.sanctioned,
            sources_text(each.sources),
        )
        for each in answer.vessels
    ]
    header = ("vessel", "IMO", "basis", "mode", "certainty", "holds", "sanctioned", "sources")
    more = ["", "There are parties beyond these; --max-hops widens the search."] if answer.truncated else []
    return [*head, *table(header, rows), *more]


def _fleet_rows(answer: Fleet) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "name": each.name,
            "imo": each.imo,
            "basis": each.basis,
            "mode": str(each.mode),
            "chain": " > ".join(each.chain),
            "certainty": str(each.certainty),
            "holds": each.holds,
            "sanctioned": str(each.sanctioned),
            "sources": sources_text(each.sources),
        }
        for each in answer.vessels
    ]


def _profile_text(answer: Profile) -> list[str]:
    lines = [entity_line(answer.entity), f"As of {answer.as_of}: sanctioned {answer.entity.sanctioned}", "", "Names"]
    lines += [f"  {each.name} ({each.kind.replace('_', ' ')})  {sources_text(each.sources)}" for each in answer.names]
    lines += ["", "Numbers and facts", *(f"  {_fact_text(each)}" for each in answer.facts)]
    lines += ["", "Listings", *(f"  {listed_text(each)}  {sources_text(each.sources)}" for each in answer.listings)]
    beside = [("Beside it, without a side of power", answer.beside)] if answer.beside else []
    for title, parties in (("Holders", answer.holders), ("Holdings", answer.holdings), *beside):
        lines += ["", title, *(line for each in parties for line in _held_lines(each))]
    return [*lines, "", "Events", *(line for each in answer.events for line in _event_lines(each)), ""]


def _fact_text(fact: KnownFact) -> str:
    check = {"ok": "", "unchecked": "", None: ""}.get(fact.valid, f" [{str(fact.valid).replace('_', ' ')}, not used]")
    return f"{fact.property.replace('_', ' ')}: {fact.value}{check}  {sources_text(fact.sources)}"


def _held_lines(held: Held) -> list[str]:
    return [
        f"  {held.entity.name} [{held.entity.id}]",
        f"    {link_text(held.link)}  {sources_text(held.link.sources)}",
    ]


def _event_lines(event: KnownEvent) -> list[str]:
    when = " to ".join(part for part in (event.start, event.end) if part) or "undated"
    others = f" with {', '.join(each.name for each in event.others)}" if event.others else ""
    claim = f" as {', '.join(f'{key} {value}' for key, value in event.claim.items())}" if event.claim else ""
    where = f", {event.area}" if event.area else ""
    return [
        f"  {when}  {event.type.replace('_', ' ')}{claim}{others}{where} ({event.certainty.replace('_', ' ')})"
        f"  {sources_text(event.sources)}"
    ]


def _profile_rows(answer: Profile) -> list[dict[str, Any]]:
    rows = [_row("name", each.kind, each.name, each.sources) for each in answer.names]
    rows += [_row("fact", each.property, each.value, each.sources) for each in answer.facts]
    rows += [_row("listing", each.authority, listed_text(each), each.sources) for each in answer.listings]
    for word, parties in (("holder", answer.holders), ("holding", answer.holdings), ("beside", answer.beside)):
        rows += [
            _row(word, each.entity.id, f"{each.entity.name}: {link_text(each.link)}", each.link.sources)
            for each in parties
        ]
    return rows + [_row("event", each.type, _event_lines(each)[0].strip(), each.sources) for each in answer.events]


def _row(what: str, key: str, value: str, sources: Iterable[SourceRef]) -> dict[str, Any]:
    return {"what": what, "key": str(key), "value": value, "sources": sources_text(sources)}


def _paths_text(answer: Paths) -> list[str]:
    lines = [f"{answer.from_entity.name} to {answer.to_entity.name}, as of {answer.as_of}", ""]
    if not answer.paths:
        lines.append("No connection was found.")
    for number, path in enumerate(answer.paths, start=1):
        lines.append(f"Path {number}: {' - '.join(entity.name for entity in path.entities)}")
        for step in path.steps:
            told = [part for part in (step.role.replace("_", " "), step.date or "undated", step.certainty) if part]
            lines.append(f"    {step.type}: {', '.join(told)}")
            lines += [f"        {source_text(ref)}" for ref in step.sources]
        lines.append("")
    return lines + (["There are more connections of this length."] if answer.truncated else [])


def _paths_rows(answer: Paths) -> list[dict[str, Any]]:
    return [
        {
            "path": number,
            "step": place,
            "from": step.from_id,
            "to": step.to_id,
            "type": step.type,
            "role": step.role,
            "date": step.date,
            "certainty": str(step.certainty),
            "sources": sources_text(step.sources),
        }
        for number, path in enumerate(answer.paths)
        for place, step in enumerate(path.steps)
    ]


def _coverage_text(answer: ReportCoverage) -> list[str]:
    lines = [f"Report {answer.report}", ""]
    rows = [
        (word, _count(part.expected), part.named, part.identified, part.linked)
        for word, part in (("vessels", answer.vessels), ("companies", answer.companies))
    ]
    lines += table(("", "the report counts", "named", "identified", "linked"), rows)
    return [*lines, "", *(f"  {entity_line(each)}" for each in answer.parties), ""]


def _count(expected: int | None) -> str:
    return "not stated" if expected is None else str(expected)


def _coverage_rows(answer: ReportCoverage) -> list[dict[str, Any]]:
    return [
        {
            "report": answer.report,
            "category": word,
            "expected": part.expected,
            "named": part.named,
            "identified": part.identified,
            "linked": part.linked,
        }
        for word, part in (("vessel", answer.vessels), ("company", answer.companies))
    ]


def _intake_text(answer: Intake) -> list[str]:
    header = ("source", "format", "published", "read", "rows", "kept", "set aside", "noted", "files")
    lines = table(
        header,
        [
            (
                each.name,
                each.format,
                each.published or "not said",
                each.read,
                each.rows,
                each.kept,
                each.set_aside,
                each.notes,
                ", ".join(each.files),
            )
            for each in answer.sources
        ],
    )
    told = [
        f"  {each.file}, line {each.line}: {each.reason}{': ' + each.text if each.text else ''}"
        f" ({'set aside' if each.set_aside else 'kept'})"
        for each in answer.remarks
    ]
    return [*lines, "", *told]


def _intake_rows(answer: Intake) -> list[dict[str, Any]]:
    if answer.remarks:
        return [
            {
                "source": each.source,
                "file": each.file,
                "line": each.line,
                "reason": each.reason,
                "text": each.text,
                "set_aside": each.set_aside,
            }
            for each in answer.remarks
        ]
    return [
        {
            "source": each.name,
            "format": each.format,
            "published": each.published,
            "read": each.read,
            "rows": each.rows,
            "kept": each.kept,
            "set_aside": each.set_aside,
            "notes": each.notes,
            "files": "; ".join(each.files),
            "sha256": "; ".join(each.sha256),
        }
        for each in answer.sources
    ]


TEXT: dict[str, Callable[[Any], list[str]]] = {
    "Search": _search_text,
    "Fleet": _fleet_text,
    "Profile": _profile_text,
    "Paths": _paths_text,
    "Network": network_lines,
    "ReportCoverage": _coverage_text,
    "Owners": owners_lines,
    "Verdicts": verdict_lines,
    "Explanation": explanation_lines,
    "ReviewQueue": queue_lines,
    "Intake": _intake_text,
    "Timeline": timeline_lines,
    "Diff": diff_lines,
    "Watch": watch_lines,
    "Recheck": recheck_lines,
}
ROWS: dict[str, Callable[[Any], list[dict[str, Any]]]] = {
    "Search": _search_rows,
    "Fleet": _fleet_rows,
    "Profile": _profile_rows,
    "Paths": _paths_rows,
    "Network": network_rows,
    "ReportCoverage": _coverage_rows,
    "Owners": owners_rows,
    "Verdicts": verdict_rows,
    "Explanation": explanation_rows,
    "ReviewQueue": queue_rows,
    "Intake": _intake_rows,
    "Timeline": timeline_rows,
    "Diff": diff_rows,
    "Watch": watch_rows,
    "Recheck": recheck_rows,
}
