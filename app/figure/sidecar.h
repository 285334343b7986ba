#pragma once

#include "figure/figure.h"

#include <QJsonObject>

namespace dateline
{

/// What a sidecar's “format” begins with, before its version.
inline constexpr QLatin1StringView sidecarFormat("dateline-figure-");
inline constexpr QLatin1StringView atlasFormat("dateline-atlas-");
inline constexpr int sidecarVersion = 2;

/// The sidecar within a PNG.
inline constexpr QLatin1StringView pngKey("Dateline figure");

/// What a figure shows and was made from, so that it can be checked (figure/changes.h) and made anew: its settings, the
/// case and how far that was, the incidents that the filter shows with their words, the sources of these with their
/// hashes, licences.
///
/// A figure of squares tells how many incidents lie in each instead, and no words.
///
/// @param spec,content as publishable() gave them. Of what was painted, @p report tells the numbers and letters.
[[nodiscard]] QJsonObject sidecarOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report);

/// The sidecar with what the picture is, once that is written: its file's name and the SHA-256 of its bytes.
[[nodiscard]] QJsonObject withPicture(QJsonObject sidecar, const QString &path, const QByteArray &bytes);

/// The filter and the view alone, for an image's metadata.
[[nodiscard]] QJsonObject viewOf(const FigureSpec &spec, const FigureReport &report);

/// What an atlas that was made with @p spec tells beside its pages, “pages”: how it is made anew.
[[nodiscard]] QJsonObject atlasSidecarOf(const FigureSpec &spec, const FigureContent &content);

/// A time and a place as sidecars hold them.
[[nodiscard]] QJsonObject objectFrom(const When &when);
[[nodiscard]] QJsonObject objectFrom(const Where &where);

} // namespace dateline
