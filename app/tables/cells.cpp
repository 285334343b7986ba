#include "tables/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace dateline
{

namespace
{

using std::chrono::minutes;

constexpr std::string_view whiteSpace = " \t\r\n\v\f";

constexpr std::array<std::string_view, 12> monthNames{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes digits from the front of @p text; below 0 if there are none, or more than eight.
int takeDigits(std::string_view &text)
{
    std::size_t count = 0;
    int value = 0;
    for (; count < text.size() && count < 9 && isDigit(text[count]); ++count)
        value = value * 10 + (text[count] - '0');
    text.remove_prefix(count);
    return count == 0 || count > 8 ? -1 : value;
}

/// Takes a month's English name or its first three letters; 0 if there is none.
int takeMonth(std::string_view &text)
{
    std::size_t length = 0;
    while (length < text.size() && small(text[length]) >= 'a' && small(text[length]) <= 'z')
        ++length;
    if (length < 3)
        return 0;
    const std::array<char, 3> letters{small(text[0]), small(text[1]), small(text[2])};
    const auto *const month = std::ranges::find(monthNames, std::string_view(letters.data(), letters.size()));
    text.remove_prefix(length);
    return month == monthNames.end() ? 0 : static_cast<int>(month - monthNames.begin()) + 1;
}

void skip(std::string_view &text, std::string_view marks)
{
    text.remove_prefix(std::min(text.find_first_not_of(marks), text.size()));
}

std::optional<std::chrono::sys_days> dayOf(int year, int month, int day)
{
    // A week or a year around it must be between the years 1 and 9999 too.
    if (year < 2 || year > 9998 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

/// 2022-09-13, 20220913, 13/9/2022, 9/13/2022.
std::optional<std::chrono::sys_days> takeNumericDay(std::string_view &text, bool monthFirst)
{
    constexpr std::string_view marks = "-./";
    const std::string_view before = text;
    const int first = takeDigits(text);
    const std::size_t length = before.size() - text.size();
    if (length == 8)
        return dayOf(first / 10000, first / 100 % 100, first % 100);
    if (text.empty() || !marks.contains(text.front()))
        return std::nullopt;
    const char mark = text.front();
    text.remove_prefix(1);
    const int second = takeDigits(text);
    if (second < 0 || text.empty() || text.front() != mark)
        return std::nullopt;
    text.remove_prefix(1);
    const std::size_t left = text.size();
    const int third = takeDigits(text);
    if (length == 4)
        return dayOf(first, second, third);
    if (left - text.size() != 4)
        return std::nullopt;
    // Points and hyphens go with the day first everywhere.
    const bool slashed = monthFirst && mark == '/';
    const auto one = slashed ? dayOf(third, first, second) : dayOf(third, second, first);
    return one ? one : slashed ? dayOf(third, second, first) : dayOf(third, first, second);
}

/// 13 September 2022, September 13, 2022, 13-Sep-2022.
std::optional<std::chrono::sys_days> takeNamedDay(std::string_view &text)
{
    constexpr std::string_view marks = " ,.-/";
    int day = takeDigits(text);
    skip(text, marks);
    const int month = takeMonth(text);
    skip(text, marks);
    if (day < 0) {
        day = takeDigits(text);
        skip(text, marks);
    }
    return month == 0 ? std::nullopt : dayOf(takeDigits(text), month, day);
}

/// 2022, 2022-09.
std::optional<CellDate> yearOrMonth(std::string_view text)
{
    if ((text.size() != 4 && text.size() != 7) || !std::ranges::all_of(text.substr(0, 4), isDigit))
        return std::nullopt;
    const int year = takeDigits(text);
    if (text.empty()) {
        const auto day = dayOf(year, 1, 1);
        return day ? std::optional(CellDate{*day, std::nullopt, TimePrecision::Year}) : std::nullopt;
    }
    if (text.front() != '-' || !isDigit(text[1]) || !isDigit(text[2]))
        return std::nullopt;
    const auto day = dayOf(year, (text[1] - '0') * 10 + text[2] - '0', 1);
    return day ? std::optional(CellDate{*day, std::nullopt, TimePrecision::Month}) : std::nullopt;
}

/// Takes +04:00, -0330 or +04 from the end of a time of day; none if it is in UTC.
std::optional<minutes> takeZone(std::string_view &text)
{
    const std::size_t sign = text.find_last_of("+-");
    if (sign == std::string_view::npos || sign == 0)
        return std::nullopt;
    std::string_view zone = text.substr(sign + 1);
    const int first = takeDigits(zone);
    const std::size_t digits = text.size() - sign - 1 - zone.size();
    int hours = first;
    int minute = 0;
    if (digits == 4 && zone.empty()) {
        hours = first / 100;
        minute = first % 100;
    } else if (digits == 2 && zone.size() == 3 && zone.front() == ':') {
        zone.remove_prefix(1);
        minute = takeDigits(zone);
    } else if (digits != 2 || !zone.empty()) {
        return std::nullopt;
    }
    if (hours < 0 || hours > 14 || minute < 0 || minute > 59 || (hours == 0 && minute == 0))
        return std::nullopt;
    const minutes ahead(hours * 60 + minute);
    const bool isWest = text[sign] == '-';
    text = text.substr(0, sign);
    return isWest ? -ahead : ahead;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    // Nearly every cell begins and ends with a letter.
    const auto isPrinted = [](char c) { return static_cast<unsigned char>(c) > ' '; };
    if (!text.empty() && isPrinted(text.front()) && isPrinted(text.back()))
        return text;
    const std::size_t begin = text.find_first_not_of(whiteSpace);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(whiteSpace) + 1 - begin);
}

std::string smallLetters(std::string_view text)
{
    std::string letters(text);
    std::ranges::transform(letters, letters.begin(), small);
    return letters;
}

bool equalLetters(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, small, small);
}

std::optional<double> decimalFrom(std::string_view text)
{
    text = trimmed(text);
    std::array<char, 40> point{};
    if (const std::size_t comma = text.find(','); comma != std::string_view::npos) {
        if (text.size() > point.size() || text.find_first_of(".,", comma + 1) != std::string_view::npos
            || text.substr(0, comma).contains('.'))
            return std::nullopt;
        std::ranges::copy(text, point.begin());
        point.at(comma) = '.';
        text = {point.data(), text.size()};
    }
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<qint64> countFrom(std::string_view text)
{
    text = trimmed(text);
    qint64 count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error == std::errc() && end == text.data() + text.size())
        return count >= 0 ? std::optional(count) : std::nullopt;
    const std::optional<double> number = decimalFrom(text);
    constexpr double most = 1e12; // People are fewer.
    if (!number || *number < 0 || *number > most || *number != std::floor(*number))
        return std::nullopt;
    return static_cast<qint64>(*number);
}

std::optional<minutes> timeOfDayFrom(std::string_view text)
{
    text = trimmed(text);
    int hour = takeDigits(text);
    if (hour < 0 || !text.starts_with(':'))
        return std::nullopt;
    text.remove_prefix(1);
    const int minute = takeDigits(text);
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        if (const int second = takeDigits(text); second < 0 || second > 60)
            return std::nullopt;
        if (text.starts_with('.')) {
            text.remove_prefix(1);
            skip(text, "0123456789");
        }
    }
    text = trimmed(text);
    const bool afternoon = equalLetters(text, "pm");
    if (afternoon || equalLetters(text, "am")) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (afternoon ? 12 : 0);
    } else if (!text.empty() && !equalLetters(text, "z") && text != "+00:00" && text != "+00"
               && !equalLetters(text, "utc")) {
        return std::nullopt;
    }
    if (hour > 23 || minute < 0 || minute > 59)
        return std::nullopt;
    return minutes(hour * 60 + minute);
}

std::optional<CellDate> dateFrom(std::string_view text, bool monthFirst)
{
    text = trimmed(text);
    if (const std::optional<CellDate> part = yearOrMonth(text))
        return part;
    std::string_view rest = text;
    std::optional<std::chrono::sys_days> day = takeNumericDay(rest, monthFirst);
    if (!day) {
        rest = text;
        day = takeNamedDay(rest);
    }
    if (!day)
        return std::nullopt;
    if (rest.empty())
        return CellDate{*day, std::nullopt};
    if (rest.front() != 'T' && rest.front() != ' ' && rest.front() != ',')
        return std::nullopt;
    rest.remove_prefix(1);
    const std::optional<minutes> ahead = takeZone(rest);
    const std::optional<minutes> time = timeOfDayFrom(rest);
    if (!time)
        return std::nullopt;
    const bool isUtc = rest.ends_with('Z') || rest.ends_with('z') || rest.ends_with("+00:00") || rest.ends_with("+00")
        || (rest.size() > 3 && equalLetters(rest.substr(rest.size() - 3), "utc"));
    if (!ahead)
        return CellDate{*day, *time == minutes(0) ? std::nullopt : time, TimePrecision::Day, isUtc};
    const auto instant = *day + *time - *ahead;
    const auto utcDay = std::chrono::floor<std::chrono::days>(instant);
    return CellDate{utcDay, instant - utcDay, TimePrecision::Day, true};
}

void addParts(std::vector<std::string_view> &parts, std::string_view text, std::string_view marks)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(marks), text.size());
        if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty())
            parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string_view publisherOf(std::string_view link)
{
    constexpr std::array<std::string_view, 9> sitesOfMany{"x.com",        "twitter.com",   "t.me",
                                                          "facebook.com", "instagram.com", "tiktok.com",
                                                          "vk.com",       "youtube.com",   "mobile.twitter.com"};
    const std::size_t scheme = link.find("://");
    if (scheme == std::string_view::npos)
        return link;
    link.remove_prefix(scheme + 3);
    if (equalLetters(link.substr(0, 4), "www."))
        link.remove_prefix(4);
    const std::size_t hostEnd = std::min(link.find_first_of("/?#"), link.size());
    const std::string_view host = link.substr(0, hostEnd);
    const bool isOfMany =
        std::ranges::any_of(sitesOfMany, [host](std::string_view site) { return equalLetters(host, site); });
    if (!isOfMany || hostEnd + 1 >= link.size() || link[hostEnd] != '/')
        return host;
    return link.substr(0, std::min(link.find_first_of("/?#", hostEnd + 1), link.size()));
}

} // namespace dateline
