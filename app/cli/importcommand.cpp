#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/progressline.h"
#include "cli/verbs.h"
#include "tables/importtable.h"

#include <QJsonArray>
#include <QLocale>

namespace dateline
{

namespace
{

QString layoutList()
{
    QStringList keys;
    for (const Layout *layout : layouts())
        keys.append(QString(layout->key));
    return keys.join(QStringLiteral(", "));
}

/// Says how far an import is.
class ImportTeller
{
public:
    explicit ImportTeller(QString name)
        : m_name(std::move(name))
    {
    }

    bool operator()(const ImportProgress &progress)
    {
        if (!m_line.isDue())
            return true;
        const qint64 percent = progress.size > 0 ? 100 * progress.bytes / progress.size : 100;
        const QString rows = QLocale::c().toString(progress.rows);
        m_line.write(progress.size > 0 ? CliText::tr("%1: %2 %, %3 rows").arg(m_name).arg(percent).arg(rows)
                                       : CliText::tr("%1: %2 rows").arg(m_name, rows));
        return true;
    }
    void end() { m_line.end(); }

private:
    QString m_name;
    ProgressLine m_line;
};

QJsonObject jsonOf(const QString &path, const TableImport &done)
{
    QJsonArray failures;
    for (const RowFailure &failed : done.failures) {
        failures.append(QJsonObject{{QStringLiteral("line"), failed.line},
                                    {QStringLiteral("column"), failed.column},
                                    {QStringLiteral("value"), failed.value},
                                    {QStringLiteral("reason"), failed.reason}});
    }
    return {{QStringLiteral("file"), path},
            {QStringLiteral("table"), done.table},
            {QStringLiteral("layout"), QString(done.layout->key)},
            {QStringLiteral("incidents"), qint64{done.loaded.accepted}},
            {QStringLiteral("documents"), qint64{done.loaded.documents}},
            {QStringLiteral("known"), done.known},
            {QStringLiteral("failed"), done.failed},
            {QStringLiteral("failures"), failures}};
}

void printText(const QString &path, const TableImport &done)
{
    print(CliText::tr("%1 (%2): incidents %3, documents %4, rows that failed %5")
              .arg(done.table.isEmpty() ? path : CliText::tr("%1, “%2”").arg(path, done.table),
                   QString::fromUtf8(done.layout->name))
              .arg(done.loaded.accepted)
              .arg(done.loaded.documents)
              .arg(done.failed));
}

void tellFailures(const TableImport &done)
{
    constexpr std::size_t shown = 10;
    for (std::size_t i = 0; i < std::min(shown, done.failures.size()); ++i)
        tell(QStringLiteral("  ") + failureText(done.failures[i], done.table, done.unit));
    if (done.failed > qint64{shown})
        tell(CliText::tr("  and %1 more; --failures FILE lists them all").arg(done.failed - qint64{shown}));
}

/// The terms of what was brought in, once for each data set.
void tellTerms(const TableImport &done)
{
    if (done.layout->terms[0] != '\0')
        tell(CliText::tr("Note: %1.").arg(QString::fromUtf8(done.layout->terms)));
}

struct Asked
{
    ImportOptions options;
    bool json = false;
};

/// @returns whether all of the table came in.
bool tellTable(const QString &path, const TableImport &done, const Asked &asked, QJsonArray &results)
{
    results.append(jsonOf(path, done));
    if (!asked.json)
        printText(path, done);
    tellFailures(done);
    const QString name = done.table.isEmpty() ? path : CliText::tr("%1, %2").arg(path, done.table);
    if (done.known > 0)
        tell(CliText::tr("%1 rows of “%2” are in the case already and stay as they are").arg(done.known).arg(name));
    if (done.loaded.accepted == 0)
        tell(CliText::tr("Nothing of “%1” came in").arg(name));
    else
        tellTerms(done);
    if (!done.failuresWritten)
        tell(done.failuresWritten.error().message);
    return done.loaded.accepted > 0 && done.failed == 0 && done.failuresWritten;
}

/// @returns whether all of the file came in.
bool importOne(Case &file, const QString &path, const Asked &asked, QJsonArray &results)
{
    ImportTeller teller(path);
    const Result<FileImport> done = importTables(file, path, asked.options, std::ref(teller));
    teller.end();
    if (!done) {
        tell(done.error().message);
        results.append(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("error"), done.error().message}});
        return false;
    }
    if (!done->passedOver.isEmpty()) {
        tell(CliText::tr("Of “%1” was passed over what has the columns of no data set that is known: %2")
                 .arg(path, done->passedOver.join(QStringLiteral(", "))));
    }
    bool isAll = true;
    for (const TableImport &table : done->tables)
        isAll = tellTable(path, table, asked, results) && isAll;
    return isAll;
}

} // namespace

int runImport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CliText::tr(
        "Brings tables of data sets into a case, told by their columns: CSV or TSV in any encoding, also zipped, the "
        "sheets of XLSX and ODS, GeoJSON, KML, KMZ, GPX, GeoPackage, shapefiles and FlatGeobuf, JSON of TimeMap and "
        "GeoConfirmed, and Web Annotations. Each table is one step that undo takes back. Sources that rows name become "
        "documents, and what rows say their words; rows that fail are listed with their line, column and value, and the "
        "others come in. A map whose columns are of no data set comes in by what columns are commonly called, and so "
        "does a table with --as general. Ends with 0 only if all rows came in."));
    parser.addPositionalArgument(QStringLiteral("FILE"), CliText::tr("The tables, spreadsheets or maps."),
                                 QStringLiteral("FILE…"));
    parser.addOption(
        {QStringLiteral("into"), CliText::tr("The case; dateline new makes one."), QStringLiteral("CASE")});
    parser.addOption({QStringLiteral("as"),
                      CliText::tr("The layout, if the columns do not tell: %1.").arg(layoutList()),
                      QStringLiteral("LAYOUT")});
    parser.addOption(
        {QStringLiteral("failures"),
         CliText::tr("Writes the rows that fail with the reasons to OUT.csv, to be corrected and brought in "
                     "again; for one FILE."),
         QStringLiteral("OUT.csv")});
    parser.addOption({QStringLiteral("without-sources"),
                      CliText::tr("Makes no documents: what rows say becomes the notes of their incidents.")});
    parser.addOption({QStringLiteral("json"), CliText::tr("Prints JSON.")});
    const QString verb = QStringLiteral("import");
    const QString usage =
        QStringLiteral("import [--as LAYOUT] [--failures OUT.csv] [--without-sources] [--json] FILE… --into CASE");
    if (const std::optional<int> status = parse(parser, verb, usage, arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    if (paths.isEmpty())
        return misused(verb, CliText::tr("Name the tables to bring in"));
    if (!parser.isSet(QStringLiteral("into")))
        return misused(verb, CliText::tr("Name the case to bring them into, with --into"));
    Asked asked{{.withSources = !parser.isSet(QStringLiteral("without-sources")),
                 .failuresPath = parser.value(QStringLiteral("failures"))},
                parser.isSet(QStringLiteral("json"))};
    if (!asked.options.failuresPath.isEmpty() && paths.size() > 1)
        return misused(verb,
                       CliText::tr("--failures takes the rows of one table, and %1 were named").arg(paths.size()));
    if (const QString key = parser.value(QStringLiteral("as")); parser.isSet(QStringLiteral("as"))) {
        asked.options.layout = layoutNamed(key);
        if (!asked.options.layout)
            return misused(verb, CliText::tr("There is no layout “%1”; there are %2").arg(key, layoutList()));
    }
    const Result<std::unique_ptr<Case>> file = openCase(parser.value(QStringLiteral("into")));
    if (!file)
        return failed(file.error());
    QJsonArray results;
    bool isAll = true;
    for (const QString &path : paths)
        isAll = importOne(**file, path, asked, results) && isAll;
    if (asked.json)
        print(QJsonObject{{QStringLiteral("files"), results}});
    return isAll ? exitDone : exitFailed;
}

} // namespace dateline
