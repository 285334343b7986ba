#pragma once

#include "casefile/mergeline.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace dateline
{

/// Which row of one copy is which of the other.
class MergeRows
{
public:
    /// @param sharedRows how many rows of history both begin with.
    /// @param related whether both are copies of one case; then both have the same row of case_info.
    MergeRows(const MergeLine &ours, const MergeLine &theirs, std::int64_t sharedRows, bool related);

    [[nodiscard]] std::optional<std::int64_t> oursOf(const Table &table, std::int64_t theirs) const;
    [[nodiscard]] std::optional<std::int64_t> theirsOf(const Table &table, std::int64_t ours) const;

    void set(const Table &table, std::int64_t theirs, std::int64_t ours);

    /// A number for a new row of our copy.
    [[nodiscard]] std::int64_t newNumber(const Table &table);

    /// Our row that is the same thing as the new row @p row of theirs, which names our rows already; none if none is.
    [[nodiscard]] std::optional<std::int64_t> sameThing(const Table &table, const QJsonObject &row);

    /// @p row of theirs with our numbers; null for a row that we do not have.
    [[nodiscard]] QJsonObject translated(const Table &table, QJsonObject row) const;

    /// Whether @p row was there when the copies parted.
    [[nodiscard]] bool isShared(const Table &table, std::int64_t row) const { return row <= lastShared(table); }

private:
    using Numbers = std::unordered_map<std::int64_t, std::int64_t>;

    [[nodiscard]] std::int64_t lastShared(const Table &table) const;
    [[nodiscard]] bool isFree(const Table &table, std::int64_t ours) const;
    [[nodiscard]] std::optional<std::int64_t> sameDocument(const QJsonObject &row);
    [[nodiscard]] std::optional<std::int64_t> sameRow(const Table &table, const QJsonObject &row);
    template<typename... Values>
    [[nodiscard]] std::optional<std::int64_t> firstFree(const Table &table, std::string_view sql,
                                                        const Values &...values) const;

    const MergeLine &m_ours;
    const MergeLine &m_theirs;
    bool m_related;
    std::map<const Table *, std::int64_t> m_lastShared;
    std::map<const Table *, std::int64_t> m_lastNumber;
    mutable std::map<const Table *, Numbers> m_oursOf;
    mutable std::map<const Table *, Numbers> m_theirsOf;
    std::optional<QMultiHash<QByteArray, std::int64_t>> m_documents; // Ours, by SHA-256 of text and bytes.
    std::map<const Table *, QMultiHash<QByteArray, std::int64_t>> m_contents; // Our new rows, by all they hold.
};

} // namespace dateline
