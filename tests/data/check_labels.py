#!/usr/bin/env python3
"""Checks the labelled reports and the time cases beside this file: one line a mistake, then 1, or a line of counts and 0."""

import csv
import json
import sys
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
FEWEST_REPORTS, CASES = 30, 150
PRECISIONS = {"minute", "hour", "part of day", "day", "week", "month", "year"}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

# ACLED's published event types and sub-event types.
SUB_KINDS = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
}
KEYS = {
    "places": {"words", "nth", "longitude", "latitude"},
    "times": {"words", "nth", "begin", "end", "precision"},
    "quotes": {"words", "nth", "speaker", "direct"},
    "incidents": {"words", "nth", "kind", "subKind", "place"},
}
OPTIONAL = {"nth", "place"}
LAYERS = tuple(KEYS)


def zone_of(name):
    """The zone of an IANA name or of UTC+04:00; an exception where there is none."""
    if name.startswith("UTC") and len(name) == 9:
        hours, minutes = int(name[4:6]), int(name[7:9])
        return timezone((1 if name[3] == "+" else -1) * timedelta(hours=hours, minutes=minutes))
    return ZoneInfo(name)


def zone_problems(name):
    try:
        zone_of(name)
    except Exception:
        yield f"no zone “{name}”"


def published_problems(value):
    form = "%Y-%m-%d" if len(value) == 10 else "%Y-%m-%dT%H:%M"
    try:
        datetime.strptime(value, form)
    except ValueError:
        yield f"published “{value}” is no local ISO time"


def span_of(text, label):
    """Where the nth occurrence of the label's words begins and ends, or None."""
    nth = label.get("nth", 1)
    if not label["words"] or not isinstance(nth, int) or nth < 1:
        return None
    at = -1
    for _ in range(nth):
        at = text.find(label["words"], at + 1)
        if at < 0:
            return None
    return at, at + len(label["words"])


def interval_problems(label, zone):
    """What is wrong with begin, end and precision, and a weekday in the words that is not the begin's."""
    try:
        begin, end = (
            datetime.strptime(label[key], "%Y-%m-%dT%H:%MZ").replace(tzinfo=timezone.utc) for key in ("begin", "end")
        )
    except ValueError:
        yield "begin or end is no ISO minute in UTC"
        return
    if begin >= end:
        yield "begin is not before end"
    if label["precision"] not in PRECISIONS:
        yield f"precision “{label['precision']}”"
    if label["precision"] == "minute" and not any(word in label["words"] for word in ("from", "since")):
        if end - begin != timedelta(minutes=1):
            yield "a clock time lasts one minute"
    if label["precision"] in ("day", "week", "month", "year"):
        local = begin.astimezone(zone_of(zone))
        if (local.hour, local.minute) != (0, 0):
            yield f"a {label['precision']} begins at {local:%H:%M} in {zone}"
        named = [day for day in WEEKDAYS if day in label["words"]]
        if len(named) == 1 and named[0] != WEEKDAYS[local.weekday()]:
            yield f"{named[0]} is a {WEEKDAYS[local.weekday()]}"


def label_problems(layer, label, zone):
    if layer == "places":
        if not (-180 <= label["longitude"] <= 180 and -90 <= label["latitude"] <= 90):
            yield "coordinates out of range"
    elif layer == "times":
        yield from interval_problems(label, zone)
    elif layer == "quotes":
        if not label["speaker"] or not isinstance(label["direct"], bool):
            yield "no speaker, or direct is not true or false"
    elif label["subKind"] not in SUB_KINDS.get(label["kind"], ()):
        yield f"“{label['subKind']}” is no sub-kind of “{label['kind']}”"


def overlap_problems(layer, spans):
    """Spans of one layer that overlap; the same words may be one incident in each of several places."""
    for (first, one), (second, other) in pairwise(sorted(spans, key=lambda pair: pair[0])):
        same = layer == "incidents" and first == second and one.get("place") != other.get("place")
        if second[0] < first[1] and not same:
            yield f"“{one['words']}” and “{other['words']}” overlap"


def report_problems(report):
    for key in ("name", "conflict", "style"):
        if not report[key]:
            yield f"no {key}"
    faults = [*published_problems(report["published"]), *zone_problems(report["zone"])]
    yield from faults
    if faults:
        return
    text = "\n\n".join(report["paragraphs"])
    if not 80 <= len(text.split()) <= 250:
        yield f"{len(text.split())} words, not 80 to 250"
    for layer in LAYERS:
        spans = []
        for label in report[layer]:
            missing, unknown = KEYS[layer] - OPTIONAL - label.keys(), label.keys() - KEYS[layer]
            if missing or unknown:
                yield f"{layer}: {label}: missing {sorted(missing)}, unknown {sorted(unknown)}"
                continue
            for problem in label_problems(layer, label, report["zone"]):
                yield f"{layer}: “{label['words']}”: {problem}"
            span = span_of(text, label)
            if span is None:
                yield f"{layer}: “{label['words']}”, occurrence {label.get('nth', 1)}, is not in the text"
            else:
                spans.append((span, label))
        for problem in overlap_problems(layer, spans):
            yield f"{layer}: {problem}"
    places = {label["words"] for label in report["places"]}
    for label in report["incidents"]:
        if "place" in label and label["place"] not in places:
            yield f"incidents: “{label['words']}”: its place “{label['place']}” is no place of the report"


def case_problems(case):
    faults = [*published_problems(case["published"]), *zone_problems(case["zone"])]
    if case["place_zone"]:
        faults += zone_problems(case["place_zone"])
    yield from faults
    if faults:
        return
    if case["sentence"].count(case["words"]) != 1:
        yield "the words do not occur once"
    yield from interval_problems(case, case["zone"])


def main():
    problems, counts = [], dict.fromkeys(LAYERS, 0)
    files = sorted((HERE / "reports").glob("*.json"))
    for path in files:
        try:
            report = json.loads(path.read_text(encoding="utf-8"))
            problems += [f"{path.name}: {problem}" for problem in report_problems(report)]
            for layer in LAYERS:
                counts[layer] += len(report[layer])
        except (ValueError, KeyError, TypeError) as fault:
            problems.append(f"{path.name}: {type(fault).__name__}: {fault}")
    if len(files) < FEWEST_REPORTS:
        problems.append(f"{len(files)} reports, {FEWEST_REPORTS} at least")

    with open(HERE / "times" / "utc.tsv", encoding="utf-8", newline="") as table:
        cases = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    for line, case in enumerate(cases, 2):
        if None in case or None in case.values():
            problems.append(f"utc.tsv:{line}: not 8 columns")
            continue
        problems += [f"utc.tsv:{line}: {problem}" for problem in case_problems(case)]
    if len(cases) != CASES:
        problems.append(f"{len(cases)} cases, not {CASES}")

    for problem in problems:
        print(problem)
    if not problems:
        print(f"{len(files)} reports: " + ", ".join(f"{counts[layer]} {layer}" for layer in LAYERS) + f"; {CASES} cases to UTC")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
