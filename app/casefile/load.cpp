#include "casefile/load.h"

#include "casefile/columnblocks.h"
#include "casefile/database.h"
#include "casefile/editor.h"
#include "casefile/loadedrows.h"
#include "casefile/spatialindex.h"
#include "casefile/step.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

namespace dateline
{

namespace
{

// Together these are a few megabytes, however many rows there are.
constexpr std::size_t rowsInBatch = 2000;
constexpr std::size_t batchesWaiting = 4;

/// Makes rows on a thread of its own, a few batches ahead of who writes them.
class Maker
{
public:
    Maker(IncidentSource &source, const FirstIds &first, std::unordered_set<std::int64_t> documents)
        : m_source(source)
        , m_rows(first, std::move(documents))
        , m_thread([this](const std::stop_token &stop) { run(stop); })
    {
    }

    /// The next rows; null after the last. @param written the ones before, whose room is used again.
    std::unique_ptr<LoadedRows> take(std::unique_ptr<LoadedRows> written)
    {
        std::unique_lock lock(m_mutex);
        m_spare = std::move(written);
        m_changed.wait(lock, [this] { return m_ended || !m_ready.empty(); });
        if (m_ready.empty())
            return nullptr;
        std::unique_ptr<LoadedRows> rows = std::move(m_ready.front());
        m_ready.pop_front();
        m_changed.notify_all();
        return rows;
    }

    /// Ends the work, at its end or before. What it made can be looked at then.
    void stop()
    {
        m_thread.request_stop();
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }

    [[nodiscard]] RowMaker &made() { return m_rows; }
    [[nodiscard]] Loaded &report() { return m_report; }

private:
    void run(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            std::optional<Result<IncidentRow>> row = m_source.next();
            if (!row)
                break;
            std::optional<Error> refusal = *row ? m_rows.add(**row) : std::optional(row->error());
            if (refusal)
                refuse(std::move(*refusal));
            else
                ++((*row)->replaces == IncidentId{} ? m_report.accepted : m_report.updated);
            takeDocuments();
            if (m_rows.incidentsWaiting() >= rowsInBatch)
                hand(stop);
        }
        takeDocuments();
        if (!m_rows.isEmpty())
            hand(stop);
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
        m_changed.notify_all();
    }

    void refuse(Error error)
    {
        if (m_report.refused.size() < Loaded::mostErrors)
            m_report.refused.push_back(std::move(error));
        ++m_report.refusedRows;
    }

    void takeDocuments()
    {
        while (std::optional<DocumentRow> document = m_source.takeDocument()) {
            m_rows.add(std::move(*document));
            ++m_report.documents;
        }
    }

    void hand(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        std::unique_ptr<LoadedRows> spare = std::move(m_spare);
        lock.unlock();
        std::unique_ptr<LoadedRows> rows = m_rows.takeRows(std::move(spare));
        lock.lock();
        m_changed.wait(lock, stop, [this] { return m_ready.size() < batchesWaiting; });
        m_ready.push_back(std::move(rows));
        m_changed.notify_all();
    }

    IncidentSource &m_source;
    RowMaker m_rows;
    Loaded m_report;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::unique_ptr<LoadedRows>> m_ready;
    std::unique_ptr<LoadedRows> m_spare;
    bool m_ended = false;
    std::jthread m_thread; // Last: it uses all the others.
};

std::int64_t nextId(Database &database, const Table &table)
{
    const std::string sql = std::string("SELECT max(ifnull((SELECT seq FROM sqlite_sequence WHERE name = ?), 0), "
                                        "ifnull((SELECT max(id) FROM ")
        + table.name + "), 0)) + 1";
    Statement row = database.query(sql, QString::fromLatin1(table.name));
    return row.next() ? row.integer(0) : 1;
}

std::unordered_set<std::int64_t> documentIds(Database &database)
{
    std::unordered_set<std::int64_t> ids;
    for (Statement row = database.query("SELECT id FROM document"); row.next();)
        ids.insert(row.integer(0));
    return ids;
}

/// Makes the texts from row @p first on part of the search. All in one statement: after any other, the search writes
/// what it has gathered in a piece of its own, and then merges the pieces.
void indexTexts(Database &database, std::int64_t first)
{
    database.run(
        "INSERT INTO document_search(rowid, text) SELECT id, text FROM document_text WHERE id >= ? ORDER BY id", first);
}

/// The rows of one table on their way into the case and its history.
class TableLoad
{
public:
    TableLoad(const Table &table, std::int64_t first)
        : m_table(table)
        , m_first(first)
        , m_next(first)
    {
    }
    void insert(Database &database, const RowBatch &rows)
    {
        rows.insertInto(database, m_next);
        m_next += static_cast<std::int64_t>(rows.rows());
    }
    void digest(const RowBatch &rows)
    {
        for (std::size_t i = 0; i < rows.rows(); ++i)
            m_digest.add(rows.form(i));
    }
    void record(Step &step)
    {
        if (m_digest.rows() > 0)
            step.recordMany(m_table, m_first, m_first + m_digest.rows() - 1, m_digest.taken());
    }

private:
    const Table &m_table;
    std::int64_t m_first;
    std::int64_t m_next;
    RowsDigest m_digest;
};

} // namespace

Loaded loadRows(Database &database, Step &step, IncidentSource &rows, const Proceed &proceed)
{
    const FirstIds first{nextId(database, documentTable), nextId(database, incidentTable), nextId(database, quoteTable),
                         nextId(database, claimTable)};
    const std::int64_t firstText = nextId(database, documentTextTable);
    // What a row names is there: the maker has numbered it, or has looked it up.
    std::optional<Database::UncheckedReferences> unchecked(database);
    Maker maker(rows, first, documentIds(database));
    TableLoad incidents(incidentTable, first.incident);
    TableLoad quotes(quoteTable, first.quote);
    TableLoad claims(claimTable, first.claim);
    bool cancelled = false;
    qsizetype written = 0;
    std::vector<IncidentId> updated;
    std::unique_ptr<LoadedRows> batch;
    while (!cancelled && !database.failed()) {
        batch = maker.take(std::move(batch));
        if (!batch)
            break;
        std::future<void> digesting = std::async(std::launch::async, [&] {
            incidents.digest(batch->incidents);
            quotes.digest(batch->quotes);
            claims.digest(batch->claims);
        });
        incidents.insert(database, batch->incidents);
        quotes.insert(database, batch->quotes);
        claims.insert(database, batch->claims);
        for (const DocumentRow &document : batch->documents)
            putDocument(database, step, document);
        for (const LoadedUpdate &update : batch->updates) {
            step.alter(incidentTable, update.incident, update.columns);
            updated.push_back(IncidentId{update.incident});
        }
        digesting.wait();
        written += static_cast<qsizetype>(batch->incidents.rows() + batch->updates.size());
        cancelled = proceed && !proceed(written);
    }
    maker.stop();
    unchecked.reset();
    Loaded loaded = std::move(maker.report());
    loaded.changed.incidents = std::move(updated);
    if (cancelled || database.failed()) {
        loaded.accepted = loaded.updated = loaded.documents = 0;
        loaded.cancelled = cancelled;
        return loaded;
    }
    for (const IncidentId id : rows.removals()) {
        step.remove(incidentTable, numberOf(id));
        ++loaded.removed;
    }
    if (loaded.accepted > 0) {
        loaded.first = IncidentId{first.incident};
        loaded.last = IncidentId{first.incident + loaded.accepted - 1};
    }
    Q_ASSERT(maker.made().documentsNamed() <= loaded.documents);
    indexTexts(database, firstText);
    for (TableLoad *table : {&incidents, &quotes, &claims})
        table->record(step);
    addToSpatialIndex(database, std::move(maker.made().boxes));
    addColumnBlocks(database, maker.made().columns);
    return loaded;
}

} // namespace dateline
