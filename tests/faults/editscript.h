#pragma once

#include "casefile/case.h"
#include "random.h"

namespace dateline
{

/// Does one edit after another on a case, of every kind, with undo and redo among them.
class EditScript
{
public:
    EditScript(Case &edited, std::uint64_t seed)
        : m_case(edited)
        , m_random(seed)
    {
    }

    /// Does the next edit. One that finds nothing to do it to changes nothing and fails no more than undo() on a new
    /// case does: with NotFound.
    [[nodiscard]] Result<Changed> next();

private:
    [[nodiscard]] Change chosen();
    [[nodiscard]] Result<Changed> load();
    [[nodiscard]] Change aboutIncidents();
    [[nodiscard]] Change aboutDocuments();
    [[nodiscard]] Change aboutWords();
    [[nodiscard]] Change aboutTheRest();
    [[nodiscard]] Change takenIn();
    [[nodiscard]] Incident newIncident();
    [[nodiscard]] Document newDocument();
    [[nodiscard]] QString text(int words);
    [[nodiscard]] Quote quoteIn(DocumentId id, const QString &text);

    /// One of @p rows, or what stands for no row at all.
    template<typename Row>
    [[nodiscard]] Row oneOf(const Result<std::vector<Row>> &rows)
    {
        return rows && !rows->empty() ? (*rows)[m_random.below(rows->size())] : Row{};
    }

    Case &m_case;
    Random m_random;
};

} // namespace dateline
