"""How two parties are connected: by links of any kind in any direction, and by events."""

from pathlib import Path

from graphkit.analyse.connections import paths
from graphkit.analyse.day import as_of
from graphkit.model.answers import PathStep, SourceRef
from graphkit.model.vocabulary import Certainty
from graphkit.store.local import LocalStore
from tests.small_cases import DAY, small_case

PARTIES = """
    id,kind,name,imo
    aurora,vessel,AURORA,9074729
    borealis,vessel,BOREALIS,7303803
    corona,vessel,CORONA,
    alpha,company,Alpha Crossing,
    bravo,company,Bravo Meridian,
    carol,person,Carol Quist,
    nobody,company,UNKNOWN,
"""


def told(case: LocalStore, who: str, whom: str, **options: int) -> list[str]:
    """Each path as the names of its parties with the type of each step between them."""
    return [
        " ".join(
            [path.entities[0].name]
            + [
                word
                for step, entity in zip(path.steps, path.entities[1:], strict=True)
                for word in (f"-{step.type}-", entity.name)
            ]
        )
        for path in paths(case, who, whom, as_of(DAY), **options).paths
    ]


def test_links_join_in_either_direction_and_of_any_type(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,aurora,OWNS
        bravo,alpha,INSURED_BY
        bravo,borealis,MANAGES
    """
    case = small_case(tmp_path, entities=PARTIES, links=links)
    way = "AURORA -OWNS- Alpha Crossing -INSURED_BY- Bravo Meridian -MANAGES- BOREALIS"
    assert told(case, "AURORA", "BOREALIS") == [way]
    assert told(case, "AURORA", "BOREALIS", max_hops=2) == []
    assert told(case, "AURORA", "CORONA") == []
    assert told(case, "AURORA", "AURORA") == []


def test_the_steps_of_a_path_follow_the_arrows_of_their_links(tmp_path: Path) -> None:
    links = "from,to,type,role,start,certainty,source\nalpha,aurora,OWNS,owner,2018,alleged,paper-a#p1"
    (path,) = paths(small_case(tmp_path, entities=PARTIES, links=links), "AURORA", "alpha", as_of(DAY)).paths
    aurora, alpha = (entity.id for entity in path.entities)
    source = SourceRef("paper-a", place="p1", file="links.csv", line=2)
    assert path.steps == (
        PathStep(alpha, aurora, "OWNS", "owner", "2018", Certainty.ALLEGED, (source,), (source.source,)),
    )


def test_two_ships_that_met_are_connected_whatever_the_day(tmp_path: Path) -> None:
    events = """
        id,type,vessel,counterpart,start,certainty,source
        e1,sts_transfer,aurora,borealis,2030-02-13,likely,paper-a
        e1,sts_transfer,aurora,borealis,2030-02-13,alleged,paper-b
        e2,sighting,aurora,,2018-01-01,stated,paper-a
    """
    (path,) = paths(small_case(tmp_path, entities=PARTIES, events=events), "AURORA", "BOREALIS", as_of(DAY)).paths
    (step,) = path.steps
    assert (step.type, step.date, step.certainty) == ("STS_TRANSFER", "2030-02-13", Certainty.LIKELY)
    assert [ref.source for ref in step.sources] == ["paper-a", "paper-b"]


def test_parallel_links_and_events_are_one_step_told_by_the_surest(tmp_path: Path) -> None:
    links = """
        from,to,type,certainty,source
        alpha,aurora,OWNS,suspected,paper-a
        alpha,aurora,MANAGES,stated,paper-b
    """
    (path,) = paths(small_case(tmp_path, entities=PARTIES, links=links), "AURORA", "alpha", as_of(DAY)).paths
    (step,) = path.steps
    assert (step.type, step.certainty, [ref.source for ref in step.sources]) == (
        "MANAGES",
        Certainty.STATED,
        ["paper-b", "paper-a"],
    )


def test_a_link_that_has_ended_connects_nobody(tmp_path: Path) -> None:
    links = "from,to,type,end\nalpha,aurora,OWNS,2019-01-01\nalpha,borealis,OWNS,"
    assert told(small_case(tmp_path, entities=PARTIES, links=links), "AURORA", "BOREALIS") == []


def test_no_path_leads_through_a_placeholder_and_one_may_end_there(tmp_path: Path) -> None:
    links = """
        from,to,type
        nobody,aurora,OWNS
        nobody,borealis,OWNS
        alpha,aurora,OWNS
        bravo,alpha,OWNS
        bravo,borealis,OWNS
    """
    case = small_case(tmp_path, entities=PARTIES, links=links)
    assert told(case, "AURORA", "BOREALIS") == ["AURORA -OWNS- Alpha Crossing -OWNS- Bravo Meridian -OWNS- BOREALIS"]
    assert told(case, "AURORA", "own:nobody") == ["AURORA -OWNS- UNKNOWN"]


def test_all_shortest_paths_are_told_up_to_the_number_asked_for(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,aurora,OWNS
        alpha,borealis,OWNS
        bravo,aurora,OWNS
        bravo,borealis,OWNS
        carol,aurora,OWNS
        carol,corona,OWNS
        corona,borealis,LINKED_TO
    """
    case = small_case(tmp_path, entities=PARTIES, links=links)
    both = {f"AURORA -OWNS- {each} -OWNS- BOREALIS" for each in ("Alpha Crossing", "Bravo Meridian")}
    assert set(told(case, "AURORA", "BOREALIS")) == both
    cut = paths(case, "AURORA", "BOREALIS", as_of(DAY), limit=1)
    assert (len(cut.paths), cut.truncated) == (1, True)
    assert paths(case, "AURORA", "BOREALIS", as_of(DAY), limit=2).truncated is False
