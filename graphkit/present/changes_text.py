"""Changes between builds, a watched list and findings asked again, for people; and their rows for CSV."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from graphkit.model.answers.changes import Change, ComparedBuild, Diff, Noted, Recheck, Rechecked, Watch, WrongRow
from graphkit.present.columns import table

_SINGULAR = {"owners": "owner", "links": "link", "listings": "listing", "verdicts": "verdict", "sources": "source"}


def diff_lines(answer: Diff) -> list[str]:
    """How much changed of what, then the changes of each entity."""
    lines = [_builds(answer.old, answer.new)]
    if not answer.counts:
        return [*lines, "", "Nothing changed.", ""]
    header = ("matter", "change", "count", "entities")
    rows = [(each.matter, each.change, each.count, each.entities or "") for each in answer.counts]
    lines += ["", *table(header, rows), ""]
    for (entity_id, name, kind), changes in groupby(answer.changes, key=lambda each: (each.id, each.name, each.kind)):
        lines.append(f"{name}  ({kind.replace('_', ' ')})  [{entity_id}]" if entity_id else "Sources")
        lines += [f"  {change_text(each)}" for each in changes]
    return [*lines, *(["", "There are more changes; --limit 0 tells all of them."] if answer.truncated else []), ""]


def _builds(old: ComparedBuild, new: ComparedBuild) -> str:
    names = [f"{each.case} {each.build}" if old.case != new.case else each.build for each in (old, new)]
    days = [f" (verdicts as of {each.verdicts_as_of})" if each.verdicts_as_of else "" for each in (old, new)]
    return f"{names[0]}{days[0]} to {names[1]}{days[1]}"


def change_text(change: Change) -> str:
    """One change in a line, without the entity that it is of."""
    if change.matter == "entities":
        return _entity_text(change)
    matter = _SINGULAR.get(change.matter, "")
    verb = {"grounds": "on other grounds"}.get(change.change, change.change)
    other = f" {_party(change.other, change.other_id)}" if change.other_id else ""
    told = (change.before, change.after)
    values = " -> ".join(part or "not stated" for part in told if part or change.change == "changed")
    if change.matter == "names":
        return f"{change.what} {verb}: {values}"
    head = " ".join(part for part in (matter, verb) if part)
    note = f" ({change.note})" if change.note else ""
    return f"{head}: {change.what}{other}{': ' + values if values else ''}{note}"


def _entity_text(change: Change) -> str:
    other = _party(change.other, change.other_id)
    return {
        "new": "new in the case",
        "gone": "no longer in the case",
        "merged": f"{other} is now the same entity",
        "split": f"split: {other} is now an entity of its own",
        "moved": f"gave records to {other}",
    }[change.change]


def _party(name: str, entity_id: str) -> str:
    return f"{name} [{entity_id}]" if name else f"[{entity_id}]"


def diff_rows(answer: Diff) -> list[dict[str, Any]]:
    """One row per change."""
    return [_change_row(each) for each in answer.changes]


def _change_row(change: Change) -> dict[str, Any]:
    names = ("matter", "change", "id", "name", "kind", "what", "other_id", "other", "before", "after", "old_id", "note")
    return {name: getattr(change, name) for name in names}


def watch_lines(answer: Watch) -> list[str]:
    """One line per change, with whom it is of and whom of the list it concerns; then the rows that name nobody."""
    watched = {each.id: each.name for each in answer.watched}
    counted = sum(each.count for each in answer.counts)
    lines = [
        f"{_builds(answer.old, answer.new)}: {counted or 'no'} change{'s' * (counted != 1)}"
        f" of {len(watched)} watched and those above them"
    ]
    for change in answer.changes:
        others = [_party(watched.get(each, ""), each) for each in change.concerns if each != change.id]
        above = f"  (above {', '.join(others)})" if others else ""
        lines.append(f"{_party(change.name, change.id)}: {change_text(change)}{above}")
    return [*lines, *wrong_lines(answer.unresolved, "not watched")]


def watch_rows(answer: Watch) -> list[dict[str, Any]]:
    """One row per change."""
    return [{**_change_row(each), "concerns": "; ".join(each.concerns)} for each in answer.changes]


def wrong_lines(rows: Sequence[WrongRow], why: str) -> list[str]:
    """Rows of a table of one's own that could not be used."""
    return [f"line {each.line}, {why}: {each.reason}{f' ({each.text[:80]})' if each.text else ''}" for each in rows]


def recheck_lines(answer: Recheck) -> list[str]:
    """Each finding with its state and what changed."""
    if not (answer.findings or answer.wrong):
        return ["No finding is noted in this case; graphkit note CLAIM --question QUESTION notes one.", ""]
    states = [each.state for each in answer.findings]
    told = ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))
    lines = [
        f"{len(states)} finding{'s' * (len(states) != 1)} asked again of build {answer.build}: {told or 'none'}",
        "",
    ]
    for each in answer.findings:
        lines += [*_finding_lines(each), ""]
    return [*lines, *wrong_lines(answer.wrong, "not asked"), *([""] if answer.wrong else [])]


def _finding_lines(finding: Rechecked) -> list[str]:
    noted = f"noted of build {finding.build or '?'}{f' by {finding.who}' if finding.who else ''}"
    return [
        f"{finding.state.upper()}: {finding.claim}",
        f"  {finding.question}  (as of {finding.as_of}; {noted}; line {finding.line})",
        *(f"  - {each}" for each in finding.changes),
    ]


def recheck_rows(answer: Recheck) -> list[dict[str, Any]]:
    """One row per finding."""
    return [
        {
            "line": each.line,
            "state": each.state,
            "claim": each.claim,
            "question": each.question,
            "as_of": each.as_of,
            "build": each.build,
            "rechecked": answer.build,
            "changes": "; ".join(each.changes),
            "evidence": each.evidence,
            "now": each.now,
        }
        for each in answer.findings
    ]


def noted_lines(noted: Noted) -> list[str]:
    """A finding as it was written."""
    return [
        f"Noted: {noted.claim}",
        f"  {noted.question}  (as of {noted.as_of}, build {noted.build})",
        *(f"  {part.strip()}" for part in noted.evidence.split(";")),
        "It is asked again with: graphkit recheck",
    ]
