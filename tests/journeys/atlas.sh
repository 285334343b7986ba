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

refuses 2 "$DATELINE" figure --atlas month case.gpkg out.pdf
refuses 2 "$DATELINE" figure --animate kind case.gpkg out.webp
refuses 2 "$DATELINE" figure --animate day --frame-seconds 0 case.gpkg out.webp
refuses 2 "$DATELINE" figure --panels year case.gpkg out.svg
refuses 2 "$DATELINE" figure --colours pink case.gpkg out.svg
"$DATELINE" new empty.gpkg >/dev/null
refuses 1 "$DATELINE" figure --atlas day empty.gpkg out.pdf
[ ! -e out.pdf ] || fail "an atlas of nothing was written"
