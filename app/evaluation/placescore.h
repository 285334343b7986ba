#pragma once

#include "evaluation/labels.h"
#include "evaluation/measures.h"
#include "places/gazetteer.h"

#include <span>
#include <vector>

namespace dateline
{

/// The great-circle distance, on a sphere of 6,371 km.
[[nodiscard]] double kilometresBetween(LonLat a, LonLat b);

/// Compares places found with places labelled, text by text.
///
/// Spans: strict is the same words, relaxed an overlap. Positions: of the found place that overlaps a labelled one most,
/// its best candidate. Demonyms count neither way.
class PlaceScore
{
public:
    void add(const LabelledText &text, std::span<const PlaceMatch> found, std::vector<Miss> &misses);

    [[nodiscard]] std::vector<Measure> measures() const;

private:
    /// Distances to labelled positions, and how many there are to find.
    struct Distances
    {
        std::vector<double> kilometres;
        qsizetype labelled = 0;
    };

    void addSpans(const LabelledText &text, std::span<const PlaceMatch> found, std::vector<Miss> &misses);
    void addPosition(const LabelledText &text, const LabelledPlace &gold, const PlaceMatch *found,
                     std::vector<Miss> &misses);
    static void addMeasures(Measures &measures, const QString &key, const QString &label, const Distances &distances);

    Agreement m_strict;
    Agreement m_relaxed;
    Distances m_all;
    Distances m_withoutCountries;
};

} // namespace dateline
