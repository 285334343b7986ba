#include "casefile/compactjson.h"

#include "casefile/database.h"

#include <QLocale>

#include <array>
#include <charconv>
#include <cmath>

namespace dateline
{

namespace
{

template<typename Bytes>
void appendEscape(Bytes &json, unsigned char letter)
{
    switch (letter) {
    case '"': json.append("\\\""); return;
    case '\\': json.append("\\\\"); return;
    case '\b': json.append("\\b"); return;
    case '\f': json.append("\\f"); return;
    case '\n': json.append("\\n"); return;
    case '\r': json.append("\\r"); return;
    case '\t': json.append("\\t"); return;
    default:
        json.append("\\u00");
        json.push_back(hexDigits[letter >> 4U]);
        json.push_back(hexDigits[letter & 15U]);
    }
}

template<typename Bytes>
void appendEscaped(Bytes &json, std::string_view text)
{
    using Size = decltype(json.size());
    json.push_back('"');
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto letter = static_cast<unsigned char>(text[i]);
        if (letter >= 0x20 && letter != '"' && letter != '\\')
            continue;
        json.append(text.data() + copied, static_cast<Size>(i - copied));
        appendEscape(json, letter);
        copied = i + 1;
    }
    json.append(text.data() + copied, static_cast<Size>(text.size() - copied));
    json.push_back('"');
}

template<typename Bytes>
void appendNumber(Bytes &json, std::int64_t number)
{
    std::array<char, 24> digits; // NOLINT: written before it is read
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    json.append(digits.data(), static_cast<decltype(json.size())>(end.ptr - digits.data()));
}

} // namespace

void appendJson(std::string &json, std::string_view text)
{
    appendEscaped(json, text);
}

void appendJson(std::string &json, std::int64_t number)
{
    appendNumber(json, number);
}

void appendJson(QByteArray &json, std::string_view text)
{
    appendEscaped(json, text);
}

void appendJson(QByteArray &json, std::int64_t number)
{
    appendNumber(json, number);
}

void appendJson(QByteArray &json, double number)
{
    // QJsonValue keeps a whole number as one.
    constexpr double mostWhole = 9007199254740992.0;
    if (std::abs(number) <= mostWhole && std::trunc(number) == number)
        appendJson(json, static_cast<std::int64_t>(number));
    else if (std::isfinite(number))
        json.append(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
    else
        json.append("null");
}

void appendJson(QByteArray &json, const Statement &row, int column)
{
    switch (row.type(column)) {
    case Statement::Type::Integer: appendJson(json, row.integer(column)); return;
    case Statement::Type::Real: appendJson(json, row.real(column)); return;
    case Statement::Type::Text: appendJson(json, row.utf8(column)); return;
    case Statement::Type::Blob: {
        const std::string_view bytes = row.bytes(column);
        json.append('"');
        json.append(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex());
        json.append('"');
        return;
    }
    case Statement::Type::Null: json.append("null"); return;
    }
}

} // namespace dateline
