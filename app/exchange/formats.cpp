#include "exchange/formats.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

constexpr std::array allFormats{
    ExportFormat{.key = QLatin1StringView("csv"),
                 .ending = QLatin1StringView("csv"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "a table with every field, which can be imported again"),
                 .write = writeCsv},
    ExportFormat{.key = QLatin1StringView("xlsx"),
                 .ending = QLatin1StringView("xlsx"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "a workbook of incidents, quotes and sources"),
                 .passes = 2,
                 .write = writeXlsx},
    ExportFormat{.key = QLatin1StringView("geojson"),
                 .ending = QLatin1StringView("geojson"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "GeoJSON (RFC 7946) for maps and programs"),
                 .write = writeGeoJson},
    ExportFormat{.key = QLatin1StringView("kml"),
                 .ending = QLatin1StringView("kml"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "places with words and sources for globes"),
                 .write = writeKml},
    ExportFormat{.key = QLatin1StringView("kmz"),
                 .ending = QLatin1StringView("kmz"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "the same in one file with the symbols of the kinds"),
                 .write = writeKmz},
    ExportFormat{.key = QLatin1StringView("gpx"),
                 .ending = QLatin1StringView("gpx"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "waypoints"),
                 .needsPlace = true,
                 .write = writeGpx},
    ExportFormat{.key = QLatin1StringView("flatgeobuf"),
                 .ending = QLatin1StringView("fgb"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "FlatGeobuf, a compact layer for maps"),
                 .needsPlace = true,
                 .write = writeFlatGeobuf},
    ExportFormat{.key = QLatin1StringView("gpkg"),
                 .ending = QLatin1StringView("gpkg"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "a case of its own with the sources that it needs"),
                 .hidesGraphic = true,
                 .write = writeGeoPackage},
    ExportFormat{.key = QLatin1StringView("annotations"),
                 .ending = QLatin1StringView("jsonld"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "each quote as a W3C Web Annotation"),
                 .write = writeAnnotations},
    ExportFormat{.key = QLatin1StringView("markdown"),
                 .ending = QLatin1StringView("md"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "a report of the incidents by day, with words and sources"),
                 .byDay = true,
                 .write = writeMarkdown},
    ExportFormat{.key = QLatin1StringView("html"),
                 .ending = QLatin1StringView("html"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "the same as a web page in one file"),
                 .byDay = true,
                 .write = writeHtml},
    ExportFormat{.key = QLatin1StringView("timemap"),
                 .ending = QLatin1StringView(),
                 .about = QT_TRANSLATE_NOOP("Exchange", "a folder of the files that TimeMap shows"),
                 .write = writeTimeMap},
    ExportFormat{.key = QLatin1StringView("acled"),
                 .ending = QLatin1StringView("csv"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "a table in the columns of ACLED"),
                 .needsPlace = true,
                 .needsPoint = true,
                 .needsTime = true,
                 .write = writeAcled},
    ExportFormat{.key = QLatin1StringView("ucdp"),
                 .ending = QLatin1StringView("csv"),
                 .about = QT_TRANSLATE_NOOP("Exchange", "a table in the columns of UCDP GED"),
                 .needsPlace = true,
                 .needsPoint = true,
                 .needsTime = true,
                 .write = writeUcdp},
};

} // namespace

std::span<const ExportFormat> exportFormats()
{
    return allFormats;
}

const ExportFormat *exportFormatNamed(QStringView key)
{
    const auto *format = std::ranges::find_if(
        allFormats, [key](const ExportFormat &f) { return key.compare(f.key, Qt::CaseInsensitive) == 0; });
    return format == allFormats.end() ? nullptr : format;
}

const ExportFormat *exportFormatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    const auto *format = std::ranges::find_if(
        allFormats, [&ending](const ExportFormat &f) { return !ending.isEmpty() && f.ending == ending; });
    return format == allFormats.end() ? nullptr : format;
}

} // namespace dateline
