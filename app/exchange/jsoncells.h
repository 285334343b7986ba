#pragma once

#include <QtTypes>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline
{

/// A loss as a case's cell has it; see Loss.
struct StoredLoss
{
    std::string kind; ///< Its key.
    qint64 low = 0;
    qint64 high = 0;
    std::string ofWhom;
    std::string reportedBy;
    std::optional<qint64> best;
};

/// The texts of the JSON array @p json, in the place of what @p texts held; none of one that is damaged.
void readTexts(std::string_view json, std::vector<std::string> &texts);

/// The losses of the JSON array @p json, in the place of what @p losses held; none of one that is damaged.
void readLosses(std::string_view json, std::vector<StoredLoss> &losses);

/// @p json is one whole array or object, and may stand in JSON as it is.
[[nodiscard]] bool isJson(std::string_view json);

/// The text under @p key of the JSON object @p json; empty if it has none.
[[nodiscard]] std::string textIn(std::string_view json, std::string_view key);

/// @p losses as readLosses() reads them.
void appendLosses(std::string &to, const std::vector<StoredLoss> &losses);
void appendTexts(std::string &to, const std::vector<std::string> &texts);

/// “49–105 killed of Armenian service personnel, says the ministry”.
[[nodiscard]] std::string wordsOf(const StoredLoss &loss);

} // namespace dateline
