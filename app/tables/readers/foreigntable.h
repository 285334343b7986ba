#pragma once

#include "base/foreignfile.h"
#include "base/result.h"
#include "tables/tablepart.h"

#include <QByteArrayView>
#include <QStringList>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace dateline
{

using Cells = std::vector<std::string>;

/// Takes what is read of a table; each says false when no more is wanted.
class RecordTaker
{
public:
    virtual ~RecordTaker() = default;

    /// A record of a numbered table, its cells in UTF-8; the first one has the names of the columns.
    [[nodiscard]] virtual bool takeRecord(qint64 number, std::span<const std::string> cells) = 0;
    /// A record of a numbered table that cannot be read.
    [[nodiscard]] virtual bool takeProblem(qint64 number, const std::string &column, const std::string &value,
                                           const std::string &reason) = 0;
    /// A piece of a table that is text.
    [[nodiscard]] virtual bool takeText(QByteArrayView text) = 0;
};

/// A table in a file that others made.
struct ForeignTable
{
    QString name; ///< Empty where the file is the table.
    RowUnit unit = RowUnit::Row;
    bool numbered = true;
    /// Hands all of it to a taker, in little memory where its kind allows. Fails where it is damaged.
    std::function<Result<void>(RecordTaker &)> read;
};

/// The tables in a file; see readers.h for what reads which kind.
using ForeignTables = std::vector<ForeignTable>;

} // namespace dateline
