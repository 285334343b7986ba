#include "tables/readers/roughtimes.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr QStringView kmlNames(u"http://www.opengis.net/kml/2.2");

/// The place of the element @p name in roughTimeNames; past the end for others.
std::size_t timeElement(QStringView name)
{
    constexpr std::array elements{u"when", u"begin", u"end"};
    return static_cast<std::size_t>(std::ranges::find(elements, name) - elements.begin());
}

/// Copies a map and writes down what it finds.
class RoughTimes
{
public:
    QByteArray copied(const QByteArray &kml)
    {
        QXmlStreamReader in(kml);
        QByteArray copy;
        QXmlStreamWriter out(&copy);
        while (!in.atEnd()) {
            const QXmlStreamReader::TokenType token = in.readNext();
            if (token == QXmlStreamReader::StartElement)
                m_text.clear();
            else if (token == QXmlStreamReader::Characters)
                m_text += in.text();
            else if (token == QXmlStreamReader::EndElement)
                end(in.name(), out);
            out.writeCurrentToken(in);
        }
        return in.hasError() ? kml : copy;
    }

private:
    void end(QStringView name, QXmlStreamWriter &out)
    {
        static const QRegularExpression rough(QStringLiteral("^\\s*\\d{4}(-\\d\\d)?\\s*$"));
        if (const std::size_t at = timeElement(name); at < m_found.size() && rough.match(m_text).hasMatch())
            m_found.at(at) = m_text.trimmed();
        m_text.clear();
        // A mark has one list of data.
        if (name == u"ExtendedData")
            writeFound(out);
        if (name != u"Placemark" || std::ranges::all_of(m_found, &QString::isEmpty))
            return;
        out.writeStartElement(kmlNames, QStringLiteral("ExtendedData"));
        writeFound(out);
        out.writeEndElement();
    }

    void writeFound(QXmlStreamWriter &out)
    {
        for (std::size_t i = 0; i < m_found.size(); ++i) {
            if (m_found[i].isEmpty())
                continue;
            out.writeStartElement(kmlNames, QStringLiteral("Data"));
            out.writeAttribute(QStringLiteral("name"), QLatin1StringView(roughTimeNames[i]));
            out.writeTextElement(kmlNames, QStringLiteral("value"), m_found[i]);
            out.writeEndElement();
            m_found[i].clear();
        }
    }

    QString m_text;
    std::array<QString, 3> m_found; ///< Of the mark that is being read.
};

} // namespace

QByteArray withRoughTimes(const QByteArray &kml)
{
    static const QRegularExpression any(QStringLiteral("<(\\w+:)?(when|begin|end)>\\s*\\d{4}(-\\d\\d)?\\s*<"));
    return any.match(QString::fromLatin1(kml)).hasMatch() ? RoughTimes().copied(kml) : kml;
}

} // namespace dateline
