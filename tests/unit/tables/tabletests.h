#pragma once

#include "tables/importtable.h"

namespace dateline
{

/// What previewsOf() tells of a file's first table.
[[nodiscard]] inline Result<TablePreview> previewOf(const QString &path, const Layout *layout, std::size_t most)
{
    return previewsOf(path, layout, most).transform([](std::vector<TablePreview> &&all) {
        return std::move(all.front());
    });
}

/// What importTables() tells of a file's first table.
[[nodiscard]] inline Result<TableImport> importTable(Case &file, const QString &path, const ImportOptions &options,
                                                     const ImportProceed &proceed = {})
{
    return importTables(file, path, options, proceed).transform([](FileImport &&all) {
        return std::move(all.tables.front());
    });
}

/// All that a row says, in a line: what differs is seen at once.
[[nodiscard]] inline QString lineOf(const Incident &incident)
{
    QStringList parts{incident.dataSetId, incident.title, termOf(incident.kind),
                      incident.subKind ? termOf(*incident.subKind) : QStringLiteral("-")};
    if (incident.when) {
        parts.append(QStringLiteral("%1..%2 %3")
                         .arg(isoFromUtc(incident.when->span.begin), isoFromUtc(incident.when->span.end),
                              keyOf(incident.when->span.precision)));
    } else {
        parts.append(QStringLiteral("-"));
    }
    if (const std::optional<Where> &where = incident.where) {
        const std::optional<LonLat> at = anchorOf(*where);
        parts.append(QStringLiteral("%1/%2/%3 %4 %5 m")
                         .arg(where->place, where->province, where->country, keyOf(where->precision))
                         .arg(where->radiusMetres));
        parts.append(at ? QStringLiteral("%1 %2").arg(at->lon).arg(at->lat) : QStringLiteral("-"));
    } else {
        parts.append({QStringLiteral("-"), QStringLiteral("-")});
    }
    parts.append(incident.actors.join(u'+'));
    QStringList losses;
    for (const Loss &loss : incident.losses)
        losses.append(keyOf(loss.kind) + QStringLiteral(" ") + numbersOf(loss));
    parts.append(losses.join(u'+'));
    parts.append(incident.tags.join(u'+'));
    return parts.join(QStringLiteral(" | "));
}

} // namespace dateline
