#include "ui/reviewdesk.h"

#include <algorithm>
#include <iterator>

namespace dateline
{

namespace
{

bool overlap(const std::vector<QString> &a, const std::vector<QString> &b)
{
    return std::ranges::any_of(a, [&b](const QString &key) { return std::ranges::contains(b, key); });
}

} // namespace

std::vector<QString> readKeys(const ReviewDesk::Row &row)
{
    return row.from.empty() ? std::vector<QString>{row.proposal.key} : row.from;
}

void ReviewDesk::read(DocumentId document, const std::vector<Proposal> &proposals)
{
    const auto known = m_documents.find(document);
    if (known != m_documents.end()
        && std::ranges::equal(known->second.read, proposals, {}, &Proposal::key, &Proposal::key))
        return;
    Papers &papers = m_documents[document];
    papers.read = proposals;
    papers.rows.clear();
    for (const Proposal &proposal : proposals)
        papers.rows.push_back({document, proposal});
}

std::vector<ReviewDesk::Row> ReviewDesk::waiting(DocumentId document, const std::set<QString> &decided) const
{
    std::vector<Row> rows;
    const auto papers = m_documents.find(document);
    if (papers == m_documents.end())
        return rows;
    const auto isDecided = [&decided](const QString &key) { return decided.contains(key); };
    for (const Row &row : papers->second.rows) {
        if (!isDecided(row.proposal.key) && !std::ranges::all_of(readKeys(row), isDecided))
            rows.push_back(row);
    }
    return rows;
}

void ReviewDesk::put(const Row &row)
{
    const auto papers = m_documents.find(row.document);
    if (papers == m_documents.end())
        return;
    std::vector<Row> &rows = papers->second.rows;
    const auto at = std::ranges::find(rows, row.proposal.key, [](const Row &of) { return of.proposal.key; });
    if (at != rows.end())
        *at = row;
}

void ReviewDesk::replace(const Row &row, const std::vector<Row> &more)
{
    const auto papers = m_documents.find(row.document);
    if (papers == m_documents.end())
        return;
    std::vector<Row> &rows = papers->second.rows;
    std::vector<QString> keys = readKeys(row);
    for (const Row &other : more)
        std::ranges::copy(readKeys(other), std::back_inserter(keys));
    const auto isOld = [&keys](const Row &of) { return overlap(readKeys(of), keys); };
    auto at = std::ranges::find_if(rows, isOld);
    const auto index = at - rows.begin();
    std::erase_if(rows, isOld);
    at = rows.insert(rows.begin() + index, row);
    rows.insert(at + 1, more.begin(), more.end());
}

bool ReviewDesk::isArranged(const Row &row) const
{
    const auto papers = m_documents.find(row.document);
    if (papers == m_documents.end())
        return false;
    return !row.from.empty() || !std::ranges::contains(papers->second.read, row.proposal);
}

void ReviewDesk::restore(const Row &row)
{
    const auto papers = m_documents.find(row.document);
    if (papers == m_documents.end())
        return;
    const std::vector<QString> keys = readKeys(row);
    std::vector<Row> originals;
    for (const Proposal &proposal : papers->second.read) {
        if (std::ranges::contains(keys, proposal.key))
            originals.push_back({row.document, proposal});
    }
    if (!originals.empty())
        replace(originals.front(), {originals.begin() + 1, originals.end()});
}

std::vector<Decision> ReviewDesk::decisions(const Row &row, const std::set<QString> &decided, bool accepted) const
{
    const std::vector<QString> keys = readKeys(row);
    std::vector<Decision> all{{row.document, row.proposal.key, accepted}};
    const auto papers = m_documents.find(row.document);
    const bool othersWait =
        papers != m_documents.end() && std::ranges::any_of(papers->second.rows, [&](const Row &other) {
            return other.proposal.key != row.proposal.key && overlap(readKeys(other), keys)
                && !decided.contains(other.proposal.key);
        });
    if (othersWait)
        return all;
    for (const QString &key : keys) {
        if (key != row.proposal.key)
            all.push_back({row.document, key, accepted});
    }
    return all;
}

} // namespace dateline
