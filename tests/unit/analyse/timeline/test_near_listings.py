"""What changed within days of a listing, worked out by hand; patterns are indicators, no date proves no nearness."""

from pathlib import Path

import pytest

from graphkit.analyse.day import as_of
from graphkit.analyse.timeline.spans import Span, days_from, days_in_words, within
from graphkit.analyse.timeline.timeline import TimelineOptions, timeline
from graphkit.model.answers import NearListing
from graphkit.model.vocabulary import Certainty, Measure
from graphkit.store.local import LocalStore
from tests.small_cases import small_case

ENTITIES = """
    id,kind,name,address,source
    aurora,vessel,AURORA,,paper-a
    alpha,company,Alpha Crossing,,paper-a
    boris,person,Boris Orlov,,paper-a
    olga,person,Olga Orlova,,paper-a
    delta,company,Delta Bulk,"1 Pier Road, Limassol",paper-a
    echo,company,Echo Tankers,"1 PIER ROAD  Limassol",paper-b
    foxtrot,company,Foxtrot Holding,,paper-a
"""
# Boris is listed on 28 February 2022; eight days before, 60 % became 49 % and his wife took up 11 %.
DIVESTED = """
    from,to,type,share,start,end,role,source
    alpha,aurora,OWNS,,2010,,registered_owner,paper-a
    boris,alpha,OWNS,60,2015-01-01,2022-02-20,shareholder,paper-a
    boris,alpha,OWNS,49,2022-02-20,,shareholder,paper-b
    olga,alpha,OWNS,11,2022-02-20,,shareholder,paper-b
    olga,boris,FAMILY_OF,,,,wife,paper-c
"""
LISTED = """
    entity,authority,list,measure,listed,reference,source
    boris,EU,EU 269,asset_freeze,2022-02-28,7,eu-oj
"""


def near(
    case: LocalStore, who: str, *, on: str = "2023-01-01", options: TimelineOptions | None = None
) -> tuple[NearListing, ...]:
    return timeline(case, who, as_of(on), options).near_listings


def indicators(listing: NearListing) -> list[tuple[str, str, str]]:
    return [(each.pattern, each.within, each.text) for each in listing.indicators]


def patterns(listing: NearListing) -> list[str]:
    return [each.pattern for each in listing.indicators]


def test_a_stake_brought_to_49_percent_and_a_rest_that_went_to_the_wife_are_told_near_the_listing(
    tmp_path: Path,
) -> None:
    case = small_case(tmp_path, entities=ENTITIES, links=DIVESTED, listings=LISTED)
    (listing,) = near(case, "Alpha Crossing")
    assert (listing.party.name, listing.hops, listing.date, listing.listings) == (
        "Boris Orlov",
        1,
        "2022-02-28",
        ("EU 7 asset freeze",),
    )
    assert [
        (each.entry.text, each.days_min, each.days_max, each.within, each.distance) for each in listing.changes
    ] == [
        ("owner from then: Olga Orlova (shareholder, 11 %)", -8, -8, "certain", "8 days before the listing"),
        ("stake of Boris Orlov: 60 % -> 49 %", -8, -8, "certain", "8 days before the listing"),
    ]
    assert indicators(listing) == [
        (
            "divestment_below_threshold",
            "certain",
            "stake fell from 60 % to 49 %, 8 days before the listing: now below 50 %",
        ),
        (
            "transfer_to_relative_or_associate",
            "certain",
            "stake of Boris Orlov: 60 % -> 49 %, 8 days before the listing; owner from then: Olga Orlova (shareholder,"
            " 11 %), 8 days before the listing; the party that takes it up is family of it (FAMILY_OF, wife, undated)",
        ),
    ]
    assert {each.certainty for each in listing.indicators} == {Certainty.SUSPECTED}
    transfer = listing.indicators[1]
    assert [link.type.value for link in transfer.links] == ["FAMILY_OF"]
    assert [ref.source for ref in transfer.sources] == ["paper-a", "paper-b", "paper-b", "paper-c"]


@pytest.mark.parametrize("who", ["Boris Orlov", "AURORA"])
def test_the_same_is_told_from_the_listed_party_and_from_the_ship_two_steps_below(tmp_path: Path, who: str) -> None:
    case = small_case(tmp_path, entities=ENTITIES, links=DIVESTED, listings=LISTED)
    (listing,) = near(case, who, options=TimelineOptions(reach=2))
    assert (listing.party.name, listing.hops) == ("Boris Orlov", 0 if who == "Boris Orlov" else 2)
    assert patterns(listing) == ["divestment_below_threshold", "transfer_to_relative_or_associate"]


def test_one_step_up_does_not_reach_the_owner_of_the_owner(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=ENTITIES, links=DIVESTED, listings=LISTED)
    assert near(case, "AURORA") == ()


def test_beyond_the_days_asked_for_nothing_is_near(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=ENTITIES, links=DIVESTED, listings=LISTED)
    (listing,) = near(case, "Alpha Crossing", options=TimelineOptions(days=7))
    assert (listing.changes, listing.indicators) == ((), ())
    (listing,) = near(case, "Alpha Crossing", options=TimelineOptions(days=8))
    assert len(listing.changes) == 2


def test_a_listing_later_than_the_day_asked_about_is_not_there_yet(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=ENTITIES, links=DIVESTED, listings=LISTED)
    assert near(case, "Alpha Crossing", on="2022-02-27") == ()


def test_near_a_listing_without_a_date_is_unknown_and_never_claimed(tmp_path: Path) -> None:
    listings = LISTED.replace("2022-02-28", "")
    case = small_case(tmp_path, entities=ENTITIES, links=DIVESTED, listings=listings)
    answer = timeline(case, "Alpha Crossing", as_of("2023-01-01"))
    (listing,) = answer.near_listings
    assert (listing.near, listing.changes, listing.indicators) == ("unknown", (), ())
    assert listing.note == (
        "without a date; on its list by 2020-01-01: when it began is not said, and so is what lies near it"
    )
    assert [each.kind for each in answer.undated] == ["listing_of_holder", "name"]


def test_only_listings_that_sanction_count_unless_others_are_asked_for(tmp_path: Path) -> None:
    listings = LISTED.replace("asset_freeze", "advisory")
    case = small_case(tmp_path, entities=ENTITIES, links=DIVESTED, listings=listings)
    assert near(case, "Alpha Crossing") == ()
    (listing,) = near(case, "Alpha Crossing", options=TimelineOptions(measures=frozenset(Measure)))
    assert listing.listings == ("EU 7 advisory",)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("60", "49", "now below 50 %"),
        ("50", "49", "now below 50 %"),
        ("51", "50", "now no more than 50 %"),
        ("49", "30", None),  # it was under the threshold already
        ("60", "51", None),
        ("40", "60", None),
    ],
)
def test_which_threshold_a_stake_fell_under(tmp_path: Path, before: str, after: str, expected: str | None) -> None:
    links = f"""
        from,to,type,share,start,end
        boris,alpha,OWNS,{before},,2022-02-20
        boris,alpha,OWNS,{after},2022-02-20,
    """
    (listing,) = near(small_case(tmp_path, entities=ENTITIES, links=links, listings=LISTED), "Alpha Crossing")
    assert [text.partition(": ")[2] for _, _, text in indicators(listing)] == ([expected] if expected else [])


def test_a_range_falls_under_a_threshold_only_where_no_share_of_it_is_above(tmp_path: Path) -> None:
    links = """
        from,to,type,share_min,share_max,share_max_exclusive,start,end
        boris,alpha,OWNS,50,75,,,2022-02-20
        boris,alpha,OWNS,25,50,{exclusive},2022-02-20,
    """
    for place, (exclusive, expected) in enumerate((("", []), ("true", ["divestment_below_threshold"]))):
        own = links.replace("{exclusive}", exclusive)
        case = small_case(tmp_path / str(place), entities=ENTITIES, links=own, listings=LISTED)
        assert patterns(near(case, "Alpha Crossing")[0]) == expected


def test_a_stake_that_ended_is_a_divestment_unless_another_of_the_holder_goes_on(tmp_path: Path) -> None:
    ended = "from,to,type,share,start,end\nboris,alpha,OWNS,60,,2022-02-20\n"
    case = small_case(tmp_path / "1", entities=ENTITIES, links=ended, listings=LISTED)
    assert indicators(near(case, "Alpha Crossing")[0]) == [
        (
            "divestment_below_threshold",
            "certain",
            "stake of 60 % ended, 8 days before the listing; no later one is stated",
        )
    ]
    goes_on = f"{ended}boris,alpha,OWNS,55,2022,\n"
    case = small_case(tmp_path / "2", entities=ENTITIES, links=goes_on, listings=LISTED)
    listing = near(case, "Alpha Crossing")[0]
    assert "divestment_below_threshold" not in patterns(listing)


def test_dates_that_are_ranges_give_ranges_of_days_and_only_a_possible_nearness(tmp_path: Path) -> None:
    links = """
        from,to,type,share,start,end
        boris,alpha,OWNS,60,,2021
        boris,alpha,OWNS,49,2021,
    """
    case = small_case(tmp_path, entities=ENTITIES, links=links, listings=LISTED)
    (listing,) = near(case, "Alpha Crossing")
    # From 1 January 2021 to 28 February 2022 are 423 days, from 31 December 59.
    assert [(each.days_min, each.days_max, each.within) for each in listing.changes] == [(-423, -59, "possible")]
    assert [each.within for each in listing.indicators] == ["possible"]


def test_a_change_without_a_date_is_counted_as_what_nobody_can_place(tmp_path: Path) -> None:
    links = "from,to,type,role\nboris,aurora,OWNS,registered_owner\nalpha,aurora,MANAGES,ship_manager"
    case = small_case(tmp_path, entities=ENTITIES, links=links, listings=LISTED)
    answer = timeline(case, "AURORA", as_of("2023-01-01"))
    assert (answer.undated_changes, answer.near_listings[0].changes) == (2, ())


TRANSFERRED = """
    from,to,type,start,end,role
    delta,aurora,OWNS,,2022-03-10,registered_owner
    echo,aurora,OWNS,2022-03-15,,registered_owner
"""
DELTA_LISTED = "entity,authority,measure,listed\ndelta,OFAC,asset_freeze,2022-03-01"


@pytest.mark.parametrize(
    ("tie", "expected"),
    [
        ("olga,delta,ASSOCIATE_OF,,,", []),  # Olga has nothing to do with the buyer
        ("echo,delta,ASSOCIATE_OF,,,", ["transfer_to_relative_or_associate"]),
        ("echo,delta,ACTS_FOR,,,", ["transfer_to_relative_or_associate"]),
        ("echo,delta,NOMINEE_FOR,,,", ["transfer_to_relative_or_associate"]),
        ("echo,delta,DIRECTS,,,official", ["transfer_to_relative_or_associate"]),
        ("delta,echo,DIRECTS,,,director", ["transfer_to_relative_or_associate"]),
        ("delta,echo,OWNS,,,parent", ["transfer_to_sister_company"]),
        ("foxtrot,delta,OWNS,,,parent\nfoxtrot,echo,CONTROLS,,,", ["transfer_to_sister_company"]),
    ],
)
def test_a_ship_that_passes_to_a_party_joined_to_the_listed_one(tmp_path: Path, tie: str, expected: list[str]) -> None:
    entities = ENTITIES.replace('"1 PIER ROAD  Limassol"', "")
    case = small_case(tmp_path, entities=entities, links=f"{TRANSFERRED}{tie}", listings=DELTA_LISTED)
    (listing,) = near(case, "AURORA")
    assert patterns(listing) == expected
    assert [each.distance for each in listing.changes] == ["9 days after the listing", "14 days after the listing"]


def test_two_companies_stated_at_one_address_are_told_as_sisters_with_a_word_of_caution(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=ENTITIES, links=TRANSFERRED, listings=DELTA_LISTED)
    (listing,) = near(case, "AURORA")
    (indicator,) = listing.indicators
    assert indicator.pattern == "transfer_to_sister_company"
    assert indicator.text.endswith(
        "is stated at one address with it, 1 Pier Road, Limassol (a district's or an agent's address proves little)"
    )
    assert {ref.file for ref in indicator.sources} == {"entities.csv", "links.csv"}


def test_an_unnamed_holder_of_two_companies_joins_nobody(tmp_path: Path) -> None:
    entities = ENTITIES.replace('"1 PIER ROAD  Limassol"', "")
    ties = "UNKNOWN,delta,OWNS,,,\nUNKNOWN,echo,OWNS,,,"
    case = small_case(tmp_path, entities=entities, links=f"{TRANSFERRED}{ties}", listings=DELTA_LISTED)
    assert patterns(near(case, "AURORA")[0]) == []


def test_a_buyer_who_comes_long_after_the_seller_left_is_no_transfer(tmp_path: Path) -> None:
    links = f"{TRANSFERRED.replace('2022-03-15', '2022-12-15')}echo,delta,ASSOCIATE_OF,,,"
    case = small_case(tmp_path, entities=ENTITIES, links=links, listings=DELTA_LISTED)
    assert patterns(near(case, "AURORA")[0]) == []


def test_a_ship_renamed_reflagged_and_under_a_new_manager_near_its_listing_and_active_after_it(tmp_path: Path) -> None:
    links = "from,to,type,start,end,role\necho,aurora,MANAGES,2022-03-05,,ship_manager"
    events = """
        id,type,vessel,start,certainty
        e1,name_change,aurora,2022-02-27,stated
        e2,flag_change,aurora,2022-03-02,stated
        e3,mmsi_change,aurora,2022-03-02,stated
        e4,sts_transfer,aurora,2022-02-01,likely
        e5,sts_transfer,aurora,2022-06-01,likely
        e6,detention,aurora,2022-07-01,stated
    """
    listings = "entity,authority,measure,listed\naurora,OFAC,asset_freeze,2022-03-01"
    case = small_case(tmp_path, entities=ENTITIES, links=links, events=events, listings=listings)
    (listing,) = near(case, "AURORA")
    assert indicators(listing) == [
        ("renamed", "certain", "name change, 2 days before the listing"),
        ("reflagged", "certain", "flag change, 1 day after the listing"),
        ("manager_changed", "certain", "manager from then: Echo Tankers (ship manager), 4 days after the listing"),
        ("activity_after_listing", "certain", "sts transfer, 92 days after the listing"),
    ]
    assert "mmsi change" in [each.entry.text for each in listing.changes]


def test_what_a_ship_did_after_it_was_taken_off_the_list_is_no_activity_after_listing(tmp_path: Path) -> None:
    events = "id,type,vessel,start\ne1,sts_transfer,aurora,2023-01-01"
    listings = "entity,authority,measure,listed,delisted\naurora,OFAC,asset_freeze,2022-03-01,2022-12-01"
    case = small_case(tmp_path, entities=ENTITIES, events=events, listings=listings)
    assert patterns(near(case, "AURORA")[0]) == []


def test_what_a_ship_did_after_a_listed_holder_sold_it_is_not_put_down_to_that_holder(tmp_path: Path) -> None:
    events = "id,type,vessel,start\ne1,sts_transfer,aurora,2022-03-05\ne2,sts_transfer,aurora,2022-05-01"
    case = small_case(tmp_path, entities=ENTITIES, links=TRANSFERRED, events=events, listings=DELTA_LISTED)
    activity = [each.text for each in near(case, "AURORA")[0].indicators if each.pattern == "activity_after_listing"]
    assert activity == ["sts transfer, 4 days after the listing"]


@pytest.mark.parametrize(
    ("change", "words", "nearness"),
    [
        ((100, 100), "on the day of the listing", "certain"),
        ((101, 101), "1 day after the listing", "certain"),
        ((90, 95), "5 to 10 days before the listing", "certain"),
        ((90, 110), "10 days before to 10 days after the listing", "certain"),
        ((100, 120), "0 to 20 days after the listing", "possible"),
        ((120, 130), "20 to 30 days after the listing", None),
        ((None, 95), "at least 5 days before the listing", "possible"),
        ((None, 105), "5 days after the listing or earlier", "possible"),
        ((None, 80), "at least 20 days before the listing", None),
        ((105, None), "at least 5 days after the listing", "possible"),
        ((95, None), "5 days before the listing or later", "possible"),
    ],
)
def test_days_from_a_listing_as_a_number_a_range_or_an_open_end(
    change: tuple[int | None, int | None], words: str, nearness: str | None
) -> None:
    bounds = days_from(Span("", 100, 100), Span("", *change))
    assert (days_in_words(bounds), within(bounds, -10, 10)) == (words, nearness)
