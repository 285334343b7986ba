#pragma once

#include <QString>

#include <array>
#include <optional>

namespace dateline
{

/// The enumerator whose place in @p keys holds @p key; none if it stands nowhere.
template<typename Enum, std::size_t Size>
[[nodiscard]] std::optional<Enum> enumFromKey(const std::array<QLatin1StringView, Size> &keys, QStringView key)
{
    for (std::size_t i = 0; i < Size; ++i) {
        if (keys.at(i) == key)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace dateline
