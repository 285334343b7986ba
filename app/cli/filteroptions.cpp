#include "cli/filteroptions.h"

#include "cli/clitext.h"
#include "cli/figureoptions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

QStringList partsOf(const QString &text)
{
    QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (QString &part : parts)
        part = part.trimmed();
    return parts;
}

/// The names of an option that is given once for each, or with commas between.
template<std::size_t Size, typename IndexOf>
Result<void> takeNames(const QStringList &values, std::bitset<Size> &shown, const IndexOf &indexOf,
                       const QString &known)
{
    if (values.isEmpty())
        return {};
    shown.reset();
    for (const QString &value : values) {
        for (const QString &name : partsOf(value)) {
            const std::optional<std::size_t> index = indexOf(name);
            if (!index)
                return failure(Error::Kind::Malformed, CliText::tr("There is no “%1”; there are %2").arg(name, known),
                               name);
            shown.set(*index);
        }
    }
    return {};
}

QStringList kindTerms()
{
    QStringList terms;
    for (int kind = 0; kind < kindCount; ++kind)
        terms.append(termOf(static_cast<Kind>(kind)));
    return terms;
}

/// Kinds and sub-kinds: a sub-kind limits its kind to itself and to the others that are named.
Result<void> takeKinds(const QStringList &values, IncidentFilter &filter)
{
    if (values.isEmpty())
        return {};
    filter.kinds.reset();
    std::bitset<subKindCount + 1> subKinds;
    std::bitset<kindCount> whole;
    for (const QString &name : values) {
        if (const std::optional<Kind> kind = kindFromTerm(name)) {
            whole.set(static_cast<std::size_t>(*kind));
        } else if (const std::optional<SubKind> subKind = subKindFromTerm(name)) {
            filter.kinds.set(static_cast<std::size_t>(kindOf(*subKind)));
            subKinds.set(static_cast<std::size_t>(*subKind));
        } else {
            return failure(Error::Kind::Malformed,
                           CliText::tr("There is no kind “%1”; there are %2, and ACLED's sub-event types")
                               .arg(name, kindTerms().join(QStringLiteral(", "))),
                           name);
        }
    }
    filter.kinds |= whole;
    if (subKinds.none())
        return {};
    for (int i = 0; i < subKindCount; ++i) {
        if (whole.test(static_cast<std::size_t>(kindOf(static_cast<SubKind>(i)))))
            subKinds.set(static_cast<std::size_t>(i));
    }
    // One that states none is of no sub-kind that was asked for.
    subKinds.set(subKindCount, whole.any());
    filter.subKinds = subKinds;
    return {};
}

Result<void> takeTimes(const QCommandLineParser &parser, IncidentFilter &filter)
{
    struct Limit
    {
        QString option;
        std::optional<UtcMinute> &time;
        DayAs day;
    };
    for (const Limit &limit : {Limit{QStringLiteral("from"), filter.begin, DayAs::Begin},
                               Limit{QStringLiteral("until"), filter.end, DayAs::End},
                               Limit{QStringLiteral("reported-from"), filter.knownBegin, DayAs::Begin},
                               Limit{QStringLiteral("reported-until"), filter.knownEnd, DayAs::End}}) {
        if (!parser.isSet(limit.option))
            continue;
        const Result<std::vector<UtcMinute>> times = timesFromText(parser.value(limit.option), limit.day);
        if (!times)
            return std::unexpected(times.error());
        if (times->size() != 1)
            return failure(Error::Kind::Malformed, CliText::tr("--%1 takes one time").arg(limit.option));
        limit.time = times->front();
    }
    if (filter.begin && filter.end && *filter.end <= *filter.begin)
        return failure(Error::Kind::Malformed, CliText::tr("--until is before --from: exchange them"));
    if (parser.isSet(QStringLiteral("dated")))
        filter.withoutTime = false;
    return {};
}

Result<void> takeArea(const QCommandLineParser &parser, IncidentFilter &filter)
{
    if (const QString text = parser.value(QStringLiteral("within")); !text.isEmpty()) {
        const Result<LonLatBox> box = boxFromText(text);
        if (!box)
            return std::unexpected(box.error());
        if (box->east - box->west >= 180)
            return failure(Error::Kind::Malformed, CliText::tr("“%1” is half the world wide or more").arg(text));
        filter.area = FilterArea{
            {},
            0,
            {{box->west, box->south}, {box->east, box->south}, {box->east, box->north}, {box->west, box->north}}};
    }
    if (const QString text = parser.value(QStringLiteral("near")); !text.isEmpty()) {
        const QStringList parts = text.split(u',');
        std::array<double, 3> numbers{};
        bool isRight = parts.size() == 3;
        for (std::size_t i = 0; i < numbers.size() && isRight; ++i)
            numbers[i] = parts[static_cast<qsizetype>(i)].trimmed().toDouble(&isRight);
        const auto [lon, lat, metres] = numbers;
        if (!isRight || !(std::abs(lon) <= 180 && std::abs(lat) <= 90 && metres > 0 && metres <= 1e7))
            return failure(
                Error::Kind::Malformed,
                CliText::tr("“%1” is no circle; give longitude,latitude,metres such as 46.34,39.51,20000").arg(text),
                text);
        filter.area = FilterArea{{lon, lat}, metres, {}};
    }
    return {};
}

template<typename Enum>
std::optional<std::size_t> indexFrom(std::optional<Enum> value)
{
    return value ? std::optional(static_cast<std::size_t>(*value)) : std::nullopt;
}

} // namespace

QList<QCommandLineOption> filterOptions()
{
    return {
        {QStringLiteral("only"), CliText::tr("Shows the incidents with these numbers alone, such as 3,5."),
         QStringLiteral("IDS")},
        {QStringLiteral("from"), CliText::tr("Shows what lasts until after this day or time, such as 2022-09-13."),
         QStringLiteral("TIME")},
        {QStringLiteral("until"), CliText::tr("Shows what begins before this time, or before the end of this day."),
         QStringLiteral("TIME")},
        {QStringLiteral("reported-from"), CliText::tr("Shows what was first reported from this day or time on."),
         QStringLiteral("TIME")},
        {QStringLiteral("reported-until"),
         CliText::tr("Shows what was first reported before this time, or before the end of this day."),
         QStringLiteral("TIME")},
        {QStringLiteral("dated"), CliText::tr("Hides what has no time where times are limited.")},
        {QStringLiteral("kind"),
         CliText::tr("Shows this kind of event or sub-event, such as Battles; may be given several times."),
         QStringLiteral("TERM")},
        {QStringLiteral("status"), CliText::tr("Shows these of reported, corroborated, disputed and refuted."),
         QStringLiteral("NAMES")},
        {QStringLiteral("precision"),
         CliText::tr("Shows places known to these of exact, near, district, province, country and none."),
         QStringLiteral("NAMES")},
        {QStringLiteral("credibility"), CliText::tr("Shows these of 1 to 6, and 0 for not graded."),
         QStringLiteral("NUMBERS")},
        {QStringLiteral("origins"), CliText::tr("Shows what at least so many independent sources report."),
         QStringLiteral("N")},
        {QStringLiteral("actor"), CliText::tr("Shows what names this party; may be given several times."),
         QStringLiteral("NAME")},
        {QStringLiteral("tag"), CliText::tr("Shows what has this tag; may be given several times."),
         QStringLiteral("TAG")},
        {QStringLiteral("words"), CliText::tr("Shows what has this in its title, its place's name or its quotes."),
         QStringLiteral("TEXT")},
        {QStringLiteral("within"), CliText::tr("Shows what lies in this box, in degrees."), QStringLiteral("W,S,E,N")},
        {QStringLiteral("near"), CliText::tr("Shows what lies in this circle, in degrees and metres."),
         QStringLiteral("LON,LAT,METRES")},
    };
}

Result<IncidentFilter> filterFrom(const QCommandLineParser &parser, IncidentFilter filter)
{
    if (const Result<void> taken = takeTimes(parser, filter); !taken)
        return std::unexpected(taken.error());
    if (const Result<void> taken = takeKinds(parser.values(QStringLiteral("kind")), filter); !taken)
        return std::unexpected(taken.error());
    const auto status = [](const QString &name) { return indexFrom(statusFromKey(name)); };
    if (const Result<void> taken = takeNames(parser.values(QStringLiteral("status")), filter.statuses, status,
                                             CliText::tr("reported, corroborated, disputed and refuted"));
        !taken)
        return std::unexpected(taken.error());
    const auto precision = [](const QString &name) -> std::optional<std::size_t> {
        if (name == u"none")
            return locationPrecisionCount;
        return indexFrom(locationPrecisionFromKey(name));
    };
    if (const Result<void> taken = takeNames(parser.values(QStringLiteral("precision")), filter.precisions, precision,
                                             CliText::tr("exact, near, district, province, country and none"));
        !taken)
        return std::unexpected(taken.error());
    const auto grade = [](const QString &name) -> std::optional<std::size_t> {
        bool isNumber = false;
        const uint number = name.toUInt(&isNumber);
        return isNumber && number < credibilityCount ? std::optional<std::size_t>(number) : std::nullopt;
    };
    if (const Result<void> taken =
            takeNames(parser.values(QStringLiteral("credibility")), filter.credibilities, grade, CliText::tr("0 to 6"));
        !taken)
        return std::unexpected(taken.error());
    if (const Result<void> taken = takeArea(parser, filter); !taken)
        return std::unexpected(taken.error());
    if (parser.isSet(QStringLiteral("origins"))) {
        bool isNumber = false;
        filter.leastOrigins = parser.value(QStringLiteral("origins")).toInt(&isNumber);
        if (!isNumber || filter.leastOrigins < 1 || filter.leastOrigins > 255)
            return failure(Error::Kind::Malformed, CliText::tr("--origins takes a number from 1 to 255"));
    }
    filter.actors += parser.values(QStringLiteral("actor"));
    filter.tags += parser.values(QStringLiteral("tag"));
    if (parser.isSet(QStringLiteral("words")))
        filter.words = parser.value(QStringLiteral("words"));
    return filter;
}

Result<std::vector<IncidentId>> onlyFrom(const QCommandLineParser &parser)
{
    std::vector<IncidentId> ids;
    if (!parser.isSet(QStringLiteral("only")))
        return ids;
    const QString text = parser.value(QStringLiteral("only"));
    for (const QString &part : partsOf(text)) {
        bool isNumber = false;
        ids.push_back(IncidentId{part.toLongLong(&isNumber)});
        if (!isNumber || ids.back() <= IncidentId{})
            return failure(Error::Kind::Malformed,
                           CliText::tr("“%1” is no number of an incident; give them such as 3,5").arg(part), text);
    }
    if (ids.empty())
        return failure(Error::Kind::Malformed, CliText::tr("--only takes numbers of incidents, such as 3,5"));
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

} // namespace dateline
