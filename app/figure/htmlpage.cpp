#include "figure/htmlpage.h"

#include "figure/callout.h"
#include "figure/captions.h"
#include "figure/figuretext.h"
#include "figure/htmlstyle.h"
#include "figure/markup.h"
#include "figure/notestold.h"
#include "figure/shown.h"
#include "figure/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace dateline
{

namespace
{

class PageWriter : private Markup
{
public:
    PageWriter(QByteArray &page, const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
        : Markup(&page)
        , m_spec(spec)
        , m_content(content)
        , m_report(report)
        , m_words(wordsByIncident(content))
        , m_sources(letteredSources(spec, content, report))
    {
    }

    void write(const QByteArray &png)
    {
        xml().writeDTD(QStringLiteral("<!DOCTYPE html>"));
        start("html");
        attribute("xmlns", QStringLiteral("http://www.w3.org/1999/xhtml"));
        attribute("lang", QStringLiteral("en"));
        writeHead();
        start("body");
        start("main");
        element("h1", m_report.title);
        writeFigure(png);
        writeIncidents();
        writeNotes();
        writeSources();
        end();
        writeFooter();
        end();
        end();
        xml().writeEndDocument();
    }

private:
    void meta(const char *name, const QString &value)
    {
        empty("meta");
        attribute("name", QLatin1StringView(name));
        attribute("content", value);
    }

    void writeHead()
    {
        start("head");
        empty("meta");
        attribute("charset", QStringLiteral("utf-8"));
        meta("viewport", QStringLiteral("width=device-width, initial-scale=1"));
        meta("generator", QStringLiteral("Dateline ") + QCoreApplication::applicationVersion());
        meta("description", m_report.alternativeText);
        if (!m_spec.credit.isEmpty())
            meta("author", m_spec.credit);
        // Should a sign of a source ever be taken for markup, it still could load and run nothing.
        empty("meta");
        attribute("http-equiv", QStringLiteral("Content-Security-Policy"));
        attribute("content", QStringLiteral("default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
        element("title", m_report.title);
        element("style", htmlStyle);
        end();
    }

    void writeFigure(const QByteArray &png)
    {
        start("figure");
        empty("img");
        xml().writeAttribute(QStringLiteral("src"),
                             QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64()));
        attribute("alt", m_report.alternativeText);
        attribute("width", QString::number(m_spec.widthPx));
        attribute("height", QString::number(m_spec.heightPx));
        const QStringList caption{countSentence(m_report.count), m_report.withheld};
        element("figcaption", caption.join(u' ').trimmed());
        end();
    }

    void writeIncidents()
    {
        start("section", "aria-labelledby", QStringLiteral("incidents"));
        heading("incidents", FigureText::tr("Incidents"));
        start("div", "class", QStringLiteral("scroll"));
        start("table", "aria-labelledby", QStringLiteral("incidents"));
        start("thead");
        start("tr");
        for (const QString &name : {FigureText::tr("Number"), FigureText::tr("Incident"), FigureText::tr("When"),
                                    FigureText::tr("Where"), FigureText::tr("Words")}) {
            start("th", "scope", QStringLiteral("col"));
            text(name);
            end();
        }
        end();
        end();
        start("tbody");
        for (const SceneIncident *row : shownIncidents(m_spec, m_content, m_report))
            writeIncident(row->incident);
        end();
        end();
        end();
        end();
    }

    void writeIncident(const Incident &incident)
    {
        start("tr");
        const auto number = m_report.numbers.find(incident.id);
        element("td",
                number == m_report.numbers.end() ? FigureText::tr("not on the map") : QString::number(number->second));
        start("th", "scope", QStringLiteral("row"));
        text(incident.title.isEmpty() ? termOf(incident.kind) : incident.title);
        end();
        element("td", timeTextOf(incident));
        element("td", whereText(incident, m_content));
        start("td");
        if (const auto words = m_words.find(incident.id); words != m_words.end()) {
            for (const FigureWords *quote : words->second)
                writeQuote(*quote);
        }
        end();
        end();
    }

    void writeQuote(const FigureWords &quote)
    {
        start("blockquote", "dir", QStringLiteral("auto"));
        text(quote.hidden == Hidden::No ? quoted(quote.words) : hiddenText(quote.hidden));
        start("cite");
        if (!quote.speaker.isEmpty())
            text(quote.speaker + u' ');
        const QString letter = letterOf(quote.source);
        start("a", "href", u'#' + anchorOf(letter));
        text(u'[' + letter + u']');
        end();
        if (quote.page > 0)
            text(FigureText::tr(" p. %1").arg(quote.page));
        if (quote.stance != Stance::Reports)
            text(QStringLiteral(" (%1)").arg(keyOf(quote.stance)));
        end();
        end();
    }

    void writeNotes()
    {
        if (m_spec.notes.empty())
            return;
        start("section", "aria-labelledby", QStringLiteral("notes"));
        heading("notes", FigureText::tr("Drawn by hand"));
        element("p", handDrawnSentence(m_spec.notes));
        start("ul");
        for (const FigureNote &note : m_spec.notes)
            element("li", noteLine(note));
        end();
        end();
    }

    void writeSources()
    {
        if (m_sources.empty())
            return;
        start("section", "aria-labelledby", QStringLiteral("sources"));
        heading("sources", FigureText::tr("Sources"));
        // The letters stand in the texts, as they do on the figure.
        start("ul", "class", QStringLiteral("lettered"));
        for (const int index : m_sources) {
            FigureSource source = m_content.sources[static_cast<std::size_t>(index)];
            const QString letter = letterOf(index);
            const QString address = std::exchange(source.address, {});
            const QString hash = QString::fromLatin1(std::exchange(source.textSha256, {}).toHex());
            start("li", "id", anchorOf(letter));
            text(u'[' + letter + QStringLiteral("] ") + sourceText(source) + u' ');
            writeAddress(address);
            if (!hash.isEmpty()) {
                text(FigureText::tr(" SHA-256 of its text: "));
                element("code", hash);
            }
            end();
        }
        end();
        end();
    }

    void writeAddress(const QString &address)
    {
        if (address.isEmpty())
            return;
        const bool isLink = isWebAddress(address);
        if (isLink) {
            start("a", "href", address);
            attribute("rel", QStringLiteral("noreferrer nofollow"));
        }
        text(address);
        if (isLink)
            end();
    }

    void writeFooter()
    {
        QStringList sentences{FigureText::tr("Borders are as in the base map’s sources; no position is taken on any of "
                                             "them.")};
        if (m_content.baseMap)
            sentences.append(FigureText::tr("Base map: %1.").arg(m_content.baseMap->credits()));
        sentences.append(m_content.dataCredits);
        sentences.append(layersSentence(m_content.layers));
        sentences.removeAll(QString());
        if (!m_content.madeFrom.licence.isEmpty())
            sentences.append(FigureText::tr("Licence of the case: %1.").arg(m_content.madeFrom.licence));
        sentences.append(FigureText::tr("Made with Dateline."));
        if (!m_spec.credit.isEmpty())
            sentences.append(m_spec.credit);
        element("footer", sentences.join(u' '));
    }

    void heading(const char *id, const QString &words)
    {
        start("h2", "id", QLatin1StringView(id));
        text(words);
        end();
    }

    [[nodiscard]] QString letterOf(int source) const
    {
        return sourceLetter(static_cast<int>(std::ranges::find(m_sources, source) - m_sources.begin()));
    }

    [[nodiscard]] static QString anchorOf(const QString &letter) { return QStringLiteral("source-") + letter; }

    const FigureSpec &m_spec;
    const FigureContent &m_content;
    const FigureReport &m_report;
    WordsByIncident m_words;
    std::vector<int> m_sources;
};

} // namespace

QByteArray htmlPage(const QByteArray &png, const FigureSpec &spec, const FigureContent &content,
                    const FigureReport &report)
{
    QByteArray page;
    PageWriter(page, spec, content, report).write(png);
    return page;
}

} // namespace dateline
