#!/usr/bin/env python3
"""Makes the shapes of base.gpkg, to which placenames.py adds names; README.md beside this file describes its layers.

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
from borders import Clearing, area_km2, label_point, multiline, outlines, rings_of, shared_lines, unique_edges
from geopackage import GeoPackage

# detail: (zooms, tolerance in degrees, smallest island or lake in km²); the tolerance is about a pixel at the last zoom
# but one, and coarse enough at the end for the whole file to stay under 60 MB.
SHORES = {"c": ((0, 1), 0, 0), "l": ((2, 3), 0, 0), "i": ((4, 6), 0.006, 2), "f": ((7, 24), 0.0022, 0.5)}
# detail: (zooms, tolerance in degrees, last level wanted)
RIVERS = {"l": ((3, 4), 0.02, 2), "i": ((5, 7), 0.006, 3), "f": ((8, 24), 0.005, 6)}
# Cuts lie on whole multiples of these. (GSHHG's crude cells are 20° wide and end at ±10°, ±30° … north and south.)
CELLS = {"c": 10.0, "l": 10.0, "i": 5.0, "f": 1.0}
BORDERS = {"l": ((0, 4), 0.03), "f": ((5, 24), 0)}
BORDER_CELL = 10.0
OUTLINE_TOLERANCE = 0.05  # countries are for labels; the gazetteer has them finer
PROVINCE_TOLERANCE = 0.02  # provinces are filled and say where an incident lies, so they meet without gaps
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
    raise SystemExit(f"{name} is not in {', '.join(folders)}: install the packages of packaging/debian-packages.txt")


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


def country_borders(countries: list[dict], clearing: Clearing | None, lines: dict | None) -> list[tuple]:
    """(lines, left, right, disputed) for each pair of neighbours and cell."""
    found, seen = [], set()
    for (left, right, *_), parts in sorted((lines or shared_lines(named(countries), BORDER_CELL)).items()):
        parts = unique_edges(parts, seen)
        parts = clearing.cleared(parts) if clearing else parts
        disputed = frozenset((left, right)) in DISPUTED_PAIRS
        if parts and (disputed or not {left, right} & set(HOST)):
            found.append((parts, left, right, disputed))
    return found


def named(shapes: list[dict]) -> list[tuple[str, ogr.Geometry]]:
    return [(shape["name"], shape["geometry"]) for shape in shapes]


def province_borders(provinces: list[dict], clearing: Clearing | None) -> list[tuple]:
    """(lines, country) for each country and cell."""
    by_country: dict[tuple, list] = {}
    seen: set = set()
    unique = [(f"{row['country']}\n{number}", row["geometry"]) for number, row in enumerate(provinces)]
    for (left, right, *cell), parts in sorted(shared_lines(unique, BORDER_CELL).items()):
        country = left.split("\n")[0]
        if country == right.split("\n")[0]:
            parts = unique_edges(parts, seen)
            by_country.setdefault((country, *cell), []).extend(clearing.cleared(parts) if clearing else parts)
    return [(parts, key[0]) for key, parts in by_country.items() if parts]


def border_layers(countries: list[dict], provinces: list[dict], disputed: list[dict],
                  lines: dict | None) -> list[tuple]:
    """(layer, zooms, cell, fields, rows) for the three border themes."""
    clearing = Clearing([row["geometry"] for row in disputed], DISPUTED_WIDTH) if disputed else None
    borders = country_borders(countries, clearing, lines)
    between = {"left": str, "right": str}
    layers = []
    for detail, (zooms, tolerance) in BORDERS.items():
        rows = [(multiline(parts, tolerance), left, right) for parts, left, right, doubtful in borders if not doubtful]
        layers.append((f"border_country_{detail}", zooms, BORDER_CELL, between, rows))
        rows = [(multiline(rings_of(row["geometry"]), tolerance), row["name"], row["left"], row["right"])
                for row in disputed]
        rows += [(multiline(parts, tolerance), "", left, right) for parts, left, right, doubtful in borders if doubtful]
        layers.append((f"border_disputed_{detail}", zooms, 0.0, {"name": str} | between, rows))
    rows = [(multiline(parts, 0), country) for parts, country in province_borders(provinces, clearing)]
    layers.append(("border_province_f", (5, 24), BORDER_CELL, {"country": str}, rows))
    return layers


def political_layers(countries: list[dict], provinces: list[dict], disputed: list[dict],
                     lines: dict | None = None) -> list[tuple]:
    """All layers with names or borders, as (layer, zooms, cell, geometry type, fields, rows)."""
    def row(shape, outline, *fields):
        values = (shape[field] for field in fields)
        area = area_km2(ogr.ForceToMultiPolygon(shape["geometry"]))
        return (outline.ExportToWkb(ogr.wkbNDR), *values, area, *label_point(outline))

    label = {"area_km2": float, "label_lon": float, "label_lat": float}
    country = {"name": str, "iso_a2": str, "iso_a3": str, **label}
    province = {"name": str, "iso_a2": str, "country": str, **label}
    layers = [(name, zooms, cell, ogr.wkbMultiLineString, fields, rows)
              for name, zooms, cell, fields, rows in border_layers(countries, provinces, disputed, lines)]
    rows = [row(shape, ogr.ForceToMultiPolygon(shape["geometry"].SimplifyPreserveTopology(OUTLINE_TOLERANCE)),
                "name", "iso_a2", "iso_a3") for shape in whole_countries(countries)]
    layers.append(("country", (0, 24), 0.0, ogr.wkbMultiPolygon, country, rows))
    rows = [row(shape, outline, "name", "iso_a2", "country") for shape, outline in
            zip(provinces, outlines([shape["geometry"] for shape in provinces], PROVINCE_TOLERANCE))]
    layers.append(("province", (5, 24), 0.0, ogr.wkbMultiPolygon, province, rows))
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
    world_map = find(Path(arguments.world_map).name, str(Path(arguments.world_map).parent))
    political = political_layers(*read_world_map(world_map))
    physical = physical_layers({key: job.result() for key, job in shores.items()},
                               {key: job.result() for key, job in rivers.items()})
    return physical + political, "GSHHG 2.3.7, QGIS world map (Natural Earth), GeoNames"


def from_natural_earth(folder: Path) -> tuple[list[tuple], str]:
    shores = {detail: naturalearth.land_and_lakes(folder, detail, CELLS[detail], tolerance)
              for detail, (_, tolerance, _) in SHORES.items()}
    rivers = {detail: naturalearth.rivers(folder, detail, CELLS[detail], *RIVERS[detail][1:]) for detail in RIVERS}
    lines = naturalearth.country_borders(folder)
    political = political_layers(naturalearth.countries(folder), naturalearth.provinces(folder),
                                 naturalearth.disputed(folder), lines)
    return physical_layers(shores, rivers) + political, "Natural Earth, GeoNames"


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
