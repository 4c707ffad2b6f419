"""How much of a report's list a case knows: counted by hand on a report of ten ships and three companies."""

from pathlib import Path

import pytest

from graphkit.analyse.coverage import coverage
from graphkit.analyse.day import as_of
from graphkit.errors import NotFound
from graphkit.model.answers import Coverage
from tests.small_cases import DAY, small_case

ENTITIES = """
    id,kind,name,imo,company_imo
    aurora,vessel,AURORA,9074729,
    borealis,vessel,BOREALIS,7303803,
    corona,vessel,CORONA,,
    delphin,vessel,DELPHIN,1234568,
    alpha,company,Alpha Crossing,,5676084
    bravo,company,Bravo Meridian,,
"""
# AURORA is linked, BOREALIS met CORONA, DELPHIN has a number that fails its check and holds itself.
LINKS = "from,to,type\nalpha,aurora,OWNS\ndelphin,delphin,OWNS"
EVENTS = "id,type,vessel,counterpart,start\ne1,sts_transfer,borealis,corona,2018\ne2,sighting,delphin,,2018"
REPORTS = """
    report,category,expected,entity
    round-1,vessel,10,
    round-1,company,3,
    round-1,vessel,,aurora
    round-1,vessel,,borealis
    round-1,vessel,,corona
    round-1,vessel,,DELPHIN
    round-1,vessel,,aurora
    round-1,company,,alpha
    round-2,vessel,,aurora
"""


def test_named_identified_and_linked_are_counted_and_what_is_only_counted_stays_a_number(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=ENTITIES, links=LINKS, events=EVENTS, reports=REPORTS)
    answer = coverage(case, "round-1", as_of(DAY))
    assert answer.vessels == Coverage(expected=10, named=4, identified=2, linked=3)
    assert answer.companies == Coverage(expected=3, named=1, identified=1, linked=1)
    assert [entity.name for entity in answer.parties] == ["Alpha Crossing", "AURORA", "BOREALIS", "CORONA", "DELPHIN"]


def test_a_report_that_counts_nothing_expects_nothing_in_particular(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=ENTITIES, reports=REPORTS)
    answer = coverage(case, "round-2", as_of(DAY))
    assert (answer.vessels, answer.companies) == (Coverage(None, 1, 1, 0), Coverage(None, 0, 0, 0))


def test_a_report_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=ENTITIES, reports=REPORTS)
    with pytest.raises(NotFound, match="holds no report 'round-3'; its reports: round-1, round-2"):
        coverage(case, "round-3", as_of(DAY))
