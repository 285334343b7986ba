#include "exchange/kml.h"

#include "casefile/celltexts.h"
#include "exchange/cells.h"
#include "exchange/exchangetext.h"
#include "exchange/jsoncells.h"
#include "exchange/kmlarea.h"
#include "exchange/timetexts.h"
#include "exchange/writerows.h"
#include "geo/shapes.h"
#include "map/theme.h"

#include <array>
#include <format>

namespace dateline
{

namespace
{

class KmlPlaces
{
public:
    KmlPlaces(Output &out, ExportRows &rows, bool withIcons)
        : m_out(out.text())
        , m_rows(rows)
        , m_withIcons(withIcons)
        , m_exact(keys().locationPrecision[LocationPrecision::Exact])
        , m_near(keys().locationPrecision[LocationPrecision::Near])
        , m_minute(keys().timePrecision[TimePrecision::Minute])
    {
    }

    void begin()
    {
        m_out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n");
        const CaseInfo &info = m_rows.info();
        element("name", info.title.toStdString());
        m_html.clear();
        for (const QString &text : {info.author, info.licence, info.notes}) {
            if (!text.isEmpty())
                paragraph(text.toStdString());
        }
        element("description", m_html);
        for (int kind = 0; kind < kindCount; ++kind)
            writeStyle(static_cast<Kind>(kind));
    }

    void write(const StoredIncident &row)
    {
        m_out.append("<Placemark>");
        element("name", row.title.empty() ? row.kind : row.title);
        writeBalloon(row);
        writeTime(row);
        m_out.append("<styleUrl>#kind-").append(1, static_cast<char>('0' + kindOf(row))).append("</styleUrl>");
        writeData(row);
        writeGeometry(row);
        m_out.append("</Placemark>\n");
    }

    void end() { m_out.append("</Document>\n</kml>\n"); }

private:
    void element(std::string_view name, std::string_view text)
    {
        m_out.append(1, '<').append(name).append(1, '>');
        appendXml(m_out, text);
        m_out.append("</").append(name).append(1, '>');
    }

    void paragraph(std::string_view text)
    {
        m_html.append("<p>");
        appendXml(m_html, text);
        m_html.append("</p>");
    }

    static int kindOf(const StoredIncident &row)
    {
        for (int kind = 0; kind < kindCount; ++kind) {
            if (keys().kind[static_cast<Kind>(kind)] == row.kind)
                return kind;
        }
        return static_cast<int>(Kind::NotStated);
    }

    void writeStyle(Kind kind)
    {
        const QColor colour = colourOf(kind, lightTheme());
        const auto hex = [&colour](int alpha) {
            return std::format("{:02x}{:02x}{:02x}{:02x}", alpha, colour.blue(), colour.green(), colour.red());
        };
        const auto number = static_cast<char>('0' + static_cast<int>(kind));
        m_out.append("<Style id=\"kind-").append(1, number).append("\"><IconStyle>");
        if (m_withIcons)
            m_out.append("<Icon><href>icons/kind-").append(1, number).append(".png</href></Icon>");
        else
            m_out.append("<color>").append(hex(255)).append("</color>");
        constexpr int pale = 70;
        m_out.append("</IconStyle><LineStyle><color>")
            .append(hex(255))
            .append("</color></LineStyle><PolyStyle><color>");
        m_out.append(hex(pale)).append("</color></PolyStyle></Style>\n");
    }

    /// What opens at a click: when, where, what is lost, the words and where they stand, in HTML.
    void writeBalloon(const StoredIncident &row)
    {
        m_html.assign("<p>");
        appendXml(m_html, m_times.of(row));
        if (!row.place.empty()) {
            m_html.append(m_html.size() > 3 ? " · " : "");
            appendXml(m_html, row.place);
        }
        if (row.radiusMetres > 0) {
            m_html.append(", ");
            m_html.append(radiusText(row));
        }
        m_html.append("</p>");
        if (row.losses.size() > 2) {
            readLosses(row.losses, m_losses);
            for (const StoredLoss &loss : m_losses)
                paragraph(wordsOf(loss));
        }
        for (const StoredQuote &quote : row.quotes)
            writeQuote(quote);
        if (!row.notes.empty())
            paragraph(row.notes);
        element("description", m_html);
    }

    void writeQuote(const StoredQuote &quote)
    {
        m_html.append("<blockquote dir=\"auto\">");
        if (quote.exact.empty()) {
            appendXml(m_html, m_hidden);
        } else {
            appendXml(m_html.append("“"), quote.exact);
            m_html.append("”");
        }
        m_html.append("</blockquote><p>");
        const ExportSource &source = m_rows.source(quote.document);
        const std::string name = source.name();
        for (const std::string_view text : {quote.speaker, std::string_view(name)}) {
            if (!text.empty())
                appendXml(m_html.append(m_html.ends_with('>') ? "" : " · "), text);
        }
        if (quote.stance != keys().stance[Stance::Reports]) {
            appendXml(m_html.append(" ("), quote.stance);
            m_html.append(")");
        }
        if (leadsToWeb(source.address)) {
            appendXml(m_html.append(" <a href=\""), source.address);
            appendXml(m_html.append("\">"), source.address);
            m_html.append("</a>");
        }
        m_html.append("</p>");
    }

    void writeTime(const StoredIncident &row)
    {
        if (row.begin.empty())
            return;
        if (row.timePrecision == m_minute) {
            appendWithSeconds(m_out.append("<TimeStamp><when>"), row.begin);
            m_out.append("</when></TimeStamp>");
            return;
        }
        appendWithSeconds(m_out.append("<TimeSpan><begin>"), row.begin);
        appendWithSeconds(m_out.append("</begin><end>"), row.end);
        m_out.append("</end></TimeSpan>");
    }

    void writeData(const StoredIncident &row)
    {
        m_out.append("<ExtendedData>");
        for (const auto &[name, value] : {std::pair<std::string_view, std::string_view>{"kind", row.kind},
                                          {"sub_kind", row.subKind},
                                          {"place", row.place},
                                          {"province", row.province},
                                          {"country", row.country},
                                          {"location_precision", row.placePrecision},
                                          {"status", row.status},
                                          {"data_set_id", row.dataSetId}}) {
            if (value.empty())
                continue;
            m_out.append("<Data name=\"").append(name).append("\"><value>");
            appendXml(m_out, value);
            m_out.append("</value></Data>");
        }
        m_out.append("</ExtendedData>");
    }

    // A pin where it is known exactly or nearly; else an area, so that no pin claims too much.
    void writeGeometry(const StoredIncident &row)
    {
        if (row.point && (row.radiusMetres <= 0 || row.placePrecision == m_exact || row.placePrecision == m_near)) {
            m_out.append("<Point><coordinates>");
            appendNumber(m_out, row.point->lon);
            m_out.push_back(',');
            appendNumber(m_out, row.point->lat);
            m_out.append("</coordinates></Point>");
        } else if (row.point) {
            appendKmlCircle(m_out, *row.point, row.radiusMetres);
        } else if (!row.shape.empty()) {
            m_out.append(utf8Of(kmlFromBlob(row.shape)));
        }
    }

    std::string &m_out;
    ExportRows &m_rows;
    bool m_withIcons;
    std::string_view m_exact;
    std::string_view m_near;
    std::string_view m_minute;
    std::string m_html;
    std::string m_hidden = ExchangeText::tr("The words are left out").toStdString();
    std::vector<StoredLoss> m_losses;
    TimeTexts m_times;
};

} // namespace

Result<void> writeKmlDocument(ExportJob &job, const QString &path, bool withIcons)
{
    Output out(path);
    KmlPlaces places(out, job.rows, withIcons);
    return writeRows(places, job.rows, out);
}

Result<void> writeKml(ExportJob &job)
{
    return writeKmlDocument(job, job.path(), false);
}

} // namespace dateline
