"""Border lines derived from polygons that share their vertices: each stretch once, and none along a coast."""

import struct
from collections import defaultdict

import numpy as np
from osgeo import ogr

from gshhg import simplified, tolerance_at

EARTH_KM = 6371.0


def rings_of(geometry: ogr.Geometry) -> list[np.ndarray]:
    """Every ring of a polygon or multipolygon as an array of longitude and latitude."""
    if geometry.GetGeometryType() in (ogr.wkbLinearRing, ogr.wkbLineString) or geometry.GetGeometryCount() == 0:
        return [np.array(geometry.GetPoints(2))] if geometry.GetPointCount() > 1 else []
    return [ring for part in range(geometry.GetGeometryCount()) for ring in rings_of(geometry.GetGeometryRef(part))]


def rounded(line: np.ndarray) -> list[tuple]:
    """Its points so that those which shapes share are equal."""
    return list(map(tuple, np.round(line * 1e6).astype(np.int64).tolist()))


def area_km2(geometry: ogr.Geometry) -> float:
    """The area on a sphere; holes run the other way and subtract themselves."""
    total = 0.0
    for part in range(geometry.GetGeometryCount()):
        polygon = geometry.GetGeometryRef(part)
        for number in range(polygon.GetGeometryCount()):
            lon, lat = np.radians(np.array(polygon.GetGeometryRef(number).GetPoints(2))).T
            ring = abs(np.sum(np.diff(lon) * (np.sin(lat[1:]) + np.sin(lat[:-1])))) / 2 * EARTH_KM**2
            total += ring if number == 0 else -ring
    return round(float(total), 1)


def label_point(geometry: ogr.Geometry) -> tuple[float, float]:
    """A point well inside the largest part: the middle of the widest span among several level lines."""
    parts = [geometry.GetGeometryRef(part) for part in range(geometry.GetGeometryCount())]
    largest = max(parts, key=lambda part: part.GetArea())
    rings = rings_of(largest)
    south, north = rings[0][:, 1].min(), rings[0][:, 1].max()
    best = (-1.0, 0.0, 0.0)
    for share in np.linspace(0.2, 0.8, 13):
        lat = south + share * (north - south)
        crossings = []
        for ring in rings:
            a, b = ring[:-1], ring[1:]
            hit = (a[:, 1] <= lat) != (b[:, 1] <= lat)
            crossings += list(a[hit, 0] + (lat - a[hit, 1]) / (b[hit, 1] - a[hit, 1]) * (b[hit, 0] - a[hit, 0]))
        crossings.sort()
        for west, east in zip(crossings[::2], crossings[1::2]):
            # A wide span near the middle beats a slightly wider one at the rim.
            room = (east - west) * np.cos(np.radians(lat)) * (1 - abs(share - 0.5))
            best = max(best, (room, (west + east) / 2, lat))
    return round(float(best[1]), 4), round(float(best[2]), 4)


def shared_lines(shapes: list[tuple[str, ogr.Geometry]], cell: float) -> dict[tuple, list[np.ndarray]]:
    """Lines along which two differently named shapes meet, by (name, name, cell column, cell row)."""
    owner: dict[tuple, set[str]] = defaultdict(set)
    rings = []
    for name, geometry in shapes:
        for ring in rings_of(geometry):
            points = rounded(ring)
            rings.append((name, ring, points))
            for a, b in zip(points, points[1:]):
                owner[(a, b) if a < b else (b, a)].add(name)
    lines: dict[tuple, list[np.ndarray]] = defaultdict(list)
    for name, ring, points in rings:
        run_key, run_start = None, 0
        for index, (a, b) in enumerate(zip(points, points[1:])):
            others = owner[(a, b) if a < b else (b, a)]
            key = None
            if len(others) > 1:
                pair = sorted(others)
                if name == pair[0]:
                    middle = (ring[index] + ring[index + 1]) / 2
                    key = (pair[0], pair[1], int(middle[0] // cell), int(middle[1] // cell))
            if key != run_key:
                if run_key:
                    lines[run_key].append(ring[run_start:index + 1])
                run_key, run_start = key, index
        if run_key:
            lines[run_key].append(ring[run_start:])
    return lines


def outlines(shapes: list[ogr.Geometry], tolerance: float) -> list[ogr.Geometry]:
    """The shapes with fewer points. What two share is simplified once, so that they still meet exactly."""
    rings = [[rings_of(part) for part in shape] for shape in map(ogr.ForceToMultiPolygon, shapes)]
    neighbours: dict[tuple, set[tuple]] = defaultdict(set)
    for ring in (ring for parts in rings for part in parts for ring in part):
        points = rounded(ring)
        for a, b in zip(points, points[1:]):
            neighbours[a].add(b)
            neighbours[b].add(a)
    arcs: dict[tuple, np.ndarray] = {}

    def arc(points: list[tuple], line: np.ndarray) -> np.ndarray:
        if points[::-1] < points:
            return arc(points[::-1], line[::-1])[::-1]
        if tuple(points) not in arcs:
            # A short one keeps its shape: a town that is a province is not much larger than the tolerance.
            least = min(tolerance_at(tolerance, line[0, 1]), float(np.max(np.ptp(line, axis=0))) / 20)
            arcs[tuple(points)] = simplified(np.ascontiguousarray(line), least)
        return arcs[tuple(points)]

    def outline(ring: np.ndarray) -> np.ndarray:
        points = rounded(ring)[:-1]
        # Arcs end where more than two meet; a ring that meets none begins at the same point for all that have it.
        ends = [index for index, point in enumerate(points) if len(neighbours[point]) != 2] or [points.index(min(points))]
        ring, points = np.roll(ring[:-1], -ends[0], axis=0), points[ends[0]:] + points[:ends[0]]
        ends = [end - ends[0] for end in ends] + [len(points)]
        ring, points = np.vstack([ring, ring[:1]]), points + points[:1]
        kept = [arc(points[a:b + 1], ring[a:b + 1]) for a, b in zip(ends, ends[1:])]
        joined = np.vstack([line[:-1] for line in kept] + [ring[:1]])
        return joined if len(joined) > 3 else ring

    return [ogr.CreateGeometryFromWkb(multipolygon([[outline(ring) for ring in part] for part in parts])) for parts in rings]


class Clearing:
    """Takes every stretch along a disputed line out of other lines, so that it is drawn once, dashed."""

    def __init__(self, disputed: list[ogr.Geometry], width: float):
        lines = [ring for geometry in disputed for ring in rings_of(geometry)]
        self.area = ogr.CreateGeometryFromWkb(multiline(lines, 0)).Buffer(width, 2)
        self.prepared = self.area.CreatePreparedGeometry()
        # What only crosses or touches a disputed line stays: it is no longer within its width than this.
        self.shortest = 4 * width

    def cleared(self, lines: list[np.ndarray]) -> list[np.ndarray]:
        kept = []
        for line in lines:
            whole = ogr.CreateGeometryFromWkb(line_wkb(line))
            if not self.prepared.Intersects(whole):
                kept.append(line)
                continue
            kept += rings_of(whole.Difference(self.area))
            kept += [part for part in rings_of(whole.Intersection(self.area)) if length(part) < self.shortest]
        return kept


def length(line: np.ndarray) -> float:
    return float(np.sum(np.hypot(*np.diff(line, axis=0).T)))


def line_wkb(line: np.ndarray) -> bytes:
    return struct.pack("<BII", 1, 2, len(line)) + np.ascontiguousarray(line, dtype="<f8").tobytes()


def multipolygon(parts: list[list[np.ndarray]]) -> bytes:
    polygons = []
    for rings in parts:
        packed = [struct.pack("<I", len(ring)) + np.ascontiguousarray(ring, dtype="<f8").tobytes() for ring in rings]
        polygons.append(struct.pack("<BII", 1, 3, len(packed)) + b"".join(packed))
    return struct.pack("<BII", 1, 6, len(polygons)) + b"".join(polygons)


def multiline(lines: list[np.ndarray], tolerance: float) -> bytes:
    parts = [line_wkb(simplified(np.ascontiguousarray(line, dtype="<f8"), tolerance)) for line in lines]
    return struct.pack("<BII", 1, 5, len(parts)) + b"".join(parts)


def unique_edges(lines: list[np.ndarray], seen: set) -> list[np.ndarray]:
    """The lines without the edges that an earlier line already had."""
    kept = []
    for line in lines:
        points = rounded(line)
        start = 0
        for index, (a, b) in enumerate(zip(points, points[1:])):
            edge = (a, b) if a < b else (b, a)
            if edge in seen:
                if index > start:
                    kept.append(line[start:index + 1])
                start = index + 1
            seen.add(edge)
        if len(line) - 1 > start:
            kept.append(line[start:])
    return kept
