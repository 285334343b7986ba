#include "casefile/database.h"
#include "casefile/historychain.h"
#include "casefile/rowjson.h"
#include "casefile/verifyparts.h"

#include <QCoreApplication>

namespace dateline
{

namespace
{

constexpr int idColumn = sealedColumnCount;

/// The hashes that a row with number @p original may continue from, where the row before it is not in its own merge.
std::vector<QByteArray> hashesBefore(Database &database, std::int64_t original)
{
    if (original == 1)
        return {""};
    std::vector<QByteArray> hashes;
    Statement row = database.query("SELECT sha256 FROM history WHERE id = ?1 UNION "
                                   "SELECT sha256 FROM merged_history WHERE original_id = ?1",
                                   original - 1);
    while (row.next())
        hashes.push_back(row.text(0).toUtf8());
    return hashes;
}

/// Checks that each merge has the rows that it noted in the history it brought; the last ones could be cut off unseen.
void checkCounts(const Check &check, const QString &table)
{
    Statement row = check.database.query("SELECT id, step, after FROM history "
                                         "WHERE table_name = '' AND after LIKE '{\"merge\":%' ORDER BY id");
    while (row.next()) {
        const QJsonObject merge = objectFromJson(row.text(2).toUtf8())[u"merge"].toObject();
        Statement count =
            check.database.query("SELECT count(*) FROM merged_history WHERE merge_step = ?", row.integer(1));
        if (!count.next() || count.integer(0) == merge[u"rows"].toInteger())
            continue;
        check.findings.add(
            {Finding::Kind::Merge,
             table,
             std::nullopt,
             {},
             QCoreApplication::translate("Verification", "Step %1 merged %2 rows of another history, and %3 are there")
                 .arg(row.integer(1))
                 .arg(merge[u"rows"].toInteger())
                 .arg(count.integer(0))});
    }
}

bool continuesFrom(const QByteArray &previous, const Statement &row, std::string_view stored)
{
    const QByteArray json = sealedJson({previous.constData(), static_cast<std::size_t>(previous.size())}, row, 0);
    return sealOf(json) == QByteArrayView(stored.data(), static_cast<qsizetype>(stored.size()));
}

} // namespace

void checkMergedChains(const Check &check)
{
    Database &database = check.database;
    const QString table = QStringLiteral("merged_history");
    if (!database.hasTable(table))
        return;
    Statement row = database.query("SELECT " + sealedColumns("last_row_id", "original_id")
                                   + ", id, merge_step, sha256 FROM merged_history ORDER BY id");
    std::int64_t merge = 0;
    std::int64_t previousId = -1;
    QByteArray previousHash;
    while (!check.stop.stop_requested() && row.next()) {
        const std::int64_t original = row.integer(0);
        const std::string_view stored = row.utf8(idColumn + 2);
        // A merge brings what the other case had merged as well, so a row may continue from one further up.
        const bool goesOn = row.integer(idColumn + 1) == merge && original == previousId + 1
            && continuesFrom(previousHash, row, stored);
        const auto fits = [&](const QByteArray &hash) { return continuesFrom(hash, row, stored); };
        if (!goesOn && std::ranges::none_of(hashesBefore(database, original), fits)) {
            check.findings.add({Finding::Kind::Merge,
                                table,
                                row.integer(idColumn),
                                {},
                                QCoreApplication::translate(
                                    "Verification",
                                    "Row %1 (merged in step %2; row %3 of a history of its own: %4, %5, “%6”): it does "
                                    "not match its SHA-256, or the row that it continues from is missing")
                                    .arg(row.integer(idColumn))
                                    .arg(row.integer(idColumn + 1))
                                    .arg(original)
                                    .arg(row.text(4), row.text(5), row.text(6))});
        }
        merge = row.integer(idColumn + 1);
        previousId = original;
        previousHash = row.text(idColumn + 2).toUtf8();
        ++check.verification.mergedRows;
    }
    checkCounts(check, table);
    check.findings.addFailureOf(database, table);
}

} // namespace dateline
