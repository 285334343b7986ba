#include "casefile/database.h"
#include "casefile/historychain.h"
#include "casefile/rowjson.h"
#include "casefile/schema.h"
#include "casefile/verifyparts.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr std::array sealedNames{"",      "id",         "step",   "action", "target", "time",       "author",
                                 "label", "table_name", "row_id", "before", "after",  "last_row_id"};
enum Sealed : std::uint8_t { StepNumber = 2, Action, Target, Time, Author, Label, TableName, RowId, Before, After };

// Looking for what a changed cell was goes through the whole history.
constexpr int mostLookedInto = 20;

struct AuthorNotes
{
    QByteArray first;
    QByteArray last;
    std::int64_t steps = 0;
};

QString sealedName(qsizetype column)
{
    return QString::fromLatin1(sealedNames.at(static_cast<std::size_t>(column)));
}

QByteArray copyOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

class ChainCheck
{
    Q_DECLARE_TR_FUNCTIONS(Verification)

public:
    explicit ChainCheck(const Check &check)
        : m_check(check)
        , m_database(check.database)
    {
    }

    EventsByTable run()
    {
        const std::vector<QByteArray> columns = columnsOf(m_database, QStringLiteral("history"));
        m_columns = sealedColumns(std::ranges::contains(columns, "last_row_id") ? "last_row_id" : "NULL");
        Statement row = m_database.query("SELECT " + m_columns + ", sha256 FROM history ORDER BY id");
        while (!m_check.stop.stop_requested() && row.next()) {
            checkRow(row);
            noteEvent(row);
            noteWork(row);
        }
        const bool failed = m_check.findings.addFailureOf(m_database, QStringLiteral("history"));
        reportPending();
        if (!failed && !m_check.stop.stop_requested())
            checkEnd();
        tellAuthors();
        m_check.verification.lastSha256 = QString::fromUtf8(m_previousHash);
        return std::move(m_events);
    }

private:
    /// A row that does not match its hash: whether its content or its hash was changed, the next row tells.
    struct Pending
    {
        std::int64_t id = 0;
        QString where;
        QJsonArray values;
        QByteArray computed;
        QByteArray stored;
    };

    void checkRow(const Statement &row)
    {
        const std::int64_t id = row.integer(0);
        const std::string_view stored = row.utf8(sealedColumnCount);
        const QByteArray computed = sealOf(sealedJson({m_previousHash.constData(), size(m_previousHash)}, row, 0));
        const bool matches = computed == QByteArrayView(stored.data(), static_cast<qsizetype>(stored.size()));
        if (!matches)
            checkBrokenRow(row, id, computed);
        else
            reportPending();
        m_previousHash = copyOf(stored);
        m_previousId = id;
        ++m_check.verification.historyRows;
    }

    void checkBrokenRow(const Statement &row, std::int64_t id, const QByteArray &computed)
    {
        const QByteArray stored = copyOf(row.utf8(sealedColumnCount));
        if (m_pending && id == m_pending->id + 1
            && sealOf(sealedJson({m_pending->computed.constData(), size(m_pending->computed)}, row, 0)) == stored) {
            report(m_pending->id, QStringLiteral("sha256"),
                   tr("%1: its SHA-256 was changed; the next row continues from %2")
                       .arg(m_pending->where, QString::fromLatin1(m_pending->computed)));
            m_pending.reset();
            return;
        }
        reportPending();
        if (id != m_previousId + 1) {
            reportMissing(id);
            return;
        }
        m_pending = Pending{id, whereOf(row), sealedValues({m_previousHash.constData(), size(m_previousHash)}, row, 0),
                            computed, stored};
    }

    void reportMissing(std::int64_t next)
    {
        const std::int64_t first = m_previousId + 1;
        const QString words = first >= next - 1
            ? tr("Row %1 is missing: row %2 continues from a row that is not there").arg(first).arg(next)
            : tr("Rows %1 to %2 are missing: row %3 continues from a row that is not there")
                  .arg(first)
                  .arg(next - 1)
                  .arg(next);
        report(first, {}, words);
    }

    void reportPending()
    {
        if (!m_pending)
            return;
        const Pending pending = *std::exchange(m_pending, std::nullopt);
        if (++m_lookedInto <= mostLookedInto && findChange(pending))
            return;
        report(pending.id, {},
               tr("%1: it does not match its SHA-256, so it was changed, moved or replaced").arg(pending.where));
    }

    // One changed cell is found by what else the file holds: the same time and author beside it, the same content in
    // the table and in the rows before and after.
    bool findChange(const Pending &pending)
    {
        for (const auto &[column, value] : candidatesFor(pending)) {
            QJsonArray values = pending.values;
            values[column] = value;
            if (sealOf(values) != pending.stored)
                continue;
            const QJsonValue found = pending.values[column];
            const QString differences = differencesText(objectFromJson(value), objectFromJson(found));
            const QString words = objectFromJson(value).isEmpty() || objectFromJson(found).isEmpty()
                ? tr("%1: %2 was changed; by its SHA-256 it was %3, and is %4")
                      .arg(pending.where, sealedName(column), shownValue(value, found), shownValue(found, value))
                : tr("%1: %2 was changed; by its SHA-256, %3").arg(pending.where, sealedName(column), differences);
            report(pending.id, sealedName(column), words);
            return true;
        }
        return false;
    }

    struct Candidate
    {
        qsizetype column;
        QJsonValue value;
    };

    std::vector<Candidate> candidatesFor(const Pending &pending)
    {
        std::vector<Candidate> all{{Before, QJsonValue()},           {After, QJsonValue()},
                                   {Target, QJsonValue()},           {Action, QStringLiteral("do")},
                                   {Action, QStringLiteral("undo")}, {Action, QStringLiteral("redo")}};
        for (const Table *table : editableTables())
            all.push_back({TableName, QString::fromLatin1(table->name)});
        const std::string sql = "SELECT " + m_columns + " FROM history WHERE id IN (?, ?)";
        for (Statement row = m_database.query(sql, pending.id - 1, pending.id + 1); row.next();) {
            for (const qsizetype column : {StepNumber, Action, Target, Time, Author, Label, TableName})
                all.push_back({column, row.value(static_cast<int>(column) - 1)});
        }
        const QString table = pending.values[TableName].toString();
        const std::int64_t id = pending.values[RowId].toInteger();
        Statement earlier = m_database.query("SELECT after FROM history WHERE table_name = ? AND row_id = ? "
                                             "AND id < ? ORDER BY id DESC LIMIT 1",
                                             table, id, pending.id);
        if (earlier.next())
            all.push_back({Before, earlier.value(0)});
        Statement later = m_database.query("SELECT before FROM history WHERE table_name = ? AND row_id = ? AND id > ? "
                                           "ORDER BY id LIMIT 1",
                                           table, id, pending.id);
        if (later.next())
            all.push_back({After, later.value(0)});
        if (const std::optional<QByteArray> now = rowJson(m_database, table, id))
            all.push_back({After, QString::fromUtf8(*now)});
        return all;
    }

    // A history whose last rows were cut off is a whole chain again; SQLite still knows how far it went.
    void checkEnd()
    {
        Statement row = m_database.query("SELECT seq FROM sqlite_sequence WHERE name = 'history'");
        if (row.next() && row.integer(0) > m_previousId) {
            const std::int64_t first = m_previousId + 1;
            report(first, {},
                   tr("The history went to row %1 once, and ends at row %2 now").arg(row.integer(0)).arg(m_previousId));
        }
        m_check.findings.addFailureOf(m_database, QStringLiteral("sqlite_sequence"));
    }

    void noteEvent(const Statement &row)
    {
        const std::string_view name = row.utf8(TableName - 1);
        if (name.empty())
            return;
        const std::int64_t id = row.integer(RowId - 1);
        auto events = m_events.find(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())));
        if (events == m_events.end())
            events = m_events.emplace(copyOf(name), TableEvents()).first;
        if (row.isNull(sealedColumnCount - 1))
            events->second.rows.push_back({id, row.integer(0)});
        else
            events->second.bulk.push_back({id, row.integer(sealedColumnCount - 1), row.integer(0)});
    }

    void noteWork(const Statement &row)
    {
        const std::int64_t step = row.integer(StepNumber - 1);
        if (step == m_step)
            return;
        if (step < m_step)
            report(row.integer(0), QStringLiteral("step"),
                   tr("%1: steps before it have higher numbers").arg(whereOf(row)));
        m_step = step;
        ++m_check.verification.steps;
        const std::string_view time = row.utf8(Time - 1);
        AuthorNotes &notes = m_authors[copyOf(row.utf8(Author - 1))];
        ++notes.steps;
        if (const QByteArrayView view(time.data(), static_cast<qsizetype>(time.size())); notes.first.isEmpty()) {
            notes.first = notes.last = view.toByteArray();
        } else {
            if (view < notes.first)
                notes.first = view.toByteArray();
            if (view > notes.last)
                notes.last = view.toByteArray();
        }
    }

    void tellAuthors()
    {
        const auto timeFrom = [](const QByteArray &text) {
            return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
        };
        std::vector<HistoryAuthor> &authors = m_check.verification.authors;
        for (const auto &[name, notes] : m_authors)
            authors.push_back({QString::fromUtf8(name), timeFrom(notes.first), timeFrom(notes.last), notes.steps});
        std::ranges::stable_sort(authors, {}, &HistoryAuthor::first);
    }

    static QString whereOf(const Statement &row)
    {
        return tr("Row %1 (step %2, %3, %4, “%5”)")
            .arg(row.integer(0))
            .arg(row.integer(StepNumber - 1))
            .arg(row.text(Time - 1), row.text(Author - 1), row.text(Label - 1));
    }

    void report(std::int64_t row, const QString &column, const QString &words)
    {
        m_check.findings.add({Finding::Kind::Chain, QStringLiteral("history"), row, column, words});
    }

    static std::size_t size(const QByteArray &bytes) { return static_cast<std::size_t>(bytes.size()); }

    const Check &m_check;
    Database &m_database;
    std::string m_columns;
    QByteArray m_previousHash = "";
    std::int64_t m_previousId = 0;
    std::int64_t m_step = 0;
    std::optional<Pending> m_pending;
    int m_lookedInto = 0;
    EventsByTable m_events;
    std::map<QByteArray, AuthorNotes> m_authors;
};

} // namespace

EventsByTable checkChain(const Check &check)
{
    if (!check.database.hasTable(QStringLiteral("history"))) {
        check.findings.add({Finding::Kind::Damage,
                            QStringLiteral("history"),
                            std::nullopt,
                            {},
                            QCoreApplication::translate("Verification", "The history is missing")});
        return {};
    }
    return ChainCheck(check).run();
}

} // namespace dateline
