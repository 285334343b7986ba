#include "tables/readers/annotations.h"
#include "tables/readers/jsoncells.h"
#include "tables/readers/readers.h"
#include "tables/readers/refusals.h"
#include "tables/readers/timemapparts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace dateline
{

namespace
{

bool isListOfEntries(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    return !list.isEmpty() && std::ranges::any_of(list, [](const QJsonValue &entry) { return entry.isObject(); });
}

/// {"id": {…}, "id": {…}}, as TimeMap keeps its sources.
bool isKeyedEntries(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return !object.isEmpty() && std::ranges::all_of(object, [](const QJsonValue &entry) { return entry.isObject(); });
}

QJsonArray entriesKeyedIn(const QJsonObject &object)
{
    QJsonArray entries;
    for (auto at = object.begin(); at != object.end(); ++at) {
        QJsonObject entry = at.value().toObject();
        if (!entry.contains(QLatin1StringView("id")))
            entry.insert(QLatin1StringView("id"), at.key());
        entries.append(entry);
    }
    return entries;
}

void addTable(ForeignTables &tables, const QString &name, const QJsonValue &value)
{
    if (isListOfEntries(value))
        tables.push_back(tableOfEntries(name, value.toArray()));
    else if (isKeyedEntries(value))
        tables.push_back(tableOfEntries(name, entriesKeyedIn(value.toObject())));
}

ForeignTables tablesInDocument(const QJsonDocument &document)
{
    ForeignTables tables;
    const QJsonObject root = document.object();
    if (document.isArray()) {
        addTable(tables, {}, document.array());
    } else if (std::ranges::any_of(root, isListOfEntries)) {
        for (auto at = root.begin(); at != root.end(); ++at)
            addTable(tables, at.key(), at.value());
    } else {
        addTable(tables, {}, root);
    }
    return tables;
}

/// What TimeMap keeps of sources and associations in files of their own beside its events.
void addFilesBeside(ForeignTables &tables, const ForeignFile &file)
{
    constexpr qint64 most = qint64{64} * 1024 * 1024;
    const QFileInfo events(file.path);
    if (!events.fileName().endsWith(u"events.json", Qt::CaseInsensitive) || tables.size() != 1)
        return;
    tables.front().name = QStringLiteral("events");
    for (const char *part : {"sources", "associations"}) {
        QString name = events.fileName();
        name.replace(name.size() - 11, 6, QLatin1StringView(part));
        QFile beside(events.dir().filePath(name));
        if (beside.size() > most || !beside.open(QIODevice::ReadOnly))
            continue;
        ForeignTables inside = tablesInDocument(QJsonDocument::fromJson(beside.readAll()));
        if (inside.size() == 1) {
            inside.front().name = QLatin1StringView(part);
            tables.push_back(std::move(inside.front()));
        }
    }
}

} // namespace

Result<ForeignTables> tablesInJson(const ForeignFile &file, const QByteArray &bytes)
{
    QJsonParseError error;
    const QByteArray unmarked = bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes;
    const QJsonDocument document = QJsonDocument::fromJson(unmarked, &error);
    if (document.isNull()) {
        return failure(Error::Kind::Malformed,
                       TablesText::tr("“%1” is damaged or cut off: what is not JSON begins at byte %2; get it anew")
                           .arg(file.name)
                           .arg(error.offset),
                       file.name);
    }
    if (std::optional<ForeignTable> annotations = annotationsIn(document))
        return ForeignTables{std::move(*annotations)};
    ForeignTables tables = tablesInDocument(document);
    addFilesBeside(tables, file);
    joinTimeMap(tables);
    if (tables.size() == 1)
        tables.front().name.clear();
    if (tables.empty())
        return refusedFile(Error::Kind::Unsupported,
                           "“%1” is JSON without a list of entries; check that it is the file that was meant",
                           file.name);
    return tables;
}

} // namespace dateline
