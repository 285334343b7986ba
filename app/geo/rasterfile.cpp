#include "geo/rasterfile.h"

#include "geo/datasetopening.h"
#include "geo/filekind.h"
#include "geo/geopackagetables.h"
#include "geo/libraries.h"
#include "geo/overlaytext.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace dateline
{

namespace
{

RasterBands bandsOf(GDALDataset &dataset)
{
    RasterBands bands;
    std::array<int, 3> colours{};
    const int count = dataset.GetRasterCount();
    for (int i = 1; i <= count; ++i) {
        switch (dataset.GetRasterBand(i)->GetColorInterpretation()) {
        case GCI_RedBand: colours[0] = i; break;
        case GCI_GreenBand: colours[1] = i; break;
        case GCI_BlueBand: colours[2] = i; break;
        case GCI_AlphaBand: bands.alpha = i; break;
        default: break;
        }
    }
    if (!std::ranges::contains(colours, 0))
        bands.values.assign(colours.begin(), colours.end());
    else
        bands.values = {bands.alpha == 1 && count > 1 ? 2 : 1};
    GDALRasterBand *first = dataset.GetRasterBand(bands.values.front());
    bands.isPalette = bands.values.size() == 1 && first->GetColorTable() != nullptr;
    bands.isEightBit = first->GetRasterDataType() == GDT_Byte;
    return bands;
}

} // namespace

Result<RasterFile> RasterFile::open(const QString &path, const QString &table)
{
    const Result<const char *> driver = rasterDriverOf(path);
    if (!driver)
        return std::unexpected(driver.error());
    if (*driver == nullptr)
        return failure(Error::Kind::Unsupported,
                       OverlayText::tr("“%1” is no picture that Dateline reads, whatever its name says")
                           .arg(QFileInfo(path).fileName()),
                       path);
    addRasterFormats();
    RasterFile file;
    file.m_path = path;
    file.m_driver = *driver;
    const QString chosen = table.isEmpty() ? geoPackageTablesAt(path).tiles.value(0) : table;
    if (!chosen.isEmpty())
        file.m_table = "TABLE=" + chosen.toUtf8();
    file.m_whole = file.opened(nullptr);
    if (!file.m_whole || file.m_whole->GetRasterCount() == 0)
        return failure(Error::Kind::Malformed,
                       OverlayText::tr("“%1” is damaged: it cannot be read as a picture, though it begins like one")
                           .arg(QFileInfo(path).fileName()),
                       path);
    Result<RasterPlace> place = rasterPlaceOf(*file.m_whole, path);
    if (!place)
        return std::unexpected(place.error());
    file.m_place = std::move(*place);
    file.m_bands = bandsOf(*file.m_whole);
    return file;
}

GDALDatasetUniquePtr RasterFile::opened(const char *more) const
{
    std::array<const char *, 3> options{};
    std::size_t count = 0;
    if (!m_table.isEmpty())
        options.at(count++) = m_table.constData();
    options.at(count) = more;
    return openRaster(gdalPath(m_path), m_driver, options.data());
}

bool RasterFile::isSequential() const
{
    const QByteArrayView driver(m_driver);
    return driver == "PNG" || driver == "JPEG" || driver == "WEBP";
}

GDALDataset &RasterFile::reducedBy(double pixels)
{
    GDALRasterBand *band = m_whole->GetRasterBand(m_bands.values.front());
    int best = -1;
    double most = 1;
    for (int i = 0; i < band->GetOverviewCount(); ++i) {
        const GDALRasterBand *overview = band->GetOverview(i);
        const double reduction = overview ? double(band->GetXSize()) / overview->GetXSize() : 0;
        if (reduction <= pixels * 1.01 && reduction > most) {
            most = reduction;
            best = i;
        }
    }
    return level(best);
}

GDALDataset &RasterFile::smallest()
{
    return reducedBy(std::numeric_limits<double>::max());
}

GDALDataset &RasterFile::level(int overview)
{
    if (overview < 0)
        return *m_whole;
    GDALDatasetUniquePtr &dataset = m_levels[overview];
    if (!dataset)
        dataset = opened(("OVERVIEW_LEVEL=" + QByteArray::number(overview)).constData());
    return dataset ? *dataset : *m_whole;
}

} // namespace dateline
