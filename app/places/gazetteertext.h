#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what Gazetteer.
struct GazetteerText
{
    Q_DECLARE_TR_FUNCTIONS(Gazetteer)
};

} // namespace dateline
