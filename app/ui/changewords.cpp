#include "ui/changewords.h"

#include "casefile/geometryblob.h"
#include "domain/lossjson.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

enum class Content : std::uint8_t {
    Text,
    Words,
    Time,
    Geometry,
    Metres,
    Credibility,
    Flag,
    List,
    Losses,
    Object,
    Status,
    Precision,
    Hash
};

struct ColumnWords
{
    QLatin1StringView column;
    const char *name;
    Content content = Content::Text;
};

// In the order in which a person reads them; a column that is not here goes by its own name, after these.
constexpr std::array columnWords{
    ColumnWords{QLatin1StringView("title"), QT_TRANSLATE_NOOP("Changes", "Title")},
    ColumnWords{QLatin1StringView("name"), QT_TRANSLATE_NOOP("Changes", "Name")},
    ColumnWords{QLatin1StringView("exact"), QT_TRANSLATE_NOOP("Changes", "Words"), Content::Words},
    ColumnWords{QLatin1StringView("speaker"), QT_TRANSLATE_NOOP("Changes", "Speaker")},
    ColumnWords{QLatin1StringView("kind"), QT_TRANSLATE_NOOP("Changes", "Kind")},
    ColumnWords{QLatin1StringView("sub_kind"), QT_TRANSLATE_NOOP("Changes", "Kind, more closely")},
    ColumnWords{QLatin1StringView("time_begin"), QT_TRANSLATE_NOOP("Changes", "Begin"), Content::Time},
    ColumnWords{QLatin1StringView("time_end"), QT_TRANSLATE_NOOP("Changes", "End"), Content::Time},
    ColumnWords{QLatin1StringView("time_precision"), QT_TRANSLATE_NOOP("Changes", "Time known to the")},
    ColumnWords{QLatin1StringView("time_zone"), QT_TRANSLATE_NOOP("Changes", "Time zone")},
    ColumnWords{QLatin1StringView("time_as_written"), QT_TRANSLATE_NOOP("Changes", "Time, as written"), Content::Words},
    ColumnWords{QLatin1StringView("place_name"), QT_TRANSLATE_NOOP("Changes", "Place")},
    ColumnWords{QLatin1StringView("province"), QT_TRANSLATE_NOOP("Changes", "Province")},
    ColumnWords{QLatin1StringView("country"), QT_TRANSLATE_NOOP("Changes", "Country")},
    ColumnWords{QLatin1StringView("geom"), QT_TRANSLATE_NOOP("Changes", "Position"), Content::Geometry},
    ColumnWords{QLatin1StringView("location_precision"), QT_TRANSLATE_NOOP("Changes", "Place known"),
                Content::Precision},
    ColumnWords{QLatin1StringView("radius_m"), QT_TRANSLATE_NOOP("Changes", "Within"), Content::Metres},
    ColumnWords{QLatin1StringView("place_as_written"), QT_TRANSLATE_NOOP("Changes", "Place, as written"),
                Content::Words},
    ColumnWords{QLatin1StringView("actors"), QT_TRANSLATE_NOOP("Changes", "Who took part"), Content::List},
    ColumnWords{QLatin1StringView("losses"), QT_TRANSLATE_NOOP("Changes", "Losses"), Content::Losses},
    ColumnWords{QLatin1StringView("status"), QT_TRANSLATE_NOOP("Changes", "Status"), Content::Status},
    ColumnWords{QLatin1StringView("credibility"), QT_TRANSLATE_NOOP("Changes", "Credibility"), Content::Credibility},
    ColumnWords{QLatin1StringView("stance"), QT_TRANSLATE_NOOP("Changes", "The words do this")},
    ColumnWords{QLatin1StringView("about"), QT_TRANSLATE_NOOP("Changes", "The words answer"), Content::List},
    ColumnWords{QLatin1StringView("tags"), QT_TRANSLATE_NOOP("Changes", "Tags"), Content::List},
    ColumnWords{QLatin1StringView("notes"), QT_TRANSLATE_NOOP("Changes", "Notes")},
    ColumnWords{QLatin1StringView("graphic"), QT_TRANSLATE_NOOP("Changes", "Graphic"), Content::Flag},
    ColumnWords{QLatin1StringView("sensitive"), QT_TRANSLATE_NOOP("Changes", "Sensitive place"), Content::Flag},
    ColumnWords{QLatin1StringView("data_set_id"), QT_TRANSLATE_NOOP("Changes", "Number in its data set")},
    ColumnWords{QLatin1StringView("attributes"), QT_TRANSLATE_NOOP("Changes", "In its data set"), Content::Object},
    ColumnWords{QLatin1StringView("publisher"), QT_TRANSLATE_NOOP("Changes", "Publisher")},
    ColumnWords{QLatin1StringView("author"), QT_TRANSLATE_NOOP("Changes", "Author")},
    ColumnWords{QLatin1StringView("address"), QT_TRANSLATE_NOOP("Changes", "Address")},
    ColumnWords{QLatin1StringView("published"), QT_TRANSLATE_NOOP("Changes", "Published"), Content::Time},
    ColumnWords{QLatin1StringView("published_precision"), QT_TRANSLATE_NOOP("Changes", "Published, known to the")},
    ColumnWords{QLatin1StringView("published_zone"), QT_TRANSLATE_NOOP("Changes", "Time zone")},
    ColumnWords{QLatin1StringView("modified"), QT_TRANSLATE_NOOP("Changes", "Updated"), Content::Time},
    ColumnWords{QLatin1StringView("modified_precision"), QT_TRANSLATE_NOOP("Changes", "Updated, known to the")},
    ColumnWords{QLatin1StringView("modified_zone"), QT_TRANSLATE_NOOP("Changes", "Time zone of the update")},
    ColumnWords{QLatin1StringView("retrieved"), QT_TRANSLATE_NOOP("Changes", "Taken in"), Content::Time},
    ColumnWords{QLatin1StringView("language"), QT_TRANSLATE_NOOP("Changes", "Language")},
    ColumnWords{QLatin1StringView("grade"), QT_TRANSLATE_NOOP("Changes", "Grade, A to F")},
    ColumnWords{QLatin1StringView("replaces"), QT_TRANSLATE_NOOP("Changes", "Newer capture of source")},
    ColumnWords{QLatin1StringView("origin"), QT_TRANSLATE_NOOP("Changes", "Repeats the story of source")},
    ColumnWords{QLatin1StringView("media_type"), QT_TRANSLATE_NOOP("Changes", "File type")},
    ColumnWords{QLatin1StringView("file_name"), QT_TRANSLATE_NOOP("Changes", "File name")},
    ColumnWords{QLatin1StringView("text_sha256"), QT_TRANSLATE_NOOP("Changes", "SHA-256 of its text"), Content::Hash},
    ColumnWords{QLatin1StringView("bytes_sha256"), QT_TRANSLATE_NOOP("Changes", "SHA-256 of its file"), Content::Hash},
    ColumnWords{QLatin1StringView("document_id"), QT_TRANSLATE_NOOP("Changes", "Source")},
    ColumnWords{QLatin1StringView("incident_id"), QT_TRANSLATE_NOOP("Changes", "Incident")},
    ColumnWords{QLatin1StringView("quote_id"), QT_TRANSLATE_NOOP("Changes", "Quote")},
    ColumnWords{QLatin1StringView("begin_position"), QT_TRANSLATE_NOOP("Changes", "From letter")},
    ColumnWords{QLatin1StringView("end_position"), QT_TRANSLATE_NOOP("Changes", "To letter")},
    ColumnWords{QLatin1StringView("prefix"), QT_TRANSLATE_NOOP("Changes", "Words before"), Content::Words},
    ColumnWords{QLatin1StringView("suffix"), QT_TRANSLATE_NOOP("Changes", "Words after"), Content::Words},
    ColumnWords{QLatin1StringView("licence"), QT_TRANSLATE_NOOP("Changes", "Licence")},
    ColumnWords{QLatin1StringView("source"), QT_TRANSLATE_NOOP("Changes", "File")},
    ColumnWords{QLatin1StringView("style"), QT_TRANSLATE_NOOP("Changes", "Style"), Content::Object},
    ColumnWords{QLatin1StringView("centre_lat"), QT_TRANSLATE_NOOP("Changes", "Latitude")},
    ColumnWords{QLatin1StringView("centre_lon"), QT_TRANSLATE_NOOP("Changes", "Longitude")},
    ColumnWords{QLatin1StringView("zoom"), QT_TRANSLATE_NOOP("Changes", "Zoom")},
    ColumnWords{QLatin1StringView("view"), QT_TRANSLATE_NOOP("Changes", "Shows many incidents as")},
    ColumnWords{QLatin1StringView("filter"), QT_TRANSLATE_NOOP("Changes", "Filter"), Content::Object},
    ColumnWords{QLatin1StringView("spec"), QT_TRANSLATE_NOOP("Changes", "Settings"), Content::Object},
    ColumnWords{QLatin1StringView("accepted"), QT_TRANSLATE_NOOP("Changes", "Accepted"), Content::Flag},
    ColumnWords{QLatin1StringView("proposal_key"), QT_TRANSLATE_NOOP("Changes", "Proposal")},
};

struct ChangesText
{
    Q_DECLARE_TR_FUNCTIONS(Changes)
};

QString numberText(const QJsonValue &value)
{
    const QLocale english(QLocale::English);
    return value.toDouble() == std::trunc(value.toDouble()) ? english.toString(value.toInteger())
                                                            : english.toString(value.toDouble(), 'f', 3);
}

QString plainText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? ChangesText::tr("yes") : ChangesText::tr("no");
    if (value.isDouble())
        return numberText(value);
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return {};
}

QString timeText(const QString &iso)
{
    const std::optional<UtcMinute> time = utcFromIso(iso);
    return time ? textFromSpan({*time, *time + std::chrono::minutes(1), TimePrecision::Minute}) : iso;
}

QString geometryText(const QString &hex)
{
    const QByteArray blob = QByteArray::fromHex(hex.toLatin1());
    const std::optional<Geometry> geometry =
        geometryFromBlob({blob.constData(), static_cast<std::size_t>(blob.size())});
    const std::optional<LonLatBox> box = geometry ? boxOf(*geometry) : std::nullopt;
    if (!box)
        return ChangesText::tr("damaged");
    std::size_t points = 0;
    for (const std::vector<LonLat> &part : geometry->parts)
        points += part.size();
    switch (geometry->type) {
    case Geometry::Type::Point: return coordinatesText(geometry->parts.front().front());
    case Geometry::Type::Line:
        return ChangesText::tr("line of %1 points, from %2 to %3")
            .arg(points)
            .arg(coordinatesText(geometry->parts.front().front()), coordinatesText(geometry->parts.back().back()));
    case Geometry::Type::Polygon:
        return ChangesText::tr("area with %1 corners around %2").arg(points).arg(coordinatesText(box->centre()));
    }
    Q_UNREACHABLE_RETURN({});
}

QString listText(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return json;
    QStringList texts;
    for (const QJsonValue value : document.array())
        texts.append(plainText(value));
    return texts.join(QStringLiteral("; "));
}

QString lossesText(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return json;
    QStringList texts;
    for (const QJsonValue value : document.array()) {
        const std::optional<Loss> loss = lossFrom(value.toObject());
        texts.append(loss ? lossText(*loss) : plainText(value));
    }
    return texts.join(QStringLiteral("; "));
}

QString cellText(Content content, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const QString text = value.toString();
    switch (content) {
    case Content::Time: return timeText(text);
    case Content::Geometry: return geometryText(text);
    case Content::Credibility: return credibilityName(static_cast<int>(value.toInteger()));
    case Content::Metres: return ChangesText::tr("%1 m").arg(numberText(value));
    case Content::Flag: return value.toInteger() != 0 ? ChangesText::tr("yes") : ChangesText::tr("no");
    case Content::List: return listText(text);
    case Content::Losses: return lossesText(text);
    case Content::Hash: return text.left(16) + u'…';
    case Content::Status: {
        const std::optional<Status> status = statusFromKey(text);
        return status ? statusText(*status) : text;
    }
    case Content::Precision: {
        const std::optional<LocationPrecision> precision = locationPrecisionFromKey(text);
        return precision ? precisionName(*precision) : text;
    }
    case Content::Text:
    case Content::Words:
    case Content::Object: return plainText(value);
    }
    Q_UNREACHABLE_RETURN({});
}

/// Only what differs inside: a figure has many settings.
void addObject(std::vector<ChangedCell> &cells, const QString &name, const QJsonValue &before, const QJsonValue &after)
{
    const QJsonObject was = QJsonDocument::fromJson(before.toString().toUtf8()).object();
    const QJsonObject is = QJsonDocument::fromJson(after.toString().toUtf8()).object();
    QStringList keys = was.keys() + is.keys();
    keys.sort();
    keys.removeDuplicates();
    for (const QString &key : keys) {
        if (was.value(key) != is.value(key))
            cells.push_back(
                {ChangesText::tr("%1: %2").arg(name, key), plainText(was.value(key)), plainText(is.value(key)), false});
    }
}

void addCell(std::vector<ChangedCell> &cells, const ColumnWords &words, const QJsonValue &before,
             const QJsonValue &after)
{
    if (before == after)
        return;
    if (words.content == Content::Object)
        return addObject(cells, ChangesText::tr(words.name), before, after);
    ChangedCell cell{ChangesText::tr(words.name), cellText(words.content, before), cellText(words.content, after),
                     words.content == Content::Words};
    if (!cell.before.isEmpty() || !cell.after.isEmpty())
        cells.push_back(std::move(cell));
}

struct TableWords
{
    QLatin1StringView table;
    const char *one;
    const char *many;
};
constexpr std::array tableWords{
    TableWords{QLatin1StringView("document"), QT_TRANSLATE_NOOP("Changes", "Source"),
               QT_TRANSLATE_NOOP("Changes", "Sources")},
    TableWords{QLatin1StringView("quote"), QT_TRANSLATE_NOOP("Changes", "Quote"),
               QT_TRANSLATE_NOOP("Changes", "Quotes")},
    TableWords{QLatin1StringView("incident"), QT_TRANSLATE_NOOP("Changes", "Incident"),
               QT_TRANSLATE_NOOP("Changes", "Incidents")},
    TableWords{QLatin1StringView("claim"), QT_TRANSLATE_NOOP("Changes", "Claim"),
               QT_TRANSLATE_NOOP("Changes", "Claims")},
    TableWords{QLatin1StringView("figure"), QT_TRANSLATE_NOOP("Changes", "Figure"),
               QT_TRANSLATE_NOOP("Changes", "Figures")},
    TableWords{QLatin1StringView("decision"), QT_TRANSLATE_NOOP("Changes", "Decision"),
               QT_TRANSLATE_NOOP("Changes", "Decisions")},
    TableWords{QLatin1StringView("layer"), QT_TRANSLATE_NOOP("Changes", "Layer"),
               QT_TRANSLATE_NOOP("Changes", "Layers")},
    TableWords{QLatin1StringView("bookmark"), QT_TRANSLATE_NOOP("Changes", "Bookmark"),
               QT_TRANSLATE_NOOP("Changes", "Bookmarks")},
    TableWords{QLatin1StringView("case_info"), QT_TRANSLATE_NOOP("Changes", "The case itself"),
               QT_TRANSLATE_NOOP("Changes", "The case itself")},
};

QString tableName(const QString &table, bool many)
{
    const auto words = std::ranges::find(tableWords, table, &TableWords::table);
    return words == tableWords.end() ? table : ChangesText::tr(many ? words->many : words->one);
}

} // namespace

std::vector<ChangedCell> changedCells(const HistoryRow &row)
{
    std::vector<ChangedCell> cells;
    if (row.lastId > 0) {
        cells.push_back({ChangesText::tr("Rows"), {}, numberText(row.after.value(u"rows")), false});
        cells.push_back({ChangesText::tr("SHA-256 of them all"), {}, row.after.value(u"sha256").toString(), false});
        return cells;
    }
    QStringList left = row.before.keys() + row.after.keys();
    left.sort();
    left.removeDuplicates();
    for (const ColumnWords &words : columnWords) {
        if (left.removeOne(words.column))
            addCell(cells, words, row.before.value(words.column), row.after.value(words.column));
    }
    for (const QString &column : left) {
        const QByteArray name = column.toUtf8();
        addCell(cells, {{}, name.constData()}, row.before.value(column), row.after.value(column));
    }
    return cells;
}

QString rowName(const HistoryRow &row)
{
    if (row.lastId > 0) {
        return ChangesText::tr("%1 %2 to %3")
            .arg(tableName(row.table, true), QLocale(QLocale::English).toString(qint64{row.id}),
                 QLocale(QLocale::English).toString(qint64{row.lastId}));
    }
    if (row.table == u"case_info")
        return tableName(row.table, false);
    const QJsonObject &values = row.after.isEmpty() ? row.before : row.after;
    QString name = ChangesText::tr("%1 %2").arg(tableName(row.table, false)).arg(row.id);
    for (const char16_t *column : {u"title", u"name", u"exact"}) {
        if (const QString text = values.value(QStringView(column)).toString(); !text.isEmpty())
            return ChangesText::tr("%1, “%2”").arg(name, text.simplified());
    }
    return name;
}

QString rowActionText(const HistoryRow &row)
{
    if (row.lastId > 0)
        return ChangesText::tr("made at once");
    if (row.before.isEmpty())
        return ChangesText::tr("made");
    return row.after.isEmpty() ? ChangesText::tr("removed") : ChangesText::tr("changed");
}

} // namespace dateline
