#!/bin/bash
# A data set is downloaded anew: what differs is told, taken as one step, and what was changed here stays ours.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"
tables=$SOURCES/../tables

"$DATELINE" new case.gpkg >/dev/null
"$DATELINE" import "$tables/acled.csv" "$tables/ucdp.csv" --into case.gpkg >/dev/null 2>&1
cp case.gpkg before.gpkg

# The same again differs in nothing, whatever the order of its sources and its time of writing.
sed 's/First Agency; Second Paper/Second Paper; First Agency/; s/,16636/,17000/' "$tables/acled.csv" >same.csv
"$DATELINE" import --update same.csv --into case.gpkg >same.txt || fail "a comparison ended with $?"
has same.txt 'compared with what the case has of ACLED' 'Rows as they are here: 3'
cmp case.gpkg before.gpkg || fail "a comparison changed the case"

# A plain import says that it can be compared.
"$DATELINE" import same.csv --into case.gpkg >/dev/null 2>known.txt && fail "nothing came in, and it ended with 0"
has known.txt 'stay as they are; --update compares them'
cp case.gpkg before.gpkg

# One moved, one re-counted, one of the three gone, one new.
sed -e '/^ARM102/d' -e '/^ARM101/s/Goris,39.5111,46.3386/Kornidzor,39.6301,46.5105/' \
    -e '/^ARM103/{s/,12,,/,9,,/;p;s/ARM103/ARM104/}' "$tables/acled.csv" >newer.csv
"$DATELINE" import --update --json newer.csv --into case.gpkg >newer.json || fail "a comparison ended with $?"
json newer.json 'd["counts"]["moved"] == 1 and d["counts"]["re-counted"] == 1 and d["counts"]["added"] == 1'
json newer.json '[r["words"] for r in d["rows"] if r["id"] == "ARM103"] == ["12 killed → 9 killed"]'
json newer.json '[r for r in d["rows"] if r["id"] == "ARM101"][0]["metres"] > 10000 and not d["accepted"]'
# No protest is in the file, so it may be one without protests.
json newer.json 'd["counts"]["removed"] == 0 and d["dataSets"][0]["outside"] == 1'
"$DATELINE" import --update newer.csv --into case.gpkg >newer.txt
has newer.txt 'ARM101 · moved 20 km · Goris → Kornidzor' 'ARM104 · added' 'outside of that, of which it tells nothing: 1'
cmp case.gpkg before.gpkg || fail "a comparison changed the case"

"$DATELINE" import --update --accept newer.csv --into case.gpkg >taken.txt || fail "taking it ended with $?"
has taken.txt 'Taken: 1 added, 2 updated, 0 removed' 'undo takes it back'
"$DATELINE" info --json case.gpkg >info.json
json info.json 'len(d["incidents"]) == 7 and any("Kornidzor" in json.dumps(i) for i in d["incidents"])'
"$DATELINE" verify case.gpkg >verify.txt || fail "the case does not hold: $(cat verify.txt)"
"$DATELINE" import --update newer.csv --into case.gpkg >again.txt
has again.txt 'Rows as they are here: 3'

# One group alone, and what is gone with --remove.
sed -e '/^ARM103/d' -e '/^ARM104/{s/,9,,/,1,,/;s/Syunik,39.2,46.4/Meghri,38.9,46.24/}' newer.csv >fewer.csv
sed -n '/^ARM104/p' fewer.csv | sed 's/ARM104/ARM105/; s/2022-09-15/2022-09-16/' >>fewer.csv
"$DATELINE" import --update --accept --only re-counted --remove fewer.csv --into case.gpkg >only.txt ||
    fail "taking a group ended with $?"
has only.txt 'Taken: 0 added, 1 updated, 1 removed'
"$DATELINE" import --update --json fewer.csv --into case.gpkg >left.json
json left.json 'd["counts"]["moved"] == 1 and d["counts"]["added"] == 1 and d["counts"]["re-counted"] == 0'
"$DATELINE" verify case.gpkg >verify.txt || fail "the case does not hold: $(cat verify.txt)"

# Low, best and high of UCDP.
sed 's/,3,7,2,373,/,4,9,2,373,/' "$tables/ucdp.csv" >ged.csv
"$DATELINE" import --update --accept ged.csv --into case.gpkg >ged.txt || fail "a newer GED ended with $?"
has ged.txt '2–7, best 3 killed → 2–9, best 4 killed' '1 updated'

"$DATELINE" import --help >help.txt
has help.txt '--update' '--accept' '--remove' '--theirs' 're-counted'
refuses 1 "$DATELINE" import --update "$tables/gdelt.export.CSV" --into case.gpkg
refuses 1 "$DATELINE" import --update "$tables/dateline.csv" --into case.gpkg
refuses 1 "$DATELINE" import --update missing.csv --into case.gpkg
refuses 2 "$DATELINE" import --accept newer.csv --into case.gpkg
refuses 2 "$DATELINE" import --update --remove newer.csv --into case.gpkg
refuses 2 "$DATELINE" import --update --accept --only sideways newer.csv --into case.gpkg
refuses 2 "$DATELINE" import --update newer.csv same.csv --into case.gpkg
