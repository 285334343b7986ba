#include "geo/featureoverlay.h"

#include "geo/featurecache.h"
#include "geo/featurelabels.h"
#include "geo/featurelayer.h"
#include "geo/featurepainter.h"
#include "geo/featuresource.h"
#include "geo/geodesy.h"
#include "geo/overlaytext.h"
#include "geo/quieterrors.h"
#include "geo/viewgrid.h"
#include "geo/viewshaper.h"

#include <QElapsedTimer>
#include <QLocale>

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <unordered_set>

namespace dateline
{

namespace
{

QString nameOf(OGRLayer &layer)
{
    return QString::fromUtf8(layer.GetName());
}

/// How many metres of Web Mercator a pixel in the middle of @p view spans.
double mercatorMetresPerPixel(const OverlayView &view, const Projection &projection)
{
    const double step = view.metresPerPixel();
    const std::optional<LonLat> a = shownPlace(projection, view.metres.center(), step);
    const std::optional<LonLat> b = shownPlace(projection, view.metres.center() + QPointF(step, 0), step);
    if (!a || !b)
        return step;
    return distanceMetres(*a, *b) / std::max(0.05, std::cos(a->lat * std::numbers::pi / 180));
}

class FeatureOverlay final : public Overlay
{
public:
    FeatureOverlay(const QString &path, FeatureSource source, const FeatureStyle &style)
        : m_path(path)
        , m_source(std::move(source))
        , m_style(style)
    {
    }

    /// Looks at the layers; Errors: NotFound, Unsupported.
    [[nodiscard]] Result<void> begin();

    [[nodiscard]] Result<QImage> picture(const OverlayView &view, const std::stop_token &stop,
                                         const Meanwhile &meanwhile) override;

    void setStyle(const OverlayStyle &style) override
    {
        if (style.features.labelField != m_style.labelField)
            m_caches.clear(); // They have the values of that field alone.
        m_style = style.features;
    }
    [[nodiscard]] LonLatBox box() const override { return m_box; }
    [[nodiscard]] QString credit() const override { return m_source.credit(); }
    [[nodiscard]] std::vector<OverlayLegendRow> legend() const override;
    [[nodiscard]] QString summary() const override { return m_summary; }
    [[nodiscard]] QStringList layers() const override { return m_layers; }
    [[nodiscard]] QStringList fields() const override;

private:
    /// A picture in the making.
    struct Work
    {
        const OverlayView &view;
        const Projection &projection;
        const std::stop_token &stop;
        const Meanwhile &meanwhile;
        QImage &image;
        FeaturePainter &painter;
        FeatureLabels labels;
        QElapsedTimer sinceShown = {};
    };

    [[nodiscard]] std::vector<OGRLayer *> shownLayers() const;
    [[nodiscard]] Result<void> paintLayer(OGRLayer &layer, Work &work);
    [[nodiscard]] FeatureCache *cacheFor(OGRLayer &layer, const FeatureLayerPlace &place);
    static void paintCached(const FeatureCache &cache, int labelField, ViewShaper &shaper, Work &work);
    static void paintWhileCaching(OGRLayer &layer, FeatureCache &cache, int labelField, ViewShaper &shaper, Work &work);
    [[nodiscard]] Result<void> readOn(const Work &work) const;
    static void paintFeature(const OGRFeature &feature, int labelField, ViewShaper &shaper, Work &work);
    static void showMeanwhile(Work &work);

    QString m_path;
    FeatureSource m_source;
    FeatureStyle m_style;
    LonLatBox m_box;
    QString m_summary;
    QStringList m_layers;
    std::map<QString, FeatureLayerPlace>
        m_places; ///< By the names of layers, which are others with each zoom of tiles.
    std::map<QString, std::unique_ptr<FeatureCache>> m_caches; ///< The same, of those without an index.
};

Result<void> FeatureOverlay::begin()
{
    const QuietErrors quiet;
    std::optional<LonLatBox> box;
    GIntBig count = 0;
    QString crs;
    for (OGRLayer *layer : m_source.layers())
        m_layers.append(nameOf(*layer));
    const std::vector<OGRLayer *> shown = shownLayers();
    if (shown.empty())
        return failure(Error::Kind::NotFound, OverlayText::tr("“%1” has no layer “%2”").arg(m_path, m_style.layer),
                       m_path);
    for (OGRLayer *layer : shown) {
        const std::optional<FeatureLayerPlace> place = placeOfLayer(*layer);
        if (!place)
            return failure(
                Error::Kind::Unsupported,
                OverlayText::tr("“%1” states no coordinate reference system, and its positions are no degrees: "
                                "add its .prj file, or save it in WGS 84")
                    .arg(m_path),
                m_path);
        const GIntBig features = layer->GetFeatureCount(FALSE);
        count = features < 0 || count < 0 ? -1 : count + features;
        if (crs.isEmpty())
            crs = QString::fromUtf8(place->crs.GetName());
        m_places.emplace(nameOf(*layer), *place);
        if (place->isEmpty)
            continue;
        const LonLatBox own = boxOfLayer(*place);
        box = box ? box->including({own.west, own.south}).including({own.east, own.north}) : own;
    }
    m_box = box.value_or(LonLatBox{-180, -90, 180, 90});
    const QLocale locale;
    const QString features = m_source.isTiled() ? OverlayText::tr("Vector tiles")
        : count >= 0                            ? OverlayText::tr("%1 features").arg(locale.toString(count))
                                                : OverlayText::tr("Features");
    m_summary = shown.size() > 1
        ? OverlayText::tr("%1 in %2 layers, %3").arg(features, locale.toString(static_cast<int>(shown.size())), crs)
        : OverlayText::tr("%1, %2").arg(features, crs);
    return {};
}

std::vector<OGRLayer *> FeatureOverlay::shownLayers() const
{
    std::vector<OGRLayer *> layers = m_source.layers();
    if (m_style.layer.isEmpty()) {
        // The corners of a GPX file's lines, which are layers of their own.
        std::erase_if(layers, [&](OGRLayer *layer) {
            const QString name = nameOf(*layer);
            return layers.size() > 2 && (name == u"route_points" || name == u"track_points");
        });
        return layers;
    }
    std::erase_if(layers, [this](OGRLayer *layer) { return nameOf(*layer) != m_style.layer; });
    return layers;
}

Result<QImage> FeatureOverlay::picture(const OverlayView &view, const std::stop_token &stop, const Meanwhile &meanwhile)
{
    const QuietErrors quiet;
    const Result<Projection> projection = projectionOf(view);
    if (!projection)
        return std::unexpected(projection.error());
    m_source.suit(mercatorMetresPerPixel(view, *projection) * view.devicePixelRatio);
    QImage image(view.sizePx, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        FeaturePainter painter(image, m_style, view.devicePixelRatio);
        Work work{view, *projection, stop, meanwhile, image, painter, FeatureLabels(view.sizePx)};
        work.sinceShown.start();
        // Of tiles a layer may be missing where it has nothing.
        for (OGRLayer *layer : shownLayers()) {
            if (Result<void> painted = paintLayer(*layer, work); !painted)
                return std::unexpected(painted.error());
        }
        if (!stop.stop_requested())
            work.labels.paint(painter.painter(), painter.markRadius(), view.devicePixelRatio, painter.ink());
    }
    image.setDevicePixelRatio(view.devicePixelRatio);
    return image;
}

void FeatureOverlay::showMeanwhile(Work &work)
{
    constexpr qint64 often = 250; // milliseconds
    if (!work.meanwhile || work.sinceShown.elapsed() < often)
        return;
    QImage sofar = work.image.copy();
    sofar.setDevicePixelRatio(work.view.devicePixelRatio);
    work.meanwhile(sofar);
    work.sinceShown.start();
}

Result<void> FeatureOverlay::paintLayer(OGRLayer &layer, Work &work)
{
    const auto found = m_places.find(nameOf(layer));
    if (found == m_places.end() || found->second.isEmpty)
        return {};
    const FeatureLayerPlace &place = found->second;
    ViewShaper shaper(work.view, work.projection, place.crs, place.extent, m_source.tileMetres(),
                      FeaturePainter::reachPx(m_style, work.view.devicePixelRatio));
    const int labelField = readOnlyLabel(layer, m_style.labelField);
    if (FeatureCache *cache = cacheFor(layer, place)) {
        if (cache->isComplete())
            paintCached(*cache, labelField, shaper, work);
        else
            paintWhileCaching(layer, *cache, labelField, shaper, work);
        return readOn(work);
    }
    std::unordered_set<GIntBig> painted; // By the boxes before, where there are several.
    const std::vector<QRectF> &boxes = shaper.filters();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const QRectF &box = boxes[i];
        layer.SetSpatialFilterRect(box.left(), box.top(), box.right(), box.bottom());
        layer.ResetReading();
        CPLErrorReset();
        while (!work.stop.stop_requested()) {
            const OGRFeatureUniquePtr feature(layer.GetNextFeature());
            if (!feature)
                break;
            CPLErrorReset(); // What is wrong with one feature is no reason not to show the others.
            if (boxes.size() > 1 && !m_source.isTiled() && !painted.insert(feature->GetFID()).second)
                continue;
            paintFeature(*feature, labelField, shaper, work);
            showMeanwhile(work);
        }
        if (Result<void> read = readOn(work); !read)
            return read;
    }
    return {};
}

/// Whether GDAL could read a layer to its end, or was not to.
Result<void> FeatureOverlay::readOn(const Work &work) const
{
    if (!work.stop.stop_requested() && CPLGetLastErrorType() == CE_Failure)
        return failure(Error::Kind::Malformed, OverlayText::tr("“%1” is damaged or cut off: get it anew").arg(m_path),
                       m_path);
    return {};
}

/// What keeps the features of a layer that would else be read through for each view; null if it has an index.
FeatureCache *FeatureOverlay::cacheFor(OGRLayer &layer, const FeatureLayerPlace &place)
{
    if (m_source.isTiled() || layer.TestCapability(OLCFastSpatialFilter) != FALSE)
        return nullptr;
    std::unique_ptr<FeatureCache> &cache = m_caches[nameOf(layer)];
    if (!cache) {
        OGREnvelope extent;
        extent.MinX = place.extent.left();
        extent.MinY = place.extent.top();
        extent.MaxX = place.extent.right();
        extent.MaxY = place.extent.bottom();
        cache = std::make_unique<FeatureCache>(extent);
    }
    return cache->isTooLarge() ? nullptr : cache.get();
}

void FeatureOverlay::paintCached(const FeatureCache &cache, int labelField, ViewShaper &shaper, Work &work)
{
    CPLErrorReset();
    std::unordered_set<const OGRFeature *> painted;
    for (const QRectF &box : shaper.filters()) {
        for (const OGRFeature *feature : cache.within(box)) {
            if (work.stop.stop_requested())
                return;
            if (shaper.filters().size() > 1 && !painted.insert(feature).second)
                continue;
            paintFeature(*feature, labelField, shaper, work);
            showMeanwhile(work);
        }
    }
}

void FeatureOverlay::paintWhileCaching(OGRLayer &layer, FeatureCache &cache, int labelField, ViewShaper &shaper,
                                       Work &work)
{
    cache.restart();
    layer.SetSpatialFilter(nullptr);
    layer.ResetReading();
    CPLErrorReset();
    const auto isInView = [&shaper](const OGRFeature &feature) {
        OGREnvelope box;
        if (feature.GetGeometryRef() != nullptr)
            feature.GetGeometryRef()->getEnvelope(&box);
        return std::ranges::any_of(shaper.filters(), [&box](const QRectF &part) {
            return box.IsInit() && box.MaxX >= part.left() && box.MinX <= part.right() && box.MaxY >= part.top()
                && box.MinY <= part.bottom();
        });
    };
    while (!work.stop.stop_requested()) {
        OGRFeatureUniquePtr feature(layer.GetNextFeature());
        if (!feature) {
            if (CPLGetLastErrorType() != CE_Failure)
                cache.finish();
            return;
        }
        CPLErrorReset(); // What is wrong with one feature is no reason not to show the others.
        if (isInView(*feature)) {
            paintFeature(*feature, labelField, shaper, work);
            showMeanwhile(work);
        }
        cache.add(std::move(feature));
    }
}

void FeatureOverlay::paintFeature(const OGRFeature &feature, int labelField, ViewShaper &shaper, Work &work)
{
    const OGRGeometry *geometry = feature.GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty())
        return;
    ViewShape shape;
    if (wkbFlatten(geometry->getGeometryType()) != wkbPoint) {
        OGREnvelope box;
        geometry->getEnvelope(&box);
        const bool isOfPoints = wkbFlatten(geometry->getGeometryType()) == wkbMultiPoint;
        if (!isOfPoints && shaper.isTiny(box)) {
            shaper.shapePoint({(box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2}, shape);
            for (const QPointF at : shape.points)
                work.painter.paintDot(at);
            return;
        }
    }
    if (geometry->hasCurveGeometry() != FALSE) {
        const std::unique_ptr<OGRGeometry> straight(geometry->getLinearGeometry());
        if (straight)
            shaper.shape(*straight, shape);
    } else {
        shaper.shape(*geometry, shape);
    }
    work.painter.paint(shape);
    if (labelField >= 0 && feature.IsFieldSetAndNotNull(labelField))
        work.labels.add(QString::fromUtf8(const_cast<OGRFeature &>(feature).GetFieldAsString(labelField)), shape);
}

std::vector<OverlayLegendRow> FeatureOverlay::legend() const
{
    std::vector<LayerShapes> shapes;
    for (OGRLayer *layer : shownLayers())
        shapes.push_back(shapesOfLayer(*layer));
    const auto has = [&shapes](LayerShapes kind) { return std::ranges::contains(shapes, kind); };
    const SwatchShape shape = has(LayerShapes::Areas) || has(LayerShapes::Any) ? SwatchShape::Area
        : has(LayerShapes::Lines)                                              ? SwatchShape::Line
                                                                               : SwatchShape::Mark;
    return {{{}, featureSwatch(m_style, shape)}};
}

QStringList FeatureOverlay::fields() const
{
    QStringList names;
    for (OGRLayer *layer : shownLayers()) {
        OGRFeatureDefn &definition = *layer->GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            const QString name = QString::fromUtf8(definition.GetFieldDefn(i)->GetNameRef());
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}

} // namespace

Result<std::unique_ptr<Overlay>> openFeatureOverlay(const QString &path, const OverlayStyle &style)
{
    Result<FeatureSource> source = FeatureSource::open(path);
    if (!source)
        return std::unexpected(source.error());
    auto overlay = std::make_unique<FeatureOverlay>(path, std::move(*source), style.features);
    if (Result<void> begun = overlay->begin(); !begun)
        return std::unexpected(begun.error());
    return overlay;
}

} // namespace dateline
