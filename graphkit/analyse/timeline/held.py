"""Happenings of a timeline from links: holders and holdings that begin and end, and stakes that change."""

from collections.abc import Iterable, Mapping

from graphkit.analyse.evidence import Evidence, ordered
from graphkit.analyse.timeline.happenings import Change, Happening, Matter
from graphkit.analyse.timeline.spans import UNDATED, span_of
from graphkit.analyse.timeline.stakes import StakeChange, share_words, stake_changes
from graphkit.model.answers import Entity, LinkEvidence
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, Certainty
from graphkit.store.base import Row

# What the other party is to the entity: where it holds the entity, and where the entity holds it.
_ABOVE = {
    "OWNS": "owner",
    "CONTROLS": "controller",
    "MANAGES": "manager",
    "OPERATES": "operator",
    "DIRECTS": "director",
}
_BELOW = {"OWNS": "holding", "CONTROLS": "controlled", "MANAGES": "managed", "OPERATES": "operated"}
_MATTER: dict[str, Matter] = {"OWNS": "owner", "CONTROLS": "owner", "MANAGES": "manager"}


class Links:
    """Links as happenings, seen from one of their ends."""

    def __init__(self, evidence: Evidence, entities: Mapping[str, Entity]) -> None:
        self._evidence = evidence
        self._entities = entities

    def happenings(self, rows: Iterable[Row], entity_id: str, *, onto: str = "") -> list[Happening]:
        """Each beginning and each end once; a stake that follows another is one change in place of both.

        onto: words behind each text, for links that are not those of the entity asked about.
        """
        rows = list(rows)
        links = self._evidence.all_links(rows)
        changes = stake_changes(rows)
        ended = {each.before["link_id"] for each in changes}
        begun = {each.after["link_id"] for each in changes}
        found = [self._stake(each, entity_id, links, onto) for each in changes]
        for row in rows:
            start, end = span_of(row, "start"), span_of(row, "end")
            if start.dated and row["link_id"] not in begun:
                found.append(self._edge(row, entity_id, links, "start", onto))
            if end.dated and row["link_id"] not in ended:
                found.append(self._edge(row, entity_id, links, "end", onto))
            if not (start.dated or end.dated):
                found.append(self._edge(row, entity_id, links, "", onto))
        return found

    def _edge(self, row: Row, entity_id: str, links: Mapping[str, LinkEvidence], edge: str, onto: str) -> Happening:
        other = row["from_id"] if row["to_id"] == entity_id else row["to_id"]
        noun = _noun(row, entity_id)
        when = {"start": " from then", "end": " until then", "": ""}[edge]
        told = [row["role"].replace("_", " "), share_words(row), f"jointly with {row['joint']}" if row["joint"] else ""]
        facts = ", ".join(part for part in told if part)
        name = self._name(other)
        text = f"{noun.replace('_', ' ')}{when}: {name}{f' ({facts})' if facts else ''}{onto}"
        return Happening(
            span=span_of(row, edge) if edge else UNDATED,
            kind=f"{noun}_{edge}" if edge else noun,
            text=text,
            sources=links[row["link_id"]].sources,
            others=(other,),
            certainty=Certainty(row["certainty"]),
            ids=(row["link_id"],),
            change=_change(row, edge),
        )

    def _stake(self, change: StakeChange, entity_id: str, links: Mapping[str, LinkEvidence], onto: str) -> Happening:
        before, after = change.before, change.after
        held = before["to_id"] == entity_id
        other = before["from_id"] if held else before["to_id"]
        whose = "stake of" if held else "stake in"
        text = f"{whose} {self._name(other)}: {share_words(before)} -> {share_words(after)}{onto}"
        least = min((before, after), key=lambda row: CERTAINTY_WEIGHT[Certainty(row["certainty"])])
        refs = [*links[before["link_id"]].sources, *links[after["link_id"]].sources]
        return Happening(
            span=change.when,
            kind="stake_change",
            text=text,
            sources=ordered(refs),
            others=(other,),
            certainty=Certainty(least["certainty"]),
            ids=(before["link_id"], after["link_id"]),
            change=_stake_change(change),
        )

    def _name(self, entity_id: str) -> str:
        return self._entities[entity_id].name if entity_id in self._entities else entity_id


def _noun(row: Row, entity_id: str) -> str:
    word = str(row["type"])
    nouns = _ABOVE if row["to_id"] == entity_id else _BELOW
    return nouns.get(word, word.lower())


def _change(row: Row, edge: str) -> Change | None:
    matter = _MATTER.get(str(row["type"]))
    if matter is None:
        return None
    owning = matter == "owner"
    return Change(
        matter,
        row["from_id"],
        row["to_id"],
        gives_up=owning and edge == "end",
        takes_up=owning and edge == "start",
        before=row if edge == "end" else None,
        after=row if edge == "start" else None,
    )


def _stake_change(change: StakeChange) -> Change:
    """Up or down only where the ranges on both sides leave no doubt."""
    before, after = change.before, change.after
    falls = _bound(after["share_max"], 100.0) <= _bound(before["share_min"], 0.0)
    rises = _bound(after["share_min"], 0.0) >= _bound(before["share_max"], 100.0)
    holder, held = before["from_id"], before["to_id"]
    return Change("stake", holder, held, gives_up=falls, takes_up=rises, before=before, after=after)


def _bound(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
