#pragma once

#include "sources/readers/htmltree.h"

#include <QString>

namespace dateline
{

/// What a page tells search engines about its article, in the fields of schema.org; empty where it does not.
struct ToldArticle
{
    QString headline;
    QString publisher;
    QString author; ///< Several are separated by commas.
    QString address;
    QString published;
    QString modified;
    QString language;
};

/// What the page's JSON-LD says of its first article or, without one, of the page.
[[nodiscard]] ToldArticle toldInJsonLd(const HtmlTree &tree);

} // namespace dateline
