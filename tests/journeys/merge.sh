#!/bin/bash
# Two analysts work on copies of one case; the copies become one again, and what they tell differently is asked for.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

printf 'Two people were wounded near Sotk on 14 September 2022, the ministry said.\n' >second.txt
"$DATELINE" new --title 'Border fighting' anna.gpkg >/dev/null
cp anna.gpkg boris.gpkg
USER=anna "$DATELINE" read --published 2022-09-13 --into anna.gpkg --accept "$REPORT" >/dev/null 2>&1
USER=boris "$DATELINE" read --published 2022-09-14 --into boris.gpkg --accept "$REPORT" >/dev/null 2>&1
USER=boris "$DATELINE" read --published 2022-09-15 --into boris.gpkg --accept second.txt >/dev/null 2>&1
cp anna.gpkg before.gpkg
sha256sum boris.gpkg >boris.sha

# What it would bring, without a change.
"$DATELINE" merge --dry-run anna.gpkg boris.gpkg >plan.txt 2>reason && fail "an undecided plan ended with 0"
has plan.txt 'would bring' 'by boris' 'Documents: 1 added, 1 in both already' 'date of publication' '13 Sep 2022' \
    '14 Sep 2022' '(anna, ' '(boris, '
cmp anna.gpkg before.gpkg || fail "a dry run changed the case"

# Undecided: ours stays, and the next merge asks again.
status=0
USER=anna "$DATELINE" merge anna.gpkg boris.gpkg >done.txt 2>reason || status=$?
((status == 1)) || fail "an undecided merge ended with $status, not 1"
has done.txt 'Merged' 'undo takes it back'
has reason '1 undecided'
sha256sum --status -c boris.sha || fail "the other copy was changed"
"$DATELINE" info --json anna.gpkg >info.json
json info.json 'len(d["documents"]) == 2 and min(x["published"] for x in d["documents"]).startswith("2022-09-13")'
"$DATELINE" merge --dry-run --json anna.gpkg boris.gpkg >plan.json 2>/dev/null && fail "what was undecided is forgotten"
json plan.json 'd["steps"] == 0 and d["undecided"] == 1 and d["conflicts"][0]["field"] == "published" and not d["merged"]'

# Decided, it ends with 0, and again there is nothing left to do.
USER=anna "$DATELINE" merge --prefer theirs --json anna.gpkg boris.gpkg >done.json
json done.json 'd["merged"] and d["undecided"] == 0 and d["conflicts"][0]["choice"] == "theirs"'
"$DATELINE" merge anna.gpkg boris.gpkg >again.txt
has again.txt 'nothing new'

# The way back needs no decision, and both tell the same.
USER=boris "$DATELINE" merge boris.gpkg anna.gpkg >/dev/null
for name in anna boris; do
    "$DATELINE" info --json "$name.gpkg" >"$name.json"
    "$DATELINE" verify "$name.gpkg" >"$name.txt" || fail "the merged case does not hold: $(cat "$name.txt")"
done
python3 - <<'PYTHON' || fail "the merged copies differ"
import json
def content(name):
    case = json.load(open(name, encoding="utf-8"))
    return [sorted(json.dumps({k: v for k, v in row.items() if k != "id"}, sort_keys=True) for row in case[kind])
            for kind in ("incidents", "documents")]
assert content("anna.json") == content("boris.json")
PYTHON

refuses 1 "$DATELINE" merge anna.gpkg anna.gpkg
refuses 1 "$DATELINE" merge anna.gpkg missing.gpkg
refuses 1 "$DATELINE" merge anna.gpkg "$REPORT"
cp anna.gpkg readonly.gpkg
if [ "$(id -u)" != 0 ]; then
    chmod a-w readonly.gpkg
    refuses 1 "$DATELINE" merge readonly.gpkg before.gpkg
fi
refuses 2 "$DATELINE" merge anna.gpkg
refuses 2 "$DATELINE" merge --prefer mine anna.gpkg boris.gpkg
