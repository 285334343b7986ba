"""The base map from a folder of Natural Earth files, here tiny ones made on the spot."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from contextlib import closing
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
GEODATA = Path(sys.argv[1])

SQUARE = "POLYGON((0.5 0.5, 12.5 0.5, 12.5 3.5, 0.5 3.5, 0.5 0.5))"
WEST = "POLYGON((0.5 0.5, 6.2 0.5, 6.2 3.5, 0.5 3.5, 0.5 0.5))"
EAST = "POLYGON((6.2 0.5, 12.5 0.5, 12.5 3.5, 6.2 3.5, 6.2 0.5))"
LAKE_WITH_ISLAND = ("POLYGON((1.2 1.2, 2.8 1.2, 2.8 2.8, 1.2 2.8, 1.2 1.2),"
                    "(1.6 1.6, 1.6 2.2, 2.2 2.2, 2.2 1.6, 1.6 1.6))")
LAYERS = {
    "ne_10m_land": (ogr.wkbPolygon, [(SQUARE, {"featurecla": "Land"})]),
    "ne_110m_land": (ogr.wkbPolygon, [(SQUARE, {"featurecla": "Land"})]),
    "ne_10m_lakes": (ogr.wkbPolygon, [(LAKE_WITH_ISLAND, {"name": "Mere"})]),
    "ne_10m_rivers_lake_centerlines": (ogr.wkbLineString, [
        ("LINESTRING(3 1, 9 3)", {"featurecla": "River", "scalerank": 2}),
        ("LINESTRING(3 2, 4 2)", {"featurecla": "Canal", "scalerank": 9})]),
    "ne_10m_admin_0_countries": (ogr.wkbPolygon, [
        (WEST, {"NAME": "Westland", "NAME_LONG": "Westland", "ISO_A2_EH": "WL", "ISO_A3_EH": "WLD"}),
        (EAST, {"NAME": "Eastland", "NAME_LONG": "Eastland", "ISO_A2_EH": "-99", "ISO_A3_EH": "-99"})]),
    "ne_10m_admin_1_states_provinces": (ogr.wkbPolygon, [(WEST, {"name": "Shire", "iso_a2": "WL", "admin": "Westland"})]),
    "ne_10m_admin_0_boundary_lines_land": (ogr.wkbLineString, [
        ("LINESTRING(6.2 0.5, 6.2 3.5)", {"ADM0_LEFT": "Westland", "ADM0_RIGHT": "Eastland"})]),
    "ne_10m_admin_0_boundary_lines_disputed_areas": (ogr.wkbLineString, [
        ("LINESTRING(8 1, 9 1)", {"NAME": "Claimed", "ADM0_LEFT": "Eastland", "ADM0_RIGHT": "Westland"})]),
}


def write_shapefile(folder: Path, name: str, kind: int, rows: list) -> None:
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(folder / f"{name}.shp"))
    layer = dataset.CreateLayer(name, wgs84, kind)
    for field, value in rows[0][1].items():
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTInteger if isinstance(value, int) else ogr.OFTString))
    for wkt, fields in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        for field, value in fields.items():
            feature.SetField(field, value)
        layer.CreateFeature(feature)
    dataset.Close()


class NaturalEarthTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.out = self.folder / "base.gpkg"

    def build(self, *layers: str) -> subprocess.CompletedProcess:
        for name in layers:
            write_shapefile(self.folder, name, *LAYERS[name])
        command = [sys.executable, "-B", str(GEODATA / "build_base_map.py"), str(self.out), "--natural-earth", str(self.folder)]
        return subprocess.run(command, capture_output=True, text=True)

    def shapes(self, layer: str) -> list[tuple[ogr.Geometry, dict]]:
        dataset = gdal.OpenEx(str(self.out))
        return [(feature.GetGeometryRef().Clone(), feature.items()) for feature in dataset.GetLayerByName(layer)]

    def test_all_layers_come_out_of_a_whole_folder(self):
        done = self.build(*LAYERS)
        self.assertEqual(done.returncode, 0, done.stderr)
        for detail, cell in (("c", 10), ("f", 1)):
            land = self.shapes(f"land_{detail}")
            self.assertAlmostEqual(sum(shape.GetArea() for shape, _ in land), 36.0, places=6)
            for shape, _ in land:
                west, east, _, _ = shape.GetEnvelope()
                self.assertLessEqual(east - west, cell)
        lake = self.shapes("lake_f")
        self.assertAlmostEqual(sum(shape.GetArea() for shape, _ in lake), 1.6 * 1.6 - 0.36, places=6)
        self.assertEqual({fields["level"] for _, fields in self.shapes("river_f")}, {1, 6})
        self.assertEqual({fields["level"] for _, fields in self.shapes("river_l")}, {1})
        self.assertEqual([(fields["left"], fields["right"]) for _, fields in self.shapes("border_country_f")], [("Westland", "Eastland")])
        self.assertEqual([fields["name"] for _, fields in self.shapes("border_disputed_f")], ["Claimed"])
        self.assertEqual([(fields["name"], fields["iso_a2"]) for _, fields in self.shapes("country")],
                         [("Westland", "WL"), ("Eastland", None)])
        self.assertEqual([fields["country"] for _, fields in self.shapes("province")], ["Westland"])
        with closing(sqlite3.connect(self.out)) as database:
            self.assertEqual(database.execute("SELECT value FROM meta WHERE key = 'credits'").fetchone(), ("Natural Earth, GeoNames",))

    def test_land_alone_is_enough(self):
        done = self.build("ne_10m_land")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertAlmostEqual(sum(shape.GetArea() for shape, _ in self.shapes("land_c")), 36.0, places=6)
        self.assertEqual(self.shapes("country"), [])

    def test_borders_come_from_the_countries_where_lines_are_missing(self):
        done = self.build("ne_10m_land", "ne_10m_admin_0_countries")
        self.assertEqual(done.returncode, 0, done.stderr)
        borders = self.shapes("border_country_f")
        self.assertAlmostEqual(sum(shape.Length() for shape, _ in borders), 3.0)

    def test_an_empty_folder_is_refused_in_a_sentence(self):
        done = self.build()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("has no ne_10m_land.shp", done.stderr)
        self.assertNotIn("Traceback", done.stderr)
        self.assertFalse(self.out.exists())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"])
