#include "figure/sidecar.h"

#include "domain/filterjson.h"

#include <QCoreApplication>
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

QJsonArray sourcesOf(const FigureContent &content)
{
    QJsonArray sources;
    for (const FigureSource &source : content.sources) {
        QJsonObject object{{QStringLiteral("name"), source.name},
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

QJsonArray incidentsOf(const FigureContent &content)
{
    QJsonArray incidents;
    for (const SceneIncident &row : content.incidents) {
        QJsonArray words;
        for (const FigureWords &quote : content.words) {
            if (quote.incident != row.incident.id)
                continue;
            QJsonObject object{{QStringLiteral("quote"), qint64{numberOf(quote.quote)}},
                               {QStringLiteral("words"), quote.words},
                               {QStringLiteral("speaker"), quote.speaker},
                               {QStringLiteral("stance"), keyOf(quote.stance)},
                               {QStringLiteral("source"), quote.source}};
            if (quote.page > 0)
                object.insert(QStringLiteral("page"), quote.page);
            if (quote.hidden != Hidden::No)
                object.insert(QStringLiteral("hidden"),
                              quote.hidden == Hidden::Graphic ? QStringLiteral("graphic") : QStringLiteral("place"));
            words.append(object);
        }
        QJsonObject object{{QStringLiteral("id"), qint64{numberOf(row.incident.id)}},
                           {QStringLiteral("title"), row.incident.title},
                           {QStringLiteral("kind"), termOf(row.incident.kind)},
                           {QStringLiteral("words"), words}};
        if (const auto radius = content.blurred.find(row.incident.id); radius != content.blurred.end())
            object.insert(QStringLiteral("blurredToMetres"), radius->second);
        incidents.append(object);
    }
    return incidents;
}

} // namespace

QJsonObject viewOf(const FigureSpec &spec, const FigureReport &report)
{
    return {{QStringLiteral("west"), report.box.west},
            {QStringLiteral("south"), report.box.south},
            {QStringLiteral("east"), report.box.east},
            {QStringLiteral("north"), report.box.north},
            {QStringLiteral("projection"), report.projection},
            {QStringLiteral("widthPx"), spec.widthPx},
            {QStringLiteral("heightPx"), spec.heightPx},
            {QStringLiteral("dpi"), spec.dpi},
            {QStringLiteral("dark"), spec.dark},
            {QStringLiteral("blurMetres"), spec.blurMetres},
            {QStringLiteral("graphicWords"), spec.graphicWords},
            {QStringLiteral("filter"), objectFrom(spec.filter)},
            {QStringLiteral("count"), countOf(report.count)}};
}

QJsonObject sidecarOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    return {{QStringLiteral("format"), QStringLiteral("dateline-figure-1")},
            {QStringLiteral("program"), QStringLiteral("Dateline ") + QCoreApplication::applicationVersion()},
            {QStringLiteral("title"), report.title},
            {QStringLiteral("alternativeText"), report.alternativeText},
            {QStringLiteral("credit"), spec.credit},
            {QStringLiteral("withheld"), report.withheld},
            {QStringLiteral("baseMap"), content.baseMap ? content.baseMap->credits() : QString()},
            {QStringLiteral("view"), viewOf(spec, report)},
            {QStringLiteral("incidents"), incidentsOf(content)},
            {QStringLiteral("sources"), sourcesOf(content)}};
}

} // namespace dateline
