#include "exchange/exportrows.h"
#include "exchange/formats.h"
#include "exchange/jsoncells.h"
#include "exchange/output.h"
#include "geo/featurefile.h"

#include <QFile>

#include <array>

namespace dateline
{

namespace
{

constexpr auto asText = FeatureFile::Type::Text;
constexpr auto asJson = FeatureFile::Type::Json;

constexpr std::array flatFields{
    FeatureFile::Field{"id", FeatureFile::Type::Integer},
    FeatureFile::Field{"radius_m", FeatureFile::Type::Real},
    FeatureFile::Field{"credibility", FeatureFile::Type::Integer},
    FeatureFile::Field{"graphic", FeatureFile::Type::Flag},
    FeatureFile::Field{"sensitive", FeatureFile::Type::Flag},
    FeatureFile::Field{"title", asText},
    FeatureFile::Field{"kind", asText},
    FeatureFile::Field{"sub_kind", asText},
    FeatureFile::Field{"time_begin", asText},
    FeatureFile::Field{"time_end", asText},
    FeatureFile::Field{"time_precision", asText},
    FeatureFile::Field{"time_zone", asText},
    FeatureFile::Field{"time_as_written", asText},
    FeatureFile::Field{"place", asText},
    FeatureFile::Field{"province", asText},
    FeatureFile::Field{"country", asText},
    FeatureFile::Field{"location_precision", asText},
    FeatureFile::Field{"place_as_written", asText},
    FeatureFile::Field{"status", asText},
    FeatureFile::Field{"notes", asText},
    FeatureFile::Field{"data_set_id", asText},
    FeatureFile::Field{"actors", asJson},
    FeatureFile::Field{"losses", asJson},
    FeatureFile::Field{"tags", asJson},
    FeatureFile::Field{"attributes", asJson},
    FeatureFile::Field{"words", asText},
    FeatureFile::Field{"sources", asText},
};
constexpr int firstFlatText = 5;

void addFeature(FeatureFile &file, ExportRows &rows, const StoredIncident &row)
{
    int field = 0;
    file.set(field++, std::int64_t{numberOf(row.id)});
    if (row.radiusMetres > 0)
        file.set(field, row.radiusMetres);
    ++field;
    file.set(field++, std::int64_t{row.credibility});
    file.set(field++, std::int64_t{row.graphic});
    file.set(field++, std::int64_t{row.sensitive});
    Q_ASSERT(field == firstFlatText);
    for (const std::string_view text : {row.title, row.kind, row.subKind, row.begin, row.end, row.timePrecision,
                                        row.zone, row.timeAsWritten, row.place, row.province, row.country,
                                        row.placePrecision, row.placeAsWritten, row.status, row.notes, row.dataSetId})
        file.set(field++, text);
    for (const std::string_view json : {row.actors, row.losses, row.tags, row.attributes})
        file.set(field++, isJson(json) ? json : std::string_view());
    std::string words;
    std::string sources;
    for (const StoredQuote &quote : row.quotes) {
        if (!quote.exact.empty())
            words.append(words.empty() ? "“" : "\n“").append(quote.exact).append("”");
        sources.append(sources.empty() ? "" : "\n").append(rows.source(quote.document).name());
    }
    file.set(field++, words);
    file.set(field++, sources);
    if (row.point)
        file.setPoint(*row.point);
    else if (!row.shape.empty())
        file.setShape(row.shape);
    file.add();
}

} // namespace

Result<void> writeFlatGeobuf(ExportJob &job)
{
    const CaseInfo &info = job.rows.info();
    QStringList about{info.author, info.licence, info.notes};
    about.removeAll(QString());
    // GDAL makes a folder of a name with another ending.
    const QString path = job.folder + QStringLiteral("/new.fgb");
    Result<FeatureFile> file = FeatureFile::create(path, info.title, about.join(u'\n'), flatFields);
    if (!file)
        return std::unexpected(file.error());
    const Result<void> read =
        job.rows.forEach(true, [&](const StoredIncident &row) { addFeature(*file, job.rows, row); });
    if (const Result<void> closed = read ? file->close() : read; !closed)
        return closed;
    if (path != job.path() && !QFile::rename(path, job.path()))
        return std::unexpected(unwritable(job.name));
    return {};
}

} // namespace dateline
