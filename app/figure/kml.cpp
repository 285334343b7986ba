#include "figure/kml.h"

#include "figure/callout.h"
#include "figure/figuretext.h"
#include "figure/kmlnotes.h"
#include "figure/kmlshape.h"
#include "figure/markup.h"
#include "figure/shown.h"
#include "figure/words.h"
#include "map/theme.h"

#include <algorithm>
#include <set>

namespace dateline
{

namespace
{

QString kmlTime(UtcMinute time)
{
    return isoFromUtc(time).replace(u'Z', QLatin1StringView(":00Z"));
}

class KmlWriter : private Markup
{
public:
    KmlWriter(QByteArray &bytes, const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
        : Markup(&bytes)
        , m_spec(spec)
        , m_content(content)
        , m_report(report)
        , m_words(wordsByIncident(content))
        , m_sources(letteredSources(spec, content, report))
    {
    }

    void write(const GroundImage &ground)
    {
        const std::vector<const SceneIncident *> shown = shownIncidents(m_spec, m_content, m_report);
        xml().writeStartDocument();
        xml().writeDefaultNamespace(QStringLiteral("http://www.opengis.net/kml/2.2"));
        xml().writeStartElement(QStringLiteral("http://www.opengis.net/kml/2.2"), QStringLiteral("kml"));
        start("Document");
        element("name", m_report.title);
        element("description", documentText());
        std::set<Kind> kinds;
        for (const SceneIncident *row : shown) {
            if (kinds.insert(row->incident.kind).second)
                writeStyle(row->incident.kind);
        }
        if (!ground.png.isEmpty())
            writeGround(ground);
        for (const SceneIncident *row : shown)
            writePlacemark(row->incident);
        writeNotes(*this, m_spec);
        xml().writeEndDocument();
    }

private:
    /// What programs show of a text is HTML.
    [[nodiscard]] QString documentText() const
    {
        QStringList paragraphs{m_report.alternativeText};
        if (!m_spec.alternativeText.isEmpty()) // The one written from the data tells this itself.
            paragraphs.append({countSentence(m_report.count), m_report.withheld});
        paragraphs.append(m_report.sources);
        if (m_content.baseMap)
            paragraphs.append(FigureText::tr("Base map: %1.").arg(m_content.baseMap->credits()));
        paragraphs.append(m_content.dataCredits);
        paragraphs.append({FigureText::tr("Borders are as in the base map’s sources; no position is taken on any of "
                                          "them."),
                           FigureText::tr("Made with Dateline."), m_spec.credit});
        paragraphs.removeAll(QString());
        QString html;
        for (const QString &paragraph : paragraphs)
            html += QStringLiteral("<p>") + paragraph.toHtmlEscaped() + QStringLiteral("</p>");
        return html;
    }

    void writeStyle(Kind kind)
    {
        const QColor colour = colourOf(kind, themeOf(m_spec));
        start("Style");
        attribute("id", styleOf(kind));
        for (const auto &[name, alpha] : {std::pair("IconStyle", 255), {"LineStyle", 255}, {"PolyStyle", 70}}) {
            start(name);
            element("color", kmlColour(colour, alpha));
            end();
        }
        end();
    }

    [[nodiscard]] static QString styleOf(Kind kind) { return QStringLiteral("kind-%1").arg(static_cast<int>(kind)); }

    void writeGround(const GroundImage &ground)
    {
        start("GroundOverlay");
        element("name", FigureText::tr("Base map"));
        start("Icon");
        element("href", QLatin1StringView(groundImageName));
        end();
        start("LatLonBox");
        constexpr int decimals = 9;
        for (const auto &[name, degrees] : {std::pair("north", ground.box.north),
                                            {"south", ground.box.south},
                                            {"east", ground.box.east},
                                            {"west", ground.box.west}})
            element(name, QString::number(degrees, 'f', decimals));
        end();
        end();
    }

    void writePlacemark(const Incident &incident)
    {
        const QString title = incident.title.isEmpty() ? termOf(incident.kind) : incident.title;
        const auto number = m_report.numbers.find(incident.id);
        start("Placemark");
        element("name",
                number == m_report.numbers.end() ? title
                                                 : QString::number(number->second) + QStringLiteral(" · ") + title);
        element("description", textOf(incident));
        if (incident.when)
            writeTime(incident.when->span);
        element("styleUrl", u'#' + styleOf(incident.kind));
        start("ExtendedData");
        writeData("kind", termOf(incident.kind));
        writeData("place", whereText(incident, m_content));
        if (incident.where)
            writeData("precision", keyOf(incident.where->precision));
        end();
        if (incident.where)
            writeShape(xml(), *incident.where, m_content.blurred.contains(incident.id));
        end();
    }

    void writeData(const char *name, const QString &value)
    {
        start("Data");
        attribute("name", QLatin1StringView(name));
        element("value", value);
        end();
    }

    void writeTime(const TimeSpan &span)
    {
        const bool isMoment = span.precision == TimePrecision::Minute;
        start(isMoment ? "TimeStamp" : "TimeSpan");
        element(isMoment ? "when" : "begin", kmlTime(span.begin));
        if (!isMoment)
            element("end", kmlTime(span.end));
        end();
    }

    /// When, where, and the words with who says them and where that stands, as HTML.
    [[nodiscard]] QString textOf(const Incident &incident) const
    {
        QString html;
        Markup page(&html);
        page.element("p", timeTextOf(incident) + QStringLiteral(" · ") + whereText(incident, m_content));
        const auto words = m_words.find(incident.id);
        if (words == m_words.end())
            return html;
        for (const FigureWords *quote : words->second) {
            page.start("blockquote", "dir", QStringLiteral("auto"));
            page.text(quote->hidden == Hidden::No ? quoted(quote->words) : hiddenText(quote->hidden));
            page.end();
            writeOrigin(page, *quote);
        }
        return html;
    }

    void writeOrigin(Markup &page, const FigureWords &quote) const
    {
        FigureSource source = m_content.sources[static_cast<std::size_t>(quote.source)];
        const QString address = std::exchange(source.address, {});
        const auto place = std::ranges::find(m_sources, quote.source) - m_sources.begin();
        page.start("p");
        page.text(quote.speaker + (quote.speaker.isEmpty() ? QString() : QStringLiteral(" "))
                  + QStringLiteral("[%1] ").arg(sourceLetter(static_cast<int>(place))) + sourceText(source));
        if (quote.page > 0)
            page.text(FigureText::tr(" p. %1").arg(quote.page));
        if (quote.stance != Stance::Reports)
            page.text(QStringLiteral(" (%1)").arg(keyOf(quote.stance)));
        if (!address.isEmpty()) {
            page.text(QStringLiteral(" "));
            const bool isLink = isWebAddress(address);
            if (isLink)
                page.start("a", "href", address);
            page.text(address);
            if (isLink)
                page.end();
        }
        page.end();
    }

    const FigureSpec &m_spec;
    const FigureContent &m_content;
    const FigureReport &m_report;
    WordsByIncident m_words;
    std::vector<int> m_sources;
};

} // namespace

QByteArray kmlOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report,
                 const GroundImage &ground)
{
    QByteArray bytes;
    KmlWriter(bytes, spec, content, report).write(ground);
    return bytes;
}

} // namespace dateline
