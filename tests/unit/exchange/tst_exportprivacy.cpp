#include "exchangecase.h"

#include "geo/geodesy.h"

#include <QJsonArray>
#include <QProcess>

using namespace dateline;

/// What may not leave the house does not, whatever the format.
class TestExportPrivacy : public QObject, private ExchangeCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_secret = stored(u"Hiding in Secretville"_s, u"A paper"_s, u"People hid in Secretville. A car burnt."_s);
        Incident hidden = shelling();
        hidden.title = u"Shelter at Secretville"_s;
        hidden.where =
            Where{u"Secretville"_s,         u"Syunik"_s, u"AM"_s,         pointGeometry({46.123456, 39.654321}),
                  LocationPrecision::Exact, 0,           u"Secretville"_s};
        hidden.sensitive = true;
        hidden.notes = u"The door is green"_s;
        hidden.dataSetId = u"SECRET7"_s;
        m_hidden = add(hidden,
                       {{m_secret, u"People hid in Secretville."_s, u"A neighbour of Secretville"_s, Stance::Reports}});
        Incident beside;
        beside.title = u"A car on the road to Secretville"_s;
        beside.actors = {u"Secretville guards"_s, u"Police"_s};
        beside.tags = {u"secretville"_s};
        beside.losses = {{Loss::Kind::Destroyed, 1, 1, u"cars of Secretville"_s, {}}};
        m_beside = add(beside, {{m_secret, u"A car burnt."_s, {}, Stance::Reports}});
    }
    void cleanup() { end(); }

    void blursSensitivePlacesInEveryFormat_data()
    {
        QTest::addColumn<QString>("key");
        for (const ExportFormat &format : exportFormats())
            QTest::newRow(format.key.data()) << QString(format.key);
    }
    void blursSensitivePlacesInEveryFormat()
    {
        QFETCH(QString, key);
        const ExportFormat *format = exportFormatNamed(key);
        const ExportReport report = exported(u"out"_s, {.format = format});
        QCOMPARE(report.blurred, qint64{1});
        QCOMPARE(report.exact, qint64{0});
        QVERIFY(report.withheld >= 1);
        QVERIFY(leftOutSentences(report).join(u' ').contains(u"1 sensitive place is blurred"_s));
        const QByteArray all = everythingIn(u"out"_s);
        QVERIFY(all.size() > 100);
        for (const char *told : {"Secretville", "secretville", "46.12345", "39.65432", "SECRET7", "door is green"})
            QVERIFY2(!all.contains(told), told);
    }

    void tellsSensitivePlacesExactlyWhenAsked_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"csv", "geojson", "kml", "gpx", "html", "gpkg", "timemap"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void tellsSensitivePlacesExactlyWhenAsked()
    {
        QFETCH(QString, key);
        const ExportReport report = exported(u"out"_s, {.format = exportFormatNamed(key), .blurMetres = 0});
        QCOMPARE(report.exact, qint64{1});
        QCOMPARE(report.blurred, qint64{0});
        QVERIFY(everythingIn(u"out"_s).contains("Secretville"));
        QVERIFY(leftOutSentences(report).join(u' ').contains(u"written exactly"_s));
    }

    void holdsTheTruePlaceInTheBlurredOne()
    {
        exported(u"out.geojson"_s, {.only = {m_hidden}});
        const QJsonObject feature = jsonOf(u"out.geojson"_s)[u"features"].toArray()[0].toObject();
        const QJsonArray at = feature[u"geometry"].toObject()[u"coordinates"].toArray();
        const double radius = feature[u"properties"].toObject()[u"radius_m"].toDouble();
        QVERIFY(radius >= 10'000);
        const double off = distanceMetres({at[0].toDouble(), at[1].toDouble()}, {46.123456, 39.654321});
        QVERIFY(off > 10 && off < radius);
        QCOMPARE(feature[u"properties"].toObject()[u"title"].toString(),
                 u"Shelling/artillery/missile attack, Syunik"_s);
    }

    void keepsANameWhereAnotherIncidentOpenlyLies()
    {
        Incident open = shelling();
        open.where->place = u"Secretville"_s;
        add(open, {});
        exported(u"out.csv"_s);
        QVERIFY(bytesOf(u"out.csv"_s).contains("Secretville"));
        QVERIFY(!bytesOf(u"out.csv"_s).contains("46.12345"));
        QVERIFY(!bytesOf(u"out.csv"_s).contains("door is green"));
    }

    void leavesGraphicWordsOutUnlessAsked()
    {
        Incident graphic = shelling();
        graphic.graphic = true;
        const IncidentId id = add(graphic, {{m_second, u"Nothing burnt."_s, u"A clerk"_s, Stance::Reports}});
        const ExportReport report = exported(u"out.csv"_s, {.only = {id}});
        QCOMPARE(report.withheld, qint64{1});
        QVERIFY(!bytesOf(u"out.csv"_s).contains("Nothing burnt"));
        QVERIFY(bytesOf(u"out.csv"_s).contains("A clerk"));
        exported(u"words.csv"_s, {.only = {id}, .graphicWords = true});
        QVERIFY(bytesOf(u"words.csv"_s).contains("Nothing burnt"));
        // A case hides them itself until they are asked for.
        QCOMPARE(exported(u"out.gpkg"_s, {.only = {id}}).withheld, qint64{0});
        const std::unique_ptr<Case> made = takenCase(openCase(path(u"out.gpkg"_s)));
        QVERIFY((*made->incidents()).front().graphic);
        QCOMPARE((*made->evidence((*made->incidents()).front().id)).at(0).quote.exact, u"Nothing burnt."_s);
    }

    void leavesOutWhatTheCaseSaysOfASecretPlace()
    {
        apply({CaseInfo{u"The hideout in Secretville"_s, {}, u"CC BY 4.0"_s, {}}});
        exported(u"out.html"_s);
        QVERIFY(!bytesOf(u"out.html"_s).contains("Secretville"));
        QVERIFY(bytesOf(u"out.html"_s).contains("CC BY 4.0"));
    }

private:
    /// All bytes of a file or of the files of a folder, and what is packed in them.
    [[nodiscard]] QByteArray everythingIn(const QString &name) const
    {
        QProcess process;
        process.start(u"python3"_s,
                      {u"-c"_s,
                       u"import os, sys, zipfile\n"
                       u"path = sys.argv[1]\n"
                       u"files = [os.path.join(path, n) for n in os.listdir(path)] if os.path.isdir(path) else [path]\n"
                       u"for name in files:\n"
                       u"    sys.stdout.buffer.write(open(name, 'rb').read())\n"
                       u"    if zipfile.is_zipfile(name):\n"
                       u"        z = zipfile.ZipFile(name)\n"
                       u"        for inner in z.namelist(): sys.stdout.buffer.write(z.read(inner))\n"_s,
                       path(name)});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("%s", process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

    DocumentId m_secret{};
    IncidentId m_hidden{};
    IncidentId m_beside{};
};

QTEST_MAIN(TestExportPrivacy)
#include "tst_exportprivacy.moc"
