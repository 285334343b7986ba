"""Countries, provinces and disputed lines from the world map that QGIS ships (Natural Earth 4.1, generalised)."""

from pathlib import Path

from osgeo import gdal, ogr

gdal.UseExceptions()

# Where the world map's name is a neighbour's, an old one or twice there, by its field gn_name, which tells them apart.
# (The two around Stepanakert have each other's gn_name.)
NAME_BY_GN_NAME = {
    "Lacin Rayonu": "Laçın",
    "Lankaran Rayon": "Lənkəran",
    "Lankaran Sahari": "Lənkəran",
    "Xocali Rayonu": "Xankəndi",
    "Xankandi Sahari": "Xocalı",
    "Susa Sahari": "Şuşa",
    "Yevlakh Rayon": "Yevlax",
    "Yevlakh City": "Yevlax",
    "Goygol Rayon": "Göygöl",
    "Ali Bajramly": "Şirvan",
    "Hajigabul Rayon": "Hacıqabul",
    "Kangarli Rayon": "Kəngərli",
    "Davachi Rayon": "Şabran",
    "Yerevan": "Yerevan",
}


def widened(geometry: ogr.Geometry) -> ogr.Geometry:
    """The shape itself, with what the world map cuts off at 179.9° taken to the antimeridian."""
    for point in range(geometry.GetPointCount()):
        lon, lat = geometry.GetX(point), geometry.GetY(point)
        if abs(lon) > 179.89:
            geometry.SetPoint_2D(point, 180.0 if lon > 0 else -180.0, lat)
    for part in range(geometry.GetGeometryCount()):
        widened(geometry.GetGeometryRef(part))
    return geometry


def features(path: Path, layer: str, **fields: str) -> list[dict]:
    """Every feature of a layer with the wanted fields under our names, plus "geometry"."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    source = dataset.GetLayerByName(layer)
    definition = source.GetLayerDefn()
    indices = {ours: definition.GetFieldIndex(theirs) for ours, theirs in fields.items()}
    return [
        {ours: feature.GetFieldAsString(index) for ours, index in indices.items()}
        | {"geometry": widened(feature.GetGeometryRef().Clone())}
        for feature in source
    ]


def countries(path: Path) -> list[dict]:
    return features(path, "countries", name="NAME", iso_a2="iso_a2", iso_a3="ISO_A3")


def provinces(path: Path) -> list[dict]:
    rows = features(path, "states_provinces", name="name", iso_a2="iso_a2", country="admin", gn_name="gn_name",
                    woe_name="woe_name", woe_label="woe_label")
    for row in rows:
        row["name"] = NAME_BY_GN_NAME.get(row["gn_name"], row["name"])
    return rows


def disputed(path: Path) -> list[dict]:
    return features(path, "disputed_borders", name="name", left="adm0_left", right="adm0_right")
