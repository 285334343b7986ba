#include "base/zone.h"

#include <QDateTime>
#include <QTest>

using namespace dateline;

class TestZone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTimesInTheZoneNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("offsetSeconds");
        QTest::newRow("an IANA name") << "Asia/Yerevan" << 4 * 3600;
        QTest::newRow("an offset") << "UTC-03:30" << -(3 * 3600 + 1800);
        QTest::newRow("none") << QString() << 0;
        QTest::newRow("unknown") << "Atlantis" << 0;
    }
    void tellsTimesInTheZoneNamed()
    {
        QFETCH(QString, name);
        QFETCH(int, offsetSeconds);
        const QDateTime time = QDateTime::fromString(QStringLiteral("2022-09-13T00:05:00Z"), Qt::ISODate);
        const QTimeZone zone = zoneOrUtc(name);
        QVERIFY(zone.isValid());
        QCOMPARE(zone.offsetFromUtc(time), offsetSeconds);
    }
};

QTEST_APPLESS_MAIN(TestZone)

#include "tst_zone.moc"
