#pragma once

#include "casefile/schema.h"
#include "domain/change.h"

#include <QJsonObject>

#include <array>
#include <cstdint>
#include <set>

namespace dateline
{

/// Collects which rows were touched.
class Touched
{
public:
    /// Notes row @p id of @p table, with what @p row refers to; @p row may be empty.
    void add(const Table &table, std::int64_t id, const QJsonObject &row);

    [[nodiscard]] Changed changed() const;

private:
    std::array<std::set<std::int64_t>, 9> m_rows; // In the order of editableTables(), but documents for decisions.
};

} // namespace dateline
