#!/bin/bash
# A table that is of no known layout: what its columns seem to be is shown, asked about, counted, saved and found again.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

"$DATELINE" new case.gpkg >/dev/null
cat >list.csv <<'END'
Liste der Vorfälle;;;;
Tag;Ort;Breite;Länge;Was geschah
03/04/2022;Goris;39,5111;46,3386;Guns were heard from the hills
05/06/2022;Jermuk;39,8417;45,6690;A house burnt
gestern;Sotk;40,2030;45,8670;Nothing is known
07/08/2022;;;;No place is known
END

# What it cannot tell it asks, naming the option; with an answer it shows what it would do; only then it does it.
refuses 1 "$DATELINE" import --json list.csv --into case.gpkg
has reason '03/04/2022' '--date-order'
refuses 2 "$DATELINE" import --date-order dym list.csv --into case.gpkg
refuses 1 "$DATELINE" import --date-order dmy list.csv --into case.gpkg
has reason '--guess'
has output 'Tag: Date' 'Ort: Place' 'Breite: Latitude' 'Länge: Longitude' 'Order of dates: dmy'
status=0
"$DATELINE" import --guess --date-order dmy --dry-run list.csv --json --into case.gpkg >count.json 2>reasons.txt || status=$?
((status == 1)) || fail "a count with a row that will fail ended with $status"
json count.json 'd["files"][0]["incidents"] == 3 and d["files"][0]["without_place"] == 1 and d["files"][0]["failed"] == 1'
json count.json 'd["files"][0]["reasons"][0]["column"] == "Tag"'
has reasons.txt 'This is no date'
"$DATELINE" info --json case.gpkg >info.json
json info.json 'len(d["incidents"]) == 0'
"$DATELINE" import --guess --date-order dmy --save-mapping list.json list.csv --into case.gpkg >done.txt 2>&1 &&
    fail "a table with a row that failed ended with 0"
has done.txt 'incidents 3' 'rows that failed 1' 'line 5, Tag “gestern”'
"$DATELINE" info --json case.gpkg >info.json
json info.json 'sorted(i["when"]["begin"][:10] for i in d["incidents"]) == ["2022-04-03", "2022-06-05", "2022-08-07"]'

# The mapping goes along to another machine, where the next list has a title line less and the columns another order.
json list.json 'd["date_order"] == "dmy" and {"name": "Tag", "role": "date"} in d["columns"]'
printf 'Ort;Tag;Breite;Länge;Was geschah;Neu\nGoris;09/10/2022;39,5111;46,3386;Again;x\n' >next.csv
"$DATELINE" import --mapping list.json next.csv --into case.gpkg >next.txt || fail "the next list did not come in"
has next.txt 'incidents 1'
"$DATELINE" info --json case.gpkg >info.json
json info.json 'any(i["when"]["begin"][:10] == "2022-10-09" for i in d["incidents"])'
printf 'Ort;Neu\nGoris;x\n' >lacks.csv
refuses 1 "$DATELINE" import --mapping list.json lacks.csv --into case.gpkg
printf '{"dateline_mapping":1}' >bad.json
refuses 1 "$DATELINE" import --mapping bad.json next.csv --into case.gpkg
refuses 1 "$DATELINE" import --mapping missing.json next.csv --into case.gpkg
refuses 2 "$DATELINE" import --mapping list.json --as general next.csv --into case.gpkg

# A saved one is found by the columns alone.
saved=$XDG_DATA_HOME/dateline/mappings
mkdir -p "$saved"
sed 's/"name": ""/"name": "Weekly list"/' list.json >"$saved/weekly.json"
has "$saved/weekly.json" 'Weekly list'
"$DATELINE" import next.csv --into case.gpkg >saved.txt 2>&1 || fail "the saved mapping was not found: $(cat saved.txt)"
has saved.txt 'Weekly list' 'incidents 1'
rm "$saved/weekly.json"

# Eastings and northings need a system, which is never guessed.
printf 'date;place;easting;northing\n2022-09-13;Goris;615069;4374022\n' >grid.csv
refuses 1 "$DATELINE" import --guess --json grid.csv --into case.gpkg
has reason '--crs'
refuses 2 "$DATELINE" import --guess --crs EPSG:1 grid.csv --into case.gpkg
"$DATELINE" import --guess --crs EPSG:32638 grid.csv --into case.gpkg >grid.txt || fail "the grid did not come in"
has grid.txt 'incidents 1'

# Every layout can be counted, also without a case; what says neither when nor where is refused.
"$DATELINE" import --dry-run "$SOURCES/../tables/acled.csv" >acled.txt || fail "a count of a known table ended with $?"
has acled.txt 'ACLED' 'will come in 3'
printf 'a,b\n1,2\n' >other.csv
refuses 1 "$DATELINE" import --guess other.csv --into case.gpkg
"$DATELINE" import --help >help.txt
has help.txt --guess --mapping --save-mapping --date-order --crs --dry-run
