"""Reads our own tables of places and the names that the packages' catalogues have."""

import csv
import gettext
import re
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("en", "ru", "hy", "az", "ka", "uk", "tr", "ar", "fa", "he", "fr", "de", "es")
KINDS = ("settlement", "region", "province", "country", "district", "water", "river", "mountain", "pass", "road",
         "military", "other")
COLUMNS = ("name", "other_names", "kind", "longitude", "latitude", "radius_m", "province", "country", "time_zone", "note")


@dataclass(frozen=True)
class Name:
    text: str
    language: str = ""
    role: str = "alternative"  # preferred, alternative, former, abbreviation


@dataclass
class Place:
    name: str
    kind: str
    lon: float
    lat: float
    radius_m: int = 0
    province: str = ""
    country: str = ""
    time_zone: str = ""
    population: int = 0
    source: str = ""
    note: str = ""
    outline: bytes | None = None
    names: list[Name] = field(default_factory=list)


def names_from(text: str, where: str) -> list[Name]:
    """“hy:Գորիս|az:Gorus|former ru:Герюсы”: an unmarked name is preferred in its language if it is that one's first.

    English names are alternatives: the preferred one has a column of its own.
    """
    names, languages = [], {"en"}
    for part in filter(None, text.split("|")):
        match = re.fullmatch(r"(former )?(?:([a-z]{2}):)?(\S.*)", part)
        if not match:
            raise SystemExit(f"{where}: “{part}” is no name, write it as language:name")
        mark, language, name = match[1] or "", match[2] or "", match[3]
        if language and language not in LANGUAGES:
            raise SystemExit(f"{where}: “{language}” is not one of {', '.join(LANGUAGES)}")
        role = "former" if mark == "former " else "alternative"
        if not mark and language and language not in languages:
            role = "preferred"
            languages.add(language)
        names.append(Name(name, language, role))
    return names


def read_table(path: Path) -> list[Place]:
    """The places of one table; ends the build with the line's number where a line is wrong."""
    places = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            where = f"{path.name}:{number}"
            if not row or row[0].startswith("#"):
                continue
            if len(row) != len(COLUMNS):
                raise SystemExit(f"{where}: {len(row)} columns instead of {len(COLUMNS)}")
            cell = dict(zip(COLUMNS, row))
            if cell["kind"] not in KINDS:
                raise SystemExit(f"{where}: “{cell['kind']}” is not one of {', '.join(KINDS)}")
            lon, lat = float(cell["longitude"]), float(cell["latitude"])
            if not (-180 <= lon <= 180 and -90 <= lat <= 90):
                raise SystemExit(f"{where}: {lon}, {lat} is no longitude and latitude")
            place = Place(cell["name"], cell["kind"], lon, lat, int(cell["radius_m"] or 0), cell["province"],
                          cell["country"], cell["time_zone"], 0, path.stem, cell["note"])
            place.names = [Name(name, "en", "preferred") for name in place.name.split(" / ")]
            place.names += names_from(cell["other_names"], where)
            if place.kind == "province":
                place.province = place.name
            places.append(place)
    return places


def read_country_names(path: Path) -> dict[str, tuple[str, list[Name]]]:
    """By ISO code the short English name and the other names."""
    countries = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            code, name, *others = line.split("\t")
            countries[code] = (name, names_from(others[0] if others else "", f"{path.name}:{number}"))
    return countries


def read_points(path: Path) -> dict[str, tuple[float, float]]:
    """By ISO code the longitude and latitude of a country's one point."""
    rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {code: (float(lon), float(lat)) for code, lat, lon in rows}


def read_abbreviations(path: Path) -> dict[tuple[str, str], list[str]]:
    """By country and province's name its abbreviations."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {(country, name): texts.split("|") for country, name, texts in rows}


class Catalogues:
    """The translations of one gettext domain, straight from the files, so that no locale need be installed."""

    def __init__(self, domain: str, folder: Path = Path("/usr/share/locale")):
        self.by_language = {}
        for language in LANGUAGES:
            path = folder / language / "LC_MESSAGES" / f"{domain}.mo"
            if path.exists():
                with path.open("rb") as file:
                    self.by_language[language] = gettext.GNUTranslations(file)

    def names(self, key: str, plain: str) -> list[Name]:
        """The preferred name in each language that has one of its own; @plain is what an untranslated entry repeats."""
        names = []
        for language, catalogue in self.by_language.items():
            text = catalogue.gettext(key).strip()
            if text and text != key and (language == "en" or text != plain):
                names.append(Name(text, language, "preferred"))
        return names
