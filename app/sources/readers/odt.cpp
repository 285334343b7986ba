#include "sources/readers/archive.h"
#include "sources/readers/blocktext.h"
#include "sources/readers/officeproperties.h"
#include "sources/readers/readers.h"
#include "sources/readers/refusal.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace dateline
{

namespace
{

/// Where the words of an ODT file are: in text:p and text:h.
class OdtText
{
public:
    [[nodiscard]] std::optional<QString> take(const QByteArray &xml)
    {
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            switch (reader.readNext()) {
            case QXmlStreamReader::StartElement: begin(reader); break;
            case QXmlStreamReader::EndElement: end(reader.name()); break;
            case QXmlStreamReader::Characters:
                if (m_paragraphs
                    > 0) // Line ends and indents in the XML are not the text's; spaces that count are text:s.
                    m_text.addFlowing(reader.text());
                break;
            default: break;
            }
        }
        return reader.hasError() ? std::nullopt : std::optional(m_text.take());
    }

private:
    void begin(QXmlStreamReader &reader)
    {
        const QStringView name = reader.name();
        // Struck out, remarks of the writers, and the number of a note, which would stand inside a word.
        if (name == u"tracked-changes" || name == u"annotation" || name == u"note-citation") {
            reader.skipCurrentElement();
        } else if (name == u"p" || name == u"h") {
            ++m_paragraphs;
        } else if (name == u"s" && m_paragraphs > 0) {
            m_text.add(u' ');
        } else if (name == u"tab" && m_text.isInBlock()) {
            m_text.add(u'\t');
        } else if (name == u"line-break") {
            m_text.add(u'\n');
        } else if (name == u"list-item") {
            ++m_items;
        } else if (name == u"table-row") {
            ++m_rows;
        } else if (name == u"note-body") {
            m_text.add(u" (");
        }
    }

    void end(QStringView name)
    {
        if (name == u"p" || name == u"h") {
            --m_paragraphs;
            if (m_rows > 0)
                m_text.add(u' ');
            else if (m_paragraphs == 0)
                m_text.end(m_items > 0 ? BlockText::Kind::Line : BlockText::Kind::Paragraph);
        } else if (name == u"list-item") {
            --m_items;
        } else if (name == u"table-cell" && m_text.isInBlock()) {
            m_text.add(u'\t');
        } else if (name == u"table-row" && --m_rows == 0) {
            m_text.end(BlockText::Kind::Line);
        } else if (name == u"note-body") {
            m_text.add(u')');
        }
    }

    BlockText m_text;
    int m_paragraphs = 0;
    int m_items = 0;
    int m_rows = 0;
};

} // namespace

SourcesRead readOdt(const QByteArray &bytes, const QString &name)
{
    const Result<std::vector<ArchivedFile>> files = filesInZip(
        bytes, name, [](const QString &inside) { return inside == u"content.xml" || inside == u"meta.xml"; });
    if (!files)
        return {{}, {files.error()}};
    Document document;
    for (const ArchivedFile &file : *files) {
        if (file.name == u"meta.xml") {
            takeProperties(file.bytes, document);
            continue;
        }
        std::optional<QString> text = OdtText().take(file.bytes);
        if (!text)
            return refusal(Error::Kind::Malformed, "“%1” is an ODT file that is damaged; save it anew", name);
        document.text = std::move(*text);
    }
    SourcesRead read;
    read.documents.push_back(std::move(document));
    return read;
}

} // namespace dateline
