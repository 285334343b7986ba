#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what figures say.
struct FigureText
{
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

} // namespace dateline
