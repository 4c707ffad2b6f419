"""Which party a mention means: one that fits alone, and nobody where two fit equally."""

import pytest

from graphkit.model.records import Record
from graphkit.model.resolution import Resolution
from graphkit.model.vocabulary import Kind, Scope
from graphkit.resolve.judgements import Judgement
from graphkit.resolve.pipeline import resolve
from tests.case_tables import (
    cell,
    company,
    crowd,
    entity_of,
    evidence,
    listing,
    mention,
    partition,
    person,
    place,
    resolved,
    tables_of,
    unresolved,
    verdicts,
    vessel,
)

ALONE = "no ship of that name with anything else in common"


def groups(resolution: Resolution) -> set[str]:
    return {" ".join(sorted(group)) for group in partition(resolution)}


def test_linked_to_joins_the_one_entry_of_that_name_and_says_by_what() -> None:
    resolution = resolved(company("23708", "KOREA ANSAN"), mention("23730/linked-1", "KOREA ANSAN"))
    assert groups(resolution) == {"23708 23730/linked-1"}
    reason = "primary name of an entry of the same list, as printed"
    assert verdicts(resolution) == {("23708", "23730/linked-1", "merge", reason)}
    assert evidence(resolution) == {("reference", "agrees", 30.0, reason)}
    assert unresolved(resolution) == set()


def test_an_alias_counts_only_where_no_primary_name_fits() -> None:
    assert groups(
        resolved(
            company("1", "ROSTEC", aliases=["ROSNEFT", "RT"]),
            company("2", "ROSNEFT"),
            mention("3", "ROSNEFT"),
            mention("4", "RT"),
        )
    ) == {"1 4", "2 3"}


def test_of_two_that_fit_equally_the_mention_is_joined_to_neither_and_both_are_put_up_for_review() -> None:
    resolution = resolved(
        company("20130", "MINISTRY OF STATE SECURITY"),
        company("25436", "MINISTRY OF STATE SECURITY"),
        mention("x", "MINISTRY OF STATE SECURITY"),
        mention("y", "MINISTRY OF STATE SECURITY"),
    )
    reason = "2 parties fit equally by primary name of an entry of the same list, as printed"
    assert groups(resolution) == {"20130", "25436", "x", "y"}
    assert unresolved(resolution) == {("x", reason), ("y", reason)}
    review = {row for row in verdicts(resolution) if row[2] == "review" and row[3] == reason}
    assert {row[:2] for row in review} == {("20130", "x"), ("25436", "x"), ("20130", "y"), ("25436", "y")}


def test_two_entries_that_are_one_party_do_not_make_a_mention_ambiguous() -> None:
    assert groups(
        resolved(
            vessel("1", "AN SAN 1", imo="7303803"), vessel("2", "AN SAN 1", imo="7303803"), mention("3", "AN SAN 1")
        )
    ) == {"1 2 3"}


def test_a_mention_that_nobody_bears_is_told_and_the_same_name_twice_is_one_party() -> None:
    resolution = resolved(
        company("1", "ROSTEC"),
        mention("2", "ROSNEFT OIL COMPANY", where=place(line=7)),
        mention("3", "Rosneft Oil Company", where=place(line=3)),
        mention("4", "ROSNEFT-OIL"),
    )
    assert groups(resolution) == {"1", "2 3", "4"}
    assert unresolved(resolution) == {(each, "no party of that name or number") for each in "234"}
    assert resolution.unresolved.set_index("record_id")["line"].to_dict() == {"2": 7, "3": 3, "4": 1}
    assert ("2", "3", "merge", "the same name, twice unresolved in one list") in verdicts(resolution)


def test_the_same_unresolved_name_in_two_lists_is_two_parties() -> None:
    said = {"ofac": [mention("ofac:1", "ROSTEC")], "un": [mention("un:1", "ROSTEC")]}
    assert groups(resolve(tables_of(said))) == {"ofac:1", "un:1"}


def test_the_same_unresolved_name_in_two_tables_of_ones_own_is_one_party() -> None:
    said = {"one": [cell("Ocean Star")], "two": [cell("OCEAN STAR")]}
    assert groups(resolve(tables_of(said))) == {"own:ref/OCEAN STAR own:ref/Ocean Star"}


def test_an_unresolved_name_of_a_ship_and_of_a_company_is_two_parties() -> None:
    ship, firm = (mention(each, "KOTI", kind=kind) for each, kind in (("1", Kind.VESSEL), ("2", Kind.COMPANY)))
    assert groups(resolved(ship, firm)) == {"1", "2"}


def test_placeholders_are_parties_of_their_own_and_join_nothing() -> None:
    resolution = resolved(
        mention("1", "UNKNOWN", scope=None),
        mention("2", "UNKNOWN"),
        mention("3", "REPORTED SOLD UNDISCLOSED INTEREST"),
        mention("4", "REPORTED SOLD UNDISCLOSED INTEREST"),
        company("5", "UNKNOWN"),
        company("6", "UNKNOWN"),
    )
    assert groups(resolution) == {"1", "2", "3", "4", "5", "6"}
    assert unresolved(resolution) == set()


@pytest.mark.parametrize("text", ["an-san-1", "7303803", "IMO 7303803", "An-San 1", "eu:1"])
def test_a_cell_names_a_ship_by_id_number_or_name(text: str) -> None:
    said = {
        "own": [vessel("own:an-san-1", "AN SAN 1", imo="7303803"), vessel("own:other", "HOPE SEA"), cell(text)],
        "eu": [vessel("eu:1", "AN SAN 1", imo="7303803")],
    }
    assert groups(resolve(tables_of(said))) == {f"eu:1 own:an-san-1 own:ref/{text}", "own:other"}


def test_a_cell_with_an_id_means_that_row_though_a_number_of_another_is_the_same() -> None:
    said = [company("own:7303803", "ALPHA"), vessel("eu:1", "AN SAN 1", imo="7303803"), cell("7303803")]
    assert groups(resolved(*said)) == {"own:7303803 own:ref/7303803", "eu:1"}


def test_the_row_of_an_unknown_owner_is_named_by_its_id() -> None:
    assert groups(resolved(company("own:x", "UNKNOWN"), company("own:y", "UNKNOWN"), cell("x"))) == {
        "own:ref/x own:x",
        "own:y",
    }


def test_a_mention_with_a_hulls_number_is_not_joined_to_another_hull_of_that_name() -> None:
    resolution = resolved(vessel("1", "ZEUS", imo="7303803"), mention("2", "ZEUS", kind=Kind.VESSEL, imo="9003550"))
    assert groups(resolution) == {"1", "2"}
    assert unresolved(resolution) == {("2", "no party of that name or number")}


def in_prose(record_id: str, name: str, **stated: str) -> Record:
    return mention(record_id, name, kind=Kind.VESSEL, scope=Scope.PROSE, said=stated)


def test_a_ship_named_in_running_text_needs_more_than_its_name() -> None:
    ship = vessel("eu", "AN SAN 1", imo="7303803", regime="KP", flag="KP")
    strangers = crowd(Kind.VESSEL)
    bare = resolved(ship, in_prose("un", "AN SAN 1"), vessel("other", "AN SAN 1", imo="9003550"), *strangers)
    assert groups(bare) == {"eu", "other", "un"}
    assert unresolved(bare) == {("un", ALONE)}
    told = resolved(ship, in_prose("un", "AN SAN 1", regime="KP", country="KP"), *strangers)
    assert groups(told) == {"eu un"}
    assert evidence(told) == {
        ("name", "agrees", 11.5, "ANSAN#1"),  # AN has two letters: 4 bits at most
        ("regime", "agrees", 4.0, "KP"),
        ("country", "agrees", 3.0, "KP"),  # "DPRK tanker" agrees with the flag
        ("only_bearer", "agrees", 3.0, "the only ship of that name in the build"),
    }
    assert told.pairs["match_weight"].tolist() == [21.5]


def test_a_ship_in_running_text_is_not_its_sister_and_not_a_company_of_its_name() -> None:
    resolution = resolved(
        *(vessel("1", "AN SAN 2", regime="KP"), company("2", "AN SAN 1")),
        in_prose("3", "AN SAN 1", regime="KP"),
        *crowd(Kind.VESSEL),
    )
    assert groups(resolution) == {"1", "2", "3"}


def test_two_ships_that_fit_a_running_text_are_joined_to_neither() -> None:
    ships = [vessel(each, "AN SAN 1", imo=imo, regime="KP") for each, imo in (("1", "7303803"), ("2", "9003550"))]
    resolution = resolved(*ships, in_prose("3", "AN SAN 1", regime="KP"), *crowd(Kind.VESSEL))
    assert groups(resolution) == {"1", "2", "3"}
    assert unresolved(resolution) == {("3", "several ships of that name fit")}
    assert {row[:3] for row in verdicts(resolution)} == {("1", "3", "review"), ("2", "3", "review")}


def test_a_former_name_counts_less_for_a_ship_in_running_text() -> None:
    ship = vessel("1", "JANUS GOOD", former=["HORSE BLACK"], regime="KP")
    resolution = resolved(ship, in_prose("2", "HORSE BLACK", flag="KP"), *crowd(Kind.VESSEL))
    assert unresolved(resolution) == {("2", ALONE)}
    assert ("name", "agrees", 10.0, "HORSEBLACK") in evidence(resolution)


def test_a_persons_word_settles_a_mention_that_fits_two() -> None:
    # On a list whose entries have no numbers of their own nothing else tells the two apart.
    said = [company("1", "STAR ALPHA"), company("2", "STAR ALPHA"), mention("3", "STAR ALPHA")]
    resolution = resolved(*said, judgements=[Judgement("2", "3", "same")])
    assert groups(resolution) == {"1", "2 3"}
    assert unresolved(resolution) == set()


def test_mentions_are_joined_alike_whatever_stands_around_them() -> None:
    said = (person("1", "KIM"), mention("2", "KIM"), mention("3", "LEE"), listing("1", "OFAC", "1"))
    assert entity_of(resolved(*said)) == entity_of(resolved(*said[::-1]))
