#include "reading/quotes.h"

#include "reading/speakers.h"
#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

namespace
{

struct Attribution
{
    SpeakerWords speaker;
    Stance stance = Stance::Reports;
};

/// Words that somebody states without quotation marks.
struct Indirect
{
    Attribution attribution;
    int first = 0; ///< Of what is stated.
    int last = 0;
};

bool isPassive(const Tokens &tokens, int cue)
{
    static const WordSet helpers(u"also reportedly again widely initially first");
    static const WordSet set(u"was were been being is are be to");
    int before = cue - 1;
    if (helpers.has(tokens.word(before)))
        --before;
    // “went on to say” is a cue as good as “said”.
    return set.has(tokens.word(before)) && !(tokens.is(before, u"to") && tokens.is(before - 1, u"on"));
}

std::optional<Stance> cueAt(const Tokens &tokens, int i)
{
    return tokens.isWord(i) && !tokens.at(i).capital ? cueFrom(tokens.word(i)) : std::nullopt;
}

bool isAccordingTo(const Tokens &tokens, int i)
{
    return tokens.is(i, u"according") && tokens.is(i + 1, u"to");
}

/// The cue of a stretch beside a quotation: the last one with a speaker before it, or one that a speaker follows.
std::optional<Attribution> attributionIn(const Tokens &tokens, int first, int last, bool before)
{
    constexpr int nearCue = 14; // Tokens between the cue and the quotation.
    std::optional<Attribution> best;
    const int from = before ? std::max(first, last - 40) : first;
    const int until = before ? last : std::min(last, first + 24);
    for (int i = from; i < until; ++i) {
        if (isAccordingTo(tokens, i)) {
            if (const auto speaker = speakerAfter(tokens, i + 2, last))
                return Attribution{*speaker, Stance::Reports};
        }
        const auto stance = cueAt(tokens, i);
        if (!stance || isPassive(tokens, i) || (before && last - i > nearCue))
            continue;
        const bool opens = i == first || (i == first + 1 && tokens.isMark(first));
        auto speaker = opens ? std::nullopt : speakerBefore(tokens, first, i);
        if (!speaker && opens && !before)
            speaker = speakerAfter(tokens, i + 1, last);
        if (!speaker)
            continue;
        best = Attribution{*speaker, *stance};
        if (!before)
            return best;
    }
    return best;
}

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
            // The quotations that end in this sentence; their attribution may hold back the sentence's own.
            bool spoken = false;
            const std::size_t firstHere = m_found.size();
            for (; q < m_quotations.size() && m_quotations[q].marked.begin < at(s).span.end; ++q)
                spoken = takeDirect(q, s) || spoken;
            const bool inside = q > 0 && m_quotations[q - 1].marked.end > at(s).span.begin;
            if (!spoken && !at(s).pointer && (!inside || firstHere < m_found.size()))
                takeIndirect(s, firstHere);
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
        const int open = m_tokens.indexFrom(quotation.marked.begin);
        const int after = m_tokens.indexFrom(quotation.marked.end);
        int lastSentence = sentenceOf(quotation.marked.end - 1);
        const int before = std::max(at(s).first, q > 0 ? m_tokens.indexFrom(m_quotations[q - 1].marked.end) : 0);
        const int limit =
            q + 1 < m_quotations.size() ? m_tokens.indexFrom(m_quotations[q + 1].marked.begin) : m_tokens.size();
        auto attribution = attributionIn(m_tokens, after, std::min(at(lastSentence).last, limit), false);
        if (!attribution && after >= at(lastSentence).last && lastSentence + 1 < count()
            && at(lastSentence + 1).paragraph == at(lastSentence).paragraph) {
            // “Stop!” Smith said.
            const Sentence &next = at(lastSentence + 1);
            if (next.last - next.first <= 12 && next.last <= limit && closesWithCue(next)) {
                attribution = attributionIn(m_tokens, next.first, next.last, false);
                ++lastSentence;
            }
        }
        if (!attribution)
            attribution = attributionIn(m_tokens, before, open, true);
        if (!attribution && before == at(s).first && open == before && s > 0)
            attribution = fromColonBefore(s);
        const bool carried = !attribution && q > 0 && m_lastParagraph == at(s).paragraph && quotation.span.size() > 20;
        Utterance utterance{
            .quote = {.span = quotation.span, .sentence = {at(s).span.begin, at(lastSentence).span.end}, .speaker = {}},
            .firstSentence = s,
            .lastSentence = lastSentence};
        if (attribution) {
            name(utterance, *attribution);
            m_lastParagraph = at(lastSentence).paragraph;
        } else if (carried) {
            utterance.quote.speaker = m_lastSpeaker;
        }
        m_found.push_back(utterance);
        return attribution.has_value();
    }

    // The sentence is only speaker and cue: “Smith said.”
    bool closesWithCue(const Sentence &sentence) const
    {
        return cueAt(m_tokens, sentence.last - 2) || cueAt(m_tokens, sentence.first);
    }

    std::optional<Attribution> fromColonBefore(int s) const
    {
        const Sentence &before = at(s - 1);
        if (!m_tokens.is(before.last - 1, u":"))
            return std::nullopt;
        return attributionIn(m_tokens, before.first, before.last, true);
    }

    void name(Utterance &utterance, const Attribution &attribution)
    {
        utterance.stance = attribution.stance;
        const SpeakerWords &speaker = attribution.speaker;
        // “the ministry” is the one before only if that is a ministry too.
        const bool office = speaker.name.startsWith(QLatin1StringView("minist"));
        const bool back = speaker.refersBack
            && (speaker.name.isEmpty()
                || (!m_lastSpeaker.isEmpty() && (!office || m_lastSpeaker.contains(speaker.name))));
        utterance.named = !back;
        utterance.quote.speaker = back ? m_lastSpeaker : speaker.name;
        m_lastSpeaker = utterance.quote.speaker;
    }

    void takeIndirect(int s, std::size_t firstHere)
    {
        const std::optional<Indirect> indirect = indirectIn(at(s));
        if (!indirect)
            return;
        Utterance utterance{.quote = {.span = m_tokens.span(indirect->first, indirect->last),
                                      .sentence = at(s).span,
                                      .speaker = {},
                                      .direct = false},
                            .firstSentence = s,
                            .lastSentence = s};
        name(utterance, indirect->attribution);
        if (utterance.quote.speaker.isEmpty())
            return;
        // Words in marks inside the sentence are the same speaker's.
        for (std::size_t i = firstHere; i < m_found.size(); ++i) {
            if (m_found[i].quote.speaker.isEmpty())
                m_found[i].quote.speaker = utterance.quote.speaker;
        }
        m_found.push_back(utterance);
    }

    std::optional<Indirect> indirectIn(const Sentence &sentence) const
    {
        const int last = m_tokens.isMark(sentence.last - 1) ? sentence.last - 1 : sentence.last;
        for (int i = sentence.first; i < last; ++i) {
            if (isAccordingTo(m_tokens, i)) {
                if (auto indirect = accordingTo(sentence, i, last))
                    return indirect;
            }
            const auto stance = cueAt(m_tokens, i);
            if (!stance || isPassive(m_tokens, i) || isNoun(i))
                continue;
            if (auto indirect = fromCue(sentence, i, last, *stance))
                return indirect;
        }
        return std::nullopt;
    }

    // “Local media reports suggest”: the noun stands before the verb that counts.
    bool isNoun(int i) const
    {
        return (m_tokens.word(i).startsWith(u"report") || m_tokens.word(i).startsWith(u"claim"))
            && (cueAt(m_tokens, i + 1) || m_tokens.is(i + 1, u"of") || m_tokens.is(i + 1, u"from")
                || m_tokens.is(i - 1, u"the"));
    }

    std::optional<Indirect> accordingTo(const Sentence &sentence, int i, int last) const
    {
        const auto speaker = speakerAfter(m_tokens, i + 2, last);
        if (!speaker)
            return std::nullopt;
        Indirect indirect{{*speaker, Stance::Reports}, sentence.first, last};
        if (i == sentence.first) {
            int comma = i + 2;
            while (comma < last && !m_tokens.is(comma, u","))
                ++comma;
            indirect.first = comma < last ? comma + 1 : i;
        } else {
            indirect.last = m_tokens.is(i - 1, u",") ? i - 1 : i;
        }
        return indirect.first < indirect.last ? std::optional(indirect) : std::nullopt;
    }

    std::optional<Indirect> fromCue(const Sentence &sentence, int cue, int last, Stance stance) const
    {
        constexpr int longestTail = 12; // “, the army said in a statement on Tuesday”
        const auto speaker = speakerBefore(m_tokens, sentence.first, cue);
        if (!speaker)
            return std::nullopt;
        constexpr int longestDelay = 7; // “said on Thursday that”
        int that = cue + 1;
        while (that < std::min(last, cue + longestDelay) && !m_tokens.is(that, u"that") && !m_tokens.isMark(that))
            ++that;
        const bool clause = that < last && m_tokens.is(that, u"that");
        if (!clause && last - cue <= longestTail && m_tokens.is(speaker->first - 1, u",") && endsAfterCue(cue, last))
            return Indirect{{*speaker, stance}, sentence.first, speaker->first - 1};
        int first = clause ? that + 1 : cue + 1;
        while (first < last && m_tokens.isMark(first))
            ++first;
        if (first >= last || (!clause && !saysAlone(m_tokens.word(cue))))
            return std::nullopt;
        return Indirect{{*speaker, stance}, first, last};
    }

    // “said shells fell” states something; “read a book” and “declared independence” do not.
    static bool saysAlone(QStringView cue)
    {
        static const WordSet set(
            u"said say says stated claimed claims reported report reports announced announces confirmed "
            u"confirms suggest suggests suggested indicate indicated indicates alleged alleges insisted "
            u"acknowledged admitted estimated estimates accused accuses blamed denied denies disputed "
            u"rejected dismissed warned warns");
        return set.has(cue);
    }

    bool endsAfterCue(int cue, int last) const
    {
        static const WordSet set(u"in on at to via late early reporters local state");
        return cue + 1 >= last || set.has(m_tokens.word(cue + 1)) || m_tokens.isMark(cue + 1)
            || m_tokens.at(cue + 1).capital;
    }

    const Tokens &m_tokens;
    const std::vector<Sentence> &m_sentences;
    const std::vector<Quotation> &m_quotations;
    std::vector<Utterance> m_found;
    QString m_lastSpeaker;
    int m_lastParagraph = -1;
};

} // namespace

std::vector<Utterance> utterancesFrom(const Tokens &tokens, const std::vector<Sentence> &sentences,
                                      const std::vector<Quotation> &quotations)
{
    return Listener(tokens, sentences, quotations).listen();
}

} // namespace dateline
