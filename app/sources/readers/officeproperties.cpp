#include "sources/readers/officeproperties.h"

#include "sources/writtentime.h"

#include <QXmlStreamReader>

namespace dateline
{

// Both take most names from Dublin Core; ODT has names of its own for who began the text and when.
void takeProperties(const QByteArray &xml, Document &document)
{
    QXmlStreamReader reader(xml);
    std::optional<WrittenTime> modified;
    const auto value = [&reader] { return reader.readElementText(QXmlStreamReader::SkipChildElements).simplified(); };
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = reader.name();
        if (name == u"title")
            document.title = value();
        else if (name == u"initial-creator" || (name == u"creator" && document.author.isEmpty()))
            document.author = value();
        else if (name == u"language")
            document.language = value();
        else if (name == u"creation-date" || name == u"created")
            document.published = writtenTimeIn(value());
        else if (name == u"date" || name == u"modified")
            modified = writtenTimeIn(value());
    }
    document.modified = laterThan(document.published, modified);
}

} // namespace dateline
