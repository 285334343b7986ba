#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what Merge.
struct MergeText
{
    Q_DECLARE_TR_FUNCTIONS(Merge)
};

} // namespace dateline
