#include "domain/filterjson.h"

#include "base/time.h"

#include <QJsonArray>

namespace dateline
{

namespace
{

using namespace Qt::StringLiterals;

constexpr auto none = "none"_L1; // Where a value is not stated.

template<std::size_t Count, typename Name>
void write(QJsonObject &object, const QString &key, const std::bitset<Count> &shown, const Name &nameOf)
{
    if (shown.all())
        return;
    QJsonArray names;
    for (std::size_t value = 0; value < Count; ++value) {
        if (shown.test(value))
            names.append(nameOf(value));
    }
    object.insert(key, names);
}

template<std::size_t Count, typename Name>
void read(const QJsonObject &object, const QString &key, std::bitset<Count> &shown, const Name &nameOf)
{
    if (!object[key].isArray())
        return;
    const QJsonArray names = object[key].toArray();
    for (std::size_t value = 0; value < Count; ++value)
        shown.set(value, names.contains(nameOf(value)));
}

QString kindName(std::size_t value)
{
    return termOf(static_cast<Kind>(value));
}

QString subKindName(std::size_t value)
{
    return value < subKindCount ? termOf(static_cast<SubKind>(value)) : none;
}

QString statusName(std::size_t value)
{
    return keyOf(static_cast<Status>(value));
}

QString credibilityName(std::size_t value)
{
    return value > 0 ? QString::number(value) : none;
}

QString precisionName(std::size_t value)
{
    return value < locationPrecisionCount ? keyOf(static_cast<LocationPrecision>(value)) : none;
}

/// Does @p work with each part that is a set of values.
template<typename Filter, typename Work>
void forEachSet(Filter &filter, const Work &work)
{
    work(u"kinds"_s, filter.kinds, kindName);
    work(u"subKinds"_s, filter.subKinds, subKindName);
    work(u"statuses"_s, filter.statuses, statusName);
    work(u"credibilities"_s, filter.credibilities, credibilityName);
    work(u"precisions"_s, filter.precisions, precisionName);
}

template<typename Filter, typename Work>
void forEachTime(Filter &filter, const Work &work)
{
    work(u"begin"_s, filter.begin);
    work(u"end"_s, filter.end);
    work(u"knownBegin"_s, filter.knownBegin);
    work(u"knownEnd"_s, filter.knownEnd);
}

QJsonArray pair(LonLat position)
{
    return {position.lon, position.lat};
}

LonLat positionFrom(const QJsonValue &value)
{
    return {value[0].toDouble(), value[1].toDouble()};
}

QJsonObject objectFrom(const FilterArea &area)
{
    if (area.radiusMetres > 0)
        return {{u"centre"_s, pair(area.centre)}, {u"radiusMetres"_s, area.radiusMetres}};
    QJsonArray outline;
    for (const LonLat &corner : area.outline)
        outline.append(pair(corner));
    return {{u"outline"_s, outline}};
}

std::optional<FilterArea> areaFrom(const QJsonObject &object)
{
    FilterArea area{positionFrom(object[u"centre"_s]), object[u"radiusMetres"_s].toDouble(), {}};
    for (const QJsonValue corner : object[u"outline"_s].toArray())
        area.outline.push_back(positionFrom(corner));
    return area.radiusMetres > 0 || area.outline.size() > 2 ? std::optional(area) : std::nullopt;
}

QStringList stringsFrom(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue one : value.toArray())
        strings.append(one.toString());
    return strings;
}

} // namespace

QJsonObject objectFrom(const IncidentFilter &filter)
{
    QJsonObject object;
    forEachSet(filter, [&object](const QString &key, const auto &shown, const auto &nameOf) {
        write(object, key, shown, nameOf);
    });
    forEachTime(filter, [&object](const QString &key, const std::optional<UtcMinute> &time) {
        if (time)
            object.insert(key, isoFromUtc(*time));
    });
    if (!filter.withoutTime)
        object.insert(u"withoutTime"_s, false);
    if (filter.leastOrigins > 0)
        object.insert(u"leastOrigins"_s, filter.leastOrigins);
    if (filter.area)
        object.insert(u"area"_s, objectFrom(*filter.area));
    if (!filter.actors.isEmpty())
        object.insert(u"actors"_s, QJsonArray::fromStringList(filter.actors));
    if (!filter.tags.isEmpty())
        object.insert(u"tags"_s, QJsonArray::fromStringList(filter.tags));
    QJsonArray sources;
    for (const DocumentId source : filter.sources)
        sources.append(qint64{numberOf(source)});
    if (!sources.isEmpty())
        object.insert(u"sources"_s, sources);
    if (!filter.words.isEmpty())
        object.insert(u"words"_s, filter.words);
    return object;
}

IncidentFilter filterFrom(const QJsonObject &object)
{
    IncidentFilter filter;
    forEachSet(filter,
               [&object](const QString &key, auto &shown, const auto &nameOf) { read(object, key, shown, nameOf); });
    forEachTime(filter, [&object](const QString &key, std::optional<UtcMinute> &time) {
        time = utcFromIso(object[key].toString());
    });
    filter.withoutTime = object[u"withoutTime"_s].toBool(true);
    filter.leastOrigins = object[u"leastOrigins"_s].toInt();
    if (object.contains(u"area"_s))
        filter.area = areaFrom(object[u"area"_s].toObject());
    filter.actors = stringsFrom(object[u"actors"_s]);
    filter.tags = stringsFrom(object[u"tags"_s]);
    for (const QJsonValue source : object[u"sources"_s].toArray())
        filter.sources.push_back(DocumentId{source.toInteger()});
    filter.words = object[u"words"_s].toString();
    return filter;
}

} // namespace dateline
