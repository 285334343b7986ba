#pragma once

#include "tables/layout.h"

namespace dateline
{

extern const Layout acledLayout;
extern const Layout ucdpLayout;
extern const Layout gdeltLayout;
extern const Layout gdeltOneLayout;
extern const Layout geoConfirmedLayout;
extern const Layout atlosLayout;
extern const Layout recogitoLayout;
extern const Layout timeMapLayout;
extern const Layout timeMapSheetLayout;

} // namespace dateline
