#pragma once

#include "geo/libraries.h"

#include <QString>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <functional>
#include <vector>

/// A GeoTIFF as tests want it.
struct RasterMaker
{
    QString path;
    QSize size{400, 300};
    int bands = 1;
    GDALDataType type = GDT_Byte;
    int epsg = 32638; ///< 0: none.
    std::array<double, 6> transform{400'000, 100, 0, 4'430'000, 0, -100};
    std::optional<double> noData;
    std::vector<const char *> options{}; ///< Of the driver.
    std::vector<int> overviews{};
    std::function<double(int x, int y, int band)> value = [](int, int, int) { return 0.0; };

    [[nodiscard]] bool make() const
    {
        dateline::addRasterFormats();
        std::vector<const char *> all = options;
        all.push_back(nullptr);
        GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        GDALDatasetUniquePtr file(driver->Create(path.toUtf8().constData(), size.width(), size.height(), bands, type,
                                                 const_cast<char **>(all.data())));
        if (!file)
            return false;
        if (epsg != 0) {
            OGRSpatialReference system;
            system.importFromEPSG(epsg);
            (void)file->SetSpatialRef(&system);
            auto where = transform;
            (void)file->SetGeoTransform(where.data());
        }
        bool isWritten = true;
        for (int band = 1; band <= bands; ++band) {
            if (noData)
                isWritten = file->GetRasterBand(band)->SetNoDataValue(*noData) == CE_None && isWritten;
            std::vector<double> row(static_cast<std::size_t>(size.width()));
            for (int y = 0; y < size.height(); ++y) {
                for (int x = 0; x < size.width(); ++x)
                    row[static_cast<std::size_t>(x)] = value(x, y, band);
                isWritten = file->GetRasterBand(band)->RasterIO(GF_Write, 0, y, size.width(), 1, row.data(),
                                                                size.width(), 1, GDT_Float64, 0, 0, nullptr)
                        == CE_None
                    && isWritten;
            }
        }
        if (!overviews.empty())
            isWritten = file->BuildOverviews("AVERAGE", int(overviews.size()), overviews.data(), 0, nullptr, nullptr,
                                             nullptr, nullptr)
                    == CE_None
                && isWritten;
        return isWritten && file->Close() == CE_None;
    }
};
