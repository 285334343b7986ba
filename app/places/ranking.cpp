#include "places/ranking.h"

#include "places/gazetteertext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace dateline
{

namespace
{

using Verdict = Evidence::Verdict;

/// True for what a text names without more ado; small towns and districts share their names with everything else.
bool isWellKnown(const Place &place, qint64 population)
{
    constexpr double largeMetres = 25'000;
    if (place.kind == u"settlement")
        return place.population >= population;
    return place.kind != u"province" || place.radiusMetres >= largeMetres;
}

/// True if the words' kind and the gazetteer's are the same in the words of reports: a province is called a region too.
bool isOfKind(const QString &told, const QString &kind)
{
    const auto isDivision = [](const QString &each) {
        return each == u"province" || each == u"district" || each == u"region";
    };
    return told == kind || (isDivision(told) && isDivision(kind));
}

} // namespace

bool isSamePlace(const Place &a, const Place &b)
{
    // Two files may have one place, and a town and its municipality are one place to a report.
    constexpr double sameKm = 10;
    return a.country == b.country && a.kind == b.kind && roughKm(a.position, b.position) < sameKm;
}

double likelihood(const RankedPlace &ranked, const NameRow &name)
{
    const Place &place = ranked.place;
    double score = 0.40;
    if (place.kind == u"country") {
        score = 0.75;
    } else if (place.kind == u"region") {
        // Part of a continent is meant before any town of its name.
        score = place.radiusMetres > 400'000 ? 0.90 : 0.55;
    } else if (place.kind == u"province") {
        // 2,000 km²: 0.40; 100,000 km²: 0.50.
        const double km = std::max(place.radiusMetres / 1000, 1.0);
        score = 0.20 + 0.06 * std::log10(3.14 * km * km);
    } else if (place.kind == u"settlement") {
        // 1,000 people: 0.36; a million: 0.57.
        score = 0.15 + 0.07 * std::log10(double(std::max<qint64>(place.population, 1000)));
        score = ranked.ours ? std::max(score, 0.46) : score;
    }
    score += ranked.ours ? 0.05 : 0.0;
    return score - (name.former ? 0.10 : name.preferred ? 0.0 : 0.05);
}

Ranking::Ranking(TextWords &words, PlaceLookup &lookup, bool english, const std::optional<LonLatBox> &area)
    : m_words(words)
    , m_lookup(lookup)
    , m_english(english)
    , m_setting(lookup, area)
{
}

std::vector<PlaceMatch> Ranking::ranked(const std::vector<NameInText> &names)
{
    const Evidence evidence(m_words, names);
    m_evidence = &evidence;
    std::vector<NameInText> told;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (evidence.at(i) == Verdict::Place || evidence.at(i) == Verdict::Open)
            told.push_back(names[i]);
    }
    m_setting.learn(m_words, told);
    std::vector<PlaceMatch> matches;
    std::vector<const NameInText *> unseen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Verdict verdict = evidence.at(i);
        if (verdict == Verdict::Person || verdict == Verdict::Body)
            continue;
        if (names[i].isUnseen()) {
            unseen.push_back(&names[i]);
            continue;
        }
        const Candidates &candidates = candidatesFor(names[i]);
        if (candidates.empty() || !isMeant(names[i], verdict, candidates))
            continue;
        matches.push_back({names[i].span, candidates});
        if (names[i].part)
            makeParts(names[i], matches.back().candidates);
    }
    std::vector<PlaceMatch> more;
    for (const NameInText *name : unseen) {
        if (Candidates candidates = unseenCandidates(*name, matches); !candidates.empty())
            more.push_back({name->span, std::move(candidates)});
    }
    matches.insert(matches.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    std::ranges::sort(matches, {}, [](const PlaceMatch &match) { return match.span.begin; });
    m_evidence = nullptr;
    return matches;
}

bool Ranking::isMeant(const NameInText &name, Verdict verdict, const Candidates &candidates) const
{
    const Place &best = candidates.front().place;
    const bool also = m_words.is(name.first, WordRole::AlsoPerson | WordRole::GivenName) && name.isOneWord();
    if (verdict == Verdict::Place)
        return true;
    if (name.isOneWord() && m_words.is(name.first, WordRole::DoubtfulPlace))
        return m_setting.told(name.key, best.id) != 0;
    constexpr qint64 metropolis = 1'000'000;
    const bool weighty = m_lookup.place(best.id).ours || isWellKnown(best, metropolis);
    if (m_evidence->isSomethingElse(name.key) && (also || !weighty))
        return m_setting.told(name.key, best.id) != 0;
    if (!name.isOneWord() || name.abbreviated || best.kind == u"country")
        return true;
    return isBareMeant(name, candidates);
}

/// Small towns share their names with people, papers and firms everywhere.
bool Ranking::isBareMeant(const NameInText &name, const Candidates &candidates) const
{
    const qint64 wellKnown = name.inflected ? 1'000'000 : 300'000; // An ending may be a part of another word.
    const Place &best = candidates.front().place;
    if (m_lookup.place(best.id).ours || isWellKnown(best, wellKnown))
        return true;
    const bool also = m_words.is(name.first, WordRole::AlsoPerson | WordRole::GivenName);
    const bool inItsCountry = m_setting.names(best.country) || m_setting.hasPlacesIn(best.country);
    return (inItsCountry && !also) || m_setting.told(name.key, best.id) != 0;
}

QString Ranking::kindTold(const NameInText &name)
{
    if (m_words.at(name.last).joined && m_words.is(name.last, WordRole::KindAfter))
        return kindToldBy(m_words.key(name.last));
    if (!m_words.at(name.first).joined)
        return {};
    const bool of = m_words.key(name.first - 1) == u"of" && m_words.is(name.first - 2, WordRole::KindOf);
    if (of)
        return kindToldBy(m_words.key(name.first - 2));
    return m_words.is(name.first - 1, WordRole::KindOf | WordRole::KindBefore) ? kindToldBy(m_words.key(name.first - 1))
                                                                               : QString();
}

const Ranking::Candidates &Ranking::candidatesFor(const NameInText &name)
{
    const QString kind = kindTold(name);
    const auto [known, isNew] = m_known.try_emplace(name.key + u'\n' + kind);
    if (isNew)
        known->second = newCandidates(name, kind);
    return known->second;
}

Ranking::Candidates Ranking::newCandidates(const NameInText &name, const QString &kind)
{
    constexpr std::size_t most = 12; // Nobody chooses among more.
    std::map<qint64, double> scores;
    for (const NameRow &row : name.names) {
        const RankedPlace &ranked = m_lookup.place(row.place);
        // English texts call large towns by other languages' names too, but a village's would be any word.
        constexpr qint64 calledSoInEnglish = 200'000;
        const bool foreign = row.foreign && m_english && !ranked.ours;
        if (foreign && ranked.place.population < calledSoInEnglish)
            continue;
        const bool told = m_setting.told(name.key, row.place) != 0;
        const double score = likelihood(ranked, row) + m_setting.support(ranked.place) + (told ? 0.5 : 0.0)
            - (foreign ? 0.1 : 0.0) + (!kind.isEmpty() && isOfKind(kind, ranked.place.kind) ? 0.4 : 0.0);
        double &best = scores[row.place];
        best = std::max(best, score);
    }
    std::vector<std::pair<double, qint64>> order;
    order.reserve(scores.size());
    for (const auto &[id, score] : scores)
        order.emplace_back(score, id);
    std::ranges::sort(order, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    Candidates list;
    for (const auto &[score, id] : order) {
        const Place &place = m_lookup.place(id).place;
        const auto isSame = [&](const PlaceMatch::Candidate &each) { return isSamePlace(each.place, place); };
        if (list.size() < most && std::ranges::none_of(list, isSame))
            list.push_back({place, std::clamp(score, 0.0, 1.0), {}});
    }
    for (PlaceMatch::Candidate &candidate : list)
        candidate.reason = reason(candidate.place, list, m_setting.told(name.key, candidate.place.id) != 0);
    return list;
}

/// What only the text names takes the position of what it lies in.
Ranking::Candidates Ranking::unseenCandidates(const NameInText &name, const std::vector<PlaceMatch> &matches)
{
    qint64 within = 0;
    if (name.inside >= 0) {
        const qsizetype begin = m_words.at(name.inside).span.begin;
        const auto around =
            std::ranges::lower_bound(matches, begin, {}, [](const PlaceMatch &m) { return m.span.begin; });
        // “in Zzyn, Goris and Sotk” is a list: the second does not hold the first.
        if (around != matches.end() && around->span.begin == begin && around->candidates.front().place.isArea())
            within = around->candidates.front().place.id;
    }
    const bool said = within != 0;
    if (within == 0)
        within = m_setting.mainCountry();
    Place place;
    if (within != 0)
        place = m_lookup.place(within).place;
    const QString around = place.name;
    place.name = name.span.in(m_words.text()).toString().simplified();
    place.kind = name.kind;
    place.population = 0;
    place.within = within == 0 ? -1 : within;
    // The same name in the same place is one place, throughout the text and run after run.
    place.id = -1 - qint64(qHash(name.key, std::size_t(within)) >> 2);
    QString reason = GazetteerText::tr("not in the gazetteer; the words call it a place, and nothing tells where");
    if (said)
        reason = GazetteerText::tr("not in the gazetteer; in %1, as the text says, so only that position is known")
                     .arg(around);
    else if (within != 0)
        reason = GazetteerText::tr(
                     "not in the gazetteer; in %1, which most of the text is about, so only that position is known")
                     .arg(around);
    return {{std::move(place), said ? 0.45 : within != 0 ? 0.3 : 0.15, reason}};
}

/// “Northern Europe” lies in Europe and “Santa Clara County” about Santa Clara, and no more is known.
void Ranking::makeParts(const NameInText &name, Candidates &candidates) const
{
    for (PlaceMatch::Candidate &candidate : candidates) {
        Place &place = candidate.place;
        candidate.reason = (name.kind.isEmpty() ? GazetteerText::tr("a part of %1; %2")
                                                : GazetteerText::tr("not in the gazetteer; about where %1 is; %2"))
                               .arg(place.name, candidate.reason);
        place.within = place.id;
        place.id = -1 - qint64(qHash(name.key, std::size_t(place.id)) >> 2);
        place.name = name.span.in(m_words.text()).toString().simplified();
        place.kind = name.kind.isEmpty() ? QStringLiteral("region") : name.kind;
    }
}

QString Ranking::reason(const Place &place, const Candidates &all, bool told) const
{
    if (all.size() == 1)
        return GazetteerText::tr("the only place of that name");
    const auto sameKind = [&](const PlaceMatch::Candidate &each) { return each.place.kind == place.kind; };
    const auto elsewhere = [&](const PlaceMatch::Candidate &each) { return each.place.country != place.country; };
    const auto larger = [&](const PlaceMatch::Candidate &each) { return each.place.population > place.population; };
    if (told)
        return GazetteerText::tr("in what the text names behind it");
    if (std::ranges::count_if(all, sameKind) == 1)
        return GazetteerText::tr("the only %1 of that name").arg(place.kind);
    if (std::ranges::any_of(all, elsewhere) && m_setting.names(place.country))
        return GazetteerText::tr("in a country that the text names");
    if (std::ranges::any_of(all, elsewhere) && m_setting.hasPlacesIn(place.country))
        return GazetteerText::tr("in the country of other places in the text");
    return place.population > 0 && std::ranges::none_of(all, larger)
        ? GazetteerText::tr("the largest of %1 of that name").arg(all.size())
        : GazetteerText::tr("one of %1 of that name").arg(all.size());
}

} // namespace dateline
