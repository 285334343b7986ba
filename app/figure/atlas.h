#pragma once

#include "figure/figure.h"
#include "figure/groups.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace dateline
{

/// The most pages of an atlas.
inline constexpr std::size_t mostPages = 1'000;

/// What an atlas is to be.
struct AtlasPlan
{
    GroupBy by = GroupBy::Day;
    /// Frames of an animation, one after the other: each shows what those before did as well, and all show the same
    /// part of the earth. What has no time is in none. Only by day and by week.
    bool animated = false;
    int milliseconds = 1'000; ///< That each frame is shown.
};

/// A page of an atlas.
struct AtlasPage
{
    FigureSpec spec;
    QString group; ///< What tells it from the others: the name of its group, or the number of its incident.
};

/// One page for each group of what @p spec shows, titled by its name; each page shows all of its places unless @p spec
/// says what to show. @p content as publishable() gave it.
[[nodiscard]] std::vector<AtlasPage> atlasPages(const FigureSpec &spec, const FigureContent &content,
                                                const AtlasPlan &plan);

/// What a sidecar tells of @p plan, and back; none if it tells of none.
[[nodiscard]] QJsonObject objectFrom(const AtlasPlan &plan);
[[nodiscard]] std::optional<AtlasPlan> atlasPlanFrom(const QJsonObject &object);

/// Told after each page; ends the atlas where it returns false.
using AtlasProgress = std::function<bool(std::size_t done, std::size_t all)>;

/// Writes the atlas as the pages of one PDF, or an animation as one WebP, or by another ending as numbered files:
/// “map.png” becomes “map-001.png”.
///
/// Beside it comes @p path + “.json”, from which the atlas can be checked and made anew: what the pages were made from,
/// and what each tells of itself, or its file's name.
///
/// Errors: those of writeFigure(); Unsupported for more than mostPages, NotFound if nothing is shown.
/// @returns the files. If it was ended, those that were written before; of a PDF or an animation none.
[[nodiscard]] Result<QStringList> writeAtlas(const QString &path, const FigureSpec &spec, const FigureContent &content,
                                             const AtlasPlan &plan, const AtlasProgress &progress);

} // namespace dateline
