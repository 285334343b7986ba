#include "domain/fingerprint.h"

#include <QDataStream>
#include <QIODevice>
#include <QString>

#include <algorithm>
#include <functional>
#include <limits>
#include <span>

namespace dateline
{

namespace
{

// Bytes of another version are computed anew: raise it whenever the same text would give another sample.
constexpr quint8 version = 1;
constexpr std::size_t wordsInRun = 5;
constexpr std::size_t signsInRun = 10;
constexpr std::size_t shortestSpeech = 5;
constexpr std::size_t longestSpeech = 60;
constexpr quint64 speech = 1; // Stands for the words of direct speech.

// Stored in files: no qHash, which differs between versions of Qt and runs of a program.
constexpr quint64 mixed(quint64 x)
{
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

bool isWrittenWithoutSpaces(char32_t sign)
{
    switch (QChar::script(sign)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

/// What may end direct speech that @p sign begins; empty if it begins none.
std::u32string_view endsOfSpeech(char32_t sign)
{
    switch (sign) {
    case U'"': return U"\"";
    case U'“': return U"”";
    case U'„': return U"“”";
    case U'”': return U"”";
    case U'«': return U"»";
    case U'»': return U"«";
    default: return {};
    }
}

// Qt takes letters apart in place, each moving all that follow: with whole texts the time would grow with the square.
qsizetype pieceOf(QStringView text)
{
    constexpr qsizetype longest = 1000;
    if (text.size() <= longest)
        return text.size();
    const qsizetype space = text.first(longest).lastIndexOf(u' ');
    if (space > 0)
        return space + 1;
    return text[longest].isLowSurrogate() ? longest - 1 : longest;
}

/// The words of a text as hashes, in their order.
class Words
{
public:
    explicit Words(QStringView text)
    {
        for (QStringView rest = text; !rest.isEmpty();) {
            const qsizetype length = pieceOf(rest);
            for (const char32_t sign : rest.first(length).toString().normalized(QString::NormalizationForm_KD).toUcs4())
                take(sign);
            rest = rest.sliced(length);
        }
        endWord();
    }

    [[nodiscard]] std::span<const quint64> hashes() const { return m_words; }
    [[nodiscard]] std::size_t runLength() const { return 2 * m_signs > m_words.size() ? signsInRun : wordsInRun; }

private:
    void take(char32_t sign)
    {
        if (QChar::isLetterOrNumber(sign)) {
            const bool alone = isWrittenWithoutSpaces(sign);
            if (alone)
                endWord();
            m_word = mixed(m_word ^ QChar::toCaseFolded(sign));
            m_inWord = true;
            if (alone) {
                endWord();
                ++m_signs;
            }
        } else if (!isWithinWord(sign)) {
            endWord();
            takeQuotationMark(sign);
        }
    }

    // “Don't” and “don’t” are one word, and so is one with a soft hyphen; accents and vowel signs are often left out.
    static bool isWithinWord(char32_t sign)
    {
        return sign == U'\'' || sign == U'’' || sign == U'ʼ' || QChar::isMark(sign)
            || QChar::category(sign) == QChar::Other_Format;
    }

    void takeQuotationMark(char32_t sign)
    {
        if (sign == U'\n') {
            m_speechEnds = {};
        } else if (m_speechEnds.contains(sign)) {
            const std::size_t words = m_words.size() - m_speechBegin;
            if (words >= shortestSpeech && words <= longestSpeech) {
                m_words.resize(m_speechBegin);
                m_words.push_back(speech);
            }
            m_speechEnds = {};
        } else if (const std::u32string_view ends = endsOfSpeech(sign); m_speechEnds.empty() && !ends.empty()) {
            m_speechEnds = ends;
            m_speechBegin = m_words.size();
        }
    }

    void endWord()
    {
        if (m_inWord)
            m_words.push_back(m_word);
        m_word = 0;
        m_inWord = false;
    }

    std::vector<quint64> m_words;
    std::size_t m_signs = 0;
    quint64 m_word = 0;
    bool m_inWord = false;
    std::u32string_view m_speechEnds; // Empty outside of direct speech.
    std::size_t m_speechBegin = 0;
};

quint32 hashOf(std::span<const quint64> run)
{
    quint64 hash = 0;
    for (const quint64 word : run)
        hash = mixed(hash * 31 + word);
    return static_cast<quint32>(hash >> 32U);
}

// A sample knows all hashes up to its largest; one that is not full knows all there are.
quint32 knownUpTo(const Fingerprint &fingerprint)
{
    return fingerprint.sample.size() < fingerprint.runs ? fingerprint.sample.back()
                                                        : std::numeric_limits<quint32>::max();
}

} // namespace

Fingerprint fingerprintOf(QStringView text)
{
    const Words words(text);
    const std::size_t length = words.runLength();
    std::vector<quint32> hashes;
    for (std::size_t i = 0; i + length <= words.hashes().size(); ++i)
        hashes.push_back(hashOf(words.hashes().subspan(i, length)));
    std::ranges::sort(hashes);
    const auto repeated = std::ranges::unique(hashes);
    hashes.erase(repeated.begin(), repeated.end());
    const auto runs = static_cast<quint32>(hashes.size());
    hashes.resize(std::min(hashes.size(), Fingerprint::largestSample));
    hashes.shrink_to_fit();
    return {runs, std::move(hashes), attributionsIn(text)};
}

Likeness likenessOf(const Fingerprint &a, const Fingerprint &b)
{
    if (a.sample.empty() || b.sample.empty())
        return {};
    // Only where both samples are whole does a missing hash mean a missing run.
    const quint32 known = std::min(knownUpTo(a), knownUpTo(b));
    std::size_t common = 0;
    auto i = a.sample.begin();
    auto j = b.sample.begin();
    const auto endOfA = std::ranges::upper_bound(a.sample, known);
    const auto endOfB = std::ranges::upper_bound(b.sample, known);
    const auto sizeOfA = static_cast<std::size_t>(endOfA - i);
    const auto sizeOfB = static_cast<std::size_t>(endOfB - j);
    while (i != endOfA && j != endOfB) {
        if (*i == *j) {
            ++common;
            ++i;
            ++j;
        } else {
            ++(*i < *j ? i : j);
        }
    }
    if (common == 0)
        return {};
    const bool aIsShorter = a.runs <= b.runs;
    const double shorter = aIsShorter ? a.runs : b.runs;
    const double contained =
        static_cast<double>(common) / static_cast<double>(std::max(common, aIsShorter ? sizeOfA : sizeOfB));
    return {.contained = contained,
            .resemblance = static_cast<double>(common) / static_cast<double>(sizeOfA + sizeOfB - common),
            .shared = contained * shorter,
            .lengths = (aIsShorter ? b.runs : a.runs) / shorter};
}

QByteArray bytesFrom(const Fingerprint &fingerprint)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << version << fingerprint.runs << static_cast<quint16>(fingerprint.sample.size());
    for (const quint32 hash : fingerprint.sample)
        out << hash;
    out << static_cast<quint16>(fingerprint.attributions.size());
    for (const Attribution &attribution : fingerprint.attributions)
        out << static_cast<quint8>(attribution.strength) << attribution.agency.toUtf8() << attribution.words.toUtf8();
    return bytes;
}

std::optional<Fingerprint> fingerprintFrom(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    Fingerprint fingerprint;
    quint8 writtenBy = 0;
    quint16 hashes = 0;
    in >> writtenBy >> fingerprint.runs >> hashes;
    if (writtenBy != version || hashes != std::min<std::size_t>(fingerprint.runs, Fingerprint::largestSample))
        return std::nullopt;
    fingerprint.sample.resize(hashes);
    for (quint32 &hash : fingerprint.sample)
        in >> hash;
    quint16 attributions = 0;
    in >> attributions;
    for (int i = 0; i < attributions && in.status() == QDataStream::Ok; ++i) {
        quint8 strength = 0;
        QByteArray agency;
        QByteArray words;
        in >> strength >> agency >> words;
        fingerprint.attributions.push_back(
            {QString::fromUtf8(agency), strength > 0 ? Attribution::Strength::Credit : Attribution::Strength::Mention,
             QString::fromUtf8(words)});
    }
    const bool isSorted =
        std::ranges::adjacent_find(fingerprint.sample, std::greater_equal{}) == fingerprint.sample.end();
    return in.status() == QDataStream::Ok && in.atEnd() && isSorted ? std::optional(std::move(fingerprint))
                                                                    : std::nullopt;
}

} // namespace dateline
