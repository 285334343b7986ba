#include "ui/layerlist.h"

#include "geo/geopackagetables.h"
#include "geo/scanpicture.h"
#include "ui/layervalues.h"

#include <QBuffer>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <ranges>

namespace dateline
{

namespace
{

QVariantList legendOf(const SharedOverlay &overlay)
{
    QVariantList rows;
    for (const OverlayLegendRow &row : overlay.legend()) {
        QByteArray png;
        QBuffer buffer(&png);
        row.swatch.save(&buffer, "PNG");
        rows.append(QVariantMap{
            {QStringLiteral("text"), row.text},
            {QStringLiteral("image"), QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64())}});
    }
    return rows;
}

} // namespace

LayerList::LayerList(CaseStore *store, Camera *camera, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_camera(camera)
{
    m_pool.setMaxThreadCount(2);
    m_pool.setThreadPriority(QThread::LowPriority);
    connect(store, &CaseStore::opened, this, [this] {
        setCurrent(-1);
        reload();
    });
    connect(store, &CaseStore::changed, this, [this](const Changed &changed) {
        if (!changed.layers.empty())
            reload();
    });
}

LayerList::~LayerList()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool LayerList::isLayer(const QString &name)
{
    static constexpr std::array<QLatin1StringView, 8> endings{
        QLatin1StringView("tif"), QLatin1StringView("tiff"), QLatin1StringView("mbtiles"), QLatin1StringView("pmtiles"),
        QLatin1StringView("jp2"), QLatin1StringView("j2k"),  QLatin1StringView("jpx"),     QLatin1StringView("jpf")};
    return std::ranges::contains(endings, QFileInfo(name).suffix().toLower());
}

int LayerList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LayerList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const SharedOverlay *overlay = row.overlay.get();
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return row.layer.layer.title;
    case SourceRole: return row.layer.layer.source;
    case ValuesRole: return layerValuesOf(row.layer.style);
    case ProblemRole: return row.problem;
    case MissingRole: return row.isMissing;
    case SummaryRole: return overlay ? overlay->summary() : row.isOpening ? tr("Opening…") : QString();
    case CreditRole: return overlay ? overlay->credit() : QString();
    case LegendRole: return overlay ? legendOf(*overlay) : QVariantList();
    case LayersRole: return overlay ? overlay->layers() : QStringList();
    case FieldsRole: return overlay ? overlay->fields() : QStringList();
    case TerrainRole: return overlay && overlay->mayBeTerrain();
    case PictureRole: return overlay && overlay->layers().isEmpty();
    default: return {};
    }
}

QHash<int, QByteArray> LayerList::roleNames() const
{
    return {{TitleRole, "title"},     {SourceRole, "source"},   {ValuesRole, "values"},   {ProblemRole, "problem"},
            {MissingRole, "missing"}, {SummaryRole, "summary"}, {CreditRole, "credit"},   {LegendRole, "legend"},
            {LayersRole, "layers"},   {FieldsRole, "fields"},   {TerrainRole, "terrain"}, {PictureRole, "picture"}};
}

void LayerList::setCurrent(int row)
{
    if (row == m_current)
        return;
    m_current = row;
    Q_EMIT currentChanged();
}

bool LayerList::canChange() const
{
    return m_store->current() && !m_store->current()->isReadOnly();
}

QString LayerList::credits() const
{
    QStringList named;
    for (const Row &row : m_rows) {
        const QString &own = row.layer.style.credit;
        const QString credit = own.isEmpty() && row.overlay ? row.overlay->credit() : own;
        if (row.overlay && row.layer.style.visible && !credit.isEmpty())
            named.append(credit);
    }
    named.removeDuplicates();
    return named.join(QStringLiteral(" · "));
}

QStringList LayerList::markNames() const
{
    return layerMarkNames();
}

QStringList LayerList::fillNames() const
{
    return layerFillNames();
}

std::vector<CaseLayer> LayerList::stored() const
{
    return m_store->current() ? m_store->valueOr(layersOf(*m_store->current())) : std::vector<CaseLayer>();
}

std::optional<CaseLayer> LayerList::stored(LayerId id) const
{
    const std::vector<CaseLayer> layers = stored();
    const auto found = std::ranges::find(layers, id, [](const CaseLayer &layer) { return layer.layer.id; });
    return found == layers.end() ? std::nullopt : std::optional(*found);
}

void LayerList::reload()
{
    std::vector<Row> rows;
    for (CaseLayer &layer : std::views::reverse(stored())) {
        Row &row = rows.emplace_back(Row{.layer = std::move(layer)});
        const auto before = std::ranges::find_if(m_rows, [&row](const Row &old) {
            return old.overlay && old.layer.path == row.layer.path
                && isOpenedAlike(old.overlay->openedWith(), row.layer.style)
                && old.overlay->openedWith().scan == row.layer.style.scan; // Which says where it lies.
        });
        if (before != m_rows.end())
            row.overlay = before->overlay;
        else if (m_added && layerPath({}, m_added->path()) == row.layer.path
                 && isOpenedAlike(m_added->openedWith(), row.layer.style))
            row.overlay = m_added;
        row.problem = missingText(row.layer);
        row.isMissing = !row.problem.isEmpty();
    }
    const auto idOf = [](const Row &row) { return row.layer.layer.id; };
    if (std::ranges::equal(rows, m_rows, {}, idOf, idOf)) {
        m_rows = std::move(rows); // Whoever types into one keeps the keyboard.
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    } else {
        const std::optional<LayerId> current =
            at(m_current) ? std::optional(at(m_current)->layer.layer.id) : std::nullopt;
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        const auto again = std::ranges::find(m_rows, current, [&](const Row &row) { return std::optional(idOf(row)); });
        setCurrent(current && again != m_rows.end() ? static_cast<int>(again - m_rows.begin()) : -1);
    }
    for (Row &row : m_rows)
        openRow(row);
    Q_EMIT listChanged();
    Q_EMIT drawnChanged();
}

void LayerList::openRow(Row &row)
{
    if (row.overlay || row.isMissing || row.isOpening)
        return;
    row.isOpening = true;
    work([this, path = row.layer.path, style = row.layer.style] {
        const Result<std::shared_ptr<SharedOverlay>> opened = SharedOverlay::open(path, style);
        // The pool is waited for in the destructor, so this object is still there.
        QMetaObject::invokeMethod(this, [this, path, style, opened] { takeOpened(path, style, opened); });
    });
}

void LayerList::takeOpened(const QString &path, const OverlayStyle &style,
                           const Result<std::shared_ptr<SharedOverlay>> &overlay)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (row.overlay || row.layer.path != path || !isOpenedAlike(row.layer.style, style))
            continue;
        row.isOpening = false;
        row.problem = overlay ? QString() : overlay.error().message;
        if (overlay)
            row.overlay = *overlay;
        rowChanged(i);
    }
}

void LayerList::rowChanged(std::size_t row)
{
    const QModelIndex changed = index(static_cast<int>(row));
    Q_EMIT dataChanged(changed, changed);
    Q_EMIT drawnChanged();
}

LayerList::Row *LayerList::at(int row)
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

std::vector<DrawnOverlay> LayerList::drawn() const
{
    std::vector<DrawnOverlay> drawn;
    for (const Row &row : std::views::reverse(m_rows)) {
        const bool isReplaced = m_replaced != LayerId{} && row.layer.layer.id == m_replaced;
        if (row.overlay && row.layer.style.visible && row.layer.style.opacity > 0 && !isReplaced)
            drawn.push_back({row.overlay, row.layer.style});
    }
    if (m_preview)
        drawn.push_back(*m_preview);
    return drawn;
}

void LayerList::setPreview(std::optional<DrawnOverlay> preview, LayerId instead)
{
    const bool wasNone = !m_preview && m_replaced == LayerId{};
    m_preview = std::move(preview);
    m_replaced = instead;
    if (!wasNone || m_preview || m_replaced != LayerId{})
        Q_EMIT drawnChanged();
}

void LayerList::work(std::function<void()> task)
{
    m_pool.start(std::move(task));
}

void LayerList::tellProblems(const QStringList &sentences)
{
    for (const QString &sentence : sentences)
        Q_EMIT failed(sentence);
}

void LayerList::tellLegends()
{
    if (!m_rows.empty() && m_open)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {LegendRole});
}

void LayerList::show()
{
    m_open = m_store->current() != nullptr;
    reload(); // A file that was missing may be back.
    Q_EMIT openChanged();
}

void LayerList::close()
{
    m_open = false;
    Q_EMIT openChanged();
}

void LayerList::add(const QUrl &file)
{
    if (!canChange())
        return;
    const QString path = file.toLocalFile();
    m_open = true;
    Q_EMIT openChanged();
    work([this, path] {
        const Result<std::shared_ptr<SharedOverlay>> opened = SharedOverlay::open(path, {});
        const QStringList tables = opened ? tablesApart(path) : QStringList();
        const bool lacksPlace =
            !opened && opened.error().kind == Error::Kind::Unsupported && ScanPicture::open(path).has_value();
        QMetaObject::invokeMethod(this, [this, path, opened, tables, lacksPlace] {
            if (opened)
                addOpened(*opened, tables);
            else if (lacksPlace)
                Q_EMIT placeWanted(path);
            else
                Q_EMIT failed(opened.error().message);
        });
    });
}

void LayerList::editPoints(int row)
{
    if (const Row *placed = at(row))
        Q_EMIT pointsWanted(static_cast<qint64>(placed->layer.layer.id));
}

void LayerList::addOpened(const std::shared_ptr<SharedOverlay> &overlay, const QStringList &tables)
{
    m_added = overlay; // It is not opened again.
    if (canChange() && m_store->apply(addTablesChange(m_store->current()->path(), stored(), overlay->path(), tables)))
        setCurrent(0);
    m_added.reset();
}

void LayerList::remove(int row)
{
    if (const Row *removed = at(row))
        m_store->apply(removeLayerChange(removed->layer));
}

void LayerList::move(int row, int to)
{
    const std::vector<CaseLayer> layers = stored();
    const int most = static_cast<int>(layers.size()) - 1;
    if (row < 0 || row > most || to < 0 || to > most || row == to)
        return;
    m_store->apply(moveLayerChange(layers, static_cast<std::size_t>(most - row), static_cast<std::size_t>(most - to)));
}

void LayerList::rename(int row, const QString &title)
{
    const Row *renamed = at(row);
    const QString line = title.simplified().left(200);
    if (!renamed || line.isEmpty() || line == renamed->layer.layer.title)
        return;
    Layer layer = renamed->layer.layer;
    layer.title = line;
    m_store->apply({tr("Rename the layer “%1” to “%2”").arg(renamed->layer.layer.title, line), {layer}});
}

void LayerList::find(int row, const QUrl &file)
{
    if (const Row *found = at(row); found && m_store->current())
        m_store->apply(findLayerChange(m_store->current()->path(), found->layer, file.toLocalFile()));
}

void LayerList::preview(int row, const QString &value, const QVariant &to)
{
    Row *shown = at(row);
    if (!shown)
        return;
    setLayerValue(shown->layer.style, value, to);
    rowChanged(static_cast<std::size_t>(row));
}

void LayerList::set(int row, const QString &value, const QVariant &to)
{
    const Row *changed = at(row);
    const std::optional<CaseLayer> before = changed ? stored(changed->layer.layer.id) : std::nullopt;
    if (!before)
        return;
    OverlayStyle style = before->style;
    setLayerValue(style, value, to);
    if (style == before->style)
        return reload(); // What was previewed is taken back.
    const QString what = value != u"visible" ? tr("Change the layer “%1”")
        : style.visible                      ? tr("Show the layer “%1”")
                                             : tr("Hide the layer “%1”");
    if (!m_store->apply(restyleLayerChange(*before, style, what.arg(before->layer.title))))
        reload();
}

void LayerList::zoomTo(int row)
{
    if (const Row *shown = at(row); shown && shown->overlay)
        m_camera->fit(shown->overlay->box(), Camera::Motion::Glide);
}

} // namespace dateline
