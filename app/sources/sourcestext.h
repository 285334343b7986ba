#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what readers of sources say.
struct SourcesText
{
    Q_DECLARE_TR_FUNCTIONS(Sources)
};

} // namespace dateline
