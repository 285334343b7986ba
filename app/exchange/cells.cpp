#include "exchange/cells.h"

#include <array>
#include <charconv>
#include <cmath>

namespace dateline
{

namespace
{

/// The letters that a format writes otherwise.
class Marked
{
public:
    explicit constexpr Marked(std::string_view letters, bool withControls)
    {
        for (const char letter : letters)
            m_is[static_cast<unsigned char>(letter)] = true;
        for (std::size_t i = 0; i < 0x20; ++i)
            m_is[i] = m_is[i] || withControls;
    }
    [[nodiscard]] constexpr bool has(char letter) const { return m_is[static_cast<unsigned char>(letter)]; }

private:
    std::array<bool, 256> m_is{};
};

constexpr Marked jsonMarked("\"\\", true);
constexpr Marked xmlMarked("&<>\"\xef", true);
constexpr Marked csvMarked("\",\r\n", false);
constexpr Marked markdownMarked("\\`*_{}[]<>()#+-.!|~&\n", true);

/// Adds @p text, with @p escape called for what is marked; it returns how many letters it has dealt with.
template<typename Escape>
void appendEscaped(std::string &to, std::string_view text, const Marked &marked, const Escape &escape)
{
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (!marked.has(text[i])) {
            ++i;
            continue;
        }
        to.append(text, copied, i - copied);
        i += escape(i);
        copied = i;
    }
    to.append(text, copied);
}

constexpr std::string_view exportHexDigits = "0123456789abcdef";

void appendJsonEscape(std::string &to, char letter)
{
    switch (letter) {
    case '\n': to.append("\\n"); return;
    case '\r': to.append("\\r"); return;
    case '\t': to.append("\\t"); return;
    case '"':
    case '\\': to.append(1, '\\').append(1, letter); return;
    default:
        to.append("\\u00");
        to.push_back(exportHexDigits[static_cast<unsigned char>(letter) >> 4U]);
        to.push_back(exportHexDigits[static_cast<unsigned char>(letter) & 15U]);
    }
}

bool isFormulaSign(char letter)
{
    return letter == '=' || letter == '+' || letter == '-' || letter == '@' || letter == '\t' || letter == '\r';
}

bool looksLikeFormula(std::string_view text)
{
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && isFormulaSign(text[first]);
}

} // namespace

void appendNumber(std::string &to, double number)
{
    std::array<char, 64> digits{};
    // XML's decimals have no exponent.
    std::to_chars_result end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    if (end.ec != std::errc())
        end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    to.append(digits.data(), end.ptr);
}

void appendNumber(std::string &to, qint64 number)
{
    std::array<char, 24> digits{};
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    to.append(digits.data(), end.ptr);
}

void appendDegrees(std::string &to, double degrees)
{
    constexpr qint64 unit = 100'000;
    auto parts = static_cast<qint64>(std::llround(degrees * static_cast<double>(unit)));
    if (parts < 0) {
        to.push_back('-');
        parts = -parts;
    }
    appendNumber(to, parts / unit);
    to.push_back('.');
    const std::size_t at = to.size();
    to.resize(at + 5);
    qint64 rest = parts % unit;
    for (std::size_t i = 5; i > 0; --i, rest /= 10)
        to[at + i - 1] = static_cast<char>('0' + rest % 10);
}

void appendJsonText(std::string &to, std::string_view text)
{
    to.push_back('"');
    appendEscaped(to, text, jsonMarked, [&](std::size_t at) {
        appendJsonEscape(to, text[at]);
        return std::size_t{1};
    });
    to.push_back('"');
}

void appendXml(std::string &to, std::string_view text)
{
    appendEscaped(to, text, xmlMarked, [&](std::size_t at) -> std::size_t {
        switch (text[at]) {
        case '&': to.append("&amp;"); return 1;
        case '<': to.append("&lt;"); return 1;
        case '>': to.append("&gt;"); return 1;
        case '"': to.append("&quot;"); return 1;
        case '\n':
        case '\t': to.push_back(text[at]); return 1;
        case '\r': to.append("&#13;"); return 1;
        case '\xef': // U+FFFE and U+FFFF are no characters.
            if (text.substr(at, 3) == "\xef\xbf\xbe" || text.substr(at, 3) == "\xef\xbf\xbf")
                return 3;
            to.push_back('\xef');
            return 1;
        default: return 1;
        }
    });
}

void appendCsv(std::string &to, std::string_view text, bool isSafe)
{
    const bool isDefused = isSafe && looksLikeFormula(text);
    std::size_t marked = 0;
    while (marked < text.size() && !csvMarked.has(text[marked]))
        ++marked;
    if (marked == text.size()) {
        if (isDefused)
            to.push_back('\'');
        to.append(text);
        return;
    }
    to.append(isDefused ? "\"'" : "\"");
    for (std::size_t from = 0;;) {
        const std::size_t mark = text.find('"', from);
        if (mark == std::string_view::npos) {
            to.append(text.substr(from));
            break;
        }
        to.append(text, from, mark + 1 - from).push_back('"');
        from = mark + 1;
    }
    to.push_back('"');
}

void appendMarkdown(std::string &to, std::string_view text)
{
    appendEscaped(to, text, markdownMarked, [&](std::size_t at) -> std::size_t {
        switch (text[at]) {
        case '&': to.append("&amp;"); return 1;
        case '<': to.append("&lt;"); return 1;
        case '>': to.append("&gt;"); return 1;
        case '.': // Only after digits at the beginning it makes a list.
        case '-':
        case '+':
        case '(':
        case ')':
        case '!':
            if (at == 0 || (text[at] == '.' && text.find_first_not_of("0123456789") == at))
                to.push_back('\\');
            to.push_back(text[at]);
            return 1;
        default:
            if (static_cast<unsigned char>(text[at]) < 0x20)
                to.push_back(' ');
            else
                to.append(1, '\\').append(1, text[at]);
            return 1;
        }
    });
}

bool leadsToWeb(std::string_view address)
{
    return address.starts_with("https://") || address.starts_with("http://");
}

} // namespace dateline
