#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what Verification.
struct VerificationText
{
    Q_DECLARE_TR_FUNCTIONS(Verification)
};

} // namespace dateline
