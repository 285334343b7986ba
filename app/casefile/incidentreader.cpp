#include "casefile/incidentreader.h"

#include "casefile/celltexts.h"
#include "casefile/geometryblob.h"
#include "casefile/pointblob.h"
#include "casefile/readbeside.h"
#include "casefile/rows.h"
#include "casefile/schema.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <ranges>
#include <string>

namespace dateline
{

/// A text of a cell; what is no UTF-8 in it becomes the sign for that.
class StoredText
{
public:
    std::string_view of(std::string_view text)
    {
        if (isUtf8(text))
            return text;
        m_mended = QString::fromUtf8(text).toStdString();
        return m_mended;
    }

private:
    std::string m_mended;
};

namespace
{

constexpr std::size_t minuteSize = 17; // “2022-09-12T20:05Z”

} // namespace

/// A time as this program writes it, whoever wrote it; empty if it is none.
class StoredTime
{
public:
    std::string_view of(std::string_view text)
    {
        if (text.empty() || (text.size() == minuteSize && text.back() == 'Z' && text[10] == 'T'))
            return text;
        const std::optional<UtcMinute> time = utcFromIso(QString::fromUtf8(text));
        if (!time)
            return {};
        m_text = isoFromUtc(*time).toStdString();
        return m_text;
    }
    /// The minute after @p begin.
    std::string_view after(std::string_view begin)
    {
        const std::optional<UtcMinute> time = utcFromIso(QString::fromUtf8(begin));
        if (!time)
            return {};
        m_text = isoFromUtc(*time + std::chrono::minutes(1)).toStdString();
        return m_text;
    }

private:
    std::string m_text;
};

namespace
{

/// The quotes of one incident after the other, in the order of their incidents.
class QuoteRows
{
public:
    QuoteRows(Database &database, std::int64_t first, std::int64_t last)
        : m_row(database.query("SELECT c.incident_id, c.id, c.stance, q.id, q.document_id, q.begin_position, "
                               "q.end_position, q.exact, q.prefix, q.suffix, q.speaker FROM claim c "
                               "JOIN quote q ON q.id = c.quote_id WHERE c.incident_id BETWEEN ? AND ? "
                               "ORDER BY c.incident_id, c.id",
                               first, last))
        , m_more(m_row.next())
    {
    }

    std::span<StoredQuote> of(std::int64_t incident)
    {
        m_texts.clear();
        m_quotes.clear();
        m_ends.clear();
        while (m_more && m_row.integer(0) < incident)
            m_more = m_row.next();
        for (; m_more && m_row.integer(0) == incident; m_more = m_row.next()) {
            m_quotes.push_back({.claim = ClaimId{m_row.integer(1)},
                                .id = QuoteId{m_row.integer(3)},
                                .document = DocumentId{m_row.integer(4)},
                                .begin = m_row.integer(5),
                                .end = m_row.integer(6)});
            for (const int column : {7, 8, 9, 10, 2}) {
                m_texts.append(m_text.of(m_row.utf8(column)));
                m_ends.push_back(m_texts.size());
            }
        }
        setViews();
        return m_quotes;
    }

private:
    // Only now do the texts stay where they are.
    void setViews()
    {
        std::size_t from = 0;
        auto end = m_ends.begin();
        for (StoredQuote &quote : m_quotes) {
            for (std::string_view *text : {&quote.exact, &quote.prefix, &quote.suffix, &quote.speaker, &quote.stance}) {
                *text = std::string_view(m_texts).substr(from, *end - from);
                from = *end++;
            }
        }
    }

    Statement m_row;
    bool m_more;
    StoredText m_text;
    std::string m_texts;
    std::vector<std::size_t> m_ends;
    std::vector<StoredQuote> m_quotes;
};

} // namespace

struct IncidentReader::Data
{
    std::unique_ptr<Database> database;
    std::array<StoredText, 26> texts;
    StoredTime begin;
    StoredTime end;

    [[nodiscard]] bool readRun(std::int64_t first, std::int64_t last, bool withQuotes, const Take &take);
    void readTime(const Statement &row, StoredIncident &incident);
    void readPlace(const Statement &row, StoredIncident &incident);
    [[nodiscard]] std::string_view text(const Statement &row, int column)
    {
        return texts[static_cast<std::size_t>(column)].of(row.utf8(column));
    }
};

// The columns are those of the table in their order, after the id.

void IncidentReader::Data::readTime(const Statement &row, StoredIncident &incident)
{
    incident.begin = begin.of(row.utf8(5));
    if (incident.begin.empty())
        return;
    incident.end = end.of(row.utf8(6));
    if (incident.end <= incident.begin) // Also in the order of time.
        incident.end = end.after(incident.begin);
    incident.timePrecision = text(row, 7);
    if (incident.timePrecision.empty())
        incident.timePrecision = keys().timePrecision[TimePrecision::Minute];
    incident.zone = text(row, 8);
    incident.timeAsWritten = text(row, 9);
}

void IncidentReader::Data::readPlace(const Statement &row, StoredIncident &incident)
{
    const std::string_view blob = row.bytes(1);
    incident.placePrecision = text(row, 13);
    // Another program may have drawn the place alone.
    if (blob.empty() && incident.placePrecision.empty())
        return;
    if (!std::ranges::any_of(std::views::iota(0, locationPrecisionCount), [&](int i) {
            return incident.placePrecision == keys().locationPrecision[static_cast<LocationPrecision>(i)];
        }))
        incident.placePrecision = keys().locationPrecision[LocationPrecision::Near];
    incident.point = pointFromBlob(blob);
    if (!incident.point && !blob.empty()) {
        if (const std::optional<Geometry> geometry = geometryFromBlob(blob); geometry && !geometry->parts.empty()) {
            if (geometry->type == Geometry::Type::Point)
                incident.point = geometry->parts.front().front();
            else
                incident.shape = blob;
        }
    }
    if (incident.point && !isStorable(*incident.point))
        incident.point.reset();
    incident.place = text(row, 10);
    incident.province = text(row, 11);
    incident.country = text(row, 12);
    incident.radiusMetres = std::isfinite(row.real(14)) ? std::max(0.0, row.real(14)) : 0;
    incident.placeAsWritten = text(row, 15);
}

bool IncidentReader::Data::readRun(std::int64_t first, std::int64_t last, bool withQuotes, const Take &take)
{
    static const std::string sql =
        ("SELECT id, " + columnList(incidentTable) + " FROM incident WHERE id BETWEEN ? AND ? ORDER BY id")
            .toStdString();
    std::optional<QuoteRows> quotes;
    if (withQuotes)
        quotes.emplace(*database, first, last);
    for (Statement row = database->query(sql, first, last); row.next();) {
        StoredIncident incident;
        incident.id = IncidentId{row.integer(0)};
        incident.title = text(row, 2);
        incident.kind = text(row, 3);
        incident.subKind = text(row, 4);
        readTime(row, incident);
        readPlace(row, incident);
        incident.actors = text(row, 16);
        incident.losses = text(row, 17);
        incident.status = text(row, 18);
        incident.credibility = static_cast<int>(std::clamp<std::int64_t>(row.integer(19), 0, 6));
        incident.tags = text(row, 20);
        incident.notes = text(row, 21);
        incident.graphic = row.integer(22) != 0;
        incident.sensitive = row.integer(23) != 0;
        incident.dataSetId = text(row, 24);
        incident.attributes = text(row, 25);
        if (quotes)
            incident.quotes = quotes->of(numberOf(incident.id));
        if (!take(incident))
            return false;
    }
    return !database->failed();
}

IncidentReader::IncidentReader(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

IncidentReader::~IncidentReader() = default;

Result<std::unique_ptr<IncidentReader>> IncidentReader::open(const QString &casePath)
{
    Result<std::unique_ptr<Database>> database = openToRead(casePath, Newer::Read);
    if (!database)
        return std::unexpected(database.error());
    (*database)->run("BEGIN");
    (*database)->run("SELECT 1 FROM sqlite_schema LIMIT 1"); // What others write from now on is not seen.
    if (std::optional<Error> error = (*database)->takeFailure())
        return std::unexpected(std::move(*error));
    auto data = std::make_unique<Data>();
    data->database = std::move(*database);
    return std::unique_ptr<IncidentReader>(new IncidentReader(std::move(data)));
}

Result<void> IncidentReader::forEach(const std::optional<std::span<const IncidentId>> &ids, bool withQuotes,
                                     const Take &take)
{
    const auto finished = [this] {
        std::optional<Error> error = m_data->database->takeFailure();
        return error ? Result<void>(std::unexpected(std::move(*error))) : Result<void>();
    };
    if (!ids) {
        static_cast<void>(m_data->readRun(std::numeric_limits<std::int64_t>::min(),
                                          std::numeric_limits<std::int64_t>::max(), withQuotes, take));
        return finished();
    }
    // Runs of ids without a gap are read in one go.
    for (std::size_t from = 0; from < ids->size();) {
        std::size_t to = from + 1;
        while (to < ids->size() && numberOf((*ids)[to]) == numberOf((*ids)[to - 1]) + 1)
            ++to;
        if (!m_data->readRun(numberOf((*ids)[from]), numberOf((*ids)[to - 1]), withQuotes, take))
            break;
        from = to;
    }
    return finished();
}

Result<Document> IncidentReader::document(DocumentId id)
{
    static const std::string sql =
        ("SELECT id, " + columnList(documentTable) + " FROM document WHERE id = ?").toStdString();
    Document document;
    {
        Statement row = m_data->database->query(sql, numberOf(id));
        if (row.next())
            document = documentFrom(row);
        if (document.title.isEmpty() && document.id != DocumentId{})
            document.title = row.text(1); // Made from its text, which is not read here.
    }
    if (document.id == DocumentId{} && !m_data->database->failed())
        return failure(Error::Kind::NotFound,
                       QCoreApplication::translate("Case", "Document %1 is no longer in the case").arg(numberOf(id)));
    return m_data->database->checked(std::move(document));
}

} // namespace dateline
