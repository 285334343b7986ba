#include "base/time.h"
#include "domain/lossjson.h"
#include "tables/cells.h"
#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"
#include "tables/tablestext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// As dateline export writes them (exchange/csv.cpp).
constexpr std::array datelineColumns{
    LayoutColumn{"id", Role::Dropped},
    LayoutColumn{"title", Role::Title, true},
    LayoutColumn{"kind", Role::Kind, true},
    LayoutColumn{"sub_kind", Role::SubKind},
    LayoutColumn{"time_begin", Role::Dropped, true},
    LayoutColumn{"time_end", Role::Dropped, true},
    LayoutColumn{"time_precision", Role::Dropped, true},
    LayoutColumn{"time_zone", Role::Dropped},
    LayoutColumn{"time_as_written", Role::Dropped},
    LayoutColumn{"longitude", Role::Longitude, true},
    LayoutColumn{"latitude", Role::Latitude, true},
    LayoutColumn{"geometry_wkt", Role::Shape},
    LayoutColumn{"place", Role::Place},
    LayoutColumn{"province", Role::Province},
    LayoutColumn{"country", Role::Country},
    LayoutColumn{"location_precision", Role::PlacePrecision, true},
    LayoutColumn{"radius_m", Role::Dropped},
    LayoutColumn{"place_as_written", Role::Dropped},
    LayoutColumn{"actors", Role::Actors},
    LayoutColumn{"losses", Role::Dropped},
    LayoutColumn{"status", Role::Dropped, true},
    LayoutColumn{"credibility", Role::Dropped},
    LayoutColumn{"tags", Role::Tags},
    LayoutColumn{"notes", Role::Notes},
    LayoutColumn{"graphic", Role::Graphic},
    LayoutColumn{"sensitive", Role::Sensitive},
    LayoutColumn{"quotes", Role::Dropped},
    LayoutColumn{"sources", Role::Dropped},
    LayoutColumn{"data_set_id", Role::Dropped},
    LayoutColumn{"attributes", Role::Dropped},
};

enum OwnExtra : std::size_t {
    OwnBegin,
    OwnEnd,
    OwnTimePrecision,
    OwnZone,
    OwnTimeAsWritten,
    OwnPlacePrecision,
    OwnRadius,
    OwnPlaceAsWritten,
    OwnActors,
    OwnLosses,
    OwnStatus,
    OwnCredibility,
    OwnTags,
    OwnQuotes,
    OwnSources,
    OwnDataSetId,
    OwnAttributes
};
constexpr std::array<std::string_view, 17> ownExtras{
    "time_begin", "time_end",         "time_precision", "time_zone",   "time_as_written", "location_precision",
    "radius_m",   "place_as_written", "actors",         "losses",      "status",          "credibility",
    "tags",       "quotes",           "sources",        "data_set_id", "attributes"};

constexpr std::array ownPlaces{
    PlaceCode{"exact", LocationPrecision::Exact, 0},       PlaceCode{"near", LocationPrecision::Near, 0},
    PlaceCode{"district", LocationPrecision::District, 0}, PlaceCode{"province", LocationPrecision::Province, 0},
    PlaceCode{"country", LocationPrecision::Country, 0},
};

std::optional<QJsonDocument> jsonFrom(RowDraft &draft, std::size_t extra)
{
    const std::string_view text = draft.extra(extra);
    QJsonDocument json =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    if (!text.empty() && json.isNull())
        draft.refuseExtra(extra, TablesText::tr("This is no JSON: write it as it was exported"));
    return json.isNull() ? std::nullopt : std::optional(std::move(json));
}

void takeTime(RowDraft &draft)
{
    const auto minuteIn = [&draft](std::size_t extra) -> std::optional<UtcMinute> {
        const std::string_view text = draft.extra(extra);
        const std::optional<UtcMinute> minute = utcFromIso(textFrom(text));
        if (!text.empty() && !minute)
            draft.refuseExtra(extra, TablesText::tr("This is no time: write it like 2022-09-13T12:00Z"));
        return minute;
    };
    const std::optional<UtcMinute> begin = minuteIn(OwnBegin);
    const std::optional<UtcMinute> end = minuteIn(OwnEnd);
    if (!begin)
        return;
    const std::optional<TimePrecision> precision = timePrecisionFromKey(textFrom(draft.extra(OwnTimePrecision)));
    if (!precision || !end || *end <= *begin) {
        draft.refuseExtra(precision ? OwnEnd : OwnTimePrecision,
                          TablesText::tr("The time needs an end after its beginning and how closely it is known"));
        return;
    }
    draft.row.time = TimeSpan{*begin, *end, *precision};
    draft.row.zone = draft.extra(OwnZone);
    draft.row.timeAsWritten = draft.extra(OwnTimeAsWritten);
}

void takePlace(RowDraft &draft)
{
    const std::string_view code = draft.extra(OwnPlacePrecision);
    const auto place = std::ranges::find(ownPlaces, code, &PlaceCode::code);
    if (place == ownPlaces.end()) {
        draft.row.precision.reset(); // No place is stated.
        return;
    }
    draft.row.precision = place->precision;
    draft.row.placeAsWritten = draft.extra(OwnPlaceAsWritten);
    draft.row.radiusMetres = decimalFrom(draft.extra(OwnRadius)).value_or(0);
}

/// Names are written as JSON where one of them holds what would part them.
void takeNames(RowDraft &draft, std::size_t extra, std::vector<std::string_view> &names)
{
    if (!draft.extra(extra).starts_with('['))
        return;
    names.clear();
    const std::optional<QJsonDocument> json = jsonFrom(draft, extra);
    const QJsonArray array = json ? json->array() : QJsonArray();
    for (const QJsonValue name : array)
        names.push_back(draft.keep(name.toString()));
}

void takeLosses(RowDraft &draft)
{
    const std::optional<QJsonDocument> json = jsonFrom(draft, OwnLosses);
    const QJsonArray array = json ? json->array() : QJsonArray();
    for (const QJsonValue value : array) {
        const std::optional<Loss> loss = lossFrom(value.toObject());
        if (!loss) {
            draft.refuseExtra(OwnLosses, TablesText::tr("This is no kind of loss that is known"));
            return;
        }
        draft.losses.push_back(
            {loss->kind, loss->low, loss->high, draft.keep(loss->ofWhom), draft.keep(loss->reportedBy), loss->best});
    }
}

void takeQuotes(RowDraft &draft)
{
    const std::optional<QJsonDocument> quotes = jsonFrom(draft, OwnQuotes);
    const std::optional<QJsonDocument> json = jsonFrom(draft, OwnSources);
    const QJsonArray sources = json ? json->array() : QJsonArray();
    const QJsonArray array = quotes ? quotes->array() : QJsonArray();
    for (const QJsonValue value : array) {
        const QJsonObject quote = value.toObject();
        const QJsonObject source = sources.at(quote[u"source"].toInteger() - 1).toObject();
        QString publisher = source[u"publisher"].toString();
        if (publisher.isEmpty())
            publisher = source[u"title"].toString();
        if (const QString words = quote[u"words"].toString(); !words.isEmpty())
            draft.sources.push_back({draft.keep(publisher), draft.keep(words), draft.keep(quote[u"speaker"].toString()),
                                     stanceFromKey(quote[u"stance"].toString()).value_or(Stance::Reports)});
    }
}

void completeDateline(RowDraft &draft)
{
    takeTime(draft);
    takePlace(draft);
    takeNames(draft, OwnActors, draft.actors);
    takeNames(draft, OwnTags, draft.tags);
    takeLosses(draft);
    takeQuotes(draft);
    draft.row.status = statusFromKey(textFrom(draft.extra(OwnStatus))).value_or(Status::Reported);
    draft.row.credibility = static_cast<int>(
        std::clamp<qint64>(countFrom(draft.extra(OwnCredibility)).value_or(0), 0, credibilityCount - 1));
    draft.row.dataSetId = draft.extra(OwnDataSetId);
    if (jsonFrom(draft, OwnAttributes))
        draft.row.attributes = draft.extra(OwnAttributes);
}

} // namespace

const Layout datelineLayout{
    .key = QLatin1StringView("dateline"),
    .name = "Dateline",
    .columns = datelineColumns,
    .isOwn = true,
    .extras = ownExtras,
    .placeCodes = ownPlaces,
    .otherPlace = {{}, LocationPrecision::Near, 0},
    .complete = completeDateline,
};

} // namespace dateline
