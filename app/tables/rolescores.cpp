#include "tables/rolescores.h"

#include "tables/columnwords.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// Whether most cells are texts and not numbers, days or addresses.
bool isText(const ColumnFacts &facts)
{
    return facts.share(facts.numbers) < 0.5 && facts.share(facts.positions) < 0.5 && facts.share(facts.links) < 0.5
        && facts.share(*std::ranges::max_element(facts.dates)) < 0.5;
}

/// @p named if the name says so and @p fits, else @p plain if the values alone do.
int either(int named, bool fits, int plain, bool isPlain)
{
    if (named > 0 && fits)
        return named;
    return isPlain ? plain : 0;
}

int scoreOfTime(int named, const ColumnFacts &facts, Role role)
{
    const int dates = *std::ranges::max_element(facts.dates);
    const int signedDates = dates - std::min(dates, facts.plainDates);
    switch (role) {
    case Role::Date: return either(named, facts.share(dates) >= 0.5, 55, facts.share(signedDates) >= 0.9);
    case Role::End: return either(named, facts.share(dates) >= 0.5, 0, false);
    default: return either(named, facts.share(facts.times) >= 0.5, 50, facts.share(facts.times) >= 0.9);
    }
}

int scoreOfPosition(int named, const ColumnFacts &facts, Role role)
{
    constexpr double leastOfGrid = 1000; // Metres; degrees are fewer, even those that are wrong.
    const bool areDegrees = facts.share(facts.numbers + facts.angles) >= 0.5
        && (facts.numbers == 0 || (facts.least > -leastOfGrid && facts.least < leastOfGrid));
    const bool isNumber = facts.share(facts.numbers) >= 0.5;
    switch (role) {
    case Role::Latitude:
    case Role::Longitude: return either(named, areDegrees, 0, false);
    case Role::LatLon:
        return either(named, facts.share(facts.positions) >= 0.3, 80, facts.share(facts.positions) >= 0.7);
    case Role::Easting:
    case Role::Northing: return either(named, isNumber && facts.most > leastOfGrid, 0, false);
    case Role::Zone: return either(named, facts.share(facts.zones) >= 0.5, 0, false);
    default: return facts.share(facts.shapes) >= 0.5 ? 90 + named / 10 : 0;
    }
}

int scoreOfWords(int named, const ColumnFacts &facts, Role role)
{
    constexpr double lengthOfWords = 60;
    constexpr double longestTitle = 200;
    constexpr double longestKind = 60;
    switch (role) {
    case Role::Title: return either(named, isText(facts) && facts.length < longestTitle, 0, false);
    case Role::Words: {
        const int longer = static_cast<int>(std::min(facts.length, 100.0)) / 10;
        return either(named + longer * (named > 0 ? 1 : 0), isText(facts) && named > 0, 45 + longer,
                      isText(facts) && facts.length >= lengthOfWords && facts.words >= 8);
    }
    default: { // Kind
        const auto values = static_cast<int>(facts.values.size());
        const bool isShort = facts.isFewValues && facts.length <= longestKind && isText(facts);
        // Kinds come again; whole sentences that all differ tell what happened.
        const bool isTerm = !facts.isUnique || facts.words <= 2;
        return either(named, isShort, 50,
                      isShort && isTerm && values > 0 && values <= 20 && 10 * facts.kinds >= 3 * values);
    }
    }
}

} // namespace

int roleScore(const QString &name, const ColumnFacts &facts, Role role)
{
    const int named = nameScore(name, role);
    switch (role) {
    case Role::Rest:
    case Role::Dropped: return 0;
    case Role::Date:
    case Role::Time:
    case Role::End: return scoreOfTime(named, facts, role);
    case Role::Latitude:
    case Role::Longitude:
    case Role::LatLon:
    case Role::Easting:
    case Role::Northing:
    case Role::Zone:
    case Role::Shape: return scoreOfPosition(named, facts, role);
    case Role::Title:
    case Role::Words:
    case Role::Kind: return scoreOfWords(named, facts, role);
    case Role::Country:
        return either(named, isText(facts), 40, facts.share(facts.countries) >= 0.8 && facts.filled > 1);
    case Role::Killed:
    case Role::KilledLow:
    case Role::KilledHigh: return either(named, facts.share(facts.counts) >= 0.5, 0, false);
    case Role::Links: return either(named, facts.share(facts.links) >= 0.3, 70, facts.share(facts.links) >= 0.6);
    case Role::Id: return either(named, facts.isUnique && facts.filled > 0 && facts.words < 2, 0, false);
    case Role::Sensitive:
    case Role::Graphic: return either(named, facts.share(facts.answers) >= 0.8, 0, false);
    case Role::Tags:
    case Role::Notes: return facts.share(facts.links) < 0.5 ? named : 0;
    case Role::Sources: return facts.share(facts.links) < 0.6 && facts.share(facts.numbers) < 0.5 ? named : 0;
    default: return isText(facts) ? named : 0; // Places and actors.
    }
}

} // namespace dateline
