#include "geo/coordinates.h"
#include "geo/geodesy.h"
#include "geo/pluscode.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>

using namespace dateline;

namespace
{

constexpr std::array formats{CoordinateFormat::Degrees, CoordinateFormat::DegreesMinutesSeconds, CoordinateFormat::Utm,
                             CoordinateFormat::Mgrs, CoordinateFormat::PlusCode};

QByteArray told(LonLat at)
{
    return QByteArray::number(at.lat, 'f', 6) + ' ' + QByteArray::number(at.lon, 'f', 6);
}

} // namespace

class TestCoordinates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("halfSize"); // in metres, to a tenth of it
        const auto row = [](const char *text, double lat, double lon, double halfSize) {
            QTest::newRow(text) << lat << lon << halfSize;
        };
        row("39.5077, 46.3386", 39.5077, 46.3386, 5.57);
        row("39.5, 46.3", 39.5, 46.3, 5566);
        row("39 46", 39, 46, 55660);
        row("39,46", 39, 46, 55660);
        row("-33.8568 151.2153", -33.8568, 151.2153, 5.57);
        row("−33.8568;151.2153", -33.8568, 151.2153, 5.57);
        row("+40.7,-074.0", 40.7, -74, 5566);
        row("39,5077 46,3386", 39.5077, 46.3386, 5.57);
        row("39,5077, 46,3386", 39.5077, 46.3386, 5.57);
        row("39,5077; 46,3386", 39.5077, 46.3386, 5.57);
        row("39.5077,46.3386", 39.5077, 46.3386, 5.57);
        row("46.3386 E, 39.5077 N", 39.5077, 46.3386, 5.57);
        row("N 39.5077 E 46.3386", 39.5077, 46.3386, 5.57);
        row("33.8568S151.2153E", -33.8568, 151.2153, 5.57);
        row("s33.8568 e151.2153", -33.8568, 151.2153, 5.57);
        row("39,5077N 46,3386E", 39.5077, 46.3386, 5.57);
        row("39.5077° north, 46.3386° east", 39.5077, 46.3386, 5.57);
        row("Lat: 39.5077, Lon: 46.3386", 39.5077, 46.3386, 5.57);
        row("longitude=-46.3386&latitude=39.5077", 39.5077, -46.3386, 5.57);
        row("lat 39.5077 S long 46.3386 W", -39.5077, -46.3386, 5.57);
        row("(39.5077, 46.3386)", 39.5077, 46.3386, 5.57);
        row("geo:39.5077,46.3386", 39.5077, 46.3386, 5.57);
        row("39.5077\t46.3386", 39.5077, 46.3386, 5.57);
        row("39.5077\n46.3386", 39.5077, 46.3386, 5.57);
        row("٣٩.٥٠٧٧, ٤٦.٣٣٨٦", 39.5077, 46.3386, 5.57);
        row("39°30'27.7\"N 46°20'19.0\"E", 39.507694, 46.338611, 1.55);
        row("39°30′27″N, 46°20′19″E", 39.5075, 46.338611, 15.5);
        row("39º30’27”N 46º20’19”E", 39.5075, 46.338611, 15.5);
        row("39° 30' 27'' N 46° 20' 19'' E", 39.5075, 46.338611, 15.5);
        row("46°20′19″E 39°30′27″N", 39.5075, 46.338611, 15.5);
        row("N39°30′27″ E046°20′19″", 39.5075, 46.338611, 15.5);
        row("-39°30′27″ -46°20′19″", -39.5075, -46.338611, 15.5);
        row("39°30.46′N 46°20.32′E", 39.507667, 46.338667, 9.3);
        row("39°30,46′N 46°20,32′E", 39.507667, 46.338667, 9.3);
        row("39°30′N 46°20′E", 39.5, 46.333333, 928);
        row("39° 46°", 39, 46, 55660);
        row("39°30' 46°20'", 39.5, 46.333333, 928);
        row("39d30m27s 46d20m19s", 39.5075, 46.338611, 15.5);
        row("39d 30m 27sN 46d 20m 19sE", 39.5075, 46.338611, 15.5);
        row("33d52m10S 151d12m30E", -33.869444, 151.208333, 15.5);
        row("39 deg 30 min 27 sec N 46 deg 20 min 19 sec E", 39.5075, 46.338611, 15.5);
        row("39 30 27 46 20 19", 39.5075, 46.338611, 15.5);
        row("-39 30 27 46 20 19", -39.5075, 46.338611, 15.5);
        row("39 30 27, -46 20 19", 39.5075, -46.338611, 15.5);
        row("39 30.5, 46 20.5", 39.508333, 46.341667, 93);
        row("39 30,5 46 20,5", 39.508333, 46.341667, 93);
        row("39 30,46 20", 39.5, 46.333333, 928);
        row("39:30:27 46:20:19", 39.5075, 46.338611, 15.5);
        row("39:30:27N 46:20:19E", 39.5075, 46.338611, 15.5);
        row("39-30.5N 046-20.5E", 39.508333, 46.341667, 93);
        row("393027N0462019E", 39.5075, 46.338611, 15.5);
        row("3930N 04620E", 39.5, 46.333333, 928);
        row("39°30′27″ с. ш. 46°20′19″ в. д.", 39.5075, 46.338611, 15.5);
        row("90, 0", 90, 0, 55660);
        row("-90 180", -90, 180, 55660);
        row("0 N 180 W", 0, -180, 55660);
        row("38S 444500 3688500", 33.3342351, 44.4036278, 0.5);
        row("38n 444500 3688500", 33.3342351, 44.4036278, 0.5);
        row("38 N 444500mE 3688500mN", 33.3342351, 44.4036278, 0.5);
        row("UTM zone 38 north, 444500 m E, 3688500 m N", 33.3342351, 44.4036278, 0.5);
        row("E444500 N3688500 38S", 33.3342351, 44.4036278, 0.5);
        row("3688500N 444500E 38S", 33.3342351, 44.4036278, 0.5);
        row("444500.00; 3688500.00 zone 38N", 33.3342351, 44.4036278, 0.005);
        row("17T 630084 4833438", 43.6425618, -79.3871429, 0.5); // the CN Tower
        row("18S 323394 4307395", 38.8976942, -77.0365033, 0.5); // the White House: S is the band here
        row("56S 334873 6252266", -33.8570008, 151.2149978, 0.5); // the Opera House: S is the south here
        row("21F 438000 4270000", -51.7175027, -57.8974948, 0.5); // Stanley, by its band
        row("21 south 438000 4270000", -51.7175027, -57.8974948, 0.5);
        row("Z 2000000 2000000", 90, 0, 0.5);
        row("A 2000000 2000000", -90, 0, 0.5);
        row("38SMB4488", 33.3342351, 44.4036278, 500);
        row("38S MB 44 88", 33.3342351, 44.4036278, 500);
        row("38smb44508850", 33.3342804, 44.4036813, 5);
        row("18S UJ 23394 07395", 38.8976988, -77.0364976, 0.5);
        row("MGRS: 18SUJ2339407395", 38.8976988, -77.0364976, 0.5);
        row("38SMB48", 33.3026927, 44.4092133, 5000);
        row("38SMB", 32.9872444, 44.4648390, 50000);
        row("ZAH 00000 00000", 90, 0, 0.5);
        row("8FVC2222+22", 47.0000625, 8.0000625, 6.96);
        row("7fg49q00+", 20.375, 2.775, 2783);
        row("7FG49QCJ+2VX", 20.3701125, 2.782234375, 1.8);
    }
    void readsWhatPeopleWrite()
    {
        QFETCH(double, lat);
        QFETCH(double, lon);
        QFETCH(double, halfSize);
        const Result<CoordinateReading> reading = coordinatesFrom(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(reading, reading ? "" : qPrintable(reading.error().message));
        const double off = distanceMetres(reading->at, {lon, lat});
        QVERIFY2(off < 1, told(reading->at));
        QVERIFY2(std::abs(reading->halfSizeMetres - halfSize) <= halfSize * 0.1 + 0.001,
                 QByteArray::number(reading->halfSizeMetres));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, const char *words) { QTest::newRow(text) << QString::fromUtf8(words); };
        row("", "These are no coordinates");
        row("Goris", "These are no coordinates");
        row("39.5077", "These are no coordinates");
        row("1 2 3", "These are no coordinates");
        row("39, 46 20", "These are no coordinates");
        row("39,5077,46,3386", "These are no coordinates");
        row("39.5 46.3 x", "These are no coordinates");
        row("12 killed, 14 wounded", "These are no coordinates");
        row("3.95e1, 46", "These are no coordinates");
        row("nan, inf", "These are no coordinates");
        row("95, 46", "No latitude is beyond 90 degrees");
        row("139.5, 46.3", "write the latitude first");
        row("139,5 46,3", "write the latitude first");
        row("39.5, 181", "No longitude is beyond 180 degrees");
        row("91 N 46 E", "No latitude is beyond 90 degrees");
        row("39 N 46 N", "twice the same");
        row("39.5N 46.3", "One of the two has a letter");
        row("33d52m10s 151d12m30e", "One of the two has a letter");
        row("-39.5 S 46.3 E", "A sign and a letter");
        row("39°61′N 46°20′E", "61 is too many");
        row("39.5°30′N 46°20′E", "Only the last");
        row("615069 4374022", "UTM needs its zone");
        row("38 615069 4374022", "UTM needs its zone");
        row("UTM 38S", "UTM needs its zone");
        row("61N 615069 4374022", "UTM needs its zone");
        row("38I 615069 4374022", "no latitude band");
        row("38T 615069 374022", "not in latitude band T");
        row("38N 15069999 4374022", "outside the zone");
        row("38SMB448", "same number of digits");
        row("38SMB 444 88", "same number of digits");
        row("38SMB444400888800", "same number of digits");
        row("38SZZ4488", "no such square");
        row("61SMB4488", "no such square");
        row("G85Q+3C Goris", "a place beside it");
        row("8HF8G85Q+3", "This is no plus code");
        row("8HF8G85A+3C", "This is no plus code");
        row("8HF80085+", "This is no plus code");
        row("W2222222+22", "This is no plus code");
        row("8HF8G85Q+3C+2", "These are no coordinates");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, words);
        const Result<CoordinateReading> reading = coordinatesFrom(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(!reading, reading ? told(reading->at) : "");
        QVERIFY2(reading.error().message.contains(words), qPrintable(reading.error().message));
        QVERIFY(!reading.error().message.endsWith(u'.'));
    }

    void writesEachFormat_data()
    {
        QTest::addColumn<LonLat>("at");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("Goris") << LonLat{46.3386, 39.5077}
                               << QStringList{QStringLiteral("39.50770, 46.33860"),
                                              QStringLiteral("39°30′27.7″N 46°20′19.0″E"),
                                              QStringLiteral("38S 615081 4373974"),
                                              QStringLiteral("38S PJ 15080 73974"), QStringLiteral("8HF8G85Q+3CQ")};
        QTest::newRow("south and west") << LonLat{-77.0365, -12.0464}
                                        << QStringList{QStringLiteral("-12.04640, -77.03650"),
                                                       QStringLiteral("12°02′47.0″S 77°02′11.4″W"), QString(),
                                                       QString(), QString()};
        QTest::newRow("rounded up to a minute")
            << LonLat{0.0166666, -0.000001}
            << QStringList{QStringLiteral("0.00000, 0.01667"), QStringLiteral("0°00′00.0″N 0°01′00.0″E"), QString(),
                           QString(), QString()};
        QTest::newRow("the north pole") << LonLat{0, 90}
                                        << QStringList{QStringLiteral("90.00000, 0.00000"),
                                                       QStringLiteral("90°00′00.0″N 0°00′00.0″E"),
                                                       QStringLiteral("Z 2000000 2000000"),
                                                       QStringLiteral("Z AH 00000 00000"), QString()};
        QTest::newRow("Bergen, in a zone widened for Norway")
            << LonLat{5.32, 60.39}
            << QStringList{QString(), QString(), QStringLiteral("32V 297230 6700510"), QString(), QString()};
    }
    void writesEachFormat()
    {
        QFETCH(LonLat, at);
        QFETCH(QStringList, texts);
        for (std::size_t i = 0; i < formats.size(); ++i) {
            if (!texts[static_cast<qsizetype>(i)].isEmpty())
                QCOMPARE(coordinateText(at, formats.at(i)), texts[static_cast<qsizetype>(i)]);
        }
    }

    void writesNoMoreDigitsThanAreKnown()
    {
        const LonLat goris{46.3386, 39.5077};
        const auto texts = [&](double metres) {
            QStringList all;
            for (const CoordinateFormat format : formats)
                all.append(coordinateText(goris, format, metres));
            return all;
        };
        QCOMPARE(texts(0.01), texts(1));
        QCOMPARE(texts(100),
                 QStringList({QStringLiteral("39.508, 46.339"), QStringLiteral("39°30′28″N 46°20′19″E"),
                              QStringLiteral("38S 615100 4374000"), QStringLiteral("38S PJ 150 739"),
                              QStringLiteral("8HF8G85Q+")}));
        QCOMPARE(texts(10'000),
                 QStringList({QStringLiteral("39.5, 46.3"), QStringLiteral("39°30′N 46°20′E"),
                              QStringLiteral("38S 620000 4370000"), QStringLiteral("38S PJ 1 7"),
                              QStringLiteral("8HF8G800+")}));
        QCOMPARE(coordinateText(goris, CoordinateFormat::Degrees, 1e6), QStringLiteral("40, 46"));
    }

    void readsAnywhereOnEarthWhatItWrites()
    {
        std::mt19937 random(20220913); // NOLINT: the same places every time
        std::uniform_real_distribution<double> longitudes(-180, 180);
        std::uniform_real_distribution<double> sines(-1, 1);
        std::vector<LonLat> places{{180, 0},           {-180, 0}, {180, 90}, {0, -90},
                                   {179.9999999, -80}, {45, 84},  {6, 72},   {42, 0}};
        for (int i = 0; i < 20000; ++i)
            places.push_back({longitudes(random), std::asin(sines(random)) * 180 / 3.141592653589793});
        for (const LonLat at : places) {
            for (const CoordinateFormat format : formats) {
                const QString text = coordinateText(at, format);
                const Result<CoordinateReading> reading = coordinatesFrom(text);
                QVERIFY2(reading, qPrintable(text + QStringLiteral(": ") + reading.error_or(Error()).message));
                QCOMPARE(reading->format, format);
                QVERIFY(reading->halfSizeMetres > 0.1 && reading->halfSizeMetres < 2);
                QVERIFY2(distanceMetres(reading->at, at) <= reading->halfSizeMetres * 1.5, qPrintable(text));
            }
        }
    }

    void readsOneAngleOfATable()
    {
        const Result<AngleReading> latitude = latitudeFrom(u"39,5077");
        QVERIFY(latitude);
        QCOMPARE(latitude->degrees, 39.5077);
        QCOMPARE(longitudeFrom(u" 46°20′19″W ").value().degrees, -(46 + 20 / 60.0 + 19 / 3600.0));
        QCOMPARE(latitudeFrom(u"S 12.5").value().degrees, -12.5);
        const CoordinateReading both = coordinatesFrom(*latitude, longitudeFrom(u"46.3").value());
        QCOMPARE(both.at, (LonLat{46.3, 39.5077}));
        QVERIFY(both.halfSizeMetres > 4000 && both.halfSizeMetres < 5000); // a longitude is shorter there
        QVERIFY(latitudeFrom(u"90.5").error().message.contains(u"beyond 90"));
        QVERIFY(longitudeFrom(u"39 N").error().message.contains(u"longitude belongs"));
        for (const QStringView nonsense : {u"", u"north", u"12 13 14 15", u"1.2.3", u"twelve", u"39.5, 46.3"})
            QVERIFY(!latitudeFrom(nonsense));
    }

    void readsUtmFromSeparateCells()
    {
        const LonLat whiteHouse = coordinatesFrom(u"18S UJ 23394 07395").value().at;
        for (const QStringView zone : {u"18S", u"18 S", u"18n", u"18 north", u"UTM zone 18N"}) {
            const Result<CoordinateReading> reading = coordinatesFromUtm(u"323394", u"4307395", zone);
            QVERIFY2(reading, qPrintable(zone.toString()));
            QVERIFY(distanceMetres(reading->at, whiteHouse) < 1);
        }
        QVERIFY(distanceMetres(coordinatesFromUtm(u"323394.4", u"4307395,4", u"18", u"N").value().at, whiteHouse) < 1);
        QVERIFY(coordinatesFromUtm(u"323394", u"4307395", u"18", u"S").value().at.lat < -50);
        QVERIFY(coordinatesFromUtm(u"323394", u"4307395", u"18").error().message.contains(u"UTM needs its zone"));
        QVERIFY(coordinatesFromUtm(u"much", u"4307395", u"18N").error().message.contains(u"easting"));
    }

    void agreesWithOthersOnPlusCodes_data()
    {
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("lon");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("code");
        // Public reference values of Open Location Code.
        const auto row = [](const char *code, double lat, double lon, int length) {
            QTest::newRow(code) << lat << lon << length << QString::fromLatin1(code);
        };
        row("7FG49Q00+", 20.375, 2.775, 6);
        row("7FG49QCJ+2V", 20.3700625, 2.7821875, 10);
        row("7FG49QCJ+2VX", 20.3701125, 2.782234375, 11);
        row("8FVC2222+22", 47.0000625, 8.0000625, 10);
        row("4VCPPQGP+Q9", -41.2730625, 174.7859375, 10);
        row("62G20000+", 0.5, -179.5, 4);
        row("22220000+", -89.5, -179.5, 4);
        row("22222222+22", -89.9999375, -179.9999375, 10);
        row("CFX30000+", 90, 1, 4);
        row("62H20000+", 1, 180, 4);
        row("6FH32222+222", 1, 1, 11);
        row("849VGJQF+VX7QR3J", 37.539669125, -122.375069724, 15);
    }
    void agreesWithOthersOnPlusCodes()
    {
        QFETCH(double, lat);
        QFETCH(double, lon);
        QFETCH(int, length);
        QFETCH(QString, code);
        QCOMPARE(plusCode({lon, lat}, length), code);
        const Result<LonLatBox> cell = plusCodeCell(code);
        QVERIFY(cell);
        // What lies on the pole or the far meridian belongs to the cell beside it.
        if (lat < 90 && lon < 180)
            QVERIFY(cell->contains({lon, lat}));
    }

    void makesNothingOfNonsense()
    {
        std::mt19937 random(7); // NOLINT: the same texts every time
        const QString alphabet = QStringLiteral("0123456789 .,;:+-NSEWnsewdm°′″'\"CFGHJMPQRVX/()\n\u0661\u2212");
        std::uniform_int_distribution<qsizetype> letters(0, alphabet.size() - 1);
        std::uniform_int_distribution<int> lengths(0, 40);
        for (int i = 0; i < 100000; ++i) {
            QString text;
            for (int length = lengths(random); length > 0; --length)
                text += alphabet.at(letters(random));
            const Result<CoordinateReading> reading = coordinatesFrom(text);
            if (reading)
                QVERIFY2(std::abs(reading->at.lat) <= 90 && std::abs(reading->at.lon) <= 180
                             && reading->halfSizeMetres >= 0,
                         qPrintable(text));
            else
                QVERIFY2(!reading.error().message.isEmpty(), qPrintable(text));
        }
    }
};

QTEST_APPLESS_MAIN(TestCoordinates)
#include "tst_coordinates.moc"
