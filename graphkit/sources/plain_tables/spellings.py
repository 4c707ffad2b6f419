"""The columns of one's own tables, each with the other spellings that registers and exports use for it.

The names are those of the contract; `wording` is the source's own words. Capitals, blanks, hyphens and underscores do
not count, so that `callsign` needs no entry beside `call_sign`.
"""

from collections.abc import Mapping
from typing import Final

_Spellings = Mapping[str, str]

_EVERYWHERE: Final[_Spellings] = {
    "source": "sources source_id",
    "visibility": "",
    "wording": "quote evidence quote_or_note",
}
_SPAN: Final[_Spellings] = {
    "start": "since start_date from_date valid_from begin",
    "end": "until till end_date to_date valid_to",
    "certainty": "",
}

SPELLINGS: Final[Mapping[str, _Spellings]] = {
    "sources": {
        "id": "source_id",
        "title": "",
        "publisher": "",
        "url": "link",
        "archive_url": "archived",
        "published": "published_on publication_date date",
        "retrieved": "retrieved_on accessed",
        "kind": "type source_type",
        "reliability": "",
        "file": "file_name",
        "visibility": "",
    },
    "entities": {
        "id": "entity_id",
        "kind": "entity_kind entity_type",
        "name": "ship_name vessel_name company_name full_name legal_name caption",
        "aliases": "alias also_known_as aka other_names",
        "former_names": "former_name previous_names previous_name fka ex_names ex_name",
        "imo": "imo_number imo_no vessel_imo vessel_imo_number ship_imo",
        "company_imo": "company_imo_number imo_company imo_company_number",
        "mmsi": "vessel_mmsi mmsi_number",
        "call_sign": "radio_call_sign vessel_call_sign",
        "flag": "flag_state vessel_flag",
        "country": "countries jurisdiction country_code",
        "registration_number": "registration_no reg_number reg_no company_number",
        "lei": "lei_code",
        "birth_date": "date_of_birth dob",
        "address": "addresses",
        "type": "vessel_type ship_type",
        "built": "year_built build_year year_of_build",
        "gt": "gross_tonnage grt",
        "dwt": "deadweight deadweight_tonnage",
        "dissolved": "dissolution_date dissolved_on",
        **_EVERYWHERE,
    },
    "links": {
        "from": "from_id from_entity holder",
        "to": "to_id to_entity held",
        "type": "link_type relation relationship relationship_type",
        "share": "percentage percent share_percent stake",
        "share_min": "",
        "share_max": "",
        "share_min_exclusive": "",
        "share_max_exclusive": "",
        "role": "",
        "joint": "",
        **_SPAN,
        **_EVERYWHERE,
    },
    "listings": {
        "entity": "entity_id party",
        "authority": "",
        "list": "list_name",
        "program": "programs programme programmes",
        "measure": "measures",
        "listed": "listed_on date_listed listing_date designated designation_date",
        "delisted": "delisted_on date_delisted",
        "reference": "ref reference_number list_reference",
        **_EVERYWHERE,
    },
    "events": {
        "id": "event_id",
        "type": "event_type",
        "vessel": "vessel_id ship",
        "vessel_imo": "vessel_imo_number",
        "vessel_name": "ship_name",
        "vessel_mmsi": "",
        "counterpart": "counterpart_id counterparty",
        "counterpart_imo": "counterpart_imo_number",
        "counterpart_name": "counterparty_name",
        "counterpart_mmsi": "",
        "lat": "latitude",
        "lon": "longitude lng long",
        "area": "location place",
        "claimed_name": "",
        "claimed_imo": "",
        "claimed_flag": "",
        "draught_before": "draft_before",
        "draught_after": "draft_after",
        "note": "notes comment",
        **_SPAN,
        **_EVERYWHERE,
        "start": f"{_SPAN['start']} date",
    },
    "reports": {
        "report": "report_id",
        "category": "",
        "expected": "expected_number",
        "entity": "entity_id",
        "paragraph": "para",
        **_EVERYWHERE,
    },
}
