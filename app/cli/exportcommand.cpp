#include "base/sharedfile.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/figureoptions.h"
#include "cli/filteroptions.h"
#include "cli/progressline.h"
#include "cli/verbs.h"
#include "exchange/exchange.h"
#include "publish/figurecontent.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace dateline
{

namespace
{

QString formatList()
{
    QStringList lines;
    for (const ExportFormat &format : exportFormats()) {
        const QString ending = format.ending.isEmpty() ? CliText::tr("a folder") : QLatin1Char('.') + format.ending;
        lines.append(QStringLiteral("%1 (%2): %3")
                         .arg(QString(format.key), ending, QCoreApplication::translate("Exchange", format.about)));
    }
    return lines.join(QStringLiteral("; "));
}

QString keyList()
{
    QStringList keys;
    for (const ExportFormat &format : exportFormats())
        keys.append(QString(format.key));
    return keys.join(QStringLiteral(", "));
}

void addExportOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        CliText::tr("Writes the incidents of a case for other programs and people: all of them, or what the options "
                    "show. The places of sensitive incidents are blurred, as on figures. An existing file is replaced "
                    "when the new one is complete; a case or a folder is not. Formats: %1.")
            .arg(formatList()));
    parser.addPositionalArgument(QStringLiteral("CASE"), CliText::tr("The case."));
    parser.addPositionalArgument(QStringLiteral("OUT"), CliText::tr("The file to write, in the format of its ending."));
    parser.addOptions({
        {QStringLiteral("as"), CliText::tr("The format, whatever the ending: %1.").arg(keyList()),
         QStringLiteral("FORMAT")},
        {QStringLiteral("lossless"),
         CliText::tr("Writes cells of CSV that a spreadsheet would take for formulas as they are; without it they "
                     "begin with an apostrophe, which dateline import takes away.")},
        {QStringLiteral("blur"),
         CliText::tr("How far sensitive places may be from what is written, in metres; 10000 without it."),
         QStringLiteral("METRES")},
        {QStringLiteral("exact-places"), CliText::tr("Writes sensitive places as they are.")},
        {QStringLiteral("graphic-words"), CliText::tr("Writes the words of graphic incidents and documents too.")},
        {QStringLiteral("figure"), CliText::tr("Puts a map at the head of a report in Markdown or HTML.")},
        {QStringLiteral("json"), CliText::tr("Prints JSON.")},
    });
    parser.addOptions(filterOptions());
}

Result<ExportOptions> exportOptionsFrom(const QCommandLineParser &parser)
{
    ExportOptions options;
    if (const QString key = parser.value(QStringLiteral("as")); parser.isSet(QStringLiteral("as"))) {
        options.format = exportFormatNamed(key);
        if (!options.format)
            return failure(Error::Kind::Malformed,
                           CliText::tr("There is no format “%1”; there are %2").arg(key, keyList()), key);
    }
    Result<IncidentFilter> filter = filterFrom(parser, {});
    if (!filter)
        return std::unexpected(filter.error());
    options.filter = std::move(*filter);
    Result<std::vector<IncidentId>> only = onlyFrom(parser);
    if (!only)
        return std::unexpected(only.error());
    options.only = std::move(*only);
    if (parser.isSet(QStringLiteral("blur"))) {
        const Result<double> metres = blurFromText(parser.value(QStringLiteral("blur")));
        if (!metres)
            return std::unexpected(metres.error());
        options.blurMetres = *metres;
    }
    if (parser.isSet(QStringLiteral("exact-places")))
        options.blurMetres = 0;
    options.graphicWords = parser.isSet(QStringLiteral("graphic-words"));
    options.lossless = parser.isSet(QStringLiteral("lossless"));
    return options;
}

/// Draws the figure of what is exported, as dateline figure does.
Result<void> drawFigure(const Case &file, ExportOptions &options)
{
    const FigureSpec spec{.title = file.info().title,
                          .filter = options.filter,
                          .only = options.only,
                          .blurMetres = options.blurMetres,
                          .graphicWords = options.graphicWords};
    const Result<std::shared_ptr<const BaseMap>> baseMap = BaseMap::open(sharedFile(QStringLiteral("base.gpkg")));
    if (!baseMap)
        return std::unexpected(baseMap.error());
    const Result<FigureContent> content = figureContentOf(file, spec, *baseMap);
    if (!content)
        return std::unexpected(content.error());
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure.png"));
    const Result<FigureReport> drawn = writeFigure(path, spec, *content);
    if (!drawn)
        return std::unexpected(drawn.error());
    QFile image(path);
    if (!image.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unreadable, CliText::tr("The figure cannot be read: %1").arg(image.errorString()));
    options.figure = image.readAll();
    options.figureText = drawn->alternativeText;
    return {};
}

QJsonObject jsonOf(const ExportReport &report, const QStringList &sentences)
{
    return {{QStringLiteral("format"), QString(report.format->key)},
            {QStringLiteral("files"), QJsonArray::fromStringList(report.files)},
            {QStringLiteral("incidents"), report.written},
            {QStringLiteral("filtered"), report.filtered},
            {QStringLiteral("missing"), report.missing},
            {QStringLiteral("unplaced"), report.unplaced},
            {QStringLiteral("undated"), report.undated},
            {QStringLiteral("blurred"), report.blurred},
            {QStringLiteral("exact"), report.exact},
            {QStringLiteral("withheldQuotes"), report.withheld},
            {QStringLiteral("notes"), QJsonArray::fromStringList(sentences)}};
}

} // namespace

int runExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    addExportOptions(parser);
    const QString verb = QStringLiteral("export");
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("export [OPTIONS] CASE OUT"), arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 2)
        return misused(verb, CliText::tr("Name the case and the file to write"));
    Result<ExportOptions> options = exportOptionsFrom(parser);
    if (!options)
        return misused(verb, options.error().message);
    const ExportFormat *format = options->format ? options->format : exportFormatOf(paths.last());
    if (!format)
        return misused(
            verb,
            CliText::tr("The ending of “%1” names no format: give one with --as, of %2").arg(paths.last(), keyList()));
    options->format = format;
    const Result<std::unique_ptr<Case>> file = openCase(paths.first());
    if (!file)
        return failed(file.error());
    if (parser.isSet(QStringLiteral("figure"))) {
        if (!format->byDay)
            return misused(verb, CliText::tr("--figure is for reports in Markdown or HTML"));
        if (const Result<void> drawn = drawFigure(**file, *options); !drawn)
            return failed(drawn.error());
    }
    ProgressLine line;
    const Result<ExportReport> report =
        exportIncidents(**file, paths.last(), *options, [&line](const ExportProgress &progress) {
            if (line.isDue())
                line.write(CliText::tr("%1 of %2").arg(progress.done).arg(progress.all));
            return true;
        });
    line.end();
    if (!report)
        return failed(report.error());
    const QStringList sentences = leftOutSentences(*report) + report->notes;
    if (parser.isSet(QStringLiteral("json")))
        print(jsonOf(*report, sentences));
    else
        print(report->files.join(u'\n'));
    tell(report->written == 1 ? CliText::tr("1 incident written")
                              : CliText::tr("%1 incidents written").arg(report->written));
    for (const QString &sentence : sentences)
        tell(sentence);
    if (report->blurred > 0)
        tell(CliText::tr("--exact-places writes sensitive places as they are"));
    return report->missing == 0 ? exitDone : exitFailed;
}

} // namespace dateline
