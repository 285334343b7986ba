"""Countries, provinces and disputed lines from the world map that QGIS ships (Natural Earth 4.1, generalised)."""

from pathlib import Path

from osgeo import gdal, ogr

gdal.UseExceptions()

# The world map names three shapes after a neighbour; its field gn_name still tells which district they are.
NAME_BY_GN_NAME = {
    "Lacin Rayonu": "Laçın",
    "Lankaran Rayon": "Lənkəran",
    "Lankaran Sahari": "Lənkəran",
    "Xocali Rayonu": "Xocalı",
    "Xankandi Sahari": "Xankəndi",
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


def features(path: Path, layer: str) -> list[dict]:
    """Every feature of a layer as its fields plus "geometry"."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    rows = []
    for feature in dataset.GetLayerByName(layer):
        row = {key: value for key, value in feature.items().items()}
        row["geometry"] = feature.GetGeometryRef().Clone()
        rows.append(row)
    return rows


def countries(path: Path) -> list[dict]:
    return [
        {"name": row["NAME"], "iso_a2": row["iso_a2"], "iso_a3": row["ISO_A3"], "geometry": row["geometry"]}
        for row in features(path, "countries")
    ]


def provinces(path: Path) -> list[dict]:
    return [
        {
            "name": NAME_BY_GN_NAME.get(row["gn_name"], row["name"]),
            "iso_a2": row["iso_a2"],
            "country": row["admin"],
            "geometry": row["geometry"],
        }
        for row in features(path, "states_provinces")
    ]


def disputed(path: Path) -> list[dict]:
    return [
        {"name": row["name"], "left": row["adm0_left"], "right": row["adm0_right"], "geometry": row["geometry"]}
        for row in features(path, "disputed_borders")
    ]
