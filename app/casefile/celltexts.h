#pragma once

#include "base/time.h"
#include "domain/incidentsource.h"

#include <QByteArray>

#include <array>
#include <string>
#include <string_view>

namespace dateline
{

// The texts of cells in UTF-8, made without a QString: what rowFrom() makes for one row, for a million.

/// “2022-09-12T20:05Z”, as isoFromUtc() writes it.
class IsoTime
{
public:
    explicit IsoTime(UtcMinute time)
    {
        const auto days = std::chrono::floor<std::chrono::days>(time);
        const std::chrono::year_month_day date(days);
        const auto minutes = static_cast<unsigned>((time - days).count());
        put(0, 4, static_cast<unsigned>(static_cast<int>(date.year())));
        put(5, 2, static_cast<unsigned>(date.month()));
        put(8, 2, static_cast<unsigned>(date.day()));
        put(11, 2, minutes / 60);
        put(14, 2, minutes % 60);
    }
    [[nodiscard]] std::string_view text() const { return {m_text.data(), m_text.size()}; }

private:
    void put(std::size_t at, std::size_t digits, unsigned value)
    {
        for (std::size_t i = digits; i > 0; --i, value /= 10)
            m_text[at + i - 1] = static_cast<char>('0' + value % 10);
    }
    std::array<char, 17> m_text{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0', '0', ':', '0', '0', 'Z'};
};

/// The keys of an enumeration in UTF-8, so that a row needs no QString.
template<typename Enum, std::size_t Count>
class Keys
{
public:
    template<typename KeyOf>
    explicit Keys(KeyOf keyOf)
    {
        for (std::size_t i = 0; i < Count; ++i)
            m_keys[i] = keyOf(static_cast<Enum>(i)).toStdString();
    }
    [[nodiscard]] std::string_view operator[](Enum value) const { return m_keys.at(static_cast<std::size_t>(value)); }

private:
    std::array<std::string, Count> m_keys;
};

struct AllKeys
{
    Keys<Kind, kindCount> kind{[](Kind value) { return termOf(value); }};
    Keys<SubKind, subKindCount> subKind{[](SubKind value) { return termOf(value); }};
    Keys<TimePrecision, 7> timePrecision{[](TimePrecision value) { return keyOf(value); }};
    Keys<LocationPrecision, 5> locationPrecision{[](LocationPrecision value) { return keyOf(value); }};
    Keys<Status, 4> status{[](Status value) { return keyOf(value); }};
    Keys<Loss::Kind, 6> loss{[](Loss::Kind value) { return keyOf(value); }};
    Keys<Stance, 5> stance{[](Stance value) { return keyOf(value); }};
};

/// The keys and terms of all enumerations that a row has.
[[nodiscard]] const AllKeys &keys();

[[nodiscard]] inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// @p utf8 without a byte order mark at its beginning, which reading would drop.
[[nodiscard]] std::string_view plain(std::string_view utf8);

[[nodiscard]] bool isUtf8(std::string_view text);

// JSON as rowFrom() writes it; empty if there is nothing to write.
void writeList(std::string &json, std::span<const std::string_view> texts);
void writeLosses(std::string &json, std::span<const LossRow> losses);

} // namespace dateline
