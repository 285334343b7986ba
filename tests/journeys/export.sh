#!/bin/bash
# Incidents go out for other programs and people: what is shown, in every format, and what comes in again.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"
tables=$SOURCES/../tables

cp "$("$DATELINE" sample-path)" case.gpkg
chmod u+w case.gpkg
for ending in csv xlsx geojson kml kmz gpx fgb gpkg jsonld md html; do
    "$DATELINE" export case.gpkg "out.$ending" >files.txt 2>told.txt || fail "$ending ended with $?: $(cat told.txt)"
    has files.txt "out.$ending"
    has told.txt 'incidents written'
    [[ -s out.$ending ]] || fail "out.$ending is empty"
done
for format in timemap acled ucdp; do
    "$DATELINE" export --as $format --json case.gpkg "out-$format" >done.json 2>told.txt || fail "$format: $(cat told.txt)"
    json done.json 'd["incidents"] > 0 and d["files"]'
    has told.txt 'left out'
done
"$DATELINE" verify out.gpkg >verify.txt || fail "the exported case does not hold: $(cat verify.txt)"

# Other programs read them, with as many incidents as were written.
json out.geojson 'len(d["features"]) == 8 and "crs" not in d'
for ending in geojson kml kmz; do
    count=$(ogrinfo -ro -al -so "out.$ending" | sed -n 's/^Feature Count: //p')
    ((count == 8)) || fail "GDAL finds $count incidents in out.$ending"
done
count=$(ogrinfo -ro -al -so out.fgb | sed -n 's/^Feature Count: //p')
((count == 4)) || fail "GDAL finds $count incidents in out.fgb"
ogrinfo -ro out.xlsx >sheets.txt
has sheets.txt incidents quotes sources

# The table comes in again.
"$DATELINE" new again.gpkg >/dev/null
"$DATELINE" import out.csv --into again.gpkg >import.txt 2>&1 || fail "the table does not come in: $(cat import.txt)"
has import.txt '(Dateline): incidents 8' 'rows that failed 0'
"$DATELINE" export again.gpkg again.csv >/dev/null 2>&1
# All but the ids of rows and what the new case calls its sources.
without='import csv, sys
rows = csv.DictReader(open(sys.argv[1], encoding="utf-8", newline=""))
print([{k: v for k, v in r.items() if k not in ("id", "sources")} for r in sorted(rows, key=lambda r: r["title"])])'
python3 -c "$without" out.csv >before.txt
python3 -c "$without" again.csv >after.txt
cmp before.txt after.txt || fail "the table changed on its way out and in"

# A filter, a selection.
"$DATELINE" export --kind Battles --json case.gpkg some.csv >some.json 2>/dev/null
battles=$(grep -c '"kind":"Battles"' out.geojson)
((battles > 0 && battles < 8)) || fail "$battles battles in the sample case"
json some.json "d['incidents'] == $battles and d['filtered'] == 8 - $battles"
"$DATELINE" export --only 2,3 --until 2022-09-12 --json case.gpkg some.csv >some.json 2>some.txt
json some.json 'd["incidents"] + d["filtered"] == 8 and d["incidents"] <= 2'
"$DATELINE" export --only 1,99 case.gpkg some.csv >/dev/null 2>some.txt && fail "a missing incident was written"
has some.txt '1 incident written' '1 incident that was asked for is not in the case'
"$DATELINE" figure --only 2 --json case.gpkg one.png >one.json 2>/dev/null || fail "no figure of one incident"
json one.json 'd["shown"] == 1'

# A report with its figure; words as they are, from their source.
"$DATELINE" export --figure case.gpkg report.html >/dev/null 2>&1 || fail "no report"
has report.html 'data:image/png;base64,' 'alt="' '<blockquote' 'in the direction of the cities of Goris' 'id="source-1"'
"$DATELINE" export --figure case.gpkg report.md >files.txt 2>/dev/null || fail "no report in Markdown"
has files.txt report.md report-figure.png
has report.md '(report-figure.png)' '## 13 September 2022' '# Shelling reported'

# Rows of ACLED are not to be passed on, and whoever exports them is told.
"$DATELINE" new acled.gpkg >/dev/null
"$DATELINE" import "$tables/acled.csv" --into acled.gpkg >/dev/null 2>&1
"$DATELINE" export acled.gpkg acled.geojson >/dev/null 2>told.txt
has told.txt 'not to be passed on' '3 incidents written'
json acled.geojson '"ACLED" in d["licence"] and "acleddata.com" in d["notes"]'
"$DATELINE" export --as acled acled.gpkg acled.csv >/dev/null 2>&1
"$DATELINE" new acled2.gpkg >/dev/null
"$DATELINE" import acled.csv --into acled2.gpkg >import.txt 2>&1 || fail "ACLED's columns do not come in: $(cat import.txt)"
has import.txt '(ACLED): incidents 3'

# What is refused, and that nothing is left of it.
refuses 2 "$DATELINE" export case.gpkg
refuses 2 "$DATELINE" export case.gpkg out.docx
refuses 2 "$DATELINE" export --as nothing case.gpkg out.csv
refuses 2 "$DATELINE" export --kind Dances case.gpkg out.csv
refuses 2 "$DATELINE" export --from yesterday case.gpkg out.csv
refuses 2 "$DATELINE" export --only x case.gpkg out.csv
refuses 2 "$DATELINE" export --figure case.gpkg out.csv
refuses 1 "$DATELINE" export missing.gpkg out.csv
refuses 1 "$DATELINE" export case.gpkg out.gpkg
refuses 1 "$DATELINE" export --as csv case.gpkg case.gpkg
refuses 1 "$DATELINE" export case.gpkg missing/out.csv
refuses 1 "$DATELINE" export --as timemap case.gpkg out-timemap
left=$(find . -name '.dateline-export*')
[[ -z $left ]] || fail "left behind: $left"
"$DATELINE" export --help >help.txt
has help.txt geojson xlsx timemap ucdp --lossless --exact-places --only
