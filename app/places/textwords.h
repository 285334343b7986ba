#pragma once

#include "domain/quote.h"
#include "places/wordroles.h"

#include <QHash>
#include <QString>
#include <QStringView>

#include <vector>

namespace dateline
{

/// A spelling that a text uses, worked out once however often it stands there.
struct WordForm
{
    QString key; ///< Its normal form.
    WordRoles roles{};
};

/// A word of a text, with how it is written and what stands between it and the word before.
struct TextWord
{
    TextSpan span{}; ///< Without a possessive “’s” at its end.
    qint32 form = -1; ///< Index of its WordForm; −1 until it is asked for.
    bool joined : 1 =
        false; ///< Only a space, a line break, a dash or an abbreviation's full stop parts it from before.
    bool startsSentence : 1 = false; ///< A sentence, a heading or quoted words begin with it.
    bool afterComma : 1 = false; ///< A comma, and nothing else but white space, parts it from the word before.
    bool inBracket : 1 = false; ///< An opening bracket stands before it.
    bool capital : 1 = false; ///< Begins with a capital letter, or its script has none.
    bool small : 1 = false; ///< Has a small letter.
    bool possessive : 1 = false; ///< “’s” follows.
    bool stopped : 1 = false; ///< A full stop follows at once.
};

/// A text cut into words, with their normal forms worked out as they are asked for.
///
/// It keeps a view of the text, which must outlive it. Every accessor takes any index: outside there is an empty word.
class TextWords
{
public:
    explicit TextWords(QStringView text);

    [[nodiscard]] qsizetype size() const { return qsizetype(m_words.size()); }
    [[nodiscard]] QStringView text() const { return m_text; }
    [[nodiscard]] const TextWord &at(qsizetype i) const;
    [[nodiscard]] const WordForm &form(qsizetype i);
    [[nodiscard]] const QString &key(qsizetype i) { return form(i).key; }
    [[nodiscard]] bool is(qsizetype i, WordRoles roles) { return form(i).roles.testAnyFlags(roles); }
    [[nodiscard]] qint32 formIndex(qsizetype i);

    /// True for a word such as “Globe”; not for “globe”, and not for “GLOBE”, for a heading tells nothing.
    [[nodiscard]] bool isCapitalised(qsizetype i) const { return at(i).capital && at(i).small; }

    /// True if the words around it all have capitals, as in a heading, so that capitals mean nothing.
    [[nodiscard]] bool inHeading(qsizetype i) const;

private:
    void markHeadings();

    QStringView m_text;
    std::vector<TextWord> m_words;
    std::vector<bool> m_headings;
    std::vector<WordForm> m_forms;
    QHash<QStringView, qint32> m_formByWord;
};

} // namespace dateline
