"""The columns of pages about ships and companies, each with other spellings, as analysts copy them into tables.

ship_companies: one row for each ship and role. ships: one row for each ship, roles in columns of their own.
ship_history: names, flags or class of a ship over time. company_register: holders and officers of a company. Capitals,
blanks and hyphens do not count.
"""

from collections.abc import Mapping
from typing import Final

_Spellings = Mapping[str, str]

_SAID: Final[_Spellings] = {
    "source": "sources source_id",
    "visibility": "",
    "wording": "quote evidence",
}
_SHIP: Final[_Spellings] = {
    "imo": "imo_number imo_no imo_ship ship_imo ship_imo_number vessel_imo vessel_imo_number imo_ship_number",
    "ship_name": "name_of_ship vessel_name name_of_vessel ship vessel",
}
_EFFECT: Final[_Spellings] = {
    "since": "date_of_effect effective_date date_effective effect_date effect",
    "until": "end_date to_date till date_of_end",
}

ROLES: Final[_Spellings] = {
    "registered_owner": "reg_owner regd_owner legal_owner",
    "owner": "ship_owner vessel_owner",
    "beneficial_owner": "group_owner group_beneficial_owner gbo ubo ultimate_owner ultimate_beneficial_owner",
    "ship_manager": "manager ship_manager_commercial_manager vessel_manager",
    "commercial_manager": "",
    "technical_manager": "tech_manager",
    "ism_manager": "safety_manager",
    "doc_company": "company_doc doc_holder",
    "operator": "ship_operator third_party_operator",
    "bareboat_charterer": "demise_charterer",
    "class_society": "class classification_society classification",
    "insurer": "p_and_i p_and_i_club p_i_club p_i",
}
"""Roles that have columns of their own in a table with one row for each ship."""

DETAILS: Final[_Spellings] = {
    "": "name",
    "imo": "imo_number imo_no company_imo company_imo_number imo_company_number company_number number",
    "country": "nationality",
    "address": "",
    "since": "date_of_effect effective_date from start date",
    "until": "to till end",
}


def _role_columns() -> dict[str, str]:
    """`registered_owner`, `registered_owner_imo`, ... with every spelling of the role and of what stands behind it."""
    columns = {}
    for role, others in ROLES.items():
        for detail, behind in DETAILS.items():
            words = (detail, *behind.split())
            spellings = (f"{name}_{word}".rstrip("_") for name in (role, *others.split()) for word in words)
            columns[f"{role}_{detail}".rstrip("_")] = " ".join(spellings)
    return columns


SPELLINGS: Final[Mapping[str, _Spellings]] = {
    "ship_companies": {
        **_SHIP,
        "ship_name": f"{_SHIP['ship_name']} name",
        "role": "role_of_company company_role",
        "company": "company_name name_of_company party",
        "company_imo": "imo_company imo_company_number company_imo_number imo_company_no company_number company_imo_no",
        "country": "company_country nationality country_of_company",
        "address": "company_address address_of_company",
        **_EFFECT,
        "since": f"{_EFFECT['since']} start start_date from_date",
        "until": f"{_EFFECT['until']} end",
        **_SAID,
    },
    "ships": {
        **_SHIP,
        "ship_name": f"{_SHIP['ship_name']} name",
        "former_names": "former_name previous_names previous_name ex_names ex_name",
        "flag": "flag_state vessel_flag",
        "call_sign": "radio_call_sign",
        "mmsi": "mmsi_number vessel_mmsi",
        "type": "ship_type vessel_type type_of_ship type_of_vessel",
        "gt": "gross_tonnage gross_tonnes grt",
        "dwt": "deadweight deadweight_tonnage",
        "built": "year_built build_year year_of_build",
        "status": "ship_status status_of_ship vessel_status",
        **_role_columns(),
        **_SAID,
    },
    "ship_history": {
        **_SHIP,
        "ship_name": f"{_SHIP['ship_name']} name",
        "flag": "flag_state",
        "class_society": "classification_society classification class",
        **_EFFECT,
        **_SAID,
    },
    "company_register": {
        "company": "company_name name_of_company",
        "registration_number": "company_number registration_no reg_number reg_no registered_number",
        "country": "jurisdiction country_of_registration register_country",
        "company_imo": "company_imo_number imo_company_number",
        "address": "registered_office company_address registered_address",
        "holder": "shareholder shareholder_name name_of_shareholder psc psc_name member "
        "person_with_significant_control",
        "holder_kind": "shareholder_kind shareholder_type holder_type psc_kind",
        "holder_registration_number": "shareholder_registration_number holder_company_number",
        "holder_country": "shareholder_country nationality holder_nationality shareholder_nationality",
        "holder_address": "shareholder_address",
        "share": "percentage percent share_percent shareholding stake percent_held",
        "shares_held": "number_of_shares shares no_of_shares",
        "total_shares": "shares_issued issued_shares shares_total total_number_of_shares",
        "share_class": "class_of_shares class_of_share class",
        "nature_of_control": "natures_of_control nature_of_controls control",
        "officer": "officer_name name_of_officer",
        "director": "director_name name_of_director directors",
        "secretary": "secretary_name name_of_secretary",
        "position": "officer_role role capacity",
        "birth_date": "date_of_birth dob",
        "since": "date_of_appointment appointed appointed_on appointment_date notified notified_on start start_date",
        "until": "ceased ceased_on date_of_cessation resigned resigned_on date_of_resignation end end_date",
        **_SAID,
    },
}
