#include "domain/overlaystylejson.h"
#include "domain/scanplacingjson.h"
#include "geo/controlpoints.h"
#include "geo/geodesy.h"
#include "overlaytest.h"

#include <QTest>
#include <QTransform>

using namespace dateline;

namespace
{

const QString plane = QStringLiteral("EPSG:32638"); // UTM zone 38 north.

/// Points all over a picture of 4000 × 3000 pixels, @p count of them in no pattern.
std::vector<QPointF> pixelsOf(int count)
{
    std::vector<QPointF> pixels;
    for (int i = 0; i < count; ++i)
        pixels.emplace_back(std::fmod(i * 0.618034 + 0.1, 1) * 4000, std::fmod(i * 0.754878 + 0.2, 1) * 3000);
    return pixels;
}

ScanPlacing placingOf(ScanTransformation transformation, const std::vector<QPointF> &pixels,
                      const std::function<QPointF(QPointF)> &metresOf)
{
    const Result<Projection> projection = Projection::fromText(plane);
    ScanPlacing placing{transformation, plane, {}};
    for (const QPointF pixel : pixels)
        placing.points.push_back({pixel, projection->lonLatFromMetres(metresOf(pixel)).value()});
    return placing;
}

QPointF similar(QPointF pixel)
{
    // 5 m a pixel, turned by 10°.
    return QTransform().translate(500000, 4430000).rotate(10).scale(5, -5).map(pixel);
}

QPointF sheared(QPointF pixel)
{
    return QTransform(5, 0.3, 0.8, -5.4, 500000, 4430000).map(pixel);
}

QPointF bent(QPointF pixel)
{
    const QPointF even = sheared(pixel);
    return even + QPointF(2e-5 * pixel.x() * pixel.x(), 1e-5 * pixel.x() * pixel.y());
}

QPointF twisted(QPointF pixel)
{
    return bent(pixel) + QPointF(3e-9 * std::pow(pixel.y(), 3), -2e-9 * pixel.x() * pixel.x() * pixel.y());
}

QPointF aslant(QPointF pixel)
{
    return QTransform(5, 0.3, 4e-5, 0.8, -5.4, 6e-5, 0, 0, 1).map(pixel) + QPointF(500000, 4430000);
}

} // namespace

class TestControlPoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAKnownTransformation_data()
    {
        QTest::addColumn<ScanTransformation>("transformation");
        QTest::addColumn<int>("mapping");
        QTest::addColumn<double>(
            "metres"); // Inside the points; polynomials and splines come back by a fit of their own.
        QTest::newRow("similarity") << ScanTransformation::Similarity << 0 << 1e-3;
        QTest::newRow("affine") << ScanTransformation::Affine << 1 << 1e-3;
        QTest::newRow("an affine one by a spline") << ScanTransformation::ThinPlateSpline << 1 << 1e-3;
        QTest::newRow("an affine one by a polynomial") << ScanTransformation::Polynomial3 << 1 << 1e-2;
        QTest::newRow("2nd order") << ScanTransformation::Polynomial2 << 2 << 1e-2;
        QTest::newRow("3rd order") << ScanTransformation::Polynomial3 << 3 << 1e-2;
        QTest::newRow("projective") << ScanTransformation::Projective << 4 << 1e-3;
    }
    void findsAKnownTransformation()
    {
        QFETCH(ScanTransformation, transformation);
        QFETCH(int, mapping);
        QFETCH(double, metres);
        const std::array mappings{similar, sheared, bent, twisted, aslant};
        const auto metresOf = mappings.at(static_cast<std::size_t>(mapping));
        const Result<ScanFit> fit = ScanFit::fitted(placingOf(transformation, pixelsOf(16), metresOf));
        QVERIFY2(fit.has_value(), fit ? "" : qPrintable(fit.error().message));
        QCOMPARE_LT(fit->rootMeanSquare().metres, metres);
        const Result<Projection> projection = Projection::fromText(plane);
        for (const QPointF pixel : {QPointF(2000, 1500), QPointF(1200, 2100), QPointF(2900, 800)}) {
            const LonLat place = projection->lonLatFromMetres(metresOf(pixel)).value();
            QCOMPARE_LT(distanceMetres(fit->placeOf(pixel).value(), place), metres);
        }
        // The way back is exact where the transformation is one that has an inverse of its own kind.
        if (mapping == 0 || mapping == 1 || mapping == 4) {
            const LonLat place = projection->lonLatFromMetres(metresOf({2000, 1500})).value();
            const QPointF apart = fit->pixelOf(place).value() - QPointF(2000, 1500);
            QCOMPARE_LT(std::hypot(apart.x(), apart.y()), 1e-3);
            QCOMPARE_LT(fit->rootMeanSquare().pixels, 1e-3);
        }
    }

    void goesThroughAsFewPointsAsItNeeds_data()
    {
        QTest::addColumn<ScanTransformation>("transformation");
        QTest::newRow("similarity") << ScanTransformation::Similarity;
        QTest::newRow("affine") << ScanTransformation::Affine;
        QTest::newRow("2nd order") << ScanTransformation::Polynomial2;
        QTest::newRow("3rd order") << ScanTransformation::Polynomial3;
        QTest::newRow("spline") << ScanTransformation::ThinPlateSpline;
        QTest::newRow("projective") << ScanTransformation::Projective;
    }
    void goesThroughAsFewPointsAsItNeeds()
    {
        QFETCH(ScanTransformation, transformation);
        const int least = leastPoints(transformation);
        ScanPlacing placing = placingOf(transformation, pixelsOf(least), twisted);
        const Result<ScanFit> fit = ScanFit::fitted(placing);
        QVERIFY2(fit.has_value(), fit ? "" : qPrintable(fit.error().message));
        QCOMPARE_LT(fit->rootMeanSquare().metres, 0.05);
        QCOMPARE_LT(fit->rootMeanSquare().pixels, 0.01);
        QVERIFY(purposeOf(transformation).contains(QString::number(least)));
        for (const std::optional<PointError> &error : errorsLeavingOneOut(placing))
            QVERIFY(!error);

        placing.points.back().enabled = false;
        const Result<ScanFit> fewer = ScanFit::fitted(placing);
        QVERIFY(!fewer.has_value());
        QVERIFY2(fewer.error().message.contains(QStringLiteral("needs %1 points").arg(least)),
                 qPrintable(fewer.error().message));
    }

    void passesThroughEveryPointWithASpline()
    {
        ScanPlacing placing = placingOf(ScanTransformation::ThinPlateSpline, pixelsOf(20), twisted);
        placing.points[7].pixel += QPointF(0, 40); // Wrong: a spline follows it.
        const Result<ScanFit> fit = ScanFit::fitted(placing);
        QVERIFY(fit.has_value());
        QCOMPARE_LT(fit->rootMeanSquare().pixels, 1e-3);
        QCOMPARE_LT(fit->rootMeanSquare().metres, 1e-3);
        // Without it the others tell.
        const std::vector<std::optional<PointError>> errors = errorsLeavingOneOut(placing);
        const auto worst = std::ranges::max_element(
            errors, {}, [](const std::optional<PointError> &error) { return error ? error->pixels : 0; });
        QCOMPARE(worst - errors.begin(), 7);
        QVERIFY2(std::abs((*worst)->pixels - 40) < 12, qPrintable(QString::number((*worst)->pixels)));
    }

    void saysHowFarAWrongPointIsOff()
    {
        ScanPlacing placing = placingOf(ScanTransformation::Similarity, pixelsOf(12), similar);
        placing.points[3].pixel += QPointF(24, 0);
        placing.points[3].enabled = false;
        const Result<ScanFit> fit = ScanFit::fitted(placing);
        QVERIFY(fit.has_value());
        QCOMPARE_LT(fit->rootMeanSquare().pixels, 1e-6);
        const std::optional<PointError> off = fit->errors().at(3);
        QVERIFY(off);
        QVERIFY(std::abs(off->pixels - 24) < 1e-6);
        QVERIFY2(std::abs(off->metres - 120) < 0.2, qPrintable(QString::number(off->metres))); // 5 m a pixel.
    }

    void refusesPointsThatPlaceNothing_data()
    {
        QTest::addColumn<ScanPlacing>("placing");
        QTest::addColumn<QString>("words");
        std::vector<QPointF> line;
        for (int i = 0; i < 12; ++i)
            line.emplace_back(100 + 300 * i, 50 + 200 * i);
        for (const auto transformation :
             {ScanTransformation::Affine, ScanTransformation::Polynomial2, ScanTransformation::Polynomial3,
              ScanTransformation::ThinPlateSpline, ScanTransformation::Projective})
            QTest::addRow("on one line, %s", qPrintable(nameOf(transformation)))
                << placingOf(transformation, line, sheared) << "one line";
        ScanPlacing twice = placingOf(ScanTransformation::Affine, pixelsOf(6), sheared);
        twice.points[4].pixel = twice.points[1].pixel;
        QTest::newRow("one spot twice") << twice << "Points 2 and 5 are one spot";
        twice = placingOf(ScanTransformation::Affine, pixelsOf(6), sheared);
        twice.points[2].place = twice.points[0].place;
        QTest::newRow("one place twice") << twice << "Points 1 and 3 are one place";
        ScanPlacing strange = placingOf(ScanTransformation::Affine, pixelsOf(6), sheared);
        strange.projection = QStringLiteral("EPSG:4326");
        QTest::newRow("a projection that is none") << strange << "plane in metres";
        QTest::newRow("none") << ScanPlacing{} << "there are 0";
    }
    void refusesPointsThatPlaceNothing()
    {
        QFETCH(ScanPlacing, placing);
        QFETCH(QString, words);
        const Result<ScanFit> fit = ScanFit::fitted(placing);
        QVERIFY(!fit.has_value());
        QVERIFY2(fit.error().message.contains(words), qPrintable(fit.error().message));
        QVERIFY(!fit.error().message.endsWith(u'.'));
    }

    void choosesAPlaneOnBothSidesOfTheAntimeridian()
    {
        ScanPlacing placing{ScanTransformation::Similarity, {}, {}};
        placing.points = {{{0, 0}, {179, -16}}, {{1000, 0}, {-179, -16}}, {{1000, 1000}, {-179, -18}}};
        const Result<ScanFit> fit = ScanFit::fitted(placing);
        QVERIFY(fit.has_value());
        const LonLat middle = fit->placeOf({500, 500}).value();
        QCOMPARE_LT(distanceMetres(middle, {180, -17}), 5000);
    }

    void fitsAHundredPointsWhileADragGoesOn()
    {
        ScanPlacing placing = placingOf(ScanTransformation::Projective, pixelsOf(100), aslant);
        for (const auto transformation : {ScanTransformation::Similarity, ScanTransformation::Affine,
                                          ScanTransformation::Polynomial3, ScanTransformation::Projective}) {
            placing.transformation = transformation;
            Result<ScanFit> fit = ScanFit::fitted(placing);
            QVERIFY(fit.has_value());
            const Effort effort;
            constexpr int times = 20;
            for (int i = 0; i < times; ++i) {
                placing.points[50].pixel.rx() += 1;
                fit = ScanFit::fitted(placing, &*fit);
                QVERIFY(fit.has_value());
            }
            const double milliseconds = effort.milliseconds() / times;
            qInfo("%s: %.3f ms", qPrintable(nameOf(transformation)), milliseconds);
            QCOMPARE_LT(milliseconds, 10); // Unoptimised.
        }
    }

    void isKeptInTheStyleOfALayer()
    {
        OverlayStyle style;
        QVERIFY(!textFrom(style).contains(QStringLiteral("scan")));
        style.scan = placingOf(ScanTransformation::ThinPlateSpline, pixelsOf(5), sheared);
        style.scan.points[2].enabled = false;
        QCOMPARE(overlayStyleFrom(textFrom(style)), style);
        // What is no point is left out, and what is not understood is as by default.
        const ScanPlacing read = scanPlacingFrom(
            QJsonDocument::fromJson(R"({"transformation":"magic","points":[{"x":1,"y":2,"lon":44,"lat":40},{"x":1},
                                       {"x":1,"y":2,"lon":444,"lat":40},7]})")
                .object());
        QCOMPARE(read.points.size(), 1U);
        QCOMPARE(read.transformation, ScanTransformation::Affine);
    }
};

QTEST_GUILESS_MAIN(TestControlPoints)
#include "tst_controlpoints.moc"
