#pragma once

#include "base/result.h"

#include <QJsonObject>

#include <vector>

class QImage;

namespace dateline
{

/// What a figure tells of itself, as read back.
struct Sidecar
{
    QJsonObject object; ///< As sidecarOf() made it; or that of an atlas, see figure/atlas.h.
    QString picture; ///< The path of the figure's own file, whether or not there is one.
    bool fromPicture = false; ///< The file beside the picture is lost; the picture's own metadata tell.

    [[nodiscard]] bool isAtlas() const { return object.contains(QLatin1StringView("pages")); }
    [[nodiscard]] bool isNumbered() const; ///< An atlas whose pages are files of their own: it has no picture itself.
};

/// Reads the sidecar of the figure at @p path, or at @p path itself where that ends with “.json”.
///
/// A PNG or PDF whose sidecar is lost tells what it shows itself. Errors: NotFound, Unreadable, Malformed for what is
/// no sidecar of a figure or an atlas, Unsupported for one of an older or newer format.
[[nodiscard]] Result<Sidecar> readSidecar(const QString &path);

/// A page of an atlas.
struct AtlasSheet
{
    QJsonObject told; ///< What the atlas tells of it.
    QString file; ///< Of its own, beside that of the atlas; empty where it is in the atlas's own.
    Result<Sidecar> sidecar;
};

/// The pages of @p atlas, whose format is that of one.
[[nodiscard]] std::vector<AtlasSheet> sheetsOf(const Sidecar &atlas);

/// Whether the picture is still the one that was written; of a picture without its sidecar, what it looks like.
///
/// Errors: NotFound, Unreadable.
[[nodiscard]] Result<bool> isPictureAsWritten(const Sidecar &sidecar);

/// SHA-256 of what @p image looks like, in hex: of its size and its colours without transparency.
[[nodiscard]] QString pixelsSha256(const QImage &image);

} // namespace dateline
