#include "tables/savedmappings.h"

#include "domain/document.h"
#include "tables/mappingjson.h"
#include "tables/tablestext.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace dateline
{

namespace
{

QDir mappingsFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/mappings"));
}

/// Names may hold what file names may not.
QString mappingFileName(const QString &name)
{
    QString plain;
    for (const QChar c : name)
        plain += c.isLetterOrNumber() || c == u' ' || c == u'-' ? c : QChar(u'_');
    const QString mark = QString::fromLatin1(sha256Of(QStringView(name)).left(8));
    return QStringLiteral("%1-%2.json").arg(plain.simplified().left(60), mark);
}

std::ptrdiff_t usedColumns(const MappingPtr &mapping)
{
    return std::ranges::count_if(mapping->columns, [](const MappedColumn &column) {
        return column.role != Role::Rest && column.role != Role::Dropped;
    });
}

} // namespace

std::vector<MappingPtr> savedMappings()
{
    std::vector<MappingPtr> mappings;
    const QDir folder = mappingsFolder();
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name)) {
        if (Result<MappingPtr> mapping = readMapping(folder.filePath(name)))
            mappings.push_back(std::move(*mapping));
    }
    std::ranges::sort(mappings, {}, [](const MappingPtr &mapping) { return mapping->name; });
    return mappings;
}

Result<void> saveMapping(const Mapping &mapping)
{
    const QDir folder = mappingsFolder();
    if (!folder.mkpath(QStringLiteral("."))) {
        return failure(Error::Kind::Unwritable,
                       TablesText::tr("The folder “%1” for mappings cannot be made: check the disk and its rights")
                           .arg(folder.path()),
                       folder.path());
    }
    return writeMapping(mapping, folder.filePath(mappingFileName(mapping.name)));
}

std::vector<MappingPtr> savedToTry()
{
    std::vector<MappingPtr> mappings = savedMappings();
    // A table without names has nothing to be known by, and neither does one whose columns say nothing.
    std::erase_if(mappings,
                  [](const MappingPtr &mapping) { return mapping->headerRow == 0 || usedColumns(mapping) == 0; });
    std::ranges::stable_sort(mappings, std::greater(), usedColumns);
    return mappings;
}

} // namespace dateline
