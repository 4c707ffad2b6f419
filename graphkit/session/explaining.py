"""Why an entity's records are one, told together with what people judged of them."""

from pathlib import Path

from graphkit.analyse.day import AsOf
from graphkit.analyse.explanation import explain as tell
from graphkit.analyse.review import entities_of_records
from graphkit.model.answers import Explanation
from graphkit.model.answers.review import JudgementTold
from graphkit.session.bench import Bench
from graphkit.session.reviewing import lines


def explain(
    case: str | Path, who: str, on: AsOf, *, pair: tuple[str, str] | None = None, internal: bool = False
) -> Explanation:
    """See analyse.explanation; a record of the pair may leave out the prefix of one's own tables.

    Raises:
        JudgementError: a record of the pair is not in the case.
        NotFound, Ambiguous: `who` is not exactly one entity, or has no record of the pair.
    """
    bench = Bench(case, internal=internal)
    between = (bench.record(pair[0]), bench.record(pair[1])) if pair else None
    return tell(
        bench.store,
        who,
        on,
        pair=between,
        judgements=judgements_told(bench, internal=internal),
        merge_at=lines().merge_at,
    )


def judgements_told(bench: Bench, *, internal: bool) -> list[JudgementTold]:
    """The last word on every pair and whether it is in force; names of judges only among internal statements.

    A judgement on a record that only internal statements know is told with them only.
    """
    from graphkit.resolve.judgements import SAME, last_words, orphaned

    judgements = last_words(bench.judgements())
    if not judgements:
        return []
    entity_of = entities_of_records(bench.store)
    found = []
    for (left, right), judgement in sorted(judgements.items()):
        gone = orphaned(judgement, bench.known)
        seen = [each for each in (left, right) if each in entity_of]
        if len(seen) < 2 and not (internal or gone):
            continue
        together = len(seen) == 2 and entity_of[left] == entity_of[right]
        state = "orphaned" if gone else "in force" if together == (judgement.judgement == SAME) else "waiting"
        who = judgement.who if internal else ""
        found.append(JudgementTold(left, right, judgement.judgement, judgement.why, who, judgement.at, state))
    return found
