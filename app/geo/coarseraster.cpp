#include "geo/coarseraster.h"

#include <QRect>

#include <algorithm>
#include <bit>
#include <cmath>

namespace dateline
{

namespace
{

constexpr int firstBlocks = 24; // about as many are read before anything is shown
constexpr int leastBlock = 64; // source pixels; lines of one pixel are read many at a time

GDALDataType typeFor(GDALDataset &source, const RasterBands &bands)
{
    GDALDataType type = GDT_Byte; // Holds 255.
    for (const int band : bands.values)
        type = GDALDataTypeUnion(type, source.GetRasterBand(band)->GetRasterDataType());
    return type;
}

/// Fills @p part of @p band, each row with @p values, or with the one that there is. GDAL enlarges pixel by pixel, which
/// took most of the time to the first picture.
bool fill(GDALRasterBand &band, const QRect &part, const std::byte *values, int count, GDALDataType type)
{
    if (part.isEmpty())
        return true;
    const std::size_t bytes = std::size_t(GDALGetDataTypeSizeBytes(type));
    const std::size_t row = std::size_t(part.width()) * bytes;
    std::vector<std::byte> pixels(row * std::size_t(part.height()));
    const int step = count == part.width() ? int(bytes) : 0;
    GDALCopyWords(values, type, step, pixels.data(), type, int(bytes), part.width());
    for (std::size_t at = row; at < pixels.size(); at += row)
        std::copy_n(pixels.begin(), row, pixels.begin() + std::ptrdiff_t(at));
    return band.RasterIO(GF_Write, part.left(), part.top(), part.width(), part.height(), pixels.data(), part.width(),
                         part.height(), type, 0, 0, nullptr)
        == CE_None;
}

int divided(int pixels, int by)
{
    return (pixels + by - 1) / by;
}

} // namespace

CoarseRaster::CoarseRaster(GDALDataset &source, const RasterBands &bands, bool inOrder)
    : m_source(source)
    , m_bands(bands)
{
    const QSize size = sizeOf(source);
    const double reduction = std::max(1.0, double(std::max(size.width(), size.height())) / mostSide);
    const QSize reduced(std::max(1, int(std::lround(size.width() / reduction))),
                        std::max(1, int(std::lround(size.height() / reduction))));
    m_across = double(size.width()) / reduced.width();
    m_down = double(size.height()) / reduced.height();
    m_reduced.reset(GetGDALDriverManager()->GetDriverByName("MEM")->Create(
        "", reduced.width(), reduced.height(), int(bands.values.size()) + 1, typeFor(source, bands), nullptr));
    int across = 1;
    int down = 1;
    source.GetRasterBand(bands.values.front())->GetBlockSize(&across, &down);
    m_block = {across * divided(std::min(leastBlock, size.width()), across),
               down * divided(std::min(leastBlock, size.height()), down)};
    m_blocks = {divided(size.width(), m_block.width()), divided(size.height(), m_block.height())};
    const int blocks = m_blocks.width() * m_blocks.height();
    if (!inOrder) {
        const double spacing = m_blocks.width() == 1 ? double(blocks) / firstBlocks : std::sqrt(blocks / firstBlocks);
        m_firstStride = int(std::bit_floor(unsigned(std::max(1.0, spacing))));
    }
    m_stride = m_firstStride;
}

bool CoarseRaster::readOn(std::chrono::milliseconds time, const std::stop_token &stop)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point end = Clock::now() + time;
    // All of the first stride, so that all of it is seen; in order that would be all there is.
    const auto isFirst = [this] { return m_firstStride > 1 && m_stride == m_firstStride; };
    while (!isComplete() && (Clock::now() < end || isFirst()) && !stop.stop_requested()) {
        // What a wider stride has read is not read again.
        const bool isRead = m_stride < m_firstStride && m_column % (2 * m_stride) == 0 && m_row % (2 * m_stride) == 0;
        if (!isRead && !readBlock(m_column, m_row))
            return false;
        advance();
    }
    return true;
}

void CoarseRaster::advance()
{
    m_column += m_stride;
    if (m_column >= m_blocks.width()) {
        m_column = 0;
        m_row += m_stride;
    }
    if (m_row >= m_blocks.height()) {
        m_row = 0;
        m_stride /= 2;
    }
}

bool CoarseRaster::readBlock(int column, int row)
{
    const QRect whole({}, sizeOf(m_source));
    const QRect from = QRect(QPoint(column * m_block.width(), row * m_block.height()), m_block) & whole;
    // The pixels whose blocks begin in it: together blocks leave no gap.
    const auto reducedAt = [this](int x, int y) {
        return QPoint(int(std::lround(x / m_across)), int(std::lround(y / m_down)));
    };
    const QSize reduced = sizeOf(*m_reduced);
    const QPoint begin = reducedAt(from.left(), from.top());
    const QPoint end = reducedAt(from.right() + 1, from.bottom() + 1);
    const QSize own(std::max(1, end.x() - begin.x()), std::max(1, end.y() - begin.y()));
    const QRect to = QRect(begin, own) & QRect({}, reduced);
    if (to.isEmpty())
        return true;
    // Until they are read, those beside it look like it.
    const QPoint around = reducedAt(from.left() + m_stride * m_block.width(), from.top() + m_stride * m_block.height());
    const QRect stand = QRect(begin, around - QPoint(1, 1)) & QRect({}, reduced);
    const bool isLine = m_blocks.width() == 1;

    GDALRasterIOExtraArg extra{};
    extra.nVersion = RASTERIO_EXTRA_ARG_CURRENT_VERSION;
    extra.eResampleAlg = m_bands.isPalette ? GRIORA_NearestNeighbour : GRIORA_Average;
    const GDALDataType type = m_reduced->GetRasterBand(1)->GetRasterDataType();
    const std::size_t bytes = std::size_t(GDALGetDataTypeSizeBytes(type));
    std::vector<std::byte> pixels(std::size_t(to.width()) * std::size_t(to.height()) * bytes);
    std::vector<std::byte> few(std::size_t(to.width()) * bytes);
    const int count = int(m_bands.values.size());
    for (int i = 0; i <= count; ++i) {
        GDALRasterBand *band = m_source.GetRasterBand(m_bands.values[std::size_t(std::min(i, count - 1))]);
        if (i == count) {
            band = band->GetMaskBand();
            extra.eResampleAlg = GRIORA_NearestNeighbour;
        }
        GDALRasterBand *target = m_reduced->GetRasterBand(i + 1);
        if (band->RasterIO(GF_Read, from.left(), from.top(), from.width(), from.height(), pixels.data(), to.width(),
                           to.height(), type, 0, 0, &extra)
            != CE_None)
            return false;
        const int fewAcross = isLine ? to.width() : 1;
        if (m_stride > 1
            && (band->RasterIO(GF_Read, from.left(), from.top(), from.width(), from.height(), few.data(), fewAcross, 1,
                               type, 0, 0, &extra)
                    != CE_None
                || !fill(*target, stand, few.data(), fewAcross, type)))
            return false;
        if (target->RasterIO(GF_Write, to.left(), to.top(), to.width(), to.height(), pixels.data(), to.width(),
                             to.height(), type, 0, 0, nullptr)
            != CE_None)
            return false;
    }
    return true;
}

} // namespace dateline
