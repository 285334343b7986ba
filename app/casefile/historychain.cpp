#include "casefile/historychain.h"

#include "base/sha256.h"
#include "casefile/compactjson.h"
#include "casefile/database.h"

#include <QJsonDocument>

namespace dateline
{

std::string sealedColumns(std::string_view lastRowId, std::string_view id)
{
    std::string columns(id);
    columns += ", step, action, target, time, author, label, table_name, row_id, before, after, ";
    return columns.append(lastRowId);
}

QByteArray sealedJson(std::string_view previous, const Statement &row, int at)
{
    QByteArray json("[");
    appendJson(json, previous);
    for (int i = 0; i < sealedColumnCount; ++i) {
        if (i == sealedColumnCount - 1 && row.isNull(at + i))
            break;
        json.append(',');
        appendJson(json, row, at + i);
    }
    json.append(']');
    return json;
}

QJsonArray sealedValues(std::string_view previous, const Statement &row, int at)
{
    QJsonArray values{QString::fromUtf8(previous)};
    for (int i = 0; i < sealedColumnCount; ++i) {
        if (i < sealedColumnCount - 1 || !row.isNull(at + i))
            values.append(row.value(at + i));
    }
    return values;
}

QByteArray sealOf(const QByteArray &sealedJson)
{
    thread_local Sha256 sha256;
    sha256.add({sealedJson.constData(), static_cast<std::size_t>(sealedJson.size())});
    return sha256.take().toHex();
}

QByteArray sealOf(const QJsonArray &sealedValues)
{
    return sealOf(QJsonDocument(sealedValues).toJson(QJsonDocument::Compact));
}

} // namespace dateline
