"""Evidence to verdicts, on names that public tools join wrongly or miss (entity resolution of ships and companies)."""

import pytest

from graphkit.model.records import Record, Statement
from graphkit.model.resolution import Resolution
from graphkit.model.vocabulary import Kind
from graphkit.resolve.weights import default_weights
from tests.case_tables import company, crowd, listing, partition, person, record, resolved, verdicts, vessel

DPRK = {"flag": "KP", "regime": "KP"}


def pair(left: Record, right: Record, *more: Statement) -> tuple[str, str]:
    """Verdict and reason of two records among strangers; apart when the pair is not even kept."""
    kinds = {left.kind, right.kind} - {Kind.NOT_STATED}
    strangers = [each for kind in kinds or {Kind.COMPANY} for each in crowd(kind)]
    found = verdicts(resolved(left, right, *more, *strangers))
    return next(((verdict, reason) for a, b, verdict, reason in found if (a, b) == (left.id, right.id)), ("apart", ""))


SISTERS = [
    ("WAN HENG 11", "WAN HENG 12"),
    ("BICENTENARIO III", "BICENTENARIO XIII"),
    ("BICENTENARIO IV", "BICENTENARIO XIV"),
    ("KUM SONG 7", "KUM SONG III"),
    ("MI RIM", "MI RIM 2"),
    ("SARINA", "SABRINA"),
    ("SABRINA", "SALINA"),
    ("DOVE", "DOVER"),
    ("AN SAN 1", "AN SAN 2"),
]


@pytest.mark.parametrize(("left", "right"), SISTERS)
def test_sister_ships_are_never_joined_by_name_flag_and_radio(left: str, right: str) -> None:
    same = {"flag": "KP", "regime": "KP", "mmsi": "445123456", "call_sign": "HMZF2"}
    assert pair(vessel("a", left, said=same), vessel("b", right, said=same))[0] != "merge"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("WAN HENG 11", "WANHENG NO. 11"),
        ("JI SONG 8", "M/V JISONG8"),
        ("KUM SONG III", "KUM SONG 3"),
        ("KUM JIN GANG 3", "KUMJINGANG3"),
    ],
)
def test_spellings_of_one_ships_name_join_with_its_regime_beside_them(left: str, right: str) -> None:
    assert pair(vessel("a", left, regime="KP"), vessel("b", right, regime="KP")) == ("merge", "evidence adds up")


def test_a_ships_name_and_flag_do_not_prove_a_hull() -> None:
    # Of the ships called ZEUS, FREEDOM, SABRINA and GARDENIA one list has two each.
    assert pair(vessel("a", "AN SAN 1", flag="KP"), vessel("b", "AN SAN 1", flag="KP")) == (
        "review",
        "a ship's name and flag do not prove a hull",
    )


def test_one_valid_number_joins_ships_of_any_name_and_two_never_join() -> None:
    assert pair(vessel("a", "WAN HENG 11", imo="8791667"), vessel("b", "KUMJINGANG3", imo="8791667")) == (
        "merge",
        "the same checked number or list entry",
    )
    assert pair(
        vessel("a", "AN SAN 1", imo="7303803", said=DPRK), vessel("b", "AN SAN 1", imo="9003550", said=DPRK)
    ) == (
        "apart",
        "",
    )


def test_a_number_with_a_wrong_check_digit_joins_nobody() -> None:
    assert pair(vessel("a", "AN SAN 1", imo="7303804"), vessel("b", "HOPE SEA", imo="7303804")) == ("apart", "")


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        # HORSE is what JANUS was called before; another ship may be HORSE today.
        (
            vessel("a", "JANUS GOOD", former=["HORSE BLACK"], said=DPRK),
            vessel("b", "HORSE BLACK", said=DPRK, mmsi="445123456"),
            "a former name may have passed to another ship",
        ),
        (
            vessel("a", "JANUS GOOD", aliases=["HORSE BLACK"], said=DPRK),
            vessel("b", "HORSE BLACK", said=DPRK),
            "a further name of a ship is often a former one",
        ),
        (
            vessel("a", "WAN HENG 11", aliases=["WAN HENG 12"], mmsi="445123456", said=DPRK),
            vessel("b", "WAN HENG 12", mmsi="445123456", said=DPRK),
            "another number in the ship's name",
        ),
        (
            vessel("a", "SABRINA", call_sign="5IM590", mmsi="677049000", flag="TZ"),
            vessel("b", "SABBRINA", call_sign="5IM590", mmsi="677049000", flag="TZ"),
            "an MMSI or a call sign does not prove a hull",
        ),
    ],
)
def test_ships_that_may_be_one_are_put_up_for_review(left: Record, right: Record, reason: str) -> None:
    assert pair(left, right) == ("review", reason)


def test_a_further_name_joins_with_the_radios_number_beside_it() -> None:
    left = vessel("a", "JANUS GOOD", aliases=["HORSE BLACK"], mmsi="445123456")
    assert pair(left, vessel("b", "HORSE BLACK", mmsi="445123456")) == ("merge", "evidence adds up")


@pytest.mark.parametrize(
    "names",
    [
        ("ONE MARITIME LTD", "ONE MARITIME 2 LTD"),
        ("ELEVENTH OCEAN GMBH & CO KG", "SEVENTH OCEAN GMBH & CO KG"),
        ("SHANGHAI DONGFENG SHIPPING CO LTD", "SHANGHAI DONGFANG SHIPPING CO LTD"),
        tuple(f"BANDAR IMAM {word} PETROCHEMICAL COMPANY" for word in ("KIMIYA", "FARAVARESH", "BESPARAN")),
        tuple(
            f"KOREA {word} TRADING CORPORATION"
            for word in ("KWANGSONG", "PUGANG", "RYONGWANG", "TANGUN", "KUMSAN", "TAESONG", "HYOKSIN")
        ),
        tuple(f"GAZPROM TRANSGAZ {place}, OOO" for place in ("KRASNODAR", "KAZAN", "UKHTA")),
        ("AL-HARAMAIN ALBANIA BRANCH", "AL-HARAMAIN BRANCH"),
        ("IRISL", "IRISL INVESTMENT COMPANY"),
    ],
)
def test_relatives_by_name_stay_the_companies_they_are(names: tuple[str, ...]) -> None:
    related = [company(name, name, country="KP", regime="KP") for name in names]
    assert partition(resolved(*related, *crowd())) == {frozenset({name}) for name in names}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("KOREA ANSAN SHIPPING COMPANY", "KOREA ANSAN SHPG CO"),
        ("OOO Gudzon Vostok", "GUDZON VOSTOK LLC"),
        ("HESONG KOREA TRADING COMPANY", "HESONG KOREA TRADING CORPORATION"),
    ],
)
def test_a_rare_name_and_a_country_join_companies(left: str, right: str) -> None:
    assert pair(company("a", left, country="KP"), company("b", right, country="KP")) == ("merge", "evidence adds up")


def test_a_name_alone_or_one_of_generic_words_joins_no_companies() -> None:
    assert pair(company("a", "KOREA ANSAN"), company("b", "KOREA ANSAN")) == ("review", "evidence does not suffice")
    generic = "GENERAL INTERNATIONAL TRADING"
    assert pair(company("a", generic, country="KP"), company("b", generic, country="KP")) == (
        "review",
        "evidence does not suffice",
    )


def test_another_legal_form_makes_a_company_doubtful() -> None:
    left, right = (company(name, f"KOREA ANSAN {form}", said=DPRK) for name, form in (("a", "GMBH"), ("b", "LTD")))
    assert pair(left, right) == ("review", "the same name with another legal form")


def test_a_company_number_joins_names_that_are_alike_or_missing_and_no_others() -> None:
    number = {"company_imo": "1790183"}
    omm = company("a", "OCEAN MARITIME MANAGEMENT", said=number)
    assert pair(omm, company("b", "OCEAN MARITIME MANAGEMENT CO", said=number)) == ("merge", "evidence adds up")
    assert pair(omm, company("b", "", said=number)) == ("merge", "evidence adds up")
    assert pair(omm, company("b", "EAST SEA", said=number)) == (
        "review",
        "the same company number under names that differ",
    )


def test_an_entry_number_of_ofac_or_the_un_is_proof_and_two_of_one_list_keep_apart() -> None:
    left, right = company("a", "KOREA ANSAN"), company("b", "KOREA ANSAN CO")
    same = [listing(each, "UN", "KPe.062") for each in "ab"]
    assert pair(left, right, *same) == ("merge", "the same checked number or list entry")
    two = [listing("a", "OFAC", "23708"), listing("b", "OFAC", "17068")]
    left, right = (company(each, "KOREA ANSAN", country="KP", regime="KP") for each in "ab")
    assert pair(left, right, *two) == ("apart", "")


def test_two_entries_of_one_list_for_one_hull_are_one_ship() -> None:
    ships = [vessel(each, "AN SAN 1", imo="7303803") for each in "ab"]
    two = [listing("a", "OFAC", "23730"), listing("b", "OFAC", "17068")]
    assert pair(*ships, *two) == ("merge", "the same checked number or list entry")


def test_a_person_is_joined_by_birth_or_number_and_never_by_name_alone() -> None:
    name, same = "KIM, Chol Sam", {"country": "KP", "regime": "KP"}
    assert pair(person("a", name, said=same), person("b", "Kim Chol Sam", said=same)) == (
        "review",
        "a person's name without birth date or number",
    )
    for proof in ({"birth_date": "1971-03-11"}, {"passport": "836420186"}):
        assert pair(person("a", name, said=proof), person("b", "Kim Chol Sam", said=proof))[0] == "merge"
    assert pair(person("a", name, said=same, birth_date="1971"), person("b", name, birth_date="1955", said=same)) == (
        "review",
        "evidence does not suffice",
    )


def test_strong_evidence_under_names_that_differ_is_a_question_for_a_person() -> None:
    same = {"birth_date": "1965-08-07", "passport": "563410081", "country": "KP", "regime": "KP"}
    assert pair(person("a", "RYU, Jin", said=same), person("b", "KIL Jong Hun", said=same)) == (
        "review",
        "much in common under names that differ",
    )


def test_records_without_a_stated_kind_join_by_the_number_of_a_hull() -> None:
    left, right = (record(each, "AN SAN 1", kind=Kind.NOT_STATED, imo="7303803") for each in "ab")
    assert pair(left, right) == ("merge", "the same checked number or list entry")


def sums(resolution: Resolution) -> dict[tuple[str, str], float]:
    bits = resolution.pair_evidence.groupby(["left", "right"], as_index=False)["weight"].sum()
    return {(left, right): round(total, 2) for left, right, total in bits.itertuples(index=False)}


def test_the_weight_of_a_pair_is_the_sum_of_its_evidence() -> None:
    facts = {"country": "KP", "regime": "KP", "birth_date": "1971-03-11", "passport": "836420186"}
    resolution = resolved(
        person("a", "KIM, Chol Sam", said=facts),
        person("b", "Kim Chol Sam", said={**facts, "country": "CN"}),
        person("c", "Kim Chol Song", said=facts),
        *crowd(Kind.PERSON),
    )
    # Name 12 bits at most, regime 4, day of birth 8 with its year in it, passport 12, country 3 or -4.
    expected = {("a", "b"): 32.0, ("a", "c"): 32.0, ("b", "c"): 25.0}
    found = resolution.pairs.set_index(["left", "right"])["match_weight"].to_dict()
    assert found == expected
    assert sums(resolution) == expected


def test_the_table_of_weights_leans_towards_leaving_records_apart() -> None:
    weights = default_weights()
    assert all(bits > 0 for bits in weights.agrees.values())
    assert all(bits < 0 for bits in weights.contradicts.values())
    # No two weak pieces and no name of common words reach the merge.
    assert weights.merge_at > weights.agrees["country"] + weights.agrees["regime"] + weights.agrees["flag"]
