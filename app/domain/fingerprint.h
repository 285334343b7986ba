#pragma once

#include "domain/attribution.h"

#include <QByteArray>
#include <QStringView>

#include <optional>
#include <vector>

namespace dateline
{

/// What is kept of a text to tell later whose story it is: a sample of its runs of words, and the agencies it names.
///
/// A run is five words that follow one another, or ten signs of a writing without spaces; case, punctuation and accents
/// do not count, digits do. Direct speech of five to sixty words stands for one word: whoever was there can quote it.
struct Fingerprint
{
    static constexpr std::size_t largestSample = 250; ///< So that a sample takes no more than a kilobyte.

    quint32 runs = 0; ///< How many different runs the text has.
    std::vector<quint32> sample; ///< The smallest of their hashes, ascending; all of them if they are few.
    std::vector<Attribution> attributions;

    friend bool operator==(const Fingerprint &, const Fingerprint &) = default;
};

/// How alike two texts are, estimated from their fingerprints.
struct Likeness
{
    double contained = 0; ///< The part of the shorter one's runs that stand in the longer one, 0 to 1.
    double resemblance = 0; ///< The part that both have of all runs that either has (Jaccard), 0 to 1.
    double shared = 0; ///< How many runs both have.
    double lengths = 1; ///< How many times the shorter one's runs the longer one has.
};

[[nodiscard]] Fingerprint fingerprintOf(QStringView text);

[[nodiscard]] Likeness likenessOf(const Fingerprint &a, const Fingerprint &b);

/// @p fingerprint for a file, the same on every machine: a kilobyte, and a line for each attribution.
[[nodiscard]] QByteArray bytesFrom(const Fingerprint &fingerprint);

/// None if @p bytes are not what bytesFrom() of this version makes.
[[nodiscard]] std::optional<Fingerprint> fingerprintFrom(const QByteArray &bytes);

} // namespace dateline
