#pragma once

#include "base/ids.h"

#include <QString>

namespace dateline
{

/// A file that a case shows over its map.
struct Layer
{
    LayerId id{};
    QString title;
    QString source; ///< The file, relative to the case's folder where it can be.
    QString style; ///< JSON object: order, opacity, colours; empty for the default.

    friend bool operator==(const Layer &, const Layer &) = default;
};

} // namespace dateline
