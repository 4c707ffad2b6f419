"""The results as Markdown tables and as a picture, both made from results.json alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

_FIRST = "graphkit"
_TITLES = {"evaluate": "evaluation part", "whole": "whole file, half of which taught graphkit"}
_OF_PAIRS = {
    "f1": "F1",
    "f1_tuned": "F1, threshold from the develop part",
    "recall_at_98": "recall at 98 % precision",
    "precision": "precision",
}
_OF_CLUSTERS = {
    "b_cubed_f1": "B-cubed F1",
    "b_cubed_precision": "B-cubed precision",
    "b_cubed_recall": "B-cubed recall",
    "pair_f1": "pair F1",
    "clusters": "clusters",
}
_SPEED = ("pairs_per_cpu_s", "first_score_s", "first_score_mb")
_SCALE = ("b_cubed_f1", "pair_f1", "candidate_recall", "pairs_per_record", "records_per_s", "cpu_s", "peak_mb")
_DIGITS = {"b_cubed_f1": 3, "pair_f1": 3, "candidate_recall": 3, "pairs_per_record": 1, "first_score_s": 2}


def markdown(told: dict[str, Any]) -> str:
    """All tables. A value in bold: graphkit's paired difference to that tool leaves out 0, and is in its favour."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: dict[str, Any]) -> Iterator[str]:
    yield f"# Entity resolution beside other tools, {told['date']}\n"
    yield f"{told['machine']}. In brackets: the middle 95 % of draws of parties with replacement."
    yield "Bold: graphkit is better, by a paired difference whose interval leaves out 0. Struck through: it is worse.\n"
    yield "| tool | version | pairs from | joins from | why |\n|---|---|---|---|---|"
    for name, tool in told["tools"].items():
        yield f"| {name} | {tool['version']} | {tool['pairs_at']} | {tool['joins_at']} | {tool['why']} |"
    for name, parts in told.get("pairs", {}).items():
        for part, figures in parts.items():
            yield f"\n## {name}, {_TITLES[part]}: {figures['pairs']:,} pairs, {figures['positive']:,} of one party\n"
            yield from _judged(figures, _OF_PAIRS)
    for name, parts in told.get("clusters", {}).items():
        for part, figures in parts.items():
            yield f"\n## {name}, {_TITLES[part]}: {figures['records']:,} records of {figures['entities']:,} entities\n"
            yield from _judged(figures, _OF_CLUSTERS)
    if "speed" in told:
        yield "\n## Pairs scored per processor second, and the first score of a process\n"
        yield from _plain(told["speed"], _SPEED)
    for size, figures in told.get("synthetic", {}).items():
        yield f"\n## Synthetic table of {int(size):,} records\n"
        yield from _plain({name: each for name, each in figures.items() if name != "records"}, _SCALE)


def _judged(figures: dict[str, Any], columns: dict[str, str]) -> Iterator[str]:
    yield f"| tool | {' | '.join(columns.values())} |\n|{'---|' * (len(columns) + 1)}"
    differences = figures.get("differences", {})
    # Bold and strokes speak of graphkit; a run of other tools alone has neither.
    beside = differences if differences.get("of") == _FIRST else {}
    for name, each in figures.items():
        if isinstance(each, dict) and name != "differences":
            cells = [_cell(each, beside.get(name, {}), measure) for measure in columns]
            yield f"| {name} | {each['failed']} |" if "failed" in each else f"| {name} | {' | '.join(cells)} |"


def _cell(each: dict[str, Any], differences: dict[str, Any], measure: str) -> str:
    if measure == "clusters" or measure not in each:
        return f"{each[measure]['value']:,.0f}" if measure in each else ""
    found, beside = each.get(measure, {}), differences.get(measure)
    text = f"{found['value']:.3f} ({found['low']:.3f} to {found['high']:.3f})"
    if beside and beside["low"] > 0:
        return f"**{text}**"
    return f"~~{text}~~" if beside and beside["high"] < 0 else text


def _plain(figures: dict[str, Any], columns: tuple[str, ...]) -> Iterator[str]:
    yield f"| tool | {' | '.join(name.replace('_', ' ') for name in columns)} |\n|{'---|' * (len(columns) + 1)}"
    for name, each in figures.items():
        numbers = [f"{each[c]:,.{_DIGITS.get(c, 0)}f}" if each.get(c) is not None else "" for c in columns]
        yield f"| {name} | {each['failed']} |" if "failed" in each else f"| {name} | {' | '.join(numbers)} |"


def _pyplot() -> Any:
    """Loaded late, since tables need none of it; the same figures give the same bytes."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "graphkit"
    from matplotlib import pyplot

    return pyplot


def picture(told: dict[str, Any], path: Path) -> None:
    """F1 of pairs and B-cubed F1 of clusters on the evaluation part, one panel for each input, with intervals."""
    pyplot = _pyplot()
    panels = [(name, "f1", "F1", parts["evaluate"]) for name, parts in told.get("pairs", {}).items()]
    panels += [
        (name, "b_cubed_f1", "B-cubed F1", parts["evaluate"]) for name, parts in told.get("clusters", {}).items()
    ]
    if not panels:
        return
    figure, axes = pyplot.subplots(2, 3, figsize=(13, 6.5), sharex=True, sharey=True, layout="constrained")
    asked = {tool for _, _, _, figures in panels for tool in figures}
    tools = [tool for tool in reversed(told["tools"]) if tool in asked]
    for axis, (name, measure, title, figures) in zip(axes.flat, panels, strict=False):
        for place, tool in enumerate(tools):
            found = figures.get(tool, {}).get(measure)
            if found is None:
                axis.text(0.02, place, "no result", va="center", fontsize=8, color="#777777")
                continue
            colour = "#00558c" if tool == _FIRST else "#999999"
            axis.barh(place, found["value"], color=colour, height=0.7)
            axis.plot([found["low"], found["high"]], [place, place], color="#222222", linewidth=1.5)
        axis.set_title(f"{name.replace('_', ' ')}: {title}", fontsize=10)
        axis.set_xlim(0, 1)
        axis.set_ylim(-0.6, len(tools) - 0.4)
    axes[0, 0].set_yticks(range(len(tools)), tools)
    figure.suptitle(f"Evaluation part, {told['date']}; lines: 95 % intervals", fontsize=11)
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


def picture_of_scale(told: dict[str, Any], path: Path) -> None:
    """What each tool costs as the synthetic table grows: processor seconds, peak memory, and how right it is."""
    pyplot = _pyplot()
    sizes = told.get("synthetic", {})
    if not sizes:
        return
    panels = (("cpu_s", "processor seconds"), ("peak_mb", "peak memory, MB"), ("b_cubed_f1", "B-cubed F1"))
    figure, axes = pyplot.subplots(1, 3, figsize=(13, 4), layout="constrained")
    for axis, (measure, title) in zip(axes, panels, strict=True):
        for place, tool in enumerate(told["tools"]):
            of_tool = {
                int(size): of[tool] for size, of in sizes.items() if "failed" not in of.get(tool, {"failed": ""})
            }
            if of_tool:
                values = [each[measure] for each in of_tool.values()]
                axis.plot(list(of_tool), values, label=tool, linewidth=1.5, **_line(place))
        axis.set_title(title, fontsize=10)
        axis.set_xscale("log")
        axis.set_xlim(7_000, 1_500_000)
        axis.grid(visible=True, color="#e5e5e5")
        axis.set_xlabel("records")
        axis.set_yscale("linear" if measure == "b_cubed_f1" else "log")
    axes[2].set_ylim(0, 1)
    for axis in axes[:2]:
        axis.yaxis.set_major_formatter("{x:,.0f}")
        axis.yaxis.set_minor_formatter("")
    handles, labels = axes[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=len(labels), frameon=False)
    figure.suptitle(
        f"Synthetic tables, {told['date']}; a tool that failed or ran out of time has no point", fontsize=11
    )
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


def _line(place: int) -> dict[str, Any]:
    """Ours in blue; the others told apart by marker and dash, so that the picture also reads in grey."""
    if not place:
        return {"color": "#00558c", "marker": "o", "zorder": 3}
    marker, dash = (("s", "--"), ("^", "-."), ("D", ":"), ("v", "--"), ("x", "-."))[(place - 1) % 5]
    return {"color": "#666666", "marker": marker, "linestyle": dash}
