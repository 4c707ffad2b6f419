"""Building a case: read sources, decide who is who, make the graph, and swap the build in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.case.folder import CaseFolder, Manifest, StoredSource
from graphkit.errors import CaseError, DateError, MissingPart, SourceError, WrongUse
from graphkit.model.dates import parse_when
from graphkit.model.records import LoadReport
from graphkit.model.tables import GRAPH_TABLES, RESOLUTION_TABLES, Columns
from graphkit.model.vocabulary import DERIVED
from graphkit.session.reading import ReadSource, read_source, statement_rows
from graphkit.session.stored import kept_sources, stored_sources

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from graphkit.resolve.remembered import Earlier

Progress = Callable[[str], None]
DEFAULT_CASE = "case"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build read and made.

    problems: sentences on sources that could not be read; the others were loaded. unresolved: mentions that no party
    answers to (record id, name, source, line, reason). alarms: judgements that no longer fit, clusters that look
    odd.
    """

    manifest: Manifest
    loads: tuple[LoadReport, ...]
    problems: tuple[str, ...]
    passed_over: tuple[str, ...]
    unresolved: tuple[tuple[str, str, str, int, str], ...]
    alarms: tuple[str, ...]


def build(
    sources: Sequence[str | Path],
    case: str | Path = DEFAULT_CASE,
    *,
    add: bool = False,
    remove: Sequence[str] = (),
    published: str = "",
    mapping: str | Path | None = None,
    today: date | None = None,
    progress: Progress = lambda _: None,
) -> BuildReport:
    """Read sources, resolve, build the graph and put the build in force.

    add: keep the case's earlier sources. remove: names of sources to drop. published: the day a list was published, for
    lists that do not say; it applies to the lists read by this call. mapping: a mapping.toml for foreign tables,
    instead of those that lie beside them.

    Raises:
        SourceError: nothing at all could be read; the last good build stays in force.
        CaseError: the case is busy or cannot be written.
        WrongUse: a source to remove is not there, or `published` is no date.
    """
    _check_published(published)
    if not (sources or add or remove):
        raise WrongUse("Name at least one source: a file or a folder.")
    folder = CaseFolder(Path(case))
    with folder.writing():
        from graphkit.sources.recognition import gather

        gathered = gather([str(source) for source in sources], mapping=Path(mapping) if mapping else None)
        earlier = kept_sources(folder, remove) if (add or remove) else ()
        if not (gathered.sources or gathered.problems or earlier):
            raise WrongUse("No source would be left in the case; name one to put in its place.")
        today = today or date.today()
        stored = stored_sources(folder, gathered.sources, earlier, published=published, today=today)
        return _Builder(folder, stored, gathered.problems, gathered.passed_over, progress, today).run(earlier)


def _check_published(text: str) -> None:
    try:
        parse_when(text)
    except DateError as error:
        raise WrongUse(f"--published: {error}.") from error


class _Builder:
    """One build from stored sources to the swap."""

    def __init__(
        self,
        folder: CaseFolder,
        stored: list[StoredSource],
        problems: list[str],
        passed_over: list[str],
        progress: Progress,
        today: date,
    ) -> None:
        self._folder = folder
        self._stored = stored
        self._problems = problems
        self._passed_over = passed_over
        self._progress = progress
        self._today = today

    def run(self, earlier: tuple[StoredSource, ...]) -> BuildReport:
        from graphkit.graph.build import build_graph
        from graphkit.names.normalise import comparison_form
        from graphkit.resolve.judgements import read_judgements
        from graphkit.resolve.pipeline import resolve
        from graphkit.resolve.shared_forms import shared_form

        read = [loaded for source in self._stored if (loaded := self._read(source, earlier))]
        if not read:
            raise SourceError(" ".join(self._problems))
        tables = statement_rows(read).tables()
        frames = {name: table.to_pandas() for name, table in tables.items()}
        self._progress("deciding who is who")
        resolution = resolve(
            frames,
            read_judgements(self._folder.judgements_file),
            earlier=self._earlier(),
            progress=lambda done, whole: self._progress(f"deciding who is who: {done:,} of {whole:,} new pairs"),
        )
        self._progress("building the graph")
        graph = build_graph(frames, resolution, search_key=comparison_form, shared_form=shared_form)
        graph["old_ids"] = self._old_ids(resolution.record_entities, frames["record_names"])
        decided = {
            "record_entities": resolution.record_entities,
            "pairs": resolution.pairs,
            "pair_evidence": resolution.pair_evidence,
            "unresolved": resolution.unresolved,
            "compared_pairs": resolution.compared_pairs,
            "record_marks": resolution.record_marks,
        }
        manifest = self._manifest(read, frames["sources"], graph, resolution.unresolved)
        self._progress("writing the case")
        made = self._graph_tables(graph)
        made |= {name: _arrow(decided[name], columns) for name, columns in RESOLUTION_TABLES.items()}
        self._folder.write_build(manifest, {**tables, **made})
        return BuildReport(
            manifest=manifest,
            loads=tuple(each.report for each in read),
            problems=tuple(self._problems),
            passed_over=tuple(self._passed_over),
            unresolved=tuple(resolution.unresolved.itertuples(index=False, name=None)),
            alarms=resolution.alarms,
        )

    def _graph_tables(self, graph: dict[str, "pd.DataFrame"]) -> "dict[str, pa.Table]":
        """The tables of the graph, with links as numbers and what the ownership tests say on the day of the build."""
        from graphkit.analyse.ownership.everywhere import with_verdicts
        from graphkit.case.arrow import schema
        from graphkit.graph.link_numbers import link_numbers

        made = {name: _arrow(table, GRAPH_TABLES[name]) for name, table in graph.items()}
        numbers = link_numbers(made["links"], made["entities"]["entity_id"].combine_chunks())
        made["link_numbers"] = numbers.cast(schema(GRAPH_TABLES["link_numbers"]))
        self._progress("asking the ownership tests of every entity")
        made["entities"] = with_verdicts(made["entities"], numbers, made["listings"], self._today)
        return made

    def _read(self, source: StoredSource, earlier: tuple[StoredSource, ...]) -> ReadSource | None:
        """Read one source; when it cannot be read at all its sentence is kept and the others go on.

        The earlier copy of a list stays in the case when its newer one cannot be read.
        """
        self._progress(f"reading {source.name}")
        try:
            return read_source(self._folder, source)
        except (SourceError, MissingPart) as error:
            self._problems.append(str(error))
        before = next((each for each in earlier if each.name == source.name and each.files != source.files), None)
        return read_source(self._folder, before) if before else None

    def _earlier(self) -> "Earlier | None":
        """What the last build compared; None when there is none that can be read."""
        import pyarrow as pa

        from graphkit.resolve.remembered import Earlier

        try:
            return Earlier(
                *(self._folder.table(name).to_pandas() for name in ("compared_pairs", "pair_evidence", "record_marks"))
            )
        except (CaseError, OSError, pa.ArrowException):
            return None

    def _old_ids(self, current: "pd.DataFrame", names: "pd.DataFrame") -> "pd.DataFrame":
        import pandas as pd
        import pyarrow as pa

        from graphkit.graph.build import old_ids
        from graphkit.resolve.own_ids import successors

        none = pd.DataFrame({"old_id": [], "entity_id": []}, dtype="str")
        if not self._folder.has_build():
            return none
        try:
            previous, older, named = (
                self._folder.table(name).to_pandas() for name in ("record_entities", "old_ids", "record_names")
            )
        except (CaseError, OSError, pa.ArrowException):
            self._passed_over.append("the last build cannot be read; the ids that it gave are no longer known")
            return none
        previous["record_id"] = previous["record_id"].replace(successors(named, names))
        return old_ids(previous, older, current)

    def _manifest(
        self,
        read: list[ReadSource],
        documents: "pd.DataFrame",
        graph: dict[str, "pd.DataFrame"],
        unresolved: "pd.DataFrame",
    ) -> Manifest:
        open_mentions = unresolved["dataset"].value_counts().to_dict()
        sources = tuple(
            replace(
                each.source,
                published=_published(each.source, documents),
                rows=each.report.rows,
                kept=each.report.kept,
                set_aside=each.report.set_aside_rows,
                notes=len(each.report.remarks) - each.report.set_aside_rows,
                unresolved=int(open_mentions.get(each.source.name, 0)),
            )
            for each in read
        )
        derived = int(graph["links"]["type"].isin(DERIVED).sum())
        counts = {"entities": len(graph["entities"]), "links": len(graph["links"]) - derived, "derived_links": derived}
        counts |= {name: len(graph[name]) for name in ("listings", "events")}
        counts |= {str(kind): int(count) for kind, count in graph["entities"]["kind"].value_counts().items()}
        return Manifest(self._folder.next_build_id(), version("graphkit"), sources, counts)


def _published(source: StoredSource, documents: "pd.DataFrame") -> str:
    """The day that an official list prints on itself, else the one that was given. Tables of one's own tell of many
    documents and have no day of their own.
    """
    from graphkit.sources.base import OWN_FORMATS

    printed = documents[documents["dataset"].eq(source.name) & documents["published"].ne("")]["published"].unique()
    return str(printed[0]) if source.format not in OWN_FORMATS and len(printed) == 1 else source.published


def _arrow(frame: "pd.DataFrame", columns: Columns) -> "pa.Table":
    import pyarrow as pa

    from graphkit.case.arrow import schema

    return pa.Table.from_pandas(frame[list(columns)], schema=schema(columns), preserve_index=False)


def sample_data() -> Path:
    """The folder of the sample case: beside the package in an installation, at the root of a checkout.

    Raises:
        SourceError: it is in neither place.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "sample_data", package.parent / "sample_data"):
        if (folder / "entities.csv").is_file():
            return folder
    raise SourceError("The sample case was not installed with graphkit; install it again from its wheel.")
