#include "figure/xmp.h"

#include "figure/markup.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

namespace dateline
{

namespace
{

constexpr QLatin1StringView rdf("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
constexpr QLatin1StringView dublinCore("http://purl.org/dc/elements/1.1/");

/// A property of one value in a container of the kind that it must have: Alt for languages, Seq for an order, or Bag.
void writeProperty(QXmlStreamWriter &xml, const char *name, const char *container, const QString &value)
{
    if (value.isEmpty())
        return;
    xml.writeStartElement(dublinCore, QLatin1StringView(name));
    xml.writeStartElement(rdf, QLatin1StringView(container));
    xml.writeStartElement(rdf, QLatin1StringView("li"));
    if (QLatin1StringView(container) == QLatin1StringView("Alt"))
        xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
    xml.writeCharacters(printable(value));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

} // namespace

QByteArray xmpPacket(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    QByteArray packet = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
    QXmlStreamWriter xml(&packet);
    xml.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
    xml.writeNamespace(rdf, QLatin1StringView("rdf"));
    xml.writeNamespace(dublinCore, QLatin1StringView("dc"));
    xml.writeStartElement(QStringLiteral("adobe:ns:meta/"), QStringLiteral("xmpmeta"));
    xml.writeStartElement(rdf, QLatin1StringView("RDF"));
    xml.writeStartElement(rdf, QLatin1StringView("Description"));
    xml.writeAttribute(rdf, QLatin1StringView("about"), QString());
    writeProperty(xml, "title", "Alt", report.title);
    writeProperty(xml, "description", "Alt", report.alternativeText);
    writeProperty(xml, "creator", "Seq", spec.credit);
    writeProperty(xml, "language", "Bag", QStringLiteral("en"));
    writeProperty(xml, "rights", "Alt", content.madeFrom.licence);
    xml.writeTextElement(dublinCore, QStringLiteral("source"), printable(report.sources.join(u'\n')));
    xml.writeTextElement(QStringLiteral("http://ns.adobe.com/xap/1.0/"), QStringLiteral("CreatorTool"),
                         QStringLiteral("Dateline ") + QCoreApplication::applicationVersion());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    packet += "\n<?xpacket end=\"r\"?>";
    return packet;
}

} // namespace dateline
