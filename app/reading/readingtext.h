#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what reading says.
struct ReadingText
{
    Q_DECLARE_TR_FUNCTIONS(Reading)
};

} // namespace dateline
