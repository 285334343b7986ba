#pragma once

#include "base/result.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

namespace dateline
{

/// What @p result holds; without it there is nothing to measure.
template<typename T>
T taken(Result<T> result)
{
    if (!result) {
        qCritical("%s", qUtf8Printable(result.error().message));
        std::exit(EXIT_FAILURE);
    }
    return std::move(*result);
}

/// In a folder that goes in the end, or in the one that BENCH_FOLDER names: its input is used again.
inline QString fileIn(const char *name)
{
    static const QTemporaryDir folder;
    const QString kept = qEnvironmentVariable("BENCH_FOLDER");
    return (kept.isEmpty() ? folder.path() : kept) + QLatin1Char('/') + QLatin1StringView(name);
}

/// What /proc says of this process, in megabytes: “VmRSS”, “VmHWM”.
inline double megabytes(const char *key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

/// Gives freed memory back and begins a new peak.
inline void resetPeak()
{
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5");
}

} // namespace dateline
