#include "casefile/contents.h"

#include "casefile/database.h"
#include "casefile/schema.h"
#include "domain/change.h"
#include "domain/geometry.h"

#include <QDateTime>
#include <QXmlStreamWriter>
#include <QtEndian>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr auto dublinCore = "http://purl.org/dc/elements/1.1/";
constexpr auto dublinCoreRecord = "http://www.openarchives.org/OAI/2.0/oai_dc/";

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

void touch(Database &database, const Table &table, const QString &time)
{
    database.run("UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?", time,
                 QString::fromLatin1(table.name));
}

/// The box of all incidents, from the first page of the spatial index: as quick for a million as for one.
std::optional<LonLatBox> extentOf(Database &database)
{
    // SQLite's format: depth and number of cells, then for each cell an id and its box, all with the high byte first.
    constexpr std::size_t headerBytes = 4;
    constexpr std::size_t cellBytes = 24;
    // Another program may have taken the index away.
    if (!database.query("SELECT 1 FROM sqlite_schema WHERE name = 'rtree_incident_geom_node'").next())
        return std::nullopt;
    Statement row = database.query("SELECT data FROM rtree_incident_geom_node WHERE nodeno = 1");
    if (!row.next())
        return std::nullopt;
    const QByteArray node = row.blob(0);
    const auto bytes = std::span(node.constData(), static_cast<std::size_t>(node.size()));
    if (bytes.size() < headerBytes)
        return std::nullopt;
    const std::size_t cells = qFromBigEndian<quint16>(bytes.data() + 2);
    std::optional<LonLatBox> extent;
    for (std::size_t i = 0; i < std::min(cells, (bytes.size() - headerBytes) / cellBytes); ++i) {
        const char *cell = bytes.data() + headerBytes + i * cellBytes + sizeof(qint64);
        const auto side = [cell](int number) {
            return static_cast<double>(qFromBigEndian<float>(cell + number * static_cast<int>(sizeof(float))));
        };
        const LonLatBox box{side(0), side(2), side(1), side(3)};
        extent = extent ? extent->including({box.west, box.south}).including({box.east, box.north}) : box;
    }
    return extent;
}

void noteExtent(Database &database)
{
    const std::optional<LonLatBox> box = extentOf(database);
    const auto side = [&box](double LonLatBox::*which) { return box ? std::optional((*box).*which) : std::nullopt; };
    database.run("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = 'incident'",
                 side(&LonLatBox::west), side(&LonLatBox::south), side(&LonLatBox::east), side(&LonLatBox::north));
}

// One look-up for each publisher, however many documents there are.
QStringList publishers(Database &database)
{
    QStringList names;
    Statement row = database.query("WITH RECURSIVE found(last) AS ("
                                   "SELECT min(publisher) FROM document WHERE publisher > '' UNION "
                                   "SELECT (SELECT min(d.publisher) FROM document d WHERE d.publisher > found.last) "
                                   "FROM found WHERE found.last IS NOT NULL) "
                                   "SELECT last FROM found WHERE last IS NOT NULL");
    while (row.next())
        names.append(row.text(0));
    return names;
}

/// What the case says of itself.
CaseInfo infoOf(Database &database)
{
    Statement row = database.query("SELECT title, author, licence, notes FROM case_info WHERE id = 1");
    return row.next() ? CaseInfo{row.text(0), row.text(1), row.text(2), row.text(3)} : CaseInfo{};
}

// A text may hold what XML cannot: control characters and halves of characters.
QString writable(const QString &text)
{
    QString kept;
    for (const char32_t c : text.toUcs4()) {
        const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        const bool half = c >= 0xD800 && c <= 0xDFFF;
        if (!control && !half && c != 0xFFFE && c != 0xFFFF)
            kept += QChar::fromUcs4(c);
    }
    return kept;
}

QString recordOf(const CaseInfo &info, const QStringList &publishers)
{
    QString record;
    QXmlStreamWriter xml(&record);
    const QString dc = QString::fromLatin1(dublinCore);
    const auto element = [&xml, &dc](const char *name, const QString &text) {
        if (!text.isEmpty())
            xml.writeTextElement(dc, QString::fromLatin1(name), writable(text));
    };
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeNamespace(QString::fromLatin1(dublinCoreRecord), QStringLiteral("oai_dc"));
    xml.writeNamespace(dc, QStringLiteral("dc"));
    xml.writeStartElement(QString::fromLatin1(dublinCoreRecord), QStringLiteral("dc"));
    element("title", info.title);
    element("creator", info.author);
    element("rights", info.licence);
    element("description", info.notes);
    for (const QString &publisher : publishers)
        element("source", publisher);
    element("type", QStringLiteral("Dataset"));
    element("format", QStringLiteral("application/geopackage+sqlite3"));
    xml.writeEndDocument();
    return record;
}

void describeCase(Database &database)
{
    const CaseInfo info = infoOf(database);
    const QString standard = QString::fromLatin1(dublinCore);
    database.run("INSERT INTO gpkg_metadata(id, md_standard_uri, metadata) "
                 "VALUES((SELECT id FROM gpkg_metadata WHERE md_standard_uri = ?1), ?1, ?2) "
                 "ON CONFLICT(id) DO UPDATE SET metadata = excluded.metadata",
                 standard, recordOf(info, publishers(database)));
    database.run("DELETE FROM gpkg_metadata_reference WHERE reference_scope = 'geopackage' AND md_file_id = "
                 "(SELECT id FROM gpkg_metadata WHERE md_standard_uri = ?)",
                 standard);
    database.run("INSERT INTO gpkg_metadata_reference(reference_scope, timestamp, md_file_id) "
                 "SELECT 'geopackage', ?, id FROM gpkg_metadata WHERE md_standard_uri = ?",
                 now(), standard);
    // What QGIS calls the layer. No two tables may have the same.
    database.run("UPDATE gpkg_contents SET identifier = CASE WHEN ?1 = '' OR EXISTS (SELECT 1 FROM gpkg_contents "
                 "WHERE identifier = ?1 AND table_name <> 'incident') THEN 'incident' ELSE ?1 END "
                 "WHERE table_name = 'incident'",
                 info.title);
}

} // namespace

void describeContents(Database &database)
{
    noteExtent(database);
    describeCase(database);
}

void noteContents(Database &database, const Changed &changed)
{
    const QString time = now();
    bool any = false;
    const auto touchIf = [&](bool altered, const Table &table) {
        if (altered)
            touch(database, table, time);
        any = any || altered;
    };
    touchIf(!changed.documents.empty(), documentTable);
    touchIf(!changed.quotes.empty(), quoteTable);
    touchIf(!changed.incidents.empty(), incidentTable);
    touchIf(!changed.claims.empty(), claimTable);
    touchIf(!changed.figures.empty(), figureTable);
    touchIf(!changed.decided.empty(), decisionTable);
    touchIf(!changed.layers.empty(), layerTable);
    touchIf(!changed.bookmarks.empty(), bookmarkTable);
    touchIf(changed.info, caseInfoTable);
    touchIf(any, historyTable);
    if (!changed.incidents.empty())
        noteExtent(database);
    if (changed.info || !changed.documents.empty())
        describeCase(database);
}

} // namespace dateline
