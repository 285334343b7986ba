#include "base/sharedfile.h"
#include "casefile/case.h"
#include "cli/console.h"
#include "cli/proposaljson.h"
#include "cli/verbs.h"
#include "reading/propose.h"
#include "reading/readdocument.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <cstdio>

namespace dateline
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// What the options say of the documents that are read.
struct Stated
{
    std::optional<WrittenTime> published;
    QString title;
    QString publisher;
    QString address;
};

Result<Document> readOne(const QString &path, const Stated &stated)
{
    Result<Document> document = Document{};
    if (path == u"-") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return failure(Error::Kind::Unreadable, translated("Standard input could not be read"));
        document = documentFrom(input.read(largestDocumentBytes + 1), translated("standard input"));
    } else {
        document = readDocument(path);
    }
    if (!document)
        return document;
    if (stated.published)
        document->published = stated.published;
    for (const auto &[value, field] : {std::pair(&stated.title, &document->title),
                                       {&stated.publisher, &document->publisher},
                                       {&stated.address, &document->address}}) {
        if (!value->isEmpty())
            *field = *value;
    }
    document->retrieved = utcFromDateTime(QDateTime::currentDateTimeUtc());
    return document;
}

/// Stores @p document, and its proposals as incidents if @p accept; returns its id.
Result<DocumentId> keep(Case &file, const Document &document, const std::vector<Proposal> &proposals, bool accept)
{
    const Result<Changed> stored = file.apply({translated("Read “%1”").arg(nameOf(document)), {document}});
    if (!stored)
        return std::unexpected(stored.error());
    if (stored->documents.empty())
        return failure(Error::Kind::Conflict, translated("%1 is in the case already").arg(nameOf(document)));
    const DocumentId id = stored->documents.front();
    for (const Proposal &proposal : accept ? proposals : std::vector<Proposal>{}) {
        if (const Result<Changed> accepted = file.apply(acceptChange(id, proposal)); !accepted)
            return std::unexpected(accepted.error());
    }
    return id;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(translated("Reads texts and prints what they report, with the words for it."));
    parser.addPositionalArgument(QStringLiteral("FILE…"), translated("The texts to read; - for standard input."));
    parser.addOptions({
        {QStringLiteral("published"),
         translated("The day, or day and time, when they were published: 2022-09-13 or 2022-09-13T14:00."),
         QStringLiteral("DATE")},
        {QStringLiteral("zone"), translated("The zone of that date: Asia/Yerevan or UTC+04:00."),
         QStringLiteral("ZONE")},
        {QStringLiteral("title"), translated("What to call the document."), QStringLiteral("TITLE")},
        {QStringLiteral("publisher"), translated("Who published it."), QStringLiteral("NAME")},
        {QStringLiteral("address"), translated("Where it was published; nothing is fetched from there."),
         QStringLiteral("URL")},
        {QStringLiteral("into"), translated("Keeps the documents in this case."), QStringLiteral("CASE")},
        {QStringLiteral("accept"), translated("Takes every proposal into the case as an incident.")},
        {QStringLiteral("text"), translated("Prints a list to read instead of JSON.")},
        {QStringLiteral("json"), translated("Prints JSON; this is so without it too.")},
    });
}

Result<Stated> statedBy(const QCommandLineParser &parser)
{
    Stated stated{{},
                  parser.value(QStringLiteral("title")),
                  parser.value(QStringLiteral("publisher")),
                  parser.value(QStringLiteral("address"))};
    if (!parser.isSet(QStringLiteral("published")))
        return stated;
    const Result<WrittenTime> published =
        writtenTimeFrom(parser.value(QStringLiteral("published")), parser.value(QStringLiteral("zone")));
    if (!published)
        return std::unexpected(published.error());
    stated.published = *published;
    return stated;
}

} // namespace

int runRead(const QStringList &arguments)
{
    const QString verb = QStringLiteral("read");
    QCommandLineParser parser;
    addOptions(parser);
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("read [OPTIONS] FILE…"), arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    const bool accept = parser.isSet(QStringLiteral("accept"));
    if (paths.isEmpty())
        return misused(verb, translated("Name a text file to read, or - for standard input"));
    if (accept && !parser.isSet(QStringLiteral("into")))
        return misused(verb, translated("--accept needs --into CASE, the case that takes the incidents"));
    const Result<Stated> stated = statedBy(parser);
    if (!stated)
        return misused(verb, stated.error().message);
    const Result<Gazetteer> gazetteer = Gazetteer::open(sharedFile(QStringLiteral("gazetteer.sqlite")));
    if (!gazetteer)
        return failed(gazetteer.error());
    std::unique_ptr<Case> file;
    if (parser.isSet(QStringLiteral("into"))) {
        Result<std::unique_ptr<Case>> opened = openCase(parser.value(QStringLiteral("into")));
        if (!opened)
            return failed(opened.error());
        file = std::move(*opened);
    }

    int status = exitDone;
    QJsonArray documents;
    for (const QString &path : paths) {
        // One unreadable file does not keep the others from being read.
        const Result<Document> document = readOne(path, *stated);
        if (!document) {
            status = failed(document.error());
            continue;
        }
        const std::vector<Proposal> proposals = propose(*document, *gazetteer).proposals;
        if (file) {
            if (const Result<DocumentId> kept = keep(*file, *document, proposals, accept); !kept) {
                status = failed(kept.error());
                continue;
            }
        }
        tell(translated("%1: %2 proposals").arg(nameOf(*document)).arg(proposals.size()));
        QJsonArray rows;
        for (const Proposal &proposal : proposals) {
            rows.append(jsonOf(proposal));
            if (parser.isSet(QStringLiteral("text")))
                print(textOf(proposal) + u'\n');
        }
        QJsonObject object = jsonOf(*document);
        object.insert(QStringLiteral("proposals"), rows);
        documents.append(object);
    }
    if (!parser.isSet(QStringLiteral("text")))
        print(QJsonObject{{QStringLiteral("documents"), documents}});
    return status;
}

} // namespace dateline
