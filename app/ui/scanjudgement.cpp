#include "ui/scanjudgement.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dateline
{

namespace
{

struct ScanJudgementText
{
    Q_DECLARE_TR_FUNCTIONS(ScanJudgement)
};

QString metresText(double metres)
{
    const QLocale locale;
    if (metres >= 10'000)
        return ScanJudgementText::tr("%1 km").arg(locale.toString(metres / 1000, 'f', 0));
    if (metres >= 1000)
        return ScanJudgementText::tr("%1 km").arg(locale.toString(metres / 1000, 'f', 1));
    return ScanJudgementText::tr("%1 m").arg(locale.toString(metres, 'f', metres < 10 ? 1 : 0));
}

QString pixelsText(double pixels)
{
    return ScanJudgementText::tr("%1 px").arg(QLocale().toString(pixels, 'f', pixels < 10 ? 1 : 0));
}

QString bothText(const PointError &error)
{
    return ScanJudgementText::tr("%1 (%2)").arg(metresText(error.metres), pixelsText(error.pixels));
}

/// The point farthest from where the others put it, if those agree much better without it than all do.
std::optional<std::size_t> doubtfulOf(const ScanPlacing &placing, const std::vector<std::optional<PointError>> &alone)
{
    constexpr double manyTimes = 3;
    constexpr double slipPixels = 3; // A hand is no better.
    const auto pixelsOf = [](const std::optional<PointError> &error) { return error ? error->pixels : 0; };
    const auto worst = std::ranges::max_element(alone, {}, pixelsOf);
    const auto enabled = std::ranges::count_if(placing.points, &ControlPoint::enabled);
    if (worst == alone.end() || pixelsOf(*worst) < slipPixels || enabled - 1 <= leastPoints(placing.transformation))
        return std::nullopt;
    const auto number = static_cast<std::size_t>(worst - alone.begin());
    ScanPlacing others = placing;
    others.points[number].enabled = false;
    const double without = rootMeanSquareOf(errorsLeavingOneOut(others)).pixels;
    return without * manyTimes < rootMeanSquareOf(alone).pixels ? std::optional(number) : std::nullopt;
}

} // namespace

ScanJudgement judgementOf(const ScanPlacing &placing)
{
    ScanJudgement judgement;
    Result<ScanFit> fit = ScanFit::fitted(placing);
    if (!fit) {
        judgement.problem = fit.error().message;
        return judgement;
    }
    judgement.errors = fit->errors();
    judgement.alone = errorsLeavingOneOut(placing);
    judgement.doubtful = doubtfulOf(placing, judgement.alone);
    judgement.fit = std::move(*fit);
    return judgement;
}

QString scanErrorText(const PointError &error)
{
    return ScanJudgementText::tr("%1 · %2").arg(metresText(error.metres), pixelsText(error.pixels));
}

QString verdictOn(const ScanPlacing &placing, const ScanJudgement &judgement)
{
    if (!judgement.fit)
        return judgement.problem;
    const auto enabled = std::ranges::count_if(placing.points, &ControlPoint::enabled);
    if (enabled <= leastPoints(placing.transformation))
        return ScanJudgementText::tr(
                   "With %1 points it goes through each of them: set another to see how well they agree")
            .arg(enabled);
    const QString left = bothText(rootMeanSquareOf(judgement.alone));
    QString verdict = placing.transformation == ScanTransformation::ThinPlateSpline
        ? ScanJudgementText::tr("It goes through each point; one that is left out is missed by %1 on average").arg(left)
        : ScanJudgementText::tr("On average %1 off; a point that is left out, %2")
              .arg(bothText(judgement.fit->rootMeanSquare()), left);
    if (judgement.doubtful) {
        verdict += QLatin1StringView(". ")
            + ScanJudgementText::tr("Point %1 lies %2 from where the others put it: check it")
                  .arg(*judgement.doubtful + 1)
                  .arg(metresText(judgement.alone[*judgement.doubtful]->metres));
    }
    return verdict;
}

QString scanChoiceText(ScanTransformation transformation, int enabled)
{
    const int least = leastPoints(transformation);
    return enabled < least ? ScanJudgementText::tr("%1: %2 points, %3 more to set")
                                 .arg(nameOf(transformation))
                                 .arg(least)
                                 .arg(least - enabled)
                           : ScanJudgementText::tr("%1: %2 points").arg(nameOf(transformation)).arg(least);
}

} // namespace dateline
