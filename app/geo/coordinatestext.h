#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what is wrong with coordinates.
struct CoordinatesText
{
    Q_DECLARE_TR_FUNCTIONS(Coordinates)
};

} // namespace dateline
