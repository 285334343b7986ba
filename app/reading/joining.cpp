#include "reading/joining.h"

#include "reading/placing.h"
#include "reading/quotecutter.h"
#include "reading/readingtext.h"
#include "reading/titles.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// A proposal in the making.
struct Draft
{
    Proposal proposal = {};
    const Report *report = nullptr; ///< That began it.
    std::optional<LocationWords> location = {};
    std::optional<LocalSpan> time = {};
    bool ownTime = false;
    int group = 0; ///< Drafts of one list of places share it.
};

class Joiner
{
public:
    Joiner(const Findings &findings, const Document &document, const WhereFrom &whereFrom)
        : m_f(findings)
        , m_document(document)
        , m_whereFrom(whereFrom)
    {
    }

    std::vector<Proposal> join(const std::vector<Report> &reports)
    {
        for (const Report &report : reports) {
            if (const std::vector<std::size_t> same = sameEvent(report); !same.empty())
                attach(report, same);
            else if (report.stance != Stance::Denies && report.anchored)
                begin(report);
        }
        std::vector<Proposal> proposals;
        for (Draft &draft : m_drafts) {
            finish(draft);
            proposals.push_back(std::move(draft.proposal));
        }
        return proposals;
    }

private:
    qint64 placeId(const LocationWords &words) const { return m_f.places[words.match].candidates.front().place.id; }

    bool samePlace(const Report &report, const Draft &draft) const
    {
        if (report.locations.empty() || !draft.location)
            return true;
        return std::ranges::any_of(
            report.locations, [&](const LocationWords &words) { return placeId(words) == placeId(*draft.location); });
    }

    static bool sameTime(const Report &report, const Draft &draft)
    {
        if (!report.time || !draft.time || !report.ownTime || !draft.ownTime)
            return true;
        return report.time->local.begin < draft.time->end && draft.time->begin < report.time->local.end;
    }

    bool sameKind(const Report &report, const Draft &draft) const
    {
        const EventWords &a = report.event;
        const EventWords &b = draft.report->event;
        if (report.stance == Stance::Denies)
            return kindOf(a.subKind) == kindOf(b.subKind);
        if (report.lossOnly || draft.report->lossOnly) {
            // Counted losses go to the event told just before, unless somebody else counts them.
            const bool following = report.lossOnly && report.locations.empty() && !draft.report->lossOnly && !isPact(b)
                && report.paragraph == draft.report->paragraph
                && (report.speaker.isEmpty() || report.speaker == draft.report->speaker);
            return following || (report.lossOnly && draft.report->lossOnly && sameLosses(report, draft));
        }
        return a.subKind == b.subKind && isPact(a) == isPact(b) && a.continuing == b.continuing;
    }

    static bool sameLosses(const Report &report, const Draft &draft)
    {
        const Loss &a = report.losses.front();
        const Loss &b = draft.report->losses.front();
        return a.kind == b.kind && a.low == b.low && a.high == b.high;
    }

    /// The drafts that @p report is about too: the latest that fits and its list.
    std::vector<std::size_t> sameEvent(const Report &report) const
    {
        constexpr std::size_t furthest = 40; // Drafts looked back on, so that long texts stay linear.
        std::vector<std::size_t> same;
        const std::size_t stop = m_drafts.size() > furthest ? m_drafts.size() - furthest : 0;
        for (std::size_t i = m_drafts.size(); i-- > stop;) {
            const Draft &draft = m_drafts[i];
            if (!same.empty() && draft.group != m_drafts[same.front()].group)
                break;
            if (sameKind(report, draft) && samePlace(report, draft) && sameTime(report, draft))
                same.push_back(i);
        }
        return same;
    }

    std::optional<ProposedClaim> claimOf(const Report &report, Stance stance) const
    {
        std::optional<Quote> quote = m_cutter.cut(m_document.id, report.words, report.speaker);
        if (!quote)
            return std::nullopt;
        return ProposedClaim{std::move(*quote), stance};
    }

    void attach(const Report &report, const std::vector<std::size_t> &same)
    {
        constexpr std::size_t mostLosses = 50;
        for (const std::size_t i : same) {
            Draft &draft = m_drafts[i];
            Incident &incident = draft.proposal.incident;
            for (const Loss &loss : report.losses) {
                if (incident.losses.size() < mostLosses && !std::ranges::contains(incident.losses, loss))
                    incident.losses.push_back(loss);
            }
            const bool finer = report.time && draft.time && report.time->local.precision < draft.time->precision;
            const bool betterTime = report.time && report.ownTime && (!draft.ownTime || !draft.time || finer);
            if (betterTime)
                takeTime(draft, report);
            if (!draft.location && report.locations.size() == 1)
                takePlace(draft, report.locations.front());
            const bool own = !report.speaker.isEmpty() && report.speaker != draft.report->speaker;
            const Stance stance = report.stance != Stance::Reports ? report.stance
                : own                                              ? Stance::Reports
                                                                   : Stance::Adds;
            const auto claim = claimOf(report, stance);
            const auto sameWords = [&](const ProposedClaim &c) { return claim && c.quote.begin == claim->quote.begin; };
            constexpr std::size_t mostClaims = 50; // More on one incident help nobody, and cost time.
            if (!claim || draft.proposal.claims.size() >= mostClaims
                || std::ranges::any_of(draft.proposal.claims, sameWords))
                continue;
            draft.proposal.claims.push_back(*claim);
            // The words that give the time lead, so that a click on the incident shows them.
            if (betterTime) {
                std::ranges::rotate(draft.proposal.claims, draft.proposal.claims.end() - 1);
                draft.proposal.claims.front().stance = Stance::Reports;
            }
        }
    }

    void begin(const Report &report)
    {
        const int group = m_groups++;
        const std::size_t count = std::max<std::size_t>(1, report.locations.size());
        for (std::size_t i = 0; i < count; ++i) {
            Draft draft{.report = &report, .group = group};
            Incident &incident = draft.proposal.incident;
            incident.kind = kindOf(report.event.subKind);
            incident.subKind = report.event.subKind;
            incident.losses = report.losses;
            incident.actors = report.actors;
            const auto claim = claimOf(report, report.stance);
            if (!claim)
                return;
            draft.proposal.claims.push_back(*claim);
            draft.proposal.reasons << kindReason(report.event);
            if (!report.locations.empty())
                takePlace(draft, report.locations[i]);
            else
                offerPlaces(draft, report);
            takeTime(draft, report);
            if (!report.speaker.isEmpty())
                draft.proposal.reasons << ReadingText::tr("Speaker: %1").arg(report.speaker);
            m_drafts.push_back(std::move(draft));
        }
    }

    QString kindReason(const EventWords &event) const
    {
        const QString words = m_f.tokens.written(event.trigger).toString();
        if (!event.fate)
            return ReadingText::tr("Kind: “%1” says %2").arg(words, termOf(event.subKind));
        return ReadingText::tr("Kind: “%1” with “%2” says %3")
            .arg(words, m_f.tokens.written(*event.fate), termOf(event.subKind));
    }

    /// @returns how the words put it beside the place; empty if they put it in the place itself.
    QString addCandidates(Draft &draft, const LocationWords &words, const QString &asWritten)
    {
        constexpr std::size_t most = 8;
        const PlaceMatch &found = m_f.places[words.match];
        const std::optional<Where> other = words.other
            ? std::optional(m_whereFrom(m_f.places[*words.other].candidates.front().place, false))
            : std::nullopt;
        QString how;
        for (std::size_t i = 0; i < std::min(most, found.candidates.size()); ++i) {
            const PlaceMatch::Candidate &candidate = found.candidates[i];
            PlaceCandidate offered{m_whereFrom(candidate.place, words.isNear()), candidate.place.kind, candidate.score,
                                   candidate.reason};
            const QString moved = place(offered.where, words, other ? &*other : nullptr);
            how = i == 0 ? moved : how;
            offered.where.asWritten = asWritten;
            draft.proposal.places.push_back(std::move(offered));
        }
        return how;
    }

    void takePlace(Draft &draft, const LocationWords &words)
    {
        draft.location = words;
        draft.proposal.places.clear();
        const QString written = words.asWritten.in(m_f.text).toString().simplified();
        const QString how = addCandidates(draft, words, written);
        draft.proposal.incident.where = draft.proposal.places.front().where;
        const PlaceCandidate &best = draft.proposal.places.front();
        draft.proposal.reasons << (best.reason.isEmpty()
                                       ? ReadingText::tr("Place: “%1”").arg(written)
                                       : ReadingText::tr("Place: “%1”; %2").arg(written, best.reason));
        if (!how.isEmpty())
            draft.proposal.reasons.back() += QStringLiteral("; ") + how;
    }

    // Countries on both sides of a border, or the places of the statement before: a person may choose among them.
    void offerPlaces(Draft &draft, const Report &report)
    {
        if (!report.countries.empty()) {
            for (const std::size_t match : report.countries)
                (void)addCandidates(draft, {.match = match}, m_f.places[match].span.in(m_f.text).toString());
            draft.proposal.reasons << ReadingText::tr("Place: only countries are named, and more than one");
            return;
        }
        if (report.speaker.isEmpty() || isPact(report.event) || report.lossOnly)
            return;
        constexpr std::ptrdiff_t furthest = 40;
        const auto first = m_drafts.end() - std::min(furthest, std::ssize(m_drafts));
        for (const Draft &before : std::ranges::subrange(first, m_drafts.end())) {
            const bool same = before.report->speaker == report.speaker && before.location
                && kindOf(before.report->event.subKind) == kindOf(report.event.subKind)
                && report.sentence - before.report->sentence <= 3;
            if (same)
                (void)addCandidates(draft, *before.location, {});
        }
        if (!draft.proposal.places.empty())
            draft.proposal.reasons << ReadingText::tr(
                "Place: none of its own; the same speaker named these just before");
    }

    void takeTime(Draft &draft, const Report &report)
    {
        if (!report.time) {
            if (!report.timeReason.isEmpty())
                draft.proposal.reasons << ReadingText::tr("Time: %1").arg(report.timeReason);
            return;
        }
        draft.time = report.time->local;
        draft.ownTime = report.ownTime;
        QString placeZone;
        if (draft.location)
            placeZone = m_f.places[draft.location->match].candidates.front().place.timeZone;
        const QString documentZone = m_document.published ? m_document.published->zone : QString();
        ZonedTime zoned = zonedFrom(*report.time, m_f.text, documentZone, placeZone);
        draft.proposal.reasons << (zoned.when.asWritten.isEmpty()
                                       ? ReadingText::tr("Time: %1").arg(zoned.reason)
                                       : ReadingText::tr("Time: “%1”: %2").arg(zoned.when.asWritten, zoned.reason));
        draft.ownTime = draft.ownTime && (zoned.certain || !report.time->clock);
        draft.proposal.incident.when = std::move(zoned.when);
    }

    void finish(Draft &draft)
    {
        const Report &report = *draft.report;
        Incident &incident = draft.proposal.incident;
        const QString place = incident.where ? incident.where->place : QString();
        const auto relation = draft.location ? draft.location->relation : LocationWords::Relation::In;
        // “Two were wounded in X” is told by its number, “two were wounded in an attack on X” by the attack.
        const bool counted =
            report.lossOnly && (report.locations.empty() || report.event.weight <= 1 || isToll(report.event));
        incident.title =
            counted ? titleFrom(incident.losses.front(), place) : titleFrom(report.event, m_f.tokens, place, relation);
        // A far-off village of the same name may be the only one known, so even a lone meaning must fit the text.
        const std::vector<PlaceCandidate> &places = draft.proposal.places;
        const bool onePlace = !places.empty() && places.front().score >= (places.size() == 1 ? 0.5 : 0.7)
            && incident.where && incident.where->precision != LocationPrecision::Country;
        draft.proposal.certain = draft.location && onePlace && draft.time && draft.ownTime && !report.event.generic
            && report.event.weight >= 2;
        const QString parts = draft.proposal.claims.front().quote.exact + u'\n' + termOf(*incident.subKind) + u'\n'
            + place + u'\n' + incident.title;
        draft.proposal.key = QString::fromLatin1(sha256Of(QStringView(parts)).toHex().first(16));
    }

    const Findings &m_f;
    const QuoteCutter m_cutter{m_f.text};
    const Document &m_document;
    const WhereFrom &m_whereFrom;
    std::vector<Draft> m_drafts;
    int m_groups = 0;
};

} // namespace

std::vector<Proposal> proposalsFrom(const Findings &findings, const Document &document,
                                    const std::vector<Report> &reports, const WhereFrom &whereFrom)
{
    return Joiner(findings, document, whereFrom).join(reports);
}

} // namespace dateline
