#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what is said of files over the map.
struct OverlayText
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

} // namespace dateline
