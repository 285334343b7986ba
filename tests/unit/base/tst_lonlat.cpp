#include "base/lonlat.h"

#include <QTest>

using namespace dateline;

class TestLonLat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boxHoldsItsEdges()
    {
        const LonLatBox box{44, 39, 47, 41};
        QVERIFY(box.contains({44, 39}));
        QVERIFY(box.contains({47, 41}));
        QVERIFY(!box.contains({47.001, 40}));
        QVERIFY(!box.contains({45, 38.999}));
    }

    void boxGrowsAroundAPosition()
    {
        const LonLatBox box{44, 39, 47, 41};
        QCOMPARE(box.including({45, 40}), box);
        QCOMPARE(box.including({-10, 60}), (LonLatBox{-10, 39, 47, 60}));
    }

    void boxKnowsItsMiddle() { QCOMPARE((LonLatBox{170, -10, 190, 30}.centre()), (LonLat{180, 10})); }
};

QTEST_APPLESS_MAIN(TestLonLat)
#include "tst_lonlat.moc"
