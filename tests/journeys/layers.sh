#!/bin/bash
# Files over the map: added, listed and drawn in figures where they lie; a folder that is moved still works, and a file
# that is gone is said and keeps nothing else from working.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"
quietly() { "$@" >made.txt 2>&1 || fail "“$*” ended with $?: $(cat made.txt)"; }

mkdir -p work/maps
cp "$("$DATELINE" sample-path)" work/case.gpkg
# A sheet of one bright green over the north of it, and a vector file.
quietly gdal_create -of GTiff -ot Byte -bands 3 -burn 20 -burn 250 -burn 30 -outsize 400 400 -a_srs EPSG:32638 \
    -a_ullr 500000 4500000 640000 4360000 work/maps/sheet.tif
"$DATELINE" layers work/case.gpkg add work/maps/sheet.tif >added.txt || fail "the layer was not added"
"$DATELINE" layers work/case.gpkg --json >layers.json
json layers.json 'd["layers"][0]["file"] == "maps/sheet.tif" and "UTM zone 38N" in d["layers"][0]["summary"]'
"$DATELINE" layers work/case.gpkg credit 1 Survey of 2022

green() { # green FIGURE: how many pixels of a PNG are that green.
    python3 - "$1" <<'END'
import subprocess, sys
data = subprocess.run(["gdal_translate", "-q", "-of", "ENVI", "-co", "INTERLEAVE=BIP", "-b", "1", "-b", "2", "-b", "3",
                       sys.argv[1], "raw.bin"], check=True)
raw = open("raw.bin", "rb").read()
print(sum(1 for i in range(0, len(raw) - 2, 3) if raw[i] < 60 and raw[i + 1] > 220 and raw[i + 2] < 70))
END
}
# The figure has it, its credit and, beside it, what file it was.
"$DATELINE" figure work/case.gpkg with.png >/dev/null 2>&1 || fail "no figure with a layer"
"$DATELINE" figure --without-layers work/case.gpkg without.png >/dev/null 2>&1 || fail "no figure without layers"
(($(green with.png) > 20000)) || fail "the layer is not in the figure: $(green with.png)"
(($(green without.png) == 0)) || fail "the layer is in the figure that is to be without"
json with.png.json "d['layers'][0]['sha256'] == '$(sha256sum work/maps/sheet.tif | cut -d' ' -f1)'"
json with.png.json 'd["layers"][0]["file"] == "maps/sheet.tif" and d["layers"][0]["credit"] == "Survey of 2022"'
json without.png.json 'd["layers"] == []'
"$DATELINE" figure work/case.gpkg page.pdf >/dev/null 2>&1 || fail "no PDF with a layer"
pdftotext page.pdf page.txt
tr -s '\n ' '  ' <page.txt >words.txt
has words.txt 'Over the base map: sheet (Survey of 2022).'
pdfimages -list page.pdf >images.txt
(($(wc -l <images.txt) > 2)) || fail "the PDF has no picture of the layer"
"$DATELINE" figure work/case.gpkg page.svg >/dev/null 2>&1 || fail "no SVG with a layer"
has page.svg 'data:image/'

# Moved together, they find each other.
mv work elsewhere
"$DATELINE" layers elsewhere/case.gpkg >moved.txt || fail "a moved folder has lost its layer: $(cat moved.txt)"
has moved.txt '1. sheet · maps/sheet.tif · shown at 100 %'
"$DATELINE" figure elsewhere/case.gpkg moved.png >/dev/null 2>&1
(($(green moved.png) > 20000)) || fail "the layer of a moved folder is not drawn"

# Order, opacity and the eye; each a step of the history.
cp elsewhere/maps/sheet.tif elsewhere/maps/second.tif
"$DATELINE" layers elsewhere/case.gpkg add elsewhere/maps/second.tif >/dev/null
"$DATELINE" layers elsewhere/case.gpkg >two.txt
has two.txt '1. second' '2. sheet'
"$DATELINE" layers elsewhere/case.gpkg move 2 1
"$DATELINE" layers elsewhere/case.gpkg opacity 1 40
"$DATELINE" layers elsewhere/case.gpkg hide 2
"$DATELINE" layers elsewhere/case.gpkg >changed.txt
has changed.txt '1. sheet · maps/sheet.tif · shown at 40 %' '2. second · maps/second.tif · hidden'
"$DATELINE" layers elsewhere/case.gpkg remove 2
"$DATELINE" verify elsewhere/case.gpkg >verify.txt || fail "the case does not hold: $(cat verify.txt)"

# A file that is gone is said, and the rest works.
mv elsewhere/maps/sheet.tif elsewhere/other.tif
status=0
"$DATELINE" layers elsewhere/case.gpkg >gone.txt 2>gone.notes || status=$?
((status == 1)) || fail "a missing file ended with $status"
has gone.notes '“sheet.tif” is not at'
"$DATELINE" figure elsewhere/case.gpkg gone.png >gone.out 2>gone.err || fail "a missing file kept the figure from being drawn"
has gone.err 'The layer “sheet” is not drawn: “sheet.tif” is not at'
json gone.png.json 'd["layers"] == []'
"$DATELINE" layers elsewhere/case.gpkg find 1 elsewhere/other.tif
"$DATELINE" layers elsewhere/case.gpkg >found.txt || fail "a file that was found is not shown"
has found.txt 'other.tif'

# Each table of a file with tiles is a layer; one of them can be named.
for table in north south; do
    quietly gdal_translate -q -of GPKG -co APPEND_SUBDATASET=YES -co RASTER_TABLE=$table elsewhere/other.tif \
        elsewhere/maps/tables.gpkg
done
"$DATELINE" layers elsewhere/case.gpkg add --table south elsewhere/maps/tables.gpkg >south.txt || fail "no table was added"
[[ $(cat south.txt) == 'tables · south' ]] || fail "another table was added: $(cat south.txt)"
"$DATELINE" layers elsewhere/case.gpkg add elsewhere/maps/tables.gpkg >tables.txt || fail "no tables were added"
[[ $(cat tables.txt) == $'tables · north\ntables · south' ]] || fail "other tables were added: $(cat tables.txt)"
"$DATELINE" layers elsewhere/case.gpkg --json >tables.json || fail "a table is not shown"
json tables.json '[layer["table"] for layer in d["layers"][:3]] == ["south", "north", "south"]'
refuses 1 "$DATELINE" layers elsewhere/case.gpkg add --table moon elsewhere/maps/tables.gpkg
has reason 'has no layer “moon”'

# What cannot be laid over a map says so in a sentence; nothing that a file points to is opened.
refuses 1 "$DATELINE" layers elsewhere/case.gpkg add nowhere.tif
quietly gdal_create -of GTiff -outsize 10 10 placeless.tif
refuses 1 "$DATELINE" layers elsewhere/case.gpkg add placeless.tif
has reason 'does not tell where on the earth it lies'
head -c 300 elsewhere/other.tif >cut.tif
refuses 1 "$DATELINE" layers elsewhere/case.gpkg add cut.tif
cat >virtual.tif <<'END'
<VRTDataset rasterXSize="10" rasterYSize="10"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>
<SourceFilename>/vsicurl/http://127.0.0.1:9/x.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>
END
refuses 1 "$DATELINE" layers elsewhere/case.gpkg add virtual.tif
refuses 1 "$DATELINE" layers elsewhere/case.gpkg remove 7
