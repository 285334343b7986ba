#include "places/normalise.h"

namespace dateline
{

namespace
{

/// What takes the place of a letter that NFKD leaves whole; nullptr for all others.
const char16_t *plainLetters(char16_t letter)
{
    switch (letter) {
    case u'ə': // Azerbaijani, U+0259
    case u'ǝ': // its look-alike U+01DD, which GeoNames has
        return u"e";
    case u'ı': return u"i";
    case u'ł': return u"l";
    case u'ø': return u"o";
    case u'đ':
    case u'ð': return u"d";
    case u'ħ': return u"h";
    case u'þ': return u"th";
    case u'æ': return u"ae";
    case u'œ': return u"oe";
    case u'ß': return u"ss";
    case u'և': return u"եւ";
    case u'ي': // Arabic yeh and alef maksura as Persian yeh
    case u'ى': return u"ی";
    case u'ك': return u"ک";
    case u'ة': return u"ه";
    case u'ё': return u"е";
    default: return nullptr;
    }
}

bool isSeparator(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return character == u'/' || character == u'.' || character == u',' || (character >= 9 && character <= 13);
    }
}

} // namespace

bool isDroppedInWord(char32_t character)
{
    switch (character) {
    case u'\'':
    case u'`':
    case U'´':
    case U'‘':
    case U'’':
    case U'՚': // Armenian apostrophe
    case U'ـ': // tatweel
        return true;
    default: break;
    }
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Letter_Modifier:
    case QChar::Other_Format: return true;
    default: return false;
    }
}

QString normalised(QStringView name)
{
    QString result;
    result.reserve(name.size());
    bool spaceIsDue = false;
    const auto take = [&](char16_t unit) {
        if (spaceIsDue && !result.isEmpty()) {
            result += u' ';
        }
        spaceIsDue = false;
        result += QChar(unit);
    };
    // Case is folded first, for “İ” would otherwise leave a mark behind, and again after, for letters NFKD uncovers.
    const QString decomposed = name.toString().toCaseFolded().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (qsizetype at = 0; at < decomposed.size(); ++at) {
        char32_t character = decomposed[at].unicode();
        if (decomposed[at].isHighSurrogate() && at + 1 < decomposed.size()) {
            character = QChar::surrogateToUcs4(decomposed[at], decomposed[at + 1]);
            ++at;
        }
        if (isDroppedInWord(character)) {
            continue;
        }
        if (isSeparator(character)) {
            spaceIsDue = true;
        } else if (QChar::requiresSurrogates(character)) {
            take(QChar::highSurrogate(character));
            result += QChar(QChar::lowSurrogate(character));
        } else if (const char16_t *plain = plainLetters(char16_t(character))) {
            for (; *plain != 0; ++plain) {
                take(*plain);
            }
        } else {
            take(char16_t(character));
        }
    }
    return result;
}

QByteArray normalisedUtf8(std::string_view name)
{
    QByteArray key;
    key.reserve(qsizetype(name.size()));
    bool spaceIsDue = false;
    for (const char c : name) {
        if (c < 0)
            return normalised(QString::fromUtf8(name.data(), qsizetype(name.size()))).toUtf8();
        if (c == '\'' || c == '`')
            continue;
        if (isSeparator(char32_t(c))) {
            spaceIsDue = !key.isEmpty();
            continue;
        }
        if (spaceIsDue)
            key += ' ';
        spaceIsDue = false;
        key += c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
    }
    return key;
}

} // namespace dateline
