#pragma once

#include "domain/proposal.h"
#include "evaluation/labels.h"
#include "evaluation/measures.h"

#include <span>
#include <vector>

namespace dateline
{

/// Compares proposals with the incidents labelled, text by text.
///
/// A proposal is paired with an incident if it quotes words of it; where several could be, with the one whose place and
/// kind it shares.
class IncidentScore
{
public:
    void add(const LabelledText &text, std::span<const Proposal> found, std::vector<Miss> &misses);

    [[nodiscard]] std::vector<Measure> measures() const;

private:
    void addPair(const LabelledText &text, const LabelledIncident &gold, const Proposal *found,
                 std::vector<Miss> &misses);

    Agreement m_found;
    Tally m_kind;
    Tally m_subKind;
    Tally m_place;
    Tally m_whole; ///< Kind and place both.
};

} // namespace dateline
