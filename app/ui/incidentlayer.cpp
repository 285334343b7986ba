#include "ui/incidentlayer.h"

#include "map/shownrows.h"
#include "ui/spritenode.h"

#include <QPainter>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double fanStepPx = 34; ///< Between neighbours of a fan.
constexpr std::size_t mostMarks = 1'000; ///< More in view are drawn as clusters.

/// What the scene graph has of the layer, back to front.
class LayerNode : public QSGTransformNode
{
public:
    explicit LayerNode(QQuickWindow *window)
        : field(window)
        , areas(window)
        , clusters(window)
        , marks(window)
        , names(window)
    {
        for (SpriteNode *node : {&field, &areas, &clusters, &marks, &names}) {
            node->setFlag(OwnedByParent, false);
            appendChildNode(node);
        }
    }

    SpriteNode field;
    SpriteNode areas;
    SpriteNode clusters;
    SpriteNode marks;
    SpriteNode names;
};

/// Draws all of @p picture over @p target; nothing if it is null.
void drawWhole(SpriteNode &node, const QImage &picture, const QRectF &target)
{
    const Sprite whole{QRectF(QPointF(), picture.size()), target};
    node.setPicture(picture);
    node.draw(std::span(&whole, picture.isNull() ? 0 : 1));
}

QImage clearPicture(QSizeF size, double ratio)
{
    QImage image((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

} // namespace

IncidentLayer::IncidentLayer(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void IncidentLayer::setCamera(Camera *camera)
{
    m_camera = camera;
    connect(camera, &Camera::changed, this, &QQuickItem::polish);
    Q_EMIT partsChanged();
}

void IncidentLayer::setIncidents(IncidentListModel *incidents)
{
    m_incidents = incidents;
    connect(incidents, &IncidentListModel::shownChanged, this, [this] {
        m_fan.clear();
        polish();
    });
    Q_EMIT partsChanged();
}

void IncidentLayer::setSelection(Selection *selection)
{
    m_selection = selection;
    connect(selection, &Selection::changed, this, &QQuickItem::polish);
    Q_EMIT partsChanged();
}

void IncidentLayer::setLook(Look *look)
{
    m_look = look;
    const auto restyle = [this] {
        const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
        m_atlas.reset(m_look->theme(), ratio);
        m_clusterAtlas.reset(m_look->theme(), ratio);
        polish();
    };
    connect(look, &Look::changed, this, restyle);
    connect(this, &QQuickItem::windowChanged, this, restyle);
    restyle();
    Q_EMIT partsChanged();
}

void IncidentLayer::setLabels(LabelLayer *labels)
{
    m_labels = labels;
    Q_EMIT partsChanged();
}

void IncidentLayer::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    polish();
}

void IncidentLayer::setView(View view)
{
    if (view == m_view)
        return;
    m_view = view;
    m_fan.clear();
    m_fanCell.reset();
    leave();
    polish();
    Q_EMIT viewChanged();
}

void IncidentLayer::updatePolish()
{
    if (!m_camera || !m_incidents || !m_look || !window() || width() < 1 || height() < 1)
        return;
    const Viewport viewport =
        Viewport::webMercator({m_camera->longitude(), m_camera->latitude()}, m_camera->zoom(), size());
    m_scene = {};
    m_field.clear();
    if (m_view == Clusters)
        makeClusters(viewport);
    else
        makeField(viewport);
    countWhatIsShown();
    fanOut();
    paintPictures();
    if (m_labels)
        m_labels->setTaken(takenBoxes());
    update();
    Q_EMIT sceneChanged();
}

void IncidentLayer::makeClusters(const Viewport &viewport)
{
    std::vector<Cluster> clusters = clustersIn(m_incidents->table(), viewport);
    std::size_t count = 0;
    for (const Cluster &cluster : clusters)
        count += cluster.count;
    if (const auto rows = count <= mostMarks ? rowsIn(m_incidents->table(), viewport, mostMarks) : std::nullopt) {
        m_clusters.clear();
        m_glide.stop();
        makeMarks(viewport, *rows);
        return;
    }
    m_glide.follow(clusters, viewport);
    if (m_glide.isRunning())
        QMetaObject::invokeMethod(this, &QQuickItem::polish, Qt::QueuedConnection);
    m_clusters = std::move(clusters);
    m_scene.count.shown = static_cast<int>(count);
    const IncidentColumns &columns = m_incidents->columns();
    std::erase_if(m_clusters, [&](const Cluster &cluster) {
        if (m_fanCell && cluster.cell == *m_fanCell) {
            m_scene.marks.push_back({m_fan, static_cast<Kind>(columns.kind[cluster.one]), cluster.at, false, 0});
            return true;
        }
        if (cluster.count > 1)
            return false;
        m_scene.marks.push_back({{IncidentId{columns.id[cluster.one]}},
                                 static_cast<Kind>(columns.kind[cluster.one]),
                                 cluster.at,
                                 columns.has(cluster.one, IncidentColumns::IsArea),
                                 0});
        return true;
    });
    addSelected(viewport);
}

void IncidentLayer::makeField(const Viewport &viewport)
{
    m_clusters.clear();
    m_glide.stop();
    const IncidentTable &table = m_incidents->table();
    const auto paint = [&](IncidentField::Kind kind) {
        return m_field.paint(kind, table, viewport, window()->effectiveDevicePixelRatio(), m_look->theme());
    };
    std::uint32_t shown = 0;
    switch (m_view) {
    case Points: shown = paint(IncidentField::Kind::Points); break;
    case Density: shown = paint(IncidentField::Kind::Density); break;
    case Heat: shown = paint(IncidentField::Kind::Heat); break;
    case Clusters:
    case Provinces:
    case ProvincesPerArea: shown = countShownIn(table, viewport); break;
    }
    m_scene.count.shown = static_cast<int>(shown);
    addSelected(viewport);
}

void IncidentLayer::makeMarks(const Viewport &viewport, const std::vector<std::uint32_t> &rows)
{
    std::vector<SceneIncident> incidents;
    incidents.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        if (const IncidentEntry *entry = m_incidents->find(IncidentId{m_incidents->columns().id[row]}))
            incidents.push_back({entry->incident, entry->support.value_or(Support{}).documents});
    }
    m_scene = makeScene(incidents, viewport, {}, true);
}

// The selected one is shown for itself, whatever lies around it.
void IncidentLayer::addSelected(const Viewport &viewport)
{
    const IncidentEntry *selected = m_selection ? m_incidents->find(m_selection->stop().incident) : nullptr;
    const std::optional<LonLat> anchor =
        selected && selected->incident.where ? anchorOf(*selected->incident.where) : std::nullopt;
    if (const std::optional<QPointF> at = anchor ? viewport.pixelFromLonLat(*anchor) : std::nullopt)
        m_scene.marks.push_back({{selected->incident.id}, selected->incident.kind, *at, false, 0});
}

// A scene knows the incidents that are near the view; the rest is counted in the columns.
void IncidentLayer::countWhatIsShown()
{
    SceneCount &count = m_scene.count;
    count.total = m_incidents->total();
    count.filtered = m_incidents->total() - m_incidents->count();
    count.withoutPlace = m_incidents->withoutPlace();
    count.outside = m_incidents->count() - count.withoutPlace - count.shown;
}

// The marks of one spot stand on a circle around it, as far apart as marks are wide.
void IncidentLayer::fanOut()
{
    if (m_fan.empty())
        return;
    const auto stack =
        std::ranges::find_if(m_scene.marks, [this](const SceneMark &mark) { return mark.incidents == m_fan; });
    if (stack == m_scene.marks.end()) {
        m_fan.clear();
        m_fanCell.reset();
        return;
    }
    m_fanMiddle = stack->at;
    const bool isArea = stack->isArea;
    m_scene.marks.erase(stack);
    const auto count = static_cast<double>(m_fan.size());
    const double radius = std::max(fanStepPx, count * fanStepPx / (2 * std::numbers::pi));
    for (std::size_t i = 0; i < m_fan.size(); ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / count - std::numbers::pi / 2;
        const IncidentEntry *entry = m_incidents->find(m_fan[i]);
        if (!entry)
            continue;
        m_scene.marks.push_back({{m_fan[i]},
                                 entry->incident.kind,
                                 m_fanMiddle + QPointF(std::cos(angle), std::sin(angle)) * radius,
                                 isArea,
                                 entry->support.value_or(Support{}).documents});
    }
}

MarkState IncidentLayer::stateOf(const std::vector<IncidentId> &incidents) const
{
    const auto has = [&](IncidentId id) { return std::ranges::find(incidents, id) != incidents.end(); };
    if (m_selection && m_selection->stop().incident != IncidentId{} && has(m_selection->stop().incident))
        return MarkState::Selected;
    return m_hovered != IncidentId{} && has(m_hovered) ? MarkState::Hovered : MarkState::Plain;
}

void IncidentLayer::paintPictures()
{
    const double ratio = window()->effectiveDevicePixelRatio();
    const Theme &theme = m_look->theme();
    m_under = {};
    if (!m_scene.areas.empty() || !m_fan.empty()) {
        m_under = clearPicture(size(), ratio);
        QPainter under(&m_under);
        under.setRenderHint(QPainter::Antialiasing);
        for (const SceneArea &area : m_scene.areas)
            paintArea(under, area, stateOf(incidentsOf(area)), theme);
        under.setPen(QPen(theme.mutedInk, 1));
        for (const SceneMark &mark : m_scene.marks) {
            if (std::ranges::contains(m_fan, mark.incidents.front()))
                under.drawLine(m_fanMiddle, mark.at);
        }
    }
    m_over = {};
    if (!m_scene.labels.empty()) {
        m_over = clearPicture(size(), ratio);
        QPainter over(&m_over);
        over.setRenderHint(QPainter::Antialiasing);
        paintSceneLabels(over, m_scene.labels, theme);
    }
    m_clusterAtlas.paint(m_clusters, m_hoveredCluster);
    m_picturesAreNew = true;
}

std::vector<QRectF> IncidentLayer::takenBoxes() const
{
    std::vector<QRectF> boxes;
    boxes.reserve(m_scene.marks.size() + m_scene.labels.size());
    constexpr double half = markDiameterPx / 2 + 1;
    for (const SceneMark &mark : m_scene.marks)
        boxes.emplace_back(mark.at.x() - half, mark.at.y() - half, 2 * half, 2 * half);
    for (const Cluster &cluster : m_clusters) {
        const double radius = clusterRadius(cluster) + 1;
        boxes.emplace_back(cluster.at.x() - radius, cluster.at.y() - radius, 2 * radius, 2 * radius);
    }
    for (const SceneLabel &label : m_scene.labels)
        boxes.push_back(label.box);
    return boxes;
}

QSGNode *IncidentLayer::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *root = static_cast<LayerNode *>(old);
    if (!root) {
        root = new LayerNode(window());
        m_atlasShown = -1;
        m_picturesAreNew = true;
    }
    const double ratio = window()->effectiveDevicePixelRatio();
    // Sprites are drawn pixel for pixel.
    const auto around = [ratio](QPointF middle, QSizeF size) {
        const QSizeF side = size / ratio;
        const QPointF corner = middle - QPointF(side.width() / 2, side.height() / 2);
        return QRectF(QPointF(std::round(corner.x() * ratio), std::round(corner.y() * ratio)) / ratio, side);
    };
    std::vector<Sprite> marks;
    marks.reserve(m_scene.marks.size());
    for (const SceneMark &mark : m_scene.marks) {
        const QRectF source = m_atlas.sprite(mark, stateOf(mark.incidents));
        marks.push_back({source, around(mark.at, source.size())});
    }
    if (m_atlasShown != m_atlas.version())
        root->marks.setPicture(m_atlas.image());
    root->marks.draw(marks);
    m_atlasShown = m_atlas.version();
    if (!m_picturesAreNew)
        return root;
    m_picturesAreNew = false;
    std::vector<Sprite> clusters;
    clusters.reserve(m_clusters.size());
    for (std::size_t i = 0; i < m_clusters.size(); ++i) {
        const QRectF source = m_clusterAtlas.places()[i];
        clusters.push_back({source, around(m_clusters[i].at, source.size())});
    }
    root->clusters.setPicture(m_clusterAtlas.image());
    root->clusters.draw(clusters);
    drawWhole(root->field, m_field.image(), m_field.box());
    drawWhole(root->areas, m_under, boundingRect());
    drawWhole(root->names, m_over, boundingRect());
    return root;
}

QString IncidentLayer::countText() const
{
    const SceneCount &count = m_scene.count;
    QStringList parts{tr("%L1 of %L2 shown on the map").arg(count.shown).arg(count.total)};
    if (count.withoutPlace > 0)
        parts.append(count.withoutPlace == 1 ? tr("1 has no place") : tr("%L1 have no place").arg(count.withoutPlace));
    if (count.outside > 0)
        parts.append(tr("%L1 outside the view").arg(count.outside));
    if (count.filtered > 0)
        parts.append(tr("%L1 filtered out").arg(count.filtered));
    if (count.oneSource > 0)
        parts.append(count.oneSource == 1 ? tr("1 rests on one source")
                                          : tr("%L1 rest on one source").arg(count.oneSource));
    return parts.join(tr(" · "));
}

} // namespace dateline
