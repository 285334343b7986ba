#include "tables/importtable.h"

#include "tables/cells.h"
#include "tables/tablerows.h"
#include "tables/tablestext.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace dateline
{

namespace
{

/// What the case says of itself, with what @p layout's data set asks for; none if it says that already.
std::optional<CaseInfo> withTerms(CaseInfo info, const Layout &layout)
{
    const CaseInfo before = info;
    const auto add = [](QString &text, const QString &part, const QString &between, const QString &end) {
        if (part.isEmpty() || text.contains(part))
            return;
        text += (text.isEmpty() ? QString() : between) + part + end;
    };
    const QString today =
        QLocale(QLocale::English, QLocale::UnitedKingdom).toString(QDate::currentDate(), QStringLiteral("d MMMM yyyy"));
    add(info.licence, QString::fromUtf8(layout.terms), QStringLiteral("; "), {});
    // Data sets change: which state of it this is tells the day.
    add(info.notes, QString::fromUtf8(layout.citation), QStringLiteral("\n"),
        TablesText::tr(", brought in on %1.").arg(today));
    return info == before ? std::nullopt : std::optional(info);
}

QStringList listOf(std::span<const std::string_view> texts)
{
    QStringList list;
    for (const std::string_view text : texts)
        list.append(textFrom(text));
    return list;
}

} // namespace

Incident incidentFrom(const IncidentRow &row)
{
    Incident incident;
    incident.title = textFrom(row.title);
    incident.kind = row.kind;
    incident.subKind = row.subKind;
    if (row.time)
        incident.when = When{*row.time, textFrom(row.zone), textFrom(row.timeAsWritten)};
    if (row.precision) {
        Where where;
        where.place = textFrom(row.place);
        where.province = textFrom(row.province);
        where.country = textFrom(row.country);
        if (row.geometry)
            where.geometry = *row.geometry;
        else if (row.point)
            where.geometry = pointGeometry(*row.point);
        where.precision = *row.precision;
        where.radiusMetres = row.radiusMetres;
        where.asWritten = textFrom(row.placeAsWritten);
        incident.where = where;
    }
    incident.actors = listOf(row.actors);
    for (const LossRow &loss : row.losses)
        incident.losses.push_back(
            {loss.kind, loss.low, loss.high, textFrom(loss.ofWhom), textFrom(loss.reportedBy), loss.best});
    incident.status = row.status;
    incident.credibility = row.credibility;
    incident.tags = listOf(row.tags);
    incident.notes = textFrom(row.notes);
    incident.graphic = row.graphic;
    incident.sensitive = row.sensitive;
    incident.dataSetId = textFrom(row.dataSetId);
    incident.attributes = textFrom(row.attributes);
    return incident;
}

namespace
{

Result<TableImport> importOneTable(Case &file, const QString &path, const KnownTable &known,
                                   const ImportOptions &options, const ImportProceed &proceed)
{
    const Result<std::unique_ptr<TableFile>> table = TableFile::open(path, known);
    if (!table)
        return std::unexpected(table.error());
    const ColumnPlan &plan = (*table)->plan();
    FailureLog failures(options.failuresPath, plan);
    std::vector<Edit> edits;
    if (std::optional<CaseInfo> info = withTerms(file.info(), *plan.layout))
        edits.emplace_back(std::move(*info));
    TableRows rows(**table, failures, options.withSources, std::move(edits));
    const Result<std::vector<QByteArray>> ids = file.dataSetIds((*table)->dataSet());
    if (!ids)
        return std::unexpected(ids.error());
    rows.passOver(*ids);
    const qint64 size = (*table)->size(); // The file is read in another thread while this is told.
    const auto tell = [&](qsizetype stored) {
        return !proceed || proceed({rows.bytesRead(), size, stored, rows.failed()});
    };
    Result<Loaded> loaded = file.load(TablesText::tr("Import “%1”").arg((*table)->name()), rows, tell);
    if (!loaded)
        return std::unexpected(loaded.error());
    TableImport result{
        plan.layout, known.part.name, known.part.unit, std::move(*loaded), 0, rows.passed(), failures.first(), {}, {}};
    result.mapping = plan.mapping ? plan.mapping->name : QString();
    result.failed = result.loaded.refusedRows;
    if (!result.loaded.cancelled)
        result.failuresWritten = failures.finish();
    return result;
}

/// “failed.csv” for the first table, “failed-2.csv” for the second.
QString failuresPathOf(const QString &path, std::size_t table)
{
    if (table == 0 || path.isEmpty())
        return path;
    const QFileInfo file(path);
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    return file.dir().filePath(QStringLiteral("%1-%2%3").arg(file.completeBaseName()).arg(table + 1).arg(ending));
}

} // namespace

TableWish wishOf(const ImportOptions &options)
{
    TableWish wish(options.layout);
    wish.mappings = options.mappings;
    wish.onlyMappings = options.onlyMappings;
    wish.without = options.without;
    return wish;
}

Result<FileImport> importTables(Case &file, const QString &path, const ImportOptions &options,
                                const ImportProceed &proceed)
{
    Result<KnownTables> tables = tablesIn(path, wishOf(options));
    if (!tables)
        return std::unexpected(tables.error());
    FileImport result{{}, std::move(tables->others), {}};
    for (const KnownTable &table : tables->known) {
        ImportOptions ofTable = options;
        ofTable.failuresPath = failuresPathOf(options.failuresPath, result.tables.size());
        Result<TableImport> done = importOneTable(file, path, table, ofTable, proceed);
        // What came in before is stored, and to be told.
        if (!done && !result.tables.empty()) {
            result.broken = done.error();
            break;
        }
        if (!done)
            return std::unexpected(done.error());
        result.tables.push_back(std::move(*done));
        if (result.tables.back().loaded.cancelled)
            break;
    }
    return result;
}

Result<std::vector<TablePreview>> previewsOf(const QString &path, const TableWish &wish, std::size_t most)
{
    const Result<KnownTables> tables = tablesIn(path, wish);
    if (!tables)
        return std::unexpected(tables.error());
    std::vector<TablePreview> previews;
    for (const KnownTable &known : tables->known) {
        const Result<std::unique_ptr<TableFile>> table = TableFile::open(path, known);
        if (!table)
            return std::unexpected(table.error());
        TablePreview &preview = previews.emplace_back(known.plan.layout, known.part.name, known.part.unit);
        for (const QByteArray &name : known.plan.names)
            preview.columns.append(QString::fromUtf8(name));
        preview.mapping = known.plan.mapping ? known.plan.mapping->name : QString();
        FailureLog failures({}, (*table)->plan());
        TableRows rows(**table, failures, true);
        while (preview.rows.size() < most) {
            const std::optional<Result<IncidentRow>> row = rows.next();
            if (!row)
                break;
            if (*row)
                preview.rows.emplace_back(incidentFrom(**row));
            else
                preview.rows.emplace_back(std::unexpected(failures.last()));
        }
    }
    return previews;
}

} // namespace dateline
