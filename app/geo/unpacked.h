#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace dateline
{

/// The map in a zip archive, such as a KMZ or a zipped shapefile, unpacked to memory for GDAL; gone with the object.
class UnpackedMap
{
public:
    /// Errors: Malformed for a damaged archive, Unsupported for one without a map or that would take too much memory.
    [[nodiscard]] static Result<std::unique_ptr<UnpackedMap>> from(const QString &path);

    ~UnpackedMap();
    Q_DISABLE_COPY_MOVE(UnpackedMap)

    [[nodiscard]] const QByteArray &path() const { return m_path; } ///< Of the map, as GDAL takes it.
    /// The folder of the map, if there are several KML files, which are one map then; else path().
    [[nodiscard]] const QByteArray &whole() const { return m_kmlCount > 1 ? m_folder : m_path; }

private:
    UnpackedMap() = default;

    QByteArray m_folder;
    QByteArray m_path;
    int m_kmlCount = 0;
};

} // namespace dateline
