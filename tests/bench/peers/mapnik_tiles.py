#!/usr/bin/env python3
"""Mapnik's time for the tiles of ../bench_basemap.cpp, one JSON object a line.

usage: mapnik_tiles.py [--pictures FOLDER] BASE_GPKG

What makes the two equal:
- The vectors are those of BASE_GPKG, in the layers that Dateline draws at that zoom, in the map's own projection and
  as shapefiles with shapeindex's index, the fastest that Mapnik reads. Shores are lines of their own without the cuts.
- Colours, widths, dashes, joins and their order are those of app/map/basepainter.cpp; of corners Mapnik too leaves out
  what is nearer than 0.6 pixels, where that makes it faster.
- Names have the same letters, sizes, halos, dots and places to try, must not meet, and must lie in the tile. Mapnik is
  handed the first that Dateline would try, as many as it lets stand in a tile, already in memory: Dateline looks through
  all names and goes on where one finds no room, so that it never draws fewer.
- Both draw 512 × 512 pixels, again and again, so that files and glyphs are in memory, on one thread.
"""

import json
import math
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import mapnik
import numpy
from osgeo import ogr, osr

ogr.UseExceptions()

ZOOMS = (0, 4, 6, 10)
REGIONS = {"caucasus": (45.5, 40.5), "europe": (10, 50)}
SIDE = 512
EDGE = 20037508.342789244  # metres, half of the world in EPSG:3857
RUNS = 5
LEAST_SECONDS = 0.3  # of a run
MOST_NAMES = SIDE * SIDE // (105 * 105)
FONTS = "/usr/share/fonts/truetype/noto"
THIN = 'simplify="0.6" simplify-algorithm="radial-distance"'


# The style: app/map/basepainter.cpp and the light theme of app/map/theme.cpp.
LAND, WATER, RIVER, COAST = "#f7f4ed", "#cddfea", "#7faccd", "#9dbbcf"
COUNTRY, PROVINCE, DISPUTED = "#8f8b86", "#cfc9bd", "#b3262b"
INK, HALO = "#41464d", "#fbf9f4"


def between(zoom, from_zoom, from_width, to_zoom, to_width):
    part = min(1, max(0, (zoom - from_zoom) / (to_zoom - from_zoom)))
    return from_width + (to_width - from_width) * part


def mixed(a, b, part):
    pairs = zip(bytes.fromhex(a[1:]), bytes.fromhex(b[1:]))
    return "#" + bytes(round(x + (y - x) * part) for x, y in pairs).hex()


def line(colour, width, dash=None):
    ends = f'stroke-dasharray="{dash[0]:.3f},{dash[1]:.3f}"' if dash else 'stroke-linecap="round"'
    return f'<LineSymbolizer stroke="{colour}" stroke-width="{width:.3f}" stroke-linejoin="round" {ends} {THIN}/>'


def rivers(zoom):
    """A rule for each level, small rivers first."""
    rules = []
    for level in range(9, -1, -1):
        full = {0: 1.6, 1: 1.6, 2: 1.25, 3: 0.95}.get(level, 0.75)
        weight = between(zoom, 3 + level, 0.35, 8 + level, 1)
        rules.append((f"[level] = {level}",
                      line(mixed(LAND, RIVER, 0.45 + 0.55 * weight), max(0.5, full * weight))))
    return rules


def style(zoom):
    """(theme, form of its shapes, rules) from back to front; rules are (filter, symbolizer)."""
    area = '<PolygonSymbolizer fill="{}" gamma="0.7" ' + THIN + "/>"
    yield "land", "area", [("", area.format(LAND))]
    yield "land", "shore", [("", line(COAST, between(zoom, 2, 0.6, 7, 1)))]
    yield "lake", "area", [("", area.format(WATER))]
    yield "lake", "shore", [("", line(COAST, between(zoom, 2, 0.5, 7, 1)))]
    yield "river", "line", rivers(zoom)
    if zoom >= 5.5:
        ink = mixed(LAND, PROVINCE, between(zoom, 5.5, 0.45, 8, 1))
        yield "border_province", "line", [("", line(ink, between(zoom, 6, 0.7, 9, 1), (4, 3)))]
    if zoom >= 6:
        yield "border_country", "line", [("", line(mixed(LAND, COUNTRY, 0.16), between(zoom, 6, 2, 9, 4.5)))]
    yield "border_country", "line", [("", line(COUNTRY, between(zoom, 2, 0.6, 9, 1.2)))]
    dash = between(zoom, 2, 2.5, 7, 5), between(zoom, 2, 2, 7, 3.5)
    yield "border_disputed", "line", [("", line(DISPUTED, between(zoom, 2, 0.7, 8, 1.3), dash))]


def names_style():
    text = ('<TextSymbolizer face-name="Noto Sans Regular" size="{size}" fill="' + INK + '" halo-fill="' + HALO
            + '" halo-radius="1.5" avoid-edges="true" {more}>[name]</TextSymbolizer>')
    rules = []
    for size in (11, 12, 13, 14):
        rules.append((f"[country] = 1 and [size] = {size}",
                      text.format(size=size, more='character-spacing="1.1" opacity="0.72" margin="4"')))
        rules.append((f"[country] = 0 and [size] = {size}",
                      f'<MarkersSymbolizer width="6" height="6" fill="{INK}" stroke="{HALO}" stroke-width="1.5"/>'
                      + text.format(size=size, more='placement-type="simple" placements="E,W,S,N,NE,SE,NW,SW" '
                                                    'dx="6" dy="6" margin="2"')))
    return rules


def xml_of(rules):
    return "".join(f"<Rule>{f'<Filter>{test}</Filter>' if test else ''}{drawn}</Rule>" for test, drawn in rules)


# The vectors.
def mercator(lon_lat):
    """In place, as Dateline places them: what lies beyond 85° lies on the edge."""
    lat = numpy.radians(numpy.clip(lon_lat[:, 1], -85.051129, 85.051129))
    lon_lat[:, 1] = numpy.arcsinh(numpy.tan(lat)) / math.pi * EDGE
    lon_lat[:, 0] *= EDGE / 180


def parts_of(wkb):
    """The rings or lines of a multipolygon or multiline, as arrays of (longitude, latitude), polygon by polygon."""
    kind, count = struct.unpack_from("<II", wkb, 1)
    at = 9
    for _ in range(count):
        rings = []
        (number,) = struct.unpack_from("<I", wkb, at + 5)
        at += 9 if kind == ogr.wkbMultiPolygon else 5
        for _ in range(number if kind == ogr.wkbMultiPolygon else 1):
            (corners,) = struct.unpack_from("<I", wkb, at)
            rings.append(numpy.frombuffer(wkb, "<f8", 2 * corners, at + 4).reshape(-1, 2).copy())
            at += 4 + 16 * corners
        yield rings


def without_cuts(ring, cell):
    """The stretches of a ring that are shore."""
    def on_cut(values, end):
        return (values / cell == numpy.round(values / cell)) | (numpy.abs(values) == end)
    here, following = ring[:-1], ring[1:]
    cut = numpy.zeros(len(here), bool)
    for axis, end in ((0, 180), (1, 90)):
        cut |= on_cut(here[:, axis], end) & (here[:, axis] == following[:, axis])
    ends = numpy.flatnonzero(cut) + 1
    return [stretch for stretch in numpy.split(ring, ends) if len(stretch) > 1]


def wkb_line(corners):
    return struct.pack("<BII", 1, ogr.wkbLineString, len(corners)) + corners.tobytes()


def wkb_polygon(rings):
    return struct.pack("<BII", 1, ogr.wkbPolygon, len(rings)) + b"".join(
        struct.pack("<I", len(ring)) + ring.tobytes() for ring in rings)


def shapes_of(feature, form, cell):
    """A feature's shapes as WKB on the plane."""
    for rings in parts_of(bytes(feature.GetGeometryRef().ExportToWkb(ogr.wkbNDR))):
        lines = [stretch for ring in rings for stretch in without_cuts(ring, cell)] if form == "shore" else rings
        for part in lines:
            mercator(part)
        yield from (wkb_polygon(lines),) if form == "area" else map(wkb_line, lines)


def shapefile(base, layer_name, form, cell, folder):
    """Writes a layer for Mapnik and returns its path; one that is there already is taken as it is."""
    path = folder / f"{layer_name}_{form}.shp"
    if path.exists():
        return path
    plane = osr.SpatialReference()
    plane.ImportFromEPSG(3857)
    kinds = {"area": ogr.wkbPolygon, "shore": ogr.wkbLineString, "line": ogr.wkbLineString}
    out = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    table = out.CreateLayer(path.stem, plane, kinds[form])
    table.CreateField(ogr.FieldDefn("level", ogr.OFTInteger))
    source = base.GetLayerByName(layer_name)
    level = source.GetLayerDefn().GetFieldIndex("level")
    for feature in source:
        for wkb in shapes_of(feature, form, cell):
            row = ogr.Feature(table.GetLayerDefn())
            row.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
            row.SetField(0, feature.GetFieldAsInteger(level) if level >= 0 else 0)
            table.CreateFeature(row)
    table = out = None
    subprocess.run(["shapeindex", str(path)], check=True, stdout=subprocess.DEVNULL)
    return path


# The names: app/map/baselabels.cpp.
def zoom_for_town(rank, people, names):
    if rank == 0:
        return 3.2 if people >= 3e6 else 4.2
    for least, zoom in ((3e6, 4.2), (1e6, 5), (3e5, 5.8), (1e5, 6.2 if rank == 1 else 6.8),
                        (3e4, 6.6 if rank == 1 else 7.5)):
        if people >= least:
            return zoom
    if rank == 1:
        return 7
    if people >= 3e3 or (people == 0 and names >= 5):
        return 8
    return 8.6 if rank == 2 else 9.5


def zoom_for_country(square_km):
    return next((zoom for least, zoom in ((5e6, 1), (1e6, 2), (3e5, 3), (6e4, 4), (1e4, 5)) if square_km >= least), 5.6)


def names_of(base):
    """(zoom, weight, text, size, is a country, x, y), most important first."""
    names = []
    for row in base.GetLayerByName("country_label"):
        area = row["area_km2"]
        names.append((zoom_for_country(area), -area, row["name"].upper(), 13 if area >= 1e6 else 11, 1, row))
    for row in base.GetLayerByName("place"):
        people, rank = row["population"] or 0, row["rank"]
        rank = 2 if rank is None else rank
        size = 14 if rank == 0 else 13 if people >= 1e6 else 12 if people >= 1e5 or rank == 1 else 11
        names.append((zoom_for_town(rank, people, row["names"]), -max(people, row["names"]), row["name"], size, 0, row))
    names.sort(key=lambda name: name[:3])
    at = numpy.array([name[5].GetGeometryRef().GetPoint_2D() for name in names])
    mercator(at)
    return [(*name[:5], *point) for name, point in zip(names, at)]


def names_in(names, box, zoom):
    """What Dateline would try first in a tile, as a layer in memory."""
    pixel = (box.maxx - box.minx) / SIDE
    context = mapnik.Context()
    source = mapnik.MemoryDatasource()
    count = 0
    for least, weight, text, size, country, x, y in names:
        if least > zoom or count == MOST_NAMES:
            break
        ground = pixel / math.cosh(y / EDGE * math.pi)
        too_wide = country and len(text) * (0.7 * size + 1.1) > 2.5 * math.sqrt(-weight) * 1000 / ground
        if not box.contains(x, y) or too_wide or (country and zoom > 7.5):
            continue
        count += 1
        source.add_feature(mapnik.Feature.from_geojson(json.dumps({
            "type": "Feature", "geometry": {"type": "Point", "coordinates": [x, y]},
            "properties": {"name": text, "size": size, "country": country}}), context))
    return source


# The measuring.
def tiles_around(place, zoom):
    count = 1 << zoom
    if count == 1:
        return [(0, 0)]
    left = int((place[0] + 180) / 360 * count - 0.5)
    top = int((1 - math.asinh(math.tan(math.radians(place[1]))) / math.pi) / 2 * count - 0.5)
    return [(left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)]


def box_of(tile, zoom):
    side = 2 * EDGE / (1 << zoom)
    left, top = tile[0] * side - EDGE, EDGE - tile[1] * side
    return mapnik.Box2d(left, top - side, left + side, top)


def map_of(base, layers, names, tile, tile_zoom, folder):
    zoom = tile_zoom + 1  # Dateline's zoom 0 shows the world in 256 pixels.
    styles, drawn = [], []
    for number, (theme, form, rules) in enumerate(style(zoom)):
        layer = next(((name, cell) for name, its_theme, least, most, cell in layers
                      if its_theme == theme and least <= zoom <= most), None)
        if not layer:
            continue
        path = shapefile(base, layer[0], form, layer[1], folder)
        styles.append(f'<Style name="{number}">{xml_of(rules)}</Style>')
        drawn.append(f'<Layer name="{number}" srs="epsg:3857"><StyleName>{number}</StyleName><Datasource>'
                     f'<Parameter name="type">shape</Parameter><Parameter name="file">{path}</Parameter>'
                     "</Datasource></Layer>")
    styles.append(f'<Style name="names">{xml_of(names_style())}</Style>')
    picture = mapnik.Map(SIDE, SIDE)
    mapnik.load_map_from_string(picture, f'<Map srs="epsg:3857" background-color="{WATER}" buffer-size="6">'
                                + "".join(styles + drawn) + "</Map>")
    layer = mapnik.Layer("names", "epsg:3857")
    box = box_of(tile, tile_zoom)
    layer.datasource = names_in(names, box, zoom)
    layer.styles.append("names")
    picture.layers.append(layer)
    picture.zoom_to_box(box)
    return picture


def seconds_for(maps, rounds):
    begin = time.perf_counter(), time.process_time()
    for _ in range(rounds):
        for picture in maps:
            mapnik.render(picture, mapnik.Image(SIDE, SIDE))
    return min(time.perf_counter() - begin[0], time.process_time() - begin[1]) / rounds


def measure(maps):
    """Milliseconds a tile."""
    seconds_for(maps, 1)
    rounds = max(1, math.ceil(LEAST_SECONDS / seconds_for(maps, 1)))
    return 1000 * min(seconds_for(maps, rounds) for _ in range(RUNS)) / len(maps)


def main():
    *options, path = sys.argv[1:]
    pictures = Path(options[1]) if options[:1] == ["--pictures"] else None
    mapnik.register_fonts(FONTS)
    base = ogr.Open(path)
    layers = [(row["layer"], row["theme"], row["min_zoom"], row["max_zoom"], row["cell"] or 360)
              for row in base.GetLayerByName("layer_zoom")]
    names = names_of(base)
    version = ".".join(str(mapnik.mapnik_version() // part % 1000) for part in (100000, 100))
    with tempfile.TemporaryDirectory() as folder:
        for region, place in REGIONS.items():
            for zoom in ZOOMS:
                tiles = tiles_around(place, zoom)
                maps = [map_of(base, layers, names, tile, zoom, Path(folder)) for tile in tiles]
                ms = measure(maps)
                if pictures:
                    for tile, picture in zip(tiles, maps):
                        image = mapnik.Image(SIDE, SIDE)
                        mapnik.render(picture, image)
                        image.save(str(pictures / f"Mapnik, {region}, {zoom}-{tile[0]}-{tile[1]}.png"), "png")
                print(json.dumps({"peer": "Mapnik", "version": version, "work": f"tile/zoom:{zoom}", "input": region,
                                  "ms": float(f"{ms:.4g}"), "runs": RUNS}), flush=True)


if __name__ == "__main__":
    main()
