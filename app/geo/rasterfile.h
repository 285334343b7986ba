#pragma once

#include "geo/rasterplace.h"

#include <map>
#include <vector>

namespace dateline
{

/// Which bands of a raster make its colours.
struct RasterBands
{
    std::vector<int> values; ///< Red, green, blue, or a single one.
    int alpha = 0; ///< 0: none.
    bool isPalette = false;
    bool isEightBit = false;
};

/// A raster file that is open, with its reductions.
class RasterFile
{
public:
    /// @param table of a GeoPackage; the first of its tables of tiles if empty. Errors as openOverlay().
    [[nodiscard]] static Result<RasterFile> open(const QString &path, const QString &table = {});

    [[nodiscard]] const RasterPlace &place() const { return m_place; }
    [[nodiscard]] const RasterBands &bands() const { return m_bands; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] GDALDataset &whole() const { return *m_whole; }
    /// Whether its rows can be read only one after the other.
    [[nodiscard]] bool isSequential() const;

    /// The smallest of its sizes in which @p pixels of the whole make no more than one.
    [[nodiscard]] GDALDataset &reducedBy(double pixels);
    /// The smallest of its sizes.
    [[nodiscard]] GDALDataset &smallest();

private:
    [[nodiscard]] GDALDataset &level(int overview);
    [[nodiscard]] GDALDatasetUniquePtr opened(const char *more) const;

    QString m_path;
    const char *m_driver = nullptr;
    QByteArray m_table; ///< Of a GeoPackage, as the option that opens it; may be empty.
    GDALDatasetUniquePtr m_whole;
    RasterPlace m_place;
    RasterBands m_bands;
    std::map<int, GDALDatasetUniquePtr> m_levels;
};

[[nodiscard]] inline QSize sizeOf(GDALDataset &dataset)
{
    return {dataset.GetRasterXSize(), dataset.GetRasterYSize()};
}

} // namespace dateline
