#include "cli/clitext.h"
#include "cli/console.h"
#include "cli/importguess.h"
#include "cli/importreport.h"
#include "cli/progressline.h"
#include "cli/updating.h"
#include "cli/verbs.h"

#include <QJsonArray>
#include <QLocale>

namespace dateline
{

namespace
{

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

void tellPassedOver(const QString &path, const QStringList &names)
{
    if (names.isEmpty())
        return;
    tell(CliText::tr("Of “%1” was passed over what has the columns of no data set that is known: %2")
             .arg(path, names.join(QStringLiteral(", "))));
}

void tellError(const QString &path, const Error &error, QJsonArray &results)
{
    tell(error.message);
    results.append(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("error"), error.message}});
}

/// @returns whether all of the file came in.
bool importOne(Case &file, const QString &path, const ImportAsked &asked, const ImportOptions &options,
               QJsonArray &results)
{
    ImportTeller teller(path);
    const Result<FileImport> done = importTables(file, path, options, std::ref(teller));
    teller.end();
    if (!done) {
        tellError(path, done.error(), results);
        return false;
    }
    tellPassedOver(path, done->passedOver);
    bool isAll = !done->broken;
    for (const TableImport &table : done->tables) {
        results.append(jsonOf(path, table));
        isAll = tellTable(path, table, asked.json) && isAll;
    }
    if (done->broken)
        tellError(path, *done->broken, results);
    return isAll;
}

/// @returns whether all of the file would come in.
bool countOne(const Case *file, const QString &path, const ImportAsked &asked, const ImportOptions &options,
              QJsonArray &results)
{
    ImportTeller teller(path);
    KnownIds known;
    if (file)
        known = [file](const QByteArray &dataSet) { return file->dataSetIds(dataSet); };
    const Result<FileCounts> counts = countTables(path, wishOf(options), known, std::ref(teller));
    teller.end();
    if (!counts) {
        tellError(path, counts.error(), results);
        return false;
    }
    tellPassedOver(path, counts->passedOver);
    bool isAll = true;
    for (const TableCounts &table : counts->tables) {
        results.append(jsonOf(path, table));
        isAll = tellCounts(path, table, asked.json) && isAll;
    }
    return isAll;
}

} // namespace

int runImport(const QStringList &arguments)
{
    const std::expected<ImportAsked, int> asked = importAskedFrom(arguments);
    if (!asked)
        return asked.error();
    std::unique_ptr<Case> file;
    if (!asked->into.isEmpty()) {
        Result<std::unique_ptr<Case>> opened = openCase(asked->into);
        if (!opened)
            return failed(opened.error());
        file = std::move(*opened);
    }
    if (asked->update)
        return runUpdate(*file, asked->paths.front(), asked->options.layout, *asked->update);
    QJsonArray results;
    bool isAll = true;
    for (const QString &path : asked->paths) {
        const Result<ImportOptions> options = mappedOptions(path, *asked);
        if (!options) {
            tellError(path, options.error(), results);
            isAll = false;
        } else if (asked->dryRun) {
            isAll = countOne(file.get(), path, *asked, *options, results) && isAll;
        } else {
            isAll = importOne(*file, path, *asked, *options, results) && isAll;
        }
    }
    if (asked->json)
        print(QJsonObject{{QStringLiteral("files"), results}});
    return isAll ? exitDone : exitFailed;
}

} // namespace dateline
