#!/bin/bash
# A case is checked against its own history: as it is, in use, tampered with, and cut.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

"$DATELINE" new --title 'Border fighting' case.gpkg >/dev/null
"$DATELINE" read --published 2022-09-13 --into case.gpkg --accept "$REPORT" >/dev/null 2>&1
cp case.gpkg before.gpkg

"$DATELINE" verify case.gpkg >report.txt || fail "a whole case does not hold: $(cat report.txt)"
cmp case.gpkg before.gpkg || fail "checking a case changed it"
sha=$(sha256sum case.gpkg | cut -d ' ' -f 1)
has report.txt 'Border fighting' case.gpkg "$sha" 'The case holds' 'Quotes' ' exact, 0 moved, 0 changed, 0 lost'
(($(wc -L <report.txt) <= 100)) || fail "the report is wider than a page"
"$DATELINE" verify --json case.gpkg >report.json
json report.json 'd["holds"] and d["findings"] == [] and d["sha256"] == "'"$sha"'" and d["steps"] > 0'

# Anybody can recompute the chain by the rule in the report, without Dateline.
python3 - case.gpkg report.json <<'PYTHON' || fail "the chain cannot be recomputed by the report's rule"
import hashlib, json, sqlite3, sys
columns = "id, step, action, target, time, author, label, table_name, row_id, before, after, last_row_id, sha256"
previous, steps = "", set()
for row in sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(f"SELECT {columns} FROM history ORDER BY id"):
    sealed = [previous, *row[:-2]] + ([row[-2]] if row[-2] is not None else [])
    text = json.dumps(sealed, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == row[-1], row[0]
    previous = row[-1]
    steps.add(row[1])
report = json.load(open(sys.argv[2], encoding="utf-8"))
assert report["lastSha256"] == previous and report["steps"] == len(steps)
PYTHON

# One byte of a text, in the file itself.
python3 - case.gpkg <<'PYTHON'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
at = data.index("intensive shelling".encode(), data.index(b"Azerbaijan launched intensive"))
data[at] ^= 1
open(sys.argv[1], "wb").write(data)
PYTHON
status=0
"$DATELINE" verify case.gpkg >report.txt 2>errors || status=$?
((status == 1)) || fail "a tampered case ended with $status, not 1"
[ ! -s errors ] || fail "findings belong to the report: $(cat errors)"
has report.txt 'does not hold' ', row '
"$DATELINE" verify --json case.gpkg >report.json && fail "a tampered case passed"
json report.json 'not d["holds"] and len(d["findings"]) >= 1 and all(f["table"] and f["words"] for f in d["findings"])'

head -c 20000 before.gpkg >cut.gpkg
refuses 1 "$DATELINE" verify cut.gpkg
cp "$REPORT" notacase.gpkg
refuses 1 "$DATELINE" verify notacase.gpkg
refuses 1 "$DATELINE" verify missing.gpkg
refuses 2 "$DATELINE" verify
refuses 2 "$DATELINE" verify one.gpkg two.gpkg
