#pragma once

#include "geo/rasterfile.h"

#include <chrono>
#include <stop_token>

namespace dateline
{

/// A reduction in memory of a raster that has none: every block is read once, widely spaced ones first, so that all of
/// it can be seen early, if coarsely.
class CoarseRaster
{
public:
    /// More pixels on a side than this it does not have.
    static constexpr int mostSide = 4096;

    /// @param inOrder whether the rows can be read only one after the other.
    CoarseRaster(GDALDataset &source, const RasterBands &bands, bool inOrder);

    /// The values' bands, then one of what is there: 255, or 0 where nothing is or was read yet.
    [[nodiscard]] GDALDataset &dataset() const { return *m_reduced; }
    [[nodiscard]] bool isComplete() const { return m_stride == 0; }

    /// Reads on for about @p time; false if a block cannot be read.
    [[nodiscard]] bool readOn(std::chrono::milliseconds time, const std::stop_token &stop);

private:
    [[nodiscard]] bool readBlock(int column, int row);
    void advance();

    GDALDataset &m_source;
    RasterBands m_bands;
    GDALDatasetUniquePtr m_reduced;
    QSize m_block; ///< Of the source's pixels.
    QSize m_blocks; ///< How many there are.
    double m_across; ///< Pixels of the source in one.
    double m_down;
    int m_firstStride = 1;
    int m_stride = 1; ///< Every so manieth block is read now; 0 once all are.
    int m_column = 0;
    int m_row = 0;
};

} // namespace dateline
