"""What a build makes of tables of one's own that share ids without knowing of each other."""

from pathlib import Path

from graphkit.case.folder import CaseFolder
from graphkit.session.building import BuildReport, build
from graphkit.session.opening import Case

SHIPS = {
    "ships.csv": "id,kind,name,imo\n1,vessel,AN SAN 1,7303803\n2,vessel,HOPE SEA,\n",
    "owners.csv": "from,to,type\nKOREA ANSAN,1,OWNS\n",
}
FIRMS = {
    "firms.csv": "id,kind,name,country\n1,company,KOREA ANSAN,KP\n2,company,ALPHA,CN\n",
    "links.csv": "from,to,type\n1,2,CONTROLS\n",
}
APART = "the id names different things, which are kept apart"


def folder(root: Path, name: str, texts: dict[str, str]) -> Path:
    (root / name).mkdir()
    for file, text in texts.items():
        (root / name / file).write_text(text, encoding="utf-8")
    return root / name


def links(case: Path) -> set[tuple[str, str, str]]:
    """Holder, type and held by their names."""
    names = {row["entity_id"]: row["name"] for row in CaseFolder(case).table("entities").to_pylist()}
    rows = CaseFolder(case).table("links").to_pylist()
    return {(names[row["from_id"]], row["type"], names[row["to_id"]]) for row in rows}


def noted(report: BuildReport) -> set[tuple[str, str, int, str, str]]:
    return {
        (load.source, remark.file, remark.line, remark.reason, remark.text)
        for load in report.loads
        for remark in load.remarks
    }


def test_two_tables_that_count_from_one_speak_of_four_things(tmp_path: Path) -> None:
    sources = [folder(tmp_path, "ships", SHIPS), folder(tmp_path, "firms", FIRMS)]
    report = build(sources, tmp_path / "case")
    assert links(tmp_path / "case") == {("KOREA ANSAN", "OWNS", "AN SAN 1"), ("KOREA ANSAN", "CONTROLS", "ALPHA")}
    assert noted(report) == {
        ("firms", "firms.csv", 2, APART, "1"),
        ("firms", "firms.csv", 3, APART, "2"),
        ("ships", "ships.csv", 2, APART, "1"),
        ("ships", "ships.csv", 3, APART, "2"),
    }
    assert {source.name: source.notes for source in report.manifest.sources} == {"firms": 2, "ships": 2}
    assert report.unresolved == ()


def test_a_table_that_comes_later_and_uses_the_same_ids_leaves_the_old_entity_ids_known(tmp_path: Path) -> None:
    case = tmp_path / "case"
    build([folder(tmp_path, "firms", FIRMS)], case)
    before = Case(case).find_one("ALPHA").id
    build([folder(tmp_path, "ships", SHIPS)], case, add=True)
    after = Case(case).find_one("ALPHA").id
    assert before != after
    assert Case(case).find_one(before).id == after
    build([], case, remove=["ships"])
    assert Case(case).find_one("ALPHA").id == before
    assert Case(case).find_one(after).id == before


def test_links_in_a_source_of_their_own_stay_open_where_an_id_names_two_things(tmp_path: Path) -> None:
    sources = [
        folder(tmp_path, "ships", {"ships.csv": SHIPS["ships.csv"]}),
        folder(tmp_path, "firms", {"firms.csv": FIRMS["firms.csv"]}),
        folder(tmp_path, "links", {"links.csv": "from,to,type\n1,KOREA ANSAN,OWNS\n"}),
    ]
    report = build(sources, tmp_path / "case")
    assert links(tmp_path / "case") == {("1", "OWNS", "KOREA ANSAN")}
    assert [(name, dataset, line, reason) for _, name, dataset, line, reason in report.unresolved] == [
        ("1", "links", 2, "2 parties fit equally by id of the row")
    ]


def test_tables_that_agree_on_their_ids_are_read_as_one(tmp_path: Path) -> None:
    more = {"more.csv": "id,kind,name,flag\n1,vessel,An San 1,KP\n"}
    report = build([folder(tmp_path, "ships", SHIPS), folder(tmp_path, "more", more)], tmp_path / "case")
    assert noted(report) == set()
    ship = Case(tmp_path / "case").find_one("own:1")
    assert (ship.id, ship.name) == ("vessel-imo-7303803", "AN SAN 1")


def test_of_an_internal_row_place_and_reason_are_told_and_not_the_id(tmp_path: Path) -> None:
    secret = {"secret.csv": "id,kind,name,visibility\n1,person,KIM,internal\n"}
    report = build([folder(tmp_path, "ships", SHIPS), folder(tmp_path, "secret", secret)], tmp_path / "case")
    assert noted(report) == {("secret", "secret.csv", 2, APART, ""), ("ships", "ships.csv", 2, APART, "1")}
