#!/bin/bash
# A case becomes several figures: maps beside each other, an atlas, an animation; and a figure in grey and in squares.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

"$DATELINE" new --title 'Border fighting' case.gpkg >/dev/null
"$DATELINE" read --published 2022-09-13 --publisher 'A sample' --into case.gpkg --accept "$REPORT" >/dev/null 2>&1
printf 'On 14 September 2022 at 10:00, Azerbaijani shells hit the town of Vardenis, the defence ministry said.\n' >more.txt
"$DATELINE" read --published 2022-09-14 --into case.gpkg --accept more.txt >/dev/null 2>&1

"$DATELINE" figure --atlas day --size 800x500 case.gpkg atlas.pdf >files 2>progress
has files 'atlas.pdf'
has progress '2 of 3 pages'
[ "$(pdfinfo atlas.pdf | sed -n 's/^Pages: *//p')" = 3 ] || fail "the atlas has not a page for each day: $(pdfinfo atlas.pdf)"
pdftotext atlas.pdf pages.txt
has pages.txt 'Border fighting: 13 September 2022' 'Border fighting: 14 September 2022' 'No time stated'
json atlas.pdf.json 'len(d["pages"]) == 3 and all(p["incidents"] for p in d["pages"])'

"$DATELINE" figure --atlas kind --json --size 800x500 --dpi 72 case.gpkg kinds.png >kinds.json 2>/dev/null
json kinds.json 'len(d["files"]) >= 2 and d["files"][0] == "kinds-001.png"'
"$DATELINE" verify kinds-001.png case.gpkg >/dev/null || fail "a page of an atlas does not hold"
"$DATELINE" figure --open kinds-001.png.json case.gpkg again.png >/dev/null 2>&1
cmp kinds-001.png again.png || fail "a page made anew is another one"

"$DATELINE" figure --animate day --frame-seconds 0.5 --size 800x500 --dpi 72 case.gpkg days.webp >/dev/null 2>&1
json days.webp.json 'len(d["pages"]) == 2 and len(d["pages"][1]["incidents"]) > len(d["pages"][0]["incidents"])'
[ "$(head -c 12 days.webp | tail -c 4)" = WEBP ] || fail "the animation is no WebP"

"$DATELINE" figure --panels day case.gpkg panels.svg >/dev/null 2>&1
has panels.svg '13 September 2022' '14 September 2022' 'On the maps'
"$DATELINE" figure --marks squares --colours grey case.gpkg squares.svg >/dev/null 2>&1
has squares.svg 'Incidents in a square of about'
json squares.svg.json 'd["squares"]["counts"] and not d["incidents"] and d["spec"]["colours"] == "grey"'

"$DATELINE" verify atlas.pdf case.gpkg >report.txt || fail "a fresh atlas does not hold: $(cat report.txt)"
has report.txt 'The atlas holds: its 3 pages'
"$DATELINE" verify --json days.webp case.gpkg >report.json || fail "a fresh animation does not hold"
json report.json 'd["holds"] and len(d["pages"]) == 2'
mkdir pages && "$DATELINE" figure --atlas day --size 800x500 case.gpkg pages/day.svg >/dev/null 2>&1
"$DATELINE" verify pages case.gpkg >/dev/null || fail "a folder of fresh pages does not hold"
"$DATELINE" figure --open atlas.pdf.json case.gpkg again.pdf >/dev/null 2>&1
# Qt writes a PDF's fonts in an order of their own; its words are the same.
for file in atlas again; do pdftotext -layout "$file.pdf" "$file.txt"; done
cmp atlas.txt again.txt || fail "an atlas made anew is another one"
cp case.gpkg later.gpkg
printf 'On 14 September 2022 at 11:00, Azerbaijani shells hit the town of Jermuk, the defence ministry said.\n' >later.txt
"$DATELINE" read --published 2022-09-14 --into later.gpkg --accept later.txt >/dev/null 2>&1
for file in atlas.pdf pages; do
    status=0
    "$DATELINE" verify "$file" later.gpkg >report.txt || status=$?
    ((status == 1)) || fail "$file lacks an incident and ended with $status, not 1"
    has report.txt '14 September 2022' 'is not on the figure, and its filter would show it now'
    ! grep -q '^Page [0-9]*, .*13 September 2022' report.txt || fail "a page that holds is blamed: $(cat report.txt)"
done

"$DATELINE" figure --panels speaker case.gpkg speakers.svg >/dev/null 2>&1
has speakers.svg 'What each says' 'reports '
"$DATELINE" figure --split 2022-09-14 case.gpkg split.svg >/dev/null 2>&1
has split.svg 'Before 14 September 2022, 00:00 UTC' 'From 14 September 2022, 00:00 UTC on'
"$DATELINE" figure --known 2022-09-13,2022-09-14 case.gpkg known.svg >/dev/null 2>&1
has known.svg 'As known at 14 September 2022, 00:00 UTC' 'As known at 15 September 2022, 00:00 UTC'
json known.svg.json 'len(d["panels"][1]["incidents"]) > len(d["panels"][0]["incidents"]) > 0'
"$DATELINE" figure --panels kind --marks squares case.gpkg kinds.svg >/dev/null 2>&1
json kinds.svg.json 'sum(sum(p["counts"]) for p in d["panels"]) == sum(d["squares"]["counts"])'
for maps in speakers.svg split.svg known.svg kinds.svg; do
    "$DATELINE" verify "$maps" case.gpkg >/dev/null || fail "fresh maps do not hold: $maps"
done
"$DATELINE" figure --world-file case.gpkg world.png >/dev/null 2>&1
gdalinfo world.png >info.txt
has info.txt 'Pixel Size'

refuses 2 "$DATELINE" figure --split soon case.gpkg out.svg
refuses 2 "$DATELINE" figure --split 2022-09-14 --panels day case.gpkg out.svg
refuses 2 "$DATELINE" figure --atlas speaker case.gpkg out.pdf
refuses 1 "$DATELINE" figure --world-file case.gpkg out.svg
refuses 2 "$DATELINE" figure --atlas month case.gpkg out.pdf
refuses 2 "$DATELINE" figure --animate kind case.gpkg out.webp
refuses 2 "$DATELINE" figure --animate day --frame-seconds 0 case.gpkg out.webp
refuses 2 "$DATELINE" figure --panels year case.gpkg out.svg
refuses 2 "$DATELINE" figure --colours pink case.gpkg out.svg
"$DATELINE" new empty.gpkg >/dev/null
refuses 1 "$DATELINE" figure --atlas day empty.gpkg out.pdf
[ ! -e out.pdf ] || fail "an atlas of nothing was written"
