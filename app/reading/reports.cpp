#include "reading/reports.h"

#include "reading/clauses.h"
#include "reading/readingtext.h"
#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

namespace
{

class Reporter
{
public:
    explicit Reporter(const Findings &findings)
        : m_f(findings)
    {
    }

    std::vector<Report> all()
    {
        for (int s = 0; s < static_cast<int>(m_f.sentences.size()); ++s) {
            const Sentence &sentence = m_f.sentences[static_cast<std::size_t>(s)];
            if (sentence.pointer || tellsHistory(m_f.tokens, sentence))
                continue;
            const std::vector<Clause> clauses = clausesOf(m_f.tokens, sentence);
            for (const Clause &clause : clauses)
                takeClause(s, sentence, clause);
        }
        dropHistory();
        return std::move(m_reports);
    }

private:
    void takeClause(int s, const Sentence &sentence, const Clause &clause)
    {
        std::optional<EventWords> event = eventIn(m_f.tokens, clause.first, clause.last);
        const std::vector<LossWords> losses = lossesIn(m_f.tokens, clause.first, clause.last);
        const Utterance *denial = nullptr;
        if (!event && losses.empty()) {
            denial = denialIn(s);
            if (!denial)
                return;
            event = eventIn(m_f.tokens, m_f.tokens.indexFrom(denial->quote.span.begin),
                            m_f.tokens.indexFrom(denial->quote.span.end));
            if (!event)
                return;
        }
        Report report{.sentence = s, .paragraph = sentence.paragraph};
        for (const LossWords &loss : losses)
            report.losses.push_back(loss.loss);
        // “ten soldiers died in the fighting” counts for a fight told elsewhere.
        const bool known = event && m_f.tokens.is(event->trigger - 1, u"the");
        report.lossOnly = !losses.empty() && (!event || event->generic || known);
        report.event = event ? *event : eventOfLoss(losses);
        // Who is lost tells a battle from violence against civilians where only “attack” or “killed” is said.
        if (report.event.generic && report.event.subKind == SubKind::Attack && std::ranges::all_of(losses, isOfFighters)
            && !losses.empty())
            report.event.subKind = SubKind::ArmedClash;
        takeSpeaker(report, s, denial ? denial->quote.span.begin : m_f.tokens.at(report.event.trigger).begin);
        if (denial)
            report.stance = Stance::Denies;
        for (Loss &loss : report.losses)
            loss.reportedBy = report.speaker;
        const Clause told = toldIn(s, clause);
        takePlaces(report, told.first == clause.first && told.last == clause.last ? whole(sentence) : told, told);
        takeTime(report, sentence, told);
        report.actors = actorsIn(m_f.tokens, clause, m_f.places);
        report.anchored = !report.locations.empty() || (report.time && report.ownTime) || !losses.empty()
            || isPact(report.event) || report.event.continuing || denial;
        m_reports.push_back(std::move(report));
    }

    static bool isOfFighters(const LossWords &words)
    {
        static const WordSet fighters(u"soldiers soldier troops servicemen personnel fighters militants rebels guards "
                                      u"insurgents officers police policemen gunmen");
        return fighters.has(words.loss.ofWhom.section(u' ', -1).toLower());
    }

    static EventWords eventOfLoss(const std::vector<LossWords> &losses)
    {
        EventWords event{.subKind = SubKind::Attack, .trigger = losses.front().first, .weight = 1};
        event.title = ReadingText::tr("Killing");
        event.generic = true;
        return event;
    }

    const Utterance *denialIn(int s) const
    {
        auto at = std::ranges::lower_bound(m_f.utterances, s, {}, &Utterance::lastSentence);
        for (; at != m_f.utterances.end() && at->firstSentence <= s; ++at) {
            if (at->firstSentence == s && at->stance == Stance::Denies && !at->quote.direct)
                return &*at;
        }
        return nullptr;
    }

    /// The utterance that holds @p position, a direct one before the sentence's.
    const Utterance *utteranceAt(int s, qsizetype position) const
    {
        constexpr qsizetype scareQuote = 25; // Shorter words in marks are a part of the sentence, not a statement.
        const Utterance *spoken = nullptr;
        auto at = std::ranges::lower_bound(m_f.utterances, s, {}, &Utterance::lastSentence);
        for (; at != m_f.utterances.end() && at->firstSentence <= s; ++at) {
            const TextSpan span = at->quote.span;
            if (at->quote.direct && span.begin <= position && position < span.end && span.size() >= scareQuote)
                return &*at;
            if (!at->quote.direct || !spoken)
                spoken = &*at;
        }
        return spoken;
    }

    void takeSpeaker(Report &report, int s, qsizetype position)
    {
        report.words = m_f.sentences[static_cast<std::size_t>(s)].span;
        const Utterance *utterance = utteranceAt(s, position);
        if (!utterance)
            return;
        report.speaker = utterance->quote.speaker;
        report.stance = utterance->stance;
        report.direct =
            utterance->quote.direct && utterance->quote.span.begin <= position && position < utterance->quote.span.end;
        if (report.direct)
            report.words = utterance->quote.span;
    }

    const Place &placeOf(const LocationWords &words) const { return m_f.places[words.match].candidates.front().place; }

    static Clause whole(const Sentence &sentence) { return {sentence.first, sentence.last}; }

    /// The part of @p clause that is stated, without who states it, where and when: “officials in X said on Monday”.
    Clause toldIn(int s, const Clause &clause) const
    {
        const auto at = std::ranges::find_if(
            std::ranges::lower_bound(m_f.utterances, s, {}, &Utterance::lastSentence), m_f.utterances.end(),
            [s](const Utterance &u) { return u.firstSentence >= s && !u.quote.direct; });
        if (at == m_f.utterances.end() || at->firstSentence != s)
            return clause;
        const Clause told{std::max(clause.first, m_f.tokens.indexFrom(at->quote.span.begin)),
                          std::min(clause.last, m_f.tokens.indexFrom(at->quote.span.end))};
        return told.first < told.last ? told : clause;
    }

    void takePlaces(Report &report, const Clause &sentence, const Clause &clause)
    {
        std::vector<LocationWords> found = locationsIn(m_f.tokens, clause.first, clause.last, m_f.places);
        if (found.empty())
            found = locationsIn(m_f.tokens, sentence.first, sentence.last, m_f.places);
        const auto rank = [this](const LocationWords &words) {
            const Place &place = placeOf(words);
            return (isCountry(place) ? 4 : isArea(place) ? 2 : 0) + (words.relation == LocationWords::Relation::About);
        };
        const auto best = std::ranges::min_element(found, {}, rank);
        if (best == found.end())
            return;
        report.locations.push_back(*best);
        for (auto at = best + 1; at != found.end() && at->listed; ++at)
            report.locations.push_back(*at);
        if (isCountry(placeOf(*best)) && report.locations.size() > 1) {
            for (const LocationWords &words : report.locations)
                report.countries.push_back(words.match);
            report.locations.clear();
        }
    }

    void takeTime(Report &report, const Sentence &sentence, const Clause &clause)
    {
        // “a truce was agreed after fighting this week”: the week is the fighting's.
        const int aside = asideBehind(report.event.trigger, clause.last);
        report.time = finestIn(m_f.tokens.span(clause.first, aside));
        if (!report.time && aside < clause.last)
            return;
        if (report.time)
            return;
        report.time = finestIn(sentence.span);
        if (report.time) {
            report.ownTime = clause.first == sentence.first;
            return;
        }
        if (const TimeExpression *unresolved = anyIn(sentence.span)) {
            report.timeReason = ReadingText::tr("“%1” needs the document's date, which is not known")
                                    .arg(unresolved->span.in(m_f.text));
            return;
        }
        takeTimeFromBefore(report, sentence);
    }

    int asideBehind(int trigger, int last) const
    {
        static const WordSet set(u"after following amid since despite");
        int i = trigger;
        while (i < last && !set.has(m_f.tokens.word(i)))
            ++i;
        return i < last && i > trigger + 1 && !m_f.tokens.isNumber(i + 1) ? i : last;
    }

    std::span<const TimeExpression> timesIn(TextSpan span) const
    {
        const auto begin =
            std::ranges::lower_bound(m_f.times, span.begin, {}, [](const TimeExpression &t) { return t.span.begin; });
        const auto end = std::ranges::lower_bound(begin, m_f.times.end(), span.end, {},
                                                  [](const TimeExpression &t) { return t.span.begin; });
        return {begin, end};
    }

    const TimeExpression *anyIn(TextSpan span) const
    {
        const auto times = timesIn(span);
        return times.empty() ? nullptr : &times.front();
    }

    std::optional<TimeExpression> finestIn(TextSpan span) const
    {
        std::optional<TimeExpression> finest;
        for (const TimeExpression &time : timesIn(span)) {
            if (time.resolved && (!finest || time.local.precision < finest->local.precision))
                finest = time;
        }
        return finest;
    }

    // A sentence without a time goes on from the day of the one before it in its paragraph.
    void takeTimeFromBefore(Report &report, const Sentence &sentence)
    {
        report.ownTime = false;
        if (report.event.continuing && m_f.published) {
            TimeExpression today{.span = {}, .sentence = report.sentence, .local = {}};
            today.local = {minutesFrom(*m_f.published), minutesFrom(m_f.published->addDays(1)), TimePrecision::Day,
                           ReadingText::tr("told as going on, so on the document's date"), false};
            report.time = today;
            return;
        }
        constexpr int furthest = 3; // Sentences.
        for (int s = report.sentence - 1; s >= std::max(0, report.sentence - furthest); --s) {
            const Sentence &before = m_f.sentences[static_cast<std::size_t>(s)];
            if (before.paragraph != sentence.paragraph)
                return;
            std::optional<TimeExpression> time = finestIn(before.span);
            if (!time || time->local.precision > TimePrecision::Day)
                continue;
            constexpr qint64 day = 24 * 60;
            time->local.reason =
                ReadingText::tr("no time of its own; a sentence before says “%1”").arg(time->span.in(m_f.text));
            time->local.begin -= ((time->local.begin % day) + day) % day;
            time->local.end = time->local.begin + day;
            time->local.precision = TimePrecision::Day;
            time->clock = false;
            report.time = time;
            return;
        }
    }

    // Events of other years are background, unless the whole text is about them.
    void dropHistory()
    {
        if (!m_f.published)
            return;
        constexpr qint64 halfAYear = 183LL * 24 * 60;
        const qint64 oldest = minutesFrom(*m_f.published) - halfAYear;
        const auto isOld = [oldest](const Report &r) { return r.time && r.ownTime && r.time->local.end < oldest; };
        if (!std::ranges::all_of(m_reports, isOld))
            std::erase_if(m_reports, isOld);
    }

    const Findings &m_f;
    std::vector<Report> m_reports;
};

} // namespace

bool isPact(const EventWords &event)
{
    return event.title == QLatin1StringView("Ceasefire") || event.title == QLatin1StringView("Agreement");
}

bool isToll(const EventWords &event)
{
    return event.title == QLatin1StringView("Killing") || event.title == QLatin1StringView("People wounded");
}

std::vector<Report> reportsFrom(const Findings &findings)
{
    return Reporter(findings).all();
}

} // namespace dateline
