#!/usr/bin/env python3
"""Makes base.gpkg; README.md beside this file describes its layers.

usage: build_base_map.py OUT [--natural-earth FOLDER] [--gshhg FOLDER] [--world-map FILE]
"""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True

from osgeo import ogr

import gshhg
import naturalearth
import worldmap
from borders import area_km2, label_point, multiline, rings_of, shared_lines, unique_edges, without
from geopackage import GeoPackage

# detail: (zooms, tolerance in degrees, smallest island or lake in km²); the tolerance is about a pixel at the last zoom
# but one, and coarse enough at the end for the whole file to stay under 60 MB.
SHORES = {"c": ((0, 1), 0, 0), "l": ((2, 3), 0, 0), "i": ((4, 6), 0.004, 1), "f": ((7, 24), 0.0015, 0.2)}
# detail: (zooms, tolerance in degrees, last level wanted)
RIVERS = {"l": ((3, 4), 0.02, 2), "i": ((5, 7), 0.006, 3), "f": ((8, 24), 0.003, 6)}
CELLS = {"c": 20.0, "l": 10.0, "i": 5.0, "f": 1.0}
COUNTRY_BORDERS = {"l": ((0, 4), 0.03, 20.0), "f": ((5, 24), 0, 5.0)}
# How far the generalised borders stray from the disputed lines, which were left as they are.
DISPUTED_WIDTH = 0.02

# Borders that the world map draws between two shapes although one of the two sides, or most states, dispute them.
DISPUTED_PAIRS = {
    frozenset(pair)
    for pair in (
        ("Israel", "Palestine"), ("Morocco", "Western Sahara"), ("Serbia", "Kosovo"), ("Somalia", "Somaliland"),
        ("Cyprus", "Northern Cyprus"), ("Siachen Glacier", "India"), ("Siachen Glacier", "Pakistan"),
        ("Siachen Glacier", "China"),
    )
}
# Shapes without a code of their own: part of these countries by their internationally recognised territory.
HOST = {"Somaliland": "SO", "Northern Cyprus": "CY", "Baykonur Cosmodrome": "KZ", "US Naval Base Guantanamo Bay": "CU"}


def find(name: str, *folders: str) -> Path:
    for folder in folders:
        if (Path(folder) / name).exists():
            return Path(folder) / name
    raise SystemExit(f"{name} is in none of {', '.join(folders)}: install the packages of packaging/debian-packages.txt")


def country_names() -> dict[str, str]:
    """Short English names by ISO code, where the world map abbreviates or is out of date."""
    rows = (Path(__file__).parent / "places" / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return {row.split("\t")[0]: row.split("\t")[1] for row in rows if row and not row.startswith("#")}


def whole_countries(shapes: list[dict]) -> list[dict]:
    """One row per country; shapes without a code join the country that they belong to."""
    by_code = {shape["iso_a2"]: dict(shape) for shape in shapes if shape["iso_a2"]}
    others = []
    for shape in shapes:
        if not shape["iso_a2"]:
            host = by_code.get(HOST.get(shape["name"], ""))
            if host:
                host["geometry"] = host["geometry"].Union(shape["geometry"])
            else:
                others.append(shape)
    return list(by_code.values()) + others


def read_world_map(path: Path) -> tuple[list[dict], list[dict], list[dict]]:
    """Countries, provinces and disputed lines; shapes without a code are taken apart by their provinces' country."""
    names = country_names()
    provinces = worldmap.provinces(path)
    countries = []
    for shape in worldmap.countries(path):
        if shape["iso_a2"] != "-1":
            shape["name"] = names.get(shape["iso_a2"], shape["name"])
            countries.append(shape)
    parts: dict[str, ogr.Geometry] = {}
    for province in provinces:
        if province["iso_a2"] == "-1":
            known = parts.get(province["country"])
            parts[province["country"]] = known.Union(province["geometry"]) if known else province["geometry"]
        else:
            province["country"] = names.get(province["iso_a2"], province["country"])
    countries += [{"name": name, "iso_a2": None, "iso_a3": None, "geometry": shape} for name, shape in parts.items()]
    return countries, provinces, worldmap.disputed(path)


def border_layers(countries: list[dict], provinces: list[dict], disputed: list[dict], lines: dict | None) -> list[tuple]:
    """(layer, zooms, cell, fields, rows) for the three border themes."""
    claimed = ogr.Geometry(ogr.wkbMultiLineString)
    for row in disputed:
        for ring in rings_of(row["geometry"]):
            claimed.AddGeometry(ogr.CreateGeometryFromWkb(multiline([ring], 0)).GetGeometryRef(0))
    near = claimed.Buffer(DISPUTED_WIDTH, 2) if claimed.GetGeometryCount() else None

    layers = []
    derived_disputed = {}
    for detail, (zooms, tolerance, cell) in COUNTRY_BORDERS.items():
        shared = lines or shared_lines([(row["name"], row["geometry"]) for row in countries], cell)
        rows, seen, doubtful = [], set(), []
        for (left, right, *_), parts in sorted(shared.items()):
            parts = without(unique_edges(parts, seen), near)
            if not parts:
                continue
            if frozenset((left, right)) in DISPUTED_PAIRS:
                doubtful.append((multiline(parts, tolerance), "", left, right))
            elif not {left, right} & set(HOST):
                rows.append((multiline(parts, tolerance), left, right))
        derived_disputed[detail] = doubtful
        layers.append((f"border_country_{detail}", zooms, cell, {"left": str, "right": str}, rows))

    shared = shared_lines([(f"{row['country']}\n{number}", row["geometry"]) for number, row in enumerate(provinces)], 5.0)
    by_country: dict[tuple, list] = {}
    seen: set = set()
    for (left, right, *cell), parts in sorted(shared.items()):
        country = left.split("\n")[0]
        if country == right.split("\n")[0]:
            by_country.setdefault((country, *cell), []).extend(without(unique_edges(parts, seen), near))
    rows = [(multiline(parts, 0), key[0]) for key, parts in by_country.items() if parts]
    layers.append(("border_province_f", (5, 24), 5.0, {"country": str}, rows))

    for detail, (zooms, tolerance, _) in COUNTRY_BORDERS.items():
        rows = [(multiline(rings_of(row["geometry"]), tolerance), row["name"], row["left"], row["right"]) for row in disputed]
        fields = {"name": str, "left": str, "right": str}
        layers.append((f"border_disputed_{detail}", zooms, 0.0, fields, rows + derived_disputed[detail]))
    return layers


def political_layers(countries: list[dict], provinces: list[dict], disputed: list[dict], lines: dict | None = None) -> list[tuple]:
    """All layers with names or borders, as (layer, zooms, cell, geometry type, fields, rows)."""
    def row(shape, *fields):
        geometry = ogr.ForceToMultiPolygon(shape["geometry"])
        label = label_point(geometry)
        return (geometry.ExportToWkb(ogr.wkbNDR), *(shape[field] for field in fields), area_km2(geometry), *label)

    label = {"area_km2": float, "label_lon": float, "label_lat": float}
    layers = [(name, zooms, cell, ogr.wkbMultiLineString, fields, rows)
              for name, zooms, cell, fields, rows in border_layers(countries, provinces, disputed, lines)]
    rows = [row(shape, "name", "iso_a2", "iso_a3") for shape in whole_countries(countries)]
    layers.append(("country", (0, 24), 0.0, ogr.wkbMultiPolygon, {"name": str, "iso_a2": str, "iso_a3": str, **label}, rows))
    rows = [row(shape, "name", "iso_a2", "country") for shape in provinces]
    layers.append(("province", (5, 24), 0.0, ogr.wkbMultiPolygon, {"name": str, "iso_a2": str, "country": str, **label}, rows))
    return layers


def physical_layers(shores: dict, rivers: dict) -> list[tuple]:
    layers = []
    for number, theme in enumerate(("land", "lake")):
        for detail, (zooms, *_) in SHORES.items():
            rows = [(cell[number],) for cell in shores[detail] if cell[number]]
            layers.append((f"{theme}_{detail}", zooms, CELLS[detail], ogr.wkbMultiPolygon, {}, rows))
    for detail, (zooms, *_) in RIVERS.items():
        rows = [(wkb, level) for level, wkb in rivers[detail]]
        layers.append((f"river_{detail}", zooms, CELLS[detail], ogr.wkbMultiLineString, {"level": int}, rows))
    return layers


def from_packages(pool: ProcessPoolExecutor, arguments: argparse.Namespace) -> tuple[list[tuple], str]:
    folder = arguments.gshhg
    shores, rivers = {}, {}
    for detail in "flic":  # the longest job first
        _, tolerance, least = SHORES[detail]
        path = find(f"binned_GSHHS_{detail}.nc", folder)
        shores[detail] = pool.submit(gshhg.land_and_lakes, path, tolerance, least)
    for detail, (_, tolerance, level) in RIVERS.items():
        rivers[detail] = pool.submit(gshhg.rivers, find(f"binned_river_{detail}.nc", folder), tolerance, level)
    political = political_layers(*read_world_map(find(Path(arguments.world_map).name, str(Path(arguments.world_map).parent))))
    physical = physical_layers({key: job.result() for key, job in shores.items()},
                               {key: job.result() for key, job in rivers.items()})
    return physical + political, "GSHHG 2.3.7, QGIS world map (Natural Earth)"


def from_natural_earth(folder: Path) -> tuple[list[tuple], str]:
    shores = {detail: naturalearth.land_and_lakes(folder, detail, CELLS[detail], SHORES[detail][1]) for detail in SHORES}
    rivers = {detail: naturalearth.rivers(folder, detail, CELLS[detail], *RIVERS[detail][1:]) for detail in RIVERS}
    lines = naturalearth.country_borders(folder)
    political = political_layers(naturalearth.countries(folder), naturalearth.provinces(folder),
                                 naturalearth.disputed(folder), lines)
    return physical_layers(shores, rivers) + political, "Natural Earth"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--natural-earth", type=Path)
    parser.add_argument("--gshhg", default="/usr/share/gmt-gshhg")
    parser.add_argument("--world-map", default="/usr/share/qgis/resources/data/world_map.gpkg")
    arguments = parser.parse_args()
    if arguments.natural_earth:
        layers, sources = from_natural_earth(arguments.natural_earth)
    else:
        with ProcessPoolExecutor(2) as pool:
            layers, sources = from_packages(pool, arguments)
    file = GeoPackage(arguments.out)
    for layer in layers:
        file.layer(*layer)
    file.close({"credits": sources})


if __name__ == "__main__":
    main()
