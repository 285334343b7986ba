#include "places/ranking.h"

#include "places/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("Gazetteer", text);
}

/// A word beside a name that tells its kind, such as “Lachin district” or “Lake Sevan”.
struct KindWord
{
    const char16_t *word;
    std::array<const char16_t *, 3> kinds;
};

constexpr std::array kindWords{
    KindWord{u"district", {u"province", u"region", u"district"}},
    KindWord{u"province", {u"province", u"region", u"district"}},
    KindWord{u"region", {u"province", u"region", u"district"}},
    KindWord{u"rayon", {u"province", u"region", u"district"}},
    KindWord{u"oblast", {u"province", u"region", u"district"}},
    KindWord{u"governorate", {u"province", u"region", u"district"}},
    KindWord{u"county", {u"province", u"region", u"district"}},
    KindWord{u"river", {u"river", u"river", u"river"}},
    KindWord{u"valley", {u"river", u"river", u"river"}},
    KindWord{u"lake", {u"water", u"water", u"water"}},
    KindWord{u"reservoir", {u"water", u"water", u"water"}},
    KindWord{u"mount", {u"mountain", u"mountain", u"mountain"}},
    KindWord{u"mountain", {u"mountain", u"mountain", u"mountain"}},
    KindWord{u"mountains", {u"mountain", u"mountain", u"mountain"}},
    KindWord{u"heights", {u"mountain", u"mountain", u"mountain"}},
    KindWord{u"pass", {u"pass", u"pass", u"pass"}},
    KindWord{u"city", {u"settlement", u"settlement", u"settlement"}},
    KindWord{u"town", {u"settlement", u"settlement", u"settlement"}},
    KindWord{u"village", {u"settlement", u"settlement", u"settlement"}},
    KindWord{u"airport", {u"settlement", u"other", u"military"}},
};

bool tellsAKind(const QString &key)
{
    return std::ranges::any_of(kindWords, [&](const KindWord &each) { return key == QStringView(each.word); });
}

double kindHint(const NameInText &name, const QString &kind)
{
    for (const KindWord &each : kindWords) {
        if (name.keyAfter == QStringView(each.word) || name.keyBefore == QStringView(each.word)) {
            const auto isKind = [&](const char16_t *other) { return kind == QStringView(other); };
            return std::ranges::any_of(each.kinds, isKind) ? 0.4 : 0.0;
        }
    }
    return 0;
}

} // namespace

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

Ranking::Ranking(const PlaceFile &file, bool english)
    : m_file(file)
    , m_english(english)
{
}

std::vector<PlaceMatch> Ranking::ranked(const std::vector<NameInText> &names)
{
    for (const NameInText &name : names) {
        learn(name);
    }
    std::vector<PlaceMatch> matches;
    for (const NameInText &name : names) {
        Candidates candidates = candidatesFor(name);
        if (!candidates.empty() && isMeant(name, candidates)) {
            matches.push_back({name.span, std::move(candidates)});
        }
    }
    return matches;
}

const RankedPlace &Ranking::placeOf(qint64 id)
{
    const auto known = m_places.find(id);
    return known != m_places.end() ? known->second
                                   : m_places.emplace(id, m_file.placeById(id).value_or(RankedPlace{})).first->second;
}

void Ranking::learn(const NameInText &name)
{
    QString country;
    bool onlyOne = true;
    bool weighty = false;
    for (const NameRow &row : name.names) {
        const RankedPlace &ranked = placeOf(row.place);
        if (ranked.place.kind == u"country") {
            ++m_namedCountries[ranked.place.country];
        }
        weighty = weighty || ranked.ours || ranked.place.kind != u"settlement" || ranked.place.population > 100'000;
        onlyOne = onlyOne && (country.isEmpty() || country == ranked.place.country);
        country = ranked.place.country;
    }
    // A small town may be somebody's surname, and must not speak for its country.
    if (onlyOne && weighty && !country.isEmpty()) {
        ++m_placesIn[country];
        ++m_placesInOne;
    }
}

bool Ranking::isMeant(const NameInText &name, const Candidates &candidates)
{
    const Place &best = candidates.front().place;
    if (!name.isOneWord() || name.names.front().acronym || best.kind == u"country") {
        return !(name.isOneWord() && isAlsoAPerson(name.key) && name.capitalAfter && !tellsAKind(name.keyAfter));
    }
    const bool afterPlaceWord = standsBeforePlaces(name.keyBefore);
    const bool nameGoesOn = name.capitalAfter && !tellsAKind(name.keyAfter);
    if (standsBeforePeople(name.keyBefore) || (isAlsoAPerson(name.key) && nameGoesOn)) {
        return false;
    }
    if (isDoubtfulPlace(name.key)) {
        return afterPlaceWord && !nameGoesOn;
    }
    constexpr qint64 wellKnown = 300'000;
    if (placeOf(best.id).ours || best.kind != u"settlement" || best.population >= wellKnown) {
        return true;
    }
    // Small towns share their names with people, papers and firms everywhere.
    const bool inItsCountry = m_namedCountries.contains(best.country) || m_placesIn.contains(best.country);
    return (inItsCountry || afterPlaceWord) && !nameGoesOn && !name.capitalBefore;
}

Ranking::Candidates Ranking::candidatesFor(const NameInText &name)
{
    std::map<qint64, double> scores;
    for (const NameRow &row : name.names) {
        const RankedPlace &ranked = placeOf(row.place);
        if (row.foreign && m_english && !ranked.ours) {
            continue;
        }
        const double score = likelihood(ranked, row) + kindHint(name, ranked.place.kind) + nearness(ranked.place);
        double &best = scores[row.place];
        best = std::max(best, score);
    }
    Candidates list;
    list.reserve(scores.size());
    for (const auto &[id, score] : scores) {
        list.push_back({placeOf(id).place, std::clamp(score, 0.0, 1.0), {}});
    }
    std::ranges::stable_sort(list, std::greater{},
                             [&](const PlaceMatch::Candidate &each) { return scores[each.place.id]; });
    for (PlaceMatch::Candidate &candidate : list) {
        candidate.reason = reason(candidate.place, list);
    }
    return list;
}

/// How much the countries of the text speak for a place.
double Ranking::nearness(const Place &place) const
{
    const auto in = m_placesIn.find(place.country);
    const double share = in == m_placesIn.end() ? 0.0 : double(in->second) / double(m_placesInOne);
    return place.country.isEmpty() ? 0.0 : (m_namedCountries.contains(place.country) ? 0.25 : 0.0) + 0.2 * share;
}

QString Ranking::reason(const Place &place, const Candidates &all) const
{
    if (all.size() == 1) {
        return say("the only place of that name");
    }
    const auto sameKind = [&](const PlaceMatch::Candidate &each) { return each.place.kind == place.kind; };
    const auto elsewhere = [&](const PlaceMatch::Candidate &each) { return each.place.country != place.country; };
    const auto larger = [&](const PlaceMatch::Candidate &each) { return each.place.population > place.population; };
    const qsizetype ofKind = std::ranges::count_if(all, sameKind);
    if (ofKind == 1) {
        return say("the only %1 of that name").arg(place.kind);
    }
    if (std::ranges::any_of(all, elsewhere) && m_namedCountries.contains(place.country)) {
        return say("in a country that the text names");
    }
    if (std::ranges::any_of(all, elsewhere) && m_placesIn.contains(place.country)) {
        return say("in the country of other places in the text");
    }
    return place.population > 0 && std::ranges::none_of(all, larger)
        ? say("the largest of %1 of that name").arg(all.size())
        : say("one of %1 of that name").arg(all.size());
}

} // namespace dateline
