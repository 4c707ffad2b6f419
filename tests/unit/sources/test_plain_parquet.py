"""One's own tables as Parquet: typed cells as a person writes them, rows counted from 1."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graphkit.errors import SourceError
from graphkit.model.records import Name, Record
from graphkit.model.vocabulary import NameKind
from graphkit.sources.recognition import gather
from graphkit.sources.tabular.parquet_files import ParquetGrid
from tests.unit.sources.plain_folder import only, read_files


def parquet(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


def rows(path: Path) -> list[tuple[int, list[str] | None]]:
    return [(row.line, row.cells) for row in ParquetGrid(path, path.name).rows()]


def test_a_table_is_known_by_its_columns_and_lists_are_several_values(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "any.bin",
        {
            "id": ["v1", None, "v2"],
            "name": ["AN SAN 1", None, "PATRIOT"],
            "aliases": [["HOPE SEA", "RUI HONG 916"], None, []],
            "imo": [7303803.0, None, None],  # pandas makes floats of numbers as soon as one is missing
            "tonnage": pa.array([{"gt": 1}, None, None]),
        },
    )
    statements, report = read_files([path])
    first, second = only(Record, statements)
    assert first.names == (Name("HOPE SEA", NameKind.ALIAS), Name("RUI HONG 916", NameKind.ALIAS))
    assert (first.identifiers[0].value, first.provenance.file, first.provenance.line) == ("7303803", "any.bin", 1)
    assert (second.name, second.identifiers, second.provenance.line) == ("PATRIOT", (), 3)
    assert [(remark.line, remark.reason) for remark in report.remarks] == [
        (0, "the column tonnage holds records and not values; it is not read")
    ]
    assert report.kept == 2


def test_cells_of_every_type_are_text(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "a.parquet",
        {
            "day": pa.array([date(2018, 6, 29)]),
            "midnight": pa.array([datetime(2018, 6, 29)], pa.timestamp("ns")),
            "moment": pa.array([datetime(2018, 6, 29, 13, 5, tzinfo=UTC)], pa.timestamp("us", "UTC")),
            "flag": [True],
            "whole": pa.array([2**63], pa.uint64()),
            "part": [0.1 + 0.2],
            "none": pa.array([float("nan")]),
            "endless": pa.array([float("inf")]),
            "money": pa.array([Decimal("12.50")]),
            "bytes": pa.array(["ÅSA".encode()]),
            "kind": pa.array(["vessel"]).dictionary_encode(),
            "wide": pa.array(["x"], pa.large_string()),
            "nothing": pa.nulls(1),
            "numbers": [[1.0, None, 2.5]],
        },
    )
    days = ["2018-06-29", "2018-06-29", "2018-06-29 13:05:00+00:00"]
    numbers = ["true", "9223372036854775808", "0.3", "", "inf", "12.50"]
    assert rows(path)[1] == (1, [*days, *numbers, "ÅSA", "vessel", "x", "", "1; 2.5"])


def test_text_that_is_not_utf8_costs_its_letters_alone(tmp_path: Path) -> None:
    wrong = pa.array([b"\xc5SA", b"PATRIOT"]).view(pa.string())
    assert rows(parquet(tmp_path / "a.parquet", {"name": wrong})) == [
        (0, ["name"]),
        (1, ["\ufffdSA"]),
        (2, ["PATRIOT"]),
    ]


def test_rows_are_counted_through_all_batches_and_an_index_of_pandas_is_no_column(tmp_path: Path) -> None:
    count = 10_000
    path = parquet(
        tmp_path / "a.parquet", {"id": list(range(count)), "__index_level_0__": list(range(count))}, row_group_size=3000
    )
    found = rows(path)
    assert (len(found), found[1], found[-1]) == (count + 1, (1, ["0"]), (count, [str(count - 1)]))


def test_a_damaged_file_is_one_sentence(tmp_path: Path) -> None:
    whole = parquet(tmp_path / "whole.parquet", {"id": ["v1"], "name": ["AN SAN 1"]}).read_bytes()
    (tmp_path / "half.parquet").write_bytes(whole[: len(whole) // 2])
    gathered = gather([str(tmp_path / "half.parquet")])
    assert gathered.problems == ["half.parquet cannot be read as Parquet: it is damaged, or locked."]
    content = bytearray(whole)
    content[4:40] = b"\x15" + bytes(35)
    (tmp_path / "page.parquet").write_bytes(bytes(content))
    with pytest.raises(SourceError, match=r"^page\.parquet cannot be read as Parquet"):
        rows(tmp_path / "page.parquet")


def test_a_csv_file_that_begins_like_parquet_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("PAR1,id,name\nx,v1,AN SAN 1\n", encoding="utf-8")
    statements, _ = read_files([tmp_path / "a.csv"])
    assert [record.name for record in only(Record, statements)] == ["AN SAN 1"]


def test_parquet_of_foreign_columns_is_of_no_format(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", {"colour": ["red"]})
    assert gather([str(path)]).problems[0].startswith(f"{path} is of no format that graphkit reads;")
