#pragma once

#include "places/gazetteer.h"

#include <QString>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace dateline
{

struct CloseDatabase
{
    void operator()(sqlite3 *database) const;
};
struct FinalizeStatement
{
    void operator()(sqlite3_stmt *statement) const;
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// One row of the table of names: which place it calls, and how.
struct NameRow
{
    qint64 place = 0;
    bool former = false;
    bool preferred = false;
    bool foreign = false; ///< In a language other than English.
    bool acronym = false; ///< All capitals, such as “US”: only counts where the text has capitals too.
    bool abbreviation = false; ///< “Va.”: only counts behind another place.
};

/// A row of the table of places with what ranking needs besides.
struct RankedPlace
{
    Place place;
    bool ours = false; ///< From one of our own tables: a place that reports name.
};

/// One open file of places: the one that comes with the program, or the user's. Safe from several threads at once.
struct PlaceFile
{
    std::unique_ptr<sqlite3, CloseDatabase> database;
    qint64 firstId = 0; ///< Added to the file's own ids, so that no two files share any.

    /// Opens the file at @p path for reading. It is taken as never changing while it is open: whoever makes a new one
    /// renames it into place. NotFound or Malformed if there is none.
    [[nodiscard]] static Result<PlaceFile> open(const QString &path, qint64 firstId);

    [[nodiscard]] Statement prepared(const char *sql) const;
    [[nodiscard]] bool holds(qint64 id) const;
};

inline constexpr qint64 idsPerFile = 1LL << 40; ///< Ids of the user's file begin here.

/// The text of a column of the row that @p statement stands on.
[[nodiscard]] QString textOf(sqlite3_stmt *statement, int column);
void bindText(sqlite3_stmt *statement, int index, const QString &value);

} // namespace dateline
