#include "casefile/rowjson.h"

#include "casefile/compactjson.h"
#include "casefile/database.h"
#include "casefile/verificationtext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qsizetype longestShown = 60;
constexpr qsizetype shownBefore = 20; // Of what two texts have in common before they differ.

QByteArray quoted(QByteArray name)
{
    return '"' + name.replace('"', "\"\"") + '"';
}

} // namespace

std::vector<QByteArray> columnsOf(Database &database, const QString &table)
{
    std::vector<QByteArray> columns;
    Statement row = database.query("SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY name", table);
    while (row.next())
        columns.push_back(row.text(0).toUtf8());
    return columns;
}

std::string selectRows(const QString &table, const std::vector<QByteArray> &columns)
{
    QByteArray sql = "SELECT id";
    for (const QByteArray &column : columns)
        sql += ", " + quoted(column);
    return (sql + " FROM " + quoted(table.toUtf8())).toStdString();
}

QByteArray rowJson(const Statement &row, const std::vector<QByteArray> &columns)
{
    QByteArray json;
    for (int i = 1; const QByteArray &column : columns) {
        json.append(i == 1 ? '{' : ',');
        appendJson(json, std::string_view(column.constData(), static_cast<std::size_t>(column.size())));
        json.append(':');
        appendJson(json, row, i++);
    }
    json.append('}');
    return json;
}

std::optional<QByteArray> rowJson(Database &database, const QString &table, std::int64_t id)
{
    const std::vector<QByteArray> columns = columnsOf(database, table);
    if (columns.empty())
        return std::nullopt;
    Statement row = database.query(selectRows(table, columns) + " WHERE id = ?", id);
    return row.next() ? std::optional(rowJson(row, columns)) : std::nullopt;
}

QJsonObject objectFromJson(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject objectFromJson(const QJsonValue &text)
{
    return objectFromJson(text.toString().toUtf8());
}

QStringList differingColumns(const QJsonObject &one, const QJsonObject &other)
{
    QStringList names = one.keys() + other.keys();
    names.sort();
    names.removeDuplicates();
    const auto isSame = [&](const QString &name) {
        const QJsonValue a = one.value(name);
        const QJsonValue b = other.value(name);
        return a == b || ((a.isNull() || a.isUndefined()) && (b.isNull() || b.isUndefined()));
    };
    names.removeIf(isSame);
    return names;
}

QString differencesText(const QJsonObject &was, const QJsonObject &is)
{
    QStringList parts;
    for (const QString &column : differingColumns(was, is)) {
        parts.append(VerificationText::tr("%1 was %2 and is %3")
                         .arg(column, shownValue(was.value(column), is.value(column)),
                              shownValue(is.value(column), was.value(column))));
    }
    return parts.join(QStringLiteral("; "));
}

QString shownValue(const QJsonValue &value, const QJsonValue &other)
{
    if (value.isNull() || value.isUndefined())
        return VerificationText::tr("nothing");
    if (!value.isString())
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).chopped(1).sliced(1);
    const QString text = value.toString();
    const QString otherText = other.toString();
    const auto [end, otherEnd] = std::ranges::mismatch(text, otherText);
    const qsizetype same = end - text.begin();
    const qsizetype begin = text.size() <= longestShown || same <= shownBefore ? 0 : same - shownBefore;
    return QStringLiteral("“%1%2%3”")
        .arg(begin > 0 ? QStringLiteral("…") : QString(), text.mid(begin, longestShown),
             begin + longestShown < text.size() ? QStringLiteral("…") : QString());
}

} // namespace dateline
