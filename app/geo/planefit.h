#pragma once

#include "domain/scanplacing.h"

#include <QPointF>

#include <memory>
#include <optional>
#include <span>

namespace dateline
{

/// A point in two planes.
struct PlanePair
{
    QPointF from;
    QPointF to;
};

/// A mapping of one plane to another and back, fitted to pairs of points by least squares.
///
/// Polynomials and splines are fitted in each direction, so that one is nearly, not exactly, the other’s inverse. It may
/// be used from several threads.
class PlaneFit
{
public:
    /// Null where @p pairs do not determine it, such as points on one line.
    [[nodiscard]] static std::unique_ptr<PlaneFit> fitted(ScanTransformation transformation,
                                                          std::span<const PlanePair> pairs);

    PlaneFit() = default;
    virtual ~PlaneFit() = default;
    Q_DISABLE_COPY_MOVE(PlaneFit)

    /// None where the mapping has no point, such as beyond a photograph’s horizon.
    [[nodiscard]] virtual std::optional<QPointF> forward(QPointF from) const = 0;
    [[nodiscard]] virtual std::optional<QPointF> back(QPointF to) const = 0;
};

} // namespace dateline
