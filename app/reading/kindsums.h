#pragma once

#include "reading/kinds.h"
#include "reading/kindwords.h"

#include <array>

namespace dateline
{

/// Weighs the words of one clause for each kind, then lets the rules of ACLED's code book decide between kinds.
class KindSums
{
public:
    KindSums(const Tokens &tokens, int first, int last)
        : m_tokens(tokens)
        , m_first(first)
        , m_last(last)
    {
    }

    void addPeople(People people, int token);
    /// @param factor less than 1 where the words tell what is known already.
    void addWord(const KindWord &word, int token, int next, double factor);

    /// The kind that weighs most after the rules; none if nothing weighs enough.
    [[nodiscard]] std::optional<EventWords> event();

private:
    struct Sum
    {
        double weight = 0;
        double heaviest = 0;
        int trigger = 0;
        const char *title = "";
        bool named = false; ///< By a word for the event, not only “attack” or a weapon.
    };

    Sum &of(SubKind subKind) { return m_sums.at(static_cast<std::size_t>(subKind)); }
    [[nodiscard]] bool has(People people) const { return m_people.at(static_cast<std::size_t>(people)) >= 0; }
    [[nodiscard]] int lastOf(People people) const { return m_people.at(static_cast<std::size_t>(people)); }

    void take(const KindWord &word, SubKind subKind, int token, double factor);
    [[nodiscard]] SubKind takerOf(int token) const;
    [[nodiscard]] bool takesPlace(int next) const;
    void move(SubKind from, SubKind to, double more);
    void call(SubKind subKind, const char *title) { of(subKind).title = title; }
    void judgeProtest();
    void judgeVictims();

    const Tokens &m_tokens;
    int m_first;
    int m_last;
    std::array<Sum, subKindCount> m_sums{};
    std::array<int, 5> m_people{-1, -1, -1, -1, -1}; ///< The last token that names each.
    std::vector<int> m_weapons;
    double m_breakup = 0;
    double m_unrest = 0;
    bool m_used = false;
    bool m_deadly = false; ///< Somebody was shot or killed.
};

} // namespace dateline
