#include "casefile/mergejson.h"

#include "casefile/mergerows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace dateline
{

namespace
{

/// The numbers under @p key of @p object, ascending as they are always written; false if there are none.
bool renumber(QJsonObject &object, const QString &key, const Table &table, const MergeRows &rows)
{
    std::vector<std::int64_t> numbers;
    for (const QJsonValue theirs : object.value(key).toArray())
        numbers.push_back(rows.oursOf(table, theirs.toInteger()).value_or(0));
    if (numbers.empty())
        return false;
    std::ranges::sort(numbers);
    QJsonArray ours;
    for (const std::int64_t number : numbers)
        ours.append(qint64{number});
    object.insert(key, ours);
    return true;
}

bool renumberFilter(QJsonObject &filter, const MergeRows &rows)
{
    return renumber(filter, QStringLiteral("sources"), documentTable, rows);
}

bool renumberCallouts(QJsonObject &arrangement, const MergeRows &rows)
{
    const QString key = QStringLiteral("callouts");
    const QString incident = QStringLiteral("incident");
    std::vector<QJsonObject> callouts;
    for (const QJsonValue value : arrangement.value(key).toArray()) {
        QJsonObject callout = value.toObject();
        const std::optional<std::int64_t> ours = rows.oursOf(incidentTable, callout.value(incident).toInteger());
        if (!ours)
            continue;
        callout.insert(incident, qint64{*ours});
        callouts.push_back(callout);
    }
    if (!arrangement.contains(key))
        return false;
    std::ranges::stable_sort(callouts, {}, [&](const QJsonObject &one) { return one.value(incident).toInteger(); });
    QJsonArray array;
    for (const QJsonObject &callout : callouts)
        array.append(callout);
    arrangement.insert(key, array);
    return true;
}

/// @p text as it is where @p renumbered changes nothing of its object.
template<typename Renumbered>
QJsonValue withObject(const QJsonValue &text, const Renumbered &renumbered)
{
    QJsonObject object = QJsonDocument::fromJson(text.toString().toUtf8()).object();
    if (!renumbered(object))
        return text;
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QJsonValue filterRenumbered(const QJsonValue &filter, const MergeRows &rows)
{
    return withObject(filter, [&rows](QJsonObject &object) { return renumberFilter(object, rows); });
}

QJsonValue figureRenumbered(const QJsonValue &spec, const MergeRows &rows)
{
    return withObject(spec, [&rows](QJsonObject &object) {
        bool isChanged = renumber(object, QStringLiteral("only"), incidentTable, rows);
        QJsonObject filter = object.value(u"filter").toObject();
        if (renumberFilter(filter, rows)) {
            object.insert(QStringLiteral("filter"), filter);
            isChanged = true;
        }
        QJsonObject arrangement = object.value(u"arrangement").toObject();
        if (renumberCallouts(arrangement, rows)) {
            object.insert(QStringLiteral("arrangement"), arrangement);
            isChanged = true;
        }
        return isChanged;
    });
}

} // namespace dateline
