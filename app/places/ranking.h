#pragma once

#include "places/gazetteer.h"
#include "places/namesearch.h"

#include <map>
#include <unordered_map>
#include <vector>

namespace dateline
{

/// Decides which names in a text mean places, and which ones, from all that the text says.
class Ranking
{
public:
    /// @param english names in other languages count little, since the text is English.
    Ranking(const PlaceFile &file, bool english);

    /// The names that mean places, each with its candidates, best first.
    [[nodiscard]] std::vector<PlaceMatch> ranked(const std::vector<NameInText> &names);

private:
    using Candidates = std::vector<PlaceMatch::Candidate>;

    const RankedPlace &placeOf(qint64 id);
    void learn(const NameInText &name);
    [[nodiscard]] bool isMeant(const NameInText &name, const Candidates &candidates);
    [[nodiscard]] Candidates candidatesFor(const NameInText &name);
    [[nodiscard]] double nearness(const Place &place) const;
    [[nodiscard]] QString reason(const Place &place, const Candidates &all) const;

    const PlaceFile &m_file;
    bool m_english;
    std::unordered_map<qint64, RankedPlace> m_places;
    std::map<QString, int> m_namedCountries; ///< How often the text names each country, by code.
    std::map<QString, int> m_placesIn; ///< Names that can only be in that country, by code.
    int m_placesInOne = 0; ///< The sum of the latter.
};

/// How likely a place is meant by one of its names before the text is looked at, 0…1.
[[nodiscard]] double likelihood(const RankedPlace &ranked, const NameRow &name);

} // namespace dateline
