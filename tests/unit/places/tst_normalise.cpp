#include "places/normalise.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class NormaliseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheFormThatNamesAreComparedBy_data();
    void givesTheFormThatNamesAreComparedBy();
    void isItsOwnNormalForm_data() { givesTheFormThatNamesAreComparedBy_data(); }
    void isItsOwnNormalForm();
};

void NormaliseTest::givesTheFormThatNamesAreComparedBy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("only spaces") << u" \t\n "_s << QString();
    QTest::newRow("case") << u"GORIS"_s << u"goris"_s;
    QTest::newRow("marks") << u"Şuşa"_s << u"susa"_s;
    QTest::newRow("schwa") << u"Kəlbəcər"_s << u"kelbecer"_s;
    QTest::newRow("the schwa's look-alike") << u"Kǝlbǝcǝr"_s << u"kelbecer"_s;
    QTest::newRow("dotless and dotted i") << u"İsmayıllı"_s << u"ismayilli"_s;
    QTest::newRow("apostrophe") << u"Step'anavan"_s << u"stepanavan"_s;
    QTest::newRow("curly apostrophe") << u"Step’anavan"_s << u"stepanavan"_s;
    QTest::newRow("modifier letter") << u"Stepʻanavan"_s << u"stepanavan"_s;
    QTest::newRow("hyphen") << u"Nagorno-Karabakh"_s << u"nagorno karabakh"_s;
    QTest::newRow("dash and spaces") << u" Nagorno –  Karabakh "_s << u"nagorno karabakh"_s;
    QTest::newRow("slash") << u"Lachin/Berdzor"_s << u"lachin berdzor"_s;
    QTest::newRow("sharp s") << u"Gießen"_s << u"giessen"_s;
    QTest::newRow("letters without decomposition") << u"Łódź Tromsø Đakovo"_s << u"lodz tromso dakovo"_s;
    QTest::newRow("Cyrillic yo and short i") << u"Гёйгёль Марий"_s << u"геигель марии"_s;
    QTest::newRow("Armenian ligature") << u"Բերդ և Գորիս"_s << u"բերդ եւ գորիս"_s;
    QTest::newRow("Arabic vowels and tatweel") << u"إِيـران"_s << u"ایران"_s;
    QTest::newRow("Georgian") << u"თბილისი"_s << u"თბილისი"_s;
    QTest::newRow("outside the first plane") << u"𐐀x"_s << u"𐐨x"_s;
    QTest::newRow("soft hyphen") << u"Go\u00ADris"_s << u"goris"_s;
}

void NormaliseTest::givesTheFormThatNamesAreComparedBy()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(normalised(name), expected);
}

void NormaliseTest::isItsOwnNormalForm()
{
    QFETCH(QString, name);
    QCOMPARE(normalised(normalised(name)), normalised(name));
}

QTEST_APPLESS_MAIN(NormaliseTest)
#include "tst_normalise.moc"
