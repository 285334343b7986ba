#pragma once

#include "places/namesearch.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace dateline
{

/// What part of the world a text is about, as its names tell: countries named, places that can only be in one country,
/// what a comma puts into what, and where the places lie that have one meaning.
class Setting
{
public:
    /// @param area what the reader is interested in; places inside count more.
    Setting(PlaceLookup &lookup, const std::optional<LonLatBox> &area);

    void learn(TextWords &words, const std::vector<NameInText> &names);

    /// How much the text speaks for a place, about 0…1, by its country and by how near it lies to the others.
    [[nodiscard]] double support(const Place &place) const;

    /// The place that the text says the name's place lies in: “Athens, Georgia”; 0 if none is told.
    [[nodiscard]] qint64 told(const QString &key, qint64 place) const;

    [[nodiscard]] bool names(const QString &country) const { return m_named.contains(country); }
    [[nodiscard]] bool hasPlacesIn(const QString &country) const { return m_placesIn.contains(country); }

    /// The country that most of the text is about: by the place of that country; 0 if there is no such country.
    [[nodiscard]] qint64 mainCountry() const;

private:
    void learnName(const NameInText &name);
    [[nodiscard]] bool hasNamesakeProvince(const NameInText &name, const Place &country);
    void learnContainment(const NameInText &inner, const NameInText &outer);

    PlaceLookup &m_lookup;
    std::optional<LonLatBox> m_area;
    QHash<QString, int> m_named; ///< How often the text names each country, by code.
    QHash<QString, qint64> m_countryPlaces; ///< The countries' own places, by code.
    QHash<QString, int> m_placesIn; ///< Names that can only be in that country, by code.
    int m_placesInOne = 0; ///< The sum of the latter.
    QSet<qint64> m_sure; ///< Places that are the only one of their name.
    std::vector<LonLat> m_positions; ///< Of those, without repeats.
    QHash<QString, QHash<qint64, qint64>> m_told; ///< By a name's key: which of its places lies in which.
};

/// Kilometres between two positions, good to one in a hundred, which comparing places needs.
[[nodiscard]] double roughKm(LonLat a, LonLat b);

} // namespace dateline
