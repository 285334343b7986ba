"""The base map as built: what is in it, that it is small and quick to ask, and that nothing streaks across it."""

import collections
import itertools
import sqlite3
import sys
import unittest
from contextlib import closing
from pathlib import Path

from osgeo import gdal, ogr

gdal.UseExceptions()
GEODATA, SHARE = (Path(argument) for argument in sys.argv[1:3])
sys.path.insert(0, str(GEODATA))

from borders import rings_of
BASE = SHARE / "base.gpkg"


def rows(query: str) -> list[tuple]:
    with closing(sqlite3.connect(BASE)) as database:
        return database.execute(query).fetchall()


def zooms() -> list[tuple]:
    return rows("SELECT layer, theme, min_zoom, max_zoom, cell FROM layer_zoom")


class BaseMapTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.file = gdal.OpenEx(str(BASE))

    def shapes(self, layer: str, west: float, south: float, east: float, north: float) -> list[ogr.Geometry]:
        source = self.file.GetLayerByName(layer)
        source.SetSpatialFilterRect(west, south, east, north)
        return [feature.GetGeometryRef().Clone() for feature in source]

    def covers(self, layer: str, lon: float, lat: float) -> bool:
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(lon, lat)
        return any(shape.Intersects(point) for shape in self.shapes(layer, lon, lat, lon, lat))

    def test_stays_under_60_megabytes(self):
        self.assertLess(BASE.stat().st_size, 60_000_000)

    def test_every_layer_is_described_and_indexed(self):
        layers = {self.file.GetLayer(number).GetName() for number in range(self.file.GetLayerCount())}
        self.assertEqual(layers - {"layer_zoom", "meta", "place", "country_label", "country_spine"}, {row[0] for row in zooms()})
        indexed = {row[0] for row in rows(
            "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'")}
        self.assertEqual({row[0] for row in zooms()}, indexed)

    def test_one_layer_of_a_theme_serves_each_zoom(self):
        for zoom in range(0, 20):
            for theme in ("land", "lake", "border_country", "border_disputed", "country"):
                serving = [row[0] for row in zooms() if row[1] == theme and row[2] <= zoom <= row[3]]
                self.assertEqual(len(serving), 1, f"{theme} at {zoom}: {serving}")

    def test_credits_are_said(self):
        credits = rows("SELECT value FROM meta WHERE key = 'credits'")[0][0]
        for source in ("GSHHG 2.3.7", "QGIS world map", "GeoNames"):
            self.assertIn(source, credits)

    def test_no_polygon_is_wider_than_its_cell(self):
        for layer, theme, _, _, cell in zooms():
            if theme not in ("land", "lake"):
                continue
            widest = 2 * cell if layer.endswith("_c") else cell
            for feature in self.file.GetLayerByName(layer):
                west, east, south, north = feature.GetGeometryRef().GetEnvelope()
                where = f"{layer} {feature.GetFID()}: {west}…{east}, {south}…{north}"
                self.assertLessEqual(max(east - west, north - south), widest, where)

    def test_cuts_lie_exactly_on_multiples_of_the_cell(self):
        # All of this cell is land, so its ring is nothing but cuts.
        for layer, _, _, _, cell in zooms():
            if not layer.startswith("land_"):
                continue
            cuts = 0
            for shape in self.shapes(layer, 70.2, 40.2, 70.3, 40.3):
                for lon, lat in shape.GetGeometryRef(0).GetGeometryRef(0).GetPoints(2):
                    self.assertEqual((lon % cell, lat % cell), (0, 0), layer)
                    cuts += 1
            self.assertEqual(cuts, 5, layer)

    def test_rings_are_closed(self):
        for layer in ("land_c", "land_l", "land_i", "land_f", "lake_i", "lake_f"):
            for feature in self.file.GetLayerByName(layer):
                shape = feature.GetGeometryRef()
                for part in range(shape.GetGeometryCount()):
                    ring = shape.GetGeometryRef(part).GetGeometryRef(0)
                    self.assertGreater(ring.GetPointCount(), 3)
                    self.assertEqual(ring.GetPoint_2D(0), ring.GetPoint_2D(ring.GetPointCount() - 1))

    def test_land_is_land_and_sea_is_sea_at_every_detail(self):
        land = {"Yerevan": (44.51, 40.18), "Paris": (2.35, 48.86), "Alice Springs": (133.88, -23.7),
                "Antarctica": (80.0, -80.0), "the South Pole": (0.0, -89.5), "Chukotka, east of 180°": (-175.0, 67.0),
                "Baku": (49.85, 40.40), "Greenland": (-40.0, 75.0)}
        sea = {"Atlantic": (-40.0, 30.0), "Pacific at 180°": (179.99, 0.5), "Black Sea": (35.0, 43.3),
               "Arctic": (0.0, 88.0), "Persian Gulf": (51.5, 27.0), "Southern Ocean": (90.0, -60.0)}
        for detail in "clif":
            for name, place in land.items():
                self.assertTrue(self.covers(f"land_{detail}", *place), f"{name} in land_{detail}")
            for name, place in sea.items():
                self.assertFalse(self.covers(f"land_{detail}", *place), f"{name} in land_{detail}")

    def test_inland_waters_are_water_with_their_islands(self):
        for detail in "clif":
            self.assertTrue(self.covers(f"lake_{detail}", 51.0, 41.0), f"the Caspian Sea in lake_{detail}")
        for detail in "if":
            self.assertTrue(self.covers(f"lake_{detail}", 45.35, 40.30), f"Lake Sevan in lake_{detail}")
            self.assertFalse(self.covers(f"lake_{detail}", -82.3, 45.75), f"Manitoulin Island in lake_{detail}")
        self.assertFalse(self.covers("lake_f", 44.51, 40.18), "Yerevan")

    def test_a_tile_asks_for_little(self):
        for layer, (west, south, width) in {"land_f": (46.0, 39.3, 0.7), "land_i": (39.4, 38.0, 5.6),
                                            "river_f": (46.0, 39.3, 0.7), "border_country_f": (45.0, 39.0, 0.7)}.items():
            points = 0
            for shape in self.shapes(layer, west, south, west + width, south + width):
                points += len(shape.ExportToWkb()) // 16
            self.assertLess(points, 10_000, layer)

    def test_borders_are_drawn_once(self):
        for layer in ("border_country_f", "border_province_f"):
            seen = set()
            for feature in self.file.GetLayerByName(layer):
                lines = feature.GetGeometryRef()
                for part in range(lines.GetGeometryCount()):
                    points = lines.GetGeometryRef(part).GetPoints(2)
                    for edge in zip(points, points[1:]):
                        key = tuple(sorted(edge))
                        self.assertNotIn(key, seen, layer)
                        seen.add(key)

    def test_disputed_lines_are_not_drawn_solid_too(self):
        crimea = self.shapes("border_disputed_f", 46.0, 39.4, 47.4, 40.5)
        self.assertTrue(crimea, "the lines around Nagorno-Karabakh")
        solid = self.shapes("border_country_f", 46.6, 39.5, 47.0, 40.2)
        self.assertFalse(any(shape.Intersects(ogr.CreateGeometryFromWkt("POINT(46.75 39.82)").Buffer(0.1)) for shape in solid))

    def test_provinces_meet_without_gaps(self):
        edges, inland = collections.Counter(), set()
        source = self.file.GetLayerByName("province")
        source.SetSpatialFilter(None)
        for feature in source:
            for ring in rings_of(feature.GetGeometryRef()):
                sides = [(min(edge), max(edge)) for edge in itertools.pairwise(map(tuple, ring.tolist()))]
                edges.update(sides)
                if feature["country"] == "Armenia":  # It has no coast.
                    inland.update(sides)
        self.assertGreater(len(inland), 200)
        self.assertEqual([edge for edge in inland if edges[edge] != 2], [])

    def test_provinces_reach_the_antimeridian(self):
        for place in ((179.97, 67.5), (-179.97, 67.5), (179.97, 71.0), (-179.97, 71.0)):
            self.assertTrue(self.covers("province", *place), f"Chukotka and Wrangel Island at {place}")

    def test_small_provinces_keep_their_shape(self):
        province = self.file.GetLayerByName("province")
        for name, lon, lat in (("Xankəndi", 46.753, 39.818), ("Yerevan", 44.51, 40.18), ("Gəncə", 46.36, 40.68)):
            point = ogr.CreateGeometryFromWkt(f"POINT({lon} {lat})")
            province.SetSpatialFilter(point)
            self.assertEqual([row["name"] for row in province if row.GetGeometryRef().Contains(point)], [name])
        province.SetSpatialFilter(None)

    def test_countries_and_provinces_have_names_and_a_point_inside(self):
        for layer, least in (("country", 230), ("province", 4000)):
            source = self.file.GetLayerByName(layer)
            source.SetSpatialFilter(None)
            outside = 0
            for feature in source:
                point = ogr.Geometry(ogr.wkbPoint)
                point.AddPoint_2D(feature["label_lon"], feature["label_lat"])
                outside += not feature.GetGeometryRef().Buffer(0.02).Contains(point)
                self.assertGreaterEqual(feature["area_km2"], 0)
            self.assertGreater(source.GetFeatureCount(), least)
            self.assertLess(outside, source.GetFeatureCount() / 100, layer)

    def test_prints_capitals_first(self):
        place = self.file.GetLayerByName("place")
        place.SetSpatialFilter(None)
        ranks = {(row["name"], row["country"]): row["rank"] for row in place}
        for capital in (("Yerevan", "AM"), ("Baku", "AZ"), ("Tbilisi", "GE"), ("Kyiv", "UA"), ("Moscow", "RU")):
            self.assertEqual(ranks[capital], 0, capital)
        self.assertEqual(ranks["Sotk", "AM"], 2)
        self.assertGreater(self.file.GetLayerByName("country_label").GetFeatureCount(), 230)

    def test_long_countries_have_a_middle_that_crosses_no_disputed_border(self):
        layer = self.file.GetLayerByName("country_spine")
        layer.SetSpatialFilter(None)
        spines = {row["name"]: (row.GetGeometryRef().Clone(), row["breadth_km"]) for row in layer}
        disputed = [shape for shape in self.shapes("border_disputed_f", -180, -90, 180, 90)]
        for name, (line, breadth) in spines.items():
            self.assertGreaterEqual(line.GetPointCount(), 9, name)
            self.assertGreater(breadth, 0, name)
            # An end may touch one; nothing lies on both its sides.
            inner = ogr.CreateGeometryFromWkt("LINESTRING (" + ",".join(
                f"{line.GetX(i)} {line.GetY(i)}" for i in range(1, line.GetPointCount() - 1)) + ")")
            self.assertFalse(any(shape.Crosses(inner) for shape in disputed), name)
        self.assertTrue({"Chile", "Portugal", "Malawi", "Cuba"} <= spines.keys())
        self.assertFalse({"France", "Poland", "Bolivia"} & spines.keys())
        line, breadth = spines["Chile"]
        self.assertTrue(80 < breadth < 200, breadth)
        self.assertTrue(self.covers("country", line.GetX(8), line.GetY(8)))

    def test_the_recognised_territory_is_one_country(self):
        country = self.file.GetLayerByName("country")
        for name, lon, lat in (("Ukraine", 34.1, 45.0), ("Azerbaijan", 46.75, 39.82), ("Somalia", 44.06, 9.56),
                               ("Cyprus", 33.5, 35.28), ("Georgia", 43.97, 42.23)):
            country.SetSpatialFilterRect(lon, lat, lon, lat)
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(lon, lat)
            self.assertEqual([row["name"] for row in country if row.GetGeometryRef().Contains(point)], [name])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"])
