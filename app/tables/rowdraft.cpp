#include "tables/rowdraft.h"

#include "casefile/celltexts.h"
#include "tables/cells.h"
#include "tables/countrycodes.h"
#include "tables/mappeddate.h"
#include "tables/mappedposition.h"
#include "tables/tablestext.h"

#include <algorithm>
#include <utility>

namespace dateline
{

namespace
{

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

/// As subKindFromTerm(), without a QString for each of a million rows.
std::optional<SubKind> subKindNamed(std::string_view term)
{
    for (int i = 0; i < subKindCount; ++i) {
        if (equalLetters(term, keys().subKind[static_cast<SubKind>(i)]))
            return static_cast<SubKind>(i);
    }
    return std::nullopt;
}

/// As kindFromTerm(), likewise.
std::optional<Kind> kindNamed(std::string_view term)
{
    for (int i = 0; i < kindCount; ++i) {
        if (equalLetters(term, keys().kind[static_cast<Kind>(i)]))
            return static_cast<Kind>(i);
    }
    return std::nullopt;
}

bool isYes(std::string_view text)
{
    constexpr std::array<std::string_view, 5> yes{"true", "yes", "1", "y", "t"};
    return std::ranges::any_of(yes, [text](std::string_view word) { return equalLetters(text, word); });
}

/// The calendar month, year or week around @p day.
std::pair<sys_days, sys_days> around(sys_days day, TimePrecision precision)
{
    const std::chrono::year_month_day date(day);
    switch (precision) {
    case TimePrecision::Week: return {day - days(3), day + days(4)};
    case TimePrecision::Month: {
        const std::chrono::year_month month = date.year() / date.month();
        return {sys_days(month / 1), sys_days((month + std::chrono::months(1)) / 1)};
    }
    case TimePrecision::Year:
        return {sys_days(date.year() / 1 / 1), sys_days((date.year() + std::chrono::years(1)) / 1 / 1)};
    default: return {day, day + days(1)};
    }
}

TimePrecision precisionOf(days length)
{
    return length <= days(1) ? TimePrecision::Day
        : length <= days(7)  ? TimePrecision::Week
        : length <= days(31) ? TimePrecision::Month
                             : TimePrecision::Year;
}

} // namespace

std::optional<RowProblem> widthProblem(std::span<const std::string_view> cells, std::size_t columns)
{
    const auto isEmpty = [](std::string_view cell) { return trimmed(cell).empty(); };
    if (cells.size() < columns || !std::ranges::all_of(cells.subspan(columns), isEmpty)) {
        return RowProblem{
            {},
            QString::number(cells.size()),
            TablesText::tr("The row has %1 cells and the table %2 columns: check its commas and quotation marks")
                .arg(cells.size())
                .arg(columns)};
    }
    return std::nullopt;
}

RowDraft::RowDraft(const ColumnPlan &plan, CountryCodes &countries)
    : m_plan(plan)
    , m_countries(countries)
{
    for (std::size_t i = 0; i < plan.roles.size(); ++i)
        m_columns.at(static_cast<std::size_t>(plan.roles[i])).push_back(i);
    if (plan.mapping)
        m_positions = std::make_unique<MappedPositions>(*plan.mapping);
}

RowDraft::~RowDraft() = default;

std::optional<RowDraft::Found> RowDraft::find(Role role) const
{
    for (const std::size_t column : m_columns[static_cast<std::size_t>(role)]) {
        if (const std::string_view text = trimmed(m_cells[column]); !text.empty())
            return Found{column, text};
    }
    return std::nullopt;
}

std::string_view RowDraft::cell(Role role) const
{
    const std::optional<Found> found = find(role);
    return found ? found->text : std::string_view();
}

std::string_view RowDraft::extra(std::size_t index) const
{
    const std::size_t column = m_plan.extras.at(index);
    return column < m_cells.size() ? trimmed(m_cells[column]) : std::string_view();
}

std::string_view RowDraft::countryCode(std::string_view name)
{
    return m_countries.codeOf(name);
}

void RowDraft::refuse(std::size_t column, const QString &reason)
{
    constexpr std::size_t longest = 200;
    if (m_problem)
        return;
    m_problem =
        RowProblem{QString::fromUtf8(m_plan.names[column]), textFrom(m_cells[column].substr(0, longest)), reason};
}

void RowDraft::refuseExtra(std::size_t index, const QString &reason)
{
    if (m_plan.extras.at(index) < m_cells.size())
        refuse(m_plan.extras[index], reason);
}

std::optional<RowProblem> RowDraft::read(std::span<const std::string_view> cells)
{
    m_cells = cells;
    m_problem.reset();
    row = {};
    title.clear();
    actors.clear();
    tags.clear();
    losses.clear();
    sources.clear();
    m_kept.clear();
    row.dataSetId = cell(Role::Id);
    words = cell(Role::Words);
    if (m_plan.mapping && words.empty())
        words = cell(Role::Title);
    row.notes = cell(Role::Notes);
    row.sensitive = isYes(cell(Role::Sensitive));
    row.graphic = isYes(cell(Role::Graphic));
    readKind();
    readTime();
    if (m_plan.mapping)
        shiftToUtc();
    readPlace();
    readLosses();
    readNames();
    readSources();
    if (m_plan.layout->complete && !m_problem)
        m_plan.layout->complete(*this);
    if (m_problem)
        return m_problem;
    finishTitle();
    row.title = title;
    row.actors = actors;
    row.tags = tags;
    row.losses = losses;
    return std::nullopt;
}

void RowDraft::readKind()
{
    const std::optional<Found> kind = find(Role::Kind);
    if (m_plan.mapping) {
        readMappedKind(kind ? kind->text : std::string_view());
        return;
    }
    if (kind) {
        const auto own = std::ranges::find_if(m_plan.layout->kinds,
                                              [&](const KindTerm &k) { return equalLetters(kind->text, k.term); });
        if (own != m_plan.layout->kinds.end()) {
            row.kind = own->kind;
            row.subKind = own->subKind;
        } else if (const std::optional<Kind> published = kindNamed(kind->text)) {
            row.kind = *published;
        } else {
            refuse(kind->column, TablesText::tr("This is no kind of event that is known: correct its spelling"));
        }
    }
    // One that is not known says less than its kind, which is.
    if (const std::string_view term = cell(Role::SubKind); !term.empty()) {
        if (const std::optional<SubKind> subKind = subKindNamed(term); subKind && kindOf(*subKind) == row.kind)
            row.subKind = subKind;
    }
}

void RowDraft::readTime()
{
    std::optional<Found> text = find(Role::Date);
    std::optional<Found> time = find(Role::Time);
    // A column of times that names the day too.
    if (!text && time && dateIn(time->text))
        text = std::exchange(time, std::nullopt);
    if (!text)
        return;
    const std::optional<CellDate> date = readDate(*text);
    if (!date)
        return;
    m_isZoned = date->isZoned;
    TimePrecision precision = date->precision;
    bool isCoded = false;
    if (const std::optional<Found> code = find(Role::DatePrecision)) {
        const auto known = std::ranges::find(m_plan.layout->timeCodes, code->text, &TimeCode::code);
        isCoded = known != m_plan.layout->timeCodes.end();
        if (!isCoded) {
            refuse(code->column, TablesText::tr("This is no code for how closely the date is known"));
            return;
        }
        precision = std::max(precision, known->precision);
    }
    std::optional<minutes> minute = date->minute;
    if (time) {
        minute = m_plan.mapping ? looseTimeOfDay(time->text) : timeOfDayFrom(time->text);
        if (!minute) {
            refuse(time->column, TablesText::tr("This is no time of day: write it like 14:05"));
            return;
        }
    }
    if (minute && precision == TimePrecision::Day && cell(Role::End).empty()) {
        const UtcMinute begin = date->day + *minute;
        row.time = TimeSpan{begin, begin + minutes(1), TimePrecision::Minute};
        return;
    }
    readEnd(date->day, precision, isCoded);
}

std::optional<CellDate> RowDraft::readDate(const Found &text)
{
    const std::optional<CellDate> date = dateIn(text.text);
    if (!date && fitsMoreOrders(text.text))
        refuse(text.column, TablesText::tr("This date fits in more than one order, and none is told"));
    if (!date)
        refuse(text.column, TablesText::tr("This is no date: write it like 2022-09-13"));
    return date;
}

void RowDraft::readEnd(sys_days day, TimePrecision precision, bool isCoded)
{
    const std::optional<Found> text = find(Role::End);
    if (!text) {
        const auto [begin, end] = around(day, precision);
        row.time = TimeSpan{begin, end, precision};
        return;
    }
    const std::optional<CellDate> last = readDate(*text);
    if (!last)
        return;
    const sys_days end = around(last->day, last->precision).second;
    if (end <= day) {
        refuse(text->column, TablesText::tr("It ends before it begins: correct one of the dates"));
        return;
    }
    // A span of many days is not known to the day, whatever its code says.
    const TimePrecision length = precisionOf(end - day);
    row.time = TimeSpan{day, end, isCoded ? std::max(precision, length) : length};
}

std::optional<qint64> RowDraft::readCount(Role role)
{
    const std::optional<Found> text = find(role);
    if (!text)
        return std::nullopt;
    const std::optional<qint64> count = countFrom(text->text);
    if (!count)
        refuse(text->column, TablesText::tr("This is no number of people: write digits only"));
    return count;
}

void RowDraft::readLosses()
{
    const std::optional<qint64> best = readCount(Role::Killed);
    const std::optional<qint64> low = readCount(Role::KilledLow);
    const std::optional<qint64> high = readCount(Role::KilledHigh);
    const qint64 most = std::max({best.value_or(0), low.value_or(0), high.value_or(0)});
    if (most == 0)
        return;
    const qint64 least = low.value_or(best.value_or(0));
    const qint64 largest = high.value_or(most);
    if (least > largest) {
        refuse(m_columns[static_cast<std::size_t>(low ? Role::KilledLow : Role::KilledHigh)].front(),
               TablesText::tr("The lowest number is above the highest: correct one of them"));
        return;
    }
    const bool isBetween = least < largest && best && *best >= least && *best <= largest;
    losses.push_back({.low = least, .high = largest, .best = isBetween ? best : std::nullopt});
}

void RowDraft::readNames()
{
    for (const std::size_t column : m_columns[static_cast<std::size_t>(Role::Actors)])
        addParts(actors, m_cells[column], ";\n");
    for (const std::size_t column : m_columns[static_cast<std::size_t>(Role::Tags)])
        addParts(tags, m_cells[column], m_plan.layout->tagMarks);
}

void RowDraft::readSources()
{
    const auto add = [this](std::string_view publisher) {
        if (!publisher.empty() && !std::ranges::contains(sources, publisher, &RowSource::publisher))
            sources.push_back({publisher, words, {}});
    };
    m_names.clear();
    for (const std::size_t column : m_columns[static_cast<std::size_t>(Role::Sources)])
        addParts(m_names, m_cells[column], m_plan.mapping && m_cells[column].contains("://") ? ",; \t\n" : ";\n");
    for (const std::string_view name : m_names)
        add(m_plan.mapping ? publisherOf(name) : name);
    m_names.clear();
    for (const std::size_t column : m_columns[static_cast<std::size_t>(Role::Links)])
        addParts(m_names, m_cells[column], ", \t\r\n");
    for (const std::string_view link : m_names)
        add(publisherOf(link));
}

bool RowDraft::takeTimeFromTitle()
{
    const std::optional<CellDate> date =
        row.time ? std::nullopt : dateFrom(cell(Role::Title), m_plan.layout->monthFirst);
    if (!date || date->minute || date->precision != TimePrecision::Day)
        return false;
    row.time = TimeSpan{date->day, date->day + days(1), TimePrecision::Day};
    return true;
}

void RowDraft::takeTitleFromWords()
{
    constexpr std::size_t longest = 90;
    std::string_view line = trimmed(words.substr(0, words.find_first_of("\r\n")));
    if (line.size() > longest) {
        const std::size_t space = line.substr(0, longest).find_last_of(' ');
        std::size_t end = space == std::string_view::npos ? longest : space;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
            --end;
        title.assign(line.substr(0, end)).append("…");
    } else {
        title = line;
    }
}

void RowDraft::finishTitle()
{
    if (title.empty())
        title = cell(Role::Title);
    if (!title.empty())
        return;
    title = cell(Role::SubKind);
    if (title.empty())
        title = cell(Role::Kind);
    if (title.empty() && !words.empty()) {
        takeTitleFromWords();
        return;
    }
    if (title.empty())
        title = TablesText::tr("Event").toStdString();
    if (const std::string_view place = row.place.empty() ? row.province : row.place; !place.empty())
        title.append(", ").append(place);
}

} // namespace dateline
