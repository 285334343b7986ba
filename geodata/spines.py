"""The middle line of a long country, along which its name is set where it does not fit level."""

import numpy as np
from osgeo import ogr

from borders import rings_of

SECTIONS = 65  # across a country, at equal distances
POINTS = 17  # of a spine
KM_IN_A_DEGREE = 111.2
LEAST_SHARE = 0.15  # of the largest part's area; Hokkaido and Kyushu belong to the shape of Japan, Hawaii to no shape
LEAST_SLENDER = 2.2  # A rounder country has room for a level name wherever there is room for any.
LEAST_LENGTH = 0.6  # of the whole country's
LEAST_INSIDE = 0.8  # of the sections that meet the country between the ends
THIN = 0.4  # of the median breadth; what is thinner at an end is a cape


def moments(rings: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """The middle and the second moments around it of the shape that the outlines enclose, whichever way round they run.

    Holes count as filled: they are few and small.
    """
    area, first, second = 0.0, np.zeros(2), np.zeros((2, 2))
    for ring in rings:
        a, b = ring[:-1], ring[1:]
        cross = a[:, 0] * b[:, 1] - b[:, 0] * a[:, 1]
        cross *= np.sign(cross.sum())
        area += cross.sum() / 2
        first += ((a + b) * cross[:, None]).sum(0) / 6
        sums = sum(p[:, :, None] * p[:, None, :] for p in (a, b, a + b))
        second += (sums * cross[:, None, None]).sum(0) / 24
    middle = first / area
    return middle, second / area - np.outer(middle, middle)


def large_parts(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    parts = [geometry.GetGeometryRef(part) for part in range(geometry.GetGeometryCount())]
    least = LEAST_SHARE * max(part.GetArea() for part in parts)
    return [part for part in parts if part.GetArea() >= least]


def crossings(rings: list[np.ndarray], along: float) -> list[tuple[float, float]]:
    """Where a section lies in the shape: from … to across it."""
    found = []
    for ring in rings:
        a, b = ring[:-1], ring[1:]
        hit = (a[:, 0] <= along) != (b[:, 0] <= along)
        found += list(a[hit, 1] + (along - a[hit, 0]) / (b[hit, 0] - a[hit, 0]) * (b[hit, 1] - a[hit, 1]))
    found.sort()
    return list(zip(found[::2], found[1::2]))


def fitted(rings: list[np.ndarray], degree: int) -> tuple[np.ndarray, float] | None:
    """A polynomial along the middle of a shape that lies along the first axis, and the breadth there."""
    ends = min(ring[:, 0].min() for ring in rings), max(ring[:, 0].max() for ring in rings)
    alongs = np.linspace(*ends, SECTIONS + 2)[1:-1]
    widest = [max(crossings(rings, along), key=lambda span: span[1] - span[0], default=None) for along in alongs]
    met = np.array([span is not None for span in widest])
    if met.mean() < LEAST_INSIDE:
        return None
    spans = np.array([span or (0.0, 0.0) for span in widest])
    breadths = spans[:, 1] - spans[:, 0]
    across = np.polyval(np.polyfit(alongs[met], spans[met].mean(1), degree, w=np.sqrt(breadths[met])), alongs)
    inside = met & (spans[:, 0] <= across) & (across <= spans[:, 1])
    wide = np.flatnonzero(inside & (breadths >= THIN * np.median(breadths[met])))
    if len(wide) < 2:
        return None
    kept = slice(wide[0], wide[-1] + 1)
    breadth = np.percentile(breadths[kept][inside[kept]], 30)
    line = np.column_stack([alongs[kept], across[kept]])
    length = np.hypot(*np.diff(line, axis=0).T).sum()
    long_enough = length >= LEAST_SLENDER * breadth and np.ptp(line[:, 0]) >= LEAST_LENGTH * (ends[1] - ends[0])
    return (line, breadth) if inside[kept].mean() >= LEAST_INSIDE and long_enough else None


def spine_of(geometry: ogr.Geometry) -> tuple[np.ndarray, float] | None:
    """(longitude, latitude) of points along the middle, and the breadth in km; none for a country that is not long.

    A parabola bends one way, as a name should; where it leaves the country, as in Vietnam, a cubic may bend two ways.
    """
    rings = [rings_of(part)[0] for part in large_parts(geometry)]
    origin = rings[0].mean(0)
    scale = np.array([np.cos(np.radians(origin[1])), 1.0])
    flat = [np.column_stack([(ring[:, 0] - origin[0] + 180) % 360 - 180, ring[:, 1] - origin[1]]) * scale
            for ring in rings]
    middle, second = moments(flat)
    axis = np.linalg.eigh(second)[1][:, 1]
    turn = np.array([axis, [-axis[1], axis[0]]])
    turned = [(ring - middle) @ turn.T for ring in flat]
    found = fitted(turned, 2) or fitted(turned, 3)
    if not found:
        return None
    line, breadth = found
    picks = np.linspace(0, len(line) - 1, POINTS)
    line = np.column_stack([np.interp(picks, np.arange(len(line)), line[:, axis]) for axis in (0, 1)])
    return (line @ turn + middle) / scale + origin, round(float(breadth * KM_IN_A_DEGREE), 1)
