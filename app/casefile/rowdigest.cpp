#include "casefile/rowdigest.h"

#include "casefile/compactjson.h"
#include "casefile/database.h"
#include "casefile/schema.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <numeric>

namespace dateline
{

namespace
{

constexpr std::size_t mostDigits = 24;

/// Adds a column with a value of @p length, which @p put writes and tells the end of. In place, as a form is made for
/// each of millions of rows.
template<typename Put>
void appendColumn(std::string &out, std::string_view column, std::size_t length, const Put &put)
{
    const std::size_t before = out.size();
    out.resize_and_overwrite(before + column.size() + mostDigits + length + 3, [&](char *begin, std::size_t) {
        char *at = std::ranges::copy(column, begin + before).out;
        *at++ = '=';
        at = std::to_chars(at, at + mostDigits, length).ptr;
        *at++ = ':';
        at = put(at);
        *at++ = '\n';
        return static_cast<std::size_t>(at - begin);
    });
}

char *putHex(char *at, unsigned char byte)
{
    *at++ = hexDigits[byte >> 4U];
    *at++ = hexDigits[byte & 15U];
    return at;
}

bool isType(const Column &column, std::string_view type)
{
    return std::string_view(column.type).starts_with(type);
}

QJsonObject objectFrom(std::string_view json)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
}

} // namespace

void appendText(std::string &out, std::string_view column, std::string_view utf8)
{
    appendColumn(out, column, utf8.size(), [utf8](char *at) { return std::ranges::copy(utf8, at).out; });
}

void appendInteger(std::string &out, std::string_view column, std::int64_t value)
{
    std::array<char, mostDigits> digits; // NOLINT: written before it is read
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    appendText(out, column, {digits.data(), end});
}

void appendReal(std::string &out, std::string_view column, double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    appendColumn(out, column, 16, [bits](char *at) {
        for (int shift = 56; shift >= 0; shift -= 8)
            at = putHex(at, static_cast<unsigned char>(bits >> static_cast<unsigned>(shift)));
        return at;
    });
}

void appendBlob(std::string &out, std::string_view column, std::string_view bytes)
{
    appendColumn(out, column, 2 * bytes.size(), [bytes](char *at) {
        for (const char byte : bytes)
            at = putHex(at, static_cast<unsigned char>(byte));
        return at;
    });
}

RowForm::RowForm(const Table &table)
    : m_table(table)
    , m_order(table.columns.size())
{
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::ranges::sort(m_order, {}, [&table](std::size_t i) { return std::string_view(table.columns[i].name); });
}

void RowForm::append(std::string &out, const Statement &row, int at) const
{
    for (const std::size_t i : m_order) {
        const int cell = at + static_cast<int>(i);
        const char *name = m_table.columns[i].name;
        switch (row.type(cell)) {
        case Statement::Type::Null: break;
        case Statement::Type::Integer: appendInteger(out, name, row.integer(cell)); break;
        case Statement::Type::Real: appendReal(out, name, row.real(cell)); break;
        case Statement::Type::Text: appendText(out, name, row.utf8(cell)); break;
        case Statement::Type::Blob: appendBlob(out, name, row.bytes(cell)); break;
        }
    }
    out.push_back('\n');
}

void RowForm::append(std::string &out, const QJsonObject &row) const
{
    for (const std::size_t i : m_order) {
        const Column &column = m_table.columns[i];
        const QJsonValue value = row.value(QLatin1StringView(column.name));
        if (value.isNull() || value.isUndefined())
            continue;
        // Geometry stands in a row of history in hexadecimal already.
        if (value.isString())
            appendText(out, column.name, value.toString().toStdString());
        else if (isType(column, "REAL"))
            appendReal(out, column.name, value.toDouble());
        else
            appendInteger(out, column.name, value.toInteger());
    }
    out.push_back('\n');
}

void RowsDigest::add(std::string_view form)
{
    m_block.add(form);
    ++m_rows;
    if (m_rows % rowsInBlock == 0)
        endBlock();
}

void RowsDigest::endBlock()
{
    const QByteArray digest = m_block.take();
    m_whole.add({digest.constData(), static_cast<std::size_t>(digest.size())});
    m_blocks.append(QString::fromLatin1(digest.toHex()));
}

QJsonObject RowsDigest::taken()
{
    if (m_rows % rowsInBlock != 0)
        endBlock();
    return {{QStringLiteral("blocks"), m_blocks},
            {QStringLiteral("rows"), qint64{m_rows}},
            {QStringLiteral("sha256"), QString::fromLatin1(m_whole.take().toHex())}};
}

QJsonObject recomputedDigest(Database &database, const Table &table, std::int64_t first, std::int64_t last,
                             std::int64_t historyRow)
{
    const RowForm form(table);
    const std::string sql =
        ("SELECT id, " + columnList(table) + " FROM " + table.name + " WHERE id BETWEEN ? AND ? ORDER BY id")
            .toStdString();
    Statement row = database.query(sql, first, last);
    // Rows of many at once are not named by later ones: what took them back names each row.
    Statement later = database.query("SELECT row_id, before FROM history WHERE table_name = ? AND id > ? "
                                     "AND row_id BETWEEN ? AND ? AND last_row_id IS NULL ORDER BY row_id, id",
                                     QString::fromLatin1(table.name), historyRow, first, last);
    bool hasRow = row.next();
    bool hasLater = later.next();
    RowsDigest digest;
    std::string text;
    for (std::int64_t id = first; id <= last && (hasRow || hasLater); ++id) {
        text.clear();
        const bool here = hasRow && row.integer(0) == id;
        if (hasLater && later.integer(0) == id) {
            if (!later.isNull(1))
                form.append(text, objectFrom(later.utf8(1)));
            while (hasLater && later.integer(0) == id)
                hasLater = later.next();
        } else if (here) {
            form.append(text, row, 1);
        }
        if (here)
            hasRow = row.next();
        // A row that is in neither has no form: the digest comes out different, as it must.
        digest.add(text);
    }
    return digest.taken();
}

} // namespace dateline
