"""Evaluations as text for people, and as JSON and rows of measure and value for programs."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from graphkit.model.evaluation import (
    BCubed,
    BlockingEvaluation,
    Evaluation,
    JudgedPair,
    Mixture,
    PairEvaluation,
    Quality,
    RecallAt,
)
from graphkit.present.columns import table
from graphkit.present.plain import plain
from graphkit.present.safe import for_terminal
from graphkit.present.text import as_csv

AnyEvaluation = Evaluation | PairEvaluation | BlockingEvaluation

_BUCKETS = ((1, "1"), (2, "2"), (5, "3 to 5"), (10, "6 to 10"), (100, "11 to 100"))
_LARGEST = "over 100"


def render(answer: AnyEvaluation, form: str) -> str:
    """An evaluation as table, json, jsonl or csv, ending with a line break."""
    told = _json(answer)
    if form == "json":
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    rows = [{"measure": name, "value": value} for name, value in _flat(told)]
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if form == "csv":
        return as_csv(rows)
    return "".join(f"{for_terminal(line).rstrip()}\n" for line in _lines(answer))


def _json(answer: AnyEvaluation) -> dict[str, Any]:
    """The fields of an evaluation, with the ratios beside the counts they come from."""
    told: dict[str, Any] = plain(answer)
    for name in told:
        value = getattr(answer, name)
        if isinstance(value, (Quality, BCubed)):
            told[name] |= {"precision": value.precision, "recall": value.recall, "f1": value.f1}
    if isinstance(answer, BlockingEvaluation):
        told["pairs_per_record"] = answer.pairs_per_record
    return told


def _flat(told: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """The numbers of an evaluation, named by their path; lists of examples are left to JSON."""
    for name, value in told.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        elif not isinstance(value, list):
            yield f"{above}{name}", value


def _lines(answer: AnyEvaluation) -> Iterator[str]:
    if isinstance(answer, Evaluation):
        yield from _cluster_lines(answer)
    elif isinstance(answer, PairEvaluation):
        yield from _pair_lines(answer)
    else:
        yield from _blocking_lines(answer)


def _cluster_lines(answer: Evaluation) -> Iterator[str]:
    yield _compared(answer.records, "records", answer)
    yield ""
    yield from _ratio_lines({"pairs of records": answer.pairs, "B-cubed": answer.b_cubed})
    yield f"Pairs: {answer.pairs.claimed:,} joined, {answer.pairs.true:,} true, {answer.pairs.both:,} both."
    yield ""
    found, true = _bucketed(answer.result_sizes), _bucketed(answer.truth_sizes)
    sizes = [(name, f"{found.get(name, 0):,}", f"{true.get(name, 0):,}") for name in _bucket_names()]
    total = ("all", f"{sum(found.values()):,}", f"{sum(true.values()):,}")
    yield from table(("records in one", "clusters found", "true entities"), [*sizes, total])
    yield from _mixture_lines("Largest wrong clusters", answer.wrong, "true entities", "pairs wrongly joined")
    yield from _mixture_lines("Most split entities", answer.split, "clusters", "pairs missed")


def _pair_lines(answer: PairEvaluation) -> Iterator[str]:
    yield _compared(answer.pairs, "pairs", answer)
    yield ""
    verdicts = {"screen": answer.screen, "merge": answer.merge}
    given = {name: quality for name, quality in verdicts.items() if quality}
    yield from _ratio_lines({"similarity 0.5 or more": answer.even_odds, **given})
    yield _recall_line(answer.recall_at)
    yield from _judged_lines("Wrongly merged", answer.wrong_merges)
    yield from _judged_lines("Missed", answer.missed)


def _blocking_lines(answer: BlockingEvaluation) -> Iterator[str]:
    found = answer.candidates
    cost = _number(answer.pairs_per_record)
    yield f"{answer.records:,} records; {found.claimed:,} candidate pairs, {cost} per record."
    if answer.unknown:
        yield f"{answer.unknown:,} candidate pairs have a record that the truth does not have; they are not counted."
    yield f"Candidate recall {_ratio(found.recall)}: {found.both:,} of {found.true:,} true pairs will be compared."
    yield from _mixture_lines("Entities that lose most", answer.missed, "", "true pairs missed")


def _compared(count: int, what: str, answer: Evaluation | PairEvaluation) -> str:
    return (
        f"Compared on the {count:,} {what} that both have; {answer.only_in_result:,} stand only in the result and "
        f"{answer.only_in_truth:,} only in the truth, and count nowhere."
    )


def _recall_line(found: RecallAt) -> str:
    aim = f"Recall at {found.precision:.0%} precision"
    if found.similarity is None:
        return f"{aim}: {_ratio(found.recall)}; no threshold on similarity reaches it."
    return f"{aim}: {_ratio(found.recall)}, at similarity {found.similarity:.4f} or more."


def _ratio_lines(qualities: Mapping[str, Quality | BCubed]) -> Iterator[str]:
    rows = [(name, *map(_ratio, (each.precision, each.recall, each.f1))) for name, each in qualities.items()]
    yield from table(("measure", "precision", "recall", "F1"), rows)


def _mixture_lines(title: str, mixtures: tuple[Mixture, ...], parts: str, pairs: str) -> Iterator[str]:
    if mixtures:
        header = ("id", "records", *([parts] if parts else []), pairs, "some of them")
        cells = [
            (each.id, each.records, *([each.parts] if parts else []), each.pairs, ", ".join(each.record_ids))
            for each in mixtures
        ]
        yield from ("", f"{title}:", *table(header, cells))


def _judged_lines(title: str, pairs: tuple[JudgedPair, ...]) -> Iterator[str]:
    if pairs:
        rows = [(f"{each.similarity:.4f}", each.left, each.right) for each in pairs]
        yield from ("", f"{title}:", *table(("similarity", "left", "right"), rows))


def _bucket_names() -> list[str]:
    return [*(name for _, name in _BUCKETS), _LARGEST]


def _bucketed(sizes: Mapping[int, int]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for size, clusters in sizes.items():
        name = next((name for most, name in _BUCKETS if size <= most), _LARGEST)
        counts[name] = counts.get(name, 0) + clusters
    return counts


def _ratio(value: float | None) -> str:
    return "none" if value is None else f"{value:.4f}"


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:,.1f}"
