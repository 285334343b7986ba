#include "cli/importoptions.h"

#include "cli/clitext.h"
#include "cli/console.h"
#include "geo/positionsystem.h"
#include "tables/mappingjson.h"

namespace dateline
{

namespace
{

const QString importVerb = QStringLiteral("import");

QString layoutList()
{
    QStringList keys;
    for (const Layout *layout : layouts())
        keys.append(QString(layout->key));
    return keys.join(QStringLiteral(", "));
}

void describeImport(QCommandLineParser &parser)
{
    parser.setApplicationDescription(CliText::tr(
        "Brings tables of data sets into a case, told by their columns: CSV or TSV in any encoding, also zipped, the "
        "sheets of XLSX and ODS, GeoJSON, KML, KMZ, GPX, GeoPackage, shapefiles and FlatGeobuf, JSON of TimeMap and "
        "GeoConfirmed, and Web Annotations. Each table is one step that undo takes back. Sources that rows name become "
        "documents, and what rows say their words; rows that fail are listed with their line, column and value, and the "
        "others come in. A map whose columns are of no data set comes in by what columns are commonly called. Any other "
        "table comes in with a mapping, which tells what its columns say: one that was saved and fits, one in a FILE, or "
        "what its columns seem to be, which is shown first and taken with --guess. A newer download of rows that are "
        "there is compared with them with --update. Ends with 0 only if all rows came in."));
    parser.addPositionalArgument(QStringLiteral("FILE"), CliText::tr("The tables, spreadsheets or maps."),
                                 QStringLiteral("FILE…"));
    parser.addOptions({
        {QStringLiteral("into"), CliText::tr("The case; dateline new makes one."), QStringLiteral("CASE")},
        {QStringLiteral("as"), CliText::tr("The layout, if the columns do not tell: %1.").arg(layoutList()),
         QStringLiteral("LAYOUT")},
        {QStringLiteral("guess"), CliText::tr("Takes what the columns of a table of no known layout seem to be.")},
        {QStringLiteral("mapping"), CliText::tr("A mapping that was saved tells what the columns say."),
         QStringLiteral("FILE.json")},
        {QStringLiteral("save-mapping"),
         CliText::tr("Writes the mapping that is used or guessed, to be corrected and used again."),
         QStringLiteral("FILE.json")},
        {QStringLiteral("date-order"),
         CliText::tr("What comes first in the dates of such a table, the day, the month or the year: dmy, mdy or ymd."),
         QStringLiteral("ORDER")},
        {QStringLiteral("crs"),
         CliText::tr("The system of the coordinates of such a table: EPSG:n or well-known text; WGS 84 if none is "
                     "named."),
         QStringLiteral("CRS")},
        {QStringLiteral("dry-run"),
         CliText::tr("Counts what would come in, without a place and without a date, and what would fail, and stores "
                     "nothing; --into may be left out.")},
        {QStringLiteral("failures"),
         CliText::tr("Writes the rows that fail with the reasons to OUT.csv, to be corrected and brought in "
                     "again; for one FILE."),
         QStringLiteral("OUT.csv")},
        {QStringLiteral("without-sources"),
         CliText::tr("Makes no documents: what rows say becomes the notes of their incidents.")},
        {QStringLiteral("json"), CliText::tr("Prints JSON.")},
    });
    addUpdateOptions(parser);
}

/// Reads what tells how the tables are laid out; what is wrong with it, if anything is.
std::optional<int> takeMappingOptions(ImportAsked &asked, const QCommandLineParser &parser)
{
    if (const QString key = parser.value(QStringLiteral("as")); parser.isSet(QStringLiteral("as"))) {
        asked.options.layout = layoutNamed(key);
        if (!asked.options.layout)
            return misused(importVerb, CliText::tr("There is no layout “%1”; there are %2").arg(key, layoutList()));
        if (parser.isSet(QStringLiteral("mapping")) || parser.isSet(QStringLiteral("guess")))
            return misused(importVerb, CliText::tr("--as names a layout, which needs neither --mapping nor --guess"));
    }
    if (const QString order = parser.value(QStringLiteral("date-order")); parser.isSet(QStringLiteral("date-order"))) {
        asked.dateOrder = dateOrderFromKey(order);
        if (!asked.dateOrder || order.isEmpty())
            return misused(importVerb,
                           CliText::tr("“%1” is no order of dates: --date-order takes dmy, mdy or ymd").arg(order));
    }
    asked.crs = parser.value(QStringLiteral("crs"));
    if (!asked.crs.isEmpty()) {
        if (const Result<PositionSystem> system = PositionSystem::fromText(asked.crs); !system)
            return misused(importVerb, system.error().message);
    }
    if (const QString path = parser.value(QStringLiteral("mapping")); !path.isEmpty()) {
        const Result<MappingPtr> mapping = readMapping(path);
        if (!mapping)
            return failed(mapping.error());
        asked.mapping = *mapping;
    }
    return std::nullopt;
}

} // namespace

std::expected<ImportAsked, int> importAskedFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    describeImport(parser);
    const QString usage = QStringLiteral(
        "import [--as LAYOUT | --mapping FILE.json | --guess] [--save-mapping FILE.json] [--date-order ORDER] "
        "[--crs CRS] [--dry-run] [--failures OUT.csv] [--without-sources] [--json] FILE… --into CASE\n"
        "       dateline import --update [--as LAYOUT] [--accept [--only GROUP,…] [--theirs] [--remove]] [--json] FILE "
        "--into CASE");
    if (const std::optional<int> status = parse(parser, importVerb, usage, arguments))
        return std::unexpected(*status);
    ImportAsked asked{.paths = parser.positionalArguments(),
                      .into = parser.value(QStringLiteral("into")),
                      .options = {.withSources = !parser.isSet(QStringLiteral("without-sources")),
                                  .failuresPath = parser.value(QStringLiteral("failures"))},
                      .saveMapping = parser.value(QStringLiteral("save-mapping")),
                      .guess = parser.isSet(QStringLiteral("guess")),
                      .dryRun = parser.isSet(QStringLiteral("dry-run")),
                      .json = parser.isSet(QStringLiteral("json"))};
    if (asked.paths.isEmpty())
        return std::unexpected(misused(importVerb, CliText::tr("Name the tables to bring in")));
    if (!parser.isSet(QStringLiteral("into")) && !asked.dryRun)
        return std::unexpected(misused(importVerb, CliText::tr("Name the case to bring them into, with --into")));
    for (const auto &[option, value] : {std::pair(QStringLiteral("--failures"), asked.options.failuresPath),
                                        std::pair(QStringLiteral("--save-mapping"), asked.saveMapping)}) {
        if (!value.isEmpty() && asked.paths.size() > 1)
            return std::unexpected(
                misused(importVerb,
                        CliText::tr("%1 goes with one table, and %2 were named").arg(option).arg(asked.paths.size())));
    }
    if (const std::optional<int> status = takeMappingOptions(asked, parser))
        return std::unexpected(*status);
    Result<std::optional<UpdateAsked>> update = updateAskedBy(parser);
    if (!update)
        return std::unexpected(misused(importVerb, update.error().message));
    if (*update && (asked.paths.size() > 1 || asked.dryRun || asked.mapping || asked.guess)) {
        return std::unexpected(
            misused(importVerb, CliText::tr("--update takes one file of a known layout, and no dry run")));
    }
    asked.update = std::move(*update);
    return asked;
}

} // namespace dateline
