#pragma once

#include "exchange/exchange.h"

namespace dateline
{

class ExportRows;

/// What a format is given to write.
struct ExportJob
{
    ExportRows &rows;
    const ExportOptions &options;
    ExportReport &report;
    const Case &file;
    QString folder; ///< Empty, and moved as a whole to where the export goes in the end.
    QString name; ///< What to call the file there.

    [[nodiscard]] QString path() const { return folder + QLatin1Char('/') + name; }
};

// Each writes one format. Errors: Unwritable, and those of reading the case.
[[nodiscard]] Result<void> writeCsv(ExportJob &job);
[[nodiscard]] Result<void> writeXlsx(ExportJob &job);
[[nodiscard]] Result<void> writeGeoJson(ExportJob &job);
[[nodiscard]] Result<void> writeKml(ExportJob &job);
[[nodiscard]] Result<void> writeKmz(ExportJob &job);
[[nodiscard]] Result<void> writeGpx(ExportJob &job);
[[nodiscard]] Result<void> writeFlatGeobuf(ExportJob &job);
[[nodiscard]] Result<void> writeGeoPackage(ExportJob &job);
[[nodiscard]] Result<void> writeAnnotations(ExportJob &job);
[[nodiscard]] Result<void> writeMarkdown(ExportJob &job);
[[nodiscard]] Result<void> writeHtml(ExportJob &job);
[[nodiscard]] Result<void> writeTimeMap(ExportJob &job);
[[nodiscard]] Result<void> writeAcled(ExportJob &job);
[[nodiscard]] Result<void> writeUcdp(ExportJob &job);

} // namespace dateline
