#pragma once

#include "casefile/incidentreader.h"

#include <string>
#include <unordered_map>

namespace dateline
{

/// When incidents happened, in words: “13 Sep 2022, 00:05 UTC+04:00”. Many incidents share few times.
class TimeTexts
{
public:
    /// In the incident's own zone; empty if no time is stated. Valid until the next call.
    [[nodiscard]] const std::string &of(const StoredIncident &row);

    /// The day, such as “2022-09-13”, on which it begins in its own zone; empty if no time is stated.
    [[nodiscard]] static QString dayOf(const StoredIncident &row);

private:
    std::unordered_map<std::string, std::string> m_texts;
    std::string m_key;
    std::string m_none;
};

/// @p minute, such as “2022-09-12T20:05Z”, with seconds, which some formats ask for.
void appendWithSeconds(std::string &to, std::string_view minute);

/// “within 25 km”; empty for what is known exactly.
[[nodiscard]] std::string radiusText(const StoredIncident &row);

} // namespace dateline
