"""Land, lakes and rivers from the binned GSHHG and WDBII files of the Debian packages gmt-gshhg-*.

The files keep every shoreline cut at the edges of square bins. Here each bin becomes one cell whose rings are closed
along its edges, so no polygon is ever larger than its cell and none crosses the antimeridian.
"""

import struct
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

gdal.UseExceptions()

CLOSED = 4  # what the files give as the side of a shoreline that does not leave its bin
CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])  # counter-clockwise from south-west
RIVER_LEVELS = {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5, 7: 5, 8: 6, 9: 6, 10: 6}


def arrays(path: Path) -> dict[str, np.ndarray]:
    """All arrays of one binned file, by name."""
    group = gdal.OpenEx(str(path), gdal.OF_MULTIDIM_RASTER).GetRootGroup()
    return {name: group.OpenMDArray(name).ReadAsArray() for name in group.GetMDArrayNames()}


class Bins:
    """The part that shoreline files and river files share: bins, segments and points."""

    def __init__(self, path: Path):
        self.data = arrays(path)
        self.size = self.data["Bin_size_in_minutes"][0] / 60
        self.columns = int(self.data["N_bins_in_360_longitude_range"][0])
        # Stored as signed, meant as unsigned.
        scale = 1 / 65535
        x = self.data["Relative_longitude_from_SW_corner_of_bin"].view(np.uint16) * scale
        y = self.data["Relative_latitude_from_SW_corner_of_bin"].view(np.uint16) * scale
        self.points = np.column_stack([x, y])  # 0…1 within the bin; exactly 0 or 1 on its edges
        self.first = self.data["Id_of_first_point_in_a_segment"].astype(int)

    def corner(self, index: int) -> np.ndarray:
        """The south-west corner of a bin in degrees."""
        row, column = divmod(index, self.columns)
        west = column * self.size
        return np.array([west - 360 if west >= 180 else west, 90 - (row + 1) * self.size])

    def segments(self, index: int) -> range:
        start = int(self.data["Id_of_first_segment_in_a_bin"][index])
        return range(start, start + int(self.data["N_segments_in_a_bin"][index]))


def tolerance_at(tolerance: float, south: float) -> float:
    """Detail is kept where most people live; fjords and ice would otherwise fill half the file."""
    distance = abs(south + 0.5)
    return tolerance * (4 if south < -50 or distance > 66 else 2.5 if distance > 58 else 1.5 if distance > 52 else 1)


def simplified(points: np.ndarray, tolerance: float) -> np.ndarray:
    """The line with its ends kept, so that neighbouring cells still meet exactly."""
    if tolerance <= 0 or len(points) < 3:
        return points
    line = ogr.CreateGeometryFromWkb(struct.pack("<BII", 1, 2, len(points)) + points.tobytes())
    wkb = line.Simplify(tolerance).ExportToWkb(ogr.wkbNDR)
    return np.frombuffer(wkb, dtype="<f8", offset=9).reshape(-1, 2)


def ring_area(ring: np.ndarray) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2


def along_edge(side: int, point: np.ndarray) -> float:
    """How far counter-clockwise round the bin from its south-west corner a point lies, 0…4."""
    x, y = point
    return side + (x, y, 1 - x, 1 - y)[side]


def close_rings(open_lines: list[tuple[int, int, np.ndarray]]) -> list[np.ndarray]:
    """Rings from lines that enter and leave the bin with their inside on the left, closed along the bin's edge."""
    entries = sorted((along_edge(entry, line[0]), number) for number, (entry, _, line) in enumerate(open_lines))
    unused = set(range(len(open_lines)))
    rings = []
    while unused:
        start = number = min(unused)
        parts = []
        while True:
            unused.discard(number)
            _, leave, line = open_lines[number]
            parts.append(line)
            here = along_edge(leave, line[-1])
            # The next line that enters at or after the point where this one left.
            after = [entry for entry in entries if entry[0] >= here and (entry[1] in unused or entry[1] == start)]
            turn = 0
            if not after:
                after = [entry for entry in entries if entry[1] in unused or entry[1] == start]
                turn = 4
            position, number = after[0]
            corners = range(int(here) + 1, int(np.ceil(position + turn)))
            if len(corners):
                parts.append(CORNERS[[corner % 4 for corner in corners]])
            if number == start:
                break
        ring = np.concatenate(parts + [parts[0][:1]])
        rings.append(ring)
    return rings


class Shores(Bins):
    """Shorelines: level 1 is land, 2 lakes, 3 islands in them, 4 ponds on those."""

    def __init__(self, path: Path):
        super().__init__(path)
        packed = self.data["Embedded_npts_levels_exit_entry_for_a_segment"].astype(np.uint32)
        self.count = (packed >> 9).astype(int)
        self.level = ((packed >> 6) & 7).astype(int)
        self.entry = ((packed >> 3) & 7).astype(int)
        self.leave = (packed & 7).astype(int)
        self.area = np.abs(self.data["The_km_squared_area_of_polygons"][self.data["Id_of_GSHHS_ID"]])
        nodes = self.data["Embedded_node_levels_in_a_bin"].astype(np.uint16)
        corners = np.stack([(nodes >> shift) & 7 for shift in (9, 6, 3, 0)])
        # A bin that no shore of a level crosses lies wholly on one side of it.
        self.inside = {level: (corners >= level).sum(axis=0) > 2 for level in (1, 2, 3)}

    def rings(self, index: int, level: int, tolerance: float, least_km2: float) -> list[np.ndarray]:
        """The rings of what is at or above a level in a bin, in bin units; holes run clockwise."""
        closed, lines = [], []
        segments = self.segments(index)
        for segment in segments.start + np.flatnonzero(self.level[segments.start:segments.stop] == level):
            is_closed = self.entry[segment] == CLOSED
            if is_closed and self.area[segment] < least_km2:
                continue
            first = self.first[segment]
            line = simplified(self.points[first:first + self.count[segment]], tolerance)
            entry, leave = int(self.entry[segment]), int(self.leave[segment])
            if level % 2 == 0:  # land is on the left in the files, for lakes we want the water there
                line, entry, leave = line[::-1], leave, entry
            if is_closed:
                if len(line) > 3:
                    closed.append(line)
            else:
                lines.append((entry, leave, line))
        if lines:
            return close_rings(lines) + closed
        if self.inside[level][index]:
            closed.append(np.concatenate([CORNERS, CORNERS[:1]]))
        return closed


def multipolygon(rings: list[np.ndarray]) -> bytes:
    parts = [struct.pack("<BII", 1, 6, len(rings))]
    for ring in rings:
        parts.append(struct.pack("<BIII", 1, 3, 1, len(ring)) + ring.tobytes())
    return b"".join(parts)


def as_multipolygon(shapes: list[np.ndarray], holes: list[np.ndarray]) -> bytes | None:
    areas = [ring_area(ring) if len(ring) > 3 else 0 for ring in shapes]
    outer = [ring for ring, area in zip(shapes, areas) if area > 0]
    inner = [ring for ring, area in zip(shapes, areas) if area < 0] + [ring for ring in holes if len(ring) > 3]
    if not outer:
        return None
    if not inner:
        return multipolygon(outer)
    whole, cut = (ogr.CreateGeometryFromWkb(multipolygon(rings)).MakeValid() for rings in (outer, inner))
    left = ogr.ForceToMultiPolygon(whole.Difference(cut))
    return None if left.IsEmpty() else left.ExportToWkb(ogr.wkbNDR)


def land_and_lakes(path: Path, tolerance: float, least_km2: float) -> list[tuple[bytes | None, bytes | None]]:
    """For every bin the land and the lakes as WKB, None where there is none."""
    shores = Shores(path)
    cells = []
    has_shore = shores.data["N_segments_in_a_bin"] > 0
    for index in np.flatnonzero(has_shore | shores.inside[1]):
        corner = shores.corner(index)
        detail = tolerance_at(tolerance, corner[1]) / shores.size
        land_rings, lake_rings, island_rings = (
            [np.ascontiguousarray(corner + ring * shores.size) for ring in shores.rings(index, level, detail, least_km2)]
            if has_shore[index] or shores.inside[level][index] else []
            for level in (1, 2, 3)
        )
        land = as_multipolygon(land_rings, [])
        lake = as_multipolygon(lake_rings, island_rings) if lake_rings else None
        if land or lake:
            cells.append((land, lake))
    return cells


def rivers(path: Path, tolerance: float, highest_level: int) -> list[tuple[int, bytes]]:
    """(level, MultiLineString) for every bin and level up to the highest one wanted."""
    bins = Bins(path)
    count = bins.data["N_points_for_a_segment"].view(np.uint16).astype(int)
    kind = bins.data["Hierarchial_level_of_a_segment"].astype(int)
    found = []
    for index in range(len(bins.data["N_segments_in_a_bin"])):
        corner = bins.corner(index)
        lines: dict[int, list[bytes]] = {}
        for segment in bins.segments(index):
            level = RIVER_LEVELS[int(kind[segment])]
            if level > highest_level:
                continue
            first = bins.first[segment]
            line = simplified(bins.points[first:first + count[segment]], tolerance / bins.size)
            line = np.ascontiguousarray(corner + line * bins.size)
            lines.setdefault(level, []).append(struct.pack("<BII", 1, 2, len(line)) + line.tobytes())
        found += [(level, struct.pack("<BII", 1, 5, len(parts)) + b"".join(parts)) for level, parts in lines.items()]
    return found
