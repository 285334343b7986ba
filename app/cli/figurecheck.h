#pragma once

#include "casefile/case.h"
#include "figure/readsidecar.h"

namespace dateline
{

/// What was found out about a page of an atlas.
struct PageCheck
{
    QString title;
    QString file; ///< Of its own; empty where it is in the atlas's own.
    QString problem; ///< Why it cannot be checked, in one sentence without a full stop; empty if it can.
    bool isAsWritten = true;
    QStringList changes;

    [[nodiscard]] bool holds() const { return problem.isEmpty() && isAsWritten && changes.isEmpty(); }
    [[nodiscard]] QStringList findings() const; ///< The gravest first.
};

/// What was found out about a figure, or an atlas and its pages.
struct FigureCheck
{
    Sidecar sidecar;
    bool isAsWritten = true;
    bool isItsCase = false;
    std::int64_t steps = 0; ///< In the case since.
    QStringList changes; ///< Of an atlas those of no page.
    std::vector<PageCheck> pages; ///< Of an atlas.

    [[nodiscard]] bool holds() const;
    [[nodiscard]] QStringList findings() const; ///< The gravest first.
};

/// Whether @p file is the case that the figure of @p sidecar was made from, in the state of then or a later one.
[[nodiscard]] Result<bool> isMadeFrom(const QJsonObject &sidecar, const Case &file);

/// Checks the figure or atlas at @p path against the case at @p casePath.
[[nodiscard]] Result<FigureCheck> checkedFigure(const QString &path, const QString &casePath);

} // namespace dateline
