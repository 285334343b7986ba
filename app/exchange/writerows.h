#pragma once

#include "exchange/exportrows.h"
#include "exchange/output.h"

namespace dateline
{

/// Writes what comes before all rows, each of @p rows and what comes behind them with @p writer, which appends to @p out.
///
/// Errors: Unwritable, and those of reading the case.
template<typename Writer>
[[nodiscard]] Result<void> writeRows(Writer &writer, ExportRows &rows, Output &out)
{
    writer.begin();
    const Result<void> read = rows.forEach(true, [&](const StoredIncident &row) {
        writer.write(row);
        out.spill();
    });
    writer.end();
    return read ? out.close() : read;
}

} // namespace dateline
