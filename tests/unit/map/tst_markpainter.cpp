#include "map/markpainter.h"

#include <QPainter>
#include <QTest>

using namespace dateline;

namespace
{

template<typename Paint>
QImage painted(const Paint &paint)
{
    QImage image(60, 60, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(painter);
    return image;
}

QImage mark(Kind kind, MarkState state, const QString &text = {})
{
    return painted([&](QPainter &painter) { paintMark(painter, {30, 30}, kind, state, text, lightTheme()); });
}

int pixelsOf(const QImage &image, QColor colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

} // namespace

class TestMarkPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesTheKindByColourAndShape()
    {
        for (int i = 0; i < kindCount; ++i) {
            const QImage first = mark(static_cast<Kind>(i), MarkState::Plain);
            QVERIFY(pixelsOf(first, colourOf(static_cast<Kind>(i), lightTheme())) > 80);
            for (int j = 0; j < i; ++j) {
                // Told apart without colour too.
                const QImage second = mark(static_cast<Kind>(j), MarkState::Plain);
                int different = 0;
                for (int y = 0; y < 60; ++y) {
                    for (int x = 0; x < 60; ++x) {
                        const bool a = first.pixelColor(x, y).red() > 200 && first.pixelColor(x, y).blue() > 200;
                        const bool b = second.pixelColor(x, y).red() > 200 && second.pixelColor(x, y).blue() > 200;
                        different += a != b ? 1 : 0;
                    }
                }
                QVERIFY2(different > 20, qPrintable(QString::number(different)));
            }
        }
    }

    void showsHoverAndSelection()
    {
        const QImage plain = mark(Kind::Explosions, MarkState::Plain);
        QVERIFY(mark(Kind::Explosions, MarkState::Hovered) != plain);
        QVERIFY(pixelsOf(mark(Kind::Explosions, MarkState::Selected), lightTheme().accent) > 15);
        QCOMPARE(pixelsOf(plain, lightTheme().accent), 0);
        QCOMPARE(plain.pixelColor(30, 45).alpha(), 0); // Nothing beyond its diameter.
    }

    void printsANumberInsteadOfTheSymbol()
    {
        const QImage one = mark(Kind::Explosions, MarkState::Plain, QStringLiteral("1"));
        QVERIFY(one != mark(Kind::Explosions, MarkState::Plain));
        QVERIFY(one != mark(Kind::Explosions, MarkState::Plain, QStringLiteral("2")));
        const QImage battle = mark(Kind::Battles, MarkState::Plain, QStringLiteral("128"));
        QCOMPARE(battle.pixelColor(19, 30).alpha() > 0, true);
        QCOMPARE(battle.pixelColor(17, 30).alpha(), 0);
    }

    void drawsARingForAnArea()
    {
        const SceneMark pin{{IncidentId{1}}, Kind::Battles, {30, 30}, false, 1};
        const SceneMark ring{{IncidentId{1}}, Kind::Battles, {30, 30}, true, 1};
        const auto image = [](const SceneMark &which) {
            return painted([&](QPainter &painter) { paintMark(painter, which, MarkState::Plain, {}, lightTheme()); });
        };
        QVERIFY(pixelsOf(image(ring), lightTheme().panel) > 100);
        QVERIFY(pixelsOf(image(pin), colourOf(Kind::Battles, lightTheme())) > 80);
        SceneMark stack = pin;
        stack.incidents = {IncidentId{1}, IncidentId{2}, IncidentId{3}};
        QVERIFY(image(stack) != image(pin)); // Says how many they are.
    }

    void drawsAKindForALegend()
    {
        const QImage image = kindImage(Kind::Riots, darkTheme(), 16, 2);
        QCOMPARE(image.size(), QSize(32, 32));
        QCOMPARE(image.devicePixelRatio(), 2.0);
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
        QCOMPARE(image.pixelColor(16, 16).alpha(), 255);
    }
};

QTEST_MAIN(TestMarkPainter)
#include "tst_markpainter.moc"
