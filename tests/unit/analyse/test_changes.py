"""What is told of two builds of an invented group, each change worked out by hand."""

from pathlib import Path

import pytest

from graphkit.analyse.changes import DiffOptions
from graphkit.errors import CaseError, NotFound, WrongUse
from graphkit.model.answers.changes import Change, Diff
from graphkit.session.changes import diff
from graphkit.session.judging import Signature, judge
from tests.changing_case import ENTITIES, LINKS, LISTINGS, ChangingCase

SIGNED = Signature("one ship", "me", "2024-01-01T00:00:00+00:00")


@pytest.fixture
def case(tmp_path: Path) -> ChangingCase:
    made = ChangingCase(tmp_path)
    assert made.build() == "b0001"
    return made


def changed(case: ChangingCase, *only: str, old: str = "previous", new: str = "current") -> Diff:
    return diff(case.path, old, new, DiffOptions(only))


def told(answer: Diff) -> list[tuple[str, str, str, str, str]]:
    """Name, matter and change, what, before, after; ids differ from machine to machine only when names do."""
    return [(each.name, f"{each.matter} {each.change}", each.what, each.before, each.after) for each in answer.changes]


def one(answer: Diff) -> Change:
    (change,) = answer.changes
    return change


def test_nothing_is_told_of_the_same_tables_built_again(case: ChangingCase) -> None:
    case.build()
    assert changed(case).changes == ()
    assert changed(case).counts == ()


def test_a_listing_that_is_removed_is_told_with_the_verdicts_that_fall_with_it(case: ChangingCase) -> None:
    case.build_with({"listings": ("ivor,OFAC,X-1,2022-03-01,\n", "")})
    answer = changed(case, "listings", "verdicts")
    # Ivor himself, Holding (60 % his) and Shipping (60 % Holding's) are no longer blocked by OFAC; the EU's list stays.
    # The stakes are counted for the EU as before, so that the effective share of listed parties stays too.
    holding, ivor = (
        next(each.id for each in answer.changes if each.name == name)
        for name in ("Example Holding Ltd", "Ivor Example")
    )
    assert told(answer) == [
        ("Example Holding Ltd", "verdicts changed", "OFAC", f"yes (because of {ivor})", "no"),
        ("Example Shipping Ltd", "verdicts changed", "OFAC", f"yes (because of {holding})", "no"),
        ("Ivor Example", "listings gone", "OFAC X-1 asset_freeze", "since 2022-03-01", ""),
        ("Ivor Example", "verdicts changed", "OFAC", "yes", "no"),
    ]


def test_a_stake_that_falls_from_60_to_49_is_told_as_a_changed_owner(case: ChangingCase) -> None:
    case.build_with({"links": ("holding,shipping,OWNS,60", "holding,shipping,OWNS,49")})
    answer = changed(case)
    assert [each for each in told(answer) if each[1].startswith(("owners", "sources"))] == [
        (
            "Example Shipping Ltd",
            "owners changed",
            "OWNS shareholder",
            "60 %, 2017-01-15 to ?, stated",
            "49 %, 2017-01-15 to ?, stated",
        ),
        ("", "sources newer", "own", "read 2024-01-01, 12 rows", "read 2024-01-02, 12 rows"),
    ]
    verdicts = {
        (name, what): (before.split(" ")[0], after.split(" ")[0])
        for name, matter, what, before, after in told(answer)
        if matter == "verdicts changed"
    }
    # 60 % of 60 % was 36 %, 60 % of 49 % is 29.4 %; below 50 % Shipping is no longer reached, by neither authority.
    assert verdicts == {
        ("Example Shipping Ltd", "OFAC"): ("yes", "no"),
        ("Example Shipping Ltd", "EU"): ("yes", "no"),
        ("Example Shipping Ltd", "effective share of listed parties"): ("36", "29.4"),
        ("EXAMPLE STAR", "effective share of listed parties"): ("36", "29.4"),
    }
    owner = next(each for each in answer.changes if each.matter == "owners")
    assert owner.other == "Example Holding Ltd"


def test_owners_that_come_and_go_and_an_end_that_is_printed(case: ChangingCase) -> None:
    case.build(
        links=LINKS.replace("ivor,holding,OWNS,60", "mara,holding,OWNS,60").replace(
            "2018-03-01", "2018-03-01..2018-05-01"
        )
        + "    mara,moon,MANAGES,,2020-01-01,technical_manager\n"
    )
    found = [
        (each.name, each.matter, each.change, each.what, each.other)
        for each in changed(case, "owners", "links").changes
    ]
    assert found == [
        ("EXAMPLE MOON", "links", "new", "MANAGES technical manager", "Mara Example"),
        ("EXAMPLE STAR", "owners", "changed", "OWNS registered owner", "Example Shipping Ltd"),
        ("Example Holding Ltd", "owners", "gone", "OWNS shareholder", "Ivor Example"),
        ("Example Holding Ltd", "owners", "new", "OWNS shareholder", "Mara Example"),
    ]


def test_a_second_statement_about_a_holding_is_a_change_of_it(case: ChangingCase) -> None:
    case.build(links=LINKS + "    holding,shipping,OWNS,40,2017-01-15,shareholder\n")
    change = one(changed(case, "owners"))
    assert (change.change, change.before) == ("changed", "60 %, 2017-01-15 to ?, stated")
    assert change.after == "40 %, 2017-01-15 to ?, stated; also 60 %, 2017-01-15 to ?, stated"


def test_a_listing_that_is_delisted_or_dated_otherwise_is_the_same_listing(case: ChangingCase) -> None:
    case.build(
        listings=LISTINGS.replace("X-1,2022-03-01,", "X-1,2022-03-01,2023-12-01").replace(
            "Y-9,2018-03-30", "Y-9,2018-04-30"
        )
    )
    assert told(changed(case, "listings")) == [
        ("EXAMPLE MOON", "listings changed", "EU Y-9 asset_freeze", "since 2018-03-30", "since 2018-04-30"),
        (
            "Ivor Example",
            "listings delisted",
            "OFAC X-1 asset_freeze",
            "since 2022-03-01",
            "since 2022-03-01 until 2023-12-01",
        ),
    ]


def test_names_numbers_and_flags(case: ChangingCase) -> None:
    case.build_with({"entities": ("EXAMPLE MOON,vessel,7303803,KP", "EXAMPLE SUN,vessel,7303803,SL")})
    assert told(changed(case, "names")) == [
        ("EXAMPLE SUN", "names changed", "flag", "KP", "SL"),
        ("EXAMPLE SUN", "names gone", "name", "EXAMPLE MOON", ""),
        ("EXAMPLE SUN", "names new", "name", "", "EXAMPLE SUN"),
        ("EXAMPLE SUN", "names changed", "shown name", "EXAMPLE MOON", "EXAMPLE SUN"),
    ]


def test_new_and_vanished_entities_are_told_once_and_not_their_names(case: ChangingCase) -> None:
    case.build(entities=ENTITIES.replace("mara,Mara Example,person,,", "nina,Nina Example,person,,"))
    assert told(changed(case, "entities", "names")) == [
        ("Mara Example", "entities gone", "", "", ""),
        ("Nina Example", "entities new", "", "", ""),
    ]


TWO = ENTITIES + "    night,NORDLICHT,vessel,,PA\n"


def test_an_entity_that_was_merged_and_split_again_is_followed(tmp_path: Path) -> None:
    # NORDLICHT has a listing of its own. A person says that it is EXAMPLE STAR, and takes it back afterwards.
    case = ChangingCase(tmp_path)
    case.build(entities=TWO, listings=LISTINGS + "    night,OFAC,N-1,2021-01-01,\n")
    judge(case.path, "own:star", "own:night", "same", SIGNED)
    case.build()
    answer = changed(case, "entities", "listings")
    merged, listed = answer.changes
    assert (merged.matter, merged.change, merged.id, merged.other) == (
        "entities",
        "merged",
        "vessel-imo-9074729",
        "NORDLICHT",
    )
    assert (listed.id, listed.change, listed.what) == ("vessel-imo-9074729", "new", "OFAC N-1 asset_freeze")
    assert listed.note == f"came with {merged.other_id}, which is now the same entity"
    # The other way round, and after the judgement is turned round: NORDLICHT is an entity of its own again.
    back = changed(case, "entities", "listings", old="b0002", new="b0001")
    judge(case.path, "own:star", "own:night", "different", SIGNED)
    case.build()
    again = changed(case, "entities", "listings")
    for answer in (back, again):
        assert [(each.matter, each.change, each.name) for each in answer.changes] == [
            ("entities", "split", "EXAMPLE STAR"),
            ("listings", "gone", "EXAMPLE STAR"),
            ("listings", "new", "NORDLICHT"),
        ]
        assert answer.changes[0].other == "NORDLICHT"


def test_a_number_that_is_found_gives_a_new_id_and_nothing_else_is_told(case: ChangingCase) -> None:
    # A ship without a number is called by a hash; with one it is called by it, and is the same ship.
    case.build(entities=TWO, links=LINKS + "    holding,night,OWNS,100,2019-01-01,registered_owner\n")
    case.build_with({"entities": ("NORDLICHT,vessel,,PA", "NORDLICHT,vessel,8791667,PA")})
    answer = changed(case)
    assert [(each.matter, each.change, each.what, each.after) for each in answer.changes if each.id] == [
        ("names", "new", "imo", "8791667")
    ]
    assert answer.changes[0].id == "vessel-imo-8791667"


def test_a_source_that_is_dropped_takes_its_statements_with_it(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    press = tmp_path / "press"
    press.mkdir()
    (press / "links.csv").write_text("from,to,type\n9074729,7303803,LINKED_TO\n", encoding="utf-8")
    case.build(press)
    case.build()
    answer = changed(case)
    assert told(answer)[-1] == ("", "sources gone", "press", "read 2024-01-01, 1 rows", "")
    assert [(each.name, each.matter, each.change, each.other) for each in answer.changes if each.id] == [
        ("EXAMPLE MOON", "links", "gone", "EXAMPLE STAR")
    ]


def test_builds_are_named_by_id_by_word_and_by_folder(case: ChangingCase, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="has one build only, b0001: nothing to compare it with"):
        changed(case)
    other = ChangingCase(tmp_path / "other")
    other.build(entities=ENTITIES.replace("PA", "LR"))
    found = diff(case.path, "current", str(other.path), DiffOptions(("names",)))
    assert told(found) == [("EXAMPLE STAR", "names changed", "flag", "PA", "LR")]
    assert (found.old.case, found.old.build, found.new.build) == ("case", "b0001", "b0001")
    with pytest.raises(CaseError, match=r"'b0009' is no build of the case .* its builds: b0001 \(current: b0001\)"):
        diff(case.path, "b0009", "current")


def test_one_entity_is_asked_for_in_whichever_build_it_is(case: ChangingCase) -> None:
    case.build(
        entities=ENTITIES.replace("mara,Mara Example,person,,\n", ""),
        links=LINKS.replace("shipping,OWNS,60", "shipping,OWNS,49"),
    )
    asked = {
        who: diff(case.path, "previous", "current", DiffOptions(entity=who)) for who in ("Mara Example", "9074729")
    }
    assert [(each.matter, each.change) for each in asked["Mara Example"].changes] == [("entities", "gone")]
    assert {each.name for each in asked["9074729"].changes} == {"EXAMPLE STAR"}
    with pytest.raises(NotFound):
        diff(case.path, "previous", "current", DiffOptions(entity="Nobody"))
    with pytest.raises(WrongUse, match="--only 'colours' is none of entities, listings, owners"):
        changed(case, "colours")


def test_a_limit_shortens_what_is_told_and_not_what_is_counted(case: ChangingCase) -> None:
    case.build(entities=ENTITIES.replace("Example,person", "Sample,person"))
    whole = changed(case, "names")
    short = diff(case.path, "previous", "current", DiffOptions(("names",), each=1))
    assert (short.counts, short.truncated, whole.truncated) == (whole.counts, True, False)
    assert [(each.change, each.count, each.entities) for each in whole.counts] == [
        ("changed", 2, 2),
        ("gone", 2, 2),
        ("new", 2, 2),
    ]
    assert len(short.changes) == 3


def test_internal_statements_are_compared_only_when_asked_for(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    hidden = LISTINGS.replace("delisted\n", "delisted,visibility\n").replace(",\n", ",,public\n", 3)
    case.build(listings=hidden)
    case.build(listings=hidden + "    star,UK,S-1,2023-01-01,,internal\n")
    assert changed(case, "listings").changes == ()
    assert (
        one(diff(case.path, "previous", "current", DiffOptions(("listings",)), internal=True)).what
        == "UK S-1 asset_freeze"
    )
