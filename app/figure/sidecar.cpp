#include "figure/sidecar.h"

#include "domain/figurespecjson.h"
#include "domain/filterjson.h"
#include "figure/groups.h"
#include "figure/shown.h"
#include "figure/squares.h"
#include "figure/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace dateline
{

namespace
{

QJsonObject countOf(const SceneCount &count)
{
    return {{QStringLiteral("total"), count.total},        {QStringLiteral("shown"), count.shown},
            {QStringLiteral("filtered"), count.filtered},  {QStringLiteral("withoutPlace"), count.withoutPlace},
            {QStringLiteral("outside"), count.outside},    {QStringLiteral("withoutTime"), count.withoutTime},
            {QStringLiteral("oneSource"), count.oneSource}};
}

QJsonArray sourcesOf(const FigureContent &content, const std::vector<int> &lettered)
{
    QJsonArray sources;
    for (const int index : lettered) {
        const FigureSource &source = content.sources[static_cast<std::size_t>(index)];
        QJsonObject object{{QStringLiteral("document"), qint64{numberOf(source.document)}},
                           {QStringLiteral("letter"), sourceLetter(static_cast<int>(sources.size()))},
                           {QStringLiteral("name"), source.name},
                           {QStringLiteral("publisher"), source.publisher},
                           {QStringLiteral("address"), source.address},
                           {QStringLiteral("textSha256"), QString::fromLatin1(source.textSha256.toHex())}};
        if (source.withheld)
            object.insert(QStringLiteral("withheld"), true);
        if (source.published)
            object.insert(QStringLiteral("published"), isoFromUtc(source.published->instant));
        sources.append(object);
    }
    return sources;
}

QJsonObject objectFrom(const FigureWords &quote, const std::map<int, int> &placeOf)
{
    QJsonObject object{{QStringLiteral("quote"), qint64{numberOf(quote.quote)}},
                       {QStringLiteral("words"), quote.words},
                       {QStringLiteral("speaker"), quote.speaker},
                       {QStringLiteral("stance"), keyOf(quote.stance)},
                       {QStringLiteral("source"), placeOf.at(quote.source)}};
    if (quote.page > 0)
        object.insert(QStringLiteral("page"), quote.page);
    if (quote.hidden != Hidden::No)
        object.insert(QStringLiteral("hidden"),
                      quote.hidden == Hidden::Graphic ? QStringLiteral("graphic") : QStringLiteral("place"));
    return object;
}

QByteArray outlineSha256(const Geometry &geometry)
{
    QByteArray numbers;
    for (const std::vector<LonLat> &part : geometry.parts) {
        for (const LonLat &at : part)
            numbers += QByteArray::number(at.lon, 'g', 17) + ' ' + QByteArray::number(at.lat, 'g', 17) + ' ';
        numbers += '\n';
    }
    return sha256Of(numbers).toHex();
}

} // namespace

QJsonObject objectFrom(const When &when)
{
    return {{QStringLiteral("begin"), isoFromUtc(when.span.begin)},
            {QStringLiteral("end"), isoFromUtc(when.span.end)},
            {QStringLiteral("precision"), keyOf(when.span.precision)},
            {QStringLiteral("zone"), when.zone}};
}

QJsonObject objectFrom(const Where &where)
{
    QJsonObject object{{QStringLiteral("place"), where.place},
                       {QStringLiteral("province"), where.province},
                       {QStringLiteral("country"), where.country},
                       {QStringLiteral("precision"), keyOf(where.precision)},
                       {QStringLiteral("radiusMetres"), where.radiusMetres}};
    if (const std::optional<LonLat> anchor = anchorOf(where)) {
        object.insert(QStringLiteral("lon"), anchor->lon);
        object.insert(QStringLiteral("lat"), anchor->lat);
    }
    if (where.geometry.type != Geometry::Type::Point)
        object.insert(QStringLiteral("outlineSha256"), QString::fromLatin1(outlineSha256(where.geometry)));
    return object;
}

namespace
{

QJsonArray incidentsOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report,
                       const std::vector<int> &lettered)
{
    std::map<int, int> placeOf;
    for (const int source : lettered)
        placeOf.emplace(source, static_cast<int>(placeOf.size()));
    const WordsByIncident words = wordsByIncident(content);
    QJsonArray incidents;
    for (const SceneIncident *row : shownIncidents(spec, content, report)) {
        const Incident &incident = row->incident;
        QJsonArray quotes;
        if (const auto found = words.find(incident.id); found != words.end()) {
            for (const FigureWords *quote : found->second)
                quotes.append(objectFrom(*quote, placeOf));
        }
        QJsonObject object{{QStringLiteral("id"), qint64{numberOf(incident.id)}},
                           {QStringLiteral("title"), incident.title},
                           {QStringLiteral("kind"), termOf(incident.kind)},
                           {QStringLiteral("words"), quotes}};
        if (incident.when)
            object.insert(QStringLiteral("when"), objectFrom(*incident.when));
        if (incident.where)
            object.insert(QStringLiteral("where"), objectFrom(*incident.where));
        if (const auto number = report.numbers.find(incident.id); number != report.numbers.end())
            object.insert(QStringLiteral("number"), number->second);
        if (const auto radius = content.blurred.find(incident.id); radius != content.blurred.end())
            object.insert(QStringLiteral("blurredToMetres"), radius->second);
        incidents.append(object);
    }
    return incidents;
}

QJsonArray idsOf(std::span<const IncidentId> incidents)
{
    QJsonArray ids;
    for (const IncidentId id : incidents)
        ids.append(qint64{numberOf(id)});
    return ids;
}

QJsonArray countsOf(const SquareGrid &grid)
{
    QJsonArray counts;
    for (const std::uint32_t count : grid.counts)
        counts.append(qint64{count});
    return counts;
}

QJsonObject objectFrom(const SquareGrid &grid)
{
    return {{QStringLiteral("shift"), grid.shift},         {QStringLiteral("west"), qint64{grid.west}},
            {QStringLiteral("north"), qint64{grid.north}}, {QStringLiteral("across"), grid.across},
            {QStringLiteral("down"), grid.down},           {QStringLiteral("counts"), countsOf(grid)}};
}

/// What each of several maps shows: the incidents, or how many are in each square.
QJsonArray panelsOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    QJsonArray panels;
    for (const FigureGroup &group : groupsOf(content, spec, *spec.panels)) {
        QJsonObject panel{{QStringLiteral("name"), group.name}};
        if (report.squares)
            panel.insert(QStringLiteral("counts"),
                         countsOf(recounted(*report.squares, *content.table, countedOf(group))));
        else if (!content.asSquares)
            panel.insert(QStringLiteral("incidents"), idsOf(group.incidents));
        for (const auto &[key, ids] : {std::pair("disputed", &group.disputed), {"denied", &group.denied}}) {
            if (!ids->empty() && !content.asSquares)
                panel.insert(QLatin1StringView(key), idsOf(*ids));
        }
        panels.append(panel);
    }
    return panels;
}

QJsonObject objectFrom(const CaseStamp &stamp)
{
    return {{QStringLiteral("file"), stamp.file},
            {QStringLiteral("title"), stamp.title},
            {QStringLiteral("historySha256"), stamp.historySha256}};
}

/// What a figure was made from.
QJsonObject madeFrom(const FigureSpec &spec, const FigureContent &content, QLatin1StringView format)
{
    FigureSpec told = spec;
    told.marks = content.asSquares ? FigureMarks::Squares : FigureMarks::Each; // Made anew, it is so again.
    return {{QStringLiteral("format"), format + QString::number(sidecarVersion)},
            {QStringLiteral("program"), QStringLiteral("Dateline ") + QCoreApplication::applicationVersion()},
            {QStringLiteral("case"), objectFrom(content.madeFrom)},
            {QStringLiteral("licences"),
             QJsonObject{{QStringLiteral("case"), content.madeFrom.licence},
                         {QStringLiteral("data"), QJsonArray::fromStringList(content.dataCredits)},
                         {QStringLiteral("baseMap"), content.baseMap ? content.baseMap->credits() : QString()}}},
            {QStringLiteral("spec"), objectFrom(told)}};
}

} // namespace

QJsonObject atlasSidecarOf(const FigureSpec &spec, const FigureContent &content)
{
    return madeFrom(spec, content, atlasFormat);
}

QJsonObject viewOf(const FigureSpec &spec, const FigureReport &report)
{
    return {{QStringLiteral("west"), report.box.west},           {QStringLiteral("south"), report.box.south},
            {QStringLiteral("east"), report.box.east},           {QStringLiteral("north"), report.box.north},
            {QStringLiteral("projection"), report.projection},   {QStringLiteral("graticule"), spec.graticule},
            {QStringLiteral("northArrow"), spec.northArrow},     {QStringLiteral("widthPx"), spec.widthPx},
            {QStringLiteral("heightPx"), spec.heightPx},         {QStringLiteral("dpi"), spec.dpi},
            {QStringLiteral("colours"), keyOf(spec.colours)},    {QStringLiteral("blurMetres"), spec.blurMetres},
            {QStringLiteral("graphicWords"), spec.graphicWords}, {QStringLiteral("filter"), objectFrom(spec.filter)},
            {QStringLiteral("count"), countOf(report.count)}};
}

QJsonObject sidecarOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    const std::vector<int> lettered = letteredSources(spec, content, report);
    QJsonObject sidecar = madeFrom(spec, content, sidecarFormat);
    sidecar.insert(QStringLiteral("title"), report.title);
    sidecar.insert(QStringLiteral("alternativeText"), report.alternativeText);
    sidecar.insert(QStringLiteral("withheld"), report.withheld);
    sidecar.insert(QStringLiteral("view"), viewOf(spec, report));
    sidecar.insert(QStringLiteral("incidents"), incidentsOf(spec, content, report, lettered));
    sidecar.insert(QStringLiteral("sources"), sourcesOf(content, lettered));
    sidecar.insert(QStringLiteral("layers"), layersObject(content.layers));
    if (spec.panels)
        sidecar.insert(QStringLiteral("panels"), panelsOf(spec, content, report));
    if (report.squares)
        sidecar.insert(QStringLiteral("squares"), objectFrom(*report.squares));
    return sidecar;
}

QJsonObject withPicture(QJsonObject sidecar, const QString &path, const QByteArray &bytes)
{
    sidecar.insert(QStringLiteral("picture"),
                   QJsonObject{{QStringLiteral("file"), QFileInfo(path).fileName()},
                               {QStringLiteral("sha256"), QString::fromLatin1(sha256Of(bytes).toHex())}});
    return sidecar;
}

} // namespace dateline
