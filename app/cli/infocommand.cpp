#include "casefile/case.h"
#include "cli/console.h"
#include "cli/proposaljson.h"
#include "cli/verbs.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <map>

namespace dateline
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// What a case holds, read out once.
struct Inventory
{
    std::vector<Incident> incidents;
    std::map<IncidentId, Support> supports;
    std::vector<DocumentSummary> documents;
};

Result<Inventory> inventoryOf(const Case &file)
{
    Result<std::vector<Incident>> incidents = file.incidents();
    if (!incidents)
        return std::unexpected(incidents.error());
    const Result<std::vector<std::pair<IncidentId, Support>>> supports = file.supports();
    if (!supports)
        return std::unexpected(supports.error());
    Result<std::vector<DocumentSummary>> documents = file.documents();
    if (!documents)
        return std::unexpected(documents.error());
    return Inventory{std::move(*incidents), {supports->begin(), supports->end()}, std::move(*documents)};
}

QJsonObject jsonOf(const Case &file, const Inventory &inventory)
{
    QJsonArray incidents;
    for (const Incident &incident : inventory.incidents) {
        QJsonObject object = dateline::jsonOf(incident);
        object.insert(QStringLiteral("id"), qint64{numberOf(incident.id)});
        const auto support = inventory.supports.find(incident.id);
        object.insert(QStringLiteral("quotes"), support == inventory.supports.end() ? 0 : support->second.quotes);
        object.insert(QStringLiteral("sources"), support == inventory.supports.end() ? 0 : support->second.documents);
        incidents.append(object);
    }
    QJsonArray documents;
    for (const DocumentSummary &document : inventory.documents) {
        QJsonObject object{{QStringLiteral("id"), qint64{numberOf(document.id)}},
                           {QStringLiteral("name"), document.name},
                           {QStringLiteral("publisher"), document.publisher},
                           {QStringLiteral("quotes"), document.quotes}};
        if (document.published)
            object.insert(QStringLiteral("published"), isoFromUtc(document.published->instant));
        documents.append(object);
    }
    return {{QStringLiteral("path"), file.path()},
            {QStringLiteral("title"), file.title()},
            {QStringLiteral("readOnly"), file.isReadOnly()},
            {QStringLiteral("incidents"), incidents},
            {QStringLiteral("documents"), documents}};
}

void printText(const Case &file, const Inventory &inventory)
{
    print(file.title());
    print(translated("%1 incidents, %2 documents").arg(inventory.incidents.size()).arg(inventory.documents.size()));
    for (const Incident &incident : inventory.incidents) {
        QStringList parts{incident.title};
        parts.append(incident.when ? textFromSpan(incident.when->span) : translated("no time stated"));
        parts.append(incident.where ? incident.where->place : translated("no place stated"));
        print(QStringLiteral("  ") + parts.join(QStringLiteral(" · ")));
    }
}

} // namespace

int runInfo(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("Tells what a case holds."));
    parser.addPositionalArgument(QStringLiteral("CASE"), translated("The case."));
    parser.addOption({QStringLiteral("json"), translated("Prints JSON.")});
    const QString verb = QStringLiteral("info");
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("info [--json] CASE"), arguments))
        return *status;
    if (parser.positionalArguments().size() != 1)
        return misused(verb, translated("Name the one case to look into"));
    const Result<std::unique_ptr<Case>> file = openCase(parser.positionalArguments().first());
    if (!file)
        return failed(file.error());
    const Result<Inventory> inventory = inventoryOf(**file);
    if (!inventory)
        return failed(inventory.error());
    if (parser.isSet(QStringLiteral("json")))
        print(jsonOf(**file, *inventory));
    else
        printText(**file, *inventory);
    return exitDone;
}

} // namespace dateline
