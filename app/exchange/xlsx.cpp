#include "exchange/cells.h"
#include "exchange/exchangetext.h"
#include "exchange/exportrows.h"
#include "exchange/formats.h"
#include "exchange/jsoncells.h"
#include "exchange/xlsxsheet.h"
#include "geo/shapes.h"

#include <QFile>

#include <array>
#include <set>

namespace dateline
{

namespace
{

constexpr std::array<std::string_view, 28> incidentHead{"id",
                                                        "title",
                                                        "kind",
                                                        "sub_kind",
                                                        "time_begin",
                                                        "time_end",
                                                        "time_precision",
                                                        "time_zone",
                                                        "time_as_written",
                                                        "longitude",
                                                        "latitude",
                                                        "geometry_wkt",
                                                        "place",
                                                        "province",
                                                        "country",
                                                        "location_precision",
                                                        "radius_m",
                                                        "place_as_written",
                                                        "actors",
                                                        "losses",
                                                        "status",
                                                        "credibility",
                                                        "tags",
                                                        "notes",
                                                        "graphic",
                                                        "sensitive",
                                                        "data_set_id",
                                                        "attributes"};
constexpr std::array<std::string_view, 9> quoteHead{"incident", "words",  "speaker", "stance", "source",
                                                    "prefix",   "suffix", "begin",   "end"};
constexpr std::array<std::string_view, 9> sourceHead{"source",  "publisher", "title",    "author", "date",
                                                     "address", "retrieved", "language", "grade"};
constexpr std::array<std::string_view, 2> caseHead{"case", "text"};

/// Names in a line each, and losses as people read them.
std::string linesOf(const std::vector<std::string> &texts)
{
    std::string lines;
    for (const std::string &text : texts)
        lines.append(lines.empty() ? "" : "\n").append(text);
    return lines;
}

std::string namesIn(std::string_view json)
{
    std::vector<std::string> names;
    readTexts(json, names);
    return linesOf(names);
}

std::string lossesIn(std::string_view json)
{
    std::vector<StoredLoss> losses;
    readLosses(json, losses);
    std::vector<std::string> words;
    for (const StoredLoss &loss : losses)
        words.push_back(wordsOf(loss));
    return linesOf(words);
}

void addIncident(XlsxSheet &sheet, const StoredIncident &row)
{
    sheet.number(static_cast<double>(numberOf(row.id)));
    for (const std::string_view text :
         {row.title, row.kind, row.subKind, row.begin, row.end, row.timePrecision, row.zone, row.timeAsWritten})
        sheet.text(text);
    if (row.point) {
        sheet.number(row.point->lon);
        sheet.number(row.point->lat);
    } else {
        sheet.skip();
        sheet.skip();
    }
    sheet.text(row.shape.empty() ? std::string_view() : utf8Of(wktFromBlob(row.shape)));
    for (const std::string_view text : {row.place, row.province, row.country, row.placePrecision})
        sheet.text(text);
    sheet.number(row.radiusMetres);
    sheet.text(row.placeAsWritten);
    sheet.text(namesIn(row.actors));
    sheet.text(lossesIn(row.losses));
    sheet.text(row.status);
    sheet.number(row.credibility);
    sheet.text(namesIn(row.tags));
    sheet.text(row.notes);
    sheet.text(row.graphic ? "true" : "");
    sheet.text(row.sensitive ? "true" : "");
    sheet.text(row.dataSetId);
    sheet.text(row.attributes);
}

void addQuote(XlsxSheet &sheet, const StoredIncident &row, const StoredQuote &quote)
{
    sheet.number(static_cast<double>(numberOf(row.id)));
    for (const std::string_view text : {quote.exact, quote.speaker, quote.stance})
        sheet.text(text);
    sheet.number(static_cast<double>(numberOf(quote.document)));
    sheet.text(quote.prefix);
    sheet.text(quote.suffix);
    sheet.number(static_cast<double>(quote.begin));
    sheet.number(static_cast<double>(quote.end));
}

void addSource(XlsxSheet &sheet, const ExportSource &source)
{
    sheet.number(static_cast<double>(numberOf(source.id)));
    for (const std::string_view text :
         {std::string_view(source.publisher), std::string_view(source.title), std::string_view(source.author),
          std::string_view(source.published), std::string_view(source.address), std::string_view(source.retrieved),
          std::string_view(source.language)})
        sheet.text(text);
    sheet.text(source.grade == 0 ? std::string_view() : std::string_view(&source.grade, 1));
}

/// The sheets of a workbook, each in a file until they are packed.
class Workbook
{
public:
    explicit Workbook(ExportJob &job)
        : m_job(job)
    {
    }

    /// @param fill adds the rows.
    template<typename Fill>
    [[nodiscard]] Result<void> add(std::string_view name, std::span<const std::string_view> head, const Fill &fill)
    {
        const QString path = m_job.folder + QStringLiteral("/sheet%1.part").arg(m_paths.size());
        XlsxSheet sheet(path, head);
        if (const Result<void> filled = fill(sheet); !filled)
            return filled;
        m_paths.push_back(path);
        m_names.push_back(name);
        m_cut += sheet.cutTexts();
        return sheet.close();
    }

    [[nodiscard]] Result<void> write()
    {
        const Result<void> written = writeWorkbook(m_job.path(), m_paths, m_names);
        for (const QString &path : m_paths)
            QFile::remove(path);
        if (m_cut > 0)
            m_job.report.notes.append(
                ExchangeText::tr("%1 texts were too long for a cell and end with “…”").arg(m_cut));
        return written;
    }

private:
    ExportJob &m_job;
    std::vector<QString> m_paths;
    std::vector<std::string_view> m_names;
    qint64 m_cut = 0;
};

Result<void> tooLong(ExportJob &job)
{
    return failure(Error::Kind::Unsupported,
                   ExchangeText::tr("A workbook holds %1 rows and this is more: narrow the filter, or write CSV")
                       .arg(XlsxSheet::mostRows - 1),
                   job.name);
}

} // namespace

Result<void> writeXlsx(ExportJob &job)
{
    Workbook book(job);
    std::set<DocumentId> documents;
    bool isWhole = job.rows.count() < XlsxSheet::mostRows;
    if (!isWhole)
        return tooLong(job);
    Result<void> done = book.add("incidents", incidentHead, [&](XlsxSheet &sheet) {
        return job.rows.forEach(true, [&](const StoredIncident &row) {
            static_cast<void>(sheet.beginRow());
            addIncident(sheet, row);
            sheet.endRow();
        });
    });
    if (!done)
        return done;
    done = book.add("quotes", quoteHead, [&](XlsxSheet &sheet) {
        return job.rows.forEach(true, [&](const StoredIncident &row) {
            for (const StoredQuote &quote : row.quotes) {
                documents.insert(quote.document);
                isWhole = isWhole && sheet.beginRow();
                if (!isWhole)
                    return;
                addQuote(sheet, row, quote);
                sheet.endRow();
            }
        });
    });
    if (!done || !isWhole)
        return done ? tooLong(job) : done;
    done = book.add("sources", sourceHead, [&](XlsxSheet &sheet) {
        for (const DocumentId id : documents) {
            isWhole = isWhole && sheet.beginRow();
            if (!isWhole)
                return tooLong(job);
            addSource(sheet, job.rows.source(id));
            sheet.endRow();
        }
        return Result<void>();
    });
    if (!done)
        return done;
    done = book.add("case", caseHead, [&](XlsxSheet &sheet) {
        const CaseInfo &info = job.rows.info();
        for (const auto &[name, text] : {std::pair<std::string_view, const QString &>{"title", info.title},
                                         {"author", info.author},
                                         {"licence", info.licence},
                                         {"notes", info.notes}}) {
            static_cast<void>(sheet.beginRow());
            sheet.text(name);
            sheet.text(text.toStdString());
            sheet.endRow();
        }
        return Result<void>();
    });
    return done ? book.write() : done;
}

} // namespace dateline
