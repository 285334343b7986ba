#pragma once

#include "places/namesearch.h"

#include <optional>

namespace dateline
{

/// Finds names that the gazetteer lacks but whose words say plainly that they are places: “Scott County”, “Fort Bliss”,
/// “the town of Sotk”, “the Kayin state”, “in Pandi, Bulacan”.
class UnseenNames
{
public:
    explicit UnseenNames(TextWords &words)
        : m_words(words)
    {
    }

    /// The name that begins with word @p first; @p known is the gazetteer's longest one there, which it may go on from.
    [[nodiscard]] std::optional<NameInText> at(qsizetype first, const NameInText *known);

    /// Ties the names to what they lie in, drops those whose only hint does not hold, and adds the other mentions of
    /// the rest: what “in Pandi, Bulacan” made a place stays one throughout the text.
    void settle(std::vector<NameInText> &names);

private:
    [[nodiscard]] qsizetype runFrom(qsizetype first) const;
    /// @param named another word tells that it is a name, so that “Scott” may be one: “Scott County”.
    [[nodiscard]] bool couldBePart(qsizetype i, bool named = false);
    [[nodiscard]] bool isDemonym(qsizetype i);
    [[nodiscard]] NameInText nameOf(qsizetype first, qsizetype last, QString kind);
    [[nodiscard]] std::optional<NameInText> withKindBefore(qsizetype first);
    [[nodiscard]] std::optional<NameInText> withKindAfter(qsizetype first, const NameInText *known);
    [[nodiscard]] std::optional<NameInText> bare(qsizetype first);
    void addOtherMentions(std::vector<NameInText> &names);

    TextWords &m_words;
};

} // namespace dateline
