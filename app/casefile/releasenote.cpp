#include "casefile/releasenote.h"

#include "casefile/database.h"

namespace dateline
{

QJsonObject releaseNote(const QString &dataSet)
{
    return {{QStringLiteral("release"), dataSet}};
}

std::set<std::int64_t> releaseSteps(Database &database)
{
    std::set<std::int64_t> steps;
    // Few rows of the history are of no table.
    Statement row =
        database.query("SELECT step FROM history WHERE table_name = '' AND action = 'do' "
                       "AND CASE WHEN json_valid(after) THEN json_extract(after, '$.release') END NOT NULL");
    while (row.next())
        steps.insert(row.integer(0));
    return steps;
}

} // namespace dateline
