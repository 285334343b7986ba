#include "map/theme.h"

#include <QTest>

using namespace dateline;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresContrast()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 0.01);
        QVERIFY(std::abs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }

    void lettersStandOut_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void lettersStandOut()
    {
        QFETCH(bool, dark);
        const Theme &theme = dark ? darkTheme() : lightTheme();
        QCOMPARE(theme.dark, dark);
        struct Pair
        {
            const char *what;
            QColor ink;
            QColor ground;
        };
        const std::vector<Pair> pairs{
            {"ink on page", theme.ink, theme.page},
            {"ink on panel", theme.ink, theme.panel},
            {"ink on selection", theme.ink, theme.selection},
            {"ink on quoteMark", theme.ink, theme.quoteMark},
            {"mutedInk on page", theme.mutedInk, theme.page},
            {"mutedInk on panel", theme.mutedInk, theme.panel},
            {"mutedInk on selection", theme.mutedInk, theme.selection},
            {"accent on page", theme.accent, theme.page},
            {"accent on panel", theme.accent, theme.panel},
            {"onAccent on accent", theme.onAccent, theme.accent},
            {"good on panel", theme.good, theme.panel},
            {"warning on panel", theme.warning, theme.panel},
            {"placeInk on land", theme.placeInk, theme.land},
            {"placeInk on water", theme.placeInk, theme.water},
            {"placeInk on halo", theme.placeInk, theme.placeHalo},
            {"ink on land", theme.ink, theme.land},
            {"areaInk on land", theme.areaInk, theme.land},
            {"areaInk on halo", theme.areaInk, theme.placeHalo},
        };
        for (const Pair &pair : pairs)
            QVERIFY2(contrast(pair.ink, pair.ground) >= 4.5,
                     qPrintable(
                         QStringLiteral("%1: %2").arg(QLatin1String(pair.what)).arg(contrast(pair.ink, pair.ground))));
    }

    void marksStandOut()
    {
        for (const Theme *theme : {&lightTheme(), &darkTheme()}) {
            for (int i = 0; i < kindCount; ++i) {
                const QColor colour = colourOf(static_cast<Kind>(i), *theme);
                // WCAG 2 asks 3 : 1 of what is not text.
                QVERIFY2(contrast(colour, Qt::white) >= 3, qPrintable(colour.name()));
                QVERIFY2(contrast(colour, theme->land) >= (theme->dark ? 2.4 : 3), qPrintable(colour.name()));
                for (int j = 0; j < i; ++j)
                    QVERIFY(colour != colourOf(static_cast<Kind>(j), *theme));
            }
            QVERIFY(contrast(theme->disputedBorder, theme->land) >= 3);
            QVERIFY(contrast(theme->countryBorder, theme->land) >= 3);
        }
    }
};

QTEST_APPLESS_MAIN(TestTheme)
#include "tst_theme.moc"
