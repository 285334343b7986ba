#pragma once

#include <QStringList>

namespace dateline
{

// Each runs one verb with the arguments after it and returns the exit status.
[[nodiscard]] int runRead(const QStringList &arguments);
[[nodiscard]] int runNew(const QStringList &arguments);
[[nodiscard]] int runImport(const QStringList &arguments);
[[nodiscard]] int runExport(const QStringList &arguments);
[[nodiscard]] int runInfo(const QStringList &arguments);
[[nodiscard]] int runDescribe(const QStringList &arguments);
[[nodiscard]] int runVerify(const QStringList &arguments);
[[nodiscard]] int runMerge(const QStringList &arguments);
[[nodiscard]] int runFigure(const QStringList &arguments);
[[nodiscard]] int runLayers(const QStringList &arguments);
[[nodiscard]] int runPlaces(const QStringList &arguments);
[[nodiscard]] int runEvaluate(const QStringList &arguments);
[[nodiscard]] int runSamplePath(const QStringList &arguments);

} // namespace dateline
