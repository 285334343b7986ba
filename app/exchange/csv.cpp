#include "exchange/cells.h"
#include "exchange/exportrows.h"
#include "exchange/formats.h"
#include "exchange/jsoncells.h"
#include "exchange/output.h"
#include "geo/shapes.h"

#include <algorithm>

namespace dateline
{

namespace
{

// As the layout “dateline” reads them (tables/layouts/dateline.cpp).
constexpr std::string_view csvHeader =
    "id,title,kind,sub_kind,time_begin,time_end,time_precision,time_zone,time_as_written,longitude,latitude,"
    "geometry_wkt,place,province,country,location_precision,radius_m,place_as_written,actors,losses,status,credibility,"
    "tags,notes,graphic,sensitive,quotes,sources,data_set_id,attributes\r\n";

/// Names as people write them in a cell, “A; B”; as JSON where a name holds what would part it.
void appendNames(std::string &to, std::string_view json, std::vector<std::string> &names)
{
    readTexts(json, names);
    const bool isPlain = std::ranges::none_of(names, [](const std::string &name) {
        return name.find_first_of(";\r\n") != std::string::npos || name.starts_with('[') || name.starts_with(' ')
            || name.ends_with(' ');
    });
    if (!isPlain) {
        appendTexts(to, names);
        return;
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        to.append(i > 0 ? "; " : "").append(names[i]);
}

void appendMember(std::string &to, std::string_view key, std::string_view text)
{
    if (text.empty())
        return;
    to.append(to.ends_with('{') ? "\"" : ",\"").append(key).append("\":");
    appendJsonText(to, text);
}

class CsvWriter
{
public:
    CsvWriter(Output &out, ExportRows &rows, bool isSafe)
        : m_out(out.text())
        , m_rows(rows)
        , m_isSafe(isSafe)
    {
    }

    void write(const StoredIncident &row)
    {
        appendNumber(m_out, qint64{numberOf(row.id)});
        for (const std::string_view text :
             {row.title, row.kind, row.subKind, row.begin, row.end, row.timePrecision, row.zone, row.timeAsWritten})
            cell(text);
        writePosition(row);
        for (const std::string_view text : {row.place, row.province, row.country, row.placePrecision})
            cell(text);
        m_out.push_back(',');
        if (row.radiusMetres > 0)
            appendNumber(m_out, row.radiusMetres);
        cell(row.placeAsWritten);
        names(row.actors);
        cell(row.losses == "[]" ? std::string_view() : row.losses);
        cell(row.status);
        m_out.push_back(',');
        appendNumber(m_out, qint64{row.credibility});
        names(row.tags);
        cell(row.notes);
        m_out.append(row.graphic ? ",true" : ",false").append(row.sensitive ? ",true" : ",false");
        writeQuotes(row);
        cell(row.dataSetId);
        cell(row.attributes);
        m_out.append("\r\n");
    }

private:
    void cell(std::string_view text)
    {
        m_out.push_back(',');
        appendCsv(m_out, text, m_isSafe);
    }

    void names(std::string_view json)
    {
        m_cell.clear();
        appendNames(m_cell, json, m_names);
        cell(m_cell);
    }

    // Numbers are none of the cells that a spreadsheet would run, minus or not.
    void writePosition(const StoredIncident &row)
    {
        m_out.push_back(',');
        if (row.point)
            appendNumber(m_out, row.point->lon);
        m_out.push_back(',');
        if (row.point)
            appendNumber(m_out, row.point->lat);
        if (row.shape.empty())
            m_out.push_back(',');
        else
            cell(utf8Of(wktFromBlob(row.shape)));
    }

    /// The words as JSON objects, and then their sources, each once.
    void writeQuotes(const StoredIncident &row)
    {
        if (row.quotes.empty()) {
            m_out.append(",,");
            return;
        }
        m_cell.assign("[");
        m_sources.clear();
        for (const StoredQuote &quote : row.quotes) {
            m_cell.append(m_cell.size() > 1 ? ",{" : "{");
            appendMember(m_cell, "words", quote.exact);
            appendMember(m_cell, "speaker", quote.speaker);
            appendMember(m_cell, "stance", quote.stance);
            auto source = std::ranges::find(m_sources, quote.document) - m_sources.begin();
            if (source == static_cast<std::ptrdiff_t>(m_sources.size()))
                m_sources.push_back(quote.document);
            m_cell.append(m_cell.ends_with('{') ? "\"source\":" : ",\"source\":");
            appendNumber(m_cell, qint64{source + 1});
            m_cell.push_back('}');
        }
        m_cell.push_back(']');
        cell(m_cell);
        m_cell.assign("[");
        for (const DocumentId id : m_sources) {
            const ExportSource &source = m_rows.source(id);
            m_cell.append(m_cell.size() > 1 ? ",{" : "{");
            appendMember(m_cell, "publisher", source.publisher);
            appendMember(m_cell, "title", source.title);
            appendMember(m_cell, "date", source.published);
            appendMember(m_cell, "address", source.address);
            m_cell.push_back('}');
        }
        m_cell.push_back(']');
        cell(m_cell);
    }

    std::string &m_out;
    ExportRows &m_rows;
    bool m_isSafe;
    std::string m_cell;
    std::vector<std::string> m_names;
    std::vector<DocumentId> m_sources;
};

} // namespace

Result<void> writeCsv(ExportJob &job)
{
    Output out(job.path());
    out << csvHeader;
    CsvWriter writer(out, job.rows, !job.options.lossless);
    const Result<void> read = job.rows.forEach(true, [&](const StoredIncident &row) {
        writer.write(row);
        out.spill();
    });
    return read ? out.close() : read;
}

} // namespace dateline
