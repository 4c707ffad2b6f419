"""Who is who on the lists of OFAC (July 2021), the UN (February 2026) and the EU (Regulation 2017/1509)."""

from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from graphkit.case.folder import CaseFolder
from graphkit.model.vocabulary import Kind, Standing, Validity
from graphkit.session.building import build

# Parties that no entry of OFAC's list bears, read by hand.
NOBODY = {"OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY", "ROSTEC", "PRESIDENCY OF DEFENSE INDUSTRIES"}
TWO_OF_A_NAME = {"MINISTRY OF STATE SECURITY", "SMILE PROPERTY & TRAVEL LTD"}

# UN entries on North Korea that the EU's annexes write otherwise or do not have; all others were read by eye, pair by
# pair, and are joined with what they are.
NOT_JOINED = {
    "KPe.007": "GENERAL BUREAU OF ATOMIC ENERGY (GBAE)",
    "KPe.051": "CENTRAL MILITARY COMMISSION OF THE WORKERS’ PARTY OF KOREA (CMC)",
    "KPe.052": "ORGANIZATION AND GUIDANCE DEPARTMENT (OGD)",
    "KPe.053": "PROPAGANDA AND AGITATION DEPARTMENT (PAD)",
}
JOINED_UNDER_ANOTHER_NAME = {
    "KPe.047": {"FOREIGN TRADE BANK OF THE DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA"},
    "KPe.048": {"KOREA NATIONAL INSURANCE CORPORATION"},
    "KPe.020": {"OCEAN MARITIME MANAGEMENT COMPANY LIMITED"},
}


@pytest.fixture(scope="module")
def case(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> CaseFolder:
    folder = tmp_path_factory.mktemp("lists") / "case"
    build([lists / "ofac", lists / "un" / "un_consolidated.xml", lists / "eu" / "32017R1509.csv"], folder)
    return CaseFolder(folder)


def table(case: CaseFolder, name: str) -> pd.DataFrame:
    frame: pd.DataFrame = case.table(name).to_pandas()
    return frame


@pytest.fixture(scope="module")
def records(case: CaseFolder) -> pd.DataFrame:
    """One row per record with its entity, indexed by record id."""
    rows = table(case, "records").drop_duplicates("record_id")
    return rows.merge(table(case, "record_entities"), on="record_id").set_index("record_id")


@pytest.fixture(scope="module")
def entries(records: pd.DataFrame) -> pd.DataFrame:
    return records[records["standing"].eq(Standing.ENTRY)]


def of_list(rows: pd.DataFrame, dataset: str) -> pd.DataFrame:
    return rows[rows["dataset"].str.startswith(dataset)]


def test_an_san_1_is_one_ship_of_ofac_and_the_eu_and_its_owner_one_company_of_three(records: pd.DataFrame) -> None:
    ship = records[records["entity_id"].eq("vessel-imo-7303803")]
    assert set(ship.index) == {
        "ofac-sdn:23730",
        "eu-oj:32017R1509/XIV.A/imo-7303803",
        "eu-oj:32017R1509/XIV.B/imo-7303803",
        "un-sc:KPe.062/vessel-an-san-1",
    }
    owner = records[records["entity_id"].eq("company-imo-5676084")]
    assert set(owner.index) == {
        "ofac-sdn:23708",
        "eu-oj:32017R1509/XIII.B/korea-ansan-shipping-company",
        "un-sc:KPe.062",
        "ofac-sdn:23730/linked-1",
    }


def test_the_names_of_wan_heng_11_are_one_ship(records: pd.DataFrame, case: CaseFolder) -> None:
    names = table(case, "entity_names")
    of_ship = names[names["entity_id"].eq("vessel-imo-8791667")]
    assert "WAN HENG 11" in {name.upper() for name in of_ship["name"]}
    assert set(records[records["entity_id"].eq("vessel-imo-8791667")]["dataset"]) == {"eu-oj-32017R1509"}


def test_four_names_are_borne_by_two_ships_each_by_one_of_them_formerly(
    entries: pd.DataFrame, case: CaseFolder
) -> None:
    ships = of_list(entries[entries["kind"].eq(Kind.VESSEL)], "ofac")
    assert (len(ships), ships["entity_id"].nunique()) == (406, 406)
    names = table(case, "entity_names")
    bearers = {
        name: names[names["name"].eq(name) & names["entity_id"].isin(ships["entity_id"])]
        for name in ("ZEUS", "FREEDOM", "SABRINA", "GARDENIA")
    }
    assert {name: rows["entity_id"].nunique() for name, rows in bearers.items()} == dict.fromkeys(bearers, 2)
    assert {"/".join(sorted(rows["name_kind"])) for rows in bearers.values()} == {"former/primary"}
    assert pd.concat(bearers.values())["entity_id"].nunique() == 8


def test_the_trading_companies_of_korea_stay_eighteen(entries: pd.DataFrame) -> None:
    firms = of_list(entries, "ofac")
    firms = firms[firms["name"].str.match(r"KOREA\b.*\bTRADING\b")]
    assert (len(firms), firms["entity_id"].nunique()) == (18, 18)


def test_the_annexes_hold_sixty_one_ships(entries: pd.DataFrame) -> None:
    ships = of_list(entries[entries["kind"].eq(Kind.VESSEL)], "eu-oj")
    assert (len(ships), ships["entity_id"].nunique()) == (75, 61)


def test_every_ship_that_the_un_names_in_a_comment_is_found_by_more_than_its_name(
    records: pd.DataFrame, case: CaseFolder
) -> None:
    named = of_list(records[records.index.str.contains("/vessel-")], "un")
    assert set(named["entity_id"].str.slice(0, len("vessel-imo-"))) == {"vessel-imo-"}
    links = table(case, "link_statements")
    assert links["from_record"].str.startswith("un-sc:").sum() == 36
    assert set(links[links["from_record"].str.startswith("un-sc:")]["to_record"]) == set(named.index)


def test_what_linked_to_names_is_joined_or_told(records: pd.DataFrame, case: CaseFolder) -> None:
    linked = of_list(records[records.index.str.contains("/linked-")], "ofac")
    assert len(linked) == 3408
    unresolved = table(case, "unresolved").set_index("record_id")
    nobody = unresolved[unresolved["reason"].eq("no party of that name or number")]
    assert (len(nobody), set(nobody["name"])) == (7, NOBODY)
    ambiguous = unresolved.drop(nobody.index)
    assert set(ambiguous["name"]) <= TWO_OF_A_NAME
    assert set(ambiguous["reason"]) == {
        "2 parties fit equally by primary name of an entry of the same list, as printed"
    }
    entities = set(of_list(records[records["standing"].eq(Standing.ENTRY)], "ofac")["entity_id"])
    joined = linked.drop(unresolved.index)
    assert set(joined["entity_id"]) <= entities
    assert entities.isdisjoint(linked.loc[unresolved.index]["entity_id"])


def test_no_two_entries_of_one_list_are_one_party_unless_they_share_a_hull(entries: pd.DataFrame) -> None:
    for dataset, pattern in (("ofac", r"ofac-sdn:\d+"), ("un", r"un-sc:[A-Z]{2}[ie]\.\d{3}")):
        of_one = of_list(entries, dataset)
        assert of_one.index.str.fullmatch(pattern).all()
        several = of_one.groupby("entity_id").size()
        assert {
            entity_id for entity_id in several[several > 1].index if not entity_id.startswith("vessel-imo-")
        } == set()


def test_no_entity_has_two_ships_numbers_and_none_is_a_ship_and_a_company(
    records: pd.DataFrame, case: CaseFolder
) -> None:
    numbers = table(case, "record_identifiers")
    checked = numbers[numbers["scheme"].eq("imo") & numbers["valid"].eq(Validity.OK)]
    hulls = checked.groupby(checked["record_id"].map(records["entity_id"]))["value"].nunique()
    assert hulls.max() == 1
    stated = records[records["kind"].ne(Kind.NOT_STATED)].assign(
        afloat=records["kind"].eq(Kind.VESSEL), human=records["kind"].eq(Kind.PERSON)
    )
    kinds = stated.groupby("entity_id")[["afloat", "human"]].nunique()
    assert kinds.max().to_dict() == {"afloat": 1, "human": 1}


def test_the_entities_of_the_un_on_north_korea_are_joined_with_the_eus_and_ofacs(entries: pd.DataFrame) -> None:
    un = entries[entries.index.str.fullmatch(r"un-sc:KPe\.\d{3}")]
    assert len(un) == 75
    members: dict[str, set[str]] = defaultdict(set)
    for entity_id, dataset in entries[["entity_id", "dataset"]].itertuples(index=False):
        members[entity_id].add(dataset)
    alone = {
        record_id.removeprefix("un-sc:"): name
        for record_id, name, entity_id in un.reset_index()[["record_id", "name", "entity_id"]].itertuples(index=False)
        if "eu-oj-32017R1509" not in members[entity_id]
    }
    assert alone == NOT_JOINED


def test_names_that_differ_were_joined_by_what_else_they_have_in_common(entries: pd.DataFrame) -> None:
    for reference, names in JOINED_UNDER_ANOTHER_NAME.items():
        entity_id = entries.loc[f"un-sc:{reference}"]["entity_id"]
        found = of_list(entries[entries["entity_id"].eq(entity_id)], "ofac")
        assert set(found["name"]) == names


def test_the_same_build_again_gives_the_same_ids_and_no_old_ones(case: CaseFolder, lists: Path) -> None:
    before = table(case, "record_entities")
    build([lists / "eu" / "32017R1509.csv"], case.path, add=True)
    assert table(case, "record_entities").equals(before)
    assert len(table(case, "old_ids")) == 0


def test_each_weight_is_the_sum_of_its_evidence(case: CaseFolder) -> None:
    pairs, evidence = table(case, "pairs"), table(case, "pair_evidence")
    sums = evidence.groupby(["left", "right"])["weight"].sum()
    weights = pairs.set_index(["left", "right"])["match_weight"]
    assert (weights - sums.reindex(weights.index).fillna(0.0)).abs().max() < 0.015


def test_words_of_a_ships_name_alone_never_joined_two_records(entries: pd.DataFrame, case: CaseFolder) -> None:
    ships = set(entries[entries["kind"].eq(Kind.VESSEL)].index)
    pairs = table(case, "pairs")
    merged = pairs[pairs["left"].isin(ships) & pairs["right"].isin(ships) & pairs["verdict"].eq("merge")]
    assert set(merged["reason"]) <= {"the same checked number or list entry", "evidence adds up"}
    evidence = table(case, "pair_evidence")
    beside = evidence["evidence"].isin(["imo", "mmsi", "call_sign", "regime"]) & evidence["state"].eq("agrees")
    told = set(zip(evidence[beside]["left"], evidence[beside]["right"], strict=True))
    assert set(zip(merged["left"], merged["right"], strict=True)) <= told
