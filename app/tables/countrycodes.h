#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline
{

/// ISO 3166-1 alpha-2 codes of countries by the English names that data sets use.
class CountryCodes
{
public:
    CountryCodes();

    /// “AM” for “Armenia”, for “am” and for “Armenia (former Soviet republic)”; empty for what is no country's name.
    [[nodiscard]] std::string_view codeOf(std::string_view name);

private:
    [[nodiscard]] std::string_view found(std::string_view name) const;

    std::unordered_map<std::string, std::string> m_codes; ///< By small letters.
    std::string m_lastName; // Rows of one country follow one another.
    std::string_view m_lastCode;
};

} // namespace dateline
