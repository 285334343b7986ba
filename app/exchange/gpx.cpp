#include "casefile/geometryblob.h"
#include "exchange/cells.h"
#include "exchange/formats.h"
#include "exchange/timetexts.h"
#include "exchange/writerows.h"

namespace dateline
{

namespace
{

class Waypoints
{
public:
    Waypoints(Output &out, ExportRows &rows)
        : m_out(out.text())
        , m_rows(rows)
    {
    }

    void begin()
    {
        m_out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Dateline\" "
                     "xmlns=\"http://www.topografix.com/GPX/1/1\">\n<metadata>");
        const CaseInfo &info = m_rows.info();
        element("name", info.title.toStdString());
        QStringList about{info.author, info.licence, info.notes};
        about.removeAll(QString());
        element("desc", about.join(u'\n').toStdString());
        m_out.append("</metadata>\n");
    }

    void write(const StoredIncident &row)
    {
        const LonLat at = row.point ? *row.point : middleOf(row.shape);
        appendNumber(m_out.append("<wpt lat=\""), at.lat);
        appendNumber(m_out.append("\" lon=\""), at.lon);
        m_out.append("\">");
        if (!row.begin.empty()) {
            appendWithSeconds(m_out.append("<time>"), row.begin);
            m_out.append("</time>");
        }
        // A waypoint is a point: its label says how far off the place may be.
        m_text.assign(row.title.empty() ? row.kind : row.title);
        if (const std::string radius = radiusText(row); !radius.empty())
            m_text.append(" (").append(radius).append(")");
        element("name", m_text);
        element("cmt", m_times.of(row));
        m_text.clear();
        for (const StoredQuote &quote : row.quotes) {
            if (quote.exact.empty())
                continue;
            m_text.append(m_text.empty() ? "“" : "\n“").append(quote.exact).append("”");
            if (!quote.speaker.empty())
                m_text.append(" – ").append(quote.speaker);
        }
        element("desc", m_text);
        writeSources(row);
        element("type", row.kind);
        m_out.append("</wpt>\n");
    }

    void end() { m_out.append("</gpx>\n"); }

private:
    void element(std::string_view name, std::string_view text)
    {
        if (text.empty())
            return;
        m_out.append(1, '<').append(name).append(1, '>');
        appendXml(m_out, text);
        m_out.append("</").append(name).append(1, '>');
    }

    void writeSources(const StoredIncident &row)
    {
        m_text.clear();
        for (const StoredQuote &quote : row.quotes)
            m_text.append(m_text.empty() ? "" : "; ").append(m_rows.source(quote.document).name());
        element("src", m_text);
        for (const StoredQuote &quote : row.quotes) {
            const ExportSource &source = m_rows.source(quote.document);
            if (!leadsToWeb(source.address))
                continue;
            appendXml(m_out.append("<link href=\""), source.address);
            m_out.append("\">");
            element("text", source.title);
            m_out.append("</link>");
        }
    }

    static LonLat middleOf(std::string_view shape)
    {
        Where where;
        where.geometry = geometryFromBlob(shape).value_or(Geometry{});
        return anchorOf(where).value_or(LonLat{});
    }

    std::string &m_out;
    ExportRows &m_rows;
    std::string m_text;
    TimeTexts m_times;
};

} // namespace

Result<void> writeGpx(ExportJob &job)
{
    Output out(job.path());
    Waypoints waypoints(out, job.rows);
    return writeRows(waypoints, job.rows, out);
}

} // namespace dateline
