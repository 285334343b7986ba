#pragma once

#include "figure/content.h"

#include <QProcess>
#include <QTest>

namespace dateline
{

using namespace Qt::StringLiterals;

/// Incidents in the South Caucasus, each with words of a source of its own; the one with number 3 is sensitive.
inline FigureContent reported(std::shared_ptr<const BaseMap> map = nullptr)
{
    const struct
    {
        QString place;
        LonLat position;
        QString address;
    } all[] = {{u"Goris"_s, {46.34, 39.51}, u"https://example.org/a?b=1&c=“d”"_s},
               {u"Sotk"_s, {45.86, 40.2}, u"javascript:alert(1)"_s},
               {u"Verishen"_s, {46.13912, 39.61174}, u"https://example.org/verishen"_s},
               {u"Vardenis"_s, {45.73, 40.18}, u"http://example.org/d"_s}};
    std::vector<IncidentEvidence> rows;
    std::vector<Document> documents;
    for (int number = 1; const auto &[place, position, address] : all) {
        IncidentEvidence row;
        row.incident.id = IncidentId{number};
        row.incident.title = u"Shelling of "_s + place;
        row.incident.kind = Kind::Explosions;
        const UtcMinute minute = *utcFromIso(u"2022-09-12T20:0%1Z"_s.arg(number));
        row.incident.when = When{{minute, minute + std::chrono::minutes(1), TimePrecision::Minute}, {}, {}};
        row.incident.where = Where{place, u"Syunik"_s,     u"AM"_s, pointGeometry(position), LocationPrecision::Near,
                                   2000,  u"at "_s + place};
        row.incident.sensitive = number == 3;
        Quote quote;
        quote.id = QuoteId{number};
        quote.document = DocumentId{number};
        quote.exact = u"Shells <b>fell</b> & burnt at "_s + place;
        quote.speaker = u"The ministry"_s;
        row.claims.emplace_back(Claim{ClaimId{number}, row.incident.id, quote.id, Stance::Reports}, quote);
        rows.push_back(std::move(row));
        Document document;
        document.id = DocumentId{number};
        document.title = u"Statement on "_s + place;
        document.publisher = u"A ministry"_s;
        document.address = address;
        document.textSha256 = sha256Of(document.title);
        documents.push_back(std::move(document));
        ++number;
    }
    return figureContent(rows, documents, std::move(map));
}

inline FigureSpec smallPage()
{
    FigureSpec spec;
    spec.widthPx = 1201; // Not a whole number of points.
    spec.heightPx = 803;
    spec.dpi = 120;
    return spec;
}

/// What another program writes about a file; @p input is what it is asked.
inline QByteArray outputOf(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// Where GDAL sees @p position in the picture at @p path, in its pixels.
inline QPointF pixelByGdal(const QString &path, LonLat position)
{
    const QByteArray answer =
        outputOf(u"gdaltransform"_s, {u"-i"_s, u"-t_srs"_s, u"OGC:CRS84"_s, u"-output_xy"_s, path},
                 QByteArray::number(position.lon, 'f', 9) + ' ' + QByteArray::number(position.lat, 'f', 9) + '\n');
    const QList<QByteArray> numbers = answer.simplified().split(' ');
    return numbers.size() < 2 ? QPointF() : QPointF(numbers[0].toDouble(), numbers[1].toDouble());
}

/// How far GDAL sees what a figure of @p content shows from where that is, in @p ratio pixels to a page pixel.
inline double worstOffset(const QString &path, const FigureReport &report, const FigureContent &content, double ratio)
{
    const Result<Projection> projection = Projection::fromText(report.projection);
    double worst = projection ? 0 : 1e9;
    for (const SceneIncident &row : content.incidents) {
        const LonLat position = *anchorOf(*row.incident.where);
        const QPointF onPage = report.metres->inverted().map(*projection->metresFromLonLat(position));
        const QPointF seen = pixelByGdal(path, position) / ratio;
        worst = std::max(worst, std::hypot(seen.x() - onPage.x(), seen.y() - onPage.y()) * ratio);
        // The marks are there too, unless several share one.
        const auto number = report.numbers.find(row.incident.id);
        if (row.incident.sensitive || report.marks.size() < content.incidents.size() || number == report.numbers.end())
            continue;
        const QPointF mark = report.marks.at(static_cast<std::size_t>(number->second - 1)).center();
        worst = std::max(worst, std::hypot(mark.x() - onPage.x(), mark.y() - onPage.y()) * ratio);
    }
    return worst;
}

} // namespace dateline
