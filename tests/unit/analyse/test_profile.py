"""Everything stated about one party: nothing is left out for its date, and each statement keeps its source."""

from pathlib import Path

from graphkit.analyse.day import as_of
from graphkit.analyse.profile import profile
from graphkit.model.answers import KnownFact, SourceRef
from graphkit.model.vocabulary import Status
from tests.small_cases import small_case

ENTITIES = """
    id,kind,name,former_names,imo,flag,source
    aurora,vessel,AURORA,SUNDOWN,9074729,RU,paper-a#p1
    aurora,vessel,AURORA,,9074720,KP,paper-b
    borealis,vessel,BOREALIS,,,,paper-a
    alpha,company,Alpha Crossing,,,,paper-a
    bravo,company,Bravo Meridian,,,,paper-a
    carol,person,Carol Quist,,,,paper-a
"""


def test_links_are_told_whatever_their_dates_and_say_whether_they_hold_that_day(tmp_path: Path) -> None:
    links = """
        from,to,type,start,end
        alpha,aurora,OWNS,2010-01-01,2018-01-01
        bravo,aurora,OWNS,2018,
        carol,aurora,MANAGES,,
        aurora,carol,ACTS_FOR,2030-01-01,
        aurora,borealis,OWNS,,
    """
    case = small_case(tmp_path, entities=ENTITIES, links=links)
    answer = profile(case, "AURORA", as_of("2018-06-29"))
    assert [(held.entity.name, held.link.type.value, held.link.holds) for held in answer.holders] == [
        ("Alpha Crossing", "OWNS", "no"),
        ("Bravo Meridian", "OWNS", "possible"),
        ("Carol Quist", "ACTS_FOR", "no"),
        ("Carol Quist", "MANAGES", "certain"),
    ]
    assert [(held.entity.name, held.link.holds) for held in answer.holdings] == [("BOREALIS", "certain")]


def test_a_number_that_fails_its_check_is_shown_as_failed_and_never_as_the_ships_number(tmp_path: Path) -> None:
    answer = profile(small_case(tmp_path, entities=ENTITIES), "AURORA", as_of("2018-06-29"))
    assert answer.entity.identifiers == {"imo": "9074729"}
    assert [fact for fact in answer.facts if fact.property in {"imo", "flag"}] == [
        KnownFact("imo", "9074720", (SourceRef("paper-b", file="entities.csv", line=3),), valid="bad_checksum"),
        KnownFact("imo", "9074729", (SourceRef("paper-a", place="p1", file="entities.csv", line=2),), valid="ok"),
        KnownFact("flag", "KP", (SourceRef("paper-b", file="entities.csv", line=3),)),
        KnownFact("flag", "RU", (SourceRef("paper-a", place="p1", file="entities.csv", line=2),)),
    ]
    assert [(each.name, each.kind.value) for each in answer.names] == [("AURORA", "primary"), ("SUNDOWN", "former")]


def test_listings_of_every_measure_are_told_with_their_status(tmp_path: Path) -> None:
    listings = """
        entity,authority,measure,listed,delisted
        aurora,OFAC,advisory,2018-01-01,
        aurora,EU,asset_freeze,,
        aurora,UN,port_ban,2010-01-01,2012-01-01
    """
    answer = profile(small_case(tmp_path, entities=ENTITIES, listings=listings), "AURORA", as_of("2018-06-29"))
    assert [(each.authority, each.status) for each in answer.listings] == [
        ("EU", Status.UNKNOWN),
        ("OFAC", Status.YES),
        ("UN", Status.NO),
    ]
    assert answer.entity.sanctioned is Status.UNKNOWN


def test_an_event_told_by_two_sources_is_one_event_in_the_words_of_the_surest(tmp_path: Path) -> None:
    events = """
        id,type,vessel,counterpart,start,area,certainty,source,note
        e2,sts_transfer,aurora,borealis,2018-06-29,Yellow Sea,alleged,paper-b,at night
        e2,sts_transfer,aurora,borealis,2018-06-29,East China Sea,stated,paper-a,by day
        e1,sighting,aurora,,2018-01-01,,stated,paper-a,
    """
    answer = profile(small_case(tmp_path, entities=ENTITIES, events=events), "AURORA", as_of("2018-06-29"))
    assert [
        (each.id, each.type, each.area, each.note, [other.name for other in each.others]) for each in answer.events
    ] == [
        ("own:event/e1", "sighting", "", "", []),
        ("own:event/e2", "sts_transfer", "East China Sea", "by day", ["BOREALIS"]),
    ]
    assert [ref.source for ref in answer.events[1].sources] == ["paper-a", "paper-b"]
