#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what the making of figures from cases says.
struct PublishText
{
    Q_DECLARE_TR_FUNCTIONS(Publish)
};

} // namespace dateline
