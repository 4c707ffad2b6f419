"""`graphkit map`: a mapping proposed by names of columns and by values, which a build reads as it stands."""

from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.model.mapping import ProposedMapping
from graphkit.present.mapping_text import mapping_text, quoted
from graphkit.sources.mapped.propose import propose
from graphkit.sources.mapped.values import kind_of
from tests.unit.sources.page_folder import DATA, Pages, read_pages


def proposal(folder: Path, text: str) -> ProposedMapping:
    path = folder / "foreign.csv"
    path.write_text(text, encoding="utf-8")
    return propose(path)


def by_column(proposed: ProposedMapping) -> dict[str, str]:
    return {column.column: column.to for column in proposed.columns}


def read_by_proposal(folder: Path, proposed: ProposedMapping) -> Pages:
    (folder / "mapping.toml").write_text(mapping_text(proposed, "foreign.csv"), encoding="utf-8")
    return read_pages(folder / "foreign.csv")


@pytest.mark.parametrize(
    ("text", "part", "columns"),
    [
        (
            "Schiffsname;IMO Nr;Eigentümer;Flagge\nBEISPIEL;9990014;REEDEREI BEISPIEL;PA\n",
            "ships",
            {"Schiffsname": "ship_name", "IMO Nr": "imo", "Eigentümer": "owner", "Flagge": "flag"},
        ),
        (
            "Empresa;Accionista;Participación;Desde\nEJEMPLO SA;PERSONA EJEMPLO;25 %;2018\n",
            "company_register",
            {"Empresa": "company", "Accionista": "holder", "Participación": "share", "Desde": "since"},
        ),
        (
            "ИМО;Судно;Роль;Компания\n9990014;ПРИМЕР;Operator;ООО ПРИМЕР\n",
            "ship_companies",
            {"ИМО": "imo", "Судно": "ship_name", "Роль": "role", "Компания": "company"},
        ),
        (
            "公司名称,股东名称,持股比例\n示例航运有限公司,示例,51%\n",
            "company_register",
            {"公司名称": "company", "股东名称": "holder", "持股比例": "share"},
        ),
        (
            "Vessel,Numero,Code,Where\nONE,9990014,351999001,PA\nTWO,9990026,351999002,MT\n",
            "ships",
            {"Vessel": "ship_name", "Numero": "imo", "Code": "mmsi", "Where": "flag"},
        ),
        ("holder,held,relation\nA,B,OWNS\n", "links", {"holder": "from", "held": "to", "relation": "type"}),
        (
            "party,list_name,designated\nA,X,2018\n",
            "listings",
            {"party": "entity", "list_name": "list", "designated": "listed"},
        ),
    ],
)
def test_a_table_is_proposed_by_its_words_and_by_its_values(
    text: str, part: str, columns: dict[str, str], tmp_path: Path
) -> None:
    proposed = proposal(tmp_path, text)
    assert (proposed.part, by_column(proposed)) == (part, columns)


def test_a_number_is_a_companys_when_its_values_pass_the_companys_check(tmp_path: Path) -> None:
    proposed = proposal(tmp_path, "Firma,IMO\nA LTD,6990019\nB LTD,6990022\n")
    assert (proposed.part, by_column(proposed), dict(proposed.fixed)) == (
        "entities",
        {"Firma": "name", "IMO": "company_imo"},
        {"kind": "company"},
    )


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["9990014", "9990026"], "imo"),
        (["6990019", "6990022"], "company_imo"),
        (["9990014"], ""),  # one number passes by chance one time in ten
        (["9990014", "9990015"], ""),
        (["351999001", "351999002"], "mmsi"),
        (["999999999", "123456789"], ""),
        (["51 %", "33,3 %"], "share"),
        (["PA", "MT"], "flag"),
        (["2018", "since 06/2018"], "date"),
        (["YES", "NO"], ""),
        (["x" * 500, "y" * 500], ""),
    ],
)
def test_the_values_of_a_column_say_what_it_is(values: list[str], kind: str) -> None:
    assert kind_of(values) == kind


def test_dates_over_a_word_that_is_not_known_are_told_and_not_guessed(tmp_path: Path) -> None:
    proposed = proposal(tmp_path, "Firma,Gesellschafter,Stempel\nA,B,2018\nA,C,2019\n")
    assert [(column.column, column.why) for column in proposed.left] == [("Stempel", "its values are dates")]


@pytest.mark.parametrize(
    "file",
    ["ships/management.csv", "ships/fleet.csv", "ships/flags.csv", "register/extract.csv", "foreign/anteile.csv"],
)
def test_what_is_proposed_is_read_at_once_and_says_what_the_page_says(file: str, tmp_path: Path) -> None:
    (tmp_path / "foreign.csv").write_bytes((DATA / file).read_bytes())
    found = read_by_proposal(tmp_path, propose(tmp_path / "foreign.csv"))
    assert found.report.rows
    if not file.startswith("foreign"):
        assert found.links == read_pages(DATA / file).links


def test_hostile_names_and_values_stay_inside_their_quotes_and_comments(tmp_path: Path) -> None:
    hostile = '"Schiff ""\n] = \u202e","IMO\x07",Bemerkung\nX,9990014,"=1+1\n[[table]]\u2066"\n'
    proposed = proposal(tmp_path, hostile.replace('Schiff ""', "Ship Name"))
    text = mapping_text(proposed, "foreign\n.csv")
    assert all(sign == "\n" or sign.isprintable() for sign in text)
    assert text.count("\n[[table]]\n") == 1
    found = read_by_proposal(tmp_path, proposed)
    assert [record.id for record in found.records] == ["own:imo-9990014"]


def test_a_text_in_quotes_is_toml() -> None:
    assert quoted('a "b" \\ \n\x7f\u202e') == '"a \\"b\\" \\\\ \\u000a\\u007f\\u202e"'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "a,b\n1,2\n",
            "foreign.csv: no table that graphkit reads has what these columns seem to say: 'a', 'b'; write a "
            "mapping.toml by hand, as docs/owners-by-hand.md shows.",
        ),
        ("only\n1\n", "foreign.csv is no table: its first row has fewer than two columns."),
        ("", "foreign.csv is no table: its first row has fewer than two columns."),
    ],
)
def test_a_table_that_fits_nothing_is_one_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        proposal(tmp_path, text)
    assert str(error.value) == sentence
