#!/bin/bash
# A source that was edited after it was read: the quotes that stand follow to the newer capture, the others stay.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

"$DATELINE" new case.gpkg >/dev/null
"$DATELINE" read --published 2022-09-13 --title 'The report' --into case.gpkg --accept "$REPORT" >read.json
"$DATELINE" info --json case.gpkg >before.json

# The very same text: every quote stands where it stood.
"$DATELINE" read --replaces 'The report' --into case.gpkg "$REPORT" >same.json
json same.json 'len(d["documents"]) == 1 and d["documents"][0]["name"] == "The report"'
json same.json 'd["documents"][0]["replaces"]["exact"] == len(d["documents"][0]["replaces"]["quotes"]) >= 6'
json same.json 'all(q["follows"] for q in d["documents"][0]["replaces"]["quotes"])'

# An edited one: a line before all, another number, a sentence gone.
sed -e '1i Updated at noon.' -e 's/intensive shelling/heavy shelling/' -e 's/Local media reported that .* broken\.//' \
    "$REPORT" >edited.txt
"$DATELINE" read --replaces 'The report' --into case.gpkg edited.txt >edited.json
json edited.json 'd["documents"][0]["replaces"]["moved"] >= 4 and d["documents"][0]["replaces"]["exact"] == 0'
json edited.json 'd["documents"][0]["replaces"]["changed"] >= 1 and d["documents"][0]["replaces"]["lost"] >= 1'
json edited.json 'any("intensive" in q["words"] and "heavy" in q["wordsNow"] and q["likeness"] > 0.9 for q in d["documents"][0]["replaces"]["quotes"] if q["outcome"] == "changed")'
json edited.json 'all(q["follows"] == (q["outcome"] == "moved" and not q["ambiguous"]) for q in d["documents"][0]["replaces"]["quotes"])'

# Nothing is lost, and nothing counts twice.
"$DATELINE" info --json case.gpkg >after.json
json after.json 'len(d["documents"]) == 3'
python3 - <<'PYTHON' || fail "the captures do not name one another, or a quote is lost"
import json
before, after = (json.load(open(name, encoding="utf-8")) for name in ("before.json", "after.json"))
one, two, three = after["documents"]
assert two["replaces"] == one["id"] and three["replaces"] == two["id"]
assert one["replacedBy"] == two["id"] and two["replacedBy"] == three["id"] and "replacedBy" not in three
assert one["quotes"] == 0
assert two["quotes"] + three["quotes"] == before["documents"][0]["quotes"] and two["quotes"] and three["quotes"]
assert [i["quotes"] for i in before["incidents"]] == [i["quotes"] for i in after["incidents"]]
PYTHON

"$DATELINE" read --text --replaces 3 --into case.gpkg "$REPORT" >again.txt
has again.txt 'quotes of the older capture:' ' exact, ' ' moved, '

refuses 1 "$DATELINE" read --replaces 2 --into case.gpkg "$REPORT"
refuses 1 "$DATELINE" read --replaces 'No such name' --into case.gpkg "$REPORT"
refuses 2 "$DATELINE" read --replaces 1 "$REPORT"
refuses 2 "$DATELINE" read --replaces 1 --accept --into case.gpkg "$REPORT"
refuses 2 "$DATELINE" read --replaces 1 --into case.gpkg "$REPORT" edited.txt
