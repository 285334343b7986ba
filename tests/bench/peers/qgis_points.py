#!/usr/bin/env python3
"""QGIS: what it takes to draw a million points as a map window of 1280 × 800 does, from the layer to the picture.

usage: qgis_points.py [--pictures FOLDER] [uniform] [skewed]   (needs python3-qgis; see README.md)
"""

import json
import struct
import sys
import tempfile
import time
from pathlib import Path

import numpy
from osgeo import gdal, ogr, osr
from qgis.core import (
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsHeatmapRenderer, QgsMapRendererParallelJob, QgsMapSettings,
    QgsMarkerSymbol, QgsPointClusterRenderer, QgsRectangle, QgsSingleSymbolRenderer, QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

MILLION = 1_000_000
CHECKSUMS = {"uniform": 244089369, "skewed": 3368210692}
RUNS = 3
ZOOMS = (1, 2, 5, 8)
RADIUS = 40  # pixels, of a cluster as supercluster's
EDGE = 20037508.342789244  # metres, of the world in EPSG:3857


def numbers(seed, count, added=0):
    """The first numbers of Mulberry32, as ScatterNumbers of ../scatter.h gives them."""
    state = numpy.arange(1, count + 1, dtype=numpy.uint32) * numpy.uint32(0x6D2B79F5) + numpy.uint32(seed) + added
    mixed = (state ^ (state >> 15)) * (state | 1)
    mixed ^= mixed + (mixed ^ (mixed >> 7)) * (mixed | 61)
    return mixed ^ (mixed >> 14)


def towns():
    x, y = numbers(3, 400).reshape(200, 2).T
    return x, (y >> 1) + numpy.uint32(1 << 30), numpy.cumsum(1_000_000 // numpy.arange(1, 201))


def offset(a, b):
    return ((a & 0xFFFF) + (a >> 16) + (b & 0xFFFF) + (b >> 16) - numpy.uint32(131_070)) * numpy.uint32(4)


def scatter(which, count):
    """The columns of the points of ../scatter.h, integer for integer."""
    number = numbers(1 if which == "uniform" else 2, 8 * count).reshape(count, 8).T
    x, y = number[0], number[1]
    if which == "skewed":
        town_x, town_y, up_to = towns()
        town = numpy.searchsorted(up_to, number[5] % up_to[-1], side="right")
        in_town = number[4] >> 29 != 0
        x = numpy.where(in_town, town_x[town] + offset(number[0], number[6]), x)
        y = numpy.where(in_town, town_y[town] + offset(number[1], number[7]), y)
    kind = numpy.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5])[number[4] & 15]
    day = 24 * 60
    length = number[3] >> 2
    begin = 18_628 * day + number[2] % (1_826 * day)
    in_days = number[3] & 3 != 0
    begin = numpy.where(in_days, begin - begin % day, begin)
    days = numpy.where(number[3] & 3 == 1, 1 + length % 7, 1)
    return x, y, begin, begin + numpy.where(in_days, day * days, 1 + length % 60), kind


def checksum(columns):
    fields = numpy.stack([column.astype(numpy.uint32) for column in columns], axis=1).ravel()
    return int(numbers(0, fields.size, fields).sum(dtype=numpy.uint64)) & 0xFFFFFFFF


def layer_from(columns, path):
    """A GeoPackage with a spatial index, as QGIS makes them, in the map's own projection."""
    web_mercator = osr.SpatialReference()
    web_mercator.ImportFromEPSG(3857)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    table = data.CreateLayer("incident", web_mercator, ogr.wkbPoint)
    for name in ("begin", "end", "kind"):
        table.CreateField(ogr.FieldDefn(name, ogr.OFTInteger))
    table.StartTransaction()
    feature = ogr.Feature(table.GetLayerDefn())
    for x, y, *fields in zip(*(column.tolist() for column in columns)):
        feature.SetFID(ogr.NullFID)
        point = struct.pack("<BIdd", 1, 1, (x / 2**31 - 1) * EDGE, (1 - y / 2**31) * EDGE)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(point))
        for index, field in enumerate(fields):
            feature.SetField(index, field)
        table.CreateFeature(feature)
    table.CommitTransaction()
    table = data = None
    layer = QgsVectorLayer(f"{path}|layername=incident", "incident", "ogr")
    if layer.featureCount() != len(columns[0]):
        sys.exit("QGIS does not read the layer")
    return layer


def renderers():
    """With the zooms to draw at; QGIS's defaults, but for the size of clusters."""
    yield "single symbol", ZOOMS, QgsSingleSymbolRenderer(QgsMarkerSymbol())
    cluster = QgsPointClusterRenderer()
    cluster.setTolerance(RADIUS)
    cluster.setToleranceUnit(Qgis.RenderUnit.Pixels)
    yield "cluster renderer", ZOOMS[:1], cluster
    yield "heat map", ZOOMS, QgsHeatmapRenderer()


def view_at(zoom):
    """1280 × 800 pixels around the largest town; zooms are Dateline's, the first shows all points."""
    pixel = 2 * EDGE / (256 * 2**zoom)
    x, y, _ = towns()
    x, y = (x[0] / 2**31 - 1) * EDGE, (1 - y[0] / 2**31) * EDGE
    return QgsRectangle(x - 640 * pixel, y - 400 * pixel, x + 640 * pixel, y + 400 * pixel)


def drawn(layer, zoom):
    """The picture, and the time that passed or the processor's where that is less."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setOutputSize(QSize(1280, 800))
    settings.setOutputDpi(96)
    settings.setExtent(view_at(zoom))
    begin = time.perf_counter(), time.process_time()
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    seconds = min(time.perf_counter() - begin[0], time.process_time() - begin[1])
    if job.errors():
        sys.exit(job.errors()[0].message)
    return job.renderedImage(), 1000 * seconds


def measure(layer, which, pictures):
    for work, zooms, renderer in renderers():
        layer.setRenderer(renderer)
        for zoom in zooms:
            picture, _ = drawn(layer, zoom)
            if pictures:
                picture.save(str(Path(pictures) / f"{which}, {work}, zoom {zoom}.png"))
            least = min(drawn(layer, zoom)[1] for _ in range(RUNS))
            print(json.dumps({"peer": "QGIS", "version": Qgis.version().split("-")[0], "work": f"{work}/zoom:{zoom}",
                              "input": which, "ms": round(least, 1), "runs": RUNS}), flush=True)


def main():
    pictures = None
    wanted = sys.argv[1:]
    if wanted[:1] == ["--pictures"]:
        pictures = wanted[1]
        wanted = wanted[2:]
    gdal.UseExceptions()
    application = QgsApplication([], False)
    application.initQgis()
    for which in wanted or CHECKSUMS:
        columns = scatter(which, MILLION)
        if checksum(columns) != CHECKSUMS[which]:
            sys.exit(f"The {which} points differ from those of scatter.h")
        with tempfile.TemporaryDirectory() as folder:
            layer = layer_from(columns, f"{folder}/points.gpkg")
            measure(layer, which, pictures)
            del layer
    application.exitQgis()


if __name__ == "__main__":
    main()
