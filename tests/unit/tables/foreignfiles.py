#!/usr/bin/env python3
"""foreignfiles.py FOLDER: spreadsheets, maps and JSON as other programs write them, whole and broken, for the tests."""

import contextlib
import gzip
import json
import shutil
import sqlite3
import sys
import zipfile
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
OUT = Path(sys.argv[1])
TABLES = Path(__file__).resolve().parents[2] / "data" / "tables"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(name, parts, stored=()):
    with zipfile.ZipFile(OUT / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for part, text in parts:
            archive.writestr(part, text, zipfile.ZIP_STORED if part in stored else zipfile.ZIP_DEFLATED)


# Spreadsheets


def row(number, cells):
    """Texts that stand in their cells."""
    inside = "".join(
        f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for i, cell in enumerate(cells) if cell
    )
    return f'<row r="{number}">{inside}</row>'


def workbook(name, sheets, strings=(), properties=""):
    listed = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="rId{i}"/>' for i, (n, _) in enumerate(sheets, 1))
    led = "".join(
        f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    packed(name, [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", f'<workbook {MAIN} xmlns:r="{RELATIONS}"><workbookPr {properties}/><sheets>{listed}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="x">{led}</Relationships>'),
        ("xl/styles.xml",
         f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>'
         '<numFmt numFmtId="165" formatCode="[Red]0.00&quot; day&quot;"/></numFmts>'
         '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
         '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'),
        ("xl/sharedStrings.xml", f'<sst {MAIN}>' + "".join(f"<si>{s}</si>" for s in strings) + "</sst>"),
    ] + [
        (f"xl/worksheets/sheet{i}.xml", f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")
        for i, (_, rows) in enumerate(sheets, 1)
    ])


HEADER = ["event_date", "event_type", "actor1", "latitude", "longitude", "notes", "fatalities", "event_id_cnty"]
STRINGS = ["<t>Battles</t>", "<r><t>Army </t></r><r><t>of A</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh>"]
GOOD = (
    '<row r="4"><c r="A4" s="1"><v>44817</v></c><c r="B4" t="s"><v>0</v></c><c r="C4" t="s"><v>1</v></c>'
    '<c r="D4" s="3"><v>39.511099999999999</v></c><c r="E4"><v>46.338600000000007</v></c>'
    '<c r="F4" t="str"><f>A1</f><v>Guns were heard.</v></c><c r="G4"><v>3</v></c><c r="H4" t="inlineStr"><is><t>X1</t></is></c></row>'
)
WITH_TIME = (
    '<row r="5"><c r="A5" s="2"><v>44817.586805555555</v></c><c r="B5" t="s"><v>0</v></c><c r="C5" t="s"><v>1</v></c>'
    '<c r="D5"><v>39</v></c><c r="E5"><v>46</v></c><c r="H5"><v>12</v></c></row>'
)
BAD = (
    '<row r="9"><c r="A9" t="inlineStr"><is><t>14th of September</t></is></c><c r="B9" t="s"><v>0</v></c>'
    '<c r="C9" t="s"><v>1</v></c><c r="D9"><v>39</v></c><c r="E9"><v>46</v></c></row>'
)
workbook("acled.xlsx", [("Read me", row(1, ["What", "Who"])), ("Data", row(3, HEADER) + GOOD + WITH_TIME + BAD)], STRINGS)
workbook("since1904.xlsx", [("Data", row(3, HEADER) + GOOD.replace("44817", "43355"))], STRINGS, 'date1904="1"')
workbook("timemap.xlsx", [
    ("EXPORT_EVENTS", row(1, ["description", "date", "time", "location", "latitude", "longitude", "association1", "source1"])
     + row(2, ["A crater in a yard", "2/25/2022", "06:30", "Kharkiv", "49.99", "36.23", "a1", "src-1"])),
    ("EXPORT_SOURCES", row(1, ["id", "title", "path1"]) + row(2, ["src-1", "A film", "https://x.com/finder/status/3"])),
    ("EXPORT_ASSOCIATIONS", row(1, ["id", "title", "filter_path0"]) + row(2, ["a1", "Impact", "x"])),
])
workbook("two.xlsx", [("May", row(1, HEADER) + row(2, ["2022-05-01", "Riots", "A", "40", "44", "Stones.", "", "M1"])),
                      ("June", row(1, HEADER) + row(2, ["2022-06-01", "Riots", "A", "40", "44", "Fires.", "", "J1"]))])
workbook("unknown.xlsx", [
    ("Read me", row(1, ["What this is"])),
    ("Daten", row(1, ["Liste der Vorfälle"]) + row(2, ["Tag", "Ort", "Breite", "Länge", "Was geschah"])
     + row(4, ["13.09.2022", "Goris", "39,5111", "46,3386", "Guns were heard."])
     + row(5, ["gestern", "Goris", "39,5111", "46,3386", "Nothing."])),
])
workbook("mixed.xlsx", [
    ("Data", row(1, HEADER) + row(2, ["2022-05-01", "Riots", "A", "40", "44", "Stones.", "", "M1"])),
    ("Daten", row(1, ["Tag", "Ort", "Breite", "Länge", "Was geschah"])
     + row(2, ["13.09.2022", "Goris", "39,5111", "46,3386", "Guns were heard."])),
    ("Wege", row(1, ["Tag", "Breite", "Länge"]) + row(2, ["14.09.2022", "39,6", "46,4"])),
])
workbook("torn.xlsx", [("Data", row(3, HEADER) + GOOD + '<row r="5"><c r="A5"></row>')], STRINGS)
workbook("wide.xlsx", [("Data", row(3, HEADER) + GOOD + '<row r="5"><c r="XFD5"><v>1</v></c></row>')], STRINGS)
workbook("empty.xlsx", [("Data", "")])

ODS = ('<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
       '<table:table table:name="Sheet1">%s<table:table-row table:number-rows-repeated="1048570">'
       '<table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>'
       "</office:spreadsheet></office:body></office:document-content>")
ODS_HEADER = "<table:table-row>" + "".join(
    f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>' for name in HEADER[:6]
) + "</table:table-row>"
ODS_ROWS = (
    '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    '<table:table-row><table:table-cell office:value-type="date" office:date-value="2022-09-13T14:05:00"><text:p>13.09.22</text:p>'
    '</table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>remark</text:p></office:annotation>'
    "<text:p>Battles</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Army</text:p></table:table-cell>"
    '<table:table-cell office:value-type="float" office:value="39.511099999999999"><text:p>39,51</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="46.3"/><table:table-cell office:value-type="string">'
    "<text:p>One <text:span>two</text:span></text:p><text:p>three</text:p></table:table-cell></table:table-row>"
)


def opendocument(name, content, manifest="<m/>"):
    packed(name, [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
                  ("META-INF/manifest.xml", manifest)], stored={"mimetype"})


opendocument("acled.ods", ODS % (ODS_HEADER + ODS_ROWS))
opendocument("locked.ods", "unreadable", "<manifest:encryption-data/>")

# Packed tables

gdelt = (TABLES / "gdelt.export.CSV").read_bytes()
packed("20220913.export.CSV.zip", [("20220913.export.CSV", gdelt)])
(OUT / "acled.csv.gz").write_bytes(gzip.compress((TABLES / "acled.csv").read_bytes()))
packed("readme.zip", [("readme.pdf", "none")])

# Maps

degrees = osr.SpatialReference()
degrees.ImportFromEPSG(4326)
degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
plane = osr.SpatialReference()
plane.ImportFromEPSG(32638)
EVENTS = [
    ("First shelling", "2022/09/13", "Goris", "POINT (46.5 39.5)"),
    ("A front line", "2022/09/14", "Syunik", "LINESTRING (46 39, 46.5 39.25)"),
    ("An area", None, "Vayots Dzor", "POLYGON ((45 39, 46 39, 46 40, 45 39))"),
]


def layer_of(data, name, reference, events=EVENTS, kind=ogr.wkbUnknown):
    layer = data.CreateLayer(name, reference, kind)
    for field in ("name", "date", "place", "source", "colour"):
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTDate if field == "date" else ogr.OFTString))
    way = osr.CoordinateTransformation(degrees, reference)
    for title, date, place, shape in events:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["name"], feature["place"], feature["colour"] = title, place, "red"
        feature["source"] = "https://t.me/channel/5"
        if date:
            feature["date"] = date
        geometry = ogr.CreateGeometryFromWkt(shape)
        geometry.Transform(way)
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)


def map_file(driver, name, reference=degrees, **options):
    data = gdal.GetDriverByName(driver).Create(str(OUT / name), 0, 0, 0, gdal.GDT_Unknown)
    layer_of(data, "events", reference, **options)
    return data


map_file("GeoJSON", "events.geojson").Close()
map_file("GeoJSONSeq", "events.geojsonl").Close()
map_file("FlatGeobuf", "events.fgb", plane).Close()
map_file("GPKG", "events.gpkg", plane).Close()
layers = map_file("GPKG", "layers.gpkg")
layer_of(layers, "other events", plane, EVENTS[:1])
layers.Close()
shutil.copy(OUT / "events.gpkg", OUT / "log.gpkg")
with contextlib.closing(sqlite3.connect(OUT / "log.gpkg")) as log:
    log.execute("PRAGMA journal_mode = WAL")
shutil.copy(OUT / "log.gpkg", OUT / "open.gpkg")
(OUT / "open.gpkg-wal").write_bytes(bytes(32))
map_file("ESRI Shapefile", "events.shp", plane, events=EVENTS[:1], kind=ogr.wkbPoint).Close()
map_file("ESRI Shapefile", "planeless.shp", plane, events=EVENTS[:1], kind=ogr.wkbPoint).Close()
(OUT / "planeless.prj").unlink()
with zipfile.ZipFile(OUT / "shapefile.zip", "w") as archive:
    for part in ("SHP", "shx", "dbf", "prj"):
        archive.write(OUT / f"events.{part.lower()}", f"folder/events.{part}")

MARK = ("<Placemark><name><![CDATA[20 APR 2026]]></name><description><![CDATA[<p>A truck burns.<br/>Seen on "
        '<a href="https://t.me/x/1">film</a></p>]]></description><Point><coordinates>44.5,40.25,0</coordinates></Point></Placemark>')
KML = ('<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Map</name>'
       f"<Folder><name>April</name>{MARK}<Folder><name>Lines</name><Placemark id=\"x\"><name>A road</name><TimeSpan>"
       "<begin>2022-09-13T14:05:00+04:00</begin><end>2022-09-14</end></TimeSpan><LineString><coordinates>44,40 45,41"
       f"</coordinates></LineString></Placemark></Folder></Folder><Folder><name>All</name>{MARK}<Placemark><name>An old fort</name>"
       "<TimeStamp><when>1945-05</when></TimeStamp><ExtendedData><Data name=\"guns\"><value>3</value></Data></ExtendedData>"
       "<Point><coordinates>44,40</coordinates></Point></Placemark></Folder>"
       "<NetworkLink><Link><href>http://127.0.0.1:9/map.kml</href></Link></NetworkLink></Document></kml>")
(OUT / "map.kml").write_text(KML)
STYLED = KML.replace("</name><description>", "</name><styleUrl>#icons/E00000/False/truck.png</styleUrl><description>", 1)
packed("geoconfirmed.kmz", [("doc.kml", STYLED), ("images/a.png", "none")])
packed("map.kmz", [("doc.kml", KML), ("images/a.png", "none"), ("more.kml", "<kml/>")])
(OUT / "walk.gpx").write_text(
    '<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="39.5" lon="46.5">'
    "<time>2022-09-13T10:05:00Z</time><name>Crater</name><desc>A crater by the road</desc></wpt><trk><name>Walk</name><trkseg>"
    '<trkpt lat="39.5" lon="46.25"><time>2022-09-12T10:05:00Z</time></trkpt><trkpt lat="39.75" lon="46.5">'
    "<time>2022-09-13T11:05:00Z</time></trkpt></trkseg></trk></gpx>")


def feature(shape, **properties):
    return {"type": "Feature", "geometry": shape, "properties": properties}


def point(lon, lat):
    return {"type": "Point", "coordinates": [lon, lat]}


def written(name, value):
    (OUT / name).write_text(json.dumps(value))


written("recogito.geojson", {"type": "FeatureCollection", "features": [
    {**feature(point(46.25, 39.5)), "titles": ["Goris", "Gorus"], "quotes": ["the fort, at Goris", "Goris"],
     "uris": ["http://places.example/1"], "tags": ["fort", "wall"], "comments": ["The upper one"]}]})
written("wrong.geojson", {
    "type": "FeatureCollection", "crs": {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs"}},
    "features": [
        feature(point(46.25, 39.5), name="no date", date="13/13/2022"), feature(point(46, 139.5), name="swapped"),
        feature(point("NaN", 39.5), name="no number"), feature(None, name="nowhere", date="2022-09"),
        feature({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, name="two"),
        feature({"type": "LineString", "coordinates": [[1, 2]]}, name="short"),
        feature(point(1e300, 39), name="far"), feature(point(46, 39), id=7, name="once"),
        feature(point(46, 39), id=7, name="again"),
        feature({"type": "Curve", "coordinates": [1, 2]}, name="no shape"),
        feature({"type": "GeometryCollection", "geometries": [point(1, 2), {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}]},
                name="mixed")]})
written("acled.geojson", {"type": "FeatureCollection", "features": [
    feature(point(46.25, 39.5), event_id_cnty="ARM1", event_date="2022-09-13", event_type="Battles", actor1="Army", fatalities=3)]})

# JSON

ANNOTATION = {
    "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno1", "type": "Annotation",
    "body": [{"type": "TextualBody", "purpose": "tagging", "value": "fort"},
             {"type": "TextualBody", "purpose": "commenting", "value": "The upper one"},
             {"type": "Feature", "purpose": "geotagging", "geometry": point(46.25, 39.5), "properties": {"title": "Goris"}}],
    "target": {"source": "http://example.org/letter.txt", "selector": [
        {"type": "TextQuoteSelector", "exact": "the fort at Goris", "prefix": "by ", "suffix": " fell"},
        {"type": "TextPositionSelector", "start": 120, "end": 137}]}}
written("annotations.jsonld", [ANNOTATION, {"id": "http://example.org/anno2", "type": "Annotation", "bodyValue": "Just a note",
                                            "target": "http://example.org/page1"}])
written("annotation.json", ANNOTATION)
written("page.json", {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [ANNOTATION]})
EVENT = [{"id": "E1", "civId": "C1", "description": "A column on the road", "date": "2/24/2022", "time": "", "location": "Kyiv",
          "latitude": "50,45", "longitude": "30.52", "associations": ["a1", "a2"], "sources": ["s1"], "graphic": "FALSE"}]
SOURCES = {"s1": {"id": "s1", "title": "Film", "paths": ["https://x.com/finder/status/3"], "url": ""}}
ASSOCIATIONS = [{"id": "a1", "title": "Residential", "mode": "FILTER", "filter_paths": ["Type", "Residential"]},
                {"id": "a2", "title": ["Artillery"], "desc": ["x"]}]
written("events.json", EVENT)
written("sources.json", SOURCES)
written("associations.json", ASSOCIATIONS)
written("api.json", {"events": EVENT, "sources": SOURCES, "associations": ASSOCIATIONS, "sites": []})
written("fork.json", {"Events": EVENT, "Associations": ASSOCIATIONS})
written("download.json", [{"id": "TM-2", "date": "2/24/2022", "latitude": "50.45", "longitude": "30.52", "location": "Kyiv",
                           "description": "Smoke", "sources": [{"id": "s", "path": "https://news.example/1", "description": "d"}],
                           "filters": [{"key": "Means", "value": "Artillery"}]}])
written("geoconfirmed.json", [
    {"id": "g1", "date": "2022-10-10T16:20:00", "name": "10 OCT 2022", "description": "A bridge fell",
     "originalSource": "https://t.me/a/1", "geolocation": "https://x.com/b/2", "coordinates": [48.125, 37.5]},
    {"id": "g2", "date": "1580000000000000000", "name": "x", "description": "y", "originalSource": "z", "coordinates": [1, 2]},
    {"id": "g3", "date": "2022-10-10", "name": "x", "description": "y", "originalSource": "z", "coordinates": [1]}])
written("copy.json", [{"id": "r1", "date": "2022-10-10", "date_created": "2022-10-11", "description": "A bridge fell",
                       "longitude": 37.5, "latitude": 48.125, "original_source": ["https://t.me/a/1", "https://x.com/c/3"],
                       "geolocation": ["https://x.com/b/2"], "origin": "x", "tweeted": True, "plus_code": "8G", "ingested_at": "2023"}])
written("names.json", {"a": 1})

# What is made to do harm


def bomb(name, entry, piece, times, head=b""):
    with zipfile.ZipFile(OUT / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive, archive.open(entry, "w") as file:
        file.write(head)
        for _ in range(times):
            file.write(piece)


bomb("bomb.zip", "bomb.csv", b"0" * 1024 * 1024, 100)
bomb("bomb.kmz", "doc.kml", b"<Placemark></Placemark>" * 45000, 100, b"<kml><Document>")
bomb("bomb.xlsx", "xl/workbook.xml", b"<sheet/>" * 130000, 100, b"<workbook>")
(OUT / "bomb.csv.gz").write_bytes(gzip.compress(b"0" * 100 * 1024 * 1024))
(OUT / "laughs.kml").write_text(
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)) + "]><kml><Document><name>&a11;</name></Document></kml>")
(OUT / "deep.geojson").write_text('{"type":"FeatureCollection","features":' + "[" * 200000)
(OUT / "deep.json").write_text("[" * 200000)
(OUT / "virtual.csv").write_text(
    '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/vsicurl/http://127.0.0.1:9/x.csv</SrcDataSource></OGRVRTLayer>'
    "</OGRVRTDataSource>")
(OUT / "cut.xlsx").write_bytes((OUT / "acled.xlsx").read_bytes()[:1500])
(OUT / "cut.json").write_bytes((OUT / "events.json").read_bytes()[:100])
(OUT / "cut.kml").write_bytes((OUT / "map.kml").read_bytes()[:600])
(OUT / "cut.gpkg").write_bytes((OUT / "events.gpkg").read_bytes()[:5000])
(OUT / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
(OUT / "other.sqlite").write_bytes(b"SQLite format 3\x00" + bytes(1000))
(OUT / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
