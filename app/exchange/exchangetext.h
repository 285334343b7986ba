#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what exports say.
struct ExchangeText
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

} // namespace dateline
