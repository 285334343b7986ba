#include "figure/formats.h"

#include "figure/figuretext.h"
#include "figure/htmlpage.h"
#include "figure/kmz.h"
#include "figure/pdfdocument.h"
#include "figure/publishable.h"
#include "figure/readsidecar.h"
#include "figure/sidecar.h"
#include "figure/svggroups.h"
#include "figure/webpanimation.h"
#include "figure/xmp.h"
#include "geo/geotiff.h"
#include "map/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageWriter>
#include <QJsonDocument>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double pageDpi = 96; // of the page pixels in FigureSpec
constexpr int pdfDpi = 1200;

QString software()
{
    return QStringLiteral("Dateline ") + QCoreApplication::applicationVersion();
}

std::unexpected<Error> notDrawn(const QString &what)
{
    return failure(
        Error::Kind::Unwritable,
        FigureText::tr("The figure could not be drawn as %1: there is not enough memory for it; make it smaller")
            .arg(what));
}

/// How pixels are kept.
struct Raster
{
    const char *format; ///< Qt's name of it.
    int quality; ///< 0…100; of PNG, which loses nothing: how little time is spent to make it small.
    int longestSide; ///< In pixels.
    bool tellsItself; ///< Its metadata have room for what the sidecar holds.
};
constexpr int painterLimit = 32'767; // QPainter's own
constexpr Raster asPng{"png", 75, painterLimit, true};
constexpr Raster asJpeg{"jpg", 92, painterLimit, false};
constexpr Raster asTiff{"tif", -1, painterLimit, false};
constexpr Raster asWebp{"webp", 100, 16'383, false}; // Without loss: text stays as sharp as in a PNG, in fewer bytes.

struct Painted
{
    QImage image;
    FigureReport report;
};

Result<Painted> paintRaster(const FigureSpec &spec, const FigureContent &content, const Raster &raster)
{
    const QString name = QString::fromLatin1(raster.format).toUpper();
    const double ratio = spec.dpi / pageDpi;
    const QSize size(static_cast<int>(std::lround(spec.widthPx * ratio)),
                     static_cast<int>(std::lround(spec.heightPx * ratio)));
    if (size.width() > raster.longestSide || size.height() > raster.longestSide) {
        return failure(Error::Kind::Unsupported,
                       FigureText::tr("A %1 of %2 × %3 pixels is too large; choose a lower dpi or a smaller size")
                           .arg(name)
                           .arg(size.width())
                           .arg(size.height()));
    }
    Painted painted{QImage(size, QImage::Format_RGB32), {}};
    if (painted.image.isNull())
        return notDrawn(name);
    {
        // A page that does not end with a pixel mixes with what is under it.
        painted.image.fill(themeOf(spec).page);
        QPainter painter(&painted.image);
        painter.scale(ratio, ratio);
        painted.report = paintFigure(painter, spec, content);
    }
    constexpr double inchesInAMetre = 1 / 0.0254;
    painted.image.setDotsPerMeterX(static_cast<int>(std::lround(spec.dpi * inchesInAMetre)));
    painted.image.setDotsPerMeterY(painted.image.dotsPerMeterX());
    return painted;
}

/// Says in the image's metadata what it shows: JPEG keeps this as comments, WebP not at all.
void describe(QImage &image, const FigureSpec &spec, const FigureReport &report)
{
    image.setText(QStringLiteral("Title"), report.title);
    image.setText(QStringLiteral("Description"), report.alternativeText);
    image.setText(QStringLiteral("Source"), report.sources.join(u'\n'));
    image.setText(QStringLiteral("Software"), software());
    if (!spec.credit.isEmpty())
        image.setText(QStringLiteral("Author"), spec.credit);
}

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Drawn> drawRaster(const FigureSpec &spec, const FigureContent &content, const Raster &raster)
{
    Result<Painted> painted = paintRaster(spec, content, raster);
    if (!painted)
        return std::unexpected(painted.error());
    QImage &image = painted->image;
    describe(image, spec, painted->report);
    if (raster.tellsItself) {
        image.setText(QStringLiteral("Dateline view"), compactJson(viewOf(spec, painted->report)));
        // A picture that loses its sidecar can still be checked.
        QJsonObject own = sidecarOf(spec, content, painted->report);
        own.insert(QStringLiteral("picture"), QJsonObject{{QStringLiteral("pixelsSha256"), pixelsSha256(image)}});
        image.setText(pngKey, compactJson(own));
    }
    Drawn drawn{{}, std::move(painted->report)};
    QBuffer buffer(&drawn.bytes);
    QImageWriter writer(&buffer, raster.format);
    writer.setQuality(raster.quality);
    if (!writer.canWrite() && writer.error() == QImageWriter::UnsupportedFormatError) {
        return failure(Error::Kind::Unsupported,
                       FigureText::tr("This computer’s Qt cannot write %1; install its image formats "
                                      "(qt6-image-formats-plugins) or choose PNG")
                           .arg(QString::fromLatin1(raster.format).toUpper()));
    }
    if (!writer.write(image))
        return notDrawn(QString::fromLatin1(raster.format).toUpper());
    return drawn;
}

Result<Drawn> drawPng(const FigureSpec &spec, const FigureContent &content)
{
    return drawRaster(spec, content, asPng);
}

Result<Drawn> drawJpeg(const FigureSpec &spec, const FigureContent &content)
{
    return drawRaster(spec, content, asJpeg);
}

Result<Drawn> drawWebp(const FigureSpec &spec, const FigureContent &content)
{
    return drawRaster(spec, content, asWebp);
}

Result<Drawn> drawHtml(const FigureSpec &spec, const FigureContent &content)
{
    Result<Drawn> drawn = drawPng(spec, content);
    if (drawn)
        drawn->bytes = htmlPage(drawn->bytes, spec, content, drawn->report);
    return drawn;
}

/// Title and words are known only after painting, and some formats take them before: a first painting finds them out.
FigureReport describedBy(const FigureSpec &spec, const FigureContent &content)
{
    QImage scratch(1, 1, QImage::Format_RGB32);
    QPainter painter(&scratch);
    return paintFigure(painter, spec, content);
}

Result<Drawn> drawSvg(const FigureSpec &spec, const FigureContent &content)
{
    Drawn drawn;
    const FigureReport described = describedBy(spec, content);
    QBuffer buffer(&drawn.bytes);
    QSvgGenerator generator(QSvgGenerator::SvgVersion::Svg11);
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(pageDpi));
    generator.setSize({spec.widthPx, spec.heightPx});
    generator.setViewBox(QRect(0, 0, spec.widthPx, spec.heightPx));
    generator.setTitle(described.title);
    generator.setDescription(described.alternativeText + u'\n' + described.sources.join(u'\n'));
    QPainter painter(&generator);
    if (!painter.isActive())
        return notDrawn(QStringLiteral("SVG"));
    drawn.report = paintFigure(painter, spec, content);
    painter.end();
    if (!spec.notes.empty())
        drawn.bytes = withSvgGroups(drawn.bytes);
    return drawn;
}

QPageSize pageSizeOf(const FigureSpec &spec)
{
    constexpr double pointsInAPixel = 72 / pageDpi;
    return QPageSize(QSizeF(spec.widthPx, spec.heightPx) * pointsInAPixel, QPageSize::Point, {}, QPageSize::ExactMatch);
}

Result<Drawn> drawPdf(const FigureSpec &spec, const FigureContent &content)
{
    const Result<DrawnPages> drawn = drawPdfPages({&spec, 1}, content, [](std::size_t) { return true; });
    if (!drawn)
        return std::unexpected(drawn.error());
    FigureReport report = drawn->reports.front();
    const PdfDocument document{report.title, report.alternativeText, spec.credit, xmpPacket(spec, content, report),
                               drawn->sidecars.front()};
    Result<QByteArray> finished = finishedPdf(drawn->bytes, drawn->pdf, document);
    if (!finished)
        return std::unexpected(finished.error());
    return Drawn{std::move(*finished), std::move(report)};
}

/// The whole page; where its map lies on the earth holds in the map's frame.
Result<Drawn> drawTiff(const FigureSpec &spec, const FigureContent &content)
{
    Result<Painted> painted = paintRaster(spec, content, asTiff);
    if (!painted)
        return std::unexpected(painted.error());
    const FigureReport &report = painted->report;
    if (!report.metres) {
        return failure(
            Error::Kind::Unsupported,
            FigureText::tr("A GeoTIFF lies at one place of the earth, and this page has several maps; choose "
                           "another format"));
    }
    const double pixel = pageDpi / spec.dpi;
    PlacedImage placed{painted->image,
                       report.projection,
                       QTransform::fromScale(pixel, pixel) * *report.metres,
                       report.metres->mapRect(report.map),
                       {{"TIFFTAG_DOCUMENTNAME", report.title},
                        {"TIFFTAG_IMAGEDESCRIPTION", report.alternativeText},
                        {"TIFFTAG_SOFTWARE", software()},
                        {"SOURCES", report.sources.join(u'\n')}}};
    if (!spec.credit.isEmpty())
        placed.texts.emplace_back("TIFFTAG_ARTIST", spec.credit);
    Result<QByteArray> bytes = geoTiffFrom(placed);
    if (!bytes)
        return std::unexpected(bytes.error());
    return Drawn{std::move(*bytes), std::move(painted->report)};
}

Result<Drawn> drawKmz(const FigureSpec &spec, const FigureContent &content)
{
    FigureReport report = describedBy(spec, content);
    Result<QByteArray> bytes = kmzOf(spec, content, report);
    if (!bytes)
        return std::unexpected(bytes.error());
    return Drawn{std::move(*bytes), std::move(report)};
}

using Draw = Result<Drawn> (*)(const FigureSpec &, const FigureContent &);
struct Format
{
    QLatin1StringView ending;
    Draw draw;
};
constexpr std::array formats{
    Format{QLatin1StringView("png"), drawPng},   Format{QLatin1StringView("svg"), drawSvg},
    Format{QLatin1StringView("pdf"), drawPdf},   Format{QLatin1StringView("jpg"), drawJpeg},
    Format{QLatin1StringView("jpeg"), drawJpeg}, Format{QLatin1StringView("webp"), drawWebp},
    Format{QLatin1StringView("html"), drawHtml}, Format{QLatin1StringView("htm"), drawHtml},
    Format{QLatin1StringView("tif"), drawTiff},  Format{QLatin1StringView("tiff"), drawTiff},
    Format{QLatin1StringView("kmz"), drawKmz},
};

} // namespace

void DrawnPages::add(const Publishable &page, FigureReport report)
{
    sidecars.push_back(sidecarOf(page.spec, page.content, report));
    pdf.push_back(pdfPageOf(page.content, report));
    reports.push_back(std::move(report));
}

Result<DrawnPages> drawPdfPages(std::span<const FigureSpec> pages, const FigureContent &content, const GoesOn &goesOn)
{
    DrawnPages drawn;
    QBuffer buffer(&drawn.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageMargins({});
    writer.setResolution(pdfDpi);
    writer.setCreator(software());
    writer.setPageSize(pageSizeOf(pages.front()));
    writer.setTitle(pages.front().title);
    QPainter painter(&writer);
    if (!painter.isActive())
        return notDrawn(QStringLiteral("PDF"));
    for (const FigureSpec &spec : pages) {
        if (!drawn.reports.empty()) {
            writer.setPageSize(pageSizeOf(spec));
            writer.newPage();
        }
        const Publishable safe = publishable(spec, content);
        painter.save();
        painter.scale(pdfDpi / pageDpi, pdfDpi / pageDpi);
        drawn.add(safe, paintFigure(painter, safe.spec, safe.content));
        painter.restore();
        if (!goesOn(drawn.reports.size()))
            break;
    }
    painter.end(); // Which writes the end of the document.
    if (drawn.reports.size() < pages.size())
        drawn.bytes.clear();
    return drawn;
}

Result<DrawnPages> drawWebpPages(std::span<const FigureSpec> pages, const FigureContent &content, int milliseconds,
                                 const GoesOn &goesOn)
{
    DrawnPages drawn;
    std::optional<WebpAnimation> animation;
    for (const FigureSpec &spec : pages) {
        const Publishable safe = publishable(spec, content);
        Result<Painted> painted = paintRaster(safe.spec, safe.content, asWebp);
        if (!painted)
            return std::unexpected(painted.error());
        if (!animation)
            animation.emplace(painted->image.size());
        if (!animation->add(painted->image, milliseconds))
            return notDrawn(QStringLiteral("WEBP"));
        drawn.add(safe, std::move(painted->report));
        if (!goesOn(drawn.reports.size()))
            return drawn;
    }
    drawn.bytes = animation ? animation->finish() : QByteArray();
    if (drawn.bytes.isEmpty())
        return notDrawn(QStringLiteral("WEBP"));
    return drawn;
}

QStringList figureEndings()
{
    QStringList endings;
    for (const Format &format : formats)
        endings.append(format.ending);
    return endings;
}

Result<Drawn> drawAs(const QString &ending, const FigureSpec &spec, const FigureContent &content)
{
    const auto format = std::ranges::find(formats, ending, &Format::ending);
    Q_ASSERT(format != formats.end());
    return format->draw(spec, content);
}

} // namespace dateline
