#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what an evaluation prints.
struct EvaluationText
{
    Q_DECLARE_TR_FUNCTIONS(Evaluation)
};

} // namespace dateline
