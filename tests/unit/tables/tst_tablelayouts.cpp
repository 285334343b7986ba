#include "tables/cells.h"
#include "tables/seenids.h"
#include "tabletests.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

namespace
{

QString dataFile(const char *name)
{
    return QStringLiteral(TEST_DATA_DIR "/tables/") + QString::fromLatin1(name);
}

QString attribute(const Incident &incident, const char *name)
{
    return QJsonDocument::fromJson(incident.attributes.toUtf8()).object().value(QLatin1StringView(name)).toString();
}

} // namespace

class TestTableLayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryLayout_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *file, const char *layout, const QStringList &rows) {
            QTest::newRow(file) << dataFile(file) << QString::fromLatin1(layout) << rows;
        };
        row("acled.csv", "acled",
            {QStringLiteral("ARM101 | Shelling/artillery/missile attack, Goris | Explosions/Remote violence | "
                            "Shelling/artillery/missile attack | 2022-09-13T00:00Z..2022-09-14T00:00Z day | "
                            "Goris/Syunik/AM near 5000 m | 46.3386 39.5111 | "
                            "Military Forces of A+Border Guard+Militia+Military Forces of B | killed 3 | "),
             QStringLiteral("ARM102 | Peaceful protest, Yerevan | Protests | Peaceful protest | "
                            "2022-09-11T00:00Z..2022-09-18T00:00Z week | Yerevan/Yerevan/AM district 25000 m | "
                            "44.5136 40.1811 | Protesters (Armenia) |  | crowd size=no report+women"),
             QStringLiteral("ARM103 | Armed clash, Syunik | Battles | Armed clash | "
                            "2022-09-01T00:00Z..2022-10-01T00:00Z month | Syunik/Syunik/AM province 75000 m | "
                            "46.4 39.2 | Military Forces of A+Military Forces of B | killed 12 | ")});
        row("acled-old.csv", "acled",
            {QStringLiteral("7ALG | Battle-No change of territory, Town E | Battles | Armed clash | "
                            "2015-09-13T00:00Z..2015-09-14T00:00Z day | Town E/Oran/DZ near 5000 m | -0.63 35.7 | "
                            "Army of C+Local Guard+Band of D | killed 2 | ")});
        const QStringList ucdp{
            QStringLiteral(
                "9001 | Government of X - Group Y, Line of Contact | Battles | - | "
                "1993-05-01T00:00Z..1993-05-05T00:00Z week | Line of Contact//AZ province 100000 m | 47 40 | "
                "Government of X+Group Y | killed 2–7, best 3 | "),
            QStringLiteral(
                "9002 | Group Y - Civilians, Village Z | Violence against civilians | - | "
                "1994-01-05T00:00Z..1994-01-06T00:00Z day | Village Z/Province Q/YE exact 0 m | 46.75 39.75 | "
                "Group Y+Civilians | killed 4 | "),
            QStringLiteral("9003 | Group Y - Group W, Azerbaijan | Battles | - | "
                           "1995-01-01T00:00Z..1996-01-01T00:00Z year | Azerbaijan//AZ country 300000 m | 47.5 40.5 | "
                           "Group Y+Group W | killed 0–9, best 0 | ")};
        row("ucdp.csv", "ucdp", ucdp);
        row("ucdp-headless.csv", "ucdp", ucdp);
        const QStringList gdelt{
            QStringLiteral("1044 | Fighting with artillery and tanks, Goris, Syunik', Armenia | "
                           "Explosions/Remote violence | Shelling/artillery/missile attack | "
                           "2022-09-13T00:00Z..2022-09-14T00:00Z day | Goris, Syunik', Armenia//AM near 5000 m | "
                           "46.3386 39.5111 | ARMY+VILLAGE |  | "),
            QStringLiteral("1045 | Intent to cooperate, Armenia | Strategic developments | Other | "
                           "2022-09-13T00:00Z..2022-09-14T00:00Z day | Armenia//AM country 300000 m | 45 40 |  |  | ")};
        row("gdelt.export.CSV", "gdelt", gdelt);
        row("gdelt1.export.CSV", "gdelt1", gdelt);
        row("geoconfirmed.csv", "geoconfirmed",
            {QStringLiteral(
                "gc-1 | A truck burns at a crossing. | Kind not stated | - | "
                "2026-04-20T00:00Z..2026-04-21T00:00Z day | // exact 0 m | 37.5678 48.1234 | Side A |  | ")});
        row("atlos.csv", "atlos",
            {QStringLiteral("AT-7K | Smoke over the depot, seen from the hill | Kind not stated | - | "
                            "2023-01-31T14:05Z..2023-01-31T14:06Z minute | Town F// near 1000 m | 37.9 48.5 |  |  | "
                            "fire+depot")});
        row("recogito.csv", "recogito",
            {QStringLiteral("5d2e | the fort at Goris | Kind not stated | - | - | Goris// near 5000 m | "
                            "46.3386 39.5111 |  |  | fort+wall")});
        row("timemap.csv", "timemap",
            {QStringLiteral("TM-1 | A column on the road | Kind not stated | - | "
                            "2022-02-24T00:00Z..2022-02-25T00:00Z day | Kyiv// near 1000 m | 30.52 50.45 |  |  | "
                            "Type of area=Residential+Means=Artillery")});
        row("timemap-events.csv", "timemap-events",
            {QStringLiteral(" | A crater in a yard | Kind not stated | - | "
                            "2022-02-25T06:30Z..2022-02-25T06:31Z minute | Kharkiv// near 1000 m | 36.23 49.99 |  |  | "
                            "Impact")});
        row("dateline.csv", "dateline",
            {QStringLiteral("ARM1 | =Shelling of Goris | Explosions/Remote violence | "
                            "Shelling/artillery/missile attack | 2022-09-12T20:05Z..2022-09-12T20:06Z minute | "
                            "Goris/Syunik/AM near 6500 m | 46.34 39.5111 | Forces of A+Forces of B | killed 49–105 | "
                            "night; dawn+guns"),
             QStringLiteral(" | A valley | Battles | - | - | A valley//AM province 0 m | 44.5 40.5 |  |  | ")});
    }
    void readsEveryLayout()
    {
        QFETCH(QString, file);
        QFETCH(QString, layout);
        QFETCH(QStringList, rows);
        const Result<TablePreview> preview = previewOf(file, nullptr, 10);
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().message));
        QCOMPARE(QString(preview->layout->key), layout);
        QStringList lines;
        for (const auto &row : preview->rows)
            lines.append(row ? lineOf(*row) : row.error().reason);
        QCOMPARE(lines, rows);
    }

    void hasATestForEveryLayout()
    {
        // The data rows above, by the layouts that they name.
        QSet<QString> tested;
        for (const char *file : {"acled.csv", "ucdp.csv", "gdelt.export.CSV", "gdelt1.export.CSV", "geoconfirmed.csv",
                                 "atlos.csv", "recogito.csv", "timemap.csv", "timemap-events.csv", "dateline.csv"}) {
            const Result<TablePreview> preview = previewOf(dataFile(file), nullptr, 1);
            QVERIFY(preview);
            tested.insert(preview->layout->key);
        }
        // Those of tst_foreigntables, which come in maps and JSON.
        for (const char *key : {"general", "recogito-map", "annotations", "timemap-download", "geoconfirmed-old",
                                "geoconfirmed-copy", "geoconfirmed-map"})
            tested.insert(QString::fromLatin1(key));
        QCOMPARE(tested.size(), static_cast<qsizetype>(layouts().size()));
    }

    void keepsWhatHasNoColumnOfItsOwn()
    {
        const Result<TablePreview> acled = previewOf(dataFile("acled.csv"), nullptr, 3);
        QVERIFY(acled && acled->rows.size() == 3 && acled->rows[0] && acled->rows[1]);
        QCOMPARE(attribute(*acled->rows[0], "data_set"), QStringLiteral("ACLED"));
        QCOMPARE(attribute(*acled->rows[0], "admin2"), QStringLiteral("Goris"));
        QCOMPARE(attribute(*acled->rows[0], "iso"), QStringLiteral("51"));
        QCOMPARE(attribute(*acled->rows[0], "timestamp"), QStringLiteral("1663600000"));
        QCOMPARE(attribute(*acled->rows[0], "fatalities"), QString()); // It is in the losses,
        QCOMPARE(attribute(*acled->rows[1], "fatalities"), QStringLiteral("0")); // and that nobody died is not.
        const Result<TablePreview> ucdp = previewOf(dataFile("ucdp.csv"), nullptr, 1);
        QVERIFY(ucdp && ucdp->rows[0]);
        QCOMPARE(attribute(*ucdp->rows[0], "best"), QString()); // Also in the losses.
        QCOMPARE(attribute(*ucdp->rows[0], "deaths_b"), QStringLiteral("2"));
        QCOMPARE(ucdp->rows[0]->where->asWritten, QStringLiteral("between two\nvillages"));
        const Result<TablePreview> gdelt = previewOf(dataFile("gdelt.export.CSV"), nullptr, 2);
        QVERIFY(gdelt && gdelt->rows[1]);
        QCOMPARE(attribute(*gdelt->rows[1], "eventcode"), QStringLiteral("036"));
    }

    void readsATableInAnyEncodingAndDelimiter_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString table = QStringLiteral("event_date~event_type~actor1~location~latitude~longitude\n"
                                             "2022-09-13~Battles~Փոքր խումբ~Գորիս~39.5~46.3\n");
        const auto with = [table](char16_t mark) { return QString(table).replace(u'~', QChar(mark)); };
        const auto encoded = [](const QString &text, QStringConverter::Encoding encoding, bool withMark) {
            QStringEncoder encoder(encoding,
                                   withMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            const QByteArray bytes = encoder(text);
            return bytes;
        };
        using Encoding = QStringConverter::Encoding;
        QTest::newRow("UTF-8, comma") << with(u',').toUtf8();
        QTest::newRow("UTF-8 with a mark, semicolon") << encoded(with(u';'), Encoding::Utf8, true);
        QTest::newRow("UTF-16, tab") << encoded(with(u'\t'), Encoding::Utf16LE, true);
        QTest::newRow("UTF-16 the other way, bar") << encoded(with(u'|'), Encoding::Utf16BE, true);
        QTest::newRow("UTF-16 without a mark") << encoded(with(u','), Encoding::Utf16LE, false);
        QTest::newRow("carriage returns") << with(u',').replace(u'\n', QStringLiteral("\r\n")).toUtf8();
        QTest::newRow("carriage returns alone") << with(u',').replace(u'\n', u'\r').toUtf8();
        QByteArray late = with(u',').toUtf8();
        const QByteArray row("2022-09-13,Battles,Plain,Plain,39.5,46.3\n");
        late.insert(late.indexOf('\n') + 1, row.repeated(60000)); // Two megabytes of ASCII before it.
        QTest::newRow("UTF-8 after much ASCII") << late;
    }
    void readsATableInAnyEncodingAndDelimiter()
    {
        QFETCH(QByteArray, bytes);
        const Result<TablePreview> preview = previewOf(fileWith(bytes), nullptr, 100000);
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().message));
        QVERIFY(!preview->rows.empty() && preview->rows.back());
        QCOMPARE(preview->rows.back()->where->place, QStringLiteral("Գորիս"));
        QCOMPARE(preview->rows.back()->actors, QStringList{QStringLiteral("Փոքր խումբ")});
    }

    void readsOlderEncodings()
    {
        QByteArray bytes("event_date;event_type;actor1;location;latitude;longitude\n");
        const QByteArray row(
            "2022-09-13;Battles;\xc2\xee\xe5\xed\xed\xfb\xe5 \xe3\xee\xf0\xee\xe4\xe0;"
            "\xcc\xe0\xeb\xe5\xed\xfc\xea\xee\xe5 \xf1\xe5\xeb\xee \xed\xe0 \xe3\xee\xf0\xe5;39,5;46,3\n");
        const Result<TablePreview> preview = previewOf(fileWith(bytes + row.repeated(5)), nullptr, 1);
        QVERIFY(preview && preview->rows.front());
        QCOMPARE(preview->rows.front()->where->place, QStringLiteral("Маленькое село на горе"));
        QCOMPARE(anchorOf(*preview->rows.front()->where)->lat, 39.5);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("is empty");
        QTest::newRow("another table") << QByteArray("a,b\n1,2\n")
                                       << QStringLiteral("no data set that is known (a, b)");
        QTest::newRow("a cut workbook") << QByteArray("PK\x03\x04xxxx") << QStringLiteral("is damaged or cut off");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0", 24) + QByteArray(200, '\0')
                                   << QStringLiteral("no table");
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const Result<TablePreview> preview = previewOf(fileWith(bytes), nullptr, 1);
        QVERIFY(!preview);
        QVERIFY2(preview.error().message.contains(message), qPrintable(preview.error().message));
        QVERIFY(!preview.error().message.endsWith(u'.'));
    }

    void saysWhatIsWrongWithARow_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *cells, const char *column, const char *value,
                            const char *reason) {
            QTest::newRow(name) << QByteArray(cells) << QString::fromUtf8(column) << QString::fromUtf8(value)
                                << QString::fromUtf8(reason);
        };
        row("date", "1,2022-13-45,Battles,A,40,45,1,0", "event_date", "2022-13-45", "no date");
        row("kind", "1,2022-09-13,Battels,A,40,45,1,0", "event_type", "Battels", "no kind of event");
        row("latitude", "1,2022-09-13,Battles,A,north,45,1,0", "latitude", "north", "no number of degrees");
        row("not a number", "1,2022-09-13,Battles,A,NaN,45,1,0", "latitude", "NaN", "no number of degrees");
        row("endless", "1,2022-09-13,Battles,A,40,inf,1,0", "longitude", "inf", "no number of degrees");
        row("no longitude", "1,2022-09-13,Battles,A,40,,1,0", "longitude", "", "needs both");
        row("swapped", "1,2022-09-13,Battles,A,144.5,40,1,0", "latitude", "144.5", "swapped");
        row("off the earth", "1,2022-09-13,Battles,A,40,400,1,0", "longitude", "400", "not on the earth");
        row("precision", "1,2022-09-13,Battles,A,40,45,9,0", "geo_precision", "9", "how closely the place");
        row("people", "1,2022-09-13,Battles,A,40,45,1,many", "fatalities", "many", "no number of people");
        row("below none", "1,2022-09-13,Battles,A,40,45,1,-3", "fatalities", "-3", "no number of people");
        row("cut", "1,2022-09-13,Battles", "", "3", "3 cells and the table 8 columns");
        row("too long", "1,2022-09-13,Battles,A,40,45,1,0,more", "", "9", "9 cells");
        row("the same id", "0,2022-09-13,Battles,A,40,45,1,0", "", "0", "same id");
    }
    void saysWhatIsWrongWithARow()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, column);
        QFETCH(QString, value);
        QFETCH(QString, reason);
        const QByteArray bytes =
            "event_id_cnty,event_date,event_type,actor1,latitude,longitude,geo_precision,fatalities\n"
            "0,2022-09-13,Battles,A,40,45,1,0\n"
            + row + "\n2,2022-09-13,Battles,A,40,45,1,0\n";
        const Result<TablePreview> preview = previewOf(fileWith(bytes), nullptr, 9);
        QVERIFY(preview);
        QCOMPARE(preview->rows.size(), 3U);
        QVERIFY(preview->rows[0] && preview->rows[2]);
        QVERIFY(!preview->rows[1]);
        const RowFailure &failed = preview->rows[1].error();
        QCOMPARE(failed.line, qint64{3});
        QCOMPARE(failed.column, column);
        QCOMPARE(failed.value, value);
        QVERIFY2(failed.reason.contains(reason), qPrintable(failed.reason));
    }

    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("monthFirst");
        QTest::addColumn<QString>("date"); // Empty: it is none.
        const auto row = [](const char *text, bool monthFirst, const char *date) {
            QTest::addRow("%s%s", text, monthFirst ? ", month first" : "")
                << QByteArray(text) << monthFirst << QString::fromLatin1(date);
        };
        for (const char *same :
             {"2022-09-13", "20220913", "2022/9/13", "13.09.2022", "13 September 2022", "13-Sep-2022", "Sep 13, 2022",
              " 13 SEP 2022 ", "9/13/2022", "13/9/2022", "2022-09-13 00:00:00.000"})
            row(same, false, "2022-09-13");
        row("4/5/2022", false, "2022-05-04");
        row("4/5/2022", true, "2022-04-05");
        row("4.5.2022", true, "2022-05-04");
        row("2022-10-10T16:20:00", false, "2022-10-10 980");
        row("2022-10-10 4:20 PM", false, "2022-10-10 980");
        row("2022-10-10T16:20:00+04:00", false, "2022-10-10 740");
        row("2022-10-10 01:20-0330", false, "2022-10-10 290");
        row("2022-10-10T01:20:00.000+04", false, "2022-10-09 1280");
        row("2022-10-10T16:20:00+00:00", false, "2022-10-10 980");
        row("2022-09", false, "2022-09-01 month");
        row("1945", false, "1945-01-01 year");
        for (const char *none : {"", "2022-02-30", "13/13/2022", "1561234567890", "0000-01-01", "September",
                                 "13 Foo 2022", "2022-09-13x", "2022-09-13T25:00", "22-9-13", "-5", "1e9", "2022-13",
                                 "2022-1", "2022-10-10T16:20+15:00", "2022-10-10T16:20+4:00"})
            row(none, false, "");
    }
    void readsDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, monthFirst);
        QFETCH(QString, date);
        const std::optional<CellDate> found = dateFrom(text.toStdString(), monthFirst);
        QCOMPARE(found.has_value(), !date.isEmpty());
        if (!found)
            return;
        QString line = isoFromUtc(found->day).first(10);
        if (found->minute)
            line += QStringLiteral(" %1").arg(found->minute->count());
        if (found->precision != TimePrecision::Day)
            line += u' ' + keyOf(found->precision);
        QCOMPARE(line, date);
    }

    void tellsWhoIsBehindALink_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QByteArray>("publisher");
        const auto row = [](const char *link, const char *publisher) {
            QTest::newRow(link) << QByteArray(link) << QByteArray(publisher);
        };
        row("https://www.news.example/a/b?c", "news.example");
        row("https://x.com/finder/status/1", "x.com/finder");
        row("https://t.me/channel", "t.me/channel");
        row("https://t.me/", "t.me");
        row("https://", "");
        row("src-1", "src-1");
    }
    void tellsWhoIsBehindALink()
    {
        QFETCH(QByteArray, link);
        QFETCH(QByteArray, publisher);
        QCOMPARE(QByteArray::fromStdString(std::string(publisherOf(link.constData()))), publisher);
    }

    void knowsAMillionIds()
    {
        SeenIds seen;
        for (int i = 0; i < 1000000; ++i)
            QVERIFY(seen.add("ARM" + std::to_string(i)));
        QVERIFY(!seen.add("ARM0"));
        QVERIFY(!seen.add("ARM999999"));
    }

private:
    QString fileWith(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("table.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a test file");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTableLayouts)
#include "tst_tablelayouts.moc"
