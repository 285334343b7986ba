#include "evaluation/quotescore.h"

#include "evaluation/evaluationtext.h"
#include "evaluation/spans.h"
#include "places/normalise.h"

#include <algorithm>

namespace dateline
{

namespace
{

QStringList speakerWords(QStringView speaker)
{
    static const QStringList articles{QStringLiteral("the"), QStringLiteral("a"), QStringLiteral("an")};
    QString plain = speaker.toString();
    plain.replace(QStringLiteral("\u2019s"), QStringLiteral("'s")).remove(QStringLiteral("'s")).remove(u',');
    QStringList words = normalised(plain).split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return articles.contains(word); });
    return words;
}

} // namespace

bool sameSpeaker(QStringView a, QStringView b)
{
    const QStringList left = speakerWords(a);
    const QStringList right = speakerWords(b);
    const auto within = [](const QStringList &few, const QStringList &many) {
        return !few.isEmpty() && std::ranges::all_of(few, [&many](const QString &word) { return many.contains(word); });
    };
    return within(left, right) || within(right, left);
}

void QuoteScore::add(const LabelledText &text, std::span<const FoundQuote> found, std::vector<Miss> &misses)
{
    if (!text.quotes)
        return;
    for (const LabelledQuote &gold : *text.quotes)
        addLabelled(text, gold, found, misses);
    for (const FoundQuote &each : found)
        addFound(text, each, misses);
}

void QuoteScore::addLabelled(const LabelledText &text, const LabelledQuote &gold, std::span<const FoundQuote> found,
                             std::vector<Miss> &misses)
{
    const QStringView content = text.document.text;
    const TextSpan wanted = bareWords(content, gold.span);
    const FoundQuote *match = nullptr;
    for (const FoundQuote &each : found) {
        if (overlap(each.span, wanted) && (!match || overlapOf(each.span, wanted) > overlapOf(match->span, wanted)))
            match = &each;
    }
    const bool exact = match && bareWords(content, match->span) == wanted;
    const auto miss = [&](const QString &what, const QString &labelled, const QString &got) {
        misses.push_back({FoundLayer::Quotes, what, text.name, labelled, got, contextOf(content, gold.span)});
    };
    m_exact.recall.add(exact);
    m_relaxed.recall.add(match != nullptr);
    if (gold.direct)
        m_direct.add(exact);
    if (!exact)
        miss(match ? EvaluationText::tr("span") : EvaluationText::tr("missed"), wordsAt(content, gold.span),
             match ? wordsAt(content, match->span) : QString());
    if (gold.speaker.isEmpty())
        return;
    const bool right = match && sameSpeaker(match->speaker, gold.speaker);
    m_speaker.add(right);
    if (match && !right)
        miss(EvaluationText::tr("speaker"), gold.speaker, match->speaker);
}

void QuoteScore::addFound(const LabelledText &text, const FoundQuote &found, std::vector<Miss> &misses)
{
    const QStringView content = text.document.text;
    bool exact = false;
    bool touched = false;
    for (const LabelledQuote &gold : *text.quotes) {
        exact = exact || bareWords(content, gold.span) == bareWords(content, found.span);
        touched = touched || overlap(gold.span, found.span);
    }
    m_exact.precision.add(exact);
    m_relaxed.precision.add(touched);
    if (!touched) {
        misses.push_back({FoundLayer::Quotes,
                          EvaluationText::tr("not labelled"),
                          text.name,
                          {},
                          found.speaker + QStringLiteral(": ") + wordsAt(content, found.span),
                          contextOf(content, found.span)});
    }
}

std::vector<Measure> QuoteScore::measures() const
{
    Measures measures(FoundLayer::Quotes);
    measures.count(QStringLiteral("labelled"), EvaluationText::tr("labelled"), m_exact.recall.of);
    measures.count(QStringLiteral("found"), EvaluationText::tr("found"), m_exact.precision.of);
    measures.agreement(QStringLiteral("exact"), EvaluationText::tr("exact"), m_exact);
    measures.agreement(QStringLiteral("relaxed"), EvaluationText::tr("relaxed"), m_relaxed);
    if (m_direct.of > 0)
        measures.share(QStringLiteral("directExactRecall"), EvaluationText::tr("exact recall, direct ones"),
                       m_direct.share());
    if (m_speaker.of > 0)
        measures.share(QStringLiteral("speakerRecall"), EvaluationText::tr("speaker recall"), m_speaker.share());
    return measures.take();
}

} // namespace dateline
