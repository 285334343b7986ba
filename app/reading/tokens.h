#pragma once

#include "domain/quote.h"
#include "reading/word.h"

#include <QString>

#include <vector>

namespace dateline
{

/// A word, a run of digits, or one punctuation mark.
struct Token
{
    enum class Type : std::uint8_t { Word, Number, Mark };

    qint32 begin = 0; ///< In UTF-16 units of the text.
    qint32 end = 0;
    Type type = Type::Mark;
    bool spaced = true; ///< White space, or nothing, stands before it.
    bool capital = false; ///< Begins with a capital letter.
    quint32 hash = 0; ///< Of the folded word.
};

/// A text cut into tokens. It keeps a view of the text, which must outlive it.
///
/// Words are letters with inner apostrophes (“Armenia’s”); “13th”, “00:05” and “p.m.” are several tokens. Every accessor
/// takes any index: outside the text there is an empty mark.
class Tokens
{
public:
    explicit Tokens(QStringView text);

    [[nodiscard]] int size() const { return static_cast<int>(m_tokens.size()); }
    [[nodiscard]] QStringView text() const { return m_text; }
    [[nodiscard]] const Token &at(int i) const
    {
        static constexpr Token none;
        return i < 0 || i >= size() ? none : m_tokens[static_cast<std::size_t>(i)];
    }

    /// The token in lower case, with straight apostrophes and plain hyphens.
    [[nodiscard]] Word word(int i) const
    {
        const Token &token = at(i);
        return {QStringView(m_folded.constData() + token.begin, token.end - token.begin), token.hash};
    }
    [[nodiscard]] QStringView written(int i) const;
    [[nodiscard]] bool is(int i, QStringView folded) const { return word(i) == folded; }
    [[nodiscard]] bool isWord(int i) const { return at(i).type == Token::Type::Word; }
    [[nodiscard]] bool isNumber(int i) const { return at(i).type == Token::Type::Number; }
    [[nodiscard]] bool isMark(int i) const { return at(i).type == Token::Type::Mark; }
    /// True if the token stands right behind the one before it.
    [[nodiscard]] bool joined(int i) const { return i > 0 && i < size() && !at(i).spaced; }
    /// The digits' value; −1 if it is no number of at most nine digits.
    [[nodiscard]] int number(int i) const;
    [[nodiscard]] int digits(int i) const { return isNumber(i) ? at(i).end - at(i).begin : 0; }

    /// The text from token @p first up to and without token @p last.
    [[nodiscard]] TextSpan span(int first, int last) const;
    /// The first token that begins at or after @p position.
    [[nodiscard]] int indexFrom(qsizetype position) const;

private:
    QStringView m_text;
    QString m_folded;
    std::vector<Token> m_tokens;
};

/// A count as written: “49”, “1,200”, “twenty-five”, “two hundred”.
struct Count
{
    qint64 value = 0;
    int next = 0; ///< The token after it.
};

/// The count that begins at token @p i; next is @p i if there is none.
[[nodiscard]] Count countAt(const Tokens &tokens, int i);

} // namespace dateline
