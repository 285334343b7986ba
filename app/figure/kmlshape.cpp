#include "figure/kmlshape.h"

#include "geo/geodesy.h"

#include <QColor>
#include <QXmlStreamWriter>

#include <algorithm>

namespace dateline
{

namespace
{

using Ring = std::vector<LonLat>;

/// An area without those cut out of it.
struct Patch
{
    Ring outer;
    std::vector<Ring> holes;
};

bool isWithin(const Ring &inner, const Ring &outer)
{
    return !inner.empty() && contains({Geometry::Type::Polygon, {outer}}, inner.front());
}

/// The rings of @p geometry, which are filled by the even-odd rule, each with the holes right inside it.
std::vector<Patch> patchesOf(const Geometry &geometry)
{
    std::vector<std::size_t> depths;
    depths.reserve(geometry.parts.size());
    for (const Ring &ring : geometry.parts)
        depths.push_back(static_cast<std::size_t>(std::ranges::count_if(
            geometry.parts, [&ring](const Ring &other) { return &other != &ring && isWithin(ring, other); })));
    std::vector<Patch> patches;
    for (std::size_t i = 0; i < depths.size(); ++i) {
        if (depths[i] % 2 != 0)
            continue;
        Patch patch{geometry.parts[i], {}};
        for (std::size_t j = 0; j < depths.size(); ++j) {
            if (depths[j] == depths[i] + 1 && isWithin(geometry.parts[j], patch.outer))
                patch.holes.push_back(geometry.parts[j]);
        }
        patches.push_back(std::move(patch));
    }
    return patches;
}

QString coordinates(const Ring &positions)
{
    constexpr int decimals = 6; // degrees: a tenth of a metre
    QString text;
    for (const LonLat at : positions)
        text += QString::number(at.lon, 'f', decimals) + u',' + QString::number(at.lat, 'f', decimals) + u' ';
    return text.trimmed();
}

void start(QXmlStreamWriter &xml, const char *name)
{
    xml.writeStartElement(QLatin1StringView(name));
}

void writeCoordinates(QXmlStreamWriter &xml, const char *name, const Ring &positions)
{
    start(xml, name);
    xml.writeTextElement(QLatin1StringView("coordinates"), coordinates(positions));
    xml.writeEndElement();
}

void writeBoundary(QXmlStreamWriter &xml, const char *role, const Ring &ring)
{
    start(xml, role);
    writeCoordinates(xml, "LinearRing", ring);
    xml.writeEndElement();
}

void writePolygon(QXmlStreamWriter &xml, const Patch &patch)
{
    start(xml, "Polygon");
    writeBoundary(xml, "outerBoundaryIs", patch.outer);
    for (const Ring &hole : patch.holes)
        writeBoundary(xml, "innerBoundaryIs", hole);
    xml.writeEndElement();
}

} // namespace

QString kmlColour(const QColor &colour, int alpha)
{
    return QStringLiteral("%1%2%3%4")
        .arg(alpha, 2, 16, QLatin1Char('0'))
        .arg(colour.blue(), 2, 16, QLatin1Char('0'))
        .arg(colour.green(), 2, 16, QLatin1Char('0'))
        .arg(colour.red(), 2, 16, QLatin1Char('0'));
}

void writeShape(QXmlStreamWriter &xml, const Where &where, bool isBlurred)
{
    const std::optional<LonLat> anchor = anchorOf(where);
    if (!anchor)
        return;
    const bool isPin = !isBlurred && (where.precision <= LocationPrecision::Near || where.radiusMetres <= 0);
    start(xml, "MultiGeometry");
    switch (where.geometry.type) {
    case Geometry::Type::Polygon:
        for (const Patch &patch : patchesOf(where.geometry))
            writePolygon(xml, patch);
        break;
    case Geometry::Type::Line:
        for (const Ring &line : where.geometry.parts)
            writeCoordinates(xml, "LineString", line);
        break;
    case Geometry::Type::Point:
        if (where.radiusMetres > 0)
            writePolygon(xml, {geodesicCircle(*anchor, where.radiusMetres), {}});
        if (isPin)
            writeCoordinates(xml, "Point", {*anchor});
        break;
    }
    xml.writeEndElement();
}

} // namespace dateline
