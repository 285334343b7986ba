#include "figure/figure.h"
#include "figure/figuretext.h"
#include "figure/formats.h"
#include "figure/publishable.h"
#include "figure/sidecar.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace dateline
{

Result<void> saveFigure(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(Error::Kind::Unwritable,
                   FigureText::tr("The figure could not be written to %1: %2; choose another folder or free some space")
                       .arg(path, file.errorString()),
                   path);
}

Result<FigureReport> writeFigure(const QString &path, const FigureSpec &spec, const FigureContent &content)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (const QStringList endings = figureEndings(); !endings.contains(ending)) {
        return failure(Error::Kind::Unsupported,
                       FigureText::tr("A figure is written as .%1; %2 has none of these endings")
                           .arg(endings.join(QStringLiteral(", .")), path),
                       path);
    }
    if (const Result<void> open = namesNothingBlurred(spec, content); !open)
        return std::unexpected(open.error());
    if (const QString problem = figureProblem(spec, content); !problem.isEmpty())
        return failure(Error::Kind::Malformed, problem);
    const Publishable safe = publishable(spec, content);
    Result<Drawn> drawn = drawAs(ending, safe.spec, safe.content);
    if (!drawn)
        return std::unexpected(drawn.error());
    const QJsonObject sidecar = withPicture(sidecarOf(safe.spec, safe.content, drawn->report), path, drawn->bytes);
    if (const Result<void> saved = saveFigure(path, drawn->bytes); !saved)
        return std::unexpected(saved.error());
    if (const Result<void> saved = saveFigure(path + QStringLiteral(".json"), QJsonDocument(sidecar).toJson()); !saved)
        return std::unexpected(saved.error());
    return std::move(drawn->report);
}

} // namespace dateline
