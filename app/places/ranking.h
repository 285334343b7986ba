#pragma once

#include "places/evidence.h"
#include "places/gazetteer.h"
#include "places/setting.h"

#include <unordered_map>
#include <vector>

namespace dateline
{

/// Decides which names in a text mean places, and which ones, from all that the text says.
class Ranking
{
public:
    /// @param english names in other languages count little, since the text is English.
    Ranking(TextWords &words, PlaceLookup &lookup, bool english, const std::optional<LonLatBox> &area);

    /// The names that mean places, each with its candidates, best first.
    [[nodiscard]] std::vector<PlaceMatch> ranked(const std::vector<NameInText> &names);

private:
    using Candidates = std::vector<PlaceMatch::Candidate>;

    [[nodiscard]] bool isMeant(const NameInText &name, Evidence::Verdict verdict, const Candidates &candidates) const;
    [[nodiscard]] bool isBareMeant(const NameInText &name, const Candidates &candidates) const;
    [[nodiscard]] const Candidates &candidatesFor(const NameInText &name);
    [[nodiscard]] Candidates newCandidates(const NameInText &name, const QString &kind);
    [[nodiscard]] Candidates unseenCandidates(const NameInText &name, const std::vector<PlaceMatch> &matches);
    [[nodiscard]] QString kindTold(const NameInText &name);
    [[nodiscard]] QString reason(const Place &place, const Candidates &all, bool told) const;
    void makeParts(const NameInText &name, Candidates &candidates) const;

    TextWords &m_words;
    PlaceLookup &m_lookup;
    bool m_english;
    Setting m_setting;
    const Evidence *m_evidence = nullptr;
    std::unordered_map<QString, Candidates> m_known; ///< By normal form and the kind that the words tell.
};

/// True if two entries are one place to a report: of one kind and country and a few kilometres apart.
[[nodiscard]] bool isSamePlace(const Place &a, const Place &b);

/// How likely a place is meant by one of its names before the text is looked at, 0…1.
[[nodiscard]] double likelihood(const RankedPlace &ranked, const NameRow &name);

} // namespace dateline
