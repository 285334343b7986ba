#pragma once

#include "figure/qpdf.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace dateline
{

// The parts that a PDF is made of.

inline constexpr double pointsInAPagePixel = 0.75;

[[nodiscard]] inline QPDFObjectHandle textObject(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

/// “<< /Type /Measure >>” as an object; @p text is our own.
[[nodiscard]] inline QPDFObjectHandle dictionary(const char *text)
{
    return QPDFObjectHandle::parse(text);
}

[[nodiscard]] inline QPDFObjectHandle numbers(const std::vector<double> &values, int decimals)
{
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double value : values)
        array.appendItem(QPDFObjectHandle::newReal(value, decimals));
    return array;
}

/// @p box, in page pixels, on a page @p height points high.
[[nodiscard]] inline QPDFObjectHandle rectangle(const QRectF &box, double height)
{
    constexpr int decimals = 4;
    return numbers({box.left() * pointsInAPagePixel, height - box.bottom() * pointsInAPagePixel,
                    box.right() * pointsInAPagePixel, height - box.top() * pointsInAPagePixel},
                   decimals);
}

} // namespace dateline
