"""Pages of registers as a test has them, and what the readers make of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.model.records import Link, LoadReport, Record, Statement
from graphkit.sources.recognition import format_named, gather
from tests.unit.sources.plain_folder import only

DATA = Path(__file__).parents[2] / "data" / "pages"


@dataclass(frozen=True, slots=True)
class Pages:
    """The statements of one source, and the report on its rows."""

    statements: Sequence[Statement]
    report: LoadReport

    @property
    def links(self) -> list[tuple[str, str, str, str]]:
        """From, type, role and to of each link, parties by their names."""
        return [(self.name(link.from_id), str(link.type), link.role, self.name(link.to_id)) for link in self.all_links]

    @property
    def all_links(self) -> list[Link]:
        """The links as they are."""
        return only(Link, self.statements)

    @property
    def records(self) -> list[Record]:
        """The records as they are."""
        return only(Record, self.statements)

    def name(self, record_id: str) -> str:
        """The first name of a record."""
        return next(record.name for record in self.records if record.id == record_id and record.name)

    def link(self, role: str, place: int = 0) -> Link:
        """The link of a role."""
        return [link for link in self.all_links if link.role == role][place]


def read_pages(*paths: Path) -> Pages:
    """What one source says, found and opened as a build does."""
    gathered = gather([str(path) for path in paths])
    assert gathered.problems == []
    (source,) = gathered.sources
    report = LoadReport(source.name)
    return Pages(list(format_named(source.format).read(source, report)), report)


def page(folder: Path, *lines: str) -> Pages:
    """The same for the lines of one file."""
    path = folder / "page.csv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return read_pages(path)


def shares(link: Link) -> Mapping[str, object]:
    """The share of a link, its parts by name."""
    share = link.share
    return {} if share is None else {name: getattr(share, name) for name in share.__slots__}
