"""The review queue and what became of judgements, as text and as rows."""

from typing import Any

from graphkit.model.answers.review import JudgementsNoted, ReviewQueue
from graphkit.present.evidence_sum import bits

_SHOWN = 8  # judgements told one by one
_LISTED = {0: "", 1: "one", 2: "both"}


def queue_lines(answer: ReviewQueue) -> list[str]:
    """The queue for a person: two lines for each pair, what is asked and what hangs on it."""
    if not answer.pairs:
        return ["No pair is left to judge.", ""]
    shown = "" if answer.left == len(answer.pairs) else f", the {len(answer.pairs)} most valuable first"
    left = "1 pair is" if answer.left == 1 else f"{answer.left} pairs are"
    lines = [f"{left} left to judge{shown or ', most valuable first'}:", ""]
    for number, pair in enumerate(answer.pairs, start=1):
        lines.append(f"{number:>3}. {pair.left_name} / {pair.right_name}  ({pair.kind.replace('_', ' ')})")
        lines.append(f"     {pair.left}  {pair.right}")
        short = answer.merge_at - pair.match_weight
        away = f", {short:.3g} short of the merge line" if short > 0 else ""
        lines.append(f"     {bits(pair.match_weight)} bits{away}: {pair.reason}")
        hangs = [f"{pair.links} link{'' if pair.links == 1 else 's'}", f"{pair.records} records"]
        hangs += [f"{_LISTED[pair.listed]} listed"] if pair.listed else []
        lines += [f"     value {pair.value:.2f}: {', '.join(hangs)}", ""]
    return lines


def queue_rows(answer: ReviewQueue) -> list[dict[str, Any]]:
    """One row for each pair."""
    names = ("left", "right", "left_name", "right_name", "kind", "left_entity", "right_entity", "match_weight")
    more = ("reason", "listed", "links", "records", "further", "value")
    return [{name: getattr(pair, name) for name in (*names, *more)} for pair in answer.pairs]


def noted_lines(answer: JudgementsNoted) -> list[str]:
    """What became of judgements, and which command makes them effective."""
    told = {"noted": "Noted", "already": "Noted before", "taken back": "Taken back"}
    lines = []
    for state, word in told.items():
        rows = [row for row in answer.judgements if row.state == state]
        lines += [f"{word}: {row.left} and {row.right} are {row.judgement}." for row in rows[:_SHOWN]]
        lines += [f"{word}: {len(rows) - _SHOWN} more."] if len(rows) > _SHOWN else []
    lines += [f"Set aside, line {row.line}: {row.reason}" for row in answer.set_aside]
    if any(row.state != "already" for row in answer.judgements):
        lines.append(f"It takes effect with: {answer.takes_effect}")
    return lines or ["There was nothing to note."]
