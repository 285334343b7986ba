#include "evaluation/readers.h"
#include "evaluation/spans.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

/// The text elements below a <location> or <toponym>, whatever they are called and however deep they lie.
struct Fields
{
    QString words;
    QString type;
    QString modifier;
    QString gazetteerName;
    QString featureCode;
    qint64 start = -1;
    qint64 end = -1;
    std::optional<double> latitude;
    std::optional<double> longitude;
};

std::optional<double> numberFrom(const QString &text)
{
    bool ok = false;
    const double number = text.trimmed().toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

qint64 offsetFrom(const QString &text)
{
    bool ok = false;
    const qint64 offset = text.trimmed().toLongLong(&ok);
    return ok ? offset : -1;
}

void take(Fields &fields, QStringView name, const QString &text, bool inGazetteerTag)
{
    if (name == u"start")
        fields.start = offsetFrom(text);
    else if (name == u"end")
        fields.end = offsetFrom(text);
    else if (name == u"lat" || name == u"latitude")
        fields.latitude = numberFrom(text);
    else if (name == u"lon" || name == u"longitude")
        fields.longitude = numberFrom(text);
    else if (name == u"phrase" || name == u"extractedName" || (name == u"name" && !inGazetteerTag))
        fields.words = text;
    else if (name == u"name" || name == u"normalisedName")
        fields.gazetteerName = text;
    else if (name == u"type")
        fields.type = text;
    else if (name == u"modifierType")
        fields.modifier = text;
    else if (name == u"fcode")
        fields.featureCode = text;
}

Fields fieldsBelow(QXmlStreamReader &xml)
{
    Fields fields;
    const QString outer = xml.name().toString();
    bool inGazetteerTag = false;
    QString text;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            inGazetteerTag = inGazetteerTag || xml.name() == u"gaztag";
            text.clear();
            break;
        case QXmlStreamReader::Characters: text += xml.text(); break;
        case QXmlStreamReader::EndElement:
            if (xml.name() == outer)
                return fields;
            take(fields, xml.name(), text, inGazetteerTag);
            inGazetteerTag = inGazetteerTag && xml.name() != u"gaztag";
            text.clear();
            break;
        default: break;
        }
    }
    return fields;
}

/// True for “Turkish”, given for Turkey: the words are no form of the name, and neither is short for the other.
bool isDemonym(const Fields &fields)
{
    if (fields.modifier == u"Adjective" || fields.type == u"Demonym" || fields.type == u"Language"
        || fields.type == u"Homonym")
        return true;
    static constexpr std::array<QStringView, 11> endings{u"ese", u"an", u"ans", u"ish", u"ch", u"sh",
                                                         u"i",   u"is", u"ek",  u"eks", u"ss"};
    const bool namesACountry = fields.featureCode.startsWith(QLatin1StringView("PCL"));
    return namesACountry && !fields.gazetteerName.contains(fields.words, Qt::CaseInsensitive)
        && std::ranges::any_of(endings, [&](QStringView ending) { return fields.words.endsWith(ending); });
}

/// Common nouns (“the compound”) and names that only hold a place's name are no places.
bool isNoPlace(const Fields &fields)
{
    return fields.type.endsWith(QLatin1StringView("Expression")) || fields.type == u"Non_Toponym";
}

void addPlace(LabelledText &text, const CodePoints &points, const Fields &fields, int firstOffset)
{
    if (isNoPlace(fields))
        return;
    LabelledPlace place{points.span(fields.start - firstOffset, fields.end - firstOffset)};
    if (!standsAt(text.document.text, place.span, fields.words)) {
        ++text.misfits;
        return;
    }
    if (fields.latitude && fields.longitude)
        place.at = LonLat{*fields.longitude, *fields.latitude};
    place.counted = !isDemonym(fields);
    text.places->push_back(place);
}

/// One <article>: its text, which comes before its places.
LabelledText articleFrom(QXmlStreamReader &xml, const QString &fallbackName, int firstOffset)
{
    LabelledText text = labelledText(fallbackName, {});
    if (xml.attributes().hasAttribute(QLatin1StringView("docid")))
        text.name = xml.attributes().value(QLatin1StringView("docid")).toString();
    text.places.emplace();
    std::vector<Fields> fields;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"article")
            break;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"text")
            text.document.text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (xml.name() == u"source")
            text.name = xml.readElementText(QXmlStreamReader::IncludeChildElements).section(u'/', -1);
        else if (xml.name() == u"location" || xml.name() == u"toponym")
            fields.push_back(fieldsBelow(xml));
    }
    const CodePoints points(text.document.text);
    for (const Fields &each : fields)
        addPlace(text, points, each, firstOffset);
    std::ranges::sort(*text.places, {}, [](const LabelledPlace &place) { return place.span.begin; });
    return text;
}

Result<Labelled> readArticles(const CorpusFile &file, int firstOffset)
{
    QXmlStreamReader xml(file.bytes);
    Labelled texts;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"article")
            texts.push_back(articleFrom(xml, QStringLiteral("article %1").arg(texts.size() + 1), firstOffset));
    }
    if (xml.hasError())
        return malformed(file, xml);
    return texts;
}

} // namespace

bool looksLikeGeoVirus(const CorpusFile &file)
{
    return file.bytes.contains("<article") && file.bytes.contains("<location>");
}

Result<Labelled> readGeoVirus(const CorpusFile &file)
{
    return readArticles(file, 1);
}

bool looksLikeToponyms(const CorpusFile &file)
{
    return file.bytes.contains("<article") && file.bytes.contains("<toponym>");
}

Result<Labelled> readToponyms(const CorpusFile &file)
{
    return readArticles(file, 0);
}

} // namespace dateline
