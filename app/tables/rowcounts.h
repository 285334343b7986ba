#pragma once

#include "tables/importtable.h"

namespace dateline
{

/// What would become of a table's rows.
struct TableCounts
{
    /// Rows that fail for one reason.
    struct Reason
    {
        QString column; ///< Empty if it is the row as a whole.
        QString reason; ///< One sentence without a full stop.
        qint64 rows = 0;
    };

    const Layout *layout = nullptr;
    QString table; ///< Its name in the file; empty where the file is the table.
    QString mapping; ///< As in TableImport.
    qint64 incidents = 0; ///< Rows that will come in.
    qint64 withoutPlace = 0; ///< Of these, those that say no place at all.
    qint64 withoutPosition = 0; ///< And those that only name one, which is not on the map.
    qint64 withoutDate = 0;
    qint64 failed = 0;
    qint64 known = 0; ///< In the case already; see TableImport.
    std::vector<Reason> reasons; ///< Of those that fail, the commonest first.
};

struct FileCounts
{
    std::vector<TableCounts> tables;
    QStringList passedOver;
    bool isStopped = false;
};

/// The ids of a data set that the case has.
using KnownIds = std::function<Result<std::vector<QByteArray>>(const QByteArray &dataSet)>;

/// Counts what importTables() would do, without doing it: all rows are read. Any thread.
[[nodiscard]] Result<FileCounts> countTables(const QString &path, const TableWish &wish, const KnownIds &knownIds = {},
                                             const ImportProceed &proceed = {});

} // namespace dateline
