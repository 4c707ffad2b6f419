"""mapping.toml: what it may say, and one sentence with the place for whatever is wrong in it."""

from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.sources.mapped.mapping_file import read_mapping
from graphkit.sources.recognition import gather
from tests.unit.sources.page_folder import DATA, read_pages
from tests.unit.sources.plain_folder import remarks

LINKS = '[[table]]\npart = "links"\n[table.columns]\n"Owner" = "from"\n"Ship" = "to"\n'


def mapping(folder: Path, text: str) -> Path:
    path = folder / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[[table]\n",
            "mapping.toml is not TOML: Expected ']]' at the end of an array declaration (at line 1, column 8).",
        ),
        ("", "mapping.toml has no [[table]]; `graphkit map FILE` proposes one."),
        (f"colour = 1\n{LINKS}", "mapping.toml: 'colour' is no key of a mapping; everything stands under [[table]]."),
        (
            '[[table]]\npart = "link"\n',
            "mapping.toml, table 1: there is no table 'link'; the tables are entities, links, listings, events, "
            "reports, ships, ship_companies, ship_history, company_register. Did you mean 'links'?",
        ),
        (
            f'{LINKS}[[table]]\nfile = "a.csv"\n',
            "mapping.toml, table 2: part is missing; the tables are entities, links, listings, events, reports, ships, "
            "ship_companies, ship_history, company_register.",
        ),
        (
            '[[table]]\npart = "links"\n[table.column]\n',
            "mapping.toml, table 1: 'column' is no key; the keys are file, part, columns, fixed. "
            "Did you mean 'columns'?",
        ),
        (
            f'{LINKS}"Anteil" = "shares"\n',
            "mapping.toml, table 1: 'Anteil' goes to 'shares', which is no column of links. Did you mean 'share'?",
        ),
        (
            f'{LINKS}"Holder" = "from"\n',
            "mapping.toml, table 1: two columns go to 'from'; only one can.",
        ),
        (
            f'{LINKS}[table.fixed]\nkind = "OWNS"\n',
            "mapping.toml, table 1: fixed has 'kind', which is no column of links. Its columns are from, to, type, "
            "share, share_min, share_max, share_min_exclusive, share_max_exclusive, role, joint, start, end, "
            "certainty, source, visibility, wording.",
        ),
        (
            '[[table]]\npart = "links"\n[table.columns]\n"Owner" = "from"\n',
            "mapping.toml, table 1: the table links needs to; map a column to it, or fix it.",
        ),
        (
            f'{LINKS}"Anteil" = ["share"]\n',
            "mapping.toml, table 1: columns, 'Anteil' is neither a text nor a number nor a date.",
        ),
        (
            '[[table]]\npart = "links"\ncolumns = 3\n',
            "mapping.toml, table 1: columns is no table; write [table.columns] and under it one line for each column.",
        ),
        ("table = [1]\n", "mapping.toml, table 1 is no table; write [[table]] on a line of its own."),
        (
            '[[table]]\nfile = 3\npart = "links"\n',
            'mapping.toml, table 1: file is a pattern in quotes, such as "fleet*.csv".',
        ),
    ],
)
def test_what_is_wrong_in_a_mapping_is_one_sentence_with_the_place(text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        read_mapping(mapping(tmp_path, text))
    assert str(error.value) == sentence


def test_a_mapping_that_names_a_column_which_the_file_lacks_is_told_with_the_columns_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Eigner,Ship\nA,B\n", encoding="utf-8")
    mapping(tmp_path, LINKS)
    with pytest.raises(SourceError) as error:
        read_pages(tmp_path / "a.csv")
    assert str(error.value) == (
        "mapping.toml, table 1: a.csv has no column 'Owner', which goes to from; it has 'Eigner', 'Ship'."
    )


def test_a_foreign_table_is_read_by_the_mapping_beside_it() -> None:
    found = read_pages(DATA / "foreign" / "anteile.csv")
    assert found.links == [
        ("MUSTER HOLDING AG", "OWNS", "shareholder", "BEISPIEL REEDEREI GMBH"),
        ("UNKNOWN", "OWNS", "shareholder", "BEISPIEL REEDEREI GMBH"),
    ]
    first = found.all_links[0]
    assert first.share
    assert first.share.minimum == 66.6
    assert (first.provenance.source_id, first.provenance.file, first.provenance.line) == (
        "reg-example",
        "anteile.csv",
        2,
    )
    company = next(record for record in found.records if record.name == "BEISPIEL REEDEREI GMBH")
    assert [(number.scheme, number.value, number.country) for number in company.identifiers] == [
        ("registration_number", "HRB1001", "DE")
    ]
    assert remarks(found.report) == [
        (1, "the mapping leaves this column out", "Notar", False),
        (2, "a source that no sources table describes", "reg-example", False),
    ]


def test_what_is_fixed_fills_only_cells_that_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Owner,Ship,Kind\nA,9990014,MANAGES\nB,9990014,\n", encoding="utf-8")
    mapping(tmp_path, f'{LINKS}"Kind" = "type"\n[table.fixed]\ntype = "OWNS"\nstart = 2018-06-29\n')
    found = read_pages(tmp_path / "a.csv")
    assert [(link.type, link.start and link.start.text) for link in found.all_links] == [
        ("MANAGES", "2018-06-29"),
        ("OWNS", "2018-06-29"),
    ]


def test_one_file_may_be_ships_to_one_table_and_owners_to_another(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Owner|Ship|Flag\nA LTD|9990014|PA\n", encoding="utf-8")
    mapping(
        tmp_path,
        f'{LINKS}[table.fixed]\ntype = "OWNS"\n[[table]]\npart = "entities"\n'
        '[table.columns]\n"Ship" = "imo"\n"Flag" = "flag"\n[table.fixed]\nkind = "vessel"\n',
    )
    found = read_pages(tmp_path / "a.csv")
    assert [(record.id, record.kind) for record in found.records if record.standing == "entry"] == [
        ("own:imo-9990014", "vessel")
    ]
    assert [link.type for link in found.all_links] == ["OWNS"]


def test_a_mapping_that_makes_rows_internal_hides_rows_that_cannot_be_split_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Owner,Ship\nSECRET LTD,9990014,more\n", encoding="utf-8")
    mapping(tmp_path, f'{LINKS}[table.fixed]\nvisibility = "internal"\n')
    found = read_pages(tmp_path / "a.csv")
    assert remarks(found.report) == [(2, "the row has more cells than the header", "", True)]


def test_a_named_mapping_that_is_for_other_files_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Owner,Ship\nA,B\n", encoding="utf-8")
    path = mapping(tmp_path, LINKS.replace("[[table]]", '[[table]]\nfile = "b*.csv"'))
    assert gather([str(tmp_path / "a.csv")], mapping=path).problems[1:] == [
        "mapping.toml is for files called b*.csv, and none was named."
    ]
    assert gather([str(tmp_path / "a.csv")], mapping=tmp_path / "no.toml").problems[0] == (
        f"{tmp_path / 'no.toml'} does not exist."
    )


def test_a_mapping_above_a_file_counts_only_inside_the_folder_that_was_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.csv"
    path.write_text("Owner,Ship\nA,9990014\n", encoding="utf-8")
    mapping(tmp_path, LINKS)
    assert [source.name for source in gather([str(tmp_path)]).sources] == ["in-mapped"]
    assert gather([str(path)]).sources == []


def test_another_programs_mapping_toml_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("from,to,type\nA,B,OWNS\n", encoding="utf-8")
    mapping(tmp_path, "[tool]\nname = 1\n")
    gathered = gather([str(tmp_path)])
    assert gathered.problems == []
    assert [source.format for source in gathered.sources] == ["tables"]
    assert gathered.passed_over == ["mapping.toml is of no format that graphkit reads"]
