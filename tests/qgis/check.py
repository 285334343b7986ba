#!/usr/bin/env python3
"""Opens a case in QGIS's own library and checks what a person would see there; see tests/qgis/run.

usage: check.py CASE PICTURE   (the case of tests/qgis/makecase.cpp; one incident is edited in it)
"""

import sys

from qgis.core import (
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsExpressionContext,
    QgsExpressionContextUtils, QgsFeatureRequest, QgsGeometry, QgsMapRendererCustomPainterJob, QgsMapSettings,
    QgsPointXY, QgsProject, QgsProviderRegistry, QgsProviderSublayerDetails, QgsRectangle, QgsRelationManager,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

WEST, SOUTH = 44, 39
PIXELS_PER_DEGREE = 160
KINDS = {
    "Battles": "#0072b2", "Explosions/Remote violence": "#cb4c0a", "Violence against civilians": "#a8467f",
    "Protests": "#2f86bd", "Riots": "#b07400", "Strategic developments": "#008560",
}
AREA = "#d99a1c"
PAPER = QColor(255, 255, 255)

failures = []


def check(passed, sentence):
    print(("ok    " if passed else "WRONG ") + sentence)
    if not passed:
        failures.append(sentence)


def open_layers(path):
    """The layers that QGIS offers for the file, each with the style that is stored in it."""
    provider = QgsProviderRegistry.instance().providerMetadata("ogr")
    project = QgsProject.instance()
    layers = {}
    for part in provider.querySublayers(path, Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)):
        options = QgsProviderSublayerDetails.LayerOptions(project.transformContext())
        options.loadDefaultStyle = True
        layer = part.toLayer(options)
        if layer.isValid():
            name = part.name()
            if part.name() == "incident":
                name += " " + {0: "points", 1: "lines", 2: "areas"}[int(layer.geometryType())]
            layers[name] = project.addMapLayer(layer)
    return layers


def check_styles(layers):
    for name, count in [("incident points", 9), ("incident lines", 1), ("incident areas", 1)]:
        check(name in layers and layers[name].featureCount() == count, f"{name}: {count} of them")
        renderer = layers[name].renderer()
        check(renderer.type() == "RuleRenderer", f"{name} are drawn by rules, not by a symbol of QGIS's choice")
        labels = [rule.label() for rule in renderer.rootRule().children()]
        check(labels == [*KINDS, "Along a line", "Somewhere in the area"], f"{name} have a rule for each kind")
        check(layers[name].labelsEnabled(), f"{name} are labelled")


class Picture:
    """The incidents drawn as QGIS's map window draws them, in Web Mercator."""

    def __init__(self, layers, path):
        settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
        self.to_map = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"), settings.destinationCrs(), QgsProject.instance())
        settings.setExtent(self.to_map.transformBoundingBox(
            QgsRectangle(WEST - 1, SOUTH - 0.6, WEST + 6, SOUTH + 3.6)))
        settings.setOutputSize(QSize(7 * PIXELS_PER_DEGREE, 900))
        settings.setOutputDpi(96)
        settings.setBackgroundColor(PAPER)
        settings.setFlag(Qgis.MapSettingsFlag.DrawLabeling, False)
        settings.setExpressionContext(QgsExpressionContext([
            QgsExpressionContextUtils.globalScope(), QgsExpressionContextUtils.projectScope(QgsProject.instance()),
            QgsExpressionContextUtils.mapSettingsScope(settings)]))
        self.to_pixel = settings.mapToPixel()
        self.image = QImage(settings.outputSize(), QImage.Format.Format_RGB32)
        self.image.fill(PAPER)
        painter = QPainter(self.image)
        job = QgsMapRendererCustomPainterJob(settings, painter)
        job.start()
        job.waitForFinished()
        painter.end()
        self.image.save(path)
        check(not job.errors(), "QGIS draws without an error")

    def pixel(self, lon, lat):
        return self.to_pixel.transform(self.to_map.transform(QgsPointXY(lon, lat)))

    def share(self, lon, lat, colour, radius=9):
        """How much of the square around a place has very nearly this colour."""
        middle = self.pixel(lon, lat)
        wanted = QColor(colour)
        hits = 0
        for y in range(-radius, radius + 1):
            for x in range(-radius, radius + 1):
                found = self.image.pixelColor(round(middle.x()) + x, round(middle.y()) + y)
                hits += all(abs(a - b) < 40 for a, b in zip(found.getRgb()[:3], wanted.getRgb()[:3]))
        return hits / (2 * radius + 1) ** 2

    def radius_km(self, lon, lat):
        """How far to the east of a place something is drawn, in kilometres on the ground."""
        middle = self.pixel(lon, lat)
        last = max(x for x in range(400)
                   if self.image.pixelColor(round(middle.x()) + x, round(middle.y())) != PAPER
                   and x < PIXELS_PER_DEGREE)
        return last / PIXELS_PER_DEGREE * 111.32 * 0.7604  # cos 40.5°, where the circles are


def check_picture(picture):
    for number, (kind, colour) in enumerate(KINDS.items()):
        check(picture.share(WEST + number, SOUTH, colour) > 0.25, f"{kind}: a disc of its colour")
    check(picture.share(WEST + 5, SOUTH, KINDS["Battles"]) == 0, "kinds do not share colours")
    check(picture.share(WEST, SOUTH + 1.5, KINDS["Explosions/Remote violence"]) > 0.25, "a near place has a pin")
    check(abs(picture.radius_km(WEST, SOUTH + 1.5) - 30) < 1.5, "and a circle of its true radius, 30 km")
    check(picture.share(WEST + 1.5, SOUTH + 1.5, KINDS["Battles"]) < 0.2, "a district has no pin")
    check(picture.share(WEST + 1.5, SOUTH + 1.5, KINDS["Battles"]) > 0.02, "but a symbol of its kind in a ring")
    check(abs(picture.radius_km(WEST + 1.5, SOUTH + 1.5) - 40) < 1.5, "and a circle of its true radius, 40 km")
    check(picture.share(WEST + 2.7, SOUTH + 1.2, AREA) > 0.02, "a line is drawn")
    check(picture.share(WEST + 3, SOUTH + 1.5, KINDS["Protests"]) > 0.02, "with its kind's symbol in the middle")
    check(picture.share(WEST + 4, SOUTH + 1.3, AREA) > 0.02, "an area is outlined")
    check(picture.share(WEST + 4.3, SOUTH + 1.3, "#fbf3e4") > 0.9, "and tinted")
    check(picture.share(WEST + 4.5, SOUTH + 1.5, KINDS["Riots"]) > 0.02, "with its kind's symbol in the middle")


def check_relations(layers):
    found = QgsRelationManager.discoverRelations([], list(layers.values()))
    project = QgsProject.instance()
    project.relationManager().setRelations(found)

    def relation(referencing, referenced):
        for one in found:
            if one.referencingLayer() == layers[referencing] and one.referencedLayer() == layers[referenced]:
                return one
        check(False, f"{referencing} → {referenced} is a relation")
        raise SystemExit(1)

    points = layers["incident points"]
    incident = next(points.getFeatures(QgsFeatureRequest().setFilterExpression("title = 'Two sources'")))
    claims = list(relation("claim", "incident points").getRelatedFeatures(incident))
    check(len(claims) == 2, "the incident has its two claims")
    quotes = [relation("claim", "quote").getReferencedFeature(claim) for claim in claims]
    check(all(quote["exact"] == "Shelling was heard at dawn. " for quote in quotes), "each claim has its words")
    documents = [relation("quote", "document").getReferencedFeature(quote) for quote in quotes]
    check([document["publisher"] for document in documents] == ["Daily & Weekly", "Новости"], "and each its document")
    to_quotes = list(relation("incident_quotes", "incident points").getRelatedFeatures(incident))
    check(sorted(row["related_id"] for row in to_quotes) == sorted(quote["id"] for quote in quotes),
          "the related tables lead to the same words")
    to_documents = list(relation("incident_documents", "incident points").getRelatedFeatures(incident))
    check(sorted(row["related_id"] for row in to_documents) == sorted(document["id"] for document in documents),
          "and to the same documents")


def check_fields(layer):
    fields = layer.fields()
    check(fields["time_begin"].alias() == "Time begin", "fields have readable names")
    check(fields["title"].comment() == "What happened", "and descriptions")
    choice = fields["status"].editorWidgetSetup()
    values = [value for entry in choice.config().get("map", []) for value in entry.values()]
    check(choice.type() == "ValueMap" and sorted(values) == ["corroborated", "disputed", "refuted", "reported"],
          "what a field may hold is a choice")
    grades = [key for entry in fields["credibility"].editorWidgetSetup().config()["map"] for key in entry]
    check("2: probably true" in grades, "with what each value means")


def edit(layer):
    """Moves one incident and disputes it, in an editing session as QGIS's."""
    feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression("title = 'Two sources'")))
    check(layer.startEditing(), "QGIS may edit incidents")
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("status"), "disputed")
    layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(QgsPointXY(WEST + 9, SOUTH + 9)))
    check(layer.commitChanges(), f"and store what it edited {layer.commitErrors()}")
    there = QgsRectangle(WEST + 8.9, SOUTH + 8.9, WEST + 9.1, SOUTH + 9.1)
    check(len(list(layer.getFeatures(QgsFeatureRequest(there)))) == 1, "and find it where it is now")


def main():
    path, picture = sys.argv[1:]
    application = QgsApplication([], False)
    application.initQgis()
    layers = open_layers(path)
    check_styles(layers)
    incidents = [layers[f"incident {which}"] for which in ("points", "lines", "areas")]
    check_picture(Picture(incidents, picture))
    check(incidents[0].metadata().title() == "A case", "the layer has the case's title")
    check_relations(layers)
    check_fields(incidents[0])
    edit(incidents[0])
    QgsProject.instance().clear()
    application.exitQgis()
    print(f"{len(failures)} wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
