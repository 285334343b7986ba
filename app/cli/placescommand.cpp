#include "base/sharedfile.h"
#include "cli/console.h"
#include "cli/proposaljson.h"
#include "cli/verbs.h"
#include "places/gazetteer.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dateline
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

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

} // namespace

int runPlaces(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("Tells what a place name may mean, best first."));
    parser.addPositionalArgument(QStringLiteral("find"), translated("Looks the name up."));
    parser.addPositionalArgument(QStringLiteral("NAME"),
                                 translated("The name, in any language that the gazetteer has it in."));
    parser.addOption({QStringLiteral("json"), translated("Prints JSON.")});
    const QString verb = QStringLiteral("places");
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("places find [--json] NAME"), arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() < 2 || words.first() != u"find")
        return misused(verb, translated("Say “places find NAME”"));
    const Result<Gazetteer> gazetteer = Gazetteer::open(sharedFile(QStringLiteral("gazetteer.sqlite")));
    if (!gazetteer)
        return failed(gazetteer.error());
    const QString name = words.sliced(1).join(u' ');
    const std::vector<PlaceMatch::Candidate> found = gazetteer->lookUp(name);
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonArray rows;
        for (const PlaceMatch::Candidate &candidate : found)
            rows.append(jsonOf(candidate));
        print(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("places"), rows}});
    } else {
        for (const PlaceMatch::Candidate &candidate : found)
            print(lineOf(candidate));
    }
    if (found.empty())
        return failed({Error::Kind::NotFound, translated("The gazetteer knows no place called “%1”").arg(name), name});
    return exitDone;
}

} // namespace dateline
