"""Which table a file is: by the names of its columns, whatever the file is called and however they are spelt."""

from pathlib import Path

import pytest

from graphkit.sources.plain_tables import recognise
from graphkit.sources.plain_tables.columns import columns_of

ANYWHERE = Path("list.txt")


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("id,title,publisher,url,archive_url,published,retrieved,kind,reliability,file,visibility", "sources"),
        (
            "id,kind,name,aliases,former_names,imo,company_imo,mmsi,call_sign,flag,country,registration_number,lei,"
            "birth_date,address,type,built,gt,dwt,dissolved,visibility,source",
            "entities",
        ),
        (
            "from,to,type,share,share_min,share_max,share_min_exclusive,share_max_exclusive,start,end,role,joint,"
            "certainty,visibility,source",
            "links",
        ),
        ("entity,authority,list,program,measure,listed,delisted,reference,source", "listings"),
        (
            "id,type,vessel,counterpart,start,end,lat,lon,area,claimed_name,claimed_imo,claimed_flag,draught_before,"
            "draught_after,certainty,source,note",
            "events",
        ),
        ("report,category,expected,entity,paragraph,source", "reports"),
    ],
)
def test_each_table_of_the_contract_is_recognised_by_its_columns(header: str, part: str) -> None:
    assert recognise(ANYWHERE, header + "\n") == part


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("Vessel Name;IMO Number;Call Sign;Flag State", "entities"),
        ("vessel_imo\tvessel_type\tcallsign", "entities"),
        ('"id","name"', "entities"),
        ("from,to", "links"),
        ("From,To,Link Type,Since", "links"),
        ("event_type,start,vessel_imo,vessel_name,lat,lon", "events"),
        ("entity_id,list_name,date_listed", "listings"),
        ("\n\nreport,entity\n", "reports"),
        ("id,name,colour,captain,size,port,weather,mood", "entities"),
    ],
)
def test_other_spellings_and_delimiters_are_read_from_the_first_row(header: str, part: str) -> None:
    assert recognise(ANYWHERE, header) == part


@pytest.mark.parametrize(
    "header",
    [
        "",
        "\n\n",
        "id",
        "id|name|imo",  # another delimiter
        "from,to,subject,body,cc",  # letters
        "<?xml version='1.0'?><CONSOLIDATED_LIST>",
        '{"id": "1", "name": "AN SAN 1"}',
        '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ',
        "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,country,imoNumber,mmsi,flag",
        "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType",
        "pair_id,name_a,name_b,label,kind",
        # One row a role of a ship's register: the number is the ship's and the name the company's.
        "imo,role,company_name,company_imo,company_country,address,since,until,source,url",
        '"id,name',
    ],
)
def test_what_is_no_table_of_ones_own_is_not_recognised(header: str) -> None:
    assert recognise(ANYWHERE, header) is None


def test_of_two_columns_that_mean_the_same_the_one_under_its_own_name_counts() -> None:
    assert columns_of(["vessel_imo", "imo", "Name", "name"], "entities") == ("", "imo", "name", "")


def test_a_ships_register_is_no_table_of_events_because_it_has_a_type() -> None:
    assert recognise(ANYWHERE, "vessel_name,vessel_imo,type,built") == "entities"
