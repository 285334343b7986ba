#include "sources/readers/jsonld.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dateline
{

namespace
{

using Ids = QHash<QString, QJsonObject>;

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    if (value.isString())
        strings.append(value.toString());
    for (const QJsonValue each : value.toArray())
        strings.append(each.toString());
    return strings;
}

/// Every object in @p value with a type, in order, whether in a list, a graph or inside another one.
void collect(const QJsonValue &value, std::vector<QJsonObject> &objects, Ids &ids)
{
    if (value.isArray()) {
        for (const QJsonValue each : value.toArray())
            collect(each, objects, ids);
    }
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    if (object.contains(QLatin1StringView("@type"))) {
        objects.push_back(object);
        const QString id = object[QLatin1StringView("@id")].toString();
        if (!id.isEmpty() && object.contains(QLatin1StringView("name")))
            ids.insert(id, object);
    }
    for (const QJsonValue each : object)
        collect(each, objects, ids);
}

/// The name of a person or organisation that is given as a string, an object, a reference or a list of these.
QString nameOf(const QJsonValue &value, const Ids &ids)
{
    if (value.isString())
        return value.toString().simplified();
    if (value.isArray()) {
        QStringList names;
        for (const QJsonValue each : value.toArray())
            names.append(nameOf(each, ids));
        names.removeAll(QString());
        names.removeDuplicates();
        return names.join(QStringLiteral(", "));
    }
    const QJsonObject object = value.toObject();
    const QJsonValue name = object[QLatin1StringView("name")];
    if (name.isString() || name.isArray())
        return stringsOf(name).value(0).simplified();
    return ids.value(object[QLatin1StringView("@id")].toString())[QLatin1StringView("name")].toString().simplified();
}

bool isArticle(const QJsonObject &object)
{
    for (const QString &type : stringsOf(object[QLatin1StringView("@type")])) {
        if (type.endsWith(QLatin1StringView("Article")) || type.endsWith(QLatin1StringView("Posting"))
            || type == u"Report")
            return true;
    }
    return false;
}

bool isPage(const QJsonObject &object)
{
    return stringsOf(object[QLatin1StringView("@type")]).contains(QLatin1StringView("WebPage"));
}

QString addressOf(const QJsonObject &object)
{
    const QJsonValue page = object[QLatin1StringView("mainEntityOfPage")];
    for (const QJsonValue &value : {object[QLatin1StringView("url")], page, page[QLatin1StringView("@id")]}) {
        if (value.isString())
            return value.toString();
    }
    return {};
}

} // namespace

ToldArticle toldInJsonLd(const HtmlTree &tree)
{
    std::vector<QJsonObject> objects;
    Ids ids;
    for (int i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) != GUMBO_TAG_SCRIPT || tree.attribute(i, "type").toLower() != u"application/ld+json")
            continue;
        QString json;
        for (int k = i; k < tree.at(i).end; ++k)
            json += tree.text(k);
        const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
        collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), objects, ids);
    }
    auto found = std::ranges::find_if(objects, isArticle);
    if (found == objects.end())
        found = std::ranges::find_if(objects, isPage);
    if (found == objects.end())
        return {};
    const auto text = [&](const char *name) {
        return stringsOf((*found)[QLatin1StringView(name)]).value(0).simplified();
    };
    return {text("headline").isEmpty() ? text("name") : text("headline"),
            nameOf((*found)[QLatin1StringView("publisher")], ids),
            nameOf((*found)[QLatin1StringView("author")], ids),
            addressOf(*found),
            text("datePublished"),
            text("dateModified"),
            text("inLanguage")};
}

} // namespace dateline
