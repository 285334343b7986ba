#include "exchange/cells.h"
#include "exchange/formats.h"
#include "exchange/timetexts.h"
#include "exchange/writerows.h"

namespace dateline
{

namespace
{

class AnnotationWriter
{
public:
    AnnotationWriter(Output &out, ExportRows &rows)
        : m_out(out.text())
        , m_rows(rows)
    {
    }

    void begin()
    {
        m_out.append("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"#annotations\","
                     "\"type\":\"AnnotationPage\"");
        const CaseInfo &info = m_rows.info();
        if (!info.title.isEmpty())
            text(",\"label\":", info.title.toStdString());
        QStringList rights{info.licence, info.notes};
        rights.removeAll(QString());
        if (!rights.isEmpty())
            text(",\"rights\":", rights.join(u'\n').toStdString());
        m_out.append(",\"items\":[");
    }

    void write(const StoredIncident &row)
    {
        for (const StoredQuote &quote : row.quotes) {
            if (!quote.exact.empty())
                write(row, quote);
        }
    }

    void end() { m_out.append("\n]}\n"); }

private:
    void text(std::string_view before, std::string_view value)
    {
        m_out.append(before);
        appendJsonText(m_out, value);
    }

    void write(const StoredIncident &row, const StoredQuote &quote)
    {
        m_out.append(m_isFirst ? "\n" : ",\n");
        m_isFirst = false;
        appendNumber(m_out.append("{\"id\":\"#claim-"), qint64{numberOf(quote.claim)});
        m_out.append("\",\"type\":\"Annotation\",\"motivation\":\"describing\",\"body\":[");
        m_isFirstBody = true;
        body("describing", row.title);
        body("classifying", row.subKind.empty() ? row.kind : row.subKind);
        body("describing", row.place);
        body("describing", m_times.of(row));
        body("assessing", quote.stance);
        body("identifying", quote.speaker);
        m_out.append("],\"target\":{\"source\":");
        writeSource(m_rows.source(quote.document));
        text(",\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":", quote.exact);
        if (!quote.prefix.empty())
            text(",\"prefix\":", quote.prefix);
        if (!quote.suffix.empty())
            text(",\"suffix\":", quote.suffix);
        appendNumber(m_out.append("},{\"type\":\"TextPositionSelector\",\"start\":"), quote.begin);
        appendNumber(m_out.append(",\"end\":"), quote.end);
        m_out.append("}]");
        if (const std::string &retrieved = m_rows.source(quote.document).retrieved; !retrieved.empty()) {
            appendWithSeconds(m_out.append(",\"state\":{\"type\":\"TimeState\",\"sourceDate\":\""), retrieved);
            m_out.append("\"}");
        }
        m_out.append("}}");
    }

    void body(std::string_view purpose, std::string_view value)
    {
        if (value.empty())
            return;
        m_out.append(m_isFirstBody ? "" : ",").append("{\"type\":\"TextualBody\",\"purpose\":\"").append(purpose);
        text("\",\"value\":", value);
        m_out.push_back('}');
        m_isFirstBody = false;
    }

    /// Where it was published, or which text it is, and what people call it.
    void writeSource(const ExportSource &source)
    {
        m_out.append("{\"type\":\"Text\"");
        if (leadsToWeb(source.address))
            text(",\"id\":", source.address);
        else if (!source.textSha256.empty())
            text(",\"id\":", "urn:sha256:" + source.textSha256);
        if (!source.language.empty())
            text(",\"language\":", source.language);
        if (const std::string name = source.name(); !name.empty())
            text(",\"label\":", name);
        m_out.push_back('}');
    }

    std::string &m_out;
    ExportRows &m_rows;
    TimeTexts m_times;
    bool m_isFirst = true;
    bool m_isFirstBody = true;
};

} // namespace

Result<void> writeAnnotations(ExportJob &job)
{
    Output out(job.path());
    AnnotationWriter writer(out, job.rows);
    return writeRows(writer, job.rows, out);
}

} // namespace dateline
