#include "base/sharedfile.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/proposaljson.h"
#include "cli/verbs.h"
#include "places/addplaces.h"
#include "places/gazetteer.h"

#include <QJsonArray>

namespace dateline
{

namespace
{

QJsonObject jsonOf(const PlaceMatch::Candidate &candidate)
{
    const Place &place = candidate.place;
    return {{QStringLiteral("name"), place.name},
            {QStringLiteral("kind"), place.kind},
            {QStringLiteral("longitude"), place.position.lon},
            {QStringLiteral("latitude"), place.position.lat},
            {QStringLiteral("radiusMetres"), place.radiusMetres},
            {QStringLiteral("province"), place.province},
            {QStringLiteral("country"), place.country},
            {QStringLiteral("timeZone"), place.timeZone},
            {QStringLiteral("population"), place.population},
            {QStringLiteral("score"), candidate.score},
            {QStringLiteral("reason"), candidate.reason}};
}

QString lineOf(const PlaceMatch::Candidate &candidate)
{
    const Place &place = candidate.place;
    QStringList parts{place.name,
                      place.kind,
                      place.province,
                      place.country,
                      QStringLiteral("%1, %2").arg(place.position.lat, 0, 'f', 4).arg(place.position.lon, 0, 'f', 4),
                      candidate.reason};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QStringList usage()
{
    return {QStringLiteral("find [--json] NAME"), QStringLiteral("add FILE…"), QStringLiteral("list"),
            QStringLiteral("remove SOURCE…")};
}

QJsonObject jsonOf(const PlacesAdded &report)
{
    return {{QStringLiteral("source"), report.source},
            {QStringLiteral("added"), report.added},
            {QStringLiteral("replaced"), report.replaced},
            {QStringLiteral("leftOut"), report.leftOut},
            {QStringLiteral("refused"), report.refused},
            {QStringLiteral("refusals"), QJsonArray::fromStringList(report.refusals)}};
}

void tellRefusals(const PlacesAdded &report)
{
    for (const QString &refusal : report.refusals)
        tell(refusal);
    if (report.refused > report.refusals.size())
        tell(CliText::tr("… and %1 rows more").arg(report.refused - report.refusals.size()));
}

int findPlaces(const QString &name, bool asJson)
{
    const Result<Gazetteer> gazetteer =
        Gazetteer::open(sharedFile(QStringLiteral("gazetteer.sqlite")), userPlacesFile());
    if (!gazetteer)
        return failed(gazetteer.error());
    const std::vector<PlaceMatch::Candidate> found = gazetteer->lookUp(name);
    if (asJson) {
        QJsonArray rows;
        for (const PlaceMatch::Candidate &candidate : found)
            rows.append(jsonOf(candidate));
        print(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("places"), rows}});
    } else {
        for (const PlaceMatch::Candidate &candidate : found)
            print(lineOf(candidate));
    }
    if (found.empty())
        return failed({Error::Kind::NotFound, CliText::tr("The gazetteer knows no place called “%1”").arg(name), name});
    return exitDone;
}

int addPlaceFiles(const QStringList &files, bool asJson)
{
    int status = exitDone;
    for (const QString &file : files) {
        const Result<PlacesAdded> report =
            addPlaces(file, userPlacesFile(), sharedFile(QStringLiteral("gazetteer.sqlite")));
        if (!report) {
            status = failed(report.error());
            continue;
        }
        tellRefusals(*report);
        if (asJson)
            print(jsonOf(*report));
        else
            print(CliText::tr("%1: %2 places added, %3 of an older file replaced, %4 rows of other kinds left out, "
                              "%5 rows refused")
                      .arg(report->source)
                      .arg(report->added)
                      .arg(report->replaced)
                      .arg(report->leftOut)
                      .arg(report->refused));
        // 0 only when all was done.
        status = report->refused > 0 ? exitFailed : status;
    }
    return status;
}

int listPlaceFiles(bool asJson)
{
    const Result<std::vector<PlaceSource>> sources = placeSources(userPlacesFile());
    if (!sources)
        return failed(sources.error());
    QJsonArray rows;
    for (const PlaceSource &source : *sources) {
        if (asJson)
            rows.append(
                QJsonObject{{QStringLiteral("source"), source.name}, {QStringLiteral("places"), source.places}});
        else
            print(CliText::tr("%1: %2 places").arg(source.name).arg(source.places));
    }
    if (asJson)
        print(QJsonObject{{QStringLiteral("sources"), rows}});
    return exitDone;
}

int removePlaceFiles(const QStringList &sources)
{
    int status = exitDone;
    for (const QString &source : sources) {
        const Result<PlacesAdded> report = removePlaces(source, userPlacesFile());
        if (report)
            print(CliText::tr("%1: %2 places removed").arg(source).arg(report->replaced));
        else
            status = failed(report.error());
    }
    return status;
}

} // namespace

int runPlaces(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CliText::tr("Tells what a place name may mean, best first, and keeps your own places: GeoNames’ country and "
                    "“cities” dumps (.zip or .txt), or tables with the columns name, latitude, longitude and, if you "
                    "like, kind, country, province, population, alternative names. A file that is added again replaces "
                    "what it added before."));
    parser.addPositionalArgument(QStringLiteral("find"), CliText::tr("Looks NAME up, in any language."));
    parser.addPositionalArgument(QStringLiteral("add"), CliText::tr("Adds the places of each FILE."));
    parser.addPositionalArgument(QStringLiteral("list"), CliText::tr("Lists the files that were added."));
    parser.addPositionalArgument(QStringLiteral("remove"), CliText::tr("Takes the places of each SOURCE out again."));
    parser.addOption({QStringLiteral("json"), CliText::tr("Prints JSON.")});
    const QString verb = QStringLiteral("places");
    if (const std::optional<int> status =
            parse(parser, verb, QStringLiteral("places ") + usage().join(QStringLiteral(" | ")), arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    const bool asJson = parser.isSet(QStringLiteral("json"));
    const QString what = words.value(0);
    const QStringList rest = words.mid(1);
    if (what == u"find" && !rest.isEmpty())
        return findPlaces(rest.join(u' '), asJson);
    if (what == u"add" && !rest.isEmpty())
        return addPlaceFiles(rest, asJson);
    if (what == u"list" && rest.isEmpty())
        return listPlaceFiles(asJson);
    if (what == u"remove" && !rest.isEmpty())
        return removePlaceFiles(rest);
    return misused(verb, CliText::tr("Say “places %1”").arg(usage().join(CliText::tr("”, “places "))));
}

} // namespace dateline
