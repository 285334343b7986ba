#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what Case.
struct CaseText
{
    Q_DECLARE_TR_FUNCTIONS(Case)
};

} // namespace dateline
