#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>
#include <vector>

namespace dateline
{

/// What became of the rows of a file of places.
struct PlacesAdded
{
    QString source{}; ///< The file's name without its ending: adding it again replaces what it added before.
    qint64 added = 0;
    qint64 replaced = 0; ///< Places of an older file of that name, which are gone.
    qint64 leftOut = 0; ///< Rows of kinds that reports hardly name: farms, hotels, schools.
    qint64 refused = 0; ///< Rows that could not be read.
    QStringList refusals{}; ///< Why, with line numbers; the first hundred.
    bool cancelled = false; ///< Nothing was changed.
};

/// One file of places that was added.
struct PlaceSource
{
    QString name;
    qint64 places = 0;
};

/// Called now and then with the share that is done, 0…1, in the thread that adds.
using AddingProgress = std::function<void(double)>;

/// Where the user's own places are kept, in the user's data folder.
[[nodiscard]] QString userPlacesFile();

/// Takes the places of @p file into the user's gazetteer at @p userPath, which is made if there is none.
///
/// @param file a GeoNames country or “cities” dump, or a table with a header (placetable.h); as text, .zip or .gz.
/// @param basePath the program's own gazetteer, which tells the provinces' names.
/// @param stop asks to give up, after which nothing has changed.
/// @returns what became of the rows; an error, and nothing changed, if the file cannot be read or holds no place.
///
/// The new file takes the old one's place in one step: who has it open goes on reading the old one. Safe from any
/// thread; a second call on one file waits for the first.
[[nodiscard]] Result<PlacesAdded> addPlaces(const QString &file, const QString &userPath, const QString &basePath,
                                            const AddingProgress &progress = {}, const std::stop_token &stop = {});

/// Takes the places of @p source out again; NotFound if there are none.
[[nodiscard]] Result<PlacesAdded> removePlaces(const QString &source, const QString &userPath);

/// The files that were added, by name; none if there is no file at @p userPath.
[[nodiscard]] Result<std::vector<PlaceSource>> placeSources(const QString &userPath);

} // namespace dateline
