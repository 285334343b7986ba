#include "places/addplaces.h"

#include "places/addplacestext.h"
#include "places/geonamesrows.h"
#include "places/linereader.h"
#include "places/placetable.h"
#include "places/placewriter.h"

#include <sqlite3.h>

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

namespace dateline
{

namespace
{

/// “UA” for UA.zip, UA.txt and UA.txt.gz.
QString sourceOf(const QString &file)
{
    return QFileInfo(file).fileName().section(u'.', 0, 0);
}

class Adding
{
public:
    Adding(const QString &file, const ProvinceFinder &provinces, const AddingProgress &progress,
           const std::stop_token &stop)
        : m_provinces(provinces)
        , m_progress(progress)
        , m_stop(stop)
    {
        m_report.source = sourceOf(file);
    }

    Result<PlacesAdded> read(LineReader &lines, PlaceWriter &writer)
    {
        Result<qint64> replaced = writer.copyAllBut(m_report.source);
        if (!replaced)
            return std::unexpected(replaced.error());
        m_report.replaced = *replaced;
        std::optional<PlaceTable> table;
        PlaceRow row;
        constexpr qint64 stride = 4096; // Rows between two looks at who waits.
        while (lines.next()) {
            if (lines.line().empty())
                continue;
            if (!m_begun && !GeoNamesRows::isLine(lines.line())) {
                Result<PlaceTable> header = PlaceTable::fromHeader(lines.line());
                if (!header)
                    return std::unexpected(header.error());
                table = std::move(*header);
                m_begun = true;
                continue;
            }
            m_begun = true;
            take(table ? table->read(lines.line(), row) : m_geoNames.read(lines.line(), row), row, lines.number(),
                 writer);
            if (lines.number() % stride == 0 && pausesToStop(lines.share()))
                return m_report;
        }
        if (lines.error())
            return std::unexpected(*lines.error());
        return m_report;
    }

private:
    void take(const RowOutcome &outcome, const PlaceRow &row, qint64 line, PlaceWriter &writer)
    {
        constexpr qsizetype mostTold = 100;
        switch (outcome.kind) {
        case RowOutcome::Kind::Taken:
            writer.add(row, m_report.source, m_provinces);
            ++m_report.added;
            break;
        case RowOutcome::Kind::LeftOut: ++m_report.leftOut; break;
        case RowOutcome::Kind::Refused:
            ++m_report.refused;
            if (m_report.refusals.size() < mostTold)
                m_report.refusals.append(AddPlacesText::tr("Line %1 %2").arg(line).arg(outcome.why));
        }
    }

    bool pausesToStop(double share)
    {
        constexpr double reading = 0.8; // The rest of the time goes into the index.
        if (m_progress)
            m_progress(share * reading);
        m_report.cancelled = m_stop.stop_requested();
        return m_report.cancelled;
    }

    const ProvinceFinder &m_provinces;
    const AddingProgress &m_progress;
    const std::stop_token &m_stop;
    GeoNamesRows m_geoNames;
    PlacesAdded m_report;
    bool m_begun = false;
};

} // namespace

QString userPlacesFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("places.sqlite"));
}

Result<PlacesAdded> addPlaces(const QString &file, const QString &userPath, const QString &basePath,
                              const AddingProgress &progress, const std::stop_token &stop)
{
    Result<LineReader> lines = LineReader::open(file);
    if (!lines)
        return std::unexpected(lines.error());
    const Result<PlaceFile> base = PlaceFile::open(basePath, 0);
    if (!base)
        return std::unexpected(base.error());
    QDir().mkpath(QFileInfo(userPath).absolutePath());
    QLockFile lock(userPath + QStringLiteral(".lock"));
    lock.lock();
    Result<PlaceWriter> writer = PlaceWriter::begin(userPath);
    if (!writer)
        return std::unexpected(writer.error());
    const ProvinceFinder provinces(*base);
    Result<PlacesAdded> report = Adding(file, provinces, progress, stop).read(*lines, *writer);
    if (!report || report->cancelled)
        return report;
    if (report->added == 0) {
        return failure(
            Error::Kind::Malformed,
            AddPlacesText::tr("“%1” holds no place that can be taken; %2")
                .arg(QFileInfo(file).fileName(),
                     report->refusals.isEmpty() ? AddPlacesText::tr("it has no rows") : report->refusals.front()),
            file);
    }
    if (Result<void> finished = writer->finish(); !finished)
        return std::unexpected(finished.error());
    if (progress)
        progress(1);
    return report;
}

Result<PlacesAdded> removePlaces(const QString &source, const QString &userPath)
{
    QLockFile lock(userPath + QStringLiteral(".lock"));
    if (QFileInfo::exists(userPath))
        lock.lock();
    Result<PlaceWriter> writer = PlaceWriter::begin(userPath);
    if (!writer)
        return std::unexpected(writer.error());
    PlacesAdded report{.source = source};
    const Result<qint64> removed = writer->copyAllBut(source);
    if (!removed)
        return std::unexpected(removed.error());
    report.replaced = *removed;
    if (report.replaced == 0) {
        return failure(
            Error::Kind::NotFound,
            AddPlacesText::tr("No places were added from “%1”; “dateline places list” names what was").arg(source),
            source);
    }
    if (Result<void> finished = writer->finish(); !finished)
        return std::unexpected(finished.error());
    return report;
}

Result<std::vector<PlaceSource>> placeSources(const QString &userPath)
{
    std::vector<PlaceSource> sources;
    if (!QFileInfo::exists(userPath))
        return sources;
    const Result<PlaceFile> file = PlaceFile::open(userPath, 0);
    if (!file)
        return std::unexpected(file.error());
    const Statement query = file->prepared("SELECT source, count(*) FROM place GROUP BY source ORDER BY source");
    while (query && sqlite3_step(query.get()) == SQLITE_ROW)
        sources.push_back({textOf(query.get(), 0), sqlite3_column_int64(query.get(), 1)});
    return sources;
}

} // namespace dateline
