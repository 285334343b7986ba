#pragma once

#include "acledrows.h"
#include "measured.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <map>
#include <vector>

#include <benchmark/benchmark.h>

namespace dateline
{

inline void removeCase(const QString &path)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal", "-lock"})
        QFile::remove(path + QLatin1StringView(ending));
}

/// A CSV with @p rows rows of the ACLED shape, made when it is first asked for.
inline QString acledCsv(int rows)
{
    static const QString path = [rows] {
        QFile file(fileIn("acled.csv"));
        if (!file.exists()) {
            if (!file.open(QIODevice::WriteOnly))
                std::exit(EXIT_FAILURE);
            writeAcledShape(file, rows);
            file.close();
        }
        std::printf("input: %d rows of 31 columns, %.0f MB of CSV\n", rows, static_cast<double>(file.size()) / 1e6);
        return file.fileName();
    }();
    return path;
}

/// How long each run of GDAL's own tool at some work took, to compare with.
inline std::vector<double> &ogrSeconds(const QString &work)
{
    static std::map<QString, std::vector<double>> seconds;
    return seconds[work];
}

/// How many times as long as @p nanoseconds GDAL's own tool takes; 0 where it was not run before.
inline double timesAsFast(const QString &work, qint64 nanoseconds)
{
    std::vector<double> &seconds = ogrSeconds(work);
    std::ranges::sort(seconds);
    return seconds.empty() ? 0 : seconds[seconds.size() / 2] * 1e9 / static_cast<double>(nanoseconds);
}

/// Runs ogr2ogr from @p from to a new file @p to, as its users would.
inline void runOgr2ogr(benchmark::State &state, const QString &work, const QString &format, const QString &to,
                       const QString &from, const QStringList &options = {})
{
    QFile::remove(to);
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(QStringLiteral("ogr2ogr"), QStringList{QStringLiteral("-f"), format, to, from} + options);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        state.SkipWithError("ogr2ogr failed");
    ogrSeconds(work).push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

/// How it makes a GeoPackage of such a CSV.
inline QStringList acledToGeoPackage()
{
    return {QStringLiteral("-oo"),    QStringLiteral("X_POSSIBLE_NAMES=longitude"),
            QStringLiteral("-oo"),    QStringLiteral("Y_POSSIBLE_NAMES=latitude"),
            QStringLiteral("-oo"),    QStringLiteral("AUTODETECT_TYPE=YES"),
            QStringLiteral("-oo"),    QStringLiteral("KEEP_GEOM_COLUMNS=NO"),
            QStringLiteral("-a_srs"), QStringLiteral("EPSG:4326")};
}

} // namespace dateline
