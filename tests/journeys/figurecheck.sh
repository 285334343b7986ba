#!/bin/bash
# A figure is checked against its case, made anew from what stands beside it, and written as a web page and as images.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

"$DATELINE" new --title 'Border fighting' case.gpkg >/dev/null
"$DATELINE" read --published 2022-09-13 --publisher 'A sample' --into case.gpkg --accept "$REPORT" >/dev/null 2>&1
"$DATELINE" describe --licence 'CC BY 4.0' case.gpkg >/dev/null
"$DATELINE" figure case.gpkg figure.png --dpi 96 --credit 'A credit' --alt 'Towns at a border' >/dev/null
json figure.png.json 'd["licences"]["case"] == "CC BY 4.0" and d["case"]["file"] == "case.gpkg"'
json figure.png.json 'd["alternativeText"] == "Towns at a border" and d["spec"]["credit"] == "A credit"'
json figure.png.json 'd["picture"]["sha256"] == "'"$(sha256sum figure.png | cut -d ' ' -f 1)"'"'
cp case.gpkg before.gpkg

"$DATELINE" verify figure.png case.gpkg >report.txt || fail "a fresh figure does not hold: $(cat report.txt)"
has report.txt 'figure.png' 'case.gpkg' 'The figure holds' 'Nothing was done in the case since'
cmp case.gpkg before.gpkg || fail "checking a figure changed the case"

"$DATELINE" figure --open figure.png.json case.gpkg again.png >/dev/null
cmp figure.png again.png || fail "the figure made anew is another one"

# Notes drawn by hand, as another program may have saved them.
cat >notes.geojson <<'JSON'
{"type": "FeatureCollection", "features": [
  {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[45.2, 39.2], [45.8, 39.6], [46.1, 39.5]]},
   "properties": {"kind": "movement", "text": "Reinforcements", "measured": true, "colour": "blue"}},
  {"type": "Feature", "geometry": null, "properties": {"text": "Draft", "page": [[0.9, 0.05]]}}]}
JSON
"$DATELINE" figure case.gpkg noted.png --dpi 96 --notes notes.geojson --json >noted.json
json noted.json 'd["notes"] == 2 and "2 notes are drawn by hand" in d["alternativeText"]'
json noted.png.json 'len(d["spec"]["notes"]["features"]) == 2'
"$DATELINE" verify noted.png case.gpkg >/dev/null || fail "a figure with notes does not hold"
"$DATELINE" figure --open noted.png.json case.gpkg noted-again.png >/dev/null
cmp noted.png noted-again.png || fail "notes made anew are others"
printf '{"type": "Feature", "geometry": null, "properties": {"kind": "cloud"}}' >wrong.geojson
refuses 1 "$DATELINE" figure case.gpkg out.png --notes wrong.geojson
refuses 1 "$DATELINE" figure case.gpkg out.png --notes missing.geojson

for ending in svg pdf jpg webp html; do
    "$DATELINE" figure case.gpkg "figure.$ending" >/dev/null
    "$DATELINE" verify "figure.$ending" case.gpkg >/dev/null || fail "a fresh figure.$ending does not hold"
done
has figure.html '<!DOCTYPE html>' 'data:image/png;base64,' 'prefers-color-scheme' 'intensive shelling' '[a]'
! grep -qi '<script' figure.html || fail "the page has a script"
python3 - figure.html <<'PYTHON' || fail "the page is not well-formed"
import sys, xml.etree.ElementTree
page = xml.etree.ElementTree.parse(sys.argv[1]).getroot()
space = "{http://www.w3.org/1999/xhtml}"
assert page.tag == space + "html" and len(page.findall(f".//{space}tbody/{space}tr")) >= 6
PYTHON

# A figure that looks as a template says is made anew with what was placed on it.
cat >house.json <<'JSON'
{"format": "dateline-figure-template-1", "credit": "A newsroom", "colours": "grey", "widthPx": 1200, "heightPx": 800,
 "arrangement": {"margin": 40, "parts": {"map": [0.05, 0.2, 0.6, 0.7]}}}
JSON
"$DATELINE" figure --template house.json case.gpkg house.png --dpi 96 >/dev/null
json house.png.json 'd["spec"]["arrangement"]["parts"]["map"] == [0.05, 0.2, 0.6, 0.7] and d["spec"]["colours"] == "grey"'
"$DATELINE" figure --open house.png.json case.gpkg house-again.png >/dev/null
cmp house.png house-again.png || fail "the figure with placed parts made anew is another one"
"$DATELINE" verify house.png case.gpkg >/dev/null || fail "a fresh figure with placed parts does not hold"
"$DATELINE" figure --template figure.png.json case.gpkg none.png 2>errors && fail "a sidecar passed as a template"
has errors '“figure.png.json” is no template'

# The case goes on, and the figure stays as it was.
printf 'On 14 September 2022 at 10:00, Azerbaijani shells hit the town of Vardenis, the defence ministry said.\n' >more.txt
"$DATELINE" read --published 2022-09-14 --into case.gpkg --accept more.txt >/dev/null 2>&1
status=0
"$DATELINE" verify figure.png case.gpkg >report.txt 2>errors || status=$?
((status == 1)) || fail "a figure that lacks an incident ended with $status, not 1: $(cat report.txt)"
[ ! -s errors ] || fail "findings belong to the report: $(cat errors)"
has report.txt 'does not hold' 'is not on the figure, and its filter would show it now'
"$DATELINE" verify --json figure.png case.gpkg >report.json && fail "a figure that lacks an incident passed"
json report.json 'not d["holds"] and d["pictureAsWritten"] and d["sameCase"] and d["stepsSince"] >= 1 and d["findings"]'

# Another picture under the same name.
cp again.png figure.png && printf 'x' >>figure.png
"$DATELINE" verify figure.png before.gpkg >report.txt && fail "another picture passed"
has report.txt 'The picture is not the one that was written'
rm figure.png.json again.png.json
"$DATELINE" verify again.png before.gpkg >report.txt || fail "a PNG cannot be checked by itself: $(cat report.txt)"
has report.txt 'by what the picture itself tells'

"$DATELINE" new other.gpkg >/dev/null
"$DATELINE" verify figure.svg other.gpkg >report.txt && fail "the figure holds in another case"
has report.txt 'The case is not the one that the figure was made from'
printf '{"format": "dateline-figure-9"}' >figure.svg.json
refuses 2 "$DATELINE" verify figure.svg case.gpkg
refuses 1 "$DATELINE" figure --open figure.svg.json case.gpkg out.svg
printf '{' >figure.svg.json
refuses 2 "$DATELINE" verify figure.svg case.gpkg
refuses 2 "$DATELINE" verify missing.png case.gpkg
refuses 2 "$DATELINE" verify figure.pdf missing.gpkg
refuses 2 "$DATELINE" verify figure.pdf
refuses 1 "$DATELINE" figure --open missing.json case.gpkg out.svg
refuses 1 "$DATELINE" figure case.gpkg figure.bmp
