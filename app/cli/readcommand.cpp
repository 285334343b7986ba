#include "base/sharedfile.h"
#include "casefile/case.h"
#include "cli/console.h"
#include "cli/proposaljson.h"
#include "cli/replacing.h"
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
        {QStringLiteral("replaces"),
         translated("Keeps the text as a newer capture of this document of the case, which stays. Quotes whose words "
                    "stand in it follow with all that rests on them; changed, lost and ambiguous ones are told and "
                    "wait for a decision in the window."),
         QStringLiteral("NUMBER|NAME")},
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

/// What is wrong with the options together; empty if nothing is.
QString contradictionIn(const QCommandLineParser &parser)
{
    const bool accept = parser.isSet(QStringLiteral("accept"));
    const bool replaces = parser.isSet(QStringLiteral("replaces"));
    const qsizetype files = parser.positionalArguments().size();
    if (files == 0)
        return translated("Name a text file to read, or - for standard input");
    if (accept && !parser.isSet(QStringLiteral("into")))
        return translated("--accept needs --into CASE, the case that takes the incidents");
    if (replaces && !parser.isSet(QStringLiteral("into")))
        return translated("--replaces needs --into CASE, the case that holds the older capture");
    if (replaces && files != 1)
        return translated("--replaces takes one file, the newer capture of one document, and %1 were named").arg(files);
    if (replaces && accept)
        return translated("--accept does not go with --replaces, which would store incidents twice: leave it out");
    return {};
}

/// The older capture that --replaces names; none without that option.
Result<std::optional<OlderCapture>> replacedBy(const QCommandLineParser &parser, const Case *file)
{
    if (!file || !parser.isSet(QStringLiteral("replaces")))
        return std::nullopt;
    const Result<DocumentId> id = replaceableDocument(*file, parser.value(QStringLiteral("replaces")));
    if (!id)
        return std::unexpected(id.error());
    Result<OlderCapture> older = olderCapture(*file, *id);
    if (!older)
        return std::unexpected(older.error());
    return std::optional(std::move(*older));
}

/// A text that was read, what it reports, and where the quotes of the capture that it replaces stand in it.
struct ReadText
{
    Document document;
    std::vector<Proposal> proposals;
    std::vector<ReplacedQuote> quotes;
};

/// How texts are read, and what becomes of them.
struct Task
{
    Stated stated;
    const Gazetteer &gazetteer;
    Case *file; ///< That keeps them; null if none does.
    std::optional<OlderCapture> older; ///< What the text replaces there.
    bool accept;
};

Result<ReadText> taken(const QString &path, const Task &task)
{
    Result<Document> document = readOne(path, task.stated);
    if (!document)
        return std::unexpected(document.error());
    ReadText text{task.older ? newerCapture(std::move(*document), task.older->document) : std::move(*document), {}, {}};
    text.proposals = propose(text.document, task.gazetteer).proposals;
    if (task.older) {
        Result<std::vector<ReplacedQuote>> quotes = replaceDocument(*task.file, *task.older, text.document);
        if (!quotes)
            return std::unexpected(quotes.error());
        text.quotes = std::move(*quotes);
    } else if (task.file) {
        if (const Result<DocumentId> kept = keep(*task.file, text.document, text.proposals, task.accept); !kept)
            return std::unexpected(kept.error());
    }
    return text;
}

QJsonObject jsonOf(const ReadText &text, const std::optional<OlderCapture> &older)
{
    QJsonObject object = jsonOf(text.document);
    QJsonArray proposals;
    for (const Proposal &proposal : text.proposals)
        proposals.append(jsonOf(proposal));
    object.insert(QStringLiteral("proposals"), proposals);
    if (older)
        object.insert(QStringLiteral("replaces"), jsonOf(*older, text.quotes, text.document));
    return object;
}

void printText(const ReadText &text, const std::optional<OlderCapture> &older)
{
    for (const Proposal &proposal : text.proposals)
        print(textOf(proposal) + u'\n');
    if (older)
        print(textOf(text.quotes, text.document));
}

} // namespace

int runRead(const QStringList &arguments)
{
    const QString verb = QStringLiteral("read");
    QCommandLineParser parser;
    addOptions(parser);
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("read [OPTIONS] FILE…"), arguments))
        return *status;
    if (const QString contradiction = contradictionIn(parser); !contradiction.isEmpty())
        return misused(verb, contradiction);
    const bool asText = parser.isSet(QStringLiteral("text"));
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
    Result<std::optional<OlderCapture>> older = replacedBy(parser, file.get());
    if (!older)
        return failed(older.error());

    const Task task{*stated, *gazetteer, file.get(), std::move(*older), parser.isSet(QStringLiteral("accept"))};
    int status = exitDone;
    QJsonArray documents;
    for (const QString &path : parser.positionalArguments()) {
        // One unreadable file does not keep the others from being read.
        const Result<ReadText> text = taken(path, task);
        if (!text) {
            status = failed(text.error());
            continue;
        }
        tell(translated("%1: %2 proposals").arg(nameOf(text->document)).arg(text->proposals.size()));
        if (asText)
            printText(*text, task.older);
        else
            documents.append(jsonOf(*text, task.older));
    }
    if (!asText)
        print(QJsonObject{{QStringLiteral("documents"), documents}});
    return status;
}

} // namespace dateline
