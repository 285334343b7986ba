#include "cli/figureoptions.h"

#include "cli/clitext.h"
#include "domain/figurenotejson.h"
#include "domain/figurespecjson.h"
#include "figure/noteimage.h"
#include "geo/projection.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStringList>

#include <array>
#include <cmath>

namespace dateline
{

namespace
{

std::unexpected<Error> noGroup(const QString &text, const QString &known)
{
    return failure(Error::Kind::Malformed, CliText::tr("Figures are grouped by %1, not by “%2”").arg(known, text));
}

} // namespace

Result<QSize> sizeFromText(const QString &text)
{
    const QStringList parts = text.split(u'x', Qt::KeepEmptyParts, Qt::CaseInsensitive);
    const auto side = [&parts](qsizetype i) { return parts.size() == 2 ? parts[i].toInt() : 0; };
    constexpr int least = 400;
    constexpr int most = 10'000;
    const QSize size(side(0), side(1));
    if (size.width() < least || size.height() < least || size.width() > most || size.height() > most) {
        return failure(
            Error::Kind::Malformed,
            CliText::tr("“%1” is no size; give width x height in pixels from 400 to 10000, such as 1600x1000")
                .arg(text),
            text);
    }
    return size;
}

Result<LonLatBox> boxFromText(const QString &text)
{
    const QStringList parts = text.split(u',');
    std::array<double, 4> degrees{};
    bool isBox = parts.size() == 4;
    for (std::size_t i = 0; i < degrees.size() && isBox; ++i)
        degrees[i] = parts[static_cast<qsizetype>(i)].trimmed().toDouble(&isBox);
    const auto [west, south, east, north] = degrees;
    isBox = isBox && west >= -180 && west < east && east <= 540 && east - west <= 360 && south >= -90 && south < north
        && north <= 90;
    if (!isBox) {
        return failure(
            Error::Kind::Malformed,
            CliText::tr("“%1” is no box; give west,south,east,north in degrees, such as 43.5,38.8,48,41.5").arg(text),
            text);
    }
    return LonLatBox{west, south, east, north};
}

Result<int> dpiFromText(const QString &text)
{
    const int dpi = text.toInt();
    if (dpi < 72 || dpi > 600)
        return failure(Error::Kind::Malformed,
                       CliText::tr("“%1” is no resolution; give dots an inch from 72 to 600").arg(text), text);
    return dpi;
}

Result<QString> projectionFromText(const QString &text)
{
    return Projection::fromText(text).transform([](const Projection &projection) { return projection.definition(); });
}

Result<FigureColours> coloursFromText(const QString &text)
{
    if (const std::optional<FigureColours> colours = figureColoursFromKey(text))
        return *colours;
    return failure(Error::Kind::Malformed, CliText::tr("Colours are “light”, “dark” or “grey”, not “%1”").arg(text));
}

Result<GroupBy> pagesFromText(const QString &text)
{
    const std::optional<GroupBy> by = groupByFromKey(text);
    if (by && *by <= GroupBy::Party)
        return *by;
    return noGroup(text, CliText::tr("“incident”, “day”, “week”, “kind”, “province” or “party”"));
}

Result<GroupBy> panelsFromText(const QString &text)
{
    const std::optional<GroupBy> by = groupByFromKey(text);
    if (by && *by <= GroupBy::Speaker)
        return *by;
    return noGroup(text, CliText::tr("“incident”, “day”, “week”, “kind”, “province”, “party” or “speaker”"));
}

Result<std::vector<UtcMinute>> timesFromText(const QString &text, DayAs day)
{
    if (const std::optional<std::vector<UtcMinute>> instants = instantsFromText(text, day))
        return *instants;
    return failure(Error::Kind::Malformed,
                   CliText::tr("“%1” is no time; give times such as 2022-09-13T12:00Z or 2022-09-13, with commas "
                               "between them")
                       .arg(text),
                   text);
}

Result<FigureMarks> marksFromText(const QString &text)
{
    if (const std::optional<FigureMarks> marks = figureMarksFromKey(text))
        return *marks;
    return failure(Error::Kind::Malformed,
                   CliText::tr("Marks are “each”, “squares” or “automatic”, not “%1”").arg(text));
}

Result<double> blurFromText(const QString &text)
{
    bool isNumber = false;
    const double metres = text.toDouble(&isNumber);
    constexpr double most = 1e6;
    if (!isNumber || !(metres == 0 || (metres >= 1 && metres <= most))) {
        return failure(Error::Kind::Malformed,
                       CliText::tr("“%1” is no radius; give metres from 1 to 1000000, or 0 not to blur").arg(text),
                       text);
    }
    return metres;
}

Result<std::vector<FigureNote>> notesFromFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Kind::NotFound, CliText::tr("There is no file %1; check its name and folder").arg(path),
                       path);
    constexpr qint64 mostBytes = 64LL * 1024 * 1024;
    if (!QFileInfo(path).isFile() || file.size() > mostBytes || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unreadable,
                       CliText::tr("“%1” cannot be read; give a GeoJSON file of up to 64 MB").arg(path), path);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(Error::Kind::Malformed,
                       CliText::tr("“%1” is no GeoJSON; after %2 bytes: %3")
                           .arg(path, QString::number(problem.offset), problem.errorString()),
                       path);
    NotesRead read = notesFrom(document.object());
    if (!read.refused.empty())
        return failure(Error::Kind::Malformed, CliText::tr("In “%1”: %2").arg(path, read.refused.front().message),
                       path);
    for (std::size_t i = 0; i < read.notes.size(); ++i) {
        FigureNote &note = read.notes[i];
        if (note.kind != NoteKind::Image)
            continue;
        Result<QByteArray> image = noteImageFrom(note.image);
        if (!image)
            return failure(Error::Kind::Malformed,
                           CliText::tr("In “%1”: note %2: %3").arg(path, QString::number(i + 1), image.error().message),
                           path);
        note.image = std::move(*image);
    }
    return std::move(read.notes);
}

QString notesHelp()
{
    const auto list = [](const auto &keys) { return QStringList(keys.begin(), keys.end()).join(QStringLiteral(", ")); };
    return CliText::
        tr("Draws the notes of this GeoJSON file, such as QGIS writes, over the map. Its points, lines and areas may "
           "have the properties kind (%1), text, colour (%2), width, textSize and height in points, dash (%3), fill "
           "(%4), rotation in degrees, measured and inKey (true or false), symbol (%5), frame (%6), size (%7) and "
           "image (PNG or JPEG in Base64). Ellipses and images have two corners as a MultiPoint. Without a geometry, "
           "page has points of the page: [[0.5, 0.1]] is in the middle of its width and a tenth of its height down.")
            .arg(list(noteKindKeys), list(noteColourKeys), list(noteDashKeys), list(noteFillKeys), list(noteSymbolKeys),
                 list(noteFrameKeys), list(noteSizeKeys));
}

} // namespace dateline
