#include "casefile/textsearch.h"

#include "casefile/database.h"

#include <algorithm>

namespace dateline
{

namespace
{

// Marks around found words: noncharacters, which a text has no use for.
constexpr QChar markBegin(0xfdd0);
constexpr QChar markEnd(0xfdd1);

// Words that stand further apart than this many others do not speak of one thing.
constexpr int nearWords = 24;

QStringList wordsIn(const QString &text)
{
    QStringList words;
    QString clean = text;
    clean.remove(QChar(u'\0'));
    for (const QString &word : clean.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (std::ranges::any_of(word, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
            words.append(word);
    }
    return words;
}

/// What the search compares: letters and digits without case and accents.
QString folded(QStringView text)
{
    QString letters;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            letters += c;
    }
    return letters;
}

/// The marked stretches of @p marked, which is @p text with marks in it.
std::vector<TextSpan> markedSpans(QStringView text, QStringView marked)
{
    std::vector<TextSpan> spans;
    qsizetype at = 0;
    qsizetype begin = 0;
    for (const QChar unit : marked) {
        if (at < text.size() && unit == text[at])
            ++at;
        else if (unit == markBegin)
            begin = at;
        else if (unit == markEnd)
            spans.push_back({begin, at});
        else
            break;
    }
    return spans;
}

/// The shortest runs of @p found that hold every word; single words are runs of their own.
std::vector<TextSpan> runsOfAll(const QStringList &words, QStringView text, const std::vector<TextSpan> &found)
{
    std::vector<TextSpan> runs;
    std::vector<qsizetype> lastBegin(static_cast<std::size_t>(words.size()), -1);
    for (const TextSpan span : found) {
        const QString here = folded(span.in(text));
        for (qsizetype i = 0; i < words.size(); ++i) {
            const bool last = i + 1 == words.size();
            if (last ? here.startsWith(words[i]) : here == words[i])
                lastBegin[static_cast<std::size_t>(i)] = span.begin;
        }
        const qsizetype first = std::ranges::min(lastBegin);
        if (first < 0)
            continue;
        runs.push_back({first, span.end});
        std::ranges::fill(lastBegin, -1);
    }
    // The two ways of folding differ on rare letters; the document was found all the same.
    if (runs.empty() && !found.empty())
        runs.push_back(found.front());
    return runs;
}

QString excerptOf(QStringView text, TextSpan span)
{
    constexpr qsizetype context = 60;
    qsizetype begin = std::max<qsizetype>(0, span.begin - context);
    qsizetype end = std::min(text.size(), std::min(span.end, span.begin + 4 * context) + context);
    while (begin > 0 && begin < span.begin && !text[begin - 1].isSpace())
        ++begin;
    while (end < text.size() && end > span.end && !text[end].isSpace())
        --end;
    QString line = text.sliced(begin, end - begin).toString().simplified();
    if (begin > 0)
        line.prepend(QChar(0x2026));
    if (end < text.size())
        line.append(QChar(0x2026));
    return line;
}

} // namespace

QString searchQuery(const QString &words)
{
    QStringList quoted;
    for (QString word : wordsIn(words.simplified()))
        quoted.append(QLatin1Char('"') + word.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"'));
    if (quoted.isEmpty())
        return {};
    return QStringLiteral("NEAR(%1 *, %2)").arg(quoted.join(QLatin1Char(' '))).arg(nearWords);
}

std::vector<SearchHit> hitsFor(Database &database, const QString &words, int limit)
{
    std::vector<SearchHit> hits;
    const QString query = searchQuery(words);
    if (query.isEmpty() || limit <= 0)
        return hits;
    QStringList parts;
    for (const QString &word : wordsIn(words.simplified()))
        parts.append(folded(word));
    // In the order in which texts came in, which is how the index has them: so a word that is in every source costs
    // no more than the hits that are asked for.
    Statement row = database.query("SELECT d.id, d.name, t.text, highlight(document_search, 0, ?, ?) "
                                   "FROM document_search CROSS JOIN document_text t ON t.id = document_search.rowid "
                                   "CROSS JOIN document d ON d.text_sha256 = t.sha256 "
                                   "WHERE document_search MATCH ? ORDER BY document_search.rowid",
                                   QString(markBegin), QString(markEnd), query);
    while (row.next()) {
        const QString text = row.text(2);
        for (const TextSpan span : runsOfAll(parts, text, markedSpans(text, row.text(3)))) {
            hits.push_back({DocumentId{row.integer(0)}, row.text(1), span, excerptOf(text, span)});
            if (hits.size() == static_cast<std::size_t>(limit))
                return hits;
        }
    }
    return hits;
}

} // namespace dateline
