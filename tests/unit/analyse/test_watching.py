"""A list of one's own, watched over two builds of an invented group."""

from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.model.answers.changes import Watch
from graphkit.session.changes import list_rows, watch
from tests.changing_case import ENTITIES, LISTINGS, ChangingCase


def watched(case: ChangingCase, folder: Path, text: str, name: str = "fleet.txt") -> Watch:
    (folder / name).write_text(text, encoding="utf-8")
    return watch(case.path, folder / name)


def test_a_new_listing_of_an_owner_far_above_is_a_change_of_the_watched_ship(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    case.build()
    case.build(listings=LISTINGS + "    ivor,UK,Z-1,2023-12-01,\n    mara,UK,Z-2,2023-12-01,\n")
    answer = watched(case, tmp_path, "EXAMPLE STAR\n")
    (party,) = answer.watched
    assert (party.line, party.name, party.above) == (1, "EXAMPLE STAR", 3)  # Shipping, Holding, Ivor
    # Ivor is listed; Holding and Shipping are his by more than 50 % each. Mara stands above nobody.
    assert [(each.name, each.matter, each.what) for each in answer.changes] == [
        ("Example Holding Ltd", "verdicts", "UK"),
        ("Example Shipping Ltd", "verdicts", "UK"),
        ("Ivor Example", "listings", "UK Z-1 asset_freeze"),
        ("Ivor Example", "verdicts", "UK"),
    ]
    assert {each.concerns for each in answer.changes} == {("vessel-imo-9074729",)}
    # The ship below a watched company does not concern it, nor does anything when nothing above it changed.
    assert watched(case, tmp_path, "Mara Example").counts[0].matter == "listings"
    assert watched(case, tmp_path, "EXAMPLE MOON").changes == ()


def test_an_owner_that_is_gone_and_a_party_that_vanished_are_told(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    case.build()
    case.build(
        entities=ENTITIES.replace("ivor,Ivor Example,person,,\n", ""),
        links="from,to,type,share,start,role\n    shipping,star,OWNS,100,2018-03-01,registered_owner\n",
        listings="entity,authority,reference,listed\n    moon,EU,Y-9,2018-03-30\n",
    )
    answer = watched(case, tmp_path, "9074729\nIvor Example\n")
    assert [each.name for each in answer.watched] == ["EXAMPLE STAR", "Ivor Example"]
    told = [(each.name, each.matter, each.change) for each in answer.changes if each.matter in {"entities", "owners"}]
    assert told == [
        ("Example Holding Ltd", "owners", "gone"),
        ("Example Shipping Ltd", "owners", "gone"),
        ("Ivor Example", "entities", "gone"),
    ]


def test_rows_that_name_nobody_or_several_are_told_and_the_others_watched(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    twins = ENTITIES + "    twin1,TWIN,vessel,8791667,PA\n    twin2,TWIN,vessel,9003550,PA\n"
    case.build(entities=twins)
    case.build()
    answer = watched(
        case,
        tmp_path,
        "name,imo\nEXAMPLE STAR,9074729\nTWIN,\nTWIN,8791667\nEXAMPLE STAR,1234567\n,\ntoo,many,cells\n=1+1,\n",
        "fleet.csv",
    )
    assert [(each.line, each.text, each.id) for each in answer.watched] == [
        (2, "imo 9074729", "vessel-imo-9074729"),
        (4, "imo 8791667", "vessel-imo-8791667"),
    ]
    # The name on line 5 is known, its number is not: it may be another ship.
    assert [(each.line, each.reason.split(";")[0].split(".")[0]) for each in answer.unresolved] == [
        (3, "2 entities answer to 'TWIN'"),
        (5, "Nothing in the case answers to 'imo 1234567'"),
        (7, "the row has more cells than the header"),
        (8, "Nothing in the case answers to '=1+1'"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("a.txt", "# ours\nSTAR\n\n  MOON, THE \n", [(2, ("STAR",)), (4, ("MOON, THE",))]),
        ("a.csv", "STAR\nMOON\n", [(1, ("STAR",)), (2, ("MOON",))]),
        ("a.csv", "STAR\n", [(1, ("STAR",))]),
        ("a.csv", "Entity,Note\nvessel-1,x\n", [(2, ("vessel-1",))]),
        ("a.tsv", "Company IMO\tName\n5676084\tA\n\tB\n", [(2, ("company imo 5676084",)), (3, ("B",))]),
    ],
)
def test_a_list_is_read_with_and_without_a_header(
    tmp_path: Path, name: str, text: str, rows: list[tuple[int, tuple[str, ...]]]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert list_rows(tmp_path / name) == (rows, [])


def test_a_list_that_is_missing_or_empty_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no file no\.txt; name a list of parties"):
        list_rows(tmp_path / "no.txt")
    (tmp_path / "empty.txt").write_text("\n# nobody\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"empty\.txt names nobody"):
        list_rows(tmp_path / "empty.txt")
