#include "places/setting.h"

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr qint64 weightyPopulation = 100'000;

bool liesIn(const Place &inner, const Place &outer)
{
    if (inner.id == outer.id || inner.kind == u"country")
        return false;
    if (outer.kind == u"country")
        return inner.country == outer.country;
    const bool sameProvince = inner.province == outer.province && inner.country == outer.country;
    if (outer.kind == u"province" && inner.kind != u"province")
        return sameProvince && !inner.province.isEmpty();
    return (outer.country.isEmpty() || inner.country == outer.country)
        && roughKm(inner.position, outer.position) * 1000 < outer.radiusMetres;
}

} // namespace

double roughKm(LonLat a, LonLat b)
{
    constexpr double kmPerDegree = 111.2;
    constexpr double radiansPerDegree = 0.017453292519943295;
    double east = std::abs(a.lon - b.lon);
    east = std::min(east, 360 - east) * std::cos((a.lat + b.lat) / 2 * radiansPerDegree);
    return kmPerDegree * std::hypot(east, a.lat - b.lat);
}

Setting::Setting(PlaceLookup &lookup, const std::optional<LonLatBox> &area)
    : m_lookup(lookup)
    , m_area(area)
{
    // A case that spans much of the world is about no part of it.
    constexpr double largestDegrees = 40;
    if (area && (area->east - area->west > largestDegrees || area->north - area->south > largestDegrees))
        m_area.reset();
}

void Setting::learn(TextWords &words, const std::vector<NameInText> &names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        learnName(names[i]);
        const bool touches = i + 1 < names.size() && names[i + 1].first == names[i].last;
        if (!touches || names[i].isUnseen() || names[i + 1].isUnseen())
            continue;
        const TextWord &begin = words.at(names[i + 1].first);
        if (begin.afterComma || begin.inBracket)
            learnContainment(names[i], names[i + 1]);
    }
}

void Setting::learnName(const NameInText &name)
{
    if (name.isUnseen())
        return;
    QString country;
    bool onlyOne = true;
    bool weighty = false;
    for (const NameRow &row : name.names) {
        const RankedPlace &ranked = m_lookup.place(row.place);
        if (ranked.place.kind == u"country" && !hasNamesakeProvince(name, ranked.place)) {
            ++m_named[ranked.place.country];
            m_countryPlaces.insert(ranked.place.country, ranked.place.id);
        }
        weighty =
            weighty || ranked.ours || ranked.place.kind != u"settlement" || ranked.place.population > weightyPopulation;
        onlyOne = onlyOne && (country.isEmpty() || country == ranked.place.country);
        country = ranked.place.country;
    }
    // A small town may be somebody's surname, and must not speak for its country.
    if (!onlyOne || !weighty || country.isEmpty())
        return;
    ++m_placesIn[country];
    ++m_placesInOne;
    constexpr std::size_t mostPositions = 200; // More would tell no more, and cost time in long texts.
    const Place &place = m_lookup.place(name.names.front().place).place;
    const bool isPoint = place.kind == u"settlement" || place.kind == u"province";
    if (isPoint && m_positions.size() < mostPositions && !m_sure.contains(place.id)) {
        m_sure.insert(place.id);
        m_positions.push_back(place.position);
    }
}

/// “Georgia” alone does not name the country: a large province of another one is called so too.
bool Setting::hasNamesakeProvince(const NameInText &name, const Place &country)
{
    constexpr double largeMetres = 100'000;
    return std::ranges::any_of(name.names, [&](const NameRow &row) {
        const Place &place = m_lookup.place(row.place).place;
        return place.kind == u"province" && place.country != country.country && place.radiusMetres > largeMetres;
    });
}

void Setting::learnContainment(const NameInText &inner, const NameInText &outer)
{
    constexpr std::size_t most = 50; // Of one name, so that hostile text stays linear.
    for (std::size_t i = 0; i < std::min(most, inner.names.size()); ++i) {
        const Place within = m_lookup.place(inner.names[i].place).place;
        for (std::size_t k = 0; k < std::min(most, outer.names.size()); ++k) {
            const Place &around = m_lookup.place(outer.names[k].place).place;
            if (!around.isArea() || !liesIn(within, around))
                continue;
            m_told[inner.key].insert(within.id, around.id);
            m_told[outer.key].insert(around.id, around.id);
        }
    }
}

qint64 Setting::told(const QString &key, qint64 place) const
{
    const auto known = m_told.constFind(key);
    return known == m_told.cend() ? 0 : known->value(place);
}

double Setting::support(const Place &place) const
{
    double sum = 0;
    if (!place.country.isEmpty()) {
        const int in = m_placesIn.value(place.country);
        sum +=
            (m_named.contains(place.country) ? 0.25 : 0.0) + (in > 0 ? 0.2 * double(in) / double(m_placesInOne) : 0.0);
    }
    // A place near others of the text is more likely than its namesake a continent away.
    constexpr double nearKm = 150;
    double nearest = 1e9;
    for (const LonLat position : m_positions)
        nearest = std::min(nearest, roughKm(place.position, position));
    sum += 0.15 * std::exp(-nearest / nearKm);
    if (m_area && place.kind != u"country" && m_area->contains(place.position))
        sum += 0.3;
    return sum;
}

qint64 Setting::mainCountry() const
{
    // At least half of what tells a country tells this one.
    QHash<QString, int> counts = m_placesIn;
    int sum = m_placesInOne;
    for (auto named = m_named.cbegin(); named != m_named.cend(); ++named) {
        counts[named.key()] += named.value();
        sum += named.value();
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (count.value() * 2 > sum)
            return m_countryPlaces.value(count.key());
    }
    return 0;
}

} // namespace dateline
