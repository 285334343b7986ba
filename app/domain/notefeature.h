#pragma once

#include "domain/figurenote.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace dateline
{

/// Translates what is said about notes that cannot be read.
struct NoteText
{
    Q_DECLARE_TR_FUNCTIONS(FigureNote)
};

/// The notes of one GeoJSON Feature, one for each part of its geometry; Malformed with the first thing that is wrong,
/// which reads on after “Note 3: ”.
[[nodiscard]] Result<std::vector<FigureNote>> notesFromFeature(const QJsonObject &feature);

} // namespace dateline
