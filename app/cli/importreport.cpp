#include "cli/importreport.h"

#include "cli/clitext.h"
#include "cli/console.h"

#include <QJsonArray>

#include <algorithm>

namespace dateline
{

namespace
{

/// “table.xlsx, “Sheet1” (ACLED)”.
QString tableTitle(const QString &path, const QString &table, const Layout &layout, const QString &mapping)
{
    const QString name = table.isEmpty() ? path : CliText::tr("%1, “%2”").arg(path, table);
    const QString what = mapping.isEmpty() ? QString::fromUtf8(layout.name) : CliText::tr("mapping “%1”").arg(mapping);
    return QStringLiteral("%1 (%2)").arg(name, what);
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

} // namespace

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
            {QStringLiteral("mapping"), done.mapping},
            {QStringLiteral("incidents"), qint64{done.loaded.accepted}},
            {QStringLiteral("documents"), qint64{done.loaded.documents}},
            {QStringLiteral("known"), done.known},
            {QStringLiteral("failed"), done.failed},
            {QStringLiteral("failures"), failures}};
}

QJsonObject jsonOf(const QString &path, const TableCounts &counts)
{
    QJsonArray reasons;
    for (const TableCounts::Reason &reason : counts.reasons) {
        reasons.append(QJsonObject{{QStringLiteral("column"), reason.column},
                                   {QStringLiteral("reason"), reason.reason},
                                   {QStringLiteral("rows"), reason.rows}});
    }
    return {{QStringLiteral("file"), path},
            {QStringLiteral("table"), counts.table},
            {QStringLiteral("layout"), QString(counts.layout->key)},
            {QStringLiteral("mapping"), counts.mapping},
            {QStringLiteral("dry_run"), true},
            {QStringLiteral("incidents"), counts.incidents},
            {QStringLiteral("without_place"), counts.withoutPlace},
            {QStringLiteral("without_position"), counts.withoutPosition},
            {QStringLiteral("without_date"), counts.withoutDate},
            {QStringLiteral("known"), counts.known},
            {QStringLiteral("failed"), counts.failed},
            {QStringLiteral("reasons"), reasons}};
}

bool tellTable(const QString &path, const TableImport &done, bool json)
{
    if (!json) {
        print(CliText::tr("%1: incidents %2, documents %3, rows that failed %4")
                  .arg(tableTitle(path, done.table, *done.layout, done.mapping))
                  .arg(done.loaded.accepted)
                  .arg(done.loaded.documents)
                  .arg(done.failed));
    }
    tellFailures(done);
    const QString name = done.table.isEmpty() ? path : CliText::tr("%1, %2").arg(path, done.table);
    if (done.known > 0)
        tell(CliText::tr("%1 rows of “%2” are in the case already and stay as they are; --update compares them")
                 .arg(done.known)
                 .arg(name));
    if (done.loaded.accepted == 0)
        tell(CliText::tr("Nothing of “%1” came in").arg(name));
    else
        tellTerms(done);
    if (!done.failuresWritten)
        tell(done.failuresWritten.error().message);
    return done.loaded.accepted > 0 && done.failed == 0 && done.failuresWritten;
}

bool tellCounts(const QString &path, const TableCounts &counts, bool json)
{
    if (!json) {
        print(CliText::tr(
                  "%1: will come in %2, of these without a place %3, only with the name of one %4, without a date "
                  "%5; in the case already %6; will fail %7")
                  .arg(tableTitle(path, counts.table, *counts.layout, counts.mapping))
                  .arg(counts.incidents)
                  .arg(counts.withoutPlace)
                  .arg(counts.withoutPosition)
                  .arg(counts.withoutDate)
                  .arg(counts.known)
                  .arg(counts.failed));
    }
    for (const TableCounts::Reason &reason : counts.reasons) {
        const QString what =
            reason.column.isEmpty() ? reason.reason : QStringLiteral("%1: %2").arg(reason.column, reason.reason);
        tell(CliText::tr("  %1 × %2").arg(reason.rows).arg(what));
    }
    return counts.incidents > 0 && counts.failed == 0;
}

} // namespace dateline
