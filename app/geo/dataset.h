#pragma once

#include "base/lonlat.h"
#include "base/result.h"
#include "domain/geometry.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace dateline
{

/// One feature of a layer.
struct Feature
{
    Geometry geometry; ///< Outer rings run counter-clockwise, holes clockwise.
    QStringList attributes; ///< In the order that was asked for; empty text where the file has none.
};

/// A vector file opened closed: only drivers that read its sniffed type, no network, no sidecar files.
///
/// This is the only door to GDAL. One object is for one thread at a time; opening is thread-safe.
class Dataset
{
public:
    /// Opens the GeoPackage at @p path read-only; NotFound, Malformed, or Unsupported for another kind of file.
    [[nodiscard]] static Result<Dataset> open(const QString &path);

    Dataset(Dataset &&) noexcept;
    Dataset &operator=(Dataset &&) noexcept;
    ~Dataset();

    [[nodiscard]] QStringList layers() const;

    /// Hands every feature of @p layer that meets @p box (all, if none) to @p take; NotFound for an unknown layer.
    [[nodiscard]] Result<void> forEach(const QString &layer, const std::optional<LonLatBox> &box,
                                       const QStringList &attributes,
                                       const std::function<void(Feature &&)> &take) const;

private:
    struct Data;
    explicit Dataset(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// “GDAL 3.10.3, PROJ 9.6.0”, for the about box and figure metadata.
[[nodiscard]] QString geoLibraryVersions();

} // namespace dateline
