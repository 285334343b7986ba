"""Writes base.gpkg: feature layers with an R-tree, and the two small tables that describe them."""

from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()

TYPES = {str: ogr.OFTString, int: ogr.OFTInteger, float: ogr.OFTReal}


class GeoPackage:
    """A new GeoPackage; what was at the path before is replaced when close() is called, not earlier."""

    def __init__(self, path: Path):
        self.path = path
        self.part = path.with_suffix(".part.gpkg")
        self.part.unlink(missing_ok=True)
        # Half of the writing time would otherwise go into waiting for a disk that need not be waited for.
        gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")
        gdal.SetConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z")  # the same input makes the same file
        self.dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(self.part))
        self.wgs84 = osr.SpatialReference()
        self.wgs84.ImportFromEPSG(4326)
        self.zooms = []

    def layer(self, name: str, zooms: tuple[int, int], cell: float, kind: int, fields: dict[str, type], rows) -> int:
        """Adds a layer from rows of (WKB, value…) and returns how many there were."""
        theme = name[:-2] if name[-2] == "_" else name
        self.zooms.append((name, theme, *zooms, float(cell)))
        layer = self.dataset.CreateLayer(name, self.wgs84, kind, ["GEOMETRY_NAME=geom", "FID=id"])
        for field, value_type in fields.items():
            layer.CreateField(ogr.FieldDefn(field, TYPES[value_type]))
        layer.StartTransaction()
        count = 0
        for wkb, *values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
            for index, value in enumerate(values):
                if value is not None:
                    feature.SetField(index, value)
            layer.CreateFeature(feature)
            count += 1
        layer.CommitTransaction()
        return count

    def table(self, name: str, fields: dict[str, type], rows) -> None:
        layer = self.dataset.CreateLayer(name, None, ogr.wkbNone, ["FID=id"])
        for field, value_type in fields.items():
            layer.CreateField(ogr.FieldDefn(field, TYPES[value_type]))
        for values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for index, value in enumerate(values):
                feature.SetField(index, value)
            layer.CreateFeature(feature)

    def close(self, meta: dict[str, str]) -> None:
        self.table("layer_zoom", {"layer": str, "theme": str, "min_zoom": int, "max_zoom": int, "cell": float}, self.zooms)
        self.table("meta", {"key": str, "value": str}, meta.items())
        self.dataset.Close()
        self.part.replace(self.path)
