#include "figure/figure.h"
#include "figure/figuretext.h"
#include "figure/publishable.h"
#include "figure/sidecar.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QJsonDocument>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace dateline
{

namespace
{

constexpr double pageDpi = 96; // of the page pixels in FigureSpec
constexpr int pdfDpi = 1200;

/// A drawn figure in a file's bytes.
struct Drawn
{
    QByteArray bytes;
    FigureReport report;
};

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

Result<Drawn> drawPng(const FigureSpec &spec, const FigureContent &content)
{
    const double ratio = spec.dpi / pageDpi;
    const QSize size(static_cast<int>(std::lround(spec.widthPx * ratio)),
                     static_cast<int>(std::lround(spec.heightPx * ratio)));
    constexpr int longestSide = 32'767; // QPainter's own limit
    if (size.width() > longestSide || size.height() > longestSide) {
        return failure(Error::Kind::Unsupported,
                       FigureText::tr("A PNG of %1 × %2 pixels is too large; choose a lower dpi or a smaller size")
                           .arg(size.width())
                           .arg(size.height()));
    }
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return notDrawn(QStringLiteral("PNG"));
    Drawn drawn;
    {
        QPainter painter(&image);
        painter.scale(ratio, ratio);
        drawn.report = paintFigure(painter, spec, content);
    }
    constexpr double inchesInAMetre = 1 / 0.0254;
    image.setDotsPerMeterX(static_cast<int>(std::lround(spec.dpi * inchesInAMetre)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), drawn.report.title);
    image.setText(QStringLiteral("Description"), drawn.report.alternativeText);
    image.setText(QStringLiteral("Source"), drawn.report.sources.join(u'\n'));
    image.setText(QStringLiteral("Software"), software());
    if (!spec.credit.isEmpty())
        image.setText(QStringLiteral("Author"), spec.credit);
    image.setText(QStringLiteral("Dateline view"),
                  QString::fromUtf8(QJsonDocument(viewOf(spec, drawn.report)).toJson(QJsonDocument::Compact)));
    QBuffer buffer(&drawn.bytes);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(image))
        return notDrawn(QStringLiteral("PNG"));
    return drawn;
}

/// Title and words are known only after painting, and SVG and PDF take them before: a first painting finds them out.
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
    return drawn;
}

Result<Drawn> drawPdf(const FigureSpec &spec, const FigureContent &content)
{
    Drawn drawn;
    const FigureReport described = describedBy(spec, content);
    QBuffer buffer(&drawn.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageMargins({});
    constexpr double pointsInAPixel = 72 / pageDpi;
    writer.setPageSize(QPageSize(QSizeF(spec.widthPx * pointsInAPixel, spec.heightPx * pointsInAPixel),
                                 QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setResolution(pdfDpi);
    writer.setTitle(described.title);
    writer.setCreator(software());
    QPainter painter(&writer);
    if (!painter.isActive())
        return notDrawn(QStringLiteral("PDF"));
    painter.scale(pdfDpi / pageDpi, pdfDpi / pageDpi);
    drawn.report = paintFigure(painter, spec, content);
    painter.end();
    return drawn;
}

Result<void> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(Error::Kind::Unwritable,
                   FigureText::tr("The figure could not be written to %1: %2; choose another folder or free some space")
                       .arg(path, file.errorString()),
                   path);
}

} // namespace

Result<FigureReport> writeFigure(const QString &path, const FigureSpec &spec, const FigureContent &content)
{
    using Draw = Result<Drawn> (*)(const FigureSpec &, const FigureContent &);
    const QString ending = QFileInfo(path).suffix().toLower();
    Draw draw = nullptr;
    if (ending == u"png")
        draw = drawPng;
    else if (ending == u"svg")
        draw = drawSvg;
    else if (ending == u"pdf")
        draw = drawPdf;
    if (draw == nullptr) {
        return failure(
            Error::Kind::Unsupported,
            FigureText::tr("A figure is written as .png, .svg or .pdf; %1 has none of these endings").arg(path), path);
    }
    for (const QString &text : {spec.title, spec.subtitle, spec.credit}) {
        if (const QString place = blurredPlaceIn(text, spec, content); !place.isEmpty()) {
            return failure(Error::Kind::Conflict,
                           FigureText::tr("“%1” names %2, which this figure is to blur; change it or do not blur")
                               .arg(text, place),
                           text);
        }
    }
    const Publishable safe = publishable(spec, content);
    Result<Drawn> drawn = draw(safe.spec, safe.content);
    if (!drawn)
        return std::unexpected(drawn.error());
    const QByteArray sidecar = QJsonDocument(sidecarOf(safe.spec, safe.content, drawn->report)).toJson();
    if (const Result<void> saved = save(path, drawn->bytes); !saved)
        return std::unexpected(saved.error());
    if (const Result<void> saved = save(path + QStringLiteral(".json"), sidecar); !saved)
        return std::unexpected(saved.error());
    return std::move(drawn->report);
}

} // namespace dateline
