#pragma once

#include "evaluation/misses.h"

#include <QString>

#include <vector>

namespace dateline
{

/// One figure of a table.
struct Measure
{
    enum class Unit : std::uint8_t { Count, Share, Kilometres };

    FoundLayer layer = FoundLayer::Places;
    QString key; ///< Stable English, for JSON: “strictF1”.
    QString label; ///< For a person: “strict F1”.
    double value = 0;
    Unit unit = Unit::Share;
};

/// Hits among a number of chances.
struct Tally
{
    qsizetype hits = 0;
    qsizetype of = 0;

    void add(bool hit)
    {
        hits += hit ? 1 : 0;
        ++of;
    }
    [[nodiscard]] double share() const { return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of); }
};

/// Recall over what is labelled and precision over what is found.
struct Agreement
{
    Tally recall;
    Tally precision;

    [[nodiscard]] double f1() const
    {
        const double sum = recall.share() + precision.share();
        return sum > 0 ? 2 * recall.share() * precision.share() / sum : 0;
    }
};

/// Collects the measures of one layer in the order of a table.
class Measures
{
public:
    explicit Measures(FoundLayer layer)
        : m_layer(layer)
    {
    }

    void count(const QString &key, const QString &label, qsizetype value);
    void share(const QString &key, const QString &label, double value);
    void kilometres(const QString &key, const QString &label, double value);
    /// Precision, recall and F1; keys “strictPrecision” … or, with @p key empty, “precision” …
    void agreement(const QString &key, const QString &label, const Agreement &agreement);

    [[nodiscard]] std::vector<Measure> take() { return std::move(m_measures); }

private:
    FoundLayer m_layer;
    std::vector<Measure> m_measures;
};

} // namespace dateline
