#!/bin/bash
# Tables of data sets come into a case: what is right is in, what is not is listed, corrected and comes in after.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"
tables=$SOURCES/../tables

"$DATELINE" new case.gpkg >/dev/null
"$DATELINE" import "$tables/acled.csv" "$tables/ucdp-headless.csv" "$tables/gdelt.export.CSV" --into case.gpkg \
    >done.txt 2>terms.txt || fail "three good tables ended with $?: $(cat terms.txt)"
has done.txt 'acled.csv (ACLED): incidents 3, documents 2, rows that failed 0' 'UCDP GED' 'GDELT 2.0'
has terms.txt 'not to be passed on'
"$DATELINE" info --json case.gpkg >info.json
json info.json 'len(d["incidents"]) == 8 and "ACLED" in d["licence"]'
"$DATELINE" figure case.gpkg figure.svg 2>/dev/null || fail "no figure of what came in"
has figure.svg 'Data: Armed Conflict Location' 'Data: The GDELT Project'
"$DATELINE" verify case.gpkg >verify.txt || fail "the case does not hold: $(cat verify.txt)"

# Again: nothing is in twice.
status=0
"$DATELINE" import --json "$tables/acled.csv" --into case.gpkg >again.json 2>again.txt || status=$?
((status == 1)) || fail "a table that was in already ended with $status"
json again.json 'd["files"][0]["known"] == 3 and d["files"][0]["incidents"] == 0'

# A row that fails is told with its line, column, value and reason, written down, corrected and brought in.
sed '3s/2022-09-14/14th of September/; s/ARM10/ARM20/' "$tables/acled.csv" >broken.csv
"$DATELINE" import broken.csv --failures failed.csv --into case.gpkg >broken.txt 2>reasons.txt &&
    fail "a table with a row that failed ended with 0"
has broken.txt 'incidents 2' 'rows that failed 1'
has reasons.txt 'line 3, event_date “14th of September”: This is no date'
has failed.csv 'dateline_reason' 'ARM202'
sed -i 's/14th of September/2022-09-14/' failed.csv
"$DATELINE" import failed.csv --into case.gpkg >corrected.txt 2>/dev/null || fail "the corrected rows did not come in"
has corrected.txt 'incidents 1'

"$DATELINE" import --help >help.txt
has help.txt acled ucdp gdelt gdelt1 geoconfirmed atlos recogito timemap annotations general
printf 'a,b\n1,2\n' >other.csv
refuses 1 "$DATELINE" import other.csv --into case.gpkg
refuses 1 "$DATELINE" import missing.csv --into case.gpkg
refuses 1 "$DATELINE" import "$tables/acled.csv" --into missing.gpkg
refuses 1 "$DATELINE" import --as ucdp "$tables/acled.csv" --into case.gpkg
refuses 2 "$DATELINE" import --as nothing "$tables/acled.csv" --into case.gpkg
refuses 2 "$DATELINE" import "$tables/acled.csv"
refuses 2 "$DATELINE" import --into case.gpkg
