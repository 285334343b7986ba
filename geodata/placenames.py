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

gdal.UseExceptions()

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


def add_points(shapes: ogr.DataSource, name: str, fields: dict[str, int], rows) -> None:
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    # The map reads all of them at once, so an R-tree would be dead weight.
    layer = shapes.CreateLayer(name, wgs84, ogr.wkbPoint, ["GEOMETRY_NAME=geom", "FID=id", "SPATIAL_INDEX=NO"])
    for field, field_type in fields.items():
        layer.CreateField(ogr.FieldDefn(field, field_type))
    layer.StartTransaction()
    for lon, lat, *values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkt(f"POINT ({lon} {lat})"))
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
    add_points(shapes, "country_label", {"name": text, "iso_a2": text, "area_km2": real}, list(countries(shapes)))
    add_points(shapes, "place", {"name": text, "kind": text, "population": whole, "country": text, "rank": whole,
                                 "names": whole}, places(gazetteer))
    shapes.Close()
    part.replace(out)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*(Path(argument) for argument in sys.argv[1:]))
