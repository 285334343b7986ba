#include "exchange/cells.h"
#include "exchange/exportrows.h"
#include "exchange/formats.h"
#include "exchange/jsoncells.h"
#include "exchange/output.h"
#include "exchange/timetexts.h"

#include "base/zone.h"
#include "casefile/celltexts.h"

#include <map>
#include <set>

namespace dateline
{

namespace
{

/// The files of TimeMap: every value is a text, and what it does not know makes an event invalid.
class TimeMapEvents
{
public:
    TimeMapEvents(Output &out, ExportRows &rows)
        : m_out(out.text())
        , m_rows(rows)
    {
    }

    void write(const StoredIncident &row)
    {
        m_out.append(m_isFirst ? "\n{" : ",\n{");
        m_isFirst = false;
        m_text.clear();
        appendNumber(m_text, qint64{numberOf(row.id)});
        member("id", m_text);
        m_text.assign(row.title);
        for (const StoredQuote &quote : row.quotes) {
            if (!quote.exact.empty())
                m_text.append(m_text.empty() ? "“" : "\n“").append(quote.exact).append("”");
        }
        member("description", m_text);
        writeTime(row);
        writePlace(row);
        member("type", row.subKind);
        member("category", row.kind);
        member("comments", row.notes);
        readTexts(row.tags, m_texts);
        for (const std::string &tag : m_texts)
            m_associations.emplace("Tag", tag);
        m_texts.insert(m_texts.begin(), std::string(row.kind));
        m_associations.emplace("Kind", row.kind);
        list("associations");
        m_texts.clear();
        for (const StoredQuote &quote : row.quotes) {
            if (std::string id = std::to_string(numberOf(quote.document)); !std::ranges::contains(m_texts, id))
                m_texts.push_back(std::move(id));
            m_documents.insert(quote.document);
        }
        list("sources");
        m_out.push_back('}');
    }

    /// After the events, to other files.
    void writeSources(std::string &to)
    {
        to.push_back('{');
        bool isFirst = true;
        for (const DocumentId id : m_documents) {
            const ExportSource &source = m_rows.source(id);
            const std::string number = std::to_string(numberOf(id));
            to.append(isFirst ? "\n\"" : ",\n\"").append(number).append("\":{\"id\":\"").append(number).append("\"");
            isFirst = false;
            const bool isWeb = leadsToWeb(source.address);
            for (const auto &[key, value] : {std::pair<std::string_view, std::string_view>{"title", source.title},
                                             {"author", source.author},
                                             {"date", source.published},
                                             {"description", source.publisher},
                                             {"url", isWeb ? std::string_view(source.address) : std::string_view()}}) {
                if (!value.empty())
                    appendJsonText(to.append(",\"").append(key).append("\":"), value);
            }
            to.append(",\"paths\":[");
            if (isWeb)
                appendJsonText(to, source.address);
            to.append("]}");
        }
        to.append("\n}\n");
    }

    void writeAssociations(std::string &to) const
    {
        to.push_back('[');
        bool isFirst = true;
        for (const auto &[group, name] : m_associations) {
            appendJsonText(to.append(isFirst ? "\n{\"id\":" : ",\n{\"id\":"), name);
            isFirst = false;
            appendJsonText(to.append(",\"title\":"), name);
            appendJsonText(to.append(",\"desc\":\"\",\"mode\":\"FILTER\",\"filter_paths\":["), group);
            appendJsonText(to.append(","), name);
            to.append("]}");
        }
        to.append("\n]\n");
    }

private:
    void member(std::string_view key, std::string_view value)
    {
        if (value.empty())
            return;
        m_out.append(m_out.ends_with('{') ? "\"" : ",\"").append(key).append("\":");
        appendJsonText(m_out, value);
    }

    void list(std::string_view key) { appendTexts(m_out.append(",\"").append(key).append("\":"), m_texts); }

    // In the incident's own zone, month first, as the example and the best known map have it.
    void writeTime(const StoredIncident &row)
    {
        const std::optional<UtcMinute> begin = utcFromIso(QString::fromUtf8(row.begin));
        if (!begin)
            return;
        const QDateTime local = dateTimeFromUtc(*begin).toTimeZone(zoneOrUtc(QString::fromUtf8(row.zone)));
        member("date", local.toString(QStringLiteral("MM/dd/yyyy")).toStdString());
        if (row.timePrecision == keys().timePrecision[TimePrecision::Minute])
            member("time", local.toString(QStringLiteral("HH:mm")).toStdString());
        else
            member("time_precision", row.timePrecision);
    }

    void writePlace(const StoredIncident &row)
    {
        m_text.assign(row.place.empty() ? row.province : row.place);
        if (const std::string radius = radiusText(row); !radius.empty())
            m_text.append(m_text.empty() ? "" : ", ").append(radius);
        member("location", m_text);
        if (!row.point)
            return;
        m_text.clear();
        appendNumber(m_text, row.point->lat);
        member("latitude", m_text);
        m_text.clear();
        appendNumber(m_text, row.point->lon);
        member("longitude", m_text);
    }

    std::string &m_out;
    ExportRows &m_rows;
    bool m_isFirst = true;
    std::string m_text;
    std::vector<std::string> m_texts;
    std::set<std::pair<std::string, std::string>> m_associations; ///< Group and name.
    std::set<DocumentId> m_documents;
};

} // namespace

Result<void> writeTimeMap(ExportJob &job)
{
    Output events(job.folder + QStringLiteral("/events.json"));
    TimeMapEvents writer(events, job.rows);
    events << "[";
    if (const Result<void> read = job.rows.forEach(true,
                                                   [&](const StoredIncident &row) {
                                                       // It shows what has a day or a position.
                                                       if (row.begin.empty() && !row.point) {
                                                           --job.report.written;
                                                           ++job.report.undated;
                                                           return;
                                                       }
                                                       writer.write(row);
                                                       events.spill();
                                                   });
        !read)
        return read;
    events << "\n]\n";
    if (const Result<void> closed = events.close(); !closed)
        return closed;
    Output sources(job.folder + QStringLiteral("/sources.json"));
    writer.writeSources(sources.text());
    if (const Result<void> closed = sources.close(); !closed)
        return closed;
    Output associations(job.folder + QStringLiteral("/associations.json"));
    writer.writeAssociations(associations.text());
    return associations.close();
}

} // namespace dateline
