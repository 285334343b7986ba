#include "casefile/mergefields.h"

#include "casefile/database.h"

#include <QJsonDocument>

#include <algorithm>
#include <map>
#include <string>

namespace dateline
{

namespace
{

struct Group
{
    const Table &table;
    const char *name;
    const char *columns; ///< Split by spaces.
};

const std::vector<Group> &groups()
{
    static const std::vector<Group> all{
        {documentTable, "title", "name title"},
        {documentTable, "published", "published published_precision published_zone"},
        {documentTable, "modified", "modified modified_precision modified_zone"},
        {documentTable, "text", "text_sha256 bytes_sha256"},
        {documentTable, "file", "media_type file_name"},
        {quoteTable, "words", "document_id begin_position end_position exact prefix suffix"},
        {incidentTable, "kind", "kind sub_kind"},
        {incidentTable, "time", "time_begin time_end time_precision time_zone time_as_written"},
        {incidentTable, "place", "geom place_name province country location_precision radius_m place_as_written"},
        {incidentTable, "data_set", "data_set_id attributes"},
        {decisionTable, "proposal", "document_id proposal_key"},
        {bookmarkTable, "shown", "centre_lon centre_lat zoom view filter"},
    };
    return all;
}

MergeField *fieldNamed(std::vector<MergeField> &fields, const QString &name)
{
    const auto found = std::ranges::find(fields, name, &MergeField::name);
    return found == fields.end() ? nullptr : &*found;
}

QString groupOf(const Table &table, const QString &column)
{
    for (const Group &group : groups()) {
        if (&group.table == &table && QString::fromLatin1(group.columns).split(u' ').contains(column))
            return QString::fromLatin1(group.name);
    }
    return column;
}

bool refers(const Table &table, const QString &column)
{
    return std::ranges::any_of(mergeReferences(), [&](const MergeReference &reference) {
        return reference.table == &table && reference.column == column;
    });
}

std::vector<MergeField> fieldsFrom(const Table &table)
{
    std::vector<MergeField> fields;
    for (const Column &column : table.columns) {
        const QString name = QString::fromLatin1(column.name);
        const QString group = groupOf(table, name);
        MergeField *field = fieldNamed(fields, group);
        if (!field)
            field = &fields.emplace_back(group, QStringList(), false);
        field->columns.append(name);
        field->refers = field->refers || refers(table, name);
    }
    return fields;
}

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

const std::vector<MergeField> &mergeFields(const Table &table)
{
    static const std::map<const Table *, std::vector<MergeField>> fields = [] {
        std::map<const Table *, std::vector<MergeField>> all;
        for (const Table *one : editableTables())
            all.emplace(one, fieldsFrom(*one));
        return all;
    }();
    return fields.at(&table);
}

const std::vector<MergeReference> &mergeReferences()
{
    static const std::vector<MergeReference> all{
        {&documentTable, QStringLiteral("replaces"), &documentTable, false},
        {&documentTable, QStringLiteral("origin"), &documentTable, false},
        {&quoteTable, QStringLiteral("document_id"), &documentTable, true},
        {&claimTable, QStringLiteral("incident_id"), &incidentTable, true},
        {&claimTable, QStringLiteral("quote_id"), &quoteTable, true},
        {&decisionTable, QStringLiteral("document_id"), &documentTable, true},
    };
    return all;
}

std::optional<QJsonObject> storedRow(Database &database, const Table &table, std::int64_t id)
{
    static const std::map<const Table *, std::string> statements = [] {
        std::map<const Table *, std::string> all;
        for (const Table *one : editableTables()) {
            all.emplace(one, ("SELECT " + columnList(*one) + " FROM " + one->name + " WHERE id = ?").toStdString());
        }
        return all;
    }();
    Statement statement = database.query(statements.at(&table), id);
    if (!statement.next())
        return std::nullopt;
    QJsonObject row;
    for (int i = 0; const Column &column : table.columns)
        row.insert(QLatin1StringView(column.name), statement.value(i++));
    return row;
}

bool isSameValue(const QJsonValue &one, const QJsonValue &other)
{
    if (isNothing(one) || isNothing(other))
        return isNothing(one) && isNothing(other);
    if (one.isDouble() && other.isDouble()) {
        // Both ways: a double holds no large integer, and toInteger() no fraction.
        return one.toDouble() == other.toDouble() && one.toInteger() == other.toInteger();
    }
    return one == other;
}

bool isSameField(const MergeField &field, const QJsonObject &one, const QJsonObject &other)
{
    return std::ranges::all_of(
        field.columns, [&](const QString &column) { return isSameValue(one.value(column), other.value(column)); });
}

QJsonObject fieldOf(const MergeField &field, const QJsonObject &row)
{
    QJsonObject part;
    for (const QString &column : field.columns) {
        const QJsonValue value = row.value(column);
        part.insert(column, value.isUndefined() ? QJsonValue() : value);
    }
    return part;
}

const QJsonObject *withoutAsking(const Table &table, const MergeField &field, const QJsonObject &one,
                                 const QJsonObject &other)
{
    // When it was read, the file's name, and the name that comes from that, say nothing of the source itself.
    const bool onlyNamed = field.name == u"title" && isSameValue(one.value(u"title"), other.value(u"title"));
    if (&table != &documentTable || !(field.name == u"retrieved" || field.name == u"file" || onlyNamed))
        return nullptr;
    return textOf(fieldOf(field, one)) <= textOf(fieldOf(field, other)) ? &one : &other;
}

} // namespace dateline
