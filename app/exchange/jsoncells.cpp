#include "exchange/jsoncells.h"

#include "exchange/cells.h"
#include "exchange/exchangetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dateline
{

namespace
{

/// Goes through JSON from its beginning; once something is wrong, nothing more is found.
class JsonScan
{
public:
    explicit JsonScan(std::string_view json)
        : m_rest(json)
    {
    }

    [[nodiscard]] bool isWhole()
    {
        skipSpace();
        return m_isRight && m_rest.empty();
    }
    [[nodiscard]] bool isRight() const { return m_isRight; }

    /// Passes over @p sign if it comes next.
    bool take(char sign)
    {
        skipSpace();
        if (!m_rest.starts_with(sign))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    void expect(char sign) { m_isRight = take(sign) && m_isRight; }

    /// A text with its quotation marks, still escaped.
    std::string_view takeText()
    {
        skipSpace();
        std::size_t end = 1;
        if (m_rest.starts_with('"')) {
            while (end < m_rest.size() && m_rest[end] != '"') {
                m_isRight = m_isRight && static_cast<unsigned char>(m_rest[end]) >= 0x20;
                if (m_rest[end] == '\\')
                    m_isRight = isEscape(m_rest.substr(end)) && m_isRight;
                end += m_rest[end] == '\\' ? 2U : 1U;
            }
        }
        if (!m_rest.starts_with('"') || end >= m_rest.size()) {
            m_isRight = false;
            return {};
        }
        const std::string_view text = m_rest.substr(0, end + 1);
        m_rest.remove_prefix(end + 1);
        return text;
    }

    /// A value of any kind, as it stands.
    std::string_view takeValue(int depth = 0)
    {
        skipSpace();
        constexpr int deepest = 64;
        const std::string_view from = m_rest;
        if (depth > deepest)
            m_isRight = false;
        else if (m_rest.starts_with('"'))
            takeText();
        else if (m_rest.starts_with('{') || m_rest.starts_with('['))
            skipList(depth);
        else
            skipWord();
        return from.substr(0, from.size() - m_rest.size());
    }

private:
    static bool isEscape(std::string_view text)
    {
        if (text.size() < 2)
            return false;
        if (text[1] != 'u')
            return std::string_view("\"\\/bfnrt").contains(text[1]);
        return text.size() >= 6
            && text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    }

    void skipSpace()
    {
        while (!m_rest.empty() && std::string_view(" \t\r\n").contains(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    void skipList(int depth)
    {
        const bool isObject = m_rest.front() == '{';
        const char end = isObject ? '}' : ']';
        m_rest.remove_prefix(1);
        if (take(end))
            return;
        do {
            if (isObject) {
                takeText();
                expect(':');
            }
            takeValue(depth + 1);
        } while (m_isRight && take(','));
        expect(end);
    }

    void skipWord()
    {
        for (const std::string_view word : {"true", "false", "null"}) {
            if (m_rest.starts_with(word)) {
                m_rest.remove_prefix(word.size());
                return;
            }
        }
        const std::size_t size = std::min(m_rest.find_first_not_of("+-.0123456789eE"), m_rest.size());
        m_isRight = m_isRight && isNumber(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
    }

    // RFC 8259: no sign but minus, no leading zero, digits on both sides of the point.
    static bool isNumber(std::string_view text)
    {
        const auto digits = [&text] {
            const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
            text.remove_prefix(count);
            return count;
        };
        if (text.starts_with('-'))
            text.remove_prefix(1);
        const bool isZero = text.starts_with('0');
        const std::size_t whole = digits();
        if (whole == 0 || (isZero && whole > 1))
            return false;
        if (text.starts_with('.')) {
            text.remove_prefix(1);
            if (digits() == 0)
                return false;
        }
        if (text.starts_with('e') || text.starts_with('E')) {
            text.remove_prefix(1);
            if (text.starts_with('-') || text.starts_with('+'))
                text.remove_prefix(1);
            if (digits() == 0)
                return false;
        }
        return text.empty();
    }

    std::string_view m_rest;
    bool m_isRight = true;
};

/// What a text with quotation marks says.
std::string unescaped(std::string_view text)
{
    if (text.size() < 2 || text.front() != '"')
        return {};
    if (!text.contains('\\'))
        return std::string(text.substr(1, text.size() - 2));
    const QByteArray json = QByteArray("[").append(text.data(), static_cast<qsizetype>(text.size())).append(']');
    return QJsonDocument::fromJson(json).array().at(0).toString().toStdString();
}

qint64 integerFrom(std::string_view text)
{
    return QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).toLongLong();
}

/// Calls @p take with the key and the value of each member of the object that comes next.
template<typename Take>
void forEachMember(JsonScan &scan, const Take &take)
{
    scan.expect('{');
    if (!scan.isRight() || scan.take('}'))
        return;
    do {
        const std::string_view key = scan.takeText();
        scan.expect(':');
        const std::string_view value = scan.takeValue();
        if (scan.isRight())
            take(key, value);
    } while (scan.isRight() && scan.take(','));
    scan.expect('}');
}

} // namespace

void readTexts(std::string_view json, std::vector<std::string> &texts)
{
    texts.clear();
    JsonScan scan(json);
    if (json.empty() || !scan.take('[') || scan.take(']'))
        return;
    do {
        if (std::string text = unescaped(scan.takeValue()); scan.isRight() && !text.empty())
            texts.push_back(std::move(text));
    } while (scan.isRight() && scan.take(','));
    scan.expect(']');
    if (!scan.isRight())
        texts.clear();
}

void readLosses(std::string_view json, std::vector<StoredLoss> &losses)
{
    losses.clear();
    JsonScan scan(json);
    if (json.empty() || !scan.take('[') || scan.take(']'))
        return;
    do {
        StoredLoss &loss = losses.emplace_back();
        forEachMember(scan, [&loss](std::string_view key, std::string_view value) {
            if (key == "\"kind\"")
                loss.kind = unescaped(value);
            else if (key == "\"low\"")
                loss.low = integerFrom(value);
            else if (key == "\"best\"")
                loss.best = integerFrom(value);
            else if (key == "\"high\"")
                loss.high = integerFrom(value);
            else if (key == "\"ofWhom\"")
                loss.ofWhom = unescaped(value);
            else if (key == "\"reportedBy\"")
                loss.reportedBy = unescaped(value);
        });
    } while (scan.isRight() && scan.take(','));
    scan.expect(']');
    if (!scan.isRight())
        losses.clear();
}

bool isJson(std::string_view json)
{
    if (!json.starts_with('{') && !json.starts_with('['))
        return false;
    JsonScan scan(json);
    scan.takeValue();
    return scan.isWhole();
}

std::string textIn(std::string_view json, std::string_view key)
{
    std::string text;
    if (json.empty())
        return text;
    JsonScan scan(json);
    forEachMember(scan, [&](std::string_view name, std::string_view value) {
        if (name.size() == key.size() + 2 && name.substr(1, key.size()) == key)
            text = value.starts_with('"') ? unescaped(value) : std::string(value);
    });
    return text;
}

void appendTexts(std::string &to, const std::vector<std::string> &texts)
{
    to.push_back('[');
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            to.push_back(',');
        appendJsonText(to, texts[i]);
    }
    to.push_back(']');
}

void appendLosses(std::string &to, const std::vector<StoredLoss> &losses)
{
    to.push_back('[');
    for (std::size_t i = 0; i < losses.size(); ++i) {
        to.append(i > 0 ? ",{" : "{");
        if (losses[i].best) {
            to.append("\"best\":");
            appendNumber(to, *losses[i].best);
            to.push_back(',');
        }
        to.append("\"high\":");
        appendNumber(to, losses[i].high);
        to.append(",\"kind\":");
        appendJsonText(to, losses[i].kind);
        to.append(",\"low\":");
        appendNumber(to, losses[i].low);
        to.append(",\"ofWhom\":");
        appendJsonText(to, losses[i].ofWhom);
        to.append(",\"reportedBy\":");
        appendJsonText(to, losses[i].reportedBy);
        to.push_back('}');
    }
    to.push_back(']');
}

std::string wordsOf(const StoredLoss &loss)
{
    std::string words;
    appendNumber(words, loss.low);
    if (loss.high > loss.low) {
        words.append("–");
        appendNumber(words, loss.high);
    }
    if (loss.best)
        words.append(ExchangeText::tr(", best %1").arg(*loss.best).toStdString());
    words.append(1, ' ').append(loss.kind);
    if (!loss.ofWhom.empty())
        words.append(": ").append(loss.ofWhom);
    if (!loss.reportedBy.empty())
        words.append(ExchangeText::tr(" (reported by %1)").arg(QString::fromStdString(loss.reportedBy)).toStdString());
    return words;
}

} // namespace dateline
