#!/usr/bin/env python3
"""Adds the names that the map prints to the shapes of build_base_map.py; README.md beside this file describes them.

usage: placenames.py SHAPES GAZETTEER OUT
"""

import shutil
import sqlite3
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from osgeo import gdal, ogr, osr

from spines import spine_of

gdal.UseExceptions()

LEAST_UNDISPUTED = 0.6  # of a country's length; a name along less would seem to name that part alone
NATIONAL, PROVINCIAL, TOWN, VILLAGE = range(4)


def capitals() -> dict[str, list[str]]:
    """The names of each country's capital in English, by ISO code."""
    rows = (Path(__file__).parent / "capitals.txt").read_text(encoding="utf-8").splitlines()
    return {row[:2]: row[3:].split("|") for row in rows if row and not row.startswith("#")}


def national_capitals(gazetteer: sqlite3.Connection) -> set[int]:
    """The largest settlement of each country that has its capital's name."""
    found = set()
    for country, names in capitals().items():
        marks = ",".join("?" * len(names))
        row = gazetteer.execute(
            f"SELECT place.id FROM place JOIN name ON name.place = place.id"
            f" WHERE kind = 'settlement' AND country = ? AND (place.name IN ({marks}) OR name.name IN ({marks}))"
            f" ORDER BY population DESC, place.id LIMIT 1",
            (country, *names, *names),
        ).fetchone()
        if row:
            found.add(row[0])
    return found


def places(gazetteer: sqlite3.Connection):
    """(longitude, latitude, name, kind, population, country, rank, number of names) of each settlement."""
    national = national_capitals(gazetteer)
    rows = gazetteer.execute(
        "SELECT id, lon, lat, place.name, kind, population, country, province, source, count(*) FROM place"
        " JOIN name ON name.place = id WHERE kind = 'settlement' GROUP BY id ORDER BY id"
    )
    for number, lon, lat, name, kind, population, country, province, source, names in rows:
        if number in national:
            rank = NATIONAL
        elif name == province:
            rank = PROVINCIAL
        else:
            # A place of our own tables is one that reports name, however small it is.
            rank = TOWN if population or not source.startswith("geonames") else VILLAGE
        yield lon, lat, name, kind, population or 0, country, rank, names


def countries(shapes: ogr.DataSource):
    """(longitude, latitude, name, iso_a2, area_km2) of each country."""
    layer = shapes.GetLayerByName("country")
    layer.SetIgnoredFields(["OGR_GEOMETRY"])
    for row in layer:
        values = [row[field] for field in ("label_lon", "label_lat", "name", "iso_a2", "area_km2")]
        if None not in values[:3]:
            yield tuple(values)


def spines(shapes: ogr.DataSource):
    """(line, name, breadth_km) of each long country, as far as it runs without crossing a disputed border."""
    disputed = ogr.Geometry(ogr.wkbMultiLineString)
    for row in shapes.GetLayerByName("border_disputed_f"):
        for part in row.GetGeometryRef():
            disputed.AddGeometry(part)
    layer = shapes.GetLayerByName("country")
    layer.SetIgnoredFields([])
    for row in layer:
        found = spine_of(row.GetGeometryRef())
        if not found or row["name"] is None:
            continue
        line = ogr.Geometry(ogr.wkbLineString)
        for lon, lat in found[0]:
            line.AddPoint_2D(round(float(lon), 4), round(float(lat), 4))
        # A name across it would take a side.
        parts = line.Difference(disputed)
        longest = max((parts.GetGeometryRef(part) for part in range(parts.GetGeometryCount())),
                      key=lambda part: part.Length(), default=parts)
        if longest.Length() >= LEAST_UNDISPUTED * line.Length():
            yield longest.Clone(), row["name"], found[1]


def points(rows):
    """The rows with a point instead of their first two values."""
    for lon, lat, *values in rows:
        yield ogr.CreateGeometryFromWkt(f"POINT ({lon} {lat})"), *values


def add_layer(shapes: ogr.DataSource, name: str, kind: int, fields: dict[str, int], rows) -> None:
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    # The map reads all of them at once, so an R-tree would be dead weight.
    layer = shapes.CreateLayer(name, wgs84, kind, ["GEOMETRY_NAME=geom", "FID=id", "SPATIAL_INDEX=NO"])
    for field, field_type in fields.items():
        layer.CreateField(ogr.FieldDefn(field, field_type))
    layer.StartTransaction()
    for geometry, *values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(geometry)
        for index, value in enumerate(values):
            if value is not None:
                feature.SetField(index, value)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def main(shapes_path: Path, gazetteer_path: Path, out: Path) -> None:
    part = out.with_suffix(".part.gpkg")
    shutil.copyfile(shapes_path, part)
    gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z")
    gazetteer = sqlite3.connect(f"file:{gazetteer_path}?mode=ro", uri=True)
    shapes = ogr.Open(str(part), update=1)
    text, whole, real = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal
    add_layer(shapes, "country_label", ogr.wkbPoint, {"name": text, "iso_a2": text, "area_km2": real},
              points(list(countries(shapes))))
    add_layer(shapes, "country_spine", ogr.wkbLineString, {"name": text, "breadth_km": real}, list(spines(shapes)))
    add_layer(shapes, "place", ogr.wkbPoint, {"name": text, "kind": text, "population": whole, "country": text,
                                              "rank": whole, "names": whole}, points(places(gazetteer)))
    shapes.Close()
    part.replace(out)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*(Path(argument) for argument in sys.argv[1:]))
