#include "cli/proposaljson.h"

#include "base/zone.h"

#include <QJsonArray>

namespace dateline
{

namespace
{

QJsonObject jsonOf(const Loss &loss)
{
    return {{QStringLiteral("kind"), keyOf(loss.kind)},
            {QStringLiteral("low"), loss.low},
            {QStringLiteral("high"), loss.high},
            {QStringLiteral("ofWhom"), loss.ofWhom},
            {QStringLiteral("reportedBy"), loss.reportedBy}};
}

QJsonObject jsonOf(const ProposedClaim &claim)
{
    return {{QStringLiteral("stance"), keyOf(claim.stance)},
            {QStringLiteral("speaker"), claim.quote.speaker},
            {QStringLiteral("words"), claim.quote.exact},
            {QStringLiteral("begin"), claim.quote.begin},
            {QStringLiteral("end"), claim.quote.end}};
}

QJsonObject jsonOf(const PlaceCandidate &candidate)
{
    QJsonObject object = jsonOf(candidate.where);
    object.insert(QStringLiteral("kind"), candidate.kind);
    object.insert(QStringLiteral("score"), candidate.score);
    object.insert(QStringLiteral("reason"), candidate.reason);
    return object;
}

template<typename T>
QJsonArray arrayOf(const std::vector<T> &rows)
{
    QJsonArray array;
    for (const T &row : rows)
        array.append(jsonOf(row));
    return array;
}

} // namespace

QJsonObject jsonOf(const When &when)
{
    return {{QStringLiteral("begin"), isoFromUtc(when.span.begin)},
            {QStringLiteral("end"), isoFromUtc(when.span.end)},
            {QStringLiteral("precision"), keyOf(when.span.precision)},
            {QStringLiteral("zone"), when.zone},
            {QStringLiteral("asWritten"), when.asWritten}};
}

QJsonObject jsonOf(const Where &where)
{
    QJsonObject object{{QStringLiteral("place"), where.place},
                       {QStringLiteral("province"), where.province},
                       {QStringLiteral("country"), where.country},
                       {QStringLiteral("precision"), keyOf(where.precision)},
                       {QStringLiteral("radiusMetres"), where.radiusMetres},
                       {QStringLiteral("asWritten"), where.asWritten}};
    if (const std::optional<LonLat> at = anchorOf(where)) {
        object.insert(QStringLiteral("longitude"), at->lon);
        object.insert(QStringLiteral("latitude"), at->lat);
    }
    return object;
}

QJsonObject jsonOf(const Incident &incident)
{
    QJsonObject object{{QStringLiteral("title"), incident.title},
                       {QStringLiteral("kind"), termOf(incident.kind)},
                       {QStringLiteral("status"), keyOf(incident.status)}};
    if (incident.subKind)
        object.insert(QStringLiteral("subKind"), termOf(*incident.subKind));
    if (incident.when)
        object.insert(QStringLiteral("when"), jsonOf(*incident.when));
    if (incident.where)
        object.insert(QStringLiteral("where"), jsonOf(*incident.where));
    if (!incident.actors.isEmpty())
        object.insert(QStringLiteral("actors"), QJsonArray::fromStringList(incident.actors));
    if (!incident.losses.empty())
        object.insert(QStringLiteral("losses"), arrayOf(incident.losses));
    return object;
}

QJsonObject jsonOf(const Proposal &proposal)
{
    QJsonObject object = jsonOf(proposal.incident);
    object.insert(QStringLiteral("key"), proposal.key);
    object.insert(QStringLiteral("claims"), arrayOf(proposal.claims));
    object.insert(QStringLiteral("places"), arrayOf(proposal.places));
    object.insert(QStringLiteral("reasons"), QJsonArray::fromStringList(proposal.reasons));
    object.insert(QStringLiteral("certain"), proposal.certain);
    return object;
}

QJsonObject jsonOf(const Document &document)
{
    QJsonObject object{{QStringLiteral("name"), nameOf(document)},
                       {QStringLiteral("publisher"), document.publisher},
                       {QStringLiteral("author"), document.author},
                       {QStringLiteral("address"), document.address},
                       {QStringLiteral("language"), document.language},
                       {QStringLiteral("mediaType"), document.mediaType},
                       {QStringLiteral("textSha256"), QString::fromLatin1(document.textSha256.toHex())},
                       {QStringLiteral("bytesSha256"), QString::fromLatin1(document.bytesSha256.toHex())}};
    if (document.published)
        object.insert(QStringLiteral("published"), isoFromUtc(document.published->instant));
    if (document.published && !document.published->zone.isEmpty())
        object.insert(QStringLiteral("zone"), document.published->zone);
    if (document.modified)
        object.insert(QStringLiteral("modified"), isoFromUtc(document.modified->instant));
    return object;
}

QString textOf(const Proposal &proposal)
{
    const Incident &incident = proposal.incident;
    QStringList lines{incident.title + QStringLiteral(" (") + termOf(incident.kind) + u')'};
    if (incident.when)
        lines.append(textFromSpan(incident.when->span, zoneOrUtc(incident.when->zone)));
    if (incident.where)
        lines.append(incident.where->place + QStringLiteral(", ") + keyOf(incident.where->precision));
    for (const Loss &loss : incident.losses)
        lines.append(QStringLiteral("%1 %2 %3").arg(loss.low).arg(loss.ofWhom, keyOf(loss.kind)));
    for (const ProposedClaim &claim : proposal.claims) {
        lines.append(u'“' + claim.quote.exact.simplified() + u'”'
                     + (claim.quote.speaker.isEmpty() ? QString() : QStringLiteral(" – ") + claim.quote.speaker));
    }
    return lines.join(QStringLiteral("\n    "));
}

} // namespace dateline
