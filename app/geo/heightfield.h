#pragma once

#include "base/lonlat.h"
#include "base/result.h"
#include "geo/overlay.h"

#include <QSize>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace dateline
{

/// Heights at the middles of a view’s pixels, row by row; metres, NaN where none is known.
struct HeightField
{
    QSize size;
    double metresPerPixel = 1; ///< On the ground, in the middle of the view.
    std::vector<float> metres;

    [[nodiscard]] float at(int x, int y) const
    {
        return metres[static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width())
                      + static_cast<std::size_t>(x)];
    }
};

/// A raster file of heights that says where it lies: GeoTIFF, DTED, SRTM and others. For one thread at a time.
class HeightFile
{
public:
    /// @param table of a GeoPackage; needed where that has several. Errors as openOverlay().
    [[nodiscard]] static Result<HeightFile> open(const QString &path, const QString &table = {});

    HeightFile(HeightFile &&) noexcept;
    HeightFile &operator=(HeightFile &&) noexcept;
    ~HeightFile();

    /// The heights that @p view shows, by cubic interpolation, or averaged where the file has more of them.
    ///
    /// Ends early, with any heights, once @p stop is requested. Errors: Malformed; Unsupported for the view’s projection.
    [[nodiscard]] Result<HeightField> heights(const OverlayView &view, const std::stop_token &stop) const;

    /// About the least and the greatest height of the file, by some of its rows; metres. None if it has none.
    [[nodiscard]] std::optional<std::pair<double, double>> range() const;

    [[nodiscard]] LonLatBox box() const;
    [[nodiscard]] QSize sizePx() const;
    [[nodiscard]] QString crsName() const;
    [[nodiscard]] QString credit() const;

private:
    struct Data;
    explicit HeightFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
