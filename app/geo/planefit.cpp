#include "geo/planefit.h"

#include "geo/libraries.h"
#include "geo/quieterrors.h"

#include <QTransform>

#include <gdal_alg.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <vector>

namespace dateline
{

namespace
{

/// Brings points to about −1…1 around 0, so that sums of their powers keep their digits.
struct FitScale
{
    QPointF middle;
    double unit = 1;

    explicit FitScale(std::span<const PlanePair> pairs, QPointF PlanePair::*side)
    {
        for (const PlanePair &pair : pairs)
            middle += pair.*side / static_cast<double>(pairs.size());
        for (const PlanePair &pair : pairs) {
            const QPointF away = pair.*side - middle;
            unit = std::max({unit, std::abs(away.x()), std::abs(away.y())});
        }
    }
    [[nodiscard]] QPointF to(QPointF point) const { return (point - middle) / unit; }
    [[nodiscard]] QPointF from(QPointF point) const { return point * unit + middle; }
};

/// How far points lie from the line that suits them best, as a share of how far they lie apart along it.
double spreadOf(std::span<const PlanePair> pairs, QPointF PlanePair::*side)
{
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (const PlanePair &pair : pairs) {
        const QPointF at = pair.*side; // Around 0.
        xx += at.x() * at.x();
        xy += at.x() * at.y();
        yy += at.y() * at.y();
    }
    const double half = (xx + yy) / 2;
    const double root = std::hypot((xx - yy) / 2, xy);
    return half + root > 0 ? std::sqrt(std::max(0.0, half - root) / (half + root)) : 0;
}

bool areApart(std::span<const PlanePair> pairs, QPointF PlanePair::*side)
{
    return std::ranges::any_of(pairs, [&](const PlanePair &pair) {
        const QPointF away = pair.*side - pairs.front().*side;
        return std::hypot(away.x(), away.y()) > 1e-9;
    });
}

class MatrixFit final : public PlaneFit
{
public:
    MatrixFit(const QTransform &matrix, const FitScale &from, const FitScale &to)
        : m_matrix(matrix)
        , m_inverse(matrix.inverted())
        , m_from(from)
        , m_to(to)
    {
    }

    [[nodiscard]] std::optional<QPointF> forward(QPointF from) const override
    {
        const std::optional<QPointF> to = mapped(m_matrix, m_from.to(from));
        return to ? std::optional(m_to.from(*to)) : std::nullopt;
    }
    [[nodiscard]] std::optional<QPointF> back(QPointF to) const override
    {
        const std::optional<QPointF> from = mapped(m_inverse, m_to.to(to));
        // What is beyond the horizon comes back from its other side.
        if (!from || weightOf(m_matrix, *from) <= least)
            return std::nullopt;
        return m_from.from(*from);
    }

    static constexpr double least = 1e-6; ///< Weight that a point has; 1 in the middle of the control points.

    [[nodiscard]] static double weightOf(const QTransform &matrix, QPointF at)
    {
        return (matrix.m13() * at.x() + matrix.m23() * at.y() + matrix.m33()) / matrix.m33();
    }

private:
    [[nodiscard]] static std::optional<QPointF> mapped(const QTransform &matrix, QPointF at)
    {
        const double weight = matrix.m13() * at.x() + matrix.m23() * at.y() + matrix.m33();
        if (weight / matrix.m33() <= least)
            return std::nullopt;
        return QPointF(matrix.m11() * at.x() + matrix.m21() * at.y() + matrix.m31(),
                       matrix.m12() * at.x() + matrix.m22() * at.y() + matrix.m32())
            / weight;
    }

    QTransform m_matrix;
    QTransform m_inverse;
    FitScale m_from;
    FitScale m_to;
};

/// The turn and scale as one complex factor; pixels run down and metres up, so that one side is mirrored.
std::optional<QTransform> similarityOf(std::span<const PlanePair> pairs)
{
    std::complex<double> product;
    double square = 0;
    for (const PlanePair &pair : pairs) {
        const std::complex<double> from(pair.from.x(), -pair.from.y());
        product += std::conj(from) * std::complex<double>(pair.to.x(), pair.to.y());
        square += std::norm(from);
    }
    if (square <= 0 || std::abs(product) < 1e-9 * square)
        return std::nullopt;
    const std::complex<double> turn = product / square;
    return QTransform(turn.real(), turn.imag(), turn.imag(), -turn.real(), 0, 0);
}

using Unknowns = std::array<double, 8>;

/// Solves @p rows, each with the right side behind it; none where they do not determine it.
std::optional<Unknowns> solved(std::array<std::array<double, 9>, 8> rows)
{
    for (std::size_t column = 0; column < 8; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < 8; ++row) {
            if (std::abs(rows.at(row).at(column)) > std::abs(rows.at(pivot).at(column)))
                pivot = row;
        }
        std::swap(rows.at(column), rows.at(pivot));
        if (std::abs(rows.at(column).at(column)) < 1e-12)
            return std::nullopt;
        for (std::size_t row = 0; row < 8; ++row) {
            if (row == column)
                continue;
            const double factor = rows.at(row).at(column) / rows.at(column).at(column);
            for (std::size_t i = column; i < 9; ++i)
                rows.at(row).at(i) -= factor * rows.at(column).at(i);
        }
    }
    Unknowns unknowns{};
    for (std::size_t i = 0; i < 8; ++i)
        unknowns.at(i) = rows.at(i).at(8) / rows.at(i).at(i);
    return unknowns;
}

std::optional<QTransform> projectiveOf(std::span<const PlanePair> pairs)
{
    QTransform found;
    // The equations are linear once multiplied by a point's weight; dividing by the last round's leaves true distances.
    constexpr int rounds = 6;
    for (int round = 0; round < rounds; ++round) {
        std::array<std::array<double, 9>, 8> normal{};
        for (const PlanePair &pair : pairs) {
            const double x = pair.from.x();
            const double y = pair.from.y();
            const double weight = MatrixFit::weightOf(found, pair.from);
            if (weight <= MatrixFit::least)
                return std::nullopt;
            const std::array<std::array<double, 9>, 2> equations{
                std::array{x, y, 1.0, 0.0, 0.0, 0.0, -pair.to.x() * x, -pair.to.x() * y, pair.to.x()},
                std::array{0.0, 0.0, 0.0, x, y, 1.0, -pair.to.y() * x, -pair.to.y() * y, pair.to.y()}};
            for (const auto &equation : equations) {
                for (std::size_t row = 0; row < 8; ++row) {
                    for (std::size_t i = 0; i < 9; ++i)
                        normal.at(row).at(i) += equation.at(row) * equation.at(i) / (weight * weight);
                }
            }
        }
        const std::optional<Unknowns> h = solved(normal);
        if (!h)
            return std::nullopt;
        const auto &u = *h;
        found = QTransform(u[0], u[3], u[6], u[1], u[4], u[7], u[2], u[5], 1);
    }
    return found;
}

/// One of GDAL's fits to control points.
class GdalFit final : public PlaneFit
{
public:
    GdalFit(ScanTransformation transformation, std::span<const PlanePair> pairs, const FitScale &from,
            const FitScale &to)
        : m_from(from)
        , m_to(to)
        , m_isSpline(transformation == ScanTransformation::ThinPlateSpline)
    {
        const QuietErrors quiet;
        std::vector<GDAL_GCP> points(pairs.size());
        std::array<char, 1> none{};
        std::ranges::transform(pairs, points.begin(), [&](const PlanePair &pair) {
            return GDAL_GCP{none.data(), none.data(), pair.from.x(), pair.from.y(), pair.to.x(), pair.to.y(), 0};
        });
        const int count = static_cast<int>(points.size());
        const int order = transformation == ScanTransformation::Polynomial3 ? 3
            : transformation == ScanTransformation::Polynomial2             ? 2
                                                                            : 1;
        m_fit = m_isSpline ? GDALCreateTPSTransformer(count, points.data(), FALSE)
                           : GDALCreateGCPTransformer(count, points.data(), order, FALSE);
    }
    ~GdalFit() override
    {
        if (m_fit != nullptr)
            m_isSpline ? GDALDestroyTPSTransformer(m_fit) : GDALDestroyGCPTransformer(m_fit);
    }
    Q_DISABLE_COPY_MOVE(GdalFit)

    [[nodiscard]] bool isFitted() const { return m_fit != nullptr; }
    [[nodiscard]] std::optional<QPointF> forward(QPointF from) const override
    {
        const std::optional<QPointF> to = mapped(m_from.to(from), FALSE);
        return to ? std::optional(m_to.from(*to)) : std::nullopt;
    }
    [[nodiscard]] std::optional<QPointF> back(QPointF to) const override
    {
        const std::optional<QPointF> from = mapped(m_to.to(to), TRUE);
        return from ? std::optional(m_from.from(*from)) : std::nullopt;
    }

private:
    [[nodiscard]] std::optional<QPointF> mapped(QPointF at, int isBack) const
    {
        double x = at.x();
        double y = at.y();
        double z = 0;
        int done = FALSE;
        (m_isSpline ? GDALTPSTransform : GDALGCPTransform)(m_fit, isBack, 1, &x, &y, &z, &done);
        const bool isPoint = done != FALSE && std::isfinite(x) && std::isfinite(y);
        return isPoint ? std::optional(QPointF(x, y)) : std::nullopt;
    }

    FitScale m_from;
    FitScale m_to;
    bool m_isSpline;
    void *m_fit = nullptr;
};

} // namespace

std::unique_ptr<PlaneFit> PlaneFit::fitted(ScanTransformation transformation, std::span<const PlanePair> pairs)
{
    closeGeoLibraries();
    const FitScale from(pairs, &PlanePair::from);
    const FitScale to(pairs, &PlanePair::to);
    std::vector<PlanePair> scaled;
    for (const PlanePair &pair : pairs)
        scaled.push_back({from.to(pair.from), to.to(pair.to)});
    if (scaled.empty() || !areApart(scaled, &PlanePair::from) || !areApart(scaled, &PlanePair::to))
        return nullptr;
    const auto matrixFit = [&](const std::optional<QTransform> &matrix) -> std::unique_ptr<PlaneFit> {
        if (!matrix || !matrix->isInvertible())
            return nullptr;
        return std::make_unique<MatrixFit>(*matrix, from, to);
    };
    if (transformation == ScanTransformation::Similarity)
        return matrixFit(similarityOf(scaled));
    constexpr double leastSpread = 1e-5;
    if (spreadOf(scaled, &PlanePair::from) < leastSpread || spreadOf(scaled, &PlanePair::to) < leastSpread)
        return nullptr;
    if (transformation == ScanTransformation::Projective)
        return matrixFit(projectiveOf(scaled));
    auto fit = std::make_unique<GdalFit>(transformation, scaled, from, to);
    return fit->isFitted() ? std::move(fit) : nullptr;
}

} // namespace dateline
