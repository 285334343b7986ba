#include "online/xmltree.h"

#include "online/onlinetext.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qsizetype deepest = 64;
constexpr int mostElements = 400'000;

Error notReadable(const QString &host)
{
    return {
        Error::Kind::Malformed,
        OnlineText::tr("What %1 answers is no list of maps as WMTS and WMS have it; look whether the address is right")
            .arg(host),
        host};
}

} // namespace

const XmlElement &XmlElement::operator[](QStringView child) const
{
    static const XmlElement nothing;
    const auto found = std::ranges::find_if(children, [child](const XmlElement &one) { return one.name == child; });
    return found == children.end() ? nothing : *found;
}

std::vector<const XmlElement *> XmlElement::all(QStringView child) const
{
    std::vector<const XmlElement *> found;
    for (const XmlElement &element : children) {
        if (element.name == child)
            found.push_back(&element);
    }
    return found;
}

QString XmlElement::attribute(QStringView attribute) const
{
    const auto found = std::ranges::find_if(
        attributes, [attribute](const QXmlStreamAttribute &one) { return one.name() == attribute; });
    return found == attributes.end() ? QString() : found->value().trimmed().toString();
}

Result<XmlElement> xmlTreeFrom(const QByteArray &bytes, const QString &host)
{
    QXmlStreamReader reader(bytes);
    XmlElement document;
    std::vector<XmlElement *> open{&document}; // Only the last child of each is open, so none of them moves.
    int count = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            if (!reader.entityDeclarations().isEmpty())
                return std::unexpected(notReadable(host));
            break;
        case QXmlStreamReader::StartElement:
            if (++count > mostElements || std::ssize(open) > deepest)
                return std::unexpected(notReadable(host));
            open.push_back(
                &open.back()->children.emplace_back(XmlElement{reader.name().toString(), reader.attributes(), {}, {}}));
            break;
        case QXmlStreamReader::Characters: open.back()->text += reader.text(); break;
        case QXmlStreamReader::EndElement:
            open.back()->text = open.back()->text.trimmed();
            open.pop_back();
            break;
        default: break;
        }
    }
    if (reader.hasError() || document.children.empty())
        return std::unexpected(notReadable(host));
    XmlElement root = std::move(document.children.front());
    return root;
}

} // namespace dateline
