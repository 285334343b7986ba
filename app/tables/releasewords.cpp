// The words that tell a person what a newer download says otherwise.
#include "casefile/geometryblob.h"
#include "domain/keys.h"
#include "tables/cells.h"
#include "tables/releasediff.h"
#include "tables/tablestext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace dateline
{

namespace
{

const QString betweenParts = QStringLiteral(" · ");

QString fromTo(const QString &before, const QString &after)
{
    return TablesText::tr("%1 → %2").arg(before, after);
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? TablesText::tr("none") : text;
}

/// “640 m”, “3.2 km”, “120 km”.
QString distanceText(double metres)
{
    constexpr double kilometre = 1000;
    constexpr double fewKilometres = 10'000;
    const QLocale locale = QLocale::c();
    if (metres < kilometre)
        return TablesText::tr("%1 m").arg(locale.toString(metres, 'f', 0));
    return TablesText::tr("%1 km").arg(locale.toString(metres / kilometre, 'f', metres < fewKilometres ? 1 : 0));
}

QString nameOf(LocationPrecision precision)
{
    switch (precision) {
    case LocationPrecision::Exact: return TablesText::tr("exact");
    case LocationPrecision::Near: return TablesText::tr("near a named place");
    case LocationPrecision::District: return TablesText::tr("within a district");
    case LocationPrecision::Province: return TablesText::tr("within a province");
    case LocationPrecision::Country: return TablesText::tr("within a country");
    }
    Q_UNREACHABLE_RETURN({});
}

QString nameOf(Loss::Kind kind)
{
    switch (kind) {
    case Loss::Kind::Killed: return TablesText::tr("killed");
    case Loss::Kind::Wounded: return TablesText::tr("wounded");
    case Loss::Kind::Captured: return TablesText::tr("captured");
    case Loss::Kind::Missing: return TablesText::tr("missing");
    case Loss::Kind::Displaced: return TablesText::tr("displaced");
    case Loss::Kind::Destroyed: return TablesText::tr("destroyed");
    }
    Q_UNREACHABLE_RETURN({});
}

QString placeName(const QString &place, const QString &province, const QString &country)
{
    return place.isEmpty() ? (province.isEmpty() ? country : province) : place;
}

QString placeText(const ReleaseRow &row, const StoredIncident &ours, const std::optional<Where> &theirs)
{
    if (!theirs)
        return TablesText::tr("no place any more");
    const QString after = placeName(theirs->place, theirs->province, theirs->country);
    if (ours.placePrecision.empty())
        return TablesText::tr("placed at %1").arg(orNone(after));
    const QString before = placeName(textFrom(ours.place), textFrom(ours.province), textFrom(ours.country));
    constexpr double least = 0.5;
    QStringList parts;
    if (row.metres >= least)
        parts.append(TablesText::tr("moved %1").arg(distanceText(row.metres)));
    if (before != after)
        parts.append(parts.isEmpty() ? TablesText::tr("place called %1").arg(fromTo(orNone(before), orNone(after)))
                                     : fromTo(orNone(before), orNone(after)));
    const std::optional<LocationPrecision> precision = locationPrecisionFromKey(textFrom(ours.placePrecision));
    if (precision && *precision != theirs->precision)
        parts.append(fromTo(nameOf(*precision), nameOf(theirs->precision)));
    else if (ours.radiusMetres != theirs->radiusMetres)
        parts.append(TablesText::tr("within %1")
                         .arg(fromTo(distanceText(ours.radiusMetres), distanceText(theirs->radiusMetres))));
    return parts.isEmpty() ? TablesText::tr("place described otherwise") : parts.join(betweenParts);
}

QString timeText(const StoredIncident &ours, const std::optional<When> &theirs)
{
    QString before;
    if (const std::optional<UtcMinute> begin = utcFromIso(textFrom(ours.begin))) {
        before = textFromSpan({*begin, utcFromIso(textFrom(ours.end)).value_or(*begin + std::chrono::minutes(1)),
                               timePrecisionFromKey(textFrom(ours.timePrecision)).value_or(TimePrecision::Minute)});
    }
    const QString after = theirs ? textFromSpan(theirs->span) : QString();
    return before == after ? TablesText::tr("time described otherwise")
                           : TablesText::tr("dated %1").arg(fromTo(orNone(before), orNone(after)));
}

/// “3 killed” of each loss in a row; empty for none.
QString lossesText(const std::vector<Loss> &losses)
{
    QStringList parts;
    for (const Loss &loss : losses)
        parts.append(TablesText::tr("%1 %2").arg(numbersOf(loss), nameOf(loss.kind)));
    return parts.join(QStringLiteral(", "));
}

std::vector<Loss> lossesIn(std::string_view json)
{
    std::vector<Loss> losses;
    for (const QJsonValue value : QJsonDocument::fromJson(QByteArray(json)).array()) {
        const QJsonObject loss = value.toObject();
        const QJsonValue best = loss[u"best"];
        losses.push_back({.kind = lossKindFromKey(loss[u"kind"].toString()).value_or(Loss::Kind::Killed),
                          .low = loss[u"low"].toInteger(),
                          .high = loss[u"high"].toInteger(),
                          .best = best.isDouble() ? std::optional(best.toInteger()) : std::nullopt});
    }
    return losses;
}

QString lossesChange(const StoredIncident &ours, const std::vector<Loss> &theirs)
{
    const QString before = lossesText(lossesIn(ours.losses));
    const QString after = lossesText(theirs);
    return before == after ? TablesText::tr("losses of others") : fromTo(orNone(before), orNone(after));
}

QString wordsText(const ReleaseRow &row, const KeptRow &theirs)
{
    QStringList publishers;
    for (std::size_t i = 0; i < theirs.words.size(); ++i) {
        const std::size_t bit = std::min<std::size_t>(i, 63);
        if (((row.quotes >> bit) & 1U) != 0 && !theirs.words[i].first.empty())
            publishers.append(textFrom(theirs.words[i].first));
    }
    publishers.removeDuplicates();
    return publishers.isEmpty() ? TablesText::tr("other words")
                                : TablesText::tr("new words of %1").arg(publishers.join(QStringLiteral(", ")));
}

QString kindChange(const ReleaseRow &row, const StoredIncident &ours, const Incident &theirs)
{
    QStringList parts;
    if (row.fields.test(static_cast<std::size_t>(RowField::Kind))) {
        const QString before = textFrom(ours.subKind.empty() ? ours.kind : ours.subKind);
        parts.append(fromTo(before, theirs.subKind ? termOf(*theirs.subKind) : termOf(theirs.kind)));
    }
    if (row.fields.test(static_cast<std::size_t>(RowField::Actors)))
        parts.append(TablesText::tr("now between %1").arg(orNone(theirs.actors.join(QStringLiteral(", ")))));
    return parts.join(betweenParts);
}

QString otherText(const ReleaseRow &row, const QStringList &attributes)
{
    constexpr qsizetype mostNamed = 3;
    QStringList names = attributes.first(std::min(attributes.size(), mostNamed));
    if (row.fields.test(static_cast<std::size_t>(RowField::Tags)))
        names.prepend(TablesText::tr("tags"));
    if (attributes.size() > mostNamed)
        names.append(TablesText::tr("%1 more").arg(attributes.size() - mostNamed));
    return names.isEmpty() ? TablesText::tr("another title")
                           : TablesText::tr("other %1").arg(names.join(QStringLiteral(", ")));
}

constexpr std::array<QLatin1StringView, releaseGroupCount> groupKeys{
    QLatin1StringView("added"),      QLatin1StringView("moved"),     QLatin1StringView("re-dated"),
    QLatin1StringView("re-counted"), QLatin1StringView("re-worded"), QLatin1StringView("re-classified"),
    QLatin1StringView("other"),      QLatin1StringView("both"),      QLatin1StringView("removed")};

} // namespace

QString keyOf(ReleaseGroup group)
{
    return groupKeys.at(static_cast<std::size_t>(group));
}

std::optional<ReleaseGroup> releaseGroupFromKey(QStringView key)
{
    return enumFromKey<ReleaseGroup>(groupKeys, key);
}

QString groupText(ReleaseGroup group)
{
    switch (group) {
    case ReleaseGroup::Added: return TablesText::tr("added");
    case ReleaseGroup::Moved: return TablesText::tr("moved");
    case ReleaseGroup::Redated: return TablesText::tr("re-dated");
    case ReleaseGroup::Recounted: return TablesText::tr("re-counted");
    case ReleaseGroup::Reworded: return TablesText::tr("re-worded");
    case ReleaseGroup::Reclassified: return TablesText::tr("re-classified");
    case ReleaseGroup::Other: return TablesText::tr("changed in something else");
    case ReleaseGroup::Both: return TablesText::tr("changed here and there");
    case ReleaseGroup::Removed: return TablesText::tr("removed");
    }
    Q_UNREACHABLE_RETURN({});
}

QString coverageText(const ReleaseSet &set)
{
    QStringList parts;
    if (set.begin) {
        const auto dayText = [](UtcMinute time) {
            return textFromSpan({time, time + std::chrono::minutes(1), TimePrecision::Day});
        };
        const QString first = dayText(*set.begin);
        const QString last = dayText(*set.end - std::chrono::minutes(1));
        parts.append(first == last ? first : TablesText::tr("%1 – %2").arg(first, last));
    }
    constexpr std::size_t mostNamed = 12;
    QStringList countries;
    for (const std::string &country : set.countries)
        countries.append(textFrom(country));
    if (countries.size() > qsizetype{mostNamed})
        parts.append(TablesText::tr("%1 countries").arg(countries.size()));
    else if (!countries.isEmpty())
        parts.append(countries.join(QStringLiteral(", ")));
    if (!set.kinds.all())
        parts.append(set.kinds.count() == 1 ? TablesText::tr("1 kind of event")
                                            : TablesText::tr("%1 kinds of events").arg(set.kinds.count()));
    return parts.join(betweenParts);
}

void tellDifference(ReleaseRow &row, const StoredIncident &ours, const KeptRow &theirs, const QStringList &attributes)
{
    QStringList parts;
    if (row.has(ReleaseGroup::Moved))
        parts.append(placeText(row, ours, theirs.incident.where));
    if (row.has(ReleaseGroup::Redated))
        parts.append(timeText(ours, theirs.incident.when));
    if (row.has(ReleaseGroup::Recounted))
        parts.append(lossesChange(ours, theirs.incident.losses));
    if (row.has(ReleaseGroup::Reclassified))
        parts.append(kindChange(row, ours, theirs.incident));
    if (row.has(ReleaseGroup::Reworded))
        parts.append(wordsText(row, theirs));
    if (row.has(ReleaseGroup::Other))
        parts.append(otherText(row, attributes));
    if (row.has(ReleaseGroup::Both))
        parts.append(TablesText::tr("changed here too"));
    row.words = parts.join(betweenParts).toUtf8();
}

void tellAdded(ReleaseRow &row, const Incident &theirs)
{
    QStringList parts{row.has(ReleaseGroup::Both) ? TablesText::tr("removed here, and still there")
                                                  : TablesText::tr("added"),
                      theirs.title};
    if (theirs.when)
        parts.append(textFromSpan(theirs.when->span));
    row.words = parts.join(betweenParts).toUtf8();
    row.after = theirs.where ? anchorOf(*theirs.where) : std::nullopt;
}

void tellMissing(ReleaseRow &row, const StoredIncident &ours)
{
    row.words = (QStringList{row.has(ReleaseGroup::Both) ? TablesText::tr("changed here, and no longer there")
                                                         : TablesText::tr("no longer there"),
                             textFrom(ours.title)}
                     .join(betweenParts))
                    .toUtf8();
    row.before = ours.point;
    if (!row.before && !ours.shape.empty()) {
        if (const std::optional<Geometry> shape = geometryFromBlob(ours.shape))
            row.before = anchorOf(Where{.geometry = *shape});
    }
}

} // namespace dateline
