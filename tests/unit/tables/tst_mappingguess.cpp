#include "tables/mappingguess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// What the columns of tables seem to be, from their names and from what stands in them.
class TestMappingGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNamesInTheLanguagesOfTheField_data()
    {
        QTest::addColumn<QString>("header");
        // Each has date, time, place, latitude, longitude, words, kind, killed, source and link, in this order.
        QTest::newRow("English")
            << u"Incident date;Time;Town;Latitude;Longitude;Description;Event type;Killed;Source;URL"_s;
        QTest::newRow("English, as programs write")
            << u"event_date;time;location;lat;lng;details;category;fatalities;media;link"_s;
        QTest::newRow("Russian")
            << u"Дата;Время;Населённый пункт;Широта;Долгота;Описание;Тип события;Погибшие;Источник;Ссылка"_s;
        QTest::newRow("Ukrainian")
            << u"Дата події;Година;Населений пункт;Широта;Довгота;Опис;Тип;Загиблі;Джерело;Посилання"_s;
        QTest::newRow("Armenian")
            << u"Ամսաթիվ;Ժամ;Բնակավայր;Լայնություն;Երկայնություն;Նկարագրություն;Տեսակ;Զոհեր;Աղբյուր;Հղում"_s;
        QTest::newRow("Azerbaijani") << u"Tarix;Saat;Şəhər;Enlik;Uzunluq;Təsvir;Növ;Ölənlər;Mənbə;Keçid"_s;
        QTest::newRow("Turkish") << u"Tarih;Saat;Şehir;Enlem;Boylam;Açıklama;Tür;Ölü;Kaynak;Bağlantı"_s;
        QTest::newRow("Arabic") << u"التاريخ;الوقت;المكان;خط العرض;خط الطول;الوصف;النوع;القتلى;المصدر;الرابط"_s;
        QTest::newRow("French") << u"Date;Heure;Lieu;Latitude;Longitude;Récit;Catégorie;Morts;Source;Lien"_s;
        QTest::newRow("German")
            << u"Datum;Uhrzeit;Ort;Breitengrad;Längengrad;Beschreibung;Kategorie;Tote;Quelle;Link"_s;
        QTest::newRow("Spanish") << u"Fecha;Hora;Lugar;Latitud;Longitud;Descripción;Categoría;Muertos;Fuente;Enlace"_s;
    }
    void knowsNamesInTheLanguagesOfTheField()
    {
        QFETCH(QString, header);
        const MappingGuess guess = guessed(
            header.toUtf8()
            + "\n2022-09-13;14:05;Goris;39.5111;46.3386;Guns were heard;shelling;2;First Agency;https://example.org/1\n"
              "2022-09-14;15:10;Jermuk;39.8417;45.6690;A house burnt;clash;0;Second Paper;https://example.org/2\n");
        QCOMPARE(rolesOf(guess), u"date time place latitude longitude words kind killed sources links"_s);
        QVERIFY(guess.gaps.empty());
        QCOMPARE(guess.mapping.kinds.size(), 2U);
        QCOMPARE(guess.mapping.kinds[0].kind, Kind::Explosions);
        QCOMPARE(guess.mapping.kinds[1].kind, Kind::Battles);
    }

    void tellsHowPositionsAreWritten_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("roles");
        QTest::newRow("two columns") << "day,lat,lon\n2022-09-13,39.5111,46.3386\n"_ba << u"date latitude longitude"_s;
        QTest::newRow("decimal commas") << "day;lat;lon\n2022-09-13;39,5111;46,3386\n"_ba
                                        << u"date latitude longitude"_s;
        QTest::newRow("degrees and minutes")
            << "day;lat;lon\n2022-09-13;39°30′40″N;46°20′19″E\n"_ba << u"date latitude longitude"_s;
        QTest::newRow("one column") << "day;spot\n2022-09-13;39.5111, 46.3386\n"_ba << u"date coordinates"_s;
        QTest::newRow("one of minutes") << "day;spot\n2022-09-13;39°30′40″N 46°20′19″E\n"_ba << u"date coordinates"_s;
        QTest::newRow("MGRS") << "day;spot\n2022-09-13;38SPJ1506974022\n2022-09-13;38S PJ 151 740\n"_ba
                              << u"date coordinates"_s;
        QTest::newRow("UTM") << "day;spot\n2022-09-13;38S 615069 4374022\n"_ba << u"date coordinates"_s;
        QTest::newRow("plus codes") << "day;spot\n2022-09-13;8HG2G85Q+3CX\n"_ba << u"date coordinates"_s;
        QTest::newRow("easting, northing and zone")
            << "day;easting;northing;zone\n2022-09-13;615069;4374022;38N\n"_ba << u"date easting northing zone"_s;
        QTest::newRow("x and y in metres")
            << "day;X;Y;UTM zone\n2022-09-13;615069;4374022;38N\n"_ba << u"date easting northing zone"_s;
        QTest::newRow("x and y in degrees")
            << "day;X;Y\n2022-09-13;46.3386;39.5111\n"_ba << u"date longitude latitude"_s;
        QTest::newRow("well-known text") << "day;drawn\n2022-09-13;\"LINESTRING (45 40, 46 40)\"\n"_ba
                                         << u"date shape"_s;
        QTest::newRow("a place called coordinates")
            << "day;location\n2022-09-13;39.5111, 46.3386\n"_ba << u"date coordinates"_s;
        QTest::newRow("no name says it") << "day;a;b\n2022-09-13;39.5111;116.3386\n2022-09-13;39.6111;117.3386\n"_ba
                                         << u"date latitude longitude"_s;
    }
    void tellsHowPositionsAreWritten()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, roles);
        const MappingGuess guess = guessed(table);
        QCOMPARE(rolesOf(guess), roles);
        QVERIFY2(guess.gaps.empty(), qPrintable(guess.gaps.empty() ? QString() : textOf(guess.gaps.front())));
    }

    void tellsTheOrderOfDates_data()
    {
        QTest::addColumn<QByteArray>("dates");
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("asks");
        const auto row = [](const char *name, const char *dates, DateOrder order, bool asks = false) {
            QTest::newRow(name) << QByteArray(dates) << static_cast<int>(order) << asks;
        };
        row("year first", "2022-09-13\n2022-10-01\n", DateOrder::NotTold);
        row("a day beyond 12", "13/09/2022\n01/10/2022\n", DateOrder::DayFirst);
        row("a month before it", "09/13/2022\n10/01/2022\n", DateOrder::MonthFirst);
        row("points", "13.09.2022\n01.10.2022\n", DateOrder::DayFirst);
        row("the same day in both", "05/05/2022\n06/06/2022\n", DateOrder::NotTold);
        row("both fit", "03/04/2022\n05/06/2022\n", DateOrder::NotTold, true);
        row("both fit but for one that none does", "03/04/2022\n05/06/2022\nnever\n", DateOrder::NotTold, true);
        row("two digits for the year", "13.09.22\n01.10.22\n", DateOrder::NotTold, true);
        row("two digits that are no day", "13.09.99\n01.10.98\n", DateOrder::DayFirst);
        row("names of months", "13 September 2022\n1 Oct 2022\n", DateOrder::NotTold);
        row("more with the day first", "13/09/2022\n25/10/2022\n09/13/2022\n", DateOrder::DayFirst);
    }
    void tellsTheOrderOfDates()
    {
        QFETCH(QByteArray, dates);
        QFETCH(int, order);
        QFETCH(bool, asks);
        const MappingGuess guess = guessed("date\n" + dates);
        QCOMPARE(rolesOf(guess), u"date"_s);
        QCOMPARE(static_cast<int>(guess.mapping.dateOrder), order);
        QCOMPARE(std::ranges::contains(guess.gaps, MappingGap::DateOrder), asks);
        QCOMPARE(guess.datesExample.isEmpty(), !asks);
    }

    void noticesSwappedDegrees()
    {
        const MappingGuess named = guessed("date,lat,lon\n2022-09-13,116.3386,39.5111\n2022-09-13,117.1,39.6\n");
        QCOMPARE(rolesOf(named), u"date longitude latitude"_s);
        QCOMPARE(named.remarks.size(), 1);
        QVERIFY2(named.remarks.front().contains(u"“lat” has longitudes"_s), qPrintable(named.remarks.front()));
        // One wrong cell does not turn a table round.
        const MappingGuess broken =
            guessed("date,lat,lon\n2022-09-13,116.3386,39.5111\n2022-09-13,39.51,46.33\n2022-09-13,39.52,46.34\n");
        QCOMPARE(rolesOf(broken), u"date latitude longitude"_s);
        QVERIFY(broken.remarks.isEmpty());
        const MappingGuess one = guessed("date;where\n2022-09-13;116.3386, 39.5111\n2022-09-13;117.1234, 39.6123\n");
        QVERIFY(one.mapping.longitudeFirst);
        QCOMPARE(one.remarks.size(), 1);
    }

    void asksWhatItCannotTell()
    {
        const MappingGuess degrees = guessed("date;a;b\n2022-09-13;39.5111;46.3386\n2022-09-14;39.6111;46.4386\n");
        QCOMPARE(degrees.gaps, std::vector{MappingGap::Latitude});
        const MappingGuess grid = guessed("date;easting;northing\n2022-09-13;615069;4374022\n");
        QCOMPARE(grid.gaps, std::vector{MappingGap::Crs});
        const MappingGuess half = guessed("date;latitude\n2022-09-13;39.5\n");
        QCOMPARE(half.gaps, std::vector{MappingGap::HalfPosition});
        const MappingGuess nothing = guessed("a,b\n1,2\n3,4\n");
        QCOMPARE(nothing.gaps, std::vector{MappingGap::Nothing});
    }

    void overrulesNamesByWhatStandsThere()
    {
        const MappingGuess guess = guessed("id,date,location,type,source\n"
                                           "7,Anna,first floor,12,https://example.org/1\n"
                                           "7,2022 was hard,second floor,13,https://example.org/2\n");
        // An id that stands twice is none, and neither is a date of names; a number is no kind, and a link no name.
        QCOMPARE(rolesOf(guess), u"kept kept place kept links"_s);
    }

    void guessesFromValuesAlone()
    {
        const MappingGuess guess = guessed(
            "a;b;c;d;e\n"
            "13.09.2022 14:05;39.5111, 46.3386;обстрел;https://example.org/1;"
            "Around noon guns were heard from the hills above the town, said a clerk of its school who had stayed\n"
            "14.09.2022 15:05;39.6111, 46.4386;взрыв;https://example.org/2;"
            "In the evening a house on the road to the south burnt down, said two of the neighbours who saw it\n");
        QCOMPARE(rolesOf(guess), u"date coordinates kind links words"_s);
        QCOMPARE(guess.mapping.dateOrder, DateOrder::DayFirst);
        QCOMPARE(guess.mapping.kinds.front().kind, Kind::Explosions);
    }

    void takesLongRemarksForWhatHappened()
    {
        const QByteArray words = "A long remark that tells in many words what happened in the town on that day";
        QCOMPARE(rolesOf(guessed("date;notes\n2022-09-13;" + words + "\n")), u"date words"_s);
        QCOMPARE(rolesOf(guessed("date;notes\n2022-09-13;seen twice\n")), u"date notes"_s);
    }

    void findsTheHeader_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<int>("row");
        QTest::newRow("first") << "date,place\n2022-09-13,Goris\n"_ba << 1;
        QTest::newRow("under a title")
            << "Incidents of 2022,,\nlast changed 2022-10-01,,\ndate,place,note\n2022-09-13,Goris,x\n"_ba << 3;
        QTest::newRow("none") << "2022-09-13,Goris\n2022-09-14,Jermuk\n"_ba << 0;
        QTest::newRow("of words only") << "place,what\nGoris,shelling\nJermuk,shelling\n"_ba << 1;
        QTest::newRow("a name that stands twice") << "Goris,Goris\nJermuk,Jermuk\n"_ba << 0;
    }
    void findsTheHeader()
    {
        QFETCH(QByteArray, table);
        QFETCH(int, row);
        const MappingGuess guess = guessed(table);
        QCOMPARE(guess.mapping.headerRow, row);
        if (row == 0)
            QCOMPARE(guess.mapping.columns.front().name, u"column 1"_s);
    }

    void readsEveryDelimiter_data()
    {
        QTest::addColumn<char>("delimiter");
        for (const char delimiter : {',', ';', '\t', '|'})
            QTest::addRow("%d", delimiter) << delimiter;
    }
    void readsEveryDelimiter()
    {
        QFETCH(char, delimiter);
        const MappingGuess guess = guessed(QByteArray("day;village\n2022-09-13;Goris\n").replace(';', delimiter));
        QCOMPARE(guess.mapping.delimiter, delimiter);
        QCOMPARE(rolesOf(guess), u"date place"_s);
    }

private:
    MappingGuess guessed(const QByteArray &table)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"table.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
            qFatal("no room for a test file");
        file.close();
        const Result<std::vector<TableSample>> samples = samplesIn(file.fileName());
        if (!samples)
            qFatal("%s", qPrintable(samples.error().message));
        return guessOf(samples->front());
    }

    static QString rolesOf(const MappingGuess &guess)
    {
        QStringList roles;
        for (const MappedColumn &column : guess.mapping.columns)
            roles.append(keyOf(column.role));
        return roles.join(u' ');
    }
};

QTEST_GUILESS_MAIN(TestMappingGuess)
#include "tst_mappingguess.moc"
