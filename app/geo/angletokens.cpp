#include "geo/angletokens.h"

#include <QString>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

using TokenKind = AngleToken::Kind;

/// A word or mark and what it stands for.
struct AngleWord
{
    QStringView text;
    TokenKind kind;
    char letter = 0;
};

// Single letters and words, small; s alone may be seconds and is looked at where it stands.
constexpr std::array<AngleWord, 24> angleWords{{
    {u"n", TokenKind::Letter, 'N'},    {u"s", TokenKind::Letter, 'S'},      {u"e", TokenKind::Letter, 'E'},
    {u"w", TokenKind::Letter, 'W'},    {u"north", TokenKind::Letter, 'N'},  {u"south", TokenKind::Letter, 'S'},
    {u"east", TokenKind::Letter, 'E'}, {u"west", TokenKind::Letter, 'W'},   {u"с.ш.", TokenKind::Letter, 'N'},
    {u"ю.ш.", TokenKind::Letter, 'S'}, {u"в.д.", TokenKind::Letter, 'E'},   {u"з.д.", TokenKind::Letter, 'W'},
    {u"lat", TokenKind::Axis, 'N'},    {u"latitude", TokenKind::Axis, 'N'}, {u"lon", TokenKind::Axis, 'E'},
    {u"long", TokenKind::Axis, 'E'},   {u"lng", TokenKind::Axis, 'E'},      {u"longitude", TokenKind::Axis, 'E'},
    {u"d", TokenKind::Degree},         {u"deg", TokenKind::Degree},         {u"degrees", TokenKind::Degree},
    {u"m", TokenKind::Minute},         {u"min", TokenKind::Minute},         {u"sec", TokenKind::Second},
}};

// Marks that the keyboards, fonts and typesetters of the world put for the three, and what parts two angles.
constexpr QStringView degreeMarks = u"°º˚";
constexpr QStringView minuteMarks = u"'′’‘´ʹ`";
constexpr QStringView secondMarks = u"\"″”“ʺ";
constexpr QStringView minuses = u"-−–‐";
constexpr QStringView separators = u",;/|&\n\t";

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Walks through a text; each take returns false if something else is there.
class AngleScanner
{
public:
    AngleScanner(QStringView text, CommaMeaning comma)
        : m_text(text)
        , m_comma(comma)
    {
    }

    std::optional<std::vector<AngleToken>> scan()
    {
        while (m_at < m_text.size()) {
            if (m_text.at(m_at) != u'\n' && m_text.at(m_at) != u'\t' && m_text.at(m_at).isSpace())
                ++m_at;
            else if (!takeNumber() && !takeMark() && !takeWord())
                return std::nullopt;
        }
        return std::move(m_tokens);
    }

private:
    QChar next(qsizetype ahead = 1) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }
    bool isAfterDigit() const { return m_at > 0 && isAsciiDigit(m_text.at(m_at - 1)); }

    void add(TokenKind kind, char letter = 0, double value = 0)
    {
        m_tokens.push_back({.kind = kind, .value = value, .letter = letter});
    }

    int countDigits(qsizetype from) const
    {
        const QStringView rest = m_text.sliced(from);
        return static_cast<int>(std::ranges::find_if_not(rest, isAsciiDigit) - rest.begin());
    }

    bool takeNumber()
    {
        const int whole = countDigits(m_at);
        if (whole == 0)
            return false;
        AngleToken token{.kind = TokenKind::Number, .wholeDigits = whole};
        QString number = m_text.sliced(m_at, whole).toString();
        m_at += whole;
        const bool isMark = m_at < m_text.size()
            && (m_text.at(m_at) == u'.' || (m_text.at(m_at) == u',' && m_comma == CommaMeaning::Decimal));
        if (isMark && isAsciiDigit(next())) {
            token.decimals = countDigits(m_at + 1);
            number.append(u'.').append(m_text.sliced(m_at + 1, token.decimals));
            m_at += 1 + token.decimals;
        }
        token.value = number.toDouble();
        m_tokens.push_back(token);
        return true;
    }

    bool takeMark()
    {
        const QChar c = m_text.at(m_at);
        if (degreeMarks.contains(c))
            add(TokenKind::Degree);
        else if (secondMarks.contains(c))
            add(TokenKind::Second);
        else if (minuteMarks.contains(c))
            takeMinuteMark(c);
        else if (c == u'+')
            add(TokenKind::Sign, 0, 1);
        else if (minuses.contains(c))
            isAfterDigit() && isAsciiDigit(next()) ? add(TokenKind::Joint) : add(TokenKind::Sign, 0, -1);
        else if (c == u':' || c == u'=')
            takeColon(c);
        else if (separators.contains(c))
            return takeSeparator();
        else
            return false;
        ++m_at;
        return true;
    }

    /// Two marks of minutes are one of seconds.
    void takeMinuteMark(QChar c)
    {
        const bool isDouble = next() == c;
        add(isDouble ? TokenKind::Second : TokenKind::Minute);
        m_at += isDouble ? 1 : 0;
    }

    /// After a word such as “Lat:” it says nothing.
    void takeColon(QChar c)
    {
        if (!m_tokens.empty() && m_tokens.back().kind == TokenKind::Axis)
            return;
        add(c == u':' ? TokenKind::Joint : TokenKind::Separator);
    }

    /// A comma with a line's end behind it is one separator; between digits it is one only where all such commas are.
    bool takeSeparator()
    {
        const bool isTight = m_text.at(m_at) == u',' && isAfterDigit() && isAsciiDigit(next());
        if (isTight && m_comma == CommaMeaning::Decimal)
            return false;
        if (m_tokens.empty() || m_tokens.back().kind != TokenKind::Separator)
            add(TokenKind::Separator);
        ++m_at;
        return true;
    }

    bool takeWord()
    {
        if (takeKnown(u"с.ш.") || takeKnown(u"ю.ш.") || takeKnown(u"в.д.") || takeKnown(u"з.д."))
            return true;
        const QStringView rest = m_text.sliced(m_at);
        const qsizetype length = std::ranges::find_if_not(rest, [](QChar c) { return c.isLetter(); }) - rest.begin();
        if (length == 0)
            return false;
        if (rest.at(0) == u's' && isAfterMinutes() && length <= 2) {
            add(TokenKind::Second);
            ++m_at;
            return true;
        }
        // 27dN and 30mE have two words in one.
        return takeKnown(rest.first(length)) || (length == 2 && takeKnown(rest.first(1)));
    }

    bool takeKnown(QStringView text)
    {
        if (!m_text.sliced(m_at).startsWith(text, Qt::CaseInsensitive))
            return false;
        const auto *const word = std::ranges::find_if(
            angleWords, [text](const AngleWord &w) { return w.text.compare(text, Qt::CaseInsensitive) == 0; });
        if (word == angleWords.end())
            return false;
        add(word->kind, word->letter);
        m_at += text.size();
        return true;
    }

    /// 39d30m27: a small s here is seconds, not the south.
    bool isAfterMinutes() const
    {
        return m_tokens.size() >= 2 && m_tokens.back().kind == TokenKind::Number
            && m_tokens[m_tokens.size() - 2].kind == TokenKind::Minute;
    }

    QStringView m_text;
    CommaMeaning m_comma;
    qsizetype m_at = 0;
    std::vector<AngleToken> m_tokens;
};

} // namespace

std::optional<std::vector<AngleToken>> angleTokens(QStringView text, CommaMeaning comma)
{
    return AngleScanner(text, comma).scan();
}

bool hasTightComma(QStringView text)
{
    for (qsizetype at = text.indexOf(u','); at >= 0; at = text.indexOf(u',', at + 1)) {
        if (at > 0 && at + 1 < text.size() && isAsciiDigit(text.at(at - 1)) && isAsciiDigit(text.at(at + 1)))
            return true;
    }
    return false;
}

} // namespace dateline
