#pragma once

#include "base/result.h"
#include "geo/datasetopening.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class OGRLayer;

namespace dateline
{

class MemoryFolder;

/// A vector file that lies over the map, opened closed: only the driver of the kind that its first bytes tell, no network,
/// and no files beside it but a shapefile’s own.
///
/// One object is for one thread at a time.
class FeatureSource
{
public:
    /// Errors: NotFound, Unreadable, Malformed; Unsupported for what is no map; Conflict for a database that another
    /// program holds open.
    [[nodiscard]] static Result<FeatureSource> open(const QString &path);

    FeatureSource(FeatureSource &&) noexcept;
    FeatureSource &operator=(FeatureSource &&) noexcept;
    ~FeatureSource();

    /// The layers with shapes.
    [[nodiscard]] std::vector<OGRLayer *> layers() const;
    [[nodiscard]] bool isTiled() const { return m_zoom >= 0; }
    /// The side of the tiles that layers() are cut along; metres of Web Mercator, 0 if there are none.
    [[nodiscard]] double tileMetres() const;
    /// Takes the tiles that suit @p metresPerPixel of Web Mercator; layers() are others then. Does nothing without tiles.
    void suit(double metresPerPixel);
    [[nodiscard]] QString credit() const;

private:
    FeatureSource();
    [[nodiscard]] Result<void> openZipped();
    [[nodiscard]] Result<void> openAs(const QByteArray &gdalPath, const QByteArray &head);
    [[nodiscard]] GDALDatasetUniquePtr openedAt(int zoom) const;

    QString m_path;
    QByteArray m_file; ///< As GDAL takes it.
    const char *m_driver = nullptr;
    std::vector<const char *> m_options;
    std::unique_ptr<MemoryFolder> m_unpacked;
    GDALDatasetUniquePtr m_dataset;
    int m_zoom = -1; ///< Of tiles.
    int m_leastZoom = 0;
    int m_mostZoom = 0;
};

} // namespace dateline
