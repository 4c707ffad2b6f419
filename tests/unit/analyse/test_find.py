"""Which entity a text means, and what a search finds: one small case, asked in every way."""

import pytest

from graphkit.analyse.find import find, found_by_id, one_entity
from graphkit.errors import Ambiguous, NotFound, WrongUse
from graphkit.store.local import LocalStore
from tests.small_cases import small_case

# 9074729 is a ship's number, 5676084 a company's; 7303803 passes as both, and a ship and a company bear it here.
ENTITIES = """
    id,kind,name,aliases,former_names,imo,company_imo,mmsi,call_sign,flag,lei,type
    aurora,vessel,AURORA 7,POLAR LIGHT;DAWN,SUNDOWN,9074729,,273123456,UBXY9,RU,,crude tanker
    tide,vessel,MORNING TIDE,,,7303803,,,NOXY,KP,,bulk carrier
    star,vessel,MORNING STAR,,,,,,,KP,,oil tanker
    water,vessel,MORNING TIDEWATER,,,,,,,,,
    alpha,company,Alpha Crossing Ltd,,,,5676084,,,,5299000J2N45DDNE4Y28,
    namesake,company,Polar Light,,,,,,,,,
    bravo,company,Bravo Meridian & Sons S.A.,,,,,,,,,
    digits,company,9074729,,,,,,,,,
"""
LISTINGS = """
    entity,authority,listed,reference
    bravo,OFAC,2018-01-01,24451
    star,EU,2018-01-01,
"""
EVENTS = """
    id,type,vessel,start,claimed_name,claimed_imo,source
    e1,identity_claim,aurora,2018-06-20..2018-06-30,HOPE SEA,7654329,paper-a#p3
    e2,physical_alteration,aurora,2018-06,HOPE SEA,,paper-a#p4
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> LocalStore:
    return small_case(tmp_path_factory.mktemp("find"), entities=ENTITIES, listings=LISTINGS, events=EVENTS)


def name_of(case: LocalStore, text: str) -> str:
    """The name of the one entity that a text means."""
    return found_by_id(case, one_entity(case, text), text).name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vessel-imo-9074729", "AURORA 7"),  # an entity id
        ("own:aurora", "AURORA 7"),  # a record id
        ("9074729", "AURORA 7"),  # bare digits are a ship's number first, although a company is called so
        ("IMO 9074729", "AURORA 7"),
        ("imo: 9074729", "AURORA 7"),
        ("IMO No. 9074729", "AURORA 7"),
        ("5676084", "Alpha Crossing Ltd"),  # a company's number, since no ship has it
        ("company IMO 5676084", "Alpha Crossing Ltd"),
        ("IMO 5676084", "Alpha Crossing Ltd"),
        ("273123456", "AURORA 7"),
        ("MMSI 273 123 456", "AURORA 7"),
        ("call sign UBXY9", "AURORA 7"),
        ("callsign ubxy9", "AURORA 7"),
        ("call sign NOXY", "MORNING TIDE"),  # the NO belongs to the call sign
        ("call sign no. NOXY", "MORNING TIDE"),
        ("LEI 5299000J2N45DDNE4Y28", "Alpha Crossing Ltd"),
        ("5299000j2n45ddne4y28", "Alpha Crossing Ltd"),
        ("24451", "Bravo Meridian & Sons S.A."),  # a list's own number
        ("aurora 7", "AURORA 7"),
        ("AURORA-7", "AURORA 7"),
        ("Aurora7", "AURORA 7"),
        ("sundown", "AURORA 7"),  # a former name
        ("Bravo Meridian and Sons SA", "Bravo Meridian & Sons S.A."),
        ("crossing alpha", "Alpha Crossing Ltd"),  # all words, in any order
        ("  sons   meridian ", "Bravo Meridian & Sons S.A."),
    ],
)
def test_a_text_means_the_first_thing_that_it_can_mean(case: LocalStore, text: str, name: str) -> None:
    assert name_of(case, text) == name


def test_a_whole_name_goes_before_names_that_merely_hold_it(case: LocalStore) -> None:
    # POLAR LIGHT is the alias of a ship and the name of a company: several at the first step that gives any.
    with pytest.raises(Ambiguous, match="2 entities answer to 'polar light'; name one of them by its id") as raised:
        one_entity(case, "polar light")
    assert [(each["kind"], each["name"], each["identifiers"]) for each in raised.value.candidates] == [
        ("company", "Polar Light", {}),
        ("vessel", "AURORA 7", {"imo": "9074729", "mmsi": "273123456", "call_sign": "UBXY9"}),
    ]


def test_words_that_several_names_hold_are_ambiguous_and_half_words_are_none(case: LocalStore) -> None:
    with pytest.raises(Ambiguous) as raised:
        one_entity(case, "morning")
    assert {str(each["name"]) for each in raised.value.candidates} == {
        "MORNING TIDE",
        "MORNING TIDEWATER",
        "MORNING STAR",
    }
    with pytest.raises(NotFound):
        one_entity(case, "mornin")


def test_close_names_are_suggested_and_never_taken(case: LocalStore) -> None:
    with pytest.raises(NotFound, match="Nothing in the case answers to 'MORNING TIDES'. Close names: ") as raised:
        one_entity(case, "MORNING TIDES")
    assert raised.value.suggestions[0] == "MORNING TIDE"
    with pytest.raises(NotFound) as raised:
        one_entity(case, "zzz")
    assert (str(raised.value), raised.value.suggestions) == ("Nothing in the case answers to 'zzz'.", ())


@pytest.mark.parametrize("text", ["", "   ", "\udcff"])
def test_a_text_that_says_nothing_is_refused(case: LocalStore, text: str) -> None:
    with pytest.raises(WrongUse, match="Name an entity"):
        one_entity(case, text)
    with pytest.raises(WrongUse, match="Say what to find"):
        find(case, text)


def test_a_claimed_name_is_nobodys_name(case: LocalStore) -> None:
    with pytest.raises(NotFound):
        one_entity(case, "HOPE SEA")


def found(
    case: LocalStore, text: str, *, kind: str | None = None, flag: str | None = None, type_: str | None = None
) -> list[tuple[str, str, str]]:
    """Kind, name and the name that matched, best first."""
    return [(each.kind, each.name, each.matched) for each in find(case, text, kind=kind, flag=flag, type_=type_)]


def test_a_claimed_name_is_found_as_a_claim_of_the_ship_that_made_it(case: LocalStore) -> None:
    claims = find(case, "hope sea")
    assert [(each.kind, each.id, each.name, each.identifiers, each.matched_as, each.date) for each in claims] == [
        ("claim", "vessel-imo-9074729", "HOPE SEA", {}, "physical_alteration", "2018-06"),
        ("claim", "vessel-imo-9074729", "HOPE SEA", {"imo": "7654329"}, "identity_claim", "2018-06-20..2018-06-30"),
    ]
    assert [[(ref.source, ref.place) for ref in each.sources] for each in claims] == [
        [("paper-a", "p4")],
        [("paper-a", "p3")],
    ]
    assert found(case, "hope") == found(case, "h?pe s*") == [("claim", "HOPE SEA", "HOPE SEA")] * 2
    assert found(case, "hope sea", kind="vessel") == found(case, "hope sea", flag="RU") == []


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("MORNING*", {"MORNING STAR", "MORNING TIDE", "MORNING TIDEWATER"}),
        ("morning ?i*e", {"MORNING TIDE"}),
        ("*crossing*", {"Alpha Crossing Ltd"}),
        ("alpha?crossing ltd", {"Alpha Crossing Ltd"}),
        ("Álpha-Cross*", {"Alpha Crossing Ltd"}),  # accents and hyphens compare as everywhere
        ("аlpha*", {"Alpha Crossing Ltd"}),  # a Cyrillic letter, as some write to be found by nobody
        ("bravo meridian & *", {"Bravo Meridian & Sons S.A."}),
        ("sun*", {"AURORA 7"}),
        ("(morning)[]s*", {"MORNING STAR"}),  # no sign of a regular expression means anything
        ("morning.*x", set()),
    ],
)
def test_wildcards_stand_for_letters_of_the_comparison_form(case: LocalStore, pattern: str, names: set[str]) -> None:
    assert {each.name for each in find(case, pattern) if each.kind != "claim"} == names


def test_a_search_is_narrowed_by_kind_flag_and_type(case: LocalStore) -> None:
    assert found(case, "polar light") == [
        ("vessel", "AURORA 7", "POLAR LIGHT"),
        ("company", "Polar Light", "Polar Light"),
    ]
    assert found(case, "polar light", kind="company") == [("company", "Polar Light", "Polar Light")]
    assert found(case, "morning", flag="KP") == found(case, "morning", flag="North Korea")
    assert found(case, "morning", type_="Tanker") == [("vessel", "MORNING STAR", "MORNING STAR")]
    assert found(case, "morning", flag="RU") == []
    with pytest.raises(WrongUse, match="There is no kind 'ship'"):
        find(case, "morning", kind="ship")
    with pytest.raises(WrongUse, match="'Atlantis' is the flag of no country"):
        find(case, "morning", flag="Atlantis")


def test_the_best_comes_first_and_the_limit_cuts_the_rest(case: LocalStore) -> None:
    assert [each.name for each in find(case, "morning tide")] == ["MORNING TIDE", "MORNING TIDEWATER"]
    assert [each.name for each in find(case, "morning tide", limit=1)] == ["MORNING TIDE"]
    assert [each.name for each in find(case, "*", limit=2)] == ["9074729", "AURORA 7"]
