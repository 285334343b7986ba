#include "figure/worldfile.h"

#include "figure/figuretext.h"
#include "geo/wellknowntext.h"

#include <QFileInfo>
#include <QXmlStreamWriter>

#include <array>

namespace dateline
{

namespace
{

constexpr double pageDpi = 96; // Of the page pixels in FigureSpec.

/// The ending of the world file for a picture with @p ending; empty if it has none.
QString worldEnding(const QString &ending)
{
    constexpr std::array endings{std::pair(QLatin1StringView("png"), QLatin1StringView("pgw")),
                                 std::pair(QLatin1StringView("jpg"), QLatin1StringView("jgw")),
                                 std::pair(QLatin1StringView("jpeg"), QLatin1StringView("jgw")),
                                 std::pair(QLatin1StringView("webp"), QLatin1StringView("wld"))};
    for (const auto &[picture, world] : endings) {
        if (ending == picture)
            return world;
    }
    return {};
}

/// What GDAL keeps beside a picture: the plane whose metres the world file tells.
QByteArray planeFile(const QByteArray &wellKnownText)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartElement(QStringLiteral("PAMDataset"));
    xml.writeStartElement(QStringLiteral("SRS"));
    xml.writeAttribute(QStringLiteral("dataAxisToSRSAxisMapping"), QStringLiteral("1,2"));
    xml.writeCharacters(QString::fromUtf8(wellKnownText));
    xml.writeEndElement();
    xml.writeEndElement();
    return bytes + '\n';
}

} // namespace

QString worldFileProblem(const QString &path, const FigureSpec &spec)
{
    if (worldEnding(QFileInfo(path).suffix().toLower()).isEmpty())
        return FigureText::tr("A world file goes with a PNG, JPEG or WebP; a GeoTIFF and a PDF tell it themselves");
    if (spec.panels)
        return FigureText::tr("A world file tells one place of the earth, and this page has several maps");
    return {};
}

Result<void> writeWorldFile(const QString &path, const FigureSpec &spec, const FigureReport &report)
{
    const QFileInfo file(path);
    const QString ending = worldEnding(file.suffix().toLower());
    if (ending.isEmpty() || !report.metres)
        return failure(Error::Kind::Unsupported, worldFileProblem(path, spec), path);
    const QByteArray plane = NamedPlane(report.projection).wellKnownText(report.metres->mapRect(report.map));
    if (plane.isEmpty())
        return failure(Error::Kind::Unsupported,
                       FigureText::tr("Programs of maps have no name for the projection “%1”; use another projection "
                                      "to write a world file")
                           .arg(report.projection),
                       report.projection);
    const double pixel = pageDpi / spec.dpi;
    const QTransform metres = QTransform::fromScale(pixel, pixel) * *report.metres;
    const QPointF corner = metres.map(QPointF(0.5, 0.5)); // The middle of the first pixel.
    QByteArray lines;
    for (const double value : {metres.m11(), metres.m12(), metres.m21(), metres.m22(), corner.x(), corner.y()})
        lines += QByteArray::number(value, 'g', 17) + '\n';
    const QString world = path.chopped(file.suffix().size()) + ending;
    if (const Result<void> saved = saveFigure(world, lines); !saved)
        return saved;
    return saveFigure(path + QStringLiteral(".aux.xml"), planeFile(plane));
}

} // namespace dateline
