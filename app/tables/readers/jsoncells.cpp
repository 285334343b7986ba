#include "tables/readers/jsoncells.h"

#include "tables/readers/cellvalues.h"
#include "tables/tablestext.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace dateline
{

namespace
{

std::string textOfObject(const QJsonObject &object)
{
    const QJsonValue key = object.value(QLatin1StringView("key"));
    const QJsonValue value = object.value(QLatin1StringView("value"));
    if (key.isString() && value.isString())
        return (key.toString() + u'=' + value.toString()).toStdString();
    for (const char *name : {"url", "path", "value", "title", "name", "label", "id"}) {
        if (const QJsonValue one = object.value(QLatin1StringView(name)); one.isString() && !one.toString().isEmpty())
            return one.toString().toStdString();
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

std::string cellFromJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? "true" : "false";
    case QJsonValue::String: return value.toString().toStdString();
    case QJsonValue::Object: return textOfObject(value.toObject());
    case QJsonValue::Double: {
        // Ids of twenty digits keep all of them.
        const QVariant number = value.toVariant();
        return number.typeId() == QMetaType::LongLong ? std::to_string(number.toLongLong())
                                                      : textFromNumber(value.toDouble());
    }
    case QJsonValue::Array: {
        std::string lines;
        for (const QJsonValue part : value.toArray()) {
            const std::string line = part.isArray()
                ? QJsonDocument(part.toArray()).toJson(QJsonDocument::Compact).toStdString()
                : cellFromJson(part);
            if (!line.empty())
                lines.append(lines.empty() ? "" : "\n").append(line);
        }
        return lines;
    }
    default: return {};
    }
}

ForeignTable tableOfEntries(const QString &name, const QJsonArray &entries)
{
    return {name, RowUnit::Entry, true, [entries](RecordTaker &taker) -> Result<void> {
                QHash<QString, std::size_t> places;
                Cells names;
                for (const QJsonValue entry : entries) {
                    const QJsonObject object = entry.toObject();
                    for (auto at = object.begin(); at != object.end(); ++at) {
                        if (!places.contains(at.key())) {
                            places.insert(at.key(), names.size());
                            names.push_back(at.key().toStdString());
                        }
                    }
                }
                if (!taker.takeRecord(0, names))
                    return {};
                qint64 number = 0;
                for (const QJsonValue entry : entries) {
                    ++number;
                    Cells cells(names.size());
                    const QJsonObject object = entry.toObject();
                    for (auto at = object.begin(); at != object.end(); ++at)
                        cells[places.value(at.key())] = cellFromJson(at.value());
                    const bool goesOn = entry.isObject()
                        ? taker.takeRecord(number, cells)
                        : taker.takeProblem(number, {}, cellFromJson(entry).substr(0, 200),
                                            TablesText::tr("It is no object with names and values").toStdString());
                    if (!goesOn)
                        return {};
                }
                return {};
            }};
}

} // namespace dateline
