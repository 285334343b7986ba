#include "base/sharedfile.h"
#include "casefile/case.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/proposaljson.h"
#include "cli/takingin.h"
#include "cli/verbs.h"
#include "places/addplaces.h"
#include "sources/writtentime.h"

#include <QJsonArray>

namespace dateline
{

namespace
{

void addReadOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(CliText::tr(
        "Reads sources and prints what they report, with the words for it: web pages (HTML, MHTML, WARC, WACZ), "
        "PDF, DOCX, ODT, mail, Telegram's and X's exports, Markdown and text. What a file tells of itself, "
        "such as its title and date, is taken unless an option says otherwise."));
    parser.addPositionalArgument(QStringLiteral("FILE…"),
                                 CliText::tr("The files to read, and folders with such files; - for standard input."));
    parser.addOptions({
        {QStringLiteral("published"),
         CliText::tr("The day, or day and time, when they were published: 2022-09-13 or 2022-09-13T14:00."),
         QStringLiteral("DATE")},
        {QStringLiteral("zone"), CliText::tr("The zone of that date: Asia/Yerevan or UTC+04:00."),
         QStringLiteral("ZONE")},
        {QStringLiteral("title"), CliText::tr("What to call the document."), QStringLiteral("TITLE")},
        {QStringLiteral("publisher"), CliText::tr("Who published it."), QStringLiteral("NAME")},
        {QStringLiteral("address"), CliText::tr("Where it was published; nothing is fetched from there."),
         QStringLiteral("URL")},
        {QStringLiteral("into"), CliText::tr("Keeps the documents in this case."), QStringLiteral("CASE")},
        {QStringLiteral("accept"), CliText::tr("Takes every proposal into the case as an incident.")},
        {QStringLiteral("replaces"),
         CliText::tr("Keeps the text as a newer capture of this document of the case, which stays. Quotes whose words "
                     "stand in it follow with all that rests on them; changed, lost and ambiguous ones are told and "
                     "wait for a decision in the window."),
         QStringLiteral("NUMBER|NAME")},
        {QStringLiteral("text"), CliText::tr("Prints a list to read instead of JSON.")},
        {QStringLiteral("json"), CliText::tr("Prints JSON; this is so without it too.")},
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
        return CliText::tr("Name a file or folder to read, or - for standard input");
    if (accept && !parser.isSet(QStringLiteral("into")))
        return CliText::tr("--accept needs --into CASE, the case that takes the incidents");
    if (replaces && !parser.isSet(QStringLiteral("into")))
        return CliText::tr("--replaces needs --into CASE, the case that holds the older capture");
    if (replaces && files != 1)
        return CliText::tr("--replaces takes one file, the newer capture of one document, and %1 were named")
            .arg(files);
    if (replaces && accept)
        return CliText::tr("--accept does not go with --replaces, which would store incidents twice: leave it out");
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

QString summaryOf(const QString &path, const TakenIn &taken)
{
    if (taken.texts.size() == 1) {
        const ReadText &text = taken.texts.front();
        return CliText::tr("%1: %2 proposals").arg(nameOf(text.document)).arg(text.proposals.size());
    }
    std::size_t proposals = 0;
    for (const ReadText &text : taken.texts)
        proposals += text.proposals.size();
    return CliText::tr("%1: %2 documents, %3 proposals").arg(path).arg(taken.texts.size()).arg(proposals);
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
    addReadOptions(parser);
    if (const std::optional<int> status =
            parse(parser, verb, QStringLiteral("read [OPTIONS] FILE…|FOLDER…|-"), arguments))
        return *status;
    if (const QString contradiction = contradictionIn(parser); !contradiction.isEmpty())
        return misused(verb, contradiction);
    const bool asText = parser.isSet(QStringLiteral("text"));
    const Result<Stated> stated = statedBy(parser);
    if (!stated)
        return misused(verb, stated.error().message);
    const Result<Gazetteer> gazetteer =
        Gazetteer::open(sharedFile(QStringLiteral("gazetteer.sqlite")), userPlacesFile());
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

    const Result<IncidentColumns> columns = file ? file->columns() : Result<IncidentColumns>();
    if (!columns)
        return failed(columns.error());
    const Task task{*stated,           *gazetteer,         file.get(),
                    std::move(*older), extentOf(*columns), parser.isSet(QStringLiteral("accept"))};
    QJsonArray documents;
    const QStringList paths = sourceFilesIn(parser.positionalArguments());
    qsizetype failures = 0;
    if (paths.isEmpty())
        tell(CliText::tr("There is no file in that folder; name another"));
    for (const QString &path : paths) {
        // One unreadable file does not keep the others from being read.
        const TakenIn taken = takeIn(path, task);
        for (const Error &error : taken.refused)
            (void)failed(error);
        failures += taken.refused.empty() ? 0 : 1;
        if (!taken.texts.empty())
            tell(summaryOf(path, taken));
        for (const ReadText &text : taken.texts) {
            if (asText)
                printText(text, task.older);
            else
                documents.append(jsonOf(text, task.older));
        }
    }
    if (failures > 0 && failures < paths.size())
        tell(CliText::tr("%1 of %2 files could not be read or not whole; the reasons are above")
                 .arg(failures)
                 .arg(paths.size()));
    if (!asText)
        print(QJsonObject{{QStringLiteral("documents"), documents}});
    return failures > 0 || paths.isEmpty() ? exitFailed : exitDone;
}

} // namespace dateline
