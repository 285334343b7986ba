#include "casefile/case.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/proposaljson.h"
#include "cli/verbs.h"

#include <QJsonArray>

#include <map>

namespace dateline
{

namespace
{

/// What a case holds, read out once.
struct Inventory
{
    std::vector<Incident> incidents;
    std::map<IncidentId, Support> supports;
    std::vector<DocumentSummary> documents;
    std::map<DocumentId, int> quotes; ///< How many stand on each.
    std::vector<Origin> origins;
};

Result<Inventory> inventoryOf(const Case &file)
{
    Result<std::vector<Incident>> incidents = file.incidents();
    if (!incidents)
        return std::unexpected(incidents.error());
    Result<std::vector<DocumentSummary>> documents = file.documents();
    if (!documents)
        return std::unexpected(documents.error());
    std::map<DocumentId, int> quotes;
    for (const DocumentSummary &document : *documents) {
        const Result<int> count = file.quoteCount(document.id);
        if (!count)
            return std::unexpected(count.error());
        quotes.emplace(document.id, *count);
    }
    const Result<std::vector<Sourced>> sourced = file.sourced();
    if (!sourced)
        return std::unexpected(sourced.error());
    std::vector<Origin> origins = originsOf(*sourced);
    const Result<std::vector<std::pair<IncidentId, Support>>> supports = file.supports(OriginIndex(origins));
    if (!supports)
        return std::unexpected(supports.error());
    return Inventory{std::move(*incidents),
                     {supports->begin(), supports->end()},
                     std::move(*documents),
                     std::move(quotes),
                     std::move(origins)};
}

/// What the JSON calls the ways a document comes to its origin.
QString keyOf(OriginMember::Why why)
{
    switch (why) {
    case OriginMember::Why::First: return QStringLiteral("first");
    case OriginMember::Why::Alone: return QStringLiteral("alone");
    case OriginMember::Why::Words: return QStringLiteral("words");
    case OriginMember::Why::Credit: return QStringLiteral("credit");
    case OriginMember::Why::Mention: return QStringLiteral("mention");
    case OriginMember::Why::Capture: return QStringLiteral("capture");
    case OriginMember::Why::Decision: return QStringLiteral("decision");
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject jsonOf(const OriginMember &member, const std::map<DocumentId, QString> &names)
{
    QJsonObject object{{QStringLiteral("document"), qint64{numberOf(member.document)}},
                       {QStringLiteral("article"), qint64{numberOf(member.article)}},
                       {QStringLiteral("why"), keyOf(member.why)}};
    if (const auto other = names.find(member.other); other != names.end()) {
        object.insert(QStringLiteral("other"), qint64{numberOf(member.other)});
        object.insert(QStringLiteral("reason"), reasonFor(member, other->second));
    }
    if (member.percent > 0)
        object.insert(QStringLiteral("percent"), member.percent);
    if (!member.agency.isEmpty())
        object.insert(QStringLiteral("agency"), member.agency);
    return object;
}

QJsonArray originsJson(const Inventory &inventory)
{
    std::map<DocumentId, QString> names;
    for (const DocumentSummary &document : inventory.documents)
        names.emplace(document.id, document.name);
    QJsonArray origins;
    for (const Origin &origin : inventory.origins) {
        QJsonArray members;
        for (const OriginMember &member : origin.members)
            members.append(jsonOf(member, names));
        origins.append(QJsonObject{{QStringLiteral("document"), qint64{numberOf(origin.document())}},
                                   {QStringLiteral("articles"), origin.articles},
                                   {QStringLiteral("members"), members}});
    }
    return origins;
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
        object.insert(QStringLiteral("origins"), support == inventory.supports.end() ? 0 : support->second.origins);
        incidents.append(object);
    }
    QJsonArray documents;
    for (const DocumentSummary &document : inventory.documents) {
        QJsonObject object{{QStringLiteral("id"), qint64{numberOf(document.id)}},
                           {QStringLiteral("name"), document.name},
                           {QStringLiteral("publisher"), document.publisher},
                           {QStringLiteral("quotes"), inventory.quotes.at(document.id)}};
        if (document.published)
            object.insert(QStringLiteral("published"), isoFromUtc(document.published->instant));
        for (const auto &[capture, key] : {std::pair(document.replaces, QStringLiteral("replaces")),
                                           {document.replacedBy, QStringLiteral("replacedBy")}}) {
            if (capture != DocumentId{})
                object.insert(key, qint64{numberOf(capture)});
        }
        documents.append(object);
    }
    return {{QStringLiteral("path"), file.path()},           {QStringLiteral("title"), file.info().title},
            {QStringLiteral("author"), file.info().author},  {QStringLiteral("licence"), file.info().licence},
            {QStringLiteral("notes"), file.info().notes},    {QStringLiteral("schema"), file.format().schema},
            {QStringLiteral("readOnly"), file.isReadOnly()}, {QStringLiteral("incidents"), incidents},
            {QStringLiteral("documents"), documents},        {QStringLiteral("origins"), originsJson(inventory)}};
}

void printText(const Case &file, const Inventory &inventory)
{
    const CaseInfo info = file.info();
    print(info.title);
    if (!info.author.isEmpty())
        print(CliText::tr("Author: %1").arg(info.author));
    if (!info.licence.isEmpty())
        print(CliText::tr("Licence: %1").arg(info.licence));
    if (!info.notes.isEmpty())
        print(info.notes);
    print(CliText::tr("%1 incidents, %2 documents, %3 origins")
              .arg(inventory.incidents.size())
              .arg(inventory.documents.size())
              .arg(inventory.origins.size()));
    for (const Incident &incident : inventory.incidents) {
        QStringList parts{incident.title};
        parts.append(incident.when ? textFromSpan(incident.when->span) : CliText::tr("no time stated"));
        parts.append(incident.where ? incident.where->place : CliText::tr("no place stated"));
        print(QStringLiteral("  ") + parts.join(QStringLiteral(" · ")));
    }
}

} // namespace

int runInfo(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CliText::tr("Tells what a case holds."));
    parser.addPositionalArgument(QStringLiteral("CASE"), CliText::tr("The case."));
    parser.addOption({QStringLiteral("json"), CliText::tr("Prints JSON.")});
    const QString verb = QStringLiteral("info");
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("info [--json] CASE"), arguments))
        return *status;
    if (parser.positionalArguments().size() != 1)
        return misused(verb, CliText::tr("Name the one case to look into"));
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
