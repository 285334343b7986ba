#include "tables/mappingguess.h"

#include "tables/cells.h"
#include "tables/columnfacts.h"
#include "tables/columnwords.h"
#include "tables/mappeddate.h"
#include "tables/rolescores.h"
#include "tables/tablestext.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// A guess on its way.
struct Guessing
{
    const TableSample &sample;
    std::size_t begin; ///< The first record of the rows.
    std::vector<ColumnFacts> facts;
    MappingGuess guess;

    [[nodiscard]] QString nameOfColumn(std::size_t column) const { return guess.mapping.columns[column].name; }
    void set(std::size_t column, Role role) { guess.mapping.columns[column].role = role; }
};

struct Candidate
{
    int score = 0;
    std::size_t column = 0;
    Role role = Role::Rest;
};

/// Gives each column the role that goes best with it, the likeliest first.
void giveRoles(Guessing &at)
{
    std::vector<Candidate> candidates;
    for (std::size_t column = 0; column < at.facts.size(); ++column) {
        for (const Role role : mappableRoles()) {
            if (const int score = roleScore(at.nameOfColumn(column), at.facts[column], role); score > 0)
                candidates.push_back({score, column, role});
        }
    }
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::score);
    std::vector<bool> given(at.facts.size());
    for (const Candidate &candidate : candidates) {
        if (given[candidate.column] || (!isForMany(candidate.role) && at.guess.mapping.has(candidate.role)))
            continue;
        at.set(candidate.column, candidate.role);
        given[candidate.column] = true;
    }
}

/// Two columns of degrees that no name tells apart.
void findDegrees(Guessing &at)
{
    const Mapping &mapping = at.guess.mapping;
    if (mapping.has(Role::LatLon) || mapping.has(Role::Latitude) || mapping.has(Role::Longitude)
        || mapping.has(Role::Shape) || mapping.has(Role::Easting))
        return;
    std::vector<std::size_t> degrees;
    for (std::size_t column = 0; column < at.facts.size(); ++column) {
        const ColumnFacts &facts = at.facts[column];
        if (mapping.columns[column].role == Role::Rest && facts.share(facts.fractions) >= 0.8 && facts.least >= -180
            && facts.most <= 180)
            degrees.push_back(column);
    }
    if (degrees.size() != 2)
        return;
    const bool isFirstBeyond = at.facts[degrees[0]].beyond90 > 0;
    const bool isSecondBeyond = at.facts[degrees[1]].beyond90 > 0;
    if (isFirstBeyond && isSecondBeyond)
        return;
    at.set(degrees[0], isFirstBeyond ? Role::Longitude : Role::Latitude);
    at.set(degrees[1], isFirstBeyond ? Role::Latitude : Role::Longitude);
    if (!isFirstBeyond && !isSecondBeyond)
        at.guess.gaps.push_back(MappingGap::Latitude);
}

/// Names may say it the wrong way round.
void unswap(Guessing &at)
{
    Mapping &mapping = at.guess.mapping;
    const std::optional<std::size_t> latitude = mapping.columnOf(Role::Latitude);
    const std::optional<std::size_t> longitude = mapping.columnOf(Role::Longitude);
    if (latitude && longitude) {
        const ColumnFacts &up = at.facts[*latitude];
        const ColumnFacts &right = at.facts[*longitude];
        if (2 * up.beyond90 < up.filled || up.filled == 0 || right.beyond90 > 0 || right.most > 90 || right.least < -90)
            return;
        at.set(*latitude, Role::Longitude);
        at.set(*longitude, Role::Latitude);
        at.guess.remarks.append(
            TablesText::tr("Latitude and longitude are swapped: “%1” has longitudes and “%2” latitudes, and they are "
                           "taken so")
                .arg(at.nameOfColumn(*latitude), at.nameOfColumn(*longitude)));
    }
    if (const std::optional<std::size_t> both = mapping.columnOf(Role::LatLon);
        both && at.facts[*both].pairsBeyondFirst > at.facts[*both].pairsBeyondSecond) {
        mapping.longitudeFirst = true;
        at.guess.remarks.append(
            TablesText::tr("In “%1” the longitude comes first, and it is taken so").arg(at.nameOfColumn(*both)));
    }
}

/// A column of remarks is what the table says where nothing else is.
void findWords(Guessing &at)
{
    constexpr double lengthOfWords = 60;
    const std::optional<std::size_t> notes = at.guess.mapping.columnOf(Role::Notes);
    if (notes && !at.guess.mapping.has(Role::Words) && at.facts[*notes].length >= lengthOfWords)
        at.set(*notes, Role::Words);
}

/// Looks up the words of the column of kinds, and asks for the order of dates.
void findTerms(Guessing &at)
{
    Mapping &mapping = at.guess.mapping;
    const DateOrders orders = dateOrdersIn(at.sample, mapping);
    mapping.dateOrder = orders.order;
    if (orders.isOpen) {
        at.guess.gaps.push_back(MappingGap::DateOrder);
        at.guess.datesExample = orders.example;
    }
    const std::optional<std::size_t> column = mapping.columnOf(Role::Kind);
    if (!column)
        return;
    const QStringList words = kindWordsIn(at.sample, mapping, *column);
    for (const QString &word : words) {
        if (std::optional<MappedKind> kind = kindOfWord(word))
            mapping.kinds.push_back(std::move(*kind));
    }
}

/// The filled cells of @p column.
std::vector<std::string_view> cellsOf(const TableSample &sample, const Mapping &mapping, std::size_t column)
{
    std::vector<std::string_view> cells;
    for (std::size_t row = static_cast<std::size_t>(mapping.headerRow); row < sample.records.size(); ++row) {
        const std::vector<std::string> &record = sample.records[row];
        if (column < record.size() && !trimmed(record[column]).empty())
            cells.push_back(trimmed(record[column]));
    }
    return cells;
}

} // namespace

DateOrders dateOrdersIn(const TableSample &sample, const Mapping &mapping)
{
    constexpr std::array orders{DateOrder::NotTold, DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst};
    constexpr qsizetype longestExample = 24;
    DateOrders found;
    std::array<int, orders.size()> fits{};
    for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
        if (mapping.columns[column].role != Role::Date && mapping.columns[column].role != Role::End)
            continue;
        for (const std::string_view cell : cellsOf(sample, mapping, column)) {
            const bool isSame = dateInOrder(cell, DateOrder::NotTold).has_value();
            bool isDate = false;
            for (const DateOrder order : orders) {
                const bool fitsIt = isSame || dateInOrder(cell, order);
                isDate = isDate || fitsIt;
                fits.at(static_cast<std::size_t>(order)) += fitsIt ? 1 : 0;
            }
            if (!isSame && isDate && found.example.isEmpty())
                found.example = textFrom(cell).left(longestExample);
        }
    }
    const auto *const best = std::ranges::max_element(fits);
    if (*best == fits[0])
        return {}; // All are the same day in every order.
    found.isOpen = std::ranges::count(fits, *best) > 1;
    if (!found.isOpen)
        found.order = static_cast<DateOrder>(best - fits.begin());
    return found;
}

QStringList kindWordsIn(const TableSample &sample, const Mapping &mapping, std::size_t column)
{
    QStringList words;
    for (const std::string_view cell : cellsOf(sample, mapping, column)) {
        const QString word = textFrom(cell);
        if (words.size() <= ColumnFacts::mostValues && !words.contains(word, Qt::CaseInsensitive))
            words.append(word);
    }
    return words.size() > ColumnFacts::mostValues ? QStringList() : words;
}

MappingGuess guessOf(const TableSample &sample, std::optional<int> headerRow)
{
    Mapping mapping;
    mapping.headerRow = headerRow.value_or(guessHeaderRow(sample.records));
    mapping.delimiter = sample.delimiter;
    const QStringList names = columnNames(sample.records, mapping.headerRow);
    for (const QString &name : names)
        mapping.columns.push_back({name, Role::Rest});
    const auto begin = static_cast<std::size_t>(mapping.headerRow);
    Guessing at{
        sample, begin, factsOf(sample.records, begin, mapping.columns.size()), {std::move(mapping), {}, {}, {}}};
    giveRoles(at);
    findDegrees(at);
    unswap(at);
    findWords(at);
    findTerms(at);
    const std::vector<MappingGap> gaps = gapsOf(at.guess.mapping);
    at.guess.gaps.insert(at.guess.gaps.end(), gaps.begin(), gaps.end());
    return std::move(at.guess);
}

} // namespace dateline
