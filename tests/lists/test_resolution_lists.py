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

JOINED_UNDER_ANOTHER_NAME = {
    "KPe.047": {"FOREIGN TRADE BANK OF THE DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA"},
    "KPe.048": {"KOREA NATIONAL INSURANCE CORPORATION"},
    "KPe.020": {"OCEAN MARITIME MANAGEMENT COMPANY LIMITED"},
}


# What follows was read by eye, entry by entry: the UN's reference number and the number of OFAC's entry.
ONE_UNDER_NAMES_THAT_DIFFER = """
    CDe.005 15638  CDe.009 10146  CDi.019 15615  CDi.028 15717  CDi.035 23646  GBi.001 11972  IQi.019 7861
    IQi.055 7897  IQi.069 8183  IRe.004 10862  IRe.005 11168  IRe.006 25627  IRe.010 11314  IRe.011 10153
    IRe.032 10122  IRe.060 10975  IRe.068 23429  IRe.070 11445  IRe.072 25438  IRe.078 11444  IRi.042 12114
    KPe.007 11598  KPe.009 11647  KPe.051 19489  KPe.052 20123  KPe.053 19528  LYi.012 12628  LYi.016 12631
    LYi.019 12626  LYi.024 24310  QDe.068 7132  QDe.104 8107  QDe.109 8223  QDe.115 8759  QDe.133 13098
    QDe.138 16363  QDe.142 16364  QDe.143 16477  QDe.150 18631  QDe.151 18644  QDi.001 6901  QDi.002 6940
    QDi.065 7207  QDi.074 7257  QDi.120 7925  QDi.126 7929  QDi.139 8103  QDi.140 8096  QDi.144 8095  QDi.149 8093
    QDi.192 9484  QDi.198 9480  QDi.251 10934  QDi.290 12110  QDi.323 17185  QDi.340 18632  QDi.353 17967
    QDi.355 16480  QDi.358 18645  QDi.364 18652  QDi.365 18648  QDi.366 18642  QDi.368 18643  QDi.389 18447
    QDi.398 18640  QDi.405 22643  QDi.416 24784  QDi.417 24783  QDi.418 24785  QDi.422 11459  QDi.427 27313
    QDi.429 24763  SOi.010 12823  TAi.159 12796  TAi.167 15516  YEi.001 17368
"""
# The legal form may be missing or abbreviated on one side. Two of OFAC's entries bear as an alias what is an entry of
# its own on the UN's list (IFP Machinery, SAPICO), one bears `Al Rashid Trust` as an alias: the primary name decides.
ONE_UNDER_THE_SAME_NAME = """
    CDe.007 10145  IQe.203 8314  IQe.208 8405  IRe.017 10388  IRe.019 10371  IRe.023 10490  IRe.025 10495
    IRe.028 25441  IRe.031 10927  IRe.041 25653  IRe.045 11446  IRe.063 9763  IRe.065 10491  IRe.067 9349
    IRe.074 25654  KPe.002 9347  KPe.006 10012  KPe.008 11599  KPe.011 12220  KPe.015 9520  KPe.019 9521
    KPe.024 9519  KPe.025 11581  KPe.026 9523  KPe.039 9526  KPe.041 12219  KPe.044 20603  KPe.071 23824
    KPe.072 23779  QDe.005 6912  QDe.149 17299
"""
STRANGERS = {
    "TAi.052 15415": "a commander of the Taliban born in Zabul; a man born in Faisalabad, perhaps the same year",
    "IRe.073 9763": "Special Industries Group, of the defence industries; Sanam, of the missile programme",
    "IRe.072 25853": "South Shipping Line; Spring Shipping",
    "KPe.042 12312": "Daesong's trading house; its bank",
    "KPe.035 12313": "Daesong's bank; its trading house",
    "KPe.041 12312": "Taesong Trading; Daesong Bank",
    "KPe.045 20520": "Koryo Bank; Air Koryo",
    "KPe.045 20569": "Koryo Bank; Koryo Credit Development Bank",
    "QDe.070 10923": "the offices in Pakistan and Afghanistan alone; those in Kuwait and elsewhere",
    "IQi.022 7852": "Jamal; his brother Kamal",
    "IQi.082 9329": "Omar; his brother Yasir",
    "IQi.085 9330": "Bashar; his brother Omar",
}
# One person each, with one day of birth under two spellings: to be shown at the least.
TO_BE_SHOWN = "QDi.193 9483  QDi.154 8106  SDi.001 9620  LYi.026 24312"


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


def named(text: str) -> list[tuple[str, str]]:
    """Record ids of the UN's and OFAC's entries that the text names."""
    words = text.split()
    return [(f"un-sc:{un}", f"ofac-sdn:{ofac}") for un, ofac in zip(words[::2], words[1::2], strict=True)]


def told_apart(entries: pd.DataFrame, text: str) -> set[tuple[str, str]]:
    entity = entries["entity_id"]
    return {(un, ofac) for un, ofac in named(text) if entity[un] != entity[ofac]}


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
    assert {record_id for record_id, of in un["entity_id"].items() if "eu-oj-32017R1509" not in members[of]} == set()


def test_names_that_differ_were_joined_by_what_else_they_have_in_common(entries: pd.DataFrame) -> None:
    for reference, names in JOINED_UNDER_ANOTHER_NAME.items():
        entity_id = entries.loc[f"un-sc:{reference}"]["entity_id"]
        found = of_list(entries[entries["entity_id"].eq(entity_id)], "ofac")
        assert set(found["name"]) == names


def test_entries_under_names_that_differ_are_one_by_an_alias_a_number_or_a_birth_date(entries: pd.DataFrame) -> None:
    assert told_apart(entries, ONE_UNDER_NAMES_THAT_DIFFER) == set()


def test_companies_of_the_same_primary_name_and_regime_or_country_are_one(entries: pd.DataFrame) -> None:
    assert told_apart(entries, ONE_UNDER_THE_SAME_NAME) == set()


def test_strangers_who_share_a_name_an_acronym_a_year_or_a_father_are_two(entries: pd.DataFrame) -> None:
    strangers = " ".join(STRANGERS)
    assert set(named(strangers)) - told_apart(entries, strangers) == set()


def test_a_person_spelt_otherwise_with_the_same_day_of_birth_is_shown(case: CaseFolder) -> None:
    pairs = table(case, "pairs")
    shown = set(zip(pairs["right"], pairs["left"], strict=True))
    assert set(named(TO_BE_SHOWN)) - shown == set()


def test_two_officials_with_one_passport_and_birth_date_by_a_slip_in_the_annex_stay_two(
    lists: Path, tmp_path: Path
) -> None:
    build([lists / "eu" / "32017R1509.csv"], tmp_path / "case")
    entity = table(CaseFolder(tmp_path / "case"), "record_entities").set_index("record_id")["entity_id"]
    ryu, kil = "XIII.A/ryu-jin-7-8-1965", "XVI.A/kil-jong-hun-7-8-1965-20-2-1972"
    assert entity[f"eu-oj:32017R1509/{ryu}"] != entity[f"eu-oj:32017R1509/{kil}"]


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
