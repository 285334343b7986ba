#pragma once

#include "evaluation/labels.h"
#include "evaluation/measures.h"
#include "reading/propose.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// How often each of some classes is labelled, found, and both at once.
template<std::size_t Classes>
class Confusion
{
public:
    void add(std::size_t labelled, std::optional<std::size_t> found)
    {
        m_right.add(found == labelled);
        ++m_labelled[labelled];
        if (found)
            ++m_found[*found];
        if (found == labelled)
            ++m_both[labelled];
    }

    [[nodiscard]] Tally right() const { return m_right; }

    /// The classes' F1, weighted by how often each is labelled.
    [[nodiscard]] double weightedF1() const
    {
        double sum = 0;
        for (std::size_t i = 0; i < Classes; ++i) {
            const Agreement agreement{{m_both[i], m_labelled[i]}, {m_both[i], m_found[i]}};
            sum += agreement.f1() * static_cast<double>(m_labelled[i]);
        }
        return m_right.of == 0 ? 0 : sum / static_cast<double>(m_right.of);
    }

private:
    Tally m_right;
    std::array<qsizetype, Classes> m_labelled{};
    std::array<qsizetype, Classes> m_found{};
    std::array<qsizetype, Classes> m_both{};
};

/// The event among @p events that the words speak for most; the first of equals, none of none.
[[nodiscard]] const FoundEvent *mainEventOf(std::span<const FoundEvent> events);

/// Compares the main event that was found in short texts with the kind that they are labelled with.
class KindScore
{
public:
    void add(const LabelledText &text, std::span<const FoundEvent> found, std::vector<Miss> &misses);

    [[nodiscard]] std::vector<Measure> measures() const;

private:
    Confusion<kindCount> m_kinds;
    Confusion<subKindCount> m_subKinds;
    qsizetype m_silent = 0; ///< Texts in which no event was found.
};

} // namespace dateline
