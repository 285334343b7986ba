#include "tables/columnfacts.h"

#include "geo/coordinates.h"
#include "geo/shapetext.h"
#include "tables/cells.h"
#include "tables/columnwords.h"
#include "tables/countrycodes.h"
#include "tables/mappeddate.h"

#include <QRegularExpression>

#include <algorithm>
#include <unordered_set>

namespace dateline
{

namespace
{

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(words, [text](std::string_view word) { return equalLetters(text, word); });
}

void addNumber(ColumnFacts &facts, std::string_view text)
{
    const std::optional<double> number = decimalFrom(text);
    if (!number)
        return;
    ++facts.numbers;
    facts.least = std::min(facts.least, *number);
    facts.most = std::max(facts.most, *number);
    facts.beyond90 += std::abs(*number) > 90 && std::abs(*number) <= 180 ? 1 : 0;
    const std::size_t mark = text.find_first_of(".,");
    if (mark != std::string_view::npos && text.size() - mark > 2)
        ++facts.fractions;
    if (countFrom(text))
        ++facts.counts;
}

void addDates(ColumnFacts &facts, std::string_view text)
{
    bool isDate = false;
    for (const DateOrder order :
         {DateOrder::NotTold, DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst}) {
        if (dateInOrder(text, order)) {
            ++facts.dates.at(static_cast<std::size_t>(order));
            isDate = true;
        }
    }
    if (isDate && text.find_first_not_of("0123456789") == std::string_view::npos)
        ++facts.plainDates;
    if (!isDate && looseTimeOfDay(text))
        ++facts.times;
}

void addPositions(ColumnFacts &facts, const QString &text)
{
    static const QRegularExpression angle(QStringLiteral("^[-+NSEW]?\\s*\\d.*[°º'′\"″NSEWnsew]"));
    static const QRegularExpression pair(
        QStringLiteral("^[\\[(]?\\s*([-+]?\\d+[.,]\\d{2,})\\s*[,;\\s]\\s*([-+]?\\d+[.,]\\d{2,})\\s*[\\])]?$"));
    static const QRegularExpression zone(QStringLiteral("^\\d{1,2}\\s*[A-Za-z]?$"));
    if (zone.match(text).hasMatch())
        ++facts.zones;
    if (const auto two = pair.match(text); two.hasMatch()) {
        const auto beyond = [&two](int part) {
            const std::optional<double> number = decimalFrom(two.captured(part).toStdString());
            return number && std::abs(*number) > 90;
        };
        ++facts.positions;
        facts.pairsBeyondFirst += beyond(1) ? 1 : 0;
        facts.pairsBeyondSecond += beyond(2) ? 1 : 0;
        return;
    }
    if (angle.match(text).hasMatch() && (latitudeFrom(text) || longitudeFrom(text))) {
        ++facts.angles;
        return;
    }
    // Two whole numbers may be anything.
    const Result<CoordinateReading> reading = coordinatesFrom(text);
    static const QRegularExpression twoWhole(QStringLiteral("^\\d+\\D{1,3}\\d+$"));
    if (reading && !(reading->format == CoordinateFormat::Degrees && twoWhole.match(text).hasMatch()))
        ++facts.positions;
}

void addCell(ColumnFacts &facts, std::string_view text, CountryCodes &countries)
{
    const QString letters = textFrom(text);
    ++facts.filled;
    addNumber(facts, text);
    constexpr std::size_t longestValue = 80; // Longer ones are words.
    facts.shapes += text.contains('(') && shapeFromText(text) ? 1 : 0;
    facts.links += text.contains("://") || text.starts_with("www.") ? 1 : 0;
    facts.length += static_cast<double>(letters.size());
    facts.words += static_cast<double>(letters.count(u' ') + 1);
    if (text.size() > longestValue)
        return;
    addDates(facts, text);
    addPositions(facts, letters);
    facts.answers +=
        isOneOf(text, {"yes", "no", "true", "false", "y", "n", "0", "1", "да", "нет", "так", "ні"}) ? 1 : 0;
    facts.countries += text.size() > 1 && !countries.codeOf(text).empty() ? 1 : 0;
}

} // namespace

std::vector<ColumnFacts> factsOf(const TableRecords &records, std::size_t begin, std::size_t columns)
{
    std::vector<ColumnFacts> all(columns);
    CountryCodes countries;
    for (std::size_t column = 0; column < columns; ++column) {
        ColumnFacts &facts = all[column];
        std::unordered_set<std::string> seen;
        for (std::size_t row = begin; row < records.size(); ++row) {
            const std::string_view text =
                column < records[row].size() ? trimmed(records[row][column]) : std::string_view();
            if (text.empty())
                continue;
            addCell(facts, text, countries);
            if (!seen.insert(std::string(text)).second) {
                facts.isUnique = false;
                continue;
            }
            facts.isFewValues = static_cast<qsizetype>(seen.size()) <= ColumnFacts::mostValues;
            if (facts.isFewValues)
                facts.values.append(textFrom(text));
        }
        facts.length /= std::max(1, facts.filled);
        facts.words /= std::max(1, facts.filled);
        facts.kinds = static_cast<int>(
            std::ranges::count_if(facts.values, [](const QString &value) { return kindOfWord(value).has_value(); }));
    }
    return all;
}

} // namespace dateline
