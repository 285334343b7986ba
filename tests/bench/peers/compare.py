#!/usr/bin/env python3
"""Sets Dateline's benchmarks beside its peers; packaging/bench calls it.

usage: compare.py --needed FOLDER   which programs of this folder make the figures to compare with, one a line
       compare.py [--json] FOLDER   a table, or one JSON document
FOLDER holds what Google Benchmark wrote (*.json) and what the peers printed (*.jsonl). Where a peer printed nothing,
its line of recorded.jsonl stands in. Ends with 1 if a benchmark failed.
"""

import json
import re
import statistics
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The first part of a benchmark's name, and the program, the peer and its work that answer the same wish of a user.
# {zoom} is that of the benchmark's name, or else the number here.
RIVALS = {
    "clusters": ("supercluster.mjs", "supercluster", "index", 0),
    "points": ("qgis_points.py", "QGIS", "single symbol/zoom:{zoom}", 1),
    "heat": ("qgis_points.py", "QGIS", "heat map/zoom:{zoom}", 1),
    "pick": ("kdbush.mjs", "kdbush", "nearest/zoom:{zoom}", 10),
    "basemap": ("mapnik_tiles.py", "Mapnik", "tile/zoom:{zoom}", 0),
}
INPUTS = ("uniform", "skewed", "caucasus", "europe")
MILLION = "1000000"
MS = {"ns": 1e-6, "us": 1e-3, "ms": 1, "s": 1e3}
# What Google Benchmark adds to a name to say how it measured.
SETTINGS = re.compile(r"/(iterations:\d+|repeats:\d+|min_time:[\d.]+s?|min_warmup_time:[\d.]+|\w+_time)(?=/|$)")
OWN_KEYS = {
    "name", "family_index", "per_family_instance_index", "run_name", "run_type", "repetitions", "repetition_index",
    "threads", "iterations", "real_time", "cpu_time", "time_unit",
}


def rounded(number):
    return float(f"{number:.4g}")


def lines_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("{")]


def benchmarks_of(documents):
    """One entry for each benchmark, the median of its repetitions."""
    runs = {}
    for document in documents:
        for run in document["benchmarks"]:
            if run["run_type"] == "iteration":
                runs.setdefault(SETTINGS.sub("", run["run_name"]), []).append(run)
    for name, repeated in runs.items():
        failed = [run["error_message"] for run in repeated if run.get("error_occurred")]
        if failed:
            yield {"name": name, "error": failed[0]}
            continue
        last = repeated[-1]
        yield {
            "name": name,
            "ms": rounded(statistics.median(run["real_time"] * MS[run["time_unit"]] for run in repeated)),
            "runs": len(repeated) if len(repeated) > 1 else last["iterations"],
            "counters": {key: rounded(value) for key, value in last.items()
                         if key not in OWN_KEYS and isinstance(value, (int, float)) and not isinstance(value, bool)},
        }


def rival_of(name):
    """The program and the figure that a benchmark is compared with; none if there is none."""
    first, *parts = name.split("/")
    which = [part for part in parts if part in INPUTS]
    if first not in RIVALS or not which or any(part.isdigit() and part != MILLION for part in parts):
        return None
    program, peer, work, usual_zoom = RIVALS[first]
    zoom = re.search(r"/zoom:(\d+)", name)
    return program, (peer, work.format(zoom=zoom[1] if zoom else usual_zoom), which[0])


def key_of(figure):
    return figure["peer"], figure["work"], figure["input"]


def compared(benchmarks, figures):
    for benchmark in benchmarks:
        rival = rival_of(benchmark["name"])
        figure = figures.get(rival[1]) if rival else None
        if figure and benchmark.get("ms"):
            benchmark["peer"] = figure
            benchmark["ratio"] = rounded(figure["ms"] / benchmark["ms"])
        yield benchmark


def time_text(ms):
    for unit, factor in (("s", 1e3), ("ms", 1), ("µs", 1e-3)):
        if ms >= factor:
            return f"{ms / factor:.{2 if ms < 10 * factor else 1 if ms < 100 * factor else 0}f} {unit}"
    return f"{ms * 1e6:.0f} ns"


def ratio_text(ratio):
    return f"{ratio:,.0f} ×" if ratio >= 10 else f"{ratio:.2g} ×"


def said_by(figure):
    words = f"{figure['peer']} {figure['version']}, {figure['work']}"
    return words + (f" (recorded {figure['recorded']})" if "recorded" in figure else "")


def print_table(rows, right):
    """Columns as wide as they need to be, those of `right` to the right; without those that are empty."""
    columns = [[cell.rjust(width) if index in right else cell.ljust(width) for cell in column]
               for index, column in enumerate(zip(*rows))
               if any(column[1:]) and (width := max(map(len, column)))]
    for row in zip(*columns):
        print("  ".join(row).rstrip())


def print_tables(benchmarks, figures):
    rows = [("benchmark", "Dateline", "peer", "takes", "ratio", "")]
    for benchmark in benchmarks:
        figure = benchmark.get("peer")
        rows.append((
            benchmark["name"],
            time_text(benchmark["ms"]) if "ms" in benchmark else "failed",
            said_by(figure) if figure else "",
            time_text(figure["ms"]) if figure else "",
            ratio_text(benchmark["ratio"]) if figure else "",
            benchmark.get("error") or "  ".join(f"{key} {value:g}" for key, value in benchmark["counters"].items()),
        ))
    print_table(rows, right={1, 3, 4})
    if figures:
        print()
        print_table([("peer", "input", "takes")]
                    + [(said_by(figure), figure["input"], time_text(figure["ms"])) for figure in figures], right={2})


def main():
    *options, folder = sys.argv[1:]
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.json"))]
    benchmarks = list(benchmarks_of(documents))
    rivals = [rival for rival in (rival_of(benchmark["name"]) for benchmark in benchmarks) if rival]
    if "--needed" in options:
        print("\n".join(sorted({program for program, _ in rivals})))
        return 0
    figures = {}
    for path in [*sorted(Path(folder).glob("*.jsonl")), HERE / "recorded.jsonl"]:
        for figure in lines_of(path):
            figures.setdefault(key_of(figure), figure)
    peers = {peer for _, (peer, *_) in rivals}
    benchmarks = list(compared(benchmarks, figures))
    figures = [figure for figure in figures.values() if figure["peer"] in peers]
    if "--json" in options:
        context = documents[0]["context"] if documents else {}
        json.dump({
            "context": {key: context.get(key) for key in ("date", "num_cpus", "mhz_per_cpu", "load_avg")},
            "benchmarks": benchmarks, "peers": figures,
        }, sys.stdout, indent=4, ensure_ascii=False)
        print()
    else:
        print_tables(benchmarks, figures)
    return 1 if any("error" in benchmark for benchmark in benchmarks) else 0


if __name__ == "__main__":
    sys.exit(main())
