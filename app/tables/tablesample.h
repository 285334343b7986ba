#pragma once

#include "tables/failurelog.h"
#include "tables/tablebeginnings.h"

#include <expected>

namespace dateline
{

/// The first rows of a table, to find out what its columns say.
struct TableSample
{
    static constexpr std::size_t mostRecords = 1000;

    std::optional<int> index; ///< See TableBeginning.
    TablePart part; ///< Without its head.
    char delimiter = ',';
    TableRecords records; ///< Also what stands above the header.
    std::vector<qint64> lines; ///< Where each record begins.
};

/// The first records of all tables in the file at @p path; tables without any are left out.
///
/// Errors: those of beginningsIn(), Malformed if no table has a record.
[[nodiscard]] Result<std::vector<TableSample>> samplesIn(const QString &path);

/// The rows of @p sample that come first, at most @p most, as they would come in with @p mapping; none if it does not fit.
[[nodiscard]] std::vector<std::expected<Incident, RowFailure>> rowsOf(const TableSample &sample,
                                                                      const MappingPtr &mapping, std::size_t most);

} // namespace dateline
