#pragma once

#include "domain/figurenotekeys.h"

#include <QJsonObject>

namespace dateline
{

// Notes are kept as GeoJSON, so that those drawn in another program, such as QGIS, can be used: a feature each. Its
// geometry has the points of a note on the ground; a note on the page has no geometry and its points as “page”, an
// array of pairs. Of the properties, those that are missing are as freshNote() makes them.

/// Notes as read, and why others could not be.
struct NotesRead
{
    std::vector<FigureNote> notes;
    std::vector<Error> refused; ///< Malformed: a sentence each that begins with which note it is.
};

/// A FeatureCollection of @p notes.
[[nodiscard]] QJsonObject objectFrom(std::span<const FigureNote> notes);

/// The notes of a FeatureCollection, or of one Feature; a geometry of several parts becomes a note for each.
///
/// A feature without “kind” is a text, a symbol, a line or a polygon by what it has.
[[nodiscard]] NotesRead notesFrom(const QJsonObject &collection);

} // namespace dateline
