#include "geo/featurelayer.h"

#include "geo/placesbox.h"

#include <ogrsf_frmts.h>

#include <memory>
#include <vector>

namespace dateline
{

std::optional<FeatureLayerPlace> placeOfLayer(OGRLayer &layer)
{
    FeatureLayerPlace place;
    OGREnvelope box;
    const bool hasBox = layer.GetExtent(&box, TRUE) == OGRERR_NONE && box.IsInit() != 0;
    place.isEmpty = !hasBox;
    if (hasBox)
        place.extent = QRectF(QPointF(box.MinX, box.MinY), QPointF(box.MaxX, box.MaxY));
    if (const OGRSpatialReference *crs = layer.GetSpatialRef()) {
        place.crs = *crs;
        place.crs.StripVertical();
    } else if (!hasBox || (box.MinX >= -181 && box.MaxX <= 361 && box.MinY >= -91 && box.MaxY <= 91)) {
        place.crs.SetWellKnownGeogCS("WGS84");
    } else {
        return std::nullopt;
    }
    place.crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return place;
}

LonLatBox boxOfLayer(const FeatureLayerPlace &place)
{
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (place.crs.IsSame(&degrees) != FALSE)
        return {place.extent.left(), place.extent.top(), place.extent.right(), place.extent.bottom()};
    const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&place.crs, &degrees));
    if (way)
        way->SetEmitErrors(false);
    return boxOfPlaces(place.extent.size(), [&](QPointF at) -> std::optional<LonLat> {
        double x = place.extent.left() + at.x();
        double y = place.extent.top() + at.y();
        const bool isPlace = way && way->Transform(1, &x, &y) != FALSE;
        return isPlace ? std::optional(LonLat{x, y}) : std::nullopt;
    });
}

LayerShapes shapesOfLayer(OGRLayer &layer)
{
    switch (wkbFlatten(OGR_GT_GetLinear(layer.GetGeomType()))) {
    case wkbPoint:
    case wkbMultiPoint: return LayerShapes::Points;
    case wkbLineString:
    case wkbMultiLineString: return LayerShapes::Lines;
    case wkbPolygon:
    case wkbMultiPolygon: return LayerShapes::Areas;
    default: return LayerShapes::Any;
    }
}

int readOnlyLabel(OGRLayer &layer, const QString &label)
{
    OGRFeatureDefn &definition = *layer.GetLayerDefn();
    const int at = label.isEmpty() ? -1 : definition.GetFieldIndex(label.toUtf8().constData());
    std::vector<const char *> ignored;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        if (i != at)
            ignored.push_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    ignored.push_back("OGR_STYLE");
    ignored.push_back(nullptr);
    layer.SetIgnoredFields(ignored.data());
    return at;
}

} // namespace dateline
