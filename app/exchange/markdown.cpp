#include "exchange/cells.h"
#include "exchange/exchangetext.h"
#include "exchange/output.h"
#include "exchange/reportdays.h"

#include <QFileInfo>
#include <QUrl>

namespace dateline
{

namespace
{

class MarkdownReport final : public ReportForm
{
public:
    MarkdownReport(Output &out, QString figure, QString figureText)
        : m_out(out.text())
        , m_figure(std::move(figure))
        , m_figureText(std::move(figureText))
    {
    }

    void begin(const CaseInfo &info) override
    {
        text("# ", info.title.isEmpty() ? ExchangeText::tr("Reported incidents") : info.title);
        m_out.append("\n\n");
        if (!info.author.isEmpty()) {
            text("", info.author);
            m_out.append("\n\n");
        }
        if (!m_figure.isEmpty()) {
            text("![", m_figureText);
            m_out.append("](").append(QUrl::toPercentEncoding(m_figure).toStdString()).append(")\n\n");
        }
        m_terms = {info.licence, info.notes};
    }

    void beginDay(const std::string &heading) override
    {
        line("## ", heading);
        m_out.push_back('\n');
    }

    void add(const ReportIncident &incident) override
    {
        line("### ", incident.title);
        m_out.push_back('\n');
        bool isFirst = true;
        for (const std::string_view part : {std::string_view(incident.time), std::string_view(incident.place),
                                            std::string_view(incident.kind), incident.status}) {
            if (part.empty())
                continue;
            appendMarkdown(m_out.append(isFirst ? "" : " · "), part);
            isFirst = false;
        }
        m_out.append("\n\n");
        for (const std::string &loss : incident.losses)
            line("- ", loss);
        if (!incident.losses.empty())
            m_out.push_back('\n');
        for (const ReportQuote &quote : incident.quotes)
            addQuote(quote);
        if (!incident.notes.empty()) {
            line("", incident.notes);
            m_out.push_back('\n');
        }
    }

    void endDay() override {}

    void end(const std::vector<ExportSource> &sources, const QStringList &leftOut) override
    {
        if (!sources.empty())
            text("## ", ExchangeText::tr("Sources"));
        m_out.append(sources.empty() ? "" : "\n\n");
        int number = 0;
        for (const ExportSource &source : sources) {
            appendNumber(m_out, qint64{++number});
            const std::string name = source.name();
            appendMarkdown(m_out.append(". "), name.empty() ? ExchangeText::tr("Withheld").toStdString() : name);
            if (leadsToWeb(source.address)) {
                m_out.append(" <");
                for (const char letter : source.address) // What would end the link is not written.
                    m_out.append(letter == '<' || letter == '>' || static_cast<unsigned char>(letter) <= ' ' ? 0 : 1,
                                 letter);
                m_out.append(">");
            }
            m_out.push_back('\n');
        }
        m_out.append(sources.empty() ? "" : "\n");
        for (const QString &sentence : leftOut + m_terms) {
            if (sentence.isEmpty())
                continue;
            text("", sentence);
            m_out.append("\n\n");
        }
    }

private:
    void line(std::string_view mark, std::string_view words)
    {
        appendMarkdown(m_out.append(mark), words);
        m_out.push_back('\n');
    }
    void text(std::string_view mark, const QString &words) { appendMarkdown(m_out.append(mark), words.toStdString()); }

    void addQuote(const ReportQuote &quote)
    {
        m_out.append("> ");
        if (quote.words.empty()) {
            text("", ExchangeText::tr("The words are left out"));
        } else {
            appendMarkdown(m_out.append("“"), quote.words);
            m_out.append("”");
        }
        m_out.append("\n>\n> — ");
        if (!quote.speaker.empty()) {
            appendMarkdown(m_out, quote.speaker);
            m_out.push_back(' ');
        }
        appendNumber(m_out.append("\\["), qint64{quote.source});
        m_out.append("\\]");
        if (!quote.stance.empty()) {
            appendMarkdown(m_out.append(" ("), quote.stance);
            m_out.push_back(')');
        }
        m_out.append("\n\n");
    }

    std::string &m_out;
    QString m_figure;
    QString m_figureText;
    QStringList m_terms;
};

} // namespace

Result<void> writeMarkdown(ExportJob &job)
{
    QString figure;
    if (!job.options.figure.isEmpty()) {
        figure = QFileInfo(job.name).completeBaseName() + QStringLiteral("-figure.png");
        Output image(job.folder + QLatin1Char('/') + figure);
        image << utf8Of(job.options.figure);
        if (const Result<void> written = image.close(); !written)
            return written;
    }
    Output out(job.path());
    MarkdownReport report(out, figure, job.options.figureText);
    const Result<void> read = writeReport(job, report, [&out] { out.spill(); });
    return read ? out.close() : read;
}

} // namespace dateline
