#!/bin/bash
# From an article to a figure that carries its words and sources, as PNG, SVG and PDF.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

"$DATELINE" new --title 'Border fighting' case.gpkg >made
has made case.gpkg
"$DATELINE" read --published 2022-09-13 --publisher 'A sample' --into case.gpkg --accept "$REPORT" >read.json
json read.json 'len(d["documents"]) == 1 and len(d["documents"][0]["proposals"]) >= 6'
for place in Goris Sotk Jermuk; do
    json read.json "any(p.get('where', {}).get('place') == '$place' and p['where']['precision'] == 'near' and p['when']['begin'] == '2022-09-12T20:05Z' for p in d['documents'][0]['proposals'])"
done

"$DATELINE" info --json case.gpkg >info.json
json info.json 'd["title"] == "Border fighting" and len(d["incidents"]) >= 6 and len(d["documents"]) == 1'
json info.json 'all(i["quotes"] >= 1 for i in d["incidents"])'
"$DATELINE" info case.gpkg >info.txt
has info.txt 'Border fighting' Goris

"$DATELINE" figure case.gpkg figure.png --json --dpi 192 --credit 'A credit' >drawn.json
json drawn.json 'd["callouts"] == d["marks"] >= 4 and d["shown"] <= d["incidents"]'
python3 "$here/checkpng.py" figure.png 3200 2000 192 'Border fighting' 'Goris' 'Source'
json figure.png.json 'd["format"] == "dateline-figure-2" and len(d["sources"][0]["textSha256"]) == 64'
json figure.png.json 'any("intensive shelling" in w["words"] for i in d["incidents"] for w in i["words"])'

"$DATELINE" figure case.gpkg figure.svg --title 'A title of our own' >/dev/null
has figure.svg '<title>A title of our own</title>' '<desc>' '<text' 'Goris' 'What the marks mean' 'Made with Dateline'

"$DATELINE" figure case.gpkg figure.pdf >/dev/null
pdftotext -layout figure.pdf words.txt
has words.txt 'Border fighting' Goris 'What the marks mean' 'intensive shelling'
pdffonts figure.pdf | tail -n +3 >fonts.txt
[ -s fonts.txt ] || fail "the PDF has no fonts"
awk '{ if ($(NF - 4) != "yes") exit 1 }' fonts.txt || fail "a font is not embedded: $(cat fonts.txt)"

# The same case gives the same figure.
"$DATELINE" figure case.gpkg again.png --dpi 192 --credit 'A credit' >/dev/null
cmp figure.png again.png || fail "the same case gave another figure"
