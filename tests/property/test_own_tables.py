"""A table of one's own may be dealt out over several sources and read in any order: ids and graph stay the same."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.graph.build import build_graph
from graphkit.names.normalise import comparison_form
from graphkit.resolve.own_ids import settle
from graphkit.resolve.pipeline import resolve
from tests.case_tables import Tables, tables_of
from tests.unit.sources.plain_folder import read_texts

ENTITIES = "id,kind,name,aliases,imo,flag,source"
LINKS = "from,to,type,start"
SHIPS = {"1": ("AN SAN 1", "7303803"), "2": ("AN SAN 2", "9003550"), "3": ("HOPE SEA", ""), "firm": ("KOREA ANSAN", "")}


@st.composite
def rows_of_tables(draw: st.DrawFn) -> dict[str, list[str]]:
    """Rows of entities and links; rows of one id agree in their name."""
    entities = []
    for key in draw(st.lists(st.sampled_from(sorted(SHIPS)), max_size=8)):
        name, imo = SHIPS[key]
        kind = "company" if key == "firm" else draw(st.sampled_from(["vessel", ""]))
        number = draw(st.sampled_from(["", imo]))
        alias, flag = draw(st.sampled_from(["", "M/V HOPE"])), draw(st.sampled_from(["", "KP"]))
        entities.append(f"{key},{kind},{name},{alias},{number},{flag},{draw(st.sampled_from(['a', 'b']))}")
    ends = st.sampled_from(
        [*SHIPS, "HOPE SEA", "hope-sea", "7303803", "IMO 9074729", "OCEAN STAR", "Ocean Star", "UNKNOWN"]
    )
    links = draw(
        st.lists(
            st.tuples(ends, ends, st.sampled_from(["OWNS", "LINKED_TO"]), st.sampled_from(["", "2018"])), max_size=8
        )
    )
    return {ENTITIES: entities, LINKS: [",".join(link) for link in links]}


def build(sources: Mapping[str, Mapping[str, list[str]]]) -> tuple[Tables, Tables]:
    """The tables of the decision and of the graph, from the rows of each source's tables."""
    with TemporaryDirectory() as folder:
        said = {}
        for name, of_tables in sources.items():
            (place := Path(folder) / name).mkdir()
            parts = enumerate(of_tables.items())
            texts = {f"t{n}.csv": "\n".join([header, *rows]) + "\n" for n, (header, rows) in parts}
            said[name] = read_texts(place, texts)[0]
    frames = tables_of(settle(said).statements)
    resolution = resolve(frames)
    return {"entities": resolution.record_entities}, build_graph(frames, resolution, search_key=comparison_form)


@settings(max_examples=25)
@given(rows_of_tables(), st.data())
def test_one_table_dealt_out_over_three_sources_gives_the_same_ids_and_the_same_graph(
    rows: dict[str, list[str]], data: st.DataObject
) -> None:
    dealt: dict[str, dict[str, list[str]]] = {name: {ENTITIES: [], LINKS: []} for name in ("x", "y", "z")}
    for header, lines in rows.items():
        for line in data.draw(st.permutations(lines)):
            dealt[data.draw(st.sampled_from(sorted(dealt)))][header].append(line)
    (one, graph), (other, other_graph) = build({"whole": rows}), build(dealt)
    pd.testing.assert_frame_equal(one["entities"], other["entities"])
    for table in ("entities", "links"):
        pd.testing.assert_frame_equal(graph[table], other_graph[table], check_dtype=False)
