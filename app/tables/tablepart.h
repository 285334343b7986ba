#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDataStream>
#include <QString>

#include <optional>

namespace dateline
{

// What dateline-tables, which takes apart the tables and maps that others made, and this program say to each other.
// It answers “list PATH” with the tables in the file and “read PATH INDEX” with the records of one.

/// What a record of a table is called.
enum class RowUnit : std::uint8_t { Line, Row, Feature, Entry };

/// A table in a file: a sheet, a layer, or the file itself.
struct TablePart
{
    QString name; ///< Empty where the file is the table.
    RowUnit unit = RowUnit::Line;
    /// False: the text of the table, as the file has it. True: records of comma-separated values in UTF-8, each with a
    /// number before its cells. That of a record that cannot be read ends with “!”; its cells are the column, the value
    /// and the reason.
    bool numbered = false;
    QByteArray head; ///< How it begins.
};

inline QDataStream &operator<<(QDataStream &stream, const TablePart &part)
{
    return stream << part.name << part.unit << part.numbered << part.head;
}

inline QDataStream &operator>>(QDataStream &stream, TablePart &part)
{
    stream >> part.name >> part.unit >> part.numbered >> part.head;
    // The process may have been taken over by the file that it read.
    if (part.unit > RowUnit::Entry)
        stream.setStatus(QDataStream::ReadCorruptData);
    return stream;
}

// Bytes go in pieces with their size before them, so that an end is told from a breakdown: an empty piece comes last,
// and behind it why there is no more, if it is not that all was said.

constexpr qint64 largestPiece = 256 * 1024;

} // namespace dateline
