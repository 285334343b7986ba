#include "figure/noteimage.h"

#include "figure/figuretext.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>

namespace dateline
{

namespace
{

constexpr qint64 mostPixels = 24'000'000;

/// “png” or “jpeg”, whatever the file is called; null for anything else.
const char *formatOf(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") ? "png" : bytes.startsWith("\xff\xd8\xff") ? "jpeg" : nullptr;
}

std::unexpected<Error> refused(const QString &why)
{
    return failure(Error::Kind::Malformed, why);
}

Result<QImage> decoded(const QByteArray &bytes)
{
    const char *format = formatOf(bytes);
    if (format == nullptr)
        return refused(FigureText::tr("the picture is no PNG or JPEG; save it as one of these"));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size(); // From its head: a bomb is not unpacked.
    if (qint64{size.width()} * size.height() > mostPixels)
        return refused(FigureText::tr("the picture has %1 × %2 pixels, which is too many; make it smaller")
                           .arg(size.width())
                           .arg(size.height()));
    QImage image = reader.read();
    if (image.isNull())
        return refused(FigureText::tr("the picture is damaged; save it anew"));
    return image;
}

} // namespace

Result<QByteArray> noteImageFrom(const QByteArray &bytes)
{
    Result<QImage> image = decoded(bytes);
    if (!image)
        return std::unexpected(image.error());
    // Another picture of the same pixels: nothing else of the file comes along.
    const QImage plain =
        QImage(image->constBits(), image->width(), image->height(), image->bytesPerLine(), image->format());
    QImage own = plain.copy();
    own.setColorTable(image->colorTable());
    own.setColorSpace(image->colorSpace());
    QByteArray written;
    QBuffer buffer(&written);
    QImageWriter writer(&buffer, formatOf(bytes));
    constexpr int jpegQuality = 92;
    if (qstrcmp(formatOf(bytes), "jpeg") == 0)
        writer.setQuality(jpegQuality);
    if (!writer.write(own))
        return refused(FigureText::tr("the picture cannot be kept; save it anew"));
    if (written.size() > mostImageBytes)
        return refused(FigureText::tr("the picture takes %1 MB and can take %2; make it smaller")
                           .arg(static_cast<double>(written.size()) / 1e6, 0, 'f', 1)
                           .arg(static_cast<double>(mostImageBytes) / 1e6, 0, 'f', 1));
    return written;
}

QImage imageFrom(const QByteArray &bytes)
{
    return decoded(bytes).value_or(QImage());
}

} // namespace dateline
