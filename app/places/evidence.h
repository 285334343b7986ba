#pragma once

#include "places/namesearch.h"

#include <QHash>

#include <vector>

namespace dateline
{

/// Tells from the words around each name of a text whether it means a place there, or a part of another name.
class Evidence
{
public:
    enum class Verdict : std::uint8_t {
        Place, ///< The words say so: “in Goris”, “the town of Goris”, “Goris, Armenia”.
        Open, ///< Nothing speaks for or against it.
        Person, ///< Part of a person's name: “President Franklin”.
        Body, ///< Part of another name: “Franklin Times”, “University of Franklin”.
    };

    /// @param names all of the text, in order.
    Evidence(TextWords &words, const std::vector<NameInText> &names);

    [[nodiscard]] Verdict at(std::size_t name) const { return m_verdicts[name]; }

    /// True if the text uses that name for a person or a body, and never plainly for a place.
    [[nodiscard]] bool isSomethingElse(const QString &key) const;

    /// True if “in”, “near” or another such word stands before it.
    [[nodiscard]] bool standsBehindPlaceWord(const NameInText &name);

private:
    struct Counts
    {
        int place = 0;
        int perhaps = 0; ///< Behind “to” or “from”, which people stand behind too.
        int person = 0;
        int body = 0;
    };

    [[nodiscard]] Verdict verdictOn(std::size_t index);
    [[nodiscard]] Verdict verdictBefore(const NameInText &name, bool behindName);
    [[nodiscard]] Verdict verdictAfter(const NameInText &name, bool beforeName);
    [[nodiscard]] bool isMoney(const NameInText &name) const;
    [[nodiscard]] bool isOfBody(const NameInText &name);

    TextWords &m_words;
    const std::vector<NameInText> &m_names;
    std::vector<Verdict> m_verdicts;
    QHash<QString, Counts> m_counts;
};

} // namespace dateline
