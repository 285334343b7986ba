#include "exchange/exchange.h"

#include "exchange/exchangetext.h"
#include "exchange/exportrows.h"
#include "exchange/formats.h"
#include "exchange/newfiles.h"

#include <QFileInfo>

namespace dateline
{

namespace
{

QString endingList()
{
    QStringList endings;
    for (const ExportFormat &format : exportFormats()) {
        if (!format.ending.isEmpty() && !endings.contains(QLatin1Char('.') + format.ending))
            endings.append(QLatin1Char('.') + format.ending);
    }
    return endings.join(QStringLiteral(", "));
}

/// Refuses to put an export where it would take the place of what is more than an export.
Result<void> checkTarget(const Case &file, const QString &path, const ExportFormat &format)
{
    const QFileInfo info(path);
    if (info.fileName().isEmpty() || info.isDir())
        return failure(Error::Kind::Conflict,
                       ExchangeText::tr("“%1” is a folder that is there already: choose another name").arg(path), path);
    const bool isOurs = info.exists() && info.canonicalFilePath() == QFileInfo(file.path()).canonicalFilePath();
    if (isOurs || (info.exists() && (format.key == QLatin1StringView("gpkg") || format.ending.isEmpty())))
        return failure(Error::Kind::Conflict,
                       ExchangeText::tr("“%1” is there already and is not replaced: choose another name").arg(path),
                       path);
    return {};
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(count);
}

} // namespace

Result<ExportReport> exportIncidents(const Case &file, const QString &path, const ExportOptions &options,
                                     const ExportProceed &proceed)
{
    const ExportFormat *format = options.format ? options.format : exportFormatOf(path);
    if (!format)
        return failure(Error::Kind::Unsupported,
                       ExchangeText::tr("The ending of “%1” names no format: there are %2").arg(path, endingList()),
                       path);
    if (const Result<void> free = checkTarget(file, path, *format); !free)
        return std::unexpected(free.error());
    ExportReport report{.format = format};
    const Result<std::unique_ptr<ExportRows>> rows = ExportRows::open(file, options, *format, report, proceed);
    if (!rows)
        return std::unexpected(rows.error());
    Result<NewFiles> files = NewFiles::beside(path);
    if (!files)
        return std::unexpected(files.error());
    ExportJob job{**rows, options, report, file, files->folder(), QFileInfo(path).fileName()};
    if (const Result<void> written = format->write(job); !written)
        return std::unexpected(written.error());
    report.cancelled = (*rows)->isCancelled();
    if (report.cancelled)
        return report;
    Result<QStringList> moved = format->ending.isEmpty() ? files->moveFolder() : files->moveFiles();
    if (!moved)
        return std::unexpected(moved.error());
    report.files = std::move(*moved);
    return report;
}

QStringList leftOutSentences(const ExportReport &report)
{
    QStringList sentences;
    const auto add = [&sentences](qint64 count, const QString &one, const QString &many) {
        if (count > 0)
            sentences.append(counted(count, one, many));
    };
    add(report.filtered, ExchangeText::tr("1 incident is not shown and was left out"),
        ExchangeText::tr("%1 incidents are not shown and were left out"));
    add(report.missing, ExchangeText::tr("1 incident that was asked for is not in the case"),
        ExchangeText::tr("%1 incidents that were asked for are not in the case"));
    add(report.unplaced, ExchangeText::tr("1 incident has no position and was left out: the format needs one"),
        ExchangeText::tr("%1 incidents have no position and were left out: the format needs one"));
    add(report.undated, ExchangeText::tr("1 incident has no time and was left out: the format needs one"),
        ExchangeText::tr("%1 incidents have no time and were left out: the format needs one"));
    add(report.blurred, ExchangeText::tr("1 sensitive place is blurred"),
        ExchangeText::tr("%1 sensitive places are blurred"));
    add(report.withheld,
        ExchangeText::tr("The words of 1 quote were left out: they are graphic or name a blurred place"),
        ExchangeText::tr("The words of %1 quotes were left out: they are graphic or name a blurred place"));
    add(report.exact, ExchangeText::tr("1 sensitive place is written exactly: pass the file on with care"),
        ExchangeText::tr("%1 sensitive places are written exactly: pass the file on with care"));
    return sentences;
}

} // namespace dateline
