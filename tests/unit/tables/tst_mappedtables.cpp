#include "casefile/case.h"
#include "geo/positionsystem.h"
#include "tables/mappeddate.h"
#include "tables/mappingguess.h"
#include "tables/mappingjson.h"
#include "tables/rowcounts.h"
#include "tabletests.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Tables that come in with a mapping of their columns.
class TestMappedTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = *createCase(path(u"case.gpkg"_s), u"Case"_s);
    }

    void readsDates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("read"); // Empty: it is none.
        const auto row = [](const QString &text, DateOrder order, const QString &read) {
            QTest::newRow(qPrintable(text + u' ' + keyOf(order))) << text << static_cast<int>(order) << read;
        };
        row(u"2022-09-13"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"2022/9/3"_s, DateOrder::MonthFirst, u"2022-09-03"_s);
        row(u"03/04/2022"_s, DateOrder::DayFirst, u"2022-04-03"_s);
        row(u"03/04/2022"_s, DateOrder::MonthFirst, u"2022-03-04"_s);
        row(u"03/04/2022"_s, DateOrder::NotTold, {});
        row(u"05/05/2022"_s, DateOrder::NotTold, u"2022-05-05"_s);
        row(u"13/09/2022"_s, DateOrder::MonthFirst, {}); // No other order is tried.
        row(u"13.9.22"_s, DateOrder::DayFirst, u"2022-09-13"_s);
        row(u"22.9.13"_s, DateOrder::YearFirst, u"2022-09-13"_s);
        row(u"13. 9. 2022"_s, DateOrder::DayFirst, u"2022-09-13"_s);
        row(u"13.09.2022 14:05"_s, DateOrder::DayFirst, u"2022-09-13 14:05"_s);
        row(u"13/09/2022 2:05 PM"_s, DateOrder::DayFirst, u"2022-09-13 14:05"_s);
        row(u"2022-09-13T14:05:00+04:00"_s, DateOrder::NotTold, u"2022-09-13 10:05 UTC"_s);
        row(u"13 сентября 2022 г."_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"13 вересня 2022 року"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"13 սեպտեմբերի 2022"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"13 sentyabr 2022"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"13 Eylül 2022"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"13 سبتمبر 2022"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"١٣ أيلول ٢٠٢٢"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"mardi 13 septembre 2022"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"1er mars 2022"_s, DateOrder::NotTold, u"2022-03-01"_s);
        row(u"13. September 2022, 14:05 Uhr"_s, DateOrder::NotTold, u"2022-09-13 14:05"_s);
        row(u"13 de septiembre de 2022"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"Tuesday, 13th of September 2022"_s, DateOrder::NotTold, u"2022-09-13"_s);
        row(u"September 2022"_s, DateOrder::NotTold, u"2022-09"_s);
        row(u"сентябрь 2022"_s, DateOrder::NotTold, u"2022-09"_s);
        row(u"09.2022"_s, DateOrder::NotTold, u"2022-09"_s);
        row(u"2022"_s, DateOrder::NotTold, u"2022"_s);
        row(u"1663077900"_s, DateOrder::NotTold, u"2022-09-13 14:05 UTC"_s);
        row(u"20220913140500"_s, DateOrder::NotTold, u"2022-09-13 14:05"_s);
        row(u"31/02/2022"_s, DateOrder::DayFirst, {});
        row(u"1.2.3"_s, DateOrder::DayFirst, {});
        row(u"soon"_s, DateOrder::DayFirst, {});
        row(u"39.5, 46.3"_s, DateOrder::DayFirst, {});
    }
    void readsDates()
    {
        QFETCH(QString, text);
        QFETCH(int, order);
        QFETCH(QString, read);
        const std::optional<CellDate> date = dateInOrder(text.toStdString(), static_cast<DateOrder>(order));
        QString told;
        if (date) {
            const QString iso = isoFromUtc(date->day);
            told = iso.left(date->precision == TimePrecision::Year        ? 4
                                : date->precision == TimePrecision::Month ? 7
                                                                          : 10);
            if (date->minute)
                told = isoFromUtc(date->day + *date->minute).left(16).replace(u'T', u' ');
            if (date->minute && date->isZoned)
                told += u" UTC"_s;
        }
        QCOMPARE(told, read);
    }

    void readsPositions_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("radius"); // In metres; 0 is exact.
        constexpr double lon = 46.33858;
        constexpr double lat = 39.50769;
        QTest::newRow("decimals") << "date,lat,lon\n2022-09-13,39.50769,46.33858\n"_ba << lon << lat << 0.0;
        QTest::newRow("a dropped nought") << "date,lat,lon\n2022-09-13,39.5,46.33858\n"_ba << lon << 39.5 << 0.0;
        QTest::newRow("one decimal") << "date,lat,lon\n2022-09-13,39.5,46.3\n"_ba << 46.3 << 39.5 << 7872.0;
        QTest::newRow("minutes") << "date;lat;lon\n2022-09-13;39°30′N;46°20′E\n"_ba << 46.3333 << 39.5 << 1312.0;
        QTest::newRow("longitude first") << "date;spot\n2022-09-13;116.33858, 39.50769\n"_ba << 116.33858 << lat << 0.0;
        QTest::newRow("MGRS of a metre") << "date;spot\n2022-09-13;38SPJ1506974022\n"_ba << 46.3390 << 39.5081 << 0.0;
        QTest::newRow("MGRS of a kilometre") << "date;spot\n2022-09-13;38SPJ1574\n"_ba << 46.3441 << 39.5124 << 708.0;
        QTest::newRow("zone") << "date;easting;northing;zone\n2022-09-13;615069;4374022;38N\n"_ba << 46.3390 << 39.5081
                              << 0.0;
        QTest::newRow("plus code") << "date;spot\n2022-09-13;8HG2G85Q+3CX\n"_ba << 40.33861 << 40.50774 << 0.0;
    }
    void readsPositions()
    {
        QFETCH(QByteArray, table);
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(double, radius);
        Mapping mapping = guessed(table);
        mapping.precision = LocationPrecision::Exact;
        mapping.radiusMetres = 0;
        const std::expected<Incident, RowFailure> row = firstRow(table, mapping);
        QVERIFY2(row, qPrintable(row ? QString() : row.error().reason));
        QVERIFY(row->where);
        const LonLat at = *anchorOf(*row->where);
        constexpr double near = 0.006; // Degrees: the middle of a square of a kilometre is not its corner.
        const double tolerance = radius > 0 ? near : 0.0006;
        QVERIFY2(std::abs(at.lon - lon) < tolerance && std::abs(at.lat - lat) < tolerance,
                 qPrintable(u"%1 %2"_s.arg(at.lon, 0, 'f', 5).arg(at.lat, 0, 'f', 5)));
        QCOMPARE(row->where->precision, radius == 0 ? LocationPrecision::Exact : LocationPrecision::Near);
        QVERIFY2(std::abs(row->where->radiusMetres - radius) <= radius / 50,
                 qPrintable(QString::number(row->where->radiusMetres)));
        QVERIFY(!row->where->asWritten.isEmpty());
    }

    void neverMakesAPlaceMoreExactThanItIsWritten()
    {
        const QByteArray table = "date,lat,lon\n2022-09-13,39,46\n";
        const std::expected<Incident, RowFailure> row = firstRow(table, guessed(table));
        QVERIFY(row && row->where);
        QCOMPARE(row->where->precision, LocationPrecision::Province);
        QVERIFY(row->where->radiusMetres > 70'000);
    }

    void readsOtherSystems()
    {
        const QByteArray grid = "date;easting;northing\n2022-09-13;615069;4374022\n";
        Mapping mapping = guessed(grid);
        QVERIFY(!firstRow(grid, mapping));
        mapping.crs = u"EPSG:32638"_s;
        const std::expected<Incident, RowFailure> plane = firstRow(grid, mapping);
        QVERIFY2(plane, qPrintable(plane ? QString() : plane.error().reason));
        const LonLat at = *anchorOf(*plane->where);
        QVERIFY(std::abs(at.lon - 46.3390) < 0.001 && std::abs(at.lat - 39.5081) < 0.001);
        // Another datum shifts degrees by a hundred metres or so.
        const QByteArray degrees = "date;lat;lon\n2022-09-13;39.50769;46.33858\n";
        mapping = guessed(degrees);
        mapping.crs = u"EPSG:4284"_s;
        const std::expected<Incident, RowFailure> shifted = firstRow(degrees, mapping);
        QVERIFY2(shifted, qPrintable(shifted ? QString() : shifted.error().reason));
        const double east = (anchorOf(*shifted->where)->lon - 46.33858) * 85'900;
        QVERIFY2(std::abs(east) > 20 && std::abs(east) < 300, qPrintable(QString::number(east)));
        mapping.crs = u"EPSG:32638"_s;
        QVERIFY(firstRow(degrees, mapping).error().reason.contains(u"counts in metres"_s));
    }

    void refusesWhatIsNoSystem_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "EPSG:1", "nothing", "+init=/etc/passwd", "+proj=longlat +nadgrids=/etc/passwd",
                                 "+proj=pipeline +step +proj=utm +zone=38", "EPSG:5773", "/etc/passwd", "GEOGCS[",
                                 "+proj=tmerc +lat_0=40 +ellps=krass"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void refusesWhatIsNoSystem()
    {
        QFETCH(QString, text);
        const Result<PositionSystem> system = PositionSystem::fromText(text);
        QVERIFY2(!system, qPrintable(system ? system->name() : QString()));
        QVERIFY(!system.error().message.isEmpty());
    }

    void takesTimesForThoseOfAZone()
    {
        const QByteArray table =
            "date,time,place\n2022-09-13,00:05,Goris\n2022-09-13,,Goris\n2022-09-13T01:00Z,,Goris\n";
        Mapping mapping = guessed(table);
        mapping.zone = u"Asia/Yerevan"_s;
        const auto rows = allRows(table, mapping);
        QCOMPARE(isoFromUtc(rows[0]->when->span.begin), u"2022-09-12T20:05Z"_s);
        QCOMPARE(rows[0]->when->zone, u"Asia/Yerevan"_s);
        QCOMPARE(rows[0]->when->asWritten, u"2022-09-13 00:05"_s);
        QCOMPARE(isoFromUtc(rows[1]->when->span.begin), u"2022-09-12T20:00Z"_s);
        QCOMPARE(isoFromUtc(rows[1]->when->span.end), u"2022-09-13T20:00Z"_s);
        QCOMPARE(isoFromUtc(rows[2]->when->span.begin), u"2022-09-13T01:00Z"_s);
    }

    void givesKindsByTheirWordsAndKeepsTheWords()
    {
        const QByteArray table = "Дата;Тип;Место\n13.09.2022;Обстрел;Горис\n14.09.2022;прочее;Горис\n";
        Mapping mapping = guessed(table);
        mapping.kind = Kind::StrategicDevelopments;
        const auto rows = allRows(table, mapping);
        QCOMPARE(rows[0]->kind, Kind::Explosions);
        QCOMPARE(rows[0]->title, u"Обстрел, Горис"_s);
        QCOMPARE(rows[1]->kind, Kind::StrategicDevelopments);
        const Result<TableImport> done = importTable(*m_case, fileWith(table), optionsWith(mapping));
        QVERIFY(done);
        QVERIFY(m_case->incident(done->loaded.last)->attributes.contains(u"прочее"_s));
    }

    void comesInAsOneStepWithItsWordsAsSources()
    {
        const QByteArray table =
            "Tag;Ort;Was geschah;Quelle\n13.09.2022;Goris;Guns were heard;https://www.example.org/a\n"
            "gestern;Goris;Nothing;Paper\n";
        Mapping mapping = guessed(table);
        mapping.columns[2].role = Role::Words;
        const Result<TableImport> done = importTable(*m_case, fileWith(table), optionsWith(mapping));
        QVERIFY(done);
        QCOMPARE(done->loaded.accepted, 1);
        QCOMPARE(done->failures.front().line, 3);
        QCOMPARE(done->failures.front().column, u"Tag"_s);
        const std::vector<Evidence> evidence = *m_case->evidence(done->loaded.first);
        QCOMPARE(evidence.front().quote.exact, u"Guns were heard"_s);
        QCOMPARE(evidence.front().publisher, u"example.org"_s);
        QVERIFY(m_case->undo());
        QVERIFY(m_case->incidents()->empty());
    }

    void countsWhatWillComeInBeforeItDoes()
    {
        const QByteArray table = "id,date,place,lat,lon\n1,2022-09-13,Goris,39.5,46.3\n2,,Goris,39.5,46.3\n"
                                 "3,2022-09-13,,,\n4,2022-09-13,Goris,,\n5,never,Goris,39.5,46.3\n"
                                 "6,soon,Goris,39.5,46.3\n7,2022-09-13,Goris,99.5,46.3\n";
        const Mapping mapping = guessed(table);
        const QString file = fileWith(table);
        const Result<FileCounts> counts = countTables(file, wishWith(mapping));
        QVERIFY(counts);
        const TableCounts &all = counts->tables.front();
        QCOMPARE(all.incidents, qint64{4});
        QCOMPARE(all.withoutDate, qint64{1});
        QCOMPARE(all.withoutPlace, qint64{1});
        QCOMPARE(all.withoutPosition, qint64{1});
        QCOMPARE(all.failed, qint64{3});
        QCOMPARE(all.reasons.size(), 2U);
        QCOMPARE(all.reasons.front().column, u"date"_s);
        QCOMPARE(all.reasons.front().rows, qint64{2});
        // And that is what comes in.
        const Result<TableImport> done = importTable(*m_case, file, optionsWith(mapping));
        QVERIFY(done);
        QCOMPARE(done->loaded.accepted, 4);
        QCOMPARE(done->failed, qint64{3});
        const Result<FileCounts> again = countTables(
            file, wishWith(mapping), [this](const QByteArray &dataSet) { return m_case->dataSetIds(dataSet); });
        QVERIFY(again);
        QCOMPARE(again->tables.front().known, qint64{4});
        QCOMPARE(again->tables.front().incidents, qint64{0});
    }

    void stopsCountingWhenAsked()
    {
        QByteArray table = "date,place\n";
        for (int i = 0; i < 200'000; ++i)
            table += "2022-09-13,Goris\n";
        const Result<FileCounts> counts = countTables(fileWith(table), wishWith(guessed("date,place\n2022-09-13,G\n")),
                                                      {}, [](const ImportProgress &) { return false; });
        QVERIFY(counts);
        QVERIFY(counts->isStopped);
        QVERIFY(counts->tables.front().incidents < 200'000);
    }

    void readsAWorkbookUnderItsTitle()
    {
        const Result<std::vector<TableSample>> samples = samplesIn(QStringLiteral(FOREIGN_DIR "/unknown.xlsx"));
        QVERIFY2(samples, qPrintable(samples ? QString() : samples.error().message));
        QCOMPARE(samples->size(), 2U);
        const MappingGuess guess = guessOf(samples->back());
        QCOMPARE(guess.mapping.headerRow, 2);
        const auto rows = rowsOf(samples->back(), std::make_shared<const Mapping>(guess.mapping), 5);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows[0]->where->place, u"Goris"_s);
        QCOMPARE(isoFromUtc(rows[0]->when->span.begin).left(10), u"2022-09-13"_s);
        QVERIFY(!rows[1]);
        QCOMPARE(rows[1].error().line, qint64{5});
    }

    void tellsWhatCameInBeforeATableBroke()
    {
        const QString file = path(u"two.xlsx"_s);
        QVERIFY(QFile::copy(QStringLiteral(FOREIGN_DIR "/two.xlsx"), file));
        // No file can be opened any more when its first sheet is stored.
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
        const Result<FileImport> done = importTables(*m_case, file, {}, [&before](const ImportProgress &) {
            const rlimit none{3, before.rlim_max};
            return setrlimit(RLIMIT_NOFILE, &none) == 0;
        });
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        QCOMPARE(done->tables.size(), 1U);
        QCOMPARE(done->tables.front().loaded.accepted, 1);
        QVERIFY(done->broken);
        QVERIFY(!done->broken->message.isEmpty());
        QCOMPARE(m_case->incidents()->size(), 1U);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    QString fileWith(const QByteArray &bytes)
    {
        QFile file(path(u"table.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a test file");
        return file.fileName();
    }

    TableSample sampleOf(const QByteArray &table)
    {
        const Result<std::vector<TableSample>> samples = samplesIn(fileWith(table));
        if (!samples)
            qFatal("%s", qPrintable(samples.error().message));
        return samples->front();
    }

    Mapping guessed(const QByteArray &table) { return guessOf(sampleOf(table)).mapping; }

    std::vector<std::expected<Incident, RowFailure>> allRows(const QByteArray &table, const Mapping &mapping)
    {
        return rowsOf(sampleOf(table), std::make_shared<const Mapping>(mapping), 99);
    }
    std::expected<Incident, RowFailure> firstRow(const QByteArray &table, const Mapping &mapping)
    {
        return allRows(table, mapping).at(0);
    }

    static ImportOptions optionsWith(const Mapping &mapping)
    {
        return {.mappings = {std::make_shared<const Mapping>(mapping)}, .onlyMappings = true};
    }
    static TableWish wishWith(const Mapping &mapping) { return wishOf(optionsWith(mapping)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Case> m_case;
};

QTEST_GUILESS_MAIN(TestMappedTables)
#include "tst_mappedtables.moc"
