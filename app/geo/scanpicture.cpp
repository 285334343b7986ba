#include "geo/scanpicture.h"

#include "geo/datasetopening.h"
#include "geo/filekind.h"
#include "geo/libraries.h"
#include "geo/overlaytext.h"
#include "geo/quieterrors.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace dateline
{

namespace
{

constexpr double mostKeptPixels = 8e6; ///< Of the shrunk picture of all.

int goOnUnlessStopped(double, const char *, void *stop)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested() ? FALSE : TRUE;
}

QList<QRgb> coloursOf(const GDALColorTable &table)
{
    QList<QRgb> colours;
    for (int i = 0; i < std::min(256, table.GetColorEntryCount()); ++i) {
        const GDALColorEntry &entry = *table.GetColorEntry(i);
        colours.append(qRgba(entry.c1, entry.c2, entry.c3, entry.c4));
    }
    while (colours.size() < 256)
        colours.append(qRgba(0, 0, 0, 0));
    return colours;
}

/// Reads the one @p bands or more of @p part into as many bytes of each of the pixels of @p into.
bool readBytes(GDALDataset &dataset, const QRect &part, QImage &into, std::span<const int> bands, int first,
               const std::stop_token &stop)
{
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = into.size() == part.size() ? GRIORA_NearestNeighbour : GRIORA_Average;
    extra.pfnProgress = goOnUnlessStopped;
    extra.pProgressData = const_cast<std::stop_token *>(&stop);
    std::vector<int> numbers(bands.begin(), bands.end());
    return dataset.RasterIO(GF_Read, part.x(), part.y(), part.width(), part.height(), into.bits() + first, into.width(),
                            into.height(), GDT_Byte, static_cast<int>(numbers.size()), numbers.data(), into.depth() / 8,
                            into.bytesPerLine(), 1, &extra)
        == CE_None;
}

} // namespace

struct ScanPicture::Data
{
    QString path;
    GDALDatasetUniquePtr dataset;
    QImage all; ///< Shrunk.

    [[nodiscard]] QSize size() const { return {dataset->GetRasterXSize(), dataset->GetRasterYSize()}; }

    [[nodiscard]] Result<QImage> read(const QRect &part, QSize into, const std::stop_token &stop) const
    {
        const QuietErrors quiet;
        std::optional<QImage> image = dataset->GetRasterBand(1)->GetColorTable() != nullptr
            ? readIndexed(part, into, stop)
            : readColours(part, into, stop);
        if (!image && !stop.stop_requested())
            return failure(Error::Kind::Malformed, OverlayText::tr("“%1” is damaged or cut off: get it anew").arg(path),
                           path);
        return image ? std::move(*image) : QImage(into, QImage::Format_ARGB32_Premultiplied);
    }

private:
    [[nodiscard]] std::optional<QImage> readColours(const QRect &part, QSize into, const std::stop_token &stop) const
    {
        QImage image(into, QImage::Format_RGBA8888);
        image.fill(Qt::black);
        const int count = dataset->GetRasterCount();
        // Grey, grey and alpha, colours, colours and alpha.
        constexpr std::array colours{1, 2, 3, 4};
        const bool isRead = count >= 3
            ? readBytes(*dataset, part, image, std::span(colours).first(count == 3 ? 3 : 4), 0, stop)
            : readBytes(*dataset, part, image, std::array{1, 1, 1}, 0, stop)
                && (count == 1 || readBytes(*dataset, part, image, std::array{2}, 3, stop));
        if (!isRead)
            return std::nullopt;
        return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    }

    /// Numbers of colours cannot be mixed: they are read as they stand and mixed as colours, a strip at a time.
    [[nodiscard]] std::optional<QImage> readIndexed(const QRect &part, QSize into, const std::stop_token &stop) const
    {
        QImage image(into, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        const QList<QRgb> colours = coloursOf(*dataset->GetRasterBand(1)->GetColorTable());
        const double factor = static_cast<double>(part.height()) / into.height();
        const int rows = std::max(1, static_cast<int>(4e6 / part.width() / factor));
        for (int y = 0; y < into.height() && !stop.stop_requested(); y += rows) {
            const int end = std::min(into.height(), y + rows);
            const int from = static_cast<int>(y * factor);
            const int to = std::clamp(static_cast<int>(std::ceil(end * factor)), from + 1, part.height());
            QImage strip(part.width(), to - from, QImage::Format_Indexed8);
            strip.setColorTable(colours);
            if (!readBytes(*dataset, QRect(part.x(), part.y() + from, part.width(), to - from), strip, std::array{1}, 0,
                           stop))
                return std::nullopt;
            painter.drawImage(0, y,
                              strip.convertToFormat(QImage::Format_ARGB32_Premultiplied)
                                  .scaled(into.width(), end - y, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        }
        return image;
    }
};

ScanPicture::ScanPicture(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

ScanPicture::ScanPicture(ScanPicture &&) noexcept = default;
ScanPicture &ScanPicture::operator=(ScanPicture &&) noexcept = default;
ScanPicture::~ScanPicture() = default;

Result<ScanPicture> ScanPicture::open(const QString &path)
{
    const Result<const char *> driver = rasterDriverOf(path);
    if (!driver)
        return std::unexpected(driver.error());
    const auto unsupported = [&path](const QString &sentence) {
        return failure(Error::Kind::Unsupported, sentence.arg(path), path);
    };
    constexpr std::array<const char *, 4> plain{"GTiff", "PNG", "JPEG", "WEBP"};
    if (std::ranges::none_of(plain,
                             [&](const char *name) { return *driver != nullptr && std::strcmp(name, *driver) == 0; }))
        return unsupported(OverlayText::tr("“%1” is no picture that can be placed; save it as PNG, JPEG or TIFF"));
    addRasterFormats();
    auto data = std::make_unique<Data>();
    data->path = path;
    data->dataset = openRaster(gdalPath(path), *driver, nullptr);
    if (!data->dataset || data->dataset->GetRasterCount() == 0)
        return failure(Error::Kind::Malformed, OverlayText::tr("“%1” is damaged or cut off: get it anew").arg(path),
                       path);
    for (int band = 1; band <= data->dataset->GetRasterCount(); ++band) {
        if (data->dataset->GetRasterBand(band)->GetRasterDataType() != GDT_Byte)
            return unsupported(OverlayText::tr("“%1” has more than 8 bits for a colour; save it with 8"));
    }
    return ScanPicture(std::move(data));
}

QSize ScanPicture::sizePx() const
{
    return m_data->size();
}

Result<QImage> ScanPicture::part(const QRect &part, QSize into, const std::stop_token &stop)
{
    Q_ASSERT(QRect(QPoint(), sizePx()).contains(part));
    into = into.boundedTo(part.size()).expandedTo({1, 1});
    const QSize size = sizePx();
    const double pixels = static_cast<double>(size.width()) * size.height();
    const double shrink = std::max(1.0, std::sqrt(pixels / mostKeptPixels));
    const bool isCoarse =
        part.width() >= shrink * into.width() * 0.999 && part.height() >= shrink * into.height() * 0.999;
    if (!isCoarse)
        return m_data->read(part, into, stop);
    if (m_data->all.isNull()) {
        const QSize kept = QSizeF(size / shrink).toSize().expandedTo({1, 1});
        Result<QImage> all = m_data->read(QRect(QPoint(), size), kept, stop);
        if (!all || stop.stop_requested())
            return all;
        m_data->all = std::move(*all);
    }
    // The part may begin and end within the shrunk picture's pixels.
    const QTransform toAll = QTransform::fromScale(static_cast<double>(m_data->all.width()) / size.width(),
                                                   static_cast<double>(m_data->all.height()) / size.height());
    const QRectF from = toAll.mapRect(QRectF(part));
    const QRect outer = from.toAlignedRect() & m_data->all.rect();
    const QSizeF scale(into.width() / from.width(), into.height() / from.height());
    const QImage scaled = m_data->all.copy(outer).scaled(std::max(1, qRound(outer.width() * scale.width())),
                                                         std::max(1, qRound(outer.height() * scale.height())),
                                                         Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage image(into, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(), QSizeF(into)), scaled,
                      QRectF((from.x() - outer.x()) * scale.width(), (from.y() - outer.y()) * scale.height(),
                             into.width(), into.height()));
    painter.end();
    return image;
}

} // namespace dateline
