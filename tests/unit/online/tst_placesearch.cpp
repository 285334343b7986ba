#include "online/placesearch.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

QByteArray answerOf(const char *type, const char *box, const char *more = "")
{
    return QByteArray(R"([{"lat":"39.51","lon":"46.34","name":"Somewhere","display_name":"Somewhere, Syunik, Armenia",)"
                      R"("addresstype":")")
        + type + R"(","boundingbox":[)" + box + R"(],"address":{"state":"Syunik","country_code":"am"})" + more + "}]";
}

} // namespace

/// What Nominatim is asked, and what is made of its answer.
class TestPlaceSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheWordsAlone()
    {
        const QUrl url = placeSearchAddress(ownOnlineSources()[1], u" Jermuk &  Goris+ "_s, u"en-GB"_s);
        QCOMPARE(url.toString(QUrl::FullyEncoded),
                 u"https://nominatim.openstreetmap.org/search?q=Jermuk%20%26%20Goris%2B&format=jsonv2&addressdetails=1&"
                 u"limit=8&accept-language=en-GB"_s);
    }

    void precisionIsThatOfTheBox_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<LocationPrecision>("precision");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("a house") << answerOf("house", R"("39.50995","39.51005","46.33995","46.34005")")
                                 << LocationPrecision::Near << 100.0 << 100.0;
        QTest::newRow("a town") << answerOf("town", R"("39.48","39.54","46.30","46.38")") << LocationPrecision::Near
                                << 4'000.0 << 6'000.0;
        QTest::newRow("a long road") << answerOf("road", R"("39.0","40.0","46.0","46.6")")
                                     << LocationPrecision::District << 50'000.0 << 70'000.0;
        QTest::newRow("a district") << answerOf("county", R"("39.48","39.54","46.30","46.38")")
                                    << LocationPrecision::District << 4'000.0 << 6'000.0;
        QTest::newRow("a province") << answerOf("state", R"("38.8","39.9","45.7","46.6")")
                                    << LocationPrecision::Province << 80'000.0 << 110'000.0;
        QTest::newRow("a country") << answerOf("country", R"("38.8","41.3","43.4","46.6")")
                                   << LocationPrecision::Country << 200'000.0 << 400'000.0;
    }
    void precisionIsThatOfTheBox()
    {
        QFETCH(QByteArray, answer);
        QFETCH(LocationPrecision, precision);
        QFETCH(double, least);
        QFETCH(double, most);
        const Result<std::vector<OnlinePlace>> places = onlinePlacesFrom(answer, u"example.org"_s);
        QVERIFY(places && places->size() == 1);
        const Where where = whereOf(places->front());
        QCOMPARE(where.precision, precision);
        QVERIFY2(where.radiusMetres >= least && where.radiusMetres <= most,
                 qPrintable(QString::number(where.radiusMetres)));
        QCOMPARE(where.geometry, pointGeometry({46.34, 39.51}));
        QCOMPARE(where.place, u"Somewhere"_s);
        QCOMPARE(where.country, u"AM"_s);
        QCOMPARE(where.province, precision == LocationPrecision::Country ? QString() : u"Syunik"_s);
        QVERIFY(places->front().detail.endsWith(u"Syunik, Armenia"_s));
    }

    void leavesOutRowsWithoutAPlace_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no box") << QByteArray(R"([{"lat":"1","lon":"2","display_name":"X"}])");
        QTest::newRow("no number") << answerOf("town", R"("a","b","c","d")");
        QTest::newRow("off the earth") << answerOf("town", R"("39","95","46","47")");
        QTest::newRow("turned round") << answerOf("town", R"("40","39","46","47")");
        QTest::newRow("of other things") << QByteArray("[1, null, \"x\", []]");
        QTest::newRow("nothing") << QByteArray("[]");
    }
    void leavesOutRowsWithoutAPlace()
    {
        QFETCH(QByteArray, answer);
        const Result<std::vector<OnlinePlace>> places = onlinePlacesFrom(answer, u"example.org"_s);
        QVERIFY(places);
        QVERIFY(places->empty());
    }

    void refusesWhatIsNoListOfPlaces()
    {
        for (const QByteArray &answer :
             {QByteArray(), QByteArray("<html>"), QByteArray(R"({"error":"busy"})"), QByteArray(200'000, '[')}) {
            const Result<std::vector<OnlinePlace>> places = onlinePlacesFrom(answer, u"example.org"_s);
            QVERIFY(!places);
            QCOMPARE(places.error().message,
                     u"What example.org answers is no list of places; look whether its address is right"_s);
        }
    }
};

QTEST_APPLESS_MAIN(TestPlaceSearch)
#include "tst_placesearch.moc"
