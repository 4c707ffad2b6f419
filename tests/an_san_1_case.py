"""AN SAN 1 and what lies around her, with one of everything that has gone wrong somewhere."""

from tests.graph_tables import GraphRows, Row, entity, link, name

SHIP, OWNER, PARENT = "vessel-imo-7303803", "company-imo-5676084", "company-parent"

SECRET = "told by an informant"
"""The wording of every internal statement of the hand-made case."""

HOSTILE = (
    "O'BRIEN \"); MATCH (n) DETACH DELETE n //",
    "<script>alert(1)</script>",
    "`Entity` {id: $rows} \\u0027 \\ %s 100%",
    "\u202eGNIPPIHS \u0000 𐍈 Ω朝鮮安山船舶",
)

_ENTITIES: list[Row] = sorted(
    [
        entity(SHIP, "AN SAN 1", imo="7303803", mmsi="445123000", flag="KP", countries="KP", type="tanker", records=3),
        entity(OWNER, "Korea Ansan Shipping Company", company_imo="5676084", countries="CN; KP"),
        entity(PARENT, "PARENT HOLDINGS"),
        entity(
            "company-old",
            "FORMER OWNER",
            dissolved="2012",
            dissolved_min=15340,
            dissolved_max=15705,
            blocked_ofac="possible",
            blocked_review="ofac",
            blocked_as_of="2018-06-29",
            blocked_because="company-a; company-b",
            effective_listed_share_min=0.0,
            effective_listed_share_max=33.3,
        ),
        entity("company-a"),
        entity("company-b"),
        entity("company-far", HOSTILE[0]),
        entity("company-unknown", "UNKNOWN", unknown=True),
        entity("company-behind-unknown"),
        entity("vessel-sister", HOSTILE[1]),
        entity("person-agent"),
        entity("person-kim", HOSTILE[2]),
        entity("person-li", HOSTILE[3]),
        entity("organization-ministry"),
        entity("address-pyongyang"),
        entity("aircraft-1"),
        {**entity("x-mentioned"), "kind": "not_stated"},
        entity("person-secret", SECRET, visibility="internal"),
    ],
    key=lambda row: str(row["entity_id"]),
)

_LINKS: list[Row] = [
    link("l-owner", "OWNS", OWNER, SHIP, role="registered_owner"),
    link("l-linked", "LINKED_TO", OWNER, SHIP, role="Linked To"),
    # Four links between two parties are the evidence of one step.
    link("l-parent-1", "OWNS", PARENT, OWNER, role="shareholder", share_min=51.0, share_max=51.0),
    link("l-parent-2", "OWNS", PARENT, OWNER, share_min=25.0, share_max=50.0, share_min_exclusive=True),
    link("l-parent-3", "CONTROLS", PARENT, OWNER, certainty="alleged"),
    link("l-parent-4", "MANAGES", PARENT, OWNER, role="ship_manager"),
    # Owned until 2010; then, since an unknown day of 2018, on which nobody knows.
    link(
        "l-old",
        "OWNS",
        "company-old",
        SHIP,
        start="2001",
        start_min=11323,
        start_max=11687,
        end="2010-01-01",
        end_min=14610,
        end_max=14610,
    ),
    link("l-since", "MANAGES", "company-a", SHIP, start="2018", start_min=17532, start_max=17896, joint="and sons"),
    link("l-cycle-1", "OWNS", "company-a", "company-b", share_min=33.333, share_max=33.333),
    link("l-cycle-2", "OWNS", "company-b", "company-a", share_min=50.0, share_min_exclusive=True),
    link("l-self", "CONTROLS", "company-b", "company-b"),
    # Behind a placeholder stands nobody whom a chain may reach.
    link("l-unknown", "OWNS", "company-unknown", SHIP),
    link("l-behind", "OWNS", "company-behind-unknown", "company-unknown"),
    # The agent acts for the ministry: on the way up, along the arrow.
    link("l-agent", "ACTS_FOR", "person-agent", "organization-ministry", role="agent"),
    link("l-agent-owns", "OWNS", "person-agent", PARENT),
    link("l-member", "MEMBER_OF", "organization-ministry", "address-pyongyang"),
    # Family is a step without a side, taken once: from Kim to Li, and no further to the aircraft's owner.
    link("l-kim", "DIRECTS", "person-kim", "company-a"),
    link("l-family", "FAMILY_OF", "person-li", "person-kim", role="brother"),
    link("l-associate", "ASSOCIATE_OF", "person-li", "x-mentioned"),
    link("l-li", "OWNS", "company-far", "person-li"),
    link("l-sister", "OWNS", OWNER, "vessel-sister"),
    link("l-linked-down", "LINKED_TO", "vessel-sister", "aircraft-1"),
    link("l-successor", "SUCCEEDED_BY", "company-old", OWNER),
    link("l-secret", "OWNS", "person-secret", SHIP, visibility="internal"),
]


def _stated(row: Row) -> list[Row]:
    """Two public statements of a link, the surest first, and one that nobody may see."""
    common = {"link_id": row["link_id"], "file": "un.xml"}
    statements = [
        {
            **common,
            "statement_id": "s2",
            "certainty": "stated",
            "source_id": "un-sc",
            "place": "KPe.062",
            "wording": HOSTILE[0],
        },
        {
            **common,
            "statement_id": "s1",
            "certainty": "alleged",
            "source_id": "ofac-sdn",
            "source_reference": "23730",
            "line": 7,
        },
        {
            **common,
            "statement_id": "s0",
            "certainty": "alleged",
            "source_id": "notes",
            "wording": SECRET,
            "visibility": "internal",
        },
    ]
    return statements[2:] if row.get("visibility") == "internal" else statements


_NAMES: list[Row] = [
    name(SHIP, "AN SAN 1", source_id="ofac-sdn", line=3),
    name(SHIP, "AN SAN 1"),
    name(SHIP, "AN-SAN-1", "alias"),
    name(SHIP, "HOPE SEA II", "former"),
    name(SHIP, SECRET, "alias", visibility="internal"),
    name(OWNER, "Korea Ansan Shipping Company"),
    name("vessel-sister", "AN SAN 1", "former"),
    name("person-li", HOSTILE[3]),
    name("company-far", HOSTILE[0]),
    name("person-kim", HOSTILE[2], "weak"),
    name("vessel-sister", HOSTILE[1]),
    name("x-mentioned", "..."),  # nothing is left of it in comparison form
]

_FACTS: list[Row] = [
    {
        "entity_id": "vessel-sister",
        "property": "imo",
        "value": "IMO 7303803",
        "code": "7303803",
        "valid": "ok",
        "source_id": "eu-oj",
    },
    {
        "entity_id": SHIP,
        "property": "call_sign",
        "value": "HMYX3",
        "code": "HMYX3",
        "valid": "unchecked",
        "source_id": "un-sc",
    },
    {
        "entity_id": SHIP,
        "property": "flag",
        "value": "Belize",
        "code": "BZ",
        "start": "2018-02",
        "source_id": "nk-news",
    },
    {"entity_id": SHIP, "property": "flag", "value": "DPRK", "code": "KP", "source_id": "eu-oj"},
    {"entity_id": SHIP, "property": "flag", "value": "DPRK", "code": "KP", "source_id": "un-sc"},
    {
        "entity_id": SHIP,
        "property": "imo",
        "value": "7303803",
        "code": "7303803",
        "valid": "ok",
        "source_id": "ofac-sdn",
    },
    {
        "entity_id": SHIP,
        "property": "imo",
        "value": "IMO 7303804",
        "code": "7303804",
        "valid": "bad_checksum",
        "source_id": "wp",
    },
    {"entity_id": SHIP, "property": "note", "value": SECRET, "source_id": "notes", "visibility": "internal"},
]

_LISTINGS: list[Row] = [  # in the order of their ids
    {
        **{"listing_id": "g-1", "entity_id": OWNER, "authority": "UN", "list": "UN 1718", "measure": "asset_freeze"},
        **{"reference": "KPe.062", "programs": "DPRK; UN-SC1718", "known_day": 20511},
        **{"listed": "2018-03-30", "listed_min": 17620, "listed_max": 17620},
    },
    {
        **{"listing_id": "g-2", "entity_id": SHIP, "authority": "OFAC", "list": "SDN", "measure": "asset_freeze"},
        **{"reference": "23730", "programs": "DPRK4", "known_day": 18809},
    },
    {
        **{"listing_id": "g-3", "entity_id": PARENT, "authority": "UK", "list": "UK", "measure": "advisory"},
        **{"known_day": 10000},
    },
    {
        **{"listing_id": "g-4", "entity_id": "company-old", "authority": "EU", "list": "XIV.B", "measure": "port_ban"},
        **{"reference": "23730", "known_day": 18000, "listed": "2010", "listed_min": 14610, "listed_max": 14974},
        **{"delisted": "2019-01-01", "delisted_min": 17897, "delisted_max": 17897},
    },
    {
        **{"listing_id": "g-5", "entity_id": SHIP, "authority": "EU", "measure": "asset_freeze", "known_day": 1},
        **{"reference": SECRET, "visibility": "internal"},
    },
]

_LISTING_SOURCES: list[Row] = [
    {"listing_id": "g-1", "statement_id": "t2", "source_id": "un-sc", "place": "KPe.062"},
    {"listing_id": "g-1", "statement_id": "t1", "source_id": "eu-oj", "wording": HOSTILE[2]},
    {"listing_id": "g-1", "statement_id": "t0", "source_id": "notes", "wording": SECRET, "visibility": "internal"},
    {"listing_id": "g-2", "statement_id": "t3", "source_id": "ofac-sdn"},
]

_EVENTS: list[Row] = [
    {
        **{"event_id": "e-claim", "type": "identity_claim", "claimed_name": "HOPE SEA", "claimed_flag": "SL"},
        **{"start": "2018-06", "start_min": 17683, "start_max": 17712, "source_id": "wp"},
    },
    # Two accounts of one transfer, which do not agree; the second stands behind another event in the table.
    {
        **{"event_id": "e-sts", "type": "sts_transfer", "area": "South China Sea", "certainty": "stated"},
        **{"start": "2018-06-29", "start_min": 17711, "start_max": 17711, "latitude": 20.5, "longitude": 120.25},
        **{"source_id": "wp"},
    },
    {"event_id": "e-undated", "type": "sighting", "note": HOSTILE[1], "source_id": "eu-oj", "draught_before_m": 5.5},
    {"event_id": "e-sts", "type": "sts_transfer", "certainty": "likely", "source_id": "eu-oj"},
    {"event_id": "e-odd", "type": "Odd {type}", "claimed_name": "KAL MA", "source_id": "wp"},
    {"event_id": "e-secret", "type": "sighting", "note": SECRET, "source_id": "notes", "visibility": "internal"},
]

_PARTICIPANTS: list[Row] = [
    {"event_id": "e-claim", "entity_id": SHIP, "role": "subject"},
    {"event_id": "e-secret", "entity_id": SHIP, "role": "subject"},
    {"event_id": "e-sts", "entity_id": SHIP, "role": "receiver"},
    {"event_id": "e-sts", "entity_id": SHIP, "role": "subject"},
    {"event_id": "e-sts", "entity_id": "vessel-sister", "role": "counterpart"},
    {"event_id": "e-undated", "entity_id": SHIP, "role": "subject"},
]


def small_case() -> GraphRows:
    """The tables by name; every call gives the same rows."""
    return {
        "entities": _ENTITIES,
        "entity_names": sorted(_NAMES, key=lambda row: (row["entity_id"], row["name"], row["name_kind"])),
        "entity_facts": _FACTS,
        "links": sorted(_LINKS, key=lambda row: str(row["link_id"])),
        "link_sources": [
            statement for row in sorted(_LINKS, key=lambda row: str(row["link_id"])) for statement in _stated(row)
        ],
        "listings": _LISTINGS,
        "listing_sources": _LISTING_SOURCES,
        "events": _EVENTS,
        "event_entities": _PARTICIPANTS,
        "old_ids": [
            {"old_id": "vessel-1a2b", "entity_id": SHIP},
            {"old_id": "person-secret-old", "entity_id": "person-secret"},
        ],
        "records": [
            {"record_id": "ofac-sdn:23730", "dataset": "ofac-sdn", "kind": "vessel", "name": "AN SAN 1"},
            {"record_id": "un:KPe.062", "dataset": "un-sc", "kind": "company", "name": "Korea Ansan Shipping Company"},
            {
                "record_id": "notes:1",
                "dataset": "notes",
                "name": "AN SAN 1",
                "visibility": "internal",
                "wording": SECRET,
            },
            {"record_id": "un:far", "dataset": "un-sc", "kind": "company", "name": "FAR"},
        ],
        "record_entities": [
            {"record_id": "notes:1", "entity_id": SHIP},
            {"record_id": "ofac-sdn:23730", "entity_id": SHIP},
            {"record_id": "un:KPe.062", "entity_id": OWNER},
            {"record_id": "un:far", "entity_id": "company-far"},
        ],
        "pairs": [
            {"left": "un:KPe.062", "right": "un:far", "match_weight": 3.5, "verdict": "review"},
            {"left": "notes:1", "right": "un:far", "match_weight": 9.5, "verdict": "review"},
            {"left": "ofac-sdn:23730", "right": "un:far", "match_weight": 1.5, "verdict": "apart"},
        ],
        "sources": [
            {"id": "un-sc", "title": "UN list", "published": "2026-02-27"},
            {"id": "notes", "title": SECRET, "visibility": "internal"},
        ],
    }
