#include "casefile/geopackagecase.h"

#include "casefile/besides.h"
#include "casefile/columnblocks.h"
#include "casefile/contents.h"
#include "casefile/database.h"
#include "casefile/editor.h"
#include "casefile/history.h"
#include "casefile/incidentindexes.h"
#include "casefile/load.h"
#include "casefile/mergecase.h"
#include "casefile/releasenote.h"
#include "casefile/rows.h"
#include "casefile/textsearch.h"
#include "casefile/transaction.h"
#include "casefile/writerslock.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline
{

namespace
{

constexpr qsizetype cachedTextUnits = 32 * 1024 * 1024;

/// @p changed with @p more incidents, of which no more may have come than words.
Changed withIncidents(Changed changed, const std::vector<IncidentId> &more)
{
    std::vector<IncidentId> all;
    std::vector<IncidentId> sorted = more;
    std::ranges::sort(sorted);
    std::ranges::set_union(changed.incidents, sorted, std::back_inserter(all));
    changed.incidents = std::move(all);
    return changed;
}

std::unexpected<Error> nothingTo(const QString &sentence)
{
    return failure(Error::Kind::NotFound, sentence);
}

} // namespace

GeoPackageCase::GeoPackageCase(std::unique_ptr<Database> database, QString path,
                               std::unique_ptr<WritersLock> writersLock, QString whyReadOnly)
    : m_path(std::move(path))
    , m_writersLock(std::move(writersLock))
    , m_database(std::move(database))
    , m_whyReadOnly(std::move(whyReadOnly))
    , m_texts(cachedTextUnits)
{
    readInfo();
    m_dataVersion = dataVersion();
    m_lastStep = lastStep(*m_database);
}

void GeoPackageCase::readInfo()
{
    Statement row = m_database->query("SELECT id, title, author, licence, notes FROM case_info WHERE id = 1");
    if (row.next())
        m_info = caseInfoFrom(row);
}

CaseInfo GeoPackageCase::info() const
{
    const std::lock_guard oneCall(m_mutex);
    return m_info;
}

CaseFormat GeoPackageCase::format() const
{
    const std::lock_guard oneCall(m_mutex);
    CaseFormat format;
    for (Statement row = m_database->query("SELECT key, value FROM dateline_meta"); row.next();) {
        if (row.utf8(0) == "schema_version")
            format.schema = row.text(1).toInt();
        else if (row.utf8(0) == "program_version")
            format.program = row.text(1);
        else if (row.utf8(0) == "created")
            format.created = QDateTime::fromString(row.text(1), Qt::ISODateWithMs);
    }
    return m_database->takeFailure() ? CaseFormat() : format;
}

std::int64_t GeoPackageCase::dataVersion() const
{
    Statement row = m_database->query("PRAGMA data_version");
    return row.next() ? row.integer(0) : 0;
}

GeoPackageCase::~GeoPackageCase()
{
    if (!m_writing)
        return;
    // At rest a case is one file that every reader of GeoPackages can open, also from a read-only folder. If somebody
    // reads it just now, it stays in WAL mode with an empty log.
    m_database->run("PRAGMA busy_timeout = 0");
    m_database->run("PRAGMA journal_mode = DELETE");
    if (m_database->takeFailure())
        m_database->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<void> GeoPackageCase::startWriting()
{
    if (isReadOnly())
        return failure(Error::Kind::Unwritable, m_whyReadOnly, m_path);
    // Not when it is opened: a case that is only looked at stays as it is, byte for byte.
    if (!m_writing) {
        if (!hasRoomForLog(m_path))
            return std::unexpected(m_database->diskFull());
        m_database->run("PRAGMA journal_mode = WAL");
        m_database->run("PRAGMA synchronous = FULL");
        // A step of thousands of rows comes to each of their pages several times.
        m_database->run("PRAGMA cache_size = -32000");
        if (std::optional<Error> error = m_database->takeFailure())
            return std::unexpected(std::move(*error));
        m_writing = true;
    }
    return {};
}

Result<Changed> GeoPackageCase::finish(Changed changed, Transaction &transaction)
{
    refreshIncidentIndexes(*m_database, changed.incidents);
    noteContents(*m_database, changed);
    transaction.commit();
    if (changed.info)
        readInfo();
    m_lastStep = lastStep(*m_database);
    return m_database->checked(std::move(changed));
}

Result<Changed> GeoPackageCase::apply(const Change &change)
{
    const std::lock_guard oneCall(m_mutex);
    if (const Result<void> started = startWriting(); !started)
        return std::unexpected(started.error());
    Transaction transaction(*m_database);
    Step step(*m_database, Step::Action::Do, change.label);
    applyEdits(*m_database, step, change);
    return finish(step.changed(), transaction);
}

Result<Loaded> GeoPackageCase::load(const QString &label, IncidentSource &rows, const Proceed &proceed)
{
    const std::lock_guard oneCall(m_mutex);
    if (const Result<void> started = startWriting(); !started)
        return std::unexpected(started.error());
    const BulkJournal journal(*m_database);
    Transaction transaction(*m_database);
    Step step(*m_database, Step::Action::Do, label);
    Loaded loaded = loadRows(*m_database, step, rows, proceed);
    if (loaded.accepted + loaded.updated + loaded.removed > 0) {
        applyEdits(*m_database, step, {label, rows.edits()});
        if (const QString release = rows.release(); !release.isEmpty())
            step.note(releaseNote(release));
        loaded.changed = withIncidents(step.changed(), loaded.changed.incidents);
        refreshIncidentIndexes(*m_database, loaded.changed.incidents);
        Changed changed = loaded.changed;
        changed.quotes.push_back(QuoteId{});
        changed.incidents.push_back(loaded.first);
        changed.claims.push_back(ClaimId{});
        noteContents(*m_database, changed);
        transaction.commit();
        readInfo();
        m_lastStep = lastStep(*m_database);
    }
    return m_database->checked(std::move(loaded));
}

Result<Changed> GeoPackageCase::undo()
{
    const std::lock_guard oneCall(m_mutex);
    if (const Result<void> started = startWriting(); !started)
        return std::unexpected(started.error());
    Transaction transaction(*m_database);
    const std::optional<StepName> last = nextUndo(*m_database);
    if (!last) {
        if (std::optional<Error> error = m_database->takeFailure())
            return std::unexpected(std::move(*error));
        return nothingTo(QCoreApplication::translate("Case", "There is nothing to undo"));
    }
    Step step(*m_database, Step::Action::Undo, last->label, last->step);
    step.revert(last->step);
    return finish(step.changed(), transaction);
}

Result<Changed> GeoPackageCase::redo()
{
    const std::lock_guard oneCall(m_mutex);
    if (const Result<void> started = startWriting(); !started)
        return std::unexpected(started.error());
    Transaction transaction(*m_database);
    const std::optional<RedoName> next = nextRedo(*m_database);
    if (!next) {
        if (std::optional<Error> error = m_database->takeFailure())
            return std::unexpected(std::move(*error));
        return nothingTo(QCoreApplication::translate("Case", "There is nothing to redo"));
    }
    Step step(*m_database, Step::Action::Redo, next->redone.label, next->redone.step);
    step.revert(next->undoing);
    return finish(step.changed(), transaction);
}

Result<Merged> GeoPackageCase::merge(const QString &otherPath, const MergeDecisions &decisions)
{
    const std::lock_guard oneCall(m_mutex);
    if (const Result<void> started = startWriting(); !started)
        return std::unexpected(started.error());
    Transaction transaction(*m_database);
    Changed changed;
    Result<MergePlan> plan = mergeInto(*m_database, m_path, otherPath, decisions, changed);
    if (!plan)
        return std::unexpected(std::move(plan.error()));
    Result<Changed> finished = finish(std::move(changed), transaction);
    if (!finished)
        return std::unexpected(std::move(finished.error()));
    return Merged{std::move(*plan), std::move(*finished)};
}

std::optional<QString> GeoPackageCase::undoLabel() const
{
    const std::lock_guard oneCall(m_mutex);
    const std::optional<StepName> last = isReadOnly() ? std::nullopt : nextUndo(*m_database);
    return !m_database->takeFailure() && last ? std::optional(last->label) : std::nullopt;
}

std::optional<QString> GeoPackageCase::redoLabel() const
{
    const std::lock_guard oneCall(m_mutex);
    const std::optional<RedoName> next = isReadOnly() ? std::nullopt : nextRedo(*m_database);
    return !m_database->takeFailure() && next ? std::optional(next->redone.label) : std::nullopt;
}

std::int64_t GeoPackageCase::undoRows() const
{
    const std::lock_guard oneCall(m_mutex);
    const std::optional<StepName> last = nextUndo(*m_database);
    const std::int64_t rows = last ? rowCountOf(*m_database, last->step) : 0;
    return m_database->takeFailure() ? 0 : rows;
}

std::int64_t GeoPackageCase::redoRows() const
{
    const std::lock_guard oneCall(m_mutex);
    const std::optional<RedoName> next = nextRedo(*m_database);
    const std::int64_t rows = next ? rowCountOf(*m_database, next->undoing) : 0;
    return m_database->takeFailure() ? 0 : rows;
}

Result<std::optional<Changed>> GeoPackageCase::follow()
{
    const std::lock_guard oneCall(m_mutex);
    // Counts the commits of other connections, and costs no look at the file while there are none.
    const std::int64_t version = dataVersion();
    if (version == m_dataVersion)
        return m_database->checked(std::optional<Changed>());
    m_dataVersion = version;
    const std::int64_t before = std::exchange(m_lastStep, lastStep(*m_database));
    if (m_lastStep == before)
        return m_database->checked(std::optional<Changed>());
    Changed changed = changedAfter(*m_database, before);
    if (changed.info)
        readInfo();
    return m_database->checked(std::optional(std::move(changed)));
}

} // namespace dateline
