#include "ui/dataexport.h"

#include "figure/captions.h"
#include "ui/chosenincidents.h"
#include "ui/incidentlistmodel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace dateline
{

DataExport::DataExport(CaseStore *store, const IncidentListModel *incidents, const ChosenIncidents *chosen,
                       QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_incidents(incidents)
    , m_chosen(chosen)
{
    connect(store, &CaseStore::opened, this, &DataExport::close);
}

DataExport::~DataExport()
{
    stop();
}

const ExportFormat &DataExport::chosenFormat() const
{
    return exportFormats()[static_cast<std::size_t>(m_format)];
}

QStringList DataExport::scopeNames() const
{
    return {tr("What the filter shows: %1").arg(countText(m_incidents->count())),
            tr("What is selected: %1").arg(countText(static_cast<qint64>(m_chosen->ids().size()))),
            tr("All incidents of the case: %1").arg(countText(m_incidents->total()))};
}

QStringList DataExport::formatNames() const
{
    QStringList names;
    for (const ExportFormat &format : exportFormats()) {
        const QString about = QCoreApplication::translate("Exchange", format.about);
        const QString ending = format.ending.isEmpty() ? tr("Folder") : QString(format.ending).toUpper();
        names.append(tr("%1: %2").arg(ending, about));
    }
    return names;
}

QString DataExport::needs() const
{
    const ExportFormat &format = chosenFormat();
    if (format.needsTime)
        return tr("Incidents without a place or a time, lines and areas are left out.");
    return format.needsPlace ? tr("Incidents without a place are left out.") : QString();
}

void DataExport::setScope(int scope)
{
    m_scope = std::clamp(scope, static_cast<int>(Shown), static_cast<int>(All));
    Q_EMIT changed();
}

void DataExport::setFormat(int format)
{
    m_format = std::clamp(format, 0, static_cast<int>(exportFormats().size()) - 1);
    Q_EMIT changed();
}

void DataExport::setBlurred(bool blurred)
{
    m_isBlurred = blurred;
    Q_EMIT changed();
}

void DataExport::setGraphicWords(bool graphicWords)
{
    m_hasGraphicWords = graphicWords;
    Q_EMIT changed();
}

QString DataExport::nameFilter() const
{
    return suffix().isEmpty() ? tr("Folders (*)") : QStringLiteral("%1 (*.%2)").arg(suffix().toUpper(), suffix());
}

QString DataExport::suffix() const
{
    return chosenFormat().ending;
}

void DataExport::start()
{
    if (!m_store->current() || m_state != Closed)
        return;
    m_scope = !m_chosen->ids().empty() ? Selected : Shown;
    m_state = Asking;
    Q_EMIT changed();
}

void DataExport::save(const QUrl &file)
{
    if (m_state != Asking && m_state != Failed)
        return;
    m_path = file.toLocalFile();
    if (!suffix().isEmpty() && QFileInfo(m_path).suffix().isEmpty())
        m_path += u'.' + suffix();
    ExportOptions options{.format = &chosenFormat(), .graphicWords = m_hasGraphicWords};
    if (!m_isBlurred)
        options.blurMetres = 0;
    if (m_scope == Shown)
        options.filter = m_incidents->filter();
    else if (m_scope == Selected)
        options.only = m_chosen->ids();
    m_progress = {};
    m_problem.clear();
    m_state = Running;
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT changed();
    const auto proceed = [this, run = m_run, stopped = m_stopped](const ExportProgress &progress) {
        QMetaObject::invokeMethod(
            this,
            [this, run, progress] {
                if (run != m_run)
                    return;
                m_progress = progress;
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
        return !*stopped;
    };
    // A connection of its own: the window works on meanwhile.
    m_writer = std::jthread([this, run = m_run, from = m_store->current()->path(), to = m_path, options, proceed] {
        const Result<std::unique_ptr<Case>> opened = openCase(from);
        auto report = std::make_shared<Result<ExportReport>>(opened ? exportIncidents(**opened, to, options, proceed)
                                                                    : std::unexpected(opened.error()));
        QMetaObject::invokeMethod(this, [this, run, report] { settle(run, std::move(*report)); }, Qt::QueuedConnection);
    });
}

void DataExport::settle(int run, Result<ExportReport> report)
{
    if (run != m_run)
        return;
    if (!report) {
        m_problem = report.error().message;
        m_state = Failed;
    } else if (report->cancelled) {
        return close();
    } else {
        m_report = std::move(*report);
        m_state = Done;
    }
    Q_EMIT changed();
}

double DataExport::progress() const
{
    return m_progress.all > 0 ? static_cast<double>(m_progress.done) / static_cast<double>(m_progress.all) : 0;
}

QString DataExport::summary() const
{
    if (m_state == Running)
        return tr("Writing “%1”").arg(QFileInfo(m_path).fileName());
    if (m_state != Done)
        return {};
    const QString name = QDir::toNativeSeparators(m_path);
    return m_report.written == 1 ? tr("1 incident is in “%1”.").arg(name)
                                 : tr("%1 incidents are in “%2”.").arg(countText(m_report.written), name);
}

QString DataExport::notes() const
{
    if (m_state != Done)
        return {};
    QStringList lines = leftOutSentences(m_report) + m_report.notes;
    for (QString &line : lines)
        line += u'.';
    return lines.join(u'\n');
}

void DataExport::stop()
{
    if (m_stopped)
        *m_stopped = true;
}

void DataExport::close()
{
    stop();
    ++m_run;
    if (m_state == Closed)
        return;
    m_state = Closed;
    m_problem.clear();
    m_report = {};
    Q_EMIT changed();
}

} // namespace dateline
