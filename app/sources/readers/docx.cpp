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

/// Where the words of a DOCX part are: in w:t of w:r of w:p.
class DocxText
{
public:
    explicit DocxText(BlockText &text)
        : m_text(text)
    {
    }

    /// False if @p xml is damaged.
    [[nodiscard]] bool take(const QByteArray &xml)
    {
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            switch (reader.readNext()) {
            case QXmlStreamReader::StartElement: begin(reader); break;
            case QXmlStreamReader::EndElement: end(reader.name()); break;
            case QXmlStreamReader::Characters:
                if (m_words)
                    m_text.add(reader.text());
                break;
            default: break;
            }
        }
        return !reader.hasError();
    }

private:
    void begin(QXmlStreamReader &reader)
    {
        const QStringView name = reader.name();
        // What was struck out is not in the text any more, and a fallback says again what stands beside it.
        if (name == u"del" || name == u"moveFrom" || name == u"Fallback" || name == u"instrText") {
            reader.skipCurrentElement();
        } else if (name == u"t") {
            m_words = true;
        } else if (name == u"tab" && m_text.isInBlock()) {
            m_text.add(u'\t');
        } else if (name == u"br" || name == u"cr") {
            m_text.add(u'\n');
        } else if (name == u"noBreakHyphen") {
            m_text.add(QChar(0x2011));
        } else if (name == u"numPr") {
            m_item = true;
        } else if (name == u"tbl") {
            ++m_tables;
        }
    }

    void end(QStringView name)
    {
        if (name == u"t") {
            m_words = false;
        } else if (name == u"p") {
            if (m_tables > 0) // The cells of a row are one line.
                m_text.add(u' ');
            else
                m_text.end(m_item ? BlockText::Kind::Line : BlockText::Kind::Paragraph);
            m_item = false;
        } else if (name == u"tc" && m_text.isInBlock()) {
            m_text.add(u'\t');
        } else if (name == u"tr") {
            m_text.end(BlockText::Kind::Line);
        } else if (name == u"tbl") {
            --m_tables;
        }
    }

    BlockText &m_text;
    bool m_words = false;
    bool m_item = false;
    int m_tables = 0;
};

} // namespace

SourcesRead readDocx(const QByteArray &bytes, const QString &name)
{
    const Result<std::vector<ArchivedFile>> files = filesInZip(bytes, name, [](const QString &inside) {
        return inside == u"word/document.xml" || inside == u"word/footnotes.xml" || inside == u"word/endnotes.xml"
            || inside == u"docProps/core.xml";
    });
    if (!files)
        return {{}, {files.error()}};
    Document document;
    BlockText text;
    // The notes come after the words that they belong to.
    for (const auto *part : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
        const auto file = std::ranges::find(*files, QLatin1StringView(part), &ArchivedFile::name);
        if (file != files->end() && !DocxText(text).take(file->bytes))
            return refusal(Error::Kind::Malformed, "“%1” is a DOCX file that is damaged; save it anew", name);
    }
    document.text = text.take();
    for (const ArchivedFile &file : *files) {
        if (file.name == u"docProps/core.xml")
            takeProperties(file.bytes, document);
    }
    SourcesRead read;
    read.documents.push_back(std::move(document));
    return read;
}

} // namespace dateline
