#include "base/sharedfile.h"
#include "casefile/case.h"
#include "cli/casefigure.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/figureoptions.h"
#include "cli/verbs.h"
#include "figure/publishable.h"

namespace dateline
{

namespace
{

void addFigureOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        CliText::tr("Draws a case as an annotated map. Beside OUT comes OUT.json: view, filter and hashes."));
    parser.addPositionalArgument(QStringLiteral("CASE"), CliText::tr("The case; the sample case without it."),
                                 QStringLiteral("[CASE]"));
    parser.addPositionalArgument(QStringLiteral("OUT"),
                                 CliText::tr("The image to write, by its ending: .png, .svg or .pdf."));
    parser.addOptions({
        {QStringLiteral("title"), CliText::tr("The title; the case's without it."), QStringLiteral("TEXT")},
        {QStringLiteral("subtitle"), CliText::tr("The line under it; made from what is shown without it."),
         QStringLiteral("TEXT")},
        {QStringLiteral("credit"), CliText::tr("Who made it."), QStringLiteral("TEXT")},
        {QStringLiteral("size"), CliText::tr("The page in pixels of 1/96 inch; 1600x1000 without it."),
         QStringLiteral("WxH")},
        {QStringLiteral("dpi"), CliText::tr("Dots an inch of a PNG; 192 without it."), QStringLiteral("N")},
        {QStringLiteral("bbox"), CliText::tr("What to show, in degrees; all places without it."),
         QStringLiteral("W,S,E,N")},
        {QStringLiteral("dark"), CliText::tr("Pale on dark.")},
        {QStringLiteral("blur"),
         CliText::tr("How far sensitive places may be from what is drawn; 10000 without it, 0 shows them as they are."),
         QStringLiteral("METRES")},
        {QStringLiteral("graphic-words"), CliText::tr("Prints the words of graphic incidents and documents too.")},
        {QStringLiteral("json"), CliText::tr("Tells what was drawn, as JSON.")},
    });
}

Result<FigureSpec> specFrom(const QCommandLineParser &parser)
{
    FigureSpec spec;
    spec.title = parser.value(QStringLiteral("title"));
    spec.subtitle = parser.value(QStringLiteral("subtitle"));
    spec.credit = parser.value(QStringLiteral("credit"));
    spec.dark = parser.isSet(QStringLiteral("dark"));
    if (parser.isSet(QStringLiteral("size"))) {
        const Result<QSize> size = sizeFromText(parser.value(QStringLiteral("size")));
        if (!size)
            return std::unexpected(size.error());
        spec.widthPx = size->width();
        spec.heightPx = size->height();
    }
    if (parser.isSet(QStringLiteral("dpi"))) {
        const Result<int> dpi = dpiFromText(parser.value(QStringLiteral("dpi")));
        if (!dpi)
            return std::unexpected(dpi.error());
        spec.dpi = *dpi;
    }
    if (parser.isSet(QStringLiteral("bbox"))) {
        const Result<LonLatBox> box = boxFromText(parser.value(QStringLiteral("bbox")));
        if (!box)
            return std::unexpected(box.error());
        spec.box = *box;
    }
    if (parser.isSet(QStringLiteral("blur"))) {
        const Result<double> metres = blurFromText(parser.value(QStringLiteral("blur")));
        if (!metres)
            return std::unexpected(metres.error());
        spec.blurMetres = *metres;
    }
    spec.graphicWords = parser.isSet(QStringLiteral("graphic-words"));
    return spec;
}

Result<FigureReport> draw(const QString &casePath, const QString &path, FigureSpec spec)
{
    const Result<std::unique_ptr<Case>> file = openCase(casePath);
    if (!file)
        return std::unexpected(file.error());
    const Result<std::shared_ptr<const BaseMap>> baseMap = BaseMap::open(sharedFile(QStringLiteral("base.gpkg")));
    if (!baseMap)
        return std::unexpected(baseMap.error());
    const Result<FigureContent> content = figureContentOf(**file, *baseMap);
    if (!content)
        return std::unexpected(content.error());
    // The case's title was not written for this figure: it is left out where it names what is to be blurred.
    if (spec.title.isEmpty() && blurredPlaceIn((*file)->info().title, spec, *content).isEmpty())
        spec.title = (*file)->info().title;
    return writeFigure(path, spec, *content);
}

QJsonObject jsonOf(const QString &path, const FigureReport &report)
{
    return {{QStringLiteral("file"), path},
            {QStringLiteral("title"), report.title},
            {QStringLiteral("incidents"), report.count.total},
            {QStringLiteral("shown"), report.count.shown},
            {QStringLiteral("marks"), static_cast<qint64>(report.marks.size())},
            {QStringLiteral("callouts"), static_cast<qint64>(report.callouts.size())},
            {QStringLiteral("withheld"), report.withheld},
            {QStringLiteral("alternativeText"), report.alternativeText}};
}

} // namespace

int runFigure(const QStringList &arguments)
{
    QCommandLineParser parser;
    addFigureOptions(parser);
    const QString verb = QStringLiteral("figure");
    if (const std::optional<int> status = parse(parser, verb, QStringLiteral("figure [OPTIONS] [CASE] OUT"), arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    if (paths.isEmpty() || paths.size() > 2)
        return misused(verb,
                       CliText::tr("Name the image to write, and before it the case if it is not the sample case"));
    const Result<FigureSpec> spec = specFrom(parser);
    if (!spec)
        return misused(verb, spec.error().message);
    const QString casePath = paths.size() == 2 ? paths.first() : sharedFile(QStringLiteral("sample.gpkg"));
    const Result<FigureReport> report = draw(casePath, paths.last(), *spec);
    if (!report)
        return failed(report.error());
    if (parser.isSet(QStringLiteral("json")))
        print(jsonOf(paths.last(), *report));
    else
        print(paths.last());
    if (!report->withheld.isEmpty())
        tell(report->withheld);
    return exitDone;
}

} // namespace dateline
