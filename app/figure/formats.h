#pragma once

#include "figure/pdfdocument.h"
#include "figure/publishable.h"

#include <QByteArray>

#include <functional>
#include <span>

namespace dateline
{

/// A drawn figure in a file's bytes.
struct Drawn
{
    QByteArray bytes;
    FigureReport report;
};

/// What figures are written as, by their file's endings: “png, svg, pdf, jpg, jpeg, webp, html, htm, tif, tiff, kmz”.
[[nodiscard]] QStringList figureEndings();

/// Draws the figure as figures with @p ending, which is one of figureEndings(), are.
///
/// @param spec,content as publishable() gave them.
/// Errors: Unsupported for more pixels than the format can hold, or where Qt lacks it; Unwritable for want of memory.
[[nodiscard]] Result<Drawn> drawAs(const QString &ending, const FigureSpec &spec, const FigureContent &content);

/// Figures on the pages of one document.
struct DrawnPages
{
    QByteArray bytes; ///< Empty if it was ended before its last page.
    std::vector<FigureReport> reports;
    std::vector<QJsonObject> sidecars; ///< As sidecarOf() makes them.
    std::vector<PdfPage> pdf; ///< What is yet to be told in a PDF.

    void add(const Publishable &page, FigureReport report);
};

/// Told how many pages are drawn; false ends the document.
using GoesOn = std::function<bool(std::size_t)>;

/// Draws @p pages of @p content, as publishable() gives them, as one PDF, to be finished by finishedPdf(); each page
/// has its own size.
[[nodiscard]] Result<DrawnPages> drawPdfPages(std::span<const FigureSpec> pages, const FigureContent &content,
                                              const GoesOn &goesOn);

/// The same as one WebP that shows a page after the other, each for @p milliseconds; all have the size of the first.
[[nodiscard]] Result<DrawnPages> drawWebpPages(std::span<const FigureSpec> pages, const FigureContent &content,
                                               int milliseconds, const GoesOn &goesOn);

} // namespace dateline
