"""The part of the graph that a picture shows, taken from an answer: nothing is asked again for drawing."""

from graphkit.model.answers import Entity, Step, Subgraph, Trace
from graphkit.model.vocabulary import Mode, Status

_STATUS = {
    Status.YES: "is sanctioned itself",
    Status.NO: "is not sanctioned itself",
    Status.UNKNOWN: "may be sanctioned itself: a listing has no date",
}


def of_trace(answer: Trace) -> Subgraph:
    """The chains of a trace in one picture, ownership highlighted where there is any."""
    entities: dict[str, Entity] = {answer.from_entity.id: answer.from_entity}
    steps: dict[frozenset[str], Step] = {}
    for chain in answer.chains:
        entities |= {entity.id: entity for entity in chain.entities}
        for step in chain.steps:
            steps.setdefault(frozenset((step.from_id, step.to_id)), step)
    narrowest = [chain for chain in answer.chains if chain.steps and chain.mode is not Mode.ASSOCIATION]
    highlighted = {(step.from_id, step.to_id) for chain in narrowest for step in chain.steps}
    left_out = ["more or longer chains than were asked for"] if answer.truncated else []
    return Subgraph(
        title=f"Who stands behind {answer.from_entity.name}?",
        caption=_caption(answer),
        as_of=answer.as_of,
        subject=answer.from_entity.id,
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.id)),
        steps=tuple(sorted(steps.values(), key=lambda step: (step.from_id, step.to_id))),
        highlighted=frozenset(highlighted),
        lists=answer.lists,
        left_out=tuple(left_out),
    )


def _caption(answer: Trace) -> str:
    """What was found, in one sentence that says no more than the chains do."""
    name = answer.from_entity.name
    reached = {chain.entities[-1].id for chain in answer.chains if chain.steps}
    owned = {chain.entities[-1].id for chain in answer.chains if chain.steps and chain.mode is not Mode.ASSOCIATION}
    if not reached:
        return f"{name} {_STATUS[answer.from_entity.sanctioned]}; no chain to another listed party is known."
    held = f"{len(owned)} by ownership or control" if owned else "none by ownership or control"
    parties = "1 listed party" if len(reached) == 1 else f"{len(reached)} listed parties"
    return f"{name} {_STATUS[answer.from_entity.sanctioned]}, and leads to {parties}, {held}."
