#include "ui/scandesk.h"

#include <QFileInfo>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr double firstOpacity = 0.7; ///< The map shows through.
constexpr int transformationCount = 6;

} // namespace

ScanDesk::ScanDesk(CaseStore *store, LayerList *layers, Camera *camera, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_layers(layers)
    , m_camera(camera)
{
    m_pool.setMaxThreadCount(1);
    connect(store, &CaseStore::opened, this, &ScanDesk::end);
}

ScanDesk::~ScanDesk()
{
    m_pool.clear();
    m_pool.waitForDone();
}

int ScanDesk::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

const ScanPair *ScanDesk::pairAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_draft.pairs().size()
        ? &m_draft.pairs()[static_cast<std::size_t>(row)]
        : nullptr;
}

QVariant ScanDesk::data(const QModelIndex &index, int role) const
{
    const ScanPair *pair = index.isValid() ? pairAt(index.row()) : nullptr;
    if (!pair)
        return {};
    switch (role) {
    case PixelRole: return pair->pixel.value_or(QPointF());
    case InPictureRole: return pair->pixel.has_value();
    case LongitudeRole: return pair->place.value_or(LonLat{}).lon;
    case LatitudeRole: return pair->place.value_or(LonLat{}).lat;
    case OnMapRole: return pair->place.has_value();
    case UsedRole: return pair->enabled;
    case ErrorRole: return errorOf(index.row());
    case DoubtfulRole: return m_judgement.doubtful == static_cast<std::size_t>(index.row());
    default: return {};
    }
}

QHash<int, QByteArray> ScanDesk::roleNames() const
{
    return {{PixelRole, "pixel"},       {InPictureRole, "inPicture"}, {LongitudeRole, "longitude"},
            {LatitudeRole, "latitude"}, {OnMapRole, "onMap"},         {UsedRole, "used"},
            {ErrorRole, "error"},       {DoubtfulRole, "doubtful"}};
}

QString ScanDesk::errorOf(int row) const
{
    const ScanPair &pair = *pairAt(row);
    if (!pair.place)
        return tr("No place on the map yet");
    if (!pair.pixel)
        return tr("No point in the picture yet");
    const auto at = static_cast<std::size_t>(row);
    const std::optional<PointError> error =
        at < m_judgement.errors.size() ? m_judgement.errors[at] : std::optional<PointError>();
    if (!error)
        return pair.enabled ? QString() : tr("Left out");
    return pair.enabled ? scanErrorText(*error) : tr("Left out: %1").arg(scanErrorText(*error));
}

QString ScanDesk::title() const
{
    return QFileInfo(m_path).fileName();
}

void ScanDesk::setSelected(int row)
{
    const int selected = has(row) ? row : -1;
    if (selected == m_selected)
        return;
    m_selected = selected;
    Q_EMIT selectedChanged();
}

QString ScanDesk::placeText() const
{
    const ScanPair *pair = pairAt(m_selected);
    return pair && pair->place ? scanPlaceText(*pair->place) : QString();
}

int ScanDesk::wanted() const
{
    const std::optional<std::size_t> half = m_draft.half();
    if (!half)
        return Anywhere;
    return m_draft.pairs()[*half].pixel ? OnMap : InPicture;
}

QString ScanDesk::hint() const
{
    const int number = m_rows;
    switch (wanted()) {
    case OnMap: return tr("Now click the place of point %1 on the map, or type it below").arg(number);
    case InPicture: return tr("Now click point %1 in the picture").arg(number);
    default: break;
    }
    if (m_rows == 0)
        return tr(
            "Click a point of the picture that the map shows too, such as a bend of a river, then its place on the map");
    const int missing = leastPoints(m_draft.transformation()) - number;
    return missing > 0 ? tr("Points still to set before the picture lies on the map: %1").arg(missing)
                       : tr("Set more points, or drag those that lie wrong");
}

void ScanDesk::setTransformation(int transformation)
{
    m_draft.setTransformation(static_cast<ScanTransformation>(std::clamp(transformation, 0, transformationCount - 1)));
    follow();
}

QStringList ScanDesk::transformations() const
{
    const ScanPlacing placing = m_draft.placing();
    const auto enabled = static_cast<int>(std::ranges::count_if(placing.points, &ControlPoint::enabled));
    QStringList texts;
    for (int i = 0; i < transformationCount; ++i)
        texts.append(scanChoiceText(static_cast<ScanTransformation>(i), enabled));
    return texts;
}

QString ScanDesk::purpose() const
{
    return purposeOf(m_draft.transformation());
}

QString ScanDesk::verdict() const
{
    return m_draft.pairs().empty() ? QString() : verdictOn(m_draft.placing(), m_judgement);
}

void ScanDesk::setOpacity(double opacity)
{
    if (opacity == m_opacity)
        return;
    m_opacity = std::clamp(opacity, 0.0, 1.0);
    Q_EMIT opacityChanged();
    preview();
}

OverlayStyle ScanDesk::styleNow() const
{
    OverlayStyle style = m_style;
    style.visible = true;
    style.opacity = m_opacity;
    style.scan = m_draft.placing();
    return style;
}

void ScanDesk::place(const QUrl &file)
{
    start(file.toLocalFile());
}

void ScanDesk::start(const QString &path)
{
    OverlayStyle style;
    style.opacity = firstOpacity;
    openPicture(path, style, {});
}

void ScanDesk::edit(qint64 layer)
{
    const LayerId id{layer};
    if (!m_store->current())
        return;
    const std::vector<CaseLayer> layers = m_store->valueOr(layersOf(*m_store->current()));
    const auto found = std::ranges::find(layers, id, [](const CaseLayer &each) { return each.layer.id; });
    if (found != layers.end())
        openPicture(found->path, found->style, id);
}

void ScanDesk::openPicture(const QString &path, const OverlayStyle &style, LayerId layer)
{
    if (!m_layers->canChange())
        return;
    if (isOpen()) {
        Q_EMIT failed(tr("A scanned map is being placed: save it or cancel that before the next"));
        return;
    }
    m_pool.start([this, path, style, layer] {
        // The pool is waited for in the destructor, so this object is still there.
        Result<ScanPicture> opened = ScanPicture::open(path);
        if (!opened) {
            QMetaObject::invokeMethod(this, [this, sentence = opened.error().message] { Q_EMIT failed(sentence); });
            return;
        }
        auto picture = std::make_shared<ScanSource>(std::move(*opened));
        QMetaObject::invokeMethod(this, [this, picture, path, style, layer] {
            if (!isOpen() && m_layers->canChange())
                begin(picture, path, style, layer);
        });
    });
}

void ScanDesk::begin(std::shared_ptr<ScanSource> picture, const QString &path, const OverlayStyle &style, LayerId layer)
{
    m_layers->close();
    m_picture = std::move(picture);
    m_overlay.reset();
    m_path = path;
    m_layer = layer;
    m_style = style;
    m_opacity = style.opacity;
    m_draft = ScanDraft(style.scan);
    m_judgement = {};
    Q_EMIT openChanged();
    Q_EMIT opacityChanged();
    follow();
}

void ScanDesk::end()
{
    if (!isOpen())
        return;
    m_pool.clear();
    ++m_turn; // What is being judged is of no use.
    m_picture.reset();
    m_overlay.reset();
    m_draft = ScanDraft();
    m_judgement = {};
    m_layers->setPreview(std::nullopt);
    follow();
    Q_EMIT openChanged();
}

void ScanDesk::follow()
{
    const auto rows = static_cast<int>(m_draft.pairs().size());
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
    if (m_selected >= m_rows)
        setSelected(m_rows - 1);
    Q_EMIT selectedChanged(); // Its place.
    Q_EMIT pointsChanged();
    judge();
}

void ScanDesk::judge()
{
    ++m_turn;
    Q_EMIT judged(); // What is known now is of what was before.
    if (!isOpen())
        return;
    m_pool.clear();
    m_pool.start([this, path = m_path, style = styleNow(), overlay = m_overlay, turn = m_turn]() mutable {
        ScanJudgement judgement = judgementOf(style.scan);
        if (judgement.fit && !overlay) {
            if (auto opened = SharedOverlay::open(path, style))
                overlay = std::move(*opened);
        }
        auto shared = std::make_shared<ScanJudgement>(std::move(judgement));
        QMetaObject::invokeMethod(this, [this, shared, overlay, turn] {
            if (turn != m_turn)
                return;
            m_judgement = std::move(*shared);
            m_overlay = overlay;
            m_judgedTurn = turn;
            if (m_rows > 0)
                Q_EMIT dataChanged(index(0), index(m_rows - 1), {ErrorRole, DoubtfulRole});
            Q_EMIT judged();
            preview();
        });
    });
}

void ScanDesk::preview()
{
    if (!isOpen())
        return;
    if (m_judgement.fit && m_overlay)
        m_layers->setPreview(DrawnOverlay{m_overlay, styleNow()}, m_layer);
    else
        m_layers->setPreview(std::nullopt, m_layer);
}

void ScanDesk::save()
{
    if (!isOpen() || !canSave() || !m_layers->canChange())
        return;
    const std::vector<CaseLayer> layers = m_store->valueOr(layersOf(*m_store->current()));
    const auto old = std::ranges::find(layers, m_layer, [](const CaseLayer &layer) { return layer.layer.id; });
    const OverlayStyle style = styleNow();
    int row = 0;
    Change change;
    if (isEditing() && old != layers.end()) {
        change = restyleLayerChange(*old, style, tr("Place the scanned map “%1” anew").arg(old->layer.title));
        row = static_cast<int>(layers.end() - old) - 1;
    } else {
        change = addLayerChange(m_store->current()->path(), layers, m_path, style);
    }
    if (!m_store->apply(change))
        return;
    end();
    m_layers->show();
    m_layers->setCurrent(row);
}

void ScanDesk::cancel()
{
    end();
}

} // namespace dateline
