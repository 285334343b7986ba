#pragma once

#include "tables/mapping.h"

#include <QStringList>

#include <array>
#include <limits>

namespace dateline
{

/// What the cells of a column look like: how many of those that are filled can be read as what.
struct ColumnFacts
{
    int filled = 0;
    std::array<int, 4> dates{}; ///< By DateOrder; of NotTold those that are the same day in every order.
    int plainDates = 0; ///< Of dates, those that are digits only: years, numbers of days and seconds.
    int times = 0; ///< Of day.
    int numbers = 0;
    int fractions = 0; ///< Numbers with at least two decimals.
    int counts = 0; ///< Numbers of people or things.
    int beyond90 = 0; ///< Numbers that can be longitudes and no latitudes.
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::lowest();
    int angles = 0; ///< Degrees with minutes or a letter of the compass.
    int positions = 0; ///< Positions of any format, but for two whole numbers.
    int pairsBeyondFirst = 0; ///< Of two numbers the first is beyond 90: it is the longitude.
    int pairsBeyondSecond = 0;
    int shapes = 0;
    int links = 0;
    int answers = 0; ///< Yes, no, true, false, 0, 1.
    int countries = 0;
    int kinds = 0; ///< Words for kinds of events.
    int zones = 0; ///< Of UTM.
    double length = 0; ///< Characters in the middle.
    double words = 0; ///< In the middle.
    bool isUnique = true;
    QStringList values; ///< Different ones, as long as they are few.
    bool isFewValues = true;

    static constexpr qsizetype mostValues = 40;

    /// @p count as a share of the filled cells.
    [[nodiscard]] double share(int count) const { return filled == 0 ? 0 : static_cast<double>(count) / filled; }
};

/// The facts of all columns of @p records, from record number @p begin on.
[[nodiscard]] std::vector<ColumnFacts> factsOf(const TableRecords &records, std::size_t begin, std::size_t columns);

} // namespace dateline
