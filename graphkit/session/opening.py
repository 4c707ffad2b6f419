"""An open case: questions in Python, with the answers that the commands print."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.analyse import chains, connections, coverage, explanation, find, fleet, network, profile, upward
from graphkit.analyse.day import as_of
from graphkit.analyse.evidence import measures_named
from graphkit.analyse.ownership import owners, verdict
from graphkit.analyse.ownership.owners import OwnersOptions
from graphkit.analyse.timeline import timeline
from graphkit.case.folder import CaseFolder
from graphkit.errors import WrongUse
from graphkit.model.answers import Chain, Explanation, Fleet, Found, Paths, Profile, ReportCoverage, Trace
from graphkit.model.answers.network import Network
from graphkit.model.answers.ownership import Owners, Verdicts
from graphkit.model.answers.timeline import Timeline
from graphkit.model.tables import GRAPH_TABLES, RESOLUTION_TABLES, STATEMENT_TABLES
from graphkit.model.vocabulary import Mode
from graphkit.store.local import LocalStore

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graphkit.model.answers.changes import Diff, Noted, Recheck, Watch

DEFAULT_CASE = "case"


class Case:
    """An open case: questions in Python, with the answers that the commands print."""

    def __init__(self, path: str | Path, *, internal: bool = False) -> None:
        self.folder = CaseFolder(Path(path))
        self.store = LocalStore(self.folder, internal=internal)
        self._internal = internal

    def find(self, text: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Entities by name, alias or number, best first; claimed names as kind `claim`."""
        return find.find(self.store, text, limit=limit)

    def find_one(self, text: str) -> Found:
        """The one entity that a text names; raises NotFound or Ambiguous otherwise."""
        entity_id = find.one_entity(self.store, text)
        return find.found_by_id(self.store, entity_id, text)

    def show(self, who: str, *, on: str | None = None) -> Profile:
        """Everything stated about an entity."""
        return profile.profile(self.store, who, as_of(on))

    def trace(
        self,
        who: str,
        *,
        to: str = upward.SANCTIONED,
        on: str | None = None,
        mode: Mode | str | None = None,
        measure: str | None = None,
        max_hops: int = 8,
    ) -> "TraceAnswer":
        """The chains from an entity to listed parties; iterating over the answer gives the chains."""
        options = upward.TraceOptions(
            to=to, mode=Mode(mode) if mode else None, measures=measures_named(measure), max_hops=max_hops
        )
        return TraceAnswer(chains.trace(self.store, who, as_of(on), options))

    def fleet(self, who: str, *, on: str | None = None) -> Fleet:
        """The vessels of a party."""
        return fleet.fleet(self.store, who, as_of(on))

    def owners(
        self,
        who: str,
        *,
        on: str | None = None,
        threshold: float = 25.0,
        inclusive: bool = True,
        control: bool = True,
        limit: int = 50,
    ) -> Owners:
        """Who owns an entity: effective shares, control, and the test of beneficial ownership that was asked for."""
        options = OwnersOptions(threshold, inclusive, control, limit)
        return owners.owners(self.store, who, as_of(on), options)

    def verdict(self, who: str, *, on: str | None = None, rule: str = "all") -> Verdicts:
        """What the authorities' 50 % tests say of an entity, with the proof. rule: ofac, eu, uk or all."""
        return verdict.verdicts(self.store, who, as_of(on), rule=rule)

    def path(self, who: str, whom: str, *, on: str | None = None) -> Paths:
        """How two entities are connected."""
        return connections.paths(self.store, who, whom, as_of(on))

    def timeline(
        self,
        who: str,
        *,
        on: str | None = None,
        days: int = timeline.DAYS,
        reach: int = 1,
        measure: str | None = None,
    ) -> Timeline:
        """What happened to an entity in order, and what changed near a listing."""
        options = timeline.TimelineOptions(days=days, reach=reach, measures=measures_named(measure))
        return timeline.timeline(self.store, who, as_of(on), options)

    def coverage(self, report: str, *, on: str | None = None) -> ReportCoverage:
        """How much of a report is named, identified and linked."""
        return coverage.coverage(self.store, report, as_of(on))

    def network(
        self,
        who: str | None = None,
        *,
        to: str = network.SANCTIONED,
        on: str | None = None,
        hops: int = 2,
        limit: int = 10,
    ) -> Network:
        """Communities, hubs, brokers, what is shared and single-ship companies, around listed parties or one party."""
        return network.network(self.store, as_of(on), who, to=to, hops=hops, limit=limit)

    def explain(self, who: str, *, on: str | None = None) -> Explanation:
        """Why an entity's records are one."""
        return explanation.explain(self.store, who, as_of(on))

    def diff(
        self,
        old: str = "previous",
        new: str = "current",
        *,
        only: Sequence[str] = (),
        entity: str | None = None,
        limit: int | None = None,
    ) -> "Diff":
        """What changed between two builds, or from this case to another. limit: most changes of one kind."""
        from graphkit.analyse.changes import DiffOptions
        from graphkit.session.changes import diff

        options = DiffOptions(tuple(only), entity, limit)
        return diff(self.folder.path, old, new, options, internal=self._internal)

    def watch(self, listed: str | Path, *, since: str = "previous", only: Sequence[str] = ()) -> "Watch":
        """What changed of the parties on a list of one's own, and of those above them."""
        from graphkit.session.changes import watch

        return watch(self.folder.path, Path(listed), since=since, only=tuple(only), internal=self._internal)

    def note(self, claim: str, question: str, *, on: str | None = None, who: str = "") -> "Noted":
        """Write a finding into the case, with what the build in force answers to its question."""
        from datetime import UTC, datetime

        from graphkit.session.findings import note

        at = datetime.now(UTC).isoformat(timespec="seconds")
        return note(self.folder.path, claim, question, on=on, who=who, at=at, internal=self._internal)

    def recheck(self, *, on: str | None = None) -> "Recheck":
        """Ask the findings of the case again of the build in force. on: another day for all, `today` among others."""
        from graphkit.session.findings import recheck

        return recheck(self.folder.path, on=on, internal=self._internal)

    def to_pandas(self, table: str) -> "pd.DataFrame":
        """One table of the build: entities, links, listings, events, records, ...

        Raises:
            WrongUse: there is no such table.
        """
        known = {**STATEMENT_TABLES, **RESOLUTION_TABLES, **GRAPH_TABLES}
        if table not in known:
            raise WrongUse(f"There is no table {table!r}; the tables are {', '.join(sorted(known))}.")
        frame: pd.DataFrame = self.store.table(table).to_pandas()
        return frame

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """The graph as networkx sees it: entities as nodes, links as keyed edges from the party with power."""
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for row in self.store.table("entities").to_pylist():
            graph.add_node(row.pop("entity_id"), **row)
        for row in self.store.table("links").to_pylist():
            graph.add_edge(row.pop("from_id"), row.pop("to_id"), key=row.pop("link_id"), **row)
        return graph


def open_case(path: str | Path = DEFAULT_CASE, *, internal: bool = False) -> Case:
    """The case in a folder.

    Raises:
        CaseError: there is none, or another version made it.
    """
    return Case(path, internal=internal)


class TraceAnswer:
    """A trace to iterate over: the chains, and the whole answer in `answer`."""

    def __init__(self, answer: Trace) -> None:
        self.answer = answer

    def __iter__(self) -> Iterator[Chain]:
        return iter(self.answer.chains)

    def __len__(self) -> int:
        return len(self.answer.chains)
