#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what AddPlaces.
struct AddPlacesText
{
    Q_DECLARE_TR_FUNCTIONS(AddPlaces)
};

} // namespace dateline
