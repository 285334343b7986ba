#pragma once

#include "domain/change.h"
#include "domain/proposal.h"

#include <map>
#include <set>
#include <vector>

namespace dateline
{

/// What was read out of documents as a person arranged it: corrected, joined and split, until it is decided.
class ReviewDesk
{
public:
    /// A proposal and the document that it was read out of.
    struct Row
    {
        DocumentId document{};
        Proposal proposal;
        std::vector<QString> from = {}; ///< The keys that it was read with, if it was joined or split.
    };

    /// Takes what @p document proposes. What a person arranged stays if the document still proposes the same.
    void read(DocumentId document, const std::vector<Proposal> &proposals);
    void forget(DocumentId document) { m_documents.erase(document); }
    void clear() { m_documents.clear(); }
    [[nodiscard]] bool knows(DocumentId document) const { return m_documents.contains(document); }

    /// All of @p document that none of @p decided, its keys, decides.
    [[nodiscard]] std::vector<Row> waiting(DocumentId document, const std::set<QString> &decided) const;

    /// Puts @p row where the one with its key is.
    void put(const Row &row);

    /// Puts @p row, and in the list after it @p more, where all that were read with the same keys are.
    void replace(const Row &row, const std::vector<Row> &more);

    /// Whether @p row differs from what was read.
    [[nodiscard]] bool isArranged(const Row &row) const;

    /// Puts what was read where @p row and its other parts are.
    void restore(const Row &row);

    /// What deciding on @p row decides, where @p decided is decided already: its parts' last one decides the whole.
    [[nodiscard]] std::vector<Decision> decisions(const Row &row, const std::set<QString> &decided,
                                                  bool accepted) const;

private:
    struct Papers
    {
        std::vector<Proposal> read;
        std::vector<Row> rows;
    };
    std::map<DocumentId, Papers> m_documents;
};

/// The keys that @p row was read with.
[[nodiscard]] std::vector<QString> readKeys(const ReviewDesk::Row &row);

} // namespace dateline
