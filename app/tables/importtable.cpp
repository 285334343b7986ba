#include "tables/importtable.h"

#include "tables/cells.h"
#include "tables/tablerows.h"
#include "tables/tablestext.h"

#include <QDate>
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
        if (row.point)
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

Result<TableImport> importTable(Case &file, const QString &path, const ImportOptions &options,
                                const ImportProceed &proceed)
{
    const Result<std::unique_ptr<TableFile>> table = TableFile::open(path, options.layout);
    if (!table)
        return std::unexpected(table.error());
    const ColumnPlan &plan = (*table)->plan();
    FailureLog failures(options.failuresPath, plan);
    std::vector<Edit> edits;
    if (std::optional<CaseInfo> info = withTerms(file.info(), *plan.layout))
        edits.emplace_back(std::move(*info));
    TableRows rows(**table, failures, options.withSources, std::move(edits));
    const Result<std::vector<QByteArray>> known = file.dataSetIds(plan.layout->name);
    if (!known)
        return std::unexpected(known.error());
    rows.passOver(*known);
    const qint64 size = (*table)->size(); // The file is read in another thread while this is told.
    const auto tell = [&](qsizetype stored) {
        return !proceed || proceed({rows.bytesRead(), size, stored, rows.failed()});
    };
    Result<Loaded> loaded = file.load(TablesText::tr("Import “%1”").arg((*table)->name()), rows, tell);
    if (!loaded)
        return std::unexpected(loaded.error());
    TableImport result{plan.layout, std::move(*loaded), 0, rows.passed(), failures.first(), {}};
    result.failed = result.loaded.refusedRows;
    if (!result.loaded.cancelled)
        result.failuresWritten = failures.finish();
    return result;
}

Result<TablePreview> previewOf(const QString &path, const Layout *layout, std::size_t most)
{
    const Result<std::unique_ptr<TableFile>> table = TableFile::open(path, layout);
    if (!table)
        return std::unexpected(table.error());
    TablePreview preview{(*table)->plan().layout, {}, {}};
    for (const QByteArray &name : (*table)->plan().names)
        preview.columns.append(QString::fromUtf8(name));
    FailureLog failures({}, (*table)->plan());
    TableRows rows(**table, failures, true);
    while (preview.rows.size() < most) {
        const std::optional<Result<IncidentRow>> row = rows.next();
        if (!row)
            break;
        if (*row)
            preview.rows.emplace_back(incidentFrom(**row));
        else
            preview.rows.emplace_back(std::unexpected(failures.first().back()));
    }
    return preview;
}

} // namespace dateline
