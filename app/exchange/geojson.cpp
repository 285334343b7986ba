#include "exchange/cells.h"
#include "exchange/formats.h"
#include "exchange/jsoncells.h"
#include "exchange/writerows.h"
#include "geo/shapes.h"

namespace dateline
{

namespace
{

class GeoJsonWriter
{
public:
    GeoJsonWriter(Output &out, ExportRows &rows)
        : m_out(out.text())
        , m_rows(rows)
    {
    }

    void begin()
    {
        m_out.append("{\"type\":\"FeatureCollection\"");
        const CaseInfo &info = m_rows.info();
        for (const auto &[key, value] : {std::pair<std::string_view, const QString &>{"title", info.title},
                                         {"author", info.author},
                                         {"licence", info.licence},
                                         {"notes", info.notes}})
            member(key, value.toStdString());
        m_out.append(",\"features\":[");
    }

    void write(const StoredIncident &row)
    {
        m_out.append(m_isFirst ? "\n{\"type\":\"Feature\",\"id\":" : ",\n{\"type\":\"Feature\",\"id\":");
        m_isFirst = false;
        appendNumber(m_out, qint64{numberOf(row.id)});
        m_out.append(",\"geometry\":");
        writeGeometry(row);
        m_out.append(",\"properties\":{\"title\":");
        appendJsonText(m_out, row.title);
        member("kind", row.kind);
        member("sub_kind", row.subKind);
        member("time_begin", row.begin);
        member("time_end", row.end);
        member("time_precision", row.timePrecision);
        member("time_zone", row.zone);
        member("time_as_written", row.timeAsWritten);
        member("place", row.place);
        member("province", row.province);
        member("country", row.country);
        member("location_precision", row.placePrecision);
        if (row.radiusMetres > 0) {
            m_out.append(",\"radius_m\":");
            appendNumber(m_out, row.radiusMetres);
        }
        member("place_as_written", row.placeAsWritten);
        json("actors", row.actors);
        json("losses", row.losses);
        member("status", row.status);
        if (row.credibility > 0) {
            m_out.append(",\"credibility\":");
            appendNumber(m_out, qint64{row.credibility});
        }
        json("tags", row.tags);
        member("notes", row.notes);
        if (row.graphic)
            m_out.append(",\"graphic\":true");
        if (row.sensitive)
            m_out.append(",\"sensitive\":true");
        writeQuotes(row);
        member("data_set_id", row.dataSetId);
        json("attributes", row.attributes);
        m_out.append("}}");
    }

    void end() { m_out.append("\n]}\n"); }

private:
    void member(std::string_view key, std::string_view text)
    {
        if (text.empty())
            return;
        m_out.append(",\"").append(key).append("\":");
        appendJsonText(m_out, text);
    }

    /// What is JSON already; what is damaged is left out.
    void json(std::string_view key, std::string_view value)
    {
        if (value.size() > 2 && isJson(value))
            m_out.append(",\"").append(key).append("\":").append(value);
    }

    void writeGeometry(const StoredIncident &row)
    {
        if (row.point) {
            m_out.append("{\"type\":\"Point\",\"coordinates\":[");
            appendNumber(m_out, row.point->lon);
            m_out.push_back(',');
            appendNumber(m_out, row.point->lat);
            m_out.append("]}");
            return;
        }
        const QByteArray shape = row.shape.empty() ? QByteArray() : geoJsonFromBlob(row.shape);
        m_out.append(shape.isEmpty() ? std::string_view("null") : utf8Of(shape));
    }

    void writeQuotes(const StoredIncident &row)
    {
        if (row.quotes.empty())
            return;
        m_out.append(",\"quotes\":[");
        for (const StoredQuote &quote : row.quotes) {
            m_out.append(&quote == row.quotes.data() ? "{\"stance\":" : ",{\"stance\":");
            appendJsonText(m_out, quote.stance);
            member("words", quote.exact);
            member("speaker", quote.speaker);
            const ExportSource &source = m_rows.source(quote.document);
            member("publisher", source.publisher);
            member("title", source.title);
            member("date", source.published);
            member("address", source.address);
            m_out.push_back('}');
        }
        m_out.push_back(']');
    }

    std::string &m_out;
    ExportRows &m_rows;
    bool m_isFirst = true;
};

} // namespace

Result<void> writeGeoJson(ExportJob &job)
{
    Output out(job.path());
    GeoJsonWriter writer(out, job.rows);
    return writeRows(writer, job.rows, out);
}

} // namespace dateline
