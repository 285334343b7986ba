#include "ui/dataimport.h"

#include "figure/captions.h"
#include "tables/release.h"
#include "ui/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace dateline
{

namespace
{

/// “Shelling near Goris · 13 September 2022 · Goris, Syunik”.
QString rowText(const Incident &incident)
{
    return QStringList{incident.title, fullWhenText(incident.when), whereText(incident.where)}.join(
        QStringLiteral(" · "));
}

/// What the steps changed, as the window is told of it.
Changed changedBy(const FileImport &done)
{
    Changed changed;
    changed.info = true;
    for (const TableImport &table : done.tables) {
        const Loaded &loaded = table.loaded;
        for (std::int64_t id = numberOf(loaded.first); loaded.accepted > 0 && id <= numberOf(loaded.last); ++id)
            changed.incidents.push_back(IncidentId{id});
        std::ranges::copy(loaded.changed.documents, std::back_inserter(changed.documents));
    }
    return changed;
}

} // namespace

/// What the thread of an import and the window tell each other.
struct DataImport::Work
{
    std::atomic<bool> isStopped = false;
    std::optional<Result<FileImport>> result; ///< When all is done.
};

DataImport::DataImport(CaseStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_counter(store)
{
    connect(&m_desk, &MappingDesk::changed, this, &DataImport::changed);
    connect(&m_desk, &MappingDesk::edited, this, &DataImport::count);
    connect(&m_counter, &RowCounter::changed, this, &DataImport::changed);
    connect(store, &CaseStore::opened, this, &DataImport::close);
}

DataImport::~DataImport()
{
    if (m_work)
        m_work->isStopped = true;
}

bool DataImport::isData(const QString &name)
{
    static const QStringList endings{QStringLiteral("csv"),    QStringLiteral("tsv"),     QStringLiteral("tab"),
                                     QStringLiteral("xlsx"),   QStringLiteral("ods"),     QStringLiteral("zip"),
                                     QStringLiteral("kml"),    QStringLiteral("kmz"),     QStringLiteral("geojson"),
                                     QStringLiteral("gpx"),    QStringLiteral("shp"),     QStringLiteral("fgb"),
                                     QStringLiteral("jsonld"), QStringLiteral("geojsonl")};
    return endings.contains(QFileInfo(name).suffix().toLower());
}

QString DataImport::fileName() const
{
    return QFileInfo(m_path).fileName();
}

void DataImport::ask()
{
    if (m_store->current() && !m_store->current()->isReadOnly())
        Q_EMIT fileWanted();
}

void DataImport::take(const QUrl &file)
{
    if (!m_store->current() || m_state == Running)
        return;
    close();
    m_path = file.toLocalFile();
    look(false);
}

QString DataImport::found() const
{
    QStringList lines;
    for (const TablePreview &preview : m_previews) {
        const QString name = preview.mapping.isEmpty() ? QString::fromUtf8(preview.layout->name)
                                                       : tr("Your mapping “%1”").arg(preview.mapping);
        lines.append(preview.table.isEmpty() ? name : tr("“%1”: %2").arg(preview.table, name));
    }
    return lines.join(u'\n');
}

QString DataImport::rows() const
{
    QStringList lines;
    for (const TablePreview &preview : m_previews) {
        for (const std::expected<Incident, RowFailure> &row : preview.rows)
            lines.append(row ? rowText(*row)
                             : tr("⚠ Will fail: %1").arg(failureText(row.error(), preview.table, preview.unit)));
    }
    return lines.join(u'\n');
}

QString DataImport::terms() const
{
    QStringList terms;
    for (const TablePreview &preview : m_previews) {
        if (preview.layout->terms[0] != '\0')
            terms.append(QString::fromUtf8(preview.layout->terms) + u'.');
    }
    terms.removeDuplicates();
    return terms.join(u' ');
}

void DataImport::setWithSources(bool withSources)
{
    if (m_withSources == withSources)
        return;
    m_withSources = withSources;
    Q_EMIT changed();
}

void DataImport::confirm()
{
    if (!canImport())
        return;
    ImportOptions chosen = options();
    m_counter.clear();
    m_state = Running;
    m_progress = {};
    for (const QString &old : QDir(m_folder.path()).entryList(QDir::Files))
        QFile::remove(m_folder.filePath(old));
    m_work = std::make_shared<Work>();
    Q_EMIT changed();
    chosen.withSources = m_withSources;
    chosen.failuresPath = m_folder.filePath(QStringLiteral("rows.csv"));
    const auto proceed = [guard = QPointer(this), store = m_store, work = m_work](const ImportProgress &progress) {
        // The store, which outlives this, takes the message to the window's thread.
        QMetaObject::invokeMethod(
            store,
            [guard, work, progress] {
                if (!guard || guard->m_work != work)
                    return;
                guard->m_progress = progress;
                Q_EMIT guard->changed();
            },
            Qt::QueuedConnection);
        return !work->isStopped;
    };
    m_store->workLater(
        [path = m_path, chosen, proceed, work = m_work](Case &file) -> Result<Changed> {
            work->result = importTables(file, path, chosen, proceed);
            return *work->result ? Result<Changed>(changedBy(**work->result)) : Changed();
        },
        this, [this, work = m_work](const std::optional<Changed> &) { settle(work); });
}

void DataImport::settle(const std::shared_ptr<Work> &work)
{
    if (m_work != work)
        return;
    m_work.reset();
    if (!work->result || !*work->result) {
        m_problem = work->result ? work->result->error().message : tr("The case was closed meanwhile");
        m_state = Failed;
        Q_EMIT changed();
        return;
    }
    m_done = std::move(**work->result);
    m_state = Done;
    const bool isWhole = std::ranges::all_of(m_done.tables, [](const TableImport &table) {
        return table.failed == 0 && !table.loaded.cancelled && table.loaded.accepted > 0;
    });
    for (const TableImport &table : m_done.tables) {
        if (!table.loaded.cancelled)
            m_came.append(table.table);
    }
    m_others = m_done.passedOver;
    if (isWhole && m_others.isEmpty() && !m_done.broken) {
        const QString sentence = tr("%1; Undo takes it back").arg(countsText());
        close();
        Q_EMIT imported(sentence);
        return;
    }
    Q_EMIT changed();
}

QString DataImport::countsText() const
{
    qint64 incidents = 0;
    qint64 documents = 0;
    for (const TableImport &table : m_done.tables) {
        incidents += table.loaded.accepted;
        documents += table.loaded.documents;
    }
    const QString came = incidents == 0 ? tr("No incident came in")
        : incidents == 1                ? tr("1 incident came in")
                                        : tr("%1 incidents came in").arg(countText(incidents));
    if (documents == 0)
        return came;
    return documents == 1 ? tr("%1, with 1 source").arg(came)
                          : tr("%1, with %2 sources").arg(came, countText(documents));
}

QString DataImport::summary() const
{
    if (m_state == Running) {
        const QString rows = tr("%1 rows read").arg(countText(m_progress.rows));
        return m_progress.failed == 0 ? rows : tr("%1, %2 failed").arg(rows, countText(m_progress.failed));
    }
    if (m_state != Done)
        return {};
    if (std::ranges::any_of(m_done.tables, [](const TableImport &table) { return table.loaded.cancelled; }))
        return tr("Stopped. %1.").arg(countsText());
    qint64 failed = 0;
    qint64 known = 0;
    for (const TableImport &table : m_done.tables) {
        failed += table.failed;
        known += table.known;
    }
    QStringList sentences{countsText() + u'.'};
    if (failed > 0)
        sentences.append(failed == 1 ? tr("1 row did not.") : tr("%1 rows did not.").arg(countText(failed)));
    if (known > 0)
        sentences.append(known == 1
                             ? tr("1 row was in the case already and stays as it is.")
                             : tr("%1 rows were in the case already and stay as they are.").arg(countText(known)));
    if (!m_others.isEmpty())
        sentences.append(tr("Of no known layout: %1.").arg(m_others.join(QStringLiteral(", "))));
    if (m_done.broken)
        sentences.append(tr("The rest did not come in: %1.").arg(m_done.broken->message));
    return sentences.join(u' ');
}

QString DataImport::failures() const
{
    QStringList lines;
    qint64 more = 0;
    for (const TableImport &table : m_done.tables) {
        for (const RowFailure &failure : table.failures)
            lines.append(failureText(failure, table.table, table.unit));
        more += table.failed - static_cast<qint64>(table.failures.size());
        if (!table.failuresWritten)
            lines.append(table.failuresWritten.error().message);
    }
    if (more > 0)
        lines.append(tr("and %1 more").arg(countText(more)));
    return lines.join(u'\n');
}

double DataImport::progress() const
{
    return m_progress.size > 0 ? static_cast<double>(m_progress.bytes) / static_cast<double>(m_progress.size) : -1;
}

void DataImport::stop()
{
    if (m_work)
        m_work->isStopped = true;
}

void DataImport::showAsLayer()
{
    const QUrl file = QUrl::fromLocalFile(m_path);
    close();
    Q_EMIT layerWanted(file);
}

void DataImport::close()
{
    stop();
    m_work.reset();
    ++m_run;
    if (m_state == Closed)
        return;
    m_state = Closed;
    m_counter.clear();
    m_desk.clear();
    m_path.clear();
    m_problem.clear();
    m_came.clear();
    m_others.clear();
    m_previews.clear();
    m_done = {};
    m_progress = {};
    m_known = false;
    Q_EMIT changed();
}

void DataImport::compare()
{
    const QUrl file = QUrl::fromLocalFile(m_path);
    if (m_state != Ready && m_state != Done)
        return;
    close();
    Q_EMIT comparisonWanted(file);
}

void DataImport::saveFailures(const QUrl &file)
{
    // Those of a second table lie beside those of the first.
    const QFileInfo target(file.toLocalFile());
    for (const QFileInfo &written : QDir(m_folder.path()).entryInfoList({QStringLiteral("rows*.csv")}, QDir::Files)) {
        const QString which = written.completeBaseName().sliced(4); // Behind “rows”.
        const QString path = target.dir().filePath(target.completeBaseName() + which + QStringLiteral(".csv"));
        if ((QFile::exists(path) && !QFile::remove(path)) || !QFile::copy(written.filePath(), path)) {
            m_store->tell({Error::Kind::Unwritable,
                           tr("“%1” cannot be written; choose another folder").arg(QDir::toNativeSeparators(path)),
                           path});
            return;
        }
    }
}

} // namespace dateline
