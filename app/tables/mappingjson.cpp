#include "tables/mappingjson.h"

#include "base/zone.h"
#include "geo/positionsystem.h"
#include "tables/tablestext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <array>

namespace dateline
{

namespace
{

constexpr auto versionKey = QLatin1StringView("dateline_mapping");
constexpr int mappingVersion = 1;
constexpr qint64 longestMapping = 4 * 1024 * 1024; ///< Bytes.

constexpr std::array dateOrderKeys{"", "dmy", "mdy", "ymd"};

std::unexpected<Error> badMapping(const QString &what)
{
    return failure(Error::Kind::Malformed, TablesText::tr("This is no mapping of columns: %1").arg(what));
}

QString termOf(const MappedKind &kind)
{
    return kind.subKind ? termOf(*kind.subKind) : termOf(kind.kind);
}

/// The kind, and the sub-kind if it is one, that @p term names.
Result<MappedKind> kindFrom(const QString &word, const QString &term)
{
    if (const std::optional<SubKind> subKind = subKindFromTerm(term))
        return MappedKind{word, kindOf(*subKind), subKind};
    if (const std::optional<Kind> kind = kindFromTerm(term))
        return MappedKind{word, *kind, {}};
    return badMapping(TablesText::tr("“%1” is no kind of event").arg(term));
}

Result<void> takeColumns(Mapping &mapping, const QJsonArray &columns)
{
    for (const QJsonValue &value : columns) {
        const QJsonObject column = value.toObject();
        const QString key = column.value(QLatin1StringView("role")).toString(QStringLiteral("kept"));
        const std::optional<Role> role = roleFromKey(key);
        if (!role)
            return badMapping(TablesText::tr("“%1” is nothing that a column can say").arg(key));
        mapping.columns.push_back({column.value(QLatin1StringView("name")).toString(), *role});
    }
    if (mapping.columns.empty())
        return badMapping(TablesText::tr("it names no columns"));
    return {};
}

Result<void> takeKinds(Mapping &mapping, const QJsonObject &json)
{
    if (const QString term = json.value(QLatin1StringView("kind")).toString(); !term.isEmpty()) {
        const Result<MappedKind> kind = kindFrom({}, term);
        if (!kind)
            return std::unexpected(kind.error());
        mapping.kind = kind->kind;
    }
    const QJsonObject kinds = json.value(QLatin1StringView("kinds")).toObject();
    for (auto word = kinds.begin(); word != kinds.end(); ++word) {
        Result<MappedKind> kind = kindFrom(word.key(), word.value().toString());
        if (!kind)
            return std::unexpected(kind.error());
        mapping.kinds.push_back(std::move(*kind));
    }
    return {};
}

Result<void> takePlaces(Mapping &mapping, const QJsonObject &json)
{
    mapping.crs = json.value(QLatin1StringView("crs")).toString();
    if (!mapping.crs.isEmpty()) {
        if (const Result<PositionSystem> system = PositionSystem::fromText(mapping.crs); !system)
            return std::unexpected(system.error());
    }
    mapping.longitudeFirst = json.value(QLatin1StringView("longitude_first")).toBool();
    const QString precision = json.value(QLatin1StringView("precision")).toString(keyOf(LocationPrecision::Near));
    const std::optional<LocationPrecision> known = locationPrecisionFromKey(precision);
    if (!known)
        return badMapping(TablesText::tr("“%1” is no precision of places").arg(precision));
    mapping.precision = *known;
    constexpr double mostMetres = 5'000'000;
    mapping.radiusMetres = json.value(QLatin1StringView("radius_m")).toDouble(mapping.radiusMetres);
    if (!(mapping.radiusMetres >= 0 && mapping.radiusMetres <= mostMetres)
        || (mapping.radiusMetres == 0) != (mapping.precision == LocationPrecision::Exact))
        return badMapping(TablesText::tr("its radius does not go with its precision"));
    return {};
}

Result<void> takeTimes(Mapping &mapping, const QJsonObject &json)
{
    const QString order = json.value(QLatin1StringView("date_order")).toString();
    const std::optional<DateOrder> known = dateOrderFromKey(order);
    if (!known)
        return badMapping(TablesText::tr("“%1” is no order of dates: dmy, mdy and ymd are").arg(order));
    mapping.dateOrder = *known;
    mapping.zone = json.value(QLatin1StringView("zone")).toString();
    if (!mapping.zone.isEmpty() && !zoneFromName(mapping.zone))
        return badMapping(TablesText::tr("“%1” is no time zone").arg(mapping.zone));
    return {};
}

} // namespace

QString keyOf(DateOrder order)
{
    return QString::fromLatin1(dateOrderKeys.at(static_cast<std::size_t>(order)));
}

std::optional<DateOrder> dateOrderFromKey(QStringView key)
{
    for (std::size_t i = 0; i < dateOrderKeys.size(); ++i) {
        if (key == QLatin1StringView(dateOrderKeys.at(i)))
            return static_cast<DateOrder>(i);
    }
    return std::nullopt;
}

QJsonObject jsonFrom(const Mapping &mapping)
{
    QJsonArray columns;
    for (const MappedColumn &column : mapping.columns)
        columns.append(
            QJsonObject{{QStringLiteral("name"), column.name}, {QStringLiteral("role"), keyOf(column.role)}});
    QJsonObject kinds;
    for (const MappedKind &kind : mapping.kinds)
        kinds.insert(kind.word, termOf(kind));
    return {{versionKey, mappingVersion},
            {QStringLiteral("name"), mapping.name},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("header_row"), mapping.headerRow},
            {QStringLiteral("delimiter"), QString(QLatin1Char(mapping.delimiter))},
            {QStringLiteral("date_order"), keyOf(mapping.dateOrder)},
            {QStringLiteral("zone"), mapping.zone},
            {QStringLiteral("crs"), mapping.crs},
            {QStringLiteral("longitude_first"), mapping.longitudeFirst},
            {QStringLiteral("precision"), keyOf(mapping.precision)},
            {QStringLiteral("radius_m"), mapping.radiusMetres},
            {QStringLiteral("kind"), termOf(mapping.kind)},
            {QStringLiteral("kinds"), kinds}};
}

Result<Mapping> mappingFromJson(const QJsonObject &json)
{
    const int version = json.value(versionKey).toInt();
    if (version == 0)
        return badMapping(TablesText::tr("it does not say that it is one"));
    if (version > mappingVersion)
        return badMapping(TablesText::tr("a newer Dateline wrote it; use that one"));
    Mapping mapping;
    mapping.name = json.value(QLatin1StringView("name")).toString();
    mapping.headerRow = json.value(QLatin1StringView("header_row")).toInt(1);
    const QString delimiter = json.value(QLatin1StringView("delimiter")).toString(QStringLiteral(","));
    if (delimiter.size() != 1 || delimiter.front().unicode() > 127 || mapping.headerRow < 0
        || mapping.headerRow > static_cast<int>(mostHeaderRows))
        return badMapping(TablesText::tr("its delimiter or the row of its header is none"));
    mapping.delimiter = delimiter.front().toLatin1();
    for (const Result<void> &taken : {takeColumns(mapping, json.value(QLatin1StringView("columns")).toArray()),
                                      takeKinds(mapping, json), takePlaces(mapping, json), takeTimes(mapping, json)}) {
        if (!taken)
            return std::unexpected(taken.error());
    }
    return mapping;
}

Result<MappingPtr> readMapping(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Kind::NotFound,
                       TablesText::tr("There is no file “%1”; check its name and folder").arg(path), path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Error::Kind::Unreadable,
                       TablesText::tr("“%1” cannot be read (%2); check that it is a file and that you may open it")
                           .arg(path, file.errorString()),
                       path);
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.read(longestMapping));
    Result<Mapping> mapping = mappingFromJson(json.object());
    if (!mapping) {
        return failure(Error::Kind::Malformed,
                       TablesText::tr("“%1” cannot be used: %2").arg(path, mapping.error().message), path);
    }
    return std::make_shared<const Mapping>(std::move(*mapping));
}

Result<void> writeMapping(const Mapping &mapping, const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(jsonFrom(mapping)).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return failure(Error::Kind::Unwritable,
                   TablesText::tr("The mapping could not be written to “%1” (%2): check the folder and the disk")
                       .arg(path, file.errorString()),
                   path);
}

} // namespace dateline
