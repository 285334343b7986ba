#!/usr/bin/env python3
"""Makes gazetteer.sqlite; README.md beside this file describes its tables.

usage: build_gazetteer.py OUT --geonames PROGRAM --normalise PROGRAM
"""

import argparse
import json
import math
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from osgeo import ogr

from borders import area_km2, label_point
from build_base_map import find, read_world_map, whole_countries
from tables import Catalogues, Name, Place, read_abbreviations, read_country_names, read_points, read_table
from worldmap import NAME_BY_GN_NAME

OUTLINE_TOLERANCE = 0.005
SAME_PLACE_KM = 5
# What administrative names carry besides the name itself.
SUFFIX = re.compile(r"(?i)('?i marz| (rayon|rayonu|district|province|oblast'?|region|governorate|sahari|city|municipality|"
                    r"shahristan|ostan|krai|kray|raion|county|department))$")
# Regions of our tables whose outline is drawn in the world map by its disputed lines of this name and country.
OUTLINED_BY = {"Nagorno-Karabakh": ("Former USSR oblast in 1991", "Azerbaijan")}

SCHEMA = """
CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL,
  radius_m INTEGER NOT NULL, province TEXT NOT NULL, country TEXT NOT NULL, time_zone TEXT NOT NULL,
  population INTEGER NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE name(place INTEGER NOT NULL REFERENCES place, name TEXT NOT NULL, language TEXT NOT NULL,
  role TEXT NOT NULL, key TEXT NOT NULL);
CREATE TABLE outline(place INTEGER PRIMARY KEY REFERENCES place, wkb BLOB NOT NULL);
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Normaliser:
    """Asks the program that links app/places/normalise.cpp, once for all names."""

    def __init__(self, program: str, names: set[str]):
        ordered = sorted(name for name in names if "\n" not in name)
        done = subprocess.run([program], input="\n".join(ordered) + "\n", capture_output=True, text=True, check=True)
        keys = done.stdout.split("\n")[:-1]
        if len(keys) != len(ordered):
            raise SystemExit(f"{program} gave {len(keys)} names back for {len(ordered)}")
        self.key = dict(zip(ordered, keys))


def settlement_radius(population: int) -> int:
    """The radius of a round town at 3,000 people a km², at least 1 km: how far “in Goris” may be from its centre."""
    return max(1000, round(math.sqrt(population / 3000 / math.pi) * 1000, -2))


def area_radius(km2: float) -> int:
    return int(round(math.sqrt(km2 / math.pi) * 1000, -2))


def distance_km(a: Place, b: Place) -> float:
    """Good to a few per mille over the short distances that are compared here."""
    north = (a.lat - b.lat) * 111.2
    east = (a.lon - b.lon) * 111.2 * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(north, east)


def unique(names: list[Name]) -> list[Name]:
    """Each text once per language; the first mention, which has the better role, stays."""
    seen, kept = set(), []
    for name in names:
        if (name.text, name.language) not in seen:
            seen.add((name.text, name.language))
            kept.append(name)
    return kept


def outline_wkb(geometry: ogr.Geometry) -> bytes:
    return ogr.ForceToMultiPolygon(geometry.SimplifyPreserveTopology(OUTLINE_TOLERANCE)).ExportToWkb(ogr.wkbNDR)


def read_settlements(program: str, catalogues: Catalogues) -> list[Place]:
    lines = subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines()
    places = []
    for line in lines:
        number, name, country, code, province, zone, population, lon, lat = line.split("\t")
        people = int(population)
        place = Place(name, "settlement", float(lon), float(lat), settlement_radius(people), SUFFIX.sub("", province),
                      country, zone, people, "geonames")
        place.names = unique(catalogues.names(number, name) + [Name(name)])
        # Where English knows the same name, it need not stand there twice.
        place.names = [n for n in place.names if n.language or not any(o.text == n.text for o in place.names if o.language)]
        english = next((n.text for n in place.names if n.language == "en"), name)
        place.name = english
        places.append(place)
    return places


def read_countries(shapes: list[dict], own: dict, points: dict, catalogues: Catalogues, iso: Catalogues) -> list[Place]:
    entries = json.loads(Path("/usr/share/iso-codes/json/iso_3166-1.json").read_text(encoding="utf-8"))["3166-1"]
    by_code = {entry["alpha_2"]: entry for entry in entries}
    places = []
    for shape in shapes:
        code = shape["iso_a2"] or ""
        if not code:
            continue
        lon, lat = points.get(code) or label_point(ogr.ForceToMultiPolygon(shape["geometry"]))
        radius = area_radius(area_km2(ogr.ForceToMultiPolygon(shape["geometry"])))
        place = Place(shape["name"], "country", lon, lat, radius, "", code, source="world_map")
        place.outline = outline_wkb(shape["geometry"])
        entry = by_code.get(code, {})
        place.names = [Name(place.name, "en", "preferred")] + own.get(code, ("", []))[1] + catalogues.names(code, "")
        for field in ("common_name", "name", "official_name"):
            if field in entry:
                place.names += [Name(n.text, n.language) for n in iso.names(entry[field], entry[field])]
                place.names.append(Name(entry[field], "en"))
        place.names = unique(place.names)
        places.append(place)
    return places


def read_provinces(shapes: list[dict]) -> list[Place]:
    places = []
    for shape in shapes:
        if not shape["name"]:
            continue
        geometry = ogr.ForceToMultiPolygon(shape["geometry"])
        lon, lat = label_point(geometry)
        place = Place(shape["name"], "province", lon, lat, area_radius(area_km2(geometry)), shape["name"],
                      shape["iso_a2"] if shape["iso_a2"] != "-1" else "", source="world_map")
        place.outline = outline_wkb(geometry)
        place.names = [Name(place.name, "", "preferred")]
        other = shape["gn_name"]
        if other and other not in NAME_BY_GN_NAME:
            place.names += [Name(other), Name(SUFFIX.sub("", other))]
        # “East Java, ID, Indonesia” gives the English name where the map has the local one.
        english = (shape["woe_label"] or "").split(",")[0].strip()
        if english and shape["gn_name"] not in NAME_BY_GN_NAME:
            place.names.append(Name(english, "en"))
        place.names = unique(place.names)
        places.append(place)
    return places


def abbreviate(provinces: list[Place], abbreviations: dict[tuple[str, str], list[str]]) -> None:
    for place in provinces:
        for text in abbreviations.pop((place.country, place.name), []):
            place.names.append(Name(text, "en", "abbreviation"))
    if abbreviations:
        raise SystemExit(f"abbreviations.txt: no province is called so: {abbreviations}")


def short_names(place: Place) -> list[Name]:
    """What a large town is called for short: “Acapulco” for “Acapulco de Juárez”, “Frankfurt” for “Frankfurt am Main”.

    Small towns keep their whole names, for those tell them from the large one.
    """
    match = re.fullmatch(r"(\S{5,}) (?:de|del|de la|am|an der|upon|on) .+", place.name)
    return [Name(match[1])] if match and place.population >= 200_000 else []


def enclosed_area(disputed: list[dict], name: str, country: str) -> ogr.Geometry:
    """The area that the lines of that name enclose."""
    lines = ogr.Geometry(ogr.wkbMultiLineString)
    for row in disputed:
        if row["name"] == name and row["left"] == country:
            for part in range(row["geometry"].GetGeometryCount()):
                lines.AddGeometry(row["geometry"].GetGeometryRef(part))
    area = ogr.BuildPolygonFromEdges(lines, 1, 1, 0.05)
    area.FlattenTo2D()
    return area


class ProvinceFinder:
    """Which province a position lies in."""

    def __init__(self, provinces: list[Place]):
        self.cells: dict[tuple[int, int], list[tuple[Place, tuple, ogr.Geometry]]] = {}
        for place in provinces:
            geometry = ogr.CreateGeometryFromWkb(place.outline)
            west, east, south, north = geometry.GetEnvelope()
            for column in range(int(west // 2), int(east // 2) + 1):
                for row in range(int(south // 2), int(north // 2) + 1):
                    self.cells.setdefault((column, row), []).append((place, (west, east, south, north), geometry))

    def at(self, lon: float, lat: float) -> Place | None:
        point = None
        for place, (west, east, south, north), geometry in self.cells.get((int(lon // 2), int(lat // 2)), []):
            if west <= lon <= east and south <= lat <= north:
                if point is None:
                    point = ogr.Geometry(ogr.wkbPoint)
                    point.AddPoint_2D(lon, lat)
                if geometry.Contains(point):
                    return place
        return None


def keys_of(place: Place, normaliser: Normaliser) -> set[str]:
    return {normaliser.key[name.text] for name in place.names}


def merge(own: list[Place], others: list[Place], normaliser: Normaliser) -> tuple[list[Place], int]:
    """Our places take in the others that are the same; what is left of the others, and how many were taken in."""
    index: dict[tuple[str, str], list[Place]] = {}
    for place in own:
        for key in keys_of(place, normaliser):
            index.setdefault((place.kind, key), []).append(place)
    left, taken = [], 0
    for place in others:
        match = None
        for key in keys_of(place, normaliser):
            for candidate in index.get((place.kind, key), []):
                reach = SAME_PLACE_KM if place.kind == "settlement" else place.radius_m / 1000 + SAME_PLACE_KM
                if candidate.country == place.country and distance_km(candidate, place) < reach:
                    match = candidate
        if match is None:
            left.append(place)
            continue
        taken += 1
        match.population = match.population or place.population
        match.time_zone = match.time_zone or place.time_zone
        match.outline = match.outline or place.outline
        match.radius_m = match.radius_m or place.radius_m
        match.source += f", {place.source}"
        match.names = unique(match.names + [Name(name.text, name.language) for name in place.names])
    return left, taken


def write(path: Path, places: list[Place], normaliser: Normaliser, meta: dict[str, str]) -> None:
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    database = sqlite3.connect(part)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    for number, place in enumerate(places, 1):
        database.execute("INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
                         (number, place.name, place.kind, place.lon, place.lat, place.radius_m, place.province,
                          place.country, place.time_zone, place.population, place.source, place.note))
        database.executemany("INSERT INTO name VALUES(?,?,?,?,?)",
                             [(number, name.text, name.language, name.role, normaliser.key[name.text])
                              for name in place.names if normaliser.key[name.text]])
        if place.outline:
            database.execute("INSERT INTO outline VALUES(?,?)", (number, place.outline))
    database.executemany("INSERT INTO meta VALUES(?,?)", meta.items())
    database.executescript("CREATE INDEX name_key ON name(key); CREATE INDEX name_place ON name(place); ANALYZE;")
    database.commit()
    database.execute("VACUUM")
    database.close()
    part.replace(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--geonames", required=True)
    parser.add_argument("--normalise", required=True)
    parser.add_argument("--world-map", default="/usr/share/qgis/resources/data/world_map.gpkg")
    arguments = parser.parse_args()

    folder = Path(__file__).parent / "places"
    own_countries = read_country_names(folder / "countries.tsv")
    tables = sorted(path for path in folder.glob("*.tsv") if path.name != "countries.tsv")
    own = [place for table in tables for place in read_table(table)]
    world_map = Path(arguments.world_map)
    country_shapes, province_shapes, disputed = read_world_map(find(world_map.name, str(world_map.parent)))
    catalogues = Catalogues("geonames")
    settlements = read_settlements(arguments.geonames, catalogues)
    countries = read_countries(whole_countries(country_shapes), own_countries,
                               read_points(folder.parent / "countrypoints.txt"), catalogues, Catalogues("iso_3166-1"))
    provinces = read_provinces(province_shapes)
    for place in own:
        if place.name in OUTLINED_BY:
            place.outline = outline_wkb(enclosed_area(disputed, *OUTLINED_BY[place.name]))

    abbreviate(provinces, read_abbreviations(folder.parent / "abbreviations.txt"))
    for place in settlements:
        place.names += short_names(place)

    everything = own + settlements + countries + provinces
    normaliser = Normaliser(arguments.normalise, {name.text for place in everything for name in place.names})
    provinces, merged_provinces = merge(own, provinces, normaliser)
    settlements, merged = merge(own, settlements, normaliser)
    finder = ProvinceFinder([place for place in own + provinces if place.kind == "province" and place.outline])
    for place in settlements:
        inside = finder.at(place.lon, place.lat)
        if inside is not None and inside.country == place.country:
            place.province = inside.name
    places = own + settlements + countries + provinces
    write(arguments.out, places, normaliser, {
        "credits": "GeoNames, QGIS world map (Natural Earth)",
        "own_places": str(len(own)),
        "merged_places": str(merged + merged_provinces),
    })
    print(f"{len(places)} places, {len(own)} of our own, {merged + merged_provinces} of them also in the packages")


if __name__ == "__main__":
    main()
