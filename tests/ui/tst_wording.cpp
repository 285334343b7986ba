#include "ui/wording.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// The words that the window shows.
class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isolatesWhatIsWrittenRightToLeft_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("Latin") << u"Goris"_s << u"Goris"_s;
        QTest::newRow("Armenian") << u"Գորիս"_s << u"Գորիս"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("Arabic") << u"غوريس"_s << u"\u2068غوريس\u2069"_s;
        QTest::newRow("Hebrew after Latin") << u"Gaza עזה"_s << u"\u2068Gaza עזה\u2069"_s;
    }
    void isolatesWhatIsWrittenRightToLeft()
    {
        QFETCH(QString, text);
        QTEST(isolated(text), "shown");
    }

    void putsPartsInOneLine()
    {
        QCOMPARE(inOneLine({u"Goris"_s, QString(), u"Syunik"_s}), u"Goris · Syunik"_s);
        QCOMPARE(inOneLine({u"غوريس"_s, u"12 Sep 2022"_s}), u"\u2068غوريس\u2069 · 12 Sep 2022"_s);
        QCOMPARE(inOneLine({QString(), QString()}), QString());
    }
};

QTEST_APPLESS_MAIN(TestWording)
#include "tst_wording.moc"
