#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates the names of projections and what is said of them.
struct ProjectionText
{
    Q_DECLARE_TR_FUNCTIONS(Projection)
};

} // namespace dateline
