"""Answers made by hand, and every sign of what is printed for them."""

import json

from graphkit.model.answers import (
    Chain,
    Entity,
    Fleet,
    FleetVessel,
    Found,
    LinkEvidence,
    ListAge,
    Listed,
    OpenEnd,
    PossibleMatch,
    Search,
    SourceRef,
    Step,
    Trace,
    Weakest,
)
from graphkit.model.vocabulary import Certainty, Kind, LinkType, Measure, Mode, Status
from graphkit.present.text import as_csv, render

LISTS = (ListAge("un-sc", "2026-02-27", "2026-03-01"), ListAge("own", None, "2026-03-02"))
UN = SourceRef("un-sc", place="KPe.062", reference="KPe.062", wording="Registered owner", file="un.xml", line=7)
FROZEN = Listed("UN", "UN 1718", Measure.ASSET_FREEZE, "KPe.062", "2018-03-30", None, ("DPRK",), Status.YES, (UN,))
BANNED = Listed("EU", "EU 2017/1509", Measure.PORT_BAN, "", None, "2020-01-01", (), Status.UNKNOWN)
SHIP = Entity(
    "vessel-imo-7303803",
    Kind.VESSEL,
    "AN SAN 1",
    {"imo": "7303803"},
    flag="KP",
    sanctioned=Status.UNKNOWN,
    listed=(BANNED,),
)
OWNER = Entity(
    "company-imo-5676084",
    Kind.COMPANY,
    "KOREA ANSAN",
    {"company_imo": "5676084"},
    countries=("CN", "KP"),
    sanctioned=Status.YES,
    listed=(FROZEN,),
)
OWNS = LinkEvidence(
    "l1",
    LinkType.OWNS,
    "registered_owner",
    None,
    25.0,
    50.0,
    "2018",
    None,
    True,
    "possible",
    Certainty.LIKELY,
    (UN,),
    from_id="company-imo-5676084",
    to_id="vessel-imo-7303803",
)
TRACE = Trace(
    from_entity=SHIP,
    as_of="2018-06-29",
    to="sanctioned",
    truncated=True,
    chains=(
        Chain(Mode.OWNERSHIP, (SHIP,), (), None, 1.0),
        Chain(
            Mode.OWNERSHIP,
            (SHIP, OWNER),
            (Step(OWNER.id, SHIP.id, (OWNS,)),),
            Weakest(0, Certainty.LIKELY, 1),
            0.6,
        ),
    ),
    open_ends=(OpenEnd(OWNER.id, OWNER.name, "no holder known", (PossibleMatch("company-1", "ANSAN KOREA", 3.1),)),),
    lists=LISTS,
)


def test_a_trace_reads_from_the_ship_up_and_ends_with_the_age_of_its_lists() -> None:
    assert render(TRACE, "table") == (
        "AN SAN 1  (vessel, IMO 7303803, flag KP)  [vessel-imo-7303803]\n"
        "As of 2018-06-29: sanctioned on that day: unknown (a listing without a date, or a list published later)\n"
        "\n"
        "Its own listings:\n"
        "  EU EU 2017/1509 port_ban without a date until 2020-01-01 [unknown on that day]\n"
        "\n"
        "Chain 1, ownership: KOREA ANSAN\n"
        "  AN SAN 1\n"
        "    ^ OWNS: registered owner, 25-50 %, 2018 to ?, likely, possible on that day\n"
        '        un-sc KPe.062 (un.xml:7): "Registered owner"\n'
        "  KOREA ANSAN  (company, COMPANY IMO 5676084, CN KP)  [company-imo-5676084]\n"
        "      listed: UN KPe.062 asset_freeze since 2018-03-30\n"
        "  Weakest step: 1 (likely, 1 source)\n"
        "\n"
        "Open ends:\n"
        "  KOREA ANSAN: no holder known; possibly the same: ANSAN KOREA [company-1] 3.1 bits\n"
        "\n"
        "There are more or longer chains; --max-hops and --chains widen the search.\n"
        "Lists: un-sc (published 2026-02-27, read 2026-03-01), own (read 2026-03-02).\n"
    )


def test_the_json_of_a_trace_has_the_keys_of_the_contract() -> None:
    answer = json.loads(render(TRACE, "json"))
    assert (answer["from"]["id"], answer["as_of"], answer["to"], answer["truncated"]) == (
        "vessel-imo-7303803",
        "2018-06-29",
        "sanctioned",
        True,
    )
    own, chain = answer["chains"]
    assert (own["steps"], own["weakest"], own["effective_share"]) == ([], None, None)
    assert (chain["mode"], chain["confidence"], chain["weakest"]) == (
        "ownership",
        0.6,
        {"step": 0, "certainty": "likely", "independent_sources": 1},
    )
    assert chain["entities"][1]["listed"] == [
        {
            "authority": "UN",
            "list": "UN 1718",
            "measure": "asset_freeze",
            "reference": "KPe.062",
            "listed": "2018-03-30",
            "delisted": None,
            "programs": ["DPRK"],
            "status": "yes",
            "sources": [UN_JSON],
        }
    ]
    assert chain["steps"] == [
        {
            "from": "company-imo-5676084",
            "to": "vessel-imo-7303803",
            "links": [
                {
                    "id": "l1",
                    "type": "OWNS",
                    "role": "registered_owner",
                    "share": None,
                    "share_min": 25.0,
                    "share_max": 50.0,
                    "start": "2018",
                    "end": None,
                    "dated": True,
                    "holds": "possible",
                    "certainty": "likely",
                    "sources": [UN_JSON],
                    "from": "company-imo-5676084",
                    "to": "vessel-imo-7303803",
                }
            ],
        }
    ]
    assert answer["open_ends"] == [
        {
            "id": "company-imo-5676084",
            "name": "KOREA ANSAN",
            "reason": "no holder known",
            "possible_matches": [{"id": "company-1", "name": "ANSAN KOREA", "match_weight": 3.1}],
        }
    ]
    assert answer["lists"] == [
        {"source": "un-sc", "published": "2026-02-27", "read": "2026-03-01"},
        {"source": "own", "published": None, "read": "2026-03-02"},
    ]


UN_JSON = {
    "source": "un-sc",
    "place": "KPe.062",
    "reference": "KPe.062",
    "wording": "Registered owner",
    "file": "un.xml",
    "line": 7,
}


def test_the_rows_of_a_trace_are_one_per_link_and_the_same_as_csv_and_as_json_lines() -> None:
    assert render(TRACE, "csv") == (
        "chain,mode,as_of,target,target_name,step,from,to,type,role,"
        "share_min,share_max,start,end,holds,certainty,sources,wording,listed\n"
        "0,ownership,2018-06-29,vessel-imo-7303803,AN SAN 1,,,,,,"
        ",,,,,,,,EU EU 2017/1509 port_ban without a date until 2020-01-01 [unknown on that day]\n"
        "1,ownership,2018-06-29,company-imo-5676084,KOREA ANSAN,0,company-imo-5676084,vessel-imo-7303803,OWNS,"
        "registered_owner,25.0,50.0,2018,,possible,likely,un-sc KPe.062,Registered owner,"
        "UN KPe.062 asset_freeze since 2018-03-30\n"
    )
    own, link = (json.loads(line) for line in render(TRACE, "jsonl").splitlines())
    assert (own["step"], own["type"], link["step"], link["type"], link["share_max"]) == (None, None, 0, "OWNS", 50.0)
    assert list(own) == list(link)


def test_a_fleet_is_a_table_with_its_basis_and_says_when_there_is_more() -> None:
    vessel = FleetVessel(
        SHIP.id,
        "AN SAN 1",
        "7303803",
        "linked to",
        Mode.ASSOCIATION,
        (OWNER.id, SHIP.id),
        "certain",
        Certainty.STATED,
        (UN,),
    )
    assert render(Fleet(OWNER, "2018-06-29", (vessel,), truncated=True, lists=LISTS[1:]), "table") == (
        "KOREA ANSAN  (company, COMPANY IMO 5676084, CN KP)  [company-imo-5676084]\n"
        "As of 2018-06-29: 1 vessel\n"
        "\n"
        "vessel    IMO      basis      mode         certainty  holds    sanctioned  sources\n"
        "--------  -------  ---------  -----------  ---------  -------  ----------  -------------\n"
        "AN SAN 1  7303803  linked to  association  stated     certain  no          un-sc KPe.062\n"
        "\n"
        "There are parties beyond these; --max-hops widens the search.\n"
        "Lists: own (read 2026-03-02).\n"
    )


def test_a_claim_is_told_with_its_date_and_source_and_other_finds_without_those_columns() -> None:
    ship = Found(SHIP.id, "vessel", "AN SAN 1", {"imo": "7303803"}, 1.0, "AN SAN 1", "primary")
    claim = Found(SHIP.id, "claim", "HOPE SEA", {}, 0.5, "HOPE SEA", "identity_claim", "2018-06", (UN,))
    assert render(Search("an san", (ship,), LISTS[1:]), "table") == (
        "score  kind    name      found as            id\n"
        "-----  ------  --------  ------------------  ------------------\n"
        "1.00   vessel  AN SAN 1  AN SAN 1 (primary)  vessel-imo-7303803\n"
        "Lists: own (read 2026-03-02).\n"
    )
    assert render(Search("h", (claim,), LISTS[1:]), "table") == (
        "score  kind   name      found as                   id                  claimed  source\n"
        "-----  -----  --------  -------------------------  ------------------  -------  -------------\n"
        "0.50   claim  HOPE SEA  HOPE SEA (identity claim)  vessel-imo-7303803  2018-06  un-sc KPe.062\n"
        "Lists: own (read 2026-03-02).\n"
    )


def test_an_empty_answer_is_a_sentence_an_empty_list_and_no_rows() -> None:
    nothing = Search("atlantis", (), ())
    assert render(nothing, "table") == "Nothing answers to 'atlantis'.\nLists: none.\n"
    assert json.loads(render(nothing, "json")) == {"query": "atlantis", "entities": [], "lists": []}
    assert render(nothing, "csv") == render(nothing, "jsonl") == as_csv([]) == ""


def test_a_hostile_name_is_shown_to_people_in_codes_and_kept_for_programs() -> None:
    name = "=1+1\x1b[2J\u202eSHIP"
    found = Search(name, (Found("v-1", "vessel", name, {}, 1.0, name, "primary"),), ())
    table, csv_text, json_text = (render(found, form) for form in ("table", "csv", "json"))
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert "=1+1\\u001b[2J\\u202eSHIP" in table
    assert f"v-1,vessel,'{name}," in csv_text
    assert json.loads(json_text)["entities"][0]["name"] == name


def test_a_name_that_is_no_ascii_is_written_as_it_is() -> None:
    found = Search("маяк", (Found("v-1", "vessel", "МАЯК 安山", {}, 1.0, "МАЯК 安山", "primary"),), ())
    assert all("МАЯК 安山" in render(found, form) for form in ("table", "json", "jsonl", "csv"))


def test_the_age_of_a_list_cannot_carry_hidden_signs_to_the_terminal() -> None:
    assert render(Search("x", (), (ListAge("a\x1b[1m", "2018\x07", "2020-01-01"),)), "table").endswith(
        "Lists: a\\u001b[1m (published 2018\\u0007, read 2020-01-01).\n"
    )
