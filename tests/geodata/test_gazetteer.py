"""The gazetteer as built: its counts, and our own tables against what the packages know."""

import math
import sqlite3
import sys
import unittest
from pathlib import Path

from osgeo import gdal, ogr

gdal.UseExceptions()
GEODATA, SHARE = (Path(argument) for argument in sys.argv[1:3])
sys.path.insert(0, str(GEODATA))

from tables import LANGUAGES, read_table  # noqa: E402

NAMES_OF_THE_REPORTS = (
    "Goris", "Sotk", "Jermuk", "Vardenis", "Kapan", "Sisian", "Vayk", "Martuni", "Artanish", "Ishkhanasar", "Verin Shorzha",
    "Stepanakert", "Khankendi", "Shusha", "Shushi", "Lachin", "Berdzor", "Martakert", "Agdara", "Kelbajar", "Karvachar",
    "Jabrayil", "Zangilan", "Tovuz", "Berd", "Nagorno-Karabakh",
)
NEAR_A_BORDER_KM = 15  # how far the generalised outlines may leave a place outside its province


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    return math.hypot((a[1] - b[1]) * 111.2, (a[0] - b[0]) * 111.2 * math.cos(math.radians((a[1] + b[1]) / 2)))


class GazetteerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.database = sqlite3.connect(SHARE / "gazetteer.sqlite")
        cls.own = read_table(GEODATA / "places" / "south_caucasus.tsv")

    def rows(self, query: str, *values) -> list[tuple]:
        return self.database.execute(query, values).fetchall()

    def outlines(self, kind: str) -> dict[tuple[str, str], list[ogr.Geometry]]:
        found = {}
        for name, country, wkb in self.rows("SELECT name, country, wkb FROM place JOIN outline ON place = id WHERE kind = ?", kind):
            found.setdefault((name if kind == "province" else "", country), []).append(ogr.CreateGeometryFromWkb(wkb))
        return found

    def test_has_what_the_packages_have(self):
        settlements = self.rows("SELECT count(*) FROM place WHERE source LIKE '%geonames%'")[0][0]
        merged = int(self.rows("SELECT value FROM meta WHERE key = 'merged_places'")[0][0])
        self.assertGreaterEqual(settlements + merged, 24_361)
        self.assertGreater(self.rows("SELECT count(*) FROM place WHERE kind = 'country'")[0][0], 230)
        self.assertGreater(self.rows("SELECT count(*) FROM place WHERE kind = 'province'")[0][0], 4000)

    def test_stays_small(self):
        self.assertLess((SHARE / "gazetteer.sqlite").stat().st_size, 30_000_000)

    def test_has_names_in_every_language(self):
        counts = dict(self.rows("SELECT language, count(*) FROM name GROUP BY language"))
        self.assertEqual(set(counts) - {""}, set(LANGUAGES))
        for language in LANGUAGES:
            self.assertGreater(counts[language], 900, language)

    def test_every_country_has_names_in_most_languages(self):
        few = self.rows("""SELECT place.name, count(DISTINCT language) AS n FROM place JOIN name ON name.place = id
                           WHERE kind = 'country' GROUP BY id HAVING n < 8""")
        self.assertLess(len(few), 10, few)

    def test_common_short_names_of_countries_are_known(self):
        for key, code in (("usa", "US"), ("us", "US"), ("uk", "GB"), ("russia", "RU"), ("turkiye", "TR"), ("iran", "IR"),
                          ("north korea", "KP"), ("syria", "SY"), ("czech republic", "CZ"), ("ivory coast", "CI"),
                          ("россия", "RU"), ("հայաստան", "AM"), ("azerbaycan", "AZ"), ("ایران", "IR"), ("საქართველო", "GE")):
            found = self.rows("SELECT country FROM place JOIN name ON place = id WHERE key = ? AND kind = 'country'", key)
            self.assertIn((code,), found, key)

    def test_our_table_is_long_enough_and_has_three_languages(self):
        self.assertGreaterEqual(len(self.own), 230)
        for place in self.own:
            if place.country in ("AM", "AZ"):
                languages = {name.language for name in place.names}
                self.assertLessEqual({"hy", "ru"} if place.country == "AM" else {"az", "ru"}, languages, place.name)
        counts = {language: sum(any(name.language == language for name in place.names) for place in self.own)
                  for language in ("hy", "az", "ru")}
        for language, count in counts.items():
            self.assertGreater(count, 225, language)

    def test_every_name_of_the_reports_is_there(self):
        ours = {name.text for place in self.own for name in place.names}
        self.assertEqual([name for name in NAMES_OF_THE_REPORTS if name not in ours], [])

    def test_a_region_is_never_a_point(self):
        for name, radius, wkb in self.rows("""SELECT name, radius_m, wkb FROM place LEFT JOIN outline ON place = id
                                              WHERE kind IN ('region', 'province', 'country', 'district')"""):
            self.assertTrue(radius > 0 or wkb, name)
        region = self.rows("SELECT kind, wkb FROM place JOIN outline ON place = id WHERE name = 'Nagorno-Karabakh'")
        self.assertEqual(len(region), 1)
        self.assertEqual(region[0][0], "region")
        area = ogr.CreateGeometryFromWkb(region[0][1])
        km2 = area.GetArea() * 111.2**2 * math.cos(math.radians(39.8))
        self.assertAlmostEqual(km2, 4388, delta=250)  # the oblast's area in Soviet statistics

    def test_our_places_lie_in_their_provinces_and_countries(self):
        provinces, countries = self.outlines("province"), self.outlines("country")
        compared = 0
        for place in self.own:
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(place.lon, place.lat)
            if place.province:
                shapes = provinces.get((place.province, place.country))
                self.assertTrue(shapes, f"{place.name}: no province {place.province} in {place.country}")
                km = min(shape.Distance(point) for shape in shapes) * 111.2
                self.assertLess(km, NEAR_A_BORDER_KM, f"{place.name} lies {km:.0f} km outside {place.province}")
                compared += 1
            if place.country:
                km = countries["", place.country][0].Distance(point) * 111.2
                self.assertLess(km, NEAR_A_BORDER_KM, f"{place.name} lies {km:.0f} km outside {place.country}")
        self.assertGreater(compared, 200)

    def test_our_towns_lie_where_libgeonames_has_them(self):
        merged = self.rows("SELECT count(*) FROM place WHERE kind = 'settlement' AND source LIKE 'south_caucasus, geonames%'")
        self.assertGreater(merged[0][0], 50)
        # Had one of ours been elsewhere, both would be left: ours and the packages', with a name in common.
        apart = self.rows("""
            SELECT DISTINCT a.name, a.lon, a.lat, b.lon, b.lat FROM place a JOIN name m ON m.place = a.id
            JOIN name n ON n.key = m.key JOIN place b ON b.id = n.place
            WHERE a.source LIKE 'south_caucasus%' AND b.source = 'geonames' AND a.kind = 'settlement'
              AND b.kind = 'settlement' AND a.country = b.country""")
        for name, lon, lat, their_lon, their_lat in apart:
            # A namesake is farther than the next district.
            self.assertGreater(distance_km((lon, lat), (their_lon, their_lat)), 30, name)

    def test_what_could_not_be_compared_says_so(self):
        merged = {row[0] for row in self.rows("SELECT name FROM place WHERE source LIKE 'south_caucasus, %'")}
        provinces = {name for name, _ in self.outlines("province")}
        for place in self.own:
            if place.kind == "settlement" and place.name not in merged and place.province not in provinces:
                self.assertTrue(place.note, place.name)

    def test_both_names_of_a_disputed_town_are_preferred(self):
        for name, languages in (("Stepanakert / Khankendi", ("hy", "az")), ("Shusha / Shushi", ("hy", "az")),
                                ("Lachin / Berdzor", ("hy", "az")), ("Kelbajar / Karvachar", ("hy", "az"))):
            preferred = self.rows("""SELECT language FROM name JOIN place ON place = id
                                     WHERE place.name = ? AND role = 'preferred'""", name)
            for language in languages:
                self.assertIn((language,), preferred, name)
            self.assertEqual(sum(row == ("en",) for row in preferred), 2, name)

    def test_time_zones_are_known_to_the_system(self):
        for (zone,) in self.rows("SELECT DISTINCT time_zone FROM place WHERE source LIKE 'south%' OR source LIKE 'world,%'"):
            self.assertTrue(not zone or Path("/usr/share/zoneinfo", zone).exists(), zone)

    def test_keys_are_normal_forms(self):
        # Nothing that the normal form takes away may be left; C++ tests say what the form is.
        for (key,) in self.rows("SELECT DISTINCT key FROM name"):
            self.assertEqual(key, key.strip())
            self.assertNotIn("  ", key)
            self.assertFalse(set(key) & set("'’ʻ-–/.,əışçğ"), key)

    def test_credits_are_said(self):
        self.assertIn("GeoNames", self.rows("SELECT value FROM meta WHERE key = 'credits'")[0][0])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"])
