#include "places/placerow.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

namespace dateline
{

int settlementRadius(qint64 population)
{
    const double metres = std::sqrt(double(population) / 3000 / std::numbers::pi) * 1000;
    return std::max(1000, int(std::lround(metres / 100)) * 100);
}

std::optional<double> numberFrom(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

void splitInto(std::string_view text, char delimiter, std::vector<std::string_view> &parts)
{
    parts.clear();
    for (;;) {
        const std::size_t at = text.find(delimiter);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return;
        text.remove_prefix(at + 1);
    }
}

} // namespace dateline
