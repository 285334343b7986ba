#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what the command line prints.
struct CliText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace dateline
