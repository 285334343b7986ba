#!/bin/bash
# Spreadsheets and maps that another program wrote come in as the table that they were made from, in bounded memory, and
# nothing in them reaches for the network.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"
tables=$SOURCES/../tables
quietly() { "$@" >made.txt 2>&1 || fail "“$*” ended with $?: $(cat made.txt)"; }

# The same rows from CSV, XLSX and ODS.
described() { # described FILE: what each incident of a case of its own says.
    "$DATELINE" new "$1.gpkg" >/dev/null
    "$DATELINE" import "$1" --into "$1.gpkg" >"$1.txt" 2>"$1.notes" || fail "$1 ended with $?: $(cat "$1.notes")"
    sqlite3 "$1.gpkg" "select title, kind, sub_kind, time_begin, time_end, time_precision, hex(geom), country, actors,
        losses, tags from incident order by 1, 2, 4" >"$1.rows"
}
cp "$tables/acled.csv" acled.csv
quietly ogr2ogr -f XLSX acled.xlsx acled.csv -oo AUTODETECT_TYPE=YES
quietly ogr2ogr -f ODS acled.ods acled.csv -oo AUTODETECT_TYPE=YES
for file in acled.csv acled.xlsx acled.ods; do described "$file"; done
(($(wc -l <acled.csv.rows) == 3)) || fail "acled.csv has not three incidents: $(cat acled.csv.rows)"
cmp acled.csv.rows acled.xlsx.rows || fail "the workbook says something else than its table"
cmp acled.csv.rows acled.ods.rows || fail "the OpenDocument sheet says something else than its table"
has acled.xlsx.txt 'acled.xlsx, “acled” (ACLED): incidents 3, documents 2, rows that failed 0'

# The same map in every format.
cat >map.geojson <<'END'
{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"name": "First shelling", "date": "2022-09-13", "place": "Goris"},
 "geometry": {"type": "Point", "coordinates": [46.25, 39.5]}},
{"type": "Feature", "properties": {"name": "Second shelling", "date": "2022-09-14", "place": "Kapan"},
 "geometry": {"type": "Point", "coordinates": [46.5, 39.25]}}]}
END
"$DATELINE" new maps.gpkg >/dev/null
quietly ogr2ogr -t_srs EPSG:32638 map.gpkg map.geojson
quietly ogr2ogr -t_srs EPSG:3857 map.shp map.geojson
quietly ogr2ogr -t_srs EPSG:32638 map.fgb map.geojson
quietly ogr2ogr -f GeoJSONSeq map.geojsonl map.geojson
quietly ogr2ogr -f LIBKML map.kml map.geojson
quietly ogr2ogr -f LIBKML map.kmz map.geojson
quietly ogr2ogr -f GPX map.gpx map.geojson -sql 'SELECT name, date AS time FROM map'
python3 -c 'import zipfile
with zipfile.ZipFile("map.zip", "w") as out:
    for part in ("shp", "shx", "dbf", "prj"):
        out.write(f"map.{part}")'
maps=(map.geojson map.gpkg map.shp map.fgb map.geojsonl map.kml map.kmz map.gpx map.zip)
"$DATELINE" import --json "${maps[@]}" --into maps.gpkg >maps.json || fail "the maps did not come in: $(cat maps.json)"
json maps.json 'all(f["incidents"] == 2 and f["failed"] == 0 and f["layout"] == "general" for f in d["files"])'
"$DATELINE" info --json maps.gpkg >info.json
json info.json 'len(d["incidents"]) == 18'
# Each mark is where and when it was, whatever the format and the plane.
ogr2ogr -f CSV places.csv maps.gpkg incident -lco GEOMETRY=AS_XY -select title,time_begin
python3 - <<'END' || fail "marks are not where they were: $(cat places.csv)"
import csv, sys
wanted = {"First shelling": (46.25, 39.5, "2022/09/13 00:00:00+00"), "Second shelling": (46.5, 39.25, "2022/09/14 00:00:00+00")}
for row in csv.DictReader(open("places.csv", encoding="utf-8")):
    lon, lat, begin = wanted[row["title"]]
    if abs(float(row["X"]) - lon) > 1e-6 or abs(float(row["Y"]) - lat) > 1e-6 or row["time_begin"] != begin:
        sys.exit(f"{row}")
END
"$DATELINE" verify maps.gpkg >verify.txt || fail "the case does not hold: $(cat verify.txt)"

# A feature that fails is told with its number, column, value and reason.
sed 's/2022-09-14/14th of September/; s/39.5\]/139.5]/' map.geojson >wrong.geojson
"$DATELINE" import wrong.geojson --failures failed.csv --into maps.gpkg >wrong.txt 2>reasons.txt &&
    fail "a map with features that failed ended with 0"
has reasons.txt 'feature 1, wkt_geom “POINT (46.25 139.5)”: No latitude is beyond 90 degrees' \
    'feature 2, date “14th of September”: This is no date'

# A large sheet takes no more memory than a small one, and what is made to do harm takes none.
python3 - "$tables/acled.csv" >large.csv <<'END'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig")))
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(rows[0])
for i in range(100_000):
    out.writerow([f"ARM{i}"] + rows[1 + i % 3][1:])
END
quietly ogr2ogr -f XLSX large.xlsx large.csv
cat >measured.py <<'END'
import os, subprocess, sys
# measured.py MEGABYTES COMMAND…: fails if COMMAND, or any program it starts, takes more memory.
import resource
status = subprocess.run(sys.argv[2:]).returncode
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(f"{most} MB", file=sys.stderr)
sys.exit(status if most <= int(sys.argv[1]) else 99)
END
"$DATELINE" new large.gpkg >/dev/null
python3 measured.py 400 "$DATELINE" import large.xlsx --into large.gpkg >large.txt 2>large.notes ||
    fail "a large sheet ended with $?: $(cat large.notes)"
has large.txt 'incidents 100000'
python3 - <<'END'
import zipfile
with zipfile.ZipFile("bomb.kmz", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out, out.open("doc.kml", "w") as kml:
    kml.write(b"<kml><Document>")
    for _ in range(100):
        kml.write(b"<Placemark></Placemark>" * 45000)
END
python3 measured.py 300 "$DATELINE" import bomb.kmz --into maps.gpkg >bomb.txt 2>bomb.notes && fail "a bomb came in"
has bomb.notes 'made to do harm'
echo '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>' >endless.kml
head -c 30000000 /dev/zero | tr '\0' x >>endless.kml
refuses 1 "$DATELINE" import endless.kml --into maps.gpkg

# Nothing is fetched, whatever a file asks for.
cat >links.geojson <<'END'
{"type": "FeatureCollection", "crs": {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs"}}, "features": [
{"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [46, 39]}}]}
END
cat >links.kml <<'END'
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Links</name><NetworkLink><Link>
<href>http://127.0.0.1:9/more.kml</href></Link></NetworkLink><Placemark><name>B</name><styleUrl>http://127.0.0.1:9/s#a</styleUrl>
<Point><coordinates>46,39</coordinates></Point></Placemark></Document></kml>
END
cat >virtual.csv <<'END'
<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/vsicurl/http://127.0.0.1:9/x.csv</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>
END
if command -v strace >/dev/null; then
    sh "$here/no-network.sh" "$DATELINE" import links.geojson links.kml --into maps.gpkg >links.txt 2>&1 ||
        fail "links were followed, or kept a map from coming in: $(cat links.txt)"
    sh "$here/no-network.sh" "$DATELINE" import virtual.csv --into maps.gpkg >virtual.txt 2>&1 && fail "a virtual file came in"
    ! grep -F 'The network was reached for' virtual.txt || fail "a virtual file reached for the network"
fi
refuses 1 "$DATELINE" import virtual.csv --into maps.gpkg
refuses 1 "$DATELINE" import maps.gpkg --into maps.gpkg
refuses 1 "$DATELINE" import map.dbf --into maps.gpkg
