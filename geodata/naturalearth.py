"""The same layers from a folder of Natural Earth shapefiles, for packagers who have those instead."""

import struct
from pathlib import Path

from osgeo import gdal, ogr

from borders import rings_of

gdal.UseExceptions()

# Which scale to take for which detail, the best first; a scale that the folder lacks is passed over.
SCALES = {"c": ("110m", "50m", "10m"), "l": ("50m", "10m", "110m"), "i": ("10m", "50m", "110m"), "f": ("10m", "50m", "110m")}
COARSEST = {"c": 0.1, "l": 0.03}  # tolerance where a finer scale stands in for a missing one


def path_of(folder: Path, theme: str, detail: str) -> tuple[Path, str] | None:
    for scale in SCALES[detail]:
        path = folder / f"ne_{scale}_{theme}.shp"
        if path.exists():
            return path, scale
    return None


def rows(folder: Path, theme: str, detail: str = "f") -> list[dict]:
    """Every feature with its fields by lower-case name plus "geometry"; none where the file is missing."""
    found = path_of(folder, theme, detail)
    if found is None:
        return []
    dataset = gdal.OpenEx(str(found[0]), gdal.OF_VECTOR)
    result = []
    for feature in dataset.GetLayer(0):
        if feature.GetGeometryRef() is None:
            continue
        row = {key.lower(): value for key, value in feature.items().items()}
        row["geometry"] = feature.GetGeometryRef().Clone()
        result.append(row)
    return result


def box(west: float, south: float, east: float, north: float) -> ogr.Geometry:
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    points = b"".join(struct.pack("<dd", *point) for point in ring)
    return ogr.CreateGeometryFromWkb(struct.pack("<BIII", 1, 3, 1, 5) + points)


def cut(geometry: ogr.Geometry, cell: float, into: dict[tuple[int, int], list[ogr.Geometry]]) -> None:
    """Cuts a geometry into cells, by halves, so that a continent is not clipped once for each of its cells."""
    west, east, south, north = geometry.GetEnvelope()
    first, last = int(west // cell), max(int(west // cell), int(-(-east // cell)) - 1)
    bottom, top = int(south // cell), max(int(south // cell), int(-(-north // cell)) - 1)
    if first == last and bottom == top:
        into.setdefault((first, bottom), []).append(geometry)
        return
    if last - first >= top - bottom:
        middle = (first + last + 1) // 2 * cell
        halves = (box(west - 1, south - 1, middle, north + 1), box(middle, south - 1, east + 1, north + 1))
    else:
        middle = (bottom + top + 1) // 2 * cell
        halves = (box(west - 1, south - 1, east + 1, middle), box(west - 1, middle, east + 1, north + 1))
    for half in halves:
        part = geometry.Intersection(half)
        if part is not None and not part.IsEmpty():
            cut(part, cell, into)


def cells_of(folder: Path, theme: str, detail: str, cell: float, tolerance: float) -> dict[tuple, bytes]:
    found = path_of(folder, theme, detail)
    if found is None:
        return {}
    if found[1] != SCALES[detail][0]:
        tolerance = max(tolerance, COARSEST.get(detail, 0))
    cells: dict[tuple[int, int], list[ogr.Geometry]] = {}
    for row in rows(folder, theme, detail):
        geometry = row["geometry"]
        if tolerance > 0:
            geometry = geometry.Simplify(tolerance)
        if not geometry.IsValid():
            geometry = geometry.MakeValid()
        if not geometry.IsEmpty():
            cut(geometry, cell, cells)
    result = {}
    for key, parts in cells.items():
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for part in parts:
            polygons = ogr.ForceToMultiPolygon(part)
            for number in range(polygons.GetGeometryCount()):
                if polygons.GetGeometryRef(number).GetGeometryType() == ogr.wkbPolygon:
                    whole.AddGeometry(polygons.GetGeometryRef(number))
        if whole.GetGeometryCount():
            result[key] = whole.ExportToWkb(ogr.wkbNDR)
    return result


def land_and_lakes(folder: Path, detail: str, cell: float, tolerance: float) -> list[tuple[bytes | None, bytes | None]]:
    land = cells_of(folder, "land", detail, cell, tolerance)
    lake = cells_of(folder, "lakes", detail, cell, tolerance)
    if not land and not lake:
        raise SystemExit(f"{folder} has no ne_10m_land.shp, ne_50m_land.shp or ne_110m_land.shp")
    return [(land.get(key), lake.get(key)) for key in sorted(land.keys() | lake.keys())]


def river_level(row: dict) -> int:
    kind = str(row.get("featurecla") or "")
    if "Intermittent" in kind:
        return 5
    if "Canal" in kind:
        return 6
    rank = row.get("scalerank") or 0
    return 1 if rank < 4 else 2 if rank < 6 else 3 if rank < 8 else 4


def rivers(folder: Path, detail: str, cell: float, tolerance: float, highest_level: int) -> list[tuple[int, bytes]]:
    cells: dict[tuple, list[ogr.Geometry]] = {}
    for row in rows(folder, "rivers_lake_centerlines", detail):
        level = river_level(row)
        if level > highest_level:
            continue
        pieces: dict[tuple[int, int], list[ogr.Geometry]] = {}
        cut(row["geometry"].Simplify(tolerance), cell, pieces)
        for key, parts in pieces.items():
            cells.setdefault((level, *key), []).extend(parts)
    found = []
    for (level, *_), parts in sorted(cells.items()):
        lines = [line.tobytes() for part in parts for line in rings_of(part)]
        wkb = [struct.pack("<BII", 1, 2, len(line) // 16) + line for line in lines]
        if wkb:
            found.append((level, struct.pack("<BII", 1, 5, len(wkb)) + b"".join(wkb)))
    return found


def code(row: dict, *fields: str) -> str | None:
    """The first field that holds a real code; Natural Earth writes -99 and -1 for “none”."""
    for field in fields:
        value = str(row.get(field) or "").strip()
        if value and not value.startswith("-"):
            return value
    return None


def countries(folder: Path) -> list[dict]:
    return [
        {
            "name": row.get("name_long") or row.get("name") or "",
            "iso_a2": code(row, "iso_a2_eh", "iso_a2"),
            "iso_a3": code(row, "iso_a3_eh", "iso_a3"),
            "geometry": row["geometry"],
        }
        for row in rows(folder, "admin_0_countries")
    ]


def provinces(folder: Path) -> list[dict]:
    return [
        {"name": row.get("name") or "", "iso_a2": code(row, "iso_a2"), "country": row.get("admin") or "", "geometry": row["geometry"]}
        for row in rows(folder, "admin_1_states_provinces")
    ]


def disputed(folder: Path) -> list[dict]:
    return [
        {
            "name": row.get("name") or row.get("featurecla") or "",
            "left": row.get("adm0_left") or "",
            "right": row.get("adm0_right") or "",
            "geometry": row["geometry"],
        }
        for row in rows(folder, "admin_0_boundary_lines_disputed_areas")
    ]


def country_borders(folder: Path) -> dict[tuple, list] | None:
    """The border lines as Natural Earth draws them; None (derive them from the countries) where the file is missing."""
    lines: dict[tuple, list] = {}
    for row in rows(folder, "admin_0_boundary_lines_land"):
        key = (row.get("adm0_left") or "", row.get("adm0_right") or "", 0, 0)
        lines.setdefault(key, []).extend(rings_of(row["geometry"]))
    return lines or None
