#include "figure/kmz.h"

#include "base/zipwriting.h"
#include "figure/figuretext.h"
#include "figure/kml.h"
#include "map/theme.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double longestSide = 8192; // Of an image on the ground, in pixels: globes cut down what is larger.
constexpr double sphere = 6'378'137; // metres

double degreesOf(double metres)
{
    return metres / sphere * 180 / std::numbers::pi;
}

/// The base map of @p box alone, east and north along the edges of the image; null for want of memory.
GroundImage groundImage(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    const LonLatBox box{report.box.west, std::max(report.box.south, -90.0), report.box.east,
                        std::min(report.box.north, 90.0)};
    // Lengths are alike both ways in the middle, where letters then look as they should.
    const double parallel = std::clamp(box.centre().lat, -80.0, 80.0);
    const double narrowing = std::cos(parallel * std::numbers::pi / 180);
    const Result<Projection> plane = Projection::fromText(QStringLiteral("+proj=eqc +lat_ts=%1 +lon_0=%2 +R=%3")
                                                              .arg(parallel, 0, 'f', 6)
                                                              .arg(box.centre().lon, 0, 'f', 9)
                                                              .arg(sphere, 0, 'f', 0));
    Q_ASSERT(plane);
    constexpr double least = 1e-6; // degrees
    const QSizeF shape(std::max(box.east - box.west, least) * narrowing, std::max(box.north - box.south, least));
    const double side = std::max(report.map.width(), report.map.height());
    const QSizeF page = shape.scaled(QSizeF(side, side), Qt::KeepAspectRatio);
    const double ratio = std::min(spec.dpi / 96.0, longestSide / side);
    QImage image(static_cast<int>(std::ceil(page.width() * ratio)), static_cast<int>(std::ceil(page.height() * ratio)),
                 QImage::Format_RGB32);
    if (image.isNull())
        return {};
    const QSizeF whole = QSizeF(image.size()) / ratio;
    const Viewport view = Viewport::fitting(*plane, box, whole);
    const Theme &theme = themeOf(spec);
    image.fill(theme.land);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(ratio, ratio);
    content.baseMap->paint(painter, view, theme);
    paintLabels(painter, content.baseMap->labels(view, {}), theme);
    painter.end();
    const QPointF topLeft = view.metresFromPixel({0, 0});
    const QPointF bottomRight = view.metresFromPixel({whole.width(), whole.height()});
    GroundImage ground;
    ground.box = {box.centre().lon + degreesOf(topLeft.x()) / narrowing, degreesOf(bottomRight.y()),
                  box.centre().lon + degreesOf(bottomRight.x()) / narrowing, degreesOf(topLeft.y())};
    QBuffer buffer(&ground.png);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "png"))
        ground.png.clear();
    return ground;
}

} // namespace

Result<QByteArray> kmzOf(const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
{
    GroundImage ground;
    if (content.baseMap)
        ground = groundImage(spec, content, report);
    QByteArray archive;
    if (!content.baseMap || !ground.png.isEmpty()) {
        // The document first: it is what programs open.
        std::vector<ZippedFile> files{{"doc.kml", kmlOf(spec, content, report, ground)}};
        if (!ground.png.isEmpty())
            files.push_back({groundImageName, ground.png});
        archive = zipOf(files);
    }
    if (archive.isEmpty())
        return failure(Error::Kind::Unwritable,
                       FigureText::tr("The figure could not be drawn as KMZ: there is not enough memory for it; make "
                                      "it smaller"));
    return archive;
}

} // namespace dateline
