#include "geo/shapes.h"

#include "geo/blobgeometry.h"

#include <cpl_string.h>

#include <array>
#include <cmath>
#include <optional>

namespace dateline
{

namespace
{

// Whatever way another program drew it.
void windByRightHand(OGRPolygon &polygon)
{
    for (OGRLinearRing *ring : polygon) {
        const bool isHole = ring != polygon.getExteriorRing();
        if (static_cast<bool>(ring->isClockwise()) != isHole)
            ring->reversePoints();
    }
}

void windByRightHand(OGRGeometry &geometry)
{
    if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon) {
        windByRightHand(*geometry.toPolygon());
    } else if (wkbFlatten(geometry.getGeometryType()) == wkbMultiPolygon) {
        for (OGRPolygon *part : *geometry.toMultiPolygon())
            windByRightHand(*part);
    }
}

/// Hands every line or ring of @p geometry to @p take.
template<typename Take>
void forEachCurve(const OGRGeometry &geometry, const Take &take)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbLineString: take(*geometry.toLineString()); break;
    case wkbPolygon:
        for (const OGRLinearRing *ring : *geometry.toPolygon())
            take(*ring);
        break;
    case wkbMultiLineString:
    case wkbMultiPolygon:
        for (const OGRGeometry *part : *geometry.toGeometryCollection())
            forEachCurve(*part, take);
        break;
    default: break;
    }
}

/// Goes the short way round the world somewhere, over its edge.
bool crossesAntimeridian(const OGRGeometry &geometry)
{
    bool crosses = false;
    forEachCurve(geometry, [&crosses](const OGRSimpleCurve &curve) {
        for (int i = 1; i < curve.getNumPoints(); ++i)
            crosses = crosses || std::abs(curve.getX(i) - curve.getX(i - 1)) > 180;
    });
    return crosses;
}

/// Positions as if the world went on: each is at most half the world from the one before, the first from @p start.
void unwrap(OGRSimpleCurve &curve, double start)
{
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        start += std::remainder(curve.getX(i) - start, 360);
        curve.setPoint(i, start, curve.getY(i));
    }
}

/// @p geometry as if the world went on. Its rings are filled by the even-odd rule: on the plane of degrees, whoever kept
/// it could not see which lie within which. Null if that cannot be told.
std::unique_ptr<OGRGeometry> unwrapped(const OGRGeometry &geometry, bool isArea)
{
    std::unique_ptr<OGRGeometry> whole;
    OGRMultiLineString lines;
    std::optional<double> start;
    bool isWhole = true;
    forEachCurve(geometry, [&](const OGRSimpleCurve &curve) {
        if (curve.getNumPoints() == 0 || !isWhole)
            return;
        const std::unique_ptr<OGRSimpleCurve> own(curve.clone());
        start = start.value_or(own->getX(0));
        unwrap(*own, *start);
        if (!isArea) {
            lines.addGeometry(own.get());
            return;
        }
        OGRPolygon ring;
        ring.addRing(own->toLinearRing());
        whole.reset(whole ? whole->SymDifference(&ring) : ring.clone());
        isWhole = whole != nullptr;
    });
    if (!isArea)
        whole.reset(lines.clone());
    return isWhole ? std::move(whole) : nullptr;
}

void shift(OGRGeometry &geometry, double degrees)
{
    struct Shifter : OGRDefaultGeometryVisitor
    {
        using OGRDefaultGeometryVisitor::visit;
        double degrees = 0;
        void visit(OGRPoint *point) override { point->setX(point->getX() + degrees); }
    } shifter;
    shifter.degrees = degrees;
    geometry.accept(&shifter);
}

std::unique_ptr<OGRGeometry> worldBox(double west)
{
    OGRLinearRing ring;
    for (const auto &[x, y] :
         {std::pair(west, -90.0), {west + 360, -90.0}, {west + 360, 90.0}, {west, 90.0}, {west, -90.0}})
        ring.addPoint(x, y);
    auto box = std::make_unique<OGRPolygon>();
    box->addRing(&ring);
    return box;
}

/// The parts of @p part that lie in lines or areas of the same sort as @p collection, added to it.
void addParts(OGRGeometryCollection &collection, const OGRGeometry &part, OGRwkbGeometryType type)
{
    if (wkbFlatten(part.getGeometryType()) == type) {
        if (!part.IsEmpty())
            collection.addGeometry(&part);
    } else if (OGR_GT_IsSubClassOf(part.getGeometryType(), wkbGeometryCollection)) {
        for (const OGRGeometry *inner : *part.toGeometryCollection())
            addParts(collection, *inner, type);
    }
}

/// @p geometry in parts that each lie between 180° west and 180° east.
std::unique_ptr<OGRGeometry> cutAtAntimeridian(std::unique_ptr<OGRGeometry> geometry)
{
    if (!crossesAntimeridian(*geometry))
        return geometry;
    const bool isArea =
        OGR_GT_IsSurface(geometry->getGeometryType()) || wkbFlatten(geometry->getGeometryType()) == wkbMultiPolygon;
    const std::unique_ptr<OGRGeometry> whole = unwrapped(*geometry, isArea);
    if (!whole)
        return geometry;
    std::unique_ptr<OGRGeometryCollection> parts;
    if (isArea)
        parts = std::make_unique<OGRMultiPolygon>();
    else
        parts = std::make_unique<OGRMultiLineString>();
    for (const double west : {-540.0, -180.0, 180.0}) {
        const std::unique_ptr<OGRGeometry> part(whole->Intersection(worldBox(west).get()));
        if (!part)
            continue;
        shift(*part, -180 - west);
        addParts(*parts, *part, isArea ? wkbPolygon : wkbLineString);
    }
    if (parts->IsEmpty())
        return geometry;
    return parts;
}

QByteArray taken(char *text)
{
    const QByteArray bytes(text);
    CPLFree(text);
    return bytes;
}

} // namespace

std::unique_ptr<OGRGeometry> ogrFromBlob(std::string_view blob)
{
    constexpr std::array<std::size_t, 8> envelopes{0, 32, 48, 48, 64, 0, 0, 0};
    if (blob.size() < 8 || !blob.starts_with("GP"))
        return nullptr;
    const std::size_t head = 8 + envelopes.at((static_cast<unsigned char>(blob[3]) >> 1U) & 7U);
    if (blob.size() <= head)
        return nullptr;
    OGRGeometry *geometry = nullptr;
    if (OGRGeometryFactory::createFromWkb(blob.data() + head, nullptr, &geometry, blob.size() - head) != OGRERR_NONE)
        return nullptr;
    std::unique_ptr<OGRGeometry> held(geometry);
    held->flattenTo2D();
    return held->IsEmpty() ? nullptr : std::move(held);
}

QByteArray wktFromBlob(std::string_view blob)
{
    const GdalSilence silence;
    const std::unique_ptr<OGRGeometry> geometry = ogrFromBlob(blob);
    if (!geometry)
        return {};
    OGRWktOptions options;
    options.xyPrecision = 17;
    options.format = OGRWktFormat::G;
    options.variant = wkbVariantIso;
    return QByteArray::fromStdString(geometry->exportToWkt(options));
}

QByteArray geoJsonFromBlob(std::string_view blob)
{
    const GdalSilence silence;
    std::unique_ptr<OGRGeometry> geometry = ogrFromBlob(blob);
    if (!geometry)
        return {};
    geometry = cutAtAntimeridian(std::move(geometry));
    windByRightHand(*geometry);
    CPLStringList options;
    options.SetNameValue("COORDINATE_PRECISION", "7");
    return taken(OGR_G_ExportToJsonEx(OGRGeometry::ToHandle(geometry.get()), options.List()));
}

QByteArray kmlFromBlob(std::string_view blob)
{
    const GdalSilence silence;
    const std::unique_ptr<OGRGeometry> geometry = ogrFromBlob(blob);
    if (!geometry)
        return {};
    return taken(geometry->exportToKML());
}

} // namespace dateline
