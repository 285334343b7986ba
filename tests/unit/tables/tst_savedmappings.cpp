#include "tables/mappingguess.h"
#include "tables/mappingjson.h"
#include "tables/savedmappings.h"
#include "tabletests.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Mappings in files, and those that are found again by the columns of a table.
class TestSavedMappings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesItsFile()
    {
        Mapping mapping = guessed("day;zone;easting;northing;type\n2022-09-13;38N;615069;4374022;shelling\n");
        mapping.name = u"Weekly “list”"_s;
        mapping.zone = u"Asia/Yerevan"_s;
        mapping.crs = u"EPSG:32638"_s;
        mapping.dateOrder = DateOrder::MonthFirst;
        mapping.longitudeFirst = true;
        mapping.precision = LocationPrecision::District;
        mapping.radiusMetres = 25'000;
        mapping.kind = Kind::Riots;
        const QString file = path(u"mapping.json"_s);
        QVERIFY(writeMapping(mapping, file));
        const Result<MappingPtr> read = readMapping(file);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(**read, mapping);
    }

    void refusesMappingsThatAreNone_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("version") << u"dateline_mapping"_s << QJsonValue(99);
        QTest::newRow("no version") << u"dateline_mapping"_s << QJsonValue();
        QTest::newRow("columns") << u"columns"_s << QJsonValue(QJsonArray());
        QTest::newRow("role") << u"columns"_s
                              << QJsonValue(QJsonArray{QJsonObject{{u"name"_s, u"a"_s}, {u"role"_s, u"whim"_s}}});
        QTest::newRow("order") << u"date_order"_s << QJsonValue(u"dym"_s);
        QTest::newRow("zone") << u"zone"_s << QJsonValue(u"Moon/Sea"_s);
        QTest::newRow("system") << u"crs"_s << QJsonValue(u"EPSG:1"_s);
        QTest::newRow("precision") << u"precision"_s << QJsonValue(u"sharp"_s);
        QTest::newRow("radius") << u"radius_m"_s << QJsonValue(-1);
        QTest::newRow("radius of a pin") << u"precision"_s << QJsonValue(u"exact"_s);
        QTest::newRow("kind") << u"kind"_s << QJsonValue(u"Weddings"_s);
        QTest::newRow("header") << u"header_row"_s << QJsonValue(99);
        QTest::newRow("delimiter") << u"delimiter"_s << QJsonValue(u";;"_s);
    }
    void refusesMappingsThatAreNone()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = jsonFrom(guessed("date;place\n2022-09-13;Goris\n"));
        QVERIFY(mappingFromJson(json));
        json.insert(key, value);
        const Result<Mapping> mapping = mappingFromJson(json);
        QVERIFY(!mapping);
        QVERIFY(!mapping.error().message.isEmpty());
    }

    void findsSavedMappingsByTheColumns()
    {
        const QByteArray table = "Tag der Tat;Ort der Tat;Sonstiges\n2022-09-13;Goris;x\n";
        Mapping small = guessed(table);
        small.columns[1].role = Role::Rest;
        small.name = u"small"_s;
        Mapping large = guessed(table);
        large.columns[0].role = Role::Date;
        large.columns[1].role = Role::Place;
        large.name = u"large"_s;
        QVERIFY(saveMapping(small) && saveMapping(large));
        // Under two lines more, and with its columns in another order.
        const QString file = fileWith("Liste,,,\n,,,\nNeu,Ort der Tat,Tag der Tat,Sonstiges\n1,Goris,2022-09-13,x\n");
        TableWish wish;
        wish.mappings = savedToTry();
        const Result<KnownTables> tables = tablesIn(file, wish);
        QVERIFY2(tables, qPrintable(tables ? QString() : tables.error().message));
        QCOMPARE(tables->known.front().plan.mapping->name, u"large"_s);
        const Result<std::vector<TablePreview>> previews = previewsOf(file, wish, 5);
        QVERIFY(previews);
        QCOMPARE(previews->front().mapping, u"large"_s);
        QCOMPARE(previews->front().rows.front()->where->place, u"Goris"_s);
        // Known layouts come first, and a table that lacks a column is another one.
        QVERIFY(!tablesIn(fileWith("Tag der Tat;Sonst\n2022-09-13;x\n"), wish)
                || tablesIn(fileWith("Tag der Tat;Sonst\n2022-09-13;x\n"), wish)->known.front().plan.mapping->name
                    != u"large"_s);
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/mappings"_s).removeRecursively();
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

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

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSavedMappings)
#include "tst_savedmappings.moc"
