#include "reading/quotes.h"

#include "reading/attribution.h"
#include "reading/cuewords.h"

#include <algorithm>

namespace dateline
{

namespace
{

class Listener
{
public:
    Listener(const Tokens &tokens, const std::vector<Sentence> &sentences, const std::vector<Quotation> &quotations)
        : m_tokens(tokens)
        , m_sentences(sentences)
        , m_quotations(quotations)
    {
    }

    std::vector<Utterance> listen()
    {
        std::size_t q = 0;
        for (int s = 0; s < count(); ++s) {
            // The quotations that begin in this sentence; their attribution may hold back the sentence's own.
            bool spoken = false;
            const std::size_t firstHere = m_found.size();
            for (; q < m_quotations.size() && m_quotations[q].marked.begin < at(s).span.end; ++q)
                spoken = takeDirect(q, s) || spoken;
            const bool inside = q > 0 && m_quotations[q - 1].marked.end > at(s).span.begin;
            if (!at(s).pointer && (!inside || firstHere < m_found.size()))
                takeIndirects(s, firstHere, spoken);
        }
        return std::move(m_found);
    }

private:
    int count() const { return static_cast<int>(m_sentences.size()); }
    const Sentence &at(int s) const { return m_sentences[static_cast<std::size_t>(s)]; }

    int sentenceOf(qsizetype position) const
    {
        const auto after =
            std::ranges::upper_bound(m_sentences, position, {}, [](const Sentence &s) { return s.span.begin; });
        return std::max(0, static_cast<int>(after - m_sentences.begin()) - 1);
    }

    /// @returns true if the words around the quotation name a speaker.
    bool takeDirect(std::size_t q, int s)
    {
        const Quotation &quotation = m_quotations[q];
        int lastSentence = sentenceOf(quotation.marked.end - 1);
        const auto attribution = attributionOf(q, s, lastSentence);
        Utterance utterance{
            .quote = {.span = quotation.span, .sentence = {at(s).span.begin, at(lastSentence).span.end}, .speaker = {}},
            .firstSentence = s,
            .lastSentence = lastSentence};
        // What stands whole in the paragraph of a speech goes on with it.
        const bool follows = q > 0 && m_lastParagraph == at(s).paragraph && quotation.whole && !m_lastSpeaker.isEmpty();
        if (attribution) {
            name(utterance, *attribution, s);
            m_lastParagraph = at(lastSentence).paragraph;
            nameEarlier(q, utterance);
        } else if (follows || (quotation.goesOn && !m_found.empty())) {
            utterance.quote.speaker = quotation.goesOn ? m_found.back().quote.speaker : m_lastSpeaker;
            utterance.stance = quotation.goesOn ? m_found.back().stance : Stance::Reports;
            m_lastParagraph = at(lastSentence).paragraph;
        }
        m_found.push_back(utterance);
        return attribution.has_value();
    }

    // “One.” and “Two,” of one speech, which only the words behind its last paragraph attribute.
    void nameEarlier(std::size_t q, const Utterance &last)
    {
        for (std::size_t back = 0; m_quotations[q - back].goesOn && back < q && back < m_found.size(); ++back) {
            Utterance &earlier = m_found[m_found.size() - 1 - back];
            if (earlier.quote.speaker.isEmpty()) {
                earlier.quote.speaker = last.quote.speaker;
                earlier.stance = last.stance;
            }
        }
    }

    std::optional<Attribution> attributionOf(std::size_t q, int s, int &lastSentence) const
    {
        const Quotation &quotation = m_quotations[q];
        const int open = m_tokens.indexFrom(quotation.marked.begin);
        const int after = m_tokens.indexFrom(quotation.marked.end);
        const int before = std::max(at(s).first, q > 0 ? m_tokens.indexFrom(m_quotations[q - 1].marked.end) : 0);
        const int limit =
            q + 1 < m_quotations.size() ? m_tokens.indexFrom(m_quotations[q + 1].marked.begin) : m_tokens.size();
        std::optional<Attribution> attribution;
        if (quotation.partial)
            attribution = attributionBefore(m_tokens, before, open);
        if (!attribution)
            attribution = attributionAfter(m_tokens, after, std::min(at(lastSentence).last, limit));
        if (!attribution && after >= at(lastSentence).last && lastSentence + 1 < count()
            && at(lastSentence + 1).paragraph == at(lastSentence).paragraph) {
            // “Stop!” Smith said.
            const Sentence &next = at(lastSentence + 1);
            if (next.last - next.first <= 12 && next.last <= limit && closesWithCue(next)) {
                attribution = attributionAfter(m_tokens, next.first, next.last);
                ++lastSentence;
            }
        }
        if (!attribution)
            attribution = attributionBefore(m_tokens, before, open);
        if (!attribution && before == at(s).first && open == before && s > 0 && m_tokens.is(at(s - 1).last - 1, u":"))
            attribution = attributionBefore(m_tokens, at(s - 1).first, at(s - 1).last);
        return attribution;
    }

    // The sentence is only speaker and cue: “Smith said.”
    bool closesWithCue(const Sentence &sentence) const
    {
        return cueAt(m_tokens, sentence.last - 2) || cueAt(m_tokens, sentence.first);
    }

    void name(Utterance &utterance, const Attribution &attribution, int s)
    {
        utterance.stance = attribution.stance;
        utterance.quote.speaker = resolved(attribution.speaker, s);
        utterance.named = attribution.speaker.back == SpeakerWords::Back::None;
        m_lastSpeaker = utterance.quote.speaker;
        m_lastSentence = s;
    }

    /// The name that the words stand for: a pronoun means the one whom the sentence before is about, or who spoke last.
    QString resolved(const SpeakerWords &speaker, int s) const
    {
        using Back = SpeakerWords::Back;
        if (speaker.back == Back::None)
            return speaker.name;
        constexpr int furthest = 12; // Sentences.
        QString last = s - m_lastSentence <= furthest ? m_lastSpeaker : QString();
        if (speaker.back == Back::Same)
            return last.contains(speaker.name) ? last : speaker.name;
        const bool other = s > 0 && at(s - 1).paragraph == at(s).paragraph && m_lastSentence < s - 1;
        if (other && speaker.back != Back::Anybody) {
            if (const QString subject = subjectFor(m_tokens, at(s - 1), speaker.back); !subject.isEmpty())
                return subject;
        }
        return last;
    }

    /// @param spoken a direct quote of the sentence is attributed, so that only its other clauses may hold more.
    void takeIndirects(int s, std::size_t firstHere, bool spoken)
    {
        const int end = m_tokens.isMark(at(s).last - 1) ? at(s).last - 1 : at(s).last;
        for (int first = at(s).first; first < end;) {
            int last = first;
            while (last < end && !m_tokens.is(last, u";"))
                ++last;
            const TextSpan clause = m_tokens.span(first, last);
            const bool quoted = std::ranges::any_of(
                m_found.begin() + static_cast<std::ptrdiff_t>(firstHere), m_found.end(), [clause](const Utterance &u) {
                    return u.quote.direct && u.quote.span.begin < clause.end && clause.begin < u.quote.span.end;
                });
            if (!spoken || (!quoted && (first > at(s).first || last < end)))
                takeIndirect(s, first, last, firstHere);
            first = last + 1;
        }
    }

    void takeIndirect(int s, int first, int last, std::size_t firstHere)
    {
        const std::optional<Indirect> indirect = indirectIn(m_tokens, first, last);
        if (!indirect)
            return;
        Utterance utterance{.quote = {.span = m_tokens.span(indirect->first, indirect->last),
                                      .sentence = at(s).span,
                                      .speaker = {},
                                      .direct = false},
                            .firstSentence = s,
                            .lastSentence = s};
        name(utterance, indirect->attribution, s);
        if (utterance.quote.speaker.isEmpty())
            return;
        // Words in marks inside the sentence are the same speaker's.
        for (std::size_t i = firstHere; i < m_found.size(); ++i) {
            if (m_found[i].quote.speaker.isEmpty())
                m_found[i].quote.speaker = utterance.quote.speaker;
        }
        m_lastParagraph = at(s).paragraph;
        m_found.push_back(utterance);
    }

    const Tokens &m_tokens;
    const std::vector<Sentence> &m_sentences;
    const std::vector<Quotation> &m_quotations;
    std::vector<Utterance> m_found;
    QString m_lastSpeaker;
    int m_lastSentence = -1;
    int m_lastParagraph = -1;
};

} // namespace

std::vector<Utterance> utterancesFrom(const Tokens &tokens, const std::vector<Sentence> &sentences,
                                      const std::vector<Quotation> &quotations)
{
    return Listener(tokens, sentences, quotations).listen();
}

} // namespace dateline
