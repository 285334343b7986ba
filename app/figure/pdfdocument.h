#pragma once

#include "figure/figure.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <span>

namespace dateline
{

/// What a page is to tell beside what it shows.
struct PdfPage
{
    struct Link
    {
        QRectF box; ///< Page pixels.
        QString words; ///< What it leads to.
        QString address; ///< On the web; empty: it leads to @p target.
        QPointF target; ///< On the same page; page pixels.
    };

    QString title;
    QString alternativeText;
    std::vector<Link> links;
    QRectF map; ///< Page pixels.
    std::optional<QTransform> metres; ///< As FigureReport has it.
    QString projection;
};

/// The page of a figure; callouts lead to their sources, and these to the web.
///
/// @param content as publishable() gave it.
[[nodiscard]] PdfPage pdfPageOf(const FigureContent &content, const FigureReport &report);

/// What the document tells of itself.
struct PdfDocument
{
    QString title;
    QString description;
    QString author; ///< May be empty.
    QByteArray xmp;
    /// Attached, with “picture”, which tells the hash of its page, or those of its pages where it has several.
    QJsonObject sidecar;
};

/// The PDF that Qt wrote in @p bytes, with what Qt does not write: language, structure and alternative text for those
/// who do not see it, links, where the maps lie on the earth, an outline of the pages if there are several, metadata,
/// and its own sidecar as an attached file. The same pages give the same bytes.
///
/// @param pages as many as it has.
[[nodiscard]] Result<QByteArray> finishedPdf(const QByteArray &bytes, std::span<const PdfPage> pages,
                                             const PdfDocument &document);

} // namespace dateline
