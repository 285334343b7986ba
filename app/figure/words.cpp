#include "figure/words.h"

#include <algorithm>
#include <vector>

namespace dateline
{

namespace
{

constexpr QChar ellipsis(0x2026);

enum class Limit : std::uint8_t { Word, Clause, Sentence };

/// A place between two words where a text may be cut.
struct Cut
{
    qsizetype end; ///< Past the last character kept.
    qsizetype next; ///< The first of the next word.
    Limit limit;
};

bool closes(QChar c)
{
    return QStringView(u"”’»\")]").contains(c);
}

/// Whether a “.” after @p word ends a sentence: not after an initial, nor within a time such as “9.00 a.m”.
bool endsSentence(QStringView word, QStringView rest)
{
    return word.size() > 2 && !word.contains(u'.')
        && (rest.isEmpty() || rest.front().isUpper() || !rest.front().isLetter());
}

Limit limitAfter(QStringView text, qsizetype end, qsizetype next)
{
    qsizetype last = end - 1;
    while (last > 0 && closes(text[last]))
        --last;
    const QChar c = text[last];
    const QStringView rest = text.sliced(next);
    if (c == u'!' || c == u'?')
        return Limit::Sentence;
    if (c == u'.') {
        const qsizetype begin = text.first(last).lastIndexOf(u' ') + 1;
        return endsSentence(text.sliced(begin, last - begin), rest) ? Limit::Sentence : Limit::Word;
    }
    if (QStringView(u",;:–—…").contains(c) || text[end - 1] == u')' || rest.startsWith(u'(') || rest.startsWith(u'–')
        || rest.startsWith(u'—'))
        return Limit::Clause;
    return Limit::Word;
}

std::vector<Cut> cutsIn(QStringView text)
{
    std::vector<Cut> cuts;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (!text[i].isSpace() || text[i - 1].isSpace())
            continue;
        qsizetype next = i;
        while (next < text.size() && text[next].isSpace())
            ++next;
        if (next < text.size())
            cuts.push_back({i, next, limitAfter(text, i, next)});
    }
    return cuts;
}

/// The kept words with “…” after them; a comma before it would say that the clause goes on unbroken.
QString cutAfter(QStringView kept)
{
    while (!kept.isEmpty() && QStringView(u",;:–—…").contains(kept.back()))
        kept.chop(1);
    return kept.toString().trimmed() + QChar(u' ') + ellipsis;
}

/// The best shortening of @p text that begins at its beginning, with @p lead before it; empty if there is none.
QString shortened(QStringView text, const QString &lead, const FitsTest &fits)
{
    if (const QString whole = lead + text.toString(); fits(whole))
        return whole;
    const std::vector<Cut> cuts = cutsIn(text);
    const auto past = std::partition_point(cuts.begin(), cuts.end(),
                                           [&](const Cut &cut) { return fits(lead + cutAfter(text.first(cut.end))); });
    if (past == cuts.begin())
        return {};
    const qsizetype longest = std::prev(past)->end;
    const auto lastOf = [&](Limit limit, double share) -> qsizetype {
        for (auto cut = past; cut != cuts.begin();) {
            --cut;
            if (static_cast<double>(cut->end) < share * static_cast<double>(longest))
                break;
            if (cut->limit >= limit)
                return cut->end;
        }
        return 0;
    };
    // A whole sentence or clause reads better than a few words more.
    qsizetype end = lastOf(Limit::Sentence, 0.5);
    if (end == 0)
        end = lastOf(Limit::Clause, 0.6);
    return lead + cutAfter(text.first(end == 0 ? longest : end));
}

} // namespace

QString excerptOf(const QString &words, const QString &focus, const FitsTest &fits)
{
    const QString text = words.trimmed();
    QString fromBeginning = shortened(text, {}, fits);
    const qsizetype focusAt = focus.isEmpty() ? -1 : text.indexOf(focus, 0, Qt::CaseInsensitive);
    if (focusAt < 0 || fromBeginning == text || fromBeginning.contains(focus, Qt::CaseInsensitive))
        return fromBeginning;
    // From the earliest clause, else word, from which the focus is still reached.
    const QString lead = QString(ellipsis) + QChar(u' ');
    const std::vector<Cut> cuts = cutsIn(text);
    for (const Limit limit : {Limit::Clause, Limit::Word}) {
        for (const Cut &cut : cuts) {
            if (cut.next > focusAt)
                break;
            if (cut.limit < limit)
                continue;
            const QString part = shortened(QStringView(text).sliced(cut.next), lead, fits);
            if (part.contains(focus, Qt::CaseInsensitive))
                return part;
        }
    }
    return fromBeginning;
}

QString quoted(const QString &words)
{
    const bool nested =
        QStringView(words).contains(u'“') || QStringView(words).contains(u'”') || QStringView(words).contains(u'"');
    return nested ? QChar(u'‘') + words + QChar(u'’') : QChar(u'“') + words + QChar(u'”');
}

QString sourceLetter(int index)
{
    QString letters;
    for (int rest = index; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar(static_cast<char16_t>(u'a' + rest % 26)));
    return letters;
}

} // namespace dateline
