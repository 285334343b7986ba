#include "places/words.h"

#include "places/normalise.h"

#include <QSet>
#include <QStringList>

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

QSet<QString> setOf(const char16_t *words)
{
    const QStringList list = QString::fromUtf16(words).split(u' ');
    return {list.cbegin(), list.cend()};
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
    // A full stop only joins after a short word (“St. Petersburg”, “U.S.”); elsewhere it ends the sentence.
    qsizetype before = from;
    while (before > 0 && text[before - 1].isLetterOrNumber() && from - before < 3) {
        --before;
    }
    const bool afterAbbreviation = from - before <= 2 && gap.fullStops == 1;
    Word word;
    word.span = {begin, end};
    word.joined = gap.any && !gap.other && gap.lineBreaks <= 1 && (gap.fullStops == 0 || afterAbbreviation);
    word.startsSentence = from == 0 || gap.other || gap.lineBreaks > 1 || gap.fullStops > 0;
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

bool isHardlyAPlace(const QString &key)
{
    static const QSet<QString> words = setOf(
        u"coast island islands a about after agency all along also although am among an and another any april arab are army as at "
        u"august avenue bank be because before best between big black both but by can center central chief "
        u"church city civil company congress council court date december defence defense der die do during "
        u"each earlier east eastern el en ever every february federal few fleet for force foreign friday from "
        u"general god good grand great gulf he her here high him his house how human i if imperial in "
        u"international is islamic it its january july june king la las last late le les local los low man "
        u"many march may mayor men minister ministry monday most mr much my national near never new news no "
        u"north northern not november now october of officials on one only or other our out over parliament "
        u"party peace police post president press prime prince queen read road roman royal same san santa sao "
        u"saturday see senate september she since so some south southern st state street such sunday than "
        u"that the their then there these they this those thursday time to today tomorrow tuesday two un und "
        u"under une union university until up village war was we wednesday were west western what when where "
        u"which while white who why will with world yesterday you your");
    return words.contains(key);
}

bool isDoubtfulPlace(const QString &key)
{
    static const QSet<QString> words =
        setOf(u"ada alert alliance angle aurora bad ball bar barn base bath battle bay beach bear bell bend berg "
              u"bor boulder buffalo bury carlisle center college concord cork corner crown date deal delta derby "
              u"dover eagle enterprise eye fair forest fort gap grant green grove guide hall ham heath hill home "
              u"hope hurricane independence island jam justice lake lens liberty logan love male marina market "
              u"marshall media midway mission mobile moss mount nan nice normal novi oak orange overland oxford "
              u"page paradise park parole pearl pine ping plan pole port price progress prospect reading republic "
              u"rifle river rock rose rugby rush sale salt sandy security shaw split spring star stone strand "
              u"sulphur summit sun superior sur surprise swan talent tank temple thorn tower trail troy union unity "
              u"university valley van victory vista wall walnut ware warren water wells winner wood");
    return words.contains(key);
}

bool isAlsoAPerson(const QString &key)
{
    static const QSet<QString> words =
        setOf(u"adam adams aleksandrov alexander alexandria ali allen alma anderson anna ararat arnold arthur "
              u"austin baldwin boris bryan bush carolina carter chad charlotte clinton constantine dallas david "
              u"davis diego donald douglas elizabeth fillmore florence francisco franklin frederick george gordon "
              u"gregory hamilton hammond hannah hannibal harris hassan helena henry ho hollande houston hussein "
              u"ilham israel jackson james johnston jordan jose joseph juan karim kent khan lawrence lennox lincoln "
              u"london louis luis madison mao maria marion martin mary merkel miguel mohammed monroe montgomery "
              u"moore morrison morton murray nelson newton nikolaev nixon norman obama omar osman pablo paris pedro "
              u"peter reagan roman roosevelt roth salman samara santiago scholz sergio seymour sharon sheridan "
              u"sherman sofia springer stanley stanton suleyman sultan sydney taylor tyler victoria vladimir "
              u"washington wayne wellington william wilson wright");
    return words.contains(key);
}

bool standsBeforePlaces(const QString &key)
{
    static const QSet<QString> words =
        setOf(u"in near from at towards toward around of outside inside into to through via between over and "
              u"в из под около города a à en bei nach aus");
    return words.contains(key);
}

bool standsBeforePeople(const QString &key)
{
    static const QSet<QString> words = setOf(
        u"president minister mr mrs ms dr general colonel major captain sergeant spokesman spokeswoman spokesperson "
        u"secretary ambassador chancellor senator king queen prince sheikh professor commander lieutenant leader "
        u"journalist correspondent lawmaker activist analyst");
    return words.contains(key);
}

} // namespace dateline
