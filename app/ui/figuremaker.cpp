#include "ui/figuremaker.h"

#include "figure/formats.h"
#include "figure/mapframe.h"
#include "figure/publishable.h"
#include "figure/template.h"
#include "publish/figurecontent.h"
#include "ui/figuredesk.h"
#include "ui/notedesk.h"
#include "ui/printing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPointer>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr int figurePriority = 3;

QSizeF pageOf(const FigureSpec &spec)
{
    return QSizeF(spec.widthPx, spec.heightPx);
}

} // namespace

FigureMaker::FigureMaker(CaseStore *store, IncidentListModel *incidents, BaseMapSource *baseMap, Camera *camera,
                         QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_incidents(incidents)
    , m_baseMap(baseMap)
    , m_camera(camera)
    , m_desk(new FigureDesk(this))
    , m_notes(new NoteDesk(this))
{
    connect(&m_settings, &FigureSettings::marksChanged, this, &FigureMaker::load);
    connect(&m_settings, &FigureSettings::changed, this, &FigureMaker::update);
    connect(store, &CaseStore::opened, this, &FigureMaker::close);
    connect(store, &CaseStore::changed, this, [this](const Changed &changed) {
        if (m_open && !changed.figures.empty())
            readKept();
    });
}

void FigureMaker::inWorker(std::function<std::function<void(FigureMaker &)>()> work)
{
    m_baseMap->start(
        [guard = QPointer(this), target = m_baseMap, work = std::move(work)] {
            QMetaObject::invokeMethod(target, [guard, done = work()] {
                if (guard && done)
                    done(*guard);
            });
        },
        figurePriority);
}

void FigureMaker::start()
{
    if (!m_store->current() || !m_baseMap->isReady())
        return;
    m_open = true;
    forgetOutcome();
    inWorker([] {
        return [names = printerNames()](FigureMaker &maker) {
            maker.m_printers = names;
            Q_EMIT maker.changed();
        };
    });
    FigureSpec spec = m_settings.spec();
    spec.id = {};
    spec.only.clear();
    spec.filter = m_incidents->filter();
    readKept();
    m_settings.setSpec(spec); // Which loads what it shows.
}

void FigureMaker::readKept()
{
    m_kept = m_store->valueOr(m_store->current()->figures());
    Q_EMIT keptChanged();
    Q_EMIT changed();
}

QStringList FigureMaker::kept() const
{
    QStringList names;
    for (const FigureSpec &spec : m_kept)
        names.append(spec.title.isEmpty() ? tr("Figure %1").arg(numberOf(spec.id)) : spec.title);
    return names;
}

int FigureMaker::keptIndex() const
{
    const auto found = std::ranges::find(m_kept, m_settings.spec().id, &FigureSpec::id);
    return found == m_kept.end() ? -1 : static_cast<int>(found - m_kept.begin());
}

bool FigureMaker::canKeep() const
{
    return m_store->current() != nullptr && !m_store->current()->isReadOnly();
}

void FigureMaker::keep()
{
    const std::optional<Changed> changed = m_store->apply({tr("Keep a figure"), {m_settings.spec()}});
    if (!changed || changed->figures.empty())
        return;
    m_settings.setKept(changed->figures.front());
}

void FigureMaker::openKept(int index)
{
    if (index < 0 || index >= static_cast<int>(m_kept.size()))
        return start();
    m_settings.setSpec(m_kept[static_cast<std::size_t>(index)]);
}

void FigureMaker::removeKept()
{
    const FigureId id = m_settings.spec().id;
    if (keptIndex() >= 0 && m_store->apply({tr("Remove a kept figure"), {RemoveFigure{id}}}))
        m_settings.setKept({});
}

void FigureMaker::load()
{
    if (!m_open)
        return;
    m_content = {};
    m_painting = true;
    Q_EMIT changed();
    inWorker([turn = ++m_loading, file = m_store->shared(), baseMap = m_baseMap->map(), spec = m_settings.spec(),
              table =
                  std::make_shared<const IncidentTable>(m_incidents->table())]() -> std::function<void(FigureMaker &)> {
        const std::shared_ptr<const Case> held = file.lock();
        if (!held)
            return {};
        // A kept figure has a filter of its own.
        return [turn,
                content = table->filter() == spec.filter ? figureContentOf(*held, table, spec, baseMap)
                                                         : figureContentOf(*held, spec, baseMap)](FigureMaker &maker) {
            if (maker.m_loading == turn)
                maker.take(content);
        };
    });
}

void FigureMaker::take(Result<FigureContent> content)
{
    m_painting = false;
    m_loadProblem = content ? QString() : content.error().message;
    if (content)
        m_content = std::move(*content);
    else
        m_preview = {};
    Q_EMIT previewChanged();
    FigureSpec whole = m_settings.spec();
    whole.box.reset();
    m_settings.setBoxes(m_camera->viewport().box(), boxFor(whole, m_content, pageOf(whole)));
}

void FigureMaker::close()
{
    if (!m_open)
        return;
    m_open = false;
    ++m_loading;
    m_painting = false;
    m_preview = {};
    m_report = {};
    Q_EMIT changed();
    Q_EMIT previewChanged();
}

void FigureMaker::update()
{
    const bool isLoaded = m_open && m_loadProblem.isEmpty() && m_content.table;
    m_projectionProblem = isLoaded ? dateline::projectionProblem(m_settings.spec(), m_content) : QString();
    if (isLoaded && m_projectionProblem.isEmpty())
        m_problem = figureProblem(m_settings.spec(), m_content);
    Q_EMIT changed();
    if (m_painting)
        m_stale = true;
    else if (isLoaded)
        paintPreview();
}

void FigureMaker::paintPreview()
{
    m_painting = true;
    m_stale = false;
    Q_EMIT changed();
    inWorker([turn = m_loading, spec = m_settings.spec(), content = m_content] {
        QImage image(pageOf(spec).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const FigureReport report = paintFigure(painter, spec, content);
        painter.end();
        return [turn, image, report](FigureMaker &maker) {
            if (maker.m_loading != turn)
                return;
            maker.m_painting = false;
            maker.m_preview = image;
            maker.m_report = report;
            Q_EMIT maker.changed();
            Q_EMIT maker.previewChanged();
            if (maker.m_stale && maker.m_open)
                maker.paintPreview();
        };
    });
}

void FigureMaker::forgetOutcome()
{
    m_saved.clear();
    m_printed.clear();
    m_problem.clear();
    Q_EMIT changed();
}

void FigureMaker::tellProblem(const QString &problem)
{
    forgetOutcome();
    m_problem = problem;
    Q_EMIT changed();
}

void FigureMaker::save(const QUrl &file)
{
    forgetOutcome();
    m_saving = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    Q_EMIT savingChanged();
    const auto tell = [guard = QPointer(this), target = m_baseMap](std::size_t done, std::size_t all) {
        QMetaObject::invokeMethod(target, [guard, done, all] {
            if (!guard)
                return;
            guard->m_progress = tr("%1 of %2 pages").arg(done).arg(all);
            Q_EMIT guard->savingChanged();
        });
    };
    inWorker([path = file.toLocalFile(), spec = m_settings.spec(), plan = m_settings.plan(), content = m_content,
              stop = m_stop, tell] {
        QString problem;
        QString saved = path;
        if (plan) {
            const Result<QStringList> files =
                writeAtlas(path, spec, content, *plan, [&](std::size_t done, std::size_t all) {
                    tell(done, all);
                    return !*stop;
                });
            problem = files ? QString() : files.error().message;
            saved = files && files->size() != 1 ? tr("%1 files").arg(files->size()) : path;
        } else if (const Result<FigureReport> report = writeFigure(path, spec, content); !report) {
            problem = report.error().message;
        }
        return [saved, problem](FigureMaker &maker) {
            maker.m_saving = false;
            maker.m_progress.clear();
            maker.m_saved = problem.isEmpty() ? saved : QString();
            maker.m_problem = problem;
            Q_EMIT maker.savingChanged();
            Q_EMIT maker.changed();
            Q_EMIT maker.written();
        };
    });
}

void FigureMaker::stopSaving()
{
    if (m_stop)
        *m_stop = true;
}

void FigureMaker::print(const QString &printer)
{
    forgetOutcome();
    inWorker([spec = m_settings.spec(), content = m_content, printer] {
        const Publishable safe = publishable(spec, content);
        const Result<void> printed =
            drawAs(QStringLiteral("pdf"), safe.spec, safe.content).and_then([&](const Drawn &drawn) {
                return printPdf(drawn.bytes, drawn.report.title, printer);
            });
        return [printed, printer](FigureMaker &maker) {
            maker.m_printed = printed ? printer : QString();
            maker.m_problem = printed ? QString() : printed.error().message;
            Q_EMIT maker.changed();
        };
    });
}

void FigureMaker::copy()
{
    forgetOutcome();
    inWorker([spec = m_settings.spec(), content = m_content] {
        const Publishable safe = publishable(spec, content);
        return [drawn = drawAs(QStringLiteral("png"), safe.spec, safe.content)](FigureMaker &maker) {
            if (drawn)
                QGuiApplication::clipboard()->setImage(QImage::fromData(drawn->bytes));
            else
                maker.m_problem = drawn.error().message;
            Q_EMIT maker.changed();
        };
    });
}

void FigureMaker::saveTemplate(const QUrl &file)
{
    forgetOutcome();
    const Result<void> written = saveFigure(file.toLocalFile(), templateOf(m_settings.spec()));
    m_problem = written ? QString() : written.error().message;
    m_saved = written ? file.toLocalFile() : QString();
    Q_EMIT changed();
}

void FigureMaker::openTemplate(const QUrl &file)
{
    forgetOutcome();
    const Result<FigureSpec> look = withTemplateOf(m_settings.spec(), file.toLocalFile());
    if (look)
        m_settings.change(*look);
    else
        m_problem = look.error().message;
    Q_EMIT changed();
}

Result<FigureReport> FigureMaker::write(const QString &path)
{
    const auto table = std::make_shared<const IncidentTable>(m_incidents->table());
    const Result<FigureContent> content =
        figureContentOf(*m_store->current(), table, m_settings.spec(), m_baseMap->map());
    return content ? writeFigure(path, m_settings.spec(), *content)
                   : Result<FigureReport>(std::unexpected(content.error()));
}

bool FigureMaker::hasSensitive() const
{
    return std::ranges::any_of(m_content.incidents,
                               [](const SceneIncident &row) { return row.incident.sensitive && row.incident.where; });
}

bool FigureMaker::hasGraphic() const
{
    return std::ranges::any_of(m_content.sources, &FigureSource::graphic)
        || std::ranges::any_of(m_content.incidents, [](const SceneIncident &row) { return row.incident.graphic; });
}

} // namespace dateline
