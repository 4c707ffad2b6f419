"""What happened in order, worked out by hand: no false order, nothing without a date dropped, one change told once."""

from datetime import date
from pathlib import Path

from graphkit.analyse.day import as_of
from graphkit.analyse.timeline.timeline import TimelineOptions, timeline
from graphkit.model.answers import SourceRef, Timeline, TimelineEntry
from graphkit.model.vocabulary import Certainty
from graphkit.store.local import LocalStore
from tests.small_cases import small_case

ENTITIES = """
    id,kind,name,former_names,imo,built,flag,dissolved,source
    aurora,vessel,AURORA,SUNDOWN,9074729,1990,RU,,paper-a
    borealis,vessel,BOREALIS,,,,,,paper-a
    alpha,company,Alpha Crossing,,,,,2021-05,paper-a
    bravo,company,Bravo Meridian,,,,,,paper-a
    carol,person,Carol Quist,,,,,,paper-a
"""


def asked(case: LocalStore, who: str, *, on: str = "2023-01-01", days: int = 180, reach: int = 1) -> Timeline:
    return timeline(case, who, as_of(on), TimelineOptions(days=days, reach=reach))


def told(entries: tuple[TimelineEntry, ...]) -> list[tuple[str | None, str, str]]:
    """Date as printed, kind and words of each entry."""
    return [(each.date, each.kind, each.text) for each in entries]


def test_links_listings_events_and_dates_of_a_ship_stand_in_one_order(tmp_path: Path) -> None:
    links = """
        from,to,type,start,end,role
        alpha,aurora,OWNS,2010-01-01,2018-01-01,registered_owner
        bravo,aurora,OWNS,2018-01-01,,registered_owner
        carol,aurora,MANAGES,,,ship_manager
        aurora,carol,ACTS_FOR,2019-01-01,,
    """
    listings = """
        entity,authority,list,measure,listed,delisted
        aurora,UN,UN 1718,port_ban,2018-03-30,2019-03-30
    """
    events = """
        id,type,vessel,counterpart,start,end,area,certainty,source,note
        e1,sts_transfer,aurora,borealis,2018-06-29,2018-06-30,Yellow Sea,alleged,paper-a,at night
    """
    answer = asked(small_case(tmp_path, entities=ENTITIES, links=links, listings=listings, events=events), "AURORA")
    assert told(answer.entries) == [
        ("1990", "built", "built 1990"),
        ("2010-01-01", "owner_start", "owner from then: Alpha Crossing (registered owner)"),
        ("2018-01-01", "owner_end", "owner until then: Alpha Crossing (registered owner)"),
        ("2018-01-01", "owner_start", "owner from then: Bravo Meridian (registered owner)"),
        ("2018-03-30", "listing", "UN 1718 port ban"),
        ("2018-06-29", "sts_transfer", "sts transfer until 2018-06-30, Yellow Sea"),
        ("2019-01-01", "acts_for_start", "acts for from then: Carol Quist"),
        ("2019-03-30", "delisting", "UN 1718 port ban"),
    ]
    sts = answer.entries[5]
    assert ([each.name for each in sts.others], sts.certainty, sts.note) == (
        ["BOREALIS"],
        Certainty.ALLEGED,
        "at night",
    )
    assert sts.sources == (SourceRef("paper-a", file="events.csv", line=2),)
    assert (answer.entries[0].earliest, answer.entries[0].latest) == (date(1990, 1, 1), date(1990, 12, 31))
    assert told(answer.undated) == [
        (None, "flag", "flag RU"),
        (None, "imo", "imo 9074729"),
        (None, "manager", "manager: Carol Quist (ship manager)"),
        (None, "name", "AURORA (primary)"),
        (None, "name", "SUNDOWN (former)"),
    ]


def test_dates_that_overlap_are_given_no_false_order(tmp_path: Path) -> None:
    # In June, on some day of the last third of June, and on the 29th: only the last has a place of its own.
    events = """
        id,type,vessel,start
        e1,physical_alteration,aurora,2018-06
        e2,port_call,aurora,2018-06-20..2018-06-30
        e3,sighting,aurora,2018-06-29
        e4,ais_gap,aurora,before 2018-02
        e5,loitering,aurora,after 2018-12
        e6,sighting,aurora,2019-01-05
        e7,encounter,aurora,2018-09
    """
    entities = "id,kind,name\naurora,vessel,AURORA"
    answer = asked(small_case(tmp_path, entities=entities, events=events), "AURORA")
    assert [(each.kind, each.earliest, each.latest, each.order_known) for each in answer.entries] == [
        ("ais_gap", None, date(2018, 1, 31), True),
        ("physical_alteration", date(2018, 6, 1), date(2018, 6, 30), False),
        ("port_call", date(2018, 6, 20), date(2018, 6, 30), False),
        ("sighting", date(2018, 6, 29), date(2018, 6, 29), True),
        ("encounter", date(2018, 9, 1), date(2018, 9, 30), True),
        ("loitering", date(2019, 1, 1), None, False),
        ("sighting", date(2019, 1, 5), date(2019, 1, 5), True),
    ]


def test_an_event_since_a_day_is_on_that_day_or_later_and_a_holding_since_a_day_began_on_it(tmp_path: Path) -> None:
    links = "from,to,type,start\nalpha,aurora,OWNS,since 2018-02-13"
    events = "id,type,vessel,start\ne1,flag_change,aurora,since 2018-02-13"
    answer = asked(small_case(tmp_path, entities=ENTITIES, links=links, events=events), "AURORA")
    assert [(each.kind, each.earliest, each.latest) for each in answer.entries[1:]] == [
        ("owner_start", date(2018, 2, 13), date(2018, 2, 13)),
        ("flag_change", date(2018, 2, 13), None),
    ]


def test_what_is_later_than_the_day_is_left_out_and_counted_and_what_may_be_earlier_stays(tmp_path: Path) -> None:
    events = """
        id,type,vessel,start
        e1,sighting,borealis,2018-06-29
        e2,sighting,borealis,2018-06-30
        e3,sighting,borealis,2018
        e4,sighting,borealis,2019
    """
    case = small_case(tmp_path, entities=ENTITIES, events=events)
    on_the_day = asked(case, "BOREALIS", on="2018-06-29")
    assert ([each.date for each in on_the_day.entries], on_the_day.after_as_of) == (["2018", "2018-06-29"], 2)
    whenever = asked(case, "BOREALIS", on="any")
    assert ([each.date for each in whenever.entries], whenever.after_as_of) == (
        ["2018", "2018-06-29", "2018-06-30", "2019"],
        0,
    )


def test_a_stake_that_follows_another_of_the_same_holder_is_one_change_with_both_sources(tmp_path: Path) -> None:
    links = """
        from,to,type,share,start,end,role,source
        carol,alpha,OWNS,60,2015-01-01,2022-02-20,shareholder,paper-a#p1
        carol,alpha,OWNS,49,2022-02-20,,shareholder,paper-b#p2
    """
    case = small_case(tmp_path, entities=ENTITIES, links=links)
    answer = asked(case, "alpha crossing")
    assert told(answer.entries) == [
        ("2015-01-01", "owner_start", "owner from then: Carol Quist (shareholder, 60 %)"),
        ("2021-05", "dissolved", "dissolved 2021-05"),
        ("2022-02-20", "stake_change", "stake of Carol Quist: 60 % -> 49 %"),
    ]
    assert [(each.source, each.place) for each in answer.entries[2].sources] == [("paper-a", "p1"), ("paper-b", "p2")]
    assert len(answer.entries[2].ids) == 2
    assert told(asked(case, "carol quist").entries) == [
        ("2015-01-01", "holding_start", "holding from then: Alpha Crossing (shareholder, 60 %)"),
        ("2022-02-20", "stake_change", "stake in Alpha Crossing: 60 % -> 49 %"),
    ]


def test_that_a_second_stake_began_does_not_prove_that_the_first_ended(tmp_path: Path) -> None:
    links = """
        from,to,type,share,start,end
        carol,bravo,OWNS,60,2015-01-01,
        carol,bravo,OWNS,49,2022-02-20,
    """
    answer = asked(small_case(tmp_path, entities=ENTITIES, links=links), "bravo meridian")
    assert [each.kind for each in answer.entries] == ["owner_start", "owner_start"]


def test_the_day_after_the_last_day_of_a_stake_is_the_same_change_and_two_days_later_is_another(tmp_path: Path) -> None:
    links = """
        from,to,type,share,start,end
        carol,bravo,OWNS,60,,until 2021-06-30
        carol,bravo,OWNS,49,2021-07-01,until 2022-06-30
        carol,bravo,OWNS,20,2022-07-02,
    """
    answer = asked(small_case(tmp_path, entities=ENTITIES, links=links), "bravo meridian")
    assert [(each.kind, each.date) for each in answer.entries] == [
        ("stake_change", "until 2021-06-30 / 2021-07-01"),
        ("owner_end", "until 2022-06-30"),
        ("owner_start", "2022-07-02"),
    ]
    assert (answer.entries[0].earliest, answer.entries[0].latest) == (date(2021, 6, 30), date(2021, 7, 1))


def test_accounts_of_one_event_that_differ_on_the_day_are_both_told(tmp_path: Path) -> None:
    events = """
        id,type,vessel,start,certainty,source
        e1,sighting,borealis,2018-06-29,stated,paper-a
        e1,sighting,borealis,2018-07-02,alleged,paper-b
        e2,sighting,borealis,2019-01-01,stated,paper-a
        e2,sighting,borealis,,alleged,paper-b
    """
    answer = asked(small_case(tmp_path, entities=ENTITIES, events=events), "BOREALIS")
    assert [(each.date, each.text, [ref.source for ref in each.sources]) for each in answer.entries] == [
        ("2018-06-29", "sighting (accounts differ on the day)", ["paper-a"]),
        ("2018-07-02", "sighting (accounts differ on the day)", ["paper-b"]),
        ("2019-01-01", "sighting", ["paper-a", "paper-b"]),
    ]


def test_a_number_that_fails_its_check_is_told_as_not_used(tmp_path: Path) -> None:
    entities = "id,kind,name,imo\naurora,vessel,AURORA,9074720"
    answer = asked(small_case(tmp_path, entities=entities), "AURORA")
    assert ("imo", "imo 9074720 [bad checksum, not used]") in [(each.kind, each.text) for each in answer.undated]
