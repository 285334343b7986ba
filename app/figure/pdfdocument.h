#pragma once

#include "figure/figure.h"

#include <QByteArray>
#include <QString>

namespace dateline
{

/// The PDF of one page that Qt wrote in @p bytes, with what Qt does not write: language, structure and alternative text
/// for those who do not see it, links, the position of the map on the earth, metadata, and its own sidecar as an
/// attached file. The same page gives the same bytes.
///
/// @param spec,content as publishable() gave them.
[[nodiscard]] Result<QByteArray> finishedPdf(const QByteArray &bytes, const FigureSpec &spec,
                                             const FigureContent &content, const FigureReport &report);

} // namespace dateline
