#pragma once

#include "base/result.h"
#include "evaluation/labels.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace dateline
{

/// Labelled texts of one format.
struct Corpus
{
    QString name; ///< Of its folder or file.
    QString format; ///< “GeoVirus”, “TIMEX3” …
    std::vector<LabelledText> texts;
};

/// What lies at one path.
struct Corpora
{
    std::vector<Corpus> corpora; ///< One for each format and folder, in order of their names.
    QStringList passedOver; ///< Files in no known format.
    std::vector<Error> refused; ///< Files that look like a format and are not.
};

/// The labelled texts in the file at @p path, or in all files of the folder there and below.
///
/// The format is told from the content. NotFound if nothing is there, Unsupported if no file holds labels that are known.
[[nodiscard]] Result<Corpora> corporaAt(const QString &path);

} // namespace dateline
