#include "casefile/mergewords.h"

#include "base/time.h"
#include "casefile/geometryblob.h"
#include "casefile/mergetext.h"
#include "domain/incident.h"
#include "domain/lossjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct Named
{
    const char *key;
    const char *words;
};

QString named(std::span<const Named> names, const QString &key)
{
    const auto found = std::ranges::find_if(names, [&](const Named &one) { return key == QLatin1StringView(one.key); });
    return found == names.end() ? QString(key).replace(u'_', u' ') : MergeText::tr(found->words);
}

constexpr std::array rowNames{
    Named{"document", QT_TRANSLATE_NOOP("Merge", "Document")},
    Named{"quote", QT_TRANSLATE_NOOP("Merge", "Quote")},
    Named{"incident", QT_TRANSLATE_NOOP("Merge", "Incident")},
    Named{"claim", QT_TRANSLATE_NOOP("Merge", "Claim")},
    Named{"decision", QT_TRANSLATE_NOOP("Merge", "Decision on a proposal from")},
    Named{"figure", QT_TRANSLATE_NOOP("Merge", "Figure")},
    Named{"layer", QT_TRANSLATE_NOOP("Merge", "Layer")},
    Named{"bookmark", QT_TRANSLATE_NOOP("Merge", "Bookmark")},
    Named{"case_info", QT_TRANSLATE_NOOP("Merge", "Case")},
};

constexpr std::array manyNames{
    Named{"document", QT_TRANSLATE_NOOP("Merge", "Documents")},
    Named{"quote", QT_TRANSLATE_NOOP("Merge", "Quotes")},
    Named{"incident", QT_TRANSLATE_NOOP("Merge", "Incidents")},
    Named{"claim", QT_TRANSLATE_NOOP("Merge", "Claims")},
    Named{"decision", QT_TRANSLATE_NOOP("Merge", "Decisions on proposals")},
    Named{"figure", QT_TRANSLATE_NOOP("Merge", "Figures")},
    Named{"layer", QT_TRANSLATE_NOOP("Merge", "Layers")},
    Named{"bookmark", QT_TRANSLATE_NOOP("Merge", "Bookmarks")},
    Named{"case_info", QT_TRANSLATE_NOOP("Merge", "What the case says of itself")},
};

constexpr std::array fieldNames{
    Named{"published", QT_TRANSLATE_NOOP("Merge", "date of publication")},
    Named{"modified", QT_TRANSLATE_NOOP("Merge", "date of its last change")},
    Named{"address", QT_TRANSLATE_NOOP("Merge", "address")},
    Named{"retrieved", QT_TRANSLATE_NOOP("Merge", "time of reading")},
    Named{"grade", QT_TRANSLATE_NOOP("Merge", "grade of the source")},
    Named{"graphic", QT_TRANSLATE_NOOP("Merge", "whether it is graphic")},
    Named{"sensitive", QT_TRANSLATE_NOOP("Merge", "whether its place is sensitive")},
    Named{"replaces", QT_TRANSLATE_NOOP("Merge", "which capture it replaces")},
    Named{"origin", QT_TRANSLATE_NOOP("Merge", "whose story it repeats")},
    Named{"actors", QT_TRANSLATE_NOOP("Merge", "who took part")},
    Named{"losses", QT_TRANSLATE_NOOP("Merge", "reported losses")},
    Named{"data_set", QT_TRANSLATE_NOOP("Merge", "what its data set says")},
    Named{"incident_id", QT_TRANSLATE_NOOP("Merge", "which incident it is about")},
    Named{"quote_id", QT_TRANSLATE_NOOP("Merge", "which words it rests on")},
    Named{"about", QT_TRANSLATE_NOOP("Merge", "what the words answer")},
    Named{"spec", QT_TRANSLATE_NOOP("Merge", "settings")},
    Named{"shown", QT_TRANSLATE_NOOP("Merge", "what it shows")},
    Named{"accepted", QT_TRANSLATE_NOOP("Merge", "whether it was accepted")},
    Named{"source", QT_TRANSLATE_NOOP("Merge", "file")},
};

QString nothing()
{
    return MergeText::tr("nothing");
}

QString joined(const QStringList &parts, const QString &split = QStringLiteral(", "))
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(split);
}

QString asWritten(const QJsonValue &words)
{
    return words.toString().isEmpty() ? QString() : MergeText::tr("“%1”").arg(words.toString());
}

QString timeText(const QJsonObject &columns)
{
    const std::optional<UtcMinute> begin = utcFromIso(columns.value(u"time_begin").toString());
    if (!begin)
        return asWritten(columns.value(u"time_as_written"));
    const TimeSpan span{
        *begin, utcFromIso(columns.value(u"time_end").toString()).value_or(*begin + std::chrono::minutes(1)),
        timePrecisionFromKey(columns.value(u"time_precision").toString()).value_or(TimePrecision::Minute)};
    return joined(
        {textFromSpan(span), columns.value(u"time_zone").toString(), asWritten(columns.value(u"time_as_written"))});
}

QString writtenTimeText(const QString &column, const QJsonObject &columns)
{
    const std::optional<UtcMinute> time = utcFromIso(columns.value(column).toString());
    if (!time)
        return {};
    const TimePrecision precision =
        timePrecisionFromKey(columns.value(column + QLatin1StringView("_precision")).toString())
            .value_or(TimePrecision::Day);
    return joined({textFromSpan({*time, *time + std::chrono::minutes(1), precision}),
                   columns.value(column + QLatin1StringView("_zone")).toString()});
}

QString coordinatesText(const QJsonValue &hex)
{
    const QByteArray blob = QByteArray::fromHex(hex.toString().toLatin1());
    const std::optional<Geometry> geometry =
        geometryFromBlob({blob.constData(), static_cast<std::size_t>(blob.size())});
    Where where;
    where.geometry = geometry.value_or(Geometry{});
    const std::optional<LonLat> anchor = anchorOf(where);
    if (!anchor)
        return {};
    const QLocale plain = QLocale::c();
    const QString position = MergeText::tr("%1° %2° (latitude, longitude)")
                                 .arg(plain.toString(anchor->lat, 'f', 5), plain.toString(anchor->lon, 'f', 5));
    return geometry->type == Geometry::Type::Point ? position : MergeText::tr("drawn around %1").arg(position);
}

QString placeText(const QJsonObject &columns)
{
    const double radius = columns.value(u"radius_m").toDouble();
    return joined({columns.value(u"place_name").toString(), columns.value(u"province").toString(),
                   columns.value(u"country").toString(), coordinatesText(columns.value(u"geom")),
                   columns.value(u"location_precision").toString(),
                   radius > 0 ? MergeText::tr("within %1 m").arg(radius) : QString(),
                   asWritten(columns.value(u"place_as_written"))});
}

QString lossText(const QJsonObject &json)
{
    const Loss loss = lossFrom(json).value_or(Loss{});
    return joined({MergeText::tr("%1 %2").arg(numbersOf(loss), json.value(u"kind").toString()), loss.ofWhom,
                   loss.reportedBy.isEmpty() ? QString() : MergeText::tr("says %1").arg(loss.reportedBy)});
}

/// The entries of a text that holds a JSON array, or the text itself.
QString listText(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return json;
    QStringList entries;
    for (const QJsonValue entry : document.array())
        entries.append(entry.isObject() ? lossText(entry.toObject()) : entry.toVariant().toString());
    return joined(entries, QStringLiteral("; "));
}

QString valueText(const QString &column, const QJsonValue &value)
{
    constexpr std::array flags{QLatin1StringView("graphic"), QLatin1StringView("sensitive"),
                               QLatin1StringView("accepted")};
    if (std::ranges::contains(flags, column))
        return value.toInteger() != 0 ? MergeText::tr("yes") : MergeText::tr("no");
    if (value.isDouble())
        return QLocale::c().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return listText(value.toString());
}

QString fieldText(const QString &field, const QJsonObject &columns)
{
    if (field == u"time")
        return timeText(columns);
    if (field == u"published" || field == u"modified")
        return writtenTimeText(field, columns);
    if (field == u"place")
        return placeText(columns);
    if (field == u"words")
        return columns.value(u"exact").toString();
    QStringList parts;
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        // A document's name comes from its title.
        if (column.key() != u"name" || columns.value(u"title").toString().isEmpty())
            parts.append(valueText(column.key(), column.value()));
    }
    return joined(parts, QStringLiteral(" · "));
}

} // namespace

QString subjectText(const MergeConflict &conflict)
{
    const QString row = named(rowNames, conflict.table);
    if (conflict.field.isEmpty())
        return MergeText::tr("%1 “%2”").arg(row, conflict.name);
    return MergeText::tr("%1 “%2”: %3").arg(row, conflict.name, named(fieldNames, conflict.field));
}

QString sideText(const MergeConflict &conflict, const MergeSide &side)
{
    if (conflict.field.isEmpty())
        return side.present ? MergeText::tr("has it, and worked on it") : MergeText::tr("removed it");
    const QString text = fieldText(conflict.field, side.columns);
    return text.isEmpty() ? nothing() : text;
}

QString baseText(const MergeConflict &conflict)
{
    if (conflict.field.isEmpty() || conflict.base.isEmpty())
        return {};
    const QString text = fieldText(conflict.field, conflict.base);
    return text.isEmpty() ? nothing() : text;
}

QString authorText(const MergeSide &side)
{
    if (!side.time.isValid())
        return side.author;
    return MergeText::tr("%1, %2 UTC")
        .arg(side.author, QLocale(QLocale::English).toString(side.time.toUTC(), QStringLiteral("d MMM yyyy, HH:mm")));
}

QString countText(const MergeCount &count)
{
    QStringList parts;
    const auto add = [&parts](std::int64_t number, const QString &words) {
        if (number > 0)
            parts.append(words.arg(number));
    };
    add(count.added, MergeText::tr("%1 added"));
    add(count.changed, MergeText::tr("%1 changed"));
    add(count.removed, MergeText::tr("%1 removed"));
    add(count.joined, MergeText::tr("%1 in both already"));
    return MergeText::tr("%1: %2").arg(named(manyNames, count.table), parts.join(QStringLiteral(", ")));
}

QString stepsText(const MergePlan &plan)
{
    const QString authors = plan.authors.join(QStringLiteral(", "));
    return plan.steps == 1 ? MergeText::tr("1 step by %1").arg(authors)
                           : MergeText::tr("%1 steps by %2").arg(QString::number(plan.steps), authors);
}

} // namespace dateline
