"""Whatever stands in a foreign table: a mapping is proposed or refused, and what is proposed can be read."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import SourceError
from graphkit.model.records import Link, LoadReport, Record
from graphkit.present.mapping_text import mapping_text
from graphkit.sources.mapped.propose import propose
from graphkit.sources.recognition import format_named, gather

_NAMES = st.sampled_from(
    [
        "IMO",
        "Ship IMO",
        "IMO number",
        "Schiff",
        "Role",
        "Company",
        "Gesellschafter",
        "Anteil %",
        "Owner",
        "since",
        "from",
        "to",
        "type",
        "id",
        "Flag",
        "Date of effect",
        "Status",
        "名称",
        "натура",
        "shares held",
        "total shares",
        "Director",
    ]
)
_CELLS = st.sampled_from(
    [
        "9990014",
        "6990019",
        "EXAMPLE LTD",
        "EXAMPLE LTD c/o OTHER LTD",
        "UNKNOWN",
        "Registered owner",
        "OWNS",
        "51 %",
        "2018",
        "",
        "during 2017",
        "before 06/2015",
        "PA",
        "since since",
        "ownership-of-shares-25-to-50-percent",
        "c/o",
        "x until y",
    ]
) | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@settings(deadline=None, max_examples=150)
@given(
    st.lists(_NAMES | _CELLS, min_size=2, max_size=8, unique=True), st.lists(st.lists(_CELLS, min_size=8, max_size=8))
)
def test_a_proposal_is_readable_and_accounts_for_every_row(header: list[str], rows: list[list[str]]) -> None:
    lines = [",".join(map(quoted, cells[: len(header)])) for cells in (header, *rows)]
    with TemporaryDirectory() as folder:
        path = Path(folder, "foreign.csv")
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
        try:
            proposed = propose(path)
        except SourceError:
            return
        Path(folder, "mapping.toml").write_text(mapping_text(proposed, path.name), encoding="utf-8", newline="")
        gathered = gather([str(path)])
        assert gathered.problems == []
        report = LoadReport("foreign")
        statements = list(format_named("mapped").read(gathered.sources[0], report))
    assert report.rows == report.kept + report.set_aside_rows
    known = {each.id for each in statements if isinstance(each, Record)}
    ends = {end for each in statements if isinstance(each, Link) for end in (each.from_id, each.to_id)}
    assert ends <= known
