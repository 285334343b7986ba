#include "ui/figuremaker.h"

#include "figure/content.h"

#include <QPainter>
#include <QPointer>

#include <algorithm>
#include <array>
#include <span>

namespace dateline
{

namespace
{

constexpr int figurePriority = 3;
constexpr double previewScale = 1;
constexpr int mostIncidents = 2'000; ///< More would be a page of numbers.
constexpr std::array<double, 6> blurRadii{0, 2'000, 5'000, 10'000, 20'000, 50'000}; // metres
constexpr std::array<QSize, 4> sizes{QSize(1600, 1000), QSize(1600, 900), QSize(1200, 1200), QSize(1123, 794)};

struct Painted
{
    QImage image;
    QString alternativeText;
    QString withheld;
};

Painted painted(const FigureSpec &spec, const FigureContent &content)
{
    QImage image((QSizeF(spec.widthPx, spec.heightPx) * previewScale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(previewScale, previewScale);
    const FigureReport report = paintFigure(painter, spec, content);
    return {image, report.alternativeText, report.withheld};
}

} // namespace

FigureMaker::FigureMaker(CaseStore *store, IncidentListModel *incidents, BaseMapSource *baseMap, Camera *camera,
                         QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_incidents(incidents)
    , m_baseMap(baseMap)
    , m_camera(camera)
{
}

FigureContent FigureMaker::content()
{
    std::vector<IncidentEvidence> incidents;
    std::vector<Document> documents;
    if (!m_store->current())
        return {};
    for (const Incident &incident : m_store->valueOr(m_store->current()->incidents())) {
        IncidentEvidence entry{incident, {}};
        for (const Evidence &evidence : m_store->valueOr(m_store->current()->evidence(incident.id)))
            entry.claims.emplace_back(evidence.claim, evidence.quote);
        incidents.push_back(std::move(entry));
    }
    for (const DocumentSummary &summary : m_store->valueOr(m_store->current()->documents())) {
        if (Result<Document> document = m_store->current()->document(summary.id))
            documents.push_back(std::move(*document));
    }
    FigureContent content = figureContent(incidents, documents, m_baseMap->map());
    // Who reported it, when, and where it lies, an incident itself does not tell.
    const IncidentTable &table = m_incidents->table();
    for (SceneIncident &row : content.incidents) {
        const std::optional<std::uint32_t> at = table.rowOf(row.incident.id);
        row.filtered = at && !table.shows(*at);
    }
    return content;
}

void FigureMaker::start()
{
    if (!m_store->current() || !m_baseMap->isReady())
        return;
    if (m_incidents->total() > mostIncidents) {
        m_store->tell({Error::Kind::Unsupported,
                       tr("A figure holds at most %1 incidents and this case has %2: copy the case and remove what the "
                          "figure does not need")
                           .arg(mostIncidents)
                           .arg(m_incidents->total()),
                       {}});
        return;
    }
    m_content = content();
    m_spec.filter = m_incidents->filter();
    if (m_spec.box)
        m_spec.box = m_camera->viewport().box();
    m_open = true;
    m_saved.clear();
    m_problem.clear();
    update();
}

void FigureMaker::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_preview = {};
    Q_EMIT changed();
    Q_EMIT previewChanged();
}

void FigureMaker::update()
{
    Q_EMIT changed();
    if (m_painting)
        m_stale = true;
    else if (m_open)
        paintPreview();
}

void FigureMaker::paintPreview()
{
    m_painting = true;
    m_stale = false;
    Q_EMIT changed();
    m_baseMap->start(
        [guard = QPointer(this), target = m_baseMap, spec = m_spec, content = m_content] {
            Painted result = painted(spec, content);
            QMetaObject::invokeMethod(target, [guard, result = std::move(result)] {
                if (!guard)
                    return;
                guard->m_painting = false;
                guard->m_preview = result.image;
                guard->m_alternativeText = result.alternativeText;
                guard->m_withheld = result.withheld;
                Q_EMIT guard->changed();
                Q_EMIT guard->previewChanged();
                if (guard->m_stale && guard->m_open)
                    guard->paintPreview();
            });
        },
        figurePriority);
}

void FigureMaker::save(const QUrl &file)
{
    const QString path = file.toLocalFile();
    m_saved.clear();
    m_problem.clear();
    Q_EMIT changed();
    m_baseMap->start(
        [guard = QPointer(this), target = m_baseMap, path, spec = m_spec, content = m_content] {
            const Result<FigureReport> report = writeFigure(path, spec, content);
            QMetaObject::invokeMethod(target, [guard, path, error = report ? QString() : report.error().message] {
                if (!guard)
                    return;
                guard->m_saved = error.isEmpty() ? path : QString();
                guard->m_problem = error;
                Q_EMIT guard->changed();
                Q_EMIT guard->written();
            });
        },
        figurePriority);
}

Result<FigureReport> FigureMaker::write(const QString &path)
{
    return writeFigure(path, m_spec, content());
}

void FigureMaker::setTitle(const QString &title)
{
    m_spec.title = title;
    update();
}

void FigureMaker::setSubtitle(const QString &subtitle)
{
    m_spec.subtitle = subtitle;
    update();
}

void FigureMaker::setCredit(const QString &credit)
{
    m_spec.credit = credit;
    update();
}

void FigureMaker::setSize(int size)
{
    m_size = std::clamp(size, 0, static_cast<int>(sizes.size()) - 1);
    m_spec.widthPx = sizes.at(static_cast<std::size_t>(m_size)).width();
    m_spec.heightPx = sizes.at(static_cast<std::size_t>(m_size)).height();
    update();
}

QStringList FigureMaker::sizeNames() const
{
    return {tr("Wide, 1600 × 1000"), tr("Slide, 1600 × 900"), tr("Square, 1200 × 1200"), tr("A4 landscape")};
}

void FigureMaker::setDpi(int dpi)
{
    m_spec.dpi = std::clamp(dpi, 72, 600);
    Q_EMIT changed();
}

void FigureMaker::setAsSeen(bool asSeen)
{
    if (asSeen)
        m_spec.box = m_camera->viewport().box();
    else
        m_spec.box.reset();
    update();
}

void FigureMaker::setDark(bool dark)
{
    m_spec.dark = dark;
    update();
}

int FigureMaker::blur() const
{
    const auto found = std::ranges::find(blurRadii, m_spec.blurMetres);
    return static_cast<int>(found - blurRadii.begin());
}

void FigureMaker::setBlur(int blur)
{
    m_spec.blurMetres =
        blurRadii.at(static_cast<std::size_t>(std::clamp(blur, 0, static_cast<int>(blurRadii.size()) - 1)));
    update();
}

QStringList FigureMaker::blurNames() const
{
    QStringList names{tr("Show as they are")};
    for (const double metres : std::span(blurRadii).subspan(1))
        names.append(tr("Blur to %1 km").arg(metres / 1000));
    return names;
}

bool FigureMaker::hasSensitive() const
{
    return std::ranges::any_of(m_content.incidents,
                               [](const SceneIncident &row) { return row.incident.sensitive && row.incident.where; });
}

void FigureMaker::setGraphicWords(bool graphicWords)
{
    m_spec.graphicWords = graphicWords;
    update();
}

bool FigureMaker::hasGraphic() const
{
    return std::ranges::any_of(m_content.sources, &FigureSource::graphic)
        || std::ranges::any_of(m_content.incidents, [](const SceneIncident &row) { return row.incident.graphic; });
}

FigurePreview::FigurePreview(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
}

void FigurePreview::setMaker(FigureMaker *maker)
{
    m_maker = maker;
    if (maker)
        connect(maker, &FigureMaker::previewChanged, this, [this] { update(); });
    Q_EMIT makerChanged();
}

void FigurePreview::paint(QPainter *painter)
{
    if (!m_maker || m_maker->preview().isNull())
        return;
    const QSizeF fitted = QSizeF(m_maker->preview().size()).scaled(size(), Qt::KeepAspectRatio);
    const QRectF place(QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted);
    const double ratio = painter->device()->devicePixelRatio();
    painter->drawImage(place.topLeft(), [&] {
        QImage scaled =
            m_maker->preview().scaled((fitted * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        scaled.setDevicePixelRatio(ratio);
        return scaled;
    }());
    // The page's edge, where page and dialog have one colour.
    painter->setPen(QColor(128, 128, 128, 96));
    painter->drawRect(place.adjusted(0, 0, -1, -1));
}

} // namespace dateline
