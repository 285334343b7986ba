#include "casefile/geometryblob.h"
#include "casefile/rows.h"
#include "domain/figurespecjson.h"
#include "domain/filterjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dateline
{

namespace
{

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// A column that may not be null: an empty text is still a text there.
QJsonValue textOrEmpty(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

// Flags came with schema 2: a row without one has it unset, in the history as in the table.
QJsonValue flagOrNull(bool flag)
{
    return flag ? QJsonValue(1) : QJsonValue();
}

template<typename Id>
QJsonValue idOrNull(Id id)
{
    return numberOf(id) == 0 ? QJsonValue() : QJsonValue(qint64{numberOf(id)});
}

QJsonArray arrayFrom(Questions questions)
{
    QJsonArray array;
    for (int i = 0; i < questionCount; ++i) {
        if (questions.test(static_cast<std::size_t>(i)))
            array.append(keyOf(static_cast<Question>(i)));
    }
    return array;
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonValue hexOf(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(bytes.toHex()));
}

QJsonValue jsonTextOrNull(const QJsonArray &array)
{
    if (array.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void addWhen(QJsonObject &row, const std::optional<When> &when)
{
    row[u"time_begin"] = when ? QJsonValue(isoFromUtc(when->span.begin)) : QJsonValue();
    row[u"time_end"] = when ? QJsonValue(isoFromUtc(when->span.end)) : QJsonValue();
    row[u"time_precision"] = when ? QJsonValue(keyOf(when->span.precision)) : QJsonValue();
    row[u"time_zone"] = when ? textOrNull(when->zone) : QJsonValue();
    row[u"time_as_written"] = when ? textOrNull(when->asWritten) : QJsonValue();
}

void addWhere(QJsonObject &row, const std::optional<Where> &where)
{
    row[u"geom"] = where ? hexOf(blobFromGeometry(where->geometry)) : QJsonValue();
    row[u"place_name"] = where ? textOrNull(where->place) : QJsonValue();
    row[u"province"] = where ? textOrNull(where->province) : QJsonValue();
    row[u"country"] = where ? textOrNull(where->country) : QJsonValue();
    row[u"location_precision"] = where ? QJsonValue(keyOf(where->precision)) : QJsonValue();
    row[u"radius_m"] = where ? QJsonValue(where->radiusMetres) : QJsonValue();
    row[u"place_as_written"] = where ? textOrNull(where->asWritten) : QJsonValue();
}

QJsonArray arrayFrom(const std::vector<Loss> &losses)
{
    QJsonArray array;
    for (const Loss &loss : losses) {
        QJsonObject object{{QStringLiteral("kind"), keyOf(loss.kind)},
                           {QStringLiteral("low"), loss.low},
                           {QStringLiteral("high"), loss.high},
                           {QStringLiteral("ofWhom"), loss.ofWhom},
                           {QStringLiteral("reportedBy"), loss.reportedBy}};
        if (loss.best)
            object.insert(QStringLiteral("best"), *loss.best);
        array.append(object);
    }
    return array;
}

// Three columns: the time, how closely it is known, its zone.
void enter(const std::optional<WrittenTime> &time, const QString &column, QJsonObject &row)
{
    row.insert(column, time ? QJsonValue(isoFromUtc(time->instant)) : QJsonValue());
    row.insert(column + QLatin1StringView("_precision"), time ? QJsonValue(keyOf(time->precision)) : QJsonValue());
    row.insert(column + QLatin1StringView("_zone"), time ? textOrNull(time->zone) : QJsonValue());
}

} // namespace

QJsonObject rowFrom(const Document &document)
{
    QJsonObject row{{QStringLiteral("name"), textOrEmpty(nameOf(document))},
                    {QStringLiteral("title"), textOrNull(document.title)},
                    {QStringLiteral("publisher"), textOrNull(document.publisher)},
                    {QStringLiteral("author"), textOrNull(document.author)},
                    {QStringLiteral("address"), textOrNull(document.address)},
                    {QStringLiteral("retrieved"), isoFromUtc(document.retrieved)},
                    {QStringLiteral("language"), textOrNull(document.language)},
                    {QStringLiteral("text_sha256"), QString::fromLatin1(document.textSha256.toHex())},
                    {QStringLiteral("bytes_sha256"), QString::fromLatin1(document.bytesSha256.toHex())},
                    {QStringLiteral("media_type"), textOrNull(document.mediaType)},
                    {QStringLiteral("file_name"), textOrNull(document.fileName)},
                    {QStringLiteral("grade"),
                     document.grade == 0 ? QJsonValue() : QJsonValue(QString(QLatin1Char(document.grade)))},
                    {QStringLiteral("graphic"), flagOrNull(document.graphic)},
                    {QStringLiteral("replaces"), idOrNull(document.replaces)},
                    {QStringLiteral("origin"), idOrNull(document.origin)}};
    enter(document.published, QStringLiteral("published"), row);
    enter(document.modified, QStringLiteral("modified"), row);
    return row;
}

QJsonObject rowFrom(const Quote &quote)
{
    return {{QStringLiteral("document_id"), qint64{numberOf(quote.document)}},
            {QStringLiteral("begin_position"), quote.begin},
            {QStringLiteral("end_position"), quote.end},
            {QStringLiteral("exact"), textOrEmpty(quote.exact)},
            {QStringLiteral("prefix"), textOrNull(quote.prefix)},
            {QStringLiteral("suffix"), textOrNull(quote.suffix)},
            {QStringLiteral("speaker"), textOrNull(quote.speaker)}};
}

QJsonObject rowFrom(const Incident &incident)
{
    QJsonObject row{
        {QStringLiteral("title"), textOrEmpty(incident.title)},
        {QStringLiteral("kind"), termOf(incident.kind)},
        {QStringLiteral("sub_kind"), incident.subKind ? QJsonValue(termOf(*incident.subKind)) : QJsonValue()},
        {QStringLiteral("actors"), jsonTextOrNull(QJsonArray::fromStringList(incident.actors))},
        {QStringLiteral("losses"), jsonTextOrNull(arrayFrom(incident.losses))},
        {QStringLiteral("status"), keyOf(incident.status)},
        {QStringLiteral("credibility"), incident.credibility},
        {QStringLiteral("tags"), jsonTextOrNull(QJsonArray::fromStringList(incident.tags))},
        {QStringLiteral("notes"), textOrNull(incident.notes)},
        {QStringLiteral("graphic"), flagOrNull(incident.graphic)},
        {QStringLiteral("sensitive"), flagOrNull(incident.sensitive)},
        {QStringLiteral("data_set_id"), textOrNull(incident.dataSetId)},
        {QStringLiteral("attributes"), textOrNull(incident.attributes)}};
    addWhen(row, incident.when);
    addWhere(row, incident.where);
    return row;
}

QJsonObject rowFrom(const Claim &claim)
{
    return {{QStringLiteral("incident_id"), qint64{numberOf(claim.incident)}},
            {QStringLiteral("quote_id"), qint64{numberOf(claim.quote)}},
            {QStringLiteral("stance"), keyOf(claim.stance)},
            {QStringLiteral("about"), jsonTextOrNull(arrayFrom(claim.about))}};
}

QJsonObject rowFrom(const FigureSpec &figure)
{
    QJsonObject spec = objectFrom(figure);
    spec.remove(u"title"); // It has a column of its own.
    return {{QStringLiteral("title"), textOrNull(figure.title)}, {QStringLiteral("spec"), jsonText(spec)}};
}

QJsonObject rowFrom(const Decision &decision)
{
    return {{QStringLiteral("document_id"), qint64{numberOf(decision.document)}},
            {QStringLiteral("proposal_key"), textOrEmpty(decision.proposalKey)},
            {QStringLiteral("accepted"), decision.accepted ? 1 : 0}};
}

QJsonObject rowFrom(const Layer &layer)
{
    return {{QStringLiteral("title"), textOrEmpty(layer.title)},
            {QStringLiteral("source"), textOrEmpty(layer.source)},
            {QStringLiteral("style"), textOrNull(layer.style)}};
}

QJsonObject rowFrom(const Bookmark &bookmark)
{
    return {{QStringLiteral("name"), textOrEmpty(bookmark.name)},
            {QStringLiteral("centre_lon"), bookmark.centre.lon},
            {QStringLiteral("centre_lat"), bookmark.centre.lat},
            {QStringLiteral("zoom"), bookmark.zoom},
            {QStringLiteral("view"), textOrEmpty(bookmark.view)},
            {QStringLiteral("filter"), jsonText(objectFrom(bookmark.filter))}};
}

QJsonObject rowFrom(const CaseInfo &info)
{
    return {{QStringLiteral("title"), textOrEmpty(info.title)},
            {QStringLiteral("author"), textOrNull(info.author)},
            {QStringLiteral("licence"), textOrNull(info.licence)},
            {QStringLiteral("notes"), textOrNull(info.notes)}};
}

bool isStorable(LonLat position)
{
    // Written so that not-a-number is refused too.
    return std::abs(position.lon) <= 180 && std::abs(position.lat) <= 90;
}

bool isStorable(const Geometry &geometry)
{
    const bool onEarth = std::ranges::all_of(geometry.parts, [](const std::vector<LonLat> &part) {
        return std::ranges::all_of(part, [](LonLat position) { return isStorable(position); });
    });
    return onEarth
        && (geometry.type != Geometry::Type::Point || geometry.parts.empty()
            || (geometry.parts.size() == 1 && geometry.parts.front().size() == 1));
}

bool isStorable(UtcMinute time)
{
    using namespace std::chrono;
    return time >= sys_days(year(1) / 1 / 1) && time < sys_days(year(10000) / 1 / 1);
}

} // namespace dateline
