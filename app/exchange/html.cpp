#include "exchange/cells.h"
#include "exchange/exchangetext.h"
#include "exchange/output.h"
#include "exchange/reportdays.h"

namespace dateline
{

namespace
{

constexpr std::string_view reportStyle = R"(
:root { color-scheme: light dark; --ink: #1f2933; --muted: #52606d; --page: #ffffff; --line: #cbd2d9; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7eb; --muted: #9aa5b1; --page: #14191f; --line: #3e4c59; --link: #8ec3ff; }
}
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
a { color: var(--link); }
figure { margin: 0; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
.about, cite, footer { color: var(--muted); }
.about { margin: 0 0 0.5rem; }
blockquote { margin: 0.5rem 0 0.5rem 1rem; font-family: Georgia, serif; }
cite { display: block; font: 0.875rem/1.4 system-ui, sans-serif; }
li { margin-bottom: 0.5rem; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 0.5rem; font-size: 0.875rem; }
)";

class HtmlReport final : public ReportForm
{
public:
    HtmlReport(Output &out, const ExportOptions &options)
        : m_out(out.text())
        , m_options(options)
    {
    }

    void begin(const CaseInfo &info) override
    {
        const QString title = info.title.isEmpty() ? ExchangeText::tr("Reported incidents") : info.title;
        m_out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                     "style-src 'unsafe-inline'\">\n<meta name=\"generator\" content=\"Dateline\">\n");
        element("title", {}, title.toStdString());
        m_out.append("<style>").append(reportStyle).append("</style>\n</head>\n<body>\n<main>\n");
        element("h1", {}, title.toStdString());
        if (!info.author.isEmpty())
            element("p", "about", info.author.toStdString());
        if (!m_options.figure.isEmpty()) {
            m_out.append("<figure><img alt=\"");
            appendXml(m_out, m_options.figureText.toStdString());
            m_out.append("\" src=\"data:image/png;base64,").append(utf8Of(m_options.figure.toBase64()));
            m_out.append("\"></figure>\n");
        }
        m_terms = {info.licence, info.notes};
    }

    void beginDay(const std::string &heading) override
    {
        m_out.append("<section>\n");
        element("h2", {}, heading);
    }

    void add(const ReportIncident &incident) override
    {
        m_out.append("<article>\n");
        element("h3", {}, incident.title);
        m_out.append("<p class=\"about\">");
        bool isFirst = true;
        for (const std::string_view part : {std::string_view(incident.time), std::string_view(incident.place),
                                            std::string_view(incident.kind), incident.status}) {
            if (part.empty())
                continue;
            appendXml(m_out.append(isFirst ? "" : " · "), part);
            isFirst = false;
        }
        m_out.append("</p>\n");
        if (!incident.losses.empty()) {
            m_out.append("<ul>\n");
            for (const std::string &loss : incident.losses)
                element("li", {}, loss);
            m_out.append("</ul>\n");
        }
        for (const ReportQuote &quote : incident.quotes)
            addQuote(quote);
        if (!incident.notes.empty())
            element("p", {}, incident.notes);
        m_out.append("</article>\n");
    }

    void endDay() override { m_out.append("</section>\n"); }

    void end(const std::vector<ExportSource> &sources, const QStringList &leftOut) override
    {
        if (!sources.empty()) {
            m_out.append("<section>\n");
            element("h2", {}, ExchangeText::tr("Sources").toStdString());
            m_out.append("<ol>\n");
            qint64 number = 0;
            for (const ExportSource &source : sources)
                addSource(source, ++number);
            m_out.append("</ol>\n</section>\n");
        }
        m_out.append("</main>\n<footer>\n");
        for (const QString &sentence : leftOut + m_terms) {
            if (!sentence.isEmpty())
                element("p", {}, sentence.toStdString());
        }
        element("p", {}, ExchangeText::tr("Made with Dateline").toStdString());
        m_out.append("</footer>\n</body>\n</html>\n");
    }

private:
    void element(std::string_view name, std::string_view kind, std::string_view text)
    {
        m_out.append(1, '<').append(name);
        if (!kind.empty())
            m_out.append(" class=\"").append(kind).append(1, '"');
        appendXml(m_out.append(1, '>'), text);
        m_out.append("</").append(name).append(">\n");
    }

    void addQuote(const ReportQuote &quote)
    {
        m_out.append("<blockquote dir=\"auto\">");
        if (quote.words.empty()) {
            appendXml(m_out, ExchangeText::tr("The words are left out").toStdString());
        } else {
            appendXml(m_out.append("“"), quote.words);
            m_out.append("”");
        }
        m_out.append("<cite>");
        if (!quote.speaker.empty()) {
            appendXml(m_out, quote.speaker);
            m_out.push_back(' ');
        }
        appendNumber(m_out.append("<a href=\"#source-"), qint64{quote.source});
        appendNumber(m_out.append("\">["), qint64{quote.source});
        m_out.append("]</a>");
        if (!quote.stance.empty()) {
            appendXml(m_out.append(" ("), quote.stance);
            m_out.push_back(')');
        }
        m_out.append("</cite></blockquote>\n");
    }

    void addSource(const ExportSource &source, qint64 number)
    {
        appendNumber(m_out.append("<li id=\"source-"), number);
        m_out.append("\">");
        const std::string name = source.name();
        appendXml(m_out, name.empty() ? ExchangeText::tr("Withheld").toStdString() : name);
        if (leadsToWeb(source.address)) {
            appendXml(m_out.append(" <a href=\""), source.address);
            appendXml(m_out.append("\" rel=\"noreferrer\">"), source.address);
            m_out.append("</a>");
        }
        m_out.append("</li>\n");
    }

    std::string &m_out;
    const ExportOptions &m_options;
    QStringList m_terms;
};

} // namespace

Result<void> writeHtml(ExportJob &job)
{
    Output out(job.path());
    HtmlReport report(out, job.options);
    const Result<void> read = writeReport(job, report, [&out] { out.spill(); });
    return read ? out.close() : read;
}

} // namespace dateline
