#include "tables/rowcounts.h"

#include "tables/tablerows.h"

#include <algorithm>
#include <chrono>

namespace dateline
{

namespace
{

void countRow(TableCounts &counts, const IncidentRow &row)
{
    ++counts.incidents;
    if (!row.precision)
        ++counts.withoutPlace;
    else if (!row.point && !row.geometry)
        ++counts.withoutPosition;
    if (!row.time)
        ++counts.withoutDate;
}

void countFailure(TableCounts &counts, const RowFailure &failure)
{
    constexpr std::size_t mostReasons = 200;
    ++counts.failed;
    const auto same = std::ranges::find_if(counts.reasons, [&failure](const TableCounts::Reason &reason) {
        return reason.column == failure.column && reason.reason == failure.reason;
    });
    if (same != counts.reasons.end())
        ++same->rows;
    else if (counts.reasons.size() < mostReasons)
        counts.reasons.push_back({failure.column, failure.reason, 1});
}

/// False if it was stopped.
Result<bool> countTable(TableCounts &counts, TableFile &table, const KnownIds &knownIds, const ImportProceed &proceed)
{
    using Clock = std::chrono::steady_clock;
    constexpr auto between = std::chrono::milliseconds(100);
    FailureLog failures({}, table.plan());
    TableRows rows(table, failures, false);
    if (knownIds) {
        const Result<std::vector<QByteArray>> ids = knownIds(table.dataSet());
        if (!ids)
            return std::unexpected(ids.error());
        rows.passOver(*ids);
    }
    auto told = Clock::now();
    while (const std::optional<Result<IncidentRow>> row = rows.next()) {
        if (*row)
            countRow(counts, **row);
        else
            countFailure(counts, failures.last());
        if (const auto now = Clock::now(); proceed && now - told > between) {
            told = now;
            if (!proceed({rows.bytesRead(), table.size(), counts.incidents, counts.failed}))
                return false;
        }
    }
    counts.known = rows.passed();
    std::ranges::stable_sort(counts.reasons, std::greater(), &TableCounts::Reason::rows);
    return true;
}

} // namespace

Result<FileCounts> countTables(const QString &path, const TableWish &wish, const KnownIds &knownIds,
                               const ImportProceed &proceed)
{
    Result<KnownTables> tables = tablesIn(path, wish);
    if (!tables)
        return std::unexpected(tables.error());
    FileCounts counts{{}, std::move(tables->others), false};
    for (const KnownTable &known : tables->known) {
        const Result<std::unique_ptr<TableFile>> table = TableFile::open(path, known);
        if (!table)
            return std::unexpected(table.error());
        counts.tables.push_back({.layout = known.plan.layout,
                                 .table = known.part.name,
                                 .mapping = known.plan.mapping ? known.plan.mapping->name : QString()});
        const Result<bool> whole = countTable(counts.tables.back(), **table, knownIds, proceed);
        if (!whole)
            return std::unexpected(whole.error());
        counts.isStopped = !*whole;
        if (counts.isStopped)
            break;
    }
    return counts;
}

} // namespace dateline
