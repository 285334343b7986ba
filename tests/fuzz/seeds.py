#!/usr/bin/env python3
"""seeds.py FOLDER: what the targets without files of their own begin with: positions, a mapping, files over the map."""

import json
import sys
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
out = Path(sys.argv[1])
for name in ("coordinates", "mapping", "layer"):
    (out / name).mkdir(parents=True, exist_ok=True)

positions = [
    "39.50770, 46.33860",
    "39,5077; 46,3386",
    "39°30′27.7″N 46°20′19.0″E",
    "S 12.5 W 60.25",
    "393028N0462019E",
    "38S 615081 4373974",
    "38 N 615081mE 4373974mN",
    "38S PJ 15080 73974",
    "Z 2000000 2000000",
    "8HF8G85Q+3CQ",
]
for number, text in enumerate(positions):
    (out / "coordinates" / str(number)).write_text(text)

mapping = {
    "dateline_mapping": 1,
    "name": "Strikes",
    "columns": [{"name": "Where", "role": "place"}, {"name": "X", "role": "longitude"}, {"name": "Y", "role": "latitude"}],
    "header_row": 1,
    "delimiter": ";",
    "date_order": "dmy",
    "zone": "Asia/Yerevan",
    "crs": "EPSG:32638",
    "longitude_first": True,
    "precision": "near",
    "radius_m": 2000,
    "kinds": {"shelling": "shelling"},
}
(out / "mapping" / "strikes.json").write_text(json.dumps(mapping))

layers = out / "layer"
degrees = osr.SpatialReference()
degrees.ImportFromEPSG(4326)


def raster(bands, kind):
    dataset = gdal.GetDriverByName("MEM").Create("", 24, 16, bands, kind)
    dataset.SetGeoTransform((44, 0.1, 0, 41, 0, -0.1))
    dataset.SetProjection(degrees.ExportToWkt())
    for band in range(1, bands + 1):
        row = bytes((band * 37 + i * 11) % 251 for i in range(24 * 16))
        dataset.GetRasterBand(band).WriteRaster(0, 0, 24, 16, row, buf_type=gdal.GDT_Byte)
    return dataset


colours = raster(3, gdal.GDT_Byte)
heights = raster(1, gdal.GDT_Int16)
gdal.Translate(str(layers / "colours.tif"), colours)
gdal.Translate(str(layers / "tiled.tif"), colours, creationOptions=["TILED=YES", "COMPRESS=DEFLATE", "BLOCKXSIZE=16", "BLOCKYSIZE=16"])
gdal.Translate(str(layers / "heights.tif"), heights)
gdal.Translate(str(layers / "colours.jp2"), colours, format="JP2OpenJPEG")
gdal.Translate(str(layers / "tiles.mbtiles"), colours, format="MBTiles")
gdal.Translate(str(layers / "tiles.gpkg"), colours, format="GPKG")
points = ogr.GetDriverByName("Memory").CreateDataSource("points")
layer = points.CreateLayer("points", degrees, ogr.wkbPoint)
layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
for number in range(4):
    feature = ogr.Feature(layer.GetLayerDefn())
    feature["name"] = f"point {number}"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({44 + number} {39 + number / 2})"))
    layer.CreateFeature(feature)
for name, form in (("points.geojson", "GeoJSON"), ("points.fgb", "FlatGeobuf"), ("points.kml", "KML"), ("points.gpkg", "GPKG")):
    gdal.VectorTranslate(str(layers / name), points, format=form)
gdal.VectorTranslate(str(layers / "points.pmtiles"), points, format="PMTiles", datasetCreationOptions=["MAXZOOM=2"])
