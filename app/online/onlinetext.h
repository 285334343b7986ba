#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what is said of the network.
struct OnlineText
{
    Q_DECLARE_TR_FUNCTIONS(Online)
};

} // namespace dateline
