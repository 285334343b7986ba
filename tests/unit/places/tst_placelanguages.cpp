#include "places/gazetteer.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class PlaceLanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<Gazetteer> opened = Gazetteer::open(QStringLiteral(SHARE_DIR) + u"/gazetteer.sqlite"_s);
        QVERIFY(opened);
        m_gazetteer = std::move(*opened);
    }

    void findsPlacesByTheirNamesInTheTextsLanguage_data()
    {
        QTest::addColumn<QStringList>("expected"); // the best candidates' names.
        const auto row = [](const char16_t *text, const QStringList &expected) {
            QTest::newRow(qPrintable(QString::fromUtf16(text))) << expected;
        };
        row(u"Обстрел Гориса продолжался, сообщили в Ереване.", {u"Goris"_s, u"Yerevan"_s});
        row(u"Колонна вышла из Москвы и прибыла в Киев.", {u"Moscow"_s, u"Kyiv"_s});
        row(u"Бои в Нагорном Карабахе прекращены.", {u"Nagorno-Karabakh"_s});
        row(u"Делегация из Армении вылетела в Россию.", {u"Armenia"_s, u"Russia"_s});
        row(u"У Харкові та Львові лунали вибухи.", {u"Kharkiv"_s, u"Lviv"_s});
        row(u"Обстріляли околиці Києва, заявили в Україні.", {u"Kyiv"_s, u"Ukraine"_s});
        row(u"Հրետակոծել են Գորիսը, հայտնեցին Երևանում։", {u"Goris"_s, u"Yerevan"_s});
        row(u"Հայաստանի և Ադրբեջանի սահմանին լարված է։", {u"Armenia"_s, u"Azerbaijan"_s});
        row(u"Bakıda və Naxçıvanda görüşlər keçirildi, Ermənistandan qayıdanlar gəldi.",
            {u"Baku"_s, u"Nakhchivan"_s, u"Armenia"_s});
        row(u"Ankara’da açıklama yapıldı; İstanbul'dan gelen ekip Suriye'ye ulaştı.",
            {u"Ankara"_s, u"Istanbul"_s, u"Syria"_s});
        row(u"وقال مسؤول في دمشق إن القصف وقع بحلب وفي سوريا.", {u"Damascus"_s, u"Aleppo"_s, u"Syria"_s});
        row(u"قصفت القوات مدينة حلب ثم انسحبت من المدينة.", {u"Aleppo"_s});
        row(u"در تهران و تبریز، مقامات ایران سخن گفتند.", {u"Tehran"_s, u"Tabriz"_s, u"Iran"_s});
        row(u"הפצצה בסוריה, ודיווחים מאוקראינה.", {u"Syria"_s, u"Ukraine"_s});
    }
    void findsPlacesByTheirNamesInTheTextsLanguage()
    {
        QFETCH(QStringList, expected);
        QStringList found;
        for (const PlaceMatch &match : m_gazetteer->find(QString::fromUtf8(QTest::currentDataTag())))
            found.append(match.candidates.front().place.name);
        QCOMPARE(found, expected);
    }

    void takesNoEndingOffEnglish_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Turkish cases") << u"The Ankarada group met the Bakuda family."_s;
        QTest::newRow("a surname") << u"The man called Parisi said that the deal was the best."_s;
    }
    void takesNoEndingOffEnglish()
    {
        QFETCH(QString, text);
        QVERIFY(m_gazetteer->find(text).empty());
    }

private:
    std::optional<Gazetteer> m_gazetteer;
};

QTEST_APPLESS_MAIN(PlaceLanguagesTest)
#include "tst_placelanguages.moc"
