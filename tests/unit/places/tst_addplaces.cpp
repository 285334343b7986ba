#include "places/addplaces.h"
#include "places/gazetteer.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

const QString base = QStringLiteral(SHARE_DIR) + u"/gazetteer.sqlite"_s;

/// A line of a GeoNames dump.
QByteArray geoName(int id, const QByteArray &name, const QByteArray &others, double lat, double lon,
                   const QByteArray &feature, const QByteArray &country, qint64 population)
{
    const QByteArray parts[] = {QByteArray::number(id),
                                name,
                                name,
                                others,
                                QByteArray::number(lat),
                                QByteArray::number(lon),
                                feature.left(1),
                                feature.mid(2),
                                country,
                                {},
                                "01",
                                {},
                                {},
                                {},
                                QByteArray::number(population),
                                {},
                                "0",
                                "Asia/Yerevan",
                                "2024-01-01"};
    QByteArray line;
    for (const QByteArray &part : parts)
        line += (line.isEmpty() ? QByteArray() : QByteArray("\t")) + part;
    return line + '\n';
}

} // namespace

class AddPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesAGeoNamesDump();
    void replacesAnOlderFileOfThatName();
    void keepsWhatOtherFilesAdded();
    void takesATableWithAHeader_data();
    void takesATableWithAHeader();
    void refusesAFileWithoutPlaces_data();
    void refusesAFileWithoutPlaces();
    void tellsWhichRowsItRefused();
    void doesNotMakeOnePlaceTwo();
    void changesNothingWhenCancelled();
    void readsHundredThousandRowsASecond();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QFile::WriteOnly))
            qFatal("cannot write");
        file.write(bytes);
        return file.fileName();
    }
    Result<PlacesAdded> add(const QString &name, const QByteArray &bytes) const
    {
        return addPlaces(write(name, bytes), user(), base);
    }
    QString user() const { return m_folder->filePath(u"own/places.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void AddPlacesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void AddPlacesTest::takesAGeoNamesDump()
{
    const QByteArray dump = geoName(1, "Zzyndorf", "Zindorf,Цындорф,ZZY", 40.5, 44.6, "P.PPL", "AM", 1200)
        + geoName(2, "Zzyn Farm", "", 40.5, 44.6, "S.FRM", "AM", 0)
        + geoName(3, "Zzynka", "", 40.4, 44.6, "H.STM", "AM", 0);
    const Result<PlacesAdded> report = add(u"AM.txt"_s, dump);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->source, u"AM"_s);
    QCOMPARE(report->added, 2);
    QCOMPARE(report->leftOut, 1);
    const Result<Gazetteer> gazetteer = Gazetteer::open(base, user());
    QVERIFY(gazetteer);
    for (const QString &name : {u"Zzyndorf"_s, u"Zindorf"_s, u"Цындорф"_s}) {
        const std::vector<PlaceMatch::Candidate> found = gazetteer->lookUp(name);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().place.name, u"Zzyndorf"_s);
        QCOMPARE(found.front().place.province, u"Kotayk"_s); // by the outline of the program's own gazetteer
        QCOMPARE(found.front().place.timeZone, u"Asia/Yerevan"_s);
    }
    QVERIFY(gazetteer->lookUp(u"ZZY").empty()); // a code, not a name
    QCOMPARE(gazetteer->lookUp(u"Zzynka").front().place.kind, u"river"_s);
    const QString text = u"Shelling hit Zzyndorf, Armenia, and Goris."_s;
    QCOMPARE(gazetteer->find(text).size(), 3U);
}

void AddPlacesTest::replacesAnOlderFileOfThatName()
{
    QVERIFY(add(u"AM.txt"_s, geoName(1, "Zzyndorf", "", 40.5, 44.6, "P.PPL", "AM", 0)));
    const Result<PlacesAdded> newer = add(u"AM.txt"_s, geoName(1, "Qqyndorf", "", 40.5, 44.6, "P.PPL", "AM", 0));
    QVERIFY(newer);
    QCOMPARE(newer->replaced, 1);
    const Result<Gazetteer> gazetteer = Gazetteer::open(base, user());
    QVERIFY(gazetteer->lookUp(u"Zzyndorf").empty());
    QCOMPARE(gazetteer->lookUp(u"Qqyndorf").size(), 1U);
}

void AddPlacesTest::keepsWhatOtherFilesAdded()
{
    QVERIFY(add(u"AM.txt"_s, geoName(1, "Zzyndorf", "", 40.5, 44.6, "P.PPL", "AM", 0)));
    QVERIFY(add(u"GE.txt"_s, geoName(1, "Qqyndorf", "", 42.5, 43.6, "P.PPL", "GE", 0)));
    const Result<std::vector<PlaceSource>> sources = placeSources(user());
    QVERIFY(sources);
    QCOMPARE(sources->size(), 2U);
    QVERIFY(removePlaces(u"AM"_s, user()));
    QVERIFY(!removePlaces(u"AM"_s, user()));
    const Result<Gazetteer> gazetteer = Gazetteer::open(base, user());
    QVERIFY(gazetteer->lookUp(u"Zzyndorf").empty());
    QCOMPARE(gazetteer->lookUp(u"Qqyndorf").size(), 1U);

    // The last one leaves nothing behind.
    QVERIFY(removePlaces(u"GE"_s, user()));
    QVERIFY(!QFile::exists(user()));
    const Result<Gazetteer> withoutAny = Gazetteer::open(base, user());
    QVERIFY2(withoutAny, withoutAny ? "" : qPrintable(withoutAny.error().message));
    QVERIFY(withoutAny->lookUp(u"Qqyndorf").empty());
}

void AddPlacesTest::takesATableWithAHeader_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("commas") << QByteArray("Name,Latitude,Longitude,Kind,Country,Population,Alternative names\r\n"
                                          "\"Zzyn, Upper\",40.5,44.6,settlement,AM,900,Zzynka|Zzynchen\r\n");
    QTest::newRow("tabs, other order") << QByteArray("\xEF\xBB\xBFlon\tlat\taliases\tname\tcountry\n"
                                                     "44.6\t40.5\tZzynka;Zzynchen\tZzyn, Upper\tAM\n");
    QTest::newRow("semicolons") << QByteArray("name;lat;lon;country;alternate_names\n"
                                              "Zzyn, Upper;40.5;44.6;AM;Zzynka|Zzynchen");
}

void AddPlacesTest::takesATableWithAHeader()
{
    QFETCH(QByteArray, table);
    const Result<PlacesAdded> report = add(u"mine.csv"_s, table);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->added, 1);
    const Result<Gazetteer> gazetteer = Gazetteer::open(base, user());
    for (const QString &name : {u"Zzyn, Upper"_s, u"Zzynka"_s, u"Zzynchen"_s}) {
        const std::vector<PlaceMatch::Candidate> found = gazetteer->lookUp(name);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().place.country, u"AM"_s);
        QCOMPARE(found.front().place.position, (LonLat{44.6, 40.5}));
    }
}

void AddPlacesTest::refusesAFileWithoutPlaces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no header") << QByteArray("Goris,39.5,46.3\n");
    QTest::newRow("only a header") << QByteArray("name,lat,lon\n");
    QTest::newRow("only bad rows") << QByteArray("name,lat,lon\nGoris,north,east\n");
    QTest::newRow("a broken zip") << QByteArray("PK\x03\x04 and nothing else");
    QTest::newRow("binary") << QByteArray(3000, '\0');
}

void AddPlacesTest::refusesAFileWithoutPlaces()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(add(u"good.csv"_s, "name,lat,lon\nZzyn,40,44\n"));
    const Result<PlacesAdded> report = add(u"bad.csv"_s, bytes);
    QVERIFY(!report);
    QVERIFY(!report.error().message.isEmpty());
    QCOMPARE(placeSources(user())->size(), 1U);
}

void AddPlacesTest::tellsWhichRowsItRefused()
{
    const Result<PlacesAdded> report = add(u"mine.csv"_s, "name,lat,lon\nZzyn,40,44\nQqyn,91,44\n,40,44\nXxyn,40,44\n");
    QVERIFY(report);
    QCOMPARE(report->added, 2);
    QCOMPARE(report->refused, 2);
    QVERIFY(report->refusals.at(0).startsWith(u"Line 3 "));
    QVERIFY(report->refusals.at(1).startsWith(u"Line 4 "));
}

void AddPlacesTest::doesNotMakeOnePlaceTwo()
{
    QVERIFY(add(u"AM.txt"_s, geoName(616629, "Goris", "Gorus", 39.511, 46.338, "P.PPLA", "AM", 20'591)));
    const Result<Gazetteer> gazetteer = Gazetteer::open(base, user());
    QCOMPARE(gazetteer->lookUp(u"Goris").size(), 1U);
    const std::vector<PlaceMatch> found = gazetteer->find(u"Shelling hit Goris in Armenia.");
    QCOMPARE(found.front().candidates.size(), 1U);
}

void AddPlacesTest::changesNothingWhenCancelled()
{
    QByteArray dump;
    for (int i = 0; i < 20'000; ++i)
        dump += geoName(i, "Zzyn" + QByteArray::number(i), "", 40, 44, "P.PPL", "AM", 0);
    std::stop_source stop;
    const auto halfway = [&stop](double share) {
        if (share > 0)
            stop.request_stop();
    };
    const Result<PlacesAdded> report = addPlaces(write(u"AM.txt"_s, dump), user(), base, halfway, stop.get_token());
    QVERIFY(report);
    QVERIFY(report->cancelled);
    QVERIFY(!QFile::exists(user()));
    QVERIFY(!QFile::exists(user() + u".part"_s));
}

void AddPlacesTest::readsHundredThousandRowsASecond()
{
#ifdef QT_NO_DEBUG
    constexpr int rows = 500'000;
#else
    constexpr int rows = 20'000;
#endif
    QByteArray dump;
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        dump += geoName(i, "Place " + number, "Ort " + number + ",Место " + number, i % 160 - 80, i % 340 - 170,
                        "P.PPL", "XX", i % 1000);
    }
    const QString file = write(u"XX.txt"_s, dump);
    QElapsedTimer clock;
    clock.start();
    const Result<PlacesAdded> report = addPlaces(file, user(), base);
    const qint64 ms = std::max<qint64>(1, clock.elapsed());
    QVERIFY(report);
    QCOMPARE(report->added, rows);
    qInfo("%d rows in %lld ms, %lld rows a second", rows, static_cast<long long>(ms),
          static_cast<long long>(rows * 1000LL / ms));
}

QTEST_GUILESS_MAIN(AddPlacesTest)
#include "tst_addplaces.moc"
