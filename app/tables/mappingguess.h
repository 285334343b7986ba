#pragma once

#include "tables/mapping.h"
#include "tables/tablesample.h"

#include <QStringList>

namespace dateline
{

/// What the columns of a table seem to be.
struct MappingGuess
{
    Mapping mapping;
    std::vector<MappingGap> gaps; ///< What must be answered before it is used; never guessed.
    QStringList remarks; ///< What a person should know of it, a sentence each, without a full stop.
    QString datesExample; ///< A date that fits in more than one order, where that is open.
};

/// Guesses from the names of the columns of @p sample and from what stands in them.
///
/// @param headerRow which record has the names, 0 for none; none: that is guessed too.
[[nodiscard]] MappingGuess guessOf(const TableSample &sample, std::optional<int> headerRow = std::nullopt);

/// In which order the dates of a table are.
struct DateOrders
{
    DateOrder order = DateOrder::NotTold; ///< The one that more dates fit than any other.
    bool isOpen = false; ///< As many fit another.
    QString example; ///< A date that is another day in another order; empty if there is none.
};
[[nodiscard]] DateOrders dateOrdersIn(const TableSample &sample, const Mapping &mapping);

/// The different texts of @p column, until they are too many for kinds of events.
[[nodiscard]] QStringList kindWordsIn(const TableSample &sample, const Mapping &mapping, std::size_t column);

/// Which record of @p records has the names of the columns, from 1; 0 if none has.
[[nodiscard]] int guessHeaderRow(const TableRecords &records);

} // namespace dateline
