#include "base/sharedfile.h"
#include "casefile/case.h"
#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/figurecheck.h"
#include "cli/figureoptions.h"
#include "cli/filteroptions.h"
#include "cli/verbs.h"
#include "domain/figurespecjson.h"
#include "figure/atlas.h"
#include "figure/formats.h"
#include "figure/publishable.h"
#include "figure/readsidecar.h"
#include "figure/template.h"
#include "figure/worldfile.h"
#include "publish/figurecontent.h"

#include <QJsonArray>

namespace dateline
{

namespace
{

void addFigureOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        CliText::tr("Draws a case as an annotated map. Beside OUT comes OUT.json, from which the figure can be checked "
                    "(dateline verify OUT CASE) and made anew (--open OUT.json)."));
    parser.addPositionalArgument(QStringLiteral("CASE"), CliText::tr("The case; the sample case without it."),
                                 QStringLiteral("[CASE]"));
    parser.addPositionalArgument(
        QStringLiteral("OUT"),
        CliText::tr("The file to write, by its ending: .%1.").arg(figureEndings().join(QStringLiteral(", ."))));
    parser.addOptions({
        {QStringLiteral("open"),
         CliText::tr("Makes the figure of this file beside another one anew: its settings hold where no option says "
                     "otherwise."),
         QStringLiteral("SIDECAR")},
        {QStringLiteral("template"),
         CliText::tr("Looks as this file says, which “Save as template” made; options say otherwise."),
         QStringLiteral("FILE")},
        {QStringLiteral("title"), CliText::tr("The title; the case's without it."), QStringLiteral("TEXT")},
        {QStringLiteral("subtitle"), CliText::tr("The line under it; made from what is shown without it."),
         QStringLiteral("TEXT")},
        {QStringLiteral("credit"), CliText::tr("Who made it."), QStringLiteral("TEXT")},
        {QStringLiteral("alt"),
         CliText::tr("The text for those who do not see it; written from what is shown without it."),
         QStringLiteral("TEXT")},
        {QStringLiteral("size"), CliText::tr("The page in pixels of 1/96 inch; 1600x1000 without it."),
         QStringLiteral("WxH")},
        {QStringLiteral("dpi"), CliText::tr("Dots an inch of PNG, JPEG, WebP and HTML; 192 without it."),
         QStringLiteral("N")},
        {QStringLiteral("bbox"), CliText::tr("What to show, in degrees; all places without it."),
         QStringLiteral("W,S,E,N")},
        {QStringLiteral("projection"),
         CliText::tr("A PROJ string or a code such as EPSG:3035; what fits the extent without it."),
         QStringLiteral("TEXT")},
        {QStringLiteral("graticule"), CliText::tr("Draws meridians and parallels with their degrees.")},
        {QStringLiteral("without-layers"), CliText::tr("Leaves out the files that the case shows over its map.")},
        {QStringLiteral("north-arrow"), CliText::tr("Draws an arrow to the north, true where it stands.")},
        {QStringLiteral("marks"),
         CliText::tr(
             "“each”: a numbered mark for each incident; “squares”: how many lie in each square of a grid; what "
             "can be read without it."),
         QStringLiteral("HOW")},
        {QStringLiteral("atlas"),
         CliText::tr(
             "A figure for each “incident”, “day”, “week”, “kind”, “province” or “party”: as the pages of one PDF, or "
             "as OUT-001, OUT-002 …"),
         QStringLiteral("GROUP")},
        {QStringLiteral("animate"),
         CliText::tr("A frame for each “day” or “week”, added to those before: as one WebP, or as OUT-001, OUT-002 …"),
         QStringLiteral("GROUP")},
        {QStringLiteral("frame-seconds"), CliText::tr("How long a frame is shown, 0.1 to 60; 1 without it."),
         QStringLiteral("N")},
        {QStringLiteral("panels"),
         CliText::tr("Several maps on the page: one for each “incident”, “day”, “week”, “kind”, “province”, “party” "
                     "that is named, or “speaker”, with what that one says alone."),
         QStringLiteral("GROUP")},
        {QStringLiteral("split"),
         CliText::tr("Maps of what is dated before and after these times, such as 2022-09-13T12:00Z,2022-09-14."),
         QStringLiteral("TIMES")},
        {QStringLiteral("known"),
         CliText::tr("A map for each of these times, of what was reported by then; of a day, by its end."),
         QStringLiteral("TIMES")},
        {QStringLiteral("colours"), CliText::tr("“light”, “dark” or, for print, “grey”; light without it."),
         QStringLiteral("NAME")},
        {QStringLiteral("dark"), CliText::tr("The same as --colours dark.")},
        {QStringLiteral("blur"),
         CliText::tr("How far sensitive places may be from what is drawn; 10000 without it, 0 shows them as they are."),
         QStringLiteral("METRES")},
        {QStringLiteral("graphic-words"), CliText::tr("Prints the words of graphic incidents and documents too.")},
        {QStringLiteral("notes"), notesHelp(), QStringLiteral("FILE")},
        {QStringLiteral("world-file"),
         CliText::tr("Writes beside a PNG, JPEG or WebP where on the earth it lies: OUT’s name with .pgw, .jgw or "
                     ".wld, and OUT.aux.xml.")},
        {QStringLiteral("json"), CliText::tr("Tells what was drawn, as JSON.")},
    });
    parser.addOptions(filterOptions());
}

/// Takes what the options say of several maps.
Result<void> takePanels(const QCommandLineParser &parser, FigureSpec &spec)
{
    QStringList given{QStringLiteral("panels"), QStringLiteral("split"), QStringLiteral("known")};
    given.removeIf([&parser](const QString &option) { return !parser.isSet(option); });
    if (given.isEmpty())
        return {};
    if (given.size() > 1)
        return failure(Error::Kind::Malformed,
                       CliText::tr("A page has its maps by one of --panels, --split and --known; give one"));
    const QString text = parser.value(given.first());
    spec.instants.clear();
    if (given.first() == u"panels")
        return panelsFromText(text).transform([&spec](GroupBy by) { spec.panels = by; });
    const bool isSplit = given.first() == u"split";
    return timesFromText(text, isSplit ? DayAs::Begin : DayAs::End)
        .transform([&spec, isSplit](const std::vector<UtcMinute> &instants) {
            spec.panels = isSplit ? GroupBy::Split : GroupBy::Known;
            spec.instants = instants;
        });
}

/// @p spec with what the options say otherwise.
Result<FigureSpec> specFrom(const QCommandLineParser &parser, FigureSpec spec)
{
    const auto take = [&parser](const QString &option, QString &text) {
        if (parser.isSet(option))
            text = parser.value(option);
    };
    take(QStringLiteral("title"), spec.title);
    take(QStringLiteral("subtitle"), spec.subtitle);
    take(QStringLiteral("credit"), spec.credit);
    take(QStringLiteral("alt"), spec.alternativeText);
    if (parser.isSet(QStringLiteral("dark")))
        spec.colours = FigureColours::Dark;
    if (parser.isSet(QStringLiteral("colours"))) {
        const Result<FigureColours> colours = coloursFromText(parser.value(QStringLiteral("colours")));
        if (!colours)
            return std::unexpected(colours.error());
        spec.colours = *colours;
    }
    if (const Result<void> taken = takePanels(parser, spec); !taken)
        return std::unexpected(taken.error());
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
    if (parser.isSet(QStringLiteral("projection"))) {
        const Result<QString> projection = projectionFromText(parser.value(QStringLiteral("projection")));
        if (!projection)
            return std::unexpected(projection.error());
        spec.projection = *projection;
    }
    spec.graticule = spec.graticule || parser.isSet(QStringLiteral("graticule"));
    spec.northArrow = spec.northArrow || parser.isSet(QStringLiteral("north-arrow"));
    if (parser.isSet(QStringLiteral("blur"))) {
        const Result<double> metres = blurFromText(parser.value(QStringLiteral("blur")));
        if (!metres)
            return std::unexpected(metres.error());
        spec.blurMetres = *metres;
    }
    if (parser.isSet(QStringLiteral("marks"))) {
        const Result<FigureMarks> marks = marksFromText(parser.value(QStringLiteral("marks")));
        if (!marks)
            return std::unexpected(marks.error());
        spec.marks = *marks;
    }
    spec.graphicWords = spec.graphicWords || parser.isSet(QStringLiteral("graphic-words"));
    Result<IncidentFilter> filter = filterFrom(parser, std::move(spec.filter));
    if (!filter)
        return std::unexpected(filter.error());
    spec.filter = std::move(*filter);
    Result<std::vector<IncidentId>> only = onlyFrom(parser);
    if (!only)
        return std::unexpected(only.error());
    if (!only->empty())
        spec.only = std::move(*only);
    return spec;
}

/// What --open names; none if it is not given.
Result<std::optional<Sidecar>> openedBy(const QCommandLineParser &parser)
{
    const QString option = QStringLiteral("open");
    if (!parser.isSet(option))
        return std::nullopt;
    return readSidecar(parser.value(option));
}

/// A figure that can be drawn.
struct Prepared
{
    FigureSpec spec;
    FigureContent content;
};

Result<Prepared> prepared(const QString &casePath, FigureSpec spec, const std::optional<Sidecar> &opened,
                          bool withoutLayers)
{
    const Result<std::unique_ptr<Case>> file = openCase(casePath);
    if (!file)
        return std::unexpected(file.error());
    const Result<std::shared_ptr<const BaseMap>> baseMap = BaseMap::open(sharedFile(QStringLiteral("base.gpkg")));
    if (!baseMap)
        return std::unexpected(baseMap.error());
    Result<FigureContent> content = figureContentOf(**file, spec, *baseMap);
    if (!content)
        return std::unexpected(content.error());
    // A figure that was made without them is so again.
    const bool madeWithout =
        opened && opened->object[u"layers"].isArray() && opened->object[u"layers"].toArray().isEmpty();
    if (withoutLayers || madeWithout)
        content->layers.clear();
    if (opened) {
        const Result<bool> same = isMadeFrom(opened->object, **file);
        if (!same)
            return std::unexpected(same.error());
        if (!*same)
            tell(CliText::tr("The figure of %1 was made from another case, or from a later state of this one")
                     .arg(opened->picture));
    }
    // The case's title was not written for this figure: it is left out where it names what is to be blurred.
    if (!opened && spec.title.isEmpty() && blurredPlaceIn((*file)->info().title, spec, *content).isEmpty())
        spec.title = (*file)->info().title;
    return Prepared{std::move(spec), std::move(*content)};
}

QJsonObject jsonOf(const QString &path, const FigureReport &report)
{
    return {{QStringLiteral("file"), path},
            {QStringLiteral("title"), report.title},
            {QStringLiteral("incidents"), report.count.total},
            {QStringLiteral("shown"), report.count.shown},
            {QStringLiteral("marks"), static_cast<qint64>(report.marks.size())},
            {QStringLiteral("squares"), report.squares.has_value()},
            {QStringLiteral("callouts"), static_cast<qint64>(report.callouts.size())},
            {QStringLiteral("notes"), static_cast<qint64>(report.noteBoxes.size())},
            {QStringLiteral("withheld"), report.withheld},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(report.warnings)},
            {QStringLiteral("alternativeText"), report.alternativeText}};
}

/// The atlas or the animation that is asked for, or that was @p opened, if any.
Result<std::optional<AtlasPlan>> planFrom(const QCommandLineParser &parser, const std::optional<Sidecar> &opened)
{
    AtlasPlan plan{.animated = parser.isSet(QStringLiteral("animate"))};
    if (!plan.animated && !parser.isSet(QStringLiteral("atlas"))) {
        if (!opened || !opened->isAtlas())
            return std::nullopt;
        if (const std::optional<AtlasPlan> as = atlasPlanFrom(opened->object[u"plan"].toObject()))
            return as;
        return failure(Error::Kind::Malformed,
                       CliText::tr("The atlas does not tell how it was made; say so with --atlas or --animate"));
    }
    const Result<GroupBy> by =
        pagesFromText(parser.value(plan.animated ? QStringLiteral("animate") : QStringLiteral("atlas")));
    if (!by)
        return std::unexpected(by.error());
    plan.by = *by;
    if (plan.animated && plan.by != GroupBy::Day && plan.by != GroupBy::Week)
        return failure(Error::Kind::Malformed, CliText::tr("An animation goes by “day” or by “week”"));
    if (parser.isSet(QStringLiteral("frame-seconds"))) {
        bool isNumber = false;
        const double seconds = parser.value(QStringLiteral("frame-seconds")).toDouble(&isNumber);
        if (!isNumber || !(seconds >= 0.1 && seconds <= 60))
            return failure(Error::Kind::Malformed,
                           CliText::tr("A frame is shown for 0.1 to 60 seconds, not for “%1”")
                               .arg(parser.value(QStringLiteral("frame-seconds"))));
        plan.milliseconds = static_cast<int>(seconds * 1000);
    }
    return plan;
}

int drawOne(const QString &path, const Prepared &figure, bool worldFile, bool json)
{
    if (const QString problem = worldFile ? worldFileProblem(path, figure.spec) : QString(); !problem.isEmpty())
        return failed(Error{Error::Kind::Unsupported, problem, path});
    const Result<FigureReport> report = writeFigure(path, figure.spec, figure.content);
    if (!report)
        return failed(report.error());
    if (const Result<void> placed = worldFile ? writeWorldFile(path, figure.spec, *report) : Result<void>(); !placed)
        return failed(placed.error());
    if (json)
        print(jsonOf(path, *report));
    else
        print(path);
    if (!report->withheld.isEmpty())
        tell(report->withheld);
    for (const QString &warning : report->warnings)
        tell(warning);
    return exitDone;
}

int drawAtlas(const QString &path, const Prepared &figure, const AtlasPlan &plan, bool json)
{
    const Result<QStringList> files =
        writeAtlas(path, figure.spec, figure.content, plan, [](std::size_t done, std::size_t all) {
            tell(CliText::tr("%1 of %2 pages").arg(done).arg(all));
            return true;
        });
    if (!files)
        return failed(files.error());
    if (json)
        print(QJsonObject{{QStringLiteral("files"), QJsonArray::fromStringList(*files)}});
    else
        print(files->join(u'\n'));
    return exitDone;
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
    const Result<std::optional<Sidecar>> opened = openedBy(parser);
    if (!opened)
        return failed(opened.error());
    FigureSpec base = *opened ? figureSpecFrom((*opened)->object[u"spec"].toObject()) : FigureSpec{};
    if (const QString option = QStringLiteral("template"); parser.isSet(option)) {
        Result<FigureSpec> look = withTemplateOf(std::move(base), parser.value(option));
        if (!look)
            return failed(look.error());
        base = std::move(*look);
    }
    Result<FigureSpec> spec = specFrom(parser, std::move(base));
    if (!spec)
        return misused(verb, spec.error().message);
    if (parser.isSet(QStringLiteral("notes"))) {
        Result<std::vector<FigureNote>> notes = notesFromFile(parser.value(QStringLiteral("notes")));
        if (!notes)
            return failed(notes.error());
        spec->notes = std::move(*notes);
    }
    const QString casePath = paths.size() == 2 ? paths.first() : sharedFile(QStringLiteral("sample.gpkg"));
    const Result<std::optional<AtlasPlan>> plan = planFrom(parser, *opened);
    if (!plan)
        return misused(verb, plan.error().message);
    if (*plan && parser.isSet(QStringLiteral("world-file")))
        return misused(verb, CliText::tr("A world file is for one figure, not for an atlas or an animation"));
    const Result<Prepared> figure = prepared(casePath, *spec, *opened, parser.isSet(QStringLiteral("without-layers")));
    if (!figure)
        return failed(figure.error());
    const bool json = parser.isSet(QStringLiteral("json"));
    return *plan ? drawAtlas(paths.last(), *figure, **plan, json)
                 : drawOne(paths.last(), *figure, parser.isSet(QStringLiteral("world-file")), json);
}

} // namespace dateline
