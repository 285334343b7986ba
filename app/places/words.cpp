#include "places/words.h"

#include "places/normalise.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

/// The character at @p at, moving @p at past it.
char32_t take(QStringView text, qsizetype &at)
{
    const QChar first = text[at++];
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate()) {
        return QChar::surrogateToUcs4(first, text[at++]);
    }
    return first.unicode();
}

bool isLetterOrDigit(char32_t character)
{
    if (character < 128) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
            || (character >= '0' && character <= '9');
    }
    return QChar::isLetterOrNumber(character);
}

bool isMarkInWord(char32_t character)
{
    return character == U'\'' || (character >= 128 && isDroppedInWord(character));
}

/// What lies between two words, as far as it decides whether they can belong to one name.
struct Gap
{
    int lineBreaks = 0;
    int fullStops = 0;
    bool other = false; ///< A comma, a bracket, a quotation mark …
    bool any = false;

    void add(char32_t character)
    {
        any = true;
        if (character == U'\n') {
            ++lineBreaks;
        } else if (character == U'.') {
            ++fullStops;
        } else if (!QChar::isSpace(character) && QChar::category(character) != QChar::Punctuation_Dash
                   && character != U'/') {
            other = true;
        }
    }
};

/// True if a full stop behind @p text would not end the sentence: after one or two letters (“St.”, “U.S.”) or a title.
bool endsInAbbreviation(QStringView text)
{
    constexpr qsizetype longest = 5;
    qsizetype begin = text.size();
    while (begin > 0 && text[begin - 1].isLetterOrNumber() && text.size() - begin <= longest) {
        --begin;
    }
    const QStringView word = text.sliced(begin);
    constexpr std::array titles{u"gen", u"gov", u"sen",  u"rep", u"col", u"capt", u"maj", u"brig",  u"prof",  u"rev",
                                u"sgt", u"hon", u"pres", u"mrs", u"adm", u"cpl",  u"pvt", u"lieut", u"messrs"};
    const auto isWord = [&](const char16_t *title) {
        return word.compare(QStringView(title), Qt::CaseInsensitive) == 0;
    };
    return (!word.isEmpty() && word.size() <= 2) || std::ranges::any_of(titles, isWord);
}

} // namespace

std::optional<Word> nextWord(QStringView text, qsizetype from)
{
    Gap gap;
    qsizetype at = from;
    qsizetype begin = 0;
    char32_t character = 0;
    while (true) {
        if (at >= text.size()) {
            return std::nullopt;
        }
        begin = at;
        character = take(text, at);
        if (isLetterOrDigit(character)) {
            break;
        }
        gap.add(character);
    }
    qsizetype end = at;
    qsizetype apostrophe = -1;
    while (at < text.size()) {
        const qsizetype here = at;
        character = take(text, at);
        if (isLetterOrDigit(character)) {
            end = at;
        } else if (isMarkInWord(character)) {
            apostrophe = character == U'\'' || character == U'’' ? here : apostrophe;
        } else {
            break;
        }
    }
    if (apostrophe > begin && end - apostrophe == 2 && (text[end - 1] == u's' || text[end - 1] == u'S')) {
        end = apostrophe;
    }
    const bool afterAbbreviation = gap.fullStops == 1 && endsInAbbreviation(text.first(from));
    Word word;
    word.span = {begin, end};
    word.joined = gap.any && !gap.other && gap.lineBreaks <= 1 && (gap.fullStops == 0 || afterAbbreviation);
    word.startsSentence = from == 0 || gap.other || gap.lineBreaks > 1 || (gap.fullStops > 0 && !afterAbbreviation);
    return word;
}

bool couldBeginName(QStringView word)
{
    qsizetype at = 0;
    const char32_t first = take(word, at);
    if (first < 128) {
        return first < 'a' || first > 'z';
    }
    switch (QChar::script(first)) {
    case QChar::Script_Latin:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Greek: return !QChar::isLower(first);
    default:
        // Georgian letters count as lower case in Unicode, but are not used with capitals.
        return true;
    }
}

} // namespace dateline
