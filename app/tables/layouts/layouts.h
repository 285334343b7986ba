#pragma once

#include "tables/layout.h"

namespace dateline
{

extern const Layout acledLayout;
extern const Layout ucdpLayout;
extern const Layout datelineLayout;
extern const Layout gdeltLayout;
extern const Layout gdeltOneLayout;
extern const Layout geoConfirmedLayout;
extern const Layout geoConfirmedOldLayout;
extern const Layout geoConfirmedCopyLayout;
extern const Layout geoConfirmedMapLayout;
extern const Layout atlosLayout;
extern const Layout recogitoLayout;
extern const Layout recogitoMapLayout;
extern const Layout annotationsLayout;
extern const Layout timeMapLayout;
extern const Layout timeMapSheetLayout;
extern const Layout timeMapDownloadLayout;
extern const Layout generalLayout; ///< Of what is no other.
extern const Layout mappedLayout; ///< Of tables with a mapping, which tells the rest; not among layouts().

} // namespace dateline
