#pragma once

#include <QString>
#include <QXmlStreamWriter>

namespace dateline
{

/// @p text without the signs that no XML may hold; the words themselves stay as they are.
[[nodiscard]] QString printable(const QString &text);

/// Whether @p address may become a link: only where it leads to the web.
[[nodiscard]] bool isWebAddress(const QString &address);

/// Writes markup in which every text and value is printable().
class Markup
{
public:
    explicit Markup(QByteArray *bytes)
        : m_xml(bytes)
    {
    }
    explicit Markup(QString *text)
        : m_xml(text)
    {
    }

    /// For what has no function here.
    [[nodiscard]] QXmlStreamWriter &xml() { return m_xml; }

    void start(const char *name) { m_xml.writeStartElement(QLatin1StringView(name)); }
    void start(const char *name, const char *attribute, const QString &value);
    /// An element without content; attributes follow.
    void empty(const char *name) { m_xml.writeEmptyElement(QLatin1StringView(name)); }
    void attribute(const char *name, const QString &value);
    void text(const QString &words) { m_xml.writeCharacters(printable(words)); }
    void element(const char *name, const QString &words);
    void end() { m_xml.writeEndElement(); }

private:
    QXmlStreamWriter m_xml;
};

} // namespace dateline
