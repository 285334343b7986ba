#include "ui/incidentlayer.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>

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
constexpr double clusterZoomStep = 2; ///< A cell becomes sixteen.

// Back to front: the areas' picture, the sprites, the names' picture.
class LayerNode : public QSGNode
{
public:
    QSGImageNode *under = nullptr;
    QSGNode *sprites = nullptr;
    QSGImageNode *over = nullptr;
    std::unique_ptr<QSGTexture> atlas;
    int atlasVersion = -1;
};

QSGImageNode *pictureNode(QQuickWindow *window)
{
    QSGImageNode *node = window->createImageNode();
    node->setOwnsTexture(true);
    node->setFiltering(QSGTexture::Nearest);
    return node;
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
        m_atlas.reset(m_look->theme(), window() ? window()->effectiveDevicePixelRatio() : 1);
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

void IncidentLayer::updatePolish()
{
    if (!m_camera || !m_incidents || !m_look || !window() || width() < 1 || height() < 1)
        return;
    const Viewport viewport =
        Viewport::webMercator({m_camera->longitude(), m_camera->latitude()}, m_camera->zoom(), size());
    makeMarks(viewport);
    countWhatIsShown();
    fanOut();
    paintPictures();
    if (m_labels)
        m_labels->setTaken(takenBoxes());
    update();
    Q_EMIT sceneChanged();
}

void IncidentLayer::makeMarks(const Viewport &viewport)
{
    m_clusters.clear();
    const IncidentColumns &columns = m_incidents->columns();
    const std::optional<std::vector<std::uint32_t>> rows =
        rowsIn(columns, ColumnFilter(m_incidents->filter(), columns), viewport, mostMarks);
    if (!rows) {
        makeClusters(viewport);
        return;
    }
    std::vector<SceneIncident> incidents;
    incidents.reserve(rows->size());
    for (const std::uint32_t row : *rows) {
        if (const IncidentEntry *entry = m_incidents->find(IncidentId{columns.id[row]}))
            incidents.push_back({entry->incident, entry->support.value_or(Support{}).documents});
    }
    m_scene = makeScene(incidents, viewport, {}, true);
}

void IncidentLayer::makeClusters(const Viewport &viewport)
{
    const IncidentColumns &columns = m_incidents->columns();
    m_scene = {};
    for (const Cluster &cluster : clustersIn(columns, ColumnFilter(m_incidents->filter(), columns), viewport)) {
        m_scene.count.shown += static_cast<int>(cluster.count);
        if (cluster.count > 1) {
            m_clusters.push_back(cluster);
            continue;
        }
        m_scene.marks.push_back({{IncidentId{columns.id[cluster.first]}},
                                 static_cast<Kind>(columns.kind[cluster.first]),
                                 cluster.at,
                                 columns.has(cluster.first, IncidentColumns::IsArea),
                                 0});
    }
    // The selected one is shown for itself, whatever lies around it.
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

const Cluster *IncidentLayer::clusterAt(QPointF pixel) const
{
    const auto found = std::ranges::find_if(m_clusters, [pixel](const Cluster &cluster) {
        const QPointF away = cluster.at - pixel;
        return std::hypot(away.x(), away.y()) <= clusterRadius(cluster);
    });
    return found == m_clusters.end() ? nullptr : &*found;
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
    m_under = clearPicture(size(), ratio);
    QPainter under(&m_under);
    under.setRenderHint(QPainter::Antialiasing);
    for (const SceneArea &area : m_scene.areas)
        paintArea(under, area, stateOf(incidentsOf(area)), theme);
    if (!m_fan.empty()) {
        under.setPen(QPen(theme.mutedInk, 1));
        for (const SceneMark &mark : m_scene.marks) {
            if (std::ranges::find(m_fan, mark.incidents.front()) != m_fan.end())
                under.drawLine(m_fanMiddle, mark.at);
        }
    }
    m_over = clearPicture(size(), ratio);
    QPainter over(&m_over);
    over.setRenderHint(QPainter::Antialiasing);
    for (const Cluster &cluster : m_clusters)
        paintCluster(over, cluster, m_hoveredCluster == cluster.at, theme);
    paintSceneLabels(over, m_scene.labels, theme);
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
    if (m_under.isNull())
        return old;
    auto *root = static_cast<LayerNode *>(old);
    if (!root) {
        root = new LayerNode;
        root->appendChildNode(root->under = pictureNode(window()));
        root->appendChildNode(root->sprites = new QSGNode);
        root->appendChildNode(root->over = pictureNode(window()));
        m_picturesAreNew = true;
    }
    if (m_picturesAreNew) {
        for (const auto &[node, image] : {std::pair(root->under, &m_under), std::pair(root->over, &m_over)}) {
            node->setTexture(window()->createTextureFromImage(*image));
            node->setRect(QRectF(QPointF(), image->deviceIndependentSize()));
        }
        m_picturesAreNew = false;
    }
    std::vector<QRectF> sprites;
    sprites.reserve(m_scene.marks.size());
    for (const SceneMark &mark : m_scene.marks)
        sprites.push_back(m_atlas.sprite(mark, stateOf(mark.incidents)));
    // The old nodes go first: they draw from the texture that is replaced.
    while (QSGNode *child = root->sprites->firstChild())
        delete child;
    if (root->atlasVersion != m_atlas.version() && !m_atlas.image().isNull()) {
        root->atlas.reset(window()->createTextureFromImage(m_atlas.image()));
        root->atlasVersion = m_atlas.version();
    }
    const double ratio = window()->effectiveDevicePixelRatio();
    for (std::size_t i = 0; i < sprites.size(); ++i) {
        QSGImageNode *node = window()->createImageNode();
        node->setTexture(root->atlas.get());
        node->setSourceRect(sprites[i]);
        const QSizeF side = sprites[i].size() / ratio;
        const QPointF corner = m_scene.marks[i].at - QPointF(side.width() / 2, side.height() / 2);
        node->setRect(QRectF(QPointF(std::round(corner.x() * ratio), std::round(corner.y() * ratio)) / ratio, side));
        root->sprites->appendChildNode(node);
    }
    return root;
}

void IncidentLayer::setHovered(IncidentId id)
{
    if (id == m_hovered)
        return;
    m_hovered = id;
    polish();
    Q_EMIT hoveredChanged();
}

void IncidentLayer::hover(QPointF pixel)
{
    const std::vector<IncidentId> under = incidentsAt(m_scene, pixel);
    const Cluster *cluster = under.empty() ? clusterAt(pixel) : nullptr;
    if (const auto at = cluster ? std::optional(cluster->at) : std::nullopt; at != m_hoveredCluster) {
        m_hoveredCluster = at;
        polish();
        Q_EMIT hoveredChanged();
    }
    setHovered(under.empty() ? IncidentId{} : under.front());
}

void IncidentLayer::leave()
{
    m_hoveredCluster.reset();
    setHovered({});
}

void IncidentLayer::click(QPointF pixel)
{
    if (!m_selection)
        return;
    const std::vector<IncidentId> under = incidentsAt(m_scene, pixel);
    if (const Cluster *cluster = under.empty() ? clusterAt(pixel) : nullptr) {
        if (const std::optional<LonLat> middle = m_camera->viewport().lonLatFromPixel(cluster->at))
            m_camera->look(*middle, m_camera->zoom() + clusterZoomStep);
        leave();
        return;
    }
    const auto stack = std::ranges::find_if(m_scene.marks, [&under](const SceneMark &mark) {
        return mark.incidents.size() > 1 && !under.empty() && mark.incidents.front() == under.front();
    });
    const bool inFan = !under.empty() && std::ranges::find(m_fan, under.front()) != m_fan.end();
    if (!inFan)
        m_fan = stack == m_scene.marks.end() ? std::vector<IncidentId>{} : stack->incidents;
    // Its words would cover the fan.
    if (!inFan && !m_fan.empty())
        leave();
    if (!under.empty() && (inFan || m_fan.empty()))
        m_selection->selectIncident(numberOf(under.front()));
    polish();
}

QString IncidentLayer::hoveredTitle() const
{
    const auto stack = std::ranges::find_if(m_scene.marks, [this](const SceneMark &mark) {
        return mark.incidents.size() > 1 && std::ranges::find(mark.incidents, m_hovered) != mark.incidents.end();
    });
    if (stack != m_scene.marks.end())
        return tr("%1 incidents here").arg(stack->incidents.size());
    if (const Cluster *cluster = m_hoveredCluster ? clusterAt(*m_hoveredCluster) : nullptr)
        return tr("%L1 incidents here").arg(cluster->count);
    const IncidentEntry *entry = m_incidents ? m_incidents->find(m_hovered) : nullptr;
    return entry ? entry->incident.title : QString();
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
