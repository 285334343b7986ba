#include "tables/readers/readers.h"

#include "base/zipreading.h"
#include "geo/filekind.h"
#include "tables/readers/refusals.h"
#include "tables/readers/timemapparts.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qint64 mostJson = qint64{256} * 1024 * 1024;

bool isNamedTable(const ZipEntry &entry)
{
    const QString name = entry.name.toLower();
    const auto endsWith = [&name](const char *ending) { return name.endsWith(QLatin1StringView(ending)); };
    return !name.startsWith(u"__macosx")
        && (endsWith(".csv") || endsWith(".tsv") || endsWith(".txt") || endsWith(".tab"));
}

bool isNamedJson(const ZipEntry &entry)
{
    return entry.name.endsWith(u".json", Qt::CaseInsensitive) && !entry.name.startsWith(u"__MACOSX");
}

Result<void> readText(const Result<std::unique_ptr<UnpackingDevice>> &device, RecordTaker &taker)
{
    if (!device)
        return std::unexpected(device.error());
    QByteArray piece(largestPiece, Qt::Uninitialized);
    for (;;) {
        const qint64 got = (*device)->read(piece.data(), piece.size());
        if ((*device)->error())
            return std::unexpected(*(*device)->error());
        if (got <= 0 || !taker.takeText(QByteArrayView(piece).first(got)))
            return {};
    }
}

Result<ForeignTables> joined(Result<ForeignTables> tables)
{
    if (tables)
        joinTimeMap(*tables);
    return tables;
}

/// XLSX and ODS tell themselves by a part that they all have.
bool hasEntry(const std::vector<ZipEntry> &entries, const char *name)
{
    return std::ranges::contains(entries, QLatin1StringView(name), &ZipEntry::name);
}

} // namespace

Result<ForeignTables> tablesInZip(const ForeignFile &file)
{
    const Result<std::vector<ZipEntry>> entries = entriesIn(file);
    if (!entries)
        return std::unexpected(entries.error());
    if (hasEntry(*entries, "xl/workbook.xml"))
        return joined(tablesInXlsx(file, *entries));
    if (hasEntry(*entries, "mimetype") && hasEntry(*entries, "content.xml"))
        return joined(tablesInOds(file));
    if (std::optional<Result<ForeignTables>> map = tablesInZippedMap(file, *entries))
        return std::move(*map);
    ForeignTables tables;
    for (const ZipEntry &entry : *entries) {
        if (isNamedTable(entry)) {
            tables.push_back({entry.name, RowUnit::Line, false, [file, name = entry.name](RecordTaker &taker) {
                                  return readText(UnpackingDevice::openEntry(file, name), taker);
                              }});
        } else if (isNamedJson(entry)) {
            const Result<QByteArray> bytes = bytesOf(file, entry.name);
            if (!bytes)
                return std::unexpected(bytes.error());
            Result<ForeignTables> inside = tablesInJson(file, *bytes);
            if (inside)
                std::ranges::move(*inside, std::back_inserter(tables));
        }
    }
    // One table in an archive is the file, unpacked.
    if (tables.size() == 1)
        tables.front().name.clear();
    if (tables.empty())
        return refusedFile(Error::Kind::Unsupported,
                           "“%1” is a zip archive without a table, a spreadsheet or a map in it; check that it is the "
                           "file that was meant",
                           file.name);
    return tables;
}

Result<ForeignTables> tablesInGzip(const ForeignFile &file)
{
    return ForeignTables{{{}, RowUnit::Line, false, [file](RecordTaker &taker) {
                              return readText(UnpackingDevice::openGzip(file), taker);
                          }}};
}

Result<ForeignTables> tablesInForeign(const ForeignFile &file)
{
    constexpr qint64 headSize = 64 * 1024;
    QFile bytes(file.path);
    if (!bytes.open(QIODevice::ReadOnly))
        return refusedFile(Error::Kind::Unreadable, "“%1” cannot be read; check that you may open it", file.name);
    const QByteArray head = bytes.read(headSize);
    if (fileKindOf(head) == FileKind::Zip)
        return tablesInZip(file);
    if (head.startsWith("\x1f\x8b"))
        return tablesInGzip(file);
    if (head.startsWith("\xd0\xcf\x11\xe0")) {
        return refusedFile(Error::Kind::Unsupported,
                           "“%1” is locked with a password or of an old spreadsheet; save it as XLSX, ODS or CSV "
                           "without one",
                           file.name);
    }
    const QString ending = QFileInfo(file.path).suffix().toLower();
    if (ending == u"shx" || ending == u"dbf") {
        return refusedFile(Error::Kind::Unsupported, "“%1” is a part of a shapefile: choose the file .shp beside it",
                           file.name);
    }
    if (std::optional<Result<ForeignTables>> map = tablesInMap(file, head))
        return std::move(*map);
    QByteArrayView letters = QByteArrayView(head).startsWith("\xef\xbb\xbf") ? QByteArrayView(head).sliced(3) : head;
    letters = letters.trimmed();
    if (letters.startsWith('{') || letters.startsWith('[')) {
        if (bytes.size() > mostJson)
            return refusedFile(Error::Kind::Unsupported,
                               "“%1” is JSON of more than 256 MB, which is read at once; save it in parts", file.name);
        return tablesInJson(file, head + bytes.readAll());
    }
    return refusedFile(
        Error::Kind::Unsupported,
        "“%1” is no table, spreadsheet or map of a kind that is read; save it as CSV, XLSX, ODS, GeoJSON, "
        "KML, GPX or GeoPackage",
        file.name);
}

} // namespace dateline
